//! One estimand × one design × the cells of one cross: estimates with their errors.

use super::answer::{CellEstimate, Estimates};
use super::average;
use super::cells::Cells;
use super::estimand::{Estimand, Form, PartPlan, Plan};
use super::interval::{Intervals, probability};
use super::options::{DeffReference, Options};
use super::result::Flag;
use super::tally::Tally;
use crate::design::{SurveyDesign, Variance};
use crate::document::{Basis, IntervalMethod};
use crate::error::{Error, Result};
use std::collections::BTreeSet;

/// Estimates every part in every cell.
///
/// # Errors
/// What the estimand's measures refuse (`not_numeric`, `not_coded`, `no_answers`); `length_mismatch` when measures, cells and
/// design differ in their records; `level_out_of_range`; `interval_not_for_shares` when log-odds are asked for something else
/// than a share; `no_average` when a comparison has none, or the averaged variable is not in `by`; `lonely_psu` under the rule
/// `fail`.
pub fn estimate(
    design: &SurveyDesign,
    cells: &Cells,
    estimand: &Estimand,
    options: &Options,
) -> Result<Estimates> {
    let plan = estimand.plan()?;
    check(design, cells, estimand, &plan, options)?;
    let errors = options.basis == Basis::Probability;
    let tally = Tally::of(cells, &plan.records, errors);
    let deff = errors.then(|| {
        options
            .deff
            .unwrap_or_else(|| DeffReference::fitting(design))
    });
    let mut estimator = Estimator {
        design,
        cells,
        plan: &plan,
        tally: &tally,
        options,
        deff,
        intervals: Intervals::new(options.level),
        scratch: Vec::new(),
    };
    let lonely_strata = if deff.is_some() {
        estimator.lonely_strata()?
    } else {
        0
    };
    let estimates = (0..cells.len())
        .flat_map(|cell| estimator.cell(cell))
        .collect();
    let (averages, comparisons) = match options.average_over {
        Some(over) => average::over(&mut estimator, over, options.compare),
        None => (Vec::new(), Vec::new()),
    };
    let has_share = plan.parts.iter().any(|part| part.share);
    let interval = if has_share {
        IntervalMethod::Logit
    } else {
        IntervalMethod::Mean
    };
    Ok(Estimates {
        cells: estimates,
        averages,
        comparisons,
        lonely_strata,
        interval: deff.map(|_| options.interval.unwrap_or(interval)),
        deff,
    })
}

fn check(
    design: &SurveyDesign,
    cells: &Cells,
    estimand: &Estimand,
    plan: &Plan,
    options: &Options,
) -> Result<()> {
    let lengths = estimand.measures().into_iter().map(|measure| measure.len());
    if let Some(length) = lengths
        .chain([cells.rows()])
        .find(|length| *length != design.rows())
    {
        return Err(Error::new("length_mismatch")
            .with("value", length)
            .with("rows", design.rows()));
    }
    if !(options.level > 0.0 && options.level < 1.0) {
        return Err(Error::new("level_out_of_range").with("value", options.level));
    }
    let shares = plan.parts.iter().any(|part| part.share);
    if options.interval == Some(IntervalMethod::Logit) && !shares && !plan.parts.is_empty() {
        return Err(Error::new("interval_not_for_shares"));
    }
    let averaged = options
        .average_over
        .is_some_and(|over| over < cells.dimensions());
    if (options.compare || options.average_over.is_some()) && !averaged {
        return Err(Error::new("no_average"));
    }
    Ok(())
}

/// What every cell, average and comparison shares.
pub(super) struct Estimator<'a> {
    pub(super) design: &'a SurveyDesign,
    pub(super) cells: &'a Cells,
    pub(super) plan: &'a Plan<'a>,
    pub(super) tally: &'a Tally,
    pub(super) options: &'a Options,
    deff: Option<DeffReference>,
    intervals: Intervals,
    scratch: Vec<f64>,
}

/// The error of a number.
pub(super) struct Uncertainty {
    /// None where the rule for single units has nothing to average.
    variance: Option<f64>,
    lonely: bool,
    df: f64,
}

/// Share of an estimate below which its standard error is the rounding of equal answers.
const ROUNDING: f64 = 1e-14;

impl Estimator<'_> {
    /// Why a cell has no numbers.
    pub(super) fn withheld(&self, cell: usize) -> Option<Flag> {
        let tally = &self.tally.cells[cell];
        match (tally.n, self.options.min_n) {
            (0, _) => Some(Flag::NoData),
            (n, Some(min_n)) if n < min_n => Some(Flag::TooFew),
            _ => None,
        }
    }

    /// The estimate of a part in a cell; none where the ratio divides by zero.
    pub(super) fn value(&self, cell: usize, part: &PartPlan) -> Option<f64> {
        let totals = &self.tally.cells[cell].totals;
        let numerator = part.form.of(totals);
        match part.ratio {
            false => Some(numerator),
            true if totals[0] == 0.0 => None,
            true => Some(numerator / totals[0]),
        }
    }

    /// Influence of each segment of a cell on a part: z = (Σ w y − θ Σ w) / W for a ratio, Σ w y for a total. It is 0 where no
    /// record has a valid answer.
    pub(super) fn influence(&self, cell: usize, part: &PartPlan, into: &mut Vec<f64>) {
        into.clear();
        let rows = self.tally.rows(self.cells.segments(cell));
        if !part.ratio {
            into.extend(rows.map(|row| part.form.of(row)));
            return;
        }
        let scale = 1.0 / self.tally.cells[cell].totals[0];
        let estimate = self.value(cell, part).unwrap_or(f64::NAN);
        match &part.form {
            Form::Column(column) => {
                into.extend(rows.map(|row| (row[*column] - estimate * row[0]) * scale));
            }
            form => into.extend(rows.map(|row| (form.of(row) - estimate * row[0]) * scale)),
        }
    }

    /// Primary units less strata among the units that have a valid answer; units rise.
    pub(super) fn degrees_of_freedom(&self, units: &[u32], valid: &[bool]) -> f64 {
        let (mut primary, mut strata) = (None, None);
        let mut df = 0.0;
        for unit in units
            .iter()
            .zip(valid)
            .filter(|(_, valid)| **valid)
            .map(|(unit, _)| *unit)
        {
            let (own_primary, own_stratum) = (self.design.primary(unit), self.design.stratum(unit));
            if primary != Some(own_primary) {
                primary = Some(own_primary);
                df += 1.0;
                if strata != Some(own_stratum) {
                    strata = Some(own_stratum);
                    df -= 1.0;
                }
            }
        }
        df
    }

    /// The groups with a single unit that shown cells need.
    fn lonely_strata(&self) -> Result<u64> {
        if self.design.lonely_strata().next().is_none() {
            return Ok(0);
        }
        let mut units = BTreeSet::new();
        for cell in (0..self.cells.len()).filter(|cell| self.withheld(*cell).is_none()) {
            let valid = self.tally.valid(self.cells.segments(cell));
            let pairs = self.cells.units(cell).iter().zip(valid);
            units.extend(pairs.filter(|(_, valid)| **valid).map(|(unit, _)| *unit));
        }
        self.design.lonely_among(units.into_iter())
    }

    /// The variance of a cell's influence values.
    fn variance(&self, cell: usize, influence: &[f64]) -> Variance {
        let units = self.cells.units(cell);
        let valid = self.tally.valid(self.cells.segments(cell));
        let mut variance = Variance::default();
        for stratum in self.cells.strata(cell) {
            if valid[stratum.clone()].contains(&true) {
                let influence = &influence[stratum.clone()];
                self.design
                    .add_stratum(&units[stratum.clone()], influence, &mut variance);
            }
        }
        variance
    }

    /// Every part of one cell.
    fn cell(&mut self, cell: usize) -> Vec<CellEstimate> {
        let plan = self.plan;
        let key: Vec<Option<u32>> = self.cells.key(cell).iter().copied().map(Some).collect();
        let empty = |part: &PartPlan| CellEstimate::empty(key.clone(), part.part);
        if let Some(flag) = self.withheld(cell) {
            let n = (flag == Flag::NoData).then_some(0);
            let withheld = |part| CellEstimate { n, ..empty(part) }.withheld(flag);
            return plan.parts.iter().map(withheld).collect();
        }
        let n = self.tally.cells[cell].n;
        let errors = self.options.basis == Basis::Probability;
        let df = match errors {
            true => self.degrees_of_freedom(
                self.cells.units(cell),
                self.tally.valid(self.cells.segments(cell)),
            ),
            false => 0.0,
        };
        let mut rows = Vec::with_capacity(plan.parts.len());
        let mut influence = std::mem::take(&mut self.scratch);
        for part in &plan.parts {
            let mut row = empty(part);
            row.n = Some(n);
            let Some(estimate) = self.value(cell, part) else {
                rows.push(row.withheld(Flag::NoData));
                continue;
            };
            row.estimate = Some(estimate);
            let uncertainty = errors.then(|| {
                self.influence(cell, part, &mut influence);
                let variance = self.variance(cell, &influence);
                self.uncertainty(&variance, df, estimate)
            });
            if let Some(uncertainty) = &uncertainty {
                row.deff = self.design_effect(cell, part, uncertainty);
                row.n_effective = row.deff.map(|deff| n as f64 / deff);
            }
            self.finish(&mut row, part.share, uncertainty);
            rows.push(row);
        }
        self.scratch = influence;
        rows
    }

    /// The error from a variance. Where every record gives the same answer it is 0, not what rounding leaves of it; `size` is
    /// how large the estimate is.
    pub(super) fn uncertainty(&self, variance: &Variance, df: f64, size: f64) -> Uncertainty {
        let total = variance.total(self.design.lonely_psu());
        let least = ROUNDING * ROUNDING * size * size;
        Uncertainty {
            variance: (!total.is_nan()).then_some(if total > least { total } else { 0.0 }),
            lonely: variance.is_lonely(),
            df,
        }
    }

    /// Writes error, interval and flags beside an estimate.
    pub(super) fn finish(
        &mut self,
        row: &mut CellEstimate,
        share: bool,
        error: Option<Uncertainty>,
    ) {
        let Some(estimate) = row.estimate else {
            return;
        };
        let Some(Uncertainty {
            variance,
            lonely,
            df,
        }) = error
        else {
            row.flags.push(match self.options.basis {
                Basis::SelfSelected => Flag::SelfSelected,
                Basis::Census | Basis::Probability => Flag::Census,
            });
            return;
        };
        row.df = Some(df);
        let se = variance.map(f64::sqrt);
        row.se = se;
        let method = match self.options.interval {
            Some(IntervalMethod::Mean) => IntervalMethod::Mean,
            _ if share => IntervalMethod::Logit,
            _ => IntervalMethod::Mean,
        };
        let at_bound = share && (estimate <= 0.0 || estimate >= 1.0);
        if let (Some(se), false) = (se, at_bound) {
            row.ci = self.intervals.interval(method, estimate, se, df);
        }
        if df <= 0.0 {
            row.flags.push(Flag::NoDegreesOfFreedom);
        }
        if at_bound {
            row.flags.push(Flag::AtBound);
        }
        if lonely {
            row.flags.push(Flag::LonelyPsu);
        }
    }

    /// Probability of a difference as large under none.
    pub(super) fn test(&self, row: &mut CellEstimate) {
        if let (Some(estimate), Some(se), Some(df)) = (row.estimate, row.se, row.df) {
            row.p = probability(estimate, se, df);
        }
    }

    /// The variance over that of a simple random sample of as many records: S² / n for a mean, times W² for a total, times
    /// (W − n) / W without replacement (R's `deff`). None where the reference has no variance.
    fn design_effect(&self, cell: usize, part: &PartPlan, error: &Uncertainty) -> Option<f64> {
        let tally = &self.tally.cells[cell];
        let spread = tally.variance(&self.plan.records, part)?;
        let (n, weight) = (tally.n as f64, tally.totals[0]);
        let left = match self.deff? {
            DeffReference::WithReplacement => 1.0,
            DeffReference::WithoutReplacement => (weight - n) / weight,
        };
        let scale = if part.ratio { 1.0 } else { weight * weight };
        let reference = spread * scale * left / n;
        let variance = error.variance?;
        (reference > 0.0 && variance > 0.0).then(|| variance / reference)
    }
}
