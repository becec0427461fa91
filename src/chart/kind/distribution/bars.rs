//! The shares of ordered answers: a row of bars in each lane, all on one scale.

use super::{colour, lane_texts, nothing};
use crate::chart::annotate::Notes;
use crate::chart::context::Context;
use crate::chart::crossed::{Crossed, Line};
use crate::chart::guide::{Area, Look, Placed};
use crate::chart::kind::Common;
use crate::chart::lanes::{Lane, LaneText, Lanes};
use crate::chart::scene::{Anchor, Mark, Role, Stroke};
use crate::chart::sentence::{datum_group, subject_group};
use crate::text::joined;

/// From how many lanes on the answers are named above and below.
const LONG: usize = 6;

/// How high bars must reach, and how wide their values are.
pub(super) fn common(context: &Context, series: &Crossed) -> Common {
    let look = Look::plain(context.sizes.label, context.palette.ink);
    let mut common = Common::of((0.0, 0.0));
    for datum in series.data() {
        for end in datum.ends() {
            common.extent = Some((0.0, common.ends().1.max(end)));
        }
        if let Ok(value) = datum.value {
            let width = look.width(&series.figures.value(value));
            common.value_width = common.value_width.max(width);
        }
    }
    common
}

/// Places a lane for each line.
pub(super) fn place(context: &Context, series: &Crossed, area: Area, common: &Common) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let mut texts = lane_texts(context, series, &|_| String::new());
    if context.part.is_some() {
        // The legend says why a lane is empty; words beside it would make one panel's bars narrower than another's.
        texts.iter_mut().for_each(|text| text.value.clear());
    }
    let lanes = |texts: &[LaneText]| Lanes::fit(texts, area, (0.3, 0.5), palette, *sizes);
    let mut notes = Notes::new(series.notes(), &mut texts, &|texts| lanes(texts).stacked);
    let lanes = lanes(&texts);
    notes.fit(context, &mut texts, &lanes, &|_| {
        ([lanes.plot.0 + sizes.label; 3], false)
    });
    let cell = (lanes.plot.1 - lanes.plot.0) / series.codes.len() as f64;
    let look = Look::plain(sizes.label, palette.ink);
    let (most, widest) = (common.ends().1, common.value_width);
    // Values stand above their bars where all have room.
    let named = widest + sizes.label * 0.3 <= cell;
    let above = if named { look.line() } else { 0.0 };
    let long = series.lines.len() > LONG;
    let tall = sizes.label * if long { 2.6 } else { 3.6 };
    let names = answers(context, series, area, lanes.plot.0, cell);
    let mut marks = Vec::new();
    let mut top = area.y;
    if long {
        let head = names(top, false);
        marks.push(Mark::group(Role::Axis, head.marks));
        top += head.height;
    }
    let foot = names(0.0, true).height;
    let room = area.height.map(|height| height - (top - area.y) - foot);
    let mut plots = Vec::new();
    for line in &series.lines {
        let shown = line.ends().is_some();
        plots.push(if shown { tall + above } else { sizes.label });
    }
    let mut placed = lanes.place(&texts, &plots, top, room);
    for (line, lane) in series.lines.iter().zip(&mut placed) {
        let mut inner = std::mem::take(&mut lane.marks);
        if line.ends().is_none() {
            inner.extend(nothing(context, line, &lanes, lane.middle()));
        } else {
            let unit = tall / most.max(1e-9);
            inner.extend(row(
                context,
                series,
                line,
                lane,
                (lanes.plot.0, cell),
                unit,
                named,
            ));
        }
        marks.push(subject_group(&line.subject, inner));
    }
    marks.extend(lanes.rules(&texts, &placed));
    let bottom = placed.last().map_or(top, |lane| lane.bottom);
    marks.push(Mark::group(Role::Axis, names(bottom, true).marks));
    let bottom = bottom + foot;
    let notes = notes.place(context, &placed, (area.x, bottom, area.width));
    marks.extend(notes.marks);
    Placed {
        marks,
        height: bottom + notes.height - area.y,
    }
}

fn row(
    context: &Context,
    series: &Crossed,
    line: &Line,
    lane: &Lane,
    (left, cell): (f64, f64),
    unit: f64,
    named: bool,
) -> Vec<Mark> {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let look = Look::plain(sizes.label, palette.ink).anchored(Anchor::Middle);
    let main = colour(context, series, Some(line));
    let base = lane.plot.0 + lane.plot.1;
    let right = left + cell * line.data.len() as f64;
    let ground = Stroke::solid(palette.grey, sizes.mark);
    let mut marks = vec![Mark::line((left, base), (right, base), ground)];
    for (step, datum) in line.data.iter().enumerate() {
        let Some(datum) = datum else { continue };
        let x = left + (step as f64 + 0.5) * cell;
        let mut inner = Vec::new();
        if let Ok(value) = datum.value {
            let (wide, tall) = (cell * 0.94, value * unit);
            inner.push(Mark::filled(x - wide / 2.0, base - tall, wide, tall, main));
            let mut top = base - tall;
            if let Some([low, high]) = datum.ci {
                let ends = ((x, base - low.max(0.0) * unit), (x, base - high * unit));
                let halo = Stroke::solid(palette.ground, 4.0 * sizes.mark);
                let thin = Stroke::solid(palette.ink, 1.5 * sizes.mark);
                inner.push(Mark::line(ends.0, ends.1, halo));
                inner.push(Mark::line(ends.0, ends.1, thin));
                top = top.min(base - high * unit);
            }
            if named {
                let text = series.figures.value(value);
                inner.push(look.word(x, top - look.line(), &text));
            }
        }
        let label = &datum.subject.label;
        marks.push(datum_group(context, label, datum, &series.figures, inner));
    }
    marks
}

/// Names the answers below or above their bars. Where they have no room they have numbers, which a text explains below.
fn answers<'s>(
    context: &'s Context,
    series: &'s Crossed,
    area: Area,
    left: f64,
    cell: f64,
) -> impl Fn(f64, bool) -> Placed + 's {
    let sizes = &context.sizes;
    let look = Look::plain(sizes.label, context.palette.second).anchored(Anchor::Middle);
    let room = cell - sizes.label * 0.5;
    let numbered = series
        .names
        .iter()
        .any(|name| look.longest_word(name) > room);
    move |top, below| {
        let mut placed = Placed::default();
        let mut lines: Vec<Vec<String>> = Vec::new();
        for (at, name) in series.names.iter().enumerate() {
            lines.push(match numbered {
                true => vec![(at + 1).to_string()],
                false => look.wrap(name, room),
            });
        }
        let most = lines.iter().map(Vec::len).max().unwrap_or(0) as f64;
        let gap = sizes.label * 0.3;
        let mut taken = f64::NEG_INFINITY;
        for (at, lines) in lines.iter().enumerate() {
            let x = left + (at as f64 + 0.5) * cell;
            let half = look.widest(lines) / 2.0;
            if x - half < taken {
                continue;
            }
            taken = x + half + gap;
            // Above the bars the names stand on them.
            let down = if below {
                0.0
            } else {
                (most - lines.len() as f64) * look.line()
            };
            placed
                .marks
                .extend(look.lines(x, top + gap + down, lines).marks);
        }
        placed.height = gap + most * look.line();
        if numbered && below {
            let mut said = Vec::new();
            for (at, name) in series.names.iter().enumerate() {
                said.push([&(at + 1).to_string(), "\u{a0}=\u{a0}", name].concat());
            }
            let look = look.anchored(Anchor::Start);
            let top = top + placed.height + gap;
            let text = look.wrapped(area.x, top, &joined(&said, "; "), area.width);
            placed.marks.extend(text.marks);
            placed.height += gap + text.height;
        }
        placed
    }
}
