//! The normal distribution.

/// The value that a standard normal variable exceeds with probability `upper`, for `0 < upper < 1`; NaN outside.
///
/// The rational start of Abramowitz and Stegun 26.2.23 is exact to 4.5e-4; two Halley steps on `erfc` make it exact to the
/// last digits.
pub fn normal_quantile(upper: f64) -> f64 {
    if !(upper > 0.0 && upper < 1.0) {
        return f64::NAN;
    }
    if upper == 0.5 {
        return 0.0;
    }
    if upper > 0.5 {
        return -normal_quantile(1.0 - upper);
    }
    let t = (-2.0 * libm::log(upper)).sqrt();
    let mut x = t
        - (2.515517 + t * (0.802853 + t * 0.010328))
            / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    for _ in 0..2 {
        let tail = 0.5 * libm::erfc(x * std::f64::consts::FRAC_1_SQRT_2);
        let density = libm::exp(-0.5 * x * x) / (2.0 * std::f64::consts::PI).sqrt();
        let step = (tail - upper) / density;
        x += step / (1.0 - 0.5 * step * x);
    }
    x
}
