//! A variable as a query meets it: its values and what they mean.

use crate::codebook::Code;
use crate::error::Result;
use crate::estimate::{LabelledCode, Measure};
use crate::locale::Text;

/// A variable with what it means.
pub(in crate::document) struct Question<'a> {
    /// Its name in the document.
    pub name: String,
    /// What it means.
    pub label: Option<Text>,
    /// Its values.
    pub measure: Measure<'a>,
    /// Its categories in order, with their labels; empty for numbers.
    pub categories: Vec<LabelledCode>,
    /// Answers that can be given, whether or not somebody did; empty where nobody says.
    pub possible: Vec<Code>,
}

impl<'a> Question<'a> {
    /// The same question with categories, also where its values are numbers.
    ///
    /// # Errors
    /// `too_many_values` for a continuous variable.
    pub fn categorical(self) -> Result<Question<'a>> {
        if matches!(self.measure, Measure::Coded { .. }) {
            return Ok(self);
        }
        let measure = self
            .measure
            .into_coded()
            .map_err(|error| error.in_column(&self.name))?;
        let categories = labelled(&measure, |_| None);
        Ok(Question {
            measure,
            categories,
            ..self
        })
    }
}

/// Categories of a measure as results name them, with their labels.
pub(super) fn labelled(
    measure: &Measure<'_>,
    label_of: impl Fn(&Code) -> Option<Text>,
) -> Vec<LabelledCode> {
    let Measure::Coded { levels, .. } = measure else {
        return Vec::new();
    };
    levels
        .iter()
        .map(|level| {
            let code = Code::from(level);
            LabelledCode {
                label: label_of(&code),
                code,
            }
        })
        .collect()
}
