//! How much room a text takes, from a table of advance widths: the same on every machine, with or without fonts.

use super::widths::{BEYOND, BOLD, FIRST, REGULAR};

/// Height of the letters above the baseline, as a share of the font size, with room for an accent on a capital.
pub const ASCENT: f64 = 0.92;
/// Depth below the baseline, as a share of the font size.
pub const DESCENT: f64 = 0.22;

/// Width of one line of text in pixels. Kerning only ever narrows, so that this is the upper bound.
pub fn width(text: &str, size_px: f64, bold: bool) -> f64 {
    let units: u32 = text.chars().map(|character| advance(character, bold)).sum();
    f64::from(units) * size_px / 2048.0
}

/// Lines of at most `max_px`, broken at spaces and after hyphens; a word that is longer than a line is broken where it must
/// be. No-break spaces hold.
pub fn wrap(text: &str, size_px: f64, bold: bool, max_px: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = format!("{line}{piece}");
        if width(longer.trim_end_matches(' '), size_px, bold) <= max_px || longer.trim().is_empty()
        {
            line = longer;
            continue;
        }
        if !line.trim().is_empty() {
            lines.push(line.trim_matches(' ').to_string());
        }
        line = String::new();
        for character in piece.chars() {
            let longer = format!("{line}{character}");
            if !line.is_empty() && width(longer.trim_end_matches(' '), size_px, bold) > max_px {
                lines.push(std::mem::take(&mut line));
            }
            line.push(character);
        }
    }
    if !line.trim().is_empty() || lines.is_empty() {
        lines.push(line.trim_matches(' ').to_string());
    }
    lines
}

/// As [`wrap`], with lines of about the same length: no title ends in a lonely word.
pub fn wrap_evenly(text: &str, size_px: f64, bold: bool, max_px: f64) -> Vec<String> {
    let greedy = wrap(text, size_px, bold, max_px);
    if greedy.len() < 2 {
        return greedy;
    }
    let (mut low, mut high) = (max_px / 2.0, max_px);
    for _ in 0..7 {
        let middle = (low + high) / 2.0;
        if wrap(text, size_px, bold, middle).len() > greedy.len() {
            low = middle;
        } else {
            high = middle;
        }
    }
    wrap(text, size_px, bold, high)
}

/// Advance of a character in 1/2048 of the font size.
fn advance(character: char, bold: bool) -> u32 {
    let code = u32::from(character);
    let table = if bold { &BOLD } else { &REGULAR };
    let narrow = code
        .checked_sub(FIRST)
        .and_then(|index| table.get(index as usize))
        .copied();
    let found = narrow.filter(|width| *width > 0).or_else(|| {
        let index = BEYOND.binary_search_by_key(&code, |entry| entry.0).ok()?;
        let (_, regular, heavy) = BEYOND[index];
        Some(if bold { heavy } else { regular })
    });
    match found {
        Some(width) => u32::from(width),
        // A combining mark takes no room; what the table does not know takes an em.
        None if (0x300..0x370).contains(&code) => 0,
        None => 2048,
    }
}

/// Words with the space or the hyphen that ends them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '-', '/'])
}
