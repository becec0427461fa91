//! The marks of one line: its band, its runs, its gaps, its points.

use super::Plot;
use super::pen::{self, Pen};
use crate::chart::context::Context;
use crate::chart::crossed::Line;
use crate::chart::rows::Datum;
use crate::chart::scene::{Mark, Stroke};
use crate::chart::sentence::{datum_group, subject_group};
use crate::chart::shapes::{diamond, hatch};
use crate::chart::steps::Steps;
use crate::chart::theme::Colour;
use crate::locale::catalogue::chart as say;

/// A dashed line.
pub(super) fn dashed(colour: Colour, width_px: f64) -> Stroke {
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
pub(super) fn band(context: &Context, line: &Line, pen: &Pen, plot: &Plot) -> Vec<Mark> {
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
pub(super) fn drawn(context: &Context, steps: &Steps, line: &Line, pen: &Pen, plot: &Plot) -> Mark {
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
                    marks.push(point(context, steps, line, datum, inner));
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
        let alone = runs.contains(&(step, step));
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
        marks.push(point(context, steps, line, datum, inner));
    }
    subject_group(&line.subject, marks)
}

/// A point of a line, with what is told of it. A note on one of several lines names it.
fn point(context: &Context, steps: &Steps, line: &Line, datum: &Datum, marks: Vec<Mark>) -> Mark {
    let (label, figures) = (&datum.subject.label, &steps.crossed.figures);
    let mut mark = datum_group(context, label, datum, figures, marks);
    let has = |line: &Line| {
        line.data
            .iter()
            .flatten()
            .any(|other| other.note == datum.note)
    };
    let lines = &steps.crossed.lines;
    if let Mark::Group(group) = &mut mark
        && let Some(note) = &mut group.note
        && lines.len() > 1
        && lines.iter().filter(|line| has(line)).count() == 1
    {
        let parts = [
            ("name", line.subject.label.as_str()),
            ("value", note.as_str()),
        ];
        *note = context.tell(&say::SINGLE, &parts);
    }
    mark
}
