//! The sums of every replicate: one pass over the records, whatever the number of replicates.

use super::cells::Cells;
use super::estimand::Records;
use super::measure::Numbers;
use crate::design::ReplicateWeights;
use crate::numeric::{Pair, Sum};
use std::rc::Rc;

/// Records that one call takes. A browser puts better code in a function's place between two of its calls, never within one.
const CALL: usize = 2048;
/// Records whose weights are added in one go: the sums are read and written once for all of them.
const TOGETHER: usize = 4;

/// Totals by cell, column and replicate.
pub(super) struct ReplicateTally {
    columns: usize,
    count: usize,
    /// Pairs of replicates in a row of sums.
    pairs: usize,
    cells: Vec<OfCell>,
}

/// The sums of a cell.
struct OfCell {
    /// The samples in which its records lie.
    samples: Rc<[u32]>,
    /// A row of sums for each sample and column.
    totals: Vec<Pair>,
    /// What the other samples add to a sample's row, by sample and column; empty where there is one sample.
    others: Vec<f64>,
}

impl ReplicateTally {
    /// Passes over the records once.
    pub(super) fn of(
        cells: &Cells,
        records: &Records,
        replicates: &ReplicateWeights,
    ) -> ReplicateTally {
        let columns = match records {
            Records::Categories { columns, .. } => *columns,
            _ => 2,
        };
        let pairs = replicates.count().div_ceil(2);
        let of_cell = |cell| {
            let (members, weights) = cells.members(cells.segments(cell));
            let samples = replicates.samples_of(members);
            let mut totals = vec![Pair::new(0.0, 0.0); samples.len() * columns * pairs];
            let mut others = Vec::new();
            if samples.len() == 1 {
                add_up(&mut totals, pairs, members, records, replicates);
                return OfCell {
                    samples,
                    totals,
                    others,
                };
            }
            let each = samples.iter().zip(totals.chunks_exact_mut(columns * pairs));
            for (sample, totals) in each {
                let is_own = |record: &u32| replicates.is_of(*record as usize, *sample);
                let own: Vec<u32> = members.iter().copied().filter(is_own).collect();
                add_up(totals, pairs, &own, records, replicates);
                let rest = members.iter().zip(weights);
                let rest = rest.filter(|(record, _)| !is_own(record));
                others.extend(whole(columns, rest, records));
            }
            OfCell {
                samples,
                totals,
                others,
            }
        };
        ReplicateTally {
            columns,
            count: replicates.count(),
            pairs,
            cells: (0..cells.len()).map(of_cell).collect(),
        }
    }

    /// The samples whose replicates move a cell's totals.
    pub(super) fn samples(&self, cell: usize) -> Rc<[u32]> {
        Rc::clone(&self.cells[cell].samples)
    }

    /// The replicates of a cell: the place of each one's sample among the cell's, and its own among those of the sample.
    pub(super) fn places(&self, cell: usize) -> impl Iterator<Item = (usize, usize)> {
        let samples = 0..self.cells[cell].samples.len();
        samples.flat_map(|sample| (0..self.count).map(move |replicate| (sample, replicate)))
    }

    /// Total of a column of a cell under one replicate.
    pub(super) fn total(
        &self,
        cell: usize,
        column: usize,
        (sample, replicate): (usize, usize),
    ) -> f64 {
        let of = &self.cells[cell];
        let row = sample * self.columns + column;
        let own = of.totals[row * self.pairs + replicate / 2].numbers()[replicate % 2];
        own + of.others.get(row).copied().unwrap_or(0.0)
    }
}

/// Adds the replicate weights of records to a row of sums for each column.
fn add_up(
    sums: &mut [Pair],
    pairs: usize,
    members: &[u32],
    records: &Records,
    replicates: &ReplicateWeights,
) {
    let nobody = vec![0.0; replicates.count()];
    let mut rows: Vec<Row> = sums
        .chunks_exact_mut(pairs)
        .map(|sums| Row::new(sums, &nobody))
        .collect();
    for members in members.chunks(CALL) {
        match (records, rows.as_mut_slice()) {
            (Records::Categories { codes, column, .. }, rows) => {
                let column = |record| column[codes.get(record)] as usize;
                by_category(rows, members, replicates, column);
            }
            (Records::Ones, rows) => by_category(rows, members, replicates, |_| 1),
            (Records::Values(Numbers::Direct(values)), [below, above]) => {
                let both = |record: usize| (1.0, values[record]);
                weighted([below, above], members, replicates, both);
            }
            (Records::Values(numbers), [below, above]) => {
                let both = |record| (1.0, numbers.get(record));
                weighted([below, above], members, replicates, both);
            }
            (
                Records::Pairs {
                    numerator,
                    denominator,
                },
                [below, above],
            ) => {
                let both = |record| (denominator.get(record), numerator.get(record));
                weighted([below, above], members, replicates, both);
            }
            // Two columns were made for these.
            (Records::Values(_) | Records::Pairs { .. }, _) => {}
        }
    }
    rows.iter_mut().for_each(Row::finish);
    if let Records::Categories { .. } | Records::Ones = records {
        close(sums, pairs);
    }
}

/// The columns' totals over records by their own weights.
fn whole<'m>(
    columns: usize,
    members: impl Iterator<Item = (&'m u32, &'m f64)>,
    records: &Records,
) -> Vec<f64> {
    let mut sums = vec![Sum::default(); columns];
    for (record, weight) in members {
        let record = *record as usize;
        let (below, above, column) = match records {
            Records::Categories { codes, column, .. } => match column[codes.get(record)] {
                0 => continue,
                column => (1.0, 1.0, column as usize),
            },
            Records::Ones => (1.0, 1.0, 1),
            Records::Values(numbers) => (1.0, numbers.get(record), 1),
            Records::Pairs {
                numerator,
                denominator,
            } => (denominator.get(record), numerator.get(record), 1),
        };
        if !f64::is_nan(below) && !f64::is_nan(above) {
            sums[0].add(weight * below);
            sums[column].add(weight * above);
        }
    }
    sums.into_iter().map(Sum::total).collect()
}

/// A row of sums, and the records that wait to be added to it.
struct Row<'t> {
    sums: &'t mut [Pair],
    weights: [&'t [f64]; TOGETHER],
    factors: [f64; TOGETHER],
    waiting: usize,
    /// The weights of nobody.
    nobody: &'t [f64],
}

impl<'t> Row<'t> {
    fn new(sums: &'t mut [Pair], nobody: &'t [f64]) -> Row<'t> {
        Row {
            sums,
            weights: [nobody; TOGETHER],
            factors: [0.0; TOGETHER],
            waiting: 0,
            nobody,
        }
    }

    /// Adds the weights of a record, each times a factor.
    #[inline(always)]
    fn add(&mut self, weights: &'t [f64], factor: f64, add: fn(&mut Self)) {
        self.weights[self.waiting] = weights;
        self.factors[self.waiting] = factor;
        self.waiting += 1;
        if self.waiting == TOGETHER {
            add(self);
            self.waiting = 0;
        }
    }

    /// Adds the records that still wait.
    fn finish(&mut self) {
        for place in self.waiting..TOGETHER {
            self.weights[place] = self.nobody;
            self.factors[place] = 0.0;
        }
        times(self);
        self.waiting = 0;
    }
}

/// Adds the weights of records to the rows of their categories; row 0 takes those without an answer.
#[inline(never)]
fn by_category<'t>(
    rows: &mut [Row<'t>],
    members: &[u32],
    replicates: &'t ReplicateWeights,
    column: impl Fn(usize) -> usize,
) {
    for member in members {
        let record = *member as usize;
        rows[column(record)].add(replicates.of_record(record), 1.0, plain);
    }
}

/// Adds the weights of records, times two numbers each, to two rows. A record without both is left out.
#[inline(never)]
fn weighted<'t>(
    [below, above]: [&mut Row<'t>; 2],
    members: &[u32],
    replicates: &'t ReplicateWeights,
    both: impl Fn(usize) -> (f64, f64),
) {
    for member in members {
        let record = *member as usize;
        let (under, over) = both(record);
        if !under.is_nan() && !over.is_nan() {
            let weights = replicates.of_record(record);
            below.add(weights, under, times);
            above.add(weights, over, times);
        }
    }
}

/// Adds the weights of the waiting records.
#[inline(never)]
fn plain(row: &mut Row) {
    sum_up(row, |pair, _| pair);
}

/// Adds the weights of the waiting records, each times its factor.
#[inline(never)]
fn times(row: &mut Row) {
    sum_up(row, Pair::times);
}

#[inline(always)]
fn sum_up(row: &mut Row, scaled: impl Fn(Pair, f64) -> Pair) {
    let [a, b, c, d] = row.weights.map(<[f64]>::as_chunks::<2>);
    let factors = row.factors;
    let added = |[a, b, c, d]: [Pair; TOGETHER]| {
        let first = scaled(a, factors[0]).plus(scaled(b, factors[1]));
        first.plus(scaled(c, factors[2]).plus(scaled(d, factors[3])))
    };
    let whole = a.0.iter().zip(b.0).zip(c.0).zip(d.0);
    for (sum, (((a, b), c), d)) in row.sums.iter_mut().zip(whole) {
        let pair = |[one, other]: [f64; 2]| Pair::new(one, other);
        *sum = sum.plus(added([*a, *b, *c, *d].map(pair)));
    }
    // The last of an odd number.
    if let (Some(sum), [[a], [b], [c], [d]]) = (row.sums.last_mut(), [a.1, b.1, c.1, d.1]) {
        *sum = sum.plus(added([a, b, c, d].map(|last| Pair::new(*last, 0.0))));
    }
}

/// Row 0 becomes the sum of the others: what took the records without an answer holds the valid ones.
fn close(sums: &mut [Pair], pairs: usize) {
    let (valid, columns) = sums.split_at_mut(pairs);
    valid.fill(Pair::new(0.0, 0.0));
    for column in columns.chunks_exact(pairs) {
        for (sum, more) in valid.iter_mut().zip(column) {
            *sum = sum.plus(*more);
        }
    }
}
