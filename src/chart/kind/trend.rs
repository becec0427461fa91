//! Values over time: a line with its interval for each country.

use crate::chart::callout::noted;
use crate::chart::context::Context;
use crate::chart::frame::{Frame, Words};
use crate::chart::kind::Chart;
use crate::chart::lines::{common, is_cut, legend, place};
use crate::chart::spec::Reference;
use crate::chart::steps::{Steps, finding};
use crate::error::Result;
use crate::locale::catalogue::chart as say;

/// The chart.
pub(in crate::chart) fn chart<'c>(context: &'c Context<'c>) -> Result<Chart<'c>> {
    lines(context, Steps::new(context)?, false)
}

/// Lines from step to step.
pub(super) fn lines<'c>(
    context: &'c Context<'c>,
    mut steps: Steps<'c>,
    slope: bool,
) -> Result<Chart<'c>> {
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
    Ok(Chart {
        common: common(context, &steps, slope, reference.as_ref()),
        frame,
        place: Box::new(move |area, common| {
            noted(context, area, &|area| {
                place(context, &steps, slope, reference.as_ref(), area, common)
            })
        }),
    })
}
