//! Student's t distribution, exact to about 1e-14 for every number of degrees of freedom from 0.5 to 1e9.
//!
//! Tables and libraries go through the incomplete beta function, whose logarithms of gammas cancel when the degrees of
//! freedom are many. Here the two gammas enter as their ratio, and the two halves of the distribution are series of positive
//! terms: nothing cancels.

use super::normal_quantile;
use std::f64::consts::PI;

/// Terms after which the series of the tail is dearer than the series of the centre is inexact.
const MOST_TERMS: f64 = 20_000.0;

/// Probability that a t variable of `df` degrees of freedom exceeds `t`. NaN unless `df > 0`.
///
/// Relative error about 1e-14 where the tail is heavy; absolute error 1e-16 for many degrees of freedom.
pub fn student_t_upper_tail(t: f64, df: f64) -> f64 {
    if df.is_nan() || df <= 0.0 || t.is_nan() {
        return f64::NAN;
    }
    if t == 0.0 {
        return 0.5;
    }
    if t < 0.0 {
        return 1.0 - student_t_upper_tail(-t, df);
    }
    if t.is_infinite() {
        return 0.0;
    }
    let weight = t * density(t, df);
    let inside = t * t / (df + t * t);
    let outside = df / (df + t * t);
    // Where both series converge, the centre is the shorter one as long as it leaves digits to the tail.
    let tail_terms = 40.0 / inside;
    if t > 2.5 && tail_terms < MOST_TERMS || outside < 0.5 {
        weight / df * series(0.5 * df + 0.5, 0.5 * df + 1.0, outside)
    } else {
        (0.5 - weight * series(0.5 * df + 0.5, 1.5, inside)).max(0.0)
    }
}

/// The value that a t variable of `df` degrees of freedom exceeds with probability `upper`, for `0 < upper < 1`. NaN
/// outside, and unless `df > 0`.
///
/// Newton's steps on the tail, which is convex: from any start they come to the left of the root at once and then rise to it.
pub fn student_t_quantile(upper: f64, df: f64) -> f64 {
    if df.is_nan() || df <= 0.0 || !(upper > 0.0 && upper < 1.0) {
        return f64::NAN;
    }
    if upper == 0.5 {
        return 0.0;
    }
    if upper > 0.5 {
        return -student_t_quantile(1.0 - upper, df);
    }
    let mut t = start(upper, df);
    for _ in 0..200 {
        let step = (student_t_upper_tail(t, df) - upper) / density(t, df);
        let next = (t + step).max(0.0);
        if (next - t).abs() <= 2e-16 * t.abs() {
            return next;
        }
        t = next;
    }
    t
}

/// Cornish and Fisher's expansion about the normal quantile; the quantile itself where the tail is too heavy for it.
fn start(upper: f64, df: f64) -> f64 {
    let z = normal_quantile(upper);
    if df < 4.0 {
        return z;
    }
    let z2 = z * z;
    z * (1.0
        + (z2 + 1.0) / (4.0 * df)
        + (3.0 + z2 * (16.0 + z2 * 5.0)) / (96.0 * df * df)
        + (-15.0 + z2 * (17.0 + z2 * (19.0 + z2 * 3.0))) / (384.0 * df * df * df))
}

/// The density at `t`.
fn density(t: f64, df: f64) -> f64 {
    libm::exp(-0.5 * (df + 1.0) * libm::log1p(t * t / df)) * gamma_ratio(0.5 * df)
        / (df * PI).sqrt()
}

/// Γ(z + ½) / Γ(z), by Stirling's series for the ratio beyond 24 and the recurrence of Γ below.
fn gamma_ratio(z: f64) -> f64 {
    let mut below = 1.0;
    let mut z = z;
    while z < 24.0 {
        below *= z / (z + 0.5);
        z += 1.0;
    }
    let r = 1.0 / (z * z);
    let series = -1.0 / 8.0
        + r * (1.0 / 192.0 + r * (-1.0 / 640.0 + r * (17.0 / 14336.0 + r * (-31.0 / 18432.0))));
    below * z.sqrt() * libm::exp(series / z)
}

/// Σ (a)ₙ / (b)ₙ xⁿ with positive terms, until they no longer count.
fn series(a: f64, b: f64, x: f64) -> f64 {
    let (mut term, mut total, mut n) = (1.0, 1.0, 0.0);
    loop {
        let ratio = (a + n) / (b + n) * x;
        term *= ratio;
        total += term;
        n += 1.0;
        // The terms still to come are at most a geometric series.
        if ratio < 1.0 && term * ratio.max(x) < 1e-17 * total * (1.0 - ratio.max(x)) || n > 1e7 {
            return total;
        }
    }
}
