//! Numbers that stand where an answer is missing: −999, −99, 97, 98, 99 and their kin.

use super::Column;

/// Numbers by which programs and agencies say that there is no answer, the least first.
const CODES: [f64; 17] = [
    -9999.0, -999.0, -998.0, -997.0, -99.0, -98.0, -97.0, -9.0, 97.0, 98.0, 99.0, 997.0, 998.0,
    999.0, 9997.0, 9998.0, 9999.0,
];

/// Whether a number is one by which a missing answer is said.
pub(crate) fn is_code_of_no_answer(number: f64) -> bool {
    CODES.contains(&number)
}

impl Column {
    /// Numbers of the column that look like codes for a missing answer: known as such, and farther from the other numbers than
    /// these are from each other, or negative where these are not. The least first.
    pub fn like_missing(&self) -> Vec<f64> {
        let mut seen = Seen::default();
        match self {
            Column::Coded(coded) => {
                let numbers = coded.levels.iter().filter_map(|level| level.number);
                numbers.for_each(|number| seen.see(number));
                if seen.count * 2 <= coded.levels.len() {
                    return Vec::new();
                }
            }
            Column::Number(_) => {
                let numbers = self.numbers().unwrap_or_default();
                // What is farther out than all others is the least or the greatest, or another such code is.
                let (low, high) = ends(numbers);
                if !is_code_of_no_answer(low) && !is_code_of_no_answer(high) {
                    return Vec::new();
                }
                numbers.iter().for_each(|number| seen.see(*number));
            }
            Column::Text(_) => return Vec::new(),
        }
        seen.apart()
    }
}

/// What a column holds.
struct Seen {
    low: f64,
    high: f64,
    /// Which of [`CODES`] occur.
    codes: [bool; CODES.len()],
    count: usize,
}

impl Default for Seen {
    fn default() -> Self {
        Seen {
            low: f64::INFINITY,
            high: f64::NEG_INFINITY,
            codes: [false; CODES.len()],
            count: 0,
        }
    }
}

impl Seen {
    fn see(&mut self, number: f64) {
        self.count += 1;
        match CODES.iter().position(|code| *code == number) {
            Some(place) => self.codes[place] = true,
            None => {
                self.low = self.low.min(number);
                self.high = self.high.max(number);
            }
        }
    }

    fn apart(&self) -> Vec<f64> {
        let range = self.high - self.low;
        if range.is_nan() || range < 0.0 {
            return Vec::new();
        }
        let apart = |code: f64| {
            let distance = (self.low - code).max(code - self.high);
            distance > range || code < 0.0 && self.low >= 0.0
        };
        let seen = CODES.iter().zip(self.codes);
        seen.filter(|(code, seen)| *seen && apart(**code))
            .map(|(code, _)| *code)
            .collect()
    }
}

/// The least and the greatest; NaN, which is blank, is neither.
fn ends(numbers: &[f64]) -> (f64, f64) {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for number in numbers {
        // A comparison is one instruction in a browser, and `min` is a call.
        low = if *number < low { *number } else { low };
        high = if *number > high { *number } else { high };
    }
    (low, high)
}
