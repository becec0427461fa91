//! Errors of `statistics.md`, section 5, in what an answer counts, by name.

use super::people::{CODEBOOK, list, people, refused, request, run, run_on};
use pulso::chart::draw;
use pulso::document::{Document, Publication};
use pulso::paint;
use pulso::read::{Options, read};
use serde_json::{Value, json};

#[test]
fn zeros_and_ones_read_under_one_to_five() {
    let likert = json!({"estimate": "likert", "items": ["agree", "yes"], "positive": [4, 5], "negative": [1, 2]});
    let share = json!({"estimate": "proportion", "of": {"variable": "yes", "is": [4, 5]}});
    for codebook in [None, Some(CODEBOOK)] {
        for query in [&likert, &share] {
            let results = run_on(&people(), codebook, json!({"queries": [query]}));
            let error = refused(&results);
            assert_eq!(error.code, "other_scale");
            assert_eq!(error.place.column.as_deref(), Some("yes"));
            assert_eq!(error.params.get("answers"), list(&["4", "5"]).as_ref());
            assert_eq!(error.params.get("options"), list(&["0", "1"]).as_ref());
            assert_eq!(results.results, vec![]);
        }
    }
    // An answer that the codebook knows and nobody gave is on the scale all the same.
    let nobody = people().replace(",5,", ",4,");
    let query = json!({"estimate": "proportion", "of": {"variable": "agree", "is": [5]}});
    let results = run_on(&nobody, Some(CODEBOOK), json!({"queries": [query]}));
    assert_eq!(results.errors, vec![]);
    assert_eq!(results.results[0].rows[0].estimate, Some(0.0));
}

#[test]
fn an_index_of_items_on_different_scales() {
    let index = |fields: Value| {
        let mut index = json!({"items": ["agree", "yes"]});
        index
            .as_object_mut()
            .unwrap()
            .extend(fields.as_object().unwrap().clone());
        json!({"variables": [{"id": "i", "index": index}], "queries": [{"estimate": "mean", "of": "i"}]})
    };
    for fields in [json!({}), json!({"scale": [0, 5]})] {
        let results = run_on(&people(), Some(CODEBOOK), index(fields));
        let error = refused(&results);
        assert_eq!(error.code, "scales_differ");
        assert_eq!(
            error.params.get("scales"),
            list(&["agree: 1–5", "yes: 0–1"]).as_ref()
        );
    }
    let results = run(index(json!({"scale": [1, 5]})));
    assert_eq!(refused(&results).code, "outside_scale");
}

#[test]
fn a_mean_score_labelled_as_a_percentage() {
    let theory = |query: &str, unit: &str| {
        json!({
            "columns": [{"id": "c", "title": "C"}],
            "nodes": [{"id": "n", "column": "c", "level": "outcome", "title": "N"}],
            "indicators": [{"id": "i", "node": "n", "title": "I", "query": query, "unit": unit}]
        })
    };
    let queries = json!([
        {"estimate": "mean", "of": "trust"},
        {"estimate": "mean", "of": "yes"},
        {"estimate": "quantile", "of": "trust", "probs": [0.5]},
        {"estimate": "total", "of": "yes"},
        {"estimate": "regression", "outcome": "trust", "terms": ["yes"]},
        {"estimate": "proportion", "of": {"variable": "yes", "is": [1]}},
    ]);
    let charts = json!([
        {"id": "ranking", "kind": "ranking", "query": "q0"},
        {"id": "bars", "kind": "grouped_bars", "query": "q0"},
        {"id": "mean", "kind": "table", "query": "q0"},
        {"id": "quantile", "kind": "table", "query": "q2"},
        {"id": "regression", "kind": "table", "query": "q4"},
        {"id": "theory", "kind": "theory"},
    ]);
    let ask = |query: &str, unit: &str| {
        run(json!({"queries": queries, "charts": charts, "theory": theory(query, unit)}))
    };
    for query in ["q0", "q2", "q3", "q4"] {
        let results = ask(query, "share");
        let error = refused(&results);
        assert_eq!(
            (error.code.as_str(), error.place.document.as_deref()),
            ("score_as_share", Some("/theory/indicators/0/unit"))
        );
        assert_eq!(ask(query, "score").errors, vec![]);
        // Nor does the picture of the theory say it.
        let document = json!({
            "pulso": 1, "queries": [{"id": query, "dataset": "people", "estimate": "mean", "of": "trust"}],
            "datasets": [{"id": "people", "kind": "survey", "source": "p.csv", "basis": "probability"}],
            "charts": [{"id": "theory", "kind": "theory"}], "theory": theory(query, "share")
        });
        let publication = Publication {
            document: Document::parse(&document.to_string()).unwrap(),
            results,
        };
        let pruned = pulso::document::Published::from(publication)
            .prune("theory")
            .unwrap();
        let scene = draw(pruned.publication(), &request("theory")).unwrap();
        assert!(!paint::svg(&scene).contains('%'), "{}", scene.title);
    }
    // The mean of zeros and ones is a share.
    for query in ["q1", "q5"] {
        assert_eq!(ask(query, "share").errors, vec![]);
    }
    let results = ask("q5", "share");
    for result in &results.results[..5] {
        assert_eq!(result.method.unit, "value");
    }
    let document = json!({
        "pulso": 1, "queries": results.results.iter().map(|result| serde_json::to_value(&result.query).unwrap()).collect::<Vec<_>>(),
        "datasets": [{"id": "people", "kind": "survey", "source": "p.csv", "basis": "probability"}],
        "charts": charts, "theory": theory("q5", "share")
    });
    let publication = Publication {
        document: Document::parse(&document.to_string()).unwrap(),
        results,
    };
    for chart in ["ranking", "bars", "mean", "quantile", "regression"] {
        let scene = draw(&publication, &request(chart)).unwrap();
        // The level of an interval is the only percentage.
        let texts = [
            scene.table.rows.concat().join(" "),
            scene.title.clone(),
            scene.description.clone(),
        ];
        assert!(!texts.concat().contains('%'), "{chart}: {texts:?}");
        let svg = paint::svg(&scene);
        let percents: Vec<&str> = svg.split('%').collect();
        for before in &percents[..percents.len() - 1] {
            assert!(
                before.ends_with("95") || before.ends_with("50"),
                "{chart}: {before}"
            );
        }
    }
}

#[test]
fn minus_999_printed() {
    let mean = |of: &str| json!({"queries": [{"estimate": "mean", "of": of}]});
    let results = run(mean("hours"));
    assert_eq!(results.errors, vec![]);
    let [warning] = results.warnings.as_slice() else {
        panic!("{:?}", results.warnings);
    };
    let note = &results.results[0].notes[0];
    for found in [warning, note] {
        assert_eq!(found.code, "undeclared_missing");
        assert_eq!(found.place.column.as_deref(), Some("hours"));
        assert_eq!(found.params.get("values"), list(&["-999"]).as_ref());
    }
    // At reading too, and not beside what does not use it.
    let found = read("people.csv", people().as_bytes(), Options::default())
        .unwrap()
        .warnings;
    assert_eq!(found[0].code, "undeclared_missing");
    assert_eq!(run(mean("trust")).results[0].notes, vec![]);
    // A recode takes up what it names.
    for (value, notes) in [("-999", 1), ("3", 0)] {
        let recode = json!({"from": "hours", "values": {value: 1, "4": 0}});
        let results = run(json!({
            "variables": [{"id": "r", "recode": recode}],
            "queries": [{"estimate": "proportion", "of": {"variable": "r", "is": [1]}, "suppress": {"rule": "none"}}]
        }));
        assert_eq!(results.results[0].notes.len(), notes);
    }
    // Declared, it is no answer, and there is nothing to say.
    let declared = run(
        json!({"dataset": {"missing": {"*": [-999]}}, "queries": [{"estimate": "mean", "of": "hours"}]}),
    );
    assert_eq!(declared.warnings, vec![]);
    assert_eq!(declared.results[0].notes, vec![]);
    assert_eq!(declared.results[0].rows[0].n, Some(56));
    // Two labels on a scale of hours are marks on it.
    assert_eq!(
        run_on(&people(), Some(CODEBOOK), mean("hours")).errors,
        vec![]
    );
}

#[test]
fn a_code_outside_the_labels_is_not_computed_with() {
    let coded = people().replace(",2,4,", ",99,4,");
    assert_ne!(coded, people());
    let index = json!([{"id": "i", "index": {"items": ["agree"], "scale": [0, 100]}}]);
    for query in [
        json!({"estimate": "mean", "of": "agree"}),
        json!({"estimate": "total", "of": "agree"}),
        json!({"estimate": "quantile", "of": "agree", "probs": [0.5]}),
        json!({"estimate": "mean", "of": "i"}),
        json!({"estimate": "likert", "items": ["agree"], "positive": [4, 5], "negative": [1, 2]}),
        json!({"estimate": "regression", "outcome": "trust", "terms": ["agree"]}),
        json!({"estimate": "correlation", "variables": ["agree", "trust"]}),
        json!({"estimate": "ratio", "numerator": "trust", "denominator": "agree"}),
        json!({"estimate": "alpha", "items": ["agree", "trust"]}),
    ] {
        let ask = |missing: Value| {
            run_on(
                &coded,
                Some(CODEBOOK),
                json!({"dataset": {"missing": missing}, "variables": index, "queries": [query]}),
            )
        };
        let results = ask(json!({}));
        let error = refused(&results);
        assert_eq!(
            (error.code.as_str(), error.place.column.as_deref()),
            ("outside_labels", Some("agree"))
        );
        assert_eq!(error.params.get("values"), list(&["99"]).as_ref());
        assert_eq!(ask(json!({"agree": [99]})).errors, vec![], "{query}");
    }
}

#[test]
fn a_missing_answer_turned_into_0_or_1() {
    let recode = |values: Value, missing: Value| {
        run(json!({
            "dataset": {"missing": missing},
            "variables": [{"id": "r", "recode": {"from": "agree", "values": values}}],
            "queries": [{"estimate": "proportion", "of": {"variable": "r", "is": [1]}}, {"estimate": "mean", "of": "r"}]
        }))
    };
    for missing in [json!({"*": [5]}), json!({"agree": ["5"]})] {
        let results = recode(json!({"1": 1, "2": 1, "5": 0}), missing);
        assert_eq!(results.errors.len(), 2);
        for error in &results.errors {
            assert_eq!(
                (error.code.as_str(), error.place.column.as_deref()),
                ("recode_of_missing", Some("agree"))
            );
        }
    }
    assert_eq!(
        recode(json!({"1": 1, "": 0}), json!({})).errors[0].code,
        "recode_of_missing"
    );
    // Six of the sixty are blank and stay so, through a recode, an index, a question of several answers and a share.
    let results = run(json!({
        "variables": [
            {"id": "all", "recode": {"from": "agree", "values": {"1": 0, "2": 0, "3": 0, "4": 1, "5": 1}}},
            {"id": "index", "index": {"items": ["agree"], "scale": [1, 5], "rescale": [0, 1]}},
            {"id": "several", "multiple": {"items": ["agree"], "selected": [4, 5], "empty_is_an_answer": true}},
        ],
        "queries": [
            {"estimate": "mean", "of": "all"},
            {"estimate": "proportion", "of": {"variable": "all", "is": [0]}},
            {"estimate": "mean", "of": "index"},
            {"estimate": "proportion", "of": "several"},
            {"estimate": "proportion", "of": "agree"},
            {"estimate": "mean", "of": "agree"},
            {"estimate": "likert", "items": ["agree"], "positive": [4, 5], "neutral": [3], "negative": [1, 2]},
        ]
    }));
    assert_eq!(results.errors, vec![]);
    for result in &results.results {
        for row in &result.rows {
            assert_eq!(row.n, Some(54), "{}", result.id);
        }
    }
    let shares = &results.results[4].rows;
    let codes: Vec<String> = shares
        .iter()
        .map(|row| row.category.as_ref().unwrap().to_text())
        .collect();
    assert_eq!(codes, ["1", "2", "3", "4", "5"]);
}
