//! The ratings as a table for the reader and as data for a program.

use super::{Series, means_text};
use crate::chart::context::Context;
use crate::chart::scene::{Cell, TableData, Tidy};
use crate::locale::catalogue::chart as say;
use crate::locale::format::date;
use crate::text::joined;
use crate::theory::Rating;

pub(super) fn table(context: &Context, series: &Series) -> TableData {
    let head = [
        &say::ATTRIBUTE,
        &say::LEVERAGE_POINT,
        &say::PLACE,
        &say::SCORE,
        &say::RATINGS,
        &say::EVIDENCE,
    ];
    let mut rows = Vec::new();
    for attribute in &series.attributes {
        for line in &attribute.points {
            for (place, standing) in series.places.iter().zip(&line.cells) {
                let mut row = vec![
                    attribute.title.clone(),
                    line.title.clone(),
                    place.label.clone(),
                ];
                let ratings = standing
                    .as_ref()
                    .map_or(&[][..], |standing| &standing.ratings);
                row.push(match standing {
                    Some(standing) => series.score(context, standing.mean),
                    None => context.say(&say::NO_EVIDENCE).to_string(),
                });
                let said: Vec<String> = ratings.iter().map(|of| rating(context, of)).collect();
                row.push(joined(&said, "; "));
                row.push(evidence(ratings));
                rows.push(row);
            }
        }
        for (place, means) in series.places.iter().zip(&attribute.means) {
            if let Some(means) = means {
                let name = context.say(&say::TWO_MEANS).to_string();
                let means = means_text(context, means, " | ");
                let first = [attribute.title.clone(), name, place.label.clone(), means];
                rows.push([first.to_vec(), vec![String::new(); 2]].concat());
            }
        }
    }
    TableData {
        head: head.map(|message| context.say(message).to_string()).into(),
        rows,
    }
}

/// `A. Pérez: 3 (junio de 2024)`.
fn rating(context: &Context, rating: &Rating) -> String {
    let mut text = rating.score.to_string();
    if !rating.rater.is_empty() {
        text = [&rating.rater, ": ", &text].concat();
    }
    if let Some(when) = &rating.date {
        text = [&text, " (", &date(when, context.locale), ")"].concat();
    }
    text
}

/// What the ratings rest on, each once.
fn evidence(ratings: &[&Rating]) -> String {
    let mut all: Vec<String> = Vec::new();
    for rating in ratings {
        if !all.contains(&rating.evidence) {
            all.push(rating.evidence.clone());
        }
    }
    joined(&all, "; ")
}

pub(super) fn tidy(series: &Series) -> Tidy {
    const HEAD: [&str; 7] = [
        "point",
        "attribute",
        "place",
        "score",
        "rater",
        "date",
        "evidence",
    ];
    let text = |text: &str| Cell::Text(text.into());
    let mut rows = Vec::new();
    for line in series.lines() {
        for (place, standing) in series.places.iter().zip(&line.cells) {
            let first = [&line.point.id, &line.point.attribute, place.id].map(text);
            for rating in standing.iter().flat_map(|standing| &standing.ratings) {
                let date = rating.date.as_deref().map_or(Cell::Empty, text);
                let own = [
                    Cell::Number(rating.score.into()),
                    text(&rating.rater),
                    date,
                    text(&rating.evidence),
                ];
                rows.push([first.to_vec(), own.to_vec()].concat());
            }
            if standing.is_none() {
                rows.push([first.to_vec(), vec![Cell::Empty; 4]].concat());
            }
        }
    }
    Tidy {
        head: HEAD.map(String::from).into(),
        rows,
    }
}
