//! From a scene to bytes: SVG through plotters, CSV.

mod backend;
mod csv;
mod svg;

pub use csv::csv;
pub use svg::svg;
