//! A sentence in the four languages.

use super::Locale;

/// A sentence, or a part of one, in the four languages. A missing language does not compile.
///
/// Parameters stand in braces and go by name, `{country}`, because languages order them differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Message {
    /// Spanish, as Latin America reads it.
    pub es: &'static str,
    /// Portuguese, as Brazil reads it.
    pub pt: &'static str,
    /// English.
    pub en: &'static str,
    /// French.
    pub fr: &'static str,
}

impl Message {
    /// A message that reads the same in the four languages.
    pub const fn same(text: &'static str) -> Self {
        Message {
            es: text,
            pt: text,
            en: text,
            fr: text,
        }
    }

    /// The wording in the locale's language; in Spanish where that is none of the four, as [`super::Text::get`] does.
    pub fn get(&self, locale: &Locale) -> &'static str {
        match locale.language() {
            "pt" => self.pt,
            "en" => self.en,
            "fr" => self.fr,
            _ => self.es,
        }
    }

    /// The wording with its parameters filled in. A name without a value stays as it is, in its braces, so that a fault is
    /// seen instead of a sentence with a hole.
    pub fn with(&self, locale: &Locale, params: &[(&str, &str)]) -> String {
        filled(self.get(locale), params)
    }

    /// The four wordings with their language codes.
    pub fn languages(&self) -> [(&'static str, &'static str); 4] {
        [
            ("es", self.es),
            ("pt", self.pt),
            ("en", self.en),
            ("fr", self.fr),
        ]
    }
}

/// A wording with these parameters.
pub(super) fn filled(template: &str, params: &[(&str, &str)]) -> String {
    fill(template, |name| {
        let (_, value) = params.iter().find(|(param, _)| *param == name)?;
        Some(String::from(*value))
    })
}

/// Replaces each `{name}` by its value, in one pass: a value that holds braces is not read again.
pub(super) fn fill(template: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}') {
            Some((name, tail)) => {
                match value(name) {
                    Some(text) => out.push_str(&text),
                    None => {
                        out.push('{');
                        out.push_str(name);
                        out.push('}');
                    }
                }
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}
