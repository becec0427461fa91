//! The theory and its assessment as words and numbers.

use super::{reading_word, status_word};
use crate::chart::context::Context;
use crate::chart::figures::{Figures, Unit};
use crate::indicator::{self, Indicator, IndicatorStatus, Status};
use crate::locale::catalogue::chart as say;
use crate::locale::format::{date, integer};
use crate::theory::{Assessment, Reading, Theory};

/// Words and numbers; no pixels.
pub(super) struct Series {
    /// Headings with the boxes below each.
    pub columns: Vec<(String, Vec<usize>)>,
    pub boxes: Vec<Statement>,
    pub links: Vec<Arrow>,
}

/// A node.
pub(super) struct Statement {
    pub id: String,
    pub title: String,
    pub context_only: bool,
    pub status: Status,
    pub progress: Option<f64>,
    /// How many of its indicators have a value, in words.
    pub observed: String,
    pub indicators: Vec<Measure>,
    /// What the document's author says of it.
    pub note: Option<String>,
}

/// An indicator below its node.
pub(super) struct Measure {
    pub title: String,
    pub status: Status,
    /// Value, interval and target.
    pub figures: String,
    /// Status, firmness and whether the target is made up.
    pub words: String,
}

/// A link between two boxes.
pub(super) struct Arrow {
    pub from: usize,
    pub to: usize,
    pub reading: Reading,
    pub strength: Option<u8>,
    /// The link in words.
    pub label: String,
}

pub(super) fn resolve(context: &Context, theory: &Theory, assessment: &Assessment) -> Series {
    let mut boxes = Vec::with_capacity(theory.nodes.len());
    for node in &theory.nodes {
        let standing = assessment.nodes.iter().find(|status| status.id == node.id);
        let total = standing.map_or(0, |status| status.total);
        let observed = integer(standing.map_or(0, |status| status.observed), context.locale);
        let observed = match total {
            0 => context.say(&say::NO_INDICATOR).to_string(),
            _ => say::OBSERVED_OF.with(total, context.locale, &[("observed", &observed)]),
        };
        let mut indicators = Vec::new();
        for indicator in &theory.indicators {
            if let Some(status) = status_of(assessment, indicator)
                && indicator.node == node.id
            {
                indicators.push(measure(context, indicator, status));
            }
        }
        boxes.push(Statement {
            id: node.id.clone(),
            title: node.title.get(context.locale).to_string(),
            context_only: node.context_only,
            status: standing.map_or(Status::NoData, |status| status.status),
            progress: standing.and_then(|status| status.progress),
            observed,
            indicators,
            note: context.note_at("node", &node.id),
        });
    }
    let index = |id: &str| theory.nodes.iter().position(|node| node.id == id);
    let mut links = Vec::new();
    for link in &theory.links {
        let (Some(from), Some(to)) = (index(&link.from), index(&link.to)) else {
            continue;
        };
        if from == to {
            continue;
        }
        let mut readings = assessment.links.iter();
        let status = readings.find(|status| status.from == link.from && status.to == link.to);
        let reading = status.map_or(Reading::Untested, |status| status.reading);
        let params = [
            ("from", boxes[from].title.as_str()),
            ("to", &boxes[to].title),
            ("reading", context.say(reading_word(reading))),
            ("strength", &strength_text(link.strength)),
        ];
        links.push(Arrow {
            from,
            to,
            reading,
            strength: link.strength,
            label: context.tell(&say::LINK_IN_WORDS, &params),
        });
    }
    Series {
        columns: columns(context, theory),
        boxes,
        links,
    }
}

/// The strength of a link's evidence; a question mark where nobody has graded it.
pub(super) fn strength_text(strength: Option<u8>) -> String {
    strength.map_or("?".into(), |strength| strength.to_string())
}

/// The columns as the theory names them; nodes of a column without a heading come after, under its id.
fn columns(context: &Context, theory: &Theory) -> Vec<(String, Vec<usize>)> {
    let mut columns: Vec<(&str, String, Vec<usize>)> = Vec::new();
    for column in &theory.columns {
        let title = column.title.get(context.locale).to_string();
        columns.push((&column.id, title, Vec::new()));
    }
    for (index, node) in theory.nodes.iter().enumerate() {
        match columns.iter_mut().find(|(id, ..)| *id == node.column) {
            Some((_, _, nodes)) => nodes.push(index),
            None => columns.push((&node.column, node.column.clone(), vec![index])),
        }
    }
    columns.retain(|(_, _, nodes)| !nodes.is_empty());
    let named = columns.into_iter();
    named.map(|(_, title, nodes)| (title, nodes)).collect()
}

pub(super) fn status_of<'a>(
    assessment: &'a Assessment,
    indicator: &Indicator,
) -> Option<&'a IndicatorStatus> {
    assessment
        .indicators
        .iter()
        .find(|status| status.id == indicator.id)
}

pub(super) fn measure(
    context: &Context,
    indicator: &Indicator,
    status: &IndicatorStatus,
) -> Measure {
    let figures = figures(context, indicator, status);
    let value = status
        .value
        .map(|value| figures.with_span(value, status.ci));
    let target = indicator.targets.last();
    let text = match (value, target) {
        (None, None) => String::new(),
        (None, Some(target)) => {
            let (goal, when) = (
                figures.value(target.value),
                date(&target.date, context.locale),
            );
            format!("{} {goal} ({when})", context.say(&say::TARGET))
        }
        (Some(value), None) => value,
        (Some(value), Some(target)) => {
            let (goal, when) = (
                figures.value(target.value),
                date(&target.date, context.locale),
            );
            context.tell(
                &say::VALUE_AND_TARGET,
                &[("value", &value), ("target", &goal), ("date", &when)],
            )
        }
    };
    let firm = status.firm.map(|firm| match firm {
        true => &say::FIRM,
        false => &say::NOT_FIRM,
    });
    let made_up = status.illustrative.then_some(&say::ILLUSTRATIVE);
    let mut words = context.say(status_word(status.status)).to_string();
    for message in [firm, made_up].into_iter().flatten() {
        words = format!("{words} · {}", context.say(message));
    }
    Measure {
        title: indicator.title.get(context.locale).to_string(),
        status: status.status,
        figures: text,
        words,
    }
}

pub(super) fn figures<'a>(
    context: &Context<'a>,
    indicator: &Indicator,
    status: &IndicatorStatus,
) -> Figures<'a> {
    match indicator.unit {
        indicator::Unit::Share => Figures::new("share", 0.0, context.locale),
        indicator::Unit::Score => {
            Figures::new("value", status.value.unwrap_or(0.0), context.locale)
        }
        indicator::Unit::Count => Figures {
            unit: Unit::Value,
            decimals: 0,
            locale: context.locale,
        },
    }
}
