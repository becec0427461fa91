//! Composite indices: published ones, and what simulation must do where the answer is known.

use pulso::document::{Aggregation, Document, Normalisation, Sources};
use pulso::indicator::{Column, Recipe, Standing, composite};
use pulso::read::{Options, read};
use serde_json::json;

fn column(values: &[f64], error: Option<f64>) -> Column {
    Column {
        values: values
            .iter()
            .map(|value| (!value.is_nan()).then_some(*value))
            .collect(),
        errors: vec![error; values.len()],
        reversed: false,
        weight: 1.0,
        goalposts: None,
    }
}

fn recipe(normalisation: Normalisation, aggregation: Aggregation) -> Recipe {
    Recipe {
        normalisation,
        aggregation,
        min_share: 0.67,
        simulations: 2000,
        seed: 1,
        level: 0.95,
    }
}

fn index(standings: &[Standing]) -> Vec<f64> {
    let index = |standing: &Standing| standing.index.unwrap();
    standings.iter().map(index).collect()
}

/// The Human Development Report 2021/22 prints 0.961 for Norway and 0.962 for Switzerland: life expectancy 83.2 and 84.0, mean
/// and expected years of schooling 13.0, 18.2 and 13.9, 16.5, income 64,660 and 66,933, between the report's goalposts.
#[test]
fn the_human_development_index_comes_out_as_printed() {
    let schooling = |mean: f64, expected: f64| (mean / 15.0 + expected.min(18.0) / 18.0) / 2.0;
    let with = |values: &[f64], goalposts| Column {
        goalposts: Some(goalposts),
        ..column(values, Some(0.0))
    };
    let columns = [
        with(&[83.2, 84.0], [20.0, 85.0]),
        with(&[schooling(13.0, 18.2), schooling(13.9, 16.5)], [0.0, 1.0]),
        with(
            &[f64::ln(64_660.0), f64::ln(66_933.0)],
            [f64::ln(100.0), f64::ln(75_000.0)],
        ),
    ];
    let made = recipe(Normalisation::Goalposts, Aggregation::Geometric);
    let standings = composite(&columns, &made).unwrap();
    // The report computes from unrounded inputs and prints rounded ones.
    for (value, printed) in index(&standings).iter().zip([0.961, 0.962]) {
        assert!(
            (value - printed).abs() < 0.001,
            "{value}, printed {printed}"
        );
    }
    assert_eq!(standings[1].rank, Some(1));
    // Without errors a place is certain.
    assert_eq!(standings[0].rank_interval, Some([2, 2]));
}

#[test]
fn each_normalisation_by_hand() {
    let columns = [column(&[1.0, 2.0, 4.0], Some(0.0))];
    let of = |normalisation| {
        let made = recipe(normalisation, Aggregation::Arithmetic);
        index(&composite(&columns, &made).unwrap())
    };
    assert_eq!(of(Normalisation::MinMax), [0.0, 1.0 / 3.0, 1.0]);
    assert_eq!(of(Normalisation::Rank), [0.0, 0.5, 1.0]);
    // Mean 7/3, deviation √(7/3).
    let scores = of(Normalisation::Z);
    for (score, value) in scores.iter().zip([1.0, 2.0, 4.0]) {
        assert!((score - (value - 7.0 / 3.0) / f64::sqrt(7.0 / 3.0)).abs() < 1e-12);
    }
    let turned = [Column {
        reversed: true,
        ..columns[0].clone()
    }];
    let made = recipe(Normalisation::MinMax, Aggregation::Arithmetic);
    for (value, expected) in
        index(&composite(&turned, &made).unwrap())
            .iter()
            .zip([1.0, 2.0 / 3.0, 0.0])
    {
        assert!((value - expected).abs() < 1e-12);
    }
}

#[test]
fn what_is_missing_lowers_the_count_and_then_the_index_is_gone() {
    let nan = f64::NAN;
    let columns = [
        column(&[0.0, 1.0, 0.5], Some(0.0)),
        column(&[0.0, 1.0, nan], Some(0.0)),
        column(&[0.0, nan, nan], Some(0.0)),
    ];
    let made = recipe(Normalisation::MinMax, Aggregation::Arithmetic);
    let standings = composite(&columns, &made).unwrap();
    let counts: Vec<u64> = standings.iter().map(|unit| unit.indicators).collect();
    assert_eq!(counts, [3, 2, 1]);
    assert_eq!(standings[1].index, Some(1.0));
    assert_eq!((standings[2].index, standings[2].rank), (None, None));
}

/// Two units a standard error of the difference apart change places in 16% of all surveys; ten apart they never do.
#[test]
fn a_place_is_as_uncertain_as_the_surveys_behind_it() {
    let made = recipe(Normalisation::Z, Aggregation::Arithmetic);
    let of = |apart: f64, level: f64| {
        let columns = [column(&[0.0, apart], Some(f64::sqrt(0.5)))];
        let made = Recipe { level, ..made };
        composite(&columns, &made).unwrap()
    };
    assert_eq!(of(1.0, 0.95)[1].rank_interval, Some([1, 2]));
    assert_eq!(of(10.0, 0.95)[1].rank_interval, Some([1, 1]));
    // 16% lie outside on one side: an interval of 64% still holds the change, one of 72% does as well, one of 60% does not.
    assert_eq!(of(1.0, 0.72)[1].rank_interval, Some([1, 2]));
    assert_eq!(of(1.0, 0.60)[1].rank_interval, Some([1, 1]));
}

#[test]
fn without_errors_there_is_no_place() {
    let columns = [column(&[0.0, 1.0], None)];
    let made = recipe(Normalisation::MinMax, Aggregation::Arithmetic);
    let standings = composite(&columns, &made).unwrap();
    assert_eq!(index(&standings), [0.0, 1.0]);
    let bare = |unit: &Standing| unit.rank.is_none() && unit.rank_interval.is_none();
    assert!(standings.iter().all(bare));
}

#[test]
fn an_index_of_two_queries_of_a_document() {
    let mut text = String::from("country,yes,score\n");
    for person in 0..300 {
        let country = ["PER", "CHL", "URY"][person % 3];
        let yes = i32::from(person % (2 + person % 3) == 0);
        text += &format!("{country},{yes},{}\n", person % 7 + person % 3 * 2);
    }
    let mut sources = Sources::default();
    let held = read("people.csv", text.as_bytes(), Options::default()).unwrap();
    sources.hold("people.csv", held);
    let document = |basis: &str| {
        let document = json!({
            "pulso": 1,
            "datasets": [{
                "id": "people", "kind": "survey", "source": "people.csv", "basis": basis,
                "country": "country"
            }],
            "queries": [
                {
                    "id": "index", "dataset": "people", "estimate": "composite",
                    "composite": {"indicators": [
                        {"query": "yes"},
                        {"query": "score", "direction": "down", "weight": 2}
                    ]}
                },
                {
                    "id": "yes", "dataset": "people", "estimate": "proportion",
                    "of": {"variable": "yes", "is": [1]}, "by": ["country"]
                },
                {
                    "id": "score", "dataset": "people", "estimate": "mean", "of": "score",
                    "by": ["country"], "average": {"over": "country"}
                }
            ]
        });
        let document = Document::parse(&document.to_string()).unwrap();
        let results = sources.run(&document);
        assert_eq!(results.errors, vec![]);
        results
    };
    let results = document("probability");
    let again = document("probability");
    assert_eq!(
        results.to_json(),
        again.to_json(),
        "the same seed, the same bytes"
    );
    let index = &results.results[0];
    assert_eq!(index.id, "index");
    assert_eq!(index.rows.len(), 3, "the average is no unit");
    for row in &index.rows {
        assert_eq!(row.n, Some(2));
        let [low, high] = row.rank_ci.unwrap();
        assert!((low..=high).contains(&row.rank.unwrap()));
    }
    let bare = document("self_selected");
    for row in &bare.results[0].rows {
        assert_eq!((row.rank, row.rank_ci, row.ci), (None, None, None));
        assert!(row.estimate.is_some());
    }
}
