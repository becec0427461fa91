//! Changes of a policy, with their evidence.

use super::{LEDGER, read, taxonomy};
use pulso::document::{Document, Query};
use pulso::policy;

pub fn query(estimate: &str, fields: &str) -> Query {
    let text = format!(
        r#"{{"pulso": 1, "queries": [{{"id": "q", "dataset": "d", "estimate": "{estimate}"{fields}}}]}}"#
    );
    Document::parse(&text).unwrap().queries.remove(0)
}

/// Country, date, stage, change and source of each row.
fn rows(csv: &str, fields: &str) -> Vec<String> {
    let query = query("policy_changes", fields);
    let result = policy::run(&query, &read(csv).value, &taxonomy()).unwrap();
    let text = |value: Option<String>| value.unwrap_or("-".into());
    let rows = result.rows.iter().map(|row| {
        let words = [
            row.by["country"].to_text(),
            text(row.item.clone()),
            text(row.estimate.map(|stage| stage.to_string())),
            text(row.category.as_ref().map(|code| code.to_text())),
            text(row.source.clone()),
        ];
        words.join(" ")
    });
    rows.collect()
}

#[test]
fn every_change_has_its_date_its_kind_and_its_source() {
    let asked = r#", "dimension": "D01", "by": ["country"]"#;
    assert_eq!(
        rows(LEDGER, asked),
        [
            "CHL 2015-02-01 - 8 -",
            "PER 2012-05-10 1 first_assessed https://example.org/1",
            "PER 2014-03-01 3 upgraded https://example.org/2",
            "PER 2019-07-01 2 downgraded -",
        ]
    );
}

#[test]
fn what_was_known_earlier_was_another_change() {
    let asked = r#", "dimension": "D01", "known_on": "2020", "to": "2020"}"#;
    let asked = asked.trim_end_matches('}');
    assert_eq!(rows(LEDGER, asked)[3], "PER 2019-07-01 0 repealed -");
}

#[test]
fn what_is_in_force_at_the_beginning_stands_first() {
    let asked = r#", "dimension": "D01", "from": "2015-01-01", "to": "2018""#;
    assert_eq!(
        rows(LEDGER, asked),
        [
            "CHL 2015-02-01 - 8 -",
            "PER 2014-03-01 3 - https://example.org/2",
        ]
    );
}

#[test]
fn kinds_of_change() {
    let csv = "iso3,dimension_id,stage,date_event\n ARG,D01,0,2010\n ARG,D01,2,2011\n ARG,D01,2,2012\n ARG,D01,9,2013\n ARG,D01,1,2014\n ARG,D01,,2015\n URY,D02,1,2012";
    assert_eq!(
        rows(csv, r#", "dimension": "D01""#),
        [
            "ARG 2010 0 first_assessed -",
            "ARG 2011 2 new -",
            "ARG 2013 - 9 -",
            "ARG 2014 1 recoded -",
            "ARG 2015 - - -",
            "URY - - - -",
        ]
    );
}
