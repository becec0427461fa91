//! Sentences made from the data: titles, alternative texts, values in words.

use super::context::Context;
use super::figures::Figures;
use super::rows::{Datum, self_selected};
use super::scene::{Group, Mark, Role};
use crate::estimate::QueryResult;
use crate::locale::catalogue::chart as say;
use crate::locale::format::list;
use crate::numeric::decimal::decimal;
use std::cmp::Ordering;

/// The finding, when the author gives no title.
pub(super) fn title(
    context: &Context,
    result: &QueryResult,
    data: &[Datum],
    figures: &Figures,
) -> String {
    let shown: Vec<(&Datum, f64)> = data
        .iter()
        .filter_map(|datum| Some((datum, datum.value.ok()?)))
        .collect();
    let average = shown
        .iter()
        .find(|(datum, _)| datum.subject.average)
        .map(|(_, value)| figures.value(*value));
    let groups: Vec<&(&Datum, f64)> = shown
        .iter()
        .filter(|(datum, _)| !datum.subject.average)
        .collect();
    let mut focus = groups.iter().filter(|(datum, _)| datum.subject.highlighted);
    if let (Some((datum, value)), None, Some(average)) = (focus.next(), focus.next(), &average) {
        let message = match datum.differs {
            Some(Ordering::Greater) => &say::ABOVE_AVERAGE,
            Some(Ordering::Less) => &say::BELOW_AVERAGE,
            Some(Ordering::Equal) => &say::NEAR_AVERAGE,
            None => &say::BESIDE_AVERAGE,
        };
        let params = [
            ("country", datum.subject.label.as_str()),
            ("value", &figures.value(*value)),
            ("average", average),
        ];
        return context.tell(message, &params);
    }
    let by_value = |a: &&&(&Datum, f64), b: &&&(&Datum, f64)| a.1.total_cmp(&b.1);
    let (Some(lowest), Some(highest)) = (
        groups.iter().min_by(by_value),
        groups.iter().max_by(by_value),
    ) else {
        return context.say(&say::NOTHING_TO_SHOW).to_string();
    };
    if groups.len() == 1 {
        let params = [
            ("name", lowest.0.subject.label.as_str()),
            ("value", &figures.value(lowest.1)),
        ];
        return context.tell(&say::SINGLE, &params);
    }
    let countries = highest.0.subject.country.is_some();
    let message = match (&average, countries) {
        _ if self_selected(result) => &say::RANGE_OF_RESPONDENTS,
        (Some(_), true) => &say::RANGE_WITH_AVERAGE,
        (None, true) => &say::RANGE,
        (_, false) => &say::RANGE_OF_GROUPS,
    };
    let params = [
        ("low", figures.value(lowest.1)),
        ("lowest", lowest.0.subject.label.clone()),
        ("high", figures.value(highest.1)),
        ("highest", highest.0.subject.label.clone()),
        ("average", average.unwrap_or_default()),
    ];
    let params: Vec<(&str, &str)> = params
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    context.tell(message, &params)
}

/// The message in words.
pub(super) fn describe(
    context: &Context,
    title: &str,
    subtitle: Option<&str>,
    data: &[Datum],
) -> String {
    let mut sentences = vec![sentence(title)];
    sentences.extend(subtitle.map(sentence));
    sentences.push(say::SHOWS_ROWS.with(data.len() as u64, context.locale, &[]));
    let names = |keep: &dyn Fn(&Datum) -> bool| -> Vec<String> {
        data.iter()
            .filter(|datum| keep(datum))
            .map(|datum| datum.subject.label.clone())
            .collect()
    };
    if data.iter().any(|datum| datum.differs.is_some()) {
        let count = |side| {
            names(&|datum: &Datum| datum.differs == Some(side))
                .len()
                .to_string()
        };
        let params = [
            ("above", count(Ordering::Greater)),
            ("below", count(Ordering::Less)),
            ("near", count(Ordering::Equal)),
        ];
        let params: Vec<(&str, &str)> = params
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        sentences.push(context.tell(&say::ABOVE_AND_BELOW, &params));
    }
    let absent = names(&|datum| datum.value.is_err());
    if !absent.is_empty() {
        sentences.push(context.tell(
            &say::NOT_SHOWN_ARE,
            &[("names", &list(&absent, context.locale))],
        ));
    }
    sentences.join(" ")
}

fn sentence(text: &str) -> String {
    if text.ends_with(['.', '?', '!']) {
        text.to_string()
    } else {
        format!("{text}.")
    }
}

/// `54% (49–59)`, or why there is none.
pub(super) fn value_text(context: &Context, datum: &Datum, figures: &Figures) -> String {
    match datum.value {
        Ok(value) => figures.with_span(value, datum.ci),
        Err(absent) if absent.is_withheld() => context.say(&say::WITHHELD).to_string(),
        Err(_) => context.say(&say::NO_DATA).to_string(),
    }
}

/// The marks of one datum, with what a reader is told of it and its keys.
pub(super) fn datum_group(
    context: &Context,
    datum: &Datum,
    figures: &Figures,
    marks: Vec<Mark>,
) -> Mark {
    let mut data = Vec::new();
    if let Some(country) = &datum.subject.country {
        data.push(("country", country.clone()));
    }
    if let Some(of) = context.query().and_then(|query| query.of.as_ref()) {
        data.push(("variable", of.variable.clone()));
    }
    if let Ok(value) = datum.value {
        data.push(("estimate", decimal(value)));
    }
    let label = format!(
        "{}: {}",
        datum.subject.label,
        value_text(context, datum, figures)
    );
    Mark::Group(Group {
        role: Role::Datum,
        label: Some(label),
        data,
        marks,
    })
}
