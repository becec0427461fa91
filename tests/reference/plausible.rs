//! Plausible values under replicate weights: PISA 2006 in Uruguay and a sample of PISA 2018, against R and Rubin's rules.

use super::study::{Study, design, open};
use super::survey::{Table, each, one, put};
use pulso::codebook::Code;
use pulso::document::{
    Design, Family, ReplicateColumns, ReplicateMethod, Replicates, SamplingVariance,
};
use pulso::estimate::{Estimand, Measure, Term};

pub fn compute(table: &mut Table) {
    let mut study = uruguay(true);
    for subject in ["SCIE", "READ", "MATH"] {
        mean(table, &format!("ury.pv.{subject}"), &study, subject, &[]);
    }
    mean(table, "ury.pv.MATH.sex", &study, "MATH", &["ST04Q01"]);
    mean(table, "ury.pv.SCIE.meanrep", &uruguay(false), "SCIE", &[]);
    let science = values(&study, "SCIE");
    let spread = plausible(science.iter().map(Estimand::Deviation));
    one(table, "ury.pv.SCIE.sd", study.ask(&spread, &[]));
    below_level_two(table, &study, &science);
    regressions(table, &study, &science);
    let schooling = study.measure("HISCED").into_coded().unwrap();
    let groups = [
        ("lo", &["None", "ISCED 1", "ISCED 2"][..]),
        ("hi", &["ISCED 5B", "ISCED 5A, 6"][..]),
    ];
    let domains = groups.map(|(name, levels)| {
        let kept: Vec<Option<u32>> = levels
            .iter()
            .map(|level| schooling.category_of(&Code::Text((*level).into())))
            .collect();
        let rows = 0..study.table.rows();
        let inside = |row| {
            let own = schooling.category(row);
            own.is_some() && kept.contains(&own)
        };
        (name, rows.map(inside).collect::<Vec<bool>>())
    });
    drop((science, schooling));
    for (name, domain) in domains {
        study.domain = Some(domain);
        for subject in ["SCIE", "READ", "MATH"] {
            let id = format!("ury.pv.{name}edu.{subject}");
            mean(table, &id, &study, subject, &[]);
        }
    }
    sample_of_2018(table);
}

fn fay(columns: &str, mse: bool) -> Option<Replicates> {
    Some(Replicates {
        columns: ReplicateColumns::Pattern(columns.into()),
        method: ReplicateMethod::Fay,
        rho: Some(0.5),
        mse,
        ..Replicates::default()
    })
}

fn names(head: &str, count: usize, tail: &str) -> Vec<String> {
    (1..=count)
        .map(|number| format!("{head}{number}{tail}"))
        .collect()
}

fn uruguay(mse: bool) -> Study {
    let mut columns = names("W_FSTR", 80, "");
    for subject in ["SCIE", "READ", "MATH"] {
        columns.extend(names("PV", 5, subject));
    }
    columns.extend(["W_FSTUWT", "ST04Q01", "ESCS", "HISCED"].map(String::from));
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let declared = Design {
        replicates: fay("W_FSTR{1..80}", mse),
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

fn mean(table: &mut Table, id: &str, study: &Study, subject: &str, by: &[&str]) {
    let values = values(study, subject);
    let answer = study.ask(&plausible(values.iter().map(Estimand::Mean)), by);
    match by {
        [] => one(table, id, answer),
        _ => each(table, id, answer),
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

fn regressions(table: &mut Table, study: &Study, science: &[Measure]) {
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
    // Boys less girls is the coefficient of being a boy.
    let sex = study.measure("ST04Q01").into_coded().unwrap();
    let mathematics = values(study, "MATH");
    let gap = |outcome| Estimand::Regression {
        family: Family::Gaussian,
        outcome,
        terms: vec![Term::Category(&sex)],
    };
    let answer = study.ask(&plausible(mathematics.iter().map(gap)), &[]);
    put(table, "ury.pv.MATH.gap".into(), &answer.estimates, 1);
}

fn sample_of_2018(table: &mut Table) {
    let mut columns = names("w_fsturwt", 80, "");
    for subject in ["math", "read"] {
        columns.extend(names("pv", 10, subject));
    }
    columns.extend(["w_fstuwt", "cnt"].map(String::from));
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let declared = Design {
        replicates: fay("w_fsturwt{1..}", true),
        ..design("w_fstuwt", &[], &[], &[])
    };
    let study = Study::new(open("pisa2018_sample/df_pisa18.csv", &columns), &declared);
    for subject in ["math", "read"] {
        let names = names("pv", 10, subject);
        let values: Vec<Measure> = names.iter().map(|name| study.measure(name)).collect();
        let answer = study.ask(&plausible(values.iter().map(Estimand::Mean)), &["cnt"]);
        each(table, &format!("p18.pv.{subject}"), answer);
    }
}
