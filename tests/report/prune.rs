use super::publication;

#[test]
fn a_chart_keeps_only_what_it_needs() {
    let pruned = publication().prune("c1").expect("a chart");
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
    let text = serde_json::to_string(&pruned).expect("JSON");
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
    let pruned = publication().prune("c1").expect("a chart");
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
    let pruned = publication().prune("t").expect("a chart");
    assert!(pruned.document.theory.is_some());
    assert_eq!(pruned.document.queries.len(), 1);
    assert_eq!(pruned.results.results[0].id, "q2");
}

#[test]
fn an_unknown_chart_is_an_error() {
    assert_eq!(
        publication().prune("c9").expect_err("no such chart").code,
        "unknown_chart"
    );
}

#[test]
fn pruning_twice_changes_nothing() {
    let once = publication().prune("c1").expect("a chart");
    assert_eq!(once.prune("c1").expect("a chart"), once);
}
