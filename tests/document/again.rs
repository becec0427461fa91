//! Running again: what is kept from one run to the next must never show.

use pulso::document::{Document, Sources};
use pulso::read::{Options, read};
use serde_json::{Value, json};

const CODEBOOK: &str =
    r#"{"variables": [{"name": "yes", "values": [{"code": 1, "label": "Yes"}]}]}"#;

/// Forty people in four districts; every third is of another country, every fifth says yes.
fn people(heavy: f64) -> String {
    let mut text = String::from("country,district,weight,yes\n");
    for person in 0..40 {
        let country = if person % 3 == 0 { "PER" } else { "CHL" };
        let weight = if person < 10 { heavy } else { 1.0 };
        let yes = i32::from(person % 5 == 0);
        text += &format!("{country},{},{weight},{yes}\n", person % 4);
    }
    text
}

fn hold(sources: &mut Sources, text: &str) {
    let table = read("people.csv", text.as_bytes(), Options::default());
    sources.hold("people.csv", table.expect("the file is a table"));
}

fn document() -> Value {
    json!({
        "pulso": 1,
        "datasets": [{
            "id": "people", "kind": "survey", "source": "people.csv", "codebook": "people.json",
            "basis": "probability", "country": "country",
            "design": {"weight": "weight", "clusters": ["district"]}
        }],
        "variables": [{"id": "side", "dataset": "people", "recode": {
            "from": "district", "values": {"0": "north", "1": "north", "2": "south", "3": "south"}
        }}],
        "queries": [{
            "id": "yes", "dataset": "people", "estimate": "proportion",
            "of": {"variable": "yes", "is": [1]}, "by": ["side"],
            "where": {"variable": "country", "in": ["CHL"]}, "suppress": {"rule": "none"}
        }]
    })
}

/// The same document with one value in another's place.
fn with(pointer: &str, value: Value) -> Value {
    let mut document = document();
    *document
        .pointer_mut(pointer)
        .expect("the document has the place") = value;
    document
}

fn run(sources: &Sources, document: &Value) -> String {
    let document = Document::parse(&document.to_string()).expect("the document is valid");
    let results = sources.run(&document);
    assert_eq!(results.errors, vec![]);
    results.to_json()
}

fn fresh(text: &str, codebook: &str) -> Sources {
    let mut sources = Sources::default();
    hold(&mut sources, text);
    sources.attach("people.json", codebook);
    sources
}

#[test]
fn a_changed_document_is_answered_as_if_it_were_the_first() {
    let sources = fresh(&people(2.0), CODEBOOK);
    let changes = [
        ("/datasets/0/design", json!({"clusters": ["district"]})),
        ("/datasets/0/design", json!({"weight": "weight"})),
        ("/datasets/0/basis", json!("census")),
        ("/datasets/0/missing", json!({"yes": [0]})),
        ("/variables/0/recode/values/0", json!("south")),
        ("/queries/0/by", json!(["district"])),
        ("/queries/0/by", json!([])),
        ("/queries/0/where/in", json!(["PER"])),
        ("/queries/0/of/is", json!([0])),
    ];
    let first = run(&sources, &document());
    for (pointer, value) in changes {
        let changed = match pointer {
            "/datasets/0/missing" => {
                let mut changed = document();
                changed["datasets"][0]["missing"] = value;
                changed
            }
            _ => with(pointer, value),
        };
        let again = run(&sources, &changed);
        assert_ne!(again, first, "{pointer} changes nothing");
        assert_eq!(
            again,
            run(&fresh(&people(2.0), CODEBOOK), &changed),
            "{pointer}"
        );
        assert_eq!(run(&sources, &document()), first, "back from {pointer}");
    }
}

#[test]
fn a_changed_file_is_answered_as_if_it_were_the_first() {
    let mut sources = fresh(&people(2.0), CODEBOOK);
    let first = run(&sources, &document());

    hold(&mut sources, &people(3.0));
    let heavier = run(&sources, &document());
    assert_ne!(heavier, first);
    assert_eq!(heavier, run(&fresh(&people(3.0), CODEBOOK), &document()));

    let renamed = CODEBOOK.replace("Yes", "Sí");
    sources.attach("people.json", &renamed);
    let labelled = run(&sources, &document());
    assert_ne!(labelled, heavier);
    assert_eq!(labelled, run(&fresh(&people(3.0), &renamed), &document()));
}
