//! What one query prints of one question, as a table of cells: the shape in which results are held against each other.

use super::hide::is_withheld;
use super::{EstimateKind, Query, SuppressRule};
use crate::codebook::Code;
use crate::estimate::QueryResult;
use crate::order::sort;
use std::collections::{BTreeMap, BTreeSet};

/// A cell: variables and their values, sorted by variable.
pub(super) type Key = Vec<(String, String)>;

/// A margin and its parts.
pub(super) type Margin = (Key, Vec<Key>);

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
            EstimateKind::PolicyStatus | EstimateKind::Difference | EstimateKind::Indicator
        ) {
            continue;
        }
        let mut by = query.by.clone();
        sort(&mut by, &Ord::cmp);
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

/// Sheets that count the same records, as far as a reader can tell.
struct Group<'s, 'q> {
    sheets: Vec<&'s Sheet<'q>>,
    /// What is seen of each cell of each cross.
    crosses: BTreeMap<Vec<String>, BTreeMap<&'s Key, Seen>>,
}

/// Sheets of one data set and one domain that do not contradict each other; groups that withhold nothing are left out.
pub(super) fn groups<'s, 'q>(
    sheets: &'s [Sheet<'q>],
    results: &[QueryResult],
) -> Vec<Vec<&'s Sheet<'q>>> {
    let mut groups: Vec<Group> = Vec::new();
    for sheet in sheets {
        let seen = |key| Some((key, sheet.seen(results, key)?));
        let cells: BTreeMap<&Key, Seen> = sheet.cells.keys().filter_map(seen).collect();
        let fits = |group: &Group| {
            group.sheets.iter().all(|other| {
                (&other.query.dataset, &other.query.domain)
                    == (&sheet.query.dataset, &sheet.query.domain)
            }) && !group.contradicts(&sheet.by, &cells)
        };
        let at = groups.iter().position(fits);
        let at = at.unwrap_or_else(|| {
            groups.push(Group {
                sheets: Vec::new(),
                crosses: BTreeMap::new(),
            });
            groups.len() - 1
        });
        groups[at].sheets.push(sheet);
        let cross = groups[at].crosses.entry(sheet.by.clone()).or_default();
        cross.extend(cells);
    }
    let withholds = |sheet: &&Sheet| {
        let mut rows = sheet.cells.values().flatten();
        rows.any(|row| is_withheld(&results[sheet.result].rows[*row]))
    };
    let kept = groups.into_iter().map(|group| group.sheets);
    kept.filter(|group| group.iter().any(withholds)).collect()
}

impl Group<'_, '_> {
    /// Whether a sheet counts other records: another n in one cell, or parts that are more than their margin.
    fn contradicts(&self, by: &[String], cells: &BTreeMap<&Key, Seen>) -> bool {
        if let Some(known) = self.crosses.get(by) {
            let apart =
                |(key, seen): (&&Key, &Seen)| known.get(*key).is_some_and(|own| own != seen);
            if cells.iter().any(apart) {
                return true;
            }
        }
        self.crosses.iter().any(|(other, known)| {
            exceeds((by, cells), (other, known)) || exceeds((other, known), (by, cells))
        })
    }
}

/// Whether the parts of a finer cross are more than their margin in a coarser one.
fn exceeds(
    (fine, parts): (&[String], &BTreeMap<&Key, Seen>),
    (coarse, margins): (&[String], &BTreeMap<&Key, Seen>),
) -> bool {
    if coarse.len() >= fine.len() || !coarse.iter().all(|name| fine.contains(name)) {
        return false;
    }
    let mut sums: BTreeMap<Key, u64> = BTreeMap::new();
    for (key, seen) in parts {
        if let Seen::Records(n) = seen {
            *sums.entry(project(key, coarse)).or_default() += n;
        }
    }
    sums.iter()
        .any(|(key, sum)| matches!(margins.get(key), Some(Seen::Records(n)) if n < sum))
}

/// Every margin of the group with its parts, for each cross that has it. Crosses share the margins of the variables that they
/// have in common, printed or not.
pub(super) fn margins(group: &[&Sheet]) -> Vec<Margin> {
    let crosses: BTreeSet<Vec<String>> = group.iter().map(|sheet| sheet.by.clone()).collect();
    let mut views = crosses.clone();
    loop {
        let common = |a: &Vec<String>, b: &Vec<String>| -> Vec<String> {
            a.iter().filter(|name| b.contains(name)).cloned().collect()
        };
        let pairs = views
            .iter()
            .flat_map(|a| views.iter().map(move |b| common(a, b)));
        let more: Vec<Vec<String>> = pairs.filter(|view| !views.contains(view)).collect();
        if more.is_empty() {
            break;
        }
        views.extend(more);
    }
    let mut found = Vec::new();
    for cross in &crosses {
        let sheets = group.iter().filter(|sheet| sheet.by == *cross);
        let keys: BTreeSet<&Key> = sheets.flat_map(|sheet| sheet.cells.keys()).collect();
        let coarser = |view: &&Vec<String>| {
            view.len() < cross.len() && view.iter().all(|name| cross.contains(name))
        };
        for view in views.iter().filter(coarser) {
            let mut parts: BTreeMap<Key, Vec<Key>> = BTreeMap::new();
            for key in &keys {
                parts
                    .entry(project(key, view))
                    .or_default()
                    .push((*key).clone());
            }
            found.extend(parts);
        }
    }
    found
}

/// A cell's values of some of its variables.
fn project(key: &Key, onto: &[String]) -> Key {
    let kept = key.iter().filter(|(name, _)| onto.contains(name));
    kept.cloned().collect()
}
