//! Countries by value: a dot with its interval, or a bar.

use crate::chart::axis;
use crate::chart::context::{Context, key};
use crate::chart::figures::{Figures, Unit};
use crate::chart::footer::{absent_keys, interval_key, level};
use crate::chart::frame::{Frame, Words, framed};
use crate::chart::guide::{Area, Key, Placed, ring};
use crate::chart::lanes::{Lane, LaneText, Lanes, pinned};
use crate::chart::rows::{self, Datum, Subject, arrange, drawn, subject, value_label};
use crate::chart::scale::Scale;
use crate::chart::scene::{Mark, Scene, Stroke};
use crate::chart::sentence::{datum_group, title, value_text};
use crate::chart::shapes::{diamond, hatch};
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

/// Draws the chart.
pub(in crate::chart) fn draw(context: &Context) -> Result<Scene> {
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
    Ok(framed(context, frame, &|area| {
        place(context, &series, area)
    }))
}

fn resolve<'a>(context: &Context<'a>, result: &QueryResult, rows: &[&Row]) -> Series<'a> {
    let figures = context.figures(result);
    let mut data = Vec::with_capacity(rows.len());
    for row in rows {
        let mut subject = subject(context, result, row, None);
        if let Some(code) = &row.category {
            let answer = value_label(context, result, "category", &key(code));
            subject.label = format!("{} · {answer}", subject.label);
        }
        data.push(Datum::new(result, row, subject, figures.unit));
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

fn place(context: &Context, series: &Series, area: Area) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let texts = lane_texts(context, series);
    let lanes = Lanes::fit(&texts, area, (0.34, 0.36), palette, *sizes);
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
    let scale = axis::scale_for(extent(series), &lanes, 0.0, &series.figures, sizes);
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
    let bottom = placed.last().map_or(area.y + above, |lane| lane.bottom);
    Placed {
        marks,
        height: bottom + foot.height - area.y,
    }
}

/// Labels and values of the lanes.
fn lane_texts(context: &Context, series: &Series) -> Vec<LaneText> {
    let subjects: Vec<&Subject> = series.data.iter().map(|datum| &datum.subject).collect();
    let mut texts = pinned(&subjects);
    for (text, datum) in texts.iter_mut().zip(&series.data) {
        text.value = value_text(context, datum, &series.figures);
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
            return hatch(area, reason.is_withheld(), palette);
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
