//! Answers queries to policy events.

use super::{Events, Stage, Taxonomy};
use crate::codebook::Code;
use crate::date::Date;
use crate::document::{EstimateKind, Query};
use crate::error::{Error, Result};
use crate::estimate::{Flag, LabelledCode, Method, QueryResult, ResultColumn, Row};
use crate::json;
use crate::short_map::ShortMap;

/// Answers a query to policy events. `policy_changes` and `policy_adoption` have files of their own.
///
/// `policy_status`: one row for each country that the tracker knows and each date, in that order.
///
/// A row holds the stage as its estimate. Where the status is not known, or rests on an event that may or may not have
/// happened by then, there is no number and the flag `no_data`; a code off the scale is no number either, and stands as the
/// row's category. Columns: `country`, `date` (the rows' `item`), `stage` with the words of the scale, and `category` where a
/// row has one.
///
/// Notes: `policy_coverage` {known, cells}; `policy_undated_records` {events} where a date of knowledge is asked of events
/// without one; `policy_date_uncertain` {country, date} for each status in doubt.
///
/// # Errors
/// `field_needed` without a dimension or dates; `unknown_dimension`; `invalid_date`.
pub fn run(query: &Query, events: &Events, taxonomy: &Taxonomy) -> Result<QueryResult> {
    #[cfg(feature = "complete")]
    match query.estimate {
        EstimateKind::PolicyChanges => return super::changes::run(query, events, taxonomy),
        EstimateKind::PolicyAdoption => return super::adoption::run(query, events, taxonomy),
        _ => {}
    }
    #[cfg(not(feature = "complete"))]
    if query.estimate != EstimateKind::PolicyStatus {
        return Err(Error::new("needs_complete_engine").with("value", "policy"));
    }
    let needed = |field: &str| {
        Error::new("field_needed")
            .with("field", field)
            .with("kind", "policy_status")
    };
    let dimension = query
        .dimension
        .as_ref()
        .ok_or_else(|| needed("dimension"))?;
    let dimension = taxonomy.dimension(dimension)?;
    if query.on.is_empty() {
        return Err(needed("on"));
    }
    let dates = query
        .on
        .iter()
        .map(|text| Date::parse(text).map(|date| (text, date)))
        .collect::<Result<Vec<_>>>()?;
    let known_on = query.known_on.as_deref().map(Date::parse).transpose()?;

    let countries = events.countries();
    let mut rows = Vec::with_capacity(countries.len() * dates.len());
    let mut notes = Vec::new();
    for country in &countries {
        for (text, date) in &dates {
            let status = events.status(country, &dimension.id, *date, known_on);
            if status.is_some_and(|status| status.unless.is_some()) {
                notes.push(
                    Error::new("policy_date_uncertain")
                        .with("country", *country)
                        .with("date", text.as_str()),
                );
            }
            let code = status.and_then(|status| status.code());
            #[allow(unused_mut)]
            let mut row = row(country, text, code, taxonomy);
            #[cfg(feature = "complete")]
            if !row.flags.contains(&Flag::NoData) {
                row.source = status.and_then(|status| status.event.source.clone());
            }
            rows.push(row);
        }
    }
    let known = rows.iter().filter(|row| row.flags.is_empty()).count();
    let coverage = Error::new("policy_coverage")
        .with("known", known)
        .with("cells", rows.len());
    let undated = events
        .all()
        .iter()
        .filter(|event| event.date_recorded.is_none())
        .count();
    if known_on.is_some() && undated > 0 {
        notes.insert(
            0,
            Error::new("policy_undated_records").with("events", undated),
        );
    }
    notes.insert(0, coverage);

    let mut columns = vec![
        column(
            "country",
            countries.iter().map(|code| plain(code)).collect(),
        ),
        column("date", dates.iter().map(|(text, _)| plain(text)).collect()),
        ResultColumn {
            label: Some(dimension.label.clone()),
            ..column("stage", labelled(&taxonomy.stages, dimension.max))
        },
    ];
    if rows.iter().any(|row| row.category.is_some()) {
        columns.push(column(
            "category",
            labelled(&taxonomy.not_on_the_scale, None),
        ));
    }
    Ok(QueryResult {
        id: query.id.clone(),
        query: json::of(query),
        method: Method::exact("policy_status", "stage"),
        columns,
        rows,
        comparisons: Vec::new(),
        notes,
    })
}

pub(super) fn row(country: &str, date: &str, code: Option<u8>, taxonomy: &Taxonomy) -> Row {
    let stage = code.filter(|code| taxonomy.is_stage(*code));
    Row {
        by: ShortMap::from([("country".into(), Code::Text(country.into()))]),
        item: Some(date.into()),
        category: code
            .filter(|_| stage.is_none())
            .map(|code| Code::Number(code.into())),
        estimate: stage.map(f64::from),
        flags: if stage.is_none() {
            vec![Flag::NoData]
        } else {
            Vec::new()
        },
        ..Row::default()
    }
}

pub(super) fn column(name: &str, values: Vec<LabelledCode>) -> ResultColumn {
    ResultColumn {
        name: name.into(),
        label: None,
        values,
    }
}

pub(super) fn plain(code: &str) -> LabelledCode {
    LabelledCode {
        code: Code::Text(code.into()),
        label: None,
    }
}

pub(super) fn labelled(stages: &[Stage], max: Option<u8>) -> Vec<LabelledCode> {
    stages
        .iter()
        .filter(|stage| max.is_none_or(|max| stage.code <= max))
        .map(|stage| LabelledCode {
            code: Code::Number(stage.code.into()),
            label: Some(stage.label.clone()),
        })
        .collect()
}
