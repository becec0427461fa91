//! Statistics that are fitted to the records of a cell: quantiles, coefficients, correlations.

use super::cells::Cells;
use super::spread::{of_records, units_of_members};
use super::statistic::{Spread, Statistic};
use super::statistics::{CellStatistics, Kind, PartStatistic, Statistics};
use crate::design::{ReplicateWeights, SurveyDesign};
use std::rc::Rc;

/// An estimand that is no ratio of sums.
pub(super) trait Fitted {
    /// Its parts.
    fn parts(&self) -> Vec<Kind>;

    /// Whether a record has all that the fit takes.
    fn takes(&self, record: usize) -> bool;

    /// Fits the parts to records, all of which it takes, under weights of at least 0. None where there is no solution. After the
    /// parts may stand what [`Fitted::influence`] wants to know.
    fn fit(&self, records: &[u32], weights: &[f64]) -> Option<Vec<f64>>;

    /// Influence of each record on each part at a fit, weight included: a row of records a part.
    fn influence(&self, fit: &[f64], records: &[u32], weights: &[f64]) -> Vec<Vec<f64>>;

    /// Degrees of freedom that the parameters take up beyond the first.
    fn fewer(&self) -> f64 {
        0.0
    }
}

/// Every part in every cell.
pub(super) fn statistics(
    design: &SurveyDesign,
    cells: &Cells,
    fitted: &dyn Fitted,
    errors: bool,
) -> Statistics {
    let parts = fitted.parts();
    let cell = |cell| of_cell(design, cells, cell, fitted, errors, parts.len());
    Statistics {
        cells: (0..cells.len()).map(cell).collect(),
        parts,
    }
}

fn of_cell(
    design: &SurveyDesign,
    cells: &Cells,
    cell: usize,
    fitted: &dyn Fitted,
    errors: bool,
    parts: usize,
) -> CellStatistics {
    let (members, member_weights) = cells.members(cells.segments(cell));
    let taken: Vec<bool> = members
        .iter()
        .map(|member| fitted.takes(*member as usize))
        .collect();
    let (mut records, mut weights) = (Vec::new(), Vec::new());
    for ((member, weight), taken) in members.iter().zip(member_weights).zip(&taken) {
        if *taken {
            records.push(*member);
            weights.push(*weight);
        }
    }
    let of_taken = || {
        let members = units_of_members(cells, cell).zip(&taken);
        members.filter(|(_, taken)| **taken).map(|(unit, _)| unit)
    };
    let mut units: Vec<u32> = Vec::new();
    if errors && design.replicates().is_none() {
        units.extend(of_taken());
        units.dedup();
    }
    let mut statistics: Vec<Option<Statistic>> = vec![None; parts];
    if let Some(fit) = fitted.fit(&records, &weights) {
        let spreads = match (errors, design.replicates()) {
            (false, _) => vec![Spread::None; parts],
            (true, Some(replicates)) => refits(fitted, &records, &weights, replicates, parts),
            (true, None) => {
                let rows = fitted.influence(&fit, &records, &weights);
                rows.into_iter()
                    .map(|row| {
                        let mut row = row.into_iter();
                        let place = |taken: &bool| taken.then(|| row.next()).flatten();
                        let influence: Vec<Option<f64>> = taken.iter().map(place).collect();
                        of_records(design, cells, cell, &influence)
                    })
                    .collect()
            }
        };
        for ((statistic, value), spread) in statistics.iter_mut().zip(fit).zip(spreads) {
            *statistic = value.is_finite().then(|| Statistic::of(value, spread));
        }
    }
    let fewer = fitted.fewer();
    let part = |statistic| PartStatistic {
        fewer,
        ..PartStatistic::of(statistic)
    };
    CellStatistics {
        n: records.len() as u64,
        weight: weights.iter().sum(),
        primary: Some(design.primary_units_of(of_taken())),
        units,
        parts: statistics.into_iter().map(part).collect(),
    }
}

/// The fit under each replicate weight.
fn refits(
    fitted: &dyn Fitted,
    records: &[u32],
    weights: &[f64],
    replicates: &ReplicateWeights,
    parts: usize,
) -> Vec<Spread> {
    let samples = replicates.samples_of(records);
    let mut values = vec![vec![f64::NAN; samples.len() * replicates.count()]; parts];
    let mut own = weights.to_vec();
    for (at, sample) in samples.iter().enumerate() {
        for replicate in 0..replicates.count() {
            for ((own, weight), record) in own.iter_mut().zip(weights).zip(records) {
                let record = *record as usize;
                *own = match replicates.is_of(record, *sample) {
                    true => replicates.of_record(record)[replicate],
                    false => *weight,
                };
            }
            if let Some(fit) = fitted.fit(records, &own) {
                for (values, value) in values.iter_mut().zip(fit) {
                    values[at * replicates.count() + replicate] = value;
                }
            }
        }
    }
    let spread = |values| Spread::Replicates {
        samples: Rc::clone(&samples),
        values,
    };
    values.into_iter().map(spread).collect()
}
