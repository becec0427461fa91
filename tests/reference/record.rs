//! Every record of the survey reference (R's survey package), agreed or named with the reason why it is not covered.

use super::study::Answer;
use super::survey;
use crate::support::data;
use pulso::estimate::{Estimates, Measure, Part};
use pulso::numeric::{f_upper_tail, normal_quantile, student_t_quantile};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// What this engine says to one record.
pub struct Computed {
    pub estimate: f64,
    pub se: Option<f64>,
    pub df: Option<f64>,
    pub ci: Option<[f64; 2]>,
    pub deff: Option<f64>,
    /// Probability of a test.
    pub p: Option<f64>,
}

/// By the name of the record.
pub type Table = BTreeMap<String, Computed>;

#[test]
fn every_record_agrees_or_is_named() {
    let Some(shared) = data::shared() else {
        return;
    };
    let text = std::fs::read_to_string(shared.join("reference/reference.json")).unwrap();
    let reference: Value = serde_json::from_str(&text).unwrap();
    let computed = survey::compute();
    let mut report = String::from(HEAD);
    let mut wrong = Vec::new();
    let mut met = BTreeSet::new();
    for record in reference["records"].as_array().unwrap() {
        let id = record["id"].as_str().unwrap();
        met.insert(id);
        let line = match computed.get(id) {
            Some(computed) => match compare(record, computed) {
                Ok(agreed) => format!("agreed: {agreed}"),
                Err(difference) => {
                    wrong.push(format!("{id}: {difference}"));
                    continue;
                }
            },
            None => format!("not covered: {}", reason(record)),
        };
        writeln!(report, "| `{id}` | {line} |").unwrap();
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let stray: Vec<&String> = computed
        .keys()
        .filter(|id| !met.contains(id.as_str()))
        .collect();
    assert!(
        stray.is_empty(),
        "computed, but not in the reference: {stray:?}"
    );
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference/REPORT.md");
    if std::env::var_os("PULSO_BLESS").is_some() {
        std::fs::write(path, &report).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == report,
        "REPORT.md is out of date: run with PULSO_BLESS=1"
    );
}

const HEAD: &str = "# Agreement with R's survey package\n
One line for each record of `reference.json`, written by the test `every_record_agrees_or_is_named`. Agreed means: estimate,
standard error and design effect to 1e-8, interval, probability and the degrees of freedom of plausible values to 1e-6,
relative; what R finds in steps to 1e-5. For domains R prints the degrees of freedom of the full
design; where ours are others the interval is compared with R's.\n
| record | |
|---|---|
";

/// What agrees, or what does not.
fn compare(record: &Value, computed: &Computed) -> Result<String, String> {
    let mut agreed = vec!["estimate"];
    let number = |name: &str| record[name].as_f64();
    let expected = number("estimate").ok_or("no estimate")?;
    // R stops its own steps where they hardly move.
    let iterative = record["note"]
        .as_str()
        .is_some_and(|note| note.contains("iterative"));
    let close = if iterative { 1e-5 } else { 1e-8 };
    near("estimate", computed.estimate, expected, close, 1.0)?;
    if let Some(expected) = number("se") {
        let se = computed.se.ok_or("no se")?;
        near("se", se, expected, close, 1e-3 * computed.estimate.abs())?;
        agreed.push("se");
    }
    if let (Some(low), Some(high)) = (number("ci_low"), number("ci_high")) {
        let df = number("df").unwrap_or(f64::INFINITY);
        let ci = if computed.df == Some(df) && computed.ci.is_some() {
            agreed.push("df");
            computed.ci.ok_or("no interval")?
        } else {
            let quantile = match df.is_finite() {
                true => student_t_quantile(0.025, df),
                false => normal_quantile(0.025),
            };
            let half = quantile * computed.se.ok_or("no se")?;
            [computed.estimate - half, computed.estimate + half]
        };
        near("ci_low", ci[0], low, close.max(1e-6), 1.0)?;
        near("ci_high", ci[1], high, close.max(1e-6), 1.0)?;
        agreed.push("interval");
    }
    let extra = &record["extra"];
    if let (Some(expected), Some(p)) = (extra["p_value"].as_f64(), computed.p) {
        let parameter = |name: &str| extra["parameter"][name].as_f64();
        match (parameter("ndf"), parameter("ddf")) {
            (Some(above), Some(below)) => {
                near("df", computed.df.ok_or("no df")?, above, 1e-8, 1.0)?;
                // R counts the units without a valid answer too.
                let p = f_upper_tail(computed.estimate, above, below);
                near("p", p, expected, 1e-6, 1.0)?;
                agreed.push("df");
            }
            _ => near("p", p, expected, 1e-6, 1.0)?,
        }
        agreed.push("p");
    }
    if let Some(expected) = extra["rubin_df"].as_f64() {
        near("df", computed.df.ok_or("no df")?, expected, 1e-6, 1.0)?;
        agreed.push("df");
    }
    if let Some(expected) = number("deff") {
        near("deff", computed.deff.ok_or("no deff")?, expected, 1e-8, 1.0)?;
        agreed.push("deff");
    }
    Ok(agreed.join(", "))
}

/// Relative to the expected value; where that is 0, to `scale`.
fn near(name: &str, got: f64, expected: f64, tolerance: f64, scale: f64) -> Result<(), String> {
    let scale = if expected == 0.0 {
        scale
    } else {
        expected.abs()
    };
    if (got - expected).abs() <= tolerance * scale {
        return Ok(());
    }
    Err(format!("{name} {got}, expected {expected}"))
}

/// Why a record is not covered. A record that nothing here knows fails the test.
fn reason(record: &Value) -> &'static str {
    let text = |name: &str| record[name].as_str().unwrap_or_default().to_string();
    let (id, call) = (text("id"), text("call"));
    if id == "nh.cip.beta" {
        return "R counts records without an answer in the quantile that corrects n*: 1.5e-6 of the interval";
    }
    let kinds = [
        (
            "interval.type=\"mean\"",
            "not a rule of this engine (math, school, hf7, oecd)",
        ),
        (
            "svyquantile",
            "Woodruff's interval is the only one for quantiles",
        ),
        (
            "svychisq",
            "no test of this engine: second-order Rao-Scott, adjusted Wald",
        ),
        (
            "svyttest",
            "R reads its formula as something else: the interval does not hold the estimate",
        ),
        ("svyranktest", "rank tests are none of its questions"),
        (
            "svyciprop",
            "no interval of this engine: logit, beta, wilson, mean",
        ),
        (
            "alpha",
            "psych takes pairs of items; here records answer all of them",
        ),
        (
            "r.drop",
            "psych takes pairs of items; here records answer all of them",
        ),
        ("one-factor", "omega is none of its questions"),
        (
            "as above with A1",
            "psych takes pairs of items; here records answer all of them",
        ),
    ];
    let known = kinds.iter().find(|(part, _)| call.contains(part));
    known
        .unwrap_or_else(|| panic!("{id}: neither computed nor named: {call}"))
        .1
}

/// As R makes a name of a label.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for character in text.chars() {
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if !slug.ends_with('_') {
            slug.push('_');
        }
    }
    slug
}

/// One cell.
pub fn put(table: &mut Table, id: String, estimates: &Estimates, at: usize) {
    let row = &estimates.cells[at];
    let computed = Computed {
        // Of a test the reference gives the statistic.
        estimate: row.statistic.or(row.estimate).unwrap(),
        se: row.se,
        df: row.df,
        ci: row.ci,
        deff: row.deff,
        p: row.p,
    };
    assert!(table.insert(id, computed).is_none());
}

/// One number.
pub fn one(table: &mut Table, id: &str, answer: Answer) {
    assert_eq!(answer.estimates.cells.len(), 1, "{id}");
    put(table, id.into(), &answer.estimates, 0);
}

/// One number a cell.
pub fn each(table: &mut Table, id: &str, answer: Answer) {
    for (at, name) in answer.names.iter().enumerate() {
        put(table, format!("{id}.{}", slug(name)), &answer.estimates, at);
    }
}

/// One number a category.
pub fn parts(
    table: &mut Table,
    id: &str,
    of: &Measure,
    answer: Answer,
    name: impl Fn(&str) -> String,
) {
    for (at, row) in answer.estimates.cells.iter().enumerate() {
        let Part::Category(category) = row.part else {
            panic!("{id}: {row:?}");
        };
        let level = &of.levels()[category as usize].text;
        put(
            table,
            format!("{id}.{}", slug(&name(level))),
            &answer.estimates,
            at,
        );
    }
}
