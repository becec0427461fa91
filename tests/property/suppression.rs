//! Suppression cannot be undone by subtraction: a solver tries.

use proptest::collection::vec;
use proptest::prelude::*;
use pulso::codebook::Code;
use pulso::document::{Document, Sources};
use pulso::estimate::{Flag, QueryResult, Results, Row};
use pulso::read::{Options, read};
use serde_json::{Value, json};

/// One person: three traits and an answer.
type Person = [usize; 4];

const NAMES: [&str; 3] = ["a", "b", "c"];
const CELLS: usize = 18;

/// People, few of whom have the last values. The first ones see to it that every combination occurs.
fn people() -> impl Strategy<Value = Vec<Person>> {
    crowd(10, 140)
}

fn crowd(least: usize, most: usize) -> impl Strategy<Value = Vec<Person>> {
    let skewed = |levels: usize| (0.0..1.0_f64).prop_map(move |x| (x * x * levels as f64) as usize);
    let person = (skewed(3), skewed(3), skewed(2), 0..3_usize);
    vec(person, least..most).prop_map(|drawn| {
        let first = (0..CELLS).map(|cell| [cell / 6, cell / 2 % 3, cell % 2, cell % 3]);
        let drawn = drawn.into_iter().map(|(a, b, c, y)| [a, b, c, y]);
        first.chain(drawn).collect()
    })
}

/// A query: which traits it crosses, and what it asks.
fn asked() -> impl Strategy<Value = Vec<(usize, usize)>> {
    vec((0..8_usize, 0..3_usize), 1..7)
}

fn run(people: &[Person], asked: &[(usize, usize)], changes: &Value) -> Results {
    run_as("census", people, asked, changes)
}

fn run_as(basis: &str, people: &[Person], asked: &[(usize, usize)], changes: &Value) -> Results {
    let mut text = String::from("a,b,c,y\n");
    for [a, b, c, y] in people {
        text += &format!("{a},{b},{c},{}\n", y + 1);
    }
    let mut sources = Sources::default();
    let table = read("people.csv", text.as_bytes(), Options::default()).unwrap();
    sources.hold("people.csv", table);
    let query = |(index, (traits, what)): (usize, &(usize, usize))| {
        let by = (0..3).filter(|place| traits >> place & 1 == 1);
        let by: Vec<&str> = by.map(|place| NAMES[place]).collect();
        let estimate = ["count", "mean", "proportion"][*what];
        let mut query = json!({"id": format!("q{index}"), "dataset": "people", "by": by,
            "estimate": estimate, "suppress": {"min_n": 5}});
        if *what > 0 {
            query["of"] = json!({"variable": "y"});
        }
        for (name, value) in changes.as_object().into_iter().flatten() {
            query[name] = value.clone();
        }
        query
    };
    let queries: Vec<Value> = asked.iter().enumerate().map(query).collect();
    let document = json!({"pulso": 1, "queries": queries, "datasets": [
        {"id": "people", "kind": "survey", "source": "people.csv", "basis": basis}]});
    let document = Document::parse(&document.to_string()).unwrap();
    let results = sources.run(&document);
    assert_eq!(results.errors, vec![]);
    results
}

/// Numbers modulo a prime: elimination without rounding.
const PRIME: i64 = 2_147_483_629;

fn power(base: i64, mut exponent: i64) -> i64 {
    let (mut base, mut result) = (base.rem_euclid(PRIME), 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    result
}

/// What published numbers say, in echelon form over the number of people of each combination and answer.
#[derive(Default)]
struct Solver {
    rows: Vec<(usize, Vec<i64>)>,
}

impl Solver {
    fn reduce(&self, mut form: Vec<i64>) -> Vec<i64> {
        for (pivot, row) in &self.rows {
            let factor = form[*pivot];
            if factor != 0 {
                for (value, known) in form.iter_mut().zip(row) {
                    *value = (*value - factor * known).rem_euclid(PRIME);
                }
            }
        }
        form
    }

    fn learn(&mut self, form: Vec<i64>) {
        let mut form = self.reduce(form);
        if let Some(pivot) = form.iter().position(|value| *value != 0) {
            let inverse = power(form[pivot], PRIME - 2);
            form.iter_mut()
                .for_each(|value| *value = *value * inverse % PRIME);
            self.rows.push((pivot, form));
        }
    }

    fn knows(&self, form: Vec<i64>) -> bool {
        self.reduce(form).iter().all(|value| *value == 0)
    }
}

/// The people whom a row counts, times a score for each answer.
fn form(row: &Row, score: impl Fn(usize) -> i64) -> Vec<i64> {
    let within = |cell: usize| {
        let traits = [cell / 6, cell / 2 % 3, cell % 2];
        NAMES
            .iter()
            .zip(traits)
            .all(|(name, own)| match row.by.get(*name) {
                Some(code) => *code == Code::Number(own as f64),
                None => true,
            })
    };
    let place = |place: usize| {
        if within(place / 3) {
            score(place % 3)
        } else {
            0
        }
    };
    (0..CELLS * 3).map(place).collect()
}

/// n times the estimate as a form.
fn times_n(result: &QueryResult, row: &Row) -> Vec<i64> {
    match (&row.category, result.method.estimate.as_str()) {
        (Some(Code::Number(answer)), _) => form(row, |y| i64::from(y as f64 + 1.0 == *answer)),
        (None, "mean") => form(row, |y| y as i64 + 1),
        _ => form(row, |_| 1),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn no_withheld_number_can_be_worked_out(people in people(), asked in asked()) {
        let results = run(&people, &asked, &json!({}));
        let mut solver = Solver::default();
        let rows = || results.results.iter().flat_map(|result| result.rows.iter().map(move |row| (result, row)));
        for (result, row) in rows().filter(|(_, row)| row.n.is_some()) {
            prop_assert!(row.n >= Some(5), "{row:?}");
            solver.learn(form(row, |_| 1));
            solver.learn(times_n(result, row));
        }
        for (result, row) in rows().filter(|(_, row)| row.n.is_none()) {
            prop_assert!([[Flag::TooFew], [Flag::Secondary]].iter().any(|flags| row.flags == flags));
            prop_assert_eq!((row.estimate, row.se, row.ci, row.deff), (None, None, None, None));
            prop_assert!(!solver.knows(form(row, |_| 1)), "n of {row:?}");
            prop_assert!(!solver.knows(times_n(result, row)), "{row:?}");
        }
    }

    /// Single shares are withheld for their errors, while the others of their cell stand.
    #[test]
    fn no_unreliable_share_can_be_worked_out(people in crowd(100, 700), traits in vec(0..8_usize, 1..6)) {
        let asked: Vec<(usize, usize)> = traits.into_iter().map(|traits| (traits, 2)).collect();
        let results = run_as("probability", &people, &asked, &json!({"suppress": {"rule": "nchs"}}));
        let mut solver = Solver::default();
        let rows = || results.results.iter().flat_map(|result| result.rows.iter().map(move |row| (result, row)));
        for (result, row) in rows().filter(|(_, row)| row.n.is_some()) {
            solver.learn(form(row, |_| 1));
            solver.learn(times_n(result, row));
        }
        for (result, row) in rows().filter(|(_, row)| row.n.is_none()) {
            prop_assert_eq!((row.estimate, row.se, row.ci, row.deff), (None, None, None, None));
            prop_assert!(!solver.knows(times_n(result, row)), "{row:?}");
            if row.flags == [Flag::TooFew] {
                prop_assert!(!solver.knows(form(row, |_| 1)), "n of {row:?}");
            }
        }
    }

    #[test]
    fn nothing_more_is_withheld_where_nothing_is(people in people(), asked in asked()) {
        let public = run(&people, &asked, &json!({"suppress": {"rule": "none"}}));
        let shown = public.results.iter().flat_map(|result| &result.rows);
        prop_assert!(shown.clone().all(|row| row.estimate.is_some()));
        // Without secondary suppression only the small cells are gone.
        let primary = run(&people, &asked, &json!({"suppress": {"min_n": 5, "secondary": false}}));
        for (row, full) in primary.results.iter().flat_map(|result| &result.rows).zip(shown) {
            prop_assert_eq!(row.estimate.is_some(), full.n >= Some(5));
        }
    }
}

/// Rows of a result by their only key.
fn shown(result: &QueryResult) -> Vec<bool> {
    result
        .rows
        .iter()
        .map(|row| row.estimate.is_some())
        .collect()
}

/// Three groups of 20, 10 and 4 people.
fn groups() -> Vec<Person> {
    let sizes = [20, 10, 4];
    let people = (0..3).flat_map(|a| (0..sizes[a]).map(move |i| [a, i % 3, i % 2, i % 3]));
    people.collect()
}

#[test]
fn the_smallest_shown_part_goes_with_the_withheld_one() {
    let alone = run(&groups(), &[(1, 1)], &json!({}));
    assert_eq!(shown(&alone.results[0]), [true, true, false]);
    let with_margin = run(&groups(), &[(1, 1), (0, 0)], &json!({}));
    assert_eq!(shown(&with_margin.results[0]), [true, false, false]);
    assert_eq!(with_margin.results[0].rows[1].flags, [Flag::Secondary]);
    assert_eq!(shown(&with_margin.results[1]), [true]);
    let note = with_margin.results[0]
        .notes
        .iter()
        .find(|note| note.code == "cells_secondary");
    assert_eq!(
        note.map(|note| json!(note.params)),
        Some(json!({"cells": 1}))
    );
}

#[test]
fn an_average_does_not_give_a_member_back() {
    let average =
        json!({"average": {"over": "a", "weights": "equal"}, "compare": {"with": "average"}});
    let alone = run(&groups(), &[(1, 1)], &average);
    assert_eq!(shown(&alone.results[0]), [true, true, false, true]);
    // A margin elsewhere withholds the second group, and the average of the first and the second would give it back.
    let mut results = run(&groups(), &[(1, 1), (0, 0)], &json!({}));
    assert_eq!(results.results.len(), 2);
    results = run_two(&average);
    assert_eq!(shown(&results.results[0]), [false, false, false, true]);
    assert!(
        results.results[0]
            .comparisons
            .iter()
            .all(|row| row.estimate.is_none())
    );
}

/// Means by group with their average, and the mean of all.
fn run_two(first: &Value) -> Results {
    let mut text = String::from("a,y\n");
    for [a, _, _, y] in groups() {
        text += &format!("{a},{}\n", y + 1);
    }
    let mut sources = Sources::default();
    let table = read("people.csv", text.as_bytes(), Options::default()).unwrap();
    sources.hold("people.csv", table);
    let mut by = json!({"id": "by", "dataset": "people", "estimate": "mean", "of": {"variable": "y"}, "by": ["a"]});
    for (name, value) in first.as_object().into_iter().flatten() {
        by[name] = value.clone();
    }
    let all =
        json!({"id": "all", "dataset": "people", "estimate": "mean", "of": {"variable": "y"}});
    let document = json!({"pulso": 1, "queries": [by, all], "datasets": [
        {"id": "people", "kind": "survey", "source": "people.csv", "basis": "census"}]});
    sources.run(&Document::parse(&document.to_string()).unwrap())
}

#[test]
fn no_row_has_the_letter_of_one_that_is_withheld() {
    let mut text = String::from("a,y\n");
    for (a, size) in [20, 12, 10, 4].into_iter().enumerate() {
        for i in 0..size {
            text += &format!("{a},{}\n", 10 * (4 - a) + i % 3);
        }
    }
    let mut sources = Sources::default();
    let table = read("people.csv", text.as_bytes(), Options::default()).unwrap();
    sources.hold("people.csv", table);
    let exceeds = |more: Value| -> Vec<Option<String>> {
        let pairs = json!({"id": "pairs", "dataset": "people", "estimate": "mean", "by": ["a"],
            "of": {"variable": "y"}, "compare": {"with": "pairs"}, "suppress": {"min_n": 5}});
        let queries = [vec![pairs], more.as_array().cloned().unwrap_or_default()].concat();
        let document = json!({"pulso": 1, "queries": queries, "datasets": [
            {"id": "people", "kind": "survey", "source": "people.csv", "basis": "probability"}]});
        let results = sources.run(&Document::parse(&document.to_string()).unwrap());
        let rows = results.results[0].rows.iter();
        rows.map(|row| row.exceeds.clone()).collect()
    };
    let some = |letters: &str| Some(String::from(letters));
    let alone = exceeds(json!([]));
    assert_eq!(alone, [some("BC"), some("C"), some(""), some("")]);
    // All less those who are shown would be the four: the ten of the third group go.
    let all =
        json!([{"id": "all", "dataset": "people", "estimate": "mean", "of": {"variable": "y"}}]);
    assert_eq!(exceeds(all), [some("B"), some(""), None, some("")]);
}
