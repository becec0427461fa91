//! The kinds of charts, one file each.
//!
//! A kind that stands in small multiples too gives a [`Chart`]: it resolves what it draws, and leaves a function that places it
//! in any room, on an axis that holds what all panels hold. To join, a kind
//! 1. ends in `Ok(Chart { common, frame, place })` instead of [`framed`];
//! 2. takes the ends of its axis from the [`Common`] that `place` is given, not from its own data, and the width of values at the
//!    end of lanes too, where it has lanes ([`Lanes::beside`](super::lanes::Lanes::beside));
//! 3. gets a line in [`chart`].
//!
//! It reads its rows from `Context::result`, which are a panel's where there is one. All panels have the same rows: what a panel
//! lacks is there without data.

#[cfg(feature = "atlas")]
pub(super) mod adoption;
mod choropleth;
#[cfg(feature = "atlas")]
pub(super) mod distribution;
#[cfg(feature = "atlas")]
pub(super) mod dumbbell;
pub(super) mod grouped_bars;
pub(super) mod heatmap;
#[cfg(feature = "atlas")]
pub(super) mod leverage;
pub(super) mod likert;
#[cfg(feature = "atlas")]
pub(super) mod map;
#[cfg(feature = "atlas")]
pub(super) mod network;
pub(super) mod ranking;
#[cfg(feature = "atlas")]
pub(super) mod scatter;
#[cfg(feature = "atlas")]
pub(super) mod slope;
#[cfg(feature = "atlas")]
pub(super) mod small_multiples;
pub(super) mod table;
pub(super) mod theory;
pub(super) mod tile_map;
#[cfg(feature = "atlas")]
pub(super) mod timeline;
#[cfg(feature = "atlas")]
pub(super) mod trend;

use super::context::Context;
use super::frame::{Frame, framed};
use super::guide::{Area, Placed};
use super::lanes::LaneText;
use super::scene::Scene;
use super::spec::ChartKind;
use crate::error::{Error, Result};
use crate::shape::name;

/// A chart that is resolved: what stands around it, and how it is placed in a room.
pub(super) struct Chart<'c> {
    /// What it would have to itself.
    pub common: Common,
    pub frame: Frame,
    pub place: Box<Place<'c>>,
}

/// Places a chart in a room, on what it has in common with others.
type Place<'c> = dyn Fn(Area, &Common) -> Placed + 'c;

/// What panels have in common, so that the eye can compare them.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Common {
    /// What the axis of numbers must hold; a kind without one gives none.
    pub extent: Option<(f64, f64)>,
    /// What the level axis must hold besides: days, or the first measure of a scatter.
    pub across: Option<(f64, f64)>,
    /// What stands apart from that axis: the answers that a Likert chart sets aside, the pixels of a dumbbell's values.
    pub apart: f64,
    /// Room for the values at the end of lanes, in pixels.
    pub value_width: f64,
    /// Whether lanes need no names: each panel has one, under its heading.
    pub unnamed: bool,
}

impl Common {
    /// An axis that holds this.
    pub fn of(extent: (f64, f64)) -> Self {
        Common {
            extent: Some(extent),
            ..Common::default()
        }
    }

    /// An axis of these days; none where nothing has a date.
    pub fn over((first, last): (i64, i64)) -> Self {
        Common {
            across: (last < i64::MAX).then_some((first as f64, last as f64)),
            ..Common::default()
        }
    }

    /// The days of the axis.
    pub fn days(&self) -> (i64, i64) {
        let (first, last) = self.across.unwrap_or_default();
        (first as i64, last as i64)
    }

    /// The ends of the axis.
    pub fn ends(&self) -> (f64, f64) {
        self.extent.unwrap_or((0.0, 1.0))
    }

    /// The words of lanes, without their names where the panel's heading says them.
    pub fn named(&self, mut texts: Vec<LaneText>) -> Vec<LaneText> {
        if self.unnamed {
            texts.iter_mut().for_each(|text| text.label.clear());
        }
        texts
    }

    /// What holds both.
    fn and(self, other: Common) -> Common {
        let hold = |one: Option<(f64, f64)>, two: Option<(f64, f64)>| match (one, two) {
            (Some(one), Some(two)) => Some((one.0.min(two.0), one.1.max(two.1))),
            (one, two) => one.or(two),
        };
        Common {
            extent: hold(self.extent, other.extent),
            across: hold(self.across, other.across),
            apart: self.apart.max(other.apart),
            value_width: self.value_width.max(other.value_width),
            unnamed: self.unnamed || other.unnamed,
        }
    }
}

/// The chart of a kind that can be placed in any room; none for a kind that draws itself.
fn chart<'c>(context: &'c Context<'c>) -> Result<Option<Chart<'c>>> {
    Ok(Some(match context.spec.kind {
        ChartKind::Ranking => ranking::chart(context)?,
        ChartKind::GroupedBars => grouped_bars::chart(context)?,
        ChartKind::Likert => likert::chart(context)?,
        ChartKind::Heatmap => heatmap::chart(context)?,
        #[cfg(feature = "atlas")]
        ChartKind::Trend => trend::chart(context)?,
        #[cfg(feature = "atlas")]
        ChartKind::Slope => slope::chart(context)?,
        #[cfg(feature = "atlas")]
        ChartKind::Dumbbell => dumbbell::chart(context)?,
        #[cfg(feature = "atlas")]
        ChartKind::Distribution => distribution::chart(context)?,
        ChartKind::TileMap => tile_map::chart(context)?,
        #[cfg(feature = "atlas")]
        ChartKind::Map => map::chart(context)?,
        #[cfg(feature = "atlas")]
        ChartKind::Timeline => timeline::chart(context)?,
        #[cfg(feature = "atlas")]
        ChartKind::Adoption => adoption::chart(context)?,
        #[cfg(feature = "atlas")]
        ChartKind::Scatter => scatter::chart(context)?,
        _ => return Ok(None),
    }))
}

/// Draws the chart of a context.
///
/// # Errors
/// Those of the kind.
pub(super) fn draw(context: &Context) -> Result<Scene> {
    match context.spec.kind {
        #[cfg(feature = "atlas")]
        ChartKind::SmallMultiples => small_multiples::draw(context),
        ChartKind::Theory => theory::draw(context),
        #[cfg(feature = "atlas")]
        ChartKind::Leverage => leverage::draw(context),
        #[cfg(feature = "atlas")]
        ChartKind::Network => network::draw(context),
        ChartKind::Table => table::draw(context),
        _ => {
            let chart = chart(context)?;
            let Chart {
                common,
                frame,
                place,
            } = chart.ok_or_else(|| beyond(context))?;
            Ok(framed(context, frame, &|area| place(area, &common)))
        }
    }
}

/// Why a kind is not drawn: the atlas draws all, but for those that have no place in a panel.
fn beyond(context: &Context) -> Error {
    if cfg!(feature = "atlas") {
        return context.needs("kind_of_panels");
    }
    Error::new("needs_atlas")
        .with("chart", context.spec.id.as_str())
        .with("kind", name(&context.spec.kind))
}
