//! Numbers of other programs: what this engine must agree with.

mod distribution;
mod study;
mod survey;
