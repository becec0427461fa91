//! The answer to an estimand: plain numbers, by cell and part.

use super::estimand::Part;
use super::options::DeffReference;
use super::result::Flag;
use crate::document::IntervalMethod;

/// The answer for every cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimates {
    /// One for each cell and part, cells in their order.
    pub cells: Vec<CellEstimate>,
    /// One for each combination of the variables that are not averaged, and each part.
    pub averages: Vec<CellEstimate>,
    /// Cell less its average, as `cells`; or less other cells.
    pub comparisons: Vec<CellEstimate>,
    /// Tests of several parts together, for each cell those of [`Options::joint`](super::Options::joint) in their order.
    pub joint: Vec<CellEstimate>,
    /// Strata with a single unit that the rule had to serve.
    pub lonely_strata: u64,
    /// How the intervals of shares or values were made; that of a difference is always `mean`, and so is that of a Likert's
    /// net and mean.
    pub interval: Option<IntervalMethod>,
    /// What the design effects compare with.
    pub deff: Option<DeffReference>,
}

/// One number with its error. A cell that is withheld has its key and its flag and no number.
#[derive(Debug, Clone, PartialEq)]
pub struct CellEstimate {
    /// Category of each `by` variable; none on the one that is averaged.
    pub key: Vec<Option<u32>>,
    /// Which part of the estimand.
    pub part: Part,
    /// The estimate, a share from 0 to 1.
    pub estimate: Option<f64>,
    /// Its standard error.
    pub se: Option<f64>,
    /// Degrees of freedom: primary units less strata among the records of positive weight with a valid answer. An average
    /// and a difference have those of all its cells together.
    pub df: Option<f64>,
    /// Degrees of freedom below the line, of a statistic that is held against an F distribution.
    pub denominator_df: Option<f64>,
    /// The interval.
    pub ci: Option<[f64; 2]>,
    /// Records of positive weight with a valid answer.
    pub n: Option<u64>,
    /// Valid answers over the records of the cell, each counted once; none where no variable is asked about.
    pub response: Option<f64>,
    /// n over the design effect.
    pub n_effective: Option<f64>,
    /// Variance over that of a simple random sample of n records.
    pub deff: Option<f64>,
    /// Two-sided probability of a difference at least as large under none; for comparisons.
    pub p: Option<f64>,
    /// The same, answerable for all comparisons of its family.
    pub p_adjusted: Option<f64>,
    /// Number of comparisons that it answers for.
    pub family: Option<u64>,
    /// A test's statistic.
    pub statistic: Option<f64>,
    /// Category that a comparison is made with, on the variable that is compared; none for an average.
    pub with: Option<u32>,
    /// Number of cells in an average, or in the average that is compared with.
    pub averaged: Option<u64>,
    /// Why something is absent or doubtful.
    pub flags: Vec<Flag>,
}

impl CellEstimate {
    /// A key and a part without a number.
    pub(super) fn empty(key: Vec<Option<u32>>, part: Part) -> Self {
        CellEstimate {
            key,
            part,
            estimate: None,
            se: None,
            df: None,
            denominator_df: None,
            ci: None,
            n: None,
            response: None,
            n_effective: None,
            deff: None,
            p: None,
            p_adjusted: None,
            family: None,
            statistic: None,
            with: None,
            averaged: None,
            flags: Vec::new(),
        }
    }

    /// Writes how many of a cell's records have a valid answer, and marks where they are few.
    pub(super) fn cover(&mut self, records: usize) {
        let Some(n) = self.n.filter(|_| records > 0) else {
            return;
        };
        let response = n as f64 / records as f64;
        self.response = Some(response);
        if response < 0.50 {
            self.flags.push(Flag::CoverageBelow50);
        } else if response < 0.75 {
            self.flags.push(Flag::CoverageBelow75);
        }
    }

    pub(super) fn withheld(mut self, flag: Flag) -> Self {
        self.flags.push(flag);
        self
    }
}
