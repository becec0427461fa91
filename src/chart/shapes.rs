//! Small shapes: what tells apart without colour.

use super::scene::{Mark, Stroke};
use super::theme::{Colour, Palette};
use crate::indicator::Status;
use crate::numeric::Within;

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
fn triangle(x: f64, y: f64, r: f64, direction: f64, fill: Colour) -> Mark {
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
