//! What can be said of an indicator without data.

use super::Indicator;
use super::path::Path;
use crate::date::Date;
use crate::error::Error;

impl Indicator {
    /// What is wrong with its dates, its errors and its targets; places are relative to the indicator.
    ///
    /// Codes: `invalid_date`, `target_not_later`, `target_against_direction`, `missing_baseline` for targets without one,
    /// `out_of_range` {value, min} for a standard error below zero.
    pub fn check(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        if let Some(date) = &self.date {
            errors.extend(dated(date, "/date".into()));
        }
        let baseline_se = self.baseline.as_ref().and_then(|baseline| baseline.se);
        errors.extend(not_negative(baseline_se, "/baseline/se".into()));
        for (index, observation) in self.observations.iter().enumerate() {
            let at = format!("/observations/{index}");
            errors.extend(not_negative(observation.se, format!("{at}/se")));
            errors.extend(not_negative(observation.df, format!("{at}/df")));
            errors.extend(dated(&observation.date, at + "/date"));
        }
        if self.baseline.is_none() && !self.targets.is_empty() {
            errors.push(Error::new("missing_baseline").at("/targets"));
        }
        errors.extend(Path::of(self).err());
        errors
    }
}

fn dated(date: &str, at: String) -> Option<Error> {
    Date::parse(date).err().map(|error| error.at(at))
}

fn not_negative(number: Option<f64>, at: String) -> Option<Error> {
    let number = number.filter(|number| *number < 0.0)?;
    Some(
        Error::new("out_of_range")
            .with("value", number)
            .with("min", 0.0)
            .at(at),
    )
}
