//! Dumbbells in the room that they are given.

use super::{colour, joint, line_at};
use crate::chart::annotate::Notes;
use crate::chart::axis;
use crate::chart::context::Context;
use crate::chart::crossed::Line;
use crate::chart::figures::Unit;
use crate::chart::guide::{Area, Look, Placed, ring};
use crate::chart::kind::Common;
use crate::chart::lanes::{Lane, LaneText, Lanes, pinned};
use crate::chart::rows::Absent;
use crate::chart::scale::Scale;
use crate::chart::scene::{Anchor, Mark, Stroke};
use crate::chart::sentence::{datum_group, subject_group};
use crate::chart::shapes::hatch;
use crate::chart::steps::{Steps, change, direction};
use std::cmp::Ordering;

/// Places a lane for each line.
pub(super) fn place(context: &Context, steps: &Steps, area: Area, common: &Common) -> Placed {
    let (palette, sizes, figures) = (&context.palette, &context.sizes, &steps.crossed.figures);
    let mut texts = lane_texts(context, steps);
    let least = common.value_width;
    let lanes =
        |texts: &[LaneText]| Lanes::beside(texts, area, (0.32, 0.4), least, palette, *sizes);
    let mut notes = Notes::new(steps.crossed.notes(), &mut texts, &|texts| {
        lanes(texts).stacked
    });
    let lanes = lanes(&texts);
    let reference = line_at(context, steps);
    let line = sizes.line();
    let above = match reference {
        Some(_) => line + sizes.label * 0.3,
        None => 0.0,
    };
    let below = line + sizes.label * 0.2;
    let room = area.height.map(|height| height - above - below);
    let plots = vec![(sizes.label * 1.2).max(18.0 * sizes.mark); texts.len()];
    let mut scale = axis::scale_for(common.ends(), &lanes, 0.0, figures, sizes);
    match context.part {
        None => scale = with_room(context, steps, &lanes, scale),
        // Panels leave the same room, whatever their values.
        Some(_) => scale.range = (lanes.plot.0 + common.apart, lanes.plot.1 - common.apart),
    }
    notes.fit(context, &mut texts, &lanes, &|at| {
        let (from, to) = reach(&steps.crossed.lines[at], &scale);
        let middle = match from < to {
            true => (from + to) / 2.0,
            false => scale.range.0 + sizes.label,
        };
        ([middle; 3], false)
    });
    let mut placed = lanes.place(&texts, &plots, area.y + above, room);
    let foot = axis::grid(&scale, &lanes, &placed, figures, palette, sizes);
    let mut marks = foot.marks;
    if let Some(reference) = &reference {
        marks.push(axis::reference(
            reference, &scale, &lanes, &placed, area.y, palette, sizes,
        ));
    }
    for (line, lane) in steps.crossed.lines.iter().zip(&mut placed) {
        let mut inner = std::mem::take(&mut lane.marks);
        inner.extend(pair(context, steps, line, lane, &scale, &lanes));
        marks.push(subject_group(&line.subject, inner));
    }
    marks.extend(lanes.rules(&texts, &placed));
    let bottom = placed.last().map_or(area.y + above, |lane| lane.bottom) + foot.height;
    let notes = notes.place(context, &placed, (area.x, bottom, area.width));
    marks.extend(notes.marks);
    Placed {
        marks,
        height: bottom + notes.height - area.y,
    }
}

/// Room that a value needs beside its point.
pub(super) fn widest_point(context: &Context, steps: &Steps) -> f64 {
    let look = Look::bold(context.sizes.label, context.palette.ink);
    let mut widest = 0.0_f64;
    for datum in steps.crossed.data() {
        if let Ok(value) = datum.value {
            widest = widest.max(look.width(&steps.crossed.figures.value(value)));
        }
    }
    widest + context.sizes.label * 0.6
}

/// Names of the lanes, and their differences.
pub(super) fn lane_texts(context: &Context, steps: &Steps) -> Vec<LaneText> {
    let crossed = &steps.crossed;
    let subjects: Vec<_> = crossed.lines.iter().map(|line| &line.subject).collect();
    let mut texts = pinned(&subjects);
    for (text, line) in texts.iter_mut().zip(&crossed.lines) {
        text.value = match (line.value(0), line.value(1)) {
            (Some(one), Some(two)) => {
                let tested = change(steps, line, (0, 1));
                let (value, ci) = match tested {
                    Some((value, ci)) => (value, Some(ci)),
                    None => (two - one, None),
                };
                match crossed.figures.unit {
                    Unit::Share => crossed.figures.points_with_span(value, ci),
                    Unit::Value => {
                        let said = crossed.figures.change(value);
                        let span =
                            ci.map(|ci| ["\u{a0}(", &crossed.figures.span(ci), ")"].concat());
                        said + &span.unwrap_or_default()
                    }
                }
            }
            (one, two) => {
                text.quiet = true;
                let step = usize::from(one.is_some());
                let reason = line.datum(step).and_then(|datum| datum.value.err());
                let word = context.say(reason.unwrap_or(Absent::NoData).word());
                match one.or(two) {
                    Some(_) => [&crossed.names[step], ": ", word].concat(),
                    None => word.to_string(),
                }
            }
        };
    }
    texts
}

/// The values of a line with their places: the lesser first, each with its step.
fn points(steps: &Steps, line: &Line, scale: &Scale) -> Vec<(usize, f64, String)> {
    let mut points = Vec::new();
    for step in 0..2 {
        if let Some(value) = line.value(step) {
            points.push((step, scale.at(value), steps.crossed.figures.value(value)));
        }
    }
    if let [one, two] = points.as_slice()
        && two.1 < one.1
    {
        points.reverse();
    }
    points
}

/// Left and right end of all that is drawn of a line.
fn reach(line: &Line, scale: &Scale) -> (f64, f64) {
    let (mut left, mut right) = (f64::INFINITY, f64::NEG_INFINITY);
    for datum in line.data.iter().flatten() {
        for end in datum.ends() {
            (left, right) = (left.min(scale.at(end)), right.max(scale.at(end)));
        }
    }
    (left, right)
}

/// The scale, drawn in so far that the values beside the points stay within the plot.
fn with_room(context: &Context, steps: &Steps, lanes: &Lanes, mut scale: Scale) -> Scale {
    let look = Look::bold(context.sizes.label, context.palette.ink);
    let gap = context.sizes.label * 0.6;
    for _ in 0..4 {
        let (mut left, mut right) = (0.0_f64, 0.0_f64);
        for line in &steps.crossed.lines {
            let (from, to) = reach(line, &scale);
            let points = points(steps, line, &scale);
            if let [one, .., two] = points.as_slice() {
                left = left.max(lanes.plot.0 - (from - gap - look.width(&one.2)));
                right = right.max(to + gap + look.width(&two.2) - lanes.plot.1);
            } else if let [one] = points.as_slice() {
                right = right.max(to + gap + look.width(&one.2) - lanes.plot.1);
            }
        }
        scale.range = (scale.range.0 + left, scale.range.1 - right);
    }
    scale
}

fn pair(
    context: &Context,
    steps: &Steps,
    line: &Line,
    lane: &Lane,
    scale: &Scale,
    lanes: &Lanes,
) -> Vec<Mark> {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let main = colour(context, steps, Some(line));
    let points = points(steps, line, scale);
    let mut marks = Vec::new();
    let reasons = line.data.iter().flatten();
    if let Some(reason) = reasons.filter_map(|datum| datum.value.err()).next() {
        let wide = if points.is_empty() { 4.0 } else { 1.5 };
        let width = (lanes.plot.1 - lanes.plot.0).min(sizes.label * wide);
        // Beside a value the sign stands where nothing is drawn.
        if reach(line, scale).0 > scale.range.0 + width {
            let top = lane.middle() - sizes.label / 2.0;
            let area = [scale.range.0, top, width, sizes.label];
            marks.extend(hatch(area, reason.is_withheld(), palette));
        }
    }
    // The two intervals lie one above the other, so that both can be read where they overlap.
    let both = points.len() == 2 && line.data.iter().flatten().any(|datum| datum.ci.is_some());
    let aside = if both { 4.0 * sizes.mark } else { 0.0 };
    let y = |step: usize| lane.middle() + if step == 0 { -aside } else { aside };
    if let [one, two] = points.as_slice() {
        let clear = change(steps, line, (0, 1)).map(|(_, ci)| direction(ci) != Ordering::Equal);
        let ends = ((one.1, y(one.0)), (two.1, y(two.0)));
        marks.push(Mark::line(ends.0, ends.1, joint(context, main, clear)));
    }
    let (from, to) = reach(line, scale);
    let gap = sizes.label * 0.6;
    for (at, (step, x, text)) in points.iter().enumerate() {
        let Some(datum) = line.datum(*step) else {
            continue;
        };
        let y = y(*step);
        let mut inner = Vec::new();
        if let Some([low, high]) = datum.ci {
            // What went before is quieter.
            let soft = if *step == 0 { 0.4 } else { 0.0 };
            let stroke = Stroke::solid(main.between(palette.ground, soft), 1.5 * sizes.mark);
            inner.push(Mark::line((scale.at(low), y), (scale.at(high), y), stroke));
        }
        inner.push(match step {
            0 => ring(*x, y, main, palette, sizes),
            _ => Mark::dot(*x, y, 4.5 * sizes.mark, main),
        });
        let at_left = at == 0 && points.len() == 2;
        let (anchor, beside) = match at_left {
            true => (Anchor::End, from - gap),
            false => (Anchor::Start, to + gap),
        };
        let colour = if *step == 0 {
            palette.second
        } else {
            palette.ink
        };
        let look = Look::weighted(sizes.label, colour, *step == 1).anchored(anchor);
        // Paper behind the value, so that no line of the grid strikes it through.
        let width = look.width(text);
        let left = if at_left { beside - width } else { beside };
        let line = look.line();
        inner.push(Mark::filled(
            left,
            lane.middle() - line / 2.0,
            width,
            line,
            palette.ground,
        ));
        inner.push(look.centred_word(beside, lane.middle(), text));
        let label = &datum.subject.label;
        marks.push(datum_group(
            context,
            label,
            datum,
            &steps.crossed.figures,
            inner,
        ));
    }
    marks
}
