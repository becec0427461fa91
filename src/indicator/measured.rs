//! A value that an indicator was found to have.

use super::Observation;
use crate::date::Date;
use crate::document::Basis;
use crate::estimate::Flag;
use crate::numeric::{normal_quantile, student_t_quantile};

/// The latest value of an indicator, from a query's row or entered by hand.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Measured {
    /// The value; `None` where there is none, or where it is withheld.
    pub value: Option<f64>,
    /// Its standard error.
    pub se: Option<f64>,
    /// Its degrees of freedom; without them an error is taken as known.
    pub df: Option<f64>,
    /// Its interval, where the source gives one; made from `se` and `df` at 95% where it does not.
    pub ci: Option<[f64; 2]>,
    /// Records behind it.
    pub n: Option<u64>,
    /// When it was observed.
    pub date: Option<Date>,
    /// How the records came into the sample. A self-selected source gives no error and no interval.
    pub basis: Option<Basis>,
    /// Why something is absent or doubtful.
    pub flags: Vec<Flag>,
}

impl Measured {
    /// The latest of the values entered by hand; of two on one date, the later in the list. A date that cannot be read is
    /// older than any other.
    pub fn latest(observations: &[Observation]) -> Option<Measured> {
        let (observation, date) = observations
            .iter()
            .map(|observation| (observation, Date::parse(&observation.date).ok()))
            .max_by_key(|(_, date)| *date)?;
        Some(Measured {
            value: Some(observation.value),
            se: observation.se,
            df: observation.df,
            n: observation.n,
            date,
            ..Measured::default()
        })
    }

    /// Without its error, where the sample chose itself: no error figure of any kind applies.
    pub(super) fn with_honest_error(&self) -> Measured {
        let mut measured = self.clone();
        if self.basis == Some(Basis::SelfSelected) {
            (measured.se, measured.df, measured.ci) = (None, None, None);
            if !measured.flags.contains(&Flag::SelfSelected) {
                measured.flags.push(Flag::SelfSelected);
            }
        }
        if self.value.is_none() {
            (measured.se, measured.df, measured.ci) = (None, None, None);
            if measured.flags.is_empty() {
                measured.flags.push(Flag::NoData);
            }
        }
        measured
    }

    /// How far below and above the value its interval goes.
    pub(super) fn half_widths(&self) -> Option<[f64; 2]> {
        let value = self.value?;
        match (self.ci, self.se) {
            (Some([low, high]), _) => Some([value - low, high - value]),
            (None, Some(se)) => Some([self.multiplier()? * se; 2]),
            (None, None) => None,
        }
    }

    /// What makes a 95% half-width of a standard error: t with the value's degrees of freedom.
    pub(super) fn multiplier(&self) -> Option<f64> {
        match self.df {
            Some(df) if df > 0.0 => Some(student_t_quantile(0.025, df)),
            Some(_) => None,
            None => Some(normal_quantile(0.025)),
        }
    }
}
