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

/// Lower-case base letters. Accents written as separate combining marks go too.
pub(super) fn fold(text: &str) -> impl Iterator<Item = char> {
    let letters: Vec<char> = lower(text).chars().collect();
    letters
        .into_iter()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .map(base)
}
