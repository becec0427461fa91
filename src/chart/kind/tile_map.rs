//! The 33 states as equal tiles, each near its neighbours.

use super::Chart;
use super::choropleth::{Choropleth, Place, group, resolve};
use crate::chart::annotate::numbered;
use crate::chart::context::Context;
use crate::chart::guide::{Area, Key, Look, Placed};
use crate::chart::scene::{Anchor, Mark, Role, Stroke};
use crate::chart::shades::Shades;
use crate::chart::shapes::{absent, corner, steps};
use crate::chart::theme::Colour;
use crate::error::Result;
use crate::locale::catalogue::chart as say;
use crate::numeric::Within;

/// Where each state stands. Neighbours touch where a grid lets them: the isthmus runs down to Colombia, the Antilles from Cuba
/// round to Trinidad, and Brazil has its neighbours on three sides.
const TILES: &str = "\
MEX  .   .   .  BHS  .   .   .
GTM BLZ  .  CUB HTI DOM KNA ATG
SLV HND  .  JAM  .   .  DMA  .
 .  NIC  .   .   .   .  LCA BRB
 .  CRI PAN  .  TTO GRD VCT  .
 .   .  COL VEN GUY SUR  .   .
 .  ECU PER BRA  .   .   .   .
 .   .  BOL PRY  .   .   .   .
 .  CHL ARG URY  .   .   .   .";

const COLUMNS: usize = 8;
const ROWS: usize = 9;
/// From this row and column on nothing stands.
const FREE: (usize, usize) = (6, 4);

/// The chart.
pub(in crate::chart) fn chart<'c>(context: &'c Context<'c>) -> Result<Chart<'c>> {
    let palette = &context.palette;
    let key = Key::Corner(palette.stages[2], palette.stages[3]);
    resolve(context, (key, &say::KEY_CORNER), place)
}

/// The row and the column of a state.
fn spot(iso3: &str) -> (usize, usize) {
    for (row, line) in TILES.split('\n').enumerate() {
        let codes = line.split(' ').filter(|code| !code.is_empty());
        for (column, code) in codes.enumerate() {
            if code == iso3 {
                return (row, column);
            }
        }
    }
    (0, 0)
}

/// How tiles hold their words: all alike.
struct Fit {
    width: f64,
    height: f64,
    gap: f64,
    /// Lines of a name; none where tiles have codes.
    names: Option<usize>,
    values: bool,
}

fn place(context: &Context, choropleth: &Choropleth, mut area: Area) -> Placed {
    let notes = notes(choropleth);
    let plain = Look::plain(context.sizes.label, context.palette.ink);
    let list = |top: f64| numbered(&plain, &notes, (area.x, top, area.width));
    let below = list(0.0).height;
    area.height = area.height.map(|height| height - below);
    // Where a code has no room in its place on the map, tiles follow each other in that order.
    let code = code_look(context);
    let mut needed = 0.0_f64;
    for place in &choropleth.places {
        needed = needed.max(code.width(&marked(place, place.iso3)));
    }
    let needed = needed + 6.0 * context.sizes.mark;
    let on_map = area.width / COLUMNS as f64 >= needed;
    let columns = match on_map {
        true => COLUMNS,
        false => ((area.width / needed) as usize).max(1),
    };
    let rows = match on_map {
        true => ROWS,
        false => choropleth.places.len().div_ceil(columns),
    };
    let pitch = area.width / columns as f64;
    let tall = |fit: &Fit| fit.height + fit.gap;

    // South of Guyana and east of Brazil is sea enough for a legend; else it stands above.
    let each = area.height.map(|height| height / rows as f64);
    let mut fit = fit_tiles(context, choropleth, pitch, each);
    let sea = Area {
        x: area.x + (FREE.1 as f64 + 0.3) * pitch,
        y: area.y + (FREE.0 as f64 + 0.3) * tall(&fit),
        width: (COLUMNS as f64 - FREE.1 as f64 - 0.3) * pitch,
        height: None,
    };
    let mut legend = choropleth.legend(context, sea);
    let mut top = area.y;
    let at_sea = on_map
        && sea.width >= context.sizes.label * 22.0
        && legend.height <= (ROWS as f64 - FREE.0 as f64 - 0.3) * tall(&fit);
    if !at_sea {
        legend = choropleth.legend(context, area);
        top += legend.height;
        let each = area
            .height
            .map(|height| (height - legend.height) / rows as f64);
        fit = fit_tiles(context, choropleth, pitch, each);
    }
    let mut marks = legend.marks;
    let mut highlighted = Vec::new();
    for place in &choropleth.places {
        let (mut row, mut column) = spot(place.iso3);
        if !on_map {
            let before = |other: &&Place| spot(other.iso3) < (row, column);
            let at = choropleth.places.iter().filter(before).count();
            (row, column) = (at / columns, at % columns);
        }
        let x = area.x + column as f64 * pitch + fit.gap / 2.0;
        let y = top + row as f64 * tall(&fit);
        let inner = tile(
            context,
            choropleth,
            place,
            [x, y, fit.width, fit.height],
            &fit,
        );
        let tile = group(context, choropleth, place, inner);
        // An outline lies over the neighbours.
        if place.highlighted {
            highlighted.push(tile);
        } else {
            marks.push(tile);
        }
    }
    marks.extend(highlighted);
    let bottom = top + rows as f64 * tall(&fit);
    if below > 0.0 {
        marks.push(Mark::group(Role::Axis, list(bottom).marks));
    }
    Placed {
        marks,
        height: bottom + below - area.y,
    }
}

/// What the author says, each text once, behind the names of whom it is on: tiles have no room for it, and a star.
fn notes(choropleth: &Choropleth) -> Vec<(String, String)> {
    let mut notes: Vec<(String, String)> = Vec::new();
    for place in &choropleth.places {
        let Some(note) = place.note() else { continue };
        match notes.iter_mut().find(|(_, text)| text == note) {
            Some((names, _)) => *names = [names, ", ", place.name].concat(),
            None => notes.push((place.name.to_string(), note.clone())),
        }
    }
    for (names, text) in &mut notes {
        *text = ["* ", names, ": ", text].concat();
        names.clear();
    }
    notes
}

/// A name or a code, with a star where the author says something.
fn marked(place: &Place, name: &str) -> String {
    let star = if place.note().is_some() { "*" } else { "" };
    [name, star].concat()
}

fn code_look(context: &Context) -> Look {
    Look::bold(context.sizes.label, context.palette.ink).anchored(Anchor::Middle)
}

fn name_look(context: &Context) -> Look {
    Look::plain(context.sizes.footer, context.palette.ink).anchored(Anchor::Middle)
}

fn fit_tiles(context: &Context, choropleth: &Choropleth, pitch: f64, wished: Option<f64>) -> Fit {
    let sizes = &context.sizes;
    let gap = (pitch * 0.06).within(2.0, 6.0) * sizes.mark;
    let width = pitch - gap;
    let (code, name) = (code_look(context), name_look(context));
    let room = width - 4.0 * sizes.mark;
    let (mut lines, mut values, mut named) = (1, true, 0);
    for place in &choropleth.places {
        let own = marked(place, place.name);
        if name.longest_word(&own) <= room {
            named += 1;
            lines = name.wrap(&own, room).len().max(lines);
        }
        let text = value_text(choropleth, place);
        values &= code.width(&text) <= room;
    }
    let second = if values { code.line() } else { 0.0 };
    let pad = sizes.label * 0.5;
    let least = code.line() + second + pad * 0.5;
    let full = lines as f64 * name.line() + second + pad;
    let shape = width * 0.62;
    let all = choropleth.places.len();
    let natural = match named == all {
        true => full.max(shape),
        false => least.max(shape),
    };
    let height = match wished {
        Some(wished) => (wished - gap).within(least, natural.max(width)),
        None => natural,
    };
    let most = ((height - second - pad * 0.5) / name.line() + 0.01) as usize;
    Fit {
        width,
        height,
        gap,
        names: (named == all && most >= 1).then_some(most),
        values,
    }
}

/// The number of a tile; nothing for a stage, which has an icon.
fn value_text(choropleth: &Choropleth, place: &Place) -> String {
    let value = place.datum.as_ref().and_then(|datum| datum.value.ok());
    match (&choropleth.shades, value) {
        (Shades::Classes(_), Some(value)) => choropleth.figures.value(value),
        _ => String::new(),
    }
}

fn tile(
    context: &Context,
    choropleth: &Choropleth,
    place: &Place,
    area: [f64; 4],
    fit: &Fit,
) -> Vec<Mark> {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let [x, y, width, height] = area;
    let outline = Stroke::solid(palette.grey, 1.0);
    let mut marks = Vec::new();
    let ink = match (place.step, place.absent()) {
        (Some(step), _) => {
            let fill = choropleth.shades.colour(context, step);
            marks.push(Mark::outlined(area, Some(fill), outline));
            let size = (width.min(height) * 0.22).min(sizes.label);
            let (below, above) = place.reach;
            for (class, upper) in [(below, false), (above, true)] {
                if let Some(class) = class {
                    let colour = choropleth.shades.colour(context, class);
                    marks.push(corner(area, size, upper, colour));
                }
            }
            fill.text_on()
        }
        (None, Some(reason)) => {
            marks.extend(absent(area, reason, palette));
            palette.ink
        }
        (None, None) => {
            let stroke = Stroke::solid(palette.grid, 1.0);
            marks.push(Mark::outlined(area, None, stroke));
            palette.second
        }
    };
    if place.highlighted {
        let wide = 3.0 * sizes.mark;
        let around = [x - wide / 2.0, y - wide / 2.0, width + wide, height + wide];
        marks.push(Mark::outlined(
            around,
            None,
            Stroke::solid(palette.ink, wide),
        ));
    }
    marks.extend(words(context, choropleth, place, area, fit, ink));
    marks
}

/// Name or code, and below it the number or the stage's icon, around the tile's middle.
fn words(
    context: &Context,
    choropleth: &Choropleth,
    place: &Place,
    [x, y, width, height]: [f64; 4],
    fit: &Fit,
    ink: Colour,
) -> Vec<Mark> {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let centre = x + width / 2.0;
    let name = Look {
        colour: ink,
        bold: place.highlighted,
        ..name_look(context)
    };
    let code = Look {
        colour: ink,
        ..code_look(context)
    };
    let room = width - 4.0 * sizes.mark;
    let own = marked(place, place.name);
    let lines = name.wrap(&own, room);
    let named =
        fit.names.is_some_and(|most| lines.len() <= most) && name.longest_word(&own) <= room;
    let (look, lines) = match named {
        true => (name, lines),
        false => (code, vec![marked(place, place.iso3)]),
    };
    let value = value_text(choropleth, place);
    let stage = match &choropleth.shades {
        Shades::Stages(stages) => place.step.map(|step| (step, stages.last())),
        Shades::Classes(_) => None,
    };
    let below = (fit.values && !value.is_empty()) || stage.is_some();
    let first = lines.len() as f64 * look.line();
    let tall = first + if below { code.line() } else { 0.0 };
    let top = y + (height - tall) / 2.0;
    let mut marks = Vec::new();
    if place.absent().is_some() {
        // Paper behind the words, so that no line strikes them through.
        let wide = look.widest(&lines) + 2.0 * sizes.mark;
        marks.push(Mark::filled(
            centre - wide / 2.0,
            top,
            wide,
            first,
            palette.ground,
        ));
    }
    marks.extend(look.lines(centre, top, &lines).marks);
    if let Some((stage, last)) = stage {
        let size = sizes.label;
        let middle = top + first + code.line() / 2.0;
        marks.push(steps(centre - size / 2.0, middle, size, stage, last, ink));
    } else if below {
        marks.push(code.word(centre, top + first, &value));
    }
    marks
}
