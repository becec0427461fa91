//! Columns of a theory of change with the status of each node, and links with their evidence.

mod boxes;
mod data;
mod routes;
mod series;

use data::{table, tidy};
use series::{Series, resolve};

use crate::chart::context::Context;
use crate::chart::footer::footer;
use crate::chart::frame::{Frame, framed};
use crate::chart::guide::{Area, Key, Look, Placed};
use crate::chart::scene::{Mark, Role, Scene, Stroke};
use crate::error::{Error, Result};
use crate::indicator::{IndicatorStatus, Status};
use crate::locale::catalogue::chart as say;
use crate::locale::format::integer;
use crate::locale::message::Message;
use crate::text::joined;
use crate::theory::{Assessment, Reading, assess};

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
    let title = context.own_title();
    let title = title.unwrap_or_else(|| finding(context, &assessment));
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
    Ok(framed(context, frame, &|area| {
        place(context, &series, area)
    }))
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
        let links = &assessment.links;
        let supported = links
            .iter()
            .filter(|link| link.reading == Reading::Supported);
        let supported = integer(supported.count() as u64, context.locale);
        let total = integer(links.len() as u64, context.locale);
        return match links.is_empty() {
            true => context.say(&say::THEORY_WITHOUT_INDICATORS).to_string(),
            false => {
                let params = [("total", total.as_str()), ("supported", &supported)];
                context.tell(&say::LINKS_STAND, &params)
            }
        };
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
    let assessed =
        |status: &IndicatorStatus| !matches!(status.status, Status::NoData | Status::NotDue);
    let message = match assessment.indicators.iter().all(assessed) {
        true => &say::INDICATORS_ALL_STAND,
        false => &say::INDICATORS_STAND,
    };
    context.tell(message, &params)
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
    joined(&sentences, " ")
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
            !node.indicators.is_empty() && node.status == status
                || node.indicators.iter().any(|of| of.status == status)
        })
    };
    let mut keys = Vec::new();
    for status in statuses.into_iter().filter(|status| occurs(*status)) {
        let word = context.say(status_word(status));
        keys.push((Key::Status(status), word.to_string()));
    }
    for reading in readings {
        if series.links.iter().any(|link| link.reading == reading) {
            let key = Key::Arrow(routes::stroke(context, reading));
            keys.push((key, context.say(reading_word(reading)).to_string()));
        }
    }
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
        marks.push(Mark::group(Role::Axis, inner));
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
