//! Policy events and the status they amount to.

mod adoption;
mod changes;
mod oxcgrt;

use pulso::codebook::Code;
use pulso::date::Date;
use pulso::document::{Document, Query};
use pulso::error::Warned;
use pulso::estimate::Flag;
use pulso::policy::{self, Events, Status, Taxonomy};
use pulso::table::{Column, Table};

const TAXONOMY: &str = r#"{
  "about": "fields that this engine does not know are left alone",
  "dimensions": [{"id": "D01", "es": "Marco", "en": "Standards", "question": "?"}, {"id": "D02", "max": 2}],
  "stages": [{"code": 0, "es": "Sin política"}, {"code": 1, "es": "En agenda"}, {"code": 2, "es": "Adoptada"}, {"code": 3, "es": "En implementación"}],
  "not_on_the_scale": [{"code": 8, "es": "Decidida a nivel subnacional"}, {"code": 9, "es": "Aún sin codificar"}]
}"#;

fn taxonomy() -> Taxonomy {
    Taxonomy::parse(TAXONOMY).unwrap()
}

/// A table of text from lines without quotes.
fn table(csv: &str) -> Table {
    let mut lines = csv.lines().map(|line| line.trim().split(','));
    let names: Vec<&str> = lines.next().unwrap().collect();
    let rows: Vec<Vec<&str>> = lines.map(Iterator::collect).collect();
    let columns = names.iter().enumerate().map(|(index, name)| {
        let cells = rows
            .iter()
            .map(|row| row.get(index).filter(|cell| !cell.is_empty()).copied());
        (name.to_string(), Column::Text(cells.collect()))
    });
    Table::new(rows.len(), columns.collect()).unwrap()
}

fn read(csv: &str) -> Warned<Events> {
    Events::read(&table(csv), &taxonomy(), None).unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn code(events: &Events, on: &str, known_on: Option<&str>) -> Option<u8> {
    let status = events.status("PER", "D01", date(on), known_on.map(date));
    status.and_then(|status: Status| status.code())
}

/// The standard case: adopted in 2014, recorded in 2016; repealed in 2019; the repeal's record was a mistake, found in 2021.
const LEDGER: &str =
    "event_id,iso3,dimension_id,stage,date_event,date_recorded,supersedes_event_id,source_url
    E1,PER,D01,1,2012-05-10,2016-01-15,,https://example.org/1
    E2,PER,D01,3,2014-03-01,2016-01-15,,https://example.org/2
    E3,PER,D01,0,2019-07-01,2019-09-01,,
    E4,PER,D01,2,2019-07-01,2021-02-01,E3,
    E5,CHL,D01,8,2015-02-01,2016-01-15,,";

#[test]
fn the_latest_event_that_was_known_counts() {
    let Warned {
        value: events,
        warnings,
    } = read(LEDGER);
    assert_eq!(warnings, []);
    for (on, known_on, wanted) in [
        ("2012-05-09", None, None),
        ("2012-05-10", None, Some(1)),
        ("2014-02-28", None, Some(1)),
        ("2014-03-01", None, Some(3)),
        ("2019-06-30", None, Some(3)),
        ("2020-01-01", None, Some(2)),
        ("2020-01-01", Some("2021-02-01"), Some(2)),
        ("2020-01-01", Some("2021-01-31"), Some(0)),
        ("2020-01-01", Some("2019-08-31"), Some(3)),
        ("2020-01-01", Some("2016-01-14"), None),
    ] {
        assert_eq!(
            code(&events, on, known_on),
            wanted,
            "{on} as known on {known_on:?}"
        );
    }
    assert_eq!(events.countries(), ["CHL", "PER"]);
    assert_eq!(events.status("PER", "D02", date("2020"), None), None);
}

#[test]
fn a_corrected_event_is_gone_even_before_the_correction_took_place() {
    let events = read("event_id,iso3,dimension_id,stage,date_event,supersedes_event_id\n E1,PER,D01,3,2015-01-01,\n E2,PER,D01,3,2018-01-01,E1").value;
    assert_eq!(
        code(&events, "2016-01-01", None),
        None,
        "it happened in 2018, not in 2015"
    );
    assert_eq!(code(&events, "2018-01-01", None), Some(3));
}

#[test]
fn a_year_is_an_interval() {
    let events = read("iso3,dimension_id,stage,date_event\n PER,D01,1,2010\n PER,D01,2,2014").value;
    assert_eq!(code(&events, "2013-12-31", None), Some(1));
    assert_eq!(
        code(&events, "2014", None),
        Some(2),
        "by the end of 2014 it has happened"
    );
    assert_eq!(code(&events, "2014-12-31", None), Some(2));
    let status = events
        .status("PER", "D01", date("2014-06-30"), None)
        .unwrap();
    assert_eq!(
        (
            status.event.stage,
            status.unless.unwrap().stage,
            status.code()
        ),
        (Some(1), Some(2), None)
    );
    assert_eq!(
        code(&events, "2010-06", None),
        None,
        "the first one may not have happened yet"
    );
}

#[test]
fn a_blank_stage_is_not_known_and_never_zero() {
    let events = read("iso3,dimension_id,stage,date_event\n PER,D01,3,2014-01-01\n PER,D01,,2016-01-01\n PER,D01,0,2018-01-01").value;
    assert_eq!(code(&events, "2015-01-01", None), Some(3));
    assert_eq!(code(&events, "2017-01-01", None), None);
    assert_eq!(code(&events, "2019-01-01", None), Some(0));
}

#[test]
fn a_row_that_cannot_be_read_is_named_and_left_out() {
    let Warned {
        value: events,
        warnings,
    } = read(
        "iso3,dimension_id,stage,date_event,event_id,supersedes_event_id
        Perú,D01,1,2010-01-01,E1,
        Atlantis,D01,1,2010-01-01,,
        PER,D10,1,2010-01-01,,
        PER,D01,7,2010-01-01,,
        PER,D02,3,2010-01-01,,
        PER,D01,1,10/01/2010,,
        PER,D01,1,,,
        PE,D01,8,2011-01-01,E2,E9
        604,D01,9,2012-01-01,E3,",
    );
    let named: Vec<_> = warnings
        .iter()
        .map(|warning| {
            (
                warning.code.as_str(),
                warning.place.row.unwrap(),
                warning.place.column.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        named,
        [
            ("unknown_country", 3, Some("iso3")),
            ("unknown_dimension", 4, Some("dimension_id")),
            ("unknown_stage", 5, Some("stage")),
            ("unknown_stage", 6, Some("stage")),
            ("invalid_date", 7, Some("date_event")),
            ("blank_cell", 8, Some("date_event")),
            ("unknown_event", 9, Some("supersedes_event_id")),
        ]
    );
    assert_eq!(events.all().len(), 3);
    assert_eq!(events.countries(), ["PER"]);
}

#[test]
fn a_contradiction_is_named_and_many_warnings_are_counted() {
    let warnings =
        read("iso3,dimension_id,stage,date_event\n PER,D01,1,2010-01-01\n PER,D01,2,2010-01-01")
            .warnings;
    assert_eq!(
        (warnings[0].code.as_str(), warnings[0].place.row),
        ("conflicting_events", Some(3))
    );
    let many = format!(
        "iso3,dimension_id,stage,date_event{}",
        "\nX,D01,1,2010".repeat(50)
    );
    let warnings = read(&many).warnings;
    assert_eq!(
        (warnings.len(), warnings[20].code.as_str()),
        (21, "further_rows")
    );
}

#[test]
fn a_missing_column_is_an_error_with_the_nearest_name() {
    let wrong = table("pais,dimension_id,stage,date_events\n PER,D01,1,2010");
    let error = Events::read(&wrong, &taxonomy(), None).unwrap_err();
    assert_eq!(error.code, "unknown_variable");
    let error = Events::read(&wrong, &taxonomy(), Some("pais")).unwrap_err();
    assert_eq!(error.hint, ["date_events"]);
}

#[test]
fn a_taxonomy_is_read_with_care() {
    for (text, wanted) in [
        ("{", "invalid_json"),
        ("[]", "wrong_type"),
        (
            r#"{"dimensions": [], "stages": [{"code": 0}]}"#,
            "empty_list",
        ),
        (
            r#"{"dimensions": [{"id": "a"}, {"id": "a"}], "stages": [{"code": 0}]}"#,
            "duplicate_id",
        ),
        (
            r#"{"dimensions": [{"id": "a"}], "stages": [{"code": 0}], "not_on_the_scale": [{"code": 0}]}"#,
            "duplicate_id",
        ),
        (
            r#"{"dimensions": [{"id": "a"}], "stages": [{"code": -1}]}"#,
            "out_of_range",
        ),
        (r#"{"dimensions": [{"id": "a"}]}"#, "missing_field"),
    ] {
        assert_eq!(Taxonomy::parse(text).unwrap_err().code, wanted, "{text}");
    }
}

fn query(fields: &str) -> Query {
    let text = format!(
        r#"{{"pulso": 1, "queries": [{{"id": "q", "dataset": "d", "estimate": "policy_status", {fields}}}]}}"#
    );
    Document::parse(&text).unwrap().queries.remove(0)
}

#[test]
fn a_query_gives_a_row_for_each_country_and_date() {
    let events = read(LEDGER).value;
    let result = policy::run(
        &query(r#""dimension": "D01", "on": ["2013", "2020-01-01"], "by": ["country"]"#),
        &events,
        &taxonomy(),
    )
    .unwrap();
    let rows: Vec<_> = result
        .rows
        .iter()
        .map(|row| {
            (
                row.by["country"].clone(),
                row.item.as_deref().unwrap(),
                row.estimate,
                row.category.clone(),
                row.flags.clone(),
            )
        })
        .collect();
    let country = |iso3: &str| Code::Text(iso3.into());
    assert_eq!(
        rows,
        [
            (country("CHL"), "2013", None, None, vec![Flag::NoData]),
            (
                country("CHL"),
                "2020-01-01",
                None,
                Some(Code::Number(8.0)),
                vec![Flag::NoData]
            ),
            (country("PER"), "2013", Some(1.0), None, vec![]),
            (country("PER"), "2020-01-01", Some(2.0), None, vec![]),
        ]
    );
    let columns: Vec<_> = result
        .columns
        .iter()
        .map(|column| (column.name.as_str(), column.values.len()))
        .collect();
    assert_eq!(
        columns,
        [("country", 2), ("date", 2), ("stage", 4), ("category", 2)]
    );
    assert_eq!(result.method.unit, "stage");
    assert_eq!(result.notes[0].code, "policy_coverage");
    let none = policy::run(
        &query(r#""dimension": "D02", "on": ["2020"], "known_on": "2020""#),
        &events,
        &taxonomy(),
    )
    .unwrap();
    assert!(
        none.rows
            .iter()
            .all(|row| row.estimate.is_none() && row.flags == [Flag::NoData])
    );
    assert_eq!(
        none.columns[2].values.len(),
        3,
        "the dimension ends at stage 2"
    );
}

#[test]
fn doubt_and_undated_records_are_noted() {
    let events = read("iso3,dimension_id,stage,date_event\n PER,D01,1,2010\n PER,D01,2,2014").value;
    let result = policy::run(
        &query(r#""dimension": "D01", "on": ["2014-06-30"]"#),
        &events,
        &taxonomy(),
    )
    .unwrap();
    assert_eq!(result.rows[0].estimate, None);
    assert_eq!(result.notes[1].code, "policy_date_uncertain");
    let result = policy::run(
        &query(r#""dimension": "D01", "on": ["2020"], "known_on": "2021""#),
        &events,
        &taxonomy(),
    )
    .unwrap();
    assert_eq!(result.notes[1].code, "policy_undated_records");
}

#[test]
fn a_wrong_query_says_what_is_wrong() {
    let events = read(LEDGER).value;
    for (fields, wanted) in [
        (r#""dimension": "D1", "on": ["2020"]"#, "unknown_dimension"),
        (r#""dimension": "D01", "on": ["soon"]"#, "invalid_date"),
        (r#""dimension": "D01""#, "field_needed"),
        (r#""on": ["2020"]"#, "field_needed"),
    ] {
        assert_eq!(
            policy::run(&query(fields), &events, &taxonomy())
                .unwrap_err()
                .code,
            wanted
        );
    }
}
