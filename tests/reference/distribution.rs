//! Distributions against printed tables and closed forms.

use pulso::numeric::{normal_quantile, student_t_quantile, student_t_upper_tail};
use std::f64::consts::PI;

fn near(got: f64, expected: f64, tolerance: f64) {
    let difference = (got - expected).abs() / expected.abs();
    assert!(
        difference <= tolerance,
        "{got}, expected {expected}: {difference:e}"
    );
}

#[test]
fn normal_quantiles() {
    near(normal_quantile(0.025), 1.959963984540054, 1e-15);
    near(normal_quantile(0.005), 2.5758293035489004, 1e-15);
    near(normal_quantile(1e-10), 6.361340902404056, 1e-14);
    near(normal_quantile(0.975), -1.959963984540054, 1e-14);
    assert_eq!(normal_quantile(0.5), 0.0);
    assert!(normal_quantile(0.0).is_nan());
}

#[test]
fn one_and_two_degrees_of_freedom_have_closed_forms() {
    for upper in [0.4, 0.1, 0.025, 0.005, 1e-4, 1e-8] {
        near(
            student_t_quantile(upper, 1.0),
            1.0 / libm::tan(PI * upper),
            1e-13,
        );
        let centre = 1.0 - 2.0 * upper;
        let two = centre * (2.0 / (4.0 * upper * (1.0 - upper))).sqrt();
        near(student_t_quantile(upper, 2.0), two, 1e-13);
    }
}

#[test]
fn printed_quantiles() {
    // R: qt(0.975, df), printed with 15 digits.
    let printed = [
        (3.0, 3.18244630528371),
        (5.0, 2.57058183563632),
        (10.0, 2.22813885198627),
        (14.0, 2.14478668791780),
        (16.0, 2.11990529922125),
        (30.0, 2.04227245630124),
        (100.0, 1.98397151852355),
        (1000.0, 1.96233908082641),
    ];
    for (df, expected) in printed {
        near(student_t_quantile(0.025, df), expected, 5e-14);
    }
    // For many degrees of freedom Cornish and Fisher's expansion has no error left to see.
    let z = 1.959963984540054_f64;
    for df in [2e5, 1e6, 1e9] {
        let expected = z
            + (z.powi(3) + z) / (4.0 * df)
            + (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / (96.0 * df * df);
        near(student_t_quantile(0.025, df), expected, 1e-14);
    }
}

#[test]
fn tails_and_quantiles_are_inverse() {
    for df in [
        0.5, 0.7, 1.3, 2.5, 4.0, 7.9, 23.0, 61.5, 1862.0, 3597.0, 2e5, 1e9,
    ] {
        for upper in [0.45, 0.3, 0.1, 0.05, 0.025, 0.005, 5e-4] {
            let t = student_t_quantile(upper, df);
            // Far out, and with many degrees of freedom, the tail is exact to 1e-16 and not to its last digits.
            near(student_t_upper_tail(t, df), upper, 1e-13 + 3e-16 / upper);
            near(student_t_upper_tail(-t, df), 1.0 - upper, 1e-14);
        }
    }
    assert!(student_t_quantile(0.025, 0.0).is_nan());
    assert!(student_t_quantile(1.0, 3.0).is_nan());
}
