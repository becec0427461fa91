//! Days and times as ISO 8601, from the numbers by which workbooks count them.

use crate::intake::calendar;

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;
/// The last day of the year 9999, counted as Excel counts.
const LAST: f64 = 2_958_466.0;

/// What the number of a cell stands for, from how it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number.
    Number,
    /// A day, with a time or without.
    Day,
    /// A time of day.
    Time,
    /// How long something took, in hours and more.
    Span,
}

/// From which day a workbook counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Epoch {
    /// 1 is 1900-01-01, and 60 the 29th of February 1900, which never was: Lotus 1-2-3 had it.
    Windows,
    /// 0 is 1904-01-01.
    Macintosh,
}

/// A number as what it stands for: `2019-06-30`, `2019-06-30T14:05:00`, `14:05:00`, `26:30:00`. None where it is a number, or
/// stands for no day of the years up to 9999.
pub(super) fn text(number: f64, kind: Kind, epoch: Epoch) -> Option<String> {
    if kind == Kind::Number || !(0.0..LAST).contains(&number) {
        return None;
    }
    // Days are held as fractions: to the millisecond they are what was typed.
    let moment = (number * DAY as f64).round() as i64;
    let (day, time) = (moment.div_euclid(DAY), moment.rem_euclid(DAY));
    if kind == Kind::Span {
        return Some(clock(moment));
    }
    if day == 0 && (kind == Kind::Time || epoch == Epoch::Windows) {
        return Some(clock(time));
    }
    let date = match (epoch, day) {
        (Epoch::Windows, 60) => "1900-02-29".into(),
        (Epoch::Windows, ..60) => civil(day - 25_568),
        (Epoch::Windows, _) => civil(day - 25_569),
        (Epoch::Macintosh, _) => civil(day - 24_107),
    };
    Some(match time {
        0 => date,
        _ => format!("{date}T{}", clock(time)),
    })
}

/// `PT15H10M10.5S`, as OpenDocument writes times, as `15:10:10.500`.
pub(super) fn duration(text: &str) -> Option<String> {
    let parts = text.strip_prefix("PT")?;
    let mut moment = 0_i64;
    let mut digits = "";
    let mut start = 0;
    for (at, letter) in parts.char_indices() {
        let unit = match letter {
            'H' => 3_600_000.0,
            'M' => 60_000.0,
            'S' => 1_000.0,
            _ => {
                digits = parts.get(start..=at)?;
                continue;
            }
        };
        let number: f64 = digits.parse().ok()?;
        if !(0.0..1e9).contains(&number) {
            return None;
        }
        moment += (number * unit).round() as i64;
        (digits, start) = ("", at + 1);
    }
    Some(clock(moment))
}

/// Milliseconds as hours, minutes and seconds.
pub(in crate::intake) fn clock(moment: i64) -> String {
    let (seconds, rest) = (moment / 1000, moment % 1000);
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    let whole = format!("{hours:02}:{minutes:02}:{:02}", seconds % 60);
    match rest {
        0 => whole,
        _ => format!("{whole}.{rest:03}"),
    }
}

/// The date of a day counted from 1970-01-01.
pub(in crate::intake) fn civil(day: i64) -> String {
    let (year, month, day) = calendar::civil(day);
    format!("{year:04}-{month:02}-{day:02}")
}
