//! Policies: what a country had reached, on a date, as it was known on a date.
//!
//! Events are appended, never changed: each has the date on which it happened and, where the tracker keeps it, the date on
//! which it was recorded. What nobody has seen is unknown, and never stage 0.

#[cfg(feature = "complete")]
mod adoption;
#[cfg(feature = "complete")]
mod changes;
mod event;
mod read;
mod run;
mod taxonomy;

pub use event::{Event, Events, Status};
pub use run::run;
pub use taxonomy::{Dimension, Stage, Taxonomy};
