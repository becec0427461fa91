//! Indicators: a measured value against a baseline and targets.

mod model;
mod status;

pub use model::{Baseline, Direction, Indicator, Observation, Target, Unit};
pub use status::{IndicatorStatus, Status};
