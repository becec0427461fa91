//! Values that a document may give in one of two forms. They are read by hand, so that a wrong one is told what would be
//! right: serde's own untagged enums only say that nothing matched.
//!
//! What `expecting` says is not a sentence but the name of an expectation, as [`super::parse`] reports it.

use crate::chart::Reference;
use crate::codebook::Code;
use crate::locale::Text;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor, value::MapAccessDeserializer};
use std::fmt::{Formatter, Result as Written};

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberOrText {
            number: Code::Number,
            text: Code::Text,
        })
    }
}

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberOrText {
            number: Reference::Value,
            text: Reference::Row,
        })
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrTexts)
    }
}

/// How to hold a number, and how a text.
struct NumberOrText<T> {
    number: fn(f64) -> T,
    text: fn(String) -> T,
}

impl<T> Visitor<'_> for NumberOrText<T> {
    type Value = T;
    fn expecting(&self, f: &mut Formatter) -> Written {
        f.write_str("number_or_text")
    }
    fn visit_f64<E>(self, number: f64) -> Result<T, E> {
        Ok((self.number)(number))
    }
    fn visit_i64<E>(self, number: i64) -> Result<T, E> {
        Ok((self.number)(number as f64))
    }
    fn visit_u64<E>(self, number: u64) -> Result<T, E> {
        Ok((self.number)(number as f64))
    }
    fn visit_str<E>(self, text: &str) -> Result<T, E> {
        Ok((self.text)(text.into()))
    }
    fn visit_string<E>(self, text: String) -> Result<T, E> {
        Ok((self.text)(text))
    }
}

struct TextOrTexts;

impl<'de> Visitor<'de> for TextOrTexts {
    type Value = Text;
    fn expecting(&self, f: &mut Formatter) -> Written {
        f.write_str("text_or_texts")
    }
    fn visit_str<E>(self, text: &str) -> Result<Text, E> {
        Ok(Text::Plain(text.into()))
    }
    fn visit_string<E>(self, text: String) -> Result<Text, E> {
        Ok(Text::Plain(text))
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Text, A::Error> {
        Deserialize::deserialize(MapAccessDeserializer::new(map)).map(Text::Languages)
    }
}
