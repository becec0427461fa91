//! Which records a condition holds for.
//!
//! The answer is a domain, never a row filter: records outside it stay in the design (statistics.md, S2).

use super::Condition;
use super::survey::{Question, Survey};
use crate::codebook::Code;
use crate::error::{Error, Result};
use crate::estimate::Measure;

/// One truth value a record.
///
/// # Errors
/// `unknown_variable`; `unknown_value` for an answer that neither the data nor the codebook know.
pub(super) fn members(survey: &Survey<'_>, condition: &Condition) -> Result<Vec<bool>> {
    if let Some(parts) = &condition.all {
        return combine(survey, parts, true, |met, part| met && part);
    }
    if let Some(parts) = &condition.any {
        return combine(survey, parts, false, |met, part| met || part);
    }
    if let Some(part) = &condition.not {
        return Ok(members(survey, part)?.into_iter().map(|met| !met).collect());
    }
    let question = survey.certain(condition.variable.as_deref().unwrap_or_default())?;
    known_answers(condition, &question)?;
    let missing = condition.missing.unwrap_or(false);
    Ok(match &question.measure {
        Measure::Coded {
            codes,
            category,
            levels,
        } => {
            let holds: Vec<bool> = levels
                .iter()
                .map(|level| meets(condition, &Code::from(level)))
                .collect();
            let by_code: Vec<bool> = category
                .iter()
                .map(|category| category.map_or(missing, |category| holds[category as usize]))
                .collect();
            let codes = codes.slice();
            (0..survey.rows())
                .map(|row| by_code[codes.get(row)])
                .collect()
        }
        Measure::Number(values) => values
            .iter()
            .map(|value| {
                if value.is_nan() {
                    missing
                } else {
                    meets(condition, &Code::Number(*value))
                }
            })
            .collect(),
    })
}

fn combine(
    survey: &Survey<'_>,
    parts: &[Condition],
    start: bool,
    join: fn(bool, bool) -> bool,
) -> Result<Vec<bool>> {
    parts
        .iter()
        .try_fold(vec![start; survey.rows()], |met, part| {
            Ok(met
                .into_iter()
                .zip(members(survey, part)?)
                .map(|(met, part)| join(met, part))
                .collect())
        })
}

/// Whether a value that is not missing meets the condition's one comparison.
pub(super) fn meets(condition: &Condition, value: &Code) -> bool {
    let order = |limit: Option<f64>, holds: fn(f64, f64) -> bool| {
        limit.is_some_and(|limit| value.number().is_some_and(|number| holds(number, limit)))
    };
    condition
        .among
        .as_ref()
        .is_some_and(|codes| codes.iter().any(|code| code.same(value)))
        || condition.eq.as_ref().is_some_and(|code| code.same(value))
        || condition.ne.as_ref().is_some_and(|code| !code.same(value))
        || order(condition.lt, |number, limit| number < limit)
        || order(condition.le, |number, limit| number <= limit)
        || order(condition.gt, |number, limit| number > limit)
        || order(condition.ge, |number, limit| number >= limit)
        || condition.missing == Some(false)
}

/// A misspelt answer would make an empty domain in silence.
fn known_answers(condition: &Condition, question: &Question<'_>) -> Result<()> {
    let named = condition
        .among
        .iter()
        .flatten()
        .chain(&condition.eq)
        .chain(&condition.ne);
    named.into_iter().try_for_each(|code| question.knows(code))
}

impl Question<'_> {
    /// Whether this answer occurs, or is one that can be given.
    pub(super) fn has(&self, code: &Code) -> bool {
        let occurring = self.categories.iter().map(|category| &category.code);
        occurring
            .chain(&self.possible)
            .any(|known| known.same(code))
    }

    /// Whether this answer can occur.
    ///
    /// # Errors
    /// `unknown_value`, with the answers that do.
    pub(super) fn knows(&self, code: &Code) -> Result<()> {
        if self.categories.is_empty() || self.has(code) {
            return Ok(());
        }
        let options: Vec<String> = self
            .categories
            .iter()
            .map(|category| category.code.to_text())
            .collect();
        Err(Error::unknown(
            "unknown_value",
            &code.to_text(),
            options.iter().map(String::as_str),
        )
        .in_column(&self.name))
    }
}
