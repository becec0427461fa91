//! The form that a count asks for.

use super::Locale;
use super::format::integer;
use super::message::{Message, fill};

/// A message in its two forms. CLDR's third form, `many`, is that of whole millions ("un millón de"): counts of records and
/// countries are written in digits and do without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plural {
    /// For one; in French and in Brazilian Portuguese also for none.
    pub one: Message,
    /// For every other count.
    pub other: Message,
}

impl Plural {
    /// The wording for this count, without its parameters.
    pub fn get(&self, count: u64, locale: &Locale) -> &'static str {
        if is_one(count, locale) {
            self.one.get(locale)
        } else {
            self.other.get(locale)
        }
    }

    /// The wording for this count with its parameters; `{count}` is the count in the locale's digits.
    pub fn with(&self, count: u64, locale: &Locale, params: &[(&str, &str)]) -> String {
        let digits = integer(count, locale);
        fill(self.get(count, locale), |name| {
            let value = match name {
                "count" => digits.as_str(),
                _ => params.iter().find(|(param, _)| *param == name)?.1,
            };
            Some(value.into())
        })
    }
}

/// Whether a count takes the form of one: CLDR 48, cardinal rules on whole numbers.
pub fn is_one(count: u64, locale: &Locale) -> bool {
    match locale.language() {
        "fr" => count <= 1,
        // Portugal counts as Spain does; Brazil says "0 país".
        "pt" if locale.region() != Some("PT") => count <= 1,
        _ => count == 1,
    }
}
