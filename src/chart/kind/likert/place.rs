//! A Likert chart in the room that it is given.

use super::answers::Side;
use super::spread::Spread;
use super::{Bar, Series, has_net};
use crate::chart::annotate::Notes;
use crate::chart::context::Context;
use crate::chart::guide::{Area, Look, Placed};
use crate::chart::kind::Common;
use crate::chart::lanes::{Lane, LaneText, Lanes, widest_value};
use crate::chart::rows::Absent;
use crate::chart::scene::{Anchor, Mark, Role, Stroke};
use crate::chart::sentence::with_note;
use crate::chart::shapes::absent;
use crate::chart::spec;
use crate::locale::catalogue::chart as say;
use crate::numeric::Within;
use crate::numeric::decimal::decimal;

/// What the chart would have to itself.
pub(super) fn common(context: &Context, series: &Series) -> Common {
    Common {
        value_width: widest_value(&lane_texts(context, series).0, context),
        ..Spread::common(series)
    }
}

/// Places the bars in their lanes, with net agreement at the right.
pub(super) fn place(context: &Context, series: &Series, area: Area, common: &Common) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let (mut texts, bars) = lane_texts(context, series);
    let least = common.value_width;
    let lanes =
        |texts: &[LaneText]| Lanes::beside(texts, area, (0.38, 0.4), least, palette, *sizes);
    let own = bars
        .iter()
        .map(|bar| bar.and_then(|bar| bar.net.note.clone()));
    let mut notes = Notes::new(own.collect(), &mut texts, &|texts| lanes(texts).stacked);
    let lanes = lanes(&texts);
    let head = Look::plain(sizes.label, palette.second);
    let spread = Spread::new(series, lanes.plot, sizes.label * 1.5, common);
    notes.fit(context, &mut texts, &lanes, &|at| {
        let segments = bars[at].map_or(Vec::new(), |bar| spread.segments(series, bar));
        let first = segments.into_iter().flatten().next();
        let x = first.map_or(spread.middle, |(x, _)| x) + sizes.label * 0.5;
        ([x; 3], false)
    });
    let mut marks = Vec::new();
    let mut top = area.y;
    if has_net(series) {
        let (net, right) = (context.say(&say::NET), area.x + area.width);
        let lines = head.wrap(net, area.width * 0.45);
        let heading = head.anchored(Anchor::End).lines(right, top, &lines);
        let net_left = right - head.widest(&lines);
        let apart = context.say(&say::NEUTRAL_ASIDE);
        let mut inner = heading.marks;
        let has_room = |x: &f64| !lanes.stacked && x + head.width(apart) + sizes.label < net_left;
        if let Some(x) = spread
            .aside
            .filter(has_room)
            .filter(|_| has_neutral(series))
        {
            inner.push(head.word(x, top + heading.height - head.line(), apart));
        }
        marks.push(Mark::group(Role::Axis, inner));
        top += heading.height + sizes.label * 0.2;
    }
    let bar_height = sizes.label * 1.7;
    let room = area.height.map(|height| height - (top - area.y));
    let height = |bar: &Option<&Bar>| if bar.is_some() { bar_height } else { 0.0 };
    let plots: Vec<f64> = bars.iter().map(height).collect();
    let mut placed = lanes.place(&texts, &plots, top, room);
    if series.layout != spec::Likert::Stacked {
        marks.push(centre_line(context, &placed, spread.middle));
    }
    for (lane, bar) in placed.iter_mut().zip(&bars) {
        let words = std::mem::take(&mut lane.marks);
        marks.push(match bar {
            Some(bar) => row(context, series, bar, words, lane, &lanes, &spread),
            None => Mark::group(Role::Axis, words),
        });
    }
    let bottom = placed.last().map_or(top, |lane| lane.bottom);
    let notes = notes.place(context, &placed, (area.x, bottom, area.width));
    marks.extend(notes.marks);
    Placed {
        marks,
        height: bottom + notes.height - area.y,
    }
}

/// The middle. It runs behind the bars: the neutral answer's number stands on it.
fn centre_line(context: &Context, placed: &[Lane], x: f64) -> Mark {
    let reach = context.sizes.label * 0.25;
    let stroke = Stroke::solid(context.palette.ink, context.sizes.mark);
    let mut lines = Vec::new();
    for lane in placed.iter().filter(|lane| lane.plot.1 > 0.0) {
        let (from, to) = (lane.plot.0 - reach, lane.plot.0 + lane.plot.1 + reach);
        lines.push(Mark::line((x, from), (x, to), stroke));
    }
    Mark::group(Role::Axis, lines)
}

/// Words of the lanes and the bar of each; a heading has none.
fn lane_texts<'s>(context: &Context, series: &'s Series) -> (Vec<LaneText>, Vec<Option<&'s Bar>>) {
    let (mut texts, mut bars) = (Vec::new(), Vec::new());
    let mut item: Option<&Option<String>> = None;
    let mut last_pinned = false;
    for bar in &series.rows {
        if series.headed && item != Some(&bar.item) {
            texts.push(LaneText {
                label: bar.question.clone(),
                heading: true,
                apart: item.is_some(),
                ..LaneText::default()
            });
            bars.push(None);
            item = Some(&bar.item);
            last_pinned = false;
        }
        let pinned = bar.subject.highlighted;
        let value = match bar.net.value {
            Ok(value) if context.part.is_some() => series.figures.points(value),
            Ok(value) => series.figures.points_with_span(value, bar.net.ci),
            Err(_) if bar.has_shares() => String::new(),
            Err(absent) => context.say(absent.word()).to_string(),
        };
        texts.push(LaneText {
            label: bar.subject.label.clone(),
            value,
            bold: pinned || bar.subject.average,
            apart: last_pinned && !pinned,
            quiet: bar.net.value.is_err(),
            ..LaneText::default()
        });
        bars.push(Some(bar));
        last_pinned = pinned;
    }
    (texts, bars)
}

fn row(
    context: &Context,
    series: &Series,
    bar: &Bar,
    words: Vec<Mark>,
    lane: &Lane,
    lanes: &Lanes,
    spread: &Spread,
) -> Mark {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let mut marks = words;
    let (top, height) = lane.plot;
    if !bar.has_shares() {
        let reason = bar.net.value.err().unwrap_or(Absent::NoData);
        let width = (lanes.plot.1 - lanes.plot.0).min(sizes.label * 6.0);
        let left = (spread.middle - width / 2.0).within(lanes.plot.0, lanes.plot.1 - width);
        marks.extend(absent([left, top, width, height], reason, palette));
    }
    let outline = Stroke::solid(palette.grey, 1.0);
    for ((answer, share), segment) in series
        .answers
        .iter()
        .zip(&bar.shares)
        .zip(spread.segments(series, bar))
    {
        let (Some(share), Some((x, width))) = (share, segment) else {
            continue;
        };
        let area = [x, top, width, height];
        let mut inner = vec![Mark::outlined(area, Some(answer.colour), outline)];
        let text = series.figures.value(*share);
        let look = Look::plain(sizes.label, answer.colour.text_on()).anchored(Anchor::Middle);
        if look.width(&text) + sizes.label * 0.5 <= width {
            inner.push(look.centred_word(x + width / 2.0, lane.middle(), &text));
        }
        let label = format!("{} · {}: {text}", bar.net.subject.label, answer.label);
        let label = with_note(label, &bar.net.note);
        let data = vec![
            ("category", answer.code.clone()),
            ("estimate", decimal(*share)),
        ];
        marks.push(Mark::datum(Some(label), data, inner));
    }
    let mut data = Vec::new();
    if let Some(country) = &bar.subject.country {
        data.push(("country", country.clone()));
    }
    if let Some(item) = &bar.item {
        data.push(("variable", item.clone()));
    }
    Mark::datum(None, data, marks)
}

fn has_neutral(series: &Series) -> bool {
    let mut answers = series.answers.iter();
    answers.any(|answer| answer.side == Side::Between)
}
