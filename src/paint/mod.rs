//! From a scene to bytes: SVG through plotters, pixels, CSV.

mod backend;
mod csv;
#[cfg(feature = "cli")]
mod png;
mod svg;

pub use csv::csv;
#[cfg(feature = "cli")]
pub use png::png;
pub use svg::svg;
