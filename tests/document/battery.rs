//! A battery of items on one scale: what its lists of answers leave out is said.

use pulso::document::{Document, Sources};
use pulso::error::Error;
use pulso::read::{Options, read};
use serde_json::{Value, json};

/// Notes on a battery whose answers go from 1 to 4, with 9 for those who do not know; 99 is no answer.
fn notes(lists: &Value) -> Vec<Error> {
    let mut sources = Sources::default();
    let text = "plans,reviews\n1,4\n2,4\n3,9\n4,2\n9,1\n99,3\n";
    let held = read("heads.csv", text.as_bytes(), Options::default()).unwrap();
    sources.hold("heads.csv", held);
    let mut query = json!({
        "id": "battery", "dataset": "heads", "estimate": "likert", "items": ["plans", "reviews"],
        "suppress": {"rule": "none"}
    });
    query
        .as_object_mut()
        .unwrap()
        .extend(lists.as_object().unwrap().clone());
    let document = json!({
        "pulso": 1,
        "datasets": [{
            "id": "heads", "kind": "survey", "source": "heads.csv", "basis": "probability", "missing": {"*": [99]}
        }],
        "queries": [query]
    });
    let results = sources.run(&Document::parse(&document.to_string()).unwrap());
    assert_eq!(results.errors, vec![]);
    results.results[0].notes.clone()
}

#[test]
fn answers_in_no_list_are_named_once() {
    let left_out = Error::new("answers_outside").with("values", vec![String::from("9")]);
    let lists = json!({"positive": [3, 4], "negative": [1, 2]});
    let said = notes(&lists);
    assert_eq!(said.iter().filter(|note| **note == left_out).count(), 1);

    let all = json!({"positive": [3, 4], "neutral": [9], "negative": [1, 2]});
    let said = notes(&all);
    assert!(said.iter().all(|note| note.code != "answers_outside"));
}
