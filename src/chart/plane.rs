//! The axis of numbers at the left of a plot, with its grid.

use super::context::Context;
use super::figures::Figures;
use super::guide::Look;
use super::scale::Scale;
use super::scene::{Anchor, Mark, Stroke};
use crate::numeric::Within;

/// An upright scale from the bottom of a plot to its top, with as many ticks as a height of so many pixels bears.
pub(super) fn upright(context: &Context, extent: (f64, f64), (top, bottom): (f64, f64)) -> Scale {
    let count = ((bottom - top) / (context.sizes.label * 3.6)).within(2.0, 7.0);
    Scale::round(extent.0, extent.1, count.floor(), (bottom, top))
}

/// How wide the labels of a scale's ticks are.
pub(super) fn tick_width(context: &Context, scale: &Scale, figures: &Figures) -> f64 {
    let look = Look::plain(context.sizes.label, context.palette.second);
    let mut widest = 0.0_f64;
    for tick in scale.ticks() {
        widest = widest.max(look.width(&figures.tick(tick, scale.decimals)));
    }
    widest
}

/// Level grid lines from `left` to `right`, with their labels before them.
pub(super) fn level_grid(
    context: &Context,
    scale: &Scale,
    figures: &Figures,
    (left, right): (f64, f64),
) -> Vec<Mark> {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let look = Look::plain(sizes.label, palette.second).anchored(Anchor::End);
    let mut marks = Vec::new();
    for tick in scale.ticks() {
        let y = scale.at(tick);
        let zero = tick.abs() < scale.step * 1e-6;
        let colour = if zero { palette.grey } else { palette.grid };
        let stroke = Stroke::solid(colour, sizes.mark * 0.8);
        marks.push(Mark::line((left, y), (right, y), stroke));
        let text = figures.tick(tick, scale.decimals);
        marks.push(look.centred_word(left - sizes.label * 0.5, y, &text));
    }
    marks
}
