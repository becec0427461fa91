//! Every part of an estimand in every cell, before its error.

use super::cells::Cells;
use super::estimand::{Estimand, Part};
use super::fitted;
use super::options::Options;
use super::quantile::Quantiles;
use super::statistic::Statistic;
use super::sums;
use super::suppression::Quantity;
use crate::design::SurveyDesign;
use crate::document::Basis;
use crate::error::{Result, needs_complete};

/// Every part of an estimand in every cell.
pub(super) struct Statistics {
    pub(super) parts: Vec<Kind>,
    /// One a cell, in their order.
    pub(super) cells: Vec<CellStatistics>,
}

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Kind {
    pub(super) part: Part,
    pub(super) quantity: Quantity,
}

impl Kind {
    /// Whether it is a share of records: between 0 and 1.
    pub(super) fn is_share(self) -> bool {
        self.quantity == Quantity::Share
    }
}

/// A cell's numbers.
pub(super) struct CellStatistics {
    /// Records of positive weight with a valid answer.
    pub(super) n: u64,
    /// Sum of their weights.
    pub(super) weight: f64,
    /// Primary units that those records lie in; each record is its own where no clusters are declared. None where nobody asks.
    pub(super) primary: Option<u64>,
    /// Units that those records lie in; they rise. Empty without errors, or with errors from replicates.
    pub(super) units: Vec<u32>,
    /// One a part.
    pub(super) parts: Vec<PartStatistic>,
}

/// A part of a cell.
pub(super) struct PartStatistic {
    /// None where it cannot be had: a ratio that divides by zero, a fit that has no solution.
    pub(super) statistic: Option<Statistic>,
    /// Variance that a simple random sample of n records from an endless population would give; none where there is no such.
    pub(super) reference: Option<f64>,
    /// The design effect, where it does not follow from the error.
    pub(super) deff: Option<f64>,
    /// The interval, where it does not follow from the error.
    pub(super) interval: Option<[f64; 2]>,
    /// The sample ends before its interval does: it has neither interval nor error.
    pub(super) beyond: bool,
    /// Degrees of freedom that the other parameters take up.
    pub(super) fewer: f64,
}

impl PartStatistic {
    pub(super) fn of(statistic: Option<Statistic>) -> PartStatistic {
        PartStatistic {
            statistic,
            reference: None,
            deff: None,
            interval: None,
            beyond: false,
            fewer: 0.0,
        }
    }
}

impl Statistics {
    /// One pass over the records; one for each plausible value.
    ///
    /// # Errors
    /// What the estimand's measures refuse.
    pub(super) fn of(
        design: &SurveyDesign,
        cells: &Cells,
        estimand: &Estimand,
        options: &Options,
    ) -> Result<Statistics> {
        let errors = options.basis == Basis::Probability;
        if let Estimand::Plausible { values, .. } = estimand {
            needs_complete!("plausible_values");
            let mut draws = values
                .iter()
                .map(|value| Statistics::of(design, cells, value, options));
            let mut first = draws.next().unwrap_or_else(|| Ok(Statistics::empty()))?;
            for draw in draws {
                first.join(draw?);
            }
            return Ok(first);
        }
        if let Estimand::Quantile { of, probs, rule } = estimand {
            needs_complete!("quantile");
            let quantiles = Quantiles {
                of: of.numbers()?,
                probs,
                rule: *rule,
                level: options.level,
            };
            return Ok(quantiles.statistics(design, cells, errors));
        }
        match estimand.fitted()? {
            Some(fitted) => Ok(fitted::statistics(design, cells, &*fitted, errors)),
            None => {
                let counted = options.suppress.counts_units();
                let plan = estimand.plan()?;
                Ok(sums::statistics(design, cells, &plan, errors, counted))
            }
        }
    }

    fn empty() -> Statistics {
        Statistics {
            parts: Vec::new(),
            cells: Vec::new(),
        }
    }

    /// Adds another draw of the same parts. n is the least that a draw has.
    fn join(&mut self, other: Statistics) {
        for (cell, more) in self.cells.iter_mut().zip(other.cells) {
            cell.n = cell.n.min(more.n);
            cell.primary = cell.primary.min(more.primary);
            for (part, more) in cell.parts.iter_mut().zip(more.parts) {
                part.beyond |= more.beyond;
                part.statistic = match (part.statistic.take(), more.statistic) {
                    (Some(mut statistic), Some(more)) => {
                        statistic.draws.extend(more.draws);
                        Some(statistic)
                    }
                    _ => None,
                };
                // A design effect or an interval of one draw is not that of all.
                part.reference = None;
                part.interval = None;
                // Rubin's degrees of freedom are those of the values, not of the design.
                part.fewer = 0.0;
            }
        }
    }
}
