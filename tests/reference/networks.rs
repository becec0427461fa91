//! Measures of two well-known networks, held against igraph's (`../shared/data/network/reference_igraph.json`).

use pulso::codebook::Code;
use pulso::document::{Document, Sources};
use pulso::estimate::QueryResult;
use pulso::read::{Options, read};
use serde_json::{Value, json};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/network");

/// The answer for a network, and igraph's; nothing where the data are absent.
fn asked(name: &str, directed: bool, by: &[&str]) -> Option<(QueryResult, Value)> {
    let Ok(reference) = std::fs::read_to_string(format!("{FOLDER}/reference_igraph.json")) else {
        println!("skipped: ../shared is absent");
        return None;
    };
    let reference: Value = serde_json::from_str(&reference).unwrap();
    let all = reference["results"].as_array().unwrap();
    let of_name = |result: &&Value| result["dataset"].as_str().unwrap().starts_with(name);
    let found = all.iter().find(of_name).unwrap().clone();
    let mut sources = Sources::default();
    for part in ["nodes", "edges"] {
        let file = format!("{name}_{part}.csv");
        let bytes = std::fs::read(format!("{FOLDER}/{file}")).unwrap();
        sources.hold(&file, read(&file, &bytes[..], Options::default()).unwrap());
    }
    let document = json!({
        "pulso": 1,
        "datasets": [{
            "id": "n", "kind": "network", "source": format!("{name}_nodes.csv"), "ties": format!("{name}_edges.csv"),
            "directed": directed, "public": true
        }],
        "queries": [{"id": "q", "dataset": "n", "estimate": "network", "by": by}]
    });
    let document = Document::parse(&document.to_string()).unwrap();
    let results = sources.run(&document);
    assert_eq!(results.errors, vec![]);
    assert_eq!(results.warnings, vec![]);
    Some((results.results.into_iter().next().unwrap(), found))
}

/// The value of a measure, of a member or of the whole.
fn value(result: &QueryResult, measure: &str, node: Option<&str>) -> f64 {
    let mut rows = result.rows.iter();
    let row = rows.find(|row| {
        let member = row.by.get("node").map(Code::key);
        row.item.as_deref() == Some(measure) && member.as_deref() == node
    });
    row.unwrap().estimate.unwrap()
}

fn close(value: f64, reference: &Value) {
    let expected = reference.as_f64().unwrap();
    assert!(
        (value - expected).abs() < 1e-11 * expected.abs().max(1.0),
        "{value} is not {expected}"
    );
}

fn held(name: &str, directed: bool, by: &[&str]) -> Option<QueryResult> {
    let (result, reference) = asked(name, directed, by)?;
    close(value(&result, "density", None), &reference["density"]);
    close(
        value(&result, "transitivity", None),
        &reference["transitivity_global"],
    );
    close(
        value(&result, "components", None),
        &reference["components_weak"],
    );
    let ties = result
        .rows
        .iter()
        .filter(|row| row.item.as_deref() == Some("tie"));
    assert_eq!(ties.count() as u64, reference["edges"].as_u64().unwrap());
    for (measure, of) in [
        ("degree", "degree_total"),
        ("betweenness", "betweenness_unweighted"),
    ] {
        let members = reference[of].as_object().unwrap();
        assert_eq!(members.len() as u64, reference["nodes"].as_u64().unwrap());
        for (member, expected) in members {
            close(value(&result, measure, Some(member)), expected);
        }
    }
    Some(result)
}

#[test]
fn a_directed_network_with_weights_is_as_igraph_measures_it() {
    let Some(result) = held("networkers", true, &["Discipline"]) else {
        return;
    };
    // By hand, from the file: 17 sociologists, 6 anthropologists, 3 mathematicians, 6 others.
    let shares = [17.0, 6.0, 3.0, 6.0].map(|count: f64| (count / 32.0) * (count / 32.0));
    close(
        value(&result, "blau", None),
        &json!(1.0 - shares.iter().sum::<f64>()),
    );
    // The weights of a member are those of the ties that name him.
    let edges = std::fs::read_to_string(format!("{FOLDER}/networkers_edges.csv")).unwrap();
    let own = edges
        .lines()
        .filter(|line| line.split(',').take(2).any(|name| name == "Ron Burt"));
    let weight: f64 = own
        .map(|line| line.rsplit(',').next().unwrap().parse::<f64>().unwrap())
        .sum();
    close(value(&result, "strength", Some("Ron Burt")), &json!(weight));
}

#[test]
fn an_undirected_network_is_as_igraph_measures_it() {
    let Some(result) = held("southern_women", false, &["type"]) else {
        return;
    };
    // Every tie is one of a woman and an event.
    close(value(&result, "ei_index", None), &json!(1.0));
    let shares = [18.0, 14.0].map(|count: f64| (count / 32.0) * (count / 32.0));
    close(
        value(&result, "blau", None),
        &json!(1.0 - shares.iter().sum::<f64>()),
    );
}
