//! Dates as statistics files count them, written as ISO 8601.

use crate::intake::calendar;

/// Days from 1582-10-14, where SPSS begins, to 1970-01-01.
pub(super) const SPSS_DAYS: i64 = 141_428;
/// Days from 1960-01-01, where Stata and SAS begin, to 1970-01-01.
pub(super) const STATA_DAYS: i64 = 3_653;

/// How a column's numbers are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Time {
    /// Seconds, of which the day counts: SPSS's dates. `2019-06-30`.
    SecondsDay,
    /// Seconds, of which the month counts: SPSS's months and quarters. `2019-06`.
    SecondsMonth,
    /// Seconds. `2019-06-30T14:05:00`.
    Seconds,
    /// Milliseconds. `2019-06-30T14:05:00`.
    Milliseconds,
    /// Milliseconds of which only hours, minutes and seconds are shown: seconds, as a number.
    Clock,
    /// Days. `2019-06-30`.
    Days,
    /// Days, of which the month counts: SAS's months. `2019-06`.
    DaysMonth,
    /// Weeks of Stata, 52 in each year and the first from 1 January: the week's first day.
    Weeks,
    /// Months. `2019-06`.
    Months,
    /// Quarters: the first month.
    Quarters,
    /// Half years: the first month.
    Halves,
}

/// A date, or a number where nothing can be written.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shown {
    /// As text.
    Text(String),
    /// As a number.
    Number(f64),
}

impl Time {
    /// Writes a number of a column whose first day lies `begin` days before 1970-01-01. What lies outside the years 1 to 9999
    /// is no date and stays a number.
    pub(super) fn shown(self, number: f64, begin: i64) -> Shown {
        // Whole numbers beyond are not exact, and no date lies there.
        if number.is_nan() || number.abs() >= 1e15 {
            return Shown::Number(number);
        }
        let text = match self {
            Time::Clock => return Shown::Number(number / 1_000.0),
            Time::Seconds => moment(number * 1_000.0, begin),
            Time::Milliseconds => moment(number, begin),
            Time::SecondsDay => day((number / 86_400.0).floor() as i64 - begin),
            Time::SecondsMonth => {
                civil((number / 86_400.0).floor() as i64 - begin).map(|(y, m, _)| month(y, m))
            }
            Time::Days => day(number.floor() as i64 - begin),
            Time::DaysMonth => civil(number.floor() as i64 - begin).map(|(y, m, _)| month(y, m)),
            Time::Weeks => week(number.floor() as i64),
            Time::Months => from_1960(number.floor() as i64, 1),
            Time::Quarters => from_1960(number.floor() as i64, 3),
            Time::Halves => from_1960(number.floor() as i64, 6),
        };
        text.map_or(Shown::Number(number), Shown::Text)
    }
}

fn moment(milliseconds: f64, begin: i64) -> Option<String> {
    let whole = milliseconds.round() as i64;
    let (days, rest) = (whole.div_euclid(86_400_000), whole.rem_euclid(86_400_000));
    let mut text = day(days - begin)?;
    let (seconds, thousandths) = (rest / 1_000, rest % 1_000);
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    text.push('T');
    two(hours, &mut text);
    text.push(':');
    two(minutes, &mut text);
    text.push(':');
    two(seconds, &mut text);
    if thousandths > 0 {
        text.push('.');
        text.push(char::from(b'0' + (thousandths / 100) as u8));
        two(thousandths % 100, &mut text);
    }
    Some(text)
}

fn day(days: i64) -> Option<String> {
    let (year, of_year, of_month) = civil(days)?;
    let mut text = month(year, of_year);
    text.push('-');
    two(of_month, &mut text);
    Some(text)
}

fn week(weeks: i64) -> Option<String> {
    let year = weeks.div_euclid(52).checked_add(1960)?;
    let in_range = (1..=9_999).contains(&year);
    in_range.then(|| day(first_of_year(year) + weeks.rem_euclid(52) * 7))?
}

/// The first month of a stretch of `length` months, counted from 1960.
fn from_1960(count: i64, length: i64) -> Option<String> {
    let months = count.checked_mul(length)?;
    let year = months.div_euclid(12).checked_add(1960)?;
    (1..=9_999)
        .contains(&year)
        .then(|| month(year, months.rem_euclid(12) + 1))
}

fn month(year: i64, month: i64) -> String {
    let mut text = String::with_capacity(24);
    two(year / 100, &mut text);
    two(year % 100, &mut text);
    text.push('-');
    two(month, &mut text);
    text
}

fn two(number: i64, text: &mut String) {
    text.push(char::from(b'0' + (number / 10 % 10) as u8));
    text.push(char::from(b'0' + (number % 10) as u8));
}

/// The days from 1970-01-01 to 1 January of a year.
fn first_of_year(year: i64) -> i64 {
    let before = year - 1;
    before * 365 + before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400) - 719_162
}

/// Year, month and day of a day counted from 1970-01-01, for the years 1 to 9999.
fn civil(days: i64) -> Option<(i64, i64, i64)> {
    (-719_162..=2_932_896)
        .contains(&days)
        .then(|| calendar::civil(days))
}
