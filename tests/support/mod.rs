//! What several tests share.

pub mod data;
pub mod kinds;
pub mod made_up;
pub mod made_up_steps;
pub mod zip;
