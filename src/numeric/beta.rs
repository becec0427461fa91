//! The incomplete beta function, and the distributions that follow from it.

/// Steps of a continued fraction or a search, after which nothing is gained.
const MOST_STEPS: usize = 500;

/// Probability that a beta variable with shapes `a` and `b` is at most `x` (NIST DLMF 8.17.22, continued fraction). NaN unless
/// both shapes are positive.
pub fn beta_probability(x: f64, a: f64, b: f64) -> f64 {
    if !(a > 0.0 && b > 0.0) || x.is_nan() {
        return f64::NAN;
    }
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    // The fraction is short on this side of the mean.
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta_probability(1.0 - x, b, a);
    }
    front(x, a, b) / a * fraction(x, a, b)
}

/// The value that a beta variable with shapes `a` and `b` does not exceed with probability `p`. NaN unless both shapes are
/// positive and `p` lies within 0 and 1.
///
/// Newton's steps, halved intervals where one would leave the bracket.
pub fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    if !(a > 0.0 && b > 0.0 && (0.0..=1.0).contains(&p)) {
        return f64::NAN;
    }
    if p == 0.0 || p == 1.0 {
        return p;
    }
    let (mut low, mut high) = (0.0, 1.0);
    let mut x = a / (a + b);
    for _ in 0..MOST_STEPS {
        let miss = beta_probability(x, a, b) - p;
        if miss > 0.0 {
            high = x;
        } else {
            low = x;
        }
        let density = front(x, a, b) / (x * (1.0 - x));
        let step = x - miss / density;
        let next = if step > low && step < high {
            step
        } else {
            0.5 * (low + high)
        };
        if (next - x).abs() <= 4.0 * f64::EPSILON * next || high - low <= f64::EPSILON * low {
            return next;
        }
        x = next;
    }
    x
}

/// Probability that an F variable with `over` and `under` degrees of freedom exceeds `f`. NaN unless both are positive; `under`
/// may be infinite.
pub fn f_upper_tail(f: f64, over: f64, under: f64) -> f64 {
    if !(over > 0.0 && under > 0.0) || f.is_nan() {
        return f64::NAN;
    }
    if f <= 0.0 {
        return 1.0;
    }
    beta_probability(under / (under + over * f), 0.5 * under, 0.5 * over)
}

/// xᵃ (1 − x)ᵇ / B(a, b).
fn front(x: f64, a: f64, b: f64) -> f64 {
    let log = a * libm::log(x) + b * libm::log1p(-x);
    libm::exp(log + libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b))
}

/// The continued fraction by Lentz's method.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let away = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for step in 1..MOST_STEPS {
        let m = step as f64;
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        value *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        value *= d * c;
        if (d * c - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}
