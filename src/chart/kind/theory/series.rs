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
    let boxes: Vec<Statement> = theory
        .nodes
        .iter()
        .map(|node| {
            let standing = assessment.nodes.iter().find(|status| status.id == node.id);
            let (observed, total) =
                standing.map_or((0, 0), |status| (status.observed, status.total));
            let observed = match total {
                0 => context.say(&say::NO_INDICATOR).to_string(),
                _ => say::OBSERVED_OF.with(
                    total,
                    context.locale,
                    &[("observed", &integer(observed, context.locale))],
                ),
            };
            let indicators = theory
                .indicators
                .iter()
                .filter(|indicator| indicator.node == node.id)
                .filter_map(|indicator| Some((indicator, status_of(assessment, indicator)?)))
                .map(|(indicator, status)| measure(context, indicator, status))
                .collect();
            Statement {
                id: node.id.clone(),
                title: node.title.get(context.locale).to_string(),
                context_only: node.context_only,
                status: standing.map_or(Status::NoData, |status| status.status),
                progress: standing.and_then(|status| status.progress),
                observed,
                indicators,
            }
        })
        .collect();
    let index = |id: &str| theory.nodes.iter().position(|node| node.id == id);
    let links = theory
        .links
        .iter()
        .filter_map(|link| {
            let (from, to) = (index(&link.from)?, index(&link.to)?);
            let same = |status: &&crate::theory::LinkStatus| {
                status.from == link.from && status.to == link.to
            };
            let reading = assessment
                .links
                .iter()
                .find(same)
                .map_or(Reading::Untested, |status| status.reading);
            let strength = link
                .strength
                .map_or("?".to_string(), |strength| strength.to_string());
            let params = [
                ("from", boxes[from].title.as_str()),
                ("to", boxes[to].title.as_str()),
                ("reading", context.say(reading_word(reading))),
                ("strength", &strength),
            ];
            (from != to).then(|| Arrow {
                from,
                to,
                reading,
                strength: link.strength,
                label: context.tell(&say::LINK_IN_WORDS, &params),
            })
        })
        .collect();
    Series {
        columns: columns(context, theory),
        boxes,
        links,
    }
}

/// The columns as the theory names them; nodes of a column without a heading come after, under its id.
fn columns(context: &Context, theory: &Theory) -> Vec<(String, Vec<usize>)> {
    let mut names: Vec<(&str, String)> = theory
        .columns
        .iter()
        .map(|column| {
            (
                column.id.as_str(),
                column.title.get(context.locale).to_string(),
            )
        })
        .collect();
    for node in &theory.nodes {
        if !names.iter().any(|(id, _)| *id == node.column) {
            names.push((&node.column, node.column.clone()));
        }
    }
    let nodes = |id: &str| {
        let of = theory
            .nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| node.column == id);
        of.map(|(index, _)| index).collect::<Vec<usize>>()
    };
    names
        .into_iter()
        .map(|(id, title)| (title, nodes(id)))
        .filter(|(_, nodes)| !nodes.is_empty())
        .collect()
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
    let mut words = vec![context.say(status_word(status.status))];
    words.extend(
        status
            .firm
            .map(|firm| context.say(if firm { &say::FIRM } else { &say::NOT_FIRM })),
    );
    if status.illustrative {
        words.push(context.say(&say::ILLUSTRATIVE));
    }
    Measure {
        title: indicator.title.get(context.locale).to_string(),
        status: status.status,
        figures: text,
        words: words.join(" · "),
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
