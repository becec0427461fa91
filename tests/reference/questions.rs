//! Whole documents, asked as a person asks them, against numbers that R's `survey` printed.

use crate::support::data;
use pulso::document::{Document, Sources};
use pulso::estimate::{Comparison, QueryResult, Row};
use pulso::read::{Options, read};
use serde_json::{Value, json};

/// The answers to queries on a file of the California schools; none where the shared data are absent.
fn ask(file: &str, design: Value, queries: Value) -> Option<Vec<QueryResult>> {
    let path = data::shared()?.join("api").join(file);
    let bytes = std::fs::read(path).unwrap();
    let mut sources = Sources::default();
    let held = read(file, bytes.as_slice(), Options::default()).unwrap();
    sources.hold(file, held);
    let document = json!({
        "pulso": 1,
        "datasets": [{
            "id": "schools", "kind": "survey", "source": file, "basis": "probability",
            "design": design
        }],
        "queries": queries
    });
    let document = Document::parse(&document.to_string()).unwrap();
    let results = sources.run(&document);
    assert_eq!(results.errors, vec![]);
    // What is printed is read again as it was.
    let printed: Value = serde_json::from_str(&results.to_json()).unwrap();
    assert_eq!(
        printed["results"].as_array().unwrap().len(),
        results.results.len()
    );
    Some(results.results)
}

fn stratified(queries: Value) -> Option<Vec<QueryResult>> {
    let design = json!({"weight": "pw", "strata": ["stype"], "fpc": ["fpc"]});
    ask("apistrat.csv", design, queries)
}

fn clustered(queries: Value) -> Option<Vec<QueryResult>> {
    let design = json!({"weight": "pw", "clusters": ["dnum"], "fpc": ["fpc"]});
    ask("apiclus1.csv", design, queries)
}

#[track_caller]
fn near(got: Option<f64>, expected: f64) {
    let got = got.unwrap();
    assert!(
        (got - expected).abs() <= 1e-8 * expected.abs(),
        "{got}, expected {expected}"
    );
}

fn of<'r>(rows: &'r [Comparison], name: &str, with: &str) -> &'r Comparison {
    let found = rows
        .iter()
        .find(|row| row.by.values().any(|code| code.to_text() == name) && row.with == with);
    found.unwrap_or_else(|| panic!("no comparison of {name} with {with}"))
}

fn row<'r>(rows: &'r [Row], name: &str) -> &'r Row {
    let found = rows
        .iter()
        .find(|row| row.by.values().any(|code| code.to_text() == name));
    found.unwrap_or_else(|| panic!("no row of {name}"))
}

#[test]
fn all_pairs_with_holm_and_with_benjamini_and_hochberg() {
    let pairs = |id: &str, adjust: &str| {
        json!({
            "id": id, "dataset": "schools", "estimate": "mean", "of": "api00", "by": ["stype"],
            "compare": {"with": "pairs", "adjust": adjust}
        })
    };
    let queries = json!([
        pairs("holm", "holm"),
        pairs("bh", "bh"),
        pairs("each", "none")
    ]);
    let Some(results) = stratified(queries) else {
        return;
    };
    let [holm, bh, each] = [0, 1, 2].map(|at: usize| &results[at].comparisons);
    assert_eq!(holm.len(), 3);
    let high = of(holm, "E", "H");
    near(high.estimate, 48.61);
    near(high.se, 19.4021553995334);
    assert_eq!((high.df, high.family), (Some(148.0), Some(3)));
    near(high.p, 0.0133142829985857);
    near(high.p_adjusted, 0.0399428489957572);
    near(of(holm, "E", "M").p_adjusted, 0.1313935545979911);
    near(of(holm, "H", "M").p_adjusted, 0.625953115116556);
    near(of(bh, "E", "M").p_adjusted, 0.0985451659484933);
    near(of(each, "E", "M").p, 0.0656967772989955);
    assert_eq!(of(each, "E", "M").p_adjusted, None);
    // Elementary schools exceed high schools, and nobody else anybody.
    let letters = |name: &str| {
        let row = row(&results[0].rows, name);
        (row.letter.clone().unwrap(), row.exceeds.clone().unwrap())
    };
    assert_eq!(letters("E"), ("A".into(), "B".into()));
    assert_eq!(letters("H"), ("B".into(), String::new()));
}

#[test]
fn differences_of_domains_that_share_clusters_take_their_covariance() {
    let queries = json!([
        {
            "id": "pairs", "dataset": "schools", "estimate": "mean", "of": "api00",
            "by": ["stype"], "compare": {"with": "pairs"}
        },
        {
            "id": "to_one", "dataset": "schools", "estimate": "mean", "of": "api00",
            "by": ["stype"], "compare": {"with": "M"}
        }
    ]);
    let Some(results) = clustered(queries) else {
        return;
    };
    let pairs = &results[0].comparisons;
    near(of(pairs, "E", "H").estimate, 30.296626984127);
    near(of(pairs, "E", "H").se, 30.0276061918454);
    near(of(pairs, "E", "M").se, 14.3373902342168);
    near(of(pairs, "H", "M").se, 33.5862440075793);
    let to_one = &results[1].comparisons;
    assert_eq!(to_one.len(), 2);
    near(of(to_one, "H", "M").estimate, -12.8685714285715);
    near(of(to_one, "H", "M").se, 33.5862440075793);
}

#[test]
fn the_difference_of_two_queries() {
    let mean = |id: &str, of: &str, by: Value| json!({"id": id, "dataset": "schools", "estimate": "mean", "of": of, "by": by});
    let difference = |id: &str, queries: Value| json!({"id": id, "dataset": "schools", "estimate": "difference", "queries": queries});
    let queries = json!([
        mean("now", "api00", json!([])),
        mean("before", "api99", json!([])),
        difference("growth", json!(["now", "before"])),
        mean("now_by", "api00", json!(["stype"])),
        mean("before_by", "api99", json!(["stype"])),
        difference("growth_by", json!(["now_by", "before_by"]))
    ]);
    let Some(results) = clustered(queries) else {
        return;
    };
    let growth = &results[2].rows[0];
    near(growth.estimate, 37.1912568306011);
    near(growth.se, 3.08519696689946);
    let by = &results[5].rows;
    for (name, estimate, se) in [
        ("E", 41.0763888888889, 3.70577716173755),
        ("H", 22.8571428571429, 5.51970277962201),
        ("M", 22.84, 5.87375937129838),
    ] {
        near(row(by, name).estimate, estimate);
        near(row(by, name).se, se);
    }
}

#[test]
fn correlation_deviation_regression_and_independence() {
    let queries = json!([
        {"id": "r", "dataset": "schools", "estimate": "correlation", "variables": ["api00", "meals"]},
        {"id": "sd", "dataset": "schools", "estimate": "sd", "of": "api00"},
        {
            "id": "fit", "dataset": "schools", "estimate": "regression", "outcome": "api00",
            "terms": ["stype", "meals"]
        },
        {
            "id": "test", "dataset": "schools", "estimate": "independence",
            "variables": ["sch.wide", "stype"]
        },
        {
            "id": "wald", "dataset": "schools", "estimate": "independence",
            "variables": ["sch.wide", "stype"], "test": "adjusted_wald"
        }
    ]);
    let Some(results) = clustered(queries) else {
        return;
    };
    near(results[0].rows[0].estimate, CORRELATION[0]);
    near(results[0].rows[0].se, CORRELATION[1]);
    near(results[1].rows[0].estimate, DEVIATION[0]);
    near(results[1].rows[0].se, DEVIATION[1]);
    let fit = &results[2].rows;
    near(row(fit, "intercept").estimate, 837.395934839555);
    near(row(fit, "stype = H").se, 25.3325333925317);
    near(row(fit, "meals").estimate, -3.55108104864564);
    let test = &results[3].rows[0];
    near(test.statistic, 5.19336954147488);
    near(test.p, 0.0217474623707969);
    let printed = serde_json::to_value(test).unwrap();
    near(printed["df"][0].as_f64(), 1.49463977770746);
    near(printed["df"][1].as_f64(), 20.9249568879044);
    near(results[4].rows[0].statistic, 2.22955441484536);
    near(results[4].rows[0].p, 0.147057886901247);
}

/// Pearson's r of api00 and meals, and its error by the delta method (svycontrast of the second moments).
const CORRELATION: [f64; 2] = [-0.844679984081074, 0.0333168384152212];
/// √ of the second moment of api00 about its mean, the same way.
const DEVIATION: [f64; 2] = [105.459539508805, 6.5372839520326];

/// The strata of a sample are independent, as waves are: R's error of their difference is that of a change, and a link between
/// scales adds its square.
#[test]
fn a_change_from_wave_to_wave_carries_the_link_between_their_scales() {
    let trend = |id: &str, link_error: f64| {
        json!({
            "id": id, "dataset": "schools", "estimate": "mean", "of": "api00", "by": ["stype"],
            "trend": {"over": "stype", "link_error": link_error}
        })
    };
    let Some(results) = stratified(json!([trend("plain", 0.0), trend("linked", 5.0)])) else {
        return;
    };
    let [plain, linked] = [0, 1].map(|at: usize| &results[at].comparisons);
    assert_eq!(plain.len(), 2, "each wave with the one before it");
    near(of(plain, "H", "E").estimate, -48.61);
    near(of(plain, "H", "E").se, 19.4021553995334);
    near(of(plain, "M", "H").se, 22.0461915393842);
    near(of(linked, "H", "E").estimate, -48.61);
    near(
        of(linked, "H", "E").se,
        (19.4021553995334_f64.powi(2) + 25.0).sqrt(),
    );
}
/// `w <- apistrat$pw; 200*sum(w^2)/sum(w)^2; sum(w)^2/sum(w^2)`
#[test]
fn a_count_says_what_unequal_weights_cost() {
    let queries = json!([{"id": "n", "dataset": "schools", "estimate": "count"}]);
    let Some(results) = stratified(queries) else {
        return;
    };
    let count = &results[0].rows[0];
    near(count.deff, KISH[0]);
    near(count.n_effective, KISH[1]);
    assert_eq!(results[0].method.deff.as_deref(), Some("equal_weights"));
}

const KISH: [f64; 2] = [1.18637098473804, 168.581331280756];
