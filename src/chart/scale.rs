//! A scale: from numbers to pixels.

use crate::numeric::Within;

/// A linear scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    /// Least and greatest number.
    pub extent: (f64, f64),
    /// Where they stand, in pixels.
    pub range: (f64, f64),
    /// Distance between ticks, in numbers.
    pub step: f64,
    /// Decimals that ticks need.
    pub decimals: usize,
}

impl Scale {
    /// A scale over round numbers that hold `low` to `high`, with about `count` ticks.
    pub fn round(low: f64, high: f64, count: f64, range: (f64, f64)) -> Self {
        let span = if high > low {
            high - low
        } else {
            low.abs().max(1.0)
        };
        let (step, decimals) = round_step(span / count.max(1.0));
        // A hair's breadth of tolerance: 0.3 / 0.1 is not 3.
        let first = (low / step + 1e-9).floor() * step;
        let last = (high / step - 1e-9).ceil() * step;
        let last = if last > first { last } else { first + step };
        Scale {
            extent: (first, last),
            range,
            step,
            decimals,
        }
    }

    /// Where a number stands.
    pub fn at(&self, value: f64) -> f64 {
        let (low, high) = self.extent;
        let (from, to) = self.range;
        from + (value - low) / (high - low) * (to - from)
    }

    /// As [`Self::at`], kept within the range.
    pub fn within(&self, value: f64) -> f64 {
        self.at(value.within(self.extent.0, self.extent.1))
    }

    /// The round numbers.
    pub fn ticks(&self) -> Vec<f64> {
        let (low, high) = self.extent;
        let count = ((high - low) / self.step + 0.5) as usize;
        (0..=count.min(50))
            .map(|index| low + index as f64 * self.step)
            .collect()
    }
}

/// The least of 1, 2, 2.5, 5 × a power of ten that is not below `wanted`, with the decimals it needs. Plain multiplications,
/// so that every platform agrees.
fn round_step(wanted: f64) -> (f64, usize) {
    let (mut power, mut decimals) = (1.0, 0usize);
    while power * 10.0 <= wanted && power < 1e300 {
        power *= 10.0;
    }
    while power > wanted && decimals < 12 {
        power /= 10.0;
        decimals += 1;
    }
    for (factor, more) in [(1.0, 0), (2.0, 0), (2.5, 1), (5.0, 0)] {
        if power * factor >= wanted {
            let exact = if power >= 1.0 { more } else { decimals + more };
            return (power * factor, if power >= 10.0 { 0 } else { exact });
        }
    }
    (power * 10.0, decimals.saturating_sub(1))
}
