//! What a tool makes of a table: its columns, and its questions of several answers.

use super::joined::Joined;
use super::missing;
use super::table::Table;
use crate::codebook::{Code, MissingCode, MissingKind, ValueLabel};
use crate::error::Error;
use crate::intake::Several;
use crate::intake::profile::Profile;
use crate::locale::Text;

/// What becomes of a table.
#[derive(Default)]
pub(in crate::intake) struct Plan {
    pub(super) columns: Vec<Column>,
    pub(super) sets: Vec<Set>,
    pub(super) languages: Vec<String>,
    pub(super) warnings: Vec<Error>,
}

/// A column that is written.
pub(super) struct Column {
    pub(super) name: String,
    pub(super) label: Option<String>,
    pub(super) values: Vec<ValueLabel>,
    pub(super) missing: Vec<MissingCode>,
    pub(super) take: Take,
}

/// Where the cells of a column come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Take {
    /// From a column of the table.
    Cell(usize),
    /// From an answer of a set.
    Item {
        /// Which set.
        set: usize,
        /// Which of its answers.
        item: usize,
    },
}

/// A question of several answers.
pub(super) struct Set {
    pub(super) name: String,
    pub(super) label: Option<String>,
    pub(super) kind: Kind,
    /// What stands where the person was not shown the question.
    pub(super) not_shown: Option<&'static str>,
}

/// How a tool writes a question of several answers.
pub(super) enum Kind {
    /// A column each, that says yes or no.
    Flags {
        /// Columns of the table, with the code of their answer.
        items: Vec<(usize, String)>,
        /// The column with all answers: where it is blank, nobody answered.
        summary: Option<usize>,
    },
    /// A column each, that holds its answer or nothing.
    Filled {
        /// Columns of the table.
        items: Vec<usize>,
    },
    /// One column, its answers joined.
    Joined {
        /// The column of the table.
        column: usize,
        /// The answers, and how they are parted.
        answers: Joined,
    },
}

impl Plan {
    /// Adds a column as it stands.
    pub(super) fn column(&mut self, name: impl Into<String>, label: Option<String>, at: usize) {
        self.columns.push(Column {
            name: name.into(),
            label: label.filter(|label| !label.is_empty()),
            values: Vec::new(),
            missing: Vec::new(),
            take: Take::Cell(at),
        });
    }

    /// Adds a column of answers in words: what says that there is no answer is missing, each with its kind.
    pub(super) fn answers(
        &mut self,
        name: impl Into<String>,
        label: Option<String>,
        at: usize,
        profile: &Profile,
    ) {
        self.column(name, label, at);
        if let Some(column) = self.columns.last_mut() {
            column.missing = missing::of(profile);
        }
    }

    /// Takes columns apart that list the answers of a question, as a codebook says of them: a column for each answer stands in the place
    /// of the one.
    pub(super) fn part(&mut self, several: &[Several], table: &Table) {
        for question in several {
            let is = |column: &Column| column.name == question.name;
            let Some(place) = self.columns.iter().position(is) else {
                continue;
            };
            let Take::Cell(column) = self.columns[place].take else {
                continue;
            };
            let Some(answers) = Joined::blanks(table.profile(column), &question.options) else {
                continue;
            };
            let mut rest = self.columns.split_off(place);
            let whole = rest.remove(0);
            let options = question.options.iter();
            let items =
                options.map(|option| (format!("{}/{option}", whole.name), Some(option.clone())));
            let items = items.collect();
            let set = Set {
                name: whole.name,
                label: whole.label,
                kind: Kind::Joined { column, answers },
                not_shown: None,
            };
            self.set(set, items);
            self.columns.append(&mut rest);
        }
    }

    /// Adds a set and its columns: the names and labels of its answers, in their order.
    pub(super) fn set(&mut self, set: Set, items: Vec<(String, Option<String>)>) {
        let place = self.sets.len();
        let missing: Vec<MissingCode> = set
            .not_shown
            .map(|value| MissingCode {
                code: Code::Text(value.into()),
                kind: MissingKind::NotAsked,
            })
            .into_iter()
            .collect();
        for (item, (name, label)) in items.into_iter().enumerate() {
            self.columns.push(Column {
                name,
                label,
                values: Vec::new(),
                missing: missing.clone(),
                take: Take::Item { set: place, item },
            });
        }
        self.sets.push(set);
    }
}

/// A text without a language.
pub(super) fn text(label: &str) -> Text {
    Text::Plain(label.into())
}
