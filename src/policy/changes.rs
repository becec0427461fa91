//! Changes of a policy: every event that moves a country to another stage, with its date and where it can be looked up.

use super::run::{column, labelled, plain, row};
use super::{Event, Events, Taxonomy};
use crate::codebook::Code;
use crate::date::Date;
use crate::document::Query;
use crate::error::{Error, Result};
use crate::estimate::{Flag, Method, QueryResult, ResultColumn, Row};
use crate::json;
use crate::short_map::ShortMap;

/// Answers `policy_changes`: for each country that the tracker knows, its events from `from` to `to` in order of date.
///
/// A row holds the date as its item, the stage from that day on as its estimate, its source, and as its category what changed:
/// `new` (from nothing), `upgraded`, `downgraded`, `repealed` (to nothing), `recoded` (from a code off the scale or after a gap),
/// `first_assessed` (nothing was known before). Only the first four are changes of policy. An event that leaves the stage as it is
/// makes no row. From `from` on the stage that is in force that day stands first, with the date of its event and without a
/// category. A country of which nothing is known in that time has one row, without a date, with the flag `no_data`.
///
/// # Errors
/// `field_needed` without a dimension; `unknown_dimension`; `invalid_date`.
pub fn run(query: &Query, events: &Events, taxonomy: &Taxonomy) -> Result<QueryResult> {
    let dimension = query.dimension.as_ref().ok_or_else(|| {
        Error::new("field_needed")
            .with("field", "dimension")
            .with("kind", "policy_changes")
    })?;
    let dimension = taxonomy.dimension(dimension)?;
    let known_on = date(&query.known_on)?;
    let first = date(&query.from)?.map_or(i64::MIN, Date::first_day);
    let last = date(&query.to)?.map_or(i64::MAX, Date::last_day);

    let countries = events.countries();
    let mut rows = Vec::new();
    for country in &countries {
        let before = rows.len();
        let (mut stage, mut code, mut assessed) = (None, None, false);
        for event in events.valid(country, &dimension.id, known_on) {
            let day = event.date_event.last_day();
            if day > last {
                break;
            }
            let now = event.stage.filter(|code| taxonomy.is_stage(*code));
            let change = change(stage, now, assessed);
            let unchanged = rows.len() > before && code == event.stage;
            (stage, code, assessed) = (now, event.stage, assessed || now.is_some());
            if day <= first {
                // What comes later replaces what was in force.
                rows.truncate(before);
                rows.push(of_event(event, None, taxonomy));
            } else if !unchanged {
                rows.push(of_event(event, change, taxonomy));
            }
        }
        if rows.len() == before {
            rows.push(Row {
                by: ShortMap::from([("country".into(), Code::Text((*country).into()))]),
                flags: vec![Flag::NoData],
                ..Row::default()
            });
        }
    }
    let columns = vec![
        column("country", countries.iter().map(|it| plain(it)).collect()),
        ResultColumn {
            label: Some(dimension.label.clone()),
            ..column("stage", labelled(&taxonomy.stages, dimension.max))
        },
        column("category", labelled(&taxonomy.not_on_the_scale, None)),
    ];
    Ok(QueryResult {
        id: query.id.clone(),
        query: json::of(query),
        method: Method::exact("policy_changes", "stage"),
        columns,
        rows,
        comparisons: Vec::new(),
        notes: Vec::new(),
    })
}

/// A date of the query.
pub(super) fn date(text: &Option<String>) -> Result<Option<Date>> {
    text.as_deref().map(Date::parse).transpose()
}

fn of_event(event: &Event, change: Option<&str>, taxonomy: &Taxonomy) -> Row {
    let date = event.date_event.to_string();
    let row = row(&event.iso3, &date, event.stage, taxonomy);
    Row {
        category: row
            .category
            .or(change.map(|change| Code::Text(change.into()))),
        source: event.source.clone(),
        ..row
    }
}

fn change(before: Option<u8>, now: Option<u8>, assessed: bool) -> Option<&'static str> {
    Some(match (before, now) {
        (_, None) => return None,
        (None, Some(_)) if assessed => "recoded",
        (None, Some(_)) => "first_assessed",
        (Some(0), Some(now)) if now > 0 => "new",
        (Some(before), Some(0)) if before > 0 => "repealed",
        (Some(before), Some(now)) if now > before => "upgraded",
        _ => "downgraded",
    })
}
