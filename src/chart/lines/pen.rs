//! Which lines stand out, and in which colour.

use super::marks::dashed;
use crate::chart::context::Context;
use crate::chart::crossed::Line;
use crate::chart::footer::{absent_keys, level};
use crate::chart::guide::Key;
use crate::chart::scene::Stroke;
use crate::chart::steps::Steps;
use crate::chart::theme::Colour;
use crate::locale::catalogue::chart as say;

/// How much of the paper a band has.
pub(super) const BAND: f64 = 0.84;

/// How a line is drawn.
pub(super) struct Pen {
    pub colour: Colour,
    pub width: f64,
    /// Whether it has a colour of its own, its intervals and a label in its colour.
    pub strong: bool,
    /// Its place among the strong lines, around zero.
    pub place: f64,
}

/// The average is black. With countries in focus these have colours; without, every line has one as far as there are six.
pub(super) fn pens(context: &Context, lines: &[Line]) -> Vec<Pen> {
    let (palette, mark) = (&context.palette, context.sizes.mark);
    let focus = lines.iter().filter(|line| line.subject.highlighted).count();
    let others = lines.iter().filter(|line| !line.subject.average).count();
    let mut pens: Vec<Pen> = Vec::new();
    let mut next = 0;
    for line in lines {
        let coloured = match focus {
            0 => others <= palette.series.len(),
            _ => line.subject.highlighted,
        };
        let colour = match (line.subject.average, coloured) {
            (true, _) => Some(palette.ink),
            (_, true) if focus == 1 => Some(palette.highlight),
            (_, true) => {
                next += 1;
                palette.series.get(next - 1).copied()
            }
            _ => None,
        };
        pens.push(Pen {
            colour: colour.unwrap_or(palette.grey),
            width: if colour.is_some() { 2.5 } else { 1.2 } * mark,
            strong: colour.is_some(),
            place: 0.0,
        });
    }
    let strong = pens.iter().filter(|pen| pen.strong).count() as f64;
    let mut place = (1.0 - strong) / 2.0;
    for pen in pens.iter_mut().filter(|pen| pen.strong) {
        pen.place = place;
        place += 1.0;
    }
    pens
}

/// Signs of the lines with their names and last values, for a picture that has no room for them beside the lines.
pub(super) fn items(
    context: &Context,
    steps: &Steps,
    pens: &[Pen],
    reference: Option<&(f64, String)>,
) -> Vec<(Key, String)> {
    let mut items = Vec::new();
    for tag in super::tags(context, steps, pens, reference, false) {
        let stroke = match tag.line {
            Some(line) => Stroke::solid(pens[line].colour, pens[line].width),
            None => dashed(context.palette.ink, context.sizes.mark),
        };
        items.push((Key::Line(stroke), tag.text));
    }
    items
}

/// Whether intervals stand at each point: where there are few points, or many lines whose bands would hide each other.
pub(super) fn has_whiskers(steps: &Steps, strong: f64) -> bool {
    steps.crossed.codes.len() <= 5 || strong > 3.0
}

/// What intervals and gaps look like.
pub(in crate::chart) fn legend(context: &Context, steps: &Steps) -> Vec<(Key, String)> {
    let mut keys = Vec::new();
    if super::tag::is_shared(context, steps) {
        let lines = &steps.crossed.lines;
        for (line, pen) in lines
            .iter()
            .zip(pens(context, lines))
            .filter(|(_, pen)| pen.strong)
        {
            let stroke = Stroke::solid(pen.colour, pen.width);
            keys.push((Key::Line(stroke), line.subject.label.clone()));
        }
    }
    let data = steps.crossed.data();
    if data.iter().any(|datum| datum.ci.is_some()) {
        let (palette, level) = (&context.palette, level(context, steps.result));
        let strong = pens(context, &steps.crossed.lines);
        let strong: Vec<Pen> = strong.into_iter().filter(|pen| pen.strong).collect();
        let (key, message) = match has_whiskers(steps, strong.len() as f64) {
            true => {
                let stroke = Stroke::solid(palette.ink, 1.5 * context.sizes.mark);
                (Key::Line(stroke), &say::KEY_LINE)
            }
            false => {
                let colour = strong.first().map_or(palette.grey, |pen| pen.colour);
                let soft = colour.between(palette.ground, BAND);
                (Key::Swatch(soft), &say::KEY_BAND)
            }
        };
        if !strong.is_empty() {
            keys.push((key, context.tell(message, &[("level", &level)])));
        }
    }
    // What is absent is marked where a line goes on behind it.
    let pens = pens(context, &steps.crossed.lines);
    let mut gaps = Vec::new();
    for (line, pen) in steps.crossed.lines.iter().zip(&pens) {
        if let Some((from, to)) = line.ends().filter(|_| pen.strong) {
            gaps.extend(line.data[from..to].iter().flatten());
        }
    }
    keys.extend(absent_keys(context, steps.result, &gaps));
    keys
}
