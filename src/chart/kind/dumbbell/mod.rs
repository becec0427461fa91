//! Two values of each country on one lane, joined: two waves, or women and men.

mod place;

use crate::chart::axis;
use crate::chart::context::Context;
use crate::chart::crossed::Line;
use crate::chart::figures::Unit;
use crate::chart::footer::{absent_keys, interval_key};
use crate::chart::frame::{Frame, Words};
use crate::chart::guide::Key;
use crate::chart::kind::ranking::reference;
use crate::chart::kind::{Chart, Common};
use crate::chart::lanes::widest_value;
use crate::chart::rows::{self, Datum};
use crate::chart::scene::Stroke;
use crate::chart::steps::{Steps, change, finding};
use crate::chart::theme::Colour;
use crate::error::Result;
use crate::locale::catalogue::chart as say;
use place::{lane_texts, place, widest_point};

/// The chart.
pub(in crate::chart) fn chart<'c>(context: &'c Context<'c>) -> Result<Chart<'c>> {
    let mut steps = Steps::pair(context)?;
    steps.crossed.arrange(context, context.order(), &|line| {
        Some(line.value(1)? - line.value(0)?)
    });
    let data = steps.crossed.data();
    let tested = tested(&steps);
    let mut extra = Vec::new();
    if tested {
        extra.push(context.say(&say::CLEAR_IS).to_string());
    }
    if extent(context, &steps).0 > 0.0 {
        extra.push(context.say(&say::AXIS_CUT).to_string());
    }
    let words = Words {
        title: match context.own_title() {
            Some(title) => title,
            None => finding(context, &steps),
        },
        subtitle: context.subtitle(Some(steps.result)),
        legend: legend(context, &steps, &data, tested),
        extra,
    };
    let of = (steps.result, steps.rows.as_slice());
    let frame = Frame::of_results(context, of, &steps.crossed.figures, &data, words);
    Ok(Chart {
        common: Common {
            apart: widest_point(context, &steps),
            value_width: widest_value(&lane_texts(context, &steps), context),
            ..Common::of(extent(context, &steps))
        },
        frame,
        place: Box::new(move |area, common| place(context, &steps, area, common)),
    })
}

/// Whether any difference has been tested.
fn tested(steps: &Steps) -> bool {
    let mut lines = steps.crossed.lines.iter();
    lines.any(|line| change(steps, line, (0, 1)).is_some())
}

fn legend(context: &Context, steps: &Steps, data: &[&Datum], tested: bool) -> Vec<(Key, String)> {
    let main = colour(context, steps, None);
    let mut keys = vec![
        (Key::Ring(main), steps.crossed.names[0].clone()),
        (Key::Dot(main), steps.crossed.names[1].clone()),
    ];
    keys.extend(interval_key(context, steps.result, data, main));
    if tested {
        for clear in [true, false] {
            let message = if clear {
                &say::KEY_CLEAR
            } else {
                &say::KEY_NOT_CLEAR
            };
            let stroke = joint(context, main, Some(clear));
            keys.push((Key::Line(stroke), context.say(message).to_string()));
        }
    }
    keys.extend(absent_keys(context, steps.result, data));
    keys
}

/// The line that joins two values: strong where they differ clearly, weak where they do not or nobody has tested it.
fn joint(context: &Context, main: Colour, clear: Option<bool>) -> Stroke {
    let (palette, mark) = (&context.palette, context.sizes.mark);
    match clear {
        Some(true) => Stroke::solid(main.between(palette.ground, 0.45), 5.0 * mark),
        _ => Stroke::solid(palette.grid, 3.0 * mark),
    }
}

fn extent(context: &Context, steps: &Steps) -> (f64, f64) {
    let from_zero = steps.crossed.figures.unit == Unit::Share;
    let reference = line_at(context, steps).map(|(value, _)| value);
    axis::extent(&steps.crossed.data(), reference, from_zero)
}

/// The line to compare with: a fixed value, or a country's later one.
fn line_at(context: &Context, steps: &Steps) -> Option<(f64, String)> {
    let mut later = Vec::new();
    for line in &steps.crossed.lines {
        later.extend(line.datum(1).cloned());
    }
    reference(context, &later, &steps.crossed.figures)
}

/// See [`rows::colour`].
fn colour(context: &Context, steps: &Steps, line: Option<&Line>) -> Colour {
    let focus = steps.crossed.has_focus();
    rows::colour(context, focus, line.map(|line| &line.subject))
}
