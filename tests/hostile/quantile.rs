//! Quantiles at their edges: ties, weights of zero, missing values, one record, shares of 0 and 1.

use crate::support::data::numbers;
use pulso::design::SurveyDesign;
use pulso::document::{Basis, Design, QuantileRule};
use pulso::estimate::{CellEstimate, Cells, Estimand, Flag, Measure, Options, Part, estimate};
use pulso::table::Table;

const RULES: [QuantileRule; 4] = [
    QuantileRule::Math,
    QuantileRule::School,
    QuantileRule::Hf7,
    QuantileRule::Oecd,
];

fn ask(values: &[f64], weights: &[f64], probs: &[f64], rule: QuantileRule) -> Vec<CellEstimate> {
    let columns = vec![
        ("x".into(), numbers(values.to_vec())),
        ("w".into(), numbers(weights.to_vec())),
    ];
    let table = Table::new(values.len(), columns).unwrap();
    let declared = Design {
        weight: Some("w".into()),
        ..Design::default()
    };
    let design = SurveyDesign::new(&table, &declared).unwrap().value;
    let cells = Cells::cross(&design, &[], None).unwrap();
    let of = Measure::of(table.column("x").unwrap(), &[]).unwrap();
    let asked = Estimand::Quantile {
        of: &of,
        probs: probs.to_vec(),
        rule,
    };
    estimate(&design, &cells, &asked, &Options::new(Basis::Probability))
        .unwrap()
        .cells
}

fn values(values: &[f64], weights: &[f64], probs: &[f64], rule: QuantileRule) -> Vec<f64> {
    let rows = ask(values, weights, probs, rule);
    rows.iter().map(|row| row.estimate.unwrap()).collect()
}

const X: [f64; 6] = [8.0, 2.0, 1.0, 2.0, 5.0, 3.0];
const W: [f64; 6] = [3.0, 2.0, 1.0, 1.0, 2.0, 1.0];

/// R's survey package, `svyquantile` without interval, prints these (0.1 + 0.3 of the weight is met exactly).
#[test]
fn ties_and_exact_shares_are_those_of_r() {
    let probs = [0.05, 0.1, 0.2, 0.4, 0.45, 0.5, 0.75, 0.9];
    let of = |rule| values(&X, &W, &probs, rule);
    assert_eq!(
        of(QuantileRule::School),
        [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 8.0, 8.0]
    );
    assert_eq!(
        of(QuantileRule::Math),
        [1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 8.0, 8.0]
    );
    assert_eq!(
        of(QuantileRule::Oecd),
        [1.0, 2.0, 2.0, 3.0, 3.0, 5.0, 8.0, 8.0]
    );
    let expected = [1.35, 1.7, 2.0, 2.0, 2.15, 2.5, 5.375, 6.95];
    for (got, expected) in of(QuantileRule::Hf7).iter().zip(expected) {
        assert!((got - expected).abs() < 1e-12, "{got} {expected}");
    }
}

#[test]
fn weights_of_zero_and_missing_values_do_not_count() {
    let x = [&X[..], &[100.0, f64::NAN, -100.0]].concat();
    let w = [&W[..], &[0.0, 7.0, 0.0]].concat();
    for rule in RULES {
        let probs = [0.05, 0.4, 0.5, 0.95];
        assert_eq!(values(&x, &w, &probs, rule), values(&X, &W, &probs, rule));
    }
    assert_eq!(ask(&x, &w, &[0.5], QuantileRule::Math)[0].n, Some(6));
}

#[test]
fn the_ends_are_the_least_and_the_greatest() {
    for rule in RULES {
        let rows = ask(&X, &W, &[0.0, 1.0], rule);
        assert_eq!(rows[0].estimate, Some(1.0));
        assert_eq!(rows[1].estimate, Some(8.0));
        assert_eq!(
            (rows[1].part, rows[1].se, rows[1].ci),
            (Part::Quantile(1), None, None)
        );
        assert_eq!(rows[1].flags, [Flag::BeyondSample]);
    }
}

#[test]
fn one_record_is_every_quantile_and_nobody_none() {
    for rule in RULES {
        let rows = ask(&[3.0, f64::NAN], &[2.0, 1.0], &[0.1, 0.9], rule);
        for row in &rows {
            assert_eq!((row.estimate, row.n, row.ci), (Some(3.0), Some(1), None));
        }
        let rows = ask(&[f64::NAN, f64::NAN], &[2.0, 1.0], &[0.5], rule);
        assert_eq!(
            (rows[0].estimate, rows[0].flags.as_slice()),
            (None, &[Flag::NoData][..])
        );
    }
}

#[test]
fn scaled_weights_change_nothing() {
    let x: Vec<f64> = (0..200).map(|i| f64::from(i * 37 % 101)).collect();
    let w: Vec<f64> = (0..200).map(|i| f64::from(i % 7 + 1) / 10.0).collect();
    let scaled: Vec<f64> = w.iter().map(|w| w * 313.7).collect();
    for rule in RULES {
        let probs = [0.1, 0.25, 0.5, 0.9];
        let (a, b) = (ask(&x, &w, &probs, rule), ask(&x, &scaled, &probs, rule));
        for (a, b) in a.iter().zip(&b) {
            assert!((a.estimate.unwrap() - b.estimate.unwrap()).abs() < 1e-9);
            let (low, high) = (a.ci.unwrap(), b.ci.unwrap());
            assert!((low[0] - high[0]).abs() < 1e-9 && (low[1] - high[1]).abs() < 1e-9);
            let width = (low[1] - low[0]) / 2.0 / pulso::numeric::student_t_quantile(0.025, 199.0);
            assert!((a.se.unwrap() - width).abs() < 1e-9, "{a:?}");
        }
    }
}
