//! A data set that declares `self_selected` yields no error figure in any output; nor does a census.

use crate::support::kinds::{self, Record};
use proptest::collection::vec;
use proptest::prelude::*;
use pulso::estimate::{Flag, Results};
use pulso::report::INTERACTION;
use serde_json::Value;

/// Country, stratum, cluster, wave, weight, answers, number.
type Drawn = (usize, u8, u8, u8, f64, [u8; 3], f64);

/// Random records; the first ones see to it that every stratum has clusters and answers.
pub fn records() -> impl Strategy<Value = Vec<Record>> {
    let record = (
        0..3_usize,
        0..2_u8,
        0..3_u8,
        1..3_u8,
        0.25..8.0,
        [0..6_u8, 0..6_u8, 0..6_u8],
        -50.0..50.0,
    );
    vec(record, 60..140).prop_map(|drawn| {
        let record = |(row, drawn): (usize, Drawn)| {
            let (country, stratum, cluster, wave, weight, answers, number) = drawn;
            let first = row < 36;
            Record {
                country: if first { row % 3 } else { country },
                stratum: if first { (row / 3 % 2) as u8 } else { stratum },
                cluster: if first { (row / 6 % 3) as u8 } else { cluster },
                wave: if first { (row / 18 + 1) as u8 } else { wave },
                weight,
                answers: answers.map(|answer| if first && answer == 0 { 3 } else { answer }),
                number,
            }
        };
        drawn.into_iter().enumerate().map(record).collect()
    })
}

/// What an error figure is called in results.
const ERRORS: [&str; 13] = [
    "se",
    "df",
    "ci",
    "deff",
    "n_effective",
    "p",
    "p_adjusted",
    "family",
    "statistic",
    "letter",
    "exceeds",
    "rank",
    "rank_ci",
];

/// What says in a method that errors were made.
const METHODS: [&str; 7] = [
    "variance",
    "interval",
    "level",
    "lonely_psu",
    "deff",
    "adjust",
    "replicates",
];

fn no_error_in_results(results: &Results) -> Result<(), TestCaseError> {
    let printed: Value = serde_json::from_str(&results.to_json()).unwrap();
    for result in printed["results"].as_array().unwrap() {
        for name in METHODS {
            let value = &result["method"][name];
            prop_assert!(value.is_null(), "{name} of {}: {value}", result["id"]);
        }
        let comparisons = result["comparisons"].as_array();
        let rows = result["rows"]
            .as_array()
            .into_iter()
            .chain(comparisons)
            .flatten();
        for row in rows {
            // Everybody was asked: a place among them is as certain as it looks.
            let census = row["flags"]
                .as_array()
                .is_some_and(|flags| flags.contains(&Value::from("census")));
            for name in ERRORS
                .into_iter()
                .filter(|name| !(census && name.starts_with("rank")))
            {
                prop_assert!(row[name].is_null(), "{name} of {}: {row}", result["id"]);
            }
        }
    }
    Ok(())
}

/// Words and signs of an error, in English, where the outputs were asked for in it.
const WORDS: [&str; 12] = [
    "interval",
    "confidence",
    "standard error",
    "±",
    "iffers from the average",
    "clearly different",
    "above the average",
    "below the average",
    "Above the average",
    "significan",
    "degrees of freedom",
    "design effect",
];

/// The columns of tidy data that hold error figures.
const COLUMNS: [&str; 8] = [
    "se",
    "df",
    "ci_low",
    "ci_high",
    "n_effective",
    "deff",
    "p",
    "statistic",
];

fn no_error_in_text(of: &str, text: &str) -> Result<(), TestCaseError> {
    if of.ends_with(".csv") {
        let mut lines = text.lines();
        let head: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
        for line in lines {
            for (name, cell) in head.iter().zip(line.split(',')) {
                prop_assert!(
                    !COLUMNS.contains(name) || cell.is_empty(),
                    "{of}: {name} in {line}"
                );
            }
        }
        return Ok(());
    }
    // The data of a report are the results, which were read already.
    let text = text.split(INTERACTION).next().unwrap_or_default();
    for word in WORDS {
        let around = || {
            let at = text.find(word).unwrap_or(0);
            text[at.saturating_sub(80)..]
                .chars()
                .take(200)
                .collect::<String>()
        };
        prop_assert!(!text.contains(word), "{of}: {word}: {}", around());
    }
    // `54% (49–59)`, `+4 (−3 to 11)`.
    for (at, _) in text.match_indices('(') {
        let inside = text[at + 1..].split(')').next().unwrap_or_default();
        let span = inside
            .split_once('–')
            .or_else(|| inside.split_once("\u{a0}to\u{a0}"));
        let number = |end: &str| {
            end.trim_start_matches('−')
                .starts_with(|c: char| c.is_ascii_digit())
        };
        let is_span = span.is_some_and(|(low, high)| number(low) && number(high));
        prop_assert!(!is_span, "{of}: ({inside})");
    }
    Ok(())
}

fn no_error_in_any_output(basis: &str, records: &[Record]) -> Result<(), TestCaseError> {
    let document = kinds::document(basis);
    let results = kinds::run(&document, records);
    prop_assert_eq!(&results.errors, &vec![]);
    prop_assert_eq!(results.results.len(), document.queries.len());
    no_error_in_results(&results)?;
    let flag = match basis {
        "census" => Flag::Census,
        _ => Flag::SelfSelected,
    };
    for row in results.results.iter().flat_map(|result| &result.rows) {
        prop_assert!(
            row.estimate.is_none() || row.flags.contains(&flag),
            "{row:?}"
        );
        for no_error in [
            Flag::NoDegreesOfFreedom,
            Flag::AtBound,
            Flag::LonelyPsu,
            Flag::BeyondSample,
        ] {
            prop_assert!(!row.flags.contains(&no_error), "{row:?}");
        }
    }
    for output in kinds::outputs(&document, &results) {
        no_error_in_text(&output.of, &output.text)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10) })]

    #[test]
    fn a_self_selected_sample_yields_no_error_figure_in_any_output(records in records()) {
        no_error_in_any_output("self_selected", &records)?;
    }

    #[test]
    fn a_census_yields_no_sampling_error_in_any_output(records in records()) {
        no_error_in_any_output("census", &records)?;
    }
}

/// The test above sees errors where there are some.
#[test]
fn a_probability_sample_does_have_them() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let records = records().new_tree(&mut runner).unwrap().current();
    let document = kinds::document("probability");
    let results = kinds::run(&document, &records);
    assert_eq!(results.errors, vec![]);
    assert!(no_error_in_results(&results).is_err());
    let outputs = kinds::outputs(&document, &results);
    for of in [
        "q0-ranking",
        "q0-table",
        "q0-table.csv",
        "q13-likert",
        "results.csv",
        "report",
    ] {
        let output = outputs.iter().find(|output| output.of == of).unwrap();
        assert!(no_error_in_text(of, &output.text).is_err(), "{of}");
    }
}

#[test]
fn every_kind_of_estimate_is_asked() {
    use pulso::document::EstimateKind;
    let document = kinds::document("self_selected");
    let asked = |kind: EstimateKind| document.queries.iter().any(|query| query.estimate == kind);
    for kind in kinds::KINDS {
        assert_eq!(asked(kind), kinds::is_of_surveys(kind), "{kind:?}");
    }
}

/// A sample that chose itself has no error, and so its difference from another sample has none. A census has an error of 0.
#[test]
fn a_difference_to_a_self_selected_sample_has_no_error() {
    use pulso::document::{Document, Sources};
    use pulso::read::{Options, read};
    let ask = |other: &str| {
        let mut sources = Sources::default();
        for (file, add) in [("drawn.csv", 0), ("other.csv", 3)] {
            let rows: String = (0..40)
                .map(|row| format!("{}\n", row * row % 17 + add))
                .collect();
            let text = format!("score\n{rows}");
            sources.hold(
                file,
                read(file, text.as_bytes(), Options::default()).unwrap(),
            );
        }
        let document = serde_json::json!({
            "pulso": 1,
            "datasets": [
                {"id": "drawn", "kind": "survey", "source": "drawn.csv", "basis": "probability"},
                {"id": "other", "kind": "survey", "source": "other.csv", "basis": other}
            ],
            "queries": [
                {"id": "a", "dataset": "drawn", "estimate": "mean", "of": "score"},
                {"id": "b", "dataset": "other", "estimate": "mean", "of": "score"},
                {"id": "one_way", "dataset": "drawn", "estimate": "difference", "queries": ["a", "b"]},
                {"id": "other_way", "dataset": "drawn", "estimate": "difference", "queries": ["b", "a"]}
            ]
        });
        let document = Document::parse(&document.to_string()).unwrap();
        let results = sources.run(&document);
        assert_eq!(results.errors, vec![]);
        results.results
    };
    let chosen = ask("self_selected");
    for result in &chosen[2..] {
        assert_eq!(result.method.basis.as_deref(), Some("self_selected"));
        assert_eq!(
            (result.rows[0].se, result.rows[0].p, result.rows[0].ci),
            (None, None, None)
        );
        assert_eq!(result.rows[0].flags, [Flag::SelfSelected]);
        assert!(result.notes.iter().any(|note| note.code == "self_selected"));
    }
    let counted = ask("census");
    for result in &counted[2..] {
        assert_eq!(result.rows[0].se, counted[0].rows[0].se);
        assert_eq!(result.rows[0].df, counted[0].rows[0].df);
    }
}
