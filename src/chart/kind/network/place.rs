//! A network in the room that it is given: ties behind, nodes before them, names where they have room.

use super::layout::{Point, fitted};
use super::{Node, Series, Tie};
use crate::chart::context::Context;
use crate::chart::geometry::{Bounds, nearest, touch};
use crate::chart::guide::{Area, Look, Placed};
use crate::chart::scene::{Anchor, Mark, Role, Stroke};
use crate::chart::sentence::noted_datum;
use crate::locale::catalogue::chart as say;
use crate::locale::format::number;
use crate::numeric::Within;
use crate::numeric::decimal::decimal;

pub(super) fn place(context: &Context, series: &Series, area: Area) -> Placed {
    let sizes = &context.sizes;
    // A phone is held upright.
    let natural = area.width * if area.width < 460.0 { 1.1 } else { 0.6 };
    let height = area.height.unwrap_or(natural).max(sizes.label * 12.0);
    let radii = radii(series, area.width * height, sizes.label, sizes.mark);
    let word = Look::plain(sizes.label, context.palette.second);
    let alone_is = context.say(&say::WITHOUT_TIES);
    let left = word.width(alone_is) + sizes.label;
    let alone = alone(series, (area.x + left, area.width - left), sizes.label);
    let height = height.max(alone.height + sizes.label * 12.0);
    let (right, bottom) = (area.x + area.width, area.y + height);
    let room = [area.x, area.y, right, bottom - alone.height];
    let places = everybody(series, &radii, alone.places, room);
    let room = [area.x, area.y, right, bottom];
    let mut behind = ties(context, series, &places);
    if alone.height > 0.0 {
        let top = bottom - alone.height + sizes.label * 0.6;
        behind.push(word.word(area.x, top, alone_is));
    }
    let mut marks = vec![Mark::group(Role::Axis, behind)];
    let (mut words, taken) = names(context, series, &places, &radii, room);
    for (at, node) in series.nodes.iter().enumerate() {
        let inner = std::mem::take(&mut words[at]);
        marks.push(group(context, series, node, (places[at], radii[at]), inner));
    }
    if series.ties.len() <= TOLD {
        let pieces = series
            .ties
            .iter()
            .filter_map(|tie| told(context, series, tie, &places, &taken));
        marks.extend(pieces);
    }
    Placed { marks, height }
}

/// How many ties a reader may walk through.
const TOLD: usize = 250;

/// A tie says what it is near its middle, where it can be pointed at: a box around a slanted line would hold half the picture.
fn told(
    context: &Context,
    series: &Series,
    tie: &Tie,
    places: &[Point],
    taken: &[Bounds],
) -> Option<Mark> {
    let (from, to) = (places[tie.from], places[tie.to]);
    let at = |share: f64| {
        (
            from.0 + (to.0 - from.0) * share,
            from.1 + (to.1 - from.1) * share,
        )
    };
    let long = distance(from, from, to).max(1.0);
    let half = (context.sizes.label * 0.4 / long).min(0.1);
    let mut shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].into_iter();
    let piece = shares.find_map(|share| {
        let (a, b) = (at(share - half), at(share + half));
        let bounds = [a.0.min(b.0), a.1.min(b.1), a.0.max(b.0), a.1.max(b.1)];
        let free = !taken.iter().any(|other| touch(bounds, *other));
        free.then_some((a, b))
    })?;
    let [one, other] = [tie.from, tie.to].map(|at| &series.nodes[at]);
    let mut label = [&one.label, " – ", &other.label].concat();
    if series.ties.iter().any(|other| other.weight != tie.weight) {
        let weight = number(
            tie.weight,
            if tie.weight.fract() == 0.0 { 0 } else { 1 },
            context.locale,
        );
        label = [
            &label,
            ": ",
            &context.tell(&say::WEIGHT_IS, &[("weight", &weight)]),
        ]
        .concat();
    }
    let data = vec![
        ("from", one.code.clone()),
        ("to", other.code.clone()),
        ("estimate", decimal(tie.weight)),
    ];
    let heaviest = heaviest(series);
    let line = Mark::line(piece.0, piece.1, stroke(context, series, tie, heaviest));
    Some(Mark::datum(Some(label), data, vec![line]))
}

/// Members without ties, from where the others end, and the height that they take.
struct Alone {
    places: Vec<(usize, Point)>,
    height: f64,
}

/// Whoever has no tie stands in line below the others.
fn alone(series: &Series, (left, width): (f64, f64), label: f64) -> Alone {
    let others: Vec<usize> = (0..series.nodes.len())
        .filter(|at| !series.tied.contains(at))
        .collect();
    let pitch = label * 1.28;
    let columns = ((width / pitch) as usize).max(1);
    let rows = others.len().div_ceil(columns);
    let gap = if rows > 0 { label * 0.6 } else { 0.0 };
    let mut places = Vec::with_capacity(others.len());
    for (index, at) in others.into_iter().enumerate() {
        let (row, column) = ((index / columns) as f64, (index % columns) as f64);
        let x = left + (column + 0.5) * pitch;
        places.push((at, (x, gap + (row + 0.5) * pitch)));
    }
    Alone {
        places,
        height: rows as f64 * pitch + gap,
    }
}

/// Where everybody stands: who has ties within the room, the others where they are.
fn everybody(
    series: &Series,
    radii: &[f64],
    alone: Vec<(usize, Point)>,
    room: Bounds,
) -> Vec<Point> {
    let of_tied: Vec<f64> = series.tied.iter().map(|at| radii[*at]).collect();
    let mut places = vec![(0.0, 0.0); series.nodes.len()];
    let tied = fitted(&series.places, &of_tied, room);
    for (at, place) in series.tied.iter().copied().zip(tied) {
        places[at] = place;
    }
    for (at, (x, y)) in alone {
        places[at] = (x, room[3] + y);
    }
    places
}

/// Areas of the circles follow the ties, between what can be seen and what leaves room for lines.
fn radii(series: &Series, room: f64, label: f64, mark: f64) -> Vec<f64> {
    let most = series
        .nodes
        .iter()
        .map(|node| node.degree)
        .fold(1.0, f64::max);
    let share = (room / series.nodes.len().max(1) as f64).sqrt() * 0.22;
    let least = 3.0 * mark;
    let largest = share.within(least, label * 1.1);
    let radius = |node: &Node| least + (largest - least) * (node.degree / most).sqrt();
    series.nodes.iter().map(radius).collect()
}

fn ties(context: &Context, series: &Series, places: &[Point]) -> Vec<Mark> {
    let heaviest = heaviest(series);
    let mut marks = Vec::with_capacity(series.ties.len());
    // Those of whom the reader looks for lie on top.
    for wanted in [false, true] {
        for tie in &series.ties {
            if is_highlighted(series, tie) == wanted {
                let stroke = stroke(context, series, tie, heaviest);
                marks.push(Mark::line(places[tie.from], places[tie.to], stroke));
            }
        }
    }
    marks
}

fn heaviest(series: &Series) -> f64 {
    series.ties.iter().map(|tie| tie.weight).fold(0.0, f64::max)
}

fn is_highlighted(series: &Series, tie: &Tie) -> bool {
    series.nodes[tie.from].highlighted || series.nodes[tie.to].highlighted
}

fn stroke(context: &Context, series: &Series, tie: &Tie, heaviest: f64) -> Stroke {
    let (palette, mark) = (&context.palette, context.sizes.mark);
    // Many ties would be a blot.
    let (share, widest) = match series.ties.len() {
        0..=80 => (0.25, 3.0),
        81..=250 => (0.5, 2.2),
        _ => (0.7, 1.6),
    };
    let colour = match is_highlighted(series, tie) {
        true => palette.highlight,
        false => palette.grey.between(palette.ground, share),
    };
    let width = 0.6 + (widest - 0.6) * (tie.weight / heaviest).sqrt();
    Stroke::solid(colour, width * mark)
}

fn group(
    context: &Context,
    series: &Series,
    node: &Node,
    ((x, y), radius): (Point, f64),
    words: Vec<Mark>,
) -> Mark {
    let palette = &context.palette;
    let fill = series.colour(context, node);
    let halo = Stroke::solid(palette.ground, context.sizes.mark);
    let mut marks = Vec::new();
    if node.highlighted {
        let ring = Stroke::solid(palette.highlight, 2.5 * context.sizes.mark);
        marks.push(Mark::Circle {
            x,
            y,
            radius: radius + 2.5 * context.sizes.mark,
            fill: Some(palette.ground),
            stroke: Some(ring),
        });
    }
    marks.push(Mark::Circle {
        x,
        y,
        radius,
        fill: Some(fill),
        stroke: Some(halo),
    });
    marks.extend(words);
    let mut data = vec![("member", node.code.clone())];
    if let Some(country) = &node.country {
        data.push(("country", country.clone()));
    }
    data.push(("estimate", decimal(node.degree)));
    noted_datum(series.told(context, node), data, marks, &node.note)
}

/// Directions in which a name is looked a place for, the best first.
const SIDES: [(f64, f64); 8] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (1.0, -1.0),
    (1.0, 1.0),
    (-1.0, -1.0),
    (-1.0, 1.0),
];

/// How many of those with the most ties are named, if there is room. More names than these would hide the ties.
const NAMED: usize = 16;

/// How many of them may have their names at the end of a line.
const LED: usize = 6;

/// The names of those with the most ties that touch nothing: no other name, no circle, no edge; and what circles and names take.
fn names(
    context: &Context,
    series: &Series,
    places: &[Point],
    radii: &[f64],
    room: Bounds,
) -> (Vec<Vec<Mark>>, Vec<Bounds>) {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let mut taken: Vec<Bounds> = Vec::new();
    for ((x, y), radius) in places.iter().zip(radii) {
        taken.push([x - radius, y - radius, x + radius, y + radius]);
    }
    let mut words = vec![Vec::new(); series.nodes.len()];
    for (rank, at) in series.by_size().into_iter().enumerate() {
        let node = &series.nodes[at];
        if !node.highlighted && (rank >= NAMED || node.degree == 0.0) {
            continue;
        }
        let look = Look::weighted(sizes.label, palette.ink, node.highlighted);
        let lines = look.wrap(
            &node.label,
            (room[2] - room[0]).min(sizes.label * 40.0) * 0.4,
        );
        let size = (look.widest(&lines), lines.len() as f64 * look.line());
        let (x, y) = places[at];
        let radius = radii[at]
            + if node.highlighted {
                4.0 * sizes.mark
            } else {
                0.0
            };
        let rings = if rank < LED { 5 } else { 1 };
        let spots = (0..rings).flat_map(|ring| {
            let far = radius + sizes.label * (0.3 + 0.9 * f64::from(ring));
            SIDES.map(|side| (beside((x, y), far, size, side), ring > 0))
        });
        // A line that led past another circle would seem to be that one's.
        let is_clear = |bounds: &Bounds| {
            let end = nearest(*bounds, (x, y));
            let mut others = places.iter().zip(radii).enumerate();
            others.all(|(other, (place, radius))| {
                other == at || distance((x, y), end, *place) > *radius + sizes.label * 0.3
            })
        };
        let is_free = |(bounds, led): &(Bounds, bool)| {
            let within = bounds[0] >= room[0]
                && bounds[1] >= room[1]
                && bounds[2] <= room[2]
                && bounds[3] <= room[3];
            within
                && !taken.iter().any(|other| touch(*bounds, *other))
                && (!led || is_clear(bounds))
        };
        let Some((bounds, led)) = spots.into_iter().find(is_free).filter(|_| lines.len() <= 3)
        else {
            continue;
        };
        taken.push(bounds);
        let [left, top, right, _] = bounds;
        if led {
            let end = nearest(bounds, (x, y));
            let stroke = Stroke::solid(palette.ink, sizes.mark);
            let (dx, dy) = (end.0 - x, end.1 - y);
            let share = radius / (dx * dx + dy * dy).sqrt().max(radius);
            let edge = (x + dx * share, y + dy * share);
            words[at].push(Mark::line(edge, end, stroke));
        }
        // Paper behind the words, so that no tie strikes them through.
        words[at].push(Mark::filled(left, top, size.0, size.1, palette.ground));
        let (edge, anchor) = match (left > x, right < x) {
            (true, _) => (left, Anchor::Start),
            (_, true) => (right, Anchor::End),
            _ => (left + size.0 / 2.0, Anchor::Middle),
        };
        words[at].extend(look.anchored(anchor).lines(edge, top, &lines).marks);
    }
    (words, taken)
}

/// How far a place is from a line between two others.
fn distance(from: Point, to: Point, (x, y): Point) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = (dx * dx + dy * dy).max(1e-9);
    let along = (((x - from.0) * dx + (y - from.1) * dy) / length).within(0.0, 1.0);
    let (ex, ey) = (x - from.0 - along * dx, y - from.1 - along * dy);
    (ex * ex + ey * ey).sqrt()
}

/// A box of a size on one side of a place, so far away.
fn beside(
    (x, y): Point,
    far: f64,
    (width, height): (f64, f64),
    (across, down): (f64, f64),
) -> Bounds {
    // Diagonals are as far as the others.
    let far = if across != 0.0 && down != 0.0 {
        far * 0.71
    } else {
        far
    };
    let left = x + across * far + (across - 1.0) / 2.0 * width;
    let top = y + down * far + (down - 1.0) / 2.0 * height;
    [left, top, left + width, top + height]
}
