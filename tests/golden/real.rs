//! Charts over time from real waves: principals' reports in PISA, and published scores.

use crate::support::data::{csv, shared};
use pulso::chart::{Cell, Request, Scene, draw};
use pulso::document::{Document, Publication, Sources};
use pulso::locale::Locale;
use pulso::read::{Options, read};
use serde_json::{Value, json};
use std::fmt::Write;

/// Weighted means of the shortage of staff that principals report, by country and cycle of PISA: computed with Python from
/// `schools_lac.csv`, Σ w·x / Σ w over the schools that have both.
const SHORTAGE: [(&str, &str, f64); 5] = [
    ("BRA", "2000", -0.038675898437),
    ("BRA", "2018", -0.249992828472),
    ("CHL", "2009", 0.699498951154),
    ("COL", "2018", 0.562108923578),
    ("URY", "2003", 0.456760572688),
];

/// Mean reading scores that the OECD published.
const READING: [(&str, &str, f64); 4] = [
    ("PER", "2000", 327.0),
    ("PER", "2012", 384.0),
    ("MEX", "2003", 400.0),
    ("CHL", "2006", 442.0),
];

#[test]
fn waves_of_a_study_are_drawn_as_they_are() {
    let Some(folder) = shared() else { return };
    let path = folder.join("learningtower_lac/schools_lac.csv");
    let bytes = std::fs::read(path).expect("the schools can be read");
    let mean = json!({
        "dataset": "pisa", "estimate": "mean", "of": "staff_shortage", "by": ["country", "year"]
    });
    let mut all = mean.clone();
    all["id"] = json!("all");
    all["trend"] = json!({"over": "year"});
    all["average"] = json!({"over": "country"});
    let mut pair = mean;
    pair["id"] = json!("pair");
    pair["compare"] = json!({"with": "pairs", "over": "year"});
    pair["where"] = json!({"variable": "year", "in": [2009, 2018]});
    let document = json!({
        "pulso": 1,
        "datasets": [{
            "id": "pisa", "kind": "survey", "source": "schools.csv", "basis": "probability", "country": "country",
            "design": {
                "weight": "sch_wgt", "strata": ["country", "year"], "clusters": ["school_id"], "nest": true,
                "lonely_psu": "adjust"
            }
        }],
        "queries": [all, pair],
        "charts": [
            {"id": "trend", "kind": "trend", "query": "all", "highlight": ["COL"]},
            {"id": "dumbbell", "kind": "dumbbell", "query": "pair"},
            {"id": "slope", "kind": "slope", "query": "pair"}
        ]
    });
    let publication = publication(document, "schools.csv", &bytes);
    let trend = scene(&publication, "trend");
    for (country, year, value) in SHORTAGE {
        near(&trend, country, "year", year, value);
    }
    // Colombia first took part in 2006.
    assert_eq!(trend.title, "Colombia: 0.16 (2006) and 0.56 (2018)");
    // Costa Rica, Colombia and Uruguay rose and Brazil, Mexico and Chile fell: the errors of two cycles, added as
    // independent ones, leave out zero for no other of the nine countries.
    for chart in ["dumbbell", "slope"] {
        let pair = scene(&publication, chart);
        assert_eq!(
            pair.title,
            "Between 2009 and 2018, up in 3 of 9 countries and down in 3"
        );
        near(&pair, "CHL", "year", "2009", 0.699498951154);
        near(&pair, "COL", "year", "2018", 0.562108923578);
    }
}

#[test]
fn published_scores_are_a_trend_with_gaps() {
    let Some(folder) = shared() else { return };
    let path = folder.join("owid_education/pisa_scores_2015.csv");
    let (_, rows) = csv(&path.display().to_string());
    let mut text = String::from("iso3,period,indicator,value\n");
    for row in &rows {
        let countries = [
            "Argentina",
            "Brazil",
            "Chile",
            "Colombia",
            "Mexico",
            "Peru",
            "Uruguay",
        ];
        if countries.contains(&row[0].as_str()) {
            let _ = writeln!(text, "{},{},READING,{}", row[0], row[1], row[3]);
        }
    }
    let document = json!({
        "pulso": 1,
        "datasets": [{"id": "oecd", "kind": "indicators", "source": "scores.csv"}],
        "queries": [{
            "id": "q", "dataset": "oecd", "estimate": "indicator", "of": "READING", "by": ["country", "period"]
        }],
        "charts": [{"id": "trend", "kind": "trend", "query": "q", "highlight": ["PER"]}]
    });
    let publication = publication(document, "scores.csv", text.as_bytes());
    let trend = scene(&publication, "trend");
    for (country, period, value) in READING {
        near(&trend, country, "period", period, value);
    }
    assert_eq!(trend.title, "Peru: 327 (2000) and 384 (2012)");
    // Peru was away in 2003 and 2006: nothing solid bridges the gap.
    let svg = pulso::paint::svg(&trend);
    assert!(svg.contains("stroke-dasharray"));
    assert!(svg.contains("Peru, 2003: no data"));
}

fn publication(document: Value, name: &str, bytes: &[u8]) -> Publication {
    let document = Document::parse(&document.to_string()).expect("the document is well formed");
    assert_eq!(document.check(), []);
    let mut sources = Sources::default();
    let table = read(name, bytes, Options::default()).expect("the data can be read");
    sources.hold(name, table);
    let results = sources.run(&document);
    assert_eq!(results.errors, []);
    Publication { document, results }
}

fn scene(publication: &Publication, chart: &str) -> Scene {
    let request = Request {
        chart: chart.into(),
        locale: Locale("en".into()),
        ..Request::default()
    };
    draw(publication, &request).expect("the chart can be drawn")
}

/// The estimate of a country at a step, in the data that the chart gives.
fn near(scene: &Scene, country: &str, key: &str, step: &str, expected: f64) {
    let place = |name: &str| {
        let found = scene.data.head.iter().position(|known| known == name);
        found.expect("a column")
    };
    let (countries, steps) = (place("country"), place(key));
    let is = |cell: &Cell, text: &str| *cell == Cell::Text(text.into());
    let mut rows = scene.data.rows.iter();
    let row = rows.find(|row| is(&row[countries], country) && is(&row[steps], step));
    let row = row.expect("the chart has the value");
    let Cell::Number(value) = row[place("estimate")] else {
        panic!("{country} {step} has no number");
    };
    assert!(
        (value - expected).abs() < 1e-9,
        "{country} {step}: {value} and not {expected}"
    );
}
