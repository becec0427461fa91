//! Numbers, dates and lists as a country writes them.
//!
//! The habits come from CLDR; the results are compared with `Intl` in the tests. Nothing here asks the platform.

use super::Locale;
use super::catalogue::calendar::{LONG_MONTHS, SHORT_MONTHS};
use super::fold::is_letter;
use super::habits::{exception, usual};
use crate::numeric::decimal::{digits, parted};
use crate::text;

/// How a locale writes numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Habits {
    /// Between the whole part and the decimals.
    pub decimal: char,
    /// Between groups of three.
    pub group: char,
    /// Least number of digits in the first group: 2 leaves 1234 whole and parts 12 345.
    pub least: usize,
    /// Whether a no-break space stands before the percent sign.
    pub percent_space: bool,
}

/// What stands where there is nothing to write.
pub const NOTHING: &str = "–";

const MINUS: char = '\u{2212}';

/// The number habits of a locale: its own, or its language's.
pub fn habits(locale: &Locale) -> Habits {
    let language = locale.language();
    locale
        .region()
        .and_then(|region| exception(&format!("{language}-{region}")))
        .or_else(|| exception(&locale.0))
        .unwrap_or_else(|| usual(language))
}

/// A number with a fixed count of decimals: `1,234.5`. Halves go away from zero, on the shortest decimal that stands for the
/// value, as `Intl` rounds. A value that rounds to zero has no minus.
pub fn number(value: f64, decimals: usize, locale: &Locale) -> String {
    write(value, 0, decimals, &habits(locale))
}

/// A share of 1 in percent, with its sign: `54%`, `54 %`. The shift by a hundred is made in decimal digits: 0.545 is 54.5.
pub fn percent(share: f64, decimals: usize, locale: &Locale) -> String {
    let habits = habits(locale);
    let mut text = write(share, 2, decimals, &habits);
    if habits.percent_space {
        text.push('\u{a0}');
    }
    text.push('%');
    text
}

/// A count: `3,682`.
pub fn integer(value: u64, locale: &Locale) -> String {
    grouped(&value.to_string(), &habits(locale))
}

/// A date in words, to its own precision: `2019` is `2019`, `2019-06` is `junio de 2019`, `2019-06-30` is `30 de junio de
/// 2019`. What is no such date comes back as it is.
pub fn date(text: &str, locale: &Locale) -> String {
    in_words(text, locale, true).unwrap_or_else(|| text.to_owned())
}

/// A date with its month cut short, for axes and table heads: `jun 2019`, `30 jun 2019`.
pub fn date_short(text: &str, locale: &Locale) -> String {
    in_words(text, locale, false).unwrap_or_else(|| text.to_owned())
}

/// The month and the year of a date of any precision: `junio de 2019`.
pub fn month_year(text: &str, locale: &Locale) -> String {
    date(text.get(..7).unwrap_or(text), locale)
}

/// A list that all belong to: `Chile, Perú y Uruguay`. In Spanish `y` is `e` before the sound i.
pub fn list(items: &[String], locale: &Locale) -> String {
    let last = items.last().map_or("", String::as_str);
    let word = match locale.language() {
        "pt" => "e",
        "en" => "and",
        "fr" => "et",
        _ if sounds_i(last) => "e",
        _ => "y",
    };
    joined(items, word, locale)
}

/// A list to choose from: `Chile, Perú o Uruguay`. In Spanish `o` is `u` before the sound o.
pub fn list_or(items: &[String], locale: &Locale) -> String {
    let last = items.last().map_or("", String::as_str);
    let word = match locale.language() {
        "pt" | "fr" => "ou",
        "en" => "or",
        _ if sounds_o(last) => "u",
        _ => "o",
    };
    joined(items, word, locale)
}

/// Writes a value times ten to the `shift`, rounded half away from zero.
fn write(value: f64, shift: i32, decimals: usize, habits: &Habits) -> String {
    if !value.is_finite() {
        return NOTHING.into();
    }
    let (digits, point) = digits(value);
    // Zero has no first digit that could move.
    let shift = if value == 0.0 { 0 } else { shift };
    let digits = rounded(&digits, point + shift, decimals);
    let (whole, fraction) = parted(&digits, digits.len() - decimals);
    let mut text = String::new();
    if value < 0.0 && digits.bytes().any(|digit| digit != b'0') {
        text.push(MINUS);
    }
    text.push_str(&grouped(whole, habits));
    if decimals > 0 {
        text.push(habits.decimal);
        text.push_str(fraction);
    }
    text
}

/// The digits of a number with its decimals, at least one before the point, rounded half away from zero.
fn rounded(digits: &str, point: i32, decimals: usize) -> String {
    // Leading zeros make the place of the point positive, so that one index serves both sides.
    let zeros = usize::try_from(1 - point).unwrap_or(0);
    let mut all = vec![b'0'; zeros];
    all.extend(digits.bytes());
    let whole = usize::try_from(point).unwrap_or(0).max(1);
    let kept = whole + decimals;
    let up = all.get(kept).is_some_and(|digit| *digit >= b'5');
    all.resize(kept, b'0');
    if up && carries(&mut all) {
        all.insert(0, b'1');
    }
    String::from_utf8(all).unwrap_or_default()
}

/// Adds one to the last digit; whether it carries past the first.
fn carries(digits: &mut [u8]) -> bool {
    for digit in digits.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return false;
        }
        *digit = b'0';
    }
    true
}

fn grouped(digits: &str, habits: &Habits) -> String {
    let mut text = String::with_capacity(digits.len() * 2);
    let parted = digits.len() >= 3 + habits.least;
    for (index, digit) in digits.chars().enumerate() {
        if parted && index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(habits.group);
        }
        text.push(digit);
    }
    text
}

fn in_words(text: &str, locale: &Locale, long: bool) -> Option<String> {
    let mut parts = text.split('-');
    let year = parts.next().filter(|year| all_digits(year, 4))?;
    let Some(month) = parts.next() else {
        return Some(year.to_owned());
    };
    let month: usize = all_digits(month, 2).then(|| month.parse().ok())??;
    let months = if long { &LONG_MONTHS } else { &SHORT_MONTHS };
    let month = months.get(month.checked_sub(1)?)?.get(locale);
    let language = locale.language();
    let Some(day) = parts.next() else {
        return Some(match language {
            "en" | "fr" => format!("{month} {year}"),
            _ if long => format!("{month} de {year}"),
            _ => format!("{month} {year}"),
        });
    };
    let day: u32 = all_digits(day, 2).then(|| day.parse().ok())??;
    if !(1..=31).contains(&day) || parts.next().is_some() {
        return None;
    }
    // The first of a month is an ordinal in French and in Brazil; CLDR's patterns cannot say so.
    let first = match (day, language) {
        (1, "fr") => "er",
        (1, "pt") if locale.region() != Some("PT") => "º",
        _ => "",
    };
    Some(match language {
        "en" if month_first(locale) => format!("{month} {day}, {year}"),
        "en" | "fr" => format!("{day}{first} {month} {year}"),
        _ if long => format!("{day}{first} de {month} de {year}"),
        _ => format!("{day}{first} {month} {year}"),
    })
}

/// English without a region follows the United States; the Caribbean writes the day first.
fn month_first(locale: &Locale) -> bool {
    matches!(locale.region(), None | Some("US" | "CA" | "PR"))
}

fn all_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn joined(items: &[String], word: &str, locale: &Locale) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first, second] => format!("{first} {word} {second}"),
        [all @ .., last] => {
            // The comma before "and" is American.
            let comma = if locale.language() == "en" && month_first(locale) {
                ","
            } else {
                ""
            };
            format!("{}{comma} {word} {last}", text::joined(all, ", "))
        }
    }
}

/// Begins with the sound i: `Irlanda`, `hijos`, but not `hielo`.
fn sounds_i(word: &str) -> bool {
    let start: Vec<char> = super::fold::fold(word).take(3).collect();
    match start.as_slice() {
        ['i', ..] => !matches!(start.get(1), Some('a' | 'e' | 'o' | 'u')) || accented_i(word),
        ['h', 'i', next, ..] => !matches!(next, 'a' | 'e' | 'o' | 'u') || accented_i(word),
        ['h', 'i'] => true,
        _ => false,
    }
}

fn accented_i(word: &str) -> bool {
    word.chars()
        .find(|letter| !matches!(letter, 'h' | 'H'))
        .is_some_and(|letter| matches!(letter, 'í' | 'Í'))
}

/// Begins with the sound o: `ocho`, `hombres`, `8`, `11`.
fn sounds_o(word: &str) -> bool {
    let start: Vec<char> = super::fold::fold(word).take(3).collect();
    match start.as_slice() {
        ['o', ..] | ['h', 'o', ..] | ['8', ..] => true,
        ['1', '1', next] => !is_letter(*next) && !next.is_ascii_digit(),
        ['1', '1'] => true,
        _ => false,
    }
}
