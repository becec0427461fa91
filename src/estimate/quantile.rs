//! Quantiles: values below which given shares of the population lie.

use super::cells::Cells;
use super::estimand::Part;
use super::interval::t_quantile;
use super::measure::Numbers;
use super::spread::{of_records, units_of_members};
use super::statistic::{Spread, Statistic};
use super::statistics::{CellStatistics, Kind, PartStatistic, Statistics};
use super::suppression::Quantity;
use super::uncertainty::Uncertainty;
use crate::design::SurveyDesign;
use crate::document::{QuantileRule, SamplingVariance};
use crate::numeric::Sum;
use std::rc::Rc;

/// Share of the whole weight below which two cumulated weights are the same: sums of equal weights differ by rounding.
const ROUNDING: f64 = 1e-12;

/// What is asked of a variable.
pub(super) struct Quantiles<'a> {
    pub(super) of: Numbers<'a>,
    /// Shares of the population, each from 0 to 1.
    pub(super) probs: &'a [f64],
    pub(super) rule: QuantileRule,
    /// Level of the intervals.
    pub(super) level: f64,
}

impl Quantiles<'_> {
    /// Every quantile in every cell.
    ///
    /// Errors come from the error of a share (Woodruff 1952): F, the share of the population at or below the quantile, has the
    /// design's standard error; F ± t · se is read back through the quantile's own rule, and that is the interval. The standard
    /// error is its width over 2t. There is neither where F ± t · se reaches below 0 or above 1: the sample ends before the
    /// interval does.
    ///
    /// A quantile's influence is that of F, turned about and stretched to the quantile's standard error, so that averages and
    /// differences of quantiles take the same path as all others. Under replicate weights the quantile is taken in each of them,
    /// as the studies that bring such weights do, and the interval is ± t · se.
    pub(super) fn statistics(
        &self,
        design: &SurveyDesign,
        cells: &Cells,
        errors: bool,
    ) -> Statistics {
        let part = |index| Kind {
            part: Part::Quantile(index as u32),
            quantity: Quantity::Amount,
        };
        let cell = |cell| self.of_cell(design, cells, cell, errors);
        Statistics {
            parts: (0..self.probs.len()).map(part).collect(),
            cells: (0..cells.len()).map(cell).collect(),
        }
    }

    fn of_cell(
        &self,
        design: &SurveyDesign,
        cells: &Cells,
        cell: usize,
        errors: bool,
    ) -> CellStatistics {
        let (members, weights) = cells.members(cells.segments(cell));
        let values: Vec<f64> = members
            .iter()
            .map(|member| self.of.get(*member as usize))
            .collect();
        let mut order: Vec<u32> = (0..members.len() as u32)
            .filter(|place| !values[*place as usize].is_nan())
            .collect();
        let answered = || {
            let members = units_of_members(cells, cell).zip(&values);
            members.filter(|(_, value)| !value.is_nan())
        };
        let primary = design.primary_units_of(answered().map(|(unit, _)| unit));
        let mut units: Vec<u32> = Vec::new();
        if errors && design.replicates().is_none() {
            units.extend(answered().map(|(unit, _)| unit));
            units.dedup();
        }
        // Equal values stand in the order of the file, as in R: `hf7` looks at the last of them.
        order.sort_by(|a, b| {
            let (a, b) = (*a as usize, *b as usize);
            let by_value = values[a].total_cmp(&values[b]);
            by_value.then(members[a].cmp(&members[b]))
        });
        let sorted = |weight: &dyn Fn(usize) -> f64| {
            let each = order.iter().map(|place| *place as usize);
            Distribution::of(each.map(|place| (values[place], weight(place))))
        };
        let all = sorted(&|place| weights[place]);
        let samples = match design.replicates() {
            Some(replicates) if errors => replicates.samples_of(members),
            _ => Rc::new([]),
        };
        let part = |prob: &f64| {
            let Some(value) = all.quantile(self.rule, *prob) else {
                return PartStatistic::of(None);
            };
            match (errors, design.replicates()) {
                (false, _) => PartStatistic::of(Some(Statistic::of(value, Spread::None))),
                (true, Some(_)) => {
                    let spread = Spread::Replicates {
                        samples: Rc::clone(&samples),
                        values: Vec::new(),
                    };
                    PartStatistic::of(Some(Statistic::of(value, spread)))
                }
                (true, None) => {
                    let share = all.share_upto(value);
                    let total = all.weight();
                    let influence = values.iter().zip(weights).map(|(own, weight)| {
                        let at_most = f64::from(*own <= value);
                        (!own.is_nan()).then_some(weight * (at_most - share) / total)
                    });
                    let influence: Vec<Option<f64>> = influence.collect();
                    let spread = of_records(design, cells, cell, &influence);
                    self.read_back(design, &all, value, share, spread)
                }
            }
        };
        let mut parts: Vec<PartStatistic> = self.probs.iter().map(part).collect();
        if let (true, Some(replicates)) = (errors, design.replicates()) {
            let places = samples
                .iter()
                .flat_map(|sample| (0..replicates.count()).map(move |place| (*sample, place)));
            for (sample, replicate) in places {
                let own = sorted(&|place| {
                    let record = members[place] as usize;
                    match replicates.is_of(record, sample) {
                        true => replicates.of_record(record)[replicate],
                        false => weights[place],
                    }
                });
                self.replicate(&own, &mut parts);
            }
        }
        CellStatistics {
            n: order.len() as u64,
            weight: all.weight(),
            primary: Some(primary),
            units,
            parts,
        }
    }

    /// The quantiles of one replicate.
    fn replicate(&self, own: &Distribution, parts: &mut [PartStatistic]) {
        for (part, prob) in parts.iter_mut().zip(self.probs) {
            let draw = part.statistic.as_mut().and_then(|of| of.draws.first_mut());
            if let Some(Spread::Replicates { values, .. }) = draw.map(|draw| &mut draw.spread) {
                values.push(own.quantile(self.rule, *prob).unwrap_or(f64::NAN));
            }
        }
    }

    /// The statistic of a quantile with its interval, from the spread of the share at or below it.
    fn read_back(
        &self,
        design: &SurveyDesign,
        all: &Distribution,
        value: f64,
        share: f64,
        mut spread: Spread,
    ) -> PartStatistic {
        let of_share = Statistic::of(share, spread.clone());
        let error = Uncertainty::of(design, &of_share, SamplingVariance::All, 1.0);
        let known = error.and_then(|error| Some((error.variance?.sqrt(), error.df)));
        let mut interval = None;
        // A share without an error leaves the quantile without one.
        let mut stretch = f64::NAN;
        if let Some((se, df)) = known {
            // Without degrees of freedom no interval is shown, and the normal one serves to read the error.
            let df = if df > 0.0 { df } else { f64::INFINITY };
            let t = t_quantile((1.0 - self.level) / 2.0, df);
            let ends = [share - t * se, share + t * se];
            if ends[0] >= 0.0 && ends[1] <= 1.0 && share < 1.0 {
                let read = ends.map(|end| all.quantile(self.rule, end).unwrap_or(value));
                let width = read[1] - read[0];
                stretch = match se > 0.0 {
                    true => -width / (2.0 * t * se),
                    false => 0.0,
                };
                interval = Some(read);
            }
        }
        if let Spread::Units { influence, .. } = &mut spread {
            influence.iter_mut().for_each(|own| *own *= stretch);
        }
        PartStatistic {
            interval,
            beyond: interval.is_none() && known.is_some(),
            ..PartStatistic::of(Some(Statistic::of(value, spread)))
        }
    }
}

/// The weighted values of a cell, from the least.
struct Distribution {
    values: Vec<f64>,
    /// Weight of all records up to and with each.
    upto: Vec<f64>,
}

impl Distribution {
    /// Takes values that rise, with their weights; those of weight 0 are left out.
    fn of(sorted: impl Iterator<Item = (f64, f64)>) -> Distribution {
        let (mut values, mut upto) = (Vec::new(), Vec::new());
        let mut sum = Sum::default();
        for (value, weight) in sorted.filter(|(_, weight)| *weight > 0.0) {
            sum.add(weight);
            values.push(value);
            upto.push(sum.total());
        }
        Distribution { values, upto }
    }

    /// The whole weight.
    fn weight(&self) -> f64 {
        self.upto.last().copied().unwrap_or(0.0)
    }

    /// The share at or below a value.
    fn share_upto(&self, value: f64) -> f64 {
        let count = self.values.partition_point(|own| *own <= value);
        match count {
            0 => 0.0,
            count => self.upto[count - 1] / self.weight(),
        }
    }

    /// The value below which a share lies; none without a record.
    ///
    /// With C the cumulated weights and W their sum:
    /// - `math`: the least value with C ≥ pW, the inverse of the distribution function (R's default);
    /// - `oecd`: the least value with C > pW, as the OECD's package Rrepest (`weighted.quant`, MIT) takes it;
    /// - `school`: the mean of both, which differ only where pW is met exactly (Hyndman and Fan's type 2, and what the SAS and
    ///   Stata macros of PISA and TALIS print);
    /// - `hf7`: on the line through the values at C − w, scaled to its last (Hyndman and Fan 1996, type 7, with weights as R's
    ///   survey package has them).
    fn quantile(&self, rule: QuantileRule, share: f64) -> Option<f64> {
        let last = self.values.len().checked_sub(1)?;
        let share = share.clamp(0.0, 1.0);
        let (wanted, same) = (share * self.weight(), ROUNDING * self.weight());
        let reaching = || {
            let place = self.upto.partition_point(|upto| *upto < wanted - same);
            self.values[place.min(last)]
        };
        let passing = || {
            let place = self.upto.partition_point(|upto| *upto <= wanted + same);
            self.values[place.min(last)]
        };
        Some(match rule {
            QuantileRule::Math => reaching(),
            QuantileRule::Oecd => passing(),
            QuantileRule::School => {
                let (low, high) = (reaching(), passing());
                low + 0.5 * (high - low)
            }
            QuantileRule::Hf7 => {
                let before = |place: usize| match place {
                    0 => 0.0,
                    place => self.upto[place - 1],
                };
                let wanted = share * before(last);
                // Record k begins where record k − 1 ends.
                let begun = self.upto[..last].partition_point(|upto| *upto <= wanted + same);
                let (low, next) = (self.values[begun], self.values[(begun + 1).min(last)]);
                let past = wanted - before(begun);
                if begun == last || past <= same {
                    low
                } else {
                    low + past / (self.upto[begun] - before(begun)) * (next - low)
                }
            }
        })
    }
}
