//! What several tests share.

pub mod data;
pub mod made_up;
