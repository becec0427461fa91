//! SPSS's system file, `.sav` and `.zsav`.

mod cases;
mod column;
mod dictionary;
mod extension;
mod sets;

use super::bytes::{Order, damaged};
use super::described::{Budget, Described};
use super::names;
use super::range::Range;
use super::words::Words;
use crate::codebook::{Code, Codebook};
use crate::error::{Error, Result, Warned};
use crate::intake::{About, Cell, Choice, Rows, Taken};
use cases::{Cases, Layout};
pub(super) use column::time;
use column::{Column, Holds};
use dictionary::{Dictionary, Field};
use extension::Extensions;
use std::collections::BTreeMap;

/// Takes a system file in.
///
/// # Errors
/// `damaged_file`, `no_table`, `too_many_columns`, `too_many_rows`, `inflates_too_far`. Warnings: `unknown_encoding`,
/// `duplicate_column`, `unnamed_column`, `missing_range_blank`.
pub(super) fn take(file: Vec<u8>, choice: &Choice) -> Result<Warned<Taken>> {
    let dictionary = Dictionary::read(&file)?;
    dictionary.fits()?;
    let said = Extensions::read(&dictionary, Words::chosen(choice))?;
    let mut read = Columns::read(&dictionary, &said)?;
    let form = (dictionary.order, said.absent, said.words);
    let layout = Layout::of(&dictionary, said.absent, said.cases);
    let mut about = About {
        encoding: said.words.name().map(String::from),
        ..super::about("sav", "spss")
    };
    let weight = dictionary.field_at(dictionary.weight);
    let weight = weight.and_then(|field| read.of_field.get(&field));
    about.weight = weight.and_then(|column| read.names.get(*column).cloned());
    about.multiple = sets::read(&said, &read.names);
    let mut warnings = said.warnings;
    warnings.append(&mut read.warnings);

    let mut cases = Cases::new(file, &layout)?;
    occurring(&mut read, &mut cases, form, &mut warnings)?;
    let described = read.names.iter().zip(read.described);
    let codebook = Codebook {
        variables: described
            .filter_map(|(name, said)| said.variable(name))
            .collect(),
    };
    let rows = Records {
        cases,
        columns: read.columns,
        form,
    };
    Ok(Warned {
        value: Taken::new(about, codebook, read.names, Box::new(rows)),
        warnings,
    })
}

/// The columns with what is said of them.
struct Columns {
    columns: Vec<Column>,
    names: Vec<String>,
    described: Vec<Described>,
    /// Columns by the field that they begin with.
    of_field: BTreeMap<usize, usize>,
    warnings: Vec<Error>,
}

impl Columns {
    fn read(dictionary: &Dictionary, said: &Extensions) -> Result<Columns> {
        let mut columns = Vec::new();
        let mut described = Vec::new();
        let mut given = Vec::new();
        let mut of_field = BTreeMap::new();
        let mut fields = dictionary.fields.iter().enumerate();
        while let Some((index, field)) = fields.next() {
            let mut column = Column::of(field);
            let very_long = said.very_long.get(&said.words.text(field.name));
            if let (255, Some(width @ 256..)) = (field.width, very_long) {
                column.holds = Holds::Text(*width);
                for _ in 1..column::fields(*width) {
                    fields.next().ok_or_else(|| damaged("dictionary"))?;
                }
            }
            of_field.insert(index, columns.len());
            given.push(said.name(field.name));
            described.push(missing(field, &mut column, dictionary.order, said));
            columns.push(column);
        }
        names::count(columns.len())?;
        let names = names::unique(&given);
        let mut read = Columns {
            columns,
            names: names.value,
            described,
            of_field,
            warnings: names.warnings,
        };
        read.labels(dictionary, said)?;
        Ok(read)
    }

    fn labels(&mut self, dictionary: &Dictionary, said: &Extensions) -> Result<()> {
        let mut budget = Budget::new();
        for set in &dictionary.labels {
            for unit in &set.units {
                let field = dictionary.field_at(*unit);
                let Some(at) = field.and_then(|field| self.of_field.get(&field)) else {
                    continue;
                };
                for (value, label) in &set.values {
                    let code = self.columns[*at].code(*value, dictionary.order, said.words);
                    self.described[*at].value(code, said.words.text(label), &mut budget)?;
                }
            }
        }
        let places: BTreeMap<&String, usize> = self.names.iter().zip(0..).collect();
        for (name, value, label) in &said.labels {
            if let Some(at) = places.get(name) {
                let code = Code::Text(said.words.text(value));
                self.described[*at].value(code, said.words.text(label), &mut budget)?;
            }
        }
        for (name, value) in &said.missing {
            if let Some(at) = places.get(name) {
                self.described[*at].missing(Code::Text(said.words.text(value)));
            }
        }
        Ok(())
    }
}

/// A field's label and what it declares missing; a range goes into the column.
fn missing(field: &Field, column: &mut Column, order: Order, said: &Extensions) -> Described {
    let mut described = Described {
        label: said.words.text(field.label),
        ..Described::default()
    };
    let mut single = field.missing.as_slice();
    if let ([low, high, rest @ ..], true) = (single, field.range) {
        column.range = Some(Range::new(order.f64(*low), order.f64(*high)));
        single = rest;
    }
    for value in single {
        described.missing(column.code(*value, order, said.words));
    }
    described
}

/// Names the values within ranges of missing answers that occur: one pass over the records, where a column has such a range.
fn occurring(
    read: &mut Columns,
    cases: &mut Cases,
    (order, absent, _): (Order, f64, Words),
    warnings: &mut Vec<Error>,
) -> Result<()> {
    let columns = read.columns.iter().enumerate();
    let ranged = columns.filter(|(_, column)| column.range.is_some());
    let ranged: Vec<usize> = ranged.map(|(at, _)| at).collect();
    if ranged.is_empty() {
        return Ok(());
    }
    while cases.next()? {
        for at in &ranged {
            let column = &mut read.columns[*at];
            let number = column.number(&cases.case, order, absent);
            if let (Some(number), Some(range)) = (number, &mut column.range) {
                range.see(number);
            }
        }
    }
    cases.rewind();
    for at in ranged {
        let column = &mut read.columns[at];
        if let Some(mut range) = column.range.take() {
            let warning =
                range.settle(&mut read.described[at], |number| column.number_code(number));
            warnings.extend(warning.map(|warning| warning.in_column(&read.names[at])));
            column.range = Some(range);
        }
    }
    Ok(())
}

/// The records as rows.
struct Records {
    cases: Cases,
    columns: Vec<Column>,
    form: (Order, f64, Words),
}

impl Rows for Records {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        if !self.cases.next()? {
            return Ok(false);
        }
        cells.resize(self.columns.len(), Cell::Blank);
        for (cell, column) in cells.iter_mut().zip(&self.columns) {
            column.cell(&self.cases.case, self.form, cell);
        }
        Ok(true)
    }
}
