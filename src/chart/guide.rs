//! Guides: legends and lines of text, placed.

use super::metrics::{ASCENT, DESCENT, width, wrap};
use super::scene::{Anchor, Label, Mark, Stroke};
use super::shapes;
use super::theme::{Colour, Palette, Sizes};
use crate::indicator::Status;

/// Marks with the room they take.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Placed {
    pub marks: Vec<Mark>,
    pub height: f64,
}

/// Room to draw in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    /// Height that would be welcome; a chart may need more.
    pub height: Option<f64>,
}

/// The sign of a legend's item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Key {
    /// A filled point.
    Dot(Colour),
    /// A hollow point.
    Ring(Colour),
    /// Point, line and band.
    Interval(Colour, Colour),
    /// A line.
    Line(Stroke),
    /// A colour.
    Swatch(Colour),
    /// No datum; crossed where there is one that is withheld.
    Hatch(bool),
    /// A stage of a policy: its number, the last one, its colour.
    Stage(usize, usize, Colour),
    /// A status.
    Status(Status),
    /// A line with an arrow.
    Arrow(Stroke),
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    pub size: f64,
    pub bold: bool,
    pub colour: Colour,
    pub anchor: Anchor,
}

impl Look {
    pub fn plain(size: f64, colour: Colour) -> Self {
        Look {
            size,
            bold: false,
            colour,
            anchor: Anchor::Start,
        }
    }

    pub fn bold(size: f64, colour: Colour) -> Self {
        Look {
            bold: true,
            ..Look::plain(size, colour)
        }
    }

    pub fn weighted(size: f64, colour: Colour, bold: bool) -> Self {
        Look {
            bold,
            ..Look::plain(size, colour)
        }
    }

    pub fn anchored(self, anchor: Anchor) -> Self {
        Look { anchor, ..self }
    }

    pub fn width(&self, text: &str) -> f64 {
        width(text, self.size, self.bold)
    }

    pub fn wrap(&self, text: &str, max: f64) -> Vec<String> {
        wrap(text, self.size, self.bold, max)
    }

    /// Height of a line, with its leading.
    pub fn line(&self) -> f64 {
        self.size * 1.28
    }

    /// One line whose baseline is at `y`.
    pub fn at(&self, x: f64, y: f64, text: impl Into<String>) -> Mark {
        Mark::Text(Label {
            x,
            y,
            text: text.into(),
            size_px: self.size,
            bold: self.bold,
            anchor: self.anchor,
            colour: self.colour,
        })
    }

    /// Lines below each other from an upper edge; the height is that of all lines.
    pub fn lines<S: AsRef<str>>(&self, x: f64, top: f64, lines: &[S]) -> Placed {
        let first = top + (self.line() - self.size * (ASCENT + DESCENT)) / 2.0 + self.size * ASCENT;
        let marks = lines
            .iter()
            .enumerate()
            .map(|(index, line)| self.at(x, first + index as f64 * self.line(), line.as_ref()))
            .collect();
        Placed {
            marks,
            height: lines.len() as f64 * self.line(),
        }
    }

    /// Lines around a middle.
    pub fn centred<S: AsRef<str>>(&self, x: f64, middle: f64, lines: &[S]) -> Vec<Mark> {
        self.lines(x, middle - lines.len() as f64 * self.line() / 2.0, lines)
            .marks
    }
}

/// A legend: items side by side, wrapped where the width ends.
pub(super) fn legend(
    items: &[(Key, String)],
    area: Area,
    palette: &Palette,
    sizes: &Sizes,
) -> Placed {
    let look = Look::plain(sizes.label, palette.ink);
    let (gap, sign_gap) = (sizes.label * 1.4, sizes.label * 0.45);
    let mut placed = Placed::default();
    let (mut x, mut y, mut row) = (area.x, area.y, 0.0_f64);
    for (key, text) in items {
        let sign = key_width(*key, sizes);
        let room = area.width - sign - sign_gap;
        let lines = look.wrap(text, room);
        let taken = sign
            + sign_gap
            + lines
                .iter()
                .map(|line| look.width(line))
                .fold(0.0, f64::max);
        if x > area.x && x + taken > area.x + area.width {
            x = area.x;
            y += row + sizes.label * 0.25;
            row = 0.0;
        }
        placed
            .marks
            .extend(key_marks(*key, x, y + look.line() / 2.0, palette, sizes));
        let text = look.lines(x + sign + sign_gap, y, &lines);
        row = row.max(text.height);
        placed.marks.extend(text.marks);
        x += taken + gap;
    }
    placed.height = if items.is_empty() {
        0.0
    } else {
        y + row - area.y
    };
    placed
}

fn key_width(key: Key, sizes: &Sizes) -> f64 {
    match key {
        Key::Dot(_) | Key::Ring(_) => 9.0 * sizes.mark,
        Key::Interval(..) | Key::Line(_) | Key::Arrow(_) => 28.0 * sizes.mark,
        Key::Stage(..) => sizes.label * 1.7,
        Key::Swatch(_) | Key::Hatch(_) | Key::Status(_) => sizes.label,
    }
}

fn key_marks(key: Key, x: f64, y: f64, palette: &Palette, sizes: &Sizes) -> Vec<Mark> {
    let wide = key_width(key, sizes);
    let (middle, half) = (x + wide / 2.0, sizes.label * 0.42);
    match key {
        Key::Dot(colour) => vec![Mark::dot(middle, y, 4.0 * sizes.mark, colour)],
        Key::Ring(colour) => vec![ring(middle, y, colour, palette, sizes)],
        Key::Interval(colour, band) => vec![
            Mark::line(
                (x, y),
                (x + wide, y),
                Stroke::solid(colour, 1.5 * sizes.mark),
            ),
            Mark::filled(
                x + wide * 0.3,
                y - 2.0 * sizes.mark,
                wide * 0.4,
                4.0 * sizes.mark,
                band,
            ),
            Mark::dot(middle, y, 4.0 * sizes.mark, colour),
        ],
        Key::Line(stroke) => vec![Mark::line((x, y), (x + wide, y), stroke)],
        Key::Arrow(stroke) => vec![
            Mark::line((x, y), (x + wide - 5.0, y), stroke),
            shapes::arrow_head((x, y), (x + wide, y), 7.0 * sizes.mark, stroke.colour),
        ],
        Key::Swatch(colour) => vec![Mark::Rect {
            x,
            y: y - half,
            width: wide,
            height: half * 2.0,
            fill: Some(colour),
            stroke: Some(Stroke::solid(palette.grey, 1.0)),
        }],
        Key::Hatch(crossed) => shapes::hatch([x, y - half, wide, half * 2.0], crossed, palette),
        Key::Stage(stage, last, colour) => {
            let mut marks = vec![Mark::Rect {
                x,
                y: y - sizes.label * 0.6,
                width: wide,
                height: sizes.label * 1.2,
                fill: Some(colour),
                stroke: Some(Stroke::solid(palette.grey, 1.0)),
            }];
            let size = sizes.label;
            marks.extend(shapes::steps(
                x + (wide - size) / 2.0,
                y,
                size,
                stage,
                last,
                colour.text_on(),
            ));
            marks
        }
        Key::Status(status) => shapes::status(status, middle, y, sizes.label, palette),
    }
}

/// A hollow point.
pub(super) fn ring(x: f64, y: f64, colour: Colour, palette: &Palette, sizes: &Sizes) -> Mark {
    Mark::Circle {
        x,
        y,
        radius: 3.5 * sizes.mark,
        fill: Some(palette.ground),
        stroke: Some(Stroke::solid(colour, 1.6 * sizes.mark)),
    }
}
