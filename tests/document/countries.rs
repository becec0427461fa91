//! Countries in a coding that nobody else uses: the document says which is which.

use pulso::document::{Document, Sources};
use pulso::error::Param;
use pulso::estimate::Results;
use pulso::read::{Options, read};
use serde_json::{Value, json};

fn document(countries: Value) -> Value {
    json!({
        "pulso": 1,
        "datasets": [{
            "id": "heads", "kind": "survey", "source": "heads.csv", "basis": "probability", "country": "where",
            "countries": countries
        }],
        "queries": [{
            "id": "mean", "dataset": "heads", "estimate": "mean", "of": "y", "by": ["country"],
            "suppress": {"rule": "none"}
        }]
    })
}

fn run(countries: Value) -> Results {
    let mut sources = Sources::default();
    let text = "where,y\nSede sur,1\nPerú,2\nSede norte,3\nPER,4\n";
    let held = read("heads.csv", text.as_bytes(), Options::default()).unwrap();
    sources.hold("heads.csv", held);
    sources.run(&Document::parse(&document(countries).to_string()).unwrap())
}

fn rows(results: &Results) -> Vec<(String, Option<f64>)> {
    let rows = results.results[0].rows.iter();
    rows.map(|row| (row.by["country"].to_text(), row.estimate))
        .collect()
}

#[test]
fn what_is_not_recognised_is_listed_and_can_be_mapped() {
    let results = run(json!({}));
    assert_eq!(rows(&results), [(String::from("PER"), Some(3.0))]);
    let unknown = results
        .warnings
        .iter()
        .find(|warning| warning.code == "unknown_country");
    let listed = ["Sede norte", "Sede sur"].map(String::from);
    assert_eq!(
        unknown.unwrap().params.get("value"),
        Some(&Param::List(listed.into()))
    );

    let results = run(json!({"Sede sur": "CHL", "Sede norte": "PER"}));
    assert!(
        results
            .warnings
            .iter()
            .all(|warning| warning.code != "unknown_country")
    );
    let expected = [
        (String::from("CHL"), Some(1.0)),
        (String::from("PER"), Some(3.0)),
    ];
    assert_eq!(rows(&results), expected);
}

#[test]
fn a_code_that_is_no_countrys_is_refused_with_the_nearest() {
    let document = document(json!({"Sede/sur": "CHI"}));
    let errors = Document::parse(&document.to_string()).unwrap().check();
    let place = errors[0].place.document.as_deref();
    assert_eq!(place, Some("/datasets/0/countries/Sede~1sur"));
    assert!(errors[0].hint.contains(&String::from("CHL")), "{errors:?}");
}
