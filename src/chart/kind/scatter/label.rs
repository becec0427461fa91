//! Names of points, none over another.

use crate::chart::geometry::{Bounds, touch};
use crate::chart::guide::Look;
use crate::chart::scene::{Anchor, Mark, Stroke};

/// A place in the plot.
type Spot = (f64, f64);

/// The middle of a label, and both ends of its leader.
type Found = (Spot, Option<(Spot, Spot)>);

/// What is taken of a plot.
pub(super) struct Labels {
    room: Bounds,
    taken: Vec<Bounds>,
    points: Vec<Spot>,
    mark: f64,
}

/// How far a name keeps from the points of others, so that nobody takes it for theirs: as far as it likes to, and at least. What
/// is important comes nearer, where it would stand farther from its own point else.
const CLEAR: [f64; 3] = [14.0, 8.0, 0.0];

/// Directions in which a name may stand: between the arms of a cross first, which are intervals, then on them.
const AROUND: [(f64, f64); 8] = [
    (1.0, -1.0),
    (1.0, 1.0),
    (-1.0, -1.0),
    (-1.0, 1.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (1.0, 0.0),
    (-1.0, 0.0),
];

impl Labels {
    /// An empty plot.
    pub fn new(room: Bounds, mark: f64) -> Self {
        Labels {
            room,
            taken: Vec::new(),
            points: Vec::new(),
            mark,
        }
    }

    /// Keeps names away from a point.
    pub fn avoid(&mut self, (x, y): (f64, f64)) {
        self.points.push((x, y));
        let radius = 5.0 * self.mark;
        let around = [x - radius, y - radius, x + radius, y + radius];
        self.taken.push(around);
    }

    /// Keeps names off a line.
    pub fn line(&mut self, [left, top, right, bottom]: Bounds) {
        let half = self.mark;
        self.taken
            .push([left - half, top - half, right + half, bottom + half]);
    }

    /// A label on a level line, at the end where it hides the least.
    pub fn along(&mut self, look: &Look, text: &str, y: f64) -> Vec<Mark> {
        let [left, top, right, bottom] = self.room;
        let (width, line) = (look.width(text), look.line());
        let mut best: Option<(usize, Bounds)> = None;
        for x in [right - width, left + 2.0 * self.mark] {
            for over in [y - line - 2.0 * self.mark, y + 2.0 * self.mark] {
                let rect = [x, over, x + width, over + line];
                if over < top || over + line > bottom {
                    continue;
                }
                let hidden = self.taken.iter().filter(|other| touch(rect, **other));
                let hidden = hidden.count();
                if best.is_none_or(|(least, _)| hidden < least) {
                    best = Some((hidden, rect));
                }
            }
        }
        let Some((_, rect)) = best else {
            return Vec::new();
        };
        self.taken.push(rect);
        vec![look.word(rect[0], rect[1], text)]
    }

    /// A name beside its point; none where there is no room. What is `important` may stand farther away, with a leader.
    pub fn beside(
        &mut self,
        look: &Look,
        text: &str,
        (x, y): Spot,
        important: bool,
    ) -> Option<Vec<Mark>> {
        let full = look.width(text);
        let narrow = (full * 0.6).max(look.longest_word(text));
        // A long name may take two lines where one has no room.
        for lines in [vec![text.to_string()], look.wrap(text, narrow + 0.01)] {
            let (width, height) = (look.widest(&lines), lines.len() as f64 * look.line());
            let rings: &[f64] = if important {
                &[1.0, 3.0, 5.5, 8.0]
            } else {
                &[1.0]
            };
            for ring in rings {
                let mut found = None;
                for clear in &CLEAR[..if important { 3 } else { 2 }] {
                    found = found.or_else(|| self.place((width, height), (x, y), *ring, *clear));
                }
                if let Some((middle, leader)) = found {
                    let mut marks = Vec::new();
                    if let Some((from, to)) = leader {
                        let stroke = Stroke::solid(look.colour, self.mark * 0.8);
                        marks.push(Mark::line(from, to, stroke));
                    }
                    let look = look.anchored(Anchor::Middle);
                    marks.extend(look.centred(middle.0, middle.1, &lines));
                    return Some(marks);
                }
            }
        }
        None
    }

    /// The middle of a label of this size around a point, and its leader where it stands on an outer ring.
    fn place(
        &mut self,
        (width, height): (f64, f64),
        (x, y): Spot,
        ring: f64,
        clear: f64,
    ) -> Option<Found> {
        let near = 6.0 * self.mark;
        for (across, down) in AROUND {
            let aslant = across * down != 0.0;
            let reach = near * ring;
            let middle = (
                x + across * (reach + width / 2.0),
                y + down * (reach * if aslant { 0.25 } else { 1.0 } + height / 2.0),
            );
            let [half_width, half_height] = [width / 2.0, height / 2.0];
            let rect = [
                middle.0 - half_width,
                middle.1 - half_height,
                middle.0 + half_width,
                middle.1 + half_height,
            ];
            let [left, top, right, bottom] = self.room;
            let inside = rect[0] >= left && rect[1] >= top && rect[2] <= right && rect[3] <= bottom;
            if !inside || self.taken.iter().any(|other| touch(rect, *other)) {
                continue;
            }
            let clear = clear * self.mark;
            let around = [
                rect[0] - clear,
                rect[1] - clear,
                rect[2] + clear,
                rect[3] + clear,
            ];
            let mistaken =
                |&(one, two): &Spot| (one, two) != (x, y) && touch(around, [one, two, one, two]);
            if ring == 1.0 && self.points.iter().any(mistaken) {
                continue;
            }
            let leader = (ring > 1.0).then(|| {
                let from = (x + across * near * 0.7, y + down * near * 0.7);
                let to = (
                    middle.0 - across * (half_width + self.mark),
                    middle.1 - down * (half_height - self.mark),
                );
                (from, to)
            });
            let along = leader.map(along).unwrap_or_default();
            if self.crosses(&along, (x, y)) {
                continue;
            }
            for at in along {
                self.line(at);
            }
            self.taken.push(rect);
            return Some((middle, leader));
        }
        None
    }

    /// Whether a leader runs through what is taken, but for its own point.
    fn crosses(&self, along: &[Bounds], (x, y): Spot) -> bool {
        along.iter().any(|at| {
            let mut taken = self.taken.iter();
            taken.any(|rect| touch(*at, *rect) && !touch([x, y, x, y], *rect))
        })
    }
}

/// Places along a leader.
fn along(((x0, y0), (x1, y1)): (Spot, Spot)) -> Vec<Bounds> {
    let mut places = Vec::new();
    for step in 1..10 {
        let share = f64::from(step) / 10.0;
        let (x, y) = (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share);
        places.push([x, y, x, y]);
    }
    places
}
