//! Pulso: surveys, policies and theories of change, estimated and drawn in the browser.
//!
//! One way through the house; each arrow is a function between two named types, and nothing flows back:
//!
//! ```text
//! bytes → read → Table + Codebook → design → estimate → Results → indicator → chart → Scene → paint → SVG → page
//!                              policy events ─────────────↗      theory ↗
//! ```

// What only the kinds of the atlas ask of the parts that all kinds share is not compiled into the small viewer.
#[cfg_attr(not(feature = "atlas"), allow(dead_code))]
pub mod chart;
pub mod codebook;
pub mod date;
#[cfg(feature = "engine")]
pub mod design;
pub mod document;
pub mod error;
pub mod estimate;
mod host;
pub mod indicator;
#[cfg(feature = "intake")]
pub mod intake;
pub mod json;
pub mod locale;
#[cfg(feature = "complete")]
pub mod network;
pub mod numeric;
mod order;
#[cfg(feature = "viewer")]
pub mod paint;
#[cfg(any(feature = "complete", feature = "intake"))]
pub mod period;
#[cfg(feature = "engine")]
pub mod policy;
#[cfg(any(feature = "engine", feature = "intake"))]
pub mod read;
#[cfg(feature = "viewer")]
pub mod report;
mod shape;
pub mod short_map;
#[cfg(feature = "engine")]
pub mod table;
mod text;
pub mod theory;
#[cfg(all(
    target_arch = "wasm32",
    any(feature = "engine", feature = "viewer", feature = "intake")
))]
mod wasm;
