//! The second example: its files are what the script cuts, and its numbers those of the files that it was cut from.

use super::{named, of_country, result, run};
use pulso::codebook::Code;
use pulso::estimate::{QueryResult, Row};
use std::path::Path;
use std::process::Command;

#[test]
fn the_files_are_what_the_script_cuts() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if !root.join("../shared/data/learningtower_lac").exists() {
        println!("skipped: ../shared is absent");
        return;
    }
    let check = Command::new("node")
        .args(["xtask/region.mjs", "--check"])
        .current_dir(root)
        .output()
        .expect("node runs");
    let said = String::from_utf8_lossy(&check.stderr);
    assert!(check.status.success(), "{said}");
}

/// The row of a country with one more key.
fn of<'r>(result: &'r QueryResult, iso3: &str, (name, value): (&str, f64)) -> &'r Row {
    let is = |row: &&Row| {
        row.by["country"] == Code::Text(iso3.into())
            && row.by.get(name) == Some(&Code::Number(value))
    };
    result.rows.iter().find(is).expect("the country has a row")
}

/// Weighted means, their errors and numbers of schools, by Python 3 from `learningtower_lac/schools_lac.csv` itself: for the
/// schools with a weight `w` and an answer `x`, m = Σ w·x / Σ w and se² = n / (n − 1) · Σ (z − mean z)², z = w · (x − m) / Σ w.
/// The example carries weights to three decimals, and counts schools without an answer in a country's n of the design.
#[test]
fn shares_and_means_agree_with_python() {
    let results = run(&named("region"));
    let by_year =
        |id: &str, iso3: &str, year| of(result(&results, id), iso3, ("year", year)).clone();
    let of_2018 = |iso3: &str| of_country(result(&results, "shortage_by_country"), iso3).clone();
    let expected = [
        (
            by_year("private_by_year", "CHL", 2018.0),
            0.540_197_18,
            0.048_557_97,
            234,
        ),
        (
            by_year("private_by_year", "MEX", 2000.0),
            0.182_064_30,
            0.037_632_74,
            182,
        ),
        (
            by_year("crowded_by_year", "CHL", 2000.0),
            0.605_438_46,
            0.067_099_48,
            130,
        ),
        (
            by_year("crowded_by_year", "CHL", 2018.0),
            0.133_979_50,
            0.033_498_65,
            205,
        ),
        (of_2018("COL"), 0.562_108_92, 0.122_772_34, 245),
        (of_2018("BRA"), -0.249_992_83, 0.070_444_04, 552),
    ];
    for (row, estimate, se, n) in expected {
        let near = |ours: Option<f64>, theirs: f64, least: f64| {
            ours.is_some_and(|ours| (ours / theirs - 1.0).abs() < least)
        };
        assert!(near(row.estimate, estimate, 1e-4), "{row:?}");
        assert!(near(row.se, se, 2e-3), "{row:?}");
        assert_eq!(row.n, Some(n), "{row:?}");
    }
}

/// The least value at which the weights reach the share, by Python 3 from the same file.
#[test]
fn quantiles_agree_with_python() {
    let results = run(&named("region"));
    let spread = result(&results, "shortage_spread");
    for (iso3, prob, expected) in [("URY", 0.5, 0.4991), ("CRI", 0.9, 2.8705)] {
        assert_eq!(of(spread, iso3, ("prob", prob)).estimate, Some(expected));
    }
}

/// What titles of the example count, from its own numbers.
#[test]
fn titles_say_what_the_numbers_say() {
    let results = run(&named("region"));
    let below = result(&results, "below_minimum");
    let known = below.rows.iter().filter(|row| row.estimate.is_some());
    let half = |row: &&Row| row.ci.is_some_and(|[low, _]| low > 50.0);
    assert_eq!(known.clone().count(), 17);
    assert_eq!(known.filter(half).count(), 10);
    let tests = result(&results, "shortage_by_sector").comparisons.iter();
    let public = tests.filter(|test| test.ci.is_some_and(|[low, _]| low > 0.0));
    assert_eq!(public.count(), 9);
    let few = result(&results, "ratio_spread").rows.iter().find(|row| {
        row.by["country"] == Code::Text("ARG".into()) && row.category == Some(Code::Number(0.0))
    });
    let share = few.and_then(|row| row.estimate);
    assert!(
        share.is_some_and(|share| (0.65..0.75).contains(&share)),
        "{share:?}"
    );
    let private =
        |iso3: &str| of(result(&results, "private_by_year"), iso3, ("year", 2018.0)).estimate;
    assert!(private("CHL").is_some_and(|share| (0.45..0.55).contains(&share)));
    assert!(private("MEX").is_some_and(|share| (share - 1.0 / 6.0).abs() < 0.02));
}

/// As `learning_poverty/country_level_outcomes.csv` prints them.
#[test]
fn published_figures_keep_their_errors() {
    let results = run(&named("region"));
    for (id, value, se) in [
        ("below_minimum", 53.695_007, 0.856_03),
        ("below_minimum_girls", 52.112_099, 1.248_494),
        ("below_minimum_boys", 55.109_657, 1.175_94),
    ] {
        let row = of_country(result(&results, id), "PER");
        assert_eq!((row.estimate, row.se), (Some(value), Some(se)), "{id}");
        assert_eq!(row.by["period"], Code::Text("2013".into()));
    }
}
