//! Countries by value: a dot with its interval, or a bar.

use crate::chart::annotate::{Notes, Reach};
use crate::chart::axis;
use crate::chart::context::Context;
use crate::chart::figures::{Figures, Unit};
use crate::chart::footer::{absent_keys, interval_key, level};
use crate::chart::frame::{Frame, Words};
use crate::chart::guide::{Area, Key, Placed, ring};
use crate::chart::kind::{Chart, Common};
use crate::chart::lanes::{Lane, LaneText, Lanes, pinned, widest_value};
use crate::chart::rows::{self, Datum, Subject, answer, arrange, drawn, subject, value_label};
use crate::chart::scale::Scale;
use crate::chart::scene::{Mark, Stroke};
use crate::chart::sentence::{datum_group, lane_value, title};
use crate::chart::shapes::{absent, diamond};
use crate::chart::spec::Reference;
use crate::chart::theme::{Colour, Sizes};
use crate::error::Result;
use crate::estimate::{QueryResult, Row};
use crate::locale::catalogue::chart as say;
use crate::locale::format::percent;
use std::cmp::Ordering;

/// Numbers, words and flags; no pixels.
struct Series<'a> {
    data: Vec<Datum>,
    figures: Figures<'a>,
    /// The line to compare with, and its words.
    reference: Option<(f64, String)>,
    bars: bool,
}

/// The chart.
pub(in crate::chart) fn chart<'c>(context: &'c Context<'c>) -> Result<Chart<'c>> {
    let result = context.result()?;
    let rows = drawn(context, result);
    let series = resolve(context, result, &rows);
    let data: Vec<&Datum> = series.data.iter().collect();
    let title = context.own_title();
    let words = Words {
        title: title.unwrap_or_else(|| self::title(context, result, &data, &series.figures)),
        subtitle: context.subtitle(Some(result)),
        legend: keys(context, result, &series, &data),
        extra: explain(context, &series),
    };
    let frame = Frame::of_results(context, (result, &rows), &series.figures, &data, words);
    Ok(Chart {
        common: Common {
            value_width: widest_value(&lane_texts(context, &series), context),
            ..Common::of(extent(&series))
        },
        frame,
        place: Box::new(move |area, common| place(context, &series, area, common)),
    })
}

fn resolve<'a>(context: &Context<'a>, result: &QueryResult, rows: &[&Row]) -> Series<'a> {
    let figures = context.figures(result);
    let mut data = Vec::with_capacity(rows.len());
    for row in rows {
        let mut subject = subject(context, result, row, None);
        if let Some((column, code)) = answer(row) {
            let answer = value_label(context, result, column, &code);
            // Of everybody only the answers are told apart.
            subject.label = match row.by.is_empty() {
                true => answer,
                false => format!("{} · {answer}", subject.label),
            };
        }
        data.push(Datum::noted(context, result, row, subject, figures.unit));
    }
    arrange(&mut data, context.order(), context.locale, |datum| {
        (&datum.subject, datum.value.ok())
    });
    let reference = reference(context, &data, &figures);
    Series {
        data,
        figures,
        reference,
        bars: context.spec.bars,
    }
}

/// The line that the document asks for, and its words.
pub(super) fn reference(
    context: &Context,
    data: &[Datum],
    figures: &Figures,
) -> Option<(f64, String)> {
    let say_line = |message, value: f64| context.tell(message, &[("value", &figures.value(value))]);
    match context.spec.reference.as_ref()? {
        Reference::Value(value) => Some((*value, say_line(&say::REFERENCE_LINE, *value))),
        Reference::Row(name) => {
            let datum = data
                .iter()
                .find(|datum| datum.subject.country.as_deref() == Some(name))?;
            let value = datum.value.ok()?;
            let text = if datum.subject.average {
                say_line(&say::AVERAGE_LINE, value)
            } else {
                format!("{} {}", datum.subject.label, figures.value(value))
            };
            Some((value, text))
        }
    }
}

fn keys(
    context: &Context,
    result: &QueryResult,
    series: &Series,
    data: &[&Datum],
) -> Vec<(Key, String)> {
    let palette = &context.palette;
    let main = colour(context, series, None);
    let mut keys = Vec::new();
    let level = level(context, result);
    if series.data.iter().any(|datum| datum.band.is_some()) && !series.bars {
        let inner = percent(0.5, 0, context.locale);
        let text = context.tell(&say::KEY_INTERVAL, &[("level", &level), ("inner", &inner)]);
        keys.push((Key::Interval(main, soft(main, palette.ground)), text));
    } else {
        keys.extend(interval_key(context, result, data, palette.ink));
    }
    if series.data.iter().any(|datum| datum.differs.is_some()) && !series.bars {
        keys.push((Key::Dot(main), context.say(&say::KEY_DIFFERS).to_string()));
        keys.push((
            Key::Ring(main),
            context.say(&say::KEY_NO_DIFFERENCE).to_string(),
        ));
    }
    keys.extend(absent_keys(context, result, data));
    keys
}

fn explain(context: &Context, series: &Series) -> Vec<String> {
    let mut lines = Vec::new();
    if series.data.iter().any(|datum| datum.differs.is_some()) && !series.bars {
        lines.push(context.say(&say::DIFFERENCES_ARE).to_string());
    }
    let (low, _) = extent(series);
    if low > 0.0 {
        lines.push(context.say(&say::AXIS_CUT).to_string());
    }
    lines
}

/// What the axis must hold. Shares and bars begin at zero.
fn extent(series: &Series) -> (f64, f64) {
    let data: Vec<&Datum> = series.data.iter().collect();
    let from_zero = series.bars || series.figures.unit == Unit::Share;
    let reference = series.reference.as_ref().map(|(value, _)| *value);
    axis::extent(&data, reference, from_zero)
}

fn place(context: &Context, series: &Series, area: Area, common: &Common) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let mut texts = common.named(lane_texts(context, series));
    let least = common.value_width;
    let lanes =
        |texts: &[LaneText]| Lanes::beside(texts, area, (0.34, 0.36), least, palette, *sizes);
    let own = series.data.iter().map(|datum| datum.note.clone());
    let mut notes = Notes::new(own.collect(), &mut texts, &|texts| lanes(texts).stacked);
    let lanes = lanes(&texts);
    let scale = axis::scale_for(common.ends(), &lanes, 0.0, &series.figures, sizes);
    notes.fit(context, &mut texts, &lanes, &|at| {
        (reach(series, at, &scale, sizes), true)
    });
    let line = sizes.line();
    let above = if series.reference.is_some() {
        line + sizes.label * 0.3
    } else {
        0.0
    };
    let below = line + sizes.label * 0.2;
    let plot_height = if series.bars {
        sizes.label * 1.1
    } else {
        sizes.label.max(10.0 * sizes.mark)
    };
    let room = area.height.map(|height| height - above - below);
    let plots = vec![plot_height; texts.len()];
    let mut placed = lanes.place(&texts, &plots, area.y + above, room);
    let foot = axis::grid(&scale, &lanes, &placed, &series.figures, palette, sizes);
    let mut marks = foot.marks;
    let mut line = series.reference.as_ref().map(|reference| {
        axis::reference(reference, &scale, &lanes, &placed, area.y, palette, sizes)
    });
    // Dots stand before the line, and bars behind it.
    if !series.bars {
        marks.extend(line.take());
    }
    for (datum, lane) in series.data.iter().zip(&mut placed) {
        let mut inner = std::mem::take(&mut lane.marks);
        inner.extend(glyph(context, series, datum, lane, &scale, &lanes));
        let label = &datum.subject.label;
        marks.push(datum_group(context, label, datum, &series.figures, inner));
    }
    marks.extend(line);
    marks.extend(lanes.rules(&texts, &placed));
    let bottom = placed.last().map_or(area.y + above, |lane| lane.bottom) + foot.height;
    let notes = notes.place(context, &placed, (area.x, bottom, area.width));
    marks.extend(notes.marks);
    Placed {
        marks,
        height: bottom + notes.height - area.y,
    }
}

/// Where the marks of a lane stand.
fn reach(series: &Series, at: usize, scale: &Scale, sizes: &Sizes) -> Reach {
    let Some(datum) = series.data.get(at) else {
        return [scale.range.0; 3];
    };
    let Ok(value) = datum.value else {
        let left = scale.range.0;
        return [left, left + sizes.label, left + sizes.label * 4.0];
    };
    let x = scale.at(value);
    let [low, high] = datum.ci.map_or([x; 2], |ci| ci.map(|end| scale.at(end)));
    let low = if series.bars {
        low.min(scale.within(0.0))
    } else {
        low
    };
    [
        low.min(x - 4.0 * sizes.mark),
        x,
        high.max(x + 4.0 * sizes.mark),
    ]
}

/// Labels and values of the lanes.
fn lane_texts(context: &Context, series: &Series) -> Vec<LaneText> {
    let subjects: Vec<&Subject> = series.data.iter().map(|datum| &datum.subject).collect();
    let mut texts = pinned(&subjects);
    for (text, datum) in texts.iter_mut().zip(&series.data) {
        text.value = lane_value(context, datum, &series.figures);
        text.quiet = datum.value.is_err();
    }
    texts
}

fn glyph(
    context: &Context,
    series: &Series,
    datum: &Datum,
    lane: &Lane,
    scale: &Scale,
    lanes: &Lanes,
) -> Vec<Mark> {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let y = lane.middle();
    let value = match datum.value {
        Ok(value) => value,
        Err(reason) => {
            let height = lane.plot.1.min(sizes.label);
            let width = (lanes.plot.1 - lanes.plot.0).min(sizes.label * 4.0);
            let area = [scale.range.0, y - height / 2.0, width, height];
            return absent(area, reason, palette);
        }
    };
    let main = colour(context, series, Some(datum));
    let x = scale.at(value);
    let mut marks = Vec::new();
    if series.bars {
        let zero = scale.within(0.0);
        marks.push(Mark::filled(
            zero.min(x),
            lane.plot.0,
            (x - zero).abs(),
            lane.plot.1,
            main,
        ));
        if let Some(ci) = datum.ci {
            marks.extend(whisker(scale, ci, y, context));
        }
        return marks;
    }
    if let Some([low, high]) = datum.ci {
        let stroke = Stroke::solid(main, 1.5 * sizes.mark);
        marks.push(Mark::line((scale.at(low), y), (scale.at(high), y), stroke));
    }
    if let Some([low, high]) = datum.band {
        let (from, to) = (scale.at(low), scale.at(high));
        let tall = 4.0 * sizes.mark;
        marks.push(Mark::filled(
            from,
            y - tall / 2.0,
            to - from,
            tall,
            soft(main, palette.ground),
        ));
    }
    marks.push(match datum.differs {
        _ if datum.subject.average => diamond(x, y, 6.0 * sizes.mark, main),
        Some(Ordering::Equal) => ring(x, y, main, palette, sizes),
        _ => Mark::dot(x, y, 4.0 * sizes.mark, main),
    });
    marks
}

/// An interval over a bar: a dark line in a light halo, so that it reads inside and outside.
pub(super) fn whisker(
    scale: &Scale,
    [low, high]: [f64; 2],
    y: f64,
    context: &Context,
) -> Vec<Mark> {
    let (palette, Sizes { mark, .. }) = (&context.palette, context.sizes);
    let ends = ((scale.at(low), y), (scale.at(high), y));
    vec![
        Mark::line(ends.0, ends.1, Stroke::solid(palette.ground, 4.0 * mark)),
        Mark::line(ends.0, ends.1, Stroke::solid(palette.ink, 1.5 * mark)),
    ]
}

/// See [`rows::colour`].
fn colour(context: &Context, series: &Series, datum: Option<&Datum>) -> Colour {
    let focus = series.data.iter().any(|datum| datum.subject.highlighted);
    rows::colour(context, focus, datum.map(|datum| &datum.subject))
}

fn soft(colour: Colour, ground: Colour) -> Colour {
    // On dark paper the band has to keep more of its light.
    colour.between(ground, if ground.is_light() { 0.45 } else { 0.25 })
}
