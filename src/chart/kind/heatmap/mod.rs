//! A cell for each row and column: the stage of a policy with an icon and a word, or a number in the colour of its class.

mod cell;
mod columns;

use cell::{Fit, cell_group, fit};
use columns::{Column, columns, heads, letter_keys, need_letters};

use crate::chart::annotate::{Notes, note_of};
use crate::chart::context::Context;
use crate::chart::figures::{Figures, Unit};
use crate::chart::footer::{absent_keys, level};
use crate::chart::frame::{Frame, Words};
use crate::chart::guide::{Area, Key, Look, Placed};
use crate::chart::kind::{Chart, Common};
use crate::chart::lanes::{LaneText, Lanes, pinned};
use crate::chart::rows::{Absent, Datum, Subject, arrange, drawn, subject};
use crate::chart::scene::{Anchor, Mark, Role};
use crate::chart::sentence::title;
use crate::chart::shades::{Shades, is_policy};
use crate::chart::stages::Stages;
use crate::error::Result;
use crate::estimate::{QueryResult, Row};
use crate::locale::catalogue::chart as say;
use crate::locale::format::{date, integer};

/// Numbers, words and flags; no pixels.
struct Series<'a> {
    columns: Vec<Column>,
    shades: Shades,
    rows: Vec<Line>,
    figures: Figures<'a>,
    /// What the legend says besides the stages or classes.
    keys: Vec<(Key, String)>,
    /// Name of the variable behind the cells.
    variable: String,
}

/// One row: a cell for each column.
struct Line {
    subject: Subject,
    cells: Vec<Cell>,
}

/// What stands in a row and a column.
struct Cell {
    datum: Datum,
    /// Its stage or class.
    step: Option<usize>,
    /// Where it can be looked up.
    source: Option<String>,
}

/// The chart.
pub(in crate::chart) fn chart<'c>(context: &'c Context<'c>) -> Result<Chart<'c>> {
    let result = context.result()?;
    let rows = drawn(context, result);
    let series = resolve(context, result, &rows)?;
    let policy = is_policy(result);
    let mut subtitle = context.subtitle(Some(result));
    let summaries: Vec<Datum> = series.rows.iter().map(summary).collect();
    let data: Vec<&Datum> = summaries.iter().collect();
    let extra = context.known_on();
    let mut legend = Vec::new();
    if policy || context.part.is_some() {
        let keys = series.keys.clone();
        legend = series.shades.keys(context, &series.figures, None, keys);
    }
    let finding = if policy {
        subtitle = subtitle.or_else(|| Stages::subject(context, result));
        finding(context, &series)
    } else {
        let cells = series.rows.iter().flat_map(|line| &line.cells);
        let cells: Vec<&Datum> = cells.map(|cell| &cell.datum).collect();
        title(context, result, &cells, &series.figures)
    };
    let words = Words {
        title: context.own_title().unwrap_or(finding),
        subtitle,
        legend,
        extra,
    };
    let frame = Frame::of_results(context, (result, &rows), &series.figures, &data, words);
    Ok(Chart {
        common: Common::default(),
        frame,
        place: Box::new(move |area, common| place(context, &series, area, common)),
    })
}

fn resolve<'a>(context: &Context<'a>, result: &QueryResult, drawn: &[&Row]) -> Result<Series<'a>> {
    let policy = is_policy(result);
    let figures = match policy {
        true => Figures {
            unit: Unit::Value,
            decimals: 0,
            locale: context.locale,
        },
        false => context.figures(result),
    };
    let (by, columns) = columns(context, result, drawn);
    let mut rows: Vec<Line> = Vec::new();
    let mut last: Option<(&Row, usize)> = None;
    for row in drawn {
        let Some(at) = by.code(row).and_then(|code| {
            let mut columns = columns.iter();
            columns.position(|column| column.code == code)
        }) else {
            continue;
        };
        // Rows of one subject mostly follow each other. A period is none of its keys where there is no estimate.
        let same = |before: &Row| {
            before.by == row.by && before.estimate.is_some() == row.estimate.is_some()
        };
        let line = match last {
            Some((before, line)) if same(before) => line,
            _ => line_of(&mut rows, &columns, subject(context, result, row, by.key())),
        };
        last = Some((row, line));
        let cell = &mut rows[line].cells[at];
        if cell.datum.value.is_ok() {
            return Err(context.needs("cells"));
        }
        cell.datum = Datum::noted(
            context,
            result,
            row,
            cell.datum.subject.clone(),
            figures.unit,
        );
        cell.source = row.source.clone();
    }
    let all = rows.iter().flat_map(|line| &line.cells);
    let shades = Shades::of(context, result, all.map(|cell| &cell.datum));
    for cell in rows.iter_mut().flat_map(|line| &mut line.cells) {
        cell.step = cell.datum.value.ok().and_then(|value| shades.step(value));
        if cell.step.is_none() && cell.datum.value.is_ok() {
            cell.datum.value = Err(Absent::NoData);
        }
    }
    // By the last date, or by the first of other columns; a stage is a rank, so that ties are the rule.
    let leading = |line: &Line| {
        let cell = match by.is_time() {
            true => line.cells.last(),
            false => line.cells.first(),
        };
        let cell = cell?;
        match policy {
            true => cell.step.map(|step| step as f64),
            false => cell.datum.value.ok(),
        }
    };
    arrange(&mut rows, context.order(), context.locale, |line| {
        (&line.subject, leading(line))
    });
    let mut series = Series {
        columns,
        shades,
        rows,
        figures,
        keys: Vec::new(),
        variable: context.variable(),
    };
    series.keys = keys(context, result, &series);
    Ok(series)
}

/// The index of a subject's row, which is made where there is none yet.
fn line_of(rows: &mut Vec<Line>, columns: &[Column], subject: Subject) -> usize {
    let known = rows.iter().position(|line| line.subject == subject);
    known.unwrap_or_else(|| {
        let cells = columns.iter().map(|column| Cell {
            datum: Datum::bare(subject.at(&column.label), Err(Absent::NoData)),
            step: None,
            source: None,
        });
        rows.push(Line {
            cells: cells.collect(),
            subject,
        });
        rows.len() - 1
    })
}

/// A row as a datum, for the alternative text.
fn summary(line: &Line) -> Datum {
    let mut values = line.cells.iter().map(|cell| cell.datum.value);
    let first = values.next().unwrap_or(Err(Absent::NoData));
    let any = first.is_ok() || values.any(|value| value.is_ok());
    Datum::bare(line.subject.clone(), if any { Ok(0.0) } else { first })
}

/// The date and the stage that most countries share, the farthest stage first.
fn finding(context: &Context, series: &Series) -> String {
    let Shades::Stages(stages) = &series.shades else {
        return String::new();
    };
    let countries = || series.rows.iter().filter(|line| !line.subject.average);
    let mut best: Option<(usize, usize, usize)> = None;
    for (at, _) in series.columns.iter().enumerate() {
        for stage in 0..stages.labels.len() {
            let there = countries().filter(|line| line.cells[at].step == Some(stage));
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
        ("date", &date(&series.columns[at].code, context.locale)),
        ("count", &integer(count)),
        ("total", &integer(countries().count())),
        ("stage", &stages.labels[stage]),
    ];
    context.tell(&say::STAGE_ON_DATE, &params)
}

fn keys(context: &Context, result: &QueryResult, series: &Series) -> Vec<(Key, String)> {
    let mut data: Vec<&Datum> = Vec::new();
    for line in &series.rows {
        data.extend(line.cells.iter().map(|cell| &cell.datum));
    }
    let mut keys = Vec::new();
    if let Shades::Classes(classes) = &series.shades {
        let reaches = |datum: &&Datum| match (datum.value, datum.ci) {
            (Ok(value), Some(ci)) => classes.reach(value, ci) != (None, None),
            _ => false,
        };
        if data.iter().any(reaches) {
            let level = level(context, result);
            let stages = &context.palette.stages;
            keys.push((
                Key::Corner(stages[2], stages[3]),
                context.tell(&say::KEY_CORNER, &[("level", &level)]),
            ));
        }
    }
    keys.extend(absent_keys(context, result, &data));
    keys
}

fn place(context: &Context, series: &Series, area: Area, common: &Common) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let subjects: Vec<&Subject> = series.rows.iter().map(|line| &line.subject).collect();
    let mut texts = common.named(pinned(&subjects));
    let look = Look::plain(sizes.label, palette.ink);
    let count = series.columns.len().max(1) as f64;
    let width = |lanes: &Lanes| (lanes.plot.1 - lanes.plot.0) / count;
    let lanes = |texts: &[LaneText]| {
        let beside = Lanes::fit(texts, area, (0.32, 0.5), palette, *sizes);
        if fit(context, series, width(&beside), &look).0 != Fit::Colour {
            return beside;
        }
        // Numbers that have no room beside the names may have it below them.
        let below = Lanes::fit(texts, area, (0.32, 1.0), palette, *sizes);
        match fit(context, series, width(&below), &look).0 {
            Fit::Number => below,
            _ => beside,
        }
    };
    let own = series.rows.iter().map(Line::note);
    let mut notes = Notes::new(own.collect(), &mut texts, &|texts| lanes(texts).stacked);
    let lanes = lanes(&texts);
    let (cell, left) = (width(&lanes), lanes.plot.0);
    notes.fit(context, &mut texts, &lanes, &|at| {
        let mut cells = series.rows[at].cells.iter();
        let of_one = cells.position(|cell| cell.datum.note.is_some());
        ([left + (of_one.unwrap_or(0) as f64 + 0.5) * cell; 3], false)
    });
    let mut marks = Vec::new();
    let mut y = area.y;
    let letters = need_letters(&series.columns, cell, &look);
    if let Shades::Classes(_) = &series.shades {
        let keys = series.keys.clone();
        let legend = series
            .shades
            .legend(context, &series.figures, None, keys, area);
        y += legend.height;
        marks.extend(legend.marks);
    }
    if letters {
        let keys = letter_keys(&series.columns, &look, area.x, y, area.width);
        y += keys.height + sizes.label * 0.6;
        marks.push(Mark::group(Role::Legend, keys.marks));
    }
    let (fit, content) = fit(context, series, cell, &look);
    let cell_height = content + sizes.label * 0.8;
    let centred = look.anchored(Anchor::Middle);
    let head = heads(&series.columns, letters, left, cell, y, &centred);
    let top = y + head.height + sizes.label * 0.3;
    let room = area.height.map(|height| height - (top - area.y));
    let plots = vec![cell_height; texts.len()];
    let mut placed = lanes.place(&texts, &plots, top, room);
    marks.push(Mark::group(Role::Axis, head.marks));
    for (line, lane) in series.rows.iter().zip(&mut placed) {
        let mut inner = std::mem::take(&mut lane.marks);
        for at in 0..line.cells.len() {
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
            inner.push(cell_group(context, series, line, at, area, fit));
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
    /// What the author says of the row or of its cells.
    fn note(&self) -> Option<String> {
        note_of(self.cells.iter().map(|cell| &cell.datum))
    }
}
