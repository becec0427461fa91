//! Input that is wrong, means harm, or was harmed: an error with its place or a result, never a panic.

mod csv;
mod design;
mod measure;
mod quantile;
mod replicates;
mod suppression;
