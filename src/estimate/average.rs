//! Averages of cells with equal weight, and each cell against its average.
//!
//! Both are combinations of the cells' statistics: where cells share sampling units or replicates the covariance is in them, and
//! for independent countries an average's error comes to √(Σ se²) / N.

use super::answer::CellEstimate;
use super::compare::{Comparing, adjust, families};
use super::estimator::Estimator;
use super::result::Flag;
use super::statistic::Statistic;
use super::statistics::Kind;
use super::suppression::{Judged, Verdict};
use crate::order::sort;

/// Cells that are averaged together.
struct Family {
    /// Their common key, none on the averaged variable.
    key: Vec<Option<u32>>,
    /// Those that are shown.
    members: Vec<usize>,
    /// Those that are withheld.
    withheld: Vec<(usize, Flag)>,
}

/// Averages over one variable, and differences of the cells to them. An average is judged as its members are, by its own error.
pub(super) fn over(
    estimator: &mut Estimator,
    judged: &Judged,
    over: usize,
    comparing: Option<Comparing>,
) -> (Vec<CellEstimate>, Vec<CellEstimate>) {
    let mut averages: Vec<(usize, usize, CellEstimate)> = Vec::new();
    let mut comparisons: Vec<(usize, usize, CellEstimate)> = Vec::new();
    for (index, kind) in estimator.statistics.parts.iter().enumerate() {
        for (place, family) in families_of(estimator, judged, over, index)
            .into_iter()
            .enumerate()
        {
            let average = family.average(estimator, index);
            let (row, verdict) = family.row(estimator, kind, average.as_ref());
            averages.push((place, index, row));
            let Some(comparing) = comparing else {
                continue;
            };
            let mut differences = Vec::new();
            for &cell in &family.members {
                let verdicts = [judged.of(cell, index), verdict];
                differences.push(family.difference(
                    estimator,
                    index,
                    cell,
                    average.as_ref(),
                    &verdicts,
                ));
            }
            adjust(
                &mut differences.iter_mut().collect::<Vec<_>>(),
                comparing.adjust,
            );
            let rows = family.members.iter().zip(differences);
            comparisons.extend(rows.map(|(cell, row)| (*cell, index, row)));
            for (cell, flag) in &family.withheld {
                let row = CellEstimate::empty(estimator.key(*cell), kind.part);
                comparisons.push((*cell, index, row.withheld(*flag)));
            }
        }
    }
    sort(&mut comparisons, &|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    sort(&mut averages, &|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    let rows = |sorted: Vec<(usize, usize, CellEstimate)>| {
        let rows = sorted.into_iter().map(|(_, _, row)| row);
        rows.collect::<Vec<CellEstimate>>()
    };
    (rows(averages), rows(comparisons))
}

/// The families of one part: a cell may be withheld for one part and shown for another.
fn families_of(estimator: &Estimator, judged: &Judged, over: usize, part: usize) -> Vec<Family> {
    let family = |cells: Vec<usize>| {
        let mut key = estimator.key(cells[0]);
        key[over] = None;
        let (mut members, mut withheld) = (Vec::new(), Vec::new());
        for cell in cells {
            match judged.of(cell, part) {
                Verdict::Hide(flag) => withheld.push((cell, flag)),
                _ => members.push(cell),
            }
        }
        Family {
            key,
            members,
            withheld,
        }
    };
    families(estimator, over).into_iter().map(family).collect()
}

impl Family {
    /// The mean of its members; none where one of them has no value of its own, or there is none.
    fn average(&self, estimator: &Estimator, part: usize) -> Option<Statistic> {
        let cells = &estimator.statistics.cells;
        let members = self.members.iter();
        let known: Option<Vec<&Statistic>> = members
            .map(|cell| cells[*cell].parts[part].statistic.as_ref())
            .collect();
        let known = known.filter(|known| !known.is_empty())?;
        let each = 1.0 / known.len() as f64;
        let terms: Vec<(f64, &Statistic)> = known.into_iter().map(|of| (each, of)).collect();
        Some(Statistic::combine(&terms))
    }

    fn row(
        &self,
        estimator: &mut Estimator,
        kind: &Kind,
        average: Option<&Statistic>,
    ) -> (CellEstimate, Verdict) {
        let mut row = CellEstimate::empty(self.key.clone(), kind.part);
        row.averaged = Some(self.members.len() as u64);
        let Some(average) = average else {
            let flag = self.reason();
            return (row.withheld(flag), Verdict::Hide(flag));
        };
        let value = average.value();
        row.estimate = Some(value);
        let n = |cell: &usize| estimator.statistics.cells[*cell].n;
        row.n = Some(self.members.iter().map(n).sum());
        let error = estimator.uncertainty(average, value);
        estimator.finish(&mut row, kind.is_share(), error);
        let verdict = estimator.options.suppress.of_row(&row, kind.quantity);
        let mut row = row.under(&[verdict]);
        self.mark_partial(&mut row);
        (row, verdict)
    }

    /// Why there is no average: every cell has a reason, and what is withheld speaks before what nobody answered.
    fn reason(&self) -> Flag {
        let flags = || self.withheld.iter().map(|(_, flag)| *flag);
        let first = match self.members.is_empty() {
            true => flags().find(|flag| flag.withholds()).or(flags().next()),
            false => None,
        };
        first.unwrap_or(Flag::NoData)
    }

    /// A member less the average.
    fn difference(
        &self,
        estimator: &mut Estimator,
        part: usize,
        cell: usize,
        average: Option<&Statistic>,
        verdicts: &[Verdict],
    ) -> CellEstimate {
        let of_cell = &estimator.statistics.cells[cell];
        let kind = estimator.statistics.parts[part];
        let mut row = CellEstimate::empty(estimator.key(cell), kind.part);
        if let Some(flag) = Verdict::hidden(verdicts) {
            return row.withheld(flag);
        }
        row.averaged = Some(self.members.len() as u64);
        row.n = Some(of_cell.n);
        let (Some(own), Some(average), 2..) =
            (&of_cell.parts[part].statistic, average, self.members.len())
        else {
            // A cell that is its own average differs from nothing.
            return row.withheld(Flag::NoData);
        };
        let difference = Statistic::combine(&[(1.0, own), (-1.0, average)]);
        row.estimate = Some(difference.value());
        let size = own.value().abs().max(average.value().abs());
        let error = estimator.uncertainty(&difference, size);
        estimator.finish(&mut row, false, error);
        estimator.test(&mut row);
        let mut row = row.under(verdicts);
        self.mark_partial(&mut row);
        row
    }

    fn mark_partial(&self, row: &mut CellEstimate) {
        if row.estimate.is_some() && !self.withheld.is_empty() {
            row.flags.push(Flag::PartialAverage);
        }
    }
}
