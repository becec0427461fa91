//! Made-up people whose answers invite every error, and what the engine says of them.

use pulso::chart::Request;
use pulso::document::{Document, Sources};
use pulso::error::{Error, Param};
use pulso::estimate::Results;
use pulso::locale::{Locale, explain};
use pulso::read::{Options, read};
use serde_json::{Value, json};
use std::fmt::Write;

/// Sixty people of two countries: `yes` is 0 or 1, `agree` and `trust` go from 1 to 5, `hours` holds −999, `age` a 99 that is
/// nothing odd. Every tenth `agree` is blank.
pub fn people() -> String {
    let mut text = String::from("country,yes,agree,trust,hours,age,sex\n");
    for person in 0..60 {
        let country = if person % 4 == 0 { "CHL" } else { "PER" };
        let agree = match person % 10 {
            9 => String::new(),
            rest => (rest % 5 + 1).to_string(),
        };
        let hours = if person % 15 == 0 { -999 } else { person % 41 };
        let (yes, trust) = (person % 2, person % 3 + 2);
        let (age, sex) = (40 + person, person % 2 + 1);
        let _ = writeln!(text, "{country},{yes},{agree},{trust},{hours},{age},{sex}");
    }
    text
}

/// A question of five labelled answers, one of two, and a scale that a few labels mark.
pub const CODEBOOK: &str = r#"{"variables": [
    {"name": "agree", "values": [
        {"code": 1, "label": "No"}, {"code": 2, "label": "Rather no"}, {"code": 3, "label": "So so"},
        {"code": 4, "label": "Rather"}, {"code": 5, "label": "Yes"}
    ]},
    {"name": "yes", "values": [{"code": 0, "label": "No"}, {"code": 1, "label": "Yes"}]},
    {"name": "hours", "values": [{"code": 0, "label": "None"}, {"code": 40, "label": "Full time"}]}
]}"#;

/// The results of a document on these people, which is changed so.
pub fn run_on(text: &str, codebook: Option<&str>, change: Value) -> Results {
    let mut sources = Sources::default();
    sources.hold(
        "people.csv",
        read("people.csv", text.as_bytes(), Options::default()).unwrap(),
    );
    let mut document = json!({
        "pulso": 1,
        "datasets": [{"id": "people", "kind": "survey", "source": "people.csv", "basis": "probability"}],
    });
    if let Some(codebook) = codebook {
        sources.attach("people.json", codebook);
        document["datasets"][0]["codebook"] = json!("people.json");
    }
    for (name, value) in change.as_object().unwrap() {
        match name.as_str() {
            "dataset" => {
                for (field, value) in value.as_object().unwrap() {
                    document["datasets"][0][field] = value.clone();
                }
            }
            _ => document[name] = value.clone(),
        }
    }
    for list in ["variables", "queries"] {
        let parts = document.get_mut(list).and_then(Value::as_array_mut);
        for (at, part) in parts.into_iter().flatten().enumerate() {
            part["dataset"] = json!("people");
            if part.get("id").is_none() {
                part["id"] = json!(format!("q{at}"));
            }
        }
    }
    sources.run(&Document::parse(&document.to_string()).unwrap())
}

/// The same without a codebook, on all of them.
pub fn run(change: Value) -> Results {
    run_on(&people(), None, change)
}

/// The code of the only error, after its sentence was made in each language.
#[track_caller]
pub fn refused(results: &Results) -> &Error {
    let [error] = results.errors.as_slice() else {
        panic!("{:?}", results.errors);
    };
    for language in ["es", "pt", "en", "fr"] {
        let sentence = explain(error, &Locale(language.into()));
        assert!(!sentence.contains('{') && sentence.len() > 40, "{sentence}");
    }
    error
}

/// Names as an error lists them.
pub fn list(names: &[&str]) -> Option<Param> {
    Some(Param::List(
        names.iter().map(|name| String::from(*name)).collect(),
    ))
}

/// A chart in English.
pub fn request(chart: &str) -> Request {
    Request {
        chart: chart.into(),
        locale: Locale("en".into()),
        ..Request::default()
    }
}
