//! The numbers themselves: a table where it fits, a card for each row where it does not.

use crate::chart::annotate::numbered;
use crate::chart::context::Context;
use crate::chart::footer::letters;
use crate::chart::frame::{Frame, Words, framed};
use crate::chart::guide::{Area, Look, Placed};
use crate::chart::rows::{Datum, Subject, arrange, drawn, subject};
use crate::chart::scene::{Anchor, Mark, Role, Scene, Stroke, TableData};
use crate::chart::sentence::{noted_datum, title};
use crate::chart::shades::is_policy;
use crate::chart::spec::Order;
use crate::chart::stages::Stages;
use crate::chart::tabulate::table;
use crate::error::Result;
use crate::estimate::Row;
use crate::locale::catalogue::chart as say;
use crate::numeric::Within;

/// Draws the table.
pub(in crate::chart) fn draw(context: &Context) -> Result<Scene> {
    let result = context.result()?;
    let mut rows = Vec::new();
    for row in drawn(context, result) {
        rows.push((subject(context, result, row, None), row));
    }
    let parts = result
        .rows
        .iter()
        .any(|row| row.item.is_some() || row.category.is_some());
    // Rows of several items or answers stay as given, under their country.
    let order = match context.order() {
        Order::Value if parts => Order::Given,
        order => order,
    };
    arrange(&mut rows, order, context.locale, |(subject, row)| {
        (subject, row.estimate)
    });
    let figures = context.figures(result);
    let (subjects, rows): (Vec<Subject>, Vec<&Row>) = rows.into_iter().unzip();
    let data = subjects.into_iter().zip(&rows);
    let data: Vec<Datum> = data
        .map(|(subject, row)| Datum::noted(context, result, row, subject, figures.unit))
        .collect();
    let data: Vec<&Datum> = data.iter().collect();
    let subtitle = context.subtitle(Some(result));
    let parts = parts || is_policy(result) || result.method.estimate == "network";
    let title = match (context.own_title(), &subtitle) {
        (Some(title), _) => title,
        // Rows of several kinds have no common range: the table is called by what it holds.
        (None, Some(subtitle)) if parts => subtitle.clone(),
        (None, None) if parts => {
            let of = Stages::subject(context, result);
            of.unwrap_or_else(|| context.say(&say::ALL_ROWS).to_string())
        }
        _ => title(context, result, &data, &figures),
    };
    let words = Words {
        subtitle: subtitle.filter(|subtitle| *subtitle != title),
        title,
        legend: Vec::new(),
        extra: letters(context, result, &rows).into_iter().collect(),
    };
    let frame = Frame::of_results(context, (result, &rows), &figures, &data, words);
    let mut contents = table(context, result, &rows, &figures);
    let notes = number(context, &mut contents, &data);
    Ok(framed(context, frame, &|area| {
        let mut placed = place(context, &contents, &data, area);
        let look = Look::plain(context.sizes.label, context.palette.ink);
        let below = (area.x, area.y + placed.height, area.width);
        let list = numbered(&look, &notes, below);
        if !list.marks.is_empty() {
            placed.marks.push(Mark::group(Role::Axis, list.marks));
        }
        placed.height += list.height;
        placed
    }))
}

/// Numbers the rows of which the author says something, instead of a column of long texts. One text has one number.
fn number(context: &Context, contents: &mut TableData, data: &[&Datum]) -> Vec<(String, String)> {
    let heading = context.say(&say::AUTHORS_NOTE);
    if let Some(column) = contents.head.iter().position(|head| head == heading) {
        contents.head.remove(column);
        for row in &mut contents.rows {
            row.remove(column);
        }
    }
    let mut notes: Vec<(String, String)> = Vec::new();
    for (row, datum) in contents.rows.iter_mut().zip(data) {
        let (Some(note), Some(cell)) = (&datum.note, row.first_mut()) else {
            continue;
        };
        let known = notes.iter().position(|(_, text)| text == note);
        let at = known.unwrap_or(notes.len());
        let number = ["[", &(at + 1).to_string(), "]"].concat();
        *cell = [cell.as_str(), "\u{a0}", &number].concat();
        if known.is_none() {
            notes.push((number, note.clone()));
        }
    }
    notes
}

/// Whether a column holds numbers: words stand at the left of their column and numbers at the right, with the letters that take
/// their place.
fn is_numeric(contents: &TableData, column: usize) -> bool {
    let number =
        |cell: &str| cell.starts_with(['+', '−', '–', '<', '>']) || starts_with_digit(cell);
    let mut any = false;
    for row in &contents.rows {
        let cell = row[column].as_str();
        let is_number = number(cell);
        if cell.len() > 1 && !is_number {
            return false;
        }
        any |= is_number;
    }
    any
}

fn starts_with_digit(cell: &str) -> bool {
    cell.bytes()
        .next()
        .is_some_and(|first| first.is_ascii_digit())
}

fn place(context: &Context, contents: &TableData, data: &[&Datum], area: Area) -> Placed {
    let look = Look::plain(context.sizes.label, context.palette.ink);
    let gap = context.sizes.label * 1.4;
    match widths(contents, &look, gap, area.width) {
        Some(widths) => columns(context, contents, data, area, &widths, gap),
        None => cards(context, contents, data, area),
    }
}

/// Widths of the columns, or none where some word would have to be broken. Room to spare goes to the gaps.
fn widths(contents: &TableData, look: &Look, gap: f64, room: f64) -> Option<Vec<f64>> {
    let bold = Look {
        bold: true,
        ..*look
    };
    let count = contents.head.len();
    let (mut full, mut least) = (vec![0.0_f64; count], vec![0.0_f64; count]);
    for cells in std::iter::once(&contents.head).chain(&contents.rows) {
        for (index, cell) in cells.iter().enumerate() {
            full[index] = full[index].max(bold.width(cell));
            least[index] = least[index].max(bold.longest_word(cell));
        }
    }
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
    for (full, least) in full.iter_mut().zip(least) {
        *full = least + (*full - least) * share;
    }
    Some(full)
}

fn columns(
    context: &Context,
    contents: &TableData,
    data: &[&Datum],
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
    let numeric: Vec<bool> = (0..widths.len())
        .map(|column| is_numeric(contents, column))
        .collect();
    let mut y = area.y;
    let mut marks = Vec::new();
    let mut row = |cells: &[String], datum: Option<&Datum>, y: &mut f64| {
        let head = datum.is_none();
        let colour = if head { palette.second } else { palette.ink };
        let strong = datum.is_none_or(|datum| datum.subject.highlighted || datum.subject.average);
        let look = Look::weighted(sizes.label, colour, strong);
        let mut x = area.x;
        let mut inner = Vec::new();
        let mut height = look.line();
        for ((cell, width), numeric) in cells.iter().zip(widths).zip(&numeric) {
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
        marks.push(match datum {
            Some(datum) => said(contents, cells, datum, inner),
            None => Mark::group(Role::Axis, inner),
        });
    };
    row(&contents.head, None, &mut y);
    for (cells, datum) in contents.rows.iter().zip(data) {
        row(cells, Some(datum), &mut y);
    }
    Placed {
        marks,
        height: y - area.y,
    }
}

/// One card a row: its first cell as a heading, the others as "name: value".
fn cards(context: &Context, contents: &TableData, data: &[&Datum], area: Area) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let mut y = area.y;
    let mut marks = Vec::new();
    let heading = Look::bold(sizes.label, palette.ink);
    let (quiet, plain) = (
        Look::plain(sizes.label, palette.second),
        Look::plain(sizes.label, palette.ink),
    );
    let (right, gap) = (area.x + area.width, sizes.label * 0.8);
    for (cells, datum) in contents.rows.iter().zip(data) {
        let name = cells.first().map_or("", String::as_str);
        let placed = heading.wrapped(area.x, y, name, area.width);
        y += placed.height;
        let mut inner = placed.marks;
        for (name, value) in contents.head.iter().zip(cells).skip(1) {
            if value.is_empty() {
                continue;
            }
            let both = quiet.width(name) + gap + plain.width(value);
            let placed = quiet.wrapped(area.x, y, name, area.width);
            inner.extend(placed.marks);
            if both <= area.width {
                inner.push(plain.anchored(Anchor::End).word(right, y, value));
                y += placed.height.max(plain.line());
            } else {
                y += placed.height;
                let value = plain.wrapped(area.x, y, value, area.width);
                inner.extend(value.marks);
                y += value.height;
            }
        }
        y += sizes.label * 0.4;
        let stroke = Stroke::solid(palette.grid, sizes.mark);
        inner.push(Mark::line((area.x, y), (right, y), stroke));
        y += sizes.label * 0.5;
        marks.push(said(contents, cells, datum, inner));
    }
    Placed {
        marks,
        height: y - area.y,
    }
}

/// The marks of a row, which says its cells by their headings.
fn said(contents: &TableData, cells: &[String], datum: &Datum, marks: Vec<Mark>) -> Mark {
    let mut words = cells.first().cloned().unwrap_or_default();
    for (heading, cell) in contents.head.iter().zip(cells).skip(1) {
        if !cell.is_empty() {
            words += &format!(" · {heading}: {cell}");
        }
    }
    let keys = match &datum.subject.country {
        Some(country) => vec![("country", country.clone())],
        None => vec![("row", datum.subject.label.clone())],
    };
    noted_datum(words, keys, marks, &datum.note)
}
