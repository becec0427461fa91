//! Numbers of other programs: what this engine must agree with.

mod calibration;
mod distribution;
mod presets;
mod replicates;
mod stages;
mod study;
mod survey;
