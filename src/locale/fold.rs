//! Letters without their accents.

use crate::host::lower;

/// The base letter of a lower-case letter of the Latin alphabets of the region, in lower case; other characters as they are.
pub(super) fn base(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    }
}

/// Whether a character is a letter. Beyond ASCII it is what is no sign, dash, quotation mark or arrow: the table of all
/// alphabets would be two kilobytes of the viewer.
pub(super) fn is_letter(character: char) -> bool {
    match character {
        'a'..='z' | 'A'..='Z' | 'ª' | 'º' => true,
        '\0'..='¿' | '×' | '÷' => false,
        '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{fe00}'..='\u{fe0f}' => false,
        _ => true,
    }
}

/// Lower-case base letters. Accents written as separate combining marks go too.
pub(super) fn fold(text: &str) -> impl Iterator<Item = char> {
    let letters: Vec<char> = lower(text).chars().collect();
    letters
        .into_iter()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .map(base)
}
