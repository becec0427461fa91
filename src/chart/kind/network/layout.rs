//! Where nodes stand: near whom they are tied to. From a fixed start, in a fixed number of steps, with sums and roots alone, so that
//! the same network looks the same everywhere and every time.

/// A place in no particular unit.
pub(super) type Point = (f64, f64);

/// A turn by the golden angle, by which seeds stand in a sunflower: cosine and sine.
const GOLDEN: Point = (-0.737_368_878_078_320_1, 0.675_490_294_261_523_8);

/// Places of the nodes, around the middle, the longest way across. Distances between places are as near as may be to the steps between
/// nodes: stress majorisation, node by node (Gansner, Koren and North 2005).
pub(super) fn layout(nodes: usize, ties: &[(usize, usize)]) -> Vec<Point> {
    let steps = steps(nodes, ties);
    let mut places = sunflower(nodes);
    // As many rounds as a second allows of a large network; a small one needs no more than these.
    let rounds = (6_000_000 / (nodes * nodes).max(1)).clamp(12, 90);
    for _ in 0..rounds {
        for node in 0..nodes {
            let (mut x, mut y, mut weights) = (0.0, 0.0, 0.0);
            let own = places[node];
            for (other, place) in places.iter().enumerate() {
                if other == node {
                    continue;
                }
                let wanted = steps[node * nodes + other];
                let weight = 1.0 / (wanted * wanted);
                let (dx, dy) = (own.0 - place.0, own.1 - place.1);
                let apart = (dx * dx + dy * dy).sqrt().max(1e-9);
                x += weight * (place.0 + wanted * dx / apart);
                y += weight * (place.1 + wanted * dy / apart);
                weights += weight;
            }
            if weights > 0.0 {
                places[node] = (x / weights, y / weights);
            }
        }
    }
    lie_down(&mut places);
    places
}

/// Steps from each node to each other; between parts that nothing joins, one more than the longest way.
fn steps(nodes: usize, ties: &[(usize, usize)]) -> Vec<f64> {
    let mut next = vec![Vec::new(); nodes];
    for (from, to) in ties {
        next[*from].push(*to);
        next[*to].push(*from);
    }
    let mut steps = vec![0.0; nodes * nodes];
    let mut longest = 1.0_f64;
    for first in 0..nodes {
        let own = &mut steps[first * nodes..(first + 1) * nodes];
        let mut reached = vec![first];
        let mut at = 0;
        while at < reached.len() {
            let node = reached[at];
            at += 1;
            for other in &next[node] {
                if own[*other] == 0.0 && *other != first {
                    own[*other] = own[node] + 1.0;
                    longest = longest.max(own[*other]);
                    reached.push(*other);
                }
            }
        }
    }
    for step in &mut steps {
        if *step == 0.0 {
            *step = longest + 1.0;
        }
    }
    steps
}

/// The start: seeds of a sunflower, no two of them in line.
fn sunflower(nodes: usize) -> Vec<Point> {
    let mut places = Vec::with_capacity(nodes);
    let mut turn: Point = (1.0, 0.0);
    for node in 0..nodes {
        let radius = (node as f64 + 0.5).sqrt();
        places.push((turn.0 * radius, turn.1 * radius));
        turn = (
            turn.0 * GOLDEN.0 - turn.1 * GOLDEN.1,
            turn.0 * GOLDEN.1 + turn.1 * GOLDEN.0,
        );
    }
    places
}

/// Moves the middle to the origin and turns the longest way across.
fn lie_down(places: &mut [Point]) {
    let count = places.len().max(1) as f64;
    let (mut x, mut y) = (0.0, 0.0);
    for place in &*places {
        (x, y) = (x + place.0 / count, y + place.1 / count);
    }
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for place in &mut *places {
        *place = (place.0 - x, place.1 - y);
        xx += place.0 * place.0;
        xy += place.0 * place.1;
        yy += place.1 * place.1;
    }
    // The axis of the greatest spread: the first eigenvector of the covariance.
    let half = (xx - yy) / 2.0;
    let spread = (half * half + xy * xy).sqrt();
    let (ax, ay) = if half >= 0.0 {
        (half + spread, xy)
    } else {
        (xy, spread - half)
    };
    let length = (ax * ax + ay * ay).sqrt();
    if length > 1e-9 {
        let (cos, sin) = (ax / length, ay / length);
        for place in places {
            *place = (place.0 * cos + place.1 * sin, place.1 * cos - place.0 * sin);
        }
    }
}

/// Places within a room (left, top, right, bottom), each as far from its edges as its radius says, and apart from each other.
pub(super) fn fitted(places: &[Point], radii: &[f64], room: [f64; 4]) -> Vec<Point> {
    let [left, top, right, bottom] = room;
    // A high room has the longest way upright.
    let upright = bottom - top > right - left;
    let turned = |place: &Point| if upright { (place.1, place.0) } else { *place };
    let (mut low, mut high) = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN));
    for place in places {
        let (x, y) = turned(place);
        low = (low.0.min(x), low.1.min(y));
        high = (high.0.max(x), high.1.max(y));
    }
    let scale = |value: f64, low: f64, high: f64, from: f64, to: f64| match high - low > 1e-9 {
        true => from + (value - low) / (high - low) * (to - from),
        false => (from + to) / 2.0,
    };
    let mut fitted = Vec::with_capacity(places.len());
    for (place, radius) in places.iter().zip(radii) {
        let (x, y) = turned(place);
        fitted.push((
            scale(x, low.0, high.0, left + radius, right - radius),
            scale(y, low.1, high.1, top + radius, bottom - radius),
        ));
    }
    for _ in 0..40 {
        for one in 0..fitted.len() {
            for other in one + 1..fitted.len() {
                let (dx, dy) = (
                    fitted[other].0 - fitted[one].0,
                    fitted[other].1 - fitted[one].1,
                );
                let wanted = radii[one] + radii[other] + 2.0;
                let apart = (dx * dx + dy * dy).sqrt();
                if apart >= wanted {
                    continue;
                }
                // Two in one place part along a line of their own.
                let (ux, uy) = match apart > 1e-6 {
                    true => (dx / apart, dy / apart),
                    false => GOLDEN,
                };
                let push = (wanted - apart) / 2.0;
                for (node, sign) in [(one, -1.0), (other, 1.0)] {
                    let (x, y) = fitted[node];
                    let radius = radii[node];
                    fitted[node] = (
                        (x + sign * push * ux)
                            .max(left + radius)
                            .min(right - radius),
                        (y + sign * push * uy)
                            .max(top + radius)
                            .min(bottom - radius),
                    );
                }
            }
        }
    }
    fitted
}
