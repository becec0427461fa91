//! What the document's author says of marks that stand in a plane: beside the mark, with a line to it, where there is room; else a
//! number there, and the text below.

use super::annotate::numbered;
use super::context::Context;
use super::geometry::{Bounds, Point, around, cross, cuts, holds, inside, nearest, touch};
use super::guide::{Area, Look, Placed};
use super::scene::{Anchor, Group, Label, Mark, Role, Stroke};
use super::theme::Colour;

/// A note that looks for a place.
struct Note {
    text: String,
    /// What a reader is told of its mark.
    label: String,
    /// Where its mark is.
    mark: Bounds,
}

/// What is drawn already.
struct Taken {
    words: Vec<Bounds>,
    shapes: Vec<Bounds>,
    lines: Vec<[Point; 2]>,
    /// Lines to marks, which no other crosses.
    leaders: Vec<[Point; 2]>,
    fields: Vec<(Bounds, Vec<Point>)>,
    /// The colours of paper and of the grid.
    quiet: [Colour; 2],
}

/// A place for some words: where they stand, and both ends of the line to their mark.
struct Spot {
    bounds: Bounds,
    leader: [Point; 2],
}

/// How far from its mark a note may stand, in heights of its letters.
const RINGS: [f64; 10] = [0.5, 1.0, 1.8, 2.6, 3.6, 4.8, 6.2, 8.0, 10.0, 12.0];

/// How long a line may be, in heights of its letters, and what each mark that it runs through adds to that.
const LONGEST: f64 = 13.0;
const THROUGH: f64 = 2.5;

/// Where a note stands around its mark: half of the box's width and height.
const AROUND: [(f64, f64); 16] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (1.0, -1.0),
    (1.0, 1.0),
    (-1.0, -1.0),
    (-1.0, 1.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (1.0, -0.5),
    (1.0, 0.5),
    (-1.0, -0.5),
    (-1.0, 0.5),
    (0.5, -1.0),
    (0.5, 1.0),
    (-0.5, -1.0),
    (-0.5, 1.0),
];

/// Places a chart, and the notes on its marks. What they take below it is taken from the height that it wishes.
pub(super) fn noted(context: &Context, area: Area, place: &dyn Fn(Area) -> Placed) -> Placed {
    let mut placed = place(area);
    if context.spec.annotations.is_empty() {
        return placed;
    }
    let below = call(context, area, &mut placed);
    if let Some(height) = area.height.filter(|height| below > 0.0 && *height > below) {
        let height = Some(height - below);
        placed = place(Area { height, ..area });
        call(context, area, &mut placed);
    }
    placed
}

/// Places the notes on marks; gives the height that the numbered ones take below.
fn call(context: &Context, area: Area, placed: &mut Placed) -> f64 {
    let look = Look::plain(context.sizes.label, context.palette.ink);
    let (mut taken, notes) = Taken::of(context, &placed.marks);
    let bottom = area.y + placed.height;
    let room = [area.x, area.y, area.x + area.width, bottom];
    let mut marks = Vec::new();
    let mut below: Vec<(String, String)> = Vec::new();
    for note in &notes {
        let widest = (area.width * 0.45).min(look.size * 16.0);
        let lines = look.wrap(&note.text, widest);
        let few = lines.len() <= 5 && look.widest(&lines) <= widest + 0.01;
        let spot = match few {
            true => taken.find(&look, &lines, note.mark, room, LONGEST),
            false => None,
        };
        let found = spot.map(|spot| (lines, spot));
        let found = found.or_else(|| {
            let number = below.iter().filter(|(sign, _)| !sign.is_empty()).count() + 1;
            let lines = vec![format!("[{number}]")];
            let spot = taken.find(&look, &lines, note.mark, room, LONGEST / 2.0);
            below.push(match spot {
                Some(_) => (lines[0].clone(), note.text.clone()),
                // Without room for a number either the text says whom it speaks of.
                None => (String::new(), note.label.clone()),
            });
            Some((lines, spot?))
        });
        if let Some((lines, spot)) = found {
            marks.extend(taken.put(context, &look, &lines, &spot));
        }
    }
    let list = numbered(&look, &below, (area.x, bottom, area.width));
    marks.extend(list.marks);
    if !marks.is_empty() {
        placed.marks.push(Mark::group(Role::Axis, marks));
    }
    placed.height += list.height;
    list.height
}

/// Places names, each beside its mark with a line to it; those for which there is no room nearby are left out.
#[cfg(feature = "atlas")]
pub(super) fn named(
    context: &Context,
    marks: &[Mark],
    room: Bounds,
    names: &[(String, Bounds)],
    look: &Look,
) -> Vec<Mark> {
    let (mut taken, _) = Taken::of(context, marks);
    let (mut placed, mut left) = (Vec::new(), names.to_vec());
    // Who has room beside its mark has it first.
    for longest in [1.5, 3.0, 5.0, LONGEST * 0.7] {
        left.retain(|(name, mark)| {
            let lines = [name.clone()];
            let spot = taken.find(look, &lines, *mark, room, longest);
            placed.extend(
                spot.iter()
                    .flat_map(|spot| taken.put(context, look, &lines, spot)),
            );
            spot.is_none()
        });
    }
    placed
}

impl Taken {
    /// What some marks take, and the notes on them.
    fn of(context: &Context, marks: &[Mark]) -> (Self, Vec<Note>) {
        let palette = &context.palette;
        let mut taken = Taken {
            words: Vec::new(),
            shapes: Vec::new(),
            lines: Vec::new(),
            leaders: Vec::new(),
            fields: Vec::new(),
            quiet: [palette.ground, palette.grid],
        };
        let mut notes = Vec::new();
        for mark in marks {
            taken.take(mark, Role::Chart, &mut notes);
        }
        (taken, notes)
    }

    /// Takes in a mark and all within it, and the notes on them. Of several marks with one note the last has it.
    fn take(&mut self, mark: &Mark, role: Role, notes: &mut Vec<Note>) {
        match mark {
            Mark::Group(group) => {
                if let Some(text) = group.note.clone() {
                    notes.retain(|note| note.text != text);
                    notes.push(Note {
                        text,
                        label: group.label.clone().unwrap_or_default(),
                        mark: middle(group, self.quiet[0]),
                    });
                }
                for mark in &group.marks {
                    self.take(mark, group.role, notes);
                }
            }
            Mark::Polyline { points, stroke } => {
                // Words may cover the grid.
                for ends in points.windows(2).filter(|_| stroke.colour != self.quiet[1]) {
                    self.lines.push([ends[0], ends[1]]);
                }
            }
            Mark::Polygon { points, .. } => {
                if role != Role::Axis {
                    self.fields.push((around(points), points.clone()));
                }
            }
            _ => match extent(mark, self.quiet[0]) {
                Some((WORDS, bounds)) => self.words.push(bounds),
                Some((_, bounds)) => self.shapes.push(bounds),
                None => {}
            },
        }
    }

    /// The best place for some words: near, on nothing, and with a line that runs through no others.
    fn find(
        &self,
        look: &Look,
        lines: &[String],
        mark: Bounds,
        room: Bounds,
        longest: f64,
    ) -> Option<Spot> {
        let (width, height) = (look.widest(lines), lines.len() as f64 * look.line());
        let (x, y) = ((mark[0] + mark[2]) / 2.0, (mark[1] + mark[3]) / 2.0);
        let (half_x, half_y) = (
            (mark[2] - mark[0] + width) / 2.0,
            (mark[3] - mark[1] + height) / 2.0,
        );
        // Of a map's thousands of lines few are near.
        let (reach_x, reach_y) = (
            longest * look.size + half_x + width,
            longest * look.size + half_y + height,
        );
        let nearby = [x - reach_x, y - reach_y, x + reach_x, y + reach_y];
        let lines = self.lines.iter().chain(&self.leaders);
        let near: Vec<&[Point; 2]> = lines.filter(|line| cuts(nearby, **line)).collect();
        let mut best: Option<(f64, Spot)> = None;
        for ring in RINGS {
            let far = ring * look.size;
            // A farther ring has nothing nearer.
            if far > look.size * longest || best.as_ref().is_some_and(|(cost, _)| *cost < far) {
                break;
            }
            for (across, down) in AROUND {
                let left = x + across * (half_x + far) - width / 2.0;
                let top = y + down * (half_y + far) - height / 2.0;
                let bounds = [left, top, left + width, top + height];
                let within = left >= room[0]
                    && top >= room[1]
                    && bounds[2] <= room[2]
                    && bounds[3] <= room[3];
                if !within || !self.is_free(bounds, &near) {
                    continue;
                }
                let to = nearest(bounds, (x, y));
                let leader = [nearest(mark, to), to];
                let mut others = self.leaders.iter();
                if self.words.iter().any(|word| cuts(*word, leader))
                    || others.any(|other| cross(*other, leader))
                {
                    continue;
                }
                let crossed = |shape: &&Bounds| cuts(**shape, leader) && !inside(**shape, (x, y));
                let shapes = self.shapes.iter().filter(crossed).count() as f64;
                let [(x0, y0), (x1, y1)] = leader;
                let long = ((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)).sqrt();
                let through = shapes * THROUGH + self.abroad(leader, (x, y)) * 2.5;
                let cost = long + through * look.size;
                if cost > look.size * longest {
                    continue;
                }
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((cost, Spot { bounds, leader }));
                }
            }
        }
        best.map(|(_, spot)| spot)
    }

    /// Whether nothing is drawn there, of the lines none of those that are near.
    fn is_free(&self, [left, top, right, bottom]: Bounds, near: &[&[Point; 2]]) -> bool {
        let around = [left - 2.0, top, right + 2.0, bottom];
        let boxes = self.words.iter().chain(&self.shapes);
        let mut fields = self.fields.iter();
        !boxes.into_iter().any(|other| touch(around, *other))
            && !near.iter().any(|line| cuts(around, **line))
            && !fields.any(|field| holds(field, (left, top)))
    }

    /// How much of a line runs over other shapes than the one in which it begins.
    fn abroad(&self, [(x0, y0), (x1, y1)]: [Point; 2], home: Point) -> f64 {
        let mut over = 0.0;
        for step in 1..8 {
            let share = f64::from(step) / 8.0;
            let at = (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share);
            let foreign = |field: &&(Bounds, Vec<Point>)| holds(field, at) && !holds(field, home);
            over += self.fields.iter().filter(foreign).count() as f64;
        }
        over
    }

    /// Draws words with the line to their mark.
    fn put(&mut self, context: &Context, look: &Look, lines: &[String], spot: &Spot) -> Vec<Mark> {
        let (palette, mark) = (&context.palette, context.sizes.mark);
        let Spot { bounds, leader } = spot;
        let [left, top, right, bottom] = *bounds;
        let [from, to] = *leader;
        let (x, anchor) = match (from.0 < left, from.0 > right) {
            (true, _) => (left, Anchor::Start),
            (_, true) => (right, Anchor::End),
            _ => ((left + right) / 2.0, Anchor::Middle),
        };
        let mut marks = Vec::new();
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let long = (dx * dx + dy * dy).sqrt();
        let gap = 3.0 * mark;
        if long > look.size * 0.8 {
            let end = (to.0 - dx * gap / long, to.1 - dy * gap / long);
            marks.push(Mark::line(from, end, Stroke::solid(palette.ink, mark)));
            self.leaders.push(*leader);
        }
        // Paper behind the words, so that no line of the grid strikes them through.
        let (width, height) = (right - left, bottom - top);
        marks.push(Mark::filled(left, top, width, height, palette.ground));
        marks.extend(look.anchored(anchor).lines(x, top, lines).marks);
        self.words.push(*bounds);
        marks
    }
}

/// Rank of words among what a line may lead to.
const WORDS: usize = 1;

/// Where a line to a mark ends, and how good that is: an area, a point, words, the middle of a shape or of a line. Nothing for paper.
fn extent(mark: &Mark, paper: Colour) -> Option<(usize, Bounds)> {
    Some(match mark {
        Mark::Rect { fill, .. } if *fill == Some(paper) => return None,
        Mark::Rect {
            x,
            y,
            width,
            height,
            ..
        } => (3, [*x, *y, x + width, y + height]),
        Mark::Circle { x, y, radius, .. } => (2, [x - radius, y - radius, x + radius, y + radius]),
        Mark::Text(label) => (WORDS, bounds(label)),
        Mark::Polyline { points, .. } => {
            let &(x, y) = points.get(points.len() / 2)?;
            (0, [x, y, x, y])
        }
        Mark::Polygon { points, .. } => {
            let [left, top, right, bottom] = around(points);
            let (x, y) = ((left + right) / 2.0, (top + bottom) / 2.0);
            (0, [x, y, x, y])
        }
        _ => return None,
    })
}

/// Where a line to a datum ends: at the best of its marks, the last of several; the first of shapes is the largest.
fn middle(group: &Group, paper: Colour) -> Bounds {
    let mut best: Option<(usize, Bounds)> = None;
    for mark in &group.marks {
        let found = extent(mark, paper);
        best = match (best, found) {
            (Some((rank, _)), Some((own, _))) if own < rank.max(1) => best,
            (_, found) => found.or(best),
        };
    }
    best.map_or([0.0; 4], |(_, bounds)| bounds)
}

/// The box of a text, with its leading.
fn bounds(label: &Label) -> Bounds {
    let look = Look::weighted(label.size_px, label.colour, label.bold);
    let width = look.width(&label.text);
    let left = match label.anchor {
        Anchor::Start => label.x,
        Anchor::Middle => label.x - width / 2.0,
        Anchor::End => label.x - width,
    };
    let top = label.y - label.size_px;
    [left, top, left + width, top + look.line()]
}
