//! What is odd about a codebook: findings that a researcher must see before a number is believed.

use super::{Code, Codebook, ValueLabel, Variable};
use crate::error::Error;
use crate::locale::plain;
use std::collections::BTreeMap;

/// Codes that one finding names.
const NAMED: usize = 20;

/// The distinct values that occur, by column.
pub type Occurring = BTreeMap<String, Vec<Code>>;

/// What is odd about a codebook, and about the data under it.
///
/// `recognise` turns a country's code or name into one key, whatever the coding. The findings, in the order of the codebook:
/// - `country_mislabelled` (`value`, `label`, `country`, `labelled`): a country's code carries another country's name;
/// - `unlabelled_values` (`values`, `n`): values that occur and have no label, where half of them or more have one;
/// - `unused_labels` (`values`, `n`): labels of values that never occur;
/// - `yes_no_reversed` (`codes`, `first`, `second`): yes is the first code in some items and the second in others.
pub fn oddities(
    codebook: &Codebook,
    occurring: &Occurring,
    recognise: impl Fn(&str) -> Option<&'static str>,
) -> Vec<Error> {
    let mut found = Vec::new();
    for variable in &codebook.variables {
        found.extend(mislabelled_countries(variable, &recognise));
        if let Some(codes) = occurring.get(&variable.name) {
            found.extend(unlabelled(variable, codes));
            found.extend(unused(variable, codes));
        }
    }
    found.extend(yes_no(codebook));
    found
}

/// A variable holds countries when more of its codes agree with their labels than not: the others are slips.
fn mislabelled_countries(
    variable: &Variable,
    recognise: impl Fn(&str) -> Option<&'static str>,
) -> Vec<Error> {
    let pairs: Vec<(&ValueLabel, &'static str, &'static str)> = variable
        .values
        .iter()
        .filter_map(|value| {
            let country = recognise(&shown(&value.code))?;
            let labelled = texts(value).find_map(&recognise)?;
            Some((value, country, labelled))
        })
        .collect();
    let agree = |(_, country, labelled): &&(_, &'static str, &'static str)| country == labelled;
    let agreeing = pairs.iter().filter(agree).count();
    if agreeing * 2 <= pairs.len() {
        return Vec::new();
    }
    let wrong = pairs.iter().filter(|pair| !agree(pair));
    wrong
        .map(|(value, country, labelled)| {
            Error::new("country_mislabelled")
                .in_column(&variable.name)
                .with("value", shown(&value.code))
                .with("label", texts(value).next().unwrap_or_default())
                .with("country", *country)
                .with("labelled", *labelled)
        })
        .collect()
}

/// Values without a label, unless the labels are just a few marks on a scale of numbers.
fn unlabelled(variable: &Variable, codes: &[Code]) -> Option<Error> {
    let labelled = |code: &&Code| variable.value_label(code).is_some();
    let missing = |code: &&Code| variable.missing.iter().any(|entry| entry.code.same(code));
    let answers = codes.iter().filter(|code| !missing(code));
    let (with, without): (Vec<&Code>, Vec<&Code>) = answers.partition(labelled);
    (with.len() >= without.len() && !without.is_empty())
        .then(|| listed("unlabelled_values", variable, without.into_iter()))
}

/// Labels of values that never occur; those of missing answers may well stay unused.
fn unused(variable: &Variable, codes: &[Code]) -> Option<Error> {
    let unused: Vec<&Code> = variable
        .values
        .iter()
        .map(|value| &value.code)
        .filter(|code| !codes.iter().any(|occurs| occurs.same(code)))
        .filter(|code| !variable.missing.iter().any(|entry| entry.code.same(code)))
        .collect();
    (!unused.is_empty()).then(|| listed("unused_labels", variable, unused.into_iter()))
}

fn listed<'a>(
    code: &str,
    variable: &Variable,
    codes: impl ExactSizeIterator<Item = &'a Code>,
) -> Error {
    Error::new(code)
        .in_column(&variable.name)
        .with("n", codes.len())
        .with("values", codes.take(NAMED).map(shown).collect::<Vec<_>>())
}

/// Items of one pair of codes, by which of the two is yes.
#[derive(Default)]
struct YesNo {
    first: Vec<String>,
    second: Vec<String>,
}

fn yes_no(codebook: &Codebook) -> Vec<Error> {
    let mut pairs: BTreeMap<[String; 2], YesNo> = BTreeMap::new();
    for variable in &codebook.variables {
        let only = |answer: fn(&str) -> bool| {
            let mut values = variable
                .values
                .iter()
                .filter(|value| texts(value).any(answer));
            values.next().filter(|_| values.next().is_none())
        };
        if let (Some(yes), Some(no)) = (only(is_yes), only(is_no)) {
            let (yes, no) = (shown(&yes.code), shown(&no.code));
            let name = variable.name.clone();
            if yes < no {
                pairs.entry([yes, no]).or_default().first.push(name);
            } else {
                pairs.entry([no, yes]).or_default().second.push(name);
            }
        }
    }
    let reversed = pairs
        .into_iter()
        .filter(|(_, items)| !items.first.is_empty() && !items.second.is_empty());
    reversed
        .map(|(codes, items)| {
            Error::new("yes_no_reversed")
                .with("codes", codes.to_vec())
                .with("first", items.first)
                .with("second", items.second)
        })
        .collect()
}

fn is_yes(label: &str) -> bool {
    matches!(plain(label).as_str(), "si" | "sim" | "yes" | "oui")
}

fn is_no(label: &str) -> bool {
    matches!(plain(label).as_str(), "no" | "nao" | "non")
}

/// A label in each of its languages.
fn texts(value: &ValueLabel) -> impl Iterator<Item = &str> {
    use crate::locale::Text;
    let (one, many) = match &value.label {
        Text::Plain(text) => (Some(text), None),
        Text::Languages(texts) => (None, Some(texts)),
    };
    let many = many.into_iter().flat_map(|texts| texts.values());
    one.into_iter().chain(many).map(String::as_str)
}

/// A code as a person writes it: `3`, not `3.0`.
fn shown(code: &Code) -> String {
    match code {
        Code::Number(number) => number.to_string(),
        Code::Text(text) => text.clone(),
    }
}
