//! Small shapes: what tells apart without colour.

use super::rows::Absent;
use super::scene::{Mark, Stroke};
use super::theme::{Colour, Palette};
use crate::indicator::Status;
use crate::numeric::Within;

/// Slanted lines over a rectangle, cut at its edges: there is no datum here. Lines both ways: there is one, and it is
/// withheld. Plain lines, since patterns do not travel; in one stroke, which goes from each line to the next under the outline.
pub(super) fn hatch(area: [f64; 4], crossed: bool, palette: &Palette) -> Vec<Mark> {
    let [x, y, width, height] = area;
    let mut points = Vec::new();
    let mut offset = 5.0;
    while offset < width + height {
        // The line x + y = offset, from the left or the bottom edge to the top or the right edge.
        let from = ((offset - height).max(0.0), offset.min(height));
        let to = (offset.min(width), (offset - width).max(0.0));
        points.push([from, to]);
        offset += 5.0;
    }
    let mut marks = Vec::new();
    for upside_down in [false, true].into_iter().take(1 + usize::from(crossed)) {
        let mut stroke = Vec::new();
        for (index, [from, to]) in points.iter().enumerate() {
            let ends = if index % 2 == 0 {
                [from, to]
            } else {
                [to, from]
            };
            // Between two lines the way leads along the edges: over a corner where they end on different ones.
            let placed =
                ends.map(|(dx, dy)| (x + dx, y + if upside_down { height - dy } else { *dy }));
            if let Some((last_x, last_y)) = stroke.last().copied() {
                stroke.extend(turn((last_x, last_y), placed[0], area));
            }
            stroke.extend(placed);
        }
        marks.push(Mark::Polyline {
            points: stroke,
            stroke: Stroke::solid(palette.grey, 1.0),
        });
    }
    marks.push(Mark::outlined(
        area,
        None,
        Stroke::solid(palette.absent, 1.0),
    ));
    marks
}

/// The corner of a rectangle that lies between two points of neighbouring edges; none where both are on one edge.
fn turn(from: (f64, f64), to: (f64, f64), [x, y, width, height]: [f64; 4]) -> Option<(f64, f64)> {
    if from.0 == to.0 || from.1 == to.1 {
        return None;
    }
    let near = |value: f64, low: f64, high: f64| value <= low || value >= high;
    let upright = if near(from.0, x, x + width) {
        from.0
    } else {
        to.0
    };
    let level = if near(from.1, y, y + height) {
        from.1
    } else {
        to.1
    };
    Some((upright, level))
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

/// How far along a policy is: as many bars as there are stages beyond none, ever taller up to this one; of the others the feet.
/// One shape: a heatmap has hundreds of them.
pub(super) fn steps(
    x: f64,
    y_middle: f64,
    size: f64,
    stage: usize,
    last: usize,
    ink: Colour,
) -> Mark {
    let last = last.max(1);
    let pitch = size / last as f64;
    let width = (pitch * 0.76 * 10.0).floor() / 10.0;
    let base = y_middle + size * 0.44;
    let mut points = Vec::with_capacity(4 * last);
    for step in 1..=last {
        let height = match step <= stage {
            true => size * 0.88 * (0.3 + 0.7 * step as f64 / last as f64),
            false => size * 0.13,
        };
        let left = x + (step - 1) as f64 * pitch;
        let (right, top) = (left + width, base - height);
        points.extend([(left, base), (left, top), (right, top), (right, base)]);
    }
    Mark::Polygon { points, fill: ink }
}

/// A stage's shade: a share of the way through the five colours.
pub(super) fn shade(palette: &Palette, share: f64) -> Colour {
    let colours = &palette.stages;
    let place = share.within(0.0, 1.0) * (colours.len() - 1) as f64;
    let below = place as usize;
    let above = (below + 1).min(colours.len() - 1);
    colours[below].between(colours[above], place - below as f64)
}

/// A circle that is filled clockwise from the top, as far as a share.
pub(super) fn filled_circle(x: f64, y: f64, radius: f64, share: f64, ink: Colour) -> Vec<Mark> {
    // A thirty-second of a turn: cosine and sine, so that no platform has to compute them.
    const TURN: (f64, f64) = (0.980_785_280_403_230_4, 0.195_090_322_016_128_27);
    let steps = (share.within(0.0, 1.0) * 32.0 + 0.5) as usize;
    let mut points = vec![(x, y)];
    let (mut across, mut up) = (0.0, radius - 1.5);
    for _ in 0..=steps {
        points.push((x + across, y - up));
        (across, up) = (across * TURN.0 + up * TURN.1, up * TURN.0 - across * TURN.1);
    }
    let mut marks = vec![Mark::Circle {
        x,
        y,
        radius,
        fill: None,
        stroke: Some(Stroke::solid(ink, 1.0)),
    }];
    if steps > 0 {
        marks.push(Mark::Polygon { points, fill: ink });
    }
    marks
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
