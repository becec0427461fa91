//! Labels at the ends of lines, moved apart.

use super::Pen;
use crate::chart::context::Context;
use crate::chart::declutter::apart;
use crate::chart::guide::Look;
use crate::chart::scene::{Anchor, Mark, Role, Stroke};
use crate::chart::steps::Steps;
use crate::chart::theme::Colour;

/// A label that belongs to a value.
pub(super) struct Tag {
    /// The line that it names; none for the reference.
    pub line: Option<usize>,
    /// The step of its value; the last one without it.
    pub step: Option<usize>,
    pub value: f64,
    pub text: String,
    pub lines: Vec<String>,
    look: Look,
    leader: Colour,
}

impl Tag {
    pub fn wrap(&mut self, width: f64) {
        self.lines = self.look.wrap(&self.text, width + 0.01);
    }

    fn height(&self) -> f64 {
        self.lines.len().max(1) as f64 * self.look.line()
    }
}

/// The names of the lines with their last values.
pub(super) fn tags(
    context: &Context,
    steps: &Steps,
    pens: &[Pen],
    reference: Option<&(f64, String)>,
    slope: bool,
) -> Vec<Tag> {
    let mut tags = Vec::new();
    let shared = is_shared(context, steps);
    for (at, line) in steps.crossed.lines.iter().enumerate() {
        let Some((_, step)) = line.ends().filter(|_| !shared || pens[at].strong) else {
            continue;
        };
        // A slope's line that has no end at the right has no name there.
        if slope && step + 1 < line.data.len() {
            continue;
        }
        let text = steps
            .crossed
            .figures
            .value(line.value(step).unwrap_or_default());
        let text = match line.subject.label.as_str() {
            _ if shared => text,
            "" => text,
            name => [name, "\u{20}", &text].concat(),
        };
        tags.extend(tag(context, steps, pens, (at, step), text));
    }
    if let Some((value, text)) = reference {
        tags.push(Tag {
            line: None,
            step: None,
            value: *value,
            lines: vec![text.clone()],
            text: text.clone(),
            look: Look::plain(context.sizes.label, context.palette.ink),
            leader: context.palette.ink,
        });
    }
    tags
}

/// Whether the legend above all panels names the lines, instead of each panel.
pub(super) fn is_shared(context: &Context, steps: &Steps) -> bool {
    context.part.is_some() && steps.crossed.lines.len() > 1
}

/// The values at one step.
pub(super) fn values(context: &Context, steps: &Steps, pens: &[Pen], step: usize) -> Vec<Tag> {
    let mut tags = Vec::new();
    for (at, line) in steps.crossed.lines.iter().enumerate() {
        if let Some(value) = line.value(step) {
            let text = steps.crossed.figures.value(value);
            tags.extend(tag(context, steps, pens, (at, step), text));
        }
    }
    tags
}

fn tag(
    context: &Context,
    steps: &Steps,
    pens: &[Pen],
    (at, step): (usize, usize),
    text: String,
) -> Option<Tag> {
    let (line, pen) = (&steps.crossed.lines[at], &pens[at]);
    let palette = &context.palette;
    let bold = line.subject.highlighted || line.subject.average;
    let colour = if pen.strong {
        pen.colour
    } else {
        palette.second
    };
    Some(Tag {
        line: Some(at),
        step: Some(step),
        value: line.value(step)?,
        lines: vec![text.clone()],
        text,
        look: Look::weighted(context.sizes.label, colour, bold),
        leader: pen.colour,
    })
}

/// Width of the widest label on one line.
pub(super) fn widest(tags: &[Tag]) -> f64 {
    let mut widest = 0.0_f64;
    for tag in tags {
        widest = widest.max(tag.look.width(&tag.text));
    }
    widest
}

/// Width of the longest word, which no line may break.
pub(super) fn longest_word(tags: &[Tag]) -> f64 {
    let mut longest = 0.0_f64;
    for tag in tags {
        longest = longest.max(tag.look.longest_word(&tag.text));
    }
    longest
}

/// Height that all labels take below each other.
pub(super) fn height(tags: &[Tag]) -> f64 {
    tags.iter().map(Tag::height).sum()
}

/// Places labels at `x`, each as near as it can to the point that it belongs to, with a leader where it had to move.
pub(super) fn place(
    context: &Context,
    tags: &[Tag],
    x: f64,
    anchor: Anchor,
    (top, bottom): (f64, f64),
    point: &dyn Fn(&Tag) -> (f64, f64),
) -> Mark {
    let sizes = &context.sizes;
    let spans: Vec<(f64, f64)> = tags
        .iter()
        .map(|tag| (point(tag).1, tag.height()))
        .collect();
    let reach = sizes.label * 0.7;
    let middles = apart(&spans, (top - reach, bottom + reach));
    let side = if anchor == Anchor::End { -1.0 } else { 1.0 };
    let mut marks = Vec::new();
    for (tag, middle) in tags.iter().zip(middles) {
        let (from, y) = point(tag);
        let (start, end) = (from + side * 6.0 * sizes.mark, x - side * 3.0 * sizes.mark);
        let far = (end - start) * side > sizes.label * 4.0;
        if (middle - y).abs() > 3.0 * sizes.mark || far {
            let stroke = Stroke {
                colour: tag.leader.between(context.palette.ground, 0.4),
                width_px: sizes.mark * 0.8,
                dashed: far,
            };
            marks.push(Mark::line((start, y), (end, middle), stroke));
        }
        let look = tag.look.anchored(anchor);
        marks.extend(look.centred(x, middle, &tag.lines));
    }
    Mark::group(Role::Axis, marks)
}
