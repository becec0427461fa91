//! Every record of the survey reference (R's survey package), agreed or named with the reason why it is not covered.

use super::replicates;
use super::study::{Answer, Study, design, open};
use super::{fits, plausible};
use crate::support::data;
use pulso::codebook::Code;
use pulso::design::ReplicateWeights;
use pulso::document::{Design, IntervalMethod, LonelyPsu, QuantileRule, SamplingVariance};
use pulso::estimate::{Comparing, DeffReference, Estimand, Estimates, Measure, Part};
use pulso::numeric::{f_upper_tail, normal_quantile, student_t_quantile};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// What this engine says to one record.
pub struct Computed {
    estimate: f64,
    se: Option<f64>,
    df: Option<f64>,
    ci: Option<[f64; 2]>,
    deff: Option<f64>,
    /// Probability of a test.
    p: Option<f64>,
}

pub type Table = BTreeMap<String, Computed>;

#[test]
fn every_record_agrees_or_is_named() {
    let Some(shared) = data::shared() else {
        return;
    };
    let text = std::fs::read_to_string(shared.join("reference/reference.json")).unwrap();
    let reference: Value = serde_json::from_str(&text).unwrap();
    let computed = compute();
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
fn slug(text: &str) -> String {
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
fn parts(table: &mut Table, id: &str, of: &Measure, answer: Answer, name: impl Fn(&str) -> String) {
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

fn compute() -> Table {
    let mut table = Table::new();
    strata(&mut table);
    clusters(&mut table);
    two_stages(&mut table);
    textbook(&mut table);
    lonely(&mut table);
    health(&mut table);
    principals(&mut table);
    poll(&mut table);
    synthetic(&mut table);
    unweighted(&mut table);
    fits::compute(&mut table);
    plausible::compute(&mut table);
    replicates::compute(&mut table);
    quantiles(&mut table);
    percentile(&mut table);
    table
}

/// Type 2 of Hyndman and Fan is `school`.
fn quantiles(table: &mut Table) {
    let study = Study::new(
        open("api/apistrat.csv", API),
        &design("pw", &["stype"], &[], &["fpc"]),
    );
    let rules = [
        ("math", QuantileRule::Math),
        ("school", QuantileRule::School),
        ("hf2", QuantileRule::School),
        ("hf7", QuantileRule::Hf7),
    ];
    let of = study.measure("api00");
    let asked = |probs: &[f64], rule| Estimand::Quantile {
        of: &of,
        probs: probs.to_vec(),
        rule,
    };
    let probs = [0.25, 0.5, 0.75];
    for (name, rule) in rules {
        let answer = study.ask(&asked(&probs, rule), &[]);
        for (at, prob) in probs.iter().enumerate() {
            let id = format!("strat.q.{name}.api00.q{prob}");
            put(table, id, &answer.estimates, at);
        }
    }
    let medians = study.ask(&asked(&[0.5], QuantileRule::Math), &["stype"]);
    each(table, "strat.q.by", medians);
}

/// The ninetieth percentile of five plausible values under 80 replicate weights.
fn percentile(table: &mut Table) {
    let names = |stem: &str, count: usize, tail: &str| {
        let name = |number| format!("{stem}{number}{tail}");
        (1..=count).map(name).collect::<Vec<String>>()
    };
    let (values, replicates) = (names("PV", 5, "SCIE"), names("W_FSTR", 80, ""));
    let path = data::shared().unwrap();
    let (header, rows) = data::csv(path.join("pisa2006_uruguay/students.csv").to_str().unwrap());
    let place = |name: &String| header.iter().position(|known| known == name).unwrap();
    let places: Vec<usize> = replicates.iter().map(place).collect();
    let weights = rows
        .iter()
        .flat_map(|row| places.iter().map(|place| row[*place].parse().unwrap()));
    let fay = vec![1.0 / (80.0 * 0.25); 80];
    let weights = ReplicateWeights::new(weights.collect(), fay, true, None);
    let mut columns = vec!["W_FSTUWT"];
    columns.extend(values.iter().map(String::as_str));
    let file = data::table(&header, &rows, &columns);
    let mut study = Study::new(file, &design("W_FSTUWT", &[], &[], &[]));
    study.design = study.design.with_replicates(weights);
    let measures: Vec<Measure> = values.iter().map(|name| study.measure(name)).collect();
    let value = |of| Estimand::Quantile {
        of,
        probs: vec![0.9],
        rule: QuantileRule::Math,
    };
    let asked = Estimand::Plausible {
        values: measures.iter().map(value).collect(),
        sampling: SamplingVariance::All,
    };
    one(table, "ury.pv.p90", study.ask(&asked, &[]));
}

const API: &[&str] = &[
    "stype", "sch.wide", "comp.imp", "awards", "yr.rnd", "api00", "api99", "enroll", "meals",
    "ell", "api.stu", "pw", "dnum", "fpc",
];

fn mean_interval(mut study: Study) -> Study {
    study.options.interval = Some(IntervalMethod::Mean);
    study
}

fn strata(table: &mut Table) {
    let mut study = Study::new(
        open("api/apistrat.csv", API),
        &design("pw", &["stype"], &[], &["fpc"]),
    );
    one(table, "strat.mean.api00", study.mean("api00", &[]));
    one(table, "strat.total.enroll", study.total("enroll", &[]));
    one(table, "strat.ratio", study.ratio("api.stu", "enroll"));
    one(table, "strat.cip.logit", study.share("yr.rnd", "Yes", &[]));
    each(table, "strat.by.stype", study.mean("api00", &["stype"]));
    each(
        table,
        "strat.by.2way",
        study.mean("api00", &["comp.imp", "sch.wide"]),
    );
    let sizes = study.ask(&Estimand::Count, &["stype"]);
    for (at, name) in sizes.names.iter().enumerate() {
        put(
            table,
            format!("strat.total.stype.stype{name}"),
            &sizes.estimates,
            at,
        );
    }
    difference(table, &mut study);
    study = mean_interval(study);
    one(table, "strat.cip.mean", study.share("yr.rnd", "Yes", &[]));
    let of = study.measure("sch.wide");
    let shares = study.ask(&Estimand::Categories(&of), &[]);
    parts(table, "strat.prop.schwide", &of, shares, |level| {
        format!("sch.wide{level}")
    });
    drop(of);
    study.options.deff = Some(DeffReference::WithReplacement);
    for name in ["enroll", "meals", "ell"] {
        one(
            table,
            &format!("strat.mean.multi.{name}"),
            study.mean(name, &[]),
        );
    }
    let study = Study::new(
        open("api/apistrat.csv", API),
        &design("pw", &["stype"], &[], &[]),
    );
    one(table, "strat.mean.nofpc", study.mean("api00", &[]));
}

/// E less the average of E and H is half of E less H.
fn difference(table: &mut Table, study: &mut Study) {
    let of = study.measure("stype");
    let kept = |row: &usize| {
        of.category(*row)
            .is_some_and(|at| of.levels()[at as usize].text != "M")
    };
    study.domain = Some((0..study.table.rows()).map(|row| kept(&row)).collect());
    study.options.average_over = Some(0);
    study.options.compare = Some(Comparing::with_average(0));
    let answer = study.mean("api00", &["stype"]);
    let row = &answer.estimates.comparisons[0];
    let computed = Computed {
        estimate: 2.0 * row.estimate.unwrap(),
        se: row.se.map(|se| 2.0 * se),
        df: row.df,
        ci: row.ci.map(|ci| ci.map(|end| 2.0 * end)),
        deff: None,
        p: row.p,
    };
    table.insert("strat.subset.diff".into(), computed);
    study.domain = None;
    study.options.average_over = None;
    study.options.compare = None;
}

fn clusters(table: &mut Table) {
    let mut study = Study::new(
        open("api/apiclus1.csv", API),
        &design("pw", &[], &["dnum"], &["fpc"]),
    );
    one(table, "clus1.mean.api00", study.mean("api00", &[]));
    one(table, "clus1.total.enroll", study.total("enroll", &[]));
    one(table, "clus1.cip.logit", study.share("ell", "0", &[]));
    each(table, "clus1.by.total", study.total("enroll", &["stype"]));
    let counts = study.ask(&Estimand::Count, &["sch.wide", "stype"]);
    for (at, name) in counts.names.iter().enumerate() {
        put(table, format!("clus1.table.{name}"), &counts.estimates, at);
    }
    study = mean_interval(study);
    one(table, "clus1.cip.mean", study.share("ell", "0", &[]));
    let yes = |name: &str| {
        let of = study.measure(name);
        let yes = of.category_of(&Code::Text("Yes".into()));
        (0..study.table.rows())
            .map(|row| of.category(row) == yes)
            .collect::<Vec<bool>>()
    };
    let both = yes("sch.wide")
        .into_iter()
        .zip(yes("comp.imp"))
        .map(|(a, b)| a && b);
    study.domain = Some(both.collect());
    one(table, "clus1.subset.mean", study.mean("api00", &[]));
    let study = Study::new(
        open("api/apiclus1.csv", API),
        &design("pw", &[], &["dnum"], &[]),
    );
    one(table, "clus1.mean.nofpc", study.mean("api00", &[]));
}

fn two_stages(table: &mut Table) {
    let columns = &[
        "dnum", "snum", "fpc1", "fpc2", "pw", "api00", "enroll", "api.stu", "awards",
    ];
    let study = Study::new(
        open("api/apiclus2.csv", columns),
        &design("", &[], &["dnum", "snum"], &["fpc1", "fpc2"]),
    );
    one(table, "clus2.mean.api00", study.mean("api00", &[]));
    one(table, "clus2.total.enroll.narm", study.total("enroll", &[]));
    one(table, "clus2.ratio", study.ratio("api.stu", "enroll"));
    each(table, "clus2.by.mean", study.mean("api00", &["awards"]));
    let study = Study::new(
        open("api/apiclus2.csv", columns),
        &design("pw", &[], &["dnum"], &[]),
    );
    one(table, "clus2wr.mean.api00", study.mean("api00", &[]));
}

fn textbook(table: &mut Table) {
    let columns = &["stratid", "psuid", "weight", "Nh", "x"];
    let nested = |fpc: &[&str]| Design {
        nest: true,
        ..design("weight", &["stratid"], &["psuid"], fpc)
    };
    let study = Study::new(open("survey_small/fpc.csv", columns), &nested(&[]));
    one(table, "fpc.total.wr", study.total("x", &[]));
    let study = Study::new(open("survey_small/fpc.csv", columns), &nested(&["Nh"]));
    one(table, "fpc.total.fpc", study.total("x", &[]));
    one(table, "fpc.mean.fpc", study.mean("x", &[]));
}

/// The file without its first row: one of the three strata is left with a single unit.
fn lonely_study(rule: LonelyPsu) -> Study {
    let path = data::shared().unwrap().join("survey_small/scd.csv");
    let (header, rows) = data::csv(path.to_str().unwrap());
    let table = data::table(
        &header,
        &rows[1..],
        &["ESA", "ambulance", "arrests", "alive"],
    );
    let declared = Design {
        nest: true,
        lonely_psu: rule,
        ..design("", &["ESA"], &["ambulance"], &[])
    };
    Study::new(table, &declared)
}

fn lonely(table: &mut Table) {
    let rules = [
        ("adjust", LonelyPsu::Adjust),
        ("average", LonelyPsu::Average),
        ("remove", LonelyPsu::Remove),
        ("certainty", LonelyPsu::Certainty),
    ];
    for (name, rule) in rules {
        let study = lonely_study(rule);
        one(
            table,
            &format!("lonely.total.{name}"),
            study.total("arrests", &[]),
        );
        one(
            table,
            &format!("lonely.mean.{name}"),
            study.mean("alive", &[]),
        );
    }
}

#[test]
fn a_lonely_unit_fails_by_default() {
    if data::shared().is_none() {
        return;
    }
    let study = lonely_study(LonelyPsu::Fail);
    let cells = pulso::estimate::Cells::cross(&study.design, &[], None).unwrap();
    let of = study.measure("arrests");
    let asked = Estimand::Total(&of);
    let error =
        pulso::estimate::estimate(&study.design, &cells, &asked, &study.options).unwrap_err();
    assert_eq!(error.code, "lonely_psu");
    assert_eq!(study.design.lonely_strata().collect::<Vec<_>>(), ["1"]);
}

fn health(table: &mut Table) {
    let columns = &["SDMVPSU", "SDMVSTRA", "WTMEC2YR", "HI_CHOL", "agecat"];
    let declared = Design {
        nest: true,
        ..design("WTMEC2YR", &["SDMVSTRA"], &["SDMVPSU"], &[])
    };
    let study = Study::new(open("nhanes_chol/nhanes.csv", columns), &declared);
    one(table, "nh.mean", study.mean("HI_CHOL", &[]));
    each(table, "nh.by.age", study.mean("HI_CHOL", &["agecat"]));
    one(table, "nh.cip.logit", study.share("HI_CHOL", "1", &[]));
}

fn principals(table: &mut Table) {
    let columns = &[
        "IDCNTRY",
        "STRATA",
        "IDSCHOOL",
        "WT",
        "COUNTRY",
        "DDIT01",
        "DDIT02",
        "DDIT39_01",
        "LIDE6",
    ];
    let declared = Design {
        nest: true,
        lonely_psu: LonelyPsu::Adjust,
        ..design("WT", &["IDCNTRY", "STRATA"], &["IDSCHOOL"], &[])
    };
    let mut study = Study::new(
        open("erce2019_directors/erce2019_qd6.csv", columns),
        &declared,
    );
    let by = &["COUNTRY"];
    each(table, "erce.age", study.mean("DDIT02", by));
    each(table, "erce.lide", study.mean("LIDE6", by));
    one(table, "erce.region.lide", study.mean("LIDE6", &[]));
    let often = ["1", "2", "3", "4"].into_iter().zip([0.0, 0.0, 1.0, 1.0]);
    let often = often
        .map(|(old, new)| (old.into(), Code::Number(new)))
        .collect();
    let often = study.measure("DDIT39_01").recode(&often).unwrap();
    each(
        table,
        "erce.top2.obs",
        study.ask(&Estimand::Mean(&often), by),
    );
    drop(often);
    study = mean_interval(study);
    each(table, "erce.female", study.share("DDIT01", "2", by));
    let country = study.measure("COUNTRY");
    let uruguay = country.category_of(&Code::Text("URY".into()));
    let domain = (0..study.table.rows()).map(|row| country.category(row) == uruguay);
    let domain = domain.collect();
    drop(country);
    study.domain = Some(domain);
    let of = study.measure("DDIT39_01");
    let shares = study.ask(&Estimand::Categories(&of), &[]);
    parts(table, "erce.dist.URY", &of, shares, |level| {
        format!("URY:o1{level}")
    });
}

fn poll(table: &mut Table) {
    let columns = &["weight", "ppage", "educ", "voter_category", "Q2_1"];
    let mut study = mean_interval(Study::new(
        open("fivethirtyeight_nonvoters/nonvoters_data.csv", columns),
        &design("weight", &[], &[], &[]),
    ));
    each(
        table,
        "nv.age.by.cat",
        study.mean("ppage", &["voter_category"]),
    );
    kish(table, study.ask(&Estimand::Count, &[]));
    study.options.deff = Some(DeffReference::WithReplacement);
    let of = study.measure("educ");
    let shares = study.ask(&Estimand::Categories(&of), &[]);
    parts(table, "nv.educ", &of, shares, |level| {
        format!("educ{level}")
    });
    let of = study.measure("Q2_1");
    let shares = study.ask(&Estimand::Categories(&of), &[]);
    parts(table, "nv.Q2_1", &of, shares, |level| {
        format!("Q2_1f{level}")
    });
}

/// The design effect of the weights, and the records that are left after it.
fn kish(table: &mut Table, counted: Answer) {
    let row = &counted.estimates.cells[0];
    assert_eq!(counted.estimates.deff, Some(DeffReference::EqualWeights));
    for (id, number) in [
        ("nv.kish_deff", row.deff.unwrap()),
        ("nv.neff", row.n_effective.unwrap()),
    ] {
        let computed = Computed {
            estimate: number,
            se: None,
            df: None,
            ci: None,
            deff: None,
            p: None,
        };
        assert!(table.insert(id.into(), computed).is_none());
    }
}

fn synthetic(table: &mut Table) {
    let columns = &["psu", "stratum", "weight", "country_iso3", "A01", "C03"];
    let declared = Design {
        lonely_psu: LonelyPsu::Adjust,
        ..design("weight", &["stratum"], &["psu"], &[])
    };
    let mut study = Study::new(
        open("synthetic_small/SYNTHETIC_puls_5k.csv", columns),
        &declared,
    );
    study.missing = [97.0, 98.0, 99.0].map(Code::Number).to_vec();
    each(table, "syn.A01", study.mean("A01", &["country_iso3"]));
    one(table, "syn.region", study.mean("C03", &[]));
}

fn unweighted(table: &mut Table) {
    let study = Study::new(
        open("likert_pisa2009/pisa2009_ST24.csv", &["CNT", "ST24Q01"]),
        &Design::default(),
    );
    let of = study.measure("ST24Q01");
    let shares = study.ask(&Estimand::Categories(&of), &["CNT"]);
    for (at, (row, name)) in shares.estimates.cells.iter().zip(&shares.names).enumerate() {
        let Part::Category(category) = row.part else {
            panic!("{row:?}");
        };
        let id = format!(
            "lk.ST24Q01.{}.{}",
            slug(name),
            of.levels()[category as usize].text
        );
        put(table, id, &shares.estimates, at);
    }
    let means = study.mean("ST24Q01", &["CNT"]);
    for (at, name) in means.names.iter().enumerate() {
        put(
            table,
            format!("lk.ST24Q01.{}.mean", slug(name)),
            &means.estimates,
            at,
        );
    }
    // The reference takes the records with an answer as the sample.
    let path = data::shared().unwrap().join("bfi/bfi.csv");
    let (header, mut rows) = data::csv(path.to_str().unwrap());
    let place = header.iter().position(|name| name == "A2").unwrap();
    rows.retain(|row| !row[place].is_empty());
    let study = Study::new(data::table(&header, &rows, &["A2"]), &Design::default());
    one(table, "bfi.A2.mean", study.mean("A2", &[]));
}
