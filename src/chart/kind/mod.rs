//! The kinds of charts, one file each.

pub(super) mod adoption;
mod choropleth;
pub(super) mod distribution;
pub(super) mod dumbbell;
pub(super) mod grouped_bars;
pub(super) mod heatmap;
pub(super) mod likert;
pub(super) mod map;
pub(super) mod ranking;
pub(super) mod scatter;
pub(super) mod slope;
pub(super) mod table;
pub(super) mod theory;
pub(super) mod tile_map;
pub(super) mod timeline;
pub(super) mod trend;
