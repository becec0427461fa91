//! A cell: a colour with an icon, and a word where every word fits; or a number where every number fits.

use super::{Line, Series};
use crate::chart::context::Context;
use crate::chart::guide::Look;
use crate::chart::scene::{Anchor, Mark, Stroke};
use crate::chart::sentence::with_note;
use crate::chart::shades::Shades;
use crate::chart::shapes::{absent, corner, steps};
use crate::chart::stages::Stages;
use crate::chart::theme::Colour;
use crate::locale::catalogue::chart as say;
use crate::numeric::decimal::decimal;

/// How a cell holds what it says.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Fit {
    /// The icon, and the word beside it.
    Beside,
    /// The icon above the word.
    Above,
    /// The icon alone: the legend has the words.
    Icon,
    /// The number.
    Number,
    /// The colour alone.
    Colour,
}

/// The fullest way in which every word or number fits its cell whole, and the height that it takes: all cells look alike.
pub(super) fn fit(context: &Context, series: &Series, cell: f64, look: &Look) -> (Fit, f64) {
    let size = context.sizes.label;
    let stages = match &series.shades {
        Shades::Stages(stages) => stages,
        Shades::Classes(_) => {
            let mut widest = 0.0_f64;
            for cell in series.rows.iter().flat_map(|line| &line.cells) {
                if let Ok(value) = cell.datum.value {
                    widest = widest.max(look.width(&series.figures.value(value)));
                }
            }
            return match widest + size * 0.6 <= cell {
                true => (Fit::Number, look.line()),
                false => (Fit::Colour, size),
            };
        }
    };
    let lines = |room: f64| {
        let (mut longest, mut most) = (0.0_f64, 0);
        for label in &stages.labels {
            longest = longest.max(look.longest_word(label));
            most = most.max(look.wrap(label, room).len());
        }
        // A table without stages has one line.
        (longest <= room).then_some(most.max(1))
    };
    match (lines(cell - size * 2.4), lines(cell - size * 0.8)) {
        (Some(most), _) if most <= 2 => (Fit::Beside, most as f64 * look.line()),
        (_, Some(most)) if most <= 3 => (Fit::Above, size * 1.1 + most as f64 * look.line()),
        _ => (Fit::Icon, size),
    }
}

pub(super) fn cell_group(
    context: &Context,
    series: &Series,
    line: &Line,
    at: usize,
    area: [f64; 4],
    fit: Fit,
) -> Mark {
    let (cell, column) = (&line.cells[at], &series.columns[at]);
    let mut data: Vec<(&'static str, String)> = Vec::new();
    if let Some(country) = &line.subject.country {
        data.push(("country", country.clone()));
    }
    data.push(("variable", series.variable.clone()));
    data.push((
        if column.is_time { "date" } else { "column" },
        column.code.clone(),
    ));
    if let Ok(value) = cell.datum.value {
        data.push(("estimate", decimal(value + 0.0)));
    }
    data.extend(cell.source.clone().map(|source| ("evidence", source)));
    let marks = match (cell.step, cell.datum.value) {
        (Some(step), Ok(value)) => {
            let fill = series.shades.colour(context, step);
            let outline = Stroke::solid(context.palette.grey, 1.0);
            let mut marks = vec![Mark::outlined(area, Some(fill), outline)];
            let ink = fill.text_on();
            match &series.shades {
                Shades::Stages(stages) => {
                    marks.extend(stage(context, stages, step, area, fit, ink));
                }
                Shades::Classes(classes) => {
                    let reach = cell.datum.ci.map(|ci| classes.reach(value, ci));
                    let (below, above) = reach.unwrap_or((None, None));
                    let size = (area[2].min(area[3]) * 0.3).min(context.sizes.label * 0.6);
                    for (class, upper) in [(below, false), (above, true)] {
                        if let Some(class) = class {
                            let colour = classes.colour(&context.palette, class);
                            marks.push(corner(area, size, upper, colour));
                        }
                    }
                    if fit == Fit::Number {
                        let look = Look::plain(context.sizes.label, ink).anchored(Anchor::Middle);
                        let text = series.figures.value(value);
                        let [x, y, width, height] = area;
                        marks.push(look.centred_word(x + width / 2.0, y + height / 2.0, &text));
                    }
                }
            }
            marks
        }
        (_, value) => {
            let reason = value.err().unwrap_or(crate::chart::rows::Absent::NoData);
            absent(area, reason, &context.palette)
        }
    };
    let mut name = line.subject.label.clone();
    if !column.label.is_empty() {
        name = [&name, " · ", &column.label].concat();
    }
    let said = series.shades.words(context, &cell.datum, &series.figures);
    let mut label = context.tell(&say::SINGLE, &[("name", &name), ("value", &said)]);
    if let Some(source) = &cell.source {
        label = [&label, " · ", source].concat();
    }
    Mark::datum(Some(with_note(label, &cell.datum.note)), data, marks)
}

/// Icon and word of a stage.
fn stage(
    context: &Context,
    stages: &Stages,
    stage: usize,
    [x, y, width, height]: [f64; 4],
    fit: Fit,
    ink: Colour,
) -> Vec<Mark> {
    let sizes = &context.sizes;
    let last = stages.last();
    let look = Look::plain(sizes.label, ink);
    let icon = sizes.label;
    let word = stages.labels[stage].as_str();
    let middle = y + height / 2.0;
    let mut marks = Vec::new();
    match fit {
        Fit::Beside => {
            marks.push(steps(x + icon * 0.5, middle, icon, stage, last, ink));
            let lines = look.wrap(word, width + 2.0 * sizes.mark - icon * 2.4);
            marks.extend(look.centred(x + icon * 1.9, middle, &lines));
        }
        Fit::Above => {
            let lines = look.wrap(word, width + 2.0 * sizes.mark - icon * 0.8);
            let tall = icon * 1.1 + lines.len() as f64 * look.line();
            let (top, centre) = (middle - tall / 2.0, x + width / 2.0);
            let left = x + (width - icon) / 2.0;
            marks.push(steps(left, top + icon / 2.0, icon, stage, last, ink));
            let look = look.anchored(Anchor::Middle);
            marks.extend(look.lines(centre, top + icon * 1.1, &lines).marks);
        }
        _ => {
            let icon = icon.min(width - 4.0).max(4.0);
            let left = x + (width - icon) / 2.0;
            marks.push(steps(left, middle, icon, stage, last, ink));
        }
    }
    marks
}
