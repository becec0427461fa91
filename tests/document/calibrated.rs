//! A survey whose weights were brought to known totals: what reaches across countries, and what does not.

use pulso::document::{Document, Sources};
use pulso::estimate::{DegreesOfFreedom, QueryResult};
use pulso::read::{Options, read};
use serde_json::json;
use std::fmt::Write as _;

/// Three countries of two strata of three schools of four heads.
fn heads() -> String {
    let mut text = String::from("country,stratum,school,sex,w,y\n");
    let mut at = 0;
    for (place, country) in ["CHL", "PER", "URY"].into_iter().enumerate() {
        for (stratum, school) in (0..2).flat_map(|stratum| (0..3).map(move |psu| (stratum, psu))) {
            for head in 0..4 {
                at += 1;
                let sex = ["m", "f"][(at * 7 + head) % 3 % 2];
                let (weight, y) = (10 + at * 3 % 7, (at * at + 5 * place) % 11);
                writeln!(
                    text,
                    "{country},{country}{stratum},{country}{stratum}{school},{sex},{weight},{y}"
                )
                .unwrap();
            }
        }
    }
    text
}

/// The heads of two of the countries, whose weights all three decide.
fn two_countries() -> QueryResult {
    let mut sources = Sources::default();
    let held = read("heads.csv", heads().as_bytes(), Options::default()).unwrap();
    sources.hold("heads.csv", held);
    let document = json!({
        "pulso": 1,
        "datasets": [{
            "id": "heads", "kind": "survey", "source": "heads.csv", "basis": "probability", "country": "country",
            "design": {
                "weight": "w", "strata": ["stratum"], "clusters": ["school"],
                "calibrate": [{"poststratify": {"by": ["sex"], "totals": {"f": 500, "m": 600}}}]
            }
        }],
        "queries": [{
            "id": "mean", "dataset": "heads", "estimate": "mean", "of": "y", "by": ["country"],
            "where": {"variable": "country", "in": ["CHL", "PER"]},
            "average": {"over": "country"}, "compare": {"with": "average"}
        }]
    });
    let document = Document::parse(&document.to_string()).unwrap();
    let mut results = sources.run(&document);
    assert_eq!(results.errors, vec![]);
    results.results.remove(0)
}

/// R 4.2.2, survey 4.1.1: `postStratify(d, ~sex, ...)`, `svymean` of y and 1 in each country, and the delta method over its `vcov`.
#[test]
fn averages_agree_with_r() {
    let answer = two_countries();
    let expected = [
        (3.57329244175939, 0.77074186439922),
        (6.81801617608958, 0.56523064777309),
        (5.19565430892448, 0.489240144043988),
    ];
    for (row, (estimate, se)) in answer.rows.iter().zip(expected) {
        assert!((row.estimate.unwrap() - estimate).abs() < 1e-12, "{row:?}");
        assert!((row.se.unwrap() - se).abs() < 1e-12, "{row:?}");
    }
    // Half of what lies between the two.
    let difference = &answer.comparisons[0];
    assert!((difference.estimate.unwrap() + 3.24472373433019 / 2.0).abs() < 1e-12);
    assert!((difference.se.unwrap() - 0.93254154827676 / 2.0).abs() < 1e-12);
}

/// Calibration makes every number depend on all eighteen schools; degrees of freedom are those of the schools asked about.
#[test]
fn degrees_of_freedom_are_those_of_the_schools_asked_about() {
    let answer = two_countries();
    let df = answer.rows.iter().map(|row| row.df);
    let expected = [4.0, 4.0, 8.0].map(|df| Some(DegreesOfFreedom::One(df)));
    assert_eq!(df.collect::<Vec<_>>(), expected);
    let df = answer.comparisons.iter().map(|row| row.df);
    assert_eq!(df.collect::<Vec<_>>(), [Some(8.0), Some(8.0)]);
}
