//! Points as lanes and places as columns; a block below the other where columns would be too narrow.

use super::cell::{Fit, cell, widest};
use super::{Attribute, Line, Series, means_text};
use crate::chart::annotate::numbered;
use crate::chart::context::Context;
use crate::chart::guide::{Area, Look, Placed};
use crate::chart::lanes::{LaneText, Lanes};
use crate::chart::scene::{Anchor, Mark, Role};
use crate::locale::catalogue::chart as say;

/// What stands in a lane.
enum Row<'s, 'l> {
    Heading,
    Point(&'s Line<'l>),
    Means(&'s Attribute<'l>),
}

pub(super) fn place(context: &Context, series: &Series, area: Area) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let (texts, rows) = lane_texts(context, series);
    let lanes = Lanes::fit(&texts, area, (0.3, 0.5), palette, *sizes);
    let (left, right) = lanes.plot;
    let look = Look::plain(sizes.label, palette.ink);

    // A column holds a circle or a number, and the two means below each other.
    let number = widest(context, series, &look);
    let pad = sizes.label * 0.5;
    let least = number.max(look.width("0.0")) + pad;
    let most = ((right - left) / least) as usize;
    let blocks = series.places.len().div_ceil(most.max(1)).max(1);
    let columns = series.places.len().div_ceil(blocks).max(1);
    let width = (right - left) / columns as f64;
    let fit = match number + sizes.label * 1.3 + pad <= width {
        true => Fit::Beside,
        false => Fit::Above,
    };
    let side_by_side = look.width("0.0 | 0.0") + pad <= width;
    let heights: Vec<f64> = rows
        .iter()
        .map(|row| match (row, fit) {
            (Row::Heading, _) => 0.0,
            (Row::Means(_), _) if side_by_side => look.line(),
            (Row::Means(_), _) => look.line() * 2.0,
            (Row::Point(_), Fit::Beside) => sizes.label * 1.9,
            (Row::Point(_), Fit::Above) => sizes.label * 1.6 + look.line(),
        })
        .collect();

    let heads = Heads::new(context, series, width);
    let gap = sizes.label * 1.6;
    let wished = area.height.filter(|_| blocks == 1);
    let mut marks = Vec::new();
    let mut y = area.y;
    for block in 0..blocks {
        let first = block * columns;
        let last = series.places.len().min(first + columns);
        y += if block > 0 { gap } else { 0.0 };
        let head = heads.place(series, first..last, (left, y, width));
        y += head.height + sizes.label * 0.3;
        marks.push(Mark::group(Role::Axis, head.marks));
        let room =
            wished.map(|height| height - (y - area.y) - heads.key(context, series, area, y).height);
        let mut placed = lanes.place(&texts, &heights, y, room);
        for (row, lane) in rows.iter().zip(&mut placed) {
            // Cells touch in rows and columns but for a hairline of paper.
            let hair = sizes.mark;
            let (top, height) = match lanes.stacked {
                true => lane.plot,
                false => (lane.top, lane.foot - lane.top),
            };
            let area = |at: usize| {
                let x = left + (at - first) as f64 * width;
                [
                    x + hair,
                    top + hair,
                    width - 2.0 * hair,
                    height - 2.0 * hair,
                ]
            };
            let words = std::mem::take(&mut lane.marks);
            let fits = (fit, side_by_side);
            marks.push(draw_row(
                context,
                series,
                row,
                words,
                first..last,
                area,
                fits,
            ));
        }
        y = placed.last().map_or(y, |lane| lane.bottom);
    }
    let key = heads.key(context, series, area, y);
    if key.height > 0.0 {
        marks.push(Mark::group(Role::Axis, key.marks));
        y += key.height;
    }
    let list = numbered(&look, &series.notes, (area.x, y, area.width));
    if list.height > 0.0 {
        marks.push(Mark::group(Role::Axis, list.marks));
        y += list.height;
    }
    Placed {
        marks,
        height: y - area.y,
    }
}

fn lane_texts<'s, 'l>(
    context: &Context,
    series: &'s Series<'l>,
) -> (Vec<LaneText>, Vec<Row<'s, 'l>>) {
    let (mut texts, mut rows) = (Vec::new(), Vec::new());
    for (index, attribute) in series.attributes.iter().enumerate() {
        texts.push(LaneText {
            label: attribute.title.clone(),
            heading: true,
            apart: index > 0,
            ..LaneText::default()
        });
        rows.push(Row::Heading);
        for line in &attribute.points {
            texts.push(LaneText {
                label: line.title.clone(),
                ..LaneText::default()
            });
            rows.push(Row::Point(line));
        }
        texts.push(LaneText {
            label: context.say(&say::TWO_MEANS).to_string(),
            quiet: true,
            ..LaneText::default()
        });
        rows.push(Row::Means(attribute));
    }
    (texts, rows)
}

fn draw_row(
    context: &Context,
    series: &Series,
    row: &Row,
    mut marks: Vec<Mark>,
    places: std::ops::Range<usize>,
    area: impl Fn(usize) -> [f64; 4],
    (fit, side_by_side): (Fit, bool),
) -> Mark {
    let look = Look::plain(context.sizes.label, context.palette.ink).anchored(Anchor::Middle);
    for at in places {
        let cell_area = area(at);
        let [x, y, width, height] = cell_area;
        match row {
            Row::Heading => {}
            Row::Point(line) => {
                let of = (*line, &series.places[at]);
                let standing = line.cells[at].as_ref();
                marks.push(cell(context, series, of, standing, cell_area, fit));
            }
            Row::Means(attribute) => {
                let Some(means) = &attribute.means[at] else {
                    continue;
                };
                let text = means_text(context, means, " | ");
                let lines: Vec<String> = match side_by_side {
                    true => vec![text.clone()],
                    false => text.split(" | ").map(String::from).collect(),
                };
                let inner = look.centred(x + width / 2.0, y + height / 2.0, &lines);
                let place = &series.places[at].label;
                let label = format!("{} · {place}: {text}", attribute.title);
                marks.push(Mark::datum(Some(label), Vec::new(), inner));
            }
        }
    }
    match row {
        Row::Heading => Mark::group(Role::Axis, marks),
        _ => Mark::datum(None, Vec::new(), marks),
    }
}

/// Names of the places above their columns; numbers, with a key below, where a name has no room.
struct Heads {
    lines: Vec<Vec<String>>,
    numbered: bool,
    looks: Vec<Look>,
}

impl Heads {
    fn new(context: &Context, series: &Series, width: f64) -> Self {
        let (palette, sizes) = (&context.palette, &context.sizes);
        let room = width - sizes.label * 0.4;
        let look = |highlighted: bool| {
            let colour = if highlighted {
                palette.highlight
            } else {
                palette.ink
            };
            Look::weighted(sizes.label, colour, highlighted).anchored(Anchor::Middle)
        };
        let looks: Vec<Look> = series
            .places
            .iter()
            .map(|place| look(place.highlighted))
            .collect();
        let mut lines = Vec::new();
        let mut numbered = false;
        for (place, look) in series.places.iter().zip(&looks) {
            let wrapped = look.wrap(&place.label, room);
            numbered |= look.longest_word(&place.label) > room || wrapped.len() > 4;
            lines.push(wrapped);
        }
        if numbered {
            for (at, lines) in lines.iter_mut().enumerate() {
                *lines = vec![(at + 1).to_string()];
            }
        }
        Heads {
            lines,
            numbered,
            looks,
        }
    }

    fn place(
        &self,
        series: &Series,
        places: std::ops::Range<usize>,
        (left, top, width): (f64, f64, f64),
    ) -> Placed {
        let most = places
            .clone()
            .map(|at| self.lines[at].len())
            .max()
            .unwrap_or(0);
        let Some(line) = self.looks.first().map(Look::line) else {
            return Placed::default();
        };
        let mut placed = Placed {
            marks: Vec::new(),
            height: most as f64 * line,
        };
        for at in places.clone() {
            let x = left + ((at - places.start) as f64 + 0.5) * width;
            let lines = &self.lines[at];
            let first = top + placed.height - lines.len() as f64 * line;
            let words = self.looks[at].lines(x, first, lines).marks;
            let place = &series.places[at];
            // A finger on a number reads whose it is.
            match self.numbered {
                true => {
                    let data = vec![("place", place.id.to_string())];
                    placed
                        .marks
                        .push(Mark::datum(Some(place.label.clone()), data, words));
                }
                false => placed.marks.extend(words),
            }
        }
        placed
    }

    /// What the numbers stand for.
    fn key(&self, context: &Context, series: &Series, area: Area, top: f64) -> Placed {
        if !self.numbered {
            return Placed::default();
        }
        let sizes = &context.sizes;
        let mut names = String::new();
        for (at, place) in series.places.iter().enumerate() {
            names += if at > 0 { " · " } else { "" };
            names += &format!("{}\u{a0}{}", at + 1, place.label);
        }
        let look = Look::plain(sizes.label, context.palette.ink);
        let gap = sizes.label * 0.8;
        let mut placed = look.wrapped(area.x, top + gap, &names, area.width);
        placed.height += gap;
        placed
    }
}
