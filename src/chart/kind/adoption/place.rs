//! The curves in their plot: steps, band, axes, and the last value of each.

use super::{Curve, Series, Step};
use crate::chart::context::Context;
use crate::chart::guide::{Area, Look, Placed};
use crate::chart::kind::Common;
use crate::chart::rows::Datum;
use crate::chart::scale::Scale;
use crate::chart::scene::{Anchor, Mark, Role, Stroke};
use crate::chart::sentence::{datum_group, with_note};
use crate::chart::theme::{Colour, Palette};
use crate::chart::time::{Time, labels};
use crate::locale::catalogue::chart as say;
use crate::locale::format::date_short;
use crate::numeric::Within;
use crate::order::insertion_sort;

type Point = (f64, f64);

/// How many curves have their bands: more would be a blot.
pub(super) const BANDS: usize = 3;

/// Six curves have a colour each; of more, the first is in focus and the others step back.
pub(super) fn colour(palette: &Palette, index: usize, count: usize) -> Colour {
    match palette.series.get(index) {
        Some(colour) if count <= palette.series.len() => *colour,
        _ if index == 0 => palette.highlight,
        _ => palette.grey,
    }
}

pub(super) fn soft(palette: &Palette, colour: Colour) -> Colour {
    colour.between(palette.ground, 0.8)
}

/// The highest share, and the days.
pub(super) fn common(context: &Context, series: &Series) -> Common {
    let mut highest = 0.1_f64;
    for step in series.curves.iter().flat_map(|curve| &curve.steps) {
        highest = highest.max(step.share());
        if series.curves.len() <= BANDS {
            highest = highest.max(step.band()[1]);
        }
    }
    let strong = Look::bold(context.sizes.label, context.palette.ink);
    Common {
        extent: Some((0.0, highest)),
        value_width: widest(&strong, &ends(series, false)),
        ..Common::over(series.days)
    }
}

/// The last share of each curve in words, with its interval or without.
fn ends<'s>(series: &'s Series, spans: bool) -> Vec<(usize, &'s Step, String)> {
    let mut ends = Vec::new();
    for (at, curve) in series.curves.iter().enumerate() {
        if let Some(step) = curve.steps.last() {
            let ci = step.datum.ci.filter(|_| spans);
            ends.push((at, step, series.figures.with_span(step.share(), ci)));
        }
    }
    ends
}

pub(super) fn place(context: &Context, series: &Series, area: Area, common: &Common) -> Placed {
    let (palette, sizes, figures) = (&context.palette, &context.sizes, &series.figures);
    let look = Look::plain(sizes.label, palette.second);
    let (gap, count) = (sizes.label * 0.5, series.curves.len());

    // Labels of the ends stand at the right: with their interval where that leaves the curves most of the width.
    let strong = Look::bold(sizes.label, palette.ink);
    let mut labelled = ends(series, true);
    if context.part.is_some() || widest(&strong, &labelled) > area.width * 0.2 {
        labelled = ends(series, false);
    }
    let column = widest(&strong, &labelled).max(common.value_width);
    let right = area.x + area.width - column - sizes.label * 1.6;

    let below = look.line() + sizes.label * 0.5;
    let least = sizes.label * 15.0;
    let height = match area.height {
        Some(height) => (height - below - gap).max(least),
        None => (area.width * 0.5).within(least, sizes.label * 28.0),
    };
    let (top, bottom) = (area.y + gap, area.y + gap + height);
    let ticks_wanted = (height / (sizes.label * 3.5)).within(2.0, 5.0);
    let shares = Scale::round(0.0, common.ends().1, ticks_wanted, (bottom, top));

    let mut marks = Vec::new();
    let mut axis = Vec::new();
    let ticks = shares.ticks();
    let mut tick_width = 0.0_f64;
    for tick in &ticks {
        tick_width = tick_width.max(look.width(&figures.tick(*tick, shares.decimals)));
    }
    let left = area.x + tick_width + gap;
    let grid = Stroke::solid(palette.grid, sizes.mark * 0.8);
    for tick in &ticks {
        let y = shares.at(*tick);
        axis.push(Mark::line((left, y), (right, y), grid));
        let text = figures.tick(*tick, shares.decimals);
        let look = look.anchored(Anchor::End);
        axis.push(look.centred_word(left - gap, y, &text));
    }
    let time = Time {
        days: common.days(),
        range: (left, right.max(left + 1.0)),
    };
    let centred = look.anchored(Anchor::Middle);
    let dates = time.ticks(&look, context.locale);
    for (x, _) in &dates {
        let stroke = Stroke::solid(palette.grey, sizes.mark * 0.8);
        axis.push(Mark::line((*x, bottom), (*x, bottom + gap * 0.5), stroke));
    }
    // No date under the words of the upright axis.
    let ends_of_axis = (left - gap, area.x + area.width);
    axis.extend(labels(
        &dates,
        bottom + sizes.label * 0.5,
        ends_of_axis,
        &centred,
    ));
    if count <= BANDS {
        // Bands lie below the grid.
        marks.extend(bands(context, series, &time, &shares));
    }
    marks.push(Mark::group(Role::Axis, axis));

    for (at, curve) in series.curves.iter().enumerate() {
        let stroke = Stroke::solid(colour(palette, at, count), 2.5 * sizes.mark);
        for step in 0..curve.steps.len() {
            let marks_of = vec![line(curve, step, &time, &shares, stroke)];
            marks.push(group(context, series, curve, step, marks_of));
        }
    }
    marks.push(ends_of(
        context,
        labelled,
        &time,
        &shares,
        (top, bottom),
        count,
    ));
    Placed {
        marks,
        height: bottom + below - area.y,
    }
}

fn widest(look: &Look, ends: &[(usize, &Step, String)]) -> f64 {
    let widths = ends.iter().map(|(_, _, text)| look.width(text));
    widths.fold(0.0, f64::max)
}

/// From a step up and on to the next.
fn line(curve: &Curve, at: usize, time: &Time, shares: &Scale, stroke: Stroke) -> Mark {
    let step = &curve.steps[at];
    let x = time.at(step.day);
    let next = curve.steps.get(at + 1).map_or(x, |next| time.at(next.day));
    let (from, to) = (shares.at(curve.before(at)), shares.at(step.share()));
    // It begins within the line before it, so that the corner is whole.
    let back = if at > 0 { stroke.width_px / 2.0 } else { 0.0 };
    Mark::Polyline {
        points: vec![(x - back, from), (x, from), (x, to), (next.max(x), to)],
        stroke,
    }
}

fn group(context: &Context, series: &Series, curve: &Curve, at: usize, marks: Vec<Mark>) -> Mark {
    let step = &curve.steps[at];
    let when = date_short(&step.date, context.locale);
    let label = match series.curves.len() {
        1 => when,
        _ => [&curve.name, " · ", &when].concat(),
    };
    // What the author says comes last.
    let (datum, note) = (&step.datum, &step.datum.note);
    let bare = Datum {
        note: None,
        ..datum.clone()
    };
    let mut group = datum_group(context, &label, &bare, &series.figures, marks);
    if let Mark::Group(group) = &mut group {
        group.data.push(("variable", curve.code.clone()));
        group.data.push(("date", step.date.clone()));
        let mut label = group.label.take().unwrap_or_default();
        if let Some(n) = datum.n {
            label.push_str(" · ");
            label.push_str(&say::COUNTRIES_LEFT.with(n, context.locale, &[]));
        }
        group.label = Some(with_note(label, note));
        group.note = note.clone();
    }
    group
}

/// The bands around the curves. Where some lie over each other the colour is between theirs, and deeper, so that none hides another;
/// each keeps its edges.
fn bands(context: &Context, series: &Series, time: &Time, shares: &Scale) -> Vec<Mark> {
    let (palette, count) = (&context.palette, series.curves.len());
    let mut days: Vec<f64> = Vec::new();
    for step in series.curves.iter().flat_map(|curve| &curve.steps) {
        days.push(step.day as f64);
    }
    insertion_sort(&mut days, f64::total_cmp);
    let mut edges: Vec<[Vec<Point>; 2]> = vec![[Vec::new(), Vec::new()]; count];
    let mut marks = Vec::new();
    for pair in days.windows(2) {
        let (day, next) = (pair[0] as i64, pair[1] as i64);
        let (left, right) = (time.at(day), time.at(next));
        // Top and bottom of the bands that reach over these days.
        let mut there: Vec<(usize, [f64; 2])> = Vec::new();
        let mut levels = Vec::new();
        for (at, curve) in series.curves.iter().enumerate() {
            let step = curve
                .steps
                .iter()
                .rposition(|step| step.day <= day && day < next);
            if let Some(step) = step.filter(|step| step + 1 < curve.steps.len()) {
                let [low, high] = curve.steps[step].band().map(|end| shares.within(end));
                there.push((at, [high, low]));
                for (edge, y) in edges[at].iter_mut().zip([high, low]) {
                    levels.push(y);
                    edge.extend([(left, y), (right, y)]);
                }
            }
        }
        insertion_sort(&mut levels, f64::total_cmp);
        for ends in levels.windows(2) {
            let (top, bottom) = (ends[0], ends[1]);
            let over = there
                .iter()
                .filter(|(_, [high, low])| *high <= top && bottom <= *low);
            let mut mixed: Option<(Colour, f64)> = None;
            for (at, _) in over {
                let own = colour(palette, *at, count);
                mixed = Some(match mixed {
                    Some((others, n)) => (others.between(own, 1.0 / (n + 1.0)), n + 1.0),
                    None => (own, 1.0),
                });
            }
            if let Some((colour, n)) = mixed.filter(|_| bottom > top) {
                let fill = colour.between(palette.ground, 0.9 - 0.1 * n);
                marks.push(Mark::filled(left, top, right - left, bottom - top, fill));
            }
        }
    }
    if count > 1 {
        for (at, [high, low]) in edges.into_iter().enumerate() {
            let colour = colour(palette, at, count).between(palette.ground, 0.45);
            let stroke = Stroke::solid(colour, context.sizes.mark * 0.8);
            for points in [high, low] {
                marks.push(Mark::Polyline { points, stroke });
            }
        }
    }
    marks
}

/// The last value of each curve at its end, one below the other where they would meet.
fn ends_of(
    context: &Context,
    mut ends: Vec<(usize, &Step, String)>,
    time: &Time,
    shares: &Scale,
    (top, bottom): (f64, f64),
    count: usize,
) -> Mark {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let look = Look::bold(sizes.label, palette.ink);
    insertion_sort(&mut ends, |a, b| b.1.share().total_cmp(&a.1.share()));
    let line = look.line();
    let all = ends.len() as f64 * line;
    let mut places: Vec<f64> = Vec::with_capacity(ends.len());
    for (_, step, _) in &ends {
        let wanted = shares.at(step.share());
        places.push(
            places
                .last()
                .map_or(wanted, |above| wanted.max(above + line)),
        );
    }
    // What was pushed below the plot moves up again.
    let mut most = bottom.max(top + all - line);
    for place in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - line;
    }
    let mut marks = Vec::new();
    for ((at, step, text), y) in ends.iter().zip(places) {
        let colour = colour(palette, *at, count);
        let end = time.range.1;
        let from = (time.at(step.day), shares.at(step.share()));
        let to = end + sizes.label * 1.2;
        marks.push(Mark::dot(from.0, from.1, 4.0 * sizes.mark, colour));
        if (from.1 - y).abs() > 1.0 || count > 1 {
            let stroke = Stroke::solid(colour, sizes.mark);
            marks.push(Mark::line(from, (to, y), stroke));
        }
        marks.push(look.centred_word(to + sizes.label * 0.3, y, text));
    }
    Mark::group(Role::Axis, marks)
}
