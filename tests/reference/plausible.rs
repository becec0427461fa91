//! Plausible values under replicate weights: spread, shares and slopes of PISA 2006 in Uruguay. Means are in `replicates`.

use super::record::{Table, one, put};
use super::study::{Study, design, open};
use crate::support::data;
use pulso::codebook::Code;
use pulso::document::{
    Design, Document, Family, ReplicateColumns, ReplicateMethod, Replicates, SamplingVariance,
    Sources,
};
use pulso::estimate::{Estimand, Measure, Term};
use pulso::read::{Options, read};
use serde_json::{Value, json};

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

/// The same questions as a person asks them: a study by its name, plausible values by theirs, levels by their cuts.
#[test]
fn a_document_of_plausible_values() {
    let Some(shared) = data::shared() else {
        return;
    };
    let bytes = std::fs::read(shared.join("pisa2006_uruguay/students.csv")).unwrap();
    let mut sources = Sources::default();
    let held = read("students.csv", bytes.as_slice(), Options::default()).unwrap();
    sources.hold("students.csv", held);
    let science: Vec<String> = (1..=5).map(|value| format!("PV{value}SCIE")).collect();
    let query = |id: &str, estimate: &str, more: Value| {
        let mut query = json!({"id": id, "dataset": "pisa", "estimate": estimate});
        let fields = query.as_object_mut().unwrap();
        fields.extend(more.as_object().unwrap().clone());
        query
    };
    let first = json!({"plausible_values": science, "sampling_variance": "first"});
    let document = json!({
        "pulso": 1,
        "datasets": [{
            "id": "pisa", "kind": "survey", "source": "students.csv", "basis": "probability",
            "design": {"preset": "pisa"}, "missing": {"ESCS": [997, 999]}
        }],
        "variables": [
            {"id": "science", "dataset": "pisa", "plausible_values": science},
            {"id": "level", "dataset": "pisa", "bands": {"from": "science", "cuts": [409.5]}}
        ],
        "queries": [
            query("mean", "mean", json!({"of": "science"})),
            query("first", "mean", json!({"of": first})),
            query("low", "proportion", json!({"of": {"variable": "level", "is": [0]}})),
            query("levels", "proportion", json!({"of": "level"})),
            query("sd", "sd", json!({"of": "science"})),
            query("slope", "regression", json!({"outcome": "science", "terms": ["ESCS"]})),
            query("by", "mean", json!({"of": "ESCS", "by": ["level"]})),
        ]
    });
    let document = Document::parse(&document.to_string()).unwrap();
    let results = sources.run(&document);
    let codes: Vec<&str> = results
        .errors
        .iter()
        .map(|error| error.code.as_str())
        .collect();
    assert_eq!(
        codes,
        ["plausible_cannot_cut"],
        "a record is in no one level"
    );
    let near = |id: &str, row: usize, estimate: f64, se: f64| {
        let result = results
            .results
            .iter()
            .find(|result| result.id == id)
            .unwrap();
        let row = &result.rows[row];
        for (got, expected) in [(row.estimate, estimate), (row.se, se)] {
            let got = got.unwrap();
            assert!(
                (got - expected).abs() <= 1e-8 * expected.abs(),
                "{id}: {got}, {expected}"
            );
        }
    };
    near("mean", 0, 428.133884991457, 2.74854070086353);
    // U of the first value alone, 2.71347366561444², and 1.2 B, B = 0.194963036643492.
    near("first", 0, 428.133884991457, 2.7562465379488925);
    near("low", 0, 0.421476341287998, 0.0142690760963655);
    near("levels", 0, 0.421476341287998, 0.0142690760963655);
    near("sd", 0, 94.3667126600229, 1.75200899681143);
    near("slope", 1, 33.949268733106, 1.35979642062428);
}
