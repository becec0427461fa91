//! Plausible values under replicate weights: spread, shares and slopes of PISA 2006 in Uruguay. Means are in `replicates`.

use super::study::{Study, design, open};
use super::survey::{Table, one, put};
use pulso::codebook::Code;
use pulso::document::{
    Design, Family, ReplicateColumns, ReplicateMethod, Replicates, SamplingVariance,
};
use pulso::estimate::{Estimand, Measure, Term};

pub fn compute(table: &mut Table) {
    let study = uruguay();
    let science = values(&study, "SCIE");
    let spread = plausible(science.iter().map(Estimand::Deviation));
    one(table, "ury.pv.SCIE.sd", study.ask(&spread, &[]));
    below_level_two(table, &study, &science);
    regression(table, &study, &science);
}

fn fay(columns: &str) -> Option<Replicates> {
    Some(Replicates {
        columns: ReplicateColumns::Pattern(columns.into()),
        method: ReplicateMethod::Fay,
        rho: Some(0.5),
        mse: true,
        ..Replicates::default()
    })
}

fn names(head: &str, count: usize, tail: &str) -> Vec<String> {
    (1..=count)
        .map(|number| format!("{head}{number}{tail}"))
        .collect()
}

fn uruguay() -> Study {
    let mut columns = names("W_FSTR", 80, "");
    for subject in ["SCIE", "READ", "MATH"] {
        columns.extend(names("PV", 5, subject));
    }
    columns.extend(["W_FSTUWT", "ST04Q01", "ESCS", "HISCED"].map(String::from));
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let declared = Design {
        replicates: fay("W_FSTR{1..80}"),
        ..design("W_FSTUWT", &[], &[], &[])
    };
    let mut study = Study::new(open("pisa2006_uruguay/students.csv", &columns), &declared);
    study.missing = [997.0, 999.0].map(Code::Number).to_vec();
    study
}

/// The five values of a subject.
fn values<'s>(study: &'s Study, subject: &str) -> Vec<Measure<'s>> {
    let names = names("PV", 5, subject);
    names.iter().map(|name| study.measure(name)).collect()
}

fn plausible<'a>(values: impl Iterator<Item = Estimand<'a>>) -> Estimand<'a> {
    Estimand::Plausible {
        values: values.collect(),
        sampling: SamplingVariance::All,
    }
}

fn below_level_two(table: &mut Table, study: &Study, science: &[Measure]) {
    let below: Vec<Measure> = science
        .iter()
        .map(|value| {
            let Measure::Number(values) = value else {
                panic!("{value:?}");
            };
            let share: Vec<f64> = values
                .iter()
                .map(|value| f64::from(*value < 409.5))
                .collect();
            Measure::Number(share.into())
        })
        .collect();
    let answer = study.ask(&plausible(below.iter().map(Estimand::Mean)), &[]);
    one(table, "ury.pv.level2", answer);
}

fn regression(table: &mut Table, study: &Study, science: &[Measure]) {
    let status = study.measure("ESCS");
    let slope = |outcome| Estimand::Regression {
        family: Family::Gaussian,
        outcome,
        terms: vec![Term::Number(&status)],
    };
    let answer = study.ask(&plausible(science.iter().map(slope)), &[]);
    for (at, name) in ["_Intercept_", "ESCSn"].into_iter().enumerate() {
        put(
            table,
            format!("ury.pv.reg.escs.{name}"),
            &answer.estimates,
            at,
        );
    }
}
