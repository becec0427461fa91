use super::publication;
use pulso::document::{Publication, Published, SHARED};
use pulso::error::Error;
use pulso::locale::catalogue::error;
use pulso::report::{Options, report};

/// What is left of a publication, and its text.
fn prune(chart: &str) -> Result<(Publication, String), Error> {
    let pruned = Published::from(publication()).prune(chart)?;
    Ok((pruned.publication().clone(), pruned.to_json()))
}

#[test]
fn a_chart_keeps_only_what_it_needs() {
    let (pruned, text) = prune("c1").expect("a chart");
    let ids = |ids: Vec<&str>| ids.join(" ");
    let document = &pruned.document;
    assert_eq!(
        ids(document
            .charts
            .iter()
            .map(|chart| chart.id.as_str())
            .collect()),
        "c1"
    );
    assert_eq!(
        ids(document
            .queries
            .iter()
            .map(|query| query.id.as_str())
            .collect()),
        "q1"
    );
    assert_eq!(
        ids(document
            .datasets
            .iter()
            .map(|dataset| dataset.id.as_str())
            .collect()),
        "erce"
    );
    assert_eq!(
        ids(document
            .variables
            .iter()
            .map(|variable| variable.id.as_str())
            .collect()),
        "observes"
    );
    assert_eq!(
        ids(pruned
            .results
            .results
            .iter()
            .map(|result| result.id.as_str())
            .collect()),
        "q1"
    );
    assert!(document.theory.is_none());
    assert!(document.report.is_empty());
    for gone in [
        "Secret",
        "other.csv",
        "q2",
        "IDSCHOOL",
        "codebook.json",
        "DDIT40",
        "Indicador",
    ] {
        assert!(!text.contains(gone), "{gone}");
    }
    assert!(text.contains("ERCE 2019"));
}

#[test]
fn warnings_follow_what_they_speak_of() {
    let (pruned, _) = prune("c1").expect("a chart");
    let places: Vec<&str> = pruned
        .results
        .warnings
        .iter()
        .filter_map(|warning| warning.place.document.as_deref())
        .collect();
    assert_eq!(places, ["/datasets/0/source", "/queries/0"]);
    assert!(pruned.results.errors.is_empty());
}

#[test]
fn a_theory_keeps_its_indicators_queries() {
    let (pruned, _) = prune("t").expect("a chart");
    assert!(pruned.document.theory.is_some());
    assert_eq!(pruned.document.queries.len(), 1);
    assert_eq!(pruned.results.results[0].id, "q2");
}

#[test]
fn an_unknown_chart_is_an_error() {
    assert_eq!(
        prune("c9").expect_err("no such chart").code,
        "unknown_chart"
    );
}

#[test]
fn pruning_twice_changes_nothing() {
    let once = Published::from(publication()).prune("c1").expect("a chart");
    assert_eq!(once.prune("c1").expect("a chart"), once);
}

#[test]
fn what_nobody_understands_is_not_handed_on() {
    let mut json = serde_json::to_value(publication()).expect("JSON");
    json["results"]["records"] = serde_json::json!([{"name": "Ana Quispe"}]);
    json["results"]["results"][0]["rows"][1]["records"] = serde_json::json!(["Ana Quispe"]);
    json["results"]["results"][0]["notes"][0]["place"] = serde_json::json!({"name": "Ana Quispe"});
    let published = Published::from_json(json.into()).expect("a publication");
    let pruned = published.prune("c1").expect("a chart");
    assert!(!pruned.to_json().contains("Quispe"));
    assert!(!published.to_json().contains("Quispe"));
}

#[test]
fn no_code_is_handed_on_but_those_of_the_sample() {
    let mut publication = publication();
    let noticed: Vec<Error> = error::all()
        .map(|(code, _)| {
            Error::new(code)
                .with("value", "Ana Quispe")
                .at("/datasets/1")
        })
        .collect();
    assert!(noticed.len() > 2 * SHARED.len());
    publication.results.errors = noticed.clone();
    publication.results.warnings = noticed.clone();
    for result in &mut publication.results.results {
        result.notes = noticed.clone();
    }
    let published = Published::from(publication);
    let pruned = published.prune("c1").expect("a chart");
    let results = &pruned.publication().results;
    assert_eq!(results.errors, []);
    for handed_on in [&results.warnings, &results.results[0].notes] {
        let mut codes: Vec<&str> = handed_on.iter().map(|error| error.code.as_str()).collect();
        let mut shared = SHARED.to_vec();
        codes.sort_unstable();
        shared.sort_unstable();
        assert_eq!(codes, shared);
    }
    let page = report(&published, &Options::default()).expect("a report");
    for error in &noticed {
        let named = page.contains(&format!("\"code\":\"{}\"", error.code));
        assert_eq!(
            named,
            SHARED.contains(&error.code.as_str()),
            "{}",
            error.code
        );
    }
}
