//! Where the segments of a Likert bar stand.

use super::answers::Side;
use super::{Bar, Series};
use crate::chart::kind::Common;
use crate::chart::spec;

/// Where segments stand along the plot: how many pixels a share of 1 takes, where the middle is, where the answers set aside
/// begin.
pub(super) struct Spread {
    pub unit: f64,
    pub middle: f64,
    pub aside: Option<f64>,
}

impl Series<'_> {
    /// What the answers of a side make together.
    fn on_side(&self, bar: &Bar, side: Side) -> f64 {
        let shares = self.answers.iter().zip(&bar.shares);
        let shares = shares.filter(|(answer, _)| answer.side == side);
        shares.filter_map(|(_, share)| *share).sum()
    }
}

impl Spread {
    /// What the plot must hold: shares against, as less than none; shares for; shares set aside.
    pub fn common(series: &Series) -> Common {
        let most = |part: &dyn Fn(&Bar) -> f64| series.rows.iter().map(part).fold(0.0, f64::max);
        let side = |bar: &Bar, side: Side| series.on_side(bar, side);
        // Half of the neutral answers stand on either side of the middle, or all of them apart.
        let half = match series.layout {
            spec::Likert::Stacked => return Common::of((0.0, 1.0)),
            spec::Likert::Centred => 0.5,
            spec::Likert::Aside => 0.0,
        };
        let no = most(&|bar| side(bar, Side::Against) + side(bar, Side::Between) * half);
        let yes = most(&|bar| side(bar, Side::For) + side(bar, Side::Between) * half);
        Common {
            apart: match series.layout {
                spec::Likert::Aside => most(&|bar| side(bar, Side::Between)),
                _ => 0.0,
            },
            ..Common::of((-no, yes))
        }
    }

    pub fn new(series: &Series, (left, right): (f64, f64), gap: f64, common: &Common) -> Self {
        let (no, yes) = common.ends();
        let aside = series.layout == spec::Likert::Aside;
        let width = right - left - if aside { gap } else { 0.0 };
        let unit = width / (yes - no + common.apart).max(0.01);
        Spread {
            unit,
            middle: left - no * unit,
            aside: aside.then_some(right - common.apart * unit),
        }
    }

    /// Left edge and width of each segment.
    pub fn segments(&self, series: &Series, bar: &Bar) -> Vec<Option<(f64, f64)>> {
        let sum = |side: Side| series.on_side(bar, side);
        let left_of_middle = match series.layout {
            spec::Likert::Stacked => 0.0,
            spec::Likert::Centred => sum(Side::Against) + sum(Side::Between) / 2.0,
            spec::Likert::Aside => sum(Side::Against),
        };
        let mut x = self.middle - left_of_middle * self.unit;
        let mut apart = self.aside.unwrap_or(0.0);
        series
            .answers
            .iter()
            .zip(&bar.shares)
            .map(|(answer, share)| {
                let width = (*share)? * self.unit;
                let along = if self.aside.is_some() && answer.side == Side::Between {
                    &mut apart
                } else {
                    &mut x
                };
                let start = *along;
                *along += width;
                Some((start, width))
            })
            .collect()
    }
}
