//! A sentence in the four languages.

use super::Locale;

/// A sentence, or a part of one, in the four languages: made by [`message!`], which a missing language does not pass.
///
/// Parameters stand in braces and go by name, `{country}`, because languages order them differently.
///
/// The wordings are the lines of one text: an address for each of them would be a tenth of what all words weigh.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Message(&'static str);

/// The languages, in the order of a message's lines: Spanish as Latin America reads it, Portuguese as Brazil reads it, English,
/// French.
const LANGUAGES: [&str; 4] = ["es", "pt", "en", "fr"];

/// `message! { es: "…", pt: "…", en: "…", fr: "…" }`: a [`Message`].
macro_rules! message {
    (es: $es:literal, pt: $pt:literal, en: $en:literal, fr: $fr:literal $(,)?) => {
        $crate::locale::message::Message::of_lines(concat!($es, "\n", $pt, "\n", $en, "\n", $fr))
    };
}
pub(crate) use message;

impl Message {
    /// A message from its wordings, a line each.
    pub(crate) const fn of_lines(lines: &'static str) -> Self {
        Message(lines)
    }

    /// The wording in the locale's language; in Spanish where that is none of the four, as [`super::Text::get`] does.
    pub fn get(&self, locale: &Locale) -> &'static str {
        let language = locale.language();
        let line = LANGUAGES.iter().position(|known| *known == language);
        self.0
            .split('\n')
            .nth(line.unwrap_or(0))
            .unwrap_or_default()
    }

    /// The wording with its parameters filled in. A name without a value stays as it is, in its braces, so that a fault is
    /// seen instead of a sentence with a hole.
    pub fn with(&self, locale: &Locale, params: &[(&str, &str)]) -> String {
        filled(self.get(locale), params)
    }

    /// The wordings with their language codes.
    pub fn languages(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        LANGUAGES.into_iter().zip(self.0.split('\n'))
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
