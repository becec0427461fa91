//! School closings against the daily series of the Oxford tracker and the snapshots computed from it elsewhere.

use super::{date, table};
use pulso::policy::{Events, Taxonomy};
use std::collections::BTreeMap;
use std::fmt::Write;

const EXAMPLE: &str = include_str!("../../examples/school_closures.csv");
const TAXONOMY: &str = include_str!("../../examples/school_closures.taxonomy.json");

fn shared(file: &str) -> Option<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/");
    let text = std::fs::read_to_string(format!("{folder}{file}")).ok();
    if text.is_none() {
        println!("skipped: ../shared is absent");
    }
    text
}

fn events(csv: &str) -> Events {
    let read = Events::read(&table(csv), &Taxonomy::parse(TAXONOMY).unwrap(), None).unwrap();
    assert_eq!(read.warnings, []);
    read.value
}

fn code(events: &Events, iso3: &str, on: &str) -> Option<u8> {
    events.status(iso3, "C1", date(on), None)?.code()
}

/// Country, day, stage and flag of every day of the source.
fn days() -> Option<Vec<(String, String, Option<u8>)>> {
    let daily = shared("oxcgrt_lac/oxcgrt_lac_national.csv")?;
    let days = daily.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        let day = format!("{}-{}-{}", &cells[2][..4], &cells[2][4..6], &cells[2][6..]);
        let stage = cells[3].parse::<f64>().ok().map(|stage| stage as u8);
        (cells[1].to_string(), day, stage)
    });
    Some(days.collect())
}

#[test]
fn the_example_says_what_every_day_of_the_source_says() {
    let Some(days) = days() else { return };
    let example = events(EXAMPLE);
    assert_eq!(example.countries().len(), 29);
    assert_eq!(days.len(), 31_784);
    for (iso3, day, stage) in &days {
        assert_eq!(code(&example, iso3, day), *stage, "{iso3} {day}");
    }
    assert_eq!(
        code(&example, "PER", "2023-01-01"),
        None,
        "the tracker had ended"
    );
    assert_eq!(code(&example, "PER", "2019-12-31"), None);
}

/// The source's own runs name stages above 0 only; what lies between two of them they do not say.
#[test]
fn the_derived_runs_agree_with_the_days_they_name() {
    let Some((runs, days)) = shared("oxcgrt_lac/policy_events_derived.csv").zip(days()) else {
        return;
    };
    let mut csv = String::from("iso3,dimension_id,stage,date_event");
    let mut named = BTreeMap::new();
    for line in runs.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [iso3, policy, start, end, stage] = [cells[0], cells[2], cells[3], cells[4], cells[5]];
        if policy == "C1_School closing" {
            write!(csv, "\n{iso3},C1,{stage},{start}").unwrap();
            named.insert(
                (iso3.to_string(), date(start).first_day()),
                date(end).first_day(),
            );
        }
    }
    let events = events(&csv);
    let mut checked = 0;
    for (iso3, day, stage) in &days {
        let number = date(day).first_day();
        let run = named.range(..=(iso3.clone(), number)).next_back();
        if run.is_some_and(|((country, _), end)| country == iso3 && number <= *end) {
            assert_eq!(code(&events, iso3, day), *stage, "{iso3} {day}");
            checked += 1;
        }
    }
    assert!(checked > 15_000, "{checked} days of closing");
}

#[test]
fn the_snapshots_agree() {
    let Some(reference) = shared("reference/oxcgrt_lac_reference.json") else {
        return;
    };
    let reference: serde_json::Value = serde_json::from_str(&reference).unwrap();
    let example = events(EXAMPLE);
    for (day, by_code) in reference["C1_snapshot_countries_by_code"]
        .as_object()
        .unwrap()
    {
        let mut found: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for iso3 in example.countries() {
            if let Some(code) = code(&example, iso3, day) {
                found.entry(code.to_string()).or_default().push(iso3);
            }
        }
        assert_eq!(serde_json::json!(found), *by_code, "{day}");
    }
}
