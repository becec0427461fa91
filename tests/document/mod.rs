//! The document: what is read, and what is refused, where and with which hint.

mod check;
mod parse;
#[cfg(feature = "schema")]
mod schema;
