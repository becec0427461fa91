//! Words as they compare: lower case, without accents and punctuation.

use crate::host::lower;

/// Lower-case letters and digits without accents; anything else becomes one space, and none at the ends.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in lower(text).chars() {
        let base = match letter {
            'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
            'ú' | 'ù' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            'ñ' => 'n',
            other => other,
        };
        if base.is_alphanumeric() {
            plain.push(base);
        } else if !('\u{300}'..='\u{36f}').contains(&base) && !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    plain.trim().to_string()
}
