//! Points, boxes, lines and shapes in a plane: what meets what.

use crate::numeric::Within;

/// A box: left, top, right, bottom.
pub(super) type Bounds = [f64; 4];

/// From the left, from the top.
pub(super) type Point = (f64, f64);

/// The box around some points.
pub(super) fn around(points: &[Point]) -> Bounds {
    let mut bounds = [
        f64::INFINITY,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NEG_INFINITY,
    ];
    for (x, y) in points {
        bounds = [
            bounds[0].min(*x),
            bounds[1].min(*y),
            bounds[2].max(*x),
            bounds[3].max(*y),
        ];
    }
    bounds
}

/// The point of a box that is nearest to another.
pub(super) fn nearest([left, top, right, bottom]: Bounds, (x, y): Point) -> Point {
    (x.within(left, right), y.within(top, bottom))
}

/// Whether two boxes have more than an edge in common.
pub(super) fn touch(a: Bounds, b: Bounds) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// Whether a point lies in a box.
pub(super) fn inside([left, top, right, bottom]: Bounds, (x, y): Point) -> bool {
    left <= x && x <= right && top <= y && y <= bottom
}

/// Whether a line runs through a box: their bounds meet, and not all corners lie on one side of it.
pub(super) fn cuts(rect: Bounds, [a, b]: [Point; 2]) -> bool {
    let [left, top, right, bottom] = rect;
    if a.0.max(b.0) < left || a.0.min(b.0) > right || a.1.max(b.1) < top || a.1.min(b.1) > bottom {
        return false;
    }
    let above = |x: f64, y: f64| (b.0 - a.0) * (y - a.1) > (b.1 - a.1) * (x - a.0);
    let first = above(left, top);
    first != above(right, top) || first != above(left, bottom) || first != above(right, bottom)
}

/// Whether two lines cross: the ends of each lie on both sides of the other.
pub(super) fn cross(one: [Point; 2], other: [Point; 2]) -> bool {
    let parts = |[a, b]: [Point; 2], [c, d]: [Point; 2]| {
        let side = |(x, y): Point| (b.0 - a.0) * (y - a.1) > (b.1 - a.1) * (x - a.0);
        side(c) != side(d)
    };
    parts(one, other) && parts(other, one)
}

/// Whether a point lies within a shape: a ray from it crosses the edge an odd number of times.
pub(super) fn holds((around, shape): &(Bounds, Vec<Point>), (x, y): Point) -> bool {
    if !inside(*around, (x, y)) {
        return false;
    }
    let mut within = false;
    let mut last = shape.last().copied().unwrap_or_default();
    for &(to_x, to_y) in shape {
        if (to_y > y) != (last.1 > y) && x < (last.0 - to_x) * (y - to_y) / (last.1 - to_y) + to_x {
            within = !within;
        }
        last = (to_x, to_y);
    }
    within
}
