//! Secondary suppression over all that a document publishes: margins and parts of one data set, wherever they stand.

use super::sheet::{Key, Seen, Sheet, groups, project, sheets};
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
        while of_counts(&group, results) || of_values(&group, results) {}
    }
    differences(queries, results);
    for result in results {
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
fn of_counts(group: &[&Sheet], results: &mut [QueryResult]) -> bool {
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
    for (margin, parts) in margins(group) {
        let margin = implied(&mut ledger, &margin);
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

/// Every margin of the group with its parts, for each cross that has it. Crosses share the margins of the variables that they
/// have in common, printed or not.
fn margins(group: &[&Sheet]) -> Vec<(Key, Vec<Key>)> {
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

/// Protects the estimates; whether more had to be withheld.
fn of_values(group: &[&Sheet], results: &mut [QueryResult]) -> bool {
    let mut numbers = Numbers::default();
    for sheet in group {
        let rows = sheet
            .cells
            .iter()
            .flat_map(|(key, rows)| rows.iter().map(move |row| (key, row)));
        for (key, row) in rows.chain(sheet.averages.iter().map(|(key, row)| (key, row))) {
            let printed = &results[sheet.result].rows[*row];
            let entry = match (printed.estimate, printed.n) {
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
    of_margins(group, results, &mut numbers);
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
        terms.push((numbers.places[&own], terms.len() as f64));
        numbers.ledger.equate(terms);
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
fn of_margins(group: &[&Sheet], results: &[QueryResult], numbers: &mut Numbers) {
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
    let margins = margins(group);
    for ((measure, part), additive) in kinds {
        let of = |key: &Key, times_n| Number {
            measure: measure.clone(),
            part: part.clone(),
            key: key.clone(),
            times_n,
        };
        let mut term = |key: &Key, sign: f64| -> (usize, f64) {
            let printed = numbers.places.get(&of(key, false)).copied();
            let sheets = group.iter().filter(|sheet| sheet.measure == measure);
            let n = sheets.filter_map(|sheet| match sheet.seen(results, key)? {
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

/// Whether a row's number exists and is not shown.
pub(super) fn is_withheld(row: &Row) -> bool {
    let reasons = [
        Flag::TooFew,
        Flag::FewUnits,
        Flag::Unreliable,
        Flag::Secondary,
    ];
    row.estimate.is_none() && row.flags.iter().any(|flag| reasons.contains(flag))
}

/// Takes every number of a row away, and the differences that it stands in.
fn hide(result: &mut QueryResult, at: usize) {
    let Row {
        by, item, category, ..
    } = std::mem::take(&mut result.rows[at]);
    for difference in &mut result.comparisons {
        let alike = (&difference.item, &difference.category) == (&item, &category);
        let apart = difference
            .by
            .iter()
            .filter(|(name, code)| by.get(name.as_str()) != Some(*code));
        let apart: Vec<&String> = apart.map(|(name, _)| name).collect();
        let with = |name: &String| {
            by.get(name.as_str())
                .is_some_and(|code| code.to_text() == difference.with)
        };
        let stands = match apart.as_slice() {
            [] => true,
            [name] => with(name),
            _ => false,
        };
        if alike && stands && difference.estimate.is_some() {
            difference.estimate = None;
            difference.se = None;
            difference.df = None;
            difference.ci = None;
            difference.p = None;
            difference.flags = vec![Flag::Secondary];
        }
    }
    result.rows[at] = Row {
        by,
        item,
        category,
        flags: vec![Flag::Secondary],
        ..Row::default()
    };
}

/// A difference of two queries' rows would give back what one of them withholds.
fn differences(queries: &[Query], results: &mut [QueryResult]) {
    for query in queries
        .iter()
        .filter(|query| query.estimate == EstimateKind::Difference)
    {
        let of = results
            .iter()
            .filter(|result| query.queries.contains(&result.id));
        let withheld: Vec<Row> = of
            .flat_map(|result| result.rows.iter().filter(|row| is_withheld(row)).cloned())
            .collect();
        let same =
            |a: &Row, b: &Row| (&a.by, &a.item, &a.category) == (&b.by, &b.item, &b.category);
        for result in results.iter_mut().filter(|result| result.id == query.id) {
            for at in 0..result.rows.len() {
                let row = &result.rows[at];
                if row.estimate.is_some() && withheld.iter().any(|other| same(row, other)) {
                    hide(result, at);
                }
            }
        }
    }
}
