//! A cell for each country and date, with an icon and a word: a policy's stage.

mod cell;

use crate::numeric::Within;
use crate::numeric::decimal::decimal;
use cell::{Fit, cell_group, colour, fit};

use crate::chart::annotate::Notes;
use crate::chart::context::{Context, codes, column, key};
use crate::chart::figures::{Figures, Unit};
use crate::chart::frame::{Frame, Words};
use crate::chart::guide::{Area, Key, Look, Placed};
use crate::chart::kind::{Chart, Common};
use crate::chart::lanes::{LaneText, Lanes, pinned};
use crate::chart::rows::{Absent, Datum, Subject, arrange, drawn, item_label, subject};
use crate::chart::scene::{Anchor, Mark, Role};
use crate::error::Result;
use crate::estimate::{QueryResult, Row};
use crate::locale::catalogue::chart as say;
use crate::locale::format::{date, integer};
use crate::text::joined;

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
    /// What the author says of each cell.
    notes: Vec<Option<String>>,
}

/// The chart.
pub(in crate::chart) fn chart<'c>(context: &'c Context<'c>) -> Result<Chart<'c>> {
    let result = context.result()?;
    let rows = drawn(context, result);
    let series = resolve(context, result, &rows);
    let subtitle = context.subtitle(Some(result)).or_else(|| {
        let label = column(result, "stage")?.label.as_ref()?;
        Some(label.get(context.locale).to_string())
    });
    let figures = Figures {
        unit: Unit::Value,
        decimals: 0,
        locale: context.locale,
    };
    let mut extra = Vec::new();
    if let Some(when) = context.query().and_then(|query| query.known_on.as_ref()) {
        let date = date(when, context.locale);
        extra.push(context.tell(&say::KNOWN_ON, &[("date", &date)]));
    }
    let title = context.own_title();
    let words = Words {
        title: title.unwrap_or_else(|| finding(context, &series)),
        subtitle,
        legend: legend(context, &series),
        extra,
    };
    let summaries: Vec<Datum> = series.rows.iter().map(summary).collect();
    let data: Vec<&Datum> = summaries.iter().collect();
    let frame = Frame::of_results(context, (result, &rows), &figures, &data, words);
    Ok(Chart {
        common: Common::default(),
        frame,
        place: Box::new(move |area, common| place(context, &series, area, common)),
    })
}

fn resolve(context: &Context, result: &QueryResult, drawn: &[&Row]) -> Series {
    let mut dates: Vec<(String, String)> = Vec::new();
    let codes = codes(result, "stage");
    let mut stages = Vec::new();
    for code in &codes {
        let label = column(result, "stage").and_then(|column| {
            let value = column
                .values
                .iter()
                .find(|value| key(&value.code) == *code)?;
            Some(value.label.as_ref()?.get(context.locale).to_string())
        });
        stages.push(label.unwrap_or_else(|| code.clone()));
    }
    let mut rows: Vec<Line> = Vec::new();
    for row in drawn {
        let subject = subject(context, result, row, None);
        let when = row.item.as_deref().unwrap_or_default();
        let at = dates.iter().position(|(known, _)| known == when);
        let at = at.unwrap_or(dates.len());
        if at == dates.len() {
            dates.push((when.to_string(), item_label(context, result, when)));
        }
        let line = rows.iter().position(|line| line.subject == subject);
        let line = line.unwrap_or(rows.len());
        if line == rows.len() {
            rows.push(Line {
                subject,
                stages: Vec::new(),
                notes: Vec::new(),
            });
        }
        let notes_of = &mut rows[line].notes;
        notes_of.resize(notes_of.len().max(at + 1), None);
        notes_of[at] = context.note_on(row);
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
        line.notes.resize(dates.len(), None);
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

/// A country as a datum, for the alternative text.
fn summary(line: &Line) -> Datum {
    let any = line.stages.iter().any(Result::is_ok);
    Datum {
        subject: line.subject.clone(),
        value: if any { Ok(0.0) } else { Err(Absent::NoData) },
        ci: None,
        band: None,
        n: None,
        differs: None,
        exact: true,
        note: None,
    }
}

/// The date and the stage that most countries share, the farthest stage first.
fn finding(context: &Context, series: &Series) -> String {
    let countries = || series.rows.iter().filter(|line| !line.subject.average);
    let mut best: Option<(usize, usize, usize)> = None;
    for (at, _) in series.dates.iter().enumerate() {
        for stage in 0..series.stages.len() {
            let there = countries().filter(|line| line.stages[at] == Ok(stage));
            let count = there.count();
            let better = best.is_none_or(|(most, _, farthest)| (count, stage) > (most, farthest));
            if count > 0 && better {
                best = Some((count, at, stage));
            }
        }
    }
    let Some((count, at, stage)) = best else {
        return context.say(&say::NOTHING_TO_SHOW).to_string();
    };
    let integer = |count: usize| integer(count as u64, context.locale);
    let params: [(&str, &str); 4] = [
        ("date", &date(&series.dates[at].0, context.locale)),
        ("count", &integer(count)),
        ("total", &integer(countries().count())),
        ("stage", &series.stages[stage]),
    ];
    context.tell(&say::STAGE_ON_DATE, &params)
}

fn legend(context: &Context, series: &Series) -> Vec<(Key, String)> {
    let last = series.stages.len().saturating_sub(1);
    let mut keys = Vec::new();
    for (stage, label) in series.stages.iter().enumerate() {
        let key = Key::Stage(stage, last, colour(context, stage, last));
        keys.push((key, label.clone()));
    }
    let mut stages = series.rows.iter().flat_map(|line| &line.stages);
    if stages.any(Result::is_err) {
        let text = context.say(&say::KEY_NO_DATA);
        keys.push((Key::Hatch(false), text.to_string()));
    }
    keys
}

fn place(context: &Context, series: &Series, area: Area, common: &Common) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let subjects: Vec<&Subject> = series.rows.iter().map(|line| &line.subject).collect();
    let mut texts = common.named(pinned(&subjects));
    let lanes = |texts: &[LaneText]| Lanes::fit(texts, area, (0.32, 0.5), palette, *sizes);
    let own: Vec<Option<String>> = series.rows.iter().map(Line::note).collect();
    let own = own.iter().map(Option::as_deref);
    let mut notes = Notes::new(own.collect(), &mut texts, &|texts| lanes(texts).stacked);
    let lanes = lanes(&texts);
    let (left, right) = lanes.plot;
    let cell = (right - left) / series.dates.len().max(1) as f64;
    notes.fit(context, &mut texts, &lanes, &|at| {
        let of_one = series.rows[at].notes.iter().position(Option::is_some);
        ([left + (of_one.unwrap_or(0) as f64 + 0.5) * cell; 3], false)
    });
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
    let plots = vec![cell_height; texts.len()];
    let mut placed = lanes.place(&texts, &plots, top, room);
    let mut marks = vec![Mark::group(Role::Axis, head.marks)];
    for (line, lane) in series.rows.iter().zip(&mut placed) {
        let mut inner = std::mem::take(&mut lane.marks);
        for (at, stage) in line.stages.iter().enumerate() {
            let x = left + at as f64 * cell;
            // Cells touch in rows and columns but for a hairline of paper.
            let (y, height) = if lanes.stacked {
                lane.plot
            } else {
                (lane.top, lane.foot - lane.top)
            };
            let area = [
                x + sizes.mark,
                y + sizes.mark,
                cell - 2.0 * sizes.mark,
                height - 2.0 * sizes.mark,
            ];
            inner.push(cell_group(context, series, line, at, *stage, area, fit));
        }
        marks.push(Mark::datum(None, Vec::new(), inner));
    }
    marks.extend(lanes.rules(&texts, &placed));
    let bottom = placed.last().map_or(top, |lane| lane.bottom);
    let notes = notes.place(context, &placed, (area.x, bottom, area.width));
    marks.extend(notes.marks);
    Placed {
        marks,
        height: bottom + notes.height - area.y,
    }
}

impl Line {
    /// What the author says of the country or of its cells, each once.
    fn note(&self) -> Option<String> {
        let mut texts: Vec<String> = Vec::new();
        for note in self.notes.iter().flatten() {
            if !texts.contains(note) {
                texts.push(note.clone());
            }
        }
        (!texts.is_empty()).then(|| joined(&texts, " "))
    }
}

/// The dates above the columns. Where one column is too narrow for its date, only so many are named as have room.
fn dates(series: &Series, left: f64, cell: f64, top: f64, look: &Look) -> Placed {
    let gap = look.size * 0.5;
    let words = series.dates.iter().flat_map(|(_, label)| label.split(' '));
    let longest = words.map(|word| look.width(word)).fold(0.0, f64::max);
    let every = ((longest + gap) / cell).ceil().max(1.0);
    let room = every * cell - gap;
    let named = |room: f64| -> Vec<(usize, Vec<String>)> {
        let dates = series.dates.iter().enumerate().step_by(every as usize);
        dates
            .map(|(at, (_, label))| (at, look.wrap(label, room)))
            .collect()
    };
    // Dates break alike: where one needs two lines, all take them.
    let mut dates = named(room);
    let mut narrow = 0.0_f64;
    for (_, lines) in dates.iter().filter(|(_, lines)| lines.len() > 1) {
        narrow = narrow.max(look.widest(lines));
    }
    if narrow > 0.0 {
        dates = named(narrow.max(longest) + 0.01);
    }
    let most = dates
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
    for (at, lines) in dates {
        let half = look.widest(&lines) / 2.0;
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
