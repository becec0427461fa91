//! What is said of a document without data: code and place.

use pulso::document::Document;
use pulso::error::Error;
use serde_json::{Value, json};

/// A sound document, changed at one place.
fn changed(pointer: &str, value: Value) -> Vec<Error> {
    let mut document = sound();
    let (parent, field) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent) {
        Some(Value::Object(fields)) => {
            fields.insert(field.into(), value);
        }
        Some(Value::Array(elements)) if field == "-" => elements.push(value),
        Some(Value::Array(elements)) => elements[field.parse::<usize>().unwrap()] = value,
        other => panic!("{parent}: {other:?}"),
    }
    Document::parse(&document.to_string()).unwrap().check()
}

fn sound() -> Value {
    json!({
        "pulso": 1,
        "datasets": [
            {"id": "erce", "kind": "survey", "source": "e.csv", "basis": "probability", "date": "2019", "design": {"strata": ["a"], "clusters": ["b"]}},
            {"id": "events", "kind": "policy_events", "source": "p.csv", "taxonomy": "t.json"},
        ],
        "variables": [
            {"id": "r", "dataset": "erce", "recode": {"from": "x", "values": {"1": 0}}},
            {"id": "i", "dataset": "erce", "index": {"items": ["x", "y"], "reverse": ["y"]}},
        ],
        "queries": [
            {"id": "share", "dataset": "erce", "estimate": "proportion", "of": {"variable": "r", "is": [1]}, "by": ["country"],
             "average": {"over": "country"}, "compare": {"with": "average"}, "ci": {"level": 0.9, "method": "logit"},
             "where": {"any": [{"variable": "x", "ge": 1}, {"not": {"variable": "y", "missing": true}}]}},
            {"id": "mean", "dataset": "erce", "estimate": "mean", "of": "i", "suppress": {"min_n": 5}},
            {"id": "ratio", "dataset": "erce", "estimate": "ratio", "numerator": "x", "denominator": "y"},
            {"id": "battery", "dataset": "erce", "estimate": "likert", "items": ["x", "y"], "positive": [3, 4], "negative": [1, 2]},
            {"id": "stages", "dataset": "events", "estimate": "policy_status", "dimension": "C1", "on": ["2020-04-01", "2021"], "by": ["country"]},
            {"id": "n", "dataset": "erce", "estimate": "count"},
        ],
        "theory": {
            "columns": [{"id": "c", "title": "C"}],
            "nodes": [{"id": "N", "column": "c", "level": "outcome", "title": "N"}],
            "indicators": [{"id": "k", "node": "N", "title": "K", "query": "share", "baseline": {"value": 0, "date": "2013"},
                            "targets": [{"value": 1, "date": "2030"}]}],
        },
        "charts": [
            {"id": "ranking", "kind": "ranking", "query": "share", "reference": "average"},
            {"id": "map", "kind": "heatmap", "query": "stages"},
            {"id": "theory", "kind": "theory"},
            {"id": "table", "kind": "table", "query": "battery"},
        ],
        "report": [{"heading": "H"}, {"chart": "map"}, {"theory": true}, {"method": true}],
    })
}

#[test]
fn a_sound_document_has_nothing_wrong() {
    assert_eq!(Document::parse(&sound().to_string()).unwrap().check(), []);
    assert_eq!(changed("/queries/0/suppress", json!({"min_n": 30})), []);
    assert_eq!(changed("/queries/1/ci", json!({"method": "mean"})), []);
    let scatter = json!({"id": "two", "kind": "scatter", "query": "share", "against": "share"});
    assert_eq!(changed("/charts/0", scatter), []);
}

#[test]
fn each_mistake_has_its_code_and_its_place() {
    let query = |rest: Value| {
        let mut query = json!({"id": "new", "dataset": "erce", "estimate": "mean", "of": "x"});
        for (name, value) in rest.as_object().unwrap() {
            match value {
                Value::Null => query.as_object_mut().unwrap().remove(name),
                value => query
                    .as_object_mut()
                    .unwrap()
                    .insert(name.clone(), value.clone()),
            };
        }
        query
    };
    for (pointer, value, code, at) in [
        ("/locale", json!("de"), "unknown_language", "/locale"),
        (
            "/datasets/1/id",
            json!("erce"),
            "duplicate_id",
            "/datasets/1/id",
        ),
        (
            "/datasets/0/basis",
            Value::Null,
            "missing_basis",
            "/datasets/0",
        ),
        (
            "/datasets/0/taxonomy",
            json!("t.json"),
            "field_out_of_place",
            "/datasets/0/taxonomy",
        ),
        (
            "/datasets/0/date",
            json!("June"),
            "invalid_date",
            "/datasets/0/date",
        ),
        (
            "/datasets/0/design",
            json!({"fpc": ["a", "b"]}),
            "fpc_without_stage",
            "/datasets/0/design/fpc",
        ),
        (
            "/datasets/0/design",
            json!({"replicates_from_design": {"method": "fay"}}),
            "unknown_value",
            "/datasets/0/design/replicates_from_design/method",
        ),
        (
            "/datasets/0/design",
            json!({"replicates_from_design": {"method": "bootstrap", "replicates": 1}}),
            "out_of_range",
            "/datasets/0/design/replicates_from_design/replicates",
        ),
        (
            "/datasets/0/design",
            json!({"replicates": {"columns": "r{1..}", "method": "brr"}, "replicates_from_design": {"method": "jk1"}}),
            "exactly_one",
            "/datasets/0/design",
        ),
        (
            "/datasets/0/design",
            json!({"replicates": {"columns": "r{1..}", "method": "fay", "rho": 1}}),
            "out_of_range",
            "/datasets/0/design/replicates/rho",
        ),
        (
            "/datasets/0/design",
            json!({"replicates": {"columns": "r{1..}", "method": "jkn"}}),
            "rscales_missing",
            "/datasets/0/design/replicates/rscales",
        ),
        (
            "/datasets/0/design",
            json!({"calibrate": [{}]}),
            "exactly_one",
            "/datasets/0/design/calibrate/0",
        ),
        (
            "/datasets/0/design",
            json!({"calibrate": [{"poststratify": {"by": [], "totals": {"1": 5}}}]}),
            "empty_list",
            "/datasets/0/design/calibrate/0/poststratify/by",
        ),
        (
            "/datasets/0/design",
            json!({"calibrate": [{"poststratify": {"by": ["sex"], "totals": {"1": 0}}}]}),
            "total_not_positive",
            "/datasets/0/design/calibrate/0/poststratify/totals",
        ),
        (
            "/datasets/0/design",
            json!({"calibrate": [{"rake": {"margins": []}}]}),
            "empty_list",
            "/datasets/0/design/calibrate/0/rake/margins",
        ),
        (
            "/datasets/0/design",
            json!({"calibrate": [{"rake": {"margins": [{"by": ["sex"], "totals": {"1": 5}}], "trim": [1, 3]}}]}),
            "trim_excludes_one",
            "/datasets/0/design/calibrate/0/rake/trim",
        ),
        (
            "/datasets/0/design",
            json!({"calibrate": [{"rake": {"margins": [{"by": ["sex"], "totals": {"1": 5}}], "tolerance": 0}}]}),
            "out_of_range",
            "/datasets/0/design/calibrate/0/rake/tolerance",
        ),
        (
            "/datasets/0/design",
            json!({"strata": ["a", "a"]}),
            "listed_twice",
            "/datasets/0/design/strata/1",
        ),
        (
            "/datasets/1/taxonomy",
            Value::Null,
            "field_needed",
            "/datasets/1",
        ),
        (
            "/datasets/1/basis",
            json!("census"),
            "field_out_of_place",
            "/datasets/1/basis",
        ),
        (
            "/variables/1/id",
            json!("r"),
            "duplicate_id",
            "/variables/1/id",
        ),
        (
            "/variables/0/dataset",
            json!("erze"),
            "unknown_dataset",
            "/variables/0/dataset",
        ),
        (
            "/variables/0/recode",
            Value::Null,
            "exactly_one",
            "/variables/0",
        ),
        (
            "/variables/0/index",
            json!({"items": ["x"]}),
            "exactly_one",
            "/variables/0",
        ),
        (
            "/variables/0/recode/values",
            json!({}),
            "empty_list",
            "/variables/0/recode/values",
        ),
        (
            "/variables/1/index/items",
            json!([]),
            "empty_list",
            "/variables/1/index/items",
        ),
        (
            "/variables/1/index/reverse",
            json!(["z"]),
            "unknown_item",
            "/variables/1/index/reverse/0",
        ),
        (
            "/variables/1/index/min_share",
            json!(0),
            "out_of_range",
            "/variables/1/index/min_share",
        ),
        (
            "/variables/1/index/rescale",
            json!([100, 0]),
            "range_not_ascending",
            "/variables/1/index/rescale",
        ),
        (
            "/queries/-",
            query(json!({"id": "share"})),
            "duplicate_id",
            "/queries/6/id",
        ),
        (
            "/queries/-",
            query(json!({"dataset": "erc"})),
            "unknown_dataset",
            "/queries/6/dataset",
        ),
        (
            "/queries/-",
            query(json!({"dataset": "events"})),
            "wrong_dataset_kind",
            "/queries/6/dataset",
        ),
        (
            "/queries/-",
            query(json!({"of": null})),
            "field_needed",
            "/queries/6",
        ),
        (
            "/queries/-",
            query(json!({"of": {"variable": "x", "is": [1]}})),
            "field_out_of_place",
            "/queries/6/of/is",
        ),
        (
            "/queries/-",
            query(json!({"items": ["x"]})),
            "field_out_of_place",
            "/queries/6/items",
        ),
        (
            "/queries/-",
            query(json!({"dimension": "C1"})),
            "field_out_of_place",
            "/queries/6/dimension",
        ),
        (
            "/queries/-",
            query(json!({"ci": {"method": "logit"}})),
            "field_out_of_place",
            "/queries/6/ci/method",
        ),
        (
            "/queries/-",
            query(json!({"ci": {"level": 95}})),
            "out_of_range",
            "/queries/6/ci/level",
        ),
        (
            "/queries/-",
            query(json!({"suppress": {"min_n": 4}})),
            "out_of_range",
            "/queries/6/suppress/min_n",
        ),
        (
            "/queries/-",
            query(json!({"by": ["country", "country"]})),
            "listed_twice",
            "/queries/6/by/1",
        ),
        (
            "/queries/-",
            query(json!({"average": {"over": "country"}})),
            "average_over_unknown",
            "/queries/6/average/over",
        ),
        (
            "/queries/-",
            query(json!({"compare": {"with": "average"}})),
            "compare_without_average",
            "/queries/6/compare",
        ),
        (
            "/queries/-",
            query(json!({"where": {}})),
            "exactly_one",
            "/queries/6/where",
        ),
        (
            "/queries/-",
            query(json!({"where": {"variable": "x"}})),
            "exactly_one",
            "/queries/6/where",
        ),
        (
            "/queries/-",
            query(json!({"where": {"not": {"variable": "x", "lt": 1, "gt": 2}}})),
            "exactly_one",
            "/queries/6/where/not",
        ),
        (
            "/queries/-",
            query(json!({"where": {"all": []}})),
            "empty_list",
            "/queries/6/where/all",
        ),
        (
            "/queries/-",
            query(json!({"where": {"any": [{"variable": "x", "in": []}]}})),
            "empty_list",
            "/queries/6/where/any/0/in",
        ),
        (
            "/queries/3/negative",
            json!([1, "3"]),
            "listed_twice",
            "/queries/3/negative/1",
        ),
        (
            "/queries/3/positive",
            json!([]),
            "field_needed",
            "/queries/3",
        ),
        (
            "/queries/2/denominator",
            Value::Null,
            "field_needed",
            "/queries/2",
        ),
        ("/queries/4/on", json!([]), "field_needed", "/queries/4"),
        (
            "/queries/4/on",
            json!(["2020-02-30"]),
            "invalid_date",
            "/queries/4/on/0",
        ),
        (
            "/queries/4/known_on",
            json!("now"),
            "invalid_date",
            "/queries/4/known_on",
        ),
        (
            "/queries/4/by",
            json!(["pais"]),
            "unknown_variable",
            "/queries/4/by/0",
        ),
        (
            "/queries/5/ci",
            json!({}),
            "field_out_of_place",
            "/queries/5/ci",
        ),
        (
            "/theory/indicators/0/query",
            json!("shares"),
            "unknown_query",
            "/theory/indicators/0/query",
        ),
        (
            "/theory/indicators/0/direction",
            json!("down"),
            "target_against_direction",
            "/theory/indicators/0/targets/0/value",
        ),
        (
            "/charts/1/id",
            json!("ranking"),
            "duplicate_id",
            "/charts/1/id",
        ),
        (
            "/charts/0/query",
            json!("sharp"),
            "unknown_query",
            "/charts/0/query",
        ),
        ("/charts/0/query", Value::Null, "field_needed", "/charts/0"),
        (
            "/charts/0/kind",
            json!("likert"),
            "chart_kind_mismatch",
            "/charts/0/query",
        ),
        (
            "/charts/0/highlight",
            json!(["PER", "PER"]),
            "listed_twice",
            "/charts/0/highlight/1",
        ),
        (
            "/charts/0/kind",
            json!("trend"),
            "chart_needs",
            "/charts/0/query",
        ),
        (
            "/charts/0",
            json!({"id": "box", "kind": "distribution", "query": "share"}),
            "chart_needs",
            "/charts/0/query",
        ),
        (
            "/charts/0",
            json!({"id": "two", "kind": "scatter", "query": "share"}),
            "field_needed",
            "/charts/0",
        ),
        (
            "/charts/0",
            json!({"id": "two", "kind": "scatter", "query": "share", "against": "meen"}),
            "unknown_query",
            "/charts/0/against",
        ),
        (
            "/charts/0",
            json!({"id": "two", "kind": "scatter", "query": "share", "against": "mean"}),
            "chart_needs",
            "/charts/0/against",
        ),
        (
            "/charts/0/against",
            json!("mean"),
            "field_out_of_place",
            "/charts/0/against",
        ),
        (
            "/charts/3/reference",
            json!("average"),
            "reference_without_average",
            "/charts/3/reference",
        ),
        (
            "/charts/3/bars",
            json!(true),
            "field_out_of_place",
            "/charts/3/bars",
        ),
        (
            "/charts/2/query",
            json!("share"),
            "field_out_of_place",
            "/charts/2/query",
        ),
        (
            "/report/1/chart",
            json!("maps"),
            "unknown_chart",
            "/report/1/chart",
        ),
        ("/report/0", json!({}), "exactly_one", "/report/0"),
        (
            "/report/0",
            json!({"heading": "H", "text": "T"}),
            "exactly_one",
            "/report/0",
        ),
    ] {
        let found = changed(pointer, value.clone());
        let named: Vec<_> = found
            .iter()
            .map(|error| {
                (
                    error.code.as_str(),
                    error.place.document.as_deref().unwrap_or_default(),
                )
            })
            .collect();
        assert_eq!(named.first(), Some(&(code, at)), "{pointer} = {value}");
        // An id or an item that went is missed where it was called.
        assert!(
            named.len() == 1 || pointer.ends_with("/id") || pointer.ends_with("/items"),
            "{pointer} = {value}: {named:?}"
        );
    }
    let codes: Vec<String> = changed("/theory", Value::Null)
        .into_iter()
        .map(|error| error.code)
        .collect();
    assert_eq!(
        codes,
        ["theory_missing", "theory_missing"],
        "for the chart and for the block"
    );
}

#[test]
fn what_is_unknown_comes_with_what_is_near() {
    assert_eq!(
        changed("/charts/0/query", json!("ratjo"))[0].hint,
        ["ratio"]
    );
    assert_eq!(
        changed("/report/1/chart", json!("tabel"))[0].hint[0],
        "table"
    );
}

#[test]
fn the_example_is_sound() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/erce.pulso.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: the example is absent");
        return;
    };
    assert_eq!(Document::parse(&text).unwrap().check(), []);
}

/// Small multiples name their kind and their key; annotations name keys of the query.
#[test]
fn panels_and_annotations_name_keys_of_the_query() {
    let check = |chart: Value| -> Vec<(String, String)> {
        let document = json!({
            "pulso": 1,
            "datasets": [{"id": "s", "kind": "survey", "source": "s.csv", "basis": "census"}],
            "queries": [{"id": "q", "dataset": "s", "estimate": "mean", "of": "x", "by": ["country", "sex"]}],
            "charts": [chart]
        });
        let errors = Document::parse(&document.to_string()).unwrap().check();
        let place = |error: &Error| error.place.document.clone().unwrap_or_default();
        errors
            .iter()
            .map(|error| (error.code.clone(), place(error)))
            .collect()
    };
    let said = |code: &str, place: &str| (code.to_string(), format!("/charts/0{place}"));
    let panels = |of: Value, by: Value| {
        check(json!({"id": "c", "kind": "small_multiples", "query": "q", "of": of, "by": by}))
    };
    assert_eq!(panels(json!("ranking"), json!("sex")), []);
    assert_eq!(
        panels(json!("ranking"), json!("wave")),
        [said("unknown_variable", "/by")]
    );
    assert_eq!(
        panels(json!("ranking"), json!(null)),
        [said("field_needed", "")]
    );
    assert_eq!(
        panels(json!("likert"), json!("sex")),
        [said("chart_kind_mismatch", "/query")]
    );
    let noted = |at: Value| {
        let note = json!([{"at": at, "text": "a note"}]);
        check(json!({"id": "c", "kind": "ranking", "query": "q", "annotations": note}))
    };
    assert_eq!(noted(json!({"country": "PER", "sex": 1})), []);
    assert_eq!(
        noted(json!({"region": "LAC"})),
        [said("unknown_variable", "/annotations/0/at/region")]
    );
    assert_eq!(noted(json!({})), [said("empty_list", "/annotations/0/at")]);
}
