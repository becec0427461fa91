//! Numbers of other programs: what this engine must agree with.

mod adoption;
mod calibration;
mod countries;
mod distribution;
mod fits;
mod manual;
mod networks;
mod plausible;
mod presets;
mod published;
mod questions;
mod record;
mod reliability;
mod replicates;
mod stages;
mod study;
mod survey;
