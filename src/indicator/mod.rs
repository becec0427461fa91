//! Indicators: a measured value against a baseline and targets.

mod check;
mod measured;
mod model;
mod path;
mod status;

pub use measured::Measured;
pub use model::{Baseline, Direction, Indicator, Observation, Target, Unit};
pub use status::{AT_RISK, IndicatorStatus, ON_TRACK, Status, status};

pub(crate) use status::unjudged;
