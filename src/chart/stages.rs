//! Stages of a policy: their words, their colours, their place in a legend.

use super::context::{Context, codes, column, label_of};
use super::guide::Key;
use super::theme::{Colour, Palette};
use crate::estimate::QueryResult;
use crate::numeric::decimal::decimal;

/// The stages of a result, from nothing to all of it.
pub(super) struct Stages {
    codes: Vec<String>,
    pub labels: Vec<String>,
}

impl Stages {
    pub fn of(context: &Context, result: &QueryResult) -> Self {
        let codes = codes(result, "stage");
        let mut labels = Vec::with_capacity(codes.len());
        for code in &codes {
            let label =
                column(result, "stage").and_then(|column| label_of(column, code, context.locale));
            labels.push(label.unwrap_or_else(|| code.clone()));
        }
        Stages { codes, labels }
    }

    /// The place of a stage on the scale.
    pub fn at(&self, stage: f64) -> Option<usize> {
        // Adding zero makes one of the two zeros of floating point.
        let code = decimal(stage + 0.0);
        self.codes.iter().position(|known| *known == code)
    }

    /// The place of the last stage.
    pub fn last(&self) -> usize {
        self.labels.len().saturating_sub(1)
    }

    pub fn colour(&self, palette: &Palette, stage: usize) -> Colour {
        spread(palette, stage, self.last())
    }

    /// A legend's items: icon, colour and word.
    pub fn keys(&self, palette: &Palette) -> Vec<(Key, String)> {
        let mut keys = Vec::with_capacity(self.labels.len());
        for (stage, label) in self.labels.iter().enumerate() {
            let key = Key::Stage(stage, self.last(), self.colour(palette, stage));
            keys.push((key, label.clone()));
        }
        keys
    }

    /// The label of the variable that the stages are of.
    pub fn subject(context: &Context, result: &QueryResult) -> Option<String> {
        let label = column(result, "stage")?.label.as_ref()?;
        Some(label.get(context.locale).to_string())
    }
}

/// The five colours spread over as many steps as there are.
pub(super) fn spread(palette: &Palette, step: usize, last: usize) -> Colour {
    let colours = &palette.stages;
    let share = step as f64 / last.max(1) as f64 * (colours.len() - 1) as f64;
    let below = (share as usize).min(colours.len() - 1);
    let above = (below + 1).min(colours.len() - 1);
    colours[below].between(colours[above], share - below as f64)
}
