//! The order of names in a list.

use super::Locale;
use super::fold::{base, is_letter};
use crate::host::lower;
use std::cmp::Ordering;

/// Compares two names as the reader's alphabet orders them: by base letters without accent or case, in Spanish with ñ after
/// n; equal ones by their accents, then by their characters, so that the order is total.
///
/// It covers the letters of the four languages, which is what names here are made of; a full collation costs 300 KB.
pub fn collate(a: &str, b: &str, locale: &Locale) -> Ordering {
    let spanish = locale.language() == "es";
    keys(a, spanish)
        .cmp(&keys(b, spanish))
        .then_with(|| lower(a).cmp(&lower(b)))
        .then_with(|| a.cmp(b))
}

/// One key a letter; spaces and marks come before digits, and digits before letters. A half step sets ñ after n.
fn keys(text: &str, spanish: bool) -> Vec<(u32, bool)> {
    lower(text)
        .chars()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .map(move |letter| {
            let class = if is_letter(letter) {
                0x0020_0000
            } else if letter.is_ascii_digit() {
                0x0010_0000
            } else {
                0
            };
            (class + u32::from(base(letter)), spanish && letter == 'ñ')
        })
        .collect()
}
