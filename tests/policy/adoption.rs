//! Adoption curves: a printed table in dates, and what a beginning and an end do. `reference::adoption` has other programs’ curves.

use super::changes::query;
use super::{read, taxonomy};
use pulso::estimate::Flag;
use pulso::policy;

/// Weeks to relapse of 21 patients on 6-MP, `+` where nobody relapsed until then: Freireich et al. 1963, in every textbook.
const REMISSION: &str = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

/// Week, still there, survival, its error and interval: `sts list` in Stata's manual of survival analysis and in the books
/// that use its log-log interval.
const STATA: [(u32, u64, f64, f64, f64, f64); 7] = [
    (6, 21, 0.8571, 0.0764, 0.6197, 0.9516),
    (7, 17, 0.8067, 0.0869, 0.5631, 0.9228),
    (10, 15, 0.7529, 0.0963, 0.5032, 0.8894),
    (13, 12, 0.6902, 0.1068, 0.4316, 0.8491),
    (16, 11, 0.6275, 0.1141, 0.3675, 0.8049),
    (22, 7, 0.5378, 0.1282, 0.2678, 0.7468),
    (23, 6, 0.4482, 0.1346, 0.1881, 0.6801),
];

#[test]
fn the_curve_is_that_of_kaplan_and_meier() {
    let countries = [
        "ARG", "ATG", "BHS", "BLZ", "BOL", "BRA", "BRB", "CHL", "COL", "CRI", "CUB", "DMA", "DOM",
        "ECU", "GRD", "GTM", "GUY", "HND", "HTI", "JAM", "KNA",
    ];
    // A week is a year here: events need dates.
    let mut csv = String::from("iso3,dimension_id,stage,date_event");
    for (country, week) in countries.iter().zip(REMISSION.split(' ')) {
        let (week, stage) = match week.strip_suffix('+') {
            Some(week) => (week, 0),
            None => (week, 1),
        };
        csv += &format!(
            "\n{country},D01,{stage},{}",
            2000 + week.parse::<u32>().unwrap()
        );
    }
    let query = query("policy_adoption", r#", "dimension": "D01""#);
    let result = policy::run(&query, &read(&csv).value, &taxonomy()).unwrap();
    assert_eq!(
        result.rows.len(),
        STATA.len() + 1,
        "the last row ends the curve"
    );
    for (row, (week, n, survival, se, low, high)) in result.rows.iter().zip(STATA) {
        assert_eq!(row.item, Some((2000 + week).to_string()));
        assert_eq!(row.n, Some(n));
        let near =
            |ours: f64, printed: f64| assert!((ours - printed).abs() < 6e-5, "{week}: {ours}");
        near(1.0 - row.estimate.unwrap(), survival);
        near(row.se.unwrap(), se);
        near(1.0 - row.ci.unwrap()[1], low);
        near(1.0 - row.ci.unwrap()[0], high);
    }
    let last = result.rows.last().unwrap();
    assert_eq!((last.item.as_deref(), last.n), (Some("2035"), Some(1)));
    assert_eq!(last.estimate, result.rows[6].estimate);
}

#[test]
fn whoever_had_it_at_the_beginning_has_it_from_there_on() {
    let csv = "iso3,dimension_id,stage,date_event,date_recorded\n ARG,D01,3,2001,2020\n CHL,D01,1,2012,2020\n PER,D01,3,2015,2020\n URY,D01,0,2001,2020\n BOL,D01,3,2019,2020";
    let asked = r#", "from": "2010", "to": "2018", "target": 2, "dimension": "D01""#;
    let result = policy::run(
        &query("policy_adoption", asked),
        &read(csv).value,
        &taxonomy(),
    )
    .unwrap();
    let rows: Vec<_> = result
        .rows
        .iter()
        .map(|row| {
            (
                row.item.as_deref().unwrap(),
                row.estimate.unwrap(),
                row.n.unwrap(),
            )
        })
        .collect();
    assert_eq!(rows[0].0, "2010");
    assert!((rows[0].1 - 0.2).abs() < 1e-12);
    assert_eq!((rows[1].0, rows[1].2), ("2015", 4));
    assert!((rows[1].1 - 0.4).abs() < 1e-12);
    assert_eq!((rows[2].0, rows[2].2), ("2018", 3));
    let nobody = query("policy_adoption", r#", "dimension": "D01", "from": "2000""#);
    let result = policy::run(&nobody, &read(csv).value, &taxonomy()).unwrap();
    assert_eq!(result.rows[0].estimate, Some(0.0));
    assert_eq!(result.rows[0].flags, [Flag::AtBound]);
    let far = query("policy_adoption", r#", "dimension": "D01", "target": 7"#);
    let error = policy::run(&far, &read(csv).value, &taxonomy()).unwrap_err();
    assert_eq!(error.code, "out_of_range");
}
