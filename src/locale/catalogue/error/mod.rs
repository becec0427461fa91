//! The sentences for errors, warnings and notes, by the room that raises them.
//!
//! The viewer speaks of what it is given and draws. What only somebody who opens data can cause, the engine says itself: its
//! words are compiled with it, a third of all words.
//!
//! A code's sentence says what is wrong. The place goes into it, the valid options and the nearest names after it; these
//! are made by [`crate::locale::explain`] and are not repeated here.

#[cfg(feature = "engine")]
mod boundary;
#[cfg(all(feature = "complete", feature = "viewer"))]
mod brand;
mod chart;
#[cfg(any(feature = "engine", feature = "intake"))]
mod codebook;
#[cfg(feature = "complete")]
mod context;
#[cfg(feature = "engine")]
mod design;
#[cfg(feature = "engine")]
mod document;
#[cfg(feature = "viewer")]
pub mod drawing;
#[cfg(feature = "engine")]
mod estimate;
#[cfg(feature = "intake")]
mod indicator;
#[cfg(feature = "intake")]
mod intake;
pub mod json;
#[cfg(feature = "complete")]
mod oddity;
pub mod place;
#[cfg(feature = "engine")]
mod policy;
#[cfg(any(feature = "engine", feature = "intake"))]
mod read;
mod shape;
mod shared;
#[cfg(feature = "engine")]
mod table;
mod theory;

use crate::locale::message::{Message, message};

/// `entries! { "code" { es: "…", pt: "…", en: "…", fr: "…" } … }`: the codes of a room and their wordings as one text. Each code
/// is a line, each wording is one, and a null ends an entry.
macro_rules! entries {
    ($($code:literal { es: $es:literal, pt: $pt:literal, en: $en:literal, fr: $fr:literal $(,)? })*) => {
        /// The codes of this room and their wordings.
        pub(super) const ENTRIES: &str =
            concat!($($code, "\n", $es, "\n", $pt, "\n", $en, "\n", $fr, "\0"),*);
    };
}
use entries;

/// What the viewer can say.
pub const OF_THE_VIEWER: &[&str] = &[
    chart::ENTRIES,
    #[cfg(feature = "viewer")]
    drawing::ENTRIES,
    shape::ENTRIES,
    shared::ENTRIES,
    theory::ENTRIES,
];

/// What only the engine and the command line have to say.
#[cfg(feature = "engine")]
const OF_THE_ENGINE: &[&str] = &[
    boundary::ENTRIES,
    #[cfg(all(feature = "complete", feature = "viewer"))]
    brand::ENTRIES,
    codebook::ENTRIES,
    #[cfg(feature = "complete")]
    context::ENTRIES,
    #[cfg(feature = "complete")]
    oddity::ENTRIES,
    design::ENTRIES,
    document::ENTRIES,
    estimate::ENTRIES,
    policy::ENTRIES,
    read::ENTRIES,
    table::ENTRIES,
];
#[cfg(not(feature = "engine"))]
const OF_THE_ENGINE: &[&str] = &[];

/// What taking a file in has to say, in its modules and on the command line.
///
/// What reading has to say stands with the engine's words where both are in one program.
#[cfg(all(feature = "intake", not(feature = "engine")))]
const OF_INTAKE: &[&str] = &[
    codebook::ENTRIES,
    indicator::ENTRIES,
    intake::ENTRIES,
    read::ENTRIES,
];
#[cfg(all(feature = "intake", feature = "engine"))]
const OF_INTAKE: &[&str] = &[indicator::ENTRIES, intake::ENTRIES];
#[cfg(not(feature = "intake"))]
const OF_INTAKE: &[&str] = &[];

/// Every code with its sentence.
pub fn all() -> impl Iterator<Item = (&'static str, Message)> {
    OF_THE_VIEWER
        .iter()
        .chain(OF_THE_ENGINE)
        .chain(OF_INTAKE)
        .flat_map(|room| entries_of(room))
}

/// The codes of a text of entries, each with its sentence.
pub fn entries_of(room: &'static str) -> impl Iterator<Item = (&'static str, Message)> {
    let parts = room
        .split_terminator('\0')
        .filter_map(|entry| entry.split_once('\n'));
    parts.map(|(code, lines)| (code, Message::of_lines(lines)))
}

/// The sentence of a code.
pub fn wording(code: &str) -> Option<Message> {
    let rooms = OF_THE_VIEWER.iter().chain(OF_THE_ENGINE).chain(OF_INTAKE);
    for room in rooms {
        for (known, says) in entries_of(room) {
            if known == code {
                return Some(says);
            }
        }
    }
    None
}

/// What would be valid.
pub const OPTIONS: Message = message! {
    es: "Valores posibles: {options}.",
    pt: "Valores possíveis: {options}.",
    en: "Possible values: {options}.",
    fr: "Valeurs possibles : {options}.",
};

/// The nearest valid names.
pub const HINT: Message = message! {
    es: "¿Quiso decir {hint}?",
    pt: "Você quis dizer {hint}?",
    en: "Did you mean {hint}?",
    fr: "Vouliez-vous dire {hint} ?",
};

/// A name in quotation marks.
pub const QUOTED: Message = message! {
    es: "«{name}»",
    pt: "“{name}”",
    en: "“{name}”",
    fr: "«\u{a0}{name}\u{a0}»",
};

/// A code that has no sentence.
pub const UNWORDED: Message = message! {
    es: "Algo no está bien: {what}.",
    pt: "Algo não está certo: {what}.",
    en: "Something is not right: {what}.",
    fr: "Quelque chose ne va pas\u{a0}: {what}.",
};

/// Measurement invariance that was found: equal loadings.
pub const METRIC: Message = message! {
    es: "métrica",
    pt: "métrica",
    en: "metric",
    fr: "métrique",
};

/// Measurement invariance that was found: the same items together.
pub const CONFIGURAL: Message = message! {
    es: "configural",
    pt: "configural",
    en: "configural",
    fr: "configurale",
};

/// Measurement invariance that nobody has tested.
pub const UNTESTED: Message = message! {
    es: "sin comprobar",
    pt: "não verificada",
    en: "untested",
    fr: "non vérifiée",
};
