//! What a reader must know stands where the number is read: coverage, comparability, notes, method.

use pulso::chart::{Request, draw, tidy_results};
use pulso::document::{Document, Publication, Published, Sources};
use pulso::estimate::{Flag, QueryResult};
use pulso::locale::{Locale, explain};
use pulso::paint;
use pulso::read::{Options, read};
use pulso::report;
use serde_json::{Value, json};
use std::fmt::Write;

const LANGUAGES: [&str; 4] = ["es", "pt", "en", "fr"];

/// Two countries of forty teachers. All answer `a` and `b`; `half` is blank for more than half in Chile, `most` for a third.
fn teachers() -> String {
    let mut text = String::from("country,school,a,b,half,most,pv1,pv2,w1,w2\n");
    for teacher in 0..80 {
        let (country, own) = if teacher < 40 {
            ("CHL", teacher)
        } else {
            ("PER", teacher - 40)
        };
        let blank = |gone: bool, value: i32| {
            if gone {
                String::new()
            } else {
                value.to_string()
            }
        };
        let half = blank(country == "CHL" && own >= 18, own % 5 + 1);
        let most = blank(own % 3 == 0, own % 5 + 1);
        let (a, b) = (own % 5 + 1, own % 4 + 1);
        let _ = writeln!(
            text,
            "{country},s{},{a},{b},{half},{most},{own},{},{},{}",
            teacher / 4,
            own + a,
            1 + own % 2,
            2 - own % 2
        );
    }
    text
}

fn publication(dataset: Value, queries: Value, comparability: Value) -> Publication {
    let mut sources = Sources::default();
    let held = read("t.csv", teachers().as_bytes(), Options::default()).unwrap();
    sources.hold("t.csv", held);
    let mut document = json!({
        "pulso": 1,
        "datasets": [{"id": "t", "kind": "survey", "source": "t.csv", "basis": "probability", "country": "country"}],
        "variables": [{"id": "scale", "dataset": "t", "index": {"items": ["a", "b"], "scale": [1, 5]}}],
        "queries": queries,
        "charts": [],
        "report": [{"method": true}]
    });
    if !comparability.is_null() {
        document["variables"][0]["comparability"] = comparability;
    }
    for (name, value) in dataset.as_object().unwrap() {
        document["datasets"][0][name] = value.clone();
    }
    for at in 0..document["queries"].as_array().unwrap().len() {
        let query = &mut document["queries"][at];
        query["id"] = json!(format!("q{at}"));
        query["dataset"] = json!("t");
        let kinds: &[&str] = match query["estimate"].as_str().unwrap() {
            "mean" | "proportion" => &["table", "ranking", "grouped_bars"],
            _ => &["table"],
        };
        for kind in kinds {
            let chart =
                json!({"id": format!("{kind}{at}"), "kind": kind, "query": format!("q{at}")});
            document["charts"].as_array_mut().unwrap().push(chart);
        }
    }
    let document = Document::parse(&document.to_string()).unwrap();
    let results = sources.run(&document);
    assert_eq!(results.errors, vec![]);
    Publication { document, results }
}

fn of<'p>(publication: &'p Publication, id: &str) -> &'p QueryResult {
    let mut results = publication.results.results.iter();
    results.find(|result| result.id == id).unwrap()
}

/// The words of a picture, without the marks between its lines.
fn words(publication: &Publication, chart: &str, language: &str) -> String {
    let request = Request {
        chart: chart.into(),
        locale: Locale(language.into()),
        ..Request::default()
    };
    let svg = paint::svg(&draw(publication, &request).unwrap());
    let mut text = String::new();
    for part in svg.split('<').filter_map(|part| part.split_once('>')) {
        text += part.1.trim();
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A sentence as it stands in a picture: wrapped at any space.
fn plain(sentence: &str) -> String {
    let sentence = sentence.replace('&', "&amp;").replace('"', "&quot;");
    sentence.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn report_in(publication: &Publication, language: &str) -> String {
    let options = report::Options {
        locale: Locale(language.into()),
        ..report::Options::default()
    };
    report::report(&Published::from(publication.clone()), &options).unwrap()
}

#[test]
fn coverage_stands_beside_every_number() {
    let publication = publication(
        json!({}),
        json!([
            {"estimate": "mean", "of": "half", "by": ["country"]},
            {"estimate": "proportion", "of": {"variable": "most", "is": [1]}, "by": ["country"], "average": {"over": "country"}},
            {"estimate": "mean", "of": "a", "by": ["country"]},
            {"estimate": "count", "by": ["country"]},
            {"estimate": "count", "of": "half", "by": ["country"]},
            {"estimate": "independence", "variables": ["half", "most"], "by": ["country"]},
            {"estimate": "mean", "of": "half", "by": ["country"], "suppress": {"min_n": 20}},
        ]),
        Value::Null,
    );
    let rows = |id: &str| -> Vec<(Option<f64>, Vec<Flag>)> {
        let rows = of(&publication, id).rows.iter();
        rows.map(|row| (row.response, row.flags.clone())).collect()
    };
    let (low, half) = (Flag::CoverageBelow75, Flag::CoverageBelow50);
    assert_eq!(
        rows("q0"),
        [(Some(18.0 / 40.0), vec![half]), (Some(1.0), vec![])]
    );
    // Of forty, every third from the first on: fourteen. An average has no records of its own.
    let most = (Some(26.0 / 40.0), vec![low]);
    assert_eq!(rows("q1"), [most.clone(), most, (None, vec![])]);
    assert_eq!(rows("q2"), [(Some(1.0), vec![]), (Some(1.0), vec![])]);
    assert_eq!(rows("q3"), [(None, vec![]), (None, vec![])]);
    assert_eq!(rows("q4"), rows("q0"));
    let counted = &of(&publication, "q4").rows[0];
    assert_eq!((counted.n, counted.estimate), (Some(18), Some(18.0)));
    assert_eq!(rows("q5")[0].0, Some(12.0 / 40.0));
    // Beside a cell that is withheld no cell says of how many records it is.
    assert_eq!(rows("q6"), [(None, vec![Flag::TooFew]), (None, vec![])]);
    let svg = words(&publication, "table0", "en");
    assert!(
        svg.contains('‡') && svg.contains("fewer than 50%") && !svg.contains('†'),
        "{svg}"
    );
    assert!(words(&publication, "table1", "es").contains("† respondió menos del 75"));
    let csv = paint::csv(&tidy_results(&publication.results.results));
    assert!(csv.lines().next().unwrap().contains(",n,response,"));
    assert!(csv.contains(",18,0.45,"));
}

#[test]
fn a_ranking_of_a_scale_that_is_not_comparable_says_so() {
    let queries = json!([
        {"estimate": "mean", "of": "scale", "by": ["country"]},
        {"estimate": "quantile", "of": "scale", "probs": [0.5], "by": ["country"]},
        {"estimate": "mean", "of": "scale", "pooled": true},
        {"estimate": "mean", "of": "a", "by": ["country"]},
    ]);
    for level in ["metric", "configural", "unknown", "", "scalar"] {
        let declared = if level.is_empty() {
            Value::Null
        } else {
            json!(level)
        };
        let publication = publication(json!({}), queries.clone(), declared);
        for (id, noted) in [
            ("q0", level != "scalar"),
            ("q1", level != "scalar"),
            ("q2", false),
            ("q3", false),
        ] {
            let notes = &of(&publication, id).notes;
            let note = notes.iter().find(|note| note.code == "not_comparable");
            assert_eq!(note.is_some(), noted, "{id} {level}");
        }
        if level == "scalar" {
            continue;
        }
        for language in LANGUAGES {
            let sentence = explain(&of(&publication, "q0").notes[0], &Locale(language.into()));
            assert!(
                language == "en" || !sentence.contains("metric") && !sentence.contains("unknown"),
                "{sentence}"
            );
            for chart in ["ranking0", "grouped_bars0", "table0"] {
                assert!(
                    words(&publication, chart, language).contains(&plain(&sentence)),
                    "{chart}: {sentence}"
                );
            }
        }
    }
}

#[test]
fn notes_stand_in_the_footer_once() {
    let publication = publication(
        json!({"design": {"strata": ["country", "school"], "lonely_psu": "adjust", "clusters": ["school"]}}),
        json!([{"estimate": "proportion", "of": {"variable": "a", "is": [1]}, "pooled": true}]),
        Value::Null,
    );
    let notes = &of(&publication, "q0").notes;
    let codes: Vec<&str> = notes.iter().map(|note| note.code.as_str()).collect();
    assert_eq!(codes, ["pooled", "lonely_psu_rule"]);
    for language in LANGUAGES {
        let text = words(&publication, "ranking0", language);
        for note in notes {
            let sentence = plain(&explain(note, &Locale(language.into())));
            assert_eq!(text.matches(&sentence).count(), 1, "{sentence}\n{text}");
        }
    }
}

#[test]
fn the_method_says_where_errors_come_from() {
    let publication = publication(
        json!({"design": {
            "replicates": {"columns": ["w1", "w2"], "method": "brr"},
            "calibrate": [{"poststratify": {"by": ["country"], "totals": {"CHL": 500, "PER": 700}}}]
        }}),
        json!([
            {"estimate": "mean", "of": {"plausible_values": ["pv1", "pv2"]}, "by": ["country"],
             "compare": {"with": "pairs", "adjust": "holm"}, "suppress": {"rule": "pisa"}},
            {"estimate": "mean", "of": "a", "by": ["country"], "compare": {"with": "pairs", "adjust": "bh"}, "suppress": {"rule": "none"}},
        ]),
        Value::Null,
    );
    assert_eq!(of(&publication, "q0").method.replicates, Some(2));
    for language in LANGUAGES {
        let html = report_in(&publication, language);
        for name in [
            "BRR",
            "Rubin",
            "PISA",
            "Holm",
            "Benjamini–Hochberg",
            "country",
        ] {
            assert!(
                html.split("</main>").next().unwrap().contains(name),
                "{name} in {language}"
            );
        }
    }
    let html = report_in(&publication, "en");
    assert!(
        html.contains("Standard errors from 2 replicate weights (BRR); 95% confidence intervals")
    );
    assert!(html.contains("the mean of 2 plausible values"));
    assert!(html.contains("brought to known totals of: country."));
    assert!(html.contains("Some queries show all their results"));
    assert!(!html.contains("Taylor"));
}
