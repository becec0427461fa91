//! Indicators: a measured value against a baseline and targets, and indices made of several.

mod check;
#[cfg(feature = "engine")]
mod composite;
mod measured;
mod model;
mod path;
mod status;

#[cfg(feature = "engine")]
pub use composite::{Column, Recipe, Standing, composite};
pub use measured::Measured;
pub use model::{Baseline, Direction, Indicator, Observation, Target, Unit};
pub use status::{AT_RISK, IndicatorStatus, ON_TRACK, Status, status};

pub(crate) use status::unjudged;
