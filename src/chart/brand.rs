//! A partner's own colours and logo.

use crate::locale::Text;
use crate::shape::{Shape, Written};
use serde::Serialize;

/// What a partner's pictures share. Colours that would be too faint are made strong enough to be seen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Brand {
    /// Colours of series, the first for what has one colour alone: `#081079`. At most six.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub colours: Vec<String>,
    /// Colour of what stands out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub highlight: Option<String>,
    /// Stands above every picture, at the right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
}

/// A small image.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Logo {
    /// The image itself, PNG or JPEG, as a `data:` address: a picture asks nothing of a network.
    pub src: String,
    /// Whose it is.
    pub name: Text,
    /// Width of the image in its own pixels.
    pub width: f64,
    /// Height of the image in its own pixels.
    pub height: f64,
}

impl Logo {
    /// What its address may begin with.
    pub const KINDS: [&str; 2] = ["data:image/png;base64,", "data:image/jpeg;base64,"];
    /// Characters that it may have: it is part of every picture.
    pub const MOST: usize = 100_000;

    /// Whether it can be drawn.
    pub fn is_drawn(&self) -> bool {
        let known = Logo::KINDS.iter().any(|kind| self.src.starts_with(kind));
        known && self.src.len() <= Logo::MOST && self.width > 0.0 && self.height > 0.0
    }
}
