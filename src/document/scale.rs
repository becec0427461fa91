//! The scale on which a column's answers stand: its labels, its codes of no answer, and what lies outside both.

use super::survey::Survey;
use super::{Index, Query, Recode};
use crate::codebook::{Code, Variable};
use crate::error::{Error, Result};
use crate::estimate::Measure;
use crate::numeric::decimal::decimal;
use crate::table::{Column, Level, is_code_of_no_answer};

/// Values that a message names.
const NAMED: usize = 20;

impl Survey<'_> {
    fn variable(&self, name: &str) -> Option<&Variable> {
        self.codebook().variable(name)
    }

    /// The codes of a column that are no answer.
    pub(super) fn missing(&self, name: &str) -> Vec<Code> {
        let everywhere = self.dataset.missing.get("*").into_iter().flatten();
        let here = self.dataset.missing.get(name).into_iter().flatten();
        let coded = self.variable(name);
        let coded = coded.into_iter().flat_map(|variable| &variable.missing);
        everywhere
            .chain(here)
            .chain(coded.map(|missing| &missing.code))
            .cloned()
            .collect()
    }

    /// The answers that the codebook names, whether or not somebody gave them.
    pub(super) fn named_answers(&self, name: &str) -> Vec<Code> {
        let missing = self.missing(name);
        let values = self.variable(name).into_iter().flat_map(|of| &of.values);
        let codes = values.map(|value| &value.code);
        codes
            .filter(|code| !missing.iter().any(|absent| absent.same(code)))
            .cloned()
            .collect()
    }

    /// Least and greatest number among the answers that the codebook names.
    fn labelled_ends(&self, name: &str) -> Option<[f64; 2]> {
        let named = self.named_answers(name);
        let numbers = named.iter().filter_map(|code| match code {
            Code::Number(number) if !is_code_of_no_answer(*number) => Some(*number),
            _ => None,
        });
        let ends = numbers.fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], number| {
            [low.min(number), high.max(number)]
        });
        (ends[0] < ends[1]).then_some(ends)
    }

    /// Least and greatest value of the items' scale.
    ///
    /// # Errors
    /// `scales_differ` where the codebook gives the items other scales; `index_needs_scale` where neither it nor the document
    /// gives one.
    pub(super) fn scale_of(&self, index: &Index) -> Result<[f64; 2]> {
        let items = index.items.iter();
        let labelled: Vec<(&String, [f64; 2])> = items
            .filter_map(|item| Some((item, self.labelled_ends(item)?)))
            .collect();
        let differ = |ends: &[f64; 2]| labelled.iter().any(|(_, other)| other != ends);
        if labelled.first().is_some_and(|(_, ends)| differ(ends)) {
            let each = labelled.iter();
            let each = each
                .map(|(item, [low, high])| format!("{item}: {}–{}", decimal(*low), decimal(*high)));
            return Err(Error::new("scales_differ").with("scales", each.collect::<Vec<_>>()));
        }
        let own = labelled.first().map(|(_, ends)| *ends);
        index
            .scale
            .or(own)
            .ok_or_else(|| Error::new("index_needs_scale").with("value", index.items.clone()))
    }

    /// Holds the answers of a column, which are to be counted with, against the labels that most of them have.
    ///
    /// # Errors
    /// `outside_labels` (column, values, low, high) for values without a label beyond those that have one: most often codes of
    /// no answer that nobody declared.
    pub(super) fn within_labels(&self, name: &str) -> Result<()> {
        let (Some([low, high]), Some(column)) = (self.labelled_ends(name), self.found(name)) else {
            return Ok(());
        };
        let Column::Coded(coded) = column else {
            return Ok(());
        };
        let (missing, named) = (self.missing(name), self.named_answers(name));
        let among = |codes: &[Code], level: &Level| {
            let own = level.code();
            codes.iter().any(|code| code.same(&own))
        };
        let answers = coded.levels.iter();
        let answers = answers.filter(|level| !among(&missing, level));
        let (labelled, others): (Vec<&Level>, Vec<&Level>) =
            answers.partition(|level| among(&named, level));
        // A few labels on a scale of numbers are marks on it and not its ends.
        if labelled.len() < others.len() {
            return Ok(());
        }
        let numbers = others.iter().filter_map(|level| level.number);
        let outside: Vec<String> = numbers
            .filter(|number| !(low..=high).contains(number))
            .take(NAMED)
            .map(decimal)
            .collect();
        if outside.is_empty() {
            return Ok(());
        }
        Err(Error::new("outside_labels")
            .in_column(name)
            .with("values", outside)
            .with("low", low)
            .with("high", high))
    }

    /// A missing answer stays missing: no recode makes 0 or 1 of it.
    ///
    /// # Errors
    /// `recode_of_missing` (column, value) for a value that is declared to be no answer, or blank.
    pub(super) fn maps_answers_only(&self, recode: &Recode) -> Result<()> {
        let missing = self.missing(&recode.from);
        let absent = |value: &&String| {
            let code = Code::Text(value.trim().into());
            value.trim().is_empty() || missing.iter().any(|absent| absent.same(&code))
        };
        match recode.values.keys().find(absent) {
            None => Ok(()),
            Some(value) => Err(Error::new("recode_of_missing")
                .in_column(&recode.from)
                .with("value", value.as_str())),
        }
    }

    /// Whether every answer of the variable that a query asks about lies between 0 and 1, so that its mean is a share.
    pub(super) fn is_between_0_and_1(&self, query: &Query) -> bool {
        let Some(of) = &query.of else { return false };
        let within = |number: f64| (0.0..=1.0).contains(&number);
        let of_variable = |name: &String| match self.question(name).map(|of| of.measure) {
            Ok(Measure::Coded { levels, .. }) => {
                levels.iter().all(|level| level.number.is_some_and(within))
            }
            Ok(Measure::Number(numbers)) => numbers
                .iter()
                .all(|number| number.is_nan() || within(*number)),
            // The query says itself what is wrong.
            Err(_) => true,
        };
        match of.plausible_values.as_slice() {
            [] => of_variable(&of.variable),
            values => values.iter().all(of_variable),
        }
    }

    /// Numbers of a column that look like codes of no answer and are not declared as such.
    pub(super) fn undeclared(&self, name: &str) -> Option<Error> {
        let missing = self.missing(name);
        let declared = |number: f64| {
            let own = Code::Number(number);
            missing.iter().any(|code| code.same(&own))
        };
        let numbers = self.found(name)?.like_missing().into_iter();
        let values: Vec<String> = numbers
            .filter(|number| !declared(*number))
            .map(decimal)
            .collect();
        let warning = || Error::new("undeclared_missing").in_column(name);
        (!values.is_empty()).then(|| warning().with("values", values))
    }
}
