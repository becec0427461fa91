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
    /// No datum, since none applies.
    Dotted,
    /// A corner in the colour of another class.
    Corner(Colour, Colour),
    /// A stage of a policy: its number, the last one, its colour.
    Stage(usize, usize, Colour),
    /// A circle that is filled as far as a share, on its shade.
    Part(f64, Colour),
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
    fn at(&self, x: f64, y: f64, text: &str) -> Mark {
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
    pub fn lines(&self, x: f64, top: f64, lines: &[String]) -> Placed {
        let mut marks = Vec::with_capacity(lines.len());
        for (index, line) in lines.iter().enumerate() {
            marks.push(self.at(x, self.first(top) + index as f64 * self.line(), line));
        }
        Placed {
            marks,
            height: lines.len() as f64 * self.line(),
        }
    }

    /// A text from an upper edge, in lines of at most `max`.
    pub fn wrapped(&self, x: f64, top: f64, text: &str, max: f64) -> Placed {
        self.lines(x, top, &self.wrap(text, max))
    }

    /// Lines around a middle.
    pub fn centred(&self, x: f64, middle: f64, lines: &[String]) -> Vec<Mark> {
        let height = lines.len() as f64 * self.line();
        self.lines(x, middle - height / 2.0, lines).marks
    }

    /// One line from its upper edge.
    pub fn word(&self, x: f64, top: f64, text: &str) -> Mark {
        self.at(x, self.first(top), text)
    }

    /// The baseline of the first line from an upper edge.
    fn first(&self, top: f64) -> f64 {
        top + (self.line() - self.size * (ASCENT + DESCENT)) / 2.0 + self.size * ASCENT
    }

    /// One line around its middle.
    pub fn centred_word(&self, x: f64, middle: f64, text: &str) -> Mark {
        self.word(x, middle - self.line() / 2.0, text)
    }

    /// Width of the widest line.
    pub fn widest(&self, lines: &[String]) -> f64 {
        let widths = lines.iter().map(|line| self.width(line));
        widths.fold(0.0, f64::max)
    }

    /// Width of the longest word, which no line may break.
    pub fn longest_word(&self, text: &str) -> f64 {
        let words = text.split_inclusive([' ', '-', '/']);
        let widths = words.map(|word| self.width(word.trim_end()));
        widths.fold(0.0, f64::max)
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
        let taken = sign + sign_gap + look.widest(&lines);
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
        Key::Stage(..) | Key::Part(..) => sizes.label * 1.7,
        Key::Swatch(_) | Key::Hatch(_) | Key::Status(_) | Key::Corner(..) | Key::Dotted => {
            sizes.label
        }
    }
}

fn key_marks(key: Key, x: f64, y: f64, palette: &Palette, sizes: &Sizes) -> Vec<Mark> {
    let wide = key_width(key, sizes);
    let (middle, half, mark) = (x + wide / 2.0, sizes.label * 0.42, sizes.mark);
    let line = |end: f64, stroke| Mark::line((x, y), (end, y), stroke);
    let outline = Stroke::solid(palette.grey, 1.0);
    match key {
        Key::Dot(colour) => vec![Mark::dot(middle, y, 4.0 * mark, colour)],
        Key::Ring(colour) => vec![ring(middle, y, colour, palette, sizes)],
        Key::Interval(colour, band) => {
            let (left, top) = (x + wide * 0.3, y - 2.0 * mark);
            vec![
                line(x + wide, Stroke::solid(colour, 1.5 * mark)),
                Mark::filled(left, top, wide * 0.4, 4.0 * mark, band),
                Mark::dot(middle, y, 4.0 * mark, colour),
            ]
        }
        Key::Line(stroke) => vec![line(x + wide, stroke)],
        Key::Arrow(stroke) => vec![
            line(x + wide - 5.0, stroke),
            shapes::arrow_head((x, y), (x + wide, y), 7.0 * mark, stroke.colour),
        ],
        Key::Swatch(colour) => {
            let area = [x, y - half, wide, half * 2.0];
            vec![Mark::outlined(area, Some(colour), outline)]
        }
        Key::Hatch(crossed) => shapes::hatch([x, y - half, wide, half * 2.0], crossed, palette),
        Key::Dotted => shapes::dotted([x, y - half, wide, half * 2.0], palette),
        Key::Corner(colour, other) => {
            let area = [x, y - half, wide, half * 2.0];
            vec![
                Mark::outlined(area, Some(colour), outline),
                shapes::corner(area, half * 1.2, true, other),
            ]
        }
        Key::Stage(stage, last, colour) => {
            let size = sizes.label;
            let area = [x, y - size * 0.6, wide, size * 1.2];
            let mut marks = vec![Mark::outlined(area, Some(colour), outline)];
            let left = x + (wide - size) / 2.0;
            marks.push(shapes::steps(left, y, size, stage, last, colour.text_on()));
            marks
        }
        Key::Part(share, colour) => {
            let size = sizes.label;
            let area = [x, y - size * 0.65, wide, size * 1.3];
            let mut marks = vec![Mark::outlined(area, Some(colour), outline)];
            let ink = colour.text_on();
            marks.extend(shapes::filled_circle(middle, y, size * 0.5, share, ink));
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
