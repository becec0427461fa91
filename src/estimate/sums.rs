//! Statistics that are sums over the records, or ratios of two: one pass serves every part and cell.

use super::cells::Cells;
use super::estimand::{Form, PartPlan, Plan, Records};
use super::replicate_tally::ReplicateTally;
use super::spread::{of_records, units_of_members};
use super::statistic::{Spread, Statistic};
use super::statistics::{CellStatistics, Kind, PartStatistic, Statistics};
use super::tally::Tally;
use crate::design::SurveyDesign;
use crate::numeric::Sum;
use std::rc::Rc;

/// Every part of a plan in every cell. With `counted` the primary units of each cell are counted.
pub(super) fn statistics(
    design: &SurveyDesign,
    cells: &Cells,
    plan: &Plan,
    errors: bool,
    counted: bool,
) -> Statistics {
    let source = match (errors, design.replicates()) {
        (false, _) => Source::Nothing,
        (true, Some(replicates)) => {
            Source::Replicates(ReplicateTally::of(cells, &plan.records, replicates))
        }
        (true, None) if design.is_calibrated() => Source::Records,
        (true, None) => Source::Units,
    };
    let sums = Sums {
        design,
        cells,
        plan,
        tally: &Tally::of(cells, &plan.records, matches!(source, Source::Units)),
        source,
        counted,
    };
    let kind = |part: &PartPlan| Kind {
        part: part.part,
        quantity: part.quantity,
    };
    Statistics {
        parts: plan.parts.iter().map(kind).collect(),
        cells: (0..cells.len()).map(|cell| sums.cell(cell)).collect(),
    }
}

/// Where errors come from.
enum Source {
    Nothing,
    /// The sums of the sampling units.
    Units,
    /// Each record: calibration looks beyond its unit.
    Records,
    Replicates(ReplicateTally),
}

struct Sums<'a> {
    design: &'a SurveyDesign,
    cells: &'a Cells,
    plan: &'a Plan<'a>,
    tally: &'a Tally,
    source: Source,
    counted: bool,
}

impl Sums<'_> {
    fn cell(&self, cell: usize) -> CellStatistics {
        let tally = &self.tally.cells[cell];
        let mut units: Rc<[u32]> = Rc::new([]);
        let valid = match self.source {
            Source::Units => self.tally.valid(self.cells.segments(cell)),
            _ => &[],
        };
        if let Source::Records = self.source {
            units = self.units_of_records(cell);
        }
        if !valid.is_empty() {
            let pairs = self.cells.units(cell).iter().zip(valid);
            units = pairs
                .filter(|(_, valid)| **valid)
                .map(|(unit, _)| *unit)
                .collect();
        }
        let part = |part: &PartPlan| {
            let value = value(part, &tally.totals)?;
            let spread = match &self.source {
                Source::Nothing => Spread::None,
                Source::Units => Spread::Units {
                    units: Rc::clone(&units),
                    influence: self.influence(cell, part, value, valid),
                    own: None,
                },
                Source::Records => self.of_records(cell, part, value),
                Source::Replicates(replicates) => {
                    let number =
                        |place| value_of(part, |column| replicates.total(cell, column, place));
                    Spread::Replicates {
                        samples: replicates.samples(cell),
                        values: replicates.places(cell).map(number).collect(),
                    }
                }
            };
            Some(Statistic::of(value, spread))
        };
        let parts = self.plan.parts.iter().map(|plan| PartStatistic {
            reference: self.reference(cell, plan),
            deff: self.deff(cell),
            ..PartStatistic::of(part(plan))
        });
        CellStatistics {
            n: tally.n,
            weight: tally.totals[0],
            primary: self.counted.then(|| self.primary(cell)),
            parts: parts.collect(),
            units: units.to_vec(),
        }
    }

    /// Primary units that valid records lie in. One valid record of a segment is enough to know.
    fn primary(&self, cell: usize) -> u64 {
        let segments = self.cells.segments(cell);
        let valid = segments.zip(self.cells.units(cell)).filter(|(segment, _)| {
            let (members, _) = self.cells.members(*segment..segment + 1);
            let records = &self.plan.records;
            members.iter().any(|member| records.takes(*member as usize))
        });
        let valid = valid.map(|(_, unit)| *unit);
        self.design.primary_units_of(valid)
    }

    /// Influence of each valid segment of a cell on a part: z = (Σ w y − θ Σ w) / W for a ratio, Σ w y for a total.
    fn influence(&self, cell: usize, part: &PartPlan, value: f64, valid: &[bool]) -> Vec<f64> {
        let rows = self.tally.rows(self.cells.segments(cell)).zip(valid);
        let rows = rows.filter(|(_, valid)| **valid).map(|(row, _)| row);
        if !part.ratio {
            return rows.map(|row| part.form.of(row)).collect();
        }
        let scale = 1.0 / self.tally.cells[cell].totals[0];
        match &part.form {
            Form::Column(column) => rows
                .map(|row| (row[*column] - value * row[0]) * scale)
                .collect(),
            form => rows
                .map(|row| (form.of(row) - value * row[0]) * scale)
                .collect(),
        }
    }

    /// Units of the records with a valid answer. Members lie in the order of their units.
    fn units_of_records(&self, cell: usize) -> Rc<[u32]> {
        let Some(part) = self.plan.parts.first() else {
            return Rc::new([]);
        };
        let (members, _) = self.cells.members(self.cells.segments(cell));
        let is_valid = |member: u32| {
            let contribution = self.plan.records.contribution(member as usize, &part.form);
            contribution.is_some()
        };
        let units = members.iter().zip(units_of_members(self.cells, cell));
        let units = units.filter(|(member, _)| is_valid(**member));
        let mut units: Vec<u32> = units.map(|(_, unit)| unit).collect();
        units.dedup();
        units.into()
    }

    /// The same for each record.
    fn of_records(&self, cell: usize, part: &PartPlan, value: f64) -> Spread {
        let total = self.tally.cells[cell].totals[0];
        let (members, weights) = self.cells.members(self.cells.segments(cell));
        let influence = members.iter().zip(weights).map(|(member, weight)| {
            let (below, above) = self
                .plan
                .records
                .contribution(*member as usize, &part.form)?;
            Some(if part.ratio {
                weight * (above - value * below) / total
            } else {
                weight * above
            })
        });
        let influence: Vec<Option<f64>> = influence.collect();
        of_records(self.design, self.cells, cell, &influence)
    }

    /// Kish's design effect of the weights, n Σ w² / (Σ w)², where records are counted (Kish 1992).
    fn deff(&self, cell: usize) -> Option<f64> {
        let Records::Ones = self.plan.records else {
            return None;
        };
        let (_, weights) = self.cells.members(self.cells.segments(cell));
        let squares = weights.iter().map(|weight| weight * weight);
        let squares = squares.collect::<Sum>().total();
        let total = self.tally.cells[cell].totals[0];
        Some(weights.len() as f64 * squares / (total * total))
    }

    /// S² / n for a mean, times W² for a total (R's `deff` with replacement).
    fn reference(&self, cell: usize, part: &PartPlan) -> Option<f64> {
        let tally = &self.tally.cells[cell];
        let spread = tally.variance(&self.plan.records, part)?;
        let scale = if part.ratio {
            1.0
        } else {
            tally.totals[0] * tally.totals[0]
        };
        Some(spread * scale / tally.n as f64)
    }
}

/// A part's value from a cell's totals; none where it divides by zero.
fn value(part: &PartPlan, totals: &[f64]) -> Option<f64> {
    let above = part.form.of(totals);
    match part.ratio {
        false => Some(above),
        true if totals[0] == 0.0 => None,
        true => Some(above / totals[0]),
    }
}

/// A part's value from the totals of a replicate; NaN where it divides by zero.
fn value_of(part: &PartPlan, total: impl Fn(usize) -> f64) -> f64 {
    let above = match &part.form {
        Form::Column(column) => total(*column),
        Form::Scores(scores) => {
            let terms = scores.iter().enumerate();
            terms.fold(0.0, |sum, (place, score)| sum + score * total(place + 1))
        }
    };
    if part.ratio { above / total(0) } else { above }
}

impl Records<'_> {
    /// Whether a record has a valid answer.
    fn takes(&self, record: usize) -> bool {
        match self {
            Records::Categories { codes, column, .. } => column[codes.get(record)] != 0,
            Records::Values(values) => !values.get(record).is_nan(),
            Records::Pairs {
                numerator,
                denominator,
            } => !denominator.get(record).is_nan() && !numerator.get(record).is_nan(),
            Records::Ones => true,
        }
    }

    /// What one record adds below and above the line for each unit of its weight; none without a valid answer.
    fn contribution(&self, record: usize, form: &Form) -> Option<(f64, f64)> {
        match self {
            Records::Categories { codes, column, .. } => match column[codes.get(record)] {
                0 => None,
                column => Some((1.0, form.score(column as usize))),
            },
            Records::Values(values) => {
                let value = values.get(record);
                (!value.is_nan()).then_some((1.0, value))
            }
            Records::Pairs {
                numerator,
                denominator,
            } => {
                let (below, above) = (denominator.get(record), numerator.get(record));
                (!below.is_nan() && !above.is_nan()).then_some((below, above))
            }
            Records::Ones => Some((1.0, 1.0)),
        }
    }
}
