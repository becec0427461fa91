//! From results to a scene: Spec → Series → Placed → Scene.
//!
//! A kind of chart lives in one file under `kind/`. It resolves a [`Spec`] with its results into a series (numbers and words,
//! no pixels), places the series in the room it is given (pixels, no colours of its own invention), and the frame puts title,
//! legend and footer around it. Layout answers to the width of the picture; nothing is scaled.

#[cfg(feature = "viewer")]
mod brand;
mod spec;

#[cfg(feature = "viewer")]
mod annotate;
#[cfg(feature = "viewer")]
mod axis;
#[cfg(feature = "atlas")]
mod callout;
#[cfg(feature = "viewer")]
mod classes;
#[cfg(feature = "viewer")]
mod context;
#[cfg(feature = "viewer")]
mod crossed;
#[cfg(feature = "atlas")]
mod declutter;
#[cfg(feature = "viewer")]
mod figures;
#[cfg(feature = "viewer")]
mod footer;
#[cfg(feature = "viewer")]
mod frame;
#[cfg(feature = "atlas")]
mod geometry;
#[cfg(feature = "viewer")]
mod guide;
#[cfg(feature = "viewer")]
mod kind;
#[cfg(feature = "viewer")]
mod lanes;
#[cfg(feature = "atlas")]
mod lines;
#[cfg(feature = "viewer")]
pub(crate) mod metrics;
#[cfg(feature = "atlas")]
mod plane;
#[cfg(feature = "viewer")]
mod preset;
#[cfg(feature = "viewer")]
mod request;
#[cfg(feature = "viewer")]
mod rows;
#[cfg(feature = "viewer")]
mod scale;
#[cfg(feature = "viewer")]
mod scene;
#[cfg(feature = "viewer")]
mod sentence;
#[cfg(feature = "viewer")]
mod shades;
#[cfg(feature = "viewer")]
mod shapes;
#[cfg(feature = "viewer")]
mod stages;
#[cfg(feature = "atlas")]
mod steps;
#[cfg(feature = "viewer")]
mod tabulate;
#[cfg(feature = "viewer")]
mod theme;
#[cfg(feature = "atlas")]
mod time;
#[cfg(feature = "viewer")]
mod widths;

#[cfg(feature = "viewer")]
pub use brand::{Brand, Logo};
// The engine hands it on and does not draw.
#[cfg(not(feature = "viewer"))]
pub use crate::json::Value as Brand;
#[cfg(feature = "viewer")]
pub(crate) use footer::answered;
#[cfg(feature = "viewer")]
pub use metrics::{ASCENT, DESCENT, width as text_width};
#[cfg(feature = "viewer")]
pub use preset::{Medium, Preset};
#[cfg(feature = "viewer")]
pub use request::{Request, draw, draw_spec};
#[cfg(feature = "viewer")]
pub(crate) use rows::is_average;
#[cfg(feature = "viewer")]
pub use scene::{Anchor, Cell, Group, Label, Mark, Role, Scene, Stroke, TableData, Tidy};
#[cfg(feature = "viewer")]
pub use spec::Annotation;
pub use spec::{ChartKind, Likert, Order, Reference, Spec};
#[cfg(feature = "viewer")]
pub use tabulate::tidy_results;
#[cfg(feature = "viewer")]
pub use theme::{Colour, Palette, Sizes, Theme};
