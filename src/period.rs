//! The stretch of time that an indicator's value speaks of: a day, a month, a quarter, half a year, a year, several years.

use crate::date::Date;
use std::cmp::Ordering;

/// A period, in one spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    text: String,
    first: Date,
    last: Date,
}

impl Period {
    /// Reads a period as publishers write it: `2013`, `YR2013`, `2019 [YR2019]`, `2013-Q1`, `2013Q1`, `2013-S2`, `2013M05`,
    /// `2013-05`, `2013-05-31`, `2012-2014`, `2012/2014`. None for anything else.
    pub fn parse(text: &str) -> Option<Period> {
        let text = text.trim();
        // DataBank writes the year twice.
        let text = text.split_once(" [").map_or(text, |(before, _)| before);
        let text = match text.get(..2) {
            Some(mark) if mark.eq_ignore_ascii_case("yr") => text.get(2..)?,
            _ => text,
        };
        // A year that a statistics package prints as a number, and a day with its hour.
        let text = text.strip_suffix(".0").unwrap_or(text);
        let text = text.split_once('T').map_or(text, |(day, _)| day);
        if let Ok(date) = Date::parse(text) {
            return Some(Period {
                text: date.to_string(),
                first: date,
                last: date,
            });
        }
        let (year, rest) = text.split_at_checked(4)?;
        Date::parse(year).ok()?;
        part(year, rest).or_else(|| span(year, rest))
    }

    /// Its last day, in days from 1970-01-01.
    pub fn last_day(&self) -> i64 {
        self.last.last_day()
    }

    /// As it is written: `2013`, `2013-Q1`, `2013-05`, `2012-2014`.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl Ord for Period {
    /// By last day; of two that end together the longer one is earlier.
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |period: &Period| (period.last.last_day(), period.first.first_day());
        key(self)
            .cmp(&key(other))
            .then_with(|| self.text.cmp(&other.text))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A quarter, half a year, or a month after an `M`.
fn part(year: &str, rest: &str) -> Option<Period> {
    let rest = rest.strip_prefix(['-', ' ']).unwrap_or(rest);
    let mut letters = rest.chars();
    let letter = letters.next()?.to_ascii_uppercase();
    let digits = letters.as_str();
    let plain = digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number: u8 = plain.then(|| digits.parse().ok()).flatten()?;
    // Of how many months, and how it is written.
    let (months, mark) = match letter {
        'Q' | 'T' => (3, Some('Q')),
        'S' | 'H' => (6, Some('S')),
        'M' => (1, None),
        _ => return None,
    };
    if number == 0 || number > 12 / months {
        return None;
    }
    let month = |month: u8| Date::parse(&format!("{year}-{month:02}")).ok();
    let (first, last) = (month((number - 1) * months + 1)?, month(number * months)?);
    Some(Period {
        text: match mark {
            Some(mark) => format!("{year}-{mark}{number}"),
            None => first.to_string(),
        },
        first,
        last,
    })
}

/// Years from one to another.
fn span(year: &str, rest: &str) -> Option<Period> {
    let end = rest.trim_start().strip_prefix(['-', '/', '–'])?.trim();
    let (first, last) = (Date::parse(year).ok()?, Date::parse(end).ok()?);
    let years = end.len() == 4 && first.last_day() < last.first_day();
    years.then(|| Period {
        text: format!("{year}-{end}"),
        first,
        last,
    })
}
