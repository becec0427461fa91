//! Errors that others have published, and that this engine refuses to make.

mod published;
mod said;
mod self_selected;
