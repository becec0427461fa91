//! Sizes for media: where a picture will be seen decides how large it is and how large its text must be.

use crate::shape::{Shape, Written};
use serde::Serialize;

/// A medium with a size of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// A web page: 850 × 600.
    Web,
    /// A slide: 1920 × 1080.
    Slide,
    /// A page of Word: 16 cm wide at 300 dots an inch, as high as the chart needs.
    Word,
    /// A square post: 1080 × 1080.
    Square,
    /// An upright post: 1080 × 1350.
    Portrait,
    /// A story: 1080 × 1920.
    Story,
    /// The card of a link: 1200 × 630.
    Card,
}

/// How a medium is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Medium {
    /// Width for which the chart is laid out.
    pub width_px: f64,
    /// Height for which it is laid out; none where it may be as high as it needs.
    pub height_px: Option<f64>,
    /// Pixels of the image that is handed out for each of the layout. A post is looked at on a phone, at a third of its pixels:
    /// it is laid out small, so that its text is large.
    pub density: f64,
    /// Dots of the image an inch of paper; none on a screen.
    pub dots_per_inch: Option<u32>,
}

impl Preset {
    /// How it is drawn.
    pub fn medium(self) -> Medium {
        let (width_px, height_px, density, dots_per_inch) = match self {
            Preset::Web => (850.0, Some(600.0), 2.0, None),
            Preset::Slide => (1920.0, Some(1080.0), 1.0, None),
            // 16 cm are 1,890 dots of 300 an inch.
            Preset::Word => (630.0, None, 3.0, Some(300)),
            Preset::Square => (432.0, Some(432.0), 2.5, None),
            Preset::Portrait => (432.0, Some(540.0), 2.5, None),
            Preset::Story => (432.0, Some(768.0), 2.5, None),
            Preset::Card => (750.0, Some(393.75), 1.6, None),
        };
        Medium {
            width_px,
            height_px,
            density,
            dots_per_inch,
        }
    }
}
