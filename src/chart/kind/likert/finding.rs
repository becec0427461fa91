//! What a Likert chart says, when the author gives no title.

use super::{Bar, Series};
use crate::chart::context::Context;
use crate::chart::rows::Datum;
use crate::chart::sentence::{end_of, ends};
use crate::locale::catalogue::chart as say;

pub(super) fn finding(context: &Context, series: &Series) -> String {
    let focus = widest_question(series).filter(|_| series.headed);
    // An average says nothing beside its countries, and everything where it stands alone.
    let alone = series.rows.iter().all(|bar| bar.subject.average);
    let mut shown: Vec<(&Bar, f64)> = Vec::new();
    for bar in &series.rows {
        let spoken_of = focus.is_none_or(|question| bar.question == question);
        if let Ok(value) = bar.net.value
            && spoken_of
            && (alone || !bar.subject.average)
        {
            shown.push((bar, value));
        }
    }
    let values: Vec<f64> = shown.iter().map(|(_, value)| *value).collect();
    let Some((low, high)) = ends(&values) else {
        return match series.rows.iter().any(Bar::has_shares) {
            true => context.subtitle(None).unwrap_or_default(),
            false => context.say(&say::NOTHING_TO_SHOW).to_string(),
        };
    };
    let points = |value: f64| series.figures.points(value);
    if let [(bar, value)] = shown.as_slice() {
        let name = bar.net.subject.label.as_str();
        return context.tell(&say::NET_ONE, &[("name", name), ("value", &points(*value))]);
    }
    // Under a heading the question is named once, and not beside each country.
    let (message, item) = match focus {
        Some(question) => (&say::NET_RANGE_OF_ITEM, question),
        None => (&say::NET_RANGE, ""),
    };
    let nets: Vec<&Datum> = shown.iter().map(|(bar, _)| &bar.net).collect();
    let end = |at: usize| {
        let (bar, value) = shown[at];
        let name = match focus {
            Some(_) => &bar.subject.label,
            None => &bar.net.subject.label,
        };
        end_of(context, &nets, at, points(value), name)
    };
    let params: [(&str, &str); 3] = [("item", item), ("low", &end(low)), ("high", &end(high))];
    context.tell(message, &params)
}

/// The question on which countries differ most.
fn widest_question<'s>(series: &'s Series) -> Option<&'s str> {
    let spread = |question: &str| {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for bar in &series.rows {
            if let Ok(net) = bar.net.value
                && bar.question == question
                && !bar.subject.average
            {
                (low, high) = (low.min(net), high.max(net));
            }
        }
        high - low
    };
    let mut widest: Option<(&str, f64)> = None;
    for bar in &series.rows {
        let found = spread(&bar.question);
        if widest.is_none_or(|(_, most)| found > most) {
            widest = Some((&bar.question, found));
        }
    }
    widest.map(|(question, _)| question)
}
