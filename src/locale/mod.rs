//! Words and numbers in the reader's language: the only room that holds sentences.
//!
//! One language in one render. A [`Message`](message::Message) has all four languages or does not compile; numbers, dates and
//! country names come from tables of our own, so that a picture has the same bytes everywhere.

pub mod catalogue;
#[cfg(feature = "viewer")]
mod collate;
pub mod country;
mod explain;
mod fold;
pub mod format;
mod habits;
pub mod message;
mod plain;
pub mod plural;
mod text;

#[cfg(feature = "viewer")]
pub use collate::collate;
pub use explain::explain;
pub(crate) use plain::plain;
pub use text::{Locale, Text};
