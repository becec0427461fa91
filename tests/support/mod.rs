//! What several tests share.

pub mod data;
pub mod kinds;
pub mod made_up;
pub mod zip;

pub use made_up::steps as made_up_steps;
