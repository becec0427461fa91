//! The document: what is read, and what is refused, where and with which hint.

mod absent;
mod again;
mod annotated;
mod battery;
mod calibrated;
mod check;
mod countries;
mod hostile;
mod indicators;
mod multiple;
mod network;
mod parse;
mod quantile;
#[cfg(feature = "schema")]
mod schema;
