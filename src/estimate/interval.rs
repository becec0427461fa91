//! Intervals and probabilities from an estimate and its error.

use crate::document::IntervalMethod;
use crate::numeric::{beta_quantile, normal_quantile, student_t_quantile, student_t_upper_tail};

/// Makes intervals of one level. Quantiles are kept by degrees of freedom: the parts of a cell share them.
pub(super) struct Intervals {
    level: f64,
    last: Option<(u64, f64)>,
}

impl Intervals {
    pub(super) fn new(level: f64) -> Self {
        Intervals { level, last: None }
    }

    /// The interval of an estimate from `n` records; none without degrees of freedom.
    ///
    /// `Mean`: estimate ± t · se. `Logit`: the same for log(p / (1 − p)), whose error is se / (p (1 − p)), and back; none at 0
    /// and 1. `Beta` and `Wilson` take the share for one of n* equal records, n* = p (1 − p) / se², and n where every record gave
    /// the same answer. `Beta` (Korn and Graubard 1998) corrects n* for the degrees of freedom by (t_{n−1} / t_df)² and lets it be
    /// at most n (NCHS, Series 2, Number 175).
    pub(super) fn interval(
        &mut self,
        method: IntervalMethod,
        estimate: f64,
        se: f64,
        df: f64,
        n: f64,
    ) -> Option<[f64; 2]> {
        if df.is_nan() || df <= 0.0 || se.is_nan() {
            return None;
        }
        let t = self.quantile(df);
        let other = 1.0 - estimate;
        let within = estimate > 0.0 && other > 0.0;
        let effective = if within && se > 0.0 {
            estimate * other / (se * se)
        } else {
            n
        };
        match method {
            IntervalMethod::Mean => Some([estimate - t * se, estimate + t * se]),
            IntervalMethod::Logit => within.then(|| {
                let odds = libm::log(estimate / other);
                let half = t * se / (estimate * other);
                [share(odds - half), share(odds + half)]
            }),
            IntervalMethod::Wilson => {
                let square = t * t / effective;
                let middle = (estimate + 0.5 * square) / (1.0 + square);
                let root = estimate * other / effective + 0.25 * square / effective;
                let half = t * root.sqrt() / (1.0 + square);
                Some([(middle - half).max(0.0), (middle + half).min(1.0)])
            }
            // Asked of the complete engine only: see `document::estimates`.
            IntervalMethod::Beta if cfg!(not(feature = "complete")) => None,
            IntervalMethod::Beta => {
                let records = student_t_quantile(self.outside(), (n - 1.0).max(1.0));
                let effective = (effective * (records / t) * (records / t)).min(n);
                let (yes, no) = (effective * estimate, effective * other);
                let low = match estimate > 0.0 {
                    true => beta_quantile(self.outside(), yes, no + 1.0),
                    false => 0.0,
                };
                let high = match other > 0.0 {
                    true => beta_quantile(1.0 - self.outside(), yes + 1.0, no),
                    false => 1.0,
                };
                Some([low, high])
            }
        }
    }

    /// Probability on each side of the interval.
    fn outside(&self) -> f64 {
        (1.0 - self.level) / 2.0
    }

    fn quantile(&mut self, df: f64) -> f64 {
        match self.last {
            Some((bits, t)) if bits == df.to_bits() => t,
            _ => {
                let t = t_quantile(self.outside(), df);
                self.last = Some((df.to_bits(), t));
                t
            }
        }
    }
}

/// The value that a t variable exceeds with this probability; a normal one's where degrees of freedom have no end.
pub(super) fn t_quantile(upper: f64, df: f64) -> f64 {
    if df.is_finite() {
        student_t_quantile(upper, df)
    } else {
        normal_quantile(upper)
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
