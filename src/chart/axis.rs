//! The axis of numbers below lanes: grid, ticks, a line to compare with.

use super::figures::Figures;
use super::guide::{Look, Placed};
use super::lanes::{Lane, Lanes};
use super::rows::Datum;
use super::scale::Scale;
use super::scene::{Anchor, Mark, Role, Stroke};
use super::theme::{Palette, Sizes};
use crate::numeric::Within;

/// What an axis must hold: values with their intervals, and a line to compare with. An axis that is cut must be cut for a
/// reason: the data lie far from zero.
pub(super) fn extent(data: &[&Datum], reference: Option<f64>, from_zero: bool) -> (f64, f64) {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    let mut hold = |end: f64| {
        if end.is_finite() {
            (low, high) = (low.min(end), high.max(end));
        }
    };
    for datum in data {
        datum.ends().into_iter().for_each(&mut hold);
    }
    reference.into_iter().for_each(hold);
    if low > high {
        return (0.0, 1.0);
    }
    let from_zero = from_zero || low < 0.0 || low < (high - low);
    let low = if from_zero { low.min(0.0) } else { low };
    let high = if from_zero { high.max(0.0) } else { high };
    (low, if high > low { high } else { low + 1.0 })
}

/// A scale over the plot of the lanes, with ticks as close as their labels allow. The ends stand far enough inside that no
/// tick's label leaves the picture.
pub(super) fn scale_for(
    extent: (f64, f64),
    lanes: &Lanes,
    room_right: f64,
    figures: &Figures,
    sizes: &Sizes,
) -> Scale {
    let look = Look::plain(sizes.label, super::theme::Colour(0, 0, 0));
    let range = |inset: f64| (lanes.plot.0 + inset, lanes.plot.1 - inset - room_right);
    let at_least = sizes.mark * 5.0;
    let mut count = 6.0_f64;
    loop {
        let scale = Scale::round(extent.0, extent.1, count, range(at_least));
        let labels = scale
            .ticks()
            .into_iter()
            .map(|tick| look.width(&figures.tick(tick, scale.decimals)));
        let widest = labels.fold(0.0, f64::max);
        let scale = Scale {
            range: range(at_least.max(widest / 2.0)),
            ..scale
        };
        let pitch = (scale.range.1 - scale.range.0) / (scale.ticks().len() - 1).max(1) as f64;
        if pitch >= widest + sizes.label * 0.8 || count <= 1.0 {
            return scale;
        }
        count -= 1.0;
    }
}

/// Grid lines behind the lanes and tick labels below them.
pub(super) fn grid(
    scale: &Scale,
    lanes: &Lanes,
    placed: &[Lane],
    figures: &Figures,
    palette: &Palette,
    sizes: &Sizes,
) -> Placed {
    let stroke = Stroke::solid(palette.grid, sizes.mark * 0.8);
    let bottom = placed.last().map_or(0.0, |lane| lane.bottom);
    let look = Look::plain(sizes.label, palette.second).anchored(Anchor::Middle);
    let mut marks = Vec::new();
    for tick in scale.ticks() {
        marks.extend(upright(scale.at(tick), lanes, placed, stroke));
    }
    // Labels that would touch are left out from the second on.
    let mut right = f64::NEG_INFINITY;
    for tick in scale.ticks() {
        let (x, text) = (scale.at(tick), figures.tick(tick, scale.decimals));
        let half = look.width(&text) / 2.0;
        if x - half >= right + sizes.label * 0.4 {
            marks.push(look.word(x, bottom + sizes.label * 0.2, &text));
            right = x + half;
        }
    }
    Placed {
        marks: vec![Mark::group(Role::Axis, marks)],
        height: look.line() + sizes.label * 0.2,
    }
}

/// An upright line: through all lanes, or through each plot where labels stand between them.
pub(super) fn upright(x: f64, lanes: &Lanes, placed: &[Lane], stroke: Stroke) -> Vec<Mark> {
    let (Some(first), Some(last)) = (placed.first(), placed.last()) else {
        return Vec::new();
    };
    if !lanes.stacked {
        return vec![Mark::line((x, first.top), (x, last.bottom), stroke)];
    }
    placed
        .iter()
        .map(|lane| Mark::line((x, lane.plot.0), (x, lane.plot.0 + lane.plot.1), stroke))
        .collect()
}

/// A line to compare with, and its label above the lanes. `top` is where the label may begin.
pub(super) fn reference(
    (value, text): &(f64, String),
    scale: &Scale,
    lanes: &Lanes,
    placed: &[Lane],
    top: f64,
    palette: &Palette,
    sizes: &Sizes,
) -> Mark {
    let x = scale.within(*value);
    let look = Look::plain(sizes.label, palette.ink);
    let half = look.width(text) / 2.0;
    let centre = x.within(
        lanes.plot.0 + half,
        (lanes.plot.1 - half).max(lanes.plot.0 + half),
    );
    let stroke = Stroke {
        colour: palette.ink,
        width_px: sizes.mark,
        dashed: true,
    };
    let mut marks = upright(x, lanes, placed, stroke);
    marks.push(look.anchored(Anchor::Middle).word(centre, top, text));
    Mark::group(Role::Axis, marks)
}
