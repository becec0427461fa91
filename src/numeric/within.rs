//! A number kept between two others.

/// A number kept between two others.
pub(crate) trait Within {
    /// The number, or the bound that it lies beyond. Where the bounds cross, the lower one counts.
    ///
    /// `f64::clamp` panics there, with a message that alone brings the standard library's writing of numbers into the module:
    /// 5 kB of the viewer, compressed.
    fn within(self, low: f64, high: f64) -> f64;
}

impl Within for f64 {
    fn within(self, low: f64, high: f64) -> f64 {
        if self < low || high < low {
            low
        } else if self > high {
            high
        } else {
            self
        }
    }
}
