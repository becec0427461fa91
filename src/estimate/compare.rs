//! Differences between cells: to an average, to one of them, of all pairs, and from wave to wave.

use super::answer::CellEstimate;
use super::estimator::Estimator;
use super::result::Flag;
use super::statistic::Statistic;
use super::suppression::{Judged, Verdict};
use super::uncertainty::Uncertainty;
use crate::document::Adjust;
use crate::order::sort;
use std::collections::BTreeMap;

/// What cells are compared with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparing {
    /// What each cell is compared with.
    pub with: CompareWith,
    /// Place in `by` of the variable whose cells are compared; the others stay as they are.
    pub over: usize,
    /// How probabilities answer for being many.
    pub adjust: Adjust,
}

/// What each cell is compared with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CompareWith {
    /// The average over the same variable.
    Average,
    /// Every cell after it.
    Pairs,
    /// The cell of one category.
    Category(u32),
    /// The cell of the category before it, which is another sample; what the link between their scales adds to the error.
    Earlier {
        /// Standard error of the link.
        link_error: f64,
    },
}

impl Comparing {
    /// Each cell against the average over a variable.
    pub fn with_average(over: usize) -> Comparing {
        Comparing {
            with: CompareWith::Average,
            over,
            adjust: Adjust::None,
        }
    }
}

/// Differences between cells of the same key but for one variable; in the order of cell, part, other cell.
pub(super) fn differences(
    estimator: &mut Estimator,
    judged: &Judged,
    comparing: Comparing,
) -> Vec<CellEstimate> {
    let mut rows = Vec::new();
    for family in families(estimator, comparing.over) {
        for part in 0..estimator.statistics.parts.len() {
            let pairs = pairs(estimator, &family, comparing);
            let differences = pairs.into_iter().map(|(cell, other)| {
                let verdicts = [cell, other].map(|cell| judged.of(cell, part));
                let row = difference(estimator, comparing, part, [cell, other], &verdicts);
                (cell, part, other, row)
            });
            let mut differences: Vec<_> = differences.collect();
            let mut of_family: Vec<&mut CellEstimate> =
                differences.iter_mut().map(|(.., row)| row).collect();
            adjust(&mut of_family, comparing.adjust);
            rows.extend(differences);
        }
    }
    sort(&mut rows, &|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)));
    rows.into_iter().map(|(.., row)| row).collect()
}

/// Cells that differ in one variable only, in the order of its categories.
pub(super) fn families(estimator: &Estimator, over: usize) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<Vec<Option<u32>>, Vec<usize>> = BTreeMap::new();
    for cell in 0..estimator.cells.len() {
        let mut key = estimator.key(cell);
        key[over] = None;
        groups.entry(key).or_default().push(cell);
    }
    groups.into_values().collect()
}

fn pairs(estimator: &Estimator, family: &[usize], comparing: Comparing) -> Vec<(usize, usize)> {
    let category = |cell: usize| estimator.cells.key(cell)[comparing.over];
    match comparing.with {
        CompareWith::Average => Vec::new(),
        CompareWith::Pairs => family
            .iter()
            .enumerate()
            .flat_map(|(place, cell)| family[place + 1..].iter().map(|other| (*cell, *other)))
            .collect(),
        CompareWith::Category(with) => {
            let other = family.iter().find(|cell| category(**cell) == with);
            let others = family.iter().filter(|cell| category(**cell) != with);
            other
                .map(|other| others.map(|cell| (*cell, *other)).collect())
                .unwrap_or_default()
        }
        CompareWith::Earlier { .. } => family.windows(2).map(|two| (two[1], two[0])).collect(),
    }
}

/// One cell less another.
fn difference(
    estimator: &mut Estimator,
    comparing: Comparing,
    part: usize,
    [cell, other]: [usize; 2],
    verdicts: &[Verdict],
) -> CellEstimate {
    let kind = estimator.statistics.parts[part];
    let mut row = CellEstimate::empty(estimator.key(cell), kind.part);
    row.with = Some(estimator.cells.key(other)[comparing.over]);
    if let Some(flag) = Verdict::hidden(verdicts) {
        return row.withheld(flag);
    }
    let [own, others] = [cell, other].map(|cell| {
        estimator.statistics.cells[cell].parts[part]
            .statistic
            .as_ref()
    });
    let (Some(own), Some(others)) = (own, others) else {
        return row.withheld(Flag::NoData);
    };
    let size = own.value().abs().max(others.value().abs());
    row.estimate = Some(own.value() - others.value());
    let error = match comparing.with {
        CompareWith::Earlier { link_error } => {
            let [own, others] = [own, others].map(|of| estimator.uncertainty(of, of.value()));
            own.zip(others).map(|(own, others)| {
                own.and_independent(others)
                    .and_independent(Uncertainty::certain(link_error))
            })
        }
        _ => {
            let difference = Statistic::combine(&[(1.0, own), (-1.0, others)]);
            estimator.uncertainty(&difference, size)
        }
    };
    estimator.finish(&mut row, false, error);
    estimator.test(&mut row);
    row.under(verdicts)
}

/// Writes probabilities that answer for their number (Holm 1979; Benjamini and Hochberg 1995). The family is what is given.
pub(super) fn adjust(family: &mut [&mut CellEstimate], how: Adjust) {
    let mut tested: Vec<(usize, f64)> = family
        .iter()
        .enumerate()
        .filter_map(|(place, row)| Some((place, row.p?)))
        .collect();
    let count = tested.len();
    if how != Adjust::None && count > 0 {
        for row in family.iter_mut() {
            row.family = Some(count as u64);
        }
    }
    match how {
        Adjust::None => {}
        Adjust::Holm => {
            sort(&mut tested, &|a, b| a.1.total_cmp(&b.1));
            let mut least: f64 = 0.0;
            for (rank, (place, p)) in tested.into_iter().enumerate() {
                least = least.max(p * (count - rank) as f64).min(1.0);
                family[place].p_adjusted = Some(least);
            }
        }
        Adjust::Bh => {
            sort(&mut tested, &|a, b| b.1.total_cmp(&a.1));
            let mut most: f64 = 1.0;
            for (rank, (place, p)) in tested.into_iter().enumerate() {
                most = most.min(p * count as f64 / (count - rank) as f64);
                family[place].p_adjusted = Some(most);
            }
        }
    }
}
