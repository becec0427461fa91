//! A cell: a colour, an icon, and a word where every word fits.

use super::{Line, Series};
use crate::chart::context::Context;
use crate::chart::guide::Look;
use crate::chart::rows::Absent;
use crate::chart::scene::{Anchor, Mark, Stroke};
use crate::chart::sentence::with_note;
use crate::chart::shapes::{hatch, shade, steps};
use crate::chart::theme::Colour;
use crate::locale::catalogue::chart as say;

/// How a cell holds its icon and its word.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Fit {
    /// The icon, and the word beside it.
    Beside,
    /// The icon above the word.
    Above,
    /// The icon alone: the legend has the words.
    Icon,
}

/// Stages are spread over the five colours.
pub(super) fn colour(context: &Context, stage: usize, last: usize) -> Colour {
    shade(&context.palette, stage as f64 / last.max(1) as f64)
}

/// The fullest way in which every word fits its cell whole, and the most lines it takes: all cells look alike.
pub(super) fn fit(series: &Series, cell: f64, look: &Look, size: f64) -> (Fit, usize) {
    let lines = |room: f64| {
        let (mut longest, mut most) = (0.0_f64, 0);
        for label in &series.stages {
            longest = longest.max(look.longest_word(label));
            most = most.max(look.wrap(label, room).len());
        }
        // A table without stages has one line.
        (longest <= room).then_some(most.max(1))
    };
    match (lines(cell - size * 2.4), lines(cell - size * 0.8)) {
        (Some(most), _) if most <= 2 => (Fit::Beside, most),
        (_, Some(most)) if most <= 3 => (Fit::Above, most),
        _ => (Fit::Icon, 0),
    }
}

pub(super) fn cell_group(
    context: &Context,
    series: &Series,
    line: &Line,
    at: usize,
    stage: Result<usize, Absent>,
    area: [f64; 4],
    fit: Fit,
) -> Mark {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let [x, y, width, height] = area;
    let last = series.stages.len().saturating_sub(1);
    let mut data: Vec<(&'static str, String)> = Vec::new();
    if let Some(country) = &line.subject.country {
        data.push(("country", country.clone()));
    }
    data.push(("variable", series.variable.clone()));
    data.push(("date", series.dates[at].0.clone()));
    let (marks, word) = match stage {
        Err(_) => (hatch(area, false, palette), context.say(&say::NO_DATA)),
        Ok(stage) => {
            data.push(("estimate", stage.to_string()));
            let fill = colour(context, stage, last);
            let ink = fill.text_on();
            let outline = Stroke::solid(palette.grey, 1.0);
            let mut marks = vec![Mark::outlined(area, Some(fill), outline)];
            let look = Look::plain(sizes.label, ink);
            let icon = sizes.label;
            let word = series.stages[stage].as_str();
            let middle = y + height / 2.0;
            let mut icon_at = |left: f64, middle: f64, size: f64| {
                marks.extend(steps(left, middle, size, stage, last, ink));
            };
            match fit {
                Fit::Icon => {
                    let icon = icon.min(width - 4.0).max(4.0);
                    icon_at(x + (width - icon) / 2.0, middle, icon);
                }
                Fit::Beside => {
                    icon_at(x + icon * 0.5, middle, icon);
                    let lines = look.wrap(word, width + 2.0 * sizes.mark - icon * 2.4);
                    marks.extend(look.centred(x + icon * 1.9, middle, &lines));
                }
                Fit::Above => {
                    let lines = look.wrap(word, width + 2.0 * sizes.mark - icon * 0.8);
                    let tall = icon * 1.1 + lines.len() as f64 * look.line();
                    let (top, centre) = (middle - tall / 2.0, x + width / 2.0);
                    icon_at(x + (width - icon) / 2.0, top + icon / 2.0, icon);
                    let look = look.anchored(Anchor::Middle);
                    marks.extend(look.lines(centre, top + icon * 1.1, &lines).marks);
                }
            }
            (marks, word)
        }
    };
    let label = format!("{} · {}: {word}", line.subject.label, series.dates[at].1);
    let label = with_note(label, &line.notes[at]);
    Mark::datum(Some(label), data, marks)
}
