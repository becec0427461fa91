//! What must hold whatever the data are.

mod estimates;
mod replicates;
mod sample;
mod subtraction;
mod suppression;
