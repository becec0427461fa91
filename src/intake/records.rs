//! Records as JSON: a list of objects, such a list within an object (`data`, `results`, `value`), or an object a line. What is
//! within each other becomes columns with strokes: `country/id`.

use super::{About, Cell, Choice, Format, MAX_DEPTH, Rows, TableName, Taken};
use crate::codebook::Codebook;
use crate::error::{Error, Result, Warned};
use crate::host;
use crate::json::{self, Value};
use crate::read::MAX_COLUMNS;
use crate::read::header;
use std::collections::{BTreeMap, BTreeSet};

/// What those who hand data out call the list of records, the most telling first.
const LISTS: [&str; 6] = ["data", "results", "records", "value", "features", "rows"];
/// From here a whole number may not be told from its neighbour: such a number is a name, not a quantity.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Takes records in.
///
/// # Errors
/// `no_table`; `unknown_table` {value, options}; `too_deep` {limit}; `too_many_columns` {value, limit}; those of JSON.
pub(super) fn take(bytes: &[u8], choice: &Choice) -> Result<Warned<Taken>> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    let mut tables = match json::read(text) {
        Ok(value) => tables(value),
        Err(error) => vec![(
            String::new(),
            lines(text).map_err(|of_line| of_line.unwrap_or(error))?,
        )],
    };
    let named = tables.iter().any(|(name, _)| !name.is_empty());
    let listed = tables.iter().filter(|_| named).map(|(name, _)| TableName {
        name: name.clone(),
        hidden: false,
    });
    let listed: Vec<TableName> = listed.collect();
    let place = match &choice.table {
        None => {
            let known = |list: &&str| tables.iter().position(|(name, _)| name == list);
            LISTS.iter().find_map(known).unwrap_or(0)
        }
        Some(wanted) => {
            let place = tables.iter().position(|(name, _)| name == wanted);
            let names = listed.iter().map(|table| table.name.as_str());
            place.ok_or_else(|| Error::unknown("unknown_table", wanted, names))?
        }
    };
    if place >= tables.len() {
        return Err(Error::new("no_table"));
    }
    let (name, records) = tables.swap_remove(place);
    let mut columns = Columns::default();
    for record in &records {
        columns.add(record)?;
    }
    let about = About {
        format: Format::Json.name().into(),
        tool: "plain".into(),
        table: named.then_some(name),
        tables: listed,
        header_rows: 1,
        ..About::default()
    };
    let left_out: Vec<String> = columns.left_out.into_iter().collect();
    let warnings = (!left_out.is_empty())
        .then(|| Error::new("records_within_records").with("columns", left_out));
    let names = header::names(columns.names)?.value;
    let rows = Records {
        records: records.into_iter(),
        places: columns.places,
    };
    Ok(Warned {
        value: Taken::new(about, Codebook::default(), names, Box::new(rows)),
        warnings: warnings.into_iter().collect(),
    })
}

/// The lists of objects in a value, by name; the empty name for the value itself.
fn tables(value: Value) -> Vec<(String, Vec<Value>)> {
    let object = |value: &Value| matches!(value, Value::Object(_));
    let records = |list: &[Value]| !list.is_empty() && list.iter().all(object);
    match value {
        // The World Bank gives what the pages are, then the page.
        Value::List(mut parts) => match parts.as_slice() {
            [Value::Object(_), Value::List(list)] if records(list) => match parts.pop() {
                Some(Value::List(list)) => vec![(String::new(), list)],
                _ => Vec::new(),
            },
            list if records(list) => vec![(String::new(), parts)],
            _ => Vec::new(),
        },
        Value::Object(fields) => {
            let lists = fields.into_iter().filter_map(|(name, value)| match value {
                Value::List(list) if records(&list) => Some((name, list)),
                _ => None,
            });
            lists.collect()
        }
        _ => Vec::new(),
    }
}

/// One object a line; without an error of its own where the first line is none.
fn lines(text: &str) -> Result<Vec<Value>, Option<Error>> {
    let mut records = Vec::new();
    for (place, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match json::read(line) {
            Ok(value @ Value::Object(_)) => records.push(value),
            Err(error) if !records.is_empty() => {
                return Err(Some(error.with("line", place + 1)));
            }
            _ => return Err(None),
        }
    }
    Ok(records)
}

/// The columns of records, in the order in which they came.
#[derive(Default)]
struct Columns {
    names: Vec<String>,
    places: BTreeMap<String, usize>,
    /// Lists of objects: what belongs to a record several times does not fit into its row.
    left_out: BTreeSet<String>,
}

impl Columns {
    fn add(&mut self, record: &Value) -> Result<()> {
        flat(record, &mut String::new(), 0, &mut |name, cell| {
            if cell.is_none() {
                self.left_out.insert(name.into());
            } else if !self.places.contains_key(name) {
                self.places.insert(name.into(), self.names.len());
                self.names.push(name.into());
            }
            let columns = self.names.len().max(self.left_out.len());
            if columns > MAX_COLUMNS {
                let error = Error::new("too_many_columns").with("value", columns);
                return Err(error.with("limit", MAX_COLUMNS));
            }
            Ok(())
        })
    }
}

/// Calls `each` with the values of a record by their path; no value for a list of objects.
fn flat(
    value: &Value,
    path: &mut String,
    depth: usize,
    each: &mut dyn FnMut(&str, Option<Cell>) -> Result<()>,
) -> Result<()> {
    if depth > MAX_DEPTH {
        return Err(Error::new("too_deep").with("limit", MAX_DEPTH));
    }
    let cell = match value {
        Value::Object(fields) => {
            let length = path.len();
            for (name, value) in fields {
                if length > 0 {
                    path.push('/');
                }
                path.push_str(name);
                flat(value, path, depth + 1, each)?;
                path.truncate(length);
            }
            return Ok(());
        }
        Value::List(values) => {
            let texts: Option<Vec<String>> = values.iter().map(text).collect();
            texts.map(|texts| words(texts.join(";")))
        }
        Value::Null => Some(Cell::Blank),
        Value::Bool(yes) => Some(Cell::Flag(*yes)),
        Value::Text(text) => Some(words(text.clone())),
        Value::Number(digits) => Some(number(digits)),
    };
    each(path, cell)
}

/// A value of a list, where it is neither a list nor an object.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Number(digits) => Some(digits.clone()),
        Value::Text(text) => Some(text.clone()),
        Value::List(_) | Value::Object(_) => None,
    }
}

fn words(text: String) -> Cell {
    match text.is_empty() {
        true => Cell::Blank,
        false => Cell::Text(text),
    }
}

fn number(digits: &str) -> Cell {
    let number = host::number(digits);
    match number.is_finite() && number.abs() < EXACT {
        true => Cell::Number(number),
        false => Cell::Text(digits.into()),
    }
}

struct Records {
    records: std::vec::IntoIter<Value>,
    places: BTreeMap<String, usize>,
}

impl Rows for Records {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        cells.clear();
        let Some(record) = self.records.next() else {
            return Ok(false);
        };
        cells.resize(self.places.len(), Cell::Blank);
        flat(&record, &mut String::new(), 0, &mut |name, cell| {
            if let (Some(place), Some(cell)) = (self.places.get(name), cell) {
                cells[*place] = cell;
            }
            Ok(())
        })?;
        Ok(true)
    }
}
