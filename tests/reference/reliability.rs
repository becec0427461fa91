//! The rules of reliability, wherever a share or a mean is printed: cells, averages, differences of every kind.
//!
//! The numbers are those of R's `survey` (4.x): `svyby(~yes, ~country, svydesign(~id, strata = ~country, weights = ~1), svymean)`,
//! `svycontrast` for averages and differences, and Korn and Graubard's interval by `qbeta`, on the same records:
//! `n* = min(n, p (1 − p) / se² (qt(.975, n − 1) / qt(.975, df))²)`, `qbeta(.025, n* p, n* (1 − p) + 1)`,
//! `qbeta(.975, n* p + 1, n* (1 − p))`.

use pulso::document::{Document, Sources};
use pulso::estimate::{Comparison, Flag, QueryResult, Row};
use pulso::read::{Options, read};
use serde_json::{Value, json};
use std::fmt::Write;

/// Schools, pupils of each, per cent of yes, and how far schools are apart.
const COUNTRIES: [(&str, i64, i64, i64, i64); 5] = [
    ("ARG", 40, 10, 50, 20),
    ("BRA", 40, 10, 30, 20),
    ("CHL", 6, 60, 40, 4),
    ("COL", 15, 10, 3, 0),
    ("CUB", 25, 1, 48, 0),
];

/// Pupils in schools: two shares.
fn pupils() -> String {
    let mut text = String::from("country,school,yes,also\n");
    for (country, schools, pupils, of, effect) in COUNTRIES {
        for school in 0..schools {
            for pupil in 0..pupils {
                let k = (pupil * 37 + school * 11) % 100;
                let yes = u8::from(k < of + effect * (school % 3 - 1));
                let also = match country {
                    "BRA" => school < 2,
                    _ => (k + 50) % 100 < 45,
                };
                let also = u8::from(also);
                let _ = writeln!(text, "{country},{country}{school},{yes},{also}");
            }
        }
    }
    text
}

/// Sixty people in each of five countries, in two groups: two amounts.
fn people() -> String {
    let mut text = String::from("country,group,amount,other\n");
    let countries = [
        ("ARG", 1, 10.0, 3.0),
        ("BRA", 1, -10.0, 3.0),
        ("CHL", 2, 10.0, 24.0),
        ("COL", 2, 10.0, 40.0),
        ("CUB", 2, 12.0, 5.0),
    ];
    for (country, group, mean, spread) in countries {
        for person in 0..60 {
            let apart = |step: i64| spread * ((person * step).rem_euclid(61) as f64 - 30.0) / 20.0;
            let (amount, other) = (mean + apart(37), 20.0 + apart(11));
            let _ = writeln!(text, "{country},{group},{amount},{other}");
        }
    }
    text
}

/// People in three countries: enough, few, too few.
fn few() -> String {
    let mut text = String::from("country,school,yes,amount\n");
    for (country, people) in [("ARG", 80), ("BRA", 30), ("CHL", 24)] {
        for person in 0..people {
            let yes = u8::from(person % 3 == 0);
            let school = person / 5;
            let _ = writeln!(text, "{country},{country}{school},{yes},{}", person % 7);
        }
    }
    text
}

fn ask(file: &str, design: Value, queries: Value) -> Vec<QueryResult> {
    let mut sources = Sources::default();
    let table = read("data.csv", file.as_bytes(), Options::default()).unwrap();
    sources.hold("data.csv", table);
    let mut queries = queries;
    for query in queries.as_array_mut().unwrap() {
        query["dataset"] = json!("data");
    }
    let document = json!({
        "pulso": 1, "queries": queries,
        "datasets": [{
            "id": "data", "kind": "survey", "source": "data.csv", "basis": "probability",
            "country": "country", "design": design
        }]
    });
    let document = Document::parse(&document.to_string()).unwrap();
    let results = sources.run(&document);
    assert_eq!(results.errors, vec![]);
    results.results
}

fn schools() -> Value {
    json!({"strata": ["country"], "clusters": ["school"]})
}

#[track_caller]
fn row<'r>(result: &'r QueryResult, country: &str) -> &'r Row {
    let is = |row: &&Row| {
        row.by.get("country").map(pulso::codebook::Code::to_text) == Some(country.into())
    };
    result.rows.iter().find(is).unwrap()
}

#[track_caller]
fn less<'r>(result: &'r QueryResult, country: &str, with: &str) -> &'r Comparison {
    let is = |row: &&Comparison| {
        row.with == with
            && row.by.get("country").map(pulso::codebook::Code::to_text) == Some(country.into())
    };
    result.comparisons.iter().find(is).unwrap()
}

#[track_caller]
fn agrees(got: Option<f64>, expected: f64) {
    let got = got.unwrap();
    assert!(
        (got - expected).abs() <= 1e-9 * expected.abs().max(1.0),
        "{got} is not {expected}"
    );
}

/// Nothing but a key and a reason.
#[track_caller]
fn is_hidden(row: &Row, reason: Flag) {
    assert_eq!(row.flags, [reason]);
    assert_eq!((row.estimate, row.se, row.ci), (None, None, None));
    assert_eq!((row.n, row.df, row.p), (None, None, None));
}

#[track_caller]
fn is_no_difference(row: &Comparison, reason: Flag) {
    assert_eq!(row.flags, [reason]);
    assert_eq!((row.estimate, row.se, row.ci), (None, None, None));
    assert_eq!((row.df, row.p, row.p_adjusted), (None, None, None));
}

fn share(id: &str, of: &str, more: Value) -> Value {
    let mut query = json!({
        "id": id, "estimate": "proportion", "of": {"variable": of, "is": [1]}, "by": ["country"],
        "suppress": {"rule": "nchs", "secondary": false}
    });
    for (name, value) in more.as_object().into_iter().flatten() {
        query[name] = value.clone();
    }
    query
}

#[test]
fn shares_by_nchs() {
    let average = json!({
        "average": {"over": "country"}, "compare": {"with": "average"}, "ci": {"method": "beta"}
    });
    let pairs = json!({"compare": {"with": "pairs"}});
    let trend = json!({"trend": {"over": "country"}});
    let results = ask(
        &pupils(),
        schools(),
        json!([
            share("a", "yes", average),
            share("b", "yes", pairs),
            share("c", "yes", trend)
        ]),
    );
    // Cells. ARG is 0.122 wide; COL 0.054, and that is 2.7 times its 2 percent; CHL has five degrees of freedom.
    let (averaged, paired) = (&results[0], &results[1]);
    let arg = row(averaged, "ARG");
    agrees(arg.estimate, 0.4975);
    agrees(arg.se, 0.0294146963094022);
    agrees(arg.ci.map(|ci| ci[0]), 0.436660792842036);
    agrees(arg.ci.map(|ci| ci[1]), 0.55839406757658);
    assert_eq!(arg.flags, []);
    assert_eq!(row(averaged, "BRA").flags, []);
    assert_eq!(row(averaged, "CHL").flags, [Flag::Review]);
    is_hidden(row(averaged, "COL"), Flag::Unreliable);
    is_hidden(row(averaged, "CUB"), Flag::TooFew);
    // The average of the three that are left is a share of its own, with 39 + 39 + 5 degrees of freedom.
    let average = row(averaged, "average");
    agrees(average.estimate, 0.393981481481481);
    agrees(average.se, 0.0141737408551912);
    agrees(average.ci.map(|ci| ci[0]), 0.365687721402836);
    agrees(average.ci.map(|ci| ci[1]), 0.422815939889004);
    assert_eq!(average.n, Some(1160));
    assert_eq!(average.flags, [Flag::PartialAverage]);
    // A difference is as its sides are.
    let partial = Flag::PartialAverage;
    assert_eq!(less(averaged, "ARG", "average").flags, [partial]);
    let chl = less(averaged, "CHL", "average");
    agrees(chl.estimate, 0.000462962962962998);
    agrees(chl.se, 0.0168895550488404);
    assert_eq!(chl.flags, [Flag::Review, partial]);
    is_no_difference(less(averaged, "COL", "average"), Flag::Unreliable);
    is_no_difference(less(averaged, "CUB", "average"), Flag::TooFew);
    let clean = less(paired, "ARG", "BRA");
    agrees(clean.estimate, 0.2075);
    agrees(clean.se, 0.0394330819074283);
    assert_eq!(clean.flags, []);
    assert_eq!(less(paired, "ARG", "CHL").flags, [Flag::Review]);
    is_no_difference(less(paired, "ARG", "COL"), Flag::Unreliable);
    is_no_difference(less(paired, "COL", "CUB"), Flag::Unreliable);
    // So is a change from the one before.
    assert_eq!(less(&results[2], "BRA", "ARG").flags, []);
    assert_eq!(less(&results[2], "CHL", "BRA").flags, [Flag::Review]);
    is_no_difference(less(&results[2], "COL", "CHL"), Flag::Unreliable);
}

/// An average has the degrees of freedom of its members: of one, five.
#[test]
fn an_average_of_few_degrees_of_freedom_is_to_be_reviewed() {
    let one = json!({
        "average": {"over": "country"}, "where": {"variable": "country", "eq": "CHL"},
    });
    let results = ask(&pupils(), schools(), json!([share("a", "yes", one)]));
    let average = row(&results[0], "average");
    agrees(average.estimate, 0.394444444444444);
    agrees(average.se, 0.0159086900703071);
    assert_eq!(average.flags, [Flag::Review]);
}

#[test]
fn a_difference_of_two_queries_is_as_reliable_as_both() {
    let difference = json!({"id": "d", "estimate": "difference", "queries": ["yes", "also"]});
    let reversed = json!({"id": "e", "estimate": "difference", "queries": ["also", "yes"]});
    let results = ask(
        &pupils(),
        schools(),
        json!([
            share("yes", "yes", Value::Null),
            share("also", "also", Value::Null),
            difference,
            reversed
        ]),
    );
    // Five percent in two of forty schools: n* is 39, and the interval 3.4 times the share.
    is_hidden(row(&results[1], "BRA"), Flag::Unreliable);
    let arg = row(&results[2], "ARG");
    agrees(arg.estimate, 0.0525);
    agrees(arg.se, 0.0297397903187821);
    assert_eq!(arg.flags, []);
    let chl = row(&results[2], "CHL");
    agrees(chl.estimate, -0.0583333333333333);
    agrees(chl.se, 0.0134370962471643);
    assert_eq!(chl.flags, [Flag::Review]);
    for difference in &results[2..] {
        is_hidden(row(difference, "BRA"), Flag::Unreliable);
        is_hidden(row(difference, "COL"), Flag::Unreliable);
        is_hidden(row(difference, "CUB"), Flag::TooFew);
    }
}

fn mean(id: &str, of: &str, more: Value) -> Value {
    let mut query = json!({
        "id": id, "estimate": "mean", "of": of, "by": ["group", "country"],
        "suppress": {"rule": "statcan", "secondary": false}
    });
    for (name, value) in more.as_object().into_iter().flatten() {
        query[name] = value.clone();
    }
    query
}

#[test]
fn means_by_statistics_canada() {
    let average = json!({"average": {"over": "country"}, "compare": {"with": "average"}});
    let pairs = json!({"compare": {"with": "pairs", "over": "country"}});
    let difference = json!({"id": "d", "estimate": "difference", "queries": ["b", "o"]});
    let protected = json!({"average": {"over": "country"}, "suppress": {"rule": "statcan"}});
    let results = ask(
        &people(),
        json!({"strata": ["country"]}),
        json!([
            mean("a", "amount", average),
            mean("b", "amount", pairs),
            mean("o", "other", Value::Null),
            difference,
            mean("p", "amount", protected)
        ]),
    );
    let (averaged, paired) = (&results[0], &results[1]);
    // Coefficients of variation: 3.5, 3.5, 27.4, 45.3 and 4.8 percent.
    assert_eq!(row(averaged, "ARG").flags, []);
    agrees(row(averaged, "BRA").se, 0.346349607834999);
    assert_eq!(row(averaged, "BRA").flags, []);
    agrees(row(averaged, "CHL").se, 2.770796862679993);
    assert_eq!(row(averaged, "CHL").flags, [Flag::UseWithCaution]);
    is_hidden(row(averaged, "COL"), Flag::Unreliable);
    assert_eq!(row(averaged, "CUB").flags, []);
    // Ten and minus ten are 0.015 on average, give or take 0.245. Twelve and ten are 11.07, give or take 1.42: 12.8 percent.
    let averages: Vec<&Row> = averaged.rows[5..].iter().collect();
    is_hidden(averages[0], Flag::Unreliable);
    agrees(averages[1].estimate, 11.0725);
    agrees(averages[1].se, 1.41514416775703);
    assert_eq!(averages[1].flags, [Flag::PartialAverage]);
    let unreliable = averaged
        .notes
        .iter()
        .find(|note| note.code == "cells_unreliable");
    assert_eq!(json!(unreliable.unwrap().params), json!({"cells": 2}));
    // No difference gives a hidden average back.
    is_no_difference(less(averaged, "ARG", "average"), Flag::Unreliable);
    is_no_difference(less(averaged, "BRA", "average"), Flag::Unreliable);
    is_no_difference(less(averaged, "COL", "average"), Flag::Unreliable);
    let chl = less(averaged, "CHL", "average");
    agrees(chl.estimate, -0.952500000000001);
    agrees(chl.se, 1.41514416775703);
    assert_eq!(chl.flags, [Flag::UseWithCaution, Flag::PartialAverage]);
    assert_eq!(
        less(averaged, "CUB", "average").flags,
        [Flag::PartialAverage]
    );
    // A difference about 0 is not held against its size: 1.9, give or take 2.8, stands with the mark of its side.
    let plain = less(paired, "ARG", "BRA");
    agrees(plain.se, 0.489812312722858);
    assert_eq!(plain.flags, []);
    let doubtful = less(paired, "CHL", "CUB");
    agrees(doubtful.estimate, -1.905);
    agrees(doubtful.se, 2.83028833551405);
    assert_eq!(doubtful.flags, [Flag::UseWithCaution]);
    is_no_difference(less(paired, "CHL", "COL"), Flag::Unreliable);
    // Of two queries: COL's other mean has 23.7 percent, its first one is hidden.
    let between = &results[3];
    agrees(row(between, "ARG").se, 0.538788266956668);
    assert_eq!(row(between, "ARG").flags, []);
    agrees(row(between, "CHL").estimate, -9.48);
    assert_eq!(row(between, "CHL").flags, [Flag::UseWithCaution]);
    assert_eq!(row(&results[2], "COL").flags, [Flag::UseWithCaution]);
    is_hidden(row(between, "COL"), Flag::Unreliable);
    // Anybody may work an unreliable average out; no member has to go for it.
    let shown = results[4].rows.iter().map(|row| row.estimate.is_some());
    let shown: Vec<bool> = shown.collect();
    assert_eq!(shown, [true, true, true, false, true, false, true]);
}

#[test]
fn few_records_by_dhs() {
    let dhs = json!({"rule": "dhs", "secondary": false});
    let of = json!({"variable": "yes", "is": [1]});
    let ask = |more: Value| {
        let mut query = json!({
            "id": "q", "estimate": "proportion", "of": of, "by": ["country"], "suppress": dhs
        });
        for (name, value) in more.as_object().into_iter().flatten() {
            query[name] = value.clone();
        }
        query
    };
    let average = ask(json!({"average": {"over": "country"}, "compare": {"with": "average"}}));
    let pairs = ask(json!({"id": "p", "compare": {"with": "pairs"}}));
    let mean = ask(json!({"id": "m", "estimate": "mean", "of": "amount"}));
    let own = json!({
        "id": "d", "estimate": "difference", "queries": ["q", "m"], "suppress": {"min_n": 5}
    });
    let fit = ask(json!({
        "id": "f", "estimate": "regression", "outcome": "amount", "terms": ["yes"], "of": null
    }));
    let fit: serde_json::Map<String, Value> = fit
        .as_object()
        .unwrap()
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let alone = ask(json!({
        "id": "s", "average": {"over": "country"},
        "where": {"variable": "country", "ne": "ARG"}
    }));
    let results = super_ask(json!([average, pairs, mean, own, fit, alone]));
    let (averaged, paired) = (&results[0], &results[1]);
    assert_eq!(row(averaged, "ARG").flags, []);
    assert_eq!(row(averaged, "BRA").flags, [Flag::FewRecords]);
    is_hidden(row(averaged, "CHL"), Flag::TooFew);
    // 80 and 30 are 110; 30 alone are 30.
    assert_eq!(row(averaged, "average").n, Some(110));
    assert_eq!(row(averaged, "average").flags, [Flag::PartialAverage]);
    let marks = [Flag::FewRecords, Flag::PartialAverage];
    assert_eq!(row(&results[5], "average").flags, marks);
    assert_eq!(
        less(averaged, "ARG", "average").flags,
        [Flag::PartialAverage]
    );
    assert_eq!(less(averaged, "BRA", "average").flags, marks);
    is_no_difference(less(averaged, "CHL", "average"), Flag::TooFew);
    assert_eq!(less(paired, "ARG", "BRA").flags, [Flag::FewRecords]);
    is_no_difference(less(paired, "ARG", "CHL"), Flag::TooFew);
    // The queries' rule holds for their difference, whatever its own is.
    assert_eq!(row(&results[3], "ARG").flags, []);
    assert_eq!(row(&results[3], "BRA").flags, [Flag::FewRecords]);
    is_hidden(row(&results[3], "CHL"), Flag::TooFew);
    assert_eq!(row(&results[4], "ARG").flags, []);
    assert_eq!(row(&results[4], "BRA").flags, [Flag::FewRecords]);
}

fn super_ask(queries: Value) -> Vec<QueryResult> {
    ask(&few(), schools(), queries)
}

/// 80, 30 and 24 people in 16, 6 and 5 schools.
#[test]
fn schools_by_talis_and_pisa() {
    for (rule, shown) in [
        ("talis", [true, false, false]),
        ("pisa", [true, true, false]),
    ] {
        let suppress = json!({"rule": rule, "secondary": false});
        let query = |id: &str| {
            json!({
                "id": id, "estimate": "mean", "of": "amount", "by": ["country"],
                "suppress": suppress, "average": {"over": "country"}, "compare": {"with": "average"}
            })
        };
        let difference = json!({
            "id": "d", "estimate": "difference", "queries": ["q", "r"], "suppress": {"min_n": 5}
        });
        let results = super_ask(json!([query("q"), query("r"), difference]));
        for (country, shown) in ["ARG", "BRA", "CHL"].iter().zip(shown) {
            for result in [&results[0], &results[2]] {
                assert_eq!(
                    row(result, country).estimate.is_some(),
                    shown,
                    "{rule} {country}"
                );
            }
            let own = less(&results[0], country, "average");
            let several = rule == "pisa" && shown;
            assert_eq!(own.estimate.is_some(), several, "{rule} {country}");
        }
        let counted = shown.iter().zip([80, 30, 24]).filter(|(shown, _)| **shown);
        let n: u64 = counted.map(|(_, n)| n).sum();
        assert_eq!(row(&results[0], "average").n, Some(n));
    }
}

/// Where nothing may be shown, an average has the reason of what it would be made of.
#[test]
fn an_average_of_nothing_says_why() {
    let query = json!({
        "id": "q", "estimate": "mean", "of": "amount", "by": ["country"],
        "where": {"variable": "country", "eq": "CHL"}, "suppress": {"rule": "dhs"},
        "average": {"over": "country"}
    });
    let results = super_ask(json!([query]));
    is_hidden(row(&results[0], "CHL"), Flag::TooFew);
    is_hidden(row(&results[0], "average"), Flag::TooFew);
    let few = results[0]
        .notes
        .iter()
        .find(|note| note.code == "cells_suppressed");
    assert_eq!(json!(few.unwrap().params), json!({"cells": 1, "least": 25}));
}
