//! Lines from step to step, with their intervals and a label at their end: trends and slopes.

mod pen;
mod tag;

pub(super) use pen::legend;

use super::axis;
use super::context::Context;
use super::crossed::Line;
use super::guide::{Area, Look, Placed, legend as keys};
use super::plane::{level_grid, tick_width, upright};
use super::scale::Scale;
use super::scene::{Anchor, Mark, Role, Stroke};
use super::sentence::datum_group;
use super::shapes::{diamond, hatch};
use super::steps::Steps;
use crate::numeric::Within;
use pen::{Pen, pens};
use tag::{Tag, tags};

/// How steps and values become pixels.
struct Plot {
    /// Where the steps stand.
    xs: Vec<f64>,
    scale: Scale,
    top: f64,
    bottom: f64,
    /// Room between two steps.
    pitch: f64,
    /// Radius of a point.
    radius: f64,
    /// How far the lines of several colours stand apart, so that their intervals do not meet.
    apart: f64,
    /// Whether intervals are drawn at each point, and not as a band.
    whiskers: bool,
}

/// Places the lines. `slope` draws two axes with the values at both, instead of a scale. A wide line stands for the reference.
pub(super) fn place(
    context: &Context,
    steps: &Steps,
    slope: bool,
    reference: Option<&(f64, String)>,
    area: Area,
) -> Placed {
    let sizes = &context.sizes;
    let pens = pens(context, &steps.crossed.lines);
    let look = Look::plain(sizes.label, context.palette.second);
    let figures = &steps.crossed.figures;
    let (gap, line) = (sizes.label * 1.3, look.line());
    let mut names = tags(context, steps, &pens, reference, slope);
    let full = tag::widest(&names);
    let column = full.min((area.width * 0.36).max(tag::longest_word(&names)));
    let mut values = Vec::new();
    if slope {
        values = tag::first_values(context, steps, &pens);
    }
    let extent = if slope {
        own_extent(steps)
    } else {
        extent(steps, reference)
    };
    let rough = upright(context, extent, (0.0, sizes.label * 20.0));
    let gutter = match slope {
        true => tag::widest(&values) + gap,
        false => tick_width(context, &rough, figures) + sizes.label * 0.5,
    };
    let left = area.x + gutter;
    let mut right = area.x + area.width - column - gap;
    // Without room for the names beside the lines they stand in a legend below.
    let below = right - left < sizes.label * if slope { 4.0 } else { 8.0 };
    let last_half = look.width(steps.crossed.names.last().map_or("", String::as_str)) / 2.0;
    if below {
        let kept = if slope {
            tag::widest(&values) + gap
        } else {
            0.0
        };
        right = area.x + area.width - kept.max(last_half.min(area.width * 0.2));
        names.clear();
    } else if slope {
        // A slope is read by its angle: on a wide picture the axes stay near each other.
        right = right.min(left + sizes.label * 48.0);
    }
    for tag in &mut names {
        tag.wrap(column);
    }
    // Lines side by side stay within the plot.
    let strong = pens.iter().filter(|pen| pen.strong).count() as f64;
    let reach = match pen::has_whiskers(steps, strong) {
        true => (strong - 1.0).max(0.0) * 3.0 * sizes.mark,
        false => 0.0,
    };
    let inset = reach.min((right - left) * 0.2) + if slope { 0.0 } else { 8.0 * sizes.mark };
    let ends = (left + inset, right - inset);
    let head = match slope {
        true => headings(context, steps, area, ends),
        false => Placed::default(),
    };
    let foot = if slope { 0.0 } else { line + sizes.label * 0.3 };
    let top = area.y + head.height + sizes.label * 0.7;
    let taken = top - area.y + foot + sizes.label * 0.4;
    let least = tag::height(&names).max(tag::height(&values)) * if slope { 1.2 } else { 1.0 };
    let natural = ((right - left) * 0.6).within(sizes.label * 15.0, sizes.label * 26.0);
    let mut listed = Placed::default();
    if below {
        let items = pen::items(context, steps, &pens, slope);
        listed = keys(&items, area, &context.palette, sizes);
        listed.height += sizes.label;
    }
    let wished = area
        .height
        .map_or(natural, |height| height - taken - listed.height);
    let bottom = top + wished.max(least).max(sizes.label * 9.0);
    let plot = plot(context, steps, &pens, ends, (top, bottom), extent, slope);

    let mut grid = match slope {
        true => axes(context, &plot),
        false => level_grid(context, &plot.scale, figures, (left, right)),
    };
    grid.extend(head.marks);
    if !slope {
        grid.extend(step_labels(context, steps, &plot, area));
    }
    if let Some((value, _)) = reference {
        let y = plot.scale.within(*value);
        let stroke = dashed(context.palette.ink, sizes.mark);
        grid.push(Mark::line((left, y), (right, y), stroke));
    }
    let mut marks = vec![Mark::group(Role::Axis, grid)];
    for (line, pen) in steps.crossed.lines.iter().zip(&pens) {
        if pen.strong && !plot.whiskers {
            marks.extend(band(context, line, pen, &plot));
        }
    }
    // Grey lines lie below, and what is in focus above.
    for strong in [false, true] {
        for (line, pen) in steps.crossed.lines.iter().zip(&pens).rev() {
            if pen.strong == strong {
                marks.push(drawn(context, steps, line, pen, &plot));
            }
        }
    }
    let point = |tag: &Tag| {
        let step = tag.step.unwrap_or(plot.xs.len() - 1);
        let x = plot.xs[step] + tag.line.map_or(0.0, |line| pens[line].place * plot.apart);
        (x, plot.scale.within(tag.value))
    };
    marks.push(tag::place(
        context,
        &names,
        right + gap,
        Anchor::Start,
        (top, bottom),
        &point,
    ));
    marks.push(tag::place(
        context,
        &values,
        left - gap,
        Anchor::End,
        (top, bottom),
        &point,
    ));
    let end = bottom + foot + sizes.label * 0.4;
    if below {
        let room = Area {
            y: end + sizes.label * 0.6,
            ..area
        };
        let items = pen::items(context, steps, &pens, slope);
        marks.push(Mark::group(
            Role::Legend,
            keys(&items, room, &context.palette, sizes).marks,
        ));
        if slope {
            let values = tag::last_values(context, steps, &pens);
            marks.push(tag::place(
                context,
                &values,
                right + gap,
                Anchor::Start,
                (top, bottom),
                &point,
            ));
        }
    }
    Placed {
        marks,
        height: end + listed.height - area.y,
    }
}

/// What the axis must hold.
fn extent(steps: &Steps, reference: Option<&(f64, String)>) -> (f64, f64) {
    axis::extent(
        &steps.crossed.data(),
        reference.map(|(value, _)| *value),
        false,
    )
}

/// From the least to the greatest number: a slope has no scale that could begin at zero.
fn own_extent(steps: &Steps) -> (f64, f64) {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for datum in steps.crossed.data() {
        for end in datum.ends() {
            (low, high) = (low.min(end), high.max(end));
        }
    }
    if low < high {
        (low, high)
    } else {
        (low.min(0.0), low.max(1.0))
    }
}

/// Whether the axis is cut.
pub(super) fn is_cut(steps: &Steps, reference: Option<&(f64, String)>) -> bool {
    extent(steps, reference).0 > 0.0
}

fn plot(
    context: &Context,
    steps: &Steps,
    pens: &[Pen],
    (left, right): (f64, f64),
    (top, bottom): (f64, f64),
    extent: (f64, f64),
    slope: bool,
) -> Plot {
    let mark = context.sizes.mark;
    let count = steps.crossed.codes.len();
    let strong = pens.iter().filter(|pen| pen.strong).count() as f64;
    let whiskers = pen::has_whiskers(steps, strong);
    let width = right - left;
    let mut xs = Vec::with_capacity(count);
    for step in 0..count {
        let share = match &steps.at {
            Some(at) if at[count - 1] > at[0] => (at[step] - at[0]) / (at[count - 1] - at[0]),
            _ => step as f64 / (count - 1).max(1) as f64,
        };
        xs.push(left + share * width);
    }
    let mut pitch = width;
    for pair in xs.windows(2) {
        pitch = pitch.min(pair[1] - pair[0]);
    }
    let radius = if pitch >= 16.0 * mark {
        4.0
    } else if pitch >= 7.0 * mark {
        2.5
    } else {
        1.5
    };
    // Under a slope the scale's ends are the data's own: nobody reads ticks.
    let scale = match slope {
        true => Scale {
            extent,
            ..Scale::round(extent.0, extent.1, 4.0, (bottom, top))
        },
        false => upright(context, extent, (top, bottom)),
    };
    Plot {
        scale,
        top,
        bottom,
        radius: radius * mark,
        apart: if whiskers {
            (pitch * 0.5 / strong.max(1.0)).min(6.0 * mark)
        } else {
            0.0
        },
        whiskers,
        pitch,
        xs,
    }
}

fn dashed(colour: super::Colour, width_px: f64) -> Stroke {
    Stroke {
        colour,
        width_px,
        dashed: true,
    }
}

/// Runs of steps that all have a value.
fn runs(line: &Line) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for step in 0..line.data.len() {
        if line.value(step).is_none() {
            continue;
        }
        match runs.last_mut().filter(|(_, end)| end + 1 == step) {
            Some(run) => run.1 = step,
            None => runs.push((step, step)),
        }
    }
    runs
}

/// The band of the intervals, with an edge that shows where bands lie over each other.
fn band(context: &Context, line: &Line, pen: &Pen, plot: &Plot) -> Vec<Mark> {
    let ground = context.palette.ground;
    let mut marks = Vec::new();
    for (from, to) in runs(line) {
        let (mut low, mut high) = (Vec::new(), Vec::new());
        for step in from..=to {
            if let Some([least, most]) = line.datum(step).and_then(|datum| datum.ci) {
                low.push((plot.xs[step], plot.scale.within(least)));
                high.push((plot.xs[step], plot.scale.within(most)));
            }
        }
        if low.len() < 2 {
            continue;
        }
        let edge = Stroke::solid(pen.colour.between(ground, 0.55), context.sizes.mark * 0.8);
        let mut points = high.clone();
        points.extend(low.iter().rev());
        marks.push(Mark::Polygon {
            points,
            fill: pen.colour.between(ground, pen::BAND),
        });
        for points in [low, high] {
            marks.push(Mark::Polyline {
                points,
                stroke: edge,
            });
        }
    }
    marks
}

/// A line with its points. Over a gap it is dashed: nothing is known there.
fn drawn(context: &Context, steps: &Steps, line: &Line, pen: &Pen, plot: &Plot) -> Mark {
    let (palette, mark) = (&context.palette, context.sizes.mark);
    let at = |step: usize| {
        let value = line.value(step).unwrap_or_default();
        (plot.xs[step] + pen.place * plot.apart, plot.scale.at(value))
    };
    let mut marks = Vec::new();
    let runs = runs(line);
    for pair in runs.windows(2) {
        let (from, to) = (pair[0].1, pair[1].0);
        let (a, b) = (at(from), at(to));
        marks.push(Mark::line(a, b, dashed(pen.colour, mark)));
        for step in from + 1..to {
            let Some(reason) = line.datum(step).and_then(|datum| datum.value.err()) else {
                continue;
            };
            let x = plot.xs[step] + pen.place * plot.apart;
            let y = a.1 + (b.1 - a.1) * (x - a.0) / (b.0 - a.0).max(1.0);
            let size = 10.0 * mark;
            let square = [x - size / 2.0, y - size / 2.0, size, size];
            if pen.strong && plot.pitch > size {
                marks.push(Mark::filled(
                    square[0],
                    square[1],
                    size,
                    size,
                    palette.ground,
                ));
                let inner = hatch(square, reason.is_withheld(), palette);
                if let Some(datum) = line.datum(step) {
                    let label = &datum.subject.label;
                    marks.push(datum_group(
                        context,
                        label,
                        datum,
                        &steps.crossed.figures,
                        inner,
                    ));
                }
            }
        }
    }
    for (from, to) in &runs {
        if to > from {
            let points = (*from..=*to).map(at).collect();
            marks.push(Mark::Polyline {
                points,
                stroke: Stroke::solid(pen.colour, pen.width),
            });
        }
    }
    for (step, datum) in line.data.iter().enumerate() {
        let Some(datum) = datum.as_ref().filter(|datum| datum.value.is_ok()) else {
            continue;
        };
        let (x, y) = at(step);
        let alone = runs.iter().any(|run| *run == (step, step));
        let mut inner = Vec::new();
        if let Some([low, high]) = datum.ci.filter(|_| pen.strong && (plot.whiskers || alone)) {
            let stroke = Stroke::solid(pen.colour, 1.5 * mark);
            inner.push(Mark::line(
                (x, plot.scale.within(low)),
                (x, plot.scale.within(high)),
                stroke,
            ));
        }
        let radius = if pen.strong {
            plot.radius
        } else {
            plot.radius * 0.6
        };
        inner.push(match line.subject.average && radius > 2.0 * mark {
            true => diamond(x, y, radius * 1.4, pen.colour),
            false => Mark::dot(x, y, radius, pen.colour),
        });
        let label = &datum.subject.label;
        marks.push(datum_group(
            context,
            label,
            datum,
            &steps.crossed.figures,
            inner,
        ));
    }
    let country = line
        .subject
        .country
        .iter()
        .map(|code| ("country", code.clone()));
    Mark::datum(None, country.collect(), marks)
}

/// The axes of a slope.
fn axes(context: &Context, plot: &Plot) -> Vec<Mark> {
    let stroke = Stroke::solid(context.palette.grid, context.sizes.mark);
    let reach = context.sizes.label * 0.4;
    let axis = |x: &f64| Mark::line((*x, plot.top - reach), (*x, plot.bottom + reach), stroke);
    plot.xs.iter().map(axis).collect()
}

/// The names of two steps above their axes.
fn headings(context: &Context, steps: &Steps, area: Area, (left, right): (f64, f64)) -> Placed {
    let look = Look::bold(context.sizes.label, context.palette.ink).anchored(Anchor::Middle);
    let (middle, gap) = ((left + right) / 2.0, context.sizes.label * 0.5);
    let rooms = [(area.x, middle - gap), (middle + gap, area.x + area.width)];
    let mut placed = Placed::default();
    let both = steps.crossed.names.iter().zip([left, right]).zip(rooms);
    let both: Vec<_> = both
        .map(|((name, x), (from, to))| {
            let lines = look.wrap(name, to - from);
            let half = look.widest(&lines) / 2.0;
            (lines, x.within(from + half, (to - half).max(from + half)))
        })
        .collect();
    for (lines, _) in &both {
        placed.height = placed.height.max(lines.len() as f64 * look.line());
    }
    for (lines, x) in both {
        let top = area.y + placed.height - lines.len() as f64 * look.line();
        placed.marks.extend(look.lines(x, top, &lines).marks);
    }
    placed
}

/// The steps below the plot: the last and the first are named, and of the others those that have room.
fn step_labels(context: &Context, steps: &Steps, plot: &Plot, area: Area) -> Vec<Mark> {
    let sizes = &context.sizes;
    let look = Look::plain(sizes.label, context.palette.second).anchored(Anchor::Middle);
    let top = plot.bottom + sizes.label * 0.5;
    let count = plot.xs.len();
    let mut taken: Vec<(f64, f64)> = Vec::new();
    let mut marks = Vec::new();
    let tick = Stroke::solid(context.palette.grey, sizes.mark * 0.8);
    for step in [count - 1].into_iter().chain(0..count - 1) {
        let name = &steps.crossed.names[step];
        let half = look.width(name) / 2.0;
        let x = plot.xs[step];
        marks.push(Mark::line(
            (x, plot.bottom),
            (x, plot.bottom + sizes.label * 0.25),
            tick,
        ));
        let middle = x.within(
            area.x + half,
            (area.x + area.width - half).max(area.x + half),
        );
        let (from, to) = (
            middle - half - sizes.label * 0.4,
            middle + half + sizes.label * 0.4,
        );
        if taken
            .iter()
            .all(|(left, right)| to <= *left || from >= *right)
        {
            taken.push((from, to));
            marks.push(look.word(middle, top, name));
        }
    }
    marks
}
