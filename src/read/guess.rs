//! Which columns of a file just dropped hold the design: by their names in four languages and by what they hold.
//!
//! A guess is a proposal to a person, never a decision.

use super::Read;
use crate::locale::plain;
use crate::shape::Written;
use crate::table::{Column, Level};
use serde::Serialize;

/// The columns that look like a survey's design.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Written)]
pub struct Guess {
    /// The sampling weight.
    pub weight: Option<String>,
    /// The strata.
    pub strata: Vec<String>,
    /// The primary sampling unit: the one that is named so, or the school.
    pub clusters: Vec<String>,
    /// The country.
    pub country: Option<String>,
}

/// Names of weights, the surest first.
const WEIGHTS: [&str; 25] = [
    "w fstuwt",
    "w schgrnrabwt",
    "tchwgt",
    "schwgt",
    "totwgt",
    "finalwgt",
    "wtmec2yr",
    "fexp",
    "factor expansion",
    "factor de expansion",
    "fator de expansao",
    "fator expansao",
    "ponderador",
    "ponderacion",
    "ponderacao",
    "ponderation",
    "pondera",
    "pw",
    "wt",
    "wgt",
    "weight",
    "weights",
    "peso",
    "pesos",
    "poids",
];
/// Names of strata.
const STRATA: [&str; 8] = [
    "sdmvstra", "strata", "stratum", "strate", "strates", "estrato", "estratos", "stratid",
];
/// Names of primary sampling units, the surest first, then those of schools.
const CLUSTERS: [&str; 30] = [
    "psu",
    "psuid",
    "sdmvpsu",
    "upm",
    "upa",
    "ucp",
    "cluster",
    "cluster id",
    "conglomerado",
    "conglomerat",
    "grappe",
    "idschool",
    "schoolid",
    "school id",
    "cntschid",
    "id school",
    "id escuela",
    "idescuela",
    "id escola",
    "idescola",
    "cod escuela",
    "codigo escuela",
    "codigo modular",
    "cod mod",
    "co escola",
    "rbd",
    "cct",
    "escuela",
    "escola",
    "school",
];
/// Names of countries.
const COUNTRIES: [&str; 16] = [
    "country iso3",
    "iso3",
    "iso 3",
    "iso",
    "countrycode",
    "country code",
    "cnt",
    "cntry",
    "idcntry",
    "country",
    "pais",
    "pays",
    "cod pais",
    "codigo pais",
    "country name",
    "entity",
];

/// Looks for the design's columns. `recognise` turns a country's code or name into one key.
pub fn guess(read: &Read, recognise: impl Fn(&str) -> Option<&'static str>) -> Guess {
    let columns: Vec<(&str, &Column, String)> = read
        .table
        .columns()
        .map(|(name, column)| (name, column, plain(name)))
        .collect();
    let best = |names: &[&str], holds: &dyn Fn(&Column) -> bool| {
        let ranked = columns.iter().enumerate();
        let fitting = ranked.filter_map(|(order, (name, column, words))| {
            let rank = rank(words, names)?;
            holds(column).then_some((rank, order, *name))
        });
        fitting.min().map(|(_, _, name)| name.to_string())
    };
    let country = {
        let ranked = columns
            .iter()
            .enumerate()
            .filter_map(|(order, (name, column, words))| {
                let levels = countries(column, &recognise)?;
                let named = rank(words, &COUNTRIES);
                // Codes of one or two characters, and numbers, are countries by chance: their name must say so.
                let sure = levels
                    .iter()
                    .all(|level| level.text.len() > 2 && level.number.is_none());
                let numeric = levels.iter().all(|level| level.number.is_some());
                (named.is_some() || (sure && levels.len() > 2)).then_some((
                    numeric,
                    named.unwrap_or(usize::MAX),
                    order,
                    *name,
                ))
            });
        ranked.min().map(|(.., name)| name.to_string())
    };
    Guess {
        weight: best(&WEIGHTS, &is_weight),
        strata: best(&STRATA, &is_group).into_iter().collect(),
        clusters: best(&CLUSTERS, &is_group).into_iter().collect(),
        country,
    }
}

/// How well a name fits: equal, then beginning or ending with one of the names as whole words.
fn rank(words: &str, names: &[&str]) -> Option<usize> {
    if let Some(index) = names.iter().position(|name| words == *name) {
        return Some(index);
    }
    let within = |name: &&str| {
        words
            .strip_prefix(*name)
            .is_some_and(|rest| rest.starts_with(' '))
            || words
                .strip_suffix(*name)
                .is_some_and(|rest| rest.ends_with(' '))
    };
    names
        .iter()
        .position(within)
        .map(|index| names.len() + index)
}

/// Numbers that are not negative and not all the same.
fn is_weight(column: &Column) -> bool {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    let mut see = |value: f64| {
        low = low.min(value);
        high = high.max(value);
    };
    match column {
        Column::Number(_) => {
            let values = column.numbers().unwrap_or_default().iter();
            values
                .filter(|value| !value.is_nan())
                .for_each(|value| see(*value));
        }
        Column::Coded(coded) => {
            let numbers = coded.levels.iter().filter_map(|level| level.number);
            let count = numbers.map(&mut see).count();
            if count * 2 <= coded.levels.len() {
                return false;
            }
        }
        Column::Text(_) => return false,
    }
    low >= 0.0 && high > low
}

/// At least two groups.
fn is_group(column: &Column) -> bool {
    match column {
        Column::Coded(coded) => coded.levels.len() > 1,
        Column::Number(_) | Column::Text(_) => true,
    }
}

/// The levels of a column, where at least four in five are countries.
fn countries(
    column: &Column,
    recognise: impl Fn(&str) -> Option<&'static str>,
) -> Option<&[Level]> {
    let Column::Coded(coded) = column else {
        return None;
    };
    let known = coded
        .levels
        .iter()
        .filter(|level| recognise(&level.text).is_some())
        .count();
    (known > 0 && known * 5 >= coded.levels.len() * 4).then_some(&coded.levels)
}
