//! What a colour says, for charts that fill places or cells: a stage of a policy, or a class of numbers.

use super::classes::Classes;
use super::context::Context;
use super::figures::Figures;
use super::guide::{Area, Key, Look, Placed, legend};
use super::rows::{Datum, drawn, is_average};
use super::scene::{Anchor, Mark, Role, Stroke};
use super::shapes::triangle;
use super::stages::Stages;
use super::theme::Colour;
use crate::estimate::QueryResult;
use crate::locale::catalogue::chart as say;
use crate::numeric::Within;

pub(super) enum Shades {
    Stages(Stages),
    Classes(Classes),
}

impl Shades {
    /// Stages for a policy, classes over the numbers for anything else.
    pub fn of<'d>(
        context: &Context,
        result: &QueryResult,
        data: impl Iterator<Item = &'d Datum>,
    ) -> Self {
        if is_policy(result) {
            return Shades::Stages(Stages::of(context, result));
        }
        let mut values: Vec<f64> = data.filter_map(|datum| datum.value.ok()).collect();
        if let (Some(_), Ok(whole)) = (context.part, context.whole()) {
            // Panels have the same classes.
            values.clear();
            for row in drawn(context, whole) {
                values.extend(row.estimate.filter(|_| !is_average(row)));
            }
        }
        Shades::Classes(Classes::of(values))
    }

    /// The stage or the class of a number; none for a stage that the scale does not have.
    pub fn step(&self, value: f64) -> Option<usize> {
        match self {
            Shades::Stages(stages) => stages.at(value),
            Shades::Classes(classes) => Some(classes.class(value)),
        }
    }

    pub fn colour(&self, context: &Context, step: usize) -> Colour {
        match self {
            Shades::Stages(stages) => stages.colour(&context.palette, step),
            Shades::Classes(classes) => classes.colour(&context.palette, step),
        }
    }

    /// The number, or the word of the stage, of a datum; why there is none where there is none.
    pub fn words(&self, context: &Context, datum: &Datum, figures: &Figures) -> String {
        match (self, datum.value) {
            (_, Err(absent)) => context.say(absent.word()).to_string(),
            (Shades::Classes(_), Ok(value)) => figures.with_span(value, datum.ci),
            (Shades::Stages(stages), Ok(value)) => {
                let label = stages.at(value).and_then(|at| stages.labels.get(at));
                label.cloned().unwrap_or_default()
            }
        }
    }

    /// The stages or the classes as items of a legend, with the average, before the other items.
    pub fn keys(
        &self,
        context: &Context,
        figures: &Figures,
        average: Option<(f64, &str)>,
        keys: Vec<(Key, String)>,
    ) -> Vec<(Key, String)> {
        let mut all = match self {
            Shades::Stages(stages) => stages.keys(&context.palette),
            Shades::Classes(classes) => listed(context, classes, figures, average),
        };
        all.extend(keys);
        all
    }

    /// The classes and below them whatever else there is to say, at the top of the chart. Panels have one legend above all, and
    /// each its own average.
    pub fn legend(
        &self,
        context: &Context,
        figures: &Figures,
        average: Option<(f64, &str)>,
        mut keys: Vec<(Key, String)>,
        area: Area,
    ) -> Placed {
        let (palette, sizes) = (&context.palette, &context.sizes);
        let mut placed = Placed::default();
        let strip = match self {
            Shades::Classes(classes) => match (context.part, average) {
                (None, _) => strip(context, classes, figures, average, area),
                (Some(_), Some(average)) => {
                    keys = vec![mean(context, classes, average)];
                    Some(Placed::default())
                }
                _ => return placed,
            },
            Shades::Stages(_) if context.part.is_some() => return placed,
            Shades::Stages(_) => None,
        };
        match strip {
            Some(strip) => placed = strip,
            None => keys = self.keys(context, figures, average, keys),
        }
        if !keys.is_empty() {
            if placed.height > 0.0 {
                placed.height += sizes.label * 0.5;
            }
            let y = area.y + placed.height;
            let below = legend(&keys, Area { y, ..area }, palette, sizes);
            placed.height += below.height;
            placed.marks.extend(below.marks);
        }
        placed.height += sizes.label * 0.9;
        placed.marks = vec![Mark::group(Role::Legend, placed.marks)];
        placed
    }
}

/// Whether a result's numbers are stages.
pub(super) fn is_policy(result: &QueryResult) -> bool {
    result.method.unit == "stage"
}

/// The classes as one strip with its limits below it, and the average above; none where the limits have no room.
fn strip(
    context: &Context,
    classes: &Classes,
    figures: &Figures,
    average: Option<(f64, &str)>,
    area: Area,
) -> Option<Placed> {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let look = Look::plain(sizes.label, palette.ink).anchored(Anchor::Middle);
    let count = classes.count();
    let mut limits = Vec::with_capacity(count + 1);
    let mut widest = 0.0_f64;
    for at in 0..=count {
        let text = classes.limit(at, figures);
        widest = widest.max(look.width(&text));
        limits.push(text);
    }
    let widest = widest + sizes.label * 0.6;
    let cell = ((area.width - widest) / count as f64).min((sizes.label * 5.0).max(widest));
    if cell < widest {
        return None;
    }
    let (left, tall) = (area.x + widest / 2.0, sizes.label);
    let mut marks = Vec::new();
    let mut y = area.y;
    if let Some((value, text)) = average {
        let x = left + classes.place(value) * cell;
        let half = look.width(text) / 2.0;
        let least = area.x + half;
        let middle = x.within(least, (area.x + area.width - half).max(least));
        marks.push(look.word(middle, y, text));
        y += look.line() + sizes.label * 0.5;
        marks.push(triangle(
            x,
            y - sizes.label * 0.25,
            sizes.label * 0.26,
            1.0,
            palette.ink,
        ));
    }
    let outline = Stroke::solid(palette.grey, 1.0);
    for class in 0..count {
        let x = left + class as f64 * cell;
        let fill = classes.colour(palette, class);
        marks.push(Mark::outlined([x, y, cell, tall], Some(fill), outline));
    }
    y += tall + sizes.label * 0.15;
    for (at, text) in limits.iter().enumerate() {
        marks.push(look.word(left + at as f64 * cell, y, text));
    }
    Some(Placed {
        marks,
        height: y + look.line() - area.y,
    })
}

/// The classes as items of a legend, with the average.
fn listed(
    context: &Context,
    classes: &Classes,
    figures: &Figures,
    average: Option<(f64, &str)>,
) -> Vec<(Key, String)> {
    let mut all = Vec::new();
    for class in 0..classes.count() {
        let low = classes.limit(class, figures);
        let high = classes.limit(class + 1, figures);
        let text = context.tell(&say::FROM_TO, &[("low", &low), ("high", &high)]);
        all.push((Key::Swatch(classes.colour(&context.palette, class)), text));
    }
    all.extend(average.map(|average| mean(context, classes, average)));
    all
}

/// The average in the colour of its class.
fn mean(context: &Context, classes: &Classes, (value, text): (f64, &str)) -> (Key, String) {
    let fill = classes.colour(&context.palette, classes.class(value));
    (Key::Swatch(fill), text.to_string())
}
