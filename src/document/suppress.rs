//! What may be shown of a query.

use crate::shape::{Shape, Written};
use serde::Serialize;

/// What may be shown.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Suppress {
    /// Least number of records of a cell, from 5 to 30.
    #[serde(default = "ten")]
    pub min_n: u64,
    /// A study's or an office's rule, beside the minimum; `none` lifts it: only for data that are public already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<SuppressRule>,
    /// Withholds further cells where a margin would give a withheld one back.
    #[serde(default = "yes")]
    pub secondary: bool,
}

impl Default for Suppress {
    fn default() -> Self {
        Suppress {
            min_n: ten(),
            rule: None,
            secondary: true,
        }
    }
}

fn ten() -> u64 {
    10
}

fn yes() -> bool {
    true
}

/// A named rule of suppression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SuppressRule {
    /// Nothing is withheld.
    None,
    /// US National Center for Health Statistics: reliability of proportions.
    Nchs,
    /// Statistics Canada: coefficient of variation of means and totals.
    Statcan,
    /// OECD TALIS, principals: at least 10 schools.
    Talis,
    /// OECD TALIS, teachers: at least 30 teachers and 10 schools.
    TalisTeacher,
    /// OECD PISA: at least 30 students and 5 schools.
    Pisa,
    /// Demographic and Health Surveys: at least 25 records, in parentheses below 50.
    Dhs,
}
