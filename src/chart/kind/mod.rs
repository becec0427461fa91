//! The kinds of charts, one file each.

pub(super) mod adoption;
mod choropleth;
pub(super) mod grouped_bars;
pub(super) mod heatmap;
pub(super) mod likert;
pub(super) mod map;
pub(super) mod ranking;
pub(super) mod table;
pub(super) mod theory;
pub(super) mod tile_map;
pub(super) mod timeline;
