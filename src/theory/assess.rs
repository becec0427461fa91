//! Holds results against the theory.

use super::{Assessment, Link, LinkStatus, Node, NodeStatus, Reading, Theory};
use crate::codebook::Code;
use crate::date::Date;
use crate::document::{Basis, Document, Publication};
use crate::error::Error;
use crate::estimate::{QueryResult, Results, Row};
use crate::indicator::{self, Indicator, IndicatorStatus, Measured, Status, Unit};
use crate::numeric::Within;

/// Where the theory of a publication stands: each indicator, then each node from its indicators, then each link from its two
/// nodes. Empty for a document without a theory.
///
/// Nothing fails: an indicator whose targets contradict it, or whose row is not among the results, is named in
/// [`Assessment::errors`] (the codes of [`indicator::status`], and `unknown_row` {indicator, query}).
pub fn assess(publication: &Publication) -> Assessment {
    let Some(theory) = &publication.document.theory else {
        return Assessment::default();
    };
    let mut errors = Vec::new();
    let mut indicators = Vec::with_capacity(theory.indicators.len());
    for (index, indicator) in theory.indicators.iter().enumerate() {
        let (measured, absent) = measure(indicator, publication);
        let mut wrong = |error: Error| {
            errors.push(error.within(&format!("/theory/indicators/{index}")));
        };
        if let Some(error) = absent {
            wrong(error);
        }
        indicators.push(match indicator::status(indicator, &measured) {
            Ok(standing) => standing,
            Err(error) => {
                wrong(error);
                indicator::unjudged(indicator, &measured)
            }
        });
    }
    let mut nodes = Vec::with_capacity(theory.nodes.len());
    for node in &theory.nodes {
        nodes.push(roll_up(node, &indicators));
    }
    let mut links = Vec::with_capacity(theory.links.len());
    for link in &theory.links {
        links.push(LinkStatus {
            from: link.from.clone(),
            to: link.to.clone(),
            reading: read(theory, link, &indicators),
        });
    }
    Assessment {
        indicators,
        nodes,
        links,
        errors,
    }
}

/// The later of what its query gave and what was entered by hand, and what is wrong where its row cannot be found.
fn measure(indicator: &Indicator, publication: &Publication) -> (Measured, Option<Error>) {
    let by_hand = Measured::latest(&indicator.observations);
    let found = indicator.query.as_ref().and_then(|name| {
        // A query that failed says so among the results' own errors.
        let result = result_of(&publication.results, name)?;
        let row = row_of(result, indicator);
        if row.is_some_and(|row| indicator.unit == Unit::Share && !may_be_a_share(row, result)) {
            return None;
        }
        let row = row.ok_or_else(|| {
            Error::new("unknown_row")
                .with("indicator", indicator.id.as_str())
                .with("query", name.as_str())
                .at("/row")
        });
        Some(row.map(|row| from_row(row, result, date_of(indicator, &publication.document))))
    });
    match (found, by_hand) {
        (Some(Ok(found)), Some(by_hand)) if found.value.is_none() || by_hand.date > found.date => {
            (by_hand, None)
        }
        (Some(Ok(found)), _) => (found, None),
        (Some(Err(error)), by_hand) => (by_hand.unwrap_or_default(), Some(error)),
        (None, by_hand) => (by_hand.unwrap_or_default(), None),
    }
}

/// Whether a number may be meant in percent. The run says where a score is; that it is none can still be seen of the number.
fn may_be_a_share(row: &Row, result: &QueryResult) -> bool {
    let within = |value: f64| (-1.0..=1.0).contains(&value);
    result.method.unit != "value" || row.estimate.is_none_or(within)
}

fn result_of<'a>(results: &'a Results, query: &str) -> Option<&'a QueryResult> {
    results.results.iter().find(|result| result.id == query)
}

/// The row that the indicator names; without a name the regional average, or the only row.
fn row_of<'a>(result: &'a QueryResult, indicator: &Indicator) -> Option<&'a Row> {
    if indicator.row.is_empty() {
        let mut averages = result
            .rows
            .iter()
            .filter(|row| row.by.get("country").is_some_and(is_average));
        return match (averages.next(), averages.next()) {
            (Some(average), None) => Some(average),
            (None, _) if result.rows.len() == 1 => result.rows.first(),
            _ => None,
        };
    }
    let mut named = result
        .rows
        .iter()
        .filter(|row| indicator.row.iter().all(|(key, code)| row.has(key, code)));
    match (named.next(), named.next()) {
        (Some(row), None) => Some(row),
        _ => None,
    }
}

fn is_average(country: &Code) -> bool {
    matches!(country, Code::Text(name) if name == "average")
}

/// The indicator's date, or the one of its query's data set. A date that cannot be read is named by the document's check.
fn date_of(indicator: &Indicator, document: &Document) -> Option<Date> {
    let of_dataset = || {
        let query = indicator.query.as_ref()?;
        let query = document.queries.iter().find(|known| known.id == *query)?;
        let dataset = document
            .datasets
            .iter()
            .find(|known| known.id == query.dataset)?;
        dataset.date.as_ref()
    };
    let text = indicator.date.as_ref().or_else(of_dataset)?;
    Date::parse(text).ok()
}

fn from_row(row: &Row, result: &QueryResult, date: Option<Date>) -> Measured {
    Measured {
        value: row.estimate,
        se: row.se,
        df: row.df.and_then(crate::estimate::DegreesOfFreedom::of_error),
        ci: row.ci,
        n: row.n,
        date,
        basis: match result.method.basis.as_deref() {
            Some("probability") => Some(Basis::Probability),
            Some("census") => Some(Basis::Census),
            Some("self_selected") => Some(Basis::SelfSelected),
            _ => None,
        },
        flags: row.flags.clone(),
    }
}

/// A node from its indicators. Progress is capped here and nowhere else.
fn roll_up(node: &Node, indicators: &[IndicatorStatus]) -> NodeStatus {
    let (mut total, mut observed, mut made) = (0, 0, 0);
    let mut capped = 0.0;
    let mut weakest: Option<(f64, &IndicatorStatus)> = None;
    for standing in indicators {
        if standing.node != node.id {
            continue;
        }
        total += 1;
        observed += u64::from(standing.value.is_some());
        if let Some(progress) = standing.progress {
            made += 1;
            capped += progress.within(0.0, 1.0);
            if weakest.is_none_or(|(least, _)| progress.total_cmp(&least).is_lt()) {
                weakest = Some((progress, standing));
            }
        }
    }
    let weakest = weakest.map(|(_, standing)| standing);
    let enough = made > 0 && 2 * made >= total;
    NodeStatus {
        id: node.id.clone(),
        progress: enough.then(|| capped / made as f64),
        status: match weakest {
            Some(standing) => standing.status,
            None if observed > 0 => Status::NotDue,
            None => Status::NoData,
        },
        weakest: weakest.map(|standing| standing.id.clone()),
        observed,
        total,
    }
}

/// See [`Reading`].
fn read(theory: &Theory, link: &Link, indicators: &[IndicatorStatus]) -> Reading {
    let (from, to) = (
        movement(theory, &link.from, indicators),
        movement(theory, &link.to, indicators),
    );
    let both_moved = from > 0 && to > 0;
    let strength = link.strength.unwrap_or(0);
    if from > 0 && to < 0 {
        Reading::Contradicted
    } else if strength >= 2 && both_moved {
        Reading::Supported
    } else if strength >= 1 || both_moved {
        Reading::Plausible
    } else {
        Reading::Untested
    }
}

/// Indicators of the node that moved, less those that moved away.
fn movement(theory: &Theory, node: &str, indicators: &[IndicatorStatus]) -> i64 {
    let is_context = |known: &Node| known.id == node && known.context_only;
    if theory.nodes.iter().any(is_context) {
        return 0;
    }
    let mut movement = 0;
    for (indicator, standing) in theory.indicators.iter().zip(indicators) {
        if let Some(progress) = standing.progress
            && indicator.node == node
            && !indicator.is_kept()
        {
            let [low, high] = standing.progress_ci.unwrap_or([progress; 2]);
            movement += i64::from(low > 0.0) - i64::from(high < 0.0);
        }
    }
    movement
}
