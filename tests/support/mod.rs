//! What several tests share.

pub mod chance;
pub mod data;
pub mod kinds;
pub mod made_up;
pub mod zip;
