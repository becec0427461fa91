//! Errors that others have published, and that this engine refuses to make.

mod self_selected;
