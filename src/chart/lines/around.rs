//! What stands around the lines: the names of the steps, the axes of a slope.

use super::Plot;
use crate::chart::context::Context;
use crate::chart::guide::{Area, Look, Placed};
use crate::chart::scene::{Anchor, Mark, Stroke};
use crate::chart::steps::Steps;
use crate::numeric::Within;

/// The axes of a slope.
pub(super) fn axes(context: &Context, plot: &Plot) -> Vec<Mark> {
    let stroke = Stroke::solid(context.palette.grid, context.sizes.mark);
    let reach = context.sizes.label * 0.4;
    let axis = |x: &f64| Mark::line((*x, plot.top - reach), (*x, plot.bottom + reach), stroke);
    plot.xs.iter().map(axis).collect()
}

/// The names of two steps above their axes.
pub(super) fn headings(
    context: &Context,
    steps: &Steps,
    area: Area,
    (left, right): (f64, f64),
) -> Placed {
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
pub(super) fn step_labels(context: &Context, steps: &Steps, plot: &Plot, area: Area) -> Vec<Mark> {
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
