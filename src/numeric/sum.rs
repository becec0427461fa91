//! Sums whose error does not grow with the number of terms.

/// A compensated sum (Neumaier 1974): as exact as if it had been computed in twice the precision.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Sum {
    value: f64,
    lost: f64,
}

impl Sum {
    /// Adds one term.
    pub fn add(&mut self, term: f64) {
        let value = self.value + term;
        // What the addition rounded away is exact when the smaller is subtracted from the larger first.
        self.lost += if self.value.abs() >= term.abs() {
            (self.value - value) + term
        } else {
            (term - value) + self.value
        };
        self.value = value;
    }

    /// The sum of the terms so far.
    pub fn total(self) -> f64 {
        self.value + self.lost
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<I: IntoIterator<Item = f64>>(terms: I) -> Self {
        let mut sum = Sum::default();
        terms.into_iter().for_each(|term| sum.add(term));
        sum
    }
}

/// Terms that are summed plainly before the block's sum is compensated.
const BLOCK: usize = 512;
/// Sums that run side by side in a block: fast, and each one is an eighth as long.
const LANES: usize = 8;

/// The sum of a slice: short plain sums in a fixed order, compensated from block to block.
pub fn sum(values: &[f64]) -> f64 {
    blocks(values, |value| value)
}

/// The sum of squared deviations from `centre`.
pub fn squares_about(values: &[f64], centre: f64) -> f64 {
    blocks(values, |value| (value - centre) * (value - centre))
}

#[inline(always)]
fn blocks(values: &[f64], term: impl Fn(f64) -> f64) -> f64 {
    let mut total = Sum::default();
    for block in values.chunks(BLOCK) {
        let mut lanes = [0.0; LANES];
        let rows = block.chunks_exact(LANES);
        let rest = rows.remainder();
        for row in rows {
            for (lane, value) in lanes.iter_mut().zip(row) {
                *lane += term(*value);
            }
        }
        for (lane, value) in lanes.iter_mut().zip(rest) {
            *lane += term(*value);
        }
        let [a, b, c, d, e, f, g, h] = lanes;
        total.add(((a + b) + (c + d)) + ((e + f) + (g + h)));
    }
    total.total()
}
