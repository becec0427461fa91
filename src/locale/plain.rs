//! Words as they compare: lower case, without accents and punctuation.

use super::fold::fold;

/// Lower-case letters and digits without accents; anything else becomes one space, and none at the ends.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in fold(text) {
        if letter.is_alphanumeric() {
            plain.push(letter);
        } else if !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    plain.trim().to_string()
}
