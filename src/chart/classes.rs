//! Classes of numbers: at most five, between limits that read well, in the colours of the stages.

use super::figures::Figures;
use super::scale::Scale;
use super::stages::spread;
use super::theme::{Colour, Palette};
use crate::order::insertion_sort;

/// Most classes that a reader tells apart.
const MOST: usize = 5;

/// Limits between classes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Classes {
    /// From the least to the greatest, one more than there are classes.
    pub limits: Vec<f64>,
    /// Decimals that the limits need.
    decimals: usize,
}

impl Classes {
    /// Classes of equal width over some numbers. Where that would put most of them into one, as few large numbers among many
    /// small ones do, classes hold about as many numbers each.
    pub fn of(mut values: Vec<f64>) -> Self {
        insertion_sort(&mut values, f64::total_cmp);
        let (low, high) = match (values.first(), values.last()) {
            (Some(low), Some(high)) => (*low, *high),
            _ => (0.0, 1.0),
        };
        let mut count = MOST as f64;
        let equal = loop {
            let scale = Scale::round(low, high, count, (0.0, 1.0));
            let limits = scale.ticks();
            if limits.len() <= MOST + 1 || count <= 1.0 {
                let decimals = scale.decimals;
                break Classes { limits, decimals };
            }
            count -= 1.0;
        };
        let mut fullest = 0;
        for class in 0..equal.count() {
            let within = values.iter().filter(|value| equal.class(**value) == class);
            fullest = fullest.max(within.count());
        }
        if values.len() >= 10 && fullest * 10 > values.len() * 7 {
            return Self::balanced(&values, equal);
        }
        equal
    }

    fn balanced(sorted: &[f64], equal: Classes) -> Self {
        let mut limits: Vec<f64> = equal.limits.first().copied().into_iter().collect();
        let mut decimals = equal.decimals;
        for part in 1..MOST {
            let at = part * sorted.len() / MOST;
            let least = limits.last().copied().unwrap_or(sorted[0]);
            if let Some((limit, needed)) = roundest(sorted[at - 1].max(least), sorted[at]) {
                limits.push(limit);
                decimals = decimals.max(needed);
            }
        }
        limits.extend(equal.limits.last());
        Classes { limits, decimals }
    }

    pub fn count(&self) -> usize {
        self.limits.len().saturating_sub(1).max(1)
    }

    /// The class of a number. A limit belongs to the class above it, and the last one to the last class.
    pub fn class(&self, value: f64) -> usize {
        let last = self.limits.len().saturating_sub(1);
        let inner = self.limits.get(1..last).unwrap_or_default();
        // A hair of tolerance: 3 × 0.2 is more than 0.6.
        let hair = (self.limits[last] - self.limits[0]) * 1e-9;
        inner.iter().filter(|limit| value >= **limit - hair).count()
    }

    /// Whether the ends of an interval lie in a class below the number's own, and in one above.
    pub fn reach(&self, value: f64, [low, high]: [f64; 2]) -> (Option<usize>, Option<usize>) {
        let own = self.class(value);
        let (below, above) = (self.class(low), self.class(high));
        let other = |class: usize| (class != own).then_some(class);
        (
            other(below.min(own)).map(|_| own - 1),
            other(above.max(own)).map(|_| own + 1),
        )
    }

    pub fn colour(&self, palette: &Palette, class: usize) -> Colour {
        match self.count() {
            1 => palette.stages[2],
            count => spread(palette, class, count - 1),
        }
    }

    /// A limit in words.
    pub fn limit(&self, at: usize, figures: &Figures) -> String {
        figures.tick(self.limits[at], self.decimals)
    }

    /// Where a number stands among classes that are drawn equally wide: 1.5 is the middle of the second.
    pub fn place(&self, value: f64) -> f64 {
        let class = self.class(value);
        let (low, high) = (self.limits[class], self.limits[class + 1]);
        let share = if high > low {
            (value - low) / (high - low)
        } else {
            0.5
        };
        class as f64 + share.clamp(0.0, 1.0)
    }
}

/// The number with the fewest digits that lies above `low` and is at most `high`, with its decimals.
fn roundest(low: f64, high: f64) -> Option<(f64, usize)> {
    let (mut power, mut decimals) = (1e12, 0);
    while decimals <= 6 {
        for factor in [5.0, 2.0, 1.0] {
            let step = power * factor;
            let value = ((low / step + 1e-9).floor() + 1.0) * step;
            if value <= high {
                return Some((value, decimals));
            }
        }
        if power <= 1.0 {
            decimals += 1;
        }
        power /= 10.0;
    }
    None
}
