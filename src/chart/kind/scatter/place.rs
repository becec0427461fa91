//! A scatter in the room that it is given.

use super::label::Labels;
use super::{Point, Series, axis, colour, has_focus};
use crate::chart::annotate::note_of;
use crate::chart::context::Context;
use crate::chart::guide::{Area, Look, Placed, ring};
use crate::chart::kind::Common;
use crate::chart::plane::{level_grid, tick_width, upright};
use crate::chart::rows::Datum;
use crate::chart::scale::Scale;
use crate::chart::scene::{Anchor, Mark, Role, Stroke};
use crate::chart::sentence::{noted_datum, subject_group, value_text};
use crate::chart::shapes::diamond;
use crate::chart::theme::Colour;
use crate::locale::catalogue::chart as say;
use crate::numeric::Within;
use crate::numeric::decimal::decimal;

/// What the axes must hold, the level one first.
pub(super) fn extents(series: &Series) -> [(f64, f64); 2] {
    let (mut xs, mut ys) = (Vec::new(), Vec::new());
    let points = series.points.iter().flat_map(|point| &point.path);
    for (one, two) in points.chain(&series.average) {
        xs.push(one);
        ys.push(two);
    }
    [xs, ys].map(|data| axis::extent(&data, None, false))
}

/// Places axes, averages, points and as many names as have room.
pub(super) fn place(context: &Context, series: &Series, area: Area, common: &Common) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let quiet = Look::plain(sizes.label, palette.second);
    let (x, y) = (&series.x.crossed.figures, &series.y.crossed.figures);
    let (across, up) = (common.across.unwrap_or_default(), common.ends());
    // The upright axis is named above the plot, where its words have room, and the level one below.
    let name = Look::bold(sizes.label, palette.second);
    let head = name.wrapped(area.x, area.y, &series.y.label, area.width);
    let foot = name.wrap(&series.x.label, area.width);
    let reference = match series.average {
        Some(_) => quiet.line(),
        None => 0.0,
    };
    let top = area.y + head.height + reference + sizes.label * 0.6;
    let ticks = quiet.line() + sizes.label * 0.9;
    let below = ticks + foot.len() as f64 * name.line();
    let natural = (area.width * 0.66).within(sizes.label * 16.0, sizes.label * 34.0);
    let wished = area.height.map(|height| height - (top - area.y) - below);
    let bottom = top + wished.unwrap_or(natural).max(sizes.label * 14.0);
    let rising = upright(context, up, (top, bottom));
    let left = area.x + tick_width(context, &rising, y) + sizes.label * 0.5;
    let right = area.x + area.width - sizes.label;
    let inset = 6.0 * sizes.mark;
    let count = ((right - left) / (sizes.label * 7.0))
        .within(2.0, 7.0)
        .floor();
    let scales = (
        Scale::round(across.0, across.1, count, (left + inset, right - inset)),
        rising,
    );
    let mut grid = level_grid(context, &scales.1, y, (left, right));
    grid.extend(upright_grid(context, series, &scales.0, (top, bottom)));
    grid.extend(head.marks);
    let end = area.x + area.width;
    let foot = name.anchored(Anchor::End).lines(end, bottom + ticks, &foot);
    grid.extend(foot.marks);
    let mut marks = vec![Mark::group(Role::Axis, grid)];

    let mut labels = Labels::new([left, top, right, bottom], sizes.mark);
    for (one, two) in series.points.iter().flat_map(|point| &point.path) {
        labels.avoid(spot(&scales, one, two));
    }
    if let Some((one, two)) = &series.average {
        let (at_x, at_y) = spot(&scales, one, two);
        let stroke = Stroke {
            colour: palette.ink,
            width_px: sizes.mark,
            dashed: true,
        };
        labels.line([at_x, top, at_x, bottom]);
        labels.line([left, at_y, right, at_y]);
        let look = Look::plain(sizes.label, palette.ink);
        let value = |datum: &Datum, said: String| match datum.value {
            Ok(_) => context.tell(&say::AVERAGE_LINE, &[("value", &said)]),
            Err(_) => said,
        };
        let said = value(one, x.value(one.value.unwrap_or_default()));
        let half = look.width(&said) / 2.0;
        let centre = at_x.within(area.x + half, (right - half).max(area.x + half));
        let over = top - reference - sizes.label * 0.2;
        let mut inner = vec![
            Mark::line((at_x, top), (at_x, bottom), stroke),
            Mark::line((left, at_y), (right, at_y), stroke),
            look.anchored(Anchor::Middle).word(centre, over, &said),
        ];
        let said = value(two, y.value(two.value.unwrap_or_default()));
        inner.extend(labels.along(&look, &said, at_y));
        let shape = vec![diamond(at_x, at_y, 6.0 * sizes.mark, palette.ink)];
        marks.push(Mark::group(Role::Axis, inner));
        marks.push(group(context, series, one, two, shape));
    }
    for point in order(series) {
        marks.push(drawn(context, series, point, &scales));
    }
    let focus = has_focus(series);
    for point in order(series).into_iter().rev() {
        let (one, two) = point.last();
        let strong = point.subject.highlighted;
        let colour = match (strong, focus) {
            (true, _) => palette.highlight,
            (_, true) => palette.second,
            _ => palette.ink,
        };
        let look = Look::weighted(sizes.label, colour, strong);
        let name = &point.subject.label;
        let found = labels.beside(
            &look,
            name,
            spot(&scales, one, two),
            is_extreme(series, point),
        );
        marks.extend(found.map(|found| Mark::group(Role::Axis, found)));
    }
    Placed {
        marks,
        height: bottom + below - area.y,
    }
}

fn upright_grid(
    context: &Context,
    series: &Series,
    scale: &Scale,
    (top, bottom): (f64, f64),
) -> Vec<Mark> {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let look = Look::plain(sizes.label, palette.second).anchored(Anchor::Middle);
    let stroke = Stroke::solid(palette.grid, sizes.mark * 0.8);
    let mut taken = f64::NEG_INFINITY;
    let mut marks = Vec::new();
    for tick in scale.ticks() {
        let x = scale.at(tick);
        marks.push(Mark::line((x, top), (x, bottom), stroke));
        let text = series.x.crossed.figures.tick(tick, scale.decimals);
        let half = look.width(&text) / 2.0;
        // Labels that would touch are left out, as are those that would leave the picture.
        let fits = x + half <= context.request.width_px && x - half > taken;
        if fits {
            marks.push(look.word(x, bottom + sizes.label * 0.7, &text));
            taken = x + half + sizes.label * 0.4;
        }
    }
    marks
}

/// Where two values meet.
fn spot((x, y): &(Scale, Scale), one: &Datum, two: &Datum) -> (f64, f64) {
    let at = |scale: &Scale, datum: &Datum| scale.within(datum.value.unwrap_or_default());
    (at(x, one), at(y, two))
}

/// Points as they are painted: what is in focus last.
fn order<'s>(series: &'s Series) -> Vec<&'s Point> {
    let mut points: Vec<&Point> = series.points.iter().collect();
    let rank = |point: &Point| (point.subject.highlighted, is_extreme(series, point));
    crate::order::insertion_sort(&mut points, |a, b| rank(a).cmp(&rank(b)));
    points
}

/// Whether a point is in focus, or the least or greatest of one measure.
fn is_extreme(series: &Series, point: &Point) -> bool {
    let value = |point: &Point, side: usize| {
        let (one, two) = point.last();
        [one, two][side].value.unwrap_or_default()
    };
    let end = |side: usize| {
        let own = value(point, side);
        let above = series.points.iter().any(|other| value(other, side) > own);
        let below = series.points.iter().any(|other| value(other, side) < own);
        !(above && below)
    };
    point.subject.highlighted || end(0) || end(1)
}

/// A quieter shade, for intervals.
pub(super) fn soft(context: &Context, colour: Colour) -> Colour {
    colour.between(context.palette.ground, 0.55)
}

fn drawn(context: &Context, series: &Series, point: &Point, scales: &(Scale, Scale)) -> Mark {
    let (palette, mark) = (&context.palette, context.sizes.mark);
    let main = colour(context, series, Some(point));
    let mut marks = Vec::new();
    if point.path.len() > 1 {
        let points = point.path.iter().map(|(one, two)| spot(scales, one, two));
        marks.push(Mark::Polyline {
            points: points.collect(),
            stroke: Stroke::solid(soft(context, main), 2.5 * mark),
        });
    }
    let last = point.path.len() - 1;
    for (step, (one, two)) in point.path.iter().enumerate() {
        let (x, y) = spot(scales, one, two);
        let thin = Stroke::solid(soft(context, main), 1.2 * mark);
        let mut inner = Vec::new();
        if let Some([low, high]) = one.ci {
            let ends = (scales.0.within(low), scales.0.within(high));
            inner.push(Mark::line((ends.0, y), (ends.1, y), thin));
        }
        if let Some([low, high]) = two.ci {
            let ends = (scales.1.within(low), scales.1.within(high));
            inner.push(Mark::line((x, ends.0), (x, ends.1), thin));
        }
        inner.push(match step == last && !point.early {
            true => Mark::dot(x, y, 4.5 * mark, main),
            false => ring(x, y, main, palette, &context.sizes),
        });
        marks.push(group(context, series, one, two, inner));
    }
    subject_group(&point.subject, marks)
}

/// The marks of one point, with both values in words.
fn group(context: &Context, series: &Series, one: &Datum, two: &Datum, marks: Vec<Mark>) -> Mark {
    let (x, y) = (&series.x, &series.y);
    let parts = [
        (&x.label, value_text(context, one, &x.crossed.figures)),
        (&y.label, value_text(context, two, &y.crossed.figures)),
    ];
    let [one_said, two_said] = parts.map(|(label, value)| [label, " ", &value].concat());
    let label = [&one.subject.label, ": ", &one_said, "; ", &two_said].concat();
    let mut data = Vec::new();
    if let Some(country) = &one.subject.country {
        data.push(("country", country.clone()));
    }
    for (name, datum) in [("estimate", one), ("against", two)] {
        data.extend(datum.value.ok().map(|value| (name, decimal(value))));
    }
    let note = note_of([one, two].into_iter());
    noted_datum(label, data, marks, &note)
}
