//! Colours and sizes. The series, the Likert scale and the policy stages hold for colour-blind readers: the least CIEDE2000
//! distance over four kinds of vision is 17.9, and every series stands at 3:1 or more on its paper.

use super::brand::Brand;
use crate::shape::{Shape, Written};
use serde::Serialize;

/// A colour, opaque.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// What the picture is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// A white page.
    #[default]
    Light,
    /// A dark page.
    Dark,
    /// Paper: as light, with darker second text.
    Print,
    /// As light, without paper: a slide or a page shows through.
    Transparent,
    /// As dark, without paper: over a video.
    Overlay,
}

/// The colours of a theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// Paper.
    pub ground: Colour,
    /// Text.
    pub ink: Colour,
    /// Second text.
    pub second: Colour,
    /// Grid lines and quiet rules.
    pub grid: Colour,
    /// Outlines, and what is not in focus.
    pub grey: Colour,
    /// What is in focus.
    pub highlight: Colour,
    /// At most six series; beyond that everything is grey and one is in focus.
    pub series: [Colour; 6],
    /// Likert: strongest no, no, neutral, yes, strongest yes.
    pub likert: [Colour; 5],
    /// Policy stages, from nothing to all of it.
    pub stages: [Colour; 5],
    /// No data.
    pub absent: Colour,
    /// Status: as hoped, in danger, bad.
    pub good: Colour,
    /// A warning that is not yet bad.
    pub caution: Colour,
    /// Bad.
    pub bad: Colour,
}

impl Theme {
    /// The colours.
    pub fn palette(self) -> Palette {
        match self {
            Theme::Light | Theme::Transparent => LIGHT,
            Theme::Dark | Theme::Overlay => DARK,
            Theme::Print => PRINT,
        }
    }

    /// Whether paper is drawn behind everything.
    pub fn has_ground(self) -> bool {
        !matches!(self, Theme::Transparent | Theme::Overlay)
    }
}

const LIGHT: Palette = Palette {
    ground: hex(0xFFFFFF),
    ink: hex(0x111111),
    second: hex(0x666666),
    grid: hex(0xCED4DE),
    grey: hex(0x8A969F),
    highlight: hex(0x0071BC),
    series: all([0x081079, 0x0C7C68, 0xAA0000, 0x664AB6, 0xCC79A7, 0x999933]),
    likert: all([0x920000, 0xE3A763, 0xEFEFEF, 0x80BDE7, 0x025288]),
    stages: all([0xFDF6DB, 0xA1CBCF, 0x5D99C2, 0x2868A0, 0x023B6F]),
    absent: hex(0xCED4DE),
    good: hex(0x025288),
    caution: hex(0x9A6A00),
    bad: hex(0x920000),
};

const PRINT: Palette = Palette {
    ink: hex(0x000000),
    second: hex(0x444444),
    ..LIGHT
};

const DARK: Palette = Palette {
    ground: hex(0x14181F),
    ink: hex(0xF2F4F7),
    second: hex(0xB3BCC8),
    grid: hex(0x3B4452),
    grey: hex(0x8A969F),
    highlight: hex(0x5AB4F5),
    series: all([0x9AA8FF, 0x3FC6AA, 0xFF8078, 0xB79BFF, 0xEBA6CC, 0xCFCF6B]),
    absent: hex(0x4A5362),
    good: hex(0x5AB4F5),
    caution: hex(0xE8B44A),
    bad: hex(0xFF8078),
    ..LIGHT
};

impl Palette {
    /// With a partner's own colours, each strong enough for its paper.
    pub fn branded(mut self, brand: Option<&Brand>) -> Self {
        let Some(brand) = brand else {
            return self;
        };
        for (series, own) in self.series.iter_mut().zip(&brand.colours) {
            *series = Colour::parse(own).map_or(*series, |own| own.seen_on(self.ground));
        }
        if let Some(own) = brand.highlight.as_deref().and_then(Colour::parse) {
            self.highlight = own.seen_on(self.ground);
        }
        self
    }
}

impl Colour {
    /// A colour from its name on the web, `#081079`; nothing where it is none.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        digits
            .bytes()
            .all(|digit| digit.is_ascii_hexdigit())
            .then(|| u32::from_str_radix(digits, 16).ok())
            .flatten()
            .map(hex)
    }

    /// How much light it gives, from 0 to 1: the relative luminance of WCAG 2, whose curve is followed to within 0.003.
    pub fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            part * (0.012522878 + part * (0.682171111 + part * 0.305306011))
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// How far it stands out from another, from 1 to 21 (WCAG 2).
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance() + 0.05, other.luminance() + 0.05);
        if a > b { a / b } else { b / a }
    }

    /// The colour, or the nearest between it and black or white that stands out from `paper` as marks must (3:1).
    fn seen_on(self, paper: Colour) -> Colour {
        let towards = if paper.is_light() {
            hex(0)
        } else {
            hex(0xFFFFFF)
        };
        let steps = (0..=20).map(|step| self.between(towards, f64::from(step) / 20.0));
        let mut enough = steps.filter(|colour| colour.contrast(paper) >= 3.1);
        enough.next().unwrap_or(towards)
    }

    /// The colour between two, `share` of the way.
    pub fn between(self, other: Colour, share: f64) -> Colour {
        let mix = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share + 0.5) as u8;
        Colour(
            mix(self.0, other.0),
            mix(self.1, other.1),
            mix(self.2, other.2),
        )
    }

    /// Whether dark text stands out from it more than white.
    pub fn is_light(self) -> bool {
        self.contrast(hex(0x111111)) > self.contrast(hex(0xFFFFFF))
    }

    /// The text colour that reads on it.
    pub fn text_on(self) -> Colour {
        if self.is_light() {
            hex(0x111111)
        } else {
            hex(0xFFFFFF)
        }
    }
}

/// Sizes that follow the picture's width and the reader's text scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    /// Labels of rows, values, ticks.
    pub label: f64,
    /// The subtitle.
    pub subtitle: f64,
    /// The title.
    pub title: f64,
    /// The footer.
    pub footer: f64,
    /// Margin around the picture.
    pub margin: f64,
    /// How many times larger than on a page marks are drawn.
    pub mark: f64,
}

impl Sizes {
    /// Sizes for a picture of this width. At 1600 px and wider it is a stage: it is read from the back of a room.
    pub fn for_width(width_px: f64, text_scale: f64) -> Self {
        let (label, subtitle, title, footer, margin, mark) = if width_px < 400.0 {
            (12.0, 14.0, 16.0, 12.0, 12.0, 1.0)
        } else if width_px <= 700.0 {
            (13.0, 15.0, 18.0, 12.0, 16.0, 1.0)
        } else if width_px < 1600.0 {
            (14.0, 16.0, 20.0, 12.0, 20.0, 1.0)
        } else {
            (24.0, 28.0, 48.0, 24.0, 48.0, 2.0)
        };
        Sizes {
            label: label * text_scale,
            subtitle: subtitle * text_scale,
            title: title * text_scale,
            footer: footer * text_scale,
            margin,
            mark,
        }
    }

    /// Height of a line of labels.
    pub fn line(&self) -> f64 {
        self.label * 1.3
    }
}

const fn hex(value: u32) -> Colour {
    Colour((value >> 16) as u8, (value >> 8) as u8, value as u8)
}

const fn all<const N: usize>(values: [u32; N]) -> [Colour; N] {
    let mut colours = [hex(0); N];
    let mut index = 0;
    while index < N {
        colours[index] = hex(values[index]);
        index += 1;
    }
    colours
}
