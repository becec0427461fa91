//! The answers of a scale: their order, their sides, their colours.

use crate::chart::context::{Context, codes, key};
use crate::chart::rows::value_label;
use crate::chart::theme::{Colour, Palette};
use crate::codebook::Code;
use crate::estimate::QueryResult;

/// Which way an answer points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Against,
    Between,
    For,
}

/// An answer of the scale.
pub(super) struct Answer {
    pub code: String,
    pub label: String,
    pub side: Side,
    pub colour: Colour,
}

/// The answers from the strongest no to the strongest yes, with their sides and colours.
pub(super) fn answers(context: &Context, result: &QueryResult) -> Vec<Answer> {
    let query = context.query();
    let keys = |codes: &[Code]| codes.iter().map(key).collect::<Vec<_>>();
    let against = query.map_or(Vec::new(), |query| keys(&query.negative));
    let agreeing = query.map_or(Vec::new(), |query| keys(&query.positive));
    let mut codes = codes(result, "category");
    let categories = result.rows.iter().filter_map(|row| row.category.as_ref());
    let present: Vec<String> = categories.map(key).collect();
    for code in &present {
        if !codes.contains(code) {
            codes.push(code.clone());
        }
    }
    codes.retain(|code| code != "net" && code != "mean" && present.contains(code));
    let place = |side: &[String]| codes.iter().position(|code| side.contains(code));
    if place(&agreeing) < place(&against) {
        codes.reverse();
    }
    // Answers keep the scale's order within their side.
    let mut sided = Vec::new();
    for wanted in [Side::Against, Side::Between, Side::For] {
        for code in &codes {
            let side = match code {
                code if against.contains(code) => Side::Against,
                code if agreeing.contains(code) => Side::For,
                _ => Side::Between,
            };
            if side == wanted {
                sided.push((code, side));
            }
        }
    }
    let sides: Vec<Side> = sided.iter().map(|(_, side)| *side).collect();
    let mut answers = Vec::new();
    for ((code, side), colour) in sided.into_iter().zip(colours(&context.palette, &sides)) {
        answers.push(Answer {
            code: code.clone(),
            label: value_label(context, result, "category", code),
            side,
            colour,
        });
    }
    answers
}

/// The strongest answers have the darkest colours; more than two on a side are mixed between the two.
fn colours(palette: &Palette, sides: &[Side]) -> Vec<Colour> {
    let count = |side| sides.iter().filter(|other| **other == side).count();
    let (no, yes) = (count(Side::Against), count(Side::For));
    let share = |index: usize, count: usize| {
        if count < 2 {
            0.0
        } else {
            index as f64 / (count - 1) as f64
        }
    };
    let mut seen = (0, 0);
    sides
        .iter()
        .map(|side| match side {
            Side::Between => palette.likert[2],
            Side::Against => {
                seen.0 += 1;
                if no == 1 {
                    palette.likert[1]
                } else {
                    palette.likert[0].between(palette.likert[1], share(seen.0 - 1, no))
                }
            }
            Side::For => {
                seen.1 += 1;
                if yes == 1 {
                    palette.likert[4]
                } else {
                    palette.likert[3].between(palette.likert[4], share(seen.1 - 1, yes))
                }
            }
        })
        .collect()
}
