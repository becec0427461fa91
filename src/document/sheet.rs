//! What one query prints of one question, as a table of cells: the shape in which results are held against each other.

use super::hide::is_withheld;
use super::{Dataset, EstimateKind, Query, SuppressRule};
use crate::codebook::Code;
use crate::estimate::{QueryResult, Row};
use crate::order::sort;
use std::collections::BTreeMap;

/// Key of a regional average in the rows.
const AVERAGE: &str = "average";

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
    pub by: Vec<&'q str>,
    /// Its cells, sorted by key.
    pub cells: Vec<Cell>,
    /// Keys and rows of regional averages.
    pub averages: Vec<(Vec<String>, usize)>,
    /// Number of its cross in the space.
    pub cross: usize,
    /// Places of its cells, by region.
    pub places: BTreeMap<usize, usize>,
}

/// A cell as a query prints it.
pub(super) struct Cell {
    /// A value of each variable.
    pub key: Vec<String>,
    /// The records in it.
    pub region: usize,
    pub rows: Vec<usize>,
}

/// What a reader sees of a cell's number of records.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Seen {
    Records(u64),
    Withheld,
    Nobody,
}

impl Sheet<'_> {
    /// The rows of a region; none where it is not printed.
    pub fn rows(&self, region: usize) -> &[usize] {
        let cell = self.places.get(&region).map(|at| &self.cells[*at]);
        cell.map_or(&[], |cell| &cell.rows)
    }

    /// What a reader sees of a region; none where it is not printed.
    pub fn seen(&self, results: &[QueryResult], region: usize) -> Option<Seen> {
        let rows = self.rows(region).iter();
        let rows: Vec<&Row> = rows.map(|row| &results[self.result].rows[*row]).collect();
        rows.first()?;
        Some(match rows.iter().find_map(|row| row.n) {
            Some(0) => Seen::Nobody,
            Some(n) => Seen::Records(n),
            None if rows.iter().any(|row| is_withheld(row)) => Seen::Withheld,
            None => Seen::Nobody,
        })
    }

    /// Whether any of its cells is withheld.
    pub fn withholds(&self, results: &[QueryResult]) -> bool {
        let mut rows = self.cells.iter().flat_map(|cell| &cell.rows);
        rows.any(|row| is_withheld(&results[self.result].rows[*row]))
    }

    /// Whether a cell is a member of an average.
    pub fn is_member(&self, cell: &Cell, average: &[String]) -> bool {
        let mut values = cell.key.iter().zip(average);
        values.all(|(own, averaged)| own == averaged || averaged == AVERAGE)
    }
}

/// The sheets of a data set's results that count records.
pub(super) fn sheets<'q>(
    queries: &'q [Query],
    dataset: &Dataset,
    results: &[QueryResult],
) -> Vec<Sheet<'q>> {
    let mut sheets = Vec::new();
    for (index, result) in results.iter().enumerate() {
        let Some(query) = queries.iter().find(|query| query.id == result.id) else {
            continue;
        };
        let apart = [
            EstimateKind::PolicyStatus,
            EstimateKind::PolicyChanges,
            EstimateKind::PolicyAdoption,
            EstimateKind::Difference,
            EstimateKind::Indicator,
            EstimateKind::Network,
        ];
        if query.dataset == dataset.id && !apart.contains(&query.estimate) {
            sheets.extend(of_query(query, index, result));
        }
    }
    sheets
}

fn of_query<'q>(query: &'q Query, index: usize, result: &QueryResult) -> Vec<Sheet<'q>> {
    let mut by: Vec<&str> = query.by.iter().map(String::as_str).collect();
    sort(&mut by, &Ord::cmp);
    let suppress = query.suppress.clone().unwrap_or_default();
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut cells: Vec<BTreeMap<Vec<String>, Vec<usize>>> = Vec::new();
    for (place, row) in result.rows.iter().enumerate() {
        let measure = measure(query, row.item.as_deref());
        let at = sheets.iter().position(|sheet| sheet.measure == measure);
        let at = at.unwrap_or_else(|| {
            cells.push(BTreeMap::new());
            sheets.push(Sheet {
                result: index,
                query,
                measure,
                secondary: suppress.secondary && suppress.rule != Some(SuppressRule::None),
                by: by.clone(),
                cells: Vec::new(),
                averages: Vec::new(),
                cross: 0,
                places: BTreeMap::new(),
            });
            sheets.len() - 1
        });
        let value = |name: &&str| row.by.get(*name).map(Code::to_text).unwrap_or_default();
        let key: Vec<String> = by.iter().map(value).collect();
        if key.iter().any(|value| value == AVERAGE) {
            sheets[at].averages.push((key, place));
        } else {
            cells[at].entry(key).or_default().push(place);
        }
    }
    for (sheet, cells) in sheets.iter_mut().zip(cells) {
        let cells = cells.into_iter().map(|(key, rows)| Cell {
            key,
            region: 0,
            rows,
        });
        sheet.cells = cells.collect();
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
        // A battery's reliability counts those who answered all of it, without one item or another too.
        Some(item) if query.estimate != EstimateKind::Alpha => item.into(),
        _ => {
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
