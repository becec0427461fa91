//! Lines from step to step, with their intervals and a label at their end: trends and slopes.

mod around;
mod marks;
mod pen;
mod tag;

pub(super) use pen::legend;

use super::axis;
use super::context::Context;
use super::guide::{Area, Key, Look, Placed, legend as keys};
use super::kind::Common;
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

/// How the room is shared.
struct Layout {
    /// Names at the right; none where they stand in a legend below.
    names: Vec<Tag>,
    /// Values at the axes of a slope: before the left one, and behind the right one where no name says them.
    values: [Vec<Tag>; 2],
    /// The legend below.
    listed: Vec<(Key, String)>,
    listed_height: f64,
    /// The names of a slope's steps.
    head: Placed,
    /// Left and right end of the plot.
    plot: (f64, f64),
    /// Where the first and the last step stand.
    span: (f64, f64),
    top: f64,
    bottom: f64,
    /// Height of what stands between the plot and the legend below.
    foot: f64,
    extent: (f64, f64),
}

/// What lines have in common with those of other panels.
pub(super) fn common(
    context: &Context,
    steps: &Steps,
    slope: bool,
    reference: Option<&(f64, String)>,
) -> Common {
    let pens = pens(context, &steps.crossed.lines);
    Common {
        value_width: tag::widest(&tags(context, steps, &pens, reference, slope)),
        ..Common::of(match slope {
            true => own_extent(steps),
            false => extent(steps, reference),
        })
    }
}

/// Places the lines. `slope` draws two axes with the values at both, instead of a scale.
pub(super) fn place(
    context: &Context,
    steps: &Steps,
    slope: bool,
    reference: Option<&(f64, String)>,
    area: Area,
    common: &Common,
) -> Placed {
    let sizes = &context.sizes;
    let pens = pens(context, &steps.crossed.lines);
    let layout = layout(context, steps, &pens, slope, reference, (area, common));
    let plot = plot(context, steps, &pens, slope, &layout);
    let mut grid = layout.head.marks;
    if slope {
        grid.extend(axes(context, &plot));
    } else {
        let figures = &steps.crossed.figures;
        grid.extend(level_grid(context, &plot.scale, figures, layout.plot));
        grid.extend(step_labels(context, steps, &plot, area));
    }
    if let Some((value, _)) = reference {
        let y = plot.scale.within(*value);
        let stroke = dashed(context.palette.ink, sizes.mark);
        grid.push(Mark::line((layout.plot.0, y), (layout.plot.1, y), stroke));
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
    let room = (layout.top, layout.bottom);
    let [before, behind] = &layout.values;
    let (left, right) = (layout.plot.0 - gap(context), layout.plot.1 + gap(context));
    for (tags, x, anchor) in [
        (&layout.names, right, Anchor::Start),
        (before, left, Anchor::End),
        (behind, right, Anchor::Start),
    ] {
        if !tags.is_empty() {
            marks.push(tag::place(context, tags, x, anchor, room, &point));
        }
    }
    let end = layout.bottom + layout.foot;
    let room = Area {
        y: end + sizes.label * 0.6,
        ..area
    };
    if !layout.listed.is_empty() {
        let listed = keys(&layout.listed, room, &context.palette, sizes);
        marks.push(Mark::group(Role::Legend, listed.marks));
    }
    Placed {
        marks,
        height: end + layout.listed_height - area.y,
    }
}

/// Room between the plot and its labels, for leaders.
fn gap(context: &Context) -> f64 {
    context.sizes.label * 1.3
}

fn layout(
    context: &Context,
    steps: &Steps,
    pens: &[Pen],
    slope: bool,
    reference: Option<&(f64, String)>,
    (area, common): (Area, &Common),
) -> Layout {
    let (sizes, figures) = (&context.sizes, &steps.crossed.figures);
    let look = Look::plain(sizes.label, context.palette.second);
    let mut names = tags(context, steps, pens, reference, slope);
    let mut values = [Vec::new(), Vec::new()];
    if slope {
        values[0] = tag::values(context, steps, pens, 0);
    }
    let widest = (area.width * 0.36).max(tag::longest_word(&names));
    let column = common.value_width.min(widest);
    let extent = common.ends();
    // What stands before the plot: values, or the labels of a scale.
    let before = |top: f64, bottom: f64, values: &[Tag]| match slope {
        true => tag::widest(values) + gap(context),
        false => {
            let scale = upright(context, extent, (top, bottom));
            tick_width(context, &scale, figures) + sizes.label * 0.5
        }
    };
    let mut left = area.x + before(0.0, sizes.label * 20.0, &values[0]);
    let mut right = area.x + area.width - column - gap(context);
    // Without room for the names beside the lines they stand in a legend below.
    let (mut listed, mut listed_height) = (Vec::new(), 0.0);
    if right - left < sizes.label * if slope { 4.0 } else { 8.0 } {
        if !tag::is_shared(context, steps) {
            listed = pen::items(context, steps, pens, reference);
            listed_height = keys(&listed, area, &context.palette, sizes).height + sizes.label;
        }
        names.clear();
        right = area.x + area.width;
        if slope {
            values[1] = tag::values(context, steps, pens, steps.crossed.codes.len() - 1);
            right -= tag::widest(&values[1]) + gap(context);
        } else {
            let last = steps.crossed.names.last().map_or("", String::as_str);
            right -= (look.width(last) / 2.0).min(area.width * 0.2);
        }
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
    let head = match slope {
        true => headings(context, steps, area, (left + inset, right - inset)),
        false => Placed::default(),
    };
    let labels = if slope {
        0.0
    } else {
        look.line() + sizes.label * 0.3
    };
    let foot = labels + sizes.label * 0.4;
    let top = area.y + head.height + sizes.label * 0.7;
    let least = tag::height(&names).max(tag::height(&values[0])) * if slope { 1.2 } else { 1.0 };
    let natural = ((right - left) * 0.6).within(sizes.label * 15.0, sizes.label * 26.0);
    let around = top - area.y + foot + listed_height;
    let wished = area.height.map_or(natural, |height| height - around);
    let bottom = top + wished.max(least).max(sizes.label * 9.0);
    // Now the height says which ticks there are.
    left = left.max(area.x + before(top, bottom, &values[0]));
    Layout {
        names,
        values,
        listed,
        listed_height,
        head,
        plot: (left, right),
        span: (left + inset, right - inset),
        top,
        bottom,
        foot,
        extent,
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

fn plot(context: &Context, steps: &Steps, pens: &[Pen], slope: bool, layout: &Layout) -> Plot {
    let Layout {
        span: (left, right),
        top,
        bottom,
        extent,
        ..
    } = *layout;
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
