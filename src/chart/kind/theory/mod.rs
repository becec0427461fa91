//! Columns of a theory of change with the status of each node, and links with their evidence.

mod boxes;
mod routes;

use crate::chart::context::Context;
use crate::chart::figures::{Figures, Unit};
use crate::chart::footer::footer;
use crate::chart::frame::{Frame, framed};
use crate::chart::guide::{Area, Key, Look, Placed};
use crate::chart::scene::{Cell, Group, Mark, Role, Scene, Stroke, TableData, Tidy};
use crate::chart::tabulate::flag_name;
use crate::error::{Error, Result};
use crate::indicator::{self, Indicator, IndicatorStatus, Status};
use crate::locale::catalogue::chart as say;
use crate::locale::format::{date, integer, percent};
use crate::locale::message::Message;
use crate::theory::{Assessment, Reading, Theory, assess};

/// Words and numbers; no pixels.
struct Series {
    /// Headings with the boxes below each.
    columns: Vec<(String, Vec<usize>)>,
    boxes: Vec<Statement>,
    links: Vec<Arrow>,
}

/// A node.
struct Statement {
    id: String,
    title: String,
    context_only: bool,
    status: Status,
    progress: Option<f64>,
    /// How many of its indicators have a value, in words.
    observed: String,
    indicators: Vec<Measure>,
}

/// An indicator below its node.
struct Measure {
    title: String,
    status: Status,
    /// Value, interval and target.
    figures: String,
    /// Status, firmness and whether the target is made up.
    words: String,
}

/// A link between two boxes.
struct Arrow {
    from: usize,
    to: usize,
    reading: Reading,
    strength: Option<u8>,
    /// The link in words.
    label: String,
}

/// Draws the chart.
pub(in crate::chart) fn draw(context: &Context) -> Result<Scene> {
    let theory = context
        .publication
        .document
        .theory
        .as_ref()
        .ok_or_else(|| {
            Error::new("chart_without_theory").with("chart", context.spec.id.as_str())
        })?;
    let assessment = assess(context.publication);
    let series = resolve(context, theory, &assessment);
    let title = match &context.spec.title {
        Some(title) => title.get(context.locale).to_string(),
        None => finding(context, &assessment),
    };
    let table = table(context, theory, &assessment);
    let frame = Frame {
        description: describe(context, &title, &series),
        title,
        subtitle: context.subtitle(None),
        legend: legend(context, &series),
        footer: footer(context, None, explain(context, &assessment, &series)),
        table,
        data: tidy(&assessment),
    };
    Ok(framed(context, frame, |area| place(context, &series, area)))
}

fn resolve(context: &Context, theory: &Theory, assessment: &Assessment) -> Series {
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

fn status_of<'a>(assessment: &'a Assessment, indicator: &Indicator) -> Option<&'a IndicatorStatus> {
    assessment
        .indicators
        .iter()
        .find(|status| status.id == indicator.id)
}

fn measure(context: &Context, indicator: &Indicator, status: &IndicatorStatus) -> Measure {
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

fn figures<'a>(
    context: &Context<'a>,
    indicator: &Indicator,
    status: &IndicatorStatus,
) -> Figures<'a> {
    match indicator.unit {
        indicator::Unit::Share => Figures::new("share", std::iter::empty(), context.locale),
        indicator::Unit::Score => Figures::new("value", status.value.into_iter(), context.locale),
        indicator::Unit::Count => Figures {
            unit: Unit::Value,
            decimals: 0,
            locale: context.locale,
        },
    }
}

/// The word of a status.
fn status_word(status: Status) -> &'static Message {
    match status {
        Status::Achieved => &say::ACHIEVED,
        Status::OnTrack => &say::ON_TRACK,
        Status::AtRisk => &say::AT_RISK,
        Status::OffTrack => &say::OFF_TRACK,
        Status::MovingAway => &say::MOVING_AWAY,
        Status::NoData => &say::KEY_NO_DATA,
        Status::NotDue => &say::NOT_DUE,
    }
}

fn reading_word(reading: Reading) -> &'static Message {
    match reading {
        Reading::Supported => &say::LINK_SUPPORTED,
        Reading::Plausible => &say::LINK_PLAUSIBLE,
        Reading::Untested => &say::LINK_UNTESTED,
        Reading::Contradicted => &say::LINK_CONTRADICTED,
    }
}

fn finding(context: &Context, assessment: &Assessment) -> String {
    let count = |wanted: &[Status]| {
        let found = assessment
            .indicators
            .iter()
            .filter(|status| wanted.contains(&status.status));
        integer(found.count() as u64, context.locale)
    };
    if assessment.indicators.is_empty() {
        return context.say(&say::THEORY_WITHOUT_INDICATORS).to_string();
    }
    let total = integer(assessment.indicators.len() as u64, context.locale);
    let params = [
        ("total", total.as_str()),
        ("good", &count(&[Status::Achieved, Status::OnTrack])),
        (
            "bad",
            &count(&[Status::AtRisk, Status::OffTrack, Status::MovingAway]),
        ),
        ("open", &count(&[Status::NoData, Status::NotDue])),
    ];
    context.tell(&say::INDICATORS_STAND, &params)
}

fn describe(context: &Context, title: &str, series: &Series) -> String {
    let mut sentences = vec![format!("{title}.")];
    for (heading, nodes) in &series.columns {
        for node in nodes.iter().map(|index| &series.boxes[*index]) {
            let status = context.say(status_word(node.status));
            sentences.push(format!("{heading}: {} ({status}).", node.title));
        }
    }
    sentences.extend(series.links.iter().map(|link| format!("{}.", link.label)));
    sentences.join(" ")
}

/// Statuses and readings that occur, each with its sign and its word.
fn legend(context: &Context, series: &Series) -> Vec<(Key, String)> {
    let statuses = [
        Status::Achieved,
        Status::OnTrack,
        Status::AtRisk,
        Status::OffTrack,
        Status::MovingAway,
        Status::NoData,
        Status::NotDue,
    ];
    let readings = [
        Reading::Supported,
        Reading::Plausible,
        Reading::Untested,
        Reading::Contradicted,
    ];
    let occurs = |status: Status| {
        let mut boxes = series.boxes.iter();
        boxes.any(|node| {
            node.status == status || node.indicators.iter().any(|of| of.status == status)
        })
    };
    let statuses = statuses.into_iter().filter(|status| occurs(*status));
    let readings = readings
        .into_iter()
        .filter(|reading| series.links.iter().any(|link| link.reading == *reading));
    let mut keys: Vec<(Key, String)> = statuses
        .map(|status| {
            (
                Key::Status(status),
                context.say(status_word(status)).to_string(),
            )
        })
        .collect();
    keys.extend(readings.map(|reading| {
        (
            Key::Arrow(routes::stroke(context, reading)),
            context.say(reading_word(reading)).to_string(),
        )
    }));
    keys
}

fn explain(context: &Context, assessment: &Assessment, series: &Series) -> Vec<String> {
    let mut lines = Vec::new();
    if assessment
        .indicators
        .iter()
        .any(|status| status.illustrative)
    {
        lines.push(context.say(&say::ILLUSTRATIVE_ARE).to_string());
    }
    if assessment
        .indicators
        .iter()
        .any(|status| status.firm.is_some())
    {
        lines.push(context.say(&say::FIRM_IS).to_string());
    }
    if !series.links.is_empty() {
        lines.push(context.say(&say::EVIDENCE_IS).to_string());
    }
    lines
}

fn table(context: &Context, theory: &Theory, assessment: &Assessment) -> TableData {
    let head = [
        &say::STATEMENT,
        &say::INDICATOR,
        &say::ESTIMATE,
        &say::TARGET,
        &say::PROGRESS,
        &say::STATUS,
    ];
    let rows = theory.indicators.iter().filter_map(|indicator| {
        let status = status_of(assessment, indicator)?;
        let figures = figures(context, indicator, status);
        let node = theory.nodes.iter().find(|node| node.id == indicator.node);
        let target = indicator.targets.last().map(|target| {
            format!(
                "{} ({})",
                figures.value(target.value),
                date(&target.date, context.locale)
            )
        });
        Some(vec![
            node.map_or(String::new(), |node| {
                node.title.get(context.locale).to_string()
            }),
            indicator.title.get(context.locale).to_string(),
            status
                .value
                .map_or("–".into(), |value| figures.with_span(value, status.ci)),
            target.unwrap_or_default(),
            status.progress.map_or(String::new(), |progress| {
                percent(progress, 0, context.locale)
            }),
            measure(context, indicator, status).words,
        ])
    });
    TableData {
        head: head
            .iter()
            .map(|message| context.say(message).to_string())
            .collect(),
        rows: rows.collect(),
    }
}

fn tidy(assessment: &Assessment) -> Tidy {
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
        let name = serde_json::to_value(status.status).ok();
        let name = name
            .as_ref()
            .and_then(|name| name.as_str())
            .unwrap_or_default();
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
            Cell::Text(name.into()),
            status
                .firm
                .map_or(Cell::Empty, |firm| Cell::Text(firm.to_string())),
            Cell::Text(flags.join(" ")),
        ]
    });
    Tidy {
        head: HEAD.map(String::from).to_vec(),
        rows: rows.collect(),
    }
}

/// Columns side by side with gutters for the links; below each other, with a rail at the left, where columns would be narrow.
fn place(context: &Context, series: &Series, area: Area) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let plan = routes::Plan::new(context, series, area);
    let heading = Look::bold(sizes.label, palette.ink);
    let mut marks = Vec::new();
    let mut frames: Vec<[f64; 4]> = vec![[0.0; 4]; series.boxes.len()];
    let head_lines: Vec<Vec<String>> = series
        .columns
        .iter()
        .map(|(title, _)| heading.wrap(title, plan.column_width))
        .collect();
    let head_height = head_lines.iter().map(Vec::len).max().unwrap_or(0) as f64 * heading.line();
    let mut bottom = area.y;
    for (index, ((_, nodes), lines)) in series.columns.iter().zip(&head_lines).enumerate() {
        let x = plan.column_x(index);
        let top = if plan.stacked {
            bottom + if index > 0 { sizes.label * 1.4 } else { 0.0 }
        } else {
            area.y
        };
        let height = if plan.stacked {
            lines.len() as f64 * heading.line()
        } else {
            head_height
        };
        // Headings of side-by-side columns stand on one line.
        let mut inner = heading
            .lines(x, top + height - lines.len() as f64 * heading.line(), lines)
            .marks;
        let mut y = top + height + sizes.label * 0.3;
        inner.push(Mark::line(
            (x, y),
            (x + plan.column_width, y),
            Stroke::solid(palette.ink, 1.5 * sizes.mark),
        ));
        marks.push(Mark::Group(Group {
            role: Role::Axis,
            marks: inner,
            ..Group::default()
        }));
        y += sizes.label * 0.7;
        for (place, node) in nodes.iter().enumerate() {
            y += if place > 0 { plan.box_gap } else { 0.0 };
            let placed = boxes::place(
                context,
                &series.boxes[*node],
                x,
                y,
                plan.column_width,
                plan.least_height,
            );
            frames[*node] = [x, y, plan.column_width, placed.height];
            y += placed.height;
            marks.extend(placed.marks);
        }
        bottom = bottom.max(y);
    }
    let routed = plan.route(context, series, &frames, bottom);
    marks.extend(routed.marks);
    Placed {
        marks,
        height: bottom + routed.height - area.y,
    }
}
