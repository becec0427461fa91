//! How a policy spreads: the share of countries that have reached a stage, by date.

use super::changes::date;
use super::run::{column, labelled};
use super::{Dimension, Events, Taxonomy};
use crate::codebook::Code;
use crate::date::Date;
use crate::document::Query;
use crate::error::{Error, Result};
use crate::estimate::{Flag, LabelledCode, Method, QueryResult, Row};
use crate::json;
use crate::numeric::normal_quantile;
use crate::short_map::ShortMap;

/// A country: when it adopted, or until when it is known not to have.
struct Seen {
    day: i64,
    date: String,
    adopted: bool,
}

/// Answers `policy_adoption`: for each dimension (the one of the query, or all), the share of countries that have reached stage
/// `target` (the second of the scale without it), as a curve of steps.
///
/// The curve is one less Kaplan and Meier's estimate of those who have not adopted, with Greenwood's error and an interval on the
/// log-log scale (Kalbfleisch and Prentice, *The statistical analysis of failure time data*, 1.4). A country that has not adopted
/// is looked at until its last event or, where the tracker keeps it, its last record; what happens after `to` is left out, and
/// what happened by `from` counts on that day. A date that is known to the year or the month is its last day.
///
/// A row holds the date as its item, the share, its error and interval, and as its n the countries that had not adopted before and
/// were still looked at. The first row is the beginning, the last one the last day anybody was looked at.
///
/// # Errors
/// `unknown_dimension`; `invalid_date`; `out_of_range` (value, min, max) for a target that is no stage.
pub fn run(query: &Query, events: &Events, taxonomy: &Taxonomy) -> Result<QueryResult> {
    let dimensions: Vec<&Dimension> = match &query.dimension {
        Some(id) => vec![taxonomy.dimension(id)?],
        None => taxonomy.dimensions.iter().collect(),
    };
    let codes = taxonomy.stages.iter().map(|stage| stage.code);
    let (least, most) = (codes.clone().nth(1).unwrap_or(1), codes.max().unwrap_or(1));
    let target = query.target.unwrap_or(f64::from(least));
    if !(target > 0.0 && target <= f64::from(most)) {
        return Err(Error::new("out_of_range")
            .with("value", target)
            .with("min", f64::from(least))
            .with("max", f64::from(most))
            .at("/target"));
    }
    let level = query.ci.clone().unwrap_or_default().level;
    let z = normal_quantile((1.0 - level) / 2.0);
    let mut rows = Vec::new();
    for dimension in &dimensions {
        let seen = seen(query, events, taxonomy, &dimension.id, target)?;
        let own = curve(seen, date(&query.from)?, z);
        rows.extend(own.into_iter().map(|row| Row {
            by: ShortMap::from([("dimension".into(), Code::Text(dimension.id.clone()))]),
            ..row
        }));
    }
    let named = dimensions.iter().map(|dimension| LabelledCode {
        code: Code::Text(dimension.id.clone()),
        label: Some(dimension.label.clone()),
    });
    let mut stages = labelled(&taxonomy.stages, None);
    stages.retain(|stage| matches!(stage.code, Code::Number(code) if code >= target));
    Ok(QueryResult {
        id: query.id.clone(),
        query: json::of(query),
        method: Method {
            variance: Some("greenwood".into()),
            interval: Some("log_log".into()),
            level: Some(level),
            unit: "share".into(),
            ..Method::exact("policy_adoption", "stage")
        },
        columns: vec![
            column("dimension", named.collect()),
            column("stage", stages),
        ],
        rows,
        comparisons: Vec::new(),
        notes: Vec::new(),
    })
}

fn seen(
    query: &Query,
    events: &Events,
    taxonomy: &Taxonomy,
    dimension: &str,
    target: f64,
) -> Result<Vec<Seen>> {
    let known_on = date(&query.known_on)?;
    let from = date(&query.from)?;
    let to = date(&query.to)?;
    let mut all = Vec::new();
    for country in events.countries() {
        let valid = events.valid(country, dimension, known_on);
        let reached = |code: u8| taxonomy.is_stage(code) && f64::from(code) >= target;
        let adopted = valid.iter().find(|event| event.stage.is_some_and(reached));
        let looked = valid
            .iter()
            .flat_map(|event| [Some(event.date_event), event.date_recorded])
            .flatten()
            .max();
        let adopted = adopted.map(|event| event.date_event);
        let within = |date: &Date| to.is_none_or(|to| date.last_day() <= to.last_day());
        let adopted = adopted.filter(within);
        let Some(mut last) = adopted.or(looked) else {
            continue;
        };
        if let Some(to) = to.filter(|_| !within(&last)) {
            last = to;
        }
        if let Some(from) = from.filter(|from| last.last_day() < from.first_day()) {
            // Whoever was looked at last before the beginning says nothing of what came after.
            if adopted.is_none() {
                continue;
            }
            last = from;
        }
        all.push(Seen {
            day: last.last_day(),
            date: last.to_string(),
            adopted: adopted.is_some(),
        });
    }
    crate::order::sort(&mut all, &|a: &Seen, b: &Seen| a.day.cmp(&b.day));
    Ok(all)
}

fn curve(seen: Vec<Seen>, from: Option<Date>, z: f64) -> Vec<Row> {
    let (mut rows, mut surviving, mut sum): (Vec<Row>, f64, f64) = (Vec::new(), 1.0, 0.0);
    let row = |date: &str, surviving: f64, sum: f64, at_risk: usize| {
        // Where nobody or everybody has adopted the log-log interval does not exist.
        let inside = surviving > 0.0 && surviving < 1.0;
        let half = z * sum.sqrt() / libm::log(surviving).abs();
        let end = |sign: f64| 1.0 - libm::pow(surviving, libm::exp(sign * half));
        Row {
            item: Some(date.into()),
            estimate: Some(1.0 - surviving),
            se: inside.then(|| surviving * sum.sqrt()),
            ci: inside.then(|| [end(-1.0), end(1.0)]),
            n: Some(at_risk as u64),
            flags: match inside {
                true => Vec::new(),
                false => vec![Flag::AtBound],
            },
            ..Row::default()
        }
    };
    let begins = |from: &Date| seen.first().is_none_or(|first| first.day > from.last_day());
    if let Some(from) = from.filter(begins) {
        rows.push(row(&from.to_string(), 1.0, 0.0, seen.len()));
    }
    for (at, first) in seen.iter().enumerate() {
        if at > 0 && seen[at - 1].day == first.day {
            continue;
        }
        let same = seen[at..].iter().filter(|other| other.day == first.day);
        let (at_risk, adopting) = (
            (seen.len() - at) as f64,
            same.filter(|other| other.adopted).count() as f64,
        );
        if adopting > 0.0 {
            surviving *= 1.0 - adopting / at_risk;
            sum += adopting / (at_risk * (at_risk - adopting));
        }
        let is_end = seen.last().is_some_and(|last| last.day == first.day);
        if adopting > 0.0 || is_end {
            rows.push(row(&first.date, surviving, sum, seen.len() - at));
        }
    }
    rows
}
