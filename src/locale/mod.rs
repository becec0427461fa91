//! Words and numbers in the reader's language: the only room that holds sentences.
//!
//! One language in one render. A [`Message`](message::Message) has all four languages or does not compile; numbers, dates and
//! country names come from tables of our own, so that a picture has the same bytes everywhere.

pub mod country;
mod fold;
mod plain;
mod text;

#[cfg(feature = "viewer")]
pub mod catalogue;
#[cfg(feature = "viewer")]
mod collate;
#[cfg(feature = "viewer")]
mod explain;
#[cfg(feature = "viewer")]
pub mod format;
#[cfg(feature = "viewer")]
mod habits;
#[cfg(feature = "viewer")]
pub mod message;
#[cfg(feature = "viewer")]
pub mod plural;

#[cfg(feature = "viewer")]
pub use collate::collate;
#[cfg(feature = "viewer")]
pub use explain::explain;
pub(crate) use plain::plain;
pub use text::{Locale, Text};
