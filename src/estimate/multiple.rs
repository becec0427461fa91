//! A question of several answers: a column for each answer, and one of four states for each record in it.

use super::measure::Measure;
use crate::codebook::Code;
use crate::error::{Error, Result};
use crate::order::sort;
use crate::table::Level;

/// The states of an answer, in the order of their categories.
pub const STATES: [&str; 4] = ["selected", "not_selected", "unanswered", "not_shown"];

/// How the columns of a question of several answers are read.
#[derive(Debug, Clone, Copy)]
pub struct MultipleAnswers<'c> {
    /// Values of a chosen answer.
    pub selected: &'c [Code],
    /// Values of an answer that the person was not shown.
    pub not_shown: &'c [Code],
    /// Whether a person who chose nothing answered all the same. Many tools write 0 for whoever skipped the question.
    pub empty_is_an_answer: bool,
}

/// What a column says of a record by itself.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Selected,
    Other,
    Blank,
    NotShown,
}

impl MultipleAnswers<'_> {
    /// The state of each answer, a measure of four categories a column. `missing` are the values of each column that are no answer.
    ///
    /// A blank is an answer not chosen where the person chose another one, and no answer where nothing was chosen.
    ///
    /// # Errors
    /// `too_many_values` for a column that is no set of answers; `no_items`.
    pub fn states(
        self,
        columns: Vec<Measure>,
        missing: &[Vec<Code>],
    ) -> Result<Vec<Measure<'static>>> {
        let columns: Result<Vec<Measure>> = columns.into_iter().map(Measure::into_coded).collect();
        let columns = columns?;
        let rows = columns.first().ok_or_else(|| Error::new("no_items"))?.len();
        let marks: Vec<Vec<Mark>> = columns
            .iter()
            .zip(missing)
            .map(|(column, missing)| {
                let of = |level: &Level| self.mark(&Code::from(level), missing);
                column.levels().iter().map(of).collect()
            })
            .collect();
        let mark = |item: usize, row: usize| match columns[item].category(row) {
            Some(category) => marks[item][category as usize],
            None => Mark::Blank,
        };
        let chose: Vec<bool> = (0..rows)
            .map(|row| (0..columns.len()).any(|item| mark(item, row) == Mark::Selected))
            .collect();
        let state = |item: usize, row: usize| match mark(item, row) {
            Mark::Selected => 0,
            Mark::NotShown => 3,
            _ if chose[row] => 1,
            Mark::Other if self.empty_is_an_answer => 1,
            _ => 2,
        };
        let measure = |item| {
            let states = (0..rows).map(|row| Some(state(item, row)));
            Measure::of_categories(states, &STATES)
        };
        (0..columns.len()).map(measure).collect()
    }

    fn mark(self, code: &Code, missing: &[Code]) -> Mark {
        let among = |codes: &[Code]| codes.iter().any(|other| other.to_text() == code.to_text());
        match () {
            () if among(self.selected) => Mark::Selected,
            () if among(self.not_shown) => Mark::NotShown,
            () if among(missing) => Mark::Blank,
            () => Mark::Other,
        }
    }
}

impl Measure<'_> {
    /// 1 for each record that has an answer; missing where the answer is.
    pub fn answered(&self) -> Measure<'static> {
        let one = |record: usize| {
            let is_answered = match self {
                Measure::Coded { .. } => self.category(record).is_some(),
                Measure::Number(values) => !values[record].is_nan(),
            };
            if is_answered { 1.0 } else { f64::NAN }
        };
        Measure::Number((0..self.len()).map(one).collect())
    }

    /// The places of the categories that some record has which is not held out.
    pub fn categories_without(&self, held_out: &[bool]) -> Vec<u32> {
        let rows = held_out.iter().enumerate().filter(|(_, out)| !**out);
        let mut met: Vec<u32> = rows.filter_map(|(row, _)| self.category(row)).collect();
        sort(&mut met, &Ord::cmp);
        met.dedup();
        met
    }

    /// Some of the categories, renumbered, by their places, which rise; the others are missing and have no level.
    pub fn keep(self, kept: &[u32]) -> Self {
        match self {
            Measure::Coded {
                codes,
                category,
                levels,
            } => {
                let place = |old: u32| kept.iter().position(|kept| *kept == old);
                let renumbered = |old: Option<u32>| old.and_then(place).map(|place| place as u32);
                Measure::Coded {
                    codes,
                    category: category.into_iter().map(renumbered).collect(),
                    levels: kept
                        .iter()
                        .map(|old| levels[*old as usize].clone())
                        .collect(),
                }
            }
            numbers => numbers,
        }
    }

    /// Only some of the categories; the others are missing.
    pub fn only(self, kept: &[u32]) -> Self {
        match self {
            Measure::Coded {
                codes,
                category,
                levels,
            } => Measure::Coded {
                codes,
                category: category
                    .into_iter()
                    .map(|category| category.filter(|category| kept.contains(category)))
                    .collect(),
                levels,
            },
            numbers => numbers,
        }
    }
}
