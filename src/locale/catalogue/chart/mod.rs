//! What charts say.

mod guide;
mod steps;
mod table;
mod theory;
mod title;

pub use guide::*;
pub use steps::*;
pub use table::*;
pub use theory::*;
pub use title::*;
