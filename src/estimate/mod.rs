//! Estimates with their uncertainty: one estimand × one design × one domain.

mod result;

pub use result::{Comparison, Flag, LabelledCode, Method, QueryResult, ResultColumn, Results, Row};
