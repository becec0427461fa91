//! The columns of a heatmap: dates, periods, questions, answers or groups, and their heads.

use crate::chart::context::{Context, codes, key};
use crate::chart::guide::{Look, Placed};
use crate::chart::rows::{item_label, keys, value_label};
use crate::chart::shades::is_policy;
use crate::estimate::{QueryResult, Row};
use crate::numeric::Within;
use crate::text::joined;

/// A column.
pub(super) struct Column {
    /// As the rows name it.
    pub code: String,
    pub label: String,
    /// Whether it is a moment: of those that have no room some may go unnamed.
    pub is_time: bool,
}

/// What the columns are.
pub(super) enum By {
    Item {
        is_time: bool,
    },
    Category,
    Key(String),
    /// One column.
    Nothing,
}

impl By {
    /// The key of the rows that makes the columns, where it is one.
    pub fn key(&self) -> Option<&str> {
        match self {
            By::Key(name) => Some(name),
            _ => None,
        }
    }

    pub fn is_time(&self) -> bool {
        match self {
            By::Item { is_time } => *is_time,
            By::Key(name) => name == "period",
            _ => false,
        }
    }

    /// The column that a row stands in.
    pub fn code(&self, row: &Row) -> Option<String> {
        match self {
            By::Item { .. } => row.item.clone(),
            By::Category => row.category.as_ref().map(key),
            By::Key(name) => row.by.get(name).map(key),
            By::Nothing => Some(String::new()),
        }
    }
}

/// What makes the columns of some rows, and the columns in the order of the results.
pub(super) fn columns(context: &Context, result: &QueryResult, rows: &[&Row]) -> (By, Vec<Column>) {
    let by = what(result, rows);
    let name = match &by {
        By::Item { .. } => "item",
        By::Category => "category",
        By::Key(name) => name,
        By::Nothing => "",
    };
    let present: Vec<String> = rows.iter().filter_map(|row| by.code(row)).collect();
    let mut all = codes(result, name);
    all.retain(|code| present.contains(code));
    for code in present {
        if !all.contains(&code) {
            all.push(code);
        }
    }
    let mut columns = Vec::with_capacity(all.len());
    for code in all {
        let label = match &by {
            By::Item { .. } => item_label(context, result, &code),
            By::Nothing => String::new(),
            _ => value_label(context, result, name, &code),
        };
        columns.push(Column {
            label,
            code,
            is_time: by.is_time(),
        });
    }
    (by, columns)
}

fn what(result: &QueryResult, rows: &[&Row]) -> By {
    if rows.iter().any(|row| row.item.is_some()) {
        return By::Item {
            is_time: is_policy(result),
        };
    }
    if rows.iter().any(|row| row.category.is_some()) {
        return By::Category;
    }
    let names = rows
        .first()
        .map(|row| keys(result, row))
        .unwrap_or_default();
    let others = || names.iter().filter(|name| **name != "country");
    let period = others().find(|name| **name == "period");
    match period.or_else(|| others().next_back()) {
        Some(name) if names.len() > 1 => By::Key((*name).to_string()),
        _ => By::Nothing,
    }
}

/// Whether columns that must all be named have no room for their words: then they have letters.
pub(super) fn need_letters(columns: &[Column], cell: f64, look: &Look) -> bool {
    let room = cell - look.size * 0.5;
    let long = |column: &Column| {
        let lines = look.wrap(&column.label, room).len();
        look.longest_word(&column.label) > room || lines > 5
    };
    columns.iter().any(|column| !column.is_time && long(column))
}

/// `A`, `B`, `C`: a column's letter; numbers after `Z`.
fn letter(at: usize) -> String {
    match u8::try_from(at) {
        Ok(at) if at < 26 => char::from(b'A' + at).to_string(),
        _ => (at + 1).to_string(),
    }
}

/// What the letters stand for.
pub(super) fn letter_keys(columns: &[Column], look: &Look, x: f64, top: f64, width: f64) -> Placed {
    let mut texts = Vec::with_capacity(columns.len());
    for (at, column) in columns.iter().enumerate() {
        texts.push([&letter(at), "\u{a0}=\u{a0}", &column.label].concat());
    }
    look.wrapped(x, top, &joined(&texts, "; "), width)
}

/// The heads above the columns. Where one column is too narrow for its date, only so many are named as have room.
pub(super) fn heads(
    columns: &[Column],
    letters: bool,
    left: f64,
    cell: f64,
    top: f64,
    look: &Look,
) -> Placed {
    let mut labels = Vec::with_capacity(columns.len());
    for (at, column) in columns.iter().enumerate() {
        labels.push(match letters {
            true => letter(at),
            false => column.label.clone(),
        });
    }
    let is_time = columns.iter().any(|column| column.is_time);
    let gap = look.size * 0.5;
    let mut longest = 0.0_f64;
    for label in &labels {
        longest = longest.max(look.longest_word(label));
    }
    let every = match is_time {
        true => ((longest + gap) / cell).ceil().max(1.0),
        false => 1.0,
    };
    let room = every * cell - gap;
    let named = |room: f64| -> Vec<(usize, Vec<String>)> {
        let dates = labels.iter().enumerate().step_by(every as usize);
        dates
            .map(|(at, label)| (at, look.wrap(label, room)))
            .collect()
    };
    // Dates break alike: where one needs two lines, all take them.
    let mut dates = named(room);
    let mut narrow = 0.0_f64;
    for (_, lines) in dates.iter().filter(|(_, lines)| lines.len() > 1) {
        narrow = narrow.max(look.widest(lines));
    }
    if narrow > 0.0 && is_time {
        dates = named(narrow.max(longest) + 0.01);
    }
    let most = dates
        .iter()
        .map(|(_, lines)| lines.len())
        .max()
        .unwrap_or(0);
    let right = left + labels.len() as f64 * cell;
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
