//! What one query prints of one question, as a table of cells: the shape in which results are held against each other.

use super::withhold::is_withheld;
use super::{EstimateKind, Query, SuppressRule};
use crate::codebook::Code;
use crate::estimate::QueryResult;
use std::collections::BTreeMap;

/// A cell: variables and their values, sorted by variable.
pub(super) type Key = Vec<(String, String)>;

/// What one query prints of one question.
pub(super) struct Sheet<'q> {
    /// Place of the query's result.
    pub result: usize,
    pub query: &'q Query,
    /// What it asks about.
    pub measure: String,
    /// Whether further cells may be withheld.
    pub secondary: bool,
    /// Its variables, sorted.
    pub by: Vec<String>,
    /// Rows of each cell.
    pub cells: BTreeMap<Key, Vec<usize>>,
    /// Rows of regional averages.
    pub averages: Vec<(Key, usize)>,
}

/// What a reader sees of a cell's number of records.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Seen {
    Records(u64),
    Withheld,
    Nobody,
}

impl Sheet<'_> {
    /// What a reader sees of a cell; none where it is not printed.
    pub fn seen(&self, results: &[QueryResult], key: &Key) -> Option<Seen> {
        let rows = || {
            let places = self.cells.get(key).into_iter().flatten();
            places.map(|row| &results[self.result].rows[*row])
        };
        rows().next()?;
        Some(match rows().find_map(|row| row.n) {
            Some(0) => Seen::Nobody,
            Some(n) => Seen::Records(n),
            None if rows().any(is_withheld) => Seen::Withheld,
            None => Seen::Nobody,
        })
    }
}

/// The sheets of all results that count records.
pub(super) fn sheets<'q>(queries: &'q [Query], results: &[QueryResult]) -> Vec<Sheet<'q>> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for (index, result) in results.iter().enumerate() {
        let Some(query) = queries.iter().find(|query| query.id == result.id) else {
            continue;
        };
        if matches!(
            query.estimate,
            EstimateKind::PolicyStatus | EstimateKind::Difference
        ) {
            continue;
        }
        let mut by = query.by.clone();
        by.sort();
        let suppress = query.suppress.clone().unwrap_or_default();
        let first = sheets.len();
        for (place, row) in result.rows.iter().enumerate() {
            let measure = measure(query, row.item.as_deref());
            let known = sheets[first..]
                .iter()
                .position(|sheet| sheet.measure == measure);
            let at = known.map_or(sheets.len(), |known| first + known);
            if known.is_none() {
                sheets.push(Sheet {
                    result: index,
                    query,
                    measure,
                    secondary: suppress.secondary && suppress.rule != Some(SuppressRule::None),
                    by: by.clone(),
                    cells: BTreeMap::new(),
                    averages: Vec::new(),
                });
            }
            let code = |name: &String| row.by.get(name).map(Code::to_text).unwrap_or_default();
            let key: Key = by.iter().map(|name| (name.clone(), code(name))).collect();
            if key.iter().any(|(_, code)| code == "average") {
                sheets[at].averages.push((key, place));
            } else {
                sheets[at].cells.entry(key).or_default().push(place);
            }
        }
    }
    sheets
}

/// What a query asks about: its variables.
fn measure(query: &Query, item: Option<&str>) -> String {
    let of = |of: &Option<super::Of>| {
        let of = of.clone().unwrap_or_default();
        [vec![of.variable], of.plausible_values]
            .concat()
            .join("\u{1f}")
    };
    match item {
        Some(item) => item.into(),
        None => {
            let mut parts = vec![of(&query.of), of(&query.outcome)];
            parts.extend(query.numerator.clone());
            parts.extend(query.denominator.clone());
            parts.extend(query.variables.iter().chain(&query.terms).cloned());
            parts.extend(query.items.iter().cloned());
            parts.retain(|part| !part.is_empty());
            parts.join("\u{1e}")
        }
    }
}

/// Sheets of one data set and one domain that do not contradict each other; those that withhold nothing are left to themselves.
pub(super) fn groups<'s, 'q>(
    sheets: &'s [Sheet<'q>],
    results: &[QueryResult],
) -> Vec<Vec<&'s Sheet<'q>>> {
    let mut groups: Vec<Vec<&Sheet>> = Vec::new();
    for sheet in sheets {
        let fits = |group: &&mut Vec<&Sheet>| {
            let same = |other: &&Sheet| {
                (&other.query.dataset, &other.query.domain)
                    == (&sheet.query.dataset, &sheet.query.domain)
            };
            group
                .iter()
                .all(|other| same(&other) && !contradict(sheet, other, results))
        };
        match groups.iter_mut().find(fits) {
            Some(group) => group.push(sheet),
            None => groups.push(vec![sheet]),
        }
    }
    groups.retain(|group| {
        let mut rows = group.iter().flat_map(|sheet| {
            let rows = sheet.cells.values().flatten();
            rows.map(|row| &results[sheet.result].rows[*row])
        });
        rows.any(is_withheld)
    });
    groups
}

/// Whether two sheets count different records: another n in one cell, or parts that are more than their margin.
fn contradict(a: &Sheet, b: &Sheet, results: &[QueryResult]) -> bool {
    let apart = |key: &Key| match (a.seen(results, key), b.seen(results, key)) {
        (Some(a), Some(b)) => a != b,
        _ => false,
    };
    if a.cells.keys().any(apart) {
        return true;
    }
    let exceeds = |fine: &Sheet, coarse: &Sheet| {
        let mut sums: BTreeMap<Key, u64> = BTreeMap::new();
        for key in fine.cells.keys() {
            if let Some(Seen::Records(n)) = fine.seen(results, key) {
                *sums.entry(project(key, &coarse.by)).or_default() += n;
            }
        }
        sums.iter()
            .any(|(key, sum)| match coarse.seen(results, key) {
                Some(Seen::Records(n)) => n < *sum,
                _ => false,
            })
    };
    let nests = |fine: &Sheet, coarse: &Sheet| {
        coarse.by.len() < fine.by.len() && coarse.by.iter().all(|name| fine.by.contains(name))
    };
    nests(a, b) && exceeds(a, b) || nests(b, a) && exceeds(b, a)
}

/// A cell's values of some of its variables.
pub(super) fn project(key: &Key, onto: &[String]) -> Key {
    let kept = key.iter().filter(|(name, _)| onto.contains(name));
    kept.cloned().collect()
}
