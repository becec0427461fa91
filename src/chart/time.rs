//! An axis of time.

use super::axis::upright;
use super::guide::{Look, Placed};
use super::lanes::{Lane, Lanes};
use super::scene::{Anchor, Mark, Role, Stroke};
use super::theme::{Palette, Sizes};
use crate::date::Date;
use crate::locale::Locale;
use crate::locale::format::date_short;
use crate::numeric::Within;

/// Months between ticks.
const STEPS: [i64; 10] = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

/// Days along a line of pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Time {
    /// First and last day.
    pub days: (i64, i64),
    /// Where they stand, in pixels.
    pub range: (f64, f64),
}

impl Time {
    /// Where a day stands.
    pub fn at(&self, day: i64) -> f64 {
        let (first, last) = self.days;
        let share = (day - first) as f64 / (last - first).max(1) as f64;
        self.range.0 + share.within(0.0, 1.0) * (self.range.1 - self.range.0)
    }

    /// Ticks on the firsts of months or years, as close as their labels allow.
    pub fn ticks(&self, look: &Look, locale: &Locale) -> Vec<(f64, String)> {
        // At the latest the year of the first day.
        let year = (1969 + self.days.0.div_euclid(366)).max(1);
        let mut ticks = Vec::new();
        for step in STEPS {
            ticks.clear();
            let mut month = year * 12 / step * step;
            let (mut fits, mut taken) = (true, f64::NEG_INFINITY);
            while let Ok(date) = Date::parse(&format!("{:04}-{:02}", month / 12, month % 12 + 1)) {
                let day = date.first_day();
                if day > self.days.1 {
                    break;
                }
                if day >= self.days.0 {
                    let text = match step < 12 {
                        true => date_short(&date.to_string(), locale),
                        false => (month / 12).to_string(),
                    };
                    let (x, half) = (self.at(day), look.width(&text) / 2.0);
                    fits &= x - half >= taken + look.size * 1.2;
                    taken = x + half;
                    ticks.push((x, text));
                }
                month += step;
            }
            if fits {
                break;
            }
        }
        ticks
    }

    /// Lines through lanes, and labels below them. Labels stay between `left` and `right`.
    pub fn grid(
        &self,
        ticks: &[(f64, String)],
        lanes: &Lanes,
        placed: &[Lane],
        (left, right): (f64, f64),
        palette: &Palette,
        sizes: &Sizes,
    ) -> Placed {
        let stroke = Stroke::solid(palette.grid, sizes.mark * 0.8);
        let look = Look::plain(sizes.label, palette.second).anchored(Anchor::Middle);
        let bottom = placed.last().map_or(0.0, |lane| lane.bottom);
        let mut marks = Vec::new();
        for (x, _) in ticks {
            marks.extend(upright(*x, lanes, placed, stroke));
        }
        marks.extend(labels(
            ticks,
            bottom + sizes.label * 0.2,
            (left, right),
            &look,
        ));
        Placed {
            marks: vec![Mark::group(Role::Axis, marks)],
            height: look.line() + sizes.label * 0.2,
        }
    }
}

/// Labels of ticks below an edge; one that would leave the room or meet another is left out.
pub(super) fn labels(
    ticks: &[(f64, String)],
    top: f64,
    (left, right): (f64, f64),
    look: &Look,
) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut taken = f64::NEG_INFINITY;
    for (x, text) in ticks {
        let half = look.width(text) / 2.0;
        let middle = x.within(left + half, (right - half).max(left + half));
        if middle - half >= taken + look.size * 0.3 {
            marks.push(look.word(middle, top, text));
            taken = middle + half;
        }
    }
    marks
}
