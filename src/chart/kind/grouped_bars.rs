//! Bars of several answers, or of several groups, for each country.

use crate::chart::axis;
use crate::chart::context::{Context, column, key};
use crate::chart::figures::Figures;
use crate::chart::footer::{absent_keys, footer, level};
use crate::chart::frame::{Frame, framed};
use crate::chart::guide::{Area, Key, Look, Placed};
use crate::chart::kind::ranking::whisker;
use crate::chart::lanes::{LaneText, Lanes, pinned};
use crate::chart::rows::{Absent, Datum, Subject, arrange, drawn, keys, subject, value_label};
use crate::chart::scale::Scale;
use crate::chart::scene::{Group, Mark, Role, Scene, Stroke};
use crate::chart::sentence::{datum_group, describe, title, value_text};
use crate::chart::shapes::hatch;
use crate::chart::tabulate::{table, tidy};
use crate::chart::theme::{Colour, Palette};
use crate::error::Result;
use crate::estimate::{QueryResult, Row};
use crate::locale::catalogue::chart as say;
use crate::locale::format::integer;

/// Numbers, words and flags; no pixels.
struct Series<'a> {
    /// Names of the bars of one row.
    names: Vec<String>,
    /// Whether the bars are answers to one question.
    answers: bool,
    rows: Vec<Bars>,
    figures: Figures<'a>,
}

/// The bars of one row, as many as there are names.
struct Bars {
    subject: Subject,
    data: Vec<Option<Datum>>,
}

/// Draws the chart.
pub(in crate::chart) fn draw(context: &Context) -> Result<Scene> {
    let result = context.result()?;
    let series = resolve(context, result);
    let data: Vec<Datum> = series
        .rows
        .iter()
        .flat_map(|bars| bars.data.iter().zip(&series.names))
        .filter_map(|(datum, name)| {
            let datum = datum.clone()?;
            Some(Datum {
                subject: named(&datum.subject, name),
                ..datum
            })
        })
        .collect();
    let title = match &context.spec.title {
        Some(title) => title.get(context.locale).to_string(),
        None => finding(context, &series)
            .unwrap_or_else(|| title(context, result, &data, &series.figures)),
    };
    let subtitle = context.subtitle(Some(result));
    let frame = Frame {
        description: describe(context, &title, subtitle.as_deref(), &data),
        title,
        subtitle,
        legend: legend(context, result, &series, &data),
        footer: footer(context, Some(result), Vec::new()),
        table: table(context, result, &series.figures),
        data: tidy(context, result),
    };
    Ok(framed(context, frame, |area| place(context, &series, area)))
}

fn resolve<'a>(context: &Context<'a>, result: &QueryResult) -> Series<'a> {
    let figures = context.figures(result);
    let answers = result.rows.iter().any(|row| row.category.is_some());
    let by = if answers { None } else { second_key(result) };
    let code_of = |row: &Row| match by {
        Some(name) => row.by.get(name).map(key),
        None => row.category.as_ref().map(key),
    };
    let name = by.unwrap_or("category");
    let mut codes: Vec<String> = column(result, name)
        .map(|column| column.values.iter().map(|value| key(&value.code)).collect())
        .unwrap_or_default();
    let present: Vec<String> = result.rows.iter().filter_map(code_of).collect();
    codes.retain(|code| present.contains(code));
    for code in present {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    if codes.is_empty() {
        codes.push(String::new());
    }
    let mut rows: Vec<Bars> = Vec::new();
    for row in drawn(context, result) {
        let code = code_of(row).unwrap_or_default();
        let Some(index) = codes.iter().position(|known| *known == code) else {
            continue;
        };
        let subject = subject(context, result, row, by.as_slice());
        let at = rows
            .iter()
            .position(|bars| bars.subject == subject)
            .unwrap_or_else(|| {
                rows.push(Bars {
                    subject: subject.clone(),
                    data: vec![None; codes.len()],
                });
                rows.len() - 1
            });
        let named = Subject {
            label: subject.label.clone(),
            ..subject
        };
        rows[at].data[index] = Some(Datum::new(context, result, row, named, figures.unit));
    }
    let first = |bars: &Bars| bars.data.first()?.as_ref()?.value.ok();
    arrange(&mut rows, context.order(), context.locale, |bars| {
        (&bars.subject, first(bars))
    });
    let names = codes
        .iter()
        .map(|code| value_label(context, result, name, code))
        .collect();
    Series {
        names,
        answers,
        rows,
        figures,
    }
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
fn finding(context: &Context, series: &Series) -> Option<String> {
    if !series.answers {
        return None;
    }
    let tops: Vec<(usize, f64)> = series
        .rows
        .iter()
        .filter(|bars| !bars.subject.average)
        .filter_map(|bars| {
            let values = bars.data.iter().enumerate();
            values
                .filter_map(|(index, datum)| Some((index, datum.as_ref()?.value.ok()?)))
                .max_by(|a, b| a.1.total_cmp(&b.1))
        })
        .collect();
    let times = |index: usize| tops.iter().filter(|(top, _)| *top == index).count();
    let answer = (0..series.names.len()).max_by_key(|index| (times(*index), usize::MAX - index))?;
    let (name, count) = (series.names.get(answer)?, times(answer));
    match tops.as_slice() {
        [] => None,
        [(_, value)] => {
            let value = series.figures.value(*value);
            Some(context.tell(
                &say::MOST_FREQUENT_ONE,
                &[("answer", name), ("value", &value)],
            ))
        }
        many => {
            let (count, total) = (
                integer(count as u64, context.locale),
                integer(many.len() as u64, context.locale),
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
    series: &Series,
    data: &[Datum],
) -> Vec<(Key, String)> {
    let palette = &context.palette;
    let count = series.names.len();
    let mut keys: Vec<(Key, String)> = Vec::new();
    if count > 1 {
        let names = series.names.iter().enumerate();
        keys.extend(
            names.map(|(index, name)| (Key::Swatch(colour(palette, index, count)), name.clone())),
        );
    }
    if data.iter().any(|datum| datum.ci.is_some()) {
        let stroke = Stroke::solid(palette.ink, 1.5 * context.sizes.mark);
        let level = level(context, result);
        keys.push((
            Key::Line(stroke),
            context.tell(&say::KEY_LINE, &[("level", &level)]),
        ));
    }
    keys.extend(absent_keys(context, result, data.iter()));
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

fn place(context: &Context, series: &Series, area: Area) -> Placed {
    let (palette, sizes, figures) = (&context.palette, &context.sizes, &series.figures);
    let texts = words(series);
    let lanes = Lanes::fit(&texts, area, (0.34, 0.66), palette, *sizes);
    let look = Look::plain(sizes.label, palette.ink);
    // Each bar's value stands at its end and needs a line of its own.
    let pitch = look.line();
    let plot_height = |row: usize| match wholly_absent(&series.rows[row]) {
        true => pitch,
        false => series.names.len() as f64 * pitch,
    };
    let below = sizes.line() + sizes.label * 0.2;
    let room = area.height.map(|height| height - below);
    let placed = lanes.place(&texts, plot_height, area.y, room);
    let values = series
        .rows
        .iter()
        .flat_map(|bars| bars.data.iter().flatten());
    let widest = values
        .map(|datum| look.width(&value_text(context, datum, figures)))
        .fold(0.0, f64::max);
    let scale = axis::scale_for(extent(series), &lanes, widest, figures, sizes);
    let foot = axis::grid(&scale, &lanes, &placed, figures, palette, sizes);
    let mut marks = foot.marks;
    for (bars, lane) in series.rows.iter().zip(&placed) {
        let mut inner = lane.marks.clone();
        // What is withheld of a whole row is said once.
        let shown = if wholly_absent(bars) {
            1
        } else {
            bars.data.len()
        };
        for (index, datum) in bars.data.iter().enumerate().take(shown) {
            if let Some(datum) = datum {
                let middle = lane.plot.0 + (index as f64 + 0.5) * pitch;
                let fill = colour(palette, index, series.names.len());
                let marks = bar(context, figures, datum, &scale, (middle, pitch), fill);
                let name = if shown > 1 {
                    series.names[index].as_str()
                } else {
                    ""
                };
                let subject = named(&datum.subject, name);
                let named = Datum {
                    subject,
                    ..datum.clone()
                };
                inner.push(datum_group(context, &named, figures, marks));
            }
        }
        marks.push(Mark::Group(Group {
            role: Role::Datum,
            marks: inner,
            ..Group::default()
        }));
    }
    marks.extend(lanes.rules(&texts, &placed));
    let bottom = placed.last().map_or(area.y, |lane| lane.bottom);
    Placed {
        marks,
        height: bottom + foot.height - area.y,
    }
}

/// Whether no bar of the row has a number.
fn wholly_absent(bars: &Bars) -> bool {
    bars.data.iter().flatten().all(|datum| datum.value.is_err())
        && bars.data.first().is_some_and(Option::is_some)
}

fn named(subject: &Subject, name: &str) -> Subject {
    let label = if name.is_empty() {
        subject.label.clone()
    } else {
        format!("{}, {name}", subject.label)
    };
    Subject {
        label,
        ..subject.clone()
    }
}

fn words(series: &Series) -> Vec<LaneText> {
    pinned(
        series
            .rows
            .iter()
            .map(|bars| (&bars.subject, String::new())),
    )
}

/// What the axis must hold: bars begin at zero.
fn extent(series: &Series) -> (f64, f64) {
    let data = series
        .rows
        .iter()
        .flat_map(|bars| bars.data.iter().flatten());
    let ends = data.flat_map(|datum| {
        let ci = datum.ci.unwrap_or([0.0; 2]);
        [datum.value.unwrap_or(0.0), ci[0], ci[1]]
    });
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(low, high), end| {
        (low.min(end), high.max(end))
    });
    (low, if high > low { high } else { 1.0 })
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
    let text = value_text(context, datum, figures);
    let Ok(value) = datum.value else {
        let withheld = datum.value.is_err_and(Absent::is_withheld);
        let width = sizes.label * 3.0;
        let mut marks = hatch([zero, middle - tall / 2.0, width, tall], withheld, palette);
        marks.extend(
            Look {
                colour: palette.second,
                ..look
            }
            .centred(zero + width + gap, middle, &[text]),
        );
        return marks;
    };
    let x = scale.at(value);
    let mut marks = vec![Mark::filled(
        zero.min(x),
        middle - tall / 2.0,
        (x - zero).abs(),
        tall,
        fill,
    )];
    marks.extend(
        datum
            .ci
            .iter()
            .flat_map(|ci| whisker(scale, *ci, middle, context)),
    );
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
    marks.extend(look.centred(end + gap, middle, &[text]));
    marks
}
