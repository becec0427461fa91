//! Which program a table comes from, and what its columns mean there.
//!
//! ```text
//! sheets → the one asked for → rows above its names → tool → every record once (profiles) → Plan → Taken
//! ```
//!
//! A tool reads the names and the profiles of the columns and gives a [`Plan`]: columns with short names, labels, value labels,
//! and sets of columns that are one question of several answers. The plan alone decides how a record is written.

mod google_forms;
mod joined;
mod kobo;
mod limesurvey;
mod microsoft_forms;
mod missing;
mod plan;
mod qualtrics;
mod redcap;
mod repeat;
mod shape;
mod shaped;
mod splits;
mod surveymonkey;
mod table;

pub(super) use missing::kind as missing_kind;
pub(super) use repeat::Kin;
pub(super) use table::Top;

use plan::Plan;
use repeat::Line;
use shape::Shape;
use table::Table;

use super::names;
use super::profile::Profile;
use super::rows::Range;
use super::{About, Cell, Choice, Rows, TableName, Taken, book};
use crate::error::{Error, Result, Warned};
use crate::read::number::Marks;

/// Rows that are looked at to find a table's names.
pub(super) const LOOKED_AT: usize = 200;
/// Cells of a table that are looked at: a sheet can say in a few bytes that it has more.
const MAX_SEEN: u64 = 50_000_000;
/// Cells that are held where rows cannot be had again.
const MAX_HELD: usize = 60_000_000;

/// A table of a file: rows that have no names yet.
pub(in crate::intake) struct Sheet {
    pub(in crate::intake) name: String,
    pub(in crate::intake) hidden: bool,
    pub(in crate::intake) rows: Box<dyn Rows>,
    /// How its text was written, where it is text.
    pub(in crate::intake) text: Option<Written>,
}

/// How a text was written.
#[derive(Debug, Clone, Copy)]
pub(in crate::intake) struct Written {
    pub(in crate::intake) delimiter: u8,
    pub(in crate::intake) quoted: bool,
    pub(in crate::intake) marks: Marks,
}

/// A tool that this room knows.
pub(super) struct Tool {
    /// As [`About::tool`] names it.
    name: &'static str,
    /// Whether the first rows of a table are this tool's.
    knows: fn(&Top) -> bool,
    /// Rows that its names take.
    header_rows: usize,
    /// What its columns mean.
    plan: fn(&Table) -> Plan,
}

/// The tools, those that give themselves away most plainly first.
const TOOLS: [Tool; 9] = [
    qualtrics::TOOL,
    kobo::SURVEYCTO,
    kobo::ODK,
    limesurvey::TOOL,
    kobo::KOBO,
    surveymonkey::TOOL,
    redcap::TOOL,
    google_forms::TOOL,
    microsoft_forms::TOOL,
];
/// No tool: the table as it stands.
const PLAIN: Tool = Tool {
    name: "plain",
    knows: |_| true,
    header_rows: 1,
    plan: plain,
};

/// Takes one of a file's tables in: the one that was chosen, or the first that holds something. A file whose
/// sheets are a questionnaire (XLSForm) gives its codebook and no records. `kin` are the tables of the file among which the parents
/// of a repeated group may be; its records have their columns.
///
/// # Errors
/// `unknown_table`, `unknown_tool`, each with the options; `no_table`; `too_many_columns`; what is wrong with the file.
pub(in crate::intake) fn named(
    mut sheets: Vec<Sheet>,
    kin: &[Kin],
    choice: &Choice,
    mut about: About,
) -> Result<Warned<Taken>> {
    let tool = chosen_tool(choice)?;
    if about.tables.is_empty() && sheets.len() > 1 {
        about.tables = sheets.iter().map(table_name).collect();
    }
    if choice.table.is_none()
        && tool.is_none()
        && let Some(form) = book::xlsform::of(&mut sheets)?
    {
        return Ok(form.taken(about));
    }
    let mut peeked = pick(sheets, choice)?;
    about.table = about.table.or_else(|| {
        let listed = !about.tables.is_empty();
        listed.then(|| peeked.name.clone())
    });
    let skipped = names::titles(&peeked.head);
    let top = peeked.top()?;
    let mut tool = match tool {
        Some(tool) => tool,
        None => {
            let tool = recognised(&top);
            // The table of the submissions may have no column of Kobo's but the numbers that its groups refer to.
            match tool.name == PLAIN.name {
                true if top.has(&["_index"]) && kin.iter().any(Kin::is_repeat_of_kobo) => {
                    kobo::KOBO
                }
                true if book::redcap::knows(&top) => {
                    let form = book::redcap::of_rows(&mut peeked, skipped);
                    return form.map(|form| form.taken(about));
                }
                _ => tool,
            }
        }
    };
    let is_form = [kobo::KOBO, kobo::ODK, kobo::SURVEYCTO]
        .iter()
        .any(|form| form.name == tool.name);
    let line = match is_form {
        true => Line::of(&peeked, kin)?,
        false => Line::default(),
    };
    if choice.tool.is_none() {
        tool = line.tool(tool);
    }
    about.skipped = skipped as u64;
    about.tool = tool.name.into();
    let mut shape = Shape::of(&tool, top, &mut peeked, choice)?;
    about.parents = line.join(&mut shape, &tool, choice)?;
    Ok(shape.taken(about))
}

/// Whether a text must be rewritten before the reader takes it: several rows of names, titles above them, a tool's own names, dates
/// by day and month. `complete` when it is not the beginning of a longer one, whose last row may be cut anywhere.
pub(in crate::intake) fn is_special(
    mut rows: Box<dyn Rows>,
    text: Written,
    complete: bool,
) -> bool {
    let mut head = Vec::new();
    // What is wrong with the file is said by whoever reads it.
    let read = read_head(&mut *rows, &mut head, LOOKED_AT);
    if !complete && read.is_ok_and(|more| !more) {
        head.pop();
    }
    let skipped = names::titles(&head);
    let top = Top::new(&head[skipped..], Some(text), &[], skipped);
    if skipped > 0 && head.len() > skipped || top.hxl.is_some() {
        return true;
    }
    let tool = recognised(&top);
    if tool.name != PLAIN.name || book::redcap::knows(&top) {
        return true;
    }
    let mut profiles: Vec<Profile> = Vec::new();
    for row in head.iter().skip(1) {
        profiles.resize_with(profiles.len().max(row.len()), Profile::default);
        for (cell, profile) in row.iter().zip(&mut profiles) {
            profile.see(cell);
        }
    }
    profiles
        .iter()
        .any(|profile| shaped::is_date(profile) || shaped::is_grouped(profile))
}

fn table_name(sheet: &Sheet) -> TableName {
    TableName {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
    }
}

/// The tool that a person named.
fn chosen_tool(choice: &Choice) -> Result<Option<Tool>> {
    let Some(name) = &choice.tool else {
        return Ok(None);
    };
    let mut tools: Vec<Tool> = TOOLS.into();
    tools.push(PLAIN);
    let names: Vec<&str> = tools.iter().map(|tool| tool.name).collect();
    let place = names.iter().position(|known| known == name);
    match place {
        Some(place) => Ok(Some(tools.swap_remove(place))),
        None => Err(Error::unknown("unknown_tool", name, names)),
    }
}

fn recognised(top: &Top) -> Tool {
    let known = TOOLS.into_iter().find(|tool| (tool.knows)(top));
    known.unwrap_or(PLAIN)
}

/// A sheet whose first rows were looked at.
pub(in crate::intake) struct Peeked {
    name: String,
    pub(in crate::intake) head: Vec<Vec<Cell>>,
    pub(in crate::intake) rows: Box<dyn Rows>,
    text: Option<Written>,
}

impl Peeked {
    /// Looks at the first rows of a sheet.
    fn of(mut sheet: Sheet) -> Result<Peeked> {
        let mut head = Vec::new();
        read_head(&mut *sheet.rows, &mut head, LOOKED_AT)?;
        Ok(Peeked {
            name: sheet.name,
            head,
            rows: sheet.rows,
            text: sheet.text,
        })
    }

    /// Its names and the rows below them.
    fn top(&self) -> Result<Top> {
        let skipped = names::titles(&self.head);
        let merged = self.merged(skipped)?;
        Ok(Top::new(&self.head[skipped..], self.text, &merged, skipped))
    }

    /// What is joined in the row of the names, where something may be: it leaves gaps, or ends before the rows below it.
    fn merged(&self, row: usize) -> Result<Vec<Range>> {
        let Some(names) = self.head.get(row) else {
            return Ok(Vec::new());
        };
        let gaps = names.contains(&Cell::Blank);
        let short = self.head[row..]
            .iter()
            .any(|below| below.len() > names.len());
        match gaps || short {
            true => self.rows.merged(),
            false => Ok(Vec::new()),
        }
    }
}

/// Reads up to so many rows; false where there are no more.
pub(in crate::intake) fn read_head(
    rows: &mut dyn Rows,
    head: &mut Vec<Vec<Cell>>,
    limit: usize,
) -> Result<bool> {
    let mut cells = Vec::new();
    while head.len() < limit {
        if !rows.next(&mut cells)? {
            return Ok(false);
        }
        head.push(std::mem::take(&mut cells));
    }
    Ok(true)
}

fn pick(sheets: Vec<Sheet>, choice: &Choice) -> Result<Peeked> {
    let names: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let wanted = match &choice.table {
        None => None,
        Some(name) => {
            let place = names.iter().position(|known| known == name);
            let options = names.iter().map(String::as_str);
            let missing = || Error::unknown("unknown_table", name, options);
            Some(place.ok_or_else(missing)?)
        }
    };
    let mut first = None;
    for (place, sheet) in sheets.into_iter().enumerate() {
        if wanted.is_some_and(|wanted| wanted != place) {
            continue;
        }
        let hidden = sheet.hidden;
        let peeked = Peeked::of(sheet)?;
        let mut cells = peeked.head.iter().flatten();
        let holds = cells.any(|cell| !cell.is_blank());
        if holds && (wanted.is_some() || !hidden) {
            return Ok(peeked);
        }
        if holds && first.is_none() {
            first = Some(peeked);
        }
    }
    first.ok_or_else(|| Error::new("no_table"))
}

/// The table as it stands.
fn plain(table: &Table) -> Plan {
    let mut plan = Plan::default();
    for (at, name) in table.names().into_iter().enumerate() {
        plan.column(name, None, at);
    }
    plan
}
