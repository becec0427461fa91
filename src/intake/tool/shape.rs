//! A table under its names, with what its tool says of them.

use super::plan::{Column, Plan, Take, text};
use super::shaped::{self, Shaped};
use super::table::{Table, Top};
use super::{Peeked, Tool};
use crate::codebook::{Code, Codebook, Variable};
use crate::error::{Error, Result, Warned};
use crate::intake::{About, Choice, Multiple, Taken};
use crate::read::MAX_COLUMNS;
use crate::read::header;
use std::collections::BTreeMap;

/// A table under its new names, its records still to come.
pub(super) struct Shape {
    pub(super) names: Vec<String>,
    pub(super) variables: Vec<Variable>,
    pub(super) multiple: Vec<Multiple>,
    pub(super) warnings: Vec<Error>,
    pub(super) rows: Shaped,
    languages: Vec<String>,
    header_rows: u64,
    /// The names that the file has.
    given: Vec<String>,
}

impl Shape {
    /// What a tool makes of a table, every record of which is looked at.
    ///
    /// # Errors
    /// `too_many_columns`; `table_too_large`; what is wrong with the file.
    pub(super) fn of(tool: &Tool, top: Top, peeked: &mut Peeked, choice: &Choice) -> Result<Shape> {
        let table = Table::of(tool, top, peeked)?;
        let mut plan = (tool.plan)(&table);
        plan.part(&choice.several, &table);
        // A column that nobody named and nobody filled is the delimiter at the end of each line.
        plan.columns.retain(|column| match column.take {
            Take::Cell(at) => !column.name.is_empty() || table.profile(at).filled > 0,
            Take::Item { .. } => true,
        });
        let names = plan.columns.iter().map(|column| column.name.clone());
        let named = header::names(names.collect())?;
        let mut warnings = named.warnings;
        let names = named.value;
        let marks = peeked.text.map(|text| text.marks);
        let casts = shaped::casts(&plan, &table, &names, marks, &mut warnings);
        ragged(&table, peeked.text.is_some(), &mut warnings);
        if table.notes > 0 {
            warnings.push(Error::new("notes_left_out").with("n", table.notes));
        }
        warnings.append(&mut plan.warnings);
        warnings.extend(peeked.rows.warnings());
        let variables = plan.columns.iter().zip(&names);
        let variables = variables.filter_map(|(column, name)| variable(column, name));
        Ok(Shape {
            variables: variables.collect(),
            multiple: multiple(&plan, &names),
            names,
            warnings,
            languages: std::mem::take(&mut plan.languages),
            header_rows: table.header_rows as u64,
            given: table.names(),
            rows: Shaped::of(plan, table, casts),
        })
    }

    /// The column that the file gives this name.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        let is = |given: &String| given.eq_ignore_ascii_case(name);
        self.given.iter().position(is)
    }

    /// The new name of a column of the file.
    pub(super) fn column(&self, at: Option<usize>) -> Option<&String> {
        let is = |take: &Take| *take == Take::Cell(at.unwrap_or(usize::MAX));
        self.names.get(self.rows.takes().iter().position(is)?)
    }

    /// Gives its columns and its questions of several answers other names.
    pub(super) fn rename(&mut self, other: &mut dyn FnMut(&str) -> String) {
        let mut places = BTreeMap::new();
        let mut others = Vec::new();
        let sets = self.multiple.iter().map(|set| &set.name);
        for name in self.names.iter().chain(sets) {
            places.insert(name.clone(), others.len());
            others.push(other(name));
        }
        let columns = self.names.iter_mut();
        let described = self.variables.iter_mut().map(|variable| &mut variable.name);
        let told = self.warnings.iter_mut();
        let told = told.filter_map(|warning| warning.place.column.as_mut());
        let sets = self.multiple.iter_mut();
        let sets = sets.flat_map(|set| set.items.iter_mut().chain([&mut set.name]));
        for name in columns.chain(described).chain(told).chain(sets) {
            if let Some(place) = places.get(name) {
                name.clone_from(&others[*place]);
            }
        }
    }

    /// Adds the columns of another table; their names are told apart already.
    ///
    /// # Errors
    /// `too_many_columns`.
    pub(super) fn append(&mut self, other: &mut Shape) -> Result<()> {
        self.names.extend_from_slice(&other.names);
        self.variables.append(&mut other.variables);
        self.multiple.append(&mut other.multiple);
        self.warnings.append(&mut other.warnings);
        match self.names.len() > MAX_COLUMNS {
            true => Err(header::too_many(self.names.len())),
            false => Ok(()),
        }
    }

    /// The table with what was recognised of it.
    pub(super) fn taken(mut self, mut about: About) -> Warned<Taken> {
        about.header_rows = self.header_rows;
        about.multiple = self.multiple;
        about.languages.append(&mut self.languages);
        let codebook = Codebook {
            variables: self.variables,
        };
        Warned {
            value: Taken::new(about, codebook, self.names, Box::new(self.rows)),
            warnings: self.warnings,
        }
    }
}

fn variable(column: &Column, name: &str) -> Option<Variable> {
    let label = column.label.as_deref().filter(|label| *label != name);
    let told = label.is_some() || !column.values.is_empty() || !column.missing.is_empty();
    told.then(|| Variable {
        name: name.into(),
        label: label.map(text),
        values: column.values.clone(),
        missing: column.missing.clone(),
    })
}

fn multiple(plan: &Plan, names: &[String]) -> Vec<Multiple> {
    let sets = plan.sets.iter().enumerate();
    sets.map(|(place, set)| {
        let of_set =
            |column: &Column| matches!(column.take, Take::Item { set, .. } if set == place);
        let items = plan.columns.iter().zip(names);
        let items = items.filter(|(column, _)| of_set(column));
        Multiple {
            name: set.name.clone(),
            label: set.label.as_deref().map(text),
            items: items.map(|(_, name)| name.clone()).collect(),
            selected: None,
            not_shown: set
                .not_shown
                .map(|value| Code::Text(value.into()))
                .into_iter()
                .collect(),
        }
    })
    .collect()
}

/// Rows that do not have one cell a column. A workbook leaves blank cells away; a text does not.
fn ragged(table: &Table, text: bool, warnings: &mut Vec<Error>) {
    let columns = table.profiles.len();
    for (code, (n, first)) in [("short_rows", table.short), ("long_rows", table.long)] {
        if n > 0 && text {
            warnings.push(
                Error::new(code)
                    .in_row(first)
                    .with("n", n)
                    .with("columns", columns),
            );
        }
    }
}
