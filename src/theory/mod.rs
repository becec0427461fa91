//! The theory of change: columns of nodes, links between them, and the indicators that show whether it holds.

mod assess;
mod assessment;
mod check;
#[cfg(feature = "atlas")]
mod leverage;
mod model;

pub use assess::assess;
pub use assessment::{Assessment, LinkStatus, NodeStatus, Reading};
#[cfg(feature = "atlas")]
pub use leverage::{Agreement, HIGHEST, Leverage, LeveragePoint, Means, Rating, Standing};
pub use model::{Column, Level, Link, Node, Theory};
