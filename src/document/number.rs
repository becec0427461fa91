//! The numbers that results print of one question, and the equations among them.

use super::EstimateKind;
use super::hide::{hide, is_withheld};
use super::margin::Margin;
use super::sheet::{Seen, Sheet};
use super::withhold::Held;
use crate::codebook::Code;
use crate::estimate::{Entry, Flag, Ledger, Protected, QueryResult, Row};
use std::collections::BTreeMap;

/// A number of a region: n times the estimate, or the estimate alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Number {
    /// Number of the part of the question.
    part: usize,
    of: Of,
    /// Whether it is the product with an n that is not known.
    times_n: bool,
}

/// Whom a number speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Region(usize),
    /// A regional average, by its result and row.
    Average(usize, usize),
}

/// Numbers with their places in a ledger, and the rows that print them.
#[derive(Default)]
struct Numbers {
    ledger: Ledger,
    places: BTreeMap<Number, usize>,
    rows: BTreeMap<Number, Vec<(usize, usize)>>,
    /// Parts of the question that are told apart.
    parts: BTreeMap<String, usize>,
}

impl Numbers {
    fn place(&mut self, number: Number, entry: Entry) -> usize {
        let ledger = &mut self.ledger;
        let place = self.places.entry(number);
        *place.or_insert_with(|| ledger.enter(entry))
    }

    /// The number that a row prints.
    fn of_row(&mut self, sheet: &Sheet, row: &Row, of: Of) -> Number {
        let next = self.parts.len();
        let part = *self.parts.entry(sheet.part(row)).or_insert(next);
        Number {
            part,
            of,
            times_n: false,
        }
    }

    /// Takes what the rows of a question print. What is printed in one place is withheld in vain in another.
    fn print(&mut self, group: &[&Sheet], results: &[QueryResult]) {
        let mut entries: BTreeMap<Number, Entry> = BTreeMap::new();
        for sheet in group {
            let cells = sheet.cells.iter();
            let cells =
                cells.flat_map(|cell| cell.rows.iter().map(|row| (Of::Region(cell.region), row)));
            let averages = sheet.averages.iter();
            let averages = averages.map(|(_, row)| (Of::Average(sheet.result, *row), row));
            for (of, row) in cells.chain(averages) {
                let printed = &results[sheet.result].rows[*row];
                let is_average = matches!(of, Of::Average(..));
                let entry = match (printed.estimate, printed.n) {
                    // An average is made of what others print: it is not shown for what it says, and nobody's secret.
                    (None, _) if is_average && !printed.flags.contains(&Flag::Secondary) => {
                        Entry::Unpublished
                    }
                    (None, _) if is_withheld(printed) && sheet.secondary => Entry::Withheld,
                    (None, _) if is_withheld(printed) => Entry::Unpublished,
                    (Some(value), Some(n)) if sheet.secondary && n > 0 => Entry::Shown { n, value },
                    _ => Entry::Fixed,
                };
                let number = self.of_row(sheet, printed, of);
                self.rows
                    .entry(number)
                    .or_default()
                    .push((sheet.result, *row));
                let known = entries.entry(number).or_insert(entry);
                *known = match (*known, entry) {
                    (Entry::Fixed, _) | (_, Entry::Unpublished) => *known,
                    (Entry::Shown { .. }, Entry::Withheld) => *known,
                    (_, entry) => entry,
                };
            }
        }
        for (number, entry) in entries {
            self.place(number, entry);
        }
    }
}

/// Protects the estimates of one question.
pub(super) fn of_estimates(
    group: &[&Sheet],
    margins: &[Margin],
    results: &mut [QueryResult],
) -> Held {
    let withheld = |sheet: &&Sheet| results[sheet.result].rows.iter().any(is_withheld);
    if !group.iter().any(withheld) {
        return Held::default();
    }
    let mut numbers = Numbers::default();
    numbers.print(group, results);
    for sheet in group {
        of_averages(sheet, results, &mut numbers);
        of_answers(sheet, results, &mut numbers);
    }
    of_margins(group, margins, results, &mut numbers);
    let Protected { further, exposed } = numbers.ledger.protect();
    for (number, rows) in &numbers.rows {
        if further.contains(&numbers.places[number]) {
            for (result, row) in rows {
                hide(&mut results[*result], *row);
            }
        }
    }
    Held {
        changed: !further.is_empty(),
        exposed,
    }
}

/// N times an average less its members is 0. What was withheld at first is no member.
fn of_averages(sheet: &Sheet, results: &[QueryResult], numbers: &mut Numbers) {
    let rows = &results[sheet.result].rows;
    for (key, average) in &sheet.averages {
        let own = Of::Average(sheet.result, *average);
        let own = numbers.of_row(sheet, &rows[*average], own);
        let mut terms = Vec::new();
        for cell in sheet.cells.iter().filter(|cell| sheet.is_member(cell, key)) {
            for member in cell.rows.iter().map(|row| &rows[*row]) {
                let number = numbers.of_row(sheet, member, Of::Region(cell.region));
                let counted = member.estimate.is_some() || member.flags.contains(&Flag::Secondary);
                if number.part == own.part && counted {
                    terms.push((numbers.places[&number], -1.0));
                }
            }
        }
        // Where nobody is left, there is no average.
        if !terms.is_empty() {
            terms.push((numbers.places[&own], terms.len() as f64));
            numbers.ledger.equate(terms);
        }
    }
}

/// The shares of a question add up to 1 in every cell; a net and a mean follow from them.
fn of_answers(sheet: &Sheet, results: &[QueryResult], numbers: &mut Numbers) {
    let rows = &results[sheet.result].rows;
    let query = sheet.query;
    if !matches!(
        query.estimate,
        EstimateKind::Proportion | EstimateKind::Likert
    ) {
        return;
    }
    for cell in &sheet.cells {
        if !matches!(sheet.seen(results, cell.region), Some(Seen::Records(_))) {
            continue;
        }
        let (mut sum, mut net, mut mean) = (Vec::new(), Vec::new(), Vec::new());
        let (mut has_net, mut has_mean) = (false, false);
        for row in cell.rows.iter().map(|row| &rows[*row]) {
            let Some(category) = &row.category else {
                continue;
            };
            let number = numbers.of_row(sheet, row, Of::Region(cell.region));
            let place = numbers.places[&number];
            match category {
                Code::Text(name) if name == "net" => {
                    has_net = true;
                    net.push((place, -1.0));
                }
                Code::Text(name) if name == "mean" => {
                    has_mean = true;
                    mean.push((place, -1.0));
                }
                code => {
                    let named =
                        |list: &[Code]| list.iter().any(|known| known.to_text() == code.to_text());
                    let side =
                        f64::from(named(&query.positive)) - f64::from(named(&query.negative));
                    sum.push((place, 1.0));
                    net.push((place, side));
                    if let Ok(number) = code.to_text().parse::<f64>() {
                        mean.push((place, number));
                    }
                }
            }
        }
        let stands = [(sum, true), (net, has_net), (mean, has_mean)];
        for (terms, stands) in stands {
            if stands && !terms.is_empty() {
                numbers.ledger.equate(terms);
            }
        }
    }
}

/// n times a mean or a share adds up over the parts of a margin, and so does a total.
fn of_margins(
    group: &[&Sheet],
    margins: &[Margin],
    results: &[QueryResult],
    numbers: &mut Numbers,
) {
    let mut additive: BTreeMap<usize, bool> = BTreeMap::new();
    let mut n: BTreeMap<usize, f64> = BTreeMap::new();
    for sheet in group {
        for cell in &sheet.cells {
            match sheet.seen(results, cell.region) {
                Some(Seen::Records(own)) => n.insert(cell.region, own as f64),
                Some(Seen::Nobody) => n.insert(cell.region, 0.0),
                _ => None,
            };
        }
        let adds_up = match sheet.query.estimate {
            EstimateKind::Total | EstimateKind::Count => true,
            EstimateKind::Mean | EstimateKind::Proportion | EstimateKind::Likert => false,
            _ => continue,
        };
        for cell in &sheet.cells {
            for row in &cell.rows {
                let row = &results[sheet.result].rows[*row];
                let number = numbers.of_row(sheet, row, Of::Region(cell.region));
                additive.insert(number.part, adds_up);
            }
        }
    }
    for (part, adds_up) in additive {
        let mut term = |region: usize, sign: f64| -> (usize, f64) {
            let of = |times_n| Number {
                part,
                of: Of::Region(region),
                times_n,
            };
            let printed = numbers.places.get(&of(false)).copied();
            match (printed, n.get(&region)) {
                (Some(place), _) if adds_up => (place, sign),
                (Some(place), Some(n)) => (place, sign * n),
                (Some(_), None) => (numbers.place(of(true), Entry::Withheld), sign),
                (None, _) => (numbers.place(of(true), Entry::Unpublished), sign),
            }
        };
        let of_margin = |(whole, parts): &Margin| {
            let mut terms: Vec<(usize, f64)> = parts.iter().map(|part| term(*part, -1.0)).collect();
            terms.push(term(*whole, 1.0));
            terms
        };
        let equations: Vec<Vec<(usize, f64)>> = margins.iter().map(of_margin).collect();
        for terms in equations {
            numbers.ledger.equate(terms);
        }
    }
}

impl Sheet<'_> {
    /// What tells numbers of one question and one cell apart.
    fn part(&self, row: &Row) -> String {
        // Shares are shares, whether a battery or a question asks for them.
        let estimate = match self.query.estimate {
            EstimateKind::Likert => EstimateKind::Proportion,
            other => other,
        };
        let category = row.category.as_ref().map(Code::to_text);
        let prob = row.by.get("prob").map(Code::to_text);
        let named = |codes: &[Code]| -> String {
            let texts: Vec<String> = codes.iter().map(Code::to_text).collect();
            texts.join("\u{1f}")
        };
        let is = self.query.of.as_ref().map(|of| named(&of.is));
        let part = [Some(format!("{estimate:?}")), category, prob, is];
        part.map(Option::unwrap_or_default).join("\u{1e}")
    }
}
