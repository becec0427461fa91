//! Answers that a document declares absent: in no number, and each empty cell with its reason.

use pulso::chart::{Request, draw};
use pulso::codebook::Code;
use pulso::document::{Document, Publication, Published, Sources};
use pulso::estimate::{Flag, QueryResult, Results, Row};
use pulso::locale::{Locale, explain};
use pulso::paint;
use pulso::read::{Options, read};
use pulso::report;
use serde_json::{Value, json};
use std::fmt::Write;

/// Teachers in four countries; Peru has 35 of them, a number that stands nowhere else. `b` was not asked in Chile.
const SIZES: [(&str, usize); 4] = [("ARG", 40), ("CHL", 60), ("PER", 35), ("URY", 50)];

fn teachers(kept: impl Fn(&str) -> bool) -> String {
    let mut text = String::from("COUNTRY,school,sex,a,b,pv1,pv2,tongue\n");
    for (country, size) in SIZES {
        for teacher in (0..size).filter(|_| kept(country)) {
            let b = match country {
                "CHL" => String::new(),
                _ => (teacher * 3 % 5 + 1).to_string(),
            };
            let (sex, a) = (["f", "m"][teacher % 2], teacher * 2 % 5 + 1);
            let tongue = match (country, teacher % 4) {
                ("PER", 0) => "quechua",
                (_, 1) => "other",
                _ => "spanish",
            };
            let score = 400 + teacher * 7 % 50;
            let _ = writeln!(
                text,
                "{country},{country}{},{sex},{a},{b},{score},{},{tongue}",
                teacher / 3,
                score + a
            );
        }
    }
    text
}

fn document(absent: Value, queries: Value) -> Value {
    let mut document = json!({
        "pulso": 1,
        "datasets": [{
            "id": "t", "kind": "survey", "source": "t.csv", "basis": "probability",
            "country": "COUNTRY", "design": {"strata": ["COUNTRY"], "clusters": ["school"]}, "absent": absent
        }],
        "variables": [
            {"id": "high", "dataset": "t", "recode": {"from": "a", "values": {"1": 0, "2": 0, "3": 0, "4": 1, "5": 1}}},
            {"id": "scale", "dataset": "t", "index": {"items": ["a", "b"], "min_share": 0.5, "scale": [1, 5]}},
            {"id": "score", "dataset": "t", "plausible_values": ["pv1", "pv2"]},
            {"id": "level", "dataset": "t", "bands": {"from": "score", "cuts": [420]}},
            {"id": "several", "dataset": "t", "multiple": {"items": ["a", "b"], "selected": [1]}}
        ],
        "queries": queries, "charts": [], "report": []
    });
    if absent.is_null() {
        document["datasets"][0]
            .as_object_mut()
            .unwrap()
            .remove("absent");
    }
    for query in document["queries"].as_array_mut().unwrap() {
        query["dataset"] = json!("t");
    }
    document
}

fn run_on(file: &str, document: &Value) -> Results {
    let mut sources = Sources::default();
    let table = read("t.csv", file.as_bytes(), Options::default()).unwrap();
    sources.hold("t.csv", table);
    sources.run(&Document::parse(&document.to_string()).unwrap())
}

fn run(absent: Value, queries: Value) -> Vec<QueryResult> {
    let results = run_on(&teachers(|_| true), &document(absent, queries));
    assert_eq!(results.errors, vec![]);
    results.results
}

fn peru() -> Value {
    json!({"variable": "country", "eq": "PER"})
}

fn withdrawn(variables: Value) -> Value {
    json!([{"reason": "withdrawn", "variables": variables, "where": peru()}])
}

/// Every kind of query, by country and pooled.
fn all_kinds() -> Vec<Value> {
    let kinds = [
        json!({"estimate": "mean", "of": "a"}),
        json!({"estimate": "total", "of": "a"}),
        json!({"estimate": "proportion", "of": "high"}),
        json!({"estimate": "proportion", "of": "tongue"}),
        json!({"estimate": "proportion", "of": {"variable": "several", "is": ["unanswered"]}}),
        json!({"estimate": "mean", "of": "scale"}),
        json!({"estimate": "mean", "of": "score"}),
        json!({"estimate": "proportion", "of": "level"}),
        json!({"estimate": "mean", "of": {"plausible_values": ["pv1", "pv2"]}}),
        json!({"estimate": "ratio", "numerator": "pv1", "denominator": "a"}),
        json!({"estimate": "quantile", "of": "pv1", "probs": [0.5]}),
        json!({"estimate": "likert", "items": ["a", "b"], "positive": [4, 5], "neutral": [3], "negative": [1, 2]}),
        json!({"estimate": "variance", "of": "pv1"}),
        json!({"estimate": "correlation", "variables": ["pv1", "a"]}),
        json!({"estimate": "regression", "outcome": "pv1", "terms": ["a"]}),
        json!({"estimate": "regression", "family": "logit", "outcome": "high", "terms": ["pv1"]}),
        json!({"estimate": "regression", "outcome": "pv1", "terms": ["a", "COUNTRY"]}),
        json!({"estimate": "independence", "variables": ["sex", "high"]}),
        json!({"estimate": "alpha", "items": ["a", "pv1", "pv2"]}),
        json!({"estimate": "count"}),
        json!({"estimate": "count", "of": "a"}),
    ];
    let mut queries = Vec::new();
    for (at, query) in kinds.iter().enumerate() {
        for by in ["country", "sex"] {
            let mut query = query.clone();
            let share = ["count", "total"].contains(&query["estimate"].as_str().unwrap());
            query["id"] = json!(format!("{by}{at}"));
            query["by"] = json!([by]);
            query["suppress"] = json!({"min_n": 5});
            if by == "sex" && !share {
                query["pooled"] = json!(true);
            }
            queries.push(query);
        }
    }
    queries
}

fn is_of(row: &Row, country: &str) -> bool {
    row.by.get("country").map(Code::to_text) == Some(country.into())
}

#[track_caller]
fn row<'r>(result: &'r QueryResult, country: &str) -> &'r Row {
    result.rows.iter().find(|row| is_of(row, country)).unwrap()
}

/// Whatever is asked, the answer is that of a file without Peru, but for Peru's rows, which say why.
#[test]
fn what_is_withdrawn_is_in_no_number() {
    let mut queries = all_kinds();
    queries.push(json!({"id": "d", "estimate": "difference", "queries": ["country0", "country5"]}));
    let absent = document(withdrawn(json!([])), json!(queries));
    let without = document(Value::Null, json!(queries));
    let with_reason = run_on(&teachers(|_| true), &absent);
    let never_there = run_on(&teachers(|country| country != "PER"), &without);
    assert_eq!(with_reason.errors, vec![]);
    assert_eq!(with_reason.warnings, never_there.warnings);
    for (own, other) in with_reason.results.iter().zip(&never_there.results) {
        assert!(!own.columns.iter().any(|column| {
            let mut values = column.values.iter().map(|value| value.code.to_text());
            values.any(|value| value == "quechua")
        }));
        let rows = own.rows.iter().filter(|row| !is_of(row, "PER"));
        assert_eq!(
            rows.collect::<Vec<_>>(),
            other.rows.iter().collect::<Vec<_>>(),
            "{}",
            own.id
        );
        assert_eq!(own.notes, other.notes, "{}", own.id);
        for row in own.rows.iter().filter(|row| is_of(row, "PER")) {
            assert_eq!(row.flags, [Flag::Withdrawn], "{}: {row:?}", own.id);
            assert!(row.n.is_none_or(|n| n == 0), "{}: {row:?}", own.id);
            assert_eq!((row.estimate, row.se, row.ci), (None, None, None));
            assert_eq!((row.response, row.p, row.deff), (None, None, None));
        }
        let has_peru = own.rows.iter().any(|row| is_of(row, "PER"));
        assert_eq!(has_peru, !own.id.starts_with("sex"), "{}", own.id);
    }
    // 35 of 185: nobody can tell that they were there.
    let text = with_reason.to_json();
    for number in [": 35,", ": 185,", ": 35.0", ": 185.0"] {
        assert!(!text.contains(number), "{number}");
    }
}

#[test]
fn averages_and_comparisons_leave_it_out() {
    let query = |compare: &str| {
        json!({
            "id": compare, "estimate": "mean", "of": "a", "by": ["country"],
            "average": {"over": "country"}, "compare": {"with": compare}
        })
    };
    let results = run(
        withdrawn(json!(["a"])),
        json!([query("average"), query("pairs")]),
    );
    let means = ["ARG", "CHL", "URY"].map(|country| row(&results[0], country).estimate.unwrap());
    let average = row(&results[0], "average");
    let expected = means.iter().sum::<f64>() / 3.0;
    assert!((average.estimate.unwrap() - expected).abs() < 1e-12);
    assert_eq!(
        (average.n, &average.flags[..]),
        (Some(150), &[Flag::PartialAverage][..])
    );
    for result in &results {
        let of_peru = result.comparisons.iter().filter(|row| {
            row.with == "PER" || row.by.get("country").map(Code::to_text) == Some("PER".into())
        });
        let flags: Vec<_> = of_peru
            .map(|row| (row.estimate, row.flags.clone()))
            .collect();
        let count = if result.id == "pairs" { 3 } else { 1 };
        assert_eq!(flags, vec![(None, vec![Flag::Withdrawn]); count]);
    }
    // Where nothing else is left, the average has the reason of its members.
    let alone = json!({
        "id": "q", "estimate": "mean", "of": "a", "by": ["country"], "where": peru(),
        "average": {"over": "country"}
    });
    let results = run(withdrawn(json!(["a"])), json!([alone]));
    assert_eq!(row(&results[0], "average").flags, [Flag::Withdrawn]);
}

#[test]
fn only_what_speaks_of_a_named_variable_is_absent() {
    let mean = |of: &str| json!({"id": of, "estimate": "mean", "of": of, "by": ["country"]});
    let cut = json!({"id": "cut", "estimate": "mean", "of": "b", "by": ["country", "high"]});
    let within = json!({
        "id": "within", "estimate": "mean", "of": "b", "by": ["country"],
        "where": {"not": {"variable": "a", "eq": 1}}
    });
    let blank = json!({
        "id": "blank", "estimate": "count", "by": ["country"],
        "where": {"variable": "a", "missing": false}
    });
    let queries = json!([
        mean("a"),
        mean("b"),
        mean("scale"),
        mean("pv1"),
        cut,
        within,
        blank
    ]);
    let results = run(withdrawn(json!(["a"])), queries);
    let shown = [1, 3];
    for (at, result) in results.iter().enumerate() {
        let expected: &[Flag] = if shown.contains(&at) {
            &[]
        } else {
            &[Flag::Withdrawn]
        };
        assert_eq!(row(result, "PER").flags, expected, "{}", result.id);
        assert_eq!(row(result, "ARG").flags, [], "{}", result.id);
    }
    // The country goes by its own name and by its column's.
    for name in ["country", "COUNTRY"] {
        let results = run(withdrawn(json!([name])), json!([mean("b")]));
        assert_eq!(row(&results[0], "PER").flags, [Flag::Withdrawn]);
    }
}

/// Of a battery the item alone; each reason is its own, and what nobody declared is missing.
#[test]
fn every_reason_has_its_flag() {
    let absent = json!([
        {"reason": "not_applicable", "variables": ["b"], "where": {"variable": "country", "eq": "CHL"}},
        {"reason": "not_comparable", "variables": ["a"], "where": {"variable": "country", "eq": "URY"}},
        {"reason": "withdrawn", "variables": ["a"], "where": {"variable": "country", "in": ["URY", "PER"]}}
    ]);
    let battery = json!({
        "id": "battery", "estimate": "likert", "items": ["a", "b"], "by": ["country"],
        "positive": [4, 5], "neutral": [3], "negative": [1, 2]
    });
    let other = json!({
        "id": "other", "estimate": "likert", "items": ["a", "b"], "by": ["country"],
        "positive": [5], "neutral": [3, 4], "negative": [1, 2]
    });
    let difference = json!({"id": "d", "estimate": "difference", "queries": ["battery", "other"]});
    let queries = json!([battery, other, difference]);
    let results = run(absent, queries.clone());
    let reason = |result: &QueryResult, item: &str, country: &str| {
        let of = |row: &&Row| row.item.as_deref() == Some(item) && is_of(row, country);
        let rows: Vec<&Row> = result.rows.iter().filter(of).collect();
        assert_eq!(rows.len(), 7);
        let mut flags: Vec<Option<Flag>> =
            rows.iter().map(|row| row.flags.first().copied()).collect();
        flags.dedup();
        flags
    };
    for result in &results {
        let of = |item, country| reason(result, item, country);
        assert_eq!(of("a", "CHL"), [None]);
        assert_eq!(of("b", "CHL"), [Some(Flag::NotApplicable)]);
        // The first declaration that holds says it.
        assert_eq!(of("a", "URY"), [Some(Flag::NotComparable)]);
        assert_eq!(of("a", "PER"), [Some(Flag::Withdrawn)]);
        assert_eq!(of("b", "PER"), [None]);
    }
    let results = run(Value::Null, queries);
    assert_eq!(reason(&results[0], "b", "CHL"), [Some(Flag::NoData)]);
}

#[test]
fn a_part_of_a_cell_is_held_out_without_a_word() {
    let school = json!({"variable": "school", "eq": "PER0"});
    let absent = json!([{"reason": "withdrawn", "where": school}]);
    let mean = json!({"id": "q", "estimate": "mean", "of": "a", "by": ["country"]});
    let count = json!({"id": "c", "estimate": "count", "by": ["country"]});
    let results = run(absent, json!([mean, count]));
    for result in &results {
        let peru = row(result, "PER");
        assert_eq!((peru.n, &peru.flags[..]), (Some(32), &[][..]));
    }
    // Those who did not answer are counted among those who could.
    assert_eq!(row(&results[0], "PER").response, Some(1.0));
}

#[test]
fn an_index_of_indices_says_why_it_is_not_there() {
    let mean =
        |id: &str, of: &str| json!({"id": id, "estimate": "mean", "of": of, "by": ["country"]});
    let index = json!({
        "id": "index", "estimate": "composite",
        "composite": {"simulations": 20, "min_share": 1.0, "indicators": [{"query": "a"}, {"query": "p"}]}
    });
    let queries = json!([mean("a", "a"), mean("p", "pv1"), index]);
    let results = run(withdrawn(json!(["pv1"])), queries);
    assert_eq!(row(&results[2], "PER").flags, [Flag::Withdrawn]);
    assert_eq!(row(&results[2], "PER").estimate, None);
    assert!(row(&results[2], "ARG").estimate.is_some());
}

#[test]
fn what_is_wrong_with_a_declaration_is_said() {
    let mean = json!([{"id": "q", "estimate": "mean", "of": "a", "by": ["country"]}]);
    let parsed = |absent: Value| Document::parse(&document(absent, mean.clone()).to_string());
    let refused = |absent: Value| parsed(absent).unwrap_err().remove(0);
    let unknown = refused(json!([{"reason": "gone", "where": peru()}]));
    assert_eq!(unknown.code, "unknown_value");
    assert_eq!(
        unknown.place.document.as_deref(),
        Some("/datasets/0/absent/0/reason")
    );
    let options = json!(["not_applicable", "withdrawn", "not_comparable"]);
    assert_eq!(json!(unknown.params)["options"], options);
    let missing = refused(json!([{"reason": "withdrawn"}]));
    assert_eq!(
        (missing.code.as_str(), &json!(missing.params)["field"]),
        ("missing_field", &json!("where"))
    );

    let said = |absent: Value| {
        let mut errors = run_on(&teachers(|_| true), &document(absent, mean.clone())).errors;
        assert_eq!(errors.len(), 1, "{errors:?}");
        let error = errors.remove(0);
        for language in ["es", "en", "pt", "fr"] {
            assert!(!explain(&error, &Locale(language.into())).contains(&error.code));
        }
        (
            error.code.clone(),
            error.place.document.unwrap_or_default(),
            error.hint,
        )
    };
    let at = |code: &str, place: &str, hint: &[&str]| {
        let hint = hint.iter().map(ToString::to_string).collect::<Vec<_>>();
        (
            String::from(code),
            format!("/datasets/0/absent/0{place}"),
            hint,
        )
    };
    let empty = json!([{"reason": "withdrawn", "where": {}}]);
    assert_eq!(said(empty), at("exactly_one", "/where", &[]));
    let name = said(withdrawn(json!(["b", "scal"])));
    assert_eq!(
        (name.0.as_str(), name.1.as_str()),
        ("unknown_variable", "/datasets/0/absent/0/variables/1")
    );
    assert_eq!(name.2[0], "scale");
    let twice = said(withdrawn(json!(["b", "b"])));
    assert_eq!(twice, at("listed_twice", "/variables/1", &[]));
    let country = json!([{"reason": "withdrawn", "where": {"variable": "sex", "eq": "F"}}]);
    assert_eq!(said(country), at("unknown_value", "/where", &["f", "m"]));
    let policies = json!({
        "pulso": 1,
        "datasets": [{
            "id": "p", "kind": "policy_events", "source": "p.csv", "taxonomy": "t.json",
            "absent": withdrawn(json!([]))
        }]
    });
    let errors = Document::parse(&policies.to_string()).unwrap().check();
    assert_eq!(errors[0].code, "field_out_of_place");
}

/// What is drawn and handed on has the letters and their words, and says nothing of whom it is about.
#[test]
fn letters_are_printed_and_the_declaration_stays_at_home() {
    let absent = json!([
        {"reason": "not_applicable", "variables": ["b"], "where": {"variable": "country", "eq": "CHL"}},
        {"reason": "not_comparable", "variables": ["b"], "where": {"variable": "country", "eq": "URY"}},
        {"reason": "withdrawn", "where": {"any": [peru(), {"variable": "school", "eq": "ARG7"}]}}
    ]);
    let queries = json!([{"id": "q", "estimate": "mean", "of": "b", "by": ["country"]}]);
    let mut document = document(absent, queries);
    document["charts"] = json!([
        {"id": "table", "kind": "table", "query": "q"}, {"id": "ranking", "kind": "ranking", "query": "q"}
    ]);
    document["report"] = json!([{"chart": "table"}, {"chart": "ranking"}, {"method": true}]);
    let results = run_on(&teachers(|_| true), &document);
    assert_eq!(results.errors, vec![]);
    let document = Document::parse(&document.to_string()).unwrap();
    let publication = Publication { document, results };
    let words = [
        ("es", ["No se aplica", "Datos retirados", "No comparable"]),
        ("pt", ["Não se aplica", "Dados retirados", "Não comparável"]),
        ("en", ["Not applicable", "Data withdrawn", "Not comparable"]),
        ("fr", ["Sans objet", "Données retirées", "Non comparable"]),
    ];
    for (language, words) in words {
        let drawn = |chart: &str| {
            let request = Request {
                chart: chart.into(),
                locale: Locale(language.into()),
                ..Request::default()
            };
            draw(&publication, &request).unwrap()
        };
        let scene = drawn("table");
        let cells = |country: &str| {
            let own = pulso::locale::country::name(country, &Locale(language.into())).unwrap();
            let mut rows = scene.table.rows.iter();
            let found = rows.find(|cells| cells[0] == own).unwrap();
            (found[1].clone(), found.last().unwrap().clone())
        };
        for (country, letter, word) in [("CHL", "a", 0), ("PER", "w", 1), ("URY", "x", 2)] {
            assert_eq!(cells(country), (letter.into(), words[word].into()));
        }
        let text = |scene| {
            let svg = paint::svg(scene);
            let parts = svg.split('<').filter_map(|part| part.split_once('>'));
            let words: Vec<&str> = parts
                .flat_map(|(_, text)| text.split_whitespace())
                .collect();
            words.join(" ")
        };
        let [first, second, third] = words;
        let legend = format!("a = {first}; w = {second}; x = {third}.");
        assert!(text(&scene).contains(&legend), "{}", text(&scene));
        // A letter that does not occur is not explained.
        assert!(!text(&scene).contains("m ="));
        let ranking = text(&drawn("ranking"));
        for word in words {
            assert!(ranking.contains(word), "{ranking}");
        }
        assert!(!ranking.contains("a ="));
    }
    let request = Request {
        chart: "table".into(),
        ..Request::default()
    };
    let csv = paint::csv(&draw(&publication, &request).unwrap().data);
    for line in ["CHL,a,", "PER,w,", "URY,x,"] {
        assert!(csv.contains(line), "{csv}");
    }
    let published = Published::from(publication.clone());
    let pruned = published.prune("table").unwrap();
    let options = report::Options::default();
    let page = report::report(&published, &options).unwrap();
    let again = Published::from_json(serde_json::to_value(&publication).unwrap().into()).unwrap();
    for text in [published.to_json(), pruned.to_json(), page, again.to_json()] {
        assert!(!text.contains("\"absent\""));
        assert!(!text.contains("ARG7"), "{text}");
        assert!(!text.contains("\"n\":35"));
    }
}
