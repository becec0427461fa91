//! A network in the room that it is given: ties behind, nodes before them, names where they have room.

use super::layout::{Point, fitted};
use super::{Node, Series};
use crate::chart::context::Context;
use crate::chart::guide::{Area, Look, Placed};
use crate::chart::scene::{Anchor, Mark, Role, Stroke};
use crate::numeric::Within;
use crate::numeric::decimal::decimal;

/// Left, top, right, bottom.
type Bounds = [f64; 4];

pub(super) fn place(context: &Context, series: &Series, area: Area) -> Placed {
    let sizes = &context.sizes;
    // A phone is held upright.
    let natural = area.width * if area.width < 460.0 { 1.1 } else { 0.6 };
    let height = area.height.unwrap_or(natural).max(sizes.label * 12.0);
    let room = [area.x, area.y, area.x + area.width, area.y + height];
    let radii = radii(series, area.width * height, sizes.label, sizes.mark);
    let places = fitted(&series.places, &radii, room);
    let mut marks = vec![Mark::group(Role::Axis, ties(context, series, &places))];
    let mut words = names(context, series, &places, &radii, room);
    for (at, node) in series.nodes.iter().enumerate() {
        let inner = std::mem::take(&mut words[at]);
        marks.push(group(context, series, node, (places[at], radii[at]), inner));
    }
    Placed { marks, height }
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
    let (palette, mark) = (&context.palette, context.sizes.mark);
    let heaviest = series.ties.iter().map(|tie| tie.weight).fold(0.0, f64::max);
    // Many ties would be a blot.
    let (share, widest) = match series.ties.len() {
        0..=80 => (0.25, 3.0),
        81..=250 => (0.5, 2.2),
        _ => (0.7, 1.6),
    };
    let quiet = palette.grey.between(palette.ground, share);
    let mut marks = Vec::with_capacity(series.ties.len());
    // Those of whom the reader looks for lie on top.
    for wanted in [false, true] {
        for tie in &series.ties {
            let highlighted =
                series.nodes[tie.from].highlighted || series.nodes[tie.to].highlighted;
            if highlighted == wanted {
                let colour = if highlighted {
                    palette.highlight
                } else {
                    quiet
                };
                let width = 0.6 + (widest - 0.6) * (tie.weight / heaviest).sqrt();
                let stroke = Stroke::solid(colour, width * mark);
                marks.push(Mark::line(places[tie.from], places[tie.to], stroke));
            }
        }
    }
    marks
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
    let mut marks = vec![Mark::Circle {
        x,
        y,
        radius,
        fill: Some(fill),
        stroke: Some(halo),
    }];
    marks.extend(words);
    let mut data = vec![("member", node.code.clone())];
    if let Some(country) = &node.country {
        data.push(("country", country.clone()));
    }
    data.push(("estimate", decimal(node.degree)));
    Mark::datum(Some(series.told(context, node)), data, marks)
}

/// The names of those with the most ties that touch nothing: no other name, no circle, no edge.
fn names(
    context: &Context,
    series: &Series,
    places: &[Point],
    radii: &[f64],
    room: Bounds,
) -> Vec<Vec<Mark>> {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let mut taken: Vec<Bounds> = Vec::new();
    for ((x, y), radius) in places.iter().zip(radii) {
        taken.push([x - radius, y - radius, x + radius, y + radius]);
    }
    let mut words = vec![Vec::new(); series.nodes.len()];
    for at in series.by_size() {
        let node = &series.nodes[at];
        let look = Look::weighted(sizes.label, palette.ink, node.highlighted);
        let lines = look.wrap(&node.label, (room[2] - room[0]) * 0.4);
        let (width, height) = (look.widest(&lines), lines.len() as f64 * look.line());
        if lines.len() > 3 {
            continue;
        }
        let ((x, y), gap) = (places[at], radii[at] + sizes.label * 0.25);
        let sides = [
            (x + gap, y - height / 2.0, Anchor::Start),
            (x - gap - width, y - height / 2.0, Anchor::End),
            (x - width / 2.0, y - gap - height, Anchor::Middle),
            (x - width / 2.0, y + gap, Anchor::Middle),
        ];
        for (left, top, anchor) in sides {
            let bounds = [left, top, left + width, top + height];
            let within =
                left >= room[0] && top >= room[1] && bounds[2] <= room[2] && bounds[3] <= room[3];
            if !within || taken.iter().any(|other| touch(bounds, *other)) {
                continue;
            }
            taken.push(bounds);
            // Paper behind the words, so that no tie strikes them through.
            let paper = Mark::filled(left, top, width, height, palette.ground);
            let x = match anchor {
                Anchor::Start => left,
                Anchor::Middle => left + width / 2.0,
                Anchor::End => left + width,
            };
            words[at].push(paper);
            words[at].extend(look.anchored(anchor).lines(x, top, &lines).marks);
            break;
        }
    }
    words
}

fn touch(a: Bounds, b: Bounds) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
