//! Notes on data keys: on what there is, and a warning for those on nothing.

use pulso::document::{Document, Sources};
use pulso::read::{Options, read};
use serde_json::json;

const ROWS: &str = "country,score,w\nPER,1,1\nPER,2,1\nCHL,3,1\nCHL,5,1\n";

#[test]
fn a_note_on_nothing_is_warned_of() {
    let mut sources = Sources::default();
    let held = read("rows.csv", ROWS.as_bytes(), Options::default()).unwrap();
    sources.hold("rows.csv", held);
    let note = |at: serde_json::Value| json!({"at": at, "text": "Reforma"});
    let document = json!({
        "pulso": 1,
        "datasets": [{
            "id": "s", "kind": "survey", "source": "rows.csv", "basis": "probability", "country": "country",
            "design": {"weight": "w"}
        }],
        "queries": [{
            "id": "q", "dataset": "s", "estimate": "mean", "of": "score", "by": ["country"]
        }],
        "theory": {
            "columns": [{"id": "c", "title": "Columna"}],
            "nodes": [{"id": "n1", "column": "c", "level": "output", "title": "Nodo"}]
        },
        "charts": [
            {"id": "r", "kind": "ranking", "query": "q", "annotations": [note(json!({"country": "PER"})), note(json!({"country": "PRE"}))]},
            {"id": "t", "kind": "theory", "annotations": [note(json!({"node": "n1"})), note(json!({"node": "n2"}))]}
        ]
    });
    let document = Document::parse(&document.to_string()).unwrap();
    let results = sources.run(&document);
    assert_eq!(results.errors, vec![]);
    let warned: Vec<&str> = results
        .warnings
        .iter()
        .filter(|warning| warning.code == "annotation_without_row")
        .filter_map(|warning| warning.place.document.as_deref())
        .collect();
    assert_eq!(
        warned,
        ["/charts/0/annotations/1", "/charts/1/annotations/1"]
    );
}

#[test]
fn a_note_names_keys_that_there_are() {
    let document = json!({
        "pulso": 1,
        "datasets": [], "queries": [],
        "theory": {
            "columns": [{"id": "c", "title": "Columna"}],
            "nodes": [{"id": "n1", "column": "c", "level": "output", "title": "Nodo"}]
        },
        "charts": [{"id": "t", "kind": "theory", "annotations": [{"at": {"nodo": "n1"}, "text": "x"}]}]
    });
    let document = Document::parse(&document.to_string()).unwrap();
    let errors = document.check();
    let codes: Vec<&str> = errors.iter().map(|error| error.code.as_str()).collect();
    assert_eq!(codes, ["unknown_variable"]);
}
