//! Two values of each country, joined: who rose and who fell is an angle.

use super::trend::lines;
use crate::chart::context::Context;
use crate::chart::kind::Chart;
use crate::chart::steps::Steps;
use crate::error::Result;

/// The chart.
pub(in crate::chart) fn chart<'c>(context: &'c Context<'c>) -> Result<Chart<'c>> {
    lines(context, Steps::pair(context)?, true)
}
