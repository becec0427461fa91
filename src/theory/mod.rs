//! The theory of change: columns of nodes, links between them, and the indicators that show whether it holds.

mod assess;
mod assessment;
mod check;
mod model;

pub use assess::assess;
pub use assessment::{Assessment, LinkStatus, NodeStatus, Reading};
pub use model::{Column, Level, Link, Node, Theory};
