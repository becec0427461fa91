//! Two values of each country, joined: who rose and who fell is an angle.

use super::trend::lines;
use crate::chart::context::Context;
use crate::chart::scene::Scene;
use crate::chart::steps::Steps;
use crate::error::Result;

/// Draws the chart.
pub(in crate::chart) fn draw(context: &Context) -> Result<Scene> {
    lines(context, Steps::pair(context)?, true)
}
