//! Reading a document.

use pulso::chart::Reference;
use pulso::codebook::Code;
use pulso::document::{Document, EstimateKind, Publication, Published};
use pulso::error::{Error, Param};
use pulso::locale::Text;

const WHOLE: &str = r#"{
  "pulso": 1,
  "title": {"es": "Liderazgo", "en": "Leadership"},
  "locale": "es-PE",
  "datasets": [{"id": "s", "kind": "survey", "source": "s.csv", "basis": "probability", "missing": {"*": [97, "NA"]}}],
  "variables": [{"id": "v", "dataset": "s", "recode": {"from": "x", "values": {"1": 0, "2": "b"}}},
    {"id": "w", "dataset": "s", "index": {"items": ["x", "y"], "rescale": [0, 100]}}],
  "queries": [{"id": "q", "dataset": "s", "estimate": "proportion", "of": {"variable": "v", "is": [1, "b"]}, "by": ["country"],
    "where": {"all": [{"variable": "x", "in": [1]}, {"not": {"variable": "y", "missing": true}}]}, "suppress": {"min_n": 10.0}},
    {"id": "m", "dataset": "s", "estimate": "mean", "of": "x"}],
  "theory": {"columns": [{"id": "c", "title": "C"}], "nodes": [{"id": "N", "column": "c", "level": "impact", "title": "N"}]},
  "charts": [{"id": "c", "kind": "ranking", "query": "q", "reference": "average"}, {"id": "d", "kind": "table", "query": "m", "reference": 0.5}],
  "report": [{"heading": "H"}, {"chart": "c"}, {"theory": true}]
}"#;

fn errors(text: &str) -> Vec<Error> {
    Document::parse(text).unwrap_err()
}

#[track_caller]
fn error(text: &str) -> Error {
    let mut found = errors(text);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

/// A document with this list in place of its own.
fn with(section: &str, list: &str) -> String {
    format!(r#"{{"pulso": 1, "{section}": {list}}}"#)
}

fn place(error: &Error) -> &str {
    error.place.document.as_deref().unwrap()
}

fn text<'a>(error: &'a Error, name: &str) -> &'a str {
    match error.params.get(name) {
        Some(Param::Text(text)) => text,
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn a_whole_document_is_read_as_serde_reads_it() {
    let document = Document::parse(WHOLE).unwrap();
    let plain: Document = serde_json::from_str(&WHOLE.replace("10.0", "10")).unwrap();
    assert_eq!(document, plain);
    assert_eq!(
        document.title,
        Some(Text::Languages(
            [
                ("es".into(), "Liderazgo".into()),
                ("en".into(), "Leadership".into())
            ]
            .into()
        ))
    );
    assert_eq!(
        document.queries[0].of.as_ref().unwrap().is,
        [Code::Number(1.0), Code::Text("b".into())]
    );
    assert_eq!(document.queries[1].estimate, EstimateKind::Mean);
    assert_eq!(document.queries[1].of.as_ref().unwrap().variable, "x");
    assert_eq!(document.charts[1].reference, Some(Reference::Value(0.5)));
    assert_eq!(document.theory.as_ref().unwrap().nodes[0].id, "N");
    let again = serde_json::to_string(&document).unwrap();
    assert_eq!(
        Document::parse(&again).unwrap(),
        document,
        "what is written is read again"
    );
    assert_eq!(Document::parse("\u{feff}{\"pulso\": 1}").unwrap().pulso, 1);
}

#[test]
fn text_that_is_no_json_tells_line_and_column() {
    for (wrong, line, column) in [
        ("{\n  \"pulso\": 1,\n}", 3, 1),
        ("{\"pulso\": ", 1, 10),
        ("", 1, 0),
        ("{\"pulso\": 1} x", 1, 14),
        ("{\"pulso\": 1e999}", 1, 15),
    ] {
        let found = error(wrong);
        assert_eq!(found.code, "invalid_json", "{wrong}");
        assert_eq!(found.params["line"], Param::Count(line), "{wrong}");
        assert_eq!(found.params["column"], Param::Count(column), "{wrong}");
    }
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(
        error(&deep).code,
        "invalid_json",
        "depth is no stack overflow"
    );
}

#[test]
fn a_name_that_stands_twice_is_refused() {
    let found = error("{\"pulso\": 1,\n \"datasets\": [{\"id\": \"a\", \"id\": \"b\"}]}");
    assert_eq!(
        (found.code.as_str(), text(&found, "value")),
        ("duplicate_field", "id")
    );
    assert_eq!(found.params["line"], Param::Count(2));
}

#[test]
fn another_version_is_named_before_anything_else() {
    let found = error(r#"{"pulso": 2, "surveys": []}"#);
    assert_eq!(
        (found.code.as_str(), place(&found)),
        ("unsupported_version", "/pulso")
    );
    assert_eq!(found.params["options"], Param::List(vec!["1".into()]));
    let found = error("{}");
    assert_eq!(
        (found.code.as_str(), place(&found), text(&found, "field")),
        ("missing_field", "", "pulso")
    );
}

#[test]
fn an_unknown_field_has_its_nearest_names() {
    let found = error(&with(
        "queries",
        r#"[{"id": "q", "dataset": "s", "estimate": "mean", "off": "x"}]"#,
    ));
    assert_eq!(
        (found.code.as_str(), place(&found)),
        ("unknown_field", "/queries/0/off")
    );
    assert_eq!(found.hint[0], "of");
    let found = error(r#"{"pulso": 1, "chart": []}"#);
    assert_eq!(
        (place(&found), found.hint[0].as_str()),
        ("/chart", "charts")
    );
    let found = error(&with(
        "queries",
        r#"[{"id": "q", "dataset": "s", "estimate": "mean", "of": {"variable": "x", "iz": [1]}}]"#,
    ));
    assert_eq!(
        (place(&found), found.hint[0].as_str()),
        ("/queries/0/of/iz", "is")
    );
}

#[test]
fn an_unknown_value_has_its_nearest_names() {
    let found = error(&with(
        "queries",
        r#"[{"id": "q", "dataset": "s", "estimate": "proporcion"}]"#,
    ));
    assert_eq!(
        (found.code.as_str(), place(&found)),
        ("unknown_value", "/queries/0/estimate")
    );
    assert_eq!(found.hint, ["proportion"]);
}

#[test]
fn a_wrong_type_says_what_was_expected_and_what_was_found() {
    let query = |field: &str| {
        with(
            "queries",
            &format!(r#"[{{"id": "q", "dataset": "s", "estimate": "mean", {field}}}]"#),
        )
    };
    for (document, at, expected, found) in [
        ("[]".into(), "", "object", "list"),
        (r#"{"pulso": "1"}"#.into(), "/pulso", "whole_number", "text"),
        (
            r#"{"pulso": 1, "title": 5}"#.into(),
            "/title",
            "text_or_texts",
            "number",
        ),
        (
            r#"{"pulso": 1, "title": {"es": 5}}"#.into(),
            "/title/es",
            "text",
            "number",
        ),
        (
            r#"{"pulso": 1, "locale": null}"#.into(),
            "/locale",
            "text",
            "null",
        ),
        (
            r#"{"pulso": 1, "queries": {}}"#.into(),
            "/queries",
            "list",
            "object",
        ),
        (
            r#"{"pulso": 1, "theory": {"nodes": 1}}"#.into(),
            "/theory/nodes",
            "list",
            "number",
        ),
        (
            r#"{"pulso": 1, "theory": []}"#.into(),
            "/theory",
            "object",
            "list",
        ),
        (with("queries", "[null]"), "/queries/0", "object", "null"),
        (query(r#""of": 3"#), "/queries/0/of", "variable", "number"),
        (query(r#""by": "country""#), "/queries/0/by", "list", "text"),
        (
            query(r#""positive": [true]"#),
            "/queries/0/positive/0",
            "number_or_text",
            "yes_no",
        ),
        (
            query(r#""ci": {"level": "high"}"#),
            "/queries/0/ci/level",
            "number",
            "text",
        ),
        (
            query(r#""suppress": {"min_n": 9.5}"#),
            "/queries/0/suppress/min_n",
            "whole_number",
            "number",
        ),
        (
            query(r#""where": {"all": [{"variable": "x", "missing": "a/b"}]}"#),
            "/queries/0/where/all/0/missing",
            "yes_no",
            "text",
        ),
        (
            with("charts", r#"[{"id": "c", "kind": 3}]"#),
            "/charts/0/kind",
            "text",
            "number",
        ),
        (
            with(
                "charts",
                r#"[{"id": "c", "kind": "table", "reference": []}]"#,
            ),
            "/charts/0/reference",
            "number_or_text",
            "list",
        ),
        (
            with(
                "datasets",
                r#"[{"id": "s", "kind": "survey", "source": "s", "missing": {"a/b~c": 1}}]"#,
            ),
            "/datasets/0/missing/a~1b~0c",
            "list",
            "number",
        ),
    ] {
        let wrong = error(&document);
        let named = (
            wrong.code.as_str(),
            place(&wrong),
            text(&wrong, "expected"),
            text(&wrong, "found"),
        );
        assert_eq!(named, ("wrong_type", at, expected, found));
    }
}

#[test]
fn lengths_and_ranges_are_held() {
    let index = |rescale: &str| {
        with(
            "variables",
            &format!(
                r#"[{{"id": "v", "dataset": "s", "index": {{"items": [], "rescale": {rescale}}}}}]"#
            ),
        )
    };
    let found = error(&index("[0, 1, 2]"));
    assert_eq!(
        (found.code.as_str(), place(&found)),
        ("wrong_length", "/variables/0/index/rescale")
    );
    assert_eq!(
        place(&error(&index(r#"[0, "x"]"#))),
        "/variables/0/index/rescale/1"
    );
    let strength = |strength: &str| {
        format!(
            r#"{{"pulso": 1, "theory": {{"links": [{{"from": "a", "to": "b", "strength": {strength}}}]}}}}"#
        )
    };
    for wrong in ["300", "-1"] {
        let found = error(&strength(wrong));
        assert_eq!(
            (found.code.as_str(), place(&found)),
            ("out_of_range", "/theory/links/0/strength")
        );
    }
}

#[test]
fn a_publication_is_read_as_it_was_written() {
    let results = serde_json::json!({"pulso": 1, "results": [{
        "id": "q", "query": {"id": "q", "of": {"variable": "v", "is": [1, -2, 0.5]}}, "columns": [],
        "method": {"estimate": "mean", "basis": null, "variance": null, "interval": null, "level": 0.95, "lonely_psu": null,
                   "lonely_strata": 0, "deff": null, "min_n": 10, "unit": "value"},
        "rows": [{"by": {"country": "PER", "sex": 2}, "category": null, "estimate": 1.0, "se": null, "df": 214.0, "ci": [0.5, 1.5],
                  "n": 231, "n_effective": null, "deff": null, "p": null, "flags": ["lonely_psu"]}],
        "notes": [{"code": "cells_suppressed", "params": {"cells": 3}}],
    }]});
    let document: serde_json::Value = serde_json::from_str(WHOLE).unwrap();
    let publication = serde_json::json!({"document": document, "results": results});
    let read = published(&publication).unwrap();
    assert_eq!(
        serde_json::to_value(&read.results).unwrap(),
        results,
        "whole numbers stay whole"
    );
    assert_eq!(read.document, Document::parse(WHOLE).unwrap());
    let mut wrong = publication.clone();
    wrong["results"]["results"][0]["rows"][0]["n"] = "many".into();
    let found = published(&wrong).unwrap_err();
    assert_eq!(place(&found[0]), "/results/results/0/rows/0/n");
    wrong["results"] = results.clone();
    wrong["document"]["chart"] = 1.into();
    assert_eq!(place(&published(&wrong).unwrap_err()[0]), "/chart");
}

fn published(json: &serde_json::Value) -> Result<Publication, Vec<Error>> {
    Published::from_json(json.clone().into()).map(|published| published.publication().clone())
}

#[test]
fn every_part_tells_its_own_error() {
    let found = errors(
        r#"{"pulso": 1, "reprot": [], "datasets": [{"id": "s", "kind": "surveys", "source": "s"}], "queries": [{"id": "q"},
        {"id": "r", "dataset": "s", "estimate": "mean"}, {"id": "t", "dataset": 1, "estimate": "mean"}],
        "theory": {"nodes": [{"id": "n", "column": "c", "title": "n"}], "linx": []}}"#,
    );
    let named: Vec<(&str, &str)> = found
        .iter()
        .map(|error| (error.code.as_str(), place(error)))
        .collect();
    assert_eq!(
        named,
        [
            ("unknown_field", "/reprot"),
            ("unknown_value", "/datasets/0/kind"),
            ("missing_field", "/queries/0"),
            ("wrong_type", "/queries/2/dataset"),
            ("missing_field", "/theory/nodes/0"),
        ]
    );
}
