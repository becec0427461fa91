//! Where a theory of change stands, worked by hand from statistics.md section 4.

mod hub;
mod leverage;

use pulso::codebook::Code;
use pulso::document::Publication;
use pulso::estimate::{Flag, Row};
use pulso::indicator::Status;
use pulso::theory::{Assessment, Reading, Theory, assess};
use serde_json::{Value, json};

/// Three nodes in a row and one of context. Everything runs from 0 in 2010 to 1 in 2020, so that in 2015 half is expected.
fn publication(rows: Value, indicators: Value) -> Publication {
    let node = |id: &str| json!({"id": id, "column": "c", "level": "outcome", "title": id});
    let mut context = node("D");
    context["context_only"] = json!(true);
    serde_json::from_value(json!({
        "document": {
            "pulso": 1,
            "datasets": [{"id": "s", "kind": "survey", "source": "s.csv", "basis": "probability", "date": "2015"}],
            "queries": [{"id": "q", "dataset": "s", "estimate": "mean", "of": "x", "by": ["country"], "average": {"over": "country"}}],
            "theory": {
                "columns": [{"id": "c", "title": "C"}],
                "nodes": [node("A"), node("B"), node("C"), context],
                "links": [
                    {"from": "A", "to": "B", "strength": 3}, {"from": "A", "to": "C"}, {"from": "B", "to": "C", "strength": 1},
                    {"from": "C", "to": "B", "strength": 2}, {"from": "B", "to": "D"}, {"from": "B", "to": "A"},
                ],
                "indicators": indicators,
            },
        },
        "results": {"pulso": 1, "results": [{
            "id": "q", "query": {}, "columns": [], "notes": [], "rows": rows,
            "method": {"estimate": "mean", "basis": "probability", "variance": "taylor", "interval": "t", "level": 0.95,
                       "lonely_psu": "fail", "lonely_strata": 0, "deff": null, "min_n": 10, "unit": "value"},
        }]},
    }))
    .unwrap()
}

fn row(country: &str, estimate: Option<f64>, flags: Value) -> Value {
    let mut row = json!({"by": {"country": country}, "category": null, "estimate": estimate, "se": null, "df": null, "ci": null,
        "n": null, "n_effective": null, "deff": null, "p": null, "flags": flags});
    if estimate.is_some() {
        row["n"] = json!(40);
    }
    row
}

fn rows() -> Value {
    json!([
        row("CHL", Some(0.9), json!([])),
        row("PER", None, json!(["too_few"])),
        row("average", Some(0.5), json!(["partial_average"]))
    ])
}

fn by_hand(id: &str, node: &str, value: f64) -> Value {
    let mut indicator = by_query(id, node);
    indicator["query"] = Value::Null;
    indicator["observations"] = json!([{"value": value, "date": "2015"}]);
    indicator
}

fn by_query(id: &str, node: &str) -> Value {
    json!({"id": id, "node": node, "title": id, "query": "q", "unit": "score",
        "baseline": {"value": 0, "date": "2010"}, "targets": [{"value": 1, "date": "2020"}]})
}

fn stand(rows: Value, indicators: Value) -> Assessment {
    assess(&publication(rows, indicators))
}

#[test]
fn an_indicator_takes_the_average_or_the_row_it_names() {
    let mut chile = by_query("chile", "A");
    chile["row"] = json!({"country": "CHL"});
    let mut peru = by_query("peru", "A");
    peru["row"] = json!({"country": "PER"});
    let mut nowhere = by_query("nowhere", "A");
    nowhere["row"] = json!({"country": "XXX"});
    let found = stand(
        rows(),
        json!([by_query("average", "A"), chile, peru, nowhere]),
    );
    let values: Vec<_> = found
        .indicators
        .iter()
        .map(|standing| standing.value)
        .collect();
    assert_eq!(values, [Some(0.5), Some(0.9), None, None]);
    assert_eq!(found.indicators[0].flags, [Flag::PartialAverage]);
    assert_eq!(
        found.indicators[0].date.as_deref(),
        Some("2015"),
        "the data set's date"
    );
    assert_eq!(found.indicators[0].pace, Some(1.0));
    assert_eq!(
        found.indicators[2].flags,
        [Flag::TooFew],
        "withheld, not absent"
    );
    assert_eq!(found.indicators[2].status, Status::NoData);
    assert_eq!(found.errors[0].code, "unknown_row");
    assert_eq!(
        found.errors[0].place.document.as_deref(),
        Some("/theory/indicators/3/row")
    );
    let only = stand(
        json!([row("CHL", Some(0.9), json!([]))]),
        json!([by_query("only", "A")]),
    );
    assert_eq!(only.indicators[0].value, Some(0.9));
}

#[test]
fn a_code_is_the_same_as_number_and_as_text() {
    let mut publication = publication(rows(), json!([by_query("i", "A")]));
    let row: &mut Row = &mut publication.results.results[0].rows[0];
    row.by.insert("sex".into(), Code::Number(2.0));
    let theory = publication.document.theory.as_mut().unwrap();
    theory.indicators[0]
        .row
        .insert("sex".into(), Code::Text("2".into()));
    assert_eq!(assess(&publication).indicators[0].value, Some(0.9));
}

/// Progress 0.5, 1.4 and −0.3, capped: (0.5 + 1 + 0)/3 = 0.5. The weakest is the raw −0.3.
#[test]
fn a_node_is_the_mean_of_capped_progress_with_its_weakest_beside_it() {
    let found = stand(
        rows(),
        json!([
            by_query("i", "A"),
            by_hand("over", "A", 1.4),
            by_hand("under", "A", -0.3)
        ]),
    );
    let node = &found.nodes[0];
    assert_eq!(
        (node.progress, node.weakest.as_deref(), node.status),
        (Some(0.5), Some("under"), Status::MovingAway)
    );
    assert_eq!((node.observed, node.total), (3, 3));
    assert_eq!(
        found.indicators[1].progress,
        Some(1.4),
        "raw, for whoever wants it"
    );
    let empty = &found.nodes[1];
    assert_eq!(
        (empty.progress, empty.status, empty.total),
        (None, Status::NoData, 0)
    );
}

#[test]
fn below_half_of_the_indicators_a_node_has_no_progress() {
    let silent = |id: &str| json!({"id": id, "node": "A", "title": id});
    let half = stand(rows(), json!([by_hand("a", "A", 0.2), silent("b")]));
    assert_eq!(
        (
            half.nodes[0].progress,
            half.nodes[0].observed,
            half.nodes[0].total
        ),
        (Some(0.2), 1, 2)
    );
    let less = stand(
        rows(),
        json!([by_hand("a", "A", 0.2), silent("b"), silent("c")]),
    );
    assert_eq!(
        (less.nodes[0].progress, less.nodes[0].status),
        (None, Status::OffTrack)
    );
    let untargeted = json!([{"id": "a", "node": "A", "title": "a", "observations": [{"value": 1, "date": "2015"}]}]);
    let due = stand(rows(), untargeted);
    assert_eq!(
        (
            due.nodes[0].progress,
            due.nodes[0].status,
            due.nodes[0].observed
        ),
        (None, Status::NotDue, 1)
    );
}

#[test]
fn a_link_reads_from_its_evidence_and_from_both_its_ends() {
    use Reading::*;
    let readings = |a: f64, b: f64, c: f64| -> Vec<Reading> {
        let indicators = json!([
            by_hand("a", "A", a),
            by_hand("b", "B", b),
            by_hand("c", "C", c),
            by_hand("d", "D", 1.0)
        ]);
        stand(rows(), indicators)
            .links
            .iter()
            .map(|link| link.reading)
            .collect()
    };
    // A→B (3), A→C (none), B→C (1), C→B (2), B→D (context, none), B→A (none).
    assert_eq!(
        readings(0.5, 0.5, 0.5),
        [
            Supported, Plausible, Plausible, Supported, Untested, Plausible
        ]
    );
    assert_eq!(
        readings(0.5, -0.5, 0.5),
        [
            Contradicted,
            Plausible,
            Plausible,
            Contradicted,
            Untested,
            Untested
        ]
    );
    assert_eq!(
        readings(0.0, 0.0, 0.0),
        [
            Plausible, Untested, Plausible, Plausible, Untested, Untested
        ]
    );
}

#[test]
fn a_movement_within_its_error_is_none() {
    let mut a = by_hand("a", "A", 0.5);
    a["observations"][0]["se"] = json!(0.3);
    let found = stand(rows(), json!([a, by_hand("c", "C", 0.5)]));
    assert_eq!(
        found.links[1].reading,
        Reading::Untested,
        "0.5 ± 0.59 has not moved for certain"
    );
}

#[test]
fn a_contradicting_target_keeps_the_value_and_says_why_there_is_no_status() {
    let mut wrong = by_query("i", "A");
    wrong["direction"] = json!("down");
    let found = stand(rows(), json!([wrong]));
    assert_eq!(
        (found.indicators[0].value, found.indicators[0].status),
        (Some(0.5), Status::NotDue)
    );
    assert_eq!(found.errors[0].code, "target_against_direction");
    assert_eq!(
        found.errors[0].place.document.as_deref(),
        Some("/theory/indicators/0/targets/0/value")
    );
}

#[test]
fn the_check_names_what_does_not_hang_together() {
    let theory: Theory = serde_json::from_value(json!({
        "columns": [{"id": "c", "title": "C"}, {"id": "c", "title": "C"}],
        "nodes": [{"id": "N1", "column": "d", "level": "output", "title": "1"}, {"id": "N1", "column": "c", "level": "output", "title": "1"}],
        "links": [{"from": "N1", "to": "N1"}, {"from": "N1", "to": "N9", "strength": 5}],
        "indicators": [{"id": "i", "node": "M", "title": "i", "targets": [{"value": 1, "date": "x"}]}, {"id": "i", "node": "N1", "title": "i"}],
    }))
    .unwrap();
    let found: Vec<(String, String)> = theory
        .check()
        .into_iter()
        .map(|error| (error.code, error.place.document.unwrap()))
        .collect();
    let wanted = [
        ("duplicate_id", "/theory/columns/1/id"),
        ("duplicate_id", "/theory/nodes/1/id"),
        ("duplicate_id", "/theory/indicators/1/id"),
        ("unknown_theory_column", "/theory/nodes/0/column"),
        ("link_to_itself", "/theory/links/0"),
        ("unknown_node", "/theory/links/1/to"),
        ("out_of_range", "/theory/links/1/strength"),
        ("unknown_node", "/theory/indicators/0/node"),
        ("missing_baseline", "/theory/indicators/0/targets"),
        ("invalid_date", "/theory/indicators/0/targets/0/date"),
    ];
    assert_eq!(
        found,
        wanted.map(|(code, at)| (code.to_string(), at.to_string()))
    );
}
