//! Words and numbers in the reader's language: the only room that holds sentences.

mod text;

pub use text::{Locale, Text};
