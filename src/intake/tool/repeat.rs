//! Repeated groups: each record of such a table belongs to a record of another table of the same file, and has the columns of that one
//! too, up to the submission.
//!
//! Layouts: sheets of KoboToolbox name their parent (`_parent_table_name`) and the record's number in it (`_parent_index`, `_index`);
//! files of ODK Central and SurveyCTO have the parent's `KEY` as `PARENT_KEY`, and any other file may be the one that holds it.

use super::shape::Shape;
use super::{MAX_HELD, Peeked, Sheet, Tool, kobo, names};
use crate::error::{Error, Result};
use crate::intake::{Cell, Choice, Parent};
use std::collections::{BTreeMap, BTreeSet};

/// Most groups that may stand within each other.
const MAX_LEVELS: usize = 16;
/// Letters after which Excel cuts the name of a sheet.
const CUT: usize = 31;
/// Bytes of text that weigh as much as a cell does.
const WEIGHT: usize = size_of::<Cell>();

/// A table beside the one that is taken: its parent may be among them.
pub(in crate::intake) struct Kin {
    /// As the file lists it.
    pub(in crate::intake) name: String,
    /// Whether it is a file of text.
    pub(in crate::intake) is_text: bool,
    /// Opens it; it may be opened several times.
    pub(in crate::intake) open: Box<dyn Fn() -> Result<Sheet>>,
}

/// The columns that tie a repeated group to its parent.
struct Tie {
    /// The key of a record in its own table.
    own: &'static str,
    /// The key of its parent.
    parent: &'static str,
    /// The name of its parent's table.
    table: Option<&'static str>,
}

const TIES: [Tie; 2] = [
    Tie {
        own: "_index",
        parent: "_parent_index",
        table: Some("_parent_table_name"),
    },
    Tie {
        own: "KEY",
        parent: "PARENT_KEY",
        table: None,
    },
];

/// The tables above a repeated group, the nearest first.
#[derive(Default)]
pub(super) struct Line {
    above: Vec<(&'static Tie, Peeked)>,
    /// What was looked for where the next one above is not in the file.
    lost: Option<String>,
}

/// A table above, its records by their keys.
pub(super) struct Level {
    /// Where a record stands in `records`.
    places: BTreeMap<String, usize>,
    records: Vec<Record>,
    width: usize,
}

struct Record {
    cells: Vec<Cell>,
    /// The key of the record above; empty at the top.
    above: String,
}

impl Kin {
    /// Whether a workbook of KoboToolbox has it as a repeated group. What cannot be read is none.
    pub(super) fn is_repeat_of_kobo(&self) -> bool {
        let peeked = self.peeked();
        peeked.is_ok_and(|peeked| TIES[0].is_of(&peeked))
    }

    fn peeked(&self) -> Result<Peeked> {
        Peeked::of((self.open)()?)
    }
}

impl Tie {
    /// Whether a table is a repeated group that is tied so.
    fn is_of(&self, peeked: &Peeked) -> bool {
        let has = |name| place(peeked, name).is_some();
        has(self.parent) && self.table.is_none_or(has)
    }
}

impl Line {
    /// Finds the tables above one among the others of its file. Each stands once in the line, so that tables that name each other end it.
    ///
    /// # Errors
    /// What is wrong with a table that is above.
    pub(super) fn of(first: &Peeked, kin: &[Kin]) -> Result<Line> {
        let mut line = Line::default();
        let mut seen = vec![first.name.clone()];
        loop {
            let below = line.above.last().map_or(first, |(_, peeked)| peeked);
            let Some(tie) = TIES.iter().find(|tie| tie.is_of(below)) else {
                return Ok(line);
            };
            let (sought, found) = match tie.table {
                Some(table) => {
                    let sought = values(below, table).next().unwrap_or_default();
                    let found = by_name(&sought, kin);
                    (sought, found)
                }
                None => {
                    let keys: BTreeMap<String, usize> =
                        values(below, tie.parent).zip(0..).collect();
                    let found = by_keys(&keys, tie.own, kin, &seen);
                    (keys.into_keys().next().unwrap_or_default(), found)
                }
            };
            let found = found.filter(|found| !seen.contains(&found.name));
            let found = match found {
                Some(found) if seen.len() <= MAX_LEVELS => Some(found.peeked()?),
                _ => None,
            };
            match found.filter(|found| place(found, tie.own).is_some()) {
                Some(found) => {
                    seen.push(found.name.clone());
                    line.above.push((tie, found));
                }
                None => {
                    // Where no record names a parent there is none to be found.
                    line.lost = Some(sought).filter(|sought| !sought.is_empty());
                    return Ok(line);
                }
            }
        }
    }

    /// The tool of a repeated group, by the table at the top: SurveyCTO's groups look like those of ODK.
    pub(super) fn tool(&self, tool: Tool) -> Tool {
        let top = self.above.last().map(|(_, peeked)| peeked);
        match top
            .is_some_and(|top| tool.name == kobo::ODK.name && place(top, kobo::VERSION).is_some())
        {
            true => kobo::SURVEYCTO,
            false => tool,
        }
    }

    /// Ties the records of a table to those above, whose columns come after its own. A name that is taken gets that of its table:
    /// `trees/_index`. Of two records with one key the first counts.
    ///
    /// # Errors
    /// `table_too_large` where the tables above do not fit into memory; `too_many_columns`; what is wrong with them.
    pub(super) fn join(
        self,
        shape: &mut Shape,
        tool: &Tool,
        choice: &Choice,
    ) -> Result<Vec<Parent>> {
        if let Some(lost) = self.lost {
            let warning = Error::new("parent_not_found").with("value", lost);
            shape.warnings.push(warning);
        }
        let sets = shape.multiple.iter().map(|set| &set.name);
        let mut taken: BTreeSet<String> = shape.names.iter().chain(sets).cloned().collect();
        let mut parents = Vec::new();
        let mut held = 0;
        let ties: Vec<&Tie> = self.above.iter().map(|(tie, _)| *tie).collect();
        if let Some(tie) = ties.first() {
            shape.rows.link = shape.place(tie.parent);
        }
        for (at, (tie, mut peeked)) in self.above.into_iter().enumerate() {
            let top = peeked.top()?;
            let mut above = Shape::of(tool, top, &mut peeked, choice)?;
            let key = above.place(tie.own);
            let next = ties.get(at + 1).and_then(|tie| above.place(tie.parent));
            let level = Level::read(&mut above, key, next, &mut held)?;
            shape.rows.levels.push(level);
            let title = title(&peeked.name, peeked.text.is_some());
            above.rename(&mut |name| free(name, title, &mut taken));
            // What is odd about whole rows of that table is nothing that a person sees here.
            above.warnings.retain(|warning| {
                warning.place.column.is_some() || warning.code == "unanswered_looks_like_no"
            });
            let key = above.column(key).cloned().unwrap_or_default();
            shape.append(&mut above)?;
            parents.push(Parent {
                table: peeked.name,
                key,
                columns: above.names,
            });
        }
        Ok(parents)
    }
}

impl Level {
    /// Holds every record of a table by its key. `held` counts cells; long texts count as several.
    fn read(
        shape: &mut Shape,
        key: Option<usize>,
        above: Option<usize>,
        held: &mut usize,
    ) -> Result<Level> {
        let mut level = Level {
            places: BTreeMap::new(),
            records: Vec::new(),
            width: shape.names.len(),
        };
        let mut cells = Vec::new();
        while shape.rows.next_record(&mut cells)? {
            let key = shape.rows.shown(key);
            if key.is_empty() || level.places.contains_key(&key) {
                continue;
            }
            let texts = cells.iter().map(|cell| match cell {
                Cell::Text(text) => text.len(),
                _ => 0,
            });
            *held += cells.len() + texts.sum::<usize>() / WEIGHT + 1;
            if *held > MAX_HELD {
                return Err(Error::new("table_too_large").with("limit", MAX_HELD));
            }
            let record = Record {
                cells: std::mem::take(&mut cells),
                above: shape.rows.shown(above),
            };
            level.places.insert(key, level.records.len());
            level.records.push(record);
        }
        Ok(level)
    }
}

/// Adds the cells of the records above to those of a record; whether all are there.
pub(super) fn append(levels: &[Level], key: &str, cells: &mut Vec<Cell>) -> bool {
    let mut key = key;
    let mut all = true;
    for level in levels {
        match level.places.get(key) {
            Some(place) => {
                let record = &level.records[*place];
                cells.extend_from_slice(&record.cells);
                key = &record.above;
            }
            None => {
                cells.resize(cells.len() + level.width, Cell::Blank);
                key = "";
                all = false;
            }
        }
    }
    all
}

/// The table of a name: that very one, or one whose name was cut. Marks that a sheet's name cannot have do not count. Where none
/// has it nothing is guessed: numbers of records fit any table.
fn by_name<'a>(sought: &str, kin: &'a [Kin]) -> Option<&'a Kin> {
    let plain = |name: &str| name.replace(['[', ']', ':', '*', '?', '/', '\\'], "_");
    let sought = plain(sought);
    let title = |kin: &Kin| plain(title(&kin.name, kin.is_text));
    let cut = |kin: &&Kin| {
        let title = title(kin);
        let stem = match title.find("...") {
            Some(at) if at > 0 => &title[..at],
            None if title.encode_utf16().count() >= CUT => &title,
            _ => return false,
        };
        sought.starts_with(stem)
    };
    let exact = kin.iter().find(|kin| title(kin) == sought);
    exact.or_else(|| kin.iter().find(cut))
}

/// The table that holds most of these keys. What cannot be read holds none.
fn by_keys<'a>(
    keys: &BTreeMap<String, usize>,
    own: &str,
    kin: &'a [Kin],
    seen: &[String],
) -> Option<&'a Kin> {
    let mut best = (0, None);
    for kin in kin.iter().filter(|kin| !seen.contains(&kin.name)) {
        let n = held(keys, own, kin).unwrap_or_default();
        if n > best.0 {
            best = (n, Some(kin));
        }
        if n == keys.len() {
            break;
        }
    }
    best.1
}

/// How many of these keys a table holds.
fn held(keys: &BTreeMap<String, usize>, own: &str, kin: &Kin) -> Result<usize> {
    let mut peeked = kin.peeked()?;
    let Some((_, at)) = place(&peeked, own) else {
        return Ok(0);
    };
    let mut left: Vec<usize> = keys.values().copied().collect();
    let mut cells = Vec::new();
    let mut head = std::mem::take(&mut peeked.head).into_iter();
    while !left.is_empty() {
        match head.next() {
            Some(row) => cells = row,
            None if peeked.rows.next(&mut cells)? => {}
            None => break,
        }
        let key = cells.get(at).map(Cell::shown).unwrap_or_default();
        if let Some(key) = keys.get(key.as_ref()) {
            left.retain(|left| left != key);
        }
    }
    Ok(keys.len() - left.len())
}

/// The row of the names, and the column of a name.
fn place(peeked: &Peeked, name: &str) -> Option<(usize, usize)> {
    let row = names::titles(&peeked.head);
    let is = |cell: &Cell| cell.shown().eq_ignore_ascii_case(name);
    let at = peeked.head.get(row)?.iter().position(is)?;
    Some((row, at))
}

/// What stands below a name in the first rows, without HXL hashtags.
fn values(peeked: &Peeked, name: &str) -> impl Iterator<Item = String> {
    let place = place(peeked, name);
    let rows = place.into_iter().flat_map(|(row, at)| {
        peeked.head[row + 1..]
            .iter()
            .filter_map(move |row| row.get(at))
    });
    let values = rows.map(|cell| cell.shown().into_owned());
    values.filter(|value| !value.is_empty() && !value.starts_with('#'))
}

/// A table's name as a repeated group has it: a file's without folders and ending.
fn title(name: &str, is_text: bool) -> &str {
    match is_text {
        true => {
            let file = name.rsplit('/').next().unwrap_or(name);
            file.rsplit_once('.').map_or(file, |(stem, _)| stem)
        }
        false => name,
    }
}

/// A name that no column has yet.
fn free(name: &str, title: &str, taken: &mut BTreeSet<String>) -> String {
    let mut free = name.to_string();
    for n in 1.. {
        if taken.insert(free.clone()) {
            break;
        }
        free = match n {
            1 => format!("{title}/{name}"),
            _ => format!("{title}/{name}_{n}"),
        };
    }
    free
}
