//! How a population is spread, a lane for each country: the shares of ordered answers as bars, or quantiles as a box.

mod bars;
mod boxes;

use crate::chart::context::Context;
use crate::chart::crossed::{Crossed, Line};
use crate::chart::footer::{absent_keys, interval_key};
use crate::chart::frame::{Frame, Words};
use crate::chart::guide::Key;
use crate::chart::kind::{Chart, Common, grouped_bars};
use crate::chart::lanes::{LaneText, Lanes, pinned, widest_value};
use crate::chart::rows::{self, Absent, Datum, PROB, drawn};
use crate::chart::scene::Mark;
use crate::chart::sentence::{range_at, title};
use crate::chart::shapes::hatch;
use crate::chart::theme::Colour;
use crate::error::Result;
use crate::estimate::QueryResult;
use crate::locale::catalogue::chart as say;

/// The chart.
pub(in crate::chart) fn chart<'c>(context: &'c Context<'c>) -> Result<Chart<'c>> {
    let result = context.result()?;
    let rows = drawn(context, result);
    let answers = result.rows.iter().any(|row| row.category.is_some());
    let by = (!answers).then_some(PROB);
    let mut series = Crossed::new(context, result, &rows, by);
    let quantiles = result.rows.iter().all(|row| row.by.contains_key(PROB));
    let boxes = quantiles && series.codes.len() > 1;
    if !(answers || boxes) {
        return Err(context.needs("spread"));
    }
    if answers {
        series.arrange(context, context.order(), &centre);
        let data = series.data();
        let own = context.own_title();
        let finding = own.or_else(|| grouped_bars::finding(context, &series));
        let words = Words {
            title: finding.unwrap_or_else(|| title(context, result, &data, &series.figures)),
            subtitle: context.subtitle(Some(result)),
            legend: legend(context, result, &data),
            extra: Vec::new(),
        };
        let frame = Frame::of_results(context, (result, &rows), &series.figures, &data, words);
        return Ok(Chart {
            common: bars::common(context, &series),
            frame,
            place: Box::new(move |area, common| bars::place(context, &series, area, common)),
        });
    }
    let cut = boxes::name(context, &mut series);
    series.arrange(context, context.order(), &|line| line.value(cut.order));
    let data = series.data();
    let finding = || {
        let name = &series.names[cut.order];
        let range = range_at(context, name, &series.at(cut.order), &series.figures);
        range.unwrap_or_else(|| title(context, result, &data, &series.figures))
    };
    let mut extra = Vec::new();
    if boxes::extent(&series).0 > 0.0 {
        extra.push(context.say(&say::AXIS_CUT).to_string());
    }
    let mut keys = boxes::keys(context, &series, &cut);
    keys.extend(absent_keys(context, result, &data));
    let words = Words {
        title: context.own_title().unwrap_or_else(finding),
        subtitle: context.subtitle(Some(result)),
        legend: keys,
        extra,
    };
    let frame = Frame::of_results(context, (result, &rows), &series.figures, &data, words);
    Ok(Chart {
        common: Common {
            value_width: widest_value(&boxes::texts(context, &series, &cut), context),
            ..Common::of(boxes::extent(&series))
        },
        frame,
        place: Box::new(move |area, common| boxes::place(context, &series, &cut, area, common)),
    })
}

fn legend(context: &Context, result: &QueryResult, data: &[&Datum]) -> Vec<(Key, String)> {
    let ink = context.palette.ink;
    let mut keys = Vec::from_iter(interval_key(context, result, data, ink));
    keys.extend(absent_keys(context, result, data));
    keys
}

/// Where the answers of a line have their centre, counted from the first one.
fn centre(line: &Line) -> Option<f64> {
    let (mut sum, mut whole) = (0.0, 0.0);
    for step in 0..line.data.len() {
        if let Some(share) = line.value(step) {
            (sum, whole) = (sum + share * step as f64, whole + share);
        }
    }
    (whole > 0.0).then(|| sum / whole)
}

/// Names of the lanes; `value` says what stands beside one that has something to show.
fn lane_texts(
    context: &Context,
    series: &Crossed,
    value: &dyn Fn(&Line) -> String,
) -> Vec<LaneText> {
    let subjects: Vec<_> = series.lines.iter().map(|line| &line.subject).collect();
    let mut texts = pinned(&subjects);
    for (text, line) in texts.iter_mut().zip(&series.lines) {
        text.quiet = line.ends().is_none();
        text.value = match text.quiet {
            true => context.say(reason(line).word()).to_string(),
            false => value(line),
        };
    }
    texts
}

/// Why a line has nothing to show.
fn reason(line: &Line) -> Absent {
    let mut reasons = line.data.iter().flatten();
    let reason = reasons.find_map(|datum| datum.value.err());
    reason.unwrap_or(Absent::NoData)
}

/// The sign for a lane that has nothing to show.
fn nothing(context: &Context, line: &Line, lanes: &Lanes, middle: f64) -> Vec<Mark> {
    let label = context.sizes.label;
    let width = (lanes.plot.1 - lanes.plot.0).min(label * 4.0);
    let area = [lanes.plot.0, middle - label / 2.0, width, label];
    hatch(area, reason(line).is_withheld(), &context.palette)
}

/// See [`rows::colour`].
fn colour(context: &Context, series: &Crossed, line: Option<&Line>) -> Colour {
    rows::colour(context, series.has_focus(), line.map(|line| &line.subject))
}
