//! What charts say.

mod guide;
mod table;
mod theory;
mod title;

pub use guide::*;
pub use table::*;
pub use theory::*;
pub use title::*;
