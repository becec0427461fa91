//! XLSForm: the questionnaire of KoboToolbox, ODK and SurveyCTO, in sheets `survey`, `choices` and `settings`.
//!
//! Columns, types and their aliases: the XLSForm standard and pyxform's `aliases.py`.

use super::{Book, languages};
use crate::codebook::{Code, MissingCode, ValueLabel, Variable};
use crate::error::{Error, Result};
use crate::intake::names::readable;
use crate::intake::tool::{Sheet, missing_kind};
use crate::intake::{Cell, Multiple, Rows};
use crate::locale::Text;
use std::collections::BTreeMap;

/// Most rows of a form's sheet.
const MAX_ROWS: usize = 200_000;

/// What a sheet is read into: names of its columns, and its rows.
#[derive(Default)]
struct Grid {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// What is asked in a row of `survey`.
enum Asked<'a> {
    /// One choice of a list.
    One(&'a str, bool),
    /// Several choices of a list.
    Several(&'a str, bool),
    /// A value.
    Value,
    /// Nothing that a column holds.
    Nothing,
}

/// The form that sheets are, if they are one; the sheets are left as they were if not.
///
/// # Errors
/// `too_many_rows`; what is wrong with the file.
pub(in crate::intake) fn of(sheets: &mut [Sheet]) -> Result<Option<Book>> {
    let place = |name: &str| {
        sheets
            .iter()
            .position(|sheet| sheet.name.trim().eq_ignore_ascii_case(name))
    };
    let (Some(survey), choices) = (place("survey"), place("choices")) else {
        return Ok(None);
    };
    let settings = place("settings");
    if choices.is_none() && settings.is_none() {
        return Ok(None);
    }
    let Some(survey) = grid(&mut sheets[survey], Some(["type", "name"]))? else {
        return Ok(None);
    };
    let mut other = |place: Option<usize>| -> Result<Grid> {
        match place {
            Some(place) => Ok(grid(&mut sheets[place], None)?.unwrap_or_default()),
            None => Ok(Grid::default()),
        }
    };
    let (choices, settings) = (other(choices)?, other(settings)?);
    Ok(Some(form(&survey, &choices, &settings)))
}

/// Reads a sheet; none, and nothing taken from it, where its first row has not the columns wanted.
fn grid(sheet: &mut Sheet, wanted: Option<[&str; 2]>) -> Result<Option<Grid>> {
    let mut cells = Vec::new();
    let mut grid = Grid::default();
    let mut first = Vec::new();
    while sheet.rows.next(&mut cells)? {
        first.push(cells.clone());
        if cells.iter().any(|cell| !cell.is_blank()) {
            break;
        }
    }
    let shown = |cells: &[Cell]| -> Vec<String> {
        cells.iter().map(|cell| cell.shown().into_owned()).collect()
    };
    grid.head = shown(&cells).iter().map(|name| column(name)).collect();
    let has = |name: &&str| grid.head.iter().any(|column| column == *name);
    if !wanted.iter().flatten().all(has) {
        let rest = std::mem::replace(&mut sheet.rows, Box::new(super::NoRows));
        sheet.rows = Box::new(Chained {
            first: first.into_iter(),
            rest,
        });
        return Ok(None);
    }
    while sheet.rows.next(&mut cells)? {
        if grid.rows.len() == MAX_ROWS {
            return Err(Error::new("too_many_rows").with("limit", MAX_ROWS));
        }
        grid.rows.push(shown(&cells));
    }
    Ok(Some(grid))
}

/// Rows that were looked at, and those after them.
struct Chained {
    first: std::vec::IntoIter<Vec<Cell>>,
    rest: Box<dyn Rows>,
}

impl Rows for Chained {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        match self.first.next() {
            Some(row) => {
                *cells = row;
                Ok(true)
            }
            None => self.rest.next(cells),
        }
    }
}

/// A column's name without its aliases: `Caption` is `label`, `list name` is `list_name`. A label's language stays behind `::`.
fn column(name: &str) -> String {
    let name = name.trim();
    let (base, language) = match name.split_once("::").or_else(|| name.split_once(':')) {
        Some((base, language)) => (base.trim(), Some(language.trim())),
        None => (name, None),
    };
    let base = base.to_ascii_lowercase().replace(' ', "_");
    let base = match base.as_str() {
        "caption" => "label",
        "command" => "type",
        "tag" | "value" => "name",
        other => other,
    };
    match language {
        Some(language) => format!("{base}::{language}"),
        None => base.into(),
    }
}

impl Grid {
    fn cell<'a>(&self, row: &'a [String], name: &str) -> &'a str {
        let place = self.head.iter().position(|column| column == name);
        place
            .and_then(|place| row.get(place))
            .map_or("", String::as_str)
    }

    /// The label of a row in each of its languages; what has no language is in the default one.
    fn label(&self, row: &[String], default: Option<&str>) -> Option<Text> {
        let texts = self.head.iter().zip(row).filter_map(|(column, cell)| {
            let language = match column.strip_prefix("label") {
                Some("") => default.map(String::from),
                Some(rest) => Some(languages::code(rest.strip_prefix("::")?)),
                None => return None,
            };
            Some((language, readable(cell)))
        });
        languages::text(texts)
    }

    fn languages(&self) -> impl Iterator<Item = String> {
        let labels = self
            .head
            .iter()
            .filter_map(|column| column.strip_prefix("label::"));
        labels.map(languages::code)
    }
}

fn asked(kind: &str) -> Asked<'_> {
    const SEVERAL: [&str; 7] = [
        "select multiple from file ",
        "select multiple from ",
        "select multiple ",
        "select all that apply from ",
        "select all that apply ",
        "add select multiple prompt using ",
        "rank ",
    ];
    const ONE: [&str; 7] = [
        "select one from file ",
        "select one external ",
        "select one from ",
        "select one ",
        "select1 ",
        "add select one prompt using ",
        "cascading select ",
    ];
    const NOTHING: [&str; 8] = [
        "begin",
        "end group",
        "end repeat",
        "end loop",
        "end lgroup",
        "note",
        "audit",
        "xml external",
    ];
    let kind = kind.trim();
    let words = kind.to_ascii_lowercase().replace('_', " ");
    let list = |prefixes: &[&str]| {
        let prefix = prefixes.iter().find(|prefix| words.starts_with(**prefix))?;
        let rest = kind.get(prefix.len()..)?.trim();
        let other = words.ends_with(" or other") || words.ends_with(" or specify other");
        Some((rest.split_whitespace().next().unwrap_or(rest), other))
    };
    if let Some((list, other)) = list(&SEVERAL) {
        return Asked::Several(list, other);
    }
    if let Some((list, other)) = list(&ONE) {
        return Asked::One(list, other);
    }
    let nothing = words.is_empty() || NOTHING.iter().any(|start| words.starts_with(start));
    if nothing {
        Asked::Nothing
    } else {
        Asked::Value
    }
}

fn form(survey: &Grid, choices: &Grid, settings: &Grid) -> Book {
    let default = settings
        .rows
        .first()
        .map(|row| settings.cell(row, "default_language"));
    let default = default.filter(|name| !name.is_empty()).map(languages::code);
    let default = default.as_deref();
    let mut lists: BTreeMap<&str, Vec<ValueLabel>> = BTreeMap::new();
    for row in &choices.rows {
        let (list, name) = (choices.cell(row, "list_name"), choices.cell(row, "name"));
        if !list.is_empty() && !name.is_empty() {
            let label = choices.label(row, default);
            lists.entry(list).or_default().push(ValueLabel {
                code: Code::Text(name.into()),
                label: label.unwrap_or_else(|| Text::Plain(name.into())),
            });
        }
    }
    let mut book = Book {
        format: "xlsform",
        ..Book::default()
    };
    for row in &survey.rows {
        let name = survey.cell(row, "name");
        let label = survey.label(row, default);
        let variables = &mut book.codebook.variables;
        match asked(survey.cell(row, "type")) {
            _ if name.is_empty() => {}
            Asked::Nothing => {}
            Asked::Value => variables.push(variable(name, label, Vec::new())),
            Asked::One(list, other) => {
                variables.push(variable(name, label, values(&lists, list, other)));
                if other {
                    variables.push(variable(&format!("{name}_other"), None, Vec::new()));
                }
            }
            Asked::Several(list, other) => {
                let values = values(&lists, list, other);
                let item = |value: &ValueLabel| format!("{name}/{}", value.code.to_text());
                book.multiple.push(Multiple {
                    name: name.into(),
                    label: label.clone(),
                    items: values.iter().map(item).collect(),
                    not_shown: Vec::new(),
                    selected: None,
                });
                variables.push(variable(name, label, Vec::new()));
                for value in &values {
                    variables.push(variable(
                        &item(value),
                        Some(value.label.clone()),
                        Vec::new(),
                    ));
                }
                if other {
                    variables.push(variable(&format!("{name}_other"), None, Vec::new()));
                }
            }
        }
    }
    for language in survey
        .languages()
        .chain(choices.languages())
        .chain(default.map(String::from))
    {
        if !book.languages.contains(&language) {
            book.languages.push(language);
        }
    }
    book
}

fn values(lists: &BTreeMap<&str, Vec<ValueLabel>>, list: &str, other: bool) -> Vec<ValueLabel> {
    let mut values = lists.get(list).cloned().unwrap_or_default();
    if other && !values.iter().any(|value| value.code.to_text() == "other") {
        values.push(ValueLabel {
            code: Code::Text("other".into()),
            label: Text::Plain("other".into()),
        });
    }
    values
}

/// A variable, the choices that say why there is no answer being missing.
pub(super) fn variable(name: &str, label: Option<Text>, values: Vec<ValueLabel>) -> Variable {
    let missing = values.iter().filter_map(|value| {
        let kinds = match &value.label {
            Text::Plain(text) => missing_kind(text),
            Text::Languages(texts) => texts.values().find_map(|text| missing_kind(text)),
        };
        Some(MissingCode {
            code: value.code.clone(),
            kind: kinds?,
        })
    });
    Variable {
        name: name.into(),
        label,
        missing: missing.collect(),
        values,
    }
}
