//! How estimates are made and which of them are shown.

use super::compare::Comparing;
use super::suppression::Suppression;
use crate::design::SurveyDesign;
use crate::document::{Basis, IntervalMethod};

/// How estimates are made and which of them are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// How the records came into the sample. Errors exist for a probability sample only.
    pub basis: Basis,
    /// Level of the intervals, between 0 and 1.
    pub level: f64,
    /// How intervals are made; `logit` for shares and `mean` for everything else without it.
    pub interval: Option<IntervalMethod>,
    /// Which estimates are shown.
    pub suppress: Suppression,
    /// Place in `by` of the variable whose categories are averaged, each with equal weight: one average for each combination
    /// of the others.
    pub average_over: Option<usize>,
    /// Compares cells.
    pub compare: Option<Comparing>,
    /// Groups of parts, by their places, that are held against 0 together: the coefficients of a term, or of all.
    pub joint: Vec<Vec<usize>>,
    /// What the design effect compares with; without it, sampling without replacement where the weights add up to more than
    /// the records, and with replacement where they do not (they are then no counts of a population).
    pub deff: Option<DeffReference>,
}

impl Options {
    /// Intervals of 95%, nothing withheld, averaged or compared.
    pub fn new(basis: Basis) -> Self {
        Options {
            basis,
            level: 0.95,
            interval: None,
            suppress: Suppression::none(),
            average_over: None,
            compare: None,
            joint: Vec::new(),
            deff: None,
        }
    }
}

/// The simple random sample that a design effect compares with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeffReference {
    /// Of the same size, from a population of Σ w.
    WithoutReplacement,
    /// Of the same size, from an endless population.
    WithReplacement,
    /// Of as many records of equal weight: 1 + cv² of the weights (Kish 1992), what unequal weights cost by themselves. Counts
    /// have it, and nothing else.
    EqualWeights,
}

impl DeffReference {
    /// Without replacement where the weights can be counts of a population.
    pub(super) fn fitting(design: &SurveyDesign) -> Self {
        if design.weight() > design.contributing() as f64 {
            DeffReference::WithoutReplacement
        } else {
            DeffReference::WithReplacement
        }
    }
}
