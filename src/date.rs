//! A calendar date as people know it: to the day, the month or the year.
//!
//! A date that is known to the year is not its first of January: it is an interval, and what follows from it may depend
//! on where in the year the thing happened.

use crate::error::{Error, Result};
use std::cmp::Ordering;

/// A date of the Gregorian calendar, year 1 to 9999, with the precision in which it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
}

/// How precisely a date is known; the finest is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// `2019`
    Year,
    /// `2019-06`
    Month,
    /// `2019-06-30`
    Day,
}

impl Date {
    /// Reads `2019`, `2019-06` or `2019-06-30`; spaces around it do not count.
    ///
    /// # Errors
    /// `invalid_date` {value} for anything else, a 30th of February among them.
    pub fn parse(text: &str) -> Result<Self> {
        read(text.trim()).ok_or_else(|| Error::new("invalid_date").with("value", text))
    }

    /// How precisely it is known.
    pub fn precision(self) -> Precision {
        match (self.month, self.day) {
            (None, _) => Precision::Year,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(_)) => Precision::Day,
        }
    }

    /// Its first day, in days from 1970-01-01.
    pub fn first_day(self) -> i64 {
        days_from_civil(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// Its last day, in days from 1970-01-01; the first one again for a date that is known to the day.
    pub fn last_day(self) -> i64 {
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or(days_in_month(self.year, month));
        days_from_civil(self.year, month, day)
    }

    /// How much of the way from `start` to `end` has passed on this date: 0 at the start, 1 at the end, negative before.
    ///
    /// Counted in the unit of the most precise of the three dates, and from the middle of those that are less precise:
    /// from 2010 to 2030, 2019 is 9/20 of the way, whatever the leap years. `None` where no time passes between the two.
    pub fn fraction(self, start: Date, end: Date) -> Option<f64> {
        let unit = self.precision().max(start.precision()).max(end.precision());
        let (from, to) = (start.middle(unit), end.middle(unit));
        (from < to).then(|| (self.middle(unit) - from) / (to - from))
    }

    /// The middle of the date on an axis of this unit.
    fn middle(self, unit: Precision) -> f64 {
        let (first, last) = match unit {
            Precision::Year => (i64::from(self.year), i64::from(self.year)),
            Precision::Month => (
                self.months(self.month.unwrap_or(1)),
                self.months(self.month.unwrap_or(12)),
            ),
            Precision::Day => (self.first_day(), self.last_day()),
        };
        (first + last) as f64 / 2.0
    }

    fn months(self, month: u8) -> i64 {
        i64::from(self.year) * 12 + i64::from(month)
    }
}

impl std::str::FromStr for Date {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        Date::parse(text)
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl Ord for Date {
    /// By last day, then by first day: what is known to have happened in 2019 is past for certain on its last day only.
    fn cmp(&self, other: &Self) -> Ordering {
        (self.last_day(), self.first_day()).cmp(&(other.last_day(), other.first_day()))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn read(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = parts.next().map(|part| digits(part, 2));
    let day = parts.next().map(|part| digits(part, 2));
    if parts.next().is_some() || year == 0 {
        return None;
    }
    let month = match month {
        Some(month) => Some(u8::try_from(month?).ok().filter(|m| (1..=12).contains(m))?),
        None => None,
    };
    let year = i32::from(year);
    let day = match day {
        Some(day) => {
            let longest = days_in_month(year, month?);
            Some(
                u8::try_from(day?)
                    .ok()
                    .filter(|d| (1..=longest).contains(d))?,
            )
        }
        None => None,
    };
    Some(Date { year, month, day })
}

/// A number of exactly `count` decimal digits.
fn digits(text: &str, count: usize) -> Option<u16> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days from 1970-01-01 in the proleptic Gregorian calendar: H. Hinnant, "chrono-compatible low-level date algorithms",
/// `days_from_civil`. A year is counted from March, so that the leap day ends it.
fn days_from_civil(year: i32, month: u8, day: u8) -> i64 {
    let (month, day) = (i64::from(month), i64::from(day));
    let year = i64::from(year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}
