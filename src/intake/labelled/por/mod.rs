//! SPSS's portable file, `.por`: text in lines of 80 characters, numbers to the base of 30.
//!
//! Layout as GNU PSPP documents it ("Portable File Format" in its developers' guide).

mod text;

use super::bytes::damaged;
use super::cell::written;
use super::described::{Budget, Described, rows};
use super::names;
use super::range::Range;
use super::time::{SPSS_DAYS, Shown, Time};
use super::words::Words;
use crate::codebook::{Code, Codebook};
use crate::error::{Error, Result, Warned};
use crate::intake::{About, Cell, Choice, Rows, Taken};
use std::collections::BTreeMap;
use text::Text;

/// Takes a portable file in.
///
/// # Errors
/// `damaged_file`, `no_table`, `too_many_columns`, `too_many_rows`, `inflates_too_far`. Warnings: `duplicate_column`,
/// `unnamed_column`.
pub(super) fn take(file: Vec<u8>, choice: &Choice) -> Result<Warned<Taken>> {
    let words = Words::chosen(choice).unwrap_or(Words::Either);
    let mut text = Text::new(&file)?;
    drop(file);
    let mut read = Dictionary::default();
    read.records(&mut text, words)?;
    names::count(read.columns.len())?;
    let names = names::unique(&read.given);
    let mut warnings = names.warnings;
    // The records are read twice; the text itself is not copied.
    let begin = text.at();
    warnings.extend(read.occurring(&mut text, &names.value)?);
    text.go(begin);
    let about = About {
        encoding: words.name().map(String::from),
        weight: read
            .given
            .iter()
            .position(|name| Some(name) == read.weight.as_ref())
            .and_then(|index| names.value.get(index).cloned()),
        ..super::about("por", "spss")
    };
    let described = names.value.iter().zip(read.described);
    let codebook = Codebook {
        variables: described
            .filter_map(|(name, said)| said.variable(name))
            .collect(),
    };
    let rows = Records {
        text,
        columns: read.columns,
        words,
        read: 0,
    };
    Ok(Warned {
        value: Taken::new(about, codebook, names.value, Box::new(rows)),
        warnings,
    })
}

/// A column.
struct Column {
    text: bool,
    time: Option<Time>,
    /// Values that are no answer.
    range: Option<Range>,
}

impl Column {
    fn code(&self, value: Value, words: Words) -> Option<Code> {
        Some(match value {
            Value::Absent => return None,
            Value::Text(text) => Code::Text(words.text(&text)),
            Value::Number(number) => self.shown(number).into(),
        })
    }

    fn shown(&self, number: f64) -> Shown {
        match self.time {
            Some(time) => time.shown(number, SPSS_DAYS),
            None => Shown::Number(number),
        }
    }
}

/// A value as it stands in the file.
enum Value {
    Absent,
    Number(f64),
    Text(Vec<u8>),
}

fn value(text: &mut Text, is_text: bool) -> Result<Value> {
    Ok(match is_text {
        true => Value::Text(text.string()?),
        false => text.number()?.map_or(Value::Absent, Value::Number),
    })
}

/// What stands before the records.
#[derive(Default)]
struct Dictionary {
    columns: Vec<Column>,
    given: Vec<String>,
    described: Vec<Described>,
    weight: Option<String>,
}

impl Dictionary {
    fn records(&mut self, text: &mut Text, words: Words) -> Result<()> {
        let mut budget = Budget::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        loop {
            match text.byte().ok_or_else(|| damaged("dictionary"))? {
                // Program, author, remark.
                b'1' | b'2' | b'3' => {
                    text.string()?;
                }
                // How many columns; digits of a number.
                b'4' | b'5' => {
                    text.count()?;
                }
                b'6' => self.weight = Some(words.text(&text.string()?)),
                b'7' => {
                    let width = text.count()?;
                    let name = words.text(&text.string()?);
                    let format = text.count()?;
                    for _ in 0..5 {
                        text.count()?;
                    }
                    places.insert(name.clone(), self.columns.len());
                    self.given.push(name);
                    self.described.push(Described::default());
                    self.columns.push(Column {
                        text: width > 0,
                        time: u8::try_from(format).ok().and_then(super::sav::time),
                        range: None,
                    });
                }
                b'8' => {
                    let (column, described) = self.last()?;
                    let code = column.code(value(text, column.text)?, words);
                    code.into_iter().for_each(|code| described.missing(code));
                }
                tag @ (b'9' | b'A' | b'B') => {
                    let (column, _) = self.last()?;
                    let end = |text: &mut Text| match value(text, column.text)? {
                        Value::Number(number) => Ok(number),
                        _ => Err(damaged("dictionary")),
                    };
                    let (low, high) = match tag {
                        b'9' => (f64::MIN, end(text)?),
                        b'A' => (end(text)?, f64::MAX),
                        _ => (end(text)?, end(text)?),
                    };
                    column.range = Some(Range::new(low, high));
                }
                b'C' => {
                    let label = words.text(&text.string()?);
                    self.last()?.1.label = label;
                }
                b'D' => self.labels(text, words, &places, &mut budget)?,
                b'E' => {
                    for _ in 0..text.count()? {
                        text.string()?;
                    }
                }
                b'F' => return Ok(()),
                _ => return Err(damaged("dictionary")),
            }
        }
    }

    /// The column that was described last.
    fn last(&mut self) -> Result<(&mut Column, &mut Described)> {
        let last = self.columns.last_mut().zip(self.described.last_mut());
        last.ok_or_else(|| damaged("dictionary"))
    }

    fn labels(
        &mut self,
        text: &mut Text,
        words: Words,
        places: &BTreeMap<String, usize>,
        budget: &mut Budget,
    ) -> Result<()> {
        let mut of = Vec::new();
        for _ in 0..text.count()? {
            let place = places.get(&words.text(&text.string()?));
            of.push(*place.ok_or_else(|| damaged("dictionary"))?);
        }
        let is_text = of.first().is_some_and(|place| self.columns[*place].text);
        for _ in 0..text.count()? {
            let value = value(text, is_text)?;
            let label = words.text(&text.string()?);
            for place in &of {
                let code = match &value {
                    Value::Absent => continue,
                    Value::Text(text) => Code::Text(words.text(text)),
                    Value::Number(number) => self.columns[*place].shown(*number).into(),
                };
                self.described[*place].value(code, label.clone(), budget)?;
            }
        }
        Ok(())
    }

    /// Names the values within ranges of missing answers that occur.
    fn occurring(&mut self, text: &mut Text, names: &[String]) -> Result<Vec<Error>> {
        let mut warnings = Vec::new();
        if self.columns.iter().all(|column| column.range.is_none()) {
            return Ok(warnings);
        }
        while !text.ended() {
            for column in &mut self.columns {
                let value = value(text, column.text)?;
                if let (Value::Number(number), Some(range)) = (value, &mut column.range) {
                    range.see(number);
                }
            }
        }
        let described = self.described.iter_mut().zip(names);
        for (column, (described, name)) in self.columns.iter_mut().zip(described) {
            if let Some(mut range) = column.range.take() {
                let warning = range.settle(described, |number| column.shown(number).into());
                warnings.extend(warning.map(|warning| warning.in_column(name)));
                column.range = Some(range);
            }
        }
        Ok(warnings)
    }
}

/// The records as rows.
struct Records {
    text: Text,
    columns: Vec<Column>,
    words: Words,
    read: u64,
}

impl Rows for Records {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        if self.text.ended() {
            return Ok(false);
        }
        self.read = rows(self.read + 1)?;
        cells.resize(self.columns.len(), Cell::Blank);
        for (cell, column) in cells.iter_mut().zip(&self.columns) {
            let value = value(&mut self.text, column.text);
            match value.map_err(|error| error.in_row(self.read + 1))? {
                Value::Absent => *cell = Cell::Blank,
                Value::Number(number) => {
                    let out = column
                        .range
                        .as_ref()
                        .is_some_and(|range| range.leaves_out(number));
                    *cell = if out {
                        Cell::Blank
                    } else {
                        column.shown(number).into()
                    };
                }
                Value::Text(text) => written(cell, &text, self.words),
            }
        }
        Ok(true)
    }
}
