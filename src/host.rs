//! What the platform has already: in the browser, JavaScript's digits and letters.
//!
//! Its own code for the same would be a sixth of the viewer: tables of powers of five and of the letters' cases, which do not
//! compress. ECMAScript says which digits and which letters come out, and a build without a browser
//! takes the same.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
extern "C" {
    /// The shortest digits that stand for a finite value, with or without an exponent; of two that are as near, the even ones.
    #[wasm_bindgen(js_name = String)]
    pub fn shortest(value: f64) -> String;

    /// A text of digits, signs, points and `e` as a number; not a number where it is none.
    #[wasm_bindgen(js_name = Number)]
    pub fn number(text: &str) -> f64;

    #[wasm_bindgen(js_namespace = ["String", "prototype", "toLowerCase"], js_name = call)]
    fn lower_of(text: &str) -> String;
}

/// The shortest digits that stand for a finite value, with or without an exponent; of two that are as near, the even ones, as
/// serde_json writes them. `Display` may take the odd.
#[cfg(not(target_arch = "wasm32"))]
pub fn shortest(value: f64) -> String {
    serde_json::to_string(&value).unwrap_or_default()
}

/// A text of digits, signs, points and `e` as a number; not a number where it is none.
#[cfg(not(target_arch = "wasm32"))]
pub fn number(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}

#[cfg(not(target_arch = "wasm32"))]
fn lower_of(text: &str) -> String {
    text.to_lowercase()
}

/// A text in lower case, as no language in particular does it. Western letters do not ask the platform: names are compared in
/// loops.
pub fn lower(text: &str) -> String {
    if text.chars().any(|letter| letter > '\u{ff}') {
        return lower_of(text);
    }
    let small = |letter| match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => char::from(letter as u8 + 32),
        other => other,
    };
    text.chars().map(small).collect()
}
