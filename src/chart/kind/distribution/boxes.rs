//! Quantiles: a box between the inner ones, a line at the median, whiskers to the outermost.

use super::{colour, lane_texts, nothing};
use crate::chart::annotate::Notes;
use crate::chart::axis;
use crate::chart::context::Context;
use crate::chart::crossed::{Crossed, Line};
use crate::chart::guide::{Area, Key, Placed};
use crate::chart::kind::Common;
use crate::chart::lanes::{Lane, LaneText, Lanes};
use crate::chart::rows::Datum;
use crate::chart::scale::Scale;
use crate::chart::scene::{Mark, Stroke};
use crate::chart::sentence::{datum_group, subject_group, value_text};
use crate::locale::catalogue::chart as say;
use crate::locale::format::percent;
use crate::numeric::decimal::parse;
use crate::order::insertion_sort;

/// Which steps of a series make the box.
pub(super) struct Cut {
    /// The ends of the box.
    inner: [usize; 2],
    /// The ends of the whiskers.
    outer: [usize; 2],
    pub median: Option<usize>,
    /// The share below each step, in percent.
    shares: Vec<String>,
    /// By which lanes are ordered, and of which the title speaks.
    pub order: usize,
}

/// Puts the quantiles in order and in words, and says which of them make the box: those at 25% and 75%, or the innermost pair.
pub(super) fn name(context: &Context, series: &mut Crossed) -> Cut {
    let share = |code: &String| parse(code).unwrap_or_default();
    let mut order: Vec<usize> = (0..series.codes.len()).collect();
    insertion_sort(&mut order, |a, b| {
        share(&series.codes[*a]).total_cmp(&share(&series.codes[*b]))
    });
    series.keep(&order);
    let shares: Vec<f64> = series.codes.iter().map(share).collect();
    let find = |wanted: f64| {
        shares
            .iter()
            .position(|share| (share - wanted).abs() < 1e-9)
    };
    let last = shares.len() - 1;
    let below = shares.iter().filter(|share| **share < 0.5 - 1e-9).count();
    let above = shares.iter().position(|share| *share > 0.5 + 1e-9);
    let inner = match (find(0.25), find(0.75)) {
        (Some(low), Some(high)) => [low, high],
        _ => [below.saturating_sub(1), above.unwrap_or(last)],
    };
    let median = find(0.5);
    let mut words = Vec::new();
    for (step, share) in shares.iter().enumerate() {
        let decimals = usize::from(!((share * 1000.0 + 0.5) as u64).is_multiple_of(10));
        let share = percent(*share, decimals, context.locale);
        series.names[step] = match median == Some(step) {
            true => context.say(&say::MEDIAN).to_string(),
            false => context.tell(&say::QUANTILE, &[("share", &share)]),
        };
        words.push(share);
    }
    for line in &mut series.lines {
        for (datum, name) in line.data.iter_mut().zip(&series.names) {
            if let Some(datum) = datum {
                datum.subject = line.subject.at(name);
            }
        }
    }
    Cut {
        inner,
        outer: [0, last],
        median,
        shares: words,
        order: median.unwrap_or(inner[1]),
    }
}

/// What the axis must hold: the quantiles, whose intervals the table gives.
pub(super) fn extent(series: &Crossed) -> (f64, f64) {
    let mut bare = Vec::new();
    for datum in series.data() {
        bare.push(Datum {
            ci: None,
            ..datum.clone()
        });
    }
    axis::extent(&bare.iter().collect::<Vec<_>>(), None, false)
}

/// What box, line and whiskers are.
pub(super) fn keys(context: &Context, series: &Crossed, cut: &Cut) -> Vec<(Key, String)> {
    let (palette, mark) = (&context.palette, context.sizes.mark);
    let main = colour(context, series, None);
    let between = |[low, high]: [usize; 2]| {
        let params = [("low", &cut.shares[low]), ("high", &cut.shares[high])];
        let params = params.map(|(name, text)| (name, text.as_str()));
        context.tell(&say::BETWEEN, &params)
    };
    let soft = main.between(palette.ground, 0.6);
    let mut keys = vec![(Key::Swatch(soft), between(cut.inner))];
    if cut.median.is_some() {
        let stroke = Stroke::solid(main, 3.0 * mark);
        keys.push((Key::Line(stroke), context.say(&say::MEDIAN).to_string()));
    }
    if cut.outer != cut.inner {
        let stroke = Stroke::solid(main, 1.5 * mark);
        keys.push((Key::Line(stroke), between(cut.outer)));
    }
    keys
}

/// The lanes with their medians.
pub(super) fn texts(context: &Context, series: &Crossed, cut: &Cut) -> Vec<LaneText> {
    let median = |line: &Line| match cut.median.and_then(|median| line.datum(median)) {
        Some(datum) => value_text(context, datum, &series.figures),
        None => String::new(),
    };
    lane_texts(context, series, &median)
}

/// Places a lane for each line.
pub(super) fn place(
    context: &Context,
    series: &Crossed,
    cut: &Cut,
    area: Area,
    common: &Common,
) -> Placed {
    let (palette, sizes, figures) = (&context.palette, &context.sizes, &series.figures);
    let mut texts = texts(context, series, cut);
    let least = common.value_width;
    let lanes =
        |texts: &[LaneText]| Lanes::beside(texts, area, (0.34, 0.36), least, palette, *sizes);
    let mut notes = Notes::new(series.notes(), &mut texts, &|texts| lanes(texts).stacked);
    let lanes = lanes(&texts);
    notes.fit(context, &mut texts, &lanes, &|_| {
        ([lanes.plot.0 + sizes.label; 3], false)
    });
    let below = sizes.line() + sizes.label * 0.2;
    let room = area.height.map(|height| height - below);
    let plots = vec![sizes.label * 1.2; texts.len()];
    let mut placed = lanes.place(&texts, &plots, area.y, room);
    let scale = axis::scale_for(common.ends(), &lanes, 0.0, figures, sizes);
    let foot = axis::grid(&scale, &lanes, &placed, figures, palette, sizes);
    let mut marks = foot.marks;
    for (line, lane) in series.lines.iter().zip(&mut placed) {
        let mut inner = std::mem::take(&mut lane.marks);
        match line.ends() {
            None => inner.extend(nothing(context, line, &lanes, lane.middle())),
            Some(_) => inner.extend(glyph(context, series, line, cut, lane, &scale)),
        }
        marks.push(subject_group(&line.subject, inner));
    }
    marks.extend(lanes.rules(&texts, &placed));
    let bottom = placed.last().map_or(area.y, |lane| lane.bottom) + foot.height;
    let notes = notes.place(context, &placed, (area.x, bottom, area.width));
    marks.extend(notes.marks);
    Placed {
        marks,
        height: bottom + notes.height - area.y,
    }
}

fn glyph(
    context: &Context,
    series: &Crossed,
    line: &Line,
    cut: &Cut,
    lane: &Lane,
    scale: &Scale,
) -> Vec<Mark> {
    let (palette, mark) = (&context.palette, context.sizes.mark);
    let main = colour(context, series, Some(line));
    let (y, tall) = (lane.middle(), lane.plot.1.min(context.sizes.label * 1.2));
    let at = |step: usize| line.value(step).map(|value| scale.at(value));
    let thin = Stroke::solid(main, 1.5 * mark);
    let mut marks = Vec::new();
    // A whisker ends at the last quantile that may be shown.
    let ends = line.ends().and_then(|(from, to)| at(from).zip(at(to)));
    if let Some((from, to)) = ends {
        marks.push(Mark::line((from, y), (to, y), thin));
    }
    if let (Some(low), Some(high)) = (at(cut.inner[0]), at(cut.inner[1])) {
        let area = [low, y - tall / 2.0, high - low, tall];
        let soft = main.between(palette.ground, 0.6);
        marks.push(Mark::outlined(area, Some(soft), thin));
    }
    for (step, datum) in line.data.iter().enumerate() {
        let Some((datum, x)) = datum.as_ref().zip(at(step)) else {
            continue;
        };
        let (half, width) = match cut.median == Some(step) {
            true => (tall * 0.5, 3.0),
            false if cut.inner.contains(&step) => (tall * 0.5, 1.5),
            false => (tall * 0.25, 1.5),
        };
        let stroke = Stroke::solid(main, width * mark);
        let tick = Mark::line((x, y - half), (x, y + half), stroke);
        let label = &datum.subject.label;
        marks.push(datum_group(
            context,
            label,
            datum,
            &series.figures,
            vec![tick],
        ));
    }
    marks
}
