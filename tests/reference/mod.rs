//! Numbers of other programs: what this engine must agree with.

mod distribution;
mod fits;
mod plausible;
mod questions;
mod study;
mod survey;
