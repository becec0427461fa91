//! A composite index.

use super::{empty_list, known, out_of_range};
use crate::document::{Composite, Document};
use crate::error::Error;
use crate::indicator::Direction;

/// Simulations above which a page would stand still.
const MOST_SIMULATIONS: u64 = 100_000;

impl Composite {
    /// See [`Document::check`]; places are relative to the index. `own` is the id of its query.
    pub(super) fn check(&self, document: &Document, own: &str) -> Vec<Error> {
        let mut errors = Vec::new();
        if self.indicators.is_empty() {
            errors.push(empty_list("indicators"));
        }
        if !(self.min_share > 0.0 && self.min_share <= 1.0) {
            errors.push(out_of_range(self.min_share, 0.0, 1.0, "/min_share"));
        }
        if self.simulations > MOST_SIMULATIONS {
            let (value, most) = (self.simulations as f64, MOST_SIMULATIONS as f64);
            errors.push(out_of_range(value, 0.0, most, "/simulations"));
        }
        for (index, indicator) in self.indicators.iter().enumerate() {
            let others = document.queries.iter().map(|query| query.id.as_str());
            let others = others.filter(|id| *id != own);
            let at = format!("/indicators/{index}/query");
            errors.extend(known("unknown_query", &indicator.query, others, at));
            if !matches!(indicator.direction, Direction::Up | Direction::Down) {
                let options = ["up", "down"].map(String::from).to_vec();
                errors.push(
                    Error::new("unknown_value")
                        .with("value", "direction")
                        .with("options", options)
                        .at(format!("/indicators/{index}/direction")),
                );
            }
        }
        errors
    }
}
