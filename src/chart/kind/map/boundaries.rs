//! The boundaries of the states, from the file that `xtask/map.mjs` makes of Natural Earth's: arcs on a grid, shared by neighbours.

/// Numbers of seven bits a byte, the least first.
const FILE: &[u8] = include_bytes!("boundaries.bin");

/// A point, in units of the grid or in pixels.
pub(super) type Point = (f64, f64);

/// The states at one size.
pub(super) struct Boundaries {
    /// Every line once, in pixels.
    pub arcs: Vec<Vec<Point>>,
    /// In the order of their alpha-3 codes.
    pub states: Vec<State>,
    /// What lies between them and is none of them.
    pub ground: Vec<Vec<Point>>,
}

/// A state.
pub(super) struct State {
    /// Where its words go.
    pub middle: Point,
    /// Its mainland and its islands, the largest first.
    pub rings: Vec<Vec<Point>>,
}

struct Reader<'a>(std::slice::Iter<'a, u8>);

impl Reader<'_> {
    fn next(&mut self) -> usize {
        let (mut value, mut shift) = (0, 0);
        for byte in self.0.by_ref() {
            value |= usize::from(byte & 127) << shift;
            shift += 7;
            if *byte < 128 {
                break;
            }
        }
        value
    }

    /// A difference: even ones are positive.
    fn difference(&mut self) -> f64 {
        let value = self.next();
        let half = value.div_ceil(2) as f64;
        if value.is_multiple_of(2) { half } else { -half }
    }

    fn rings(&mut self, arcs: &[Vec<Point>]) -> Vec<Vec<Point>> {
        let mut rings = Vec::new();
        for _ in 0..self.next() {
            let mut ring: Vec<Point> = Vec::new();
            for _ in 0..self.next() {
                let reference = self.next();
                let arc = arcs.get(reference / 2).map_or(&[][..], Vec::as_slice);
                let points = arc.len();
                // The first point of an arc is the last one of that before it.
                for at in 1..points {
                    ring.push(match reference % 2 {
                        0 => arc[at],
                        _ => arc[points - 1 - at],
                    });
                }
            }
            rings.push(ring);
        }
        rings
    }
}

/// Width and height of the grid.
pub(super) fn grid() -> (f64, f64) {
    let mut reader = Reader(FILE.iter());
    (reader.next() as f64, reader.next() as f64)
}

impl Boundaries {
    /// The boundaries with their upper left corner at a point, `unit` pixels to a unit of the grid. Points that lie closer than a
    /// pixel are one: an arc is thinned once, so that neighbours still share it.
    pub fn at((left, top): Point, unit: f64) -> Self {
        let mut reader = Reader(FILE.iter());
        let _ = (reader.next(), reader.next());
        let place = |x: f64, y: f64| (left + x * unit, top + y * unit);
        let (mut x, mut y) = (0.0, 0.0);
        let mut arcs = Vec::new();
        for _ in 0..reader.next() {
            let count = reader.next();
            let mut arc: Vec<Point> = Vec::new();
            for at in 0..count {
                (x, y) = (x + reader.difference(), y + reader.difference());
                let point = place(x, y);
                let near = arc.last().is_some_and(|last| {
                    let (dx, dy) = (last.0 - point.0, last.1 - point.1);
                    dx * dx + dy * dy < 1.0
                });
                if at + 1 == count && near && arc.len() > 1 {
                    arc.pop();
                }
                if at + 1 == count || !near {
                    arc.push(point);
                }
            }
            arcs.push(arc);
        }
        let mut states = Vec::new();
        for _ in crate::locale::country::all() {
            let (x, y) = (reader.next() as f64, reader.next() as f64);
            states.push(State {
                middle: place(x, y),
                rings: reader.rings(&arcs),
            });
        }
        let ground = reader.rings(&arcs);
        Boundaries {
            arcs,
            states,
            ground,
        }
    }
}

impl State {
    /// Its area in square pixels.
    pub fn area(&self) -> f64 {
        let mut sum = 0.0;
        for ring in &self.rings {
            let mut own = 0.0;
            for (at, (x, y)) in ring.iter().enumerate() {
                let (next_x, next_y) = ring[(at + 1) % ring.len()];
                own += x * next_y - next_x * y;
            }
            sum += f64::abs(own) / 2.0;
        }
        sum
    }

    /// The middle of a rectangle of this size within the state: at its own middle, or as near as steps of a length find one.
    pub fn room(&self, width: f64, height: f64, step: f64) -> Option<Point> {
        const FARTHEST: i32 = 4;
        for far in 0..=FARTHEST {
            for down in -far..=far {
                for across in -far..=far {
                    if down.abs().max(across.abs()) < far {
                        continue;
                    }
                    let x = self.middle.0 + f64::from(across) * step;
                    let y = self.middle.1 + f64::from(down) * step;
                    if self.holds([x - width / 2.0, y - height / 2.0, width, height]) {
                        return Some((x, y));
                    }
                }
            }
        }
        None
    }

    /// Whether a rectangle (x, y, width, height) lies within its largest part.
    pub fn holds(&self, [x, y, width, height]: [f64; 4]) -> bool {
        let Some(ring) = self.rings.first() else {
            return false;
        };
        let ring = std::slice::from_ref(ring);
        // No line crosses it: along every line of text the shape reaches from edge to edge.
        let mut inside = true;
        for part in 0..=4 {
            let at = y + height * f64::from(part) / 4.0;
            let pieces = pieces(ring, at, (0.0, 1.0));
            let mut pairs = pieces.chunks_exact(2);
            inside &= pairs.any(|pair| pair[0].0 <= x && pair[1].0 >= x + width);
        }
        inside
    }

    /// The pieces of slanted lines that lie within the state, `pitch` apart: those on which `a·x + b·y` is a multiple of it.
    pub fn lines(&self, pitch: f64, along: (f64, f64)) -> Vec<[Point; 2]> {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for (x, y) in self.rings.iter().flatten() {
            let level = along.0 * x + along.1 * y;
            (low, high) = (low.min(level), high.max(level));
        }
        let mut lines = Vec::new();
        let mut level = (low / pitch).ceil() * pitch;
        while level < high {
            for pair in pieces(&self.rings, level, along).chunks_exact(2) {
                lines.push([pair[0], pair[1]]);
            }
            level += pitch;
        }
        lines
    }
}

/// Where the line `a·x + b·y = level` enters and leaves some rings, in turn.
fn pieces(rings: &[Vec<Point>], level: f64, (a, b): (f64, f64)) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for ring in rings {
        for (at, from) in ring.iter().enumerate() {
            let to = ring[(at + 1) % ring.len()];
            let (first, last) = (a * from.0 + b * from.1, a * to.0 + b * to.1);
            if (first < level) != (last < level) {
                let share = (level - first) / (last - first);
                points.push((
                    from.0 + share * (to.0 - from.0),
                    from.1 + share * (to.1 - from.1),
                ));
            }
        }
    }
    crate::order::insertion_sort(&mut points, |one, other| one.0.total_cmp(&other.0));
    points
}
