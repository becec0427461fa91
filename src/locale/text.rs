//! A locale, and a text that may exist in several languages.

use crate::shape::{Shape, Written};
use crate::short_map::ShortMap;
use serde::Serialize;

/// A language with a country's number habits: `es-419`, `es-PE`, `pt-BR`, `en`, `fr`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Locale(pub String);

impl Locale {
    /// The language part: `es` of `es-PE`.
    pub fn language(&self) -> &str {
        self.0.split(['-', '_']).next().unwrap_or("en")
    }

    /// The region part, where there is one: `PE` of `es-PE`, `419` of `es-419`.
    pub fn region(&self) -> Option<&str> {
        self.0
            .split(['-', '_'])
            .skip(1)
            .find(|part| matches!(part.len(), 2 | 3))
    }
}

impl Default for Locale {
    fn default() -> Self {
        Locale("es-419".into())
    }
}

/// A text: one string, or one for each language.
#[derive(Debug, Clone, PartialEq, Serialize, Written)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Text {
    /// The same in every language.
    Plain(String),
    /// By language code: `es`, `pt`, `en`, `fr`.
    Languages(ShortMap<String, String>),
}

impl Text {
    /// The text in this locale's language; where it is missing, the first that exists of es, en, pt, fr and any other.
    pub fn get(&self, locale: &Locale) -> &str {
        match self {
            Text::Plain(text) => text,
            Text::Languages(texts) => [locale.language(), "es", "en", "pt", "fr"]
                .iter()
                .find_map(|language| texts.get(*language))
                .or_else(|| texts.values().next())
                .map_or("", String::as_str),
        }
    }

    /// The codes of its languages; none where it is the same in every language.
    #[cfg(feature = "tools")]
    pub(crate) fn languages(&self) -> impl Iterator<Item = &String> {
        let texts = match self {
            Text::Plain(_) => None,
            Text::Languages(texts) => Some(texts),
        };
        texts.into_iter().flat_map(ShortMap::keys)
    }
}

impl Default for Text {
    fn default() -> Self {
        Text::Plain(String::new())
    }
}
