//! What charts say.

mod guide;
mod network;
mod steps;
mod table;
mod theory;
mod title;

pub use guide::*;
pub use network::*;
pub use steps::*;
pub use table::*;
pub use theory::*;
pub use title::*;
