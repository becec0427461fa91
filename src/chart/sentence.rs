//! Sentences made from the data: titles, alternative texts, values in words.

use super::context::Context;
use super::figures::Figures;
use super::rows::{Datum, Subject, self_selected};
use super::scene::{Group, Mark, Role};
use crate::estimate::QueryResult;
use crate::locale::catalogue::chart as say;
use crate::locale::format::list;
use crate::numeric::decimal::decimal;
use crate::text::joined;
use std::cmp::Ordering;

/// The finding, when the author gives no title.
pub(super) fn title(
    context: &Context,
    result: &QueryResult,
    data: &[&Datum],
    figures: &Figures,
) -> String {
    let (mut average, mut groups) = (None, Vec::new());
    for datum in data {
        match datum.value {
            Ok(value) if !datum.subject.average => groups.push((*datum, value)),
            // Each panel has an average of its own.
            Ok(value) if average.is_none() && context.split_by().is_none() => {
                average = Some(figures.value(value))
            }
            _ => {}
        }
    }
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
    let values: Vec<f64> = groups.iter().map(|(_, value)| *value).collect();
    let Some((low, high)) = ends(&values) else {
        return context.say(&say::NOTHING_TO_SHOW).to_string();
    };
    let (lowest, highest) = (groups[low], groups[high]);
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
    let data: Vec<&Datum> = groups.iter().map(|(datum, _)| *datum).collect();
    let end = |at: usize| {
        let (datum, value) = groups[at];
        end_of(
            context,
            &data,
            at,
            figures.value(value),
            &datum.subject.label,
        )
    };
    let params: [(&str, &str); 3] = [
        ("low", &end(low)),
        ("high", &end(high)),
        ("average", &average.unwrap_or_default()),
    ];
    context.tell(message, &params)
}

/// The range of some values, after the name of what they are; none where there are fewer than two.
pub(super) fn range_at(
    context: &Context,
    name: &str,
    data: &[Datum],
    figures: &Figures,
) -> Option<String> {
    let (mut there, mut values) = (Vec::new(), Vec::new());
    for datum in data {
        if let Ok(value) = datum.value {
            there.push(datum);
            values.push(value);
        }
    }
    let (low, high) = ends(&values).filter(|_| values.len() > 1)?;
    let end = |at: usize| {
        let value = figures.value(values[at]);
        end_of(context, &there, at, value, &there[at].subject.label)
    };
    let params: [(&str, &str); 3] = [("step", name), ("low", &end(low)), ("high", &end(high))];
    let message = match there.iter().all(|datum| datum.subject.country.is_some()) {
        true => &say::STEPS_RANGE_OF_COUNTRIES,
        false => &say::STEPS_RANGE,
    };
    Some(context.tell(message, &params))
}

/// An end of a range. Whose it is is said only where its interval overlaps no other: several may be the highest.
pub(super) fn end_of(
    context: &Context,
    data: &[&Datum],
    at: usize,
    value: String,
    name: &str,
) -> String {
    for (other, datum) in data.iter().enumerate() {
        if other != at && !datum.is_clear_of(data[at]) {
            return value;
        }
    }
    context.tell(&say::END_OF, &[("value", &value), ("name", name)])
}

/// Where the least and the greatest of some values stand: of equals the first is the least and the last the greatest.
pub(super) fn ends(values: &[f64]) -> Option<(usize, usize)> {
    let (mut low, mut high) = (0, 0);
    values.first()?;
    for (index, value) in values.iter().enumerate() {
        if value.total_cmp(&values[low]).is_lt() {
            low = index;
        }
        if value.total_cmp(&values[high]).is_ge() {
            high = index;
        }
    }
    Some((low, high))
}

/// The message in words.
pub(super) fn describe(
    context: &Context,
    title: &str,
    subtitle: Option<&str>,
    data: &[&Datum],
) -> String {
    let mut sentences = introduced(context, title, subtitle, data.len());
    if data.iter().any(|datum| datum.differs.is_some()) {
        let count = |side| {
            let there = data.iter().filter(|datum| datum.differs == Some(side));
            there.count().to_string()
        };
        let params: [(&str, &str); 3] = [
            ("above", &count(Ordering::Greater)),
            ("below", &count(Ordering::Less)),
            ("near", &count(Ordering::Equal)),
        ];
        sentences.push(context.tell(&say::ABOVE_AND_BELOW, &params));
    }
    sentences.extend(not_shown(context, data));
    joined(&sentences, " ")
}

/// The message in words, of so many rows, some of which have no figure.
pub(super) fn described(
    context: &Context,
    title: &str,
    subtitle: Option<&str>,
    count: usize,
    absent: &[String],
) -> String {
    let mut sentences = introduced(context, title, subtitle, count);
    sentences.extend(without_number(context, absent));
    joined(&sentences, " ")
}

/// What a picture shows, and of how many rows.
fn introduced(context: &Context, title: &str, subtitle: Option<&str>, count: usize) -> Vec<String> {
    let mut sentences = vec![sentence(title)];
    sentences.extend(subtitle.map(sentence));
    sentences.push(say::SHOWS_ROWS.with(count as u64, context.locale, &[]));
    sentences
}

/// The names of what has no number.
fn not_shown(context: &Context, data: &[&Datum]) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for datum in data {
        let name = &datum.subject.label;
        if datum.value.is_err() && !names.contains(name) {
            names.push(name.clone());
        }
    }
    without_number(context, &names)
}

fn without_number(context: &Context, names: &[String]) -> Option<String> {
    if names.is_empty() {
        return None;
    }
    let names = list(names, context.locale);
    Some(context.tell(&say::NOT_SHOWN_ARE, &[("names", &names)]))
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
        Err(absent) => context.say(absent.word()).to_string(),
    }
}

/// What stands at the end of a datum's lane. A panel has no room for the interval, which is drawn, told and in the table.
pub(super) fn lane_value(context: &Context, datum: &Datum, figures: &Figures) -> String {
    match datum.value {
        Ok(value) if context.part.is_some() => figures.value(value),
        _ => value_text(context, datum, figures),
    }
}

/// What a reader is told of a mark, with what the author says of it.
pub(super) fn with_note(label: String, note: &Option<String>) -> String {
    match note {
        Some(note) => [&label, ". ", note].concat(),
        None => label,
    }
}

/// The marks of one datum, with what the author says of it.
pub(super) fn noted_datum(
    label: String,
    data: Vec<(&'static str, String)>,
    marks: Vec<Mark>,
    note: &Option<String>,
) -> Mark {
    Mark::Group(Group {
        role: Role::Datum,
        label: Some(with_note(label, note)),
        data,
        note: note.clone(),
        marks,
    })
}

/// The marks of one subject, by its country.
pub(super) fn subject_group(subject: &Subject, marks: Vec<Mark>) -> Mark {
    let mut data = Vec::new();
    if let Some(country) = &subject.country {
        data.push(("country", country.clone()));
    }
    Mark::datum(None, data, marks)
}

/// The marks of one datum, with what a reader is told of it and its keys.
pub(super) fn datum_group(
    context: &Context,
    label: &str,
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
    let label = format!("{label}: {}", value_text(context, datum, figures));
    noted_datum(label, data, marks, &datum.note)
}
