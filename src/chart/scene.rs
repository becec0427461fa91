//! The scene: a picture as primitives with absolute coordinates in pixels, and the same message in words and in a table.

use super::theme::Colour;
use crate::locale::Locale;
use crate::shape::Written;

/// A finished picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width of the picture.
    pub width_px: f64,
    /// Height of the picture.
    pub height_px: f64,
    /// Pixels that an image of it has for each of these.
    pub density: f64,
    /// The finding, as a sentence.
    pub title: String,
    /// The message in words, for those who cannot see the picture.
    pub description: String,
    /// Language and number habits of every text.
    pub locale: Locale,
    /// What is painted, in order.
    pub root: Group,
    /// The same as a table in words, for the reader.
    pub table: TableData,
    /// The same as data, for a program: full precision, no language.
    pub data: Tidy,
}

/// Marks that belong together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Group {
    /// What the marks are.
    pub role: Role,
    /// What a reader is told of them: the `<title>` of the group.
    pub label: Option<String>,
    /// `data-*` keys: `country`, `variable`, `estimate` and others, without the prefix.
    pub data: Vec<(&'static str, String)>,
    /// What the document's author says of them, for whoever places it.
    pub note: Option<String>,
    /// The marks, in painting order.
    pub marks: Vec<Mark>,
}

/// What a group's marks are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Role {
    /// The whole.
    #[default]
    Chart,
    /// Paper behind everything.
    Ground,
    /// Title and subtitle.
    Header,
    /// What shapes and colours mean.
    Legend,
    /// Lines and labels of a scale.
    Axis,
    /// One datum: a country's row, a cell, a node.
    Datum,
    /// Note, source, n and dates, licence.
    Footer,
}

impl Role {
    /// The name in the picture's `data-role`.
    pub fn name(self) -> &'static str {
        match self {
            Role::Chart => "chart",
            Role::Ground => "ground",
            Role::Header => "header",
            Role::Legend => "legend",
            Role::Axis => "axis",
            Role::Datum => "datum",
            Role::Footer => "footer",
        }
    }
}

/// A primitive.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// Marks that belong together.
    Group(Group),
    /// A rectangle.
    Rect {
        /// Left edge.
        x: f64,
        /// Upper edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Colour inside.
        fill: Option<Colour>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A line through points.
    Polyline {
        /// The points.
        points: Vec<(f64, f64)>,
        /// How the line looks.
        stroke: Stroke,
    },
    /// A filled shape.
    Polygon {
        /// The corners.
        points: Vec<(f64, f64)>,
        /// Colour inside.
        fill: Colour,
    },
    /// A circle.
    Circle {
        /// Centre.
        x: f64,
        /// Centre.
        y: f64,
        /// Radius.
        radius: f64,
        /// Colour inside.
        fill: Option<Colour>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// One line of text.
    Text(Label),
    /// A small image: its edges (x, y, width, height), and its `data:` address.
    Image([f64; 4], String),
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Where it is anchored.
    pub x: f64,
    /// The baseline.
    pub y: f64,
    /// The words.
    pub text: String,
    /// Font size.
    pub size_px: f64,
    /// Whether it is bold.
    pub bold: bool,
    /// Which end of the text stands at `x`.
    pub anchor: Anchor,
    /// Its colour.
    pub colour: Colour,
}

/// How a line looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width in pixels.
    pub width_px: f64,
    /// Whether it is dashed.
    pub dashed: bool,
}

/// Which end of a text stands at its x.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Anchor {
    /// The first letter.
    #[default]
    Start,
    /// The middle.
    Middle,
    /// The last letter.
    End,
}

/// A table for the reader: words and formatted numbers.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, Written)]
pub struct TableData {
    /// Headings.
    pub head: Vec<String>,
    /// Rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
}

/// Tidy data for a program: one row an estimate, no language, full precision.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tidy {
    /// Names of the columns.
    pub head: Vec<String>,
    /// Rows, each as long as the head.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of [`Tidy`].
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing applies; a flag of the row says why.
    Empty,
    /// A number.
    Number(f64),
    /// A name or a code.
    Text(String),
}

impl Stroke {
    /// A solid line.
    pub fn solid(colour: Colour, width_px: f64) -> Self {
        Stroke {
            colour,
            width_px,
            dashed: false,
        }
    }
}

impl Mark {
    /// Marks that belong together, of which a reader is told nothing.
    pub fn group(role: Role, marks: Vec<Mark>) -> Self {
        Mark::Group(Group {
            role,
            marks,
            ..Group::default()
        })
    }

    /// The marks of one datum, what a reader is told of it, and its keys.
    pub fn datum(
        label: Option<String>,
        data: Vec<(&'static str, String)>,
        marks: Vec<Mark>,
    ) -> Self {
        Mark::Group(Group {
            role: Role::Datum,
            label,
            data,
            marks,
            ..Group::default()
        })
    }

    /// A rectangle (x, y, width, height) with an outline.
    pub fn outlined([x, y, width, height]: [f64; 4], fill: Option<Colour>, stroke: Stroke) -> Self {
        Mark::Rect {
            x,
            y,
            width,
            height,
            fill,
            stroke: Some(stroke),
        }
    }

    /// A straight line.
    pub fn line(from: (f64, f64), to: (f64, f64), stroke: Stroke) -> Self {
        Mark::Polyline {
            points: vec![from, to],
            stroke,
        }
    }

    /// A filled rectangle.
    pub fn filled(x: f64, y: f64, width: f64, height: f64, fill: Colour) -> Self {
        Mark::Rect {
            x,
            y,
            width,
            height,
            fill: Some(fill),
            stroke: None,
        }
    }

    /// A filled circle.
    pub fn dot(x: f64, y: f64, radius: f64, fill: Colour) -> Self {
        Mark::Circle {
            x,
            y,
            radius,
            fill: Some(fill),
            stroke: None,
        }
    }
}
