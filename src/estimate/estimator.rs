//! One estimand × one design × the cells of one cross: estimates with their errors.

use super::answer::{CellEstimate, Estimates};
use super::average;
use super::cells::Cells;
use super::compare::{self, CompareWith};
use super::estimand::{Estimand, Part};
use super::interval::{Intervals, probability};
use super::options::{DeffReference, Options};
use super::result::Flag;
use super::statistic::Statistic;
use super::statistics::{CellStatistics, Kind, PartStatistic, Statistics};
use super::suppression::{Judged, Quantity, Verdict};
use super::uncertainty::Uncertainty;
use super::wald::wald;
use crate::design::SurveyDesign;
use crate::document::{Basis, IntervalMethod, SamplingVariance};
use crate::error::{Error, Result, needs_complete};
use crate::numeric::f_upper_tail;
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
    check(design, cells, estimand, options)?;
    let statistics = Statistics::of(design, cells, estimand, options)?;
    let mut estimator = Estimator::of(design, cells, estimand, &statistics, options)?;
    let has_share = statistics.parts.iter().any(|part| part.is_share());
    if options.interval.is_some_and(IntervalMethod::is_of_shares)
        && !has_share
        && !statistics.parts.is_empty()
    {
        return Err(Error::new("interval_not_for_shares"));
    }
    let deff = estimator.deff;
    let lonely_strata = estimator.lonely_strata()?;
    let (estimates, judged) = estimator.cells();
    let joint = match cfg!(feature = "complete") {
        true => estimator.joint(),
        false => Vec::new(),
    };
    let averages = options.average_over.map(|over| {
        let comparing = options.compare;
        let with = comparing.filter(|comparing| comparing.with == CompareWith::Average);
        average::over(&mut estimator, &judged, over, with)
    });
    let (averages, mut comparisons) = averages.unwrap_or_default();
    if let Some(comparing) = options
        .compare
        .filter(|comparing| comparing.with != CompareWith::Average)
    {
        needs_complete!("compare");
        comparisons.extend(compare::differences(&mut estimator, &judged, comparing));
    }
    let interval = if has_share {
        IntervalMethod::Logit
    } else {
        IntervalMethod::Mean
    };
    Ok(Estimates {
        cells: estimates,
        averages,
        comparisons,
        joint,
        lonely_strata,
        interval: deff.map(|_| options.interval.unwrap_or(interval)),
        deff,
    })
}

fn check(
    design: &SurveyDesign,
    cells: &Cells,
    estimand: &Estimand,
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
    let within = |over: usize| over < cells.dimensions();
    let averaged = options.average_over.is_none_or(within);
    let compared = options.compare.is_none_or(|comparing| {
        let needs_average = comparing.with == CompareWith::Average;
        within(comparing.over) && (!needs_average || options.average_over == Some(comparing.over))
    });
    if !averaged || !compared {
        return Err(Error::new("no_average"));
    }
    Ok(())
}

/// What every cell, average and comparison shares.
pub(super) struct Estimator<'a> {
    pub(super) design: &'a SurveyDesign,
    pub(super) cells: &'a Cells,
    pub(super) statistics: &'a Statistics,
    pub(super) options: &'a Options,
    sampling: SamplingVariance,
    /// Whether a variable is asked about, which records may leave unanswered.
    asks: bool,
    deff: Option<DeffReference>,
    intervals: Intervals,
}

impl<'a> Estimator<'a> {
    /// # Errors
    /// `level_out_of_range`.
    pub(super) fn of(
        design: &'a SurveyDesign,
        cells: &'a Cells,
        estimand: &Estimand,
        statistics: &'a Statistics,
        options: &'a Options,
    ) -> Result<Estimator<'a>> {
        if !(options.level > 0.0 && options.level < 1.0) {
            return Err(Error::new("level_out_of_range").with("value", options.level));
        }
        let errors = options.basis == Basis::Probability;
        let reference = match estimand {
            Estimand::Count => DeffReference::EqualWeights,
            _ => options
                .deff
                .unwrap_or_else(|| DeffReference::fitting(design)),
        };
        Ok(Estimator {
            design,
            cells,
            statistics,
            options,
            sampling: estimand.sampling_variance(),
            asks: !estimand.measures().is_empty(),
            deff: errors.then_some(reference),
            intervals: Intervals::new(options.level),
        })
    }

    /// Why a cell has no numbers.
    pub(super) fn withheld(&self, cell: usize) -> Option<Flag> {
        let of_cell = &self.statistics.cells[cell];
        let nobody = self.cells.reason(cell);
        self.options
            .suppress
            .of_cell(of_cell.n, of_cell.primary, nobody)
    }

    /// The key of a cell.
    pub(super) fn key(&self, cell: usize) -> Vec<Option<u32>> {
        self.cells.key(cell).iter().copied().map(Some).collect()
    }

    /// The groups with a single unit that shown cells need.
    pub(super) fn lonely_strata(&self) -> Result<u64> {
        if self.deff.is_none() || self.design.lonely_strata().next().is_none() {
            return Ok(0);
        }
        // Calibration reaches every record, whatever its cell.
        if self.design.is_calibrated() && self.design.replicates().is_none() {
            return self.design.lonely_among(0..self.design.units() as u32);
        }
        let shown = (0..self.cells.len()).filter(|cell| self.withheld(*cell).is_none());
        let units: BTreeSet<u32> = shown
            .flat_map(|cell| &self.statistics.cells[cell].units)
            .copied()
            .collect();
        self.design.lonely_among(units.into_iter())
    }

    /// Every part of every cell, and what became of each.
    pub(super) fn cells(&mut self) -> (Vec<CellEstimate>, Judged) {
        let rows = (0..self.cells.len()).flat_map(|cell| self.cell(cell));
        let (rows, verdicts) = rows.collect();
        let parts = self.statistics.parts.len();
        (rows, Judged { parts, verdicts })
    }

    /// Every part of one cell.
    fn cell(&mut self, cell: usize) -> Vec<(CellEstimate, Verdict)> {
        let statistics = self.statistics;
        let key = self.key(cell);
        let empty = |part: &Kind| CellEstimate::empty(key.clone(), part.part);
        if let Some(flag) = self.withheld(cell) {
            let n = (statistics.cells[cell].n == 0).then_some(0);
            let withheld = |part| CellEstimate { n, ..empty(part) }.withheld(flag);
            let rows = statistics.parts.iter().map(withheld);
            return rows.map(|row| (row, Verdict::Hide(flag))).collect();
        }
        let of_cell = &statistics.cells[cell];
        let mut rows = Vec::with_capacity(statistics.parts.len());
        for (kind, part) in statistics.parts.iter().zip(&of_cell.parts) {
            let mut row = empty(kind);
            row.n = Some(of_cell.n);
            let Some(statistic) = &part.statistic else {
                rows.push((row.withheld(Flag::NoData), Verdict::Show));
                continue;
            };
            let estimate = statistic.value();
            row.estimate = Some(estimate);
            let error = self.error(part, statistic, estimate);
            if let Some(error) = &error {
                let following = || self.design_effect(of_cell, part.reference, error);
                row.deff = part.deff.or_else(following);
                row.n_effective = row.deff.map(|deff| of_cell.n as f64 / deff);
            }
            self.finish(&mut row, kind.is_share(), error);
            if row.ci.is_some() && part.interval.is_some() {
                row.ci = part.interval;
            }
            if part.beyond {
                row.ci = None;
                row.flags.push(Flag::BeyondSample);
            }
            if self.asks {
                row.cover(self.cells.size(cell));
            }
            let verdict = self.options.suppress.of_row(&row, kind.quantity);
            rows.push((row.under(&[verdict]), verdict));
        }
        rows
    }

    /// The error of a part of a cell.
    fn error(&self, part: &PartStatistic, statistic: &Statistic, size: f64) -> Option<Uncertainty> {
        let mut error = self.uncertainty(statistic, size)?;
        error.df -= part.fewer;
        Some(error)
    }

    /// The tests of several parts together, in every cell. Plausible values have none: their covariances alone do not say how many
    /// degrees of freedom such a test has.
    fn joint(&self) -> Vec<CellEstimate> {
        let several = self.statistics.cells.iter().any(|cell| {
            let statistics = cell.parts.iter().filter_map(|part| part.statistic.as_ref());
            statistics.into_iter().any(|of| of.draws.len() > 1)
        });
        if several {
            return Vec::new();
        }
        let groups = || self.options.joint.iter().enumerate();
        let tests = |cell| groups().map(move |(place, group)| self.joint_test(cell, place, group));
        (0..self.cells.len()).flat_map(tests).collect()
    }

    /// F = b'V⁻¹b / k of k parts, against F(k, ν) with the ν of a single one (Korn and Graubard 1990).
    fn joint_test(&self, cell: usize, place: usize, group: &[usize]) -> CellEstimate {
        let row = CellEstimate::empty(self.key(cell), Part::Joint(place as u32));
        if let Some(flag) = self.withheld(cell) {
            return row.withheld(flag);
        }
        let of_cell = &self.statistics.cells[cell];
        let named = |place: &usize| {
            let part = of_cell.parts.get(*place)?;
            Some((part, part.statistic.as_ref()?))
        };
        let parts: Option<Vec<(&PartStatistic, &Statistic)>> = group.iter().map(named).collect();
        let Some(parts) = parts.filter(|parts| !parts.is_empty()) else {
            return row.withheld(Flag::NoData);
        };
        let row = CellEstimate {
            n: Some(of_cell.n),
            ..row
        };
        let (part, first) = parts[0];
        let Some(error) = self.error(part, first, 1.0) else {
            return row.withheld(self.without_error());
        };
        let all: Vec<&Statistic> = parts.iter().map(|(_, statistic)| *statistic).collect();
        let tested = wald(self.design, &all).filter(|_| error.df > 0.0);
        let Some(tested) = tested else {
            return row.withheld(Flag::NoDegreesOfFreedom);
        };
        let free = all.len() as f64;
        let verdict = self.options.suppress.of_row(&row, Quantity::Other);
        let row = CellEstimate {
            statistic: Some(tested / free),
            df: Some(free),
            denominator_df: Some(error.df),
            p: Some(f_upper_tail(tested / free, free, error.df)),
            ..row
        };
        row.under(&[verdict])
    }

    /// Why there is no error.
    fn without_error(&self) -> Flag {
        match self.options.basis {
            Basis::SelfSelected => Flag::SelfSelected,
            Basis::Census | Basis::Probability => Flag::Census,
        }
    }

    /// The error of a statistic made of numbers as large as `size`.
    pub(super) fn uncertainty(&self, statistic: &Statistic, size: f64) -> Option<Uncertainty> {
        Uncertainty::of(self.design, statistic, self.sampling, size)
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
            row.flags.push(self.without_error());
            return;
        };
        row.df = df.is_finite().then_some(df);
        let se = variance.map(f64::sqrt);
        row.se = se;
        let method = match self.options.interval {
            Some(method) if share || !method.is_of_shares() => method,
            None if share => IntervalMethod::Logit,
            _ => IntervalMethod::Mean,
        };
        let at_bound = share && (estimate <= 0.0 || estimate >= 1.0);
        // An error of 0 says nothing where everybody gave the same answer.
        if let (Some(se), false) = (se, at_bound && method == IntervalMethod::Mean) {
            row.ci = self
                .intervals
                .interval(method, estimate, se, df, row.n.unwrap_or(0) as f64);
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

    /// The variance over that of a simple random sample of as many records, (W − n) / W of it without replacement (R's `deff`).
    /// None where the reference has no variance.
    fn design_effect(
        &self,
        cell: &CellStatistics,
        reference: Option<f64>,
        error: &Uncertainty,
    ) -> Option<f64> {
        let left = match self.deff? {
            DeffReference::WithReplacement => 1.0,
            DeffReference::WithoutReplacement => (cell.weight - cell.n as f64) / cell.weight,
            DeffReference::EqualWeights => return None,
        };
        let reference = reference? * left;
        let variance = error.variance?;
        (reference > 0.0 && variance > 0.0).then(|| variance / reference)
    }
}
