//! Every value of the example in turn becomes something else: an error or a document, and never a panic.

use pulso::document::{Document, Publication};
use pulso::theory;
use serde_json::{Value, json};

const EXAMPLE: &str = include_str!("../../examples/erce.pulso.json");

/// Pointers to every value below, itself among them.
fn pointers(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                pointers(element, format!("{at}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                pointers(field, format!("{at}/{name}"), found);
            }
        }
        _ => {}
    }
    found.push(at);
}

#[test]
fn no_value_brings_it_down() {
    let example: Value = serde_json::from_str(EXAMPLE).unwrap();
    let mut places = Vec::new();
    pointers(&example, String::new(), &mut places);
    // One language of each text will do.
    places.retain(|place| {
        !["/pt", "/en", "/fr"]
            .iter()
            .any(|language| place.ends_with(language))
    });
    let strange = [
        json!(null),
        json!(-1),
        json!("\u{0}ñ\u{1F600}"),
        json!([]),
        json!({"": 0}),
    ];
    let mut refused = 0;
    for place in &places {
        for value in &strange {
            let mut changed = example.clone();
            *changed.pointer_mut(place).unwrap() = value.clone();
            match Document::from_json(&mut changed.clone().into()) {
                Err(errors) => {
                    refused += 1;
                    // A place names something that is there, or the field of something that is.
                    for error in errors {
                        let at = error.place.document.unwrap();
                        let parent = at.rsplit_once('/').map_or("", |(parent, _)| parent);
                        assert!(
                            changed.pointer(&at).or(changed.pointer(parent)).is_some(),
                            "{at}"
                        );
                    }
                }
                Ok(document) => {
                    document.check();
                    let results =
                        serde_json::from_value(json!({"pulso": 1, "results": []})).unwrap();
                    theory::assess(&Publication { document, results });
                }
            }
        }
    }
    assert!(
        refused > places.len() * 2,
        "{refused} of {} refused",
        places.len() * strange.len()
    );
}
