//! The types of JSON, in words.

use crate::locale::message::{Message, message};

/// A text.
pub const TEXT: Message = message! {
    es: "un texto",
    pt: "um texto",
    en: "a text",
    fr: "un texte",
};

/// A number.
pub const NUMBER: Message = message! {
    es: "un número",
    pt: "um número",
    en: "a number",
    fr: "un nombre",
};

/// A whole number.
pub const WHOLE_NUMBER: Message = message! {
    es: "un número entero",
    pt: "um número inteiro",
    en: "a whole number",
    fr: "un nombre entier",
};

/// `true` or `false`.
pub const YES_NO: Message = message! {
    es: "«true» o «false»",
    pt: "“true” ou “false”",
    en: "“true” or “false”",
    fr: "«\u{a0}true\u{a0}» ou «\u{a0}false\u{a0}»",
};

/// A list.
pub const LIST: Message = message! {
    es: "una lista",
    pt: "uma lista",
    en: "a list",
    fr: "une liste",
};

/// An object.
pub const OBJECT: Message = message! {
    es: "un objeto",
    pt: "um objeto",
    en: "an object",
    fr: "un objet",
};

/// Nothing.
pub const NULL: Message = message! {
    es: "nada (null)",
    pt: "nada (null)",
    en: "nothing (null)",
    fr: "rien (null)",
};

/// A value as the data hold it.
pub const CODE: Message = message! {
    es: "un número o un texto",
    pt: "um número ou um texto",
    en: "a number or a text",
    fr: "un nombre ou un texte",
};

/// A range of values.
pub const RANGE: Message = message! {
    es: "un rango de dos números",
    pt: "um intervalo de dois números",
    en: "a range of two numbers",
    fr: "un intervalle de deux nombres",
};
