//! The numbers themselves: a table where it fits, a card for each row where it does not.

use crate::chart::context::Context;
use crate::chart::footer::footer;
use crate::chart::frame::{Frame, framed};
use crate::chart::guide::{Area, Look, Placed};
use crate::chart::rows::{Datum, arrange, drawn, subject};
use crate::chart::scene::{Anchor, Group, Mark, Role, Scene, Stroke, TableData};
use crate::chart::sentence::{describe, title};
use crate::chart::spec::Order;
use crate::chart::tabulate::{table, tidy};
use crate::error::Result;
use crate::estimate::{QueryResult, Row};
use crate::numeric::Within;

/// Draws the table.
pub(in crate::chart) fn draw(context: &Context) -> Result<Scene> {
    let result = &ordered(context, context.result()?);
    let figures = context.figures(result);
    let data: Vec<Datum> = drawn(context, result)
        .map(|row| {
            Datum::new(
                context,
                result,
                row,
                subject(context, result, row, &[]),
                figures.unit,
            )
        })
        .collect();
    let parts = result
        .rows
        .iter()
        .any(|row| row.item.is_some() || row.category.is_some());
    let subtitle = context.subtitle(Some(result));
    let title = match (&context.spec.title, &subtitle) {
        (Some(title), _) => title.get(context.locale).to_string(),
        // Rows of several kinds have no common range: the table is called by what it holds.
        (None, Some(subtitle)) if parts => subtitle.clone(),
        _ => title(context, result, &data, &figures),
    };
    let subtitle = subtitle.filter(|subtitle| *subtitle != title);
    let contents = table(context, result, &figures);
    // Words stand at the left of their column and numbers at the right.
    let numeric = numeric(&contents);
    let highlighted: Vec<bool> = data
        .iter()
        .map(|datum| datum.subject.highlighted || datum.subject.average)
        .collect();
    let frame = Frame {
        description: describe(context, &title, subtitle.as_deref(), &data),
        title,
        subtitle,
        legend: Vec::new(),
        footer: footer(context, Some(result), Vec::new()),
        data: tidy(context, result),
        table: contents.clone(),
    };
    Ok(framed(context, frame, |area| {
        place(context, &contents, &numeric, &highlighted, area)
    }))
}

/// The result with its rows in the order asked for; rows of several items or answers stay as given, under their country.
fn ordered(context: &Context, result: &QueryResult) -> QueryResult {
    let mut result = result.clone();
    let parts = result
        .rows
        .iter()
        .any(|row| row.item.is_some() || row.category.is_some());
    let order = if parts && context.order() == Order::Value {
        Order::Given
    } else {
        context.order()
    };
    let shown = result.clone();
    let mut rows: Vec<(crate::chart::rows::Subject, Row)> = shown
        .rows
        .iter()
        .map(|row| (subject(context, &shown, row, &[]), row.clone()))
        .collect();
    arrange(&mut rows, order, context.locale, |(subject, row)| {
        (subject, row.estimate)
    });
    result.rows = rows.into_iter().map(|(_, row)| row).collect();
    result
}

fn numeric(contents: &TableData) -> Vec<bool> {
    (0..contents.head.len())
        .map(|column| {
            let mut cells = contents
                .rows
                .iter()
                .map(|row| row[column].as_str())
                .filter(|cell| !cell.is_empty());
            let number = |cell: &str| {
                cell.starts_with(|first| matches!(first, '0'..='9' | '+' | '−' | '–' | '<' | '>'))
            };
            contents.rows.iter().any(|row| !row[column].is_empty()) && cells.all(number)
        })
        .collect()
}

fn place(
    context: &Context,
    contents: &TableData,
    numeric: &[bool],
    bold: &[bool],
    area: Area,
) -> Placed {
    let look = Look::plain(context.sizes.label, context.palette.ink);
    let gap = context.sizes.label * 1.4;
    match widths(contents, &look, gap, area.width) {
        Some(widths) => columns(context, contents, numeric, bold, area, &widths, gap),
        None => cards(context, contents, area),
    }
}

/// Widths of the columns, or none where some word would have to be broken. Room to spare goes to the gaps.
fn widths(contents: &TableData, look: &Look, gap: f64, room: f64) -> Option<Vec<f64>> {
    let bold = Look {
        bold: true,
        ..*look
    };
    let column = |index: usize| {
        std::iter::once(&contents.head[index])
            .chain(contents.rows.iter().map(move |row| &row[index]))
    };
    let count = contents.head.len();
    let full: Vec<f64> = (0..count)
        .map(|index| {
            column(index)
                .map(|cell| bold.width(cell))
                .fold(0.0, f64::max)
        })
        .collect();
    let least: Vec<f64> = (0..count)
        .map(|index| {
            let words = column(index).flat_map(|cell| cell.split_inclusive([' ', '-', '/']));
            words
                .map(|word| bold.width(word.trim_end()))
                .fold(0.0, f64::max)
        })
        .collect();
    let room = room - gap * count.saturating_sub(1) as f64;
    let (wanted, needed) = (full.iter().sum::<f64>(), least.iter().sum::<f64>());
    if wanted <= room {
        return Some(full);
    }
    // Below three quarters of what the text wants, every row would be a pile of lines.
    if needed > room || room < wanted * 0.55 {
        return None;
    }
    let share = (room - needed) / (wanted - needed).max(1.0);
    Some(
        full.iter()
            .zip(&least)
            .map(|(full, least)| least + (full - least) * share)
            .collect(),
    )
}

fn columns(
    context: &Context,
    contents: &TableData,
    numeric: &[bool],
    bold: &[bool],
    area: Area,
    widths: &[f64],
    gap: f64,
) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let used = widths.iter().sum::<f64>() + gap * widths.len().saturating_sub(1) as f64;
    // A short table does not spread its columns over a wide page: the eye would lose the row.
    let gap =
        gap + ((area.width - used) / widths.len().max(1) as f64).within(0.0, sizes.label * 4.0);
    let width = widths.iter().sum::<f64>() + gap * widths.len().saturating_sub(1) as f64;
    let pad = sizes.label * 0.35;
    let mut y = area.y;
    let mut marks = Vec::new();
    let mut row = |cells: &[String], head: bool, strong: bool, y: &mut f64| {
        let colour = if head { palette.second } else { palette.ink };
        let look = Look::weighted(sizes.label, colour, head || strong);
        let mut x = area.x;
        let mut inner = Vec::new();
        let mut height = look.line();
        for ((cell, width), numeric) in cells.iter().zip(widths).zip(numeric) {
            let lines = look.wrap(cell, width + 0.01);
            let (at, look) = if *numeric {
                (x + width, look.anchored(Anchor::End))
            } else {
                (x, look)
            };
            let placed = look.lines(at, *y + pad, &lines);
            height = height.max(placed.height);
            inner.extend(placed.marks);
            x += width + gap;
        }
        *y += height + 2.0 * pad;
        let stroke = if head {
            Stroke::solid(palette.ink, sizes.mark)
        } else {
            Stroke::solid(palette.grid, sizes.mark * 0.8)
        };
        inner.push(Mark::line((area.x, *y), (area.x + width, *y), stroke));
        let role = if head { Role::Axis } else { Role::Datum };
        marks.push(Mark::Group(Group {
            role,
            marks: inner,
            ..Group::default()
        }));
    };
    row(&contents.head, true, false, &mut y);
    for (cells, strong) in contents.rows.iter().zip(bold) {
        row(cells, false, *strong, &mut y);
    }
    Placed {
        marks,
        height: y - area.y,
    }
}

/// One card a row: its first cell as a heading, the others as "name: value".
fn cards(context: &Context, contents: &TableData, area: Area) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let mut y = area.y;
    let mut marks = Vec::new();
    for cells in &contents.rows {
        let mut inner = Vec::new();
        let heading = Look::bold(sizes.label, palette.ink);
        let name = cells.first().map_or("", String::as_str);
        let placed = heading.lines(area.x, y, &heading.wrap(name, area.width));
        y += placed.height;
        inner.extend(placed.marks);
        let (quiet, plain) = (
            Look::plain(sizes.label, palette.second),
            Look::plain(sizes.label, palette.ink),
        );
        for (name, value) in contents
            .head
            .iter()
            .zip(cells)
            .skip(1)
            .filter(|(_, value)| !value.is_empty())
        {
            let gap = sizes.label * 0.8;
            let both = quiet.width(name) + gap + plain.width(value);
            let placed = quiet.lines(area.x, y, &quiet.wrap(name, area.width));
            inner.extend(placed.marks);
            if both <= area.width {
                let value = plain
                    .anchored(Anchor::End)
                    .lines(area.x + area.width, y, &[value]);
                inner.extend(value.marks);
                y += placed.height.max(value.height);
            } else {
                y += placed.height;
                let value = plain.lines(area.x, y, &plain.wrap(value, area.width));
                inner.extend(value.marks);
                y += value.height;
            }
        }
        y += sizes.label * 0.4;
        inner.push(Mark::line(
            (area.x, y),
            (area.x + area.width, y),
            Stroke::solid(palette.grid, sizes.mark),
        ));
        y += sizes.label * 0.5;
        marks.push(Mark::Group(Group {
            role: Role::Datum,
            marks: inner,
            ..Group::default()
        }));
    }
    Placed {
        marks,
        height: y - area.y,
    }
}
