//! Secondary suppression over all that a document publishes: margins and parts of one data set, wherever they stand.

use super::hide::{differences, hide, is_withheld};
use super::sheet::{Key, Margin, Seen, Sheet, groups, margins, sheets};
use super::{EstimateKind, Query};
use crate::codebook::Code;
use crate::error::Error;
use crate::estimate::{Entry, Flag, Ledger, QueryResult, Row};
use std::collections::{BTreeMap, BTreeSet};

/// Key of the regional average in the rows.
const AVERAGE: &str = "average";

/// Withholds further numbers until none that is withheld follows from those that are shown.
///
/// Held against each other are the results of one data set and one `where`, unless their numbers of records contradict each
/// other: what they count, and for means and shares what they count times what they say. Margins that nobody printed but two
/// crosses share are among the equations; so are the shares of one question, which add up to 1, the nets and means that follow
/// from them, and regional averages. Not held: what follows only from combinations that nobody is in, across crosses neither of
/// which is a part of the other.
pub(super) fn withhold(queries: &[Query], results: &mut [QueryResult]) {
    let sheets = sheets(queries, results);
    for group in groups(&sheets, results) {
        let margins = margins(&group);
        let measures: BTreeSet<&str> = group.iter().map(|sheet| sheet.measure.as_str()).collect();
        let mut open = true;
        while open {
            open = of_counts(&group, &margins, results);
            // Questions share their numbers of records, and no equation joins their estimates.
            for measure in &measures {
                let own = group.iter().filter(|sheet| sheet.measure == *measure);
                open |= of_values(&own.copied().collect::<Vec<_>>(), &margins, results);
            }
        }
    }
    differences(queries, results);
    for result in results {
        // Records of the cells that are shown, taken from their margin, would count those of one that is not.
        let counted = [Flag::TooFew, Flag::FewUnits, Flag::Secondary];
        let withheld = |row: &Row| row.flags.iter().any(|flag| counted.contains(flag));
        if result.rows.iter().any(withheld) {
            for row in &mut result.rows {
                row.response = None;
            }
        }
        let further = result.rows.iter();
        let further = further.filter(|row| row.flags.contains(&Flag::Secondary));
        let count = further.count();
        if count > 0 {
            let note = Error::new("cells_secondary").with("cells", count);
            result.notes.push(note);
        }
    }
}

/// Protects the cells' numbers of records; whether more had to be withheld.
fn of_counts(group: &[&Sheet], margins: &[Margin], results: &mut [QueryResult]) -> bool {
    let mut ledger = Ledger::default();
    let mut places: BTreeMap<Key, usize> = BTreeMap::new();
    for key in group.iter().flat_map(|sheet| sheet.cells.keys()) {
        if !places.contains_key(key) {
            places.insert(key.clone(), ledger.enter(of_cell(group, results, key)));
        }
    }
    let mut implied = |ledger: &mut Ledger, margin: &Key| {
        let place = places.get(margin).copied();
        place.unwrap_or_else(|| {
            let place = ledger.enter(Entry::Unpublished);
            places.insert(margin.clone(), place);
            place
        })
    };
    for (margin, parts) in margins {
        let margin = implied(&mut ledger, margin);
        let parts: Vec<usize> = parts
            .iter()
            .map(|part| implied(&mut ledger, part))
            .collect();
        let parts = parts.into_iter().map(|part| (part, -1.0));
        ledger.equate([(margin, 1.0)].into_iter().chain(parts).collect());
    }
    let further: BTreeSet<usize> = ledger.protect().into_iter().collect();
    let chosen = places.iter().filter(|(_, place)| further.contains(place));
    for (key, _) in chosen {
        for sheet in group {
            for row in sheet.cells.get(key).into_iter().flatten() {
                hide(&mut results[sheet.result], *row);
            }
        }
    }
    !further.is_empty()
}

/// What a reader knows of a cell's number of records.
fn of_cell(group: &[&Sheet], results: &[QueryResult], key: &Key) -> Entry {
    let seen = group
        .iter()
        .filter_map(|sheet| Some((sheet, sheet.seen(results, key)?)));
    let mut entry = Entry::Unpublished;
    for (sheet, seen) in seen {
        entry = match (seen, entry) {
            (Seen::Nobody, _) | (_, Entry::Fixed) => Entry::Fixed,
            (Seen::Records(_), _) if !sheet.secondary => Entry::Fixed,
            (Seen::Withheld, _) if sheet.secondary => Entry::Withheld,
            (Seen::Records(n), Entry::Unpublished) => Entry::Shown { n, value: n as f64 },
            (_, entry) => entry,
        };
    }
    entry
}

/// A number of a cell: n times the estimate, or the estimate alone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Number {
    measure: String,
    part: String,
    key: Key,
    /// Whether it is the product with an n that is not known.
    times_n: bool,
}

/// Numbers with their places in a ledger, and the rows that print them.
#[derive(Default)]
struct Numbers {
    ledger: Ledger,
    places: BTreeMap<Number, usize>,
    rows: BTreeMap<usize, Vec<(usize, usize)>>,
}

impl Numbers {
    fn place(&mut self, number: Number, entry: Entry) -> usize {
        let ledger = &mut self.ledger;
        *self
            .places
            .entry(number)
            .or_insert_with(|| ledger.enter(entry))
    }
}

/// Protects the estimates of one question; whether more had to be withheld.
fn of_values(group: &[&Sheet], margins: &[Margin], results: &mut [QueryResult]) -> bool {
    let rows = |sheet: &&Sheet| results[sheet.result].rows.iter().any(is_withheld);
    if !group.iter().any(rows) {
        return false;
    }
    let mut numbers = Numbers::default();
    for sheet in group {
        let rows = sheet
            .cells
            .iter()
            .flat_map(|(key, rows)| rows.iter().map(move |row| (key, row)));
        for (key, row) in rows.chain(sheet.averages.iter().map(|(key, row)| (key, row))) {
            let printed = &results[sheet.result].rows[*row];
            let is_average = key.iter().any(|(_, code)| code == AVERAGE);
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
            let place = numbers.place(sheet.number(printed, key, false), entry);
            numbers
                .rows
                .entry(place)
                .or_default()
                .push((sheet.result, *row));
        }
    }
    for sheet in group {
        of_averages(sheet, results, &mut numbers);
        of_answers(sheet, results, &mut numbers);
    }
    of_margins(group, margins, results, &mut numbers);
    let further = numbers.ledger.protect();
    for place in &further {
        for (result, row) in numbers.rows.get(place).into_iter().flatten() {
            hide(&mut results[*result], *row);
        }
    }
    further.iter().any(|place| numbers.rows.contains_key(place))
}

/// N times an average less its members is 0. What was withheld at first is no member.
fn of_averages(sheet: &Sheet, results: &[QueryResult], numbers: &mut Numbers) {
    let rows = &results[sheet.result].rows;
    for (key, average) in &sheet.averages {
        let own = sheet.number(&rows[*average], key, false);
        let mut terms = Vec::new();
        for (cell, members) in &sheet.cells {
            let alike = cell.iter().zip(key).all(|(a, b)| a == b || b.1 == AVERAGE);
            for member in members.iter().map(|row| &rows[*row]).filter(|_| alike) {
                let number = sheet.number(member, cell, false);
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
    for (key, cell) in &sheet.cells {
        if !matches!(sheet.seen(results, key), Some(Seen::Records(_))) {
            continue;
        }
        let (mut sum, mut net, mut mean) = (Vec::new(), Vec::new(), Vec::new());
        let (mut has_net, mut has_mean) = (false, false);
        for row in cell.iter().map(|row| &rows[*row]) {
            let Some(category) = &row.category else {
                continue;
            };
            let place = numbers.places[&sheet.number(row, key, false)];
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
    let mut kinds: BTreeMap<(String, String), bool> = BTreeMap::new();
    for sheet in group {
        let additive = match sheet.query.estimate {
            EstimateKind::Total | EstimateKind::Count => true,
            EstimateKind::Mean | EstimateKind::Proportion | EstimateKind::Likert => false,
            _ => continue,
        };
        for row in sheet.cells.values().flatten() {
            let number = sheet.number(&results[sheet.result].rows[*row], &Key::new(), false);
            kinds.insert((number.measure, number.part), additive);
        }
    }
    for ((measure, part), additive) in kinds {
        let of = |key: &Key, times_n| Number {
            measure: measure.clone(),
            part: part.clone(),
            key: key.clone(),
            times_n,
        };
        let mut term = |key: &Key, sign: f64| -> (usize, f64) {
            let printed = numbers.places.get(&of(key, false)).copied();
            let n = group
                .iter()
                .filter_map(|sheet| match sheet.seen(results, key)? {
                    Seen::Records(n) => Some(n as f64),
                    Seen::Nobody => Some(0.0),
                    Seen::Withheld => None,
                });
            match (printed, n.max_by(f64::total_cmp)) {
                (Some(place), _) if additive => (place, sign),
                (Some(place), Some(n)) => (place, sign * n),
                (Some(_), None) => (numbers.place(of(key, true), Entry::Withheld), sign),
                (None, _) => (numbers.place(of(key, true), Entry::Unpublished), sign),
            }
        };
        let equations: Vec<Vec<(usize, f64)>> = margins
            .iter()
            .map(|(margin, parts)| {
                let parts: Vec<_> = parts.iter().map(|part| term(part, -1.0)).collect();
                [term(margin, 1.0)].into_iter().chain(parts).collect()
            })
            .collect();
        for terms in equations {
            numbers.ledger.equate(terms);
        }
    }
}

impl Sheet<'_> {
    /// The number that a row prints.
    fn number(&self, row: &Row, key: &Key, times_n: bool) -> Number {
        let category = row.category.as_ref().map(Code::to_text);
        let prob = row.by.get("prob").map(Code::to_text);
        let named = |codes: &[Code]| -> String {
            let texts: Vec<String> = codes.iter().map(Code::to_text).collect();
            texts.join("\u{1f}")
        };
        let is = self.query.of.as_ref().map(|of| named(&of.is));
        let part = [Some(self.estimate()), category, prob, is];
        Number {
            measure: self.measure.clone(),
            part: part.map(Option::unwrap_or_default).join("\u{1e}"),
            key: key.clone(),
            times_n,
        }
    }

    /// Shares are shares, whether a battery or a question asks for them.
    fn estimate(&self) -> String {
        match self.query.estimate {
            EstimateKind::Likert => format!("{:?}", EstimateKind::Proportion),
            other => format!("{other:?}"),
        }
    }
}
