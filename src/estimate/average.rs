//! Averages of cells with equal weight, and each cell against its average.
//!
//! Both are linear in the cells, so their influence values are the same combination of the cells' and go through the same
//! variance: where cells share sampling units the covariance is in it, and for independent countries it comes to √(Σ se²) / N.

use super::answer::CellEstimate;
use super::estimand::PartPlan;
use super::estimator::Estimator;
use super::result::Flag;
use crate::design::Variance;
use crate::document::Basis;
use crate::numeric::Sum;
use std::collections::BTreeMap;
use std::ops::Range;

/// Cells that are averaged together.
struct Family {
    /// Their common key, none on the averaged variable.
    key: Vec<Option<u32>>,
    members: Vec<Member>,
    /// Cells of the family that are withheld.
    withheld: Vec<(usize, Flag)>,
    /// Units of all members together; they rise.
    units: Vec<u32>,
    /// Runs of `units` that share a stratum in which some member has a valid answer.
    strata: Vec<Range<usize>>,
    df: f64,
}

/// A cell of the average.
struct Member {
    cell: usize,
    /// Place of each segment's unit among the family's units.
    place: Vec<u32>,
}

/// Averages over one variable, and differences of the cells to them.
pub(super) fn over(
    estimator: &mut Estimator,
    over: usize,
    compare: bool,
) -> (Vec<CellEstimate>, Vec<CellEstimate>) {
    let mut averages = Vec::new();
    let mut comparisons: Vec<(usize, usize, CellEstimate)> = Vec::new();
    for family in families(estimator, over) {
        for (index, part) in estimator.plan.parts.iter().enumerate() {
            let average = Average::of(estimator, &family, part);
            averages.push(average.row(estimator, &family, part));
            if !compare {
                continue;
            }
            for member in 0..family.members.len() {
                let cell = family.members[member].cell;
                let row = average.difference(estimator, &family, part, member);
                comparisons.push((cell, index, row));
            }
            for (cell, flag) in &family.withheld {
                let row = CellEstimate::empty(key_of(estimator, *cell), part.part);
                comparisons.push((*cell, index, row.withheld(*flag)));
            }
        }
    }
    comparisons.sort_by_key(|(cell, part, _)| (*cell, *part));
    let comparisons = comparisons.into_iter().map(|(_, _, row)| row).collect();
    (averages, comparisons)
}

fn key_of(estimator: &Estimator, cell: usize) -> Vec<Option<u32>> {
    estimator
        .cells
        .key(cell)
        .iter()
        .copied()
        .map(Some)
        .collect()
}

fn families(estimator: &Estimator, over: usize) -> Vec<Family> {
    let mut groups: BTreeMap<Vec<Option<u32>>, Vec<usize>> = BTreeMap::new();
    for cell in 0..estimator.cells.len() {
        let mut key = key_of(estimator, cell);
        key[over] = None;
        groups.entry(key).or_default().push(cell);
    }
    let groups = groups.into_iter();
    groups
        .map(|(key, cells)| family(estimator, key, &cells))
        .collect()
}

fn family(estimator: &Estimator, key: Vec<Option<u32>>, cells: &[usize]) -> Family {
    let (mut members, mut withheld) = (Vec::new(), Vec::new());
    for &cell in cells {
        match estimator.withheld(cell) {
            Some(flag) => withheld.push((cell, flag)),
            None => members.push(cell),
        }
    }
    let mut units: Vec<u32> = Vec::new();
    if estimator.options.basis == Basis::Probability {
        let of_members = members.iter().map(|cell| estimator.cells.units(*cell));
        units.extend(of_members.flatten());
    }
    // Each member's units rise, and a sort that finds runs merges them.
    units.sort();
    units.dedup();
    let mut valid = vec![false; units.len()];
    let members = members.into_iter().map(|cell| {
        let mut place = 0;
        let mut places = Vec::new();
        if !units.is_empty() {
            let answered = estimator.tally.valid(estimator.cells.segments(cell));
            for (unit, answered) in estimator.cells.units(cell).iter().zip(answered) {
                while units[place] < *unit {
                    place += 1;
                }
                places.push(place as u32);
                valid[place] |= answered;
            }
        }
        Member {
            cell,
            place: places,
        }
    });
    let members = members.collect();
    let mut strata = estimator.design.strata_of(&units);
    strata.retain(|run| valid[run.clone()].contains(&true));
    let df = estimator.degrees_of_freedom(&units, &valid);
    Family {
        key,
        members,
        withheld,
        units,
        strata,
        df,
    }
}

/// The average of one part over a family.
struct Average {
    /// None where a cell of the family has no value of its own, or there is no cell.
    value: Option<f64>,
    values: Vec<Option<f64>>,
    /// Influence of each unit of the family on the average.
    influence: Vec<f64>,
    /// Influence of each member on itself, by segment.
    own: Vec<Vec<f64>>,
    /// What each stratum adds to the average's variance.
    by_stratum: Vec<Variance>,
}

impl Average {
    fn of(estimator: &Estimator, family: &Family, part: &PartPlan) -> Average {
        let members = family.members.iter();
        let values: Vec<Option<f64>> = members
            .map(|member| estimator.value(member.cell, part))
            .collect();
        let count = values.len() as f64;
        let known: Option<Vec<f64>> = values.iter().copied().collect();
        let value = known
            .filter(|known| !known.is_empty())
            .map(|known| known.into_iter().collect::<Sum>().total() / count);
        let mut influence = vec![0.0; family.units.len()];
        let mut own = Vec::with_capacity(family.members.len());
        for member in &family.members {
            let mut of_member = Vec::new();
            if !family.units.is_empty() {
                estimator.influence(member.cell, part, &mut of_member);
            }
            for (place, own) in member.place.iter().zip(&of_member) {
                influence[*place as usize] += own / count;
            }
            own.push(of_member);
        }
        let by_stratum = family.strata.iter().map(|run| {
            let mut variance = Variance::default();
            let (units, influence) = (&family.units[run.clone()], &influence[run.clone()]);
            estimator
                .design
                .add_stratum(units, influence, &mut variance);
            variance
        });
        Average {
            value,
            values,
            by_stratum: by_stratum.collect(),
            influence,
            own,
        }
    }

    fn row(&self, estimator: &mut Estimator, family: &Family, part: &PartPlan) -> CellEstimate {
        let mut row = CellEstimate::empty(family.key.clone(), part.part);
        row.averaged = Some(family.members.len() as u64);
        row.estimate = self.value;
        if let Some(value) = self.value {
            let n = |member: &Member| estimator.tally.cells[member.cell].n;
            row.n = Some(family.members.iter().map(n).sum());
            let mut variance = Variance::default();
            self.by_stratum
                .iter()
                .for_each(|stratum| variance.add(stratum));
            let errors = estimator.options.basis == Basis::Probability;
            let error = errors.then(|| estimator.uncertainty(&variance, family.df, value));
            estimator.finish(&mut row, part.share, error);
        } else {
            row.flags.push(Flag::NoData);
        }
        if !family.withheld.is_empty() {
            row.flags.push(Flag::PartialAverage);
        }
        row
    }

    /// A member less the average.
    fn difference(
        &self,
        estimator: &mut Estimator,
        family: &Family,
        part: &PartPlan,
        member: usize,
    ) -> CellEstimate {
        let cell = family.members[member].cell;
        let mut row = CellEstimate::empty(key_of(estimator, cell), part.part);
        row.averaged = Some(family.members.len() as u64);
        row.n = Some(estimator.tally.cells[cell].n);
        let (Some(own), Some(average), 2..) =
            (self.values[member], self.value, family.members.len())
        else {
            // A cell that is its own average differs from nothing.
            return row.withheld(Flag::NoData);
        };
        row.estimate = Some(own - average);
        let variance = self.variance_of_difference(estimator, family, member);
        let size = own.abs().max(average.abs());
        let errors = estimator.options.basis == Basis::Probability;
        let error = errors.then(|| estimator.uncertainty(&variance, family.df, size));
        estimator.finish(&mut row, false, error);
        estimator.test(&mut row);
        if !family.withheld.is_empty() {
            row.flags.push(Flag::PartialAverage);
        }
        row
    }

    /// Only the strata that the member touches have other influence values than the average's.
    fn variance_of_difference(
        &self,
        estimator: &Estimator,
        family: &Family,
        member: usize,
    ) -> Variance {
        let places = &family.members[member].place;
        let own = &self.own[member];
        let mut variance = Variance::default();
        let mut next = 0;
        let mut values = Vec::new();
        for (run, of_average) in family.strata.iter().zip(&self.by_stratum) {
            while next < places.len() && (places[next] as usize) < run.start {
                next += 1;
            }
            let first = next;
            while next < places.len() && (places[next] as usize) < run.end {
                next += 1;
            }
            if first == next {
                variance.add(of_average);
                continue;
            }
            values.clear();
            values.extend(self.influence[run.clone()].iter().map(|value| -value));
            for (place, own) in places[first..next].iter().zip(&own[first..next]) {
                values[*place as usize - run.start] += own;
            }
            let units = &family.units[run.clone()];
            estimator.design.add_stratum(units, &values, &mut variance);
        }
        variance
    }
}
