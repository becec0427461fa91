//! The sentences, one file a subject. A message is added here and used by its name.

pub mod calendar;
#[cfg(feature = "viewer")]
pub mod chart;
#[cfg(feature = "viewer")]
pub mod description;
pub mod error;
#[cfg(feature = "viewer")]
pub mod report;
