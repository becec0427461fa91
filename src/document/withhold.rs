//! Secondary suppression over all that a document publishes: margins and parts of one data set, wherever they stand.

use super::Document;
use super::atom::Answers;
use super::group::groups;
use super::hide::{differences, hide};
use super::letters;
use super::margin::{Margin, margins};
use super::number::of_estimates;
use super::sheet::{Seen, Sheet, sheets};
use super::space::Space;
use crate::error::Error;
use crate::estimate::{Entry, Flag, Ledger, Protected, QueryResult, Row};
use std::collections::{BTreeMap, BTreeSet};

/// Withholds further numbers until none that is withheld follows from those that are shown.
///
/// Held against each other are all results of one data set, whatever their `by` and their `where`, unless their numbers of records
/// contradict each other: what they count, and for means and shares what they count times what they say. A printed cell is the
/// set of records that its key and its condition name (`space.rs`); what adds up to what is found in [`margins`], which says
/// what is not found. The shares of one question add up to 1; nets and means follow from them, and so do regional averages.
/// A reader is taken to know which answers occur, and who gave none; where that alone would give a withheld number away, also one
/// who does not know.
///
/// `answers` says which answers occur in a column of a data set, where it is not one of numbers.
pub(super) fn withhold(document: &Document, answers: &Answers, results: &mut [QueryResult]) {
    for dataset in &document.datasets {
        let mut sheets = sheets(&document.queries, dataset, results);
        if !sheets.iter().any(|sheet| sheet.withholds(results)) {
            continue;
        }
        loop {
            let mut space = Space::new(document, dataset, answers, true, &mut sheets);
            let exposed = hold_all(&mut space, &sheets, results).exposed;
            if !exposed {
                break;
            }
            // Some are withheld who gave no answer: what then follows must not follow for a reader who knows nothing of them.
            let mut space = Space::new(document, dataset, answers, false, &mut sheets);
            if !hold_all(&mut space, &sheets, results).changed {
                break;
            }
        }
    }
    differences(&document.queries, results);
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
            letters::renew(result);
            let note = Error::new("cells_secondary").with("cells", count);
            result.notes.push(note);
        }
    }
}

/// What became of numbers that were held against each other.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Held {
    /// Whether more had to be withheld.
    pub changed: bool,
    /// Whether something that is withheld can be worked out all the same.
    pub exposed: bool,
}

impl Held {
    fn and(self, other: Held) -> Held {
        Held {
            changed: self.changed || other.changed,
            exposed: self.exposed || other.exposed,
        }
    }
}

/// Holds the sheets of a data set against each other.
fn hold_all(space: &mut Space, sheets: &[Sheet], results: &mut [QueryResult]) -> Held {
    let groups = groups(space, sheets, results);
    let margins = groups.iter().map(|group| margins(space, group, results));
    let margins: Vec<Vec<Margin>> = margins.collect();
    let mut held = Held::default();
    let mut open: BTreeSet<usize> = (0..groups.len()).collect();
    while let Some(at) = open.pop_first() {
        let now = hold(&groups[at], &margins[at], results);
        held = held.and(now);
        if now.changed {
            // What was withheld here has to be protected elsewhere.
            let is_own = |sheet: &&Sheet| groups[at].iter().any(|own| std::ptr::eq(*own, *sheet));
            let others = (0..groups.len()).filter(|other| *other != at);
            open.extend(others.filter(|other| groups[*other].iter().any(is_own)));
        }
    }
    held
}

/// Holds the sheets of a group against each other.
fn hold(group: &[&Sheet], margins: &[Margin], results: &mut [QueryResult]) -> Held {
    let measures: BTreeSet<&str> = group.iter().map(|sheet| sheet.measure.as_str()).collect();
    let mut held = Held::default();
    loop {
        held = held.and(of_counts(group, margins, results));
        let mut estimates = Held::default();
        // Questions share their numbers of records, and no equation joins their estimates.
        for measure in &measures {
            let own = group.iter().filter(|sheet| sheet.measure == *measure);
            let own: Vec<&Sheet> = own.copied().collect();
            estimates = estimates.and(of_estimates(&own, margins, results));
        }
        held = held.and(estimates);
        if !estimates.changed {
            return held;
        }
    }
}

/// Protects the cells' numbers of records.
fn of_counts(group: &[&Sheet], margins: &[Margin], results: &mut [QueryResult]) -> Held {
    let mut ledger = Ledger::default();
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    let printed = group.iter().flat_map(|sheet| sheet.places.keys());
    let implied = margins
        .iter()
        .flat_map(|(whole, parts)| parts.iter().chain([whole]));
    for region in printed.chain(implied) {
        if !places.contains_key(region) {
            places.insert(*region, ledger.enter(of_region(group, results, *region)));
        }
    }
    for (whole, parts) in margins {
        let parts = parts.iter().map(|part| (places[part], -1.0));
        ledger.equate(parts.chain([(places[whole], 1.0)]).collect());
    }
    let Protected { further, exposed } = ledger.protect();
    let chosen = places.iter().filter(|(_, place)| further.contains(place));
    for (region, _) in chosen {
        for sheet in group {
            for row in sheet.rows(*region) {
                hide(&mut results[sheet.result], *row);
            }
        }
    }
    Held {
        changed: !further.is_empty(),
        exposed,
    }
}

/// What a reader knows of a region's number of records. What is printed in one place is withheld in vain in another.
fn of_region(group: &[&Sheet], results: &[QueryResult], region: usize) -> Entry {
    let seen = group
        .iter()
        .filter_map(|sheet| Some((sheet, sheet.seen(results, region)?)));
    let mut entry = Entry::Unpublished;
    for (sheet, seen) in seen {
        entry = match (seen, entry) {
            (Seen::Nobody, _) | (_, Entry::Fixed) => Entry::Fixed,
            (Seen::Records(_), _) if !sheet.secondary => Entry::Fixed,
            (Seen::Records(n), _) => Entry::Shown { n, value: n as f64 },
            (Seen::Withheld, Entry::Unpublished) if sheet.secondary => Entry::Withheld,
            (_, entry) => entry,
        };
    }
    entry
}
