//! A cell: a circle that is filled as far as the score, its number, and a shade.

use super::{Line, Place, Series};
use crate::chart::context::Context;
use crate::chart::guide::Look;
use crate::chart::scene::{Anchor, Mark, Stroke};
use crate::chart::shapes::{filled_circle, hatch, shade};
use crate::locale::catalogue::chart as say;
use crate::numeric::decimal::decimal;
use crate::theory::{HIGHEST, Standing};

/// How a cell holds its circle and its number.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Fit {
    /// The circle, and the number beside it.
    Beside,
    /// The circle above the number.
    Above,
}

/// What stands in a cell: the mean, and a sign where raters differ.
fn words(context: &Context, series: &Series, standing: &Standing) -> String {
    let score = series.score(context, standing.mean);
    match standing.disputed {
        true => [&score, "\u{a0}≠"].concat(),
        false => score,
    }
}

/// Width of the widest number.
pub(super) fn widest(context: &Context, series: &Series, look: &Look) -> f64 {
    let widths = series
        .standings()
        .map(|standing| look.width(&words(context, series, standing)));
    widths.fold(look.width("0"), f64::max)
}

pub(super) fn cell(
    context: &Context,
    series: &Series,
    (line, place): (&Line, &Place),
    standing: Option<&Standing>,
    area: [f64; 4],
    fit: Fit,
) -> Mark {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let [x, y, width, height] = area;
    let mut data = vec![
        ("point", line.point.id.clone()),
        ("place", place.id.to_string()),
    ];
    if place.country {
        data.push(("country", place.id.to_string()));
    }
    let Some(standing) = standing else {
        let none = context.say(&say::NO_EVIDENCE);
        let label = format!("{} · {}: {none}", line.title, place.label);
        return Mark::datum(Some(label), data, hatch(area, false, palette));
    };
    data.push(("estimate", decimal(standing.mean)));
    let mut evidence = standing.ratings.iter().map(|rating| &rating.evidence);
    if let Some(address) = evidence.find(|address| address.starts_with("https://")) {
        data.push(("evidence", address.clone()));
    }
    let share = standing.mean / f64::from(HIGHEST);
    let fill = shade(palette, share);
    let ink = fill.text_on();
    let outline = Stroke::solid(palette.grey, 1.0);
    let mut marks = vec![Mark::outlined(area, Some(fill), outline)];
    let look = Look::plain(sizes.label, ink);
    let word = words(context, series, standing);
    let (radius, middle, centre) = (sizes.label * 0.5, y + height / 2.0, x + width / 2.0);
    match fit {
        Fit::Beside => {
            let left = centre - (radius * 2.6 + look.width(&word)) / 2.0;
            marks.extend(filled_circle(left + radius, middle, radius, share, ink));
            marks.push(look.centred_word(left + radius * 2.6, middle, &word));
        }
        Fit::Above => {
            let top = middle - (radius * 2.2 + look.line()) / 2.0;
            marks.extend(filled_circle(centre, top + radius, radius, share, ink));
            let look = look.anchored(Anchor::Middle);
            marks.push(look.word(centre, top + radius * 2.2, &word));
        }
    }
    let label = format!(
        "{} · {}: {}",
        line.title,
        place.label,
        words(context, series, standing)
    );
    let label = match standing.disputed {
        true => [&label, ". ", context.say(&say::DISPUTED_IS)].concat(),
        false => label,
    };
    Mark::datum(Some(label), data, marks)
}
