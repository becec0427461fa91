//! A cell for each country and date, with an icon and a word: a policy's stage.

mod cell;

use crate::numeric::Within;
use crate::numeric::decimal::decimal;
use cell::{Fit, cell_group, colour, fit};

use crate::chart::context::{Context, column, key};
use crate::chart::figures::{Figures, Unit};
use crate::chart::footer::footer;
use crate::chart::frame::{Frame, framed};
use crate::chart::guide::{Area, Key, Look, Placed};
use crate::chart::lanes::{Lane, Lanes, pinned};
use crate::chart::rows::{Absent, Datum, Subject, arrange, drawn, item_label, subject};
use crate::chart::scene::{Anchor, Group, Mark, Role, Scene};
use crate::chart::sentence::describe;
use crate::chart::tabulate::{table, tidy};
use crate::error::Result;
use crate::estimate::QueryResult;
use crate::locale::catalogue::chart as say;
use crate::locale::format::{date, integer};

/// Numbers, words and flags; no pixels.
struct Series {
    /// Dates as the results give them, and in words.
    dates: Vec<(String, String)>,
    /// Labels of the stages, from nothing to all of it.
    stages: Vec<String>,
    rows: Vec<Line>,
    /// Name of the variable behind the cells.
    variable: String,
}

/// One country: its stage on each date.
struct Line {
    subject: Subject,
    stages: Vec<Result<usize, Absent>>,
}

/// Draws the chart.
pub(in crate::chart) fn draw(context: &Context) -> Result<Scene> {
    let result = context.result()?;
    let series = resolve(context, result);
    let title = match &context.spec.title {
        Some(title) => title.get(context.locale).to_string(),
        None => finding(context, &series),
    };
    let subtitle = context.subtitle(Some(result)).or_else(|| {
        let label = column(result, "stage")?.label.as_ref()?;
        Some(label.get(context.locale).to_string())
    });
    let figures = Figures {
        unit: Unit::Value,
        decimals: 0,
        locale: context.locale,
    };
    let known_on = context.query().and_then(|query| query.known_on.as_ref());
    let extra =
        known_on.map(|when| context.tell(&say::KNOWN_ON, &[("date", &date(when, context.locale))]));
    let frame = Frame {
        description: describe(context, &title, subtitle.as_deref(), &summaries(&series)),
        title,
        subtitle,
        legend: legend(context, &series),
        footer: footer(context, Some(result), extra.into_iter().collect()),
        table: table(context, result, &figures),
        data: tidy(context, result),
    };
    Ok(framed(context, frame, |area| place(context, &series, area)))
}

fn resolve(context: &Context, result: &QueryResult) -> Series {
    let mut dates: Vec<(String, String)> = Vec::new();
    let stages: Vec<String> = column(result, "stage").map_or(Vec::new(), |column| {
        let label = |value: &crate::estimate::LabelledCode| {
            value.label.as_ref().map_or(key(&value.code), |label| {
                label.get(context.locale).to_string()
            })
        };
        column.values.iter().map(label).collect()
    });
    let codes: Vec<String> = column(result, "stage").map_or(Vec::new(), |column| {
        column.values.iter().map(|value| key(&value.code)).collect()
    });
    let mut rows: Vec<Line> = Vec::new();
    for row in drawn(context, result) {
        let subject = subject(context, result, row, &[]);
        let when = row.item.clone().unwrap_or_default();
        let at = dates
            .iter()
            .position(|(known, _)| *known == when)
            .unwrap_or_else(|| {
                dates.push((when.clone(), item_label(context, result, &when)));
                dates.len() - 1
            });
        let line = rows
            .iter()
            .position(|line| line.subject == subject)
            .unwrap_or_else(|| {
                rows.push(Line {
                    subject,
                    stages: Vec::new(),
                });
                rows.len() - 1
            });
        let stages_of = &mut rows[line].stages;
        stages_of.resize(stages_of.len().max(at + 1), Err(Absent::NoData));
        if let Some(stage) = row.estimate {
            // Adding zero makes one of the two zeros of floating point.
            let code = decimal(stage + 0.0);
            let index = codes.iter().position(|known| *known == code);
            stages_of[at] = index.ok_or(Absent::NoData);
        }
    }
    for line in &mut rows {
        line.stages.resize(dates.len(), Err(Absent::NoData));
    }
    // By the stage on the last date, then by name; a stage is a rank, so that ties are the rule.
    let last = |line: &Line| Some(line.stages.last()?.ok()? as f64);
    arrange(&mut rows, context.order(), context.locale, |line| {
        (&line.subject, last(line))
    });
    let variable = context
        .query()
        .and_then(|query| query.dimension.clone())
        .unwrap_or_default();
    Series {
        dates,
        stages,
        rows,
        variable,
    }
}

/// One datum a country, for the alternative text: its stage on the last date.
fn summaries(series: &Series) -> Vec<Datum> {
    let datum = |line: &Line| Datum {
        subject: line.subject.clone(),
        value: if line.stages.iter().any(|stage| stage.is_ok()) {
            Ok(0.0)
        } else {
            Err(Absent::NoData)
        },
        ci: None,
        band: None,
        n: None,
        differs: None,
    };
    series.rows.iter().map(datum).collect()
}

/// The date and the stage that most countries share, the farthest stage first.
fn finding(context: &Context, series: &Series) -> String {
    let countries: Vec<&Line> = series
        .rows
        .iter()
        .filter(|line| !line.subject.average)
        .collect();
    let mut best: Option<(usize, usize, usize)> = None;
    for (at, _) in series.dates.iter().enumerate() {
        for stage in 0..series.stages.len() {
            let count = countries
                .iter()
                .filter(|line| line.stages[at] == Ok(stage))
                .count();
            let better = best.is_none_or(|(most, _, farthest)| (count, stage) > (most, farthest));
            if count > 0 && better {
                best = Some((count, at, stage));
            }
        }
    }
    let Some((count, at, stage)) = best else {
        return context.say(&say::NOTHING_TO_SHOW).to_string();
    };
    let (count, total) = (
        integer(count as u64, context.locale),
        integer(countries.len() as u64, context.locale),
    );
    let params = [
        ("date", date(&series.dates[at].0, context.locale)),
        ("count", count),
        ("total", total),
        ("stage", series.stages[stage].clone()),
    ];
    let params: Vec<(&str, &str)> = params
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    context.tell(&say::STAGE_ON_DATE, &params)
}

fn legend(context: &Context, series: &Series) -> Vec<(Key, String)> {
    let last = series.stages.len().saturating_sub(1);
    let mut keys: Vec<(Key, String)> = series
        .stages
        .iter()
        .enumerate()
        .map(|(stage, label)| {
            (
                Key::Stage(stage, last, colour(context, stage, last)),
                label.clone(),
            )
        })
        .collect();
    if series
        .rows
        .iter()
        .any(|line| line.stages.iter().any(Result::is_err))
    {
        keys.push((
            Key::Hatch(false),
            context.say(&say::KEY_NO_DATA).to_string(),
        ));
    }
    keys
}

fn place(context: &Context, series: &Series, area: Area) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let texts = pinned(
        series
            .rows
            .iter()
            .map(|line| (&line.subject, String::new())),
    );
    let lanes = Lanes::fit(&texts, area, (0.32, 0.5), palette, *sizes);
    let (left, right) = lanes.plot;
    let cell = (right - left) / series.dates.len().max(1) as f64;
    let look = Look::plain(sizes.label, palette.ink);
    let (fit, lines) = fit(series, cell, &look, sizes.label);
    let content = match fit {
        Fit::Beside => lines as f64 * look.line(),
        Fit::Above => sizes.label * 1.1 + lines as f64 * look.line(),
        Fit::Icon => sizes.label,
    };
    let cell_height = content + sizes.label * 0.8;
    let head = dates(series, left, cell, area.y, &look.anchored(Anchor::Middle));
    let top = area.y + head.height + sizes.label * 0.3;
    let room = area.height.map(|height| height - (top - area.y));
    let placed = lanes.place(&texts, |_| cell_height, top, room);
    let group = |marks| {
        Mark::Group(Group {
            role: Role::Axis,
            marks,
            ..Group::default()
        })
    };
    let mut marks = vec![group(head.marks)];
    for (line, lane) in series.rows.iter().zip(&placed) {
        let mut inner = lane.marks.clone();
        for (at, stage) in line.stages.iter().enumerate() {
            let x = left + at as f64 * cell;
            // Cells touch in rows and columns but for a hairline of paper.
            let (y, height) = if lanes.stacked {
                lane.plot
            } else {
                (lane.top, lane.bottom - lane.top)
            };
            let area = [
                x + sizes.mark,
                y + sizes.mark,
                cell - 2.0 * sizes.mark,
                height - 2.0 * sizes.mark,
            ];
            inner.push(cell_group(context, series, line, at, *stage, area, fit));
        }
        marks.push(Mark::Group(Group {
            role: Role::Datum,
            label: None,
            data: Vec::new(),
            marks: inner,
        }));
    }
    marks.extend(lanes.rules(&texts, &placed));
    let bottom = placed.last().map_or(top, |lane: &Lane| lane.bottom);
    Placed {
        marks,
        height: bottom - area.y,
    }
}

/// The dates above the columns. Where one column is too narrow for its date, only so many are named as have room.
fn dates(series: &Series, left: f64, cell: f64, top: f64, look: &Look) -> Placed {
    let gap = look.size * 0.5;
    let words = series.dates.iter().flat_map(|(_, label)| label.split(' '));
    let longest = words.map(|word| look.width(word)).fold(0.0, f64::max);
    let every = ((longest + gap) / cell).ceil().max(1.0);
    let room = every * cell - gap;
    let named: Vec<(usize, Vec<String>)> = series
        .dates
        .iter()
        .enumerate()
        .step_by(every as usize)
        .map(|(at, (_, label))| (at, look.wrap(label, room)))
        .collect();
    // Dates break alike: where one needs two lines, all take them.
    let broken = named
        .iter()
        .filter(|(_, lines)| lines.len() > 1)
        .flat_map(|(_, lines)| lines);
    let narrow = broken.map(|line| look.width(line)).fold(0.0, f64::max);
    let named: Vec<(usize, Vec<String>)> = match narrow > 0.0 {
        true => named
            .into_iter()
            .map(|(at, _)| {
                (
                    at,
                    look.wrap(&series.dates[at].1, narrow.max(longest) + 0.01),
                )
            })
            .collect(),
        false => named,
    };
    let most = named
        .iter()
        .map(|(_, lines)| lines.len())
        .max()
        .unwrap_or(0);
    let right = left + series.dates.len() as f64 * cell;
    let mut placed = Placed {
        marks: Vec::new(),
        height: most as f64 * look.line(),
    };
    let mut taken = f64::NEG_INFINITY;
    for (at, lines) in named {
        let widest = lines.iter().map(|line| look.width(line));
        let half = widest.fold(0.0, f64::max) / 2.0;
        let middle = left + (at as f64 + 0.5) * cell;
        let x = middle.within(left + half.min(cell), (right - half).max(left + half));
        // Pushed inwards at an edge, a date may meet its neighbour, which then goes unnamed.
        if x - half < taken + gap {
            continue;
        }
        taken = x + half;
        let first = top + placed.height - lines.len() as f64 * look.line();
        placed.marks.extend(look.lines(x, first, &lines).marks);
    }
    placed
}
