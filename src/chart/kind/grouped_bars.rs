//! Bars of several answers, or of several groups, for each country.

use crate::chart::annotate::Notes;
use crate::chart::axis;
use crate::chart::context::Context;
use crate::chart::crossed::{Crossed, Line};
use crate::chart::figures::Figures;
use crate::chart::footer::{absent_keys, interval_key};
use crate::chart::frame::{Frame, Words};
use crate::chart::guide::{Area, Key, Look, Placed};
use crate::chart::kind::ranking::whisker;
use crate::chart::kind::{Chart, Common};
use crate::chart::lanes::{LaneText, Lanes, pinned};
use crate::chart::rows::{Datum, Subject, answer, drawn, keys};
use crate::chart::scale::Scale;
use crate::chart::scene::Mark;
use crate::chart::sentence::{datum_group, lane_value, title};
use crate::chart::shapes::absent;
use crate::chart::theme::{Colour, Palette};
use crate::error::Result;
use crate::estimate::QueryResult;
use crate::locale::catalogue::chart as say;
use crate::locale::format::integer;

/// The chart.
pub(in crate::chart) fn chart<'c>(context: &'c Context<'c>) -> Result<Chart<'c>> {
    let result = context.result()?;
    let rows = drawn(context, result);
    let answers = result.rows.iter().any(|row| answer(row).is_some());
    let by = if answers { None } else { second_key(result) };
    let mut series = Crossed::new(context, result, &rows, by);
    series.arrange(context, context.order(), &|bars| bars.value(0));
    let data = series.data();
    let title = match (context.own_title(), answers) {
        (None, true) => finding(context, &series),
        (own, _) => own,
    };
    let words = Words {
        title: title.unwrap_or_else(|| self::title(context, result, &data, &series.figures)),
        subtitle: context.subtitle(Some(result)),
        legend: legend(context, result, &series, &data),
        extra: Vec::new(),
    };
    let frame = Frame::of_results(context, (result, &rows), &series.figures, &data, words);
    Ok(Chart {
        common: Common {
            value_width: widest_value(context, &series),
            ..Common::of(axis::extent(&series.data(), None, true))
        },
        frame,
        place: Box::new(move |area, common| place(context, &series, area, common)),
    })
}

/// The key whose values are drawn as bars side by side: the last one that is no country.
fn second_key(result: &QueryResult) -> Option<&str> {
    let row = result.rows.first()?;
    let names = keys(result, row);
    (names.len() > 1)
        .then(|| names.into_iter().rev().find(|name| *name != "country"))
        .flatten()
}

/// The most frequent answer.
pub(super) fn finding(context: &Context, series: &Crossed) -> Option<String> {
    // Most frequent is what no other answer's interval reaches.
    let mut tops: Vec<(usize, f64)> = Vec::new();
    let mut total = 0;
    // The average speaks where nobody else is shown.
    let alone = series.lines.iter().all(|bars| bars.subject.average);
    let counted = |bars: &&Line| alone || !bars.subject.average;
    for bars in series.lines.iter().filter(counted) {
        let mut top: Option<(usize, f64)> = None;
        for (index, datum) in bars.data.iter().enumerate() {
            let value = datum.as_ref().and_then(|datum| datum.value.ok());
            if let Some(value) = value.filter(|value| top.is_none_or(|(_, most)| *value >= most)) {
                top = Some((index, value));
            }
        }
        let Some((index, _)) = top else { continue };
        total += 1;
        let is_clear = bars.data.iter().enumerate().all(|(other, datum)| {
            let pair = datum.as_ref().zip(bars.data[index].as_ref());
            other == index || pair.is_none_or(|(datum, top)| datum.is_clear_of(top))
        });
        if is_clear {
            tops.extend(top);
        }
    }
    let times = |index: usize| tops.iter().filter(|(top, _)| *top == index).count();
    let answer = (0..series.names.len()).max_by_key(|index| (times(*index), usize::MAX - index))?;
    let (name, count) = (series.names.get(answer)?, times(answer));
    match tops.as_slice() {
        [] => None,
        [(_, value)] if total == 1 => {
            let value = series.figures.value(*value);
            Some(context.tell(
                &say::MOST_FREQUENT_ONE,
                &[("answer", name), ("value", &value)],
            ))
        }
        _ => {
            let (count, total) = (
                integer(count as u64, context.locale),
                integer(total, context.locale),
            );
            let params = [
                ("answer", name.as_str()),
                ("count", &count),
                ("total", &total),
            ];
            Some(context.tell(&say::MOST_FREQUENT, &params))
        }
    }
}

fn legend(
    context: &Context,
    result: &QueryResult,
    series: &Crossed,
    data: &[&Datum],
) -> Vec<(Key, String)> {
    let palette = &context.palette;
    let count = series.names.len();
    let mut keys: Vec<(Key, String)> = Vec::new();
    if count > 1 {
        for (index, name) in series.names.iter().enumerate() {
            keys.push((Key::Swatch(colour(palette, index, count)), name.clone()));
        }
    }
    keys.extend(interval_key(context, result, data, palette.ink));
    keys.extend(absent_keys(context, result, data));
    keys
}

/// Six series have a colour each; of more than six, the first is in focus and the others step back.
fn colour(palette: &Palette, index: usize, count: usize) -> Colour {
    match palette.series.get(index) {
        Some(colour) if count <= palette.series.len() => *colour,
        _ if index == 0 => palette.highlight,
        _ => palette.grey,
    }
}

/// Room that the values at the ends of bars need.
fn widest_value(context: &Context, series: &Crossed) -> f64 {
    let look = Look::plain(context.sizes.label, context.palette.ink);
    let mut widest = 0.0_f64;
    for datum in series.data() {
        widest = widest.max(look.width(&lane_value(context, datum, &series.figures)));
    }
    widest
}

fn place(context: &Context, series: &Crossed, area: Area, common: &Common) -> Placed {
    let (palette, sizes, figures) = (&context.palette, &context.sizes, &series.figures);
    let subjects: Vec<&Subject> = series.lines.iter().map(|bars| &bars.subject).collect();
    let mut texts = common.named(pinned(&subjects));
    let lanes = |texts: &[LaneText]| Lanes::fit(texts, area, (0.34, 0.66), palette, *sizes);
    let mut notes = Notes::new(series.notes(), &mut texts, &|texts| lanes(texts).stacked);
    let lanes = lanes(&texts);
    notes.fit(context, &mut texts, &lanes, &|_| {
        ([lanes.plot.0 + sizes.label; 3], false)
    });
    let look = Look::plain(sizes.label, palette.ink);
    // Each bar's value stands at its end and needs a line of its own.
    let pitch = look.line();
    let mut plots = Vec::new();
    for bars in &series.lines {
        plots.push(bars.shown().len() as f64 * pitch);
    }
    let below = sizes.line() + sizes.label * 0.2;
    let room = area.height.map(|height| height - below);
    let mut placed = lanes.place(&texts, &plots, area.y, room);
    let scale = axis::scale_for(common.ends(), &lanes, common.value_width, figures, sizes);
    let foot = axis::grid(&scale, &lanes, &placed, figures, palette, sizes);
    let mut marks = foot.marks;
    for (bars, lane) in series.lines.iter().zip(&mut placed) {
        let mut inner = std::mem::take(&mut lane.marks);
        let shown = bars.shown();
        for (index, datum) in shown.iter().enumerate() {
            if let Some(datum) = datum {
                let middle = lane.plot.0 + (index as f64 + 0.5) * pitch;
                let fill = colour(palette, index, series.names.len());
                let marks = bar(context, figures, datum, &scale, (middle, pitch), fill);
                let of = if shown.len() > 1 {
                    &datum.subject
                } else {
                    &bars.subject
                };
                inner.push(datum_group(context, &of.label, datum, figures, marks));
            }
        }
        marks.push(Mark::datum(None, Vec::new(), inner));
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

impl Line<'_> {
    /// The bars that are drawn: what is withheld of a whole row is said once.
    fn shown(&self) -> &[Option<Datum>] {
        let mut data = self.data.iter().flatten();
        match self.data.first() {
            Some(Some(_)) if data.all(|datum| datum.value.is_err()) => &self.data[..1],
            _ => &self.data,
        }
    }
}

fn bar(
    context: &Context,
    figures: &Figures,
    datum: &Datum,
    scale: &Scale,
    (middle, pitch): (f64, f64),
    fill: Colour,
) -> Vec<Mark> {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let tall = pitch * 0.78;
    let zero = scale.within(0.0);
    let look = Look::plain(sizes.label, palette.ink);
    let gap = sizes.label * 0.4;
    let text = lane_value(context, datum, figures);
    let value = match datum.value {
        Ok(value) => value,
        Err(reason) => {
            let width = (sizes.label * 3.0).min(scale.range.1 - zero);
            let mut marks = absent([zero, middle - tall / 2.0, width, tall], reason, palette);
            let look = Look::plain(sizes.label, palette.second);
            marks.push(look.centred_word(zero + width + gap, middle, &text));
            return marks;
        }
    };
    let x = scale.at(value);
    let mut marks = vec![Mark::filled(
        zero.min(x),
        middle - tall / 2.0,
        (x - zero).abs(),
        tall,
        fill,
    )];
    if let Some(ci) = datum.ci {
        marks.extend(whisker(scale, ci, middle, context));
    }
    let end = datum.ci.map_or(x, |ci| scale.at(ci[1]).max(x)).max(zero);
    // Paper behind the value, so that no line of the grid strikes it through.
    let (width, line) = (look.width(&text), look.line());
    marks.push(Mark::filled(
        end + gap,
        middle - line / 2.0,
        width,
        line,
        palette.ground,
    ));
    marks.push(look.centred_word(end + gap, middle, &text));
    marks
}
