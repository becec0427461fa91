//! What may be asked of a data set: its variables with their answers, for whoever has to choose.

use super::survey::Survey;
use super::{Document, Sources};
use crate::codebook::Code;
use crate::error::{Error, Result};
use crate::estimate::{LabelledCode, Measure};
use crate::locale::{Text, yes_no};
use serde::Serialize;

/// A variable that may be asked about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Choice {
    /// Its name.
    pub name: String,
    /// What it means.
    pub label: Option<Text>,
    /// What can be asked of it.
    pub kind: ChoiceKind,
    /// Its answers, in order; empty for numbers.
    pub answers: Vec<LabelledCode>,
    /// The answers that most people would count: "yes", or the upper half of a scale.
    pub positive: Vec<Code>,
    /// Variables with the same answers: the items of one battery, this one among them.
    pub battery: Vec<String>,
}

/// What can be asked of a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChoiceKind {
    /// Shares of answers; may also part the rows.
    Categorical,
    /// Means and totals.
    Number,
}

/// Answers beyond which a variable is an identifier rather than a question.
const MOST_ANSWERS: usize = 30;

impl Sources {
    /// The variables of a survey: derived ones first, then columns, without the columns of the design.
    ///
    /// # Errors
    /// `unknown_dataset`, and what keeps the data set from opening.
    pub fn choices(&self, document: &Document, dataset: &str) -> Result<Vec<Choice>> {
        let ids = document.datasets.iter().map(|dataset| dataset.id.as_str());
        let dataset = document
            .datasets
            .iter()
            .find(|known| known.id == dataset)
            .ok_or_else(|| Error::unknown("unknown_dataset", dataset, ids))?;
        let survey = Survey::open(self, document, dataset)?.value;
        let mut choices: Vec<Choice> =
            survey.names().iter().filter_map(|name| choice(&survey, name).transpose()).collect::<Result<_>>()?;
        let answers: Vec<Vec<LabelledCode>> = choices.iter().map(|choice| choice.answers.clone()).collect();
        let names: Vec<String> = choices.iter().map(|choice| choice.name.clone()).collect();
        for (index, choice) in choices.iter_mut().enumerate() {
            if is_scale(&answers[index]) {
                let same = (0..names.len()).filter(|other| answers[*other] == answers[index]);
                choice.battery = same.map(|other| names[other].clone()).collect();
            }
            choice.positive = positive(choice);
        }
        Ok(choices)
    }
}

fn choice(survey: &Survey<'_>, name: &str) -> Result<Option<Choice>> {
    let question = survey.question(name)?;
    let kind = match &question.measure {
        Measure::Number(_) => ChoiceKind::Number,
        Measure::Coded { levels, .. } if levels.len() > MOST_ANSWERS && levels.iter().all(|level| level.number.is_some()) => {
            ChoiceKind::Number
        }
        Measure::Coded { levels, .. } if levels.is_empty() || levels.len() > MOST_ANSWERS => return Ok(None),
        Measure::Coded { .. } => ChoiceKind::Categorical,
    };
    let answers = if kind == ChoiceKind::Number { Vec::new() } else { question.categories };
    Ok(Some(Choice { name: question.name, label: question.label, kind, answers, positive: Vec::new(), battery: Vec::new() }))
}

/// Three or more labelled numbers in a row.
fn is_scale(answers: &[LabelledCode]) -> bool {
    answers.len() >= 3 && answers.iter().all(|answer| answer.label.is_some() && answer.code.number().is_some())
}

fn positive(choice: &Choice) -> Vec<Code> {
    let yes = |answer: &&LabelledCode| answer.label.as_ref().is_some_and(|label| yes_no(label) == Some(true));
    if let Some(answer) = choice.answers.iter().find(yes) {
        return vec![answer.code.clone()];
    }
    let count = choice.answers.len();
    // Several items with the same answers are a scale; a single question's answers may have no order.
    let upper = if choice.battery.len() > 1 { count.div_ceil(2) } else { count.saturating_sub(1) };
    choice.answers[upper.min(count)..].iter().map(|answer| answer.code.clone()).collect()
}
