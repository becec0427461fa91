//! Each error of `statistics.md`, section 5, by name.

use super::self_selected::records;
use crate::support::kinds;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use pulso::chart::{Request, draw};
use pulso::document::{Document, Publication, Sources};
use pulso::error::{Error, Param};
use pulso::estimate::{Flag, Results};
use pulso::locale::{Locale, explain};
use pulso::paint;
use pulso::read::{Options, read};
use serde_json::{Value, json};
use std::fmt::Write;

/// Sixty people of two countries: `yes` is 0 or 1, `agree` and `trust` go from 1 to 5, `hours` holds −999, `age` a 99 that is
/// nothing odd. Every tenth `agree` is blank.
fn people() -> String {
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
const CODEBOOK: &str = r#"{"variables": [
    {"name": "agree", "values": [
        {"code": 1, "label": "No"}, {"code": 2, "label": "Rather no"}, {"code": 3, "label": "So so"},
        {"code": 4, "label": "Rather"}, {"code": 5, "label": "Yes"}
    ]},
    {"name": "yes", "values": [{"code": 0, "label": "No"}, {"code": 1, "label": "Yes"}]},
    {"name": "hours", "values": [{"code": 0, "label": "None"}, {"code": 40, "label": "Full time"}]}
]}"#;

fn run_on(text: &str, codebook: Option<&str>, change: Value) -> Results {
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

fn run(change: Value) -> Results {
    run_on(&people(), None, change)
}

/// The code of the only error, after its sentence was made in each language.
#[track_caller]
fn refused(results: &Results) -> &Error {
    let [error] = results.errors.as_slice() else {
        panic!("{:?}", results.errors);
    };
    for language in ["es", "pt", "en", "fr"] {
        let sentence = explain(error, &Locale(language.into()));
        assert!(!sentence.contains('{') && sentence.len() > 40, "{sentence}");
    }
    error
}

fn list(names: &[&str]) -> Option<Param> {
    Some(Param::List(
        names.iter().map(|name| String::from(*name)).collect(),
    ))
}

#[test]
fn zeros_and_ones_read_under_one_to_five() {
    let likert = json!({"estimate": "likert", "items": ["agree", "yes"], "positive": [4, 5], "negative": [1, 2]});
    let share = json!({"estimate": "proportion", "of": {"variable": "yes", "is": [4, 5]}});
    for codebook in [None, Some(CODEBOOK)] {
        for query in [&likert, &share] {
            let results = run_on(&people(), codebook, json!({"queries": [query]}));
            let error = refused(&results);
            assert_eq!(error.code, "other_scale");
            assert_eq!(error.place.column.as_deref(), Some("yes"));
            assert_eq!(error.params.get("answers"), list(&["4", "5"]).as_ref());
            assert_eq!(error.params.get("options"), list(&["0", "1"]).as_ref());
            assert_eq!(results.results, vec![]);
        }
    }
    // An answer that the codebook knows and nobody gave is on the scale all the same.
    let nobody = people().replace(",5,", ",4,");
    let query = json!({"estimate": "proportion", "of": {"variable": "agree", "is": [5]}});
    let results = run_on(&nobody, Some(CODEBOOK), json!({"queries": [query]}));
    assert_eq!(results.errors, vec![]);
    assert_eq!(results.results[0].rows[0].estimate, Some(0.0));
}

#[test]
fn an_index_of_items_on_different_scales() {
    let index = |fields: Value| {
        let mut index = json!({"items": ["agree", "yes"]});
        index
            .as_object_mut()
            .unwrap()
            .extend(fields.as_object().unwrap().clone());
        json!({"variables": [{"id": "i", "index": index}], "queries": [{"estimate": "mean", "of": "i"}]})
    };
    for fields in [json!({}), json!({"scale": [0, 5]})] {
        let results = run_on(&people(), Some(CODEBOOK), index(fields));
        let error = refused(&results);
        assert_eq!(error.code, "scales_differ");
        assert_eq!(
            error.params.get("scales"),
            list(&["agree: 1–5", "yes: 0–1"]).as_ref()
        );
    }
    let results = run(index(json!({"scale": [1, 5]})));
    assert_eq!(refused(&results).code, "outside_scale");
}

#[test]
fn a_mean_score_labelled_as_a_percentage() {
    let theory = |query: &str, unit: &str| {
        json!({
            "columns": [{"id": "c", "title": "C"}],
            "nodes": [{"id": "n", "column": "c", "level": "outcome", "title": "N"}],
            "indicators": [{"id": "i", "node": "n", "title": "I", "query": query, "unit": unit}]
        })
    };
    let queries = json!([
        {"estimate": "mean", "of": "trust"},
        {"estimate": "mean", "of": "yes"},
        {"estimate": "quantile", "of": "trust", "probs": [0.5]},
        {"estimate": "total", "of": "yes"},
        {"estimate": "regression", "outcome": "trust", "terms": ["yes"]},
        {"estimate": "proportion", "of": {"variable": "yes", "is": [1]}},
    ]);
    let charts = json!([
        {"id": "ranking", "kind": "ranking", "query": "q0"},
        {"id": "bars", "kind": "grouped_bars", "query": "q0"},
        {"id": "mean", "kind": "table", "query": "q0"},
        {"id": "quantile", "kind": "table", "query": "q2"},
        {"id": "regression", "kind": "table", "query": "q4"},
        {"id": "theory", "kind": "theory"},
    ]);
    let ask = |query: &str, unit: &str| {
        run(json!({"queries": queries, "charts": charts, "theory": theory(query, unit)}))
    };
    for query in ["q0", "q2", "q3", "q4"] {
        let results = ask(query, "share");
        let error = refused(&results);
        assert_eq!(
            (error.code.as_str(), error.place.document.as_deref()),
            ("score_as_share", Some("/theory/indicators/0/unit"))
        );
        assert_eq!(ask(query, "score").errors, vec![]);
        // Nor does the picture of the theory say it.
        let document = json!({
            "pulso": 1, "queries": [{"id": query, "dataset": "people", "estimate": "mean", "of": "trust"}],
            "datasets": [{"id": "people", "kind": "survey", "source": "p.csv", "basis": "probability"}],
            "charts": [{"id": "theory", "kind": "theory"}], "theory": theory(query, "share")
        });
        let publication = Publication {
            document: Document::parse(&document.to_string()).unwrap(),
            results,
        };
        let pruned = pulso::document::Published::from(publication)
            .prune("theory")
            .unwrap();
        let scene = draw(pruned.publication(), &request("theory")).unwrap();
        assert!(!paint::svg(&scene).contains('%'), "{}", scene.title);
    }
    // The mean of zeros and ones is a share.
    for query in ["q1", "q5"] {
        assert_eq!(ask(query, "share").errors, vec![]);
    }
    let results = ask("q5", "share");
    for result in &results.results[..5] {
        assert_eq!(result.method.unit, "value");
    }
    let document = json!({
        "pulso": 1, "queries": results.results.iter().map(|result| serde_json::to_value(&result.query).unwrap()).collect::<Vec<_>>(),
        "datasets": [{"id": "people", "kind": "survey", "source": "p.csv", "basis": "probability"}],
        "charts": charts, "theory": theory("q5", "share")
    });
    let publication = Publication {
        document: Document::parse(&document.to_string()).unwrap(),
        results,
    };
    for chart in ["ranking", "bars", "mean", "quantile", "regression"] {
        let scene = draw(&publication, &request(chart)).unwrap();
        // The level of an interval is the only percentage.
        let texts = [
            scene.table.rows.concat().join(" "),
            scene.title.clone(),
            scene.description.clone(),
        ];
        assert!(!texts.concat().contains('%'), "{chart}: {texts:?}");
        let svg = paint::svg(&scene);
        let percents: Vec<&str> = svg.split('%').collect();
        for before in &percents[..percents.len() - 1] {
            assert!(
                before.ends_with("95") || before.ends_with("50"),
                "{chart}: {before}"
            );
        }
    }
}

fn request(chart: &str) -> Request {
    Request {
        chart: chart.into(),
        locale: Locale("en".into()),
        ..Request::default()
    }
}

#[test]
fn minus_999_printed() {
    let mean = |of: &str| json!({"queries": [{"estimate": "mean", "of": of}]});
    let results = run(mean("hours"));
    assert_eq!(results.errors, vec![]);
    let [warning] = results.warnings.as_slice() else {
        panic!("{:?}", results.warnings);
    };
    let note = &results.results[0].notes[0];
    for found in [warning, note] {
        assert_eq!(found.code, "undeclared_missing");
        assert_eq!(found.place.column.as_deref(), Some("hours"));
        assert_eq!(found.params.get("values"), list(&["-999"]).as_ref());
    }
    // At reading too, and not beside what does not use it.
    let found = read("people.csv", people().as_bytes(), Options::default())
        .unwrap()
        .warnings;
    assert_eq!(found[0].code, "undeclared_missing");
    assert_eq!(run(mean("trust")).results[0].notes, vec![]);
    // A recode takes up what it names.
    for (value, notes) in [("-999", 1), ("3", 0)] {
        let recode = json!({"from": "hours", "values": {value: 1, "4": 0}});
        let results = run(json!({
            "variables": [{"id": "r", "recode": recode}],
            "queries": [{"estimate": "proportion", "of": {"variable": "r", "is": [1]}, "suppress": {"rule": "none"}}]
        }));
        assert_eq!(results.results[0].notes.len(), notes);
    }
    // Declared, it is no answer, and there is nothing to say.
    let declared = run(
        json!({"dataset": {"missing": {"*": [-999]}}, "queries": [{"estimate": "mean", "of": "hours"}]}),
    );
    assert_eq!(declared.warnings, vec![]);
    assert_eq!(declared.results[0].notes, vec![]);
    assert_eq!(declared.results[0].rows[0].n, Some(56));
    // Two labels on a scale of hours are marks on it.
    assert_eq!(
        run_on(&people(), Some(CODEBOOK), mean("hours")).errors,
        vec![]
    );
}

#[test]
fn a_code_outside_the_labels_is_not_computed_with() {
    let coded = people().replace(",2,4,", ",99,4,");
    assert_ne!(coded, people());
    let index = json!([{"id": "i", "index": {"items": ["agree"], "scale": [0, 100]}}]);
    for query in [
        json!({"estimate": "mean", "of": "agree"}),
        json!({"estimate": "total", "of": "agree"}),
        json!({"estimate": "quantile", "of": "agree", "probs": [0.5]}),
        json!({"estimate": "mean", "of": "i"}),
        json!({"estimate": "likert", "items": ["agree"], "positive": [4, 5], "negative": [1, 2]}),
        json!({"estimate": "regression", "outcome": "trust", "terms": ["agree"]}),
        json!({"estimate": "correlation", "variables": ["agree", "trust"]}),
        json!({"estimate": "ratio", "numerator": "trust", "denominator": "agree"}),
        json!({"estimate": "alpha", "items": ["agree", "trust"]}),
    ] {
        let ask = |missing: Value| {
            run_on(
                &coded,
                Some(CODEBOOK),
                json!({"dataset": {"missing": missing}, "variables": index, "queries": [query]}),
            )
        };
        let results = ask(json!({}));
        let error = refused(&results);
        assert_eq!(
            (error.code.as_str(), error.place.column.as_deref()),
            ("outside_labels", Some("agree"))
        );
        assert_eq!(error.params.get("values"), list(&["99"]).as_ref());
        assert_eq!(ask(json!({"agree": [99]})).errors, vec![], "{query}");
    }
}

#[test]
fn a_missing_answer_turned_into_0_or_1() {
    let recode = |values: Value, missing: Value| {
        run(json!({
            "dataset": {"missing": missing},
            "variables": [{"id": "r", "recode": {"from": "agree", "values": values}}],
            "queries": [{"estimate": "proportion", "of": {"variable": "r", "is": [1]}}, {"estimate": "mean", "of": "r"}]
        }))
    };
    for missing in [json!({"*": [5]}), json!({"agree": ["5"]})] {
        let results = recode(json!({"1": 1, "2": 1, "5": 0}), missing);
        assert_eq!(results.errors.len(), 2);
        for error in &results.errors {
            assert_eq!(
                (error.code.as_str(), error.place.column.as_deref()),
                ("recode_of_missing", Some("agree"))
            );
        }
    }
    assert_eq!(
        recode(json!({"1": 1, "": 0}), json!({})).errors[0].code,
        "recode_of_missing"
    );
    // Six of the sixty are blank and stay so, through a recode, an index, a question of several answers and a share.
    let results = run(json!({
        "variables": [
            {"id": "all", "recode": {"from": "agree", "values": {"1": 0, "2": 0, "3": 0, "4": 1, "5": 1}}},
            {"id": "index", "index": {"items": ["agree"], "scale": [1, 5], "rescale": [0, 1]}},
            {"id": "several", "multiple": {"items": ["agree"], "selected": [4, 5], "empty_is_an_answer": true}},
        ],
        "queries": [
            {"estimate": "mean", "of": "all"},
            {"estimate": "proportion", "of": {"variable": "all", "is": [0]}},
            {"estimate": "mean", "of": "index"},
            {"estimate": "proportion", "of": "several"},
            {"estimate": "proportion", "of": "agree"},
            {"estimate": "mean", "of": "agree"},
            {"estimate": "likert", "items": ["agree"], "positive": [4, 5], "neutral": [3], "negative": [1, 2]},
        ]
    }));
    assert_eq!(results.errors, vec![]);
    for result in &results.results {
        for row in &result.rows {
            assert_eq!(row.n, Some(54), "{}", result.id);
        }
    }
    let shares = &results.results[4].rows;
    let codes: Vec<String> = shares
        .iter()
        .map(|row| row.category.as_ref().unwrap().to_text())
        .collect();
    assert_eq!(codes, ["1", "2", "3", "4", "5"]);
}

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
