//! The sentences, one file a subject. A message is added here and used by its name.

pub mod calendar;
pub mod chart;
pub mod description;
pub mod error;
pub mod report;
