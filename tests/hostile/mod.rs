//! Input that is wrong: an error with its place, never a number and never a panic.

mod design;
mod measure;
