//! Estimates with their uncertainty: one estimand × one design × one domain.
//!
//! An estimand becomes statistics, a value and how it varies over the samples that could have been drawn: from sums (`sums`) or
//! from fits (`fitted`). The design turns them into errors (`uncertainty`). Averages, differences and changes are combinations of
//! statistics and take the same path.

#[cfg(feature = "engine")]
mod answer;
#[cfg(feature = "engine")]
mod average;
#[cfg(feature = "engine")]
mod cells;
#[cfg(feature = "engine")]
mod coding;
#[cfg(feature = "engine")]
mod compare;
#[cfg(feature = "engine")]
mod difference;
#[cfg(feature = "engine")]
mod estimand;
#[cfg(feature = "engine")]
mod estimator;
#[cfg(feature = "engine")]
mod fitted;
#[cfg(feature = "engine")]
mod independence;
#[cfg(feature = "engine")]
mod interval;
#[cfg(feature = "engine")]
mod level;
#[cfg(feature = "engine")]
mod measure;
#[cfg(feature = "engine")]
mod moments;
#[cfg(feature = "engine")]
mod multiple;
#[cfg(feature = "engine")]
mod options;
#[cfg(feature = "engine")]
mod quantile;
#[cfg(feature = "engine")]
mod regression;
#[cfg(feature = "engine")]
mod replicate_tally;
mod result;
#[cfg(feature = "engine")]
mod secondary;
#[cfg(feature = "engine")]
mod spread;
#[cfg(feature = "engine")]
mod statistic;
#[cfg(feature = "engine")]
mod statistics;
#[cfg(feature = "engine")]
mod sums;
#[cfg(feature = "engine")]
mod suppression;
#[cfg(feature = "engine")]
mod tally;
#[cfg(feature = "engine")]
mod uncertainty;
#[cfg(feature = "engine")]
mod wald;

#[cfg(feature = "engine")]
pub use answer::{CellEstimate, Estimates};
#[cfg(feature = "engine")]
pub use cells::Cells;
#[cfg(feature = "engine")]
pub use compare::{CompareWith, Comparing};
#[cfg(feature = "engine")]
pub use difference::{Side, difference};
#[cfg(feature = "engine")]
pub use estimand::{Estimand, Part};
#[cfg(feature = "engine")]
pub use estimator::estimate;
#[cfg(feature = "engine")]
pub use independence::independence;
#[cfg(feature = "engine")]
pub use measure::{MOST_CATEGORIES, Measure, MeasureCodes};
#[cfg(feature = "engine")]
pub use multiple::{MultipleAnswers, STATES};
#[cfg(feature = "engine")]
pub use options::{DeffReference, Options};
#[cfg(feature = "engine")]
pub use regression::Term;
pub use result::{
    Comparison, DegreesOfFreedom, Flag, LabelledCode, Method, QueryResult, ResultColumn, Results,
    Row,
};
#[cfg(feature = "engine")]
pub(crate) use secondary::{Entry, Ledger, Protected};
#[cfg(feature = "engine")]
pub use suppression::Suppression;
