//! Calibration where weights differ within groups, with finite populations, in a domain, in steps and in replicates.

use super::replicates::{margin, poststratify, rake};
use super::study::{Study, design, open};
use crate::support::data;
use pulso::document::{Calibrate, Design, Margin, ReplicateMethod, ReplicatesFromDesign};

fn awards() -> Margin {
    margin("awards", &[("No", 2194.0), ("Yes", 4000.0)])
}

fn targets() -> Margin {
    margin("comp.imp", &[("No", 1894.0), ("Yes", 4300.0)])
}

fn schools(method: Option<ReplicateMethod>, calibrate: Vec<Calibrate>) -> Study {
    let columns = &[
        "stype", "api00", "enroll", "pw", "fpc", "awards", "comp.imp",
    ];
    let declared = Design {
        calibrate,
        replicates_from_design: method.map(|method| ReplicatesFromDesign {
            method,
            ..ReplicatesFromDesign::default()
        }),
        ..design("pw", &["stype"], &[], &["fpc"])
    };
    Study::new(open("api/apistrat.csv", columns), &declared)
}

/// Estimate and error of the mean of `api00` and of the total of `enroll`.
fn asked(study: &Study) -> [f64; 4] {
    let (mean, total) = (study.mean("api00", &[]), study.total("enroll", &[]));
    let of = |answer: &super::study::Answer| {
        let row = &answer.estimates.cells[0];
        [row.estimate.unwrap(), row.se.unwrap()]
    };
    let ([a, b], [c, d]) = (of(&mean), of(&total));
    [a, b, c, d]
}

fn near(got: &[f64], expected: &[f64], tolerance: f64) {
    for (got, expected) in got.iter().zip(expected) {
        let miss = (got - expected).abs() / expected;
        assert!(miss <= tolerance, "{got}, expected {expected}: {miss:e}");
    }
}

/// ```r
/// d <- svydesign(id=~1, strata=~stype, weights=~pw, data=apistrat, fpc=~fpc); j <- as.svrepdesign(d, type="JKn")
/// T1 <- data.frame(awards=c("No","Yes"), Freq=c(2194,4000)); T2 <- data.frame(comp.imp=c("No","Yes"), Freq=c(1894,4300))
/// postStratify(d, ~awards, T1); postStratify(j, ~awards, T1)
/// calibrate(d, ~awards+comp.imp, c(`(Intercept)`=6194, awardsYes=4000, comp.impYes=4300), calfun="raking", epsilon=1e-13)
/// rake(j, list(~awards, ~comp.imp), list(T1, T2), control=list(maxit=500, epsilon=1e-9))
/// ```
#[test]
fn weights_that_differ_within_groups() {
    if data::shared().is_none() {
        return;
    }
    let jackknife = Some(ReplicateMethod::Jkn);
    let once = || vec![poststratify(awards())];
    let linearised = schools(None, once());
    near(
        &asked(&linearised),
        &[
            662.59348056805,
            9.38073791638935,
            3678390.96262127,
            123082.126200286,
        ],
        1e-12,
    );
    let by_type = linearised.mean("api00", &["stype"]);
    let row = &by_type.estimates.cells[0];
    near(
        &[row.estimate.unwrap(), row.se.unwrap()],
        &[674.546857301282, 12.3417254219153],
        1e-12,
    );
    // The domain's own units: 100 schools in one stratum.
    assert_eq!(row.df, Some(99.0));
    near(
        &asked(&schools(jackknife, once())),
        &[
            662.59348056805,
            9.43979567895934,
            3678390.96262127,
            123751.358517918,
        ],
        1e-12,
    );
    let raked = || vec![rake(vec![awards(), targets()], 1e-13, None)];
    near(
        &asked(&schools(None, raked())),
        &[
            661.432443835975,
            9.34216772725571,
            3603968.78913499,
            117663.061425292,
        ],
        1e-9,
    );
    near(
        &asked(&schools(jackknife, raked())),
        &[
            661.432444158271,
            9.82634164371279,
            3603968.79292825,
            121824.216980855,
        ],
        1e-6,
    );
}

/// One step after the other. R undoes the first step first (9.41717609864604); the influence of a weight passes through the last
/// step first, and the jackknife, which needs no such choice (R: 9.52106009385663), is nearer to that.
#[test]
fn one_step_after_the_other() {
    if data::shared().is_none() {
        return;
    }
    let steps = || vec![poststratify(awards()), poststratify(targets())];
    let jackknife = asked(&schools(Some(ReplicateMethod::Jkn), steps()));
    near(
        &jackknife[..2],
        &[663.908574446568, 9.52106009385663],
        1e-12,
    );
    let linearised = asked(&schools(None, steps()));
    near(&linearised[..1], &[663.908574446568], 1e-12);
    assert!((linearised[1] - jackknife[1]).abs() < (9.41717609864604_f64 - jackknife[1]).abs());
}

#[test]
fn trimmed_weights_keep_their_bounds_and_meet_their_totals() {
    if data::shared().is_none() {
        return;
    }
    let plain = schools(None, Vec::new());
    let margins = || {
        vec![
            margin("stype", &[("E", 4600.0), ("H", 700.0), ("M", 894.0)]),
            margin("awards", &[("No", 2100.0), ("Yes", 4094.0)]),
        ]
    };
    let factors = |study: &Study| -> Vec<f64> {
        let pairs = study.design.weights().iter().zip(plain.design.weights());
        pairs.map(|(new, old)| new / old).collect()
    };
    let free = schools(None, vec![rake(margins(), 1e-12, None)]);
    let least = |factors: &[f64]| factors.iter().copied().fold(f64::INFINITY, f64::min);
    assert!(least(&factors(&free)) < 0.87);
    let trim = Some([0.87, 1.5]);
    let trimmed = schools(None, vec![rake(margins(), 1e-12, trim)]);
    assert!(
        factors(&trimmed)
            .iter()
            .all(|factor| (0.87..=1.5).contains(factor))
    );
    assert!(factors(&trimmed).contains(&0.87));
    for margin in margins() {
        let of = trimmed.measure(&margin.by[0]);
        for (group, total) in margin.totals.iter() {
            let category = of.category_of(&pulso::codebook::Code::Text(group.clone()));
            let rows = (0..200).filter(|row| of.category(*row) == category);
            let sum: f64 = rows.map(|row| trimmed.design.weights()[row]).sum();
            near(&[sum], &[*total], 1e-10);
        }
    }
}
