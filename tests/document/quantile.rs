//! Quantiles and rules of publication as a document asks for them.

use pulso::codebook::Code;
use pulso::document::{Document, Sources};
use pulso::estimate::Results;
use pulso::read::{Options, read};
use serde_json::{Value, json};

fn document(query: Value) -> Document {
    let mut full = json!({"id": "q", "dataset": "people"});
    for (name, value) in query.as_object().into_iter().flatten() {
        full[name] = value.clone();
    }
    let document = json!({"pulso": 1, "queries": [full], "datasets": [
        {"id": "people", "kind": "survey", "source": "people.csv", "basis": "probability"}]});
    Document::parse(&document.to_string()).unwrap()
}

/// A hundred people; x runs from 1 to 100.
fn run(query: Value) -> Results {
    let rows = (1..=100).map(|person| format!("{},{person}\n", person % 2));
    let text = [String::from("side,x\n"), rows.collect()].concat();
    let mut sources = Sources::default();
    let table = read("people.csv", text.as_bytes(), Options::default()).unwrap();
    sources.hold("people.csv", table);
    sources.run(&document(query))
}

#[test]
fn rows_are_named_by_their_share() {
    let query = json!({"estimate": "quantile", "of": "x", "probs": [0.25, 0.5], "rule": "school", "by": ["side"]});
    let results = run(query);
    assert_eq!(results.errors, []);
    let result = &results.results[0];
    let keys: Vec<[Option<&Code>; 2]> = result
        .rows
        .iter()
        .map(|row| ["side", "prob"].map(|name| row.by.get(name)))
        .collect();
    let number = |value| Code::Number(value);
    let (zero, one, low, middle) = (number(0.0), number(1.0), number(0.25), number(0.5));
    let expected = [
        [&zero, &low],
        [&zero, &middle],
        [&one, &low],
        [&one, &middle],
    ];
    assert_eq!(keys, expected.map(|pair| pair.map(Some)));
    let estimates: Vec<Option<f64>> = result.rows.iter().map(|row| row.estimate).collect();
    assert_eq!(estimates, [26.0, 51.0, 25.0, 50.0].map(Some));
    assert!(
        result
            .rows
            .iter()
            .all(|row| row.ci.is_some() && row.se.is_some())
    );
    assert_eq!(result.method.interval.as_deref(), Some("woodruff"));
    let names: Vec<&str> = result
        .columns
        .iter()
        .map(|column| column.name.as_str())
        .collect();
    assert_eq!(names, ["side", "prob", "of"]);
}

#[test]
fn shares_lie_between_0_and_1_and_are_asked_for_once() {
    let found = |query| {
        let errors = document(query).check();
        let place = |error: &pulso::error::Error| {
            (
                error.code.to_string(),
                error.place.document.clone().unwrap_or_default(),
            )
        };
        errors.iter().map(place).collect::<Vec<_>>()
    };
    let quantile = |probs: Value| json!({"estimate": "quantile", "of": "x", "probs": probs});
    let error = |code: &str, at: &str| vec![(code.to_string(), at.to_string())];
    assert_eq!(found(quantile(json!([0.5, 0.9]))), []);
    for wrong in [0.0, 1.0, -0.5, 90.0] {
        let expected = error("out_of_range", "/queries/0/probs/1");
        assert_eq!(found(quantile(json!([0.5, wrong]))), expected);
    }
    let twice = error("listed_twice", "/queries/0/probs/1");
    assert_eq!(found(quantile(json!([0.5, 0.5]))), twice);
    let rule = json!({"estimate": "mean", "of": "x", "suppress": {"rule": "nchs"}});
    assert_eq!(
        found(rule),
        error("rule_out_of_place", "/queries/0/suppress/rule")
    );
}

#[test]
fn schools_that_nobody_declared_are_said_not_to_be_counted() {
    let result = run(json!({"estimate": "mean", "of": "x", "suppress": {"rule": "pisa"}}));
    let codes: Vec<&str> = result.results[0]
        .notes
        .iter()
        .map(|note| note.code.as_ref())
        .collect();
    assert_eq!(codes, ["units_unknown"]);
    assert_eq!(result.results[0].method.min_n, Some(30));
}
