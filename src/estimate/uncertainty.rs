//! From a statistic to its error: the design's variance, and Rubin's rules over plausible values.

use super::statistic::{Draw, Spread, Statistic};
use crate::design::SurveyDesign;
use crate::document::SamplingVariance;

/// The error of a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Uncertainty {
    /// None where the rule for single units has nothing to average, and where no replicate has an estimate.
    pub(super) variance: Option<f64>,
    /// Whether a stratum with a single unit took part.
    pub(super) lonely: bool,
    /// Degrees of freedom.
    pub(super) df: f64,
}

/// Share of an estimate below which its standard error is the rounding of equal answers.
const ROUNDING: f64 = 1e-14;

impl Uncertainty {
    /// The error of a statistic; none where no error figure applies. `size` is how large the numbers are that it is made of:
    /// where every record gives the same answer the error is 0, not what rounding leaves of it.
    ///
    /// Over M plausible values the sampling variance U (their mean, or the first one's) and the variance B between them give
    /// T = U + (1 + 1/M) B, with ν = (M − 1) / λ² degrees of freedom, λ = (1 + 1/M) B / T (Rubin 1987, 3.1.6).
    pub(super) fn of(
        design: &SurveyDesign,
        statistic: &Statistic,
        sampling: SamplingVariance,
        size: f64,
    ) -> Option<Uncertainty> {
        let draws = &statistic.draws;
        let counted = match sampling {
            SamplingVariance::All => draws.len(),
            SamplingVariance::First => 1,
        };
        let each = draws.iter().take(counted);
        let each: Option<Vec<Uncertainty>> = each
            .map(|draw| Uncertainty::of_draw(design, draw))
            .collect();
        let each = each?;
        let mut error = *each.first()?;
        error.lonely = each.iter().any(|error| error.lonely);
        let variances: Option<Vec<f64>> = each.iter().map(|error| error.variance).collect();
        error.variance = variances.map(|all| all.iter().sum::<f64>() / all.len() as f64);
        if draws.len() > 1 {
            error.pool(statistic);
        }
        let least = ROUNDING * ROUNDING * size * size;
        error.variance = error
            .variance
            .map(|variance| if variance > least { variance } else { 0.0 });
        Some(error)
    }

    /// An error that is known without a sample.
    pub(super) fn certain(se: f64) -> Uncertainty {
        Uncertainty {
            variance: Some(se * se),
            lonely: false,
            df: f64::INFINITY,
        }
    }

    fn of_draw(design: &SurveyDesign, draw: &Draw) -> Option<Uncertainty> {
        match &draw.spread {
            Spread::None => None,
            Spread::Units {
                units,
                influence,
                own,
            } => {
                let variance = design.variance(units, influence);
                let total = variance.total(design.lonely_psu());
                Some(Uncertainty {
                    variance: (!total.is_nan()).then_some(total),
                    lonely: variance.is_lonely(),
                    df: design.degrees_of_freedom(own.as_ref().unwrap_or(units)),
                })
            }
            Spread::Replicates { samples, values } => {
                let replicates = design.replicates()?;
                Some(Uncertainty {
                    variance: replicates.variance(draw.value, values),
                    lonely: false,
                    df: replicates.df_of(samples),
                })
            }
        }
    }

    /// Adds the variance between the draws.
    fn pool(&mut self, statistic: &Statistic) {
        let count = statistic.draws.len() as f64;
        let mean = statistic.value();
        let square = |draw: &Draw| (draw.value - mean) * (draw.value - mean);
        let between = statistic.draws.iter().map(square).sum::<f64>() / (count - 1.0);
        let added = (1.0 + 1.0 / count) * between;
        let Some(within) = self.variance else { return };
        let total = within + added;
        self.variance = Some(total);
        self.df = if added > 0.0 {
            let missing = added / total;
            (count - 1.0) / (missing * missing)
        } else {
            // No information is missing: the limit of many degrees of freedom.
            f64::INFINITY
        };
    }

    /// The error of the difference of numbers from independent samples: variances add, and so do degrees of freedom by
    /// Satterthwaite's rule.
    pub(super) fn and_independent(self, other: Uncertainty) -> Uncertainty {
        let variance = self.variance.zip(other.variance);
        let df = variance.map(|(own, others)| {
            let parts = own * own / self.df + others * others / other.df;
            if parts > 0.0 {
                (own + others) * (own + others) / parts
            } else {
                self.df + other.df
            }
        });
        Uncertainty {
            variance: variance.map(|(own, others)| own + others),
            lonely: self.lonely || other.lonely,
            df: df.unwrap_or(0.0),
        }
    }
}
