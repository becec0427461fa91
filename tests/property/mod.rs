//! What must hold whatever the data are.

mod estimates;
mod sample;
mod suppression;
