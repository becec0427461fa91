//! Values over time: a line with its interval for each country.

use crate::chart::context::Context;
use crate::chart::frame::{Frame, Words, framed};
use crate::chart::lines::{is_cut, legend, place};
use crate::chart::scene::Scene;
use crate::chart::spec::Reference;
use crate::chart::steps::{Steps, finding};
use crate::error::Result;
use crate::locale::catalogue::chart as say;

/// Draws the chart.
pub(in crate::chart) fn draw(context: &Context) -> Result<Scene> {
    lines(context, Steps::new(context)?, false)
}

/// Draws lines from step to step.
pub(super) fn lines(context: &Context, mut steps: Steps, slope: bool) -> Result<Scene> {
    steps
        .crossed
        .arrange(context, context.order(), &|line| line.value(line.ends()?.1));
    let figures = &steps.crossed.figures;
    let reference = match context.spec.reference {
        Some(Reference::Value(value)) if !slope => {
            let text = [("value", figures.value(value))];
            let text = text.each_ref().map(|(name, text)| (*name, text.as_str()));
            Some((value, context.tell(&say::REFERENCE_LINE, &text)))
        }
        _ => None,
    };
    let mut extra = Vec::new();
    if is_cut(&steps, reference.as_ref()) && !slope {
        extra.push(context.say(&say::AXIS_CUT).to_string());
    }
    extra.extend(steps.not_shown(context));
    let words = Words {
        title: match context.own_title() {
            Some(title) => title,
            None => finding(context, &steps),
        },
        subtitle: context.subtitle(Some(steps.result)),
        legend: legend(context, &steps),
        extra,
    };
    let data = steps.crossed.data();
    let of = (steps.result, steps.rows.as_slice());
    let frame = Frame::of_results(context, of, figures, &data, words);
    Ok(framed(context, frame, &|area| {
        place(context, &steps, slope, reference.as_ref(), area)
    }))
}
