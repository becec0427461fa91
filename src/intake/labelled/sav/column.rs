//! What a column is made of, and how its cells are read from a record.

use super::dictionary::Field;
use crate::codebook::Code;
use crate::intake::Cell;
use crate::intake::labelled::bytes::Order;
use crate::intake::labelled::cell::written;
use crate::intake::labelled::range::Range;
use crate::intake::labelled::time::{SPSS_DAYS, Shown, Time};
use crate::intake::labelled::words::Words;

/// A column of a system file.
pub(super) struct Column {
    /// Its first unit in a record.
    pub(super) unit: usize,
    pub(super) holds: Holds,
    /// Values that are no answer.
    pub(super) range: Option<Range>,
}

/// What its cells hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Holds {
    /// Numbers, shown as dates where there is a time.
    Number(Option<Time>),
    /// Text of so many bytes; beyond 255 in several fields, of which each but the last gives 255.
    Text(usize),
}

/// Bytes that a field of a very long text gives, and bytes of the text that it was cut for.
const GIVES: usize = 255;
const CUT_FOR: usize = 252;

/// Fields that a text of this many bytes takes.
pub(super) fn fields(width: usize) -> usize {
    match width {
        0..=255 => 1,
        _ => width.div_ceil(CUT_FOR),
    }
}

impl Column {
    /// A column of one field.
    pub(super) fn of(field: &Field) -> Column {
        let holds = match field.width {
            0 => Holds::Number(time(field.format)),
            width => Holds::Text(width),
        };
        Column {
            unit: field.unit,
            holds,
            range: None,
        }
    }

    /// Its number in a record; none where it is absent.
    pub(super) fn number(&self, case: &[[u8; 8]], order: Order, absent: f64) -> Option<f64> {
        let number = order.f64(*case.get(self.unit)?);
        (number != absent && number.is_finite()).then_some(number)
    }

    /// Puts its cell of a record into `cell`.
    pub(super) fn cell(
        &self,
        case: &[[u8; 8]],
        (order, absent, words): (Order, f64, Words),
        cell: &mut Cell,
    ) {
        match self.holds {
            Holds::Number(time) => {
                let number = self.number(case, order, absent);
                let out = |number: &f64| self.range.as_ref().is_some_and(|r| r.leaves_out(*number));
                *cell = match number.filter(|number| !out(number)) {
                    None => Cell::Blank,
                    Some(number) => match time {
                        None => Cell::Number(number),
                        Some(time) => time.shown(number, SPSS_DAYS).into(),
                    },
                };
            }
            Holds::Text(width) => {
                let units = case.get(self.unit..).unwrap_or_default().as_flattened();
                match units.get(..width).filter(|_| width <= GIVES) {
                    Some(bytes) => written(cell, bytes, words),
                    None => written(cell, &joined(units, width), words),
                }
            }
        }
    }

    /// A value of the dictionary as it stands in the data.
    pub(super) fn code(&self, value: [u8; 8], order: Order, words: Words) -> Code {
        match self.holds {
            Holds::Number(_) => self.number_code(order.f64(value)),
            Holds::Text(_) => Code::Text(words.text(&value)),
        }
    }

    /// A number as it stands in the data.
    pub(super) fn number_code(&self, number: f64) -> Code {
        match self.holds {
            Holds::Number(Some(time)) => time.shown(number, SPSS_DAYS).into(),
            _ => Shown::Number(number).into(),
        }
    }
}

/// A very long text out of its fields, each of which fills whole units.
fn joined(units: &[u8], width: usize) -> Vec<u8> {
    let mut whole = Vec::with_capacity(width);
    for field in units.chunks(GIVES + 1).take(fields(width)) {
        let wanted = width.saturating_sub(whole.len()).min(GIVES);
        whole.extend_from_slice(field.get(..wanted).unwrap_or(field));
    }
    whole
}

/// How numbers of a print format are shown. Times of day are lengths of time as often as not: they stay seconds, whose mean means
/// something.
pub(in crate::intake::labelled) fn time(format: u8) -> Option<Time> {
    match format {
        // DATE, ADATE, JDATE, week of a year, EDATE, SDATE.
        20 | 23 | 24 | 30 | 38 | 39 => Some(Time::SecondsDay),
        // Month of a year, quarter of a year.
        28 | 29 => Some(Time::SecondsMonth),
        // DATETIME, YMDHMS.
        22 | 41 => Some(Time::Seconds),
        _ => None,
    }
}
