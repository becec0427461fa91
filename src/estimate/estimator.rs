//! One estimand × one design × the cells of one cross: estimates with their errors.

use super::average;
use super::cells::Cells;
use super::estimand::{Estimand, Part, PartPlan, Plan};
use super::interval::{Intervals, probability};
use super::result::Flag;
use super::tally::Tally;
use crate::design::{SurveyDesign, Variance};
use crate::document::{Basis, IntervalMethod};
use crate::error::{Error, Result};
use std::collections::BTreeSet;

/// How estimates are made and which of them are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// How the records came into the sample. Errors exist for a probability sample only.
    pub basis: Basis,
    /// Level of the intervals, between 0 and 1.
    pub level: f64,
    /// How intervals are made; `logit` for shares and `mean` for everything else without it.
    pub interval: Option<IntervalMethod>,
    /// Least number of records of a cell that is shown; none withholds nothing.
    pub min_n: Option<u64>,
    /// Place in `by` of the variable whose categories are averaged, each with equal weight: one average for each combination
    /// of the others.
    pub average_over: Option<usize>,
    /// Compares each cell with its average.
    pub compare: bool,
    /// What the design effect compares with; without it, sampling without replacement where the weights add up to more than
    /// the records, and with replacement where they do not (they are then no counts of a population).
    pub deff: Option<DeffReference>,
}

impl Options {
    /// Intervals of 95%, nothing withheld, averaged or compared.
    pub fn new(basis: Basis) -> Self {
        Options {
            basis,
            level: 0.95,
            interval: None,
            min_n: None,
            average_over: None,
            compare: false,
            deff: None,
        }
    }
}

/// The simple random sample that a design effect compares with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeffReference {
    /// Of the same size, from a population of Σ w.
    WithoutReplacement,
    /// Of the same size, from an endless population.
    WithReplacement,
}

impl DeffReference {
    /// Without replacement where the weights can be counts of a population.
    fn fitting(design: &SurveyDesign) -> Self {
        if design.weight() > design.contributing() as f64 {
            DeffReference::WithoutReplacement
        } else {
            DeffReference::WithReplacement
        }
    }
}

/// The answer for every cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimates {
    /// One for each cell and part, cells in their order.
    pub cells: Vec<CellEstimate>,
    /// One for each combination of the variables that are not averaged, and each part.
    pub averages: Vec<CellEstimate>,
    /// Cell less its average, as `cells`.
    pub comparisons: Vec<CellEstimate>,
    /// Strata with a single unit that the rule had to serve.
    pub lonely_strata: u64,
    /// How the intervals of shares or values were made; that of a difference is always `mean`, and so is that of a Likert's
    /// net and mean.
    pub interval: Option<IntervalMethod>,
    /// What the design effects compare with.
    pub deff: Option<DeffReference>,
}

/// One number with its error. A cell that is withheld has its key and its flag and no number.
#[derive(Debug, Clone, PartialEq)]
pub struct CellEstimate {
    /// Category of each `by` variable; none on the one that is averaged.
    pub key: Vec<Option<u32>>,
    /// Which part of the estimand.
    pub part: Part,
    /// The estimate, a share from 0 to 1.
    pub estimate: Option<f64>,
    /// Its standard error.
    pub se: Option<f64>,
    /// Degrees of freedom: primary units less strata among the records of positive weight with a valid answer. An average
    /// and a difference have those of all its cells together.
    pub df: Option<f64>,
    /// The interval.
    pub ci: Option<[f64; 2]>,
    /// Records of positive weight with a valid answer.
    pub n: Option<u64>,
    /// n over the design effect.
    pub n_effective: Option<f64>,
    /// Variance over that of a simple random sample of n records.
    pub deff: Option<f64>,
    /// Two-sided probability of a difference at least as large under none; for comparisons.
    pub p: Option<f64>,
    /// Number of cells in an average, or in the average that is compared with.
    pub averaged: Option<u64>,
    /// Why something is absent or doubtful.
    pub flags: Vec<Flag>,
}

impl CellEstimate {
    /// A key and a part without a number.
    pub(super) fn empty(key: Vec<Option<u32>>, part: Part) -> Self {
        CellEstimate {
            key,
            part,
            estimate: None,
            se: None,
            df: None,
            ci: None,
            n: None,
            n_effective: None,
            deff: None,
            p: None,
            averaged: None,
            flags: Vec::new(),
        }
    }

    pub(super) fn withheld(mut self, flag: Flag) -> Self {
        self.flags.push(flag);
        self
    }
}

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
    let tally = Tally::of(cells, &plan.records);
    let deff = (options.basis == Basis::Probability).then(|| {
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
    let lonely_strata = match options.basis {
        Basis::Probability => {
            let active = (0..cells.len()).filter(|cell| estimator.is_shown(*cell));
            let units: BTreeSet<u32> = match design.lonely_strata().next() {
                Some(_) => active
                    .flat_map(|cell| tally.active(cells, cell))
                    .map(|segment| cells.unit(segment as usize))
                    .collect(),
                None => BTreeSet::new(),
            };
            design.lonely_among(units.into_iter())?
        }
        Basis::Census | Basis::SelfSelected => 0,
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

/// Error of a number, ready to be written beside it.
pub(super) struct Uncertainty {
    pub(super) variance: Variance,
    pub(super) df: f64,
}

impl Estimator<'_> {
    /// Whether a cell's numbers are shown.
    pub(super) fn is_shown(&self, cell: usize) -> bool {
        self.withheld(cell).is_none()
    }

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
            // The shortest way to exactly 1 where every record counts.
            true => Some(numerator / totals[0]),
        }
    }

    /// Influence of each segment on a part: z = (Σ w y − θ Σ w) / W for a ratio, Σ w y for a total.
    pub(super) fn influence(
        &self,
        cell: usize,
        part: &PartPlan,
        active: &[u32],
        into: &mut Vec<f64>,
    ) {
        into.clear();
        if !part.ratio {
            into.extend(
                active
                    .iter()
                    .map(|segment| part.form.of(self.tally.row(*segment as usize))),
            );
            return;
        }
        let below = self.tally.cells[cell].totals[0];
        let estimate = self.value(cell, part).unwrap_or(f64::NAN);
        into.extend(active.iter().map(|segment| {
            let row = self.tally.row(*segment as usize);
            (part.form.of(row) - estimate * row[0]) / below
        }));
    }

    /// Units of segments.
    pub(super) fn units(&self, active: &[u32]) -> Vec<u32> {
        active
            .iter()
            .map(|segment| self.cells.unit(*segment as usize))
            .collect()
    }

    /// Primary units less strata among units that rise.
    pub(super) fn degrees_of_freedom(&self, units: &[u32]) -> f64 {
        let distinct = |of: &dyn Fn(u32) -> u32| {
            let pairs = units.windows(2);
            pairs.filter(|pair| of(pair[0]) != of(pair[1])).count() + usize::from(!units.is_empty())
        };
        let primary = distinct(&|unit| self.design.primary(unit));
        let strata = distinct(&|unit| self.design.stratum(unit));
        primary as f64 - strata as f64
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
        let active = if errors {
            self.tally.active(self.cells, cell)
        } else {
            Vec::new()
        };
        let units = self.units(&active);
        let strata = self.design.strata_of(&units);
        let df = self.degrees_of_freedom(&units);
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
                self.influence(cell, part, &active, &mut influence);
                let variance = self.design.variance(&strata, &units, &influence);
                Uncertainty { variance, df }
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
        let Some(Uncertainty { variance, df }) = error else {
            row.flags.push(match self.options.basis {
                Basis::SelfSelected => Flag::SelfSelected,
                Basis::Census | Basis::Probability => Flag::Census,
            });
            return;
        };
        row.df = Some(df);
        let total = variance.total(self.design.lonely_psu());
        let se = (!total.is_nan()).then(|| total.max(0.0).sqrt());
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
        if !(df > 0.0) {
            row.flags.push(Flag::NoDegreesOfFreedom);
        }
        if at_bound {
            row.flags.push(Flag::AtBound);
        }
        if variance.is_lonely() {
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
        let variance = error.variance.total(self.design.lonely_psu());
        (reference > 0.0 && variance > 0.0).then(|| variance / reference)
    }
}
