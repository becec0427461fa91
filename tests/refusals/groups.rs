//! Errors of `statistics.md`, section 5, in what groups and countries are compared by, by name.

use super::people::{people, refused, request, run, run_on};
use super::self_selected::records;
use crate::support::kinds;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use pulso::chart::draw;
use pulso::document::{Document, Publication, Sources};
use pulso::error::Param;
use pulso::estimate::Flag;
use pulso::read::{Options, read};
use serde_json::{Value, json};

#[test]
fn a_subgroup_without_its_n() {
    let mut runner = TestRunner::deterministic();
    let records = records().new_tree(&mut runner).unwrap().current();
    for basis in ["probability", "census", "self_selected"] {
        let document = kinds::document(basis);
        let results = kinds::run(&document, &records);
        for result in &results.results {
            assert!(!result.rows.is_empty(), "{}", result.id);
            for row in &result.rows {
                let says_why = [
                    Flag::TooFew,
                    Flag::FewUnits,
                    Flag::Unreliable,
                    Flag::Secondary,
                    Flag::NoData,
                ];
                let absent = row.flags.iter().any(|flag| says_why.contains(flag));
                assert!(
                    row.n.is_some() || absent && row.estimate.is_none(),
                    "{}: {row:?}",
                    result.id
                );
            }
        }
        for output in kinds::outputs(&document, &results) {
            let lines: Vec<Vec<&str>> = output
                .text
                .lines()
                .map(|line| line.split(',').collect())
                .collect();
            if !output.of.ends_with(".csv") || output.of.starts_with("theory") {
                continue;
            }
            let place = |name: &str| lines[0].iter().position(|head| *head == name).unwrap();
            let (estimate, n) = (place("estimate"), place("n"));
            for line in &lines[1..] {
                assert!(
                    absent(line[estimate]) || !line[n].is_empty(),
                    "{}: {line:?}",
                    output.of
                );
            }
        }
        // What is drawn says it in words.
        let publication = Publication {
            document: document.clone(),
            results: results.clone(),
        };
        for chart in document.charts.iter().filter(|chart| chart.query.is_some()) {
            let scene = draw(&publication, &request(&chart.id)).unwrap();
            let withheld = scene.table.rows.iter().all(|cells| absent(&cells[1]));
            assert!(
                withheld || scene.table.head.iter().any(|head| head == "n"),
                "{}: {:?}",
                chart.id,
                scene.table.head
            );
        }
    }
}

#[test]
fn a_share_pooled_over_countries_where_one_is_half_the_sample() {
    let ask = |query: &Value, fields: Value| {
        let mut query = query.clone();
        query
            .as_object_mut()
            .unwrap()
            .extend(fields.as_object().unwrap().clone());
        run(json!({"dataset": {"country": "country"}, "queries": [query]}))
    };
    for query in [
        json!({"estimate": "proportion", "of": {"variable": "yes", "is": [1]}}),
        json!({"estimate": "mean", "of": "trust", "by": ["sex"]}),
        json!({"estimate": "likert", "items": ["trust"], "positive": [4], "negative": [2]}),
        json!({"estimate": "quantile", "of": "trust", "probs": [0.5]}),
        json!({"estimate": "correlation", "variables": ["trust", "yes"]}),
        json!({"estimate": "regression", "outcome": "trust", "terms": ["yes"]}),
        json!({"estimate": "independence", "variables": ["trust", "yes"]}),
        json!({"estimate": "alpha", "items": ["trust", "yes"]}),
        json!({"estimate": "ratio", "numerator": "trust", "denominator": "age"}),
        json!({"estimate": "sd", "of": "trust"}),
    ] {
        let results = ask(&query, json!({}));
        let error = refused(&results);
        assert_eq!(error.code, "pooled_over_countries", "{query}");
        assert_eq!(
            error.params.get("country"),
            Some(&Param::Text("PER".into()))
        );
        assert_eq!(error.params.get("share"), Some(&Param::Number(0.75)));
        assert!(error.hint.iter().any(|hint| hint.contains("country")));
        assert_eq!(results.results, vec![]);
        // Asked for by name it is answered, and says so.
        let results = ask(&query, json!({"pooled": true}));
        assert_eq!(results.errors, vec![], "{query}");
        assert_eq!(results.results[0].notes[0].code, "pooled");
        // One country alone pools nothing; nor do both apart.
        let one = json!({"where": {"variable": "country", "eq": "CHL"}, "suppress": {"min_n": 5}});
        assert_eq!(ask(&query, one).errors, vec![], "{query}");
        let apart = ask(&query, json!({"by": ["country"], "suppress": {"min_n": 5}}));
        assert_eq!(apart.errors, vec![], "{query}");
        assert!(
            apart.results[0]
                .notes
                .iter()
                .all(|note| note.code != "pooled")
        );
    }
    for sum in [
        json!({"estimate": "count"}),
        json!({"estimate": "total", "of": "yes"}),
    ] {
        assert_eq!(ask(&sum, json!({})).errors, vec![]);
        assert_eq!(
            ask(&sum, json!({"pooled": true})).errors[0].code,
            "field_out_of_place"
        );
    }
    // A country outside the region is one all the same, and two ways of writing one are one.
    let pooled = |text: &str| {
        let query = json!({"estimate": "mean", "of": "trust"});
        let change = json!({"dataset": {"country": "country"}, "queries": [query]});
        let results = run_on(text, None, change);
        let codes = results.errors.iter().map(|error| error.code.clone());
        codes.collect::<Vec<_>>()
    };
    let abroad = people().replace("CHL", "ITA").replace("PER", "FRA");
    assert_eq!(pooled(&abroad), ["pooled_over_countries"]);
    assert_eq!(
        pooled(&people().replace("CHL", "Perú")),
        Vec::<String>::new()
    );
    // A difference of two pooled shares is refused with them.
    let share = |sex: u8| json!({"id": format!("s{sex}"), "estimate": "mean", "of": "trust", "where": {"variable": "sex", "eq": sex}});
    let results = run(json!({
        "dataset": {"country": "country"},
        "queries": [share(1), share(2), {"id": "d", "estimate": "difference", "queries": ["s1", "s2"]}]
    }));
    let codes: Vec<&str> = results
        .errors
        .iter()
        .map(|error| error.code.as_str())
        .collect();
    // Everybody of sex 2 is of one country.
    let places: Vec<&str> = results
        .errors
        .iter()
        .filter_map(|error| error.place.document.as_deref())
        .collect();
    assert_eq!(codes, ["pooled_over_countries"; 2]);
    assert_eq!(places, ["/queries/0", "/queries/2"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    /// Two groups of one clustered sample share their sampling units. Their difference has the error of the coefficient of a
    /// regression on the group, which knows no domains, and not that of two independent samples.
    #[test]
    fn a_difference_tested_as_if_domains_were_independent(records in records()) {
        let mut sources = Sources::default();
        let text = kinds::file(&records);
        sources.hold("survey.csv", read("survey.csv", text.as_bytes(), Options::default()).unwrap());
        let group = |yes: u8| json!({
            "id": format!("g{yes}"), "dataset": "s", "estimate": "mean", "of": "pv2",
            "where": {"variable": "yes", "eq": yes}, "suppress": {"rule": "none"}
        });
        let document = json!({
            "pulso": 1,
            "datasets": [{
                "id": "s", "kind": "survey", "source": "survey.csv", "basis": "probability",
                "design": {"weight": "weight", "strata": ["stratum"], "clusters": ["cluster"], "nest": true}
            }],
            "queries": [
                {"id": "fit", "dataset": "s", "estimate": "regression", "outcome": "pv2", "terms": ["yes"]},
                {"id": "pairs", "dataset": "s", "estimate": "mean", "of": "pv2", "by": ["yes"],
                 "compare": {"with": "pairs"}, "suppress": {"rule": "none"}},
                {"id": "one", "dataset": "s", "estimate": "mean", "of": "pv2", "by": ["yes"],
                 "compare": {"with": "1"}, "suppress": {"rule": "none"}},
                group(0),
                group(1),
                {"id": "queries", "dataset": "s", "estimate": "difference", "queries": ["g0", "g1"], "suppress": {"rule": "none"}},
            ]
        });
        let results = sources.run(&Document::parse(&document.to_string()).unwrap());
        prop_assert_eq!(&results.errors, &vec![]);
        let of = |id: &str| results.results.iter().find(|result| result.id == id).unwrap();
        let slope = of("fit").rows[1].se.unwrap();
        for se in [of("pairs").comparisons[0].se, of("one").comparisons[0].se, of("queries").rows[0].se] {
            prop_assert!((se.unwrap() / slope - 1.0).abs() < 1e-8, "{se:?} {slope}");
        }
        let apart: f64 = of("pairs").rows.iter().map(|row| row.se.unwrap().powi(2)).sum();
        prop_assert!((apart.sqrt() / slope - 1.0).abs() > 1e-6);
    }
}

/// The title of a ranking of two countries with these values and half widths.
fn title_of(countries: &[(&str, f64, f64)], basis: &str, kind: &str) -> [String; 2] {
    let rows = countries.iter().map(|(country, value, half)| {
        let ci = match basis {
            "probability" => json!([value - half, value + half]),
            _ => Value::Null,
        };
        let flags = match basis {
            "probability" => json!([]),
            other => json!([other]),
        };
        json!({
            "by": {"country": country}, "category": null, "estimate": value, "se": null, "df": null, "ci": ci, "n": 100,
            "n_effective": null, "deff": null, "p": null, "flags": flags
        })
    });
    let rows: Vec<Value> = rows.collect();
    let query = json!({"id": "q", "dataset": "d", "estimate": "proportion", "of": {"variable": "v", "is": [1]}, "by": ["country"]});
    let publication = json!({
        "document": {
            "pulso": 1,
            "datasets": [{"id": "d", "kind": "survey", "source": "d.csv", "basis": basis}],
            "queries": [query],
            "charts": [{"id": "c", "kind": kind, "query": "q"}]
        },
        "results": {"pulso": 1, "results": [{
            "id": "q", "query": query, "columns": [{"name": "country"}], "rows": rows, "notes": [],
            "method": {
                "estimate": "proportion", "basis": basis, "variance": null, "interval": null, "level": 0.95, "lonely_psu": null,
                "lonely_strata": 0, "deff": null, "min_n": 10, "unit": "share"
            }
        }]}
    });
    let publication: Publication = serde_json::from_value(publication).unwrap();
    let scene = draw(&publication, &request("c")).unwrap();
    [scene.title, scene.description]
}

#[test]
fn a_rank_without_its_interval() {
    for kind in ["ranking", "grouped_bars"] {
        // The two highest overlap and the lowest is alone: only the lowest has a name.
        let close = [("CHL", 0.2, 0.05), ("PER", 0.6, 0.05), ("URY", 0.65, 0.05)];
        for text in title_of(&close, "probability", kind) {
            assert!(text.contains("20% (Chile)"), "{text}");
            assert!(text.contains("65%") && !text.contains("Uruguay"), "{text}");
        }
        let apart = [("CHL", 0.2, 0.05), ("PER", 0.5, 0.05), ("URY", 0.65, 0.05)];
        for text in title_of(&apart, "probability", kind) {
            assert!(text.contains("65% (Uruguay)"), "{text}");
        }
        // Everybody was asked, or whoever answered is all that is spoken of: there is no interval to overlap.
        for basis in ["census", "self_selected"] {
            for text in title_of(&close, basis, kind) {
                assert!(text.contains("65% (Uruguay)"), "{text}");
            }
        }
        let even = [("CHL", 0.2, 0.0), ("PER", 0.65, 0.0), ("URY", 0.65, 0.0)];
        for text in title_of(&even, "census", kind) {
            assert!(text.contains("65%") && !text.contains("Uruguay"), "{text}");
        }
    }
}

/// Whether a cell has no number: a letter says why, and a test has none to give.
fn absent(cell: &str) -> bool {
    ["", "–", "a", "c", "m", "w", "x"].contains(&cell)
}
