//! Rows under their names: the first row that is not blank holds them.

use super::workbook::{Book, Range};
use super::{About, Cell, Choice, Format, Rows, TableName, Taken};
use crate::codebook::Codebook;
use crate::error::{Error, Result, Warned};
use crate::read::{self, MAX_COLUMNS};

/// Takes one sheet of a workbook in: the one that was asked for, or the first that is seen and has a value.
///
/// # Errors
/// `unknown_table` {value, options}; `no_table`; those of the rows.
pub(super) fn sheet(book: &Book, format: Format, choice: &Choice) -> Result<Warned<Taken>> {
    let sheets = book.sheets();
    let places: Vec<usize> = match &choice.table {
        None => {
            let seen = |hidden: bool| {
                (0..sheets.len()).filter(move |place| sheets[*place].hidden == hidden)
            };
            seen(false).chain(seen(true)).collect()
        }
        Some(wanted) => {
            let place = sheets.iter().position(|sheet| sheet.name == *wanted);
            let names = sheets.iter().map(|sheet| sheet.name.as_str());
            vec![place.ok_or_else(|| Error::unknown("unknown_table", wanted, names))?]
        }
    };
    let tables = sheets.iter().map(|sheet| TableName {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
    });
    let mut about = About {
        format: format.name().into(),
        tables: tables.collect(),
        ..About::default()
    };
    for place in places {
        about.table = sheets.get(place).map(|sheet| sheet.name.clone());
        let merged = || book.merged(place);
        if let Some(taken) = rows(book.rows(place)?, about.clone(), &merged)? {
            return Ok(taken);
        }
    }
    Err(Error::new("no_table"))
}

/// Takes rows in whose first that is not blank holds the names; none where all are blank. A name without a text is that of the
/// cell with which it is joined.
///
/// # Errors
/// `too_many_columns` {value, limit}; those of the rows.
pub(super) fn rows(
    mut rows: Box<dyn Rows>,
    mut about: About,
    merged: &dyn Fn() -> Result<Vec<Range>>,
) -> Result<Option<Warned<Taken>>> {
    let mut cells = Vec::new();
    about.tool = "plain".into();
    about.header_rows = 1;
    while rows.next(&mut cells)? {
        if cells.iter().all(|cell| *cell == Cell::Blank) {
            about.skipped += 1;
            continue;
        }
        if cells.contains(&Cell::Blank) {
            spread(&mut cells, about.skipped, &merged()?);
        }
        let names = read::names(cells.iter().map(text).collect())?;
        return Ok(Some(Warned {
            value: Taken::new(about, Codebook::default(), names.value, rows),
            warnings: names.warnings,
        }));
    }
    Ok(None)
}

/// Puts the text of a joined cell into each of its cells in this row; a row goes on as far as the last of them.
fn spread(cells: &mut Vec<Cell>, row: u64, merged: &[Range]) {
    for range in merged.iter().filter(|range| range.rows.0 == row) {
        let (first, last) = range.columns;
        let Some(value) = cells.get(first).cloned() else {
            continue;
        };
        for place in (first + 1..=last).take_while(|place| *place < MAX_COLUMNS) {
            if place >= cells.len() {
                cells.resize(place + 1, Cell::Blank);
            }
            cells[place] = value.clone();
        }
    }
}

/// Names, each once.
///
/// # Errors
/// `too_many_columns` {value, limit}.
pub(super) fn unique(names: Vec<String>) -> Result<Vec<String>> {
    read::names(names).map(|names| names.value)
}

/// A cell as the text of a name.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Blank => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Flag(yes) => yes.to_string(),
        Cell::Text(text) => text.clone(),
    }
}
