//! The 33 states by their boundaries, small islands as dots, those of the Lesser Antilles called out.

mod boundaries;

use super::Chart;
use super::choropleth::{Choropleth, Place, group, resolve};
use crate::chart::callout::{named, noted};
use crate::chart::context::Context;
use crate::chart::geometry::Bounds;
use crate::chart::guide::{Area, Key, Look, Placed};
use crate::chart::rows::Absent;
use crate::chart::scene::{Anchor, Mark, Role, Stroke};
use crate::chart::shades::Shades;
use crate::chart::shapes::steps;
use crate::chart::theme::Colour;
use crate::error::Result;
use crate::locale::catalogue::chart as say;
use crate::locale::country;
use crate::numeric::Within;
use boundaries::{Boundaries, Point, State, grid};

/// Islands too small and too close for dots where they lie, from north to south.
const CALLED_OUT: [&str; 7] = ["KNA", "ATG", "DMA", "LCA", "BRB", "VCT", "GRD"];
/// Where they are called out: east of this share of the map's width and above this share of its height there is only sea.
const ATLANTIC: (f64, f64) = (0.735, 0.29);
/// West of this share of the width and below this share of the height too.
const PACIFIC: (f64, f64) = (0.41, 0.44);

/// From how many times the height of letters on a map is wide enough for names beside the states.
const NAMED: f64 = 30.0;

/// The chart.
pub(in crate::chart) fn chart<'c>(context: &'c Context<'c>) -> Result<Chart<'c>> {
    let key = Key::Ring(context.palette.ink);
    resolve(context, (key, &say::KEY_RING), place)
}

fn place(context: &Context, choropleth: &Choropleth, area: Area) -> Placed {
    noted(context, area, &|area| drawn(context, choropleth, area))
}

fn drawn(context: &Context, choropleth: &Choropleth, area: Area) -> Placed {
    let sizes = &context.sizes;
    let (columns, rows) = grid();
    let line = Look::plain(sizes.label, context.palette.ink).line();
    let called = CALLED_OUT.len() as f64 * line;
    let size = |room: Option<f64>| {
        let least = sizes.label * 20.0;
        let height = room.unwrap_or(sizes.label * 50.0);
        let width = (height.max(least) * columns / rows).min(area.width);
        // The islands that are called out may need more sea than there is.
        let above = (called - width * rows / columns * ATLANTIC.1).max(0.0);
        (width, above)
    };
    let (mut width, mut above) = size(area.height);
    let mut top = area.y;
    let map_height = |width: f64| width * rows / columns;
    let left = |width: f64| area.x + (area.width - width) / 2.0;

    // The legend lies in the Pacific where it has room, else above.
    let sea = Area {
        x: area.x,
        y: 0.0,
        width: left(width) + width * PACIFIC.0 - area.x,
        height: None,
    };
    let deep = map_height(width) * (1.0 - PACIFIC.1);
    let mut legend = choropleth.legend(context, sea);
    if sea.width >= sizes.label * 22.0 && legend.height <= deep {
        let y = top + above + map_height(width) - legend.height;
        legend = choropleth.legend(context, Area { y, ..sea });
    } else {
        legend = choropleth.legend(context, area);
        top += legend.height;
        (width, above) = size(area.height.map(|height| height - legend.height));
    }
    let mut marks = legend.marks;
    let origin = (left(width), top + above);
    let states = Boundaries::at(origin, width / columns);

    let (palette, mark) = (&context.palette, sizes.mark);
    let quiet = palette.ground.between(palette.grid, 0.4);
    let ground = states.ground.iter().map(|ring| filled(ring, quiet));
    marks.push(Mark::group(Role::Axis, ground.collect()));
    let (mut over, mut names) = (Vec::new(), Vec::new());
    for (state, country) in states.states.iter().zip(country::all()) {
        let of = |place: &&Place| place.iso3 == country.iso3;
        let Some(place) = choropleth.places.iter().find(of) else {
            continue;
        };
        let mut shapes = shape(context, choropleth, place, state, quiet);
        let is_called = CALLED_OUT.contains(&place.iso3);
        if !is_called {
            let (inside, missing) = words(context, choropleth, place, state);
            shapes.extend(inside);
            names.extend(missing);
        }
        let drawn = group(context, choropleth, place, shapes);
        marks.push(drawn);
        if place.highlighted && !is_called {
            over.extend(outline(state, palette.ink, 2.5 * mark));
        }
    }
    let border = Stroke::solid(palette.grey, 0.7 * mark);
    let mut lines = Vec::new();
    for arc in &states.arcs {
        lines.push(Mark::Polyline {
            points: arc.clone(),
            stroke: border,
        });
    }
    lines.extend(over);
    // Borders lie over the colours and below dots and words: they go right after the shapes.
    marks.push(Mark::group(Role::Axis, lines));
    for (state, country) in states.states.iter().zip(country::all()) {
        let of = |place: &&Place| place.iso3 == country.iso3;
        if let Some(place) = choropleth.places.iter().find(of)
            && !CALLED_OUT.contains(&place.iso3)
            && is_small(state, mark)
        {
            let dot = dot(context, choropleth, place, state.middle);
            marks.push(group(context, choropleth, place, dot));
        }
    }
    let column = Area {
        x: origin.0 + width * ATLANTIC.0,
        y: origin.1 + map_height(width) * ATLANTIC.1 - called,
        width: area.x + area.width - (origin.0 + width * ATLANTIC.0),
        height: None,
    };
    marks.extend(called_out(context, choropleth, &states, column));
    if width >= sizes.label * NAMED {
        let room = [
            area.x,
            area.y,
            area.x + area.width,
            top + above + map_height(width),
        ];
        let look = Look::plain(sizes.footer, palette.ink);
        let names = named(context, &marks, room, &names, &look);
        marks.push(Mark::group(Role::Axis, names));
    }
    Placed {
        marks,
        height: top + above + map_height(width) - area.y,
    }
}

fn filled(ring: &[Point], fill: Colour) -> Mark {
    Mark::Polygon {
        points: ring.to_vec(),
        fill,
    }
}

fn outline(state: &State, colour: Colour, width: f64) -> Vec<Mark> {
    let mut marks = Vec::new();
    for ring in &state.rings {
        let mut points = ring.clone();
        points.extend(ring.first().copied());
        marks.push(Mark::Polyline {
            points,
            stroke: Stroke::solid(colour, width),
        });
    }
    marks
}

/// Whether a dot shows a state better than its shape.
fn is_small(state: &State, mark: f64) -> bool {
    state.area() < 50.0 * mark * mark
}

/// A state in its colour, or in the pattern of what is absent.
fn shape(
    context: &Context,
    choropleth: &Choropleth,
    place: &Place,
    state: &State,
    quiet: Colour,
) -> Vec<Mark> {
    let palette = &context.palette;
    let fill = match (place.step, place.absent()) {
        (Some(step), _) => choropleth.shades.colour(context, step),
        (None, Some(_)) => palette.ground,
        (None, None) => quiet,
    };
    let mut marks: Vec<Mark> = Vec::new();
    for ring in &state.rings {
        marks.push(filled(ring, fill));
    }
    let line = Stroke::solid(palette.grey, 1.0);
    match place.absent() {
        None => {}
        Some(Absent::NotApplicable) => {
            for [from, to] in state.lines(6.0, (0.0, 1.0)) {
                let mut x = (from.0 / 6.0).ceil() * 6.0;
                while x < to.0 {
                    marks.push(Mark::dot(x, from.1, 1.0, palette.grey));
                    x += 6.0;
                }
            }
        }
        Some(reason) => {
            let mut slants = vec![(1.0, 1.0)];
            if reason.is_withheld() {
                slants.push((1.0, -1.0));
            }
            for slant in slants {
                for [from, to] in state.lines(5.0, slant) {
                    marks.push(Mark::line(from, to, line));
                }
            }
        }
    }
    marks
}

/// The number or the icon within a state that has room for it, with the name where that has room too; the sign of an interval that reaches
/// another class after it, or alone. Also what has no room there, with the mark that it belongs to.
fn words(
    context: &Context,
    choropleth: &Choropleth,
    place: &Place,
    state: &State,
) -> (Vec<Mark>, Option<(String, Bounds)>) {
    let sizes = &context.sizes;
    let Some(step) = place.step else {
        return (Vec::new(), None);
    };
    let ink = choropleth.shades.colour(context, step).text_on();
    let value = Look::bold(sizes.label, ink).anchored(Anchor::Middle);
    let name = Look::plain(sizes.footer, ink).anchored(Anchor::Middle);
    let text = value_text(choropleth, place);
    let radius = 3.0 * sizes.mark;
    let sign = if place.reaches() { radius * 3.5 } else { 0.0 };
    let wide = match &choropleth.shades {
        Shades::Classes(_) => value.width(&text) + sign,
        Shades::Stages(_) => sizes.label,
    };
    let tall = value.line();
    let room = |wide: f64, tall: f64| state.room(wide + 4.0 * sizes.mark, tall, sizes.label * 0.8);
    let both = name.line() + tall;
    let mut marks = Vec::new();
    let (x, middle, missing) = if let Some((x, y)) = room(name.width(place.name).max(wide), both) {
        marks.push(name.word(x, y - both / 2.0, place.name));
        (x, y + both / 2.0 - tall / 2.0, None)
    } else if let Some((x, y)) = room(wide, tall) {
        let around = [
            x - wide / 2.0,
            y - tall / 2.0,
            x + wide / 2.0,
            y + tall / 2.0,
        ];
        (x, y, Some((place.name.to_string(), around)))
    } else {
        let (x, y) = state.middle;
        let small = is_small(state, sizes.mark);
        if place.reaches() && !small {
            marks.push(ring(context, (x, y)));
        }
        let reach = if small { 5.0 * sizes.mark } else { 0.0 };
        let name = match text.is_empty() {
            true => place.name.to_string(),
            false => [place.name, "\u{a0}", &text].concat(),
        };
        let around = [x - reach, y - reach, x + reach, y + reach];
        return (marks, Some((name, around)));
    };
    if let Shades::Stages(stages) = &choropleth.shades {
        let left = x - wide / 2.0;
        marks.push(steps(left, middle, wide, step, stages.last(), ink));
        return (marks, missing);
    }
    marks.push(value.centred_word(x - sign / 2.0, middle, &text));
    if place.reaches() {
        marks.push(ring(context, (x + wide / 2.0 - radius, middle)));
    }
    (marks, missing)
}

fn value_text(choropleth: &Choropleth, place: &Place) -> String {
    let value = place.datum.as_ref().and_then(|datum| datum.value.ok());
    match (&choropleth.shades, value) {
        (Shades::Classes(_), Some(value)) => choropleth.figures.value(value),
        _ => String::new(),
    }
}

/// The sign of an interval that reaches another class.
fn ring(context: &Context, (x, y): Point) -> Mark {
    let palette = &context.palette;
    Mark::Circle {
        x,
        y,
        radius: 2.6 * context.sizes.mark,
        fill: Some(palette.ground),
        stroke: Some(Stroke::solid(palette.ink, 1.2 * context.sizes.mark)),
    }
}

/// A state as a dot.
fn dot(context: &Context, choropleth: &Choropleth, place: &Place, (x, y): Point) -> Vec<Mark> {
    let (palette, mark) = (&context.palette, context.sizes.mark);
    let fill = match place.step {
        Some(step) => choropleth.shades.colour(context, step),
        None => palette.ground,
    };
    let stroke = match (place.highlighted, place.absent()) {
        (true, _) => Stroke::solid(palette.ink, 2.5 * mark),
        (false, None) => Stroke::solid(palette.grey, mark),
        // Too small for a pattern: dashed where there is no number.
        (false, Some(_)) => Stroke {
            colour: palette.grey,
            width_px: mark,
            dashed: true,
        },
    };
    let mut marks = vec![Mark::Circle {
        x,
        y,
        radius: 5.0 * mark,
        fill: Some(fill),
        stroke: Some(stroke),
    }];
    if place.reaches() {
        marks.push(ring(context, (x, y)));
    }
    marks
}

/// The Lesser Antilles as a list in the Atlantic, each with a line to where it lies.
fn called_out(
    context: &Context,
    choropleth: &Choropleth,
    states: &Boundaries,
    area: Area,
) -> Vec<Mark> {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let plain = Look::plain(sizes.label, palette.ink);
    let line = plain.line();
    let mut places: Vec<(&Place, Point)> = Vec::new();
    for iso3 in CALLED_OUT {
        let at = country::all().position(|country| country.iso3 == iso3);
        let place = choropleth.places.iter().find(|place| place.iso3 == iso3);
        if let (Some(state), Some(place)) = (at.and_then(|at| states.states.get(at)), place) {
            places.push((place, state.middle));
        }
    }
    let radius = 5.0 * sizes.mark;
    let start = area.x + 2.0 * radius + sizes.label * 0.3;
    let room = area.x + area.width - start;
    // Names with numbers, codes with numbers, or codes: the fullest for which all have room.
    let text = |place: &Place, named: bool, valued: bool| {
        let name = if named { place.name } else { place.iso3 };
        match value_text(choropleth, place) {
            value if valued && !value.is_empty() => [name, "\u{a0}", &value].concat(),
            _ => name.to_string(),
        }
    };
    let mut texts: Vec<String> = Vec::new();
    for (named, valued) in [(true, true), (false, true), (false, false)] {
        texts.clear();
        let mut widest = 0.0_f64;
        for (place, _) in &places {
            let text = text(place, named, valued);
            let look = Look::weighted(sizes.label, palette.ink, place.highlighted);
            widest = widest.max(look.width(&text));
            texts.push(text);
        }
        if widest <= room {
            break;
        }
    }
    let mut marks = Vec::new();
    for (at, ((place, (x, y)), text)) in places.iter().zip(texts).enumerate() {
        let middle = area.y + (at as f64 + 0.5) * line;
        let centre = (area.x + radius, middle);
        let leader = Stroke::solid(palette.grey, 0.8 * sizes.mark);
        let knee = (
            (area.x - sizes.label * 0.5).within(*x, area.x.max(*x)),
            middle,
        );
        let mut inner = vec![Mark::Polyline {
            points: vec![(*x, *y), knee, (area.x, middle)],
            stroke: leader,
        }];
        inner.push(Mark::dot(*x, *y, 1.6 * sizes.mark, palette.ink));
        inner.extend(dot(context, choropleth, place, centre));
        let quiet = place.datum.is_none();
        let ink = if quiet { palette.second } else { palette.ink };
        let look = Look::weighted(sizes.label, ink, place.highlighted);
        inner.push(look.centred_word(start, middle, &text));
        marks.push(group(context, choropleth, place, inner));
    }
    marks
}
