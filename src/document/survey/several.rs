//! A question of several answers, as the survey holds it: a column for each answer.

use super::question::labelled;
use super::{Question, Survey};
use crate::codebook::Code;
use crate::error::{Result, needs_complete};
use crate::estimate::{Measure, MultipleAnswers};

impl<'a> Survey<'a> {
    /// The answers of a question of several answers, a question of four states each; none for any other variable.
    ///
    /// # Errors
    /// `unknown_variable`, with all that may be named; `too_many_values` for a column that is no set of answers.
    pub fn answers(&self, name: &str) -> Result<Option<Vec<Question<'a>>>> {
        let derived = self.derived.iter().find(|derived| derived.id == name);
        let Some(multiple) = derived.and_then(|derived| derived.multiple.as_ref()) else {
            return Ok(None);
        };
        needs_complete!("multiple");
        let items = multiple.items.iter();
        let columns = items.map(|item| self.as_in_file(item));
        let reading = MultipleAnswers {
            selected: &multiple.selected,
            not_shown: &multiple.not_shown,
            empty_is_an_answer: multiple.empty_is_an_answer,
        };
        let missing: Vec<Vec<Code>> = multiple
            .items
            .iter()
            .map(|item| self.missing(item))
            .collect();
        let states = reading.states(columns.collect::<Result<_>>()?, &missing)?;
        let question = |(item, measure): (&String, Measure<'static>)| {
            let variable = self.prepared.codebook.variable(item);
            Question {
                name: item.clone(),
                label: variable.and_then(|variable| variable.label.clone()),
                categories: labelled(&measure, |_| None),
                measure,
                possible: Vec::new(),
            }
        };
        let questions = multiple.items.iter().zip(states).map(question);
        Ok(Some(questions.collect()))
    }
}
