//! Kaplan and Meier's curve as lifelines and R's survival find it: `kaplan_meier/` says how, and of which data.

use pulso::date::Date;
use pulso::document::{Document, Query};
use pulso::estimate::{Flag, Row};
use pulso::policy::{self, Event, Events, Taxonomy};
use pulso::read::{Options, read};
use serde_json::{Value, json};

const TAXONOMY: &str = include_str!("../../examples/school_closures.taxonomy.json");
const CLOSURES: &str = include_str!("../../examples/school_closures.csv");

/// What others found in a set of data.
struct Reference {
    /// When each was looked at last, and whether it had happened.
    observed: Vec<(i64, bool)>,
    /// Steps: time, at risk, survival, its error and interval.
    curve: Vec<Vec<Option<f64>>>,
    /// When half were left.
    median: i64,
}

fn reference(data: &str) -> Reference {
    let file: Value = serde_json::from_str(include_str!("kaplan_meier/reference.json")).unwrap();
    let data = &file["data"][data];
    let numbers = |rows: &Value| -> Vec<Vec<Option<f64>>> {
        let cells = |row: &Value| row.as_array().unwrap().iter().map(Value::as_f64).collect();
        rows.as_array().unwrap().iter().map(cells).collect()
    };
    let observed = numbers(&data["observed"]).into_iter();
    let observed = observed.map(|one| (one[0].unwrap() as i64, one[1] == Some(1.0)));
    Reference {
        observed: observed.collect(),
        curve: numbers(&data["curve"]),
        median: data["median"].as_f64().unwrap() as i64,
    }
}

fn query(fields: Value) -> Query {
    let mut query = json!({
        "id": "q", "dataset": "d", "estimate": "policy_adoption", "dimension": "C1", "target": 3
    });
    let own = fields.as_object().unwrap().clone();
    query.as_object_mut().unwrap().extend(own);
    let document = json!({"pulso": 1, "queries": [query]}).to_string();
    Document::parse(&document).unwrap().queries.remove(0)
}

/// The curve of events, one country for one observation; a unit of time is a year, as events need dates.
fn of_observations(observed: &[(i64, bool)]) -> Vec<Row> {
    let events = observed
        .iter()
        .enumerate()
        .map(|(at, &(time, adopted))| Event {
            iso3: format!("{at:03}"),
            dimension: "C1".into(),
            stage: Some(if adopted { 3 } else { 0 }),
            date_event: Date::parse(&(2000 + time).to_string()).unwrap(),
            date_recorded: None,
            id: None,
            supersedes: None,
            flag: None,
            source: None,
            row: at as u64 + 2,
        });
    let events = Events::new(events.collect());
    let taxonomy = Taxonomy::parse(TAXONOMY).unwrap();
    policy::run(&query(json!({})), &events, &taxonomy)
        .unwrap()
        .rows
}

fn near(ours: Option<f64>, theirs: Option<f64>, what: &str) {
    match (ours, theirs) {
        (Some(ours), Some(theirs)) => {
            let error = (ours - theirs).abs();
            assert!(error <= 1e-12, "{what}: {ours} is not {theirs}");
        }
        _ => assert_eq!(ours, theirs, "{what}"),
    }
}

/// Holds the steps of our curve against theirs, step by step. `time` of a row is in the unit of the reference.
fn holds(data: &str, rows: &[Row], time: impl Fn(&Row) -> i64) {
    let Reference { curve, median, .. } = reference(data);
    let mut share = 0.0;
    let steps: Vec<&Row> = rows
        .iter()
        .filter(|row| std::mem::replace(&mut share, row.estimate.unwrap()) != row.estimate.unwrap())
        .collect();
    assert_eq!(steps.len(), curve.len(), "{data}");
    for (row, theirs) in steps.iter().zip(&curve) {
        let what = format!("{data} at {}", theirs[0].unwrap());
        assert_eq!(Some(time(row) as f64), theirs[0], "{what}");
        assert_eq!(row.n.map(|n| n as f64), theirs[1], "{what}");
        near(row.estimate.map(|share| 1.0 - share), theirs[2], &what);
        near(row.se, theirs[3], &what);
        // Survival's upper end is adoption's lower one.
        near(row.ci.map(|ends| 1.0 - ends[1]), theirs[4], &what);
        near(row.ci.map(|ends| 1.0 - ends[0]), theirs[5], &what);
        assert_eq!(
            row.flags.contains(&Flag::AtBound),
            theirs[4].is_none(),
            "{what}"
        );
    }
    let half = steps.iter().find(|row| row.estimate.unwrap() >= 0.5 - 1e-9);
    assert_eq!(half.map(|row| time(row)), Some(median), "{data}");
}

#[test]
fn the_curve_is_that_of_lifelines_and_survival() {
    for data in ["freireich_6mp", "freireich_placebo", "waltons"] {
        let rows = of_observations(&reference(data).observed);
        holds(data, &rows, |row| {
            row.item.as_deref().unwrap().parse::<i64>().unwrap() - 2000
        });
    }
}

/// Where all have adopted there is a share and no interval: the log-log scale has no place for it.
#[test]
fn where_all_have_adopted_there_is_no_interval() {
    let rows = of_observations(&reference("freireich_placebo").observed);
    let last = rows.last().unwrap();
    assert_eq!((last.estimate, last.se, last.ci), (Some(1.0), None, None));
    assert_eq!(last.flags, [Flag::AtBound]);
}

#[test]
fn so_is_the_curve_of_the_example() {
    let table = read("closures", CLOSURES.as_bytes(), Options::default()).unwrap();
    let taxonomy = Taxonomy::parse(TAXONOMY).unwrap();
    let events = Events::read(&table.value.table, &taxonomy, None)
        .unwrap()
        .value;
    let asked = query(json!({"from": "2020-03-01", "to": "2020-07-31"}));
    let rows = policy::run(&asked, &events, &taxonomy).unwrap().rows;
    let day = |text: &str| Date::parse(text).unwrap().last_day();
    let beginning = day("2020-01-01");
    holds("school_closures", &rows, |row| {
        day(row.item.as_deref().unwrap()) - beginning
    });
    assert_eq!(
        rows[0].n,
        Some(reference("school_closures").observed.len() as u64)
    );
}
