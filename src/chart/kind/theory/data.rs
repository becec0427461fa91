//! The indicators as a table for the reader and as data for a program.

use super::series::{figures, measure, status_of};
use crate::chart::context::Context;
use crate::chart::scene::{Cell, TableData, Tidy};
use crate::chart::tabulate::flag_name;
use crate::locale::catalogue::chart as say;
use crate::locale::format::{date, percent};
use crate::shape::name;
use crate::text::joined;
use crate::theory::{Assessment, Theory};

pub(super) fn table(context: &Context, theory: &Theory, assessment: &Assessment) -> TableData {
    let head = [
        &say::STATEMENT,
        &say::INDICATOR,
        &say::ESTIMATE,
        &say::TARGET,
        &say::PROGRESS,
        &say::STATUS,
    ];
    let mut rows = Vec::new();
    for indicator in &theory.indicators {
        let Some(status) = status_of(assessment, indicator) else {
            continue;
        };
        let figures = figures(context, indicator, status);
        let node = theory.nodes.iter().find(|node| node.id == indicator.node);
        let statement = node.map_or("", |node| node.title.get(context.locale));
        let target = indicator.targets.last().map(|target| {
            let date = date(&target.date, context.locale);
            format!("{} ({date})", figures.value(target.value))
        });
        let value = status.value;
        let value = value.map(|value| figures.with_span(value, status.ci));
        let progress = status.progress;
        let progress = progress.map(|progress| percent(progress, 0, context.locale));
        rows.push(vec![
            statement.to_string(),
            indicator.title.get(context.locale).to_string(),
            value.unwrap_or_else(|| "–".into()),
            target.unwrap_or_default(),
            progress.unwrap_or_default(),
            measure(context, indicator, status).words,
        ]);
    }
    TableData {
        head: head.map(|message| context.say(message).to_string()).into(),
        rows,
    }
}

pub(super) fn tidy(assessment: &Assessment) -> Tidy {
    const HEAD: [&str; 16] = [
        "node",
        "indicator",
        "value",
        "se",
        "ci_low",
        "ci_high",
        "n",
        "date",
        "expected",
        "progress",
        "progress_low",
        "progress_high",
        "pace",
        "status",
        "firm",
        "flags",
    ];
    let number = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Number);
    let rows = assessment.indicators.iter().map(|status| {
        let mut flags: Vec<String> = status.flags.iter().map(|flag| flag_name(*flag)).collect();
        flags.extend(status.illustrative.then(|| "illustrative".to_string()));
        vec![
            Cell::Text(status.node.clone()),
            Cell::Text(status.id.clone()),
            number(status.value),
            number(status.se),
            number(status.ci.map(|ci| ci[0])),
            number(status.ci.map(|ci| ci[1])),
            number(status.n.map(|n| n as f64)),
            status.date.clone().map_or(Cell::Empty, Cell::Text),
            number(status.expected),
            number(status.progress),
            number(status.progress_ci.map(|ci| ci[0])),
            number(status.progress_ci.map(|ci| ci[1])),
            number(status.pace),
            Cell::Text(name(&status.status)),
            status
                .firm
                .map_or(Cell::Empty, |firm| Cell::Text(firm.to_string())),
            Cell::Text(joined(&flags, " ")),
        ]
    });
    Tidy {
        head: HEAD.map(String::from).to_vec(),
        rows: rows.collect(),
    }
}
