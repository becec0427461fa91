//! The sentences for errors, warnings and notes, one file a room that raises them.
//!
//! A code's sentence says what is wrong. The place goes into it, the valid options and the nearest names after it; these
//! are made by [`crate::locale::explain`] and are not repeated here.

mod chart;
mod codebook;
mod design;
mod document;
mod estimate;
pub mod json;
mod page;
pub mod place;
mod policy;
mod read;
mod table;
mod theory;

use crate::locale::message::Message;

/// A code with its sentence.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The code, as in [`crate::error::Error::code`].
    pub code: &'static str,
    /// The sentence.
    pub says: Message,
}

/// Every list of entries, by room.
pub const ROOMS: [&[Entry]; 10] = [
    chart::ENTRIES,
    codebook::ENTRIES,
    design::ENTRIES,
    document::ENTRIES,
    estimate::ENTRIES,
    page::ENTRIES,
    policy::ENTRIES,
    read::ENTRIES,
    table::ENTRIES,
    theory::ENTRIES,
];

/// The sentence of a code.
pub fn wording(code: &str) -> Option<&'static Message> {
    ROOMS
        .iter()
        .flat_map(|entries| entries.iter())
        .find(|entry| entry.code == code)
        .map(|entry| &entry.says)
}

/// What would be valid.
pub const OPTIONS: Message = Message {
    es: "Valores posibles: {options}.",
    pt: "Valores possíveis: {options}.",
    en: "Possible values: {options}.",
    fr: "Valeurs possibles : {options}.",
};

/// The nearest valid names.
pub const HINT: Message = Message {
    es: "¿Quiso decir {hint}?",
    pt: "Você quis dizer {hint}?",
    en: "Did you mean {hint}?",
    fr: "Vouliez-vous dire {hint} ?",
};

/// A name in quotation marks.
pub const QUOTED: Message = Message {
    es: "«{name}»",
    pt: "“{name}”",
    en: "“{name}”",
    fr: "«\u{a0}{name}\u{a0}»",
};

/// A code that has no sentence.
pub const UNWORDED: Message = Message {
    es: "Algo no está bien: {what}.",
    pt: "Algo não está certo: {what}.",
    en: "Something is not right: {what}.",
    fr: "Quelque chose ne va pas\u{a0}: {what}.",
};
