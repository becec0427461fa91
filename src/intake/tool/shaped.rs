//! A plan carried out: records as the reader takes them.

use super::plan::{Kind, Plan, Set, Take};
use super::repeat::{self, Level};
use super::splits::flag;
use super::table::Table;
use crate::error::{Error, Result};
use crate::intake::dates::{self, Order, Verdict};
use crate::intake::profile::Profile;
use crate::intake::{Cell, Rows};
use crate::read::number::{Marks, Reading, read};

/// What a cell of a column becomes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cast {
    /// Itself.
    Keep,
    /// A date in ISO 8601.
    Date(Order),
    /// A number without groups.
    Grouped(Marks),
    /// A number with `.` before its tenths.
    Number(Marks),
}

/// The marks of numbers in a file that says nothing of them.
const POINT: Marks = Marks {
    decimal: b'.',
    thousands: None,
};

/// Whether a column holds dates that are not in ISO 8601.
pub(super) fn is_date(profile: &Profile) -> bool {
    !matches!(
        profile.dates.verdict(profile.filled),
        Verdict::NoDates | Verdict::Mixed
    )
}

/// Whether a column holds numbers in groups that the reader does not know.
pub(super) fn is_grouped(profile: &Profile) -> bool {
    profile.grouped > 0
        && profile.grouped + profile.numbers == profile.filled
        && profile.numbers + profile.fractions > 0
}

/// What becomes of the cells of each column of the table. Where a column's dates can be read both ways, the other columns decide;
/// where none does, the day comes first, unless half-day hours show a North American file.
pub(super) fn casts(
    plan: &Plan,
    table: &Table,
    names: &[String],
    marks: Option<Marks>,
    warnings: &mut Vec<Error>,
) -> Vec<Cast> {
    let sum = |count: fn(&Profile) -> u64| table.profiles.iter().map(count).sum::<u64>();
    let days = sum(|profile| profile.dates.day_first);
    let months = sum(|profile| profile.dates.month_first);
    let halves = sum(|profile| profile.dates.half_days);
    let usual = match (days > 0, months > 0) {
        (true, false) => (Order::Day, true),
        (false, true) => (Order::Month, true),
        _ if halves > 0 => (Order::Month, false),
        _ => (Order::Day, false),
    };
    let name = |at: usize| {
        let place = plan
            .columns
            .iter()
            .position(|column| column.take == Take::Cell(at));
        place.map(|place| names[place].clone())
    };
    let cast = |(at, profile): (usize, &Profile)| {
        let verdict = profile.dates.verdict(profile.filled);
        match verdict {
            Verdict::Sure(order) => return Cast::Date(order),
            Verdict::Open => {
                let example = profile.dates.example.clone().unwrap_or_default();
                if let (false, Some(name)) = (usual.1, name(at)) {
                    let read = dates::iso(&example, usual.0).unwrap_or_default();
                    warnings.push(
                        Error::new("ambiguous_dates")
                            .in_column(name)
                            .with("value", example)
                            .with("read", read),
                    );
                }
                return Cast::Date(usual.0);
            }
            Verdict::Mixed => {
                if let Some(name) = name(at) {
                    warnings.push(Error::new("mixed_dates").in_column(name));
                }
                return Cast::Keep;
            }
            Verdict::NoDates => {}
        }
        match marks {
            _ if is_grouped(profile) => Cast::Grouped(marks.unwrap_or(POINT)),
            Some(marks) if marks.decimal == b',' || marks.thousands.is_some() => {
                Cast::Number(marks)
            }
            _ => Cast::Keep,
        }
    };
    table.profiles.iter().enumerate().map(cast).collect()
}

/// Records in the columns of a plan.
pub(super) struct Shaped {
    rows: Box<dyn Rows>,
    /// Records that are still to come.
    left: u64,
    takes: Vec<Take>,
    casts: Vec<Cast>,
    sets: Vec<Set>,
    record: Vec<Cell>,
    /// Where a record says which one above it belongs to.
    pub(super) link: Option<usize>,
    /// The tables above a repeated group, the nearest first.
    pub(super) levels: Vec<Level>,
    /// Records of which one above is not there.
    orphans: u64,
}

impl Shaped {
    /// The records of a table.
    pub(super) fn of(plan: Plan, table: Table, casts: Vec<Cast>) -> Shaped {
        Shaped {
            rows: table.rows,
            left: table.records,
            takes: plan.columns.iter().map(|column| column.take).collect(),
            casts,
            sets: plan.sets,
            record: Vec::new(),
            link: None,
            levels: Vec::new(),
            orphans: 0,
        }
    }

    /// Where its cells come from, a column each.
    pub(super) fn takes(&self) -> &[Take] {
        &self.takes
    }

    /// A cell of the record that was given last, as the file has it.
    pub(super) fn shown(&self, at: Option<usize>) -> String {
        let cell = at.and_then(|at| self.record.get(at));
        cell.map(Cell::shown).unwrap_or_default().into_owned()
    }

    /// The next record by itself; false after the last.
    ///
    /// # Errors
    /// What is wrong with the file there.
    pub(super) fn next_record(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        if self.left == 0 || !self.rows.next(&mut self.record)? {
            return Ok(false);
        }
        self.left -= 1;
        self.record
            .resize(self.record.len().max(self.casts.len()), Cell::Blank);
        let mut answers: Vec<Vec<Cell>> = self
            .sets
            .iter()
            .map(|set| set.answers(&self.record))
            .collect();
        cells.clear();
        for take in &self.takes {
            let cell = match *take {
                Take::Item { set, item } => answers[set].get_mut(item).map(std::mem::take),
                // A column may be taken twice.
                Take::Cell(at) => self.record.get(at).map(|cell| self.casts[at].apply(cell)),
            };
            cells.push(cell.unwrap_or_default());
        }
        Ok(true)
    }
}

impl Rows for Shaped {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        if !self.next_record(cells)? {
            return Ok(false);
        }
        if !self.levels.is_empty() {
            let key = self.shown(self.link);
            self.orphans += u64::from(!repeat::append(&self.levels, &key, cells));
        }
        Ok(true)
    }

    fn warnings(&self) -> Vec<Error> {
        let orphans = (self.orphans > 0).then(|| Error::new("orphans").with("n", self.orphans));
        orphans.into_iter().collect()
    }
}

impl Cast {
    fn apply(self, cell: &Cell) -> Cell {
        let Cell::Text(text) = cell else {
            return cell.clone();
        };
        let other = match self {
            Cast::Keep => None,
            Cast::Date(order) => dates::iso(text.trim(), order),
            Cast::Grouped(marks) => {
                let plain = dates::grouped(text.trim());
                number(plain.as_deref().unwrap_or(text.trim()), marks)
            }
            Cast::Number(marks) => number(text.trim(), marks),
        };
        other.map_or_else(|| cell.clone(), Cell::Text)
    }
}

/// A number with `.` before its tenths and no groups, with the digits that it has; none where it is no number.
fn number(text: &str, marks: Marks) -> Option<String> {
    if !matches!(read(text.as_bytes(), marks), Reading::Number(_)) {
        return None;
    }
    let mut digits = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            _ if Some(letter) == marks.thousands.map(char::from) => {}
            _ if letter == char::from(marks.decimal) => digits.push('.'),
            other => digits.push(other),
        }
    }
    Some(digits)
}

impl Set {
    /// The answers of a record: 1 chosen, 0 not chosen, blank where the person chose none or was not asked.
    fn answers(&self, record: &[Cell]) -> Vec<Cell> {
        let told = |chosen: bool| Cell::Number(f64::from(u8::from(chosen)));
        let cell = |at: usize| record.get(at).unwrap_or(&Cell::Blank);
        let not_shown = |cell: &Cell| self.not_shown.is_some_and(|value| cell.shown() == value);
        match &self.kind {
            Kind::Flags { items, summary } => {
                let summary = summary.map(cell);
                if summary.is_some_and(Cell::is_blank) {
                    return vec![Cell::Blank; items.len()];
                }
                let blank = items.iter().all(|(at, _)| cell(*at).is_blank());
                if let (true, Some(summary)) = (blank, summary) {
                    // An older version of the form: all answers are there, and no columns of their own yet.
                    let shown = summary.shown();
                    let chosen = |code: &String| shown.split_whitespace().any(|part| part == code);
                    return match items.iter().any(|(_, code)| chosen(code)) {
                        true => items.iter().map(|(_, code)| told(chosen(code))).collect(),
                        false => vec![Cell::Blank; items.len()],
                    };
                }
                let answer = |(at, _): &(usize, String)| match cell(*at) {
                    Cell::Blank => Cell::Blank,
                    other => flag(&other.shown()).map_or_else(|| other.clone(), told),
                };
                items.iter().map(answer).collect()
            }
            Kind::Filled { items } => {
                let none = |at: &usize| {
                    let cell = cell(*at);
                    cell.is_blank() || not_shown(cell) || cell.shown() == SEEN
                };
                if items.iter().all(none) {
                    let hidden = |at: &usize| match cell(*at) {
                        cell if not_shown(cell) => cell.clone(),
                        _ => Cell::Blank,
                    };
                    return items.iter().map(hidden).collect();
                }
                items.iter().map(|at| told(!none(at))).collect()
            }
            Kind::Joined { column, answers } => {
                let cell = cell(*column);
                let count = answers.options.len() + usize::from(answers.other);
                match cell.is_blank() {
                    true => vec![Cell::Blank; count],
                    false => answers
                        .chosen(&cell.shown())
                        .into_iter()
                        .map(told)
                        .collect(),
                }
            }
        }
    }
}

/// What Qualtrics writes for a question that was seen and not answered.
const SEEN: &str = "-99";
