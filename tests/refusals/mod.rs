//! Errors that others have published, and that this engine refuses to make.

mod groups;
mod people;
mod said;
mod scores;
mod self_selected;
