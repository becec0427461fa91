//! Intervals and probabilities from an estimate and its error.

use crate::document::IntervalMethod;
use crate::numeric::{student_t_quantile, student_t_upper_tail};

/// Makes intervals of one level. Quantiles are kept by degrees of freedom: the parts of a cell share them.
pub(super) struct Intervals {
    level: f64,
    last: Option<(u64, f64)>,
}

impl Intervals {
    pub(super) fn new(level: f64) -> Self {
        Intervals { level, last: None }
    }

    /// The interval, none without degrees of freedom, and none on the log-odds scale at 0 and 1.
    ///
    /// `Mean`: estimate ± t · se. `Logit`: the same for log(p / (1 − p)), whose error is se / (p (1 − p)), and back.
    pub(super) fn interval(
        &mut self,
        method: IntervalMethod,
        estimate: f64,
        se: f64,
        df: f64,
    ) -> Option<[f64; 2]> {
        if df.is_nan() || df <= 0.0 || se.is_nan() {
            return None;
        }
        let t = self.quantile(df);
        match method {
            IntervalMethod::Mean => Some([estimate - t * se, estimate + t * se]),
            IntervalMethod::Logit => {
                let other = 1.0 - estimate;
                if estimate <= 0.0 || other <= 0.0 {
                    return None;
                }
                let odds = libm::log(estimate / other);
                let half = t * se / (estimate * other);
                Some([share(odds - half), share(odds + half)])
            }
        }
    }

    fn quantile(&mut self, df: f64) -> f64 {
        match self.last {
            Some((bits, t)) if bits == df.to_bits() => t,
            _ => {
                let t = student_t_quantile((1.0 - self.level) / 2.0, df);
                self.last = Some((df.to_bits(), t));
                t
            }
        }
    }
}

/// Two-sided probability of a difference at least as large under none. None without an error.
pub(super) fn probability(difference: f64, se: f64, df: f64) -> Option<f64> {
    let known = df > 0.0 && se > 0.0;
    known.then(|| 2.0 * student_t_upper_tail((difference / se).abs(), df))
}

fn share(log_odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-log_odds))
}
