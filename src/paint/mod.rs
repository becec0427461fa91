//! From a scene to bytes: SVG through plotters, pixels, CSV, JSON.

mod backend;
mod csv;
mod json;
mod lengths;
#[cfg(feature = "cli")]
mod png;
mod svg;

pub use csv::csv;
pub use json::json;
#[cfg(feature = "cli")]
pub use png::png;
pub use svg::svg;
