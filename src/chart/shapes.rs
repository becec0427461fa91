//! Small shapes: what tells apart without colour.

use super::rows::Absent;
use super::scene::{Mark, Stroke};
use super::theme::{Colour, Palette};
use crate::indicator::Status;

/// Slanted lines over a rectangle, cut at its edges: there is no datum here. Lines both ways: there is one, and it is
/// withheld. Plain lines, since patterns do not travel.
pub(super) fn hatch(area: [f64; 4], crossed: bool, palette: &Palette) -> Vec<Mark> {
    let [x, y, width, height] = area;
    let line = Stroke::solid(palette.grey, 1.0);
    let mut marks = vec![Mark::outlined(
        area,
        None,
        Stroke::solid(palette.absent, 1.0),
    )];
    let mut offset = 5.0;
    while offset < width + height {
        // The line x + y = offset, from the left or the bottom edge to the top or the right edge.
        let from = if offset <= height {
            (0.0, offset)
        } else {
            (offset - height, height)
        };
        let to = if offset <= width {
            (offset, 0.0)
        } else {
            (width, offset - width)
        };
        marks.push(Mark::line(
            (x + from.0, y + from.1),
            (x + to.0, y + to.1),
            line,
        ));
        if crossed {
            marks.push(Mark::line(
                (x + from.0, y + height - from.1),
                (x + to.0, y + height - to.1),
                line,
            ));
        }
        offset += 5.0;
    }
    marks
}

/// Dots over a rectangle: the question does not apply here.
pub(super) fn dotted([x, y, width, height]: [f64; 4], palette: &Palette) -> Vec<Mark> {
    let mut marks = vec![Mark::outlined(
        [x, y, width, height],
        None,
        Stroke::solid(palette.absent, 1.0),
    )];
    let pitch = 6.0;
    let (columns, rows) = ((width / pitch) as usize, (height / pitch) as usize);
    for row in 0..rows {
        for column in 0..columns {
            let left = x + (width - (columns - 1) as f64 * pitch) / 2.0;
            let top = y + (height - (rows - 1) as f64 * pitch) / 2.0;
            let at = (left + column as f64 * pitch, top + row as f64 * pitch);
            marks.push(Mark::dot(at.0, at.1, 1.0, palette.grey));
        }
    }
    marks
}

/// A rectangle without a number: dotted where none applies, hatched where there is none, crossed where it is withheld.
pub(super) fn absent(area: [f64; 4], absent: Absent, palette: &Palette) -> Vec<Mark> {
    match absent {
        Absent::NotApplicable => dotted(area, palette),
        other => hatch(area, other.is_withheld(), palette),
    }
}

/// The upper right corner of a rectangle, or the lower left one.
pub(super) fn corner(
    [x, y, width, height]: [f64; 4],
    size: f64,
    upper: bool,
    fill: Colour,
) -> Mark {
    let (x, y, size) = if upper {
        (x + width, y, size)
    } else {
        (x, y + height, -size)
    };
    Mark::Polygon {
        points: vec![(x, y), (x - size, y), (x, y + size)],
        fill,
    }
}

/// A diamond around a centre.
pub(super) fn diamond(x: f64, y: f64, radius: f64, fill: Colour) -> Mark {
    Mark::Polygon {
        points: vec![
            (x, y - radius),
            (x + radius, y),
            (x, y + radius),
            (x - radius, y),
        ],
        fill,
    }
}

/// How far along a policy is: as many bars as there are stages beyond none, filled up to this one.
pub(super) fn steps(
    x: f64,
    y_middle: f64,
    size: f64,
    stage: usize,
    last: usize,
    ink: Colour,
) -> Vec<Mark> {
    let last = last.max(1);
    let pitch = size / last as f64;
    let width = (pitch * 0.68 * 10.0).floor() / 10.0;
    let base = y_middle + size * 0.42;
    (1..=last)
        .map(|step| {
            let height = size * 0.84 * (0.3 + 0.7 * step as f64 / last as f64);
            let filled = step <= stage;
            let area = [x + (step - 1) as f64 * pitch, base - height, width, height];
            Mark::outlined(area, filled.then_some(ink), Stroke::solid(ink, 1.0))
        })
        .collect()
}

/// A head at the end of an arrow that points from `from` to `to`, along an axis.
pub(super) fn arrow_head(from: (f64, f64), to: (f64, f64), size: f64, fill: Colour) -> Mark {
    let sign = |d: f64| {
        if d > 0.1 {
            1.0
        } else if d < -0.1 {
            -1.0
        } else {
            0.0
        }
    };
    let (dx, dy) = (sign(to.0 - from.0), sign(to.1 - from.1));
    let (back_x, back_y) = (to.0 - dx * size, to.1 - dy * size);
    let half = size * 0.55;
    Mark::Polygon {
        points: vec![
            to,
            (back_x - dy * half, back_y + dx * half),
            (back_x + dy * half, back_y - dx * half),
        ],
        fill,
    }
}

/// The shape and colour of a status, within a square of `size` around a centre. Every status has its own shape.
pub(super) fn status(status: Status, x: f64, y: f64, size: f64, palette: &Palette) -> Vec<Mark> {
    let r = size / 2.0;
    let thick = Stroke::solid(palette.ground, (size * 0.14).max(1.5));
    match status {
        Status::Achieved => vec![
            Mark::dot(x, y, r, palette.good),
            Mark::Polyline {
                points: vec![
                    (x - r * 0.5, y),
                    (x - r * 0.1, y + r * 0.42),
                    (x + r * 0.52, y - r * 0.4),
                ],
                stroke: thick,
            },
        ],
        Status::OnTrack => vec![triangle(x, y, r, -1.0, palette.good)],
        Status::AtRisk => vec![diamond(x, y, r * 1.05, palette.caution)],
        Status::OffTrack => vec![Mark::filled(
            x - r * 0.85,
            y - r * 0.85,
            r * 1.7,
            r * 1.7,
            palette.bad,
        )],
        Status::MovingAway => vec![triangle(x, y, r, 1.0, palette.bad)],
        Status::NoData => vec![ring(x, y, r, palette.grey, true)],
        Status::NotDue => vec![ring(x, y, r, palette.grey, false)],
    }
}

/// A triangle that points up (-1) or down (1).
pub(super) fn triangle(x: f64, y: f64, r: f64, direction: f64, fill: Colour) -> Mark {
    let (tip, base) = (y + direction * r * 0.95, y - direction * r * 0.75);
    Mark::Polygon {
        points: vec![(x, tip), (x - r, base), (x + r, base)],
        fill,
    }
}

fn ring(x: f64, y: f64, r: f64, colour: Colour, dashed: bool) -> Mark {
    let stroke = Stroke {
        colour,
        width_px: 1.5,
        dashed,
    };
    Mark::Circle {
        x,
        y,
        radius: r - 0.8,
        fill: None,
        stroke: Some(stroke),
    }
}
