//! What must hold whatever the data are.

mod domains;
mod estimates;
mod replicates;
mod sample;
mod subtraction;
mod suppression;
