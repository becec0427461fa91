//! Where a step stands in time.

use crate::date::Date;
use crate::numeric::decimal::parse;

/// Days of a year of the Gregorian calendar.
const YEAR: f64 = 365.2425;

/// The middle of a period in years, `2019`, `2019-06`, `2019-06-30`, `2019-Q1`, `2019-S2`, `2012-2014`; a plain number as it is where
/// `numbers` are times. None for what is neither.
pub(super) fn moment(step: &str, numbers: bool) -> Option<f64> {
    if let Ok(date) = Date::parse(step) {
        return Some(middle(date, date));
    }
    if numbers {
        return parse(step);
    }
    let (year, rest) = step.split_at_checked(4)?;
    let part = rest.strip_prefix('-')?;
    let year = Date::parse(year).ok()?;
    let part_of = |number: &str, parts: f64| {
        let number = parse(number).filter(|number| *number >= 1.0 && *number <= parts)?;
        Some(middle(year, year) - 0.5 + (number - 0.5) / parts)
    };
    match part.split_at_checked(1)? {
        ("Q", number) => part_of(number, 4.0),
        ("S", number) => part_of(number, 2.0),
        _ => Some(middle(year, Date::parse(part).ok()?)),
    }
}

fn middle(from: Date, to: Date) -> f64 {
    1970.0 + (from.first_day() + to.last_day() + 1) as f64 / 2.0 / YEAR
}
