//! The levels of a column, which codes name them, and their order.

use crate::codebook::Code;
use crate::numeric::decimal::decimal;
use crate::table::Level;
use std::cmp::Ordering;

/// Category of each code, and the level of each category, without the missing codes.
pub(super) fn categories(levels: &[Level], missing: &[Code]) -> (Vec<Option<u32>>, Vec<Level>) {
    let mut category = vec![None];
    let mut kept = Vec::new();
    for level in levels {
        if missing.iter().any(|code| stands_for(code, level)) {
            category.push(None);
        } else {
            category.push(Some(kept.len() as u32));
            kept.push(level.clone());
        }
    }
    (category, kept)
}

/// Whether a code is the code of a level.
pub(super) fn stands_for(code: &Code, level: &Level) -> bool {
    match code {
        Code::Number(number) => level.number == Some(*number),
        Code::Text(text) => names(text, level),
    }
}

/// Whether a text names a level: letter by letter, or as the same number.
pub(super) fn names(text: &str, level: &Level) -> bool {
    let text = text.trim();
    text == level.text || level.number.is_some() && text.parse().ok() == level.number
}

/// The number that a code is, or writes.
pub(super) fn as_number(code: &Code) -> Option<f64> {
    match code {
        Code::Number(number) => Some(*number),
        Code::Text(text) => text.trim().parse().ok(),
    }
}

/// The level that a code makes.
pub(super) fn level_of(code: &Code) -> Level {
    match code {
        Code::Number(number) => Level {
            text: decimal(*number),
            number: Some(*number),
        },
        Code::Text(text) => Level {
            text: text.clone(),
            number: text.trim().parse().ok(),
        },
    }
}

/// Whether two levels are one.
pub(super) fn same(a: &Level, b: &Level) -> bool {
    by_value(a, b) == Ordering::Equal
}

/// Numbers by value, then texts by code point.
pub(super) fn by_value(a: &Level, b: &Level) -> Ordering {
    match (a.number, b.number) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => a.text.cmp(&b.text),
    }
}
