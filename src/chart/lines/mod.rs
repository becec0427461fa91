//! Lines from step to step, with their intervals and a label at their end: trends and slopes.

mod around;
mod marks;
mod pen;
mod tag;

pub(super) use pen::legend;

use super::axis;
use super::context::Context;
use super::guide::{Area, Look, Placed, legend as keys};
use super::plane::{level_grid, tick_width, upright};
use super::scale::Scale;
use super::scene::{Anchor, Mark, Role};
use super::steps::Steps;
use crate::numeric::Within;
use around::{axes, headings, step_labels};
use marks::{band, dashed, drawn};
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
    let mut left = area.x + gutter;
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
    if !slope {
        // Now the height says which ticks there are.
        let scale = upright(context, extent, (top, bottom));
        left = left.max(area.x + tick_width(context, &scale, figures) + sizes.label * 0.5);
    }
    let ends = (left + inset, right - inset);
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
