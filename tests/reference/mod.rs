//! Numbers of other programs: what this engine must agree with.

mod calibration;
mod distribution;
mod replicates;
mod stages;
mod study;
mod survey;
