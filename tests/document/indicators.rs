//! Indicators as context: what others published, shown with their error, their period and their name.

use pulso::chart::{self, Request};
use pulso::document::{Document, Publication, Sources};
use pulso::error::{Error, Param};
use pulso::estimate::{Flag, QueryResult, Results, Row};
use pulso::read::{Options, read};
use serde_json::{Value, json};

/// Learning poverty in reading at the end of primary school, with its error, as the World Bank's repository has it
/// (`country_level_outcomes.csv`); a quarter, a reason for no value, an area and a cell that are no part of it.
const FIGURES: &str = "iso3,period,indicator,value,se,status,source
ARG,2001,READ,40.235104,2.7008476,,World Bank (2021)
ARG,2006,READ,44.1,,E,World Bank (2021)
ARG,2006,READ,44.1,,E,World Bank (2021)
COL,2001,READ,26.5,1.5,,World Bank (2021)
COL,2011,READ,29.25,2,,World Bank (2021)
HTI,2011,READ,,,NA,World Bank (2021)
BLZ,2011-Q3,MATH,7.5,,,World Bank (2021)
LCN,2011,READ,51,,,World Bank (2021)
COL,soon,READ,1,,,World Bank (2021)
PER,2011,TWICE,1,,,Else
PER,2011,TWICE,2,,,Else
";

fn sources() -> Sources {
    let mut sources = Sources::default();
    let held = read("figures.csv", FIGURES.as_bytes(), Options::default()).unwrap();
    sources.hold("figures.csv", held);
    let codebook = json!({"variables": [{"name": "indicator", "values": [
        {"code": "READ", "label": {"es": "Pobreza de aprendizajes", "en": "Learning poverty"}}
    ]}]});
    sources.attach("figures.csv.codebook.json", &codebook.to_string());
    sources
}

fn document(query: &Value, chart: &str) -> Document {
    let mut whole = json!({"id": "q", "dataset": "context", "estimate": "indicator"});
    for (name, value) in query.as_object().unwrap() {
        whole[name] = value.clone();
    }
    let document = json!({
        "pulso": 1,
        "datasets": [{"id": "context", "kind": "indicators", "source": "figures.csv"}],
        "queries": [whole],
        "charts": [{"id": "c", "kind": chart, "query": "q"}]
    });
    Document::parse(&document.to_string()).unwrap()
}

fn run(query: Value) -> Results {
    sources().run(&document(&query, "table"))
}

fn ask(query: Value) -> QueryResult {
    let results = run(query);
    assert_eq!(results.errors, vec![]);
    results.results.into_iter().next().unwrap()
}

fn line(row: &Row) -> String {
    let by: Vec<String> = row.by.values().map(|code| code.to_text()).collect();
    let value = row.estimate.map_or("-".into(), |value| value.to_string());
    format!("{} {value}", by.join(" "))
}

fn lines(result: &QueryResult) -> Vec<String> {
    result.rows.iter().map(line).collect()
}

fn error(query: Value) -> Error {
    run(query).errors.into_iter().next().unwrap()
}

#[test]
fn the_latest_value_of_each_country_has_its_own_period() {
    let result = ask(json!({"of": "READ", "by": ["country"]}));
    assert_eq!(
        lines(&result),
        [
            "ARG 2006 44.1",
            "BLZ latest -",
            "COL 2011 29.25",
            "HTI 2011 -",
            "PER latest -"
        ]
    );
    assert_eq!(result.rows[1].flags, [Flag::NoData]);
    assert_eq!(
        ask(json!({"of": "READ", "by": ["country"], "on": ["latest"]})).rows,
        result.rows
    );
    let result = ask(json!({"of": "READ", "by": ["country"], "on": ["2005"]}));
    assert_eq!(
        lines(&result),
        [
            "ARG 2001 40.235104",
            "BLZ 2005 -",
            "COL 2001 26.5",
            "HTI 2005 -",
            "PER 2005 -"
        ]
    );
}

#[test]
fn by_period_every_value_or_those_that_are_asked_for() {
    let result = ask(json!({"of": "READ", "by": ["country", "period"], "on": ["2001", "2011"]}));
    let of = |country: &str| -> Vec<String> {
        let all = lines(&result).into_iter();
        all.filter(|line| line.starts_with(country)).collect()
    };
    assert_eq!(of("ARG"), ["ARG 2001 40.235104", "ARG 2011 -"]);
    assert_eq!(of("COL"), ["COL 2001 26.5", "COL 2011 29.25"]);
    let all = ask(json!({"of": "READ", "by": ["country", "period"]}));
    // Five countries, three periods in which some country has a value or a reason.
    assert_eq!(all.rows.len(), 15);
    let quarter = ask(json!({"of": "MATH", "by": ["country", "period"], "on": ["2011Q3"]}));
    assert_eq!(lines(&quarter)[1], "BLZ 2011-Q3 7.5");
}

#[test]
fn an_error_of_the_publisher_s_gives_a_normal_interval() {
    let result = ask(json!({"of": "READ", "by": ["country"], "on": ["2005"]}));
    let row = &result.rows[0];
    // scipy.stats.norm.ppf(0.975) = 1.959963984540054
    let half = 1.959_963_984_540_054 * 2.7008476;
    let [low, high] = row.ci.unwrap();
    assert!((low - (40.235104 - half)).abs() < 1e-9 && (high - (40.235104 + half)).abs() < 1e-9);
    assert_eq!((row.se, row.df, row.n), (Some(2.7008476), None, None));
    assert_eq!(result.method.interval.as_deref(), Some("normal"));
    assert_eq!(
        (result.method.basis, result.method.level),
        (None, Some(0.95))
    );
    let latest = ask(json!({"of": "READ", "by": ["country"]}));
    assert_eq!((latest.rows[0].se, latest.rows[0].ci), (None, None));
}

#[test]
fn notes_name_the_source_and_what_it_says_of_its_values() {
    let result = ask(json!({"of": "READ", "by": ["country"]}));
    let codes: Vec<&str> = result.notes.iter().map(|note| note.code.as_str()).collect();
    assert_eq!(
        codes,
        ["indicator_source", "indicator_status", "indicator_status"]
    );
    let source = Param::Text("World Bank (2021)".into());
    assert_eq!(result.notes[0].params.get("source"), Some(&source));
    let values = |values: &[&str]| Param::List(values.iter().map(|v| v.to_string()).collect());
    assert_eq!(
        result.notes[1].params.get("values"),
        Some(&values(&["ARG 2006"]))
    );
    assert_eq!(
        result.notes[2].params.get("values"),
        Some(&values(&["HTI 2011"]))
    );
    let label = result
        .columns
        .iter()
        .find(|column| column.name == "of")
        .unwrap();
    assert_eq!(
        serde_json::to_value(&label.label).unwrap()["es"],
        "Pobreza de aprendizajes"
    );
}

#[test]
fn what_cannot_be_read_is_said() {
    let warnings = run(json!({"of": "READ", "by": ["country"]})).warnings;
    let codes: Vec<&str> = warnings.iter().map(|it| it.code.as_str()).collect();
    assert!(codes.contains(&"unknown_country"), "{codes:?}");
    assert!(codes.contains(&"unread_observations"), "{codes:?}");
}

#[test]
fn an_indicator_that_is_not_there_has_its_nearest() {
    let unknown = error(json!({"of": "REED", "by": ["country"]}));
    assert_eq!(unknown.code, "unknown_indicator");
    assert_eq!(unknown.hint, ["READ"]);
    assert_eq!(unknown.place.document.as_deref(), Some("/queries/0/of"));
}

#[test]
fn two_values_of_one_thing_are_refused_where_they_would_be_shown() {
    let twice = error(json!({"of": "TWICE", "by": ["country"]}));
    assert_eq!(twice.code, "contradicting_values");
    let values = Param::List(vec!["PER 2011".into()]);
    assert_eq!(twice.params.get("values"), Some(&values));
    assert_eq!(
        error(json!({"by": ["country"]})).code,
        "contradicting_values"
    );
}

#[test]
fn a_query_asks_by_country_and_of_periods() {
    for (query, code) in [
        (json!({"of": "READ"}), "field_needed"),
        (json!({"of": "READ", "by": ["period"]}), "field_needed"),
        (
            json!({"of": "READ", "by": ["country"], "on": ["2001", "2011"]}),
            "field_needed",
        ),
        (
            json!({"of": "READ", "by": ["country"], "on": ["soon"]}),
            "invalid_date",
        ),
        (json!({"of": "READ", "by": ["sex"]}), "unknown_variable"),
        (
            json!({"of": "READ", "by": ["country"], "pooled": true}),
            "field_out_of_place",
        ),
        (
            json!({"of": "READ", "by": ["country"], "estimate": "mean"}),
            "wrong_dataset_kind",
        ),
    ] {
        assert_eq!(error(query.clone()).code, code, "{query}");
    }
}

#[test]
fn charts_draw_it() {
    let query = json!({"of": "READ", "by": ["country"]});
    for kind in ["ranking", "table"] {
        let document = document(&query, kind);
        assert_eq!(document.check(), vec![]);
        let results = sources().run(&document);
        let publication = Publication { document, results };
        let request = Request {
            chart: "c".into(),
            ..Request::default()
        };
        let scene = chart::draw(&publication, &request).unwrap();
        let svg = pulso::paint::svg(&scene);
        for text in [
            "Argentina",
            "2006",
            "Pobreza de aprendizajes",
            "World Bank (2021)",
        ] {
            assert!(svg.contains(text), "{kind}: {text}");
        }
    }
}
