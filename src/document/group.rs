//! Sheets that count the same records, as far as a reader can tell.

use super::sheet::{Seen, Sheet};
use super::space::Space;
use crate::estimate::QueryResult;
use crate::order::sort;
use std::collections::{BTreeMap, BTreeSet};

/// What is seen of one question, wherever it is printed.
struct Unit<'s, 'q> {
    sheets: Vec<&'s Sheet<'q>>,
    crosses: BTreeSet<usize>,
    /// By region.
    seen: BTreeMap<usize, Seen>,
}

/// Regions of one cross within those of another, by the numbers of both.
type Parts = BTreeMap<(usize, usize), Vec<(usize, usize)>>;

/// The sheets that are held against each other, in groups: every question with all others that do not contradict it; and every
/// question by itself, for others may count other people and nobody see it. Groups that withhold nothing are left out.
pub(super) fn groups<'s, 'q>(
    space: &Space,
    sheets: &'s [Sheet<'q>],
    results: &[QueryResult],
) -> Vec<Vec<&'s Sheet<'q>>> {
    let crosses = || 0..space.crosses.len();
    let pairs = crosses().flat_map(|fine| crosses().map(move |coarse| (fine, coarse)));
    let pairs = pairs.filter(|(fine, coarse)| fine != coarse);
    let parts: Parts = pairs
        .map(|(fine, coarse)| ((fine, coarse), space.parts(fine, coarse)))
        .collect();
    let units = units(sheets, results, &parts);
    let agree = |unit: &Unit| -> Vec<bool> {
        let others = units.iter();
        others
            .map(|other| !unit.contradicts(other, false, &parts))
            .collect()
    };
    let agree: Vec<Vec<bool>> = units.iter().map(agree).collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for first in 0..units.len() {
        let mut group = vec![first];
        for other in (0..units.len()).filter(|other| *other != first) {
            if group.iter().all(|member| agree[*member][other]) {
                group.push(other);
            }
        }
        sort(&mut group, &Ord::cmp);
        groups.push(group);
    }
    groups.extend((0..units.len()).map(|unit| vec![unit]));
    let mut known = BTreeSet::new();
    groups.retain(|group| known.insert(group.clone()));
    let sheets = |group: Vec<usize>| -> Vec<&'s Sheet<'q>> {
        let units = group.into_iter().map(|unit| &units[unit]);
        units.flat_map(|unit| unit.sheets.iter().copied()).collect()
    };
    let groups = groups.into_iter().map(sheets);
    groups
        .filter(|group| group.iter().any(|sheet| sheet.withholds(results)))
        .collect()
}

/// What is printed of each question, as far as it agrees.
fn units<'s, 'q>(
    sheets: &'s [Sheet<'q>],
    results: &[QueryResult],
    parts: &Parts,
) -> Vec<Unit<'s, 'q>> {
    let mut units: Vec<Unit> = Vec::new();
    for sheet in sheets {
        let unit = Unit::of(sheet, results);
        let fits = |known: &&mut Unit| {
            known.sheets[0].measure == sheet.measure && !known.contradicts(&unit, true, parts)
        };
        match units.iter_mut().find(fits) {
            Some(known) => known.take(unit),
            None => units.push(unit),
        }
    }
    units
}

impl<'s, 'q> Unit<'s, 'q> {
    fn of(sheet: &'s Sheet<'q>, results: &[QueryResult]) -> Unit<'s, 'q> {
        let regions = sheet.places.keys();
        let seen = regions.filter_map(|region| Some((*region, sheet.seen(results, *region)?)));
        Unit {
            sheets: vec![sheet],
            crosses: BTreeSet::from([sheet.cross]),
            seen: seen.collect(),
        }
    }

    /// Takes what another sheet prints of the same question.
    fn take(&mut self, other: Unit<'s, 'q>) {
        self.sheets.extend(other.sheets);
        self.crosses.extend(other.crosses);
        for (region, seen) in other.seen {
            let known = self.seen.entry(region).or_insert(seen);
            if *known == Seen::Withheld {
                *known = seen;
            }
        }
    }

    /// Whether another counts other records: another n in one region, or parts that are more than the whole. What one rule
    /// withholds of a question another may print.
    fn contradicts(&self, other: &Unit, same_question: bool, parts: &Parts) -> bool {
        if self.seen == other.seen {
            return false;
        }
        let apart = |(region, own): (&usize, &Seen)| match (own, other.seen.get(region)) {
            (_, None) => false,
            (Seen::Records(_), Some(Seen::Withheld)) | (Seen::Withheld, Some(Seen::Records(_))) => {
                !same_question
            }
            (own, Some(theirs)) => own != theirs,
        };
        self.seen.iter().any(apart) || self.exceeds(other, parts) || other.exceeds(self, parts)
    }

    /// Whether its parts are more than the whole that another prints.
    fn exceeds(&self, other: &Unit, parts: &Parts) -> bool {
        let pairs = self.crosses.iter();
        let mut pairs =
            pairs.flat_map(|fine| other.crosses.iter().map(move |coarse| (*fine, *coarse)));
        pairs.any(|pair| {
            let mut sums: BTreeMap<usize, u64> = BTreeMap::new();
            for (part, whole) in parts.get(&pair).into_iter().flatten() {
                if let Some(Seen::Records(n)) = self.seen.get(part) {
                    *sums.entry(*whole).or_default() += n;
                }
            }
            let less = |(whole, sum): (&usize, &u64)| {
                matches!(other.seen.get(whole), Some(Seen::Records(n)) if n < sum)
            };
            sums.iter().any(less)
        })
    }
}
