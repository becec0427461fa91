//! What every picture says below itself: note, how to read the uncertainty, source, n and dates, licence.

use super::context::{Context, bare, key};
use super::guide::Key;
use super::rows::{Absent, Datum, PROB, country_of, is_average, self_selected};
use super::scene::Stroke;
use super::spec::ChartKind;
use super::theme::Colour;
use crate::estimate::{Flag, QueryResult, Row};
use crate::locale::catalogue::chart as say;
use crate::locale::format::{date, integer, percent};
use crate::locale::{Text, collate, country, explain};
use crate::order::insertion_sort;
use crate::short_map::ShortMap;
use crate::text::joined;

/// Lines of the footer. `drawn` is the result with its rows that are drawn; `extra` holds what the kind of chart has to
/// explain.
pub(super) fn footer(
    context: &Context,
    drawn: Option<(&QueryResult, &[&Row])>,
    extra: Vec<String>,
) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(note) = &context.spec.note {
        lines.push(context.tell(&say::NOTE, &[("note", note.get(context.locale))]));
    }
    let mut reading: Vec<String> = Vec::new();
    reading.extend(drawn.and_then(|(result, rows)| basis(context, result, rows)));
    reading.extend(extra);
    if let Some((result, rows)) = drawn {
        average(context, rows, &mut reading);
        notes(context, result, &mut reading);
    }
    if !reading.is_empty() {
        lines.push(joined(&reading, " "));
    }
    lines.extend(drawn.and_then(|(result, rows)| missing(context, result, rows)));
    // n belongs to the one data set that a query has; a theory may rest on several.
    let tell = |message, name, text: &Option<Text>| {
        let text = bare(text.as_ref()?.get(context.locale));
        Some(context.tell(message, &[(name, &text)]))
    };
    for dataset in context.datasets() {
        let parts = [
            tell(&say::SOURCE, "source", &dataset.cite),
            drawn.and_then(|(result, rows)| records(context, result, rows)),
            dataset.date.as_ref().map(|when| date(when, context.locale)),
            tell(&say::LICENCE, "licence", &dataset.licence),
        ];
        let source: Vec<String> = parts.into_iter().flatten().collect();
        if !source.is_empty() {
            lines.push(joined(&source, " · "));
        }
    }
    lines
}

/// The level of the result's intervals in percent.
pub(super) fn level(context: &Context, result: &QueryResult) -> String {
    percent(result.method.level.unwrap_or(0.95), 0, context.locale)
}

/// The legend's item for intervals that are drawn as lines, where there are any.
pub(super) fn interval_key(
    context: &Context,
    result: &QueryResult,
    data: &[&Datum],
    colour: Colour,
) -> Option<(Key, String)> {
    let any = data.iter().any(|datum| datum.ci.is_some());
    any.then(|| {
        let level = level(context, result);
        let stroke = Stroke::solid(colour, 1.5 * context.sizes.mark);
        let text = context.tell(&say::KEY_LINE, &[("level", &level)]);
        (Key::Line(stroke), text)
    })
}

/// Legend items for what is absent.
pub(super) fn absent_keys(
    context: &Context,
    result: &QueryResult,
    data: &[&Datum],
) -> Vec<(Key, String)> {
    let mut items = Vec::new();
    for absent in Absent::ALL {
        if data.iter().any(|datum| datum.value == Err(absent)) {
            let text = absent_text(context, result, absent);
            let key = match absent {
                Absent::NotApplicable => Key::Dotted,
                other => Key::Hatch(other.is_withheld()),
            };
            items.push((key, text));
        }
    }
    items
}

/// What the letters stand for that take the place of numbers: those that occur.
pub(super) fn letters(context: &Context, result: &QueryResult, rows: &[&Row]) -> Option<String> {
    let mut items: Vec<String> = Vec::new();
    for absent in Absent::ALL {
        if rows.iter().any(|row| Absent::of(row) == Some(absent)) {
            let text = absent_text(context, result, absent);
            items.push(format!("{}\u{a0}= {text}", absent.letter()));
        }
    }
    (!items.is_empty()).then(|| joined(&items, "; ") + ".")
}

/// Why a number is absent, in words.
fn absent_text(context: &Context, result: &QueryResult, absent: Absent) -> String {
    match (absent, result.method.min_n) {
        (Absent::TooFew, Some(n)) => say::KEY_TOO_FEW.with(n, context.locale, &[]),
        _ => context.say(absent.key()).to_string(),
    }
}

fn basis(context: &Context, result: &QueryResult, rows: &[&Row]) -> Option<String> {
    if self_selected(result) {
        return Some(context.say(&say::SELF_SELECTED).to_string());
    }
    if result.method.basis.as_deref() == Some("census") {
        return Some(context.say(&say::CENSUS).to_string());
    }
    let any = rows.iter().any(|row| row.ci.is_some());
    any.then(|| context.tell(&say::INTERVALS_ARE, &[("level", &level(context, result))]))
}

/// Notes that no legend and no other sentence of the footer tells.
const NOTES: [&str; 6] = [
    "answers_outside",
    "indicator_source",
    "lonely_psu_rule",
    "not_comparable",
    "pooled",
    "undeclared_missing",
];

/// Adds what a result has to say of itself.
pub(super) fn notes(context: &Context, result: &QueryResult, lines: &mut Vec<String>) {
    for note in &result.notes {
        if NOTES.contains(&note.code.as_str()) {
            let said = explain(note, context.locale);
            if !lines.contains(&said) {
                lines.push(said);
            }
        }
    }
}

fn average(context: &Context, rows: &[&Row], lines: &mut Vec<String>) {
    if let Some(row) = rows.iter().find(|row| is_average(row)) {
        lines.push(context.say(&say::AVERAGE_IS_EQUAL).to_string());
        if row.flags.contains(&Flag::PartialAverage) {
            lines.push(context.say(&say::AVERAGE_IS_PARTIAL).to_string());
        }
    }
}

/// The countries of which there is nothing: those that somebody asked for, and those in which nobody answered. What is withheld
/// says so itself.
fn missing(context: &Context, result: &QueryResult, rows: &[&Row]) -> Option<String> {
    let own: Vec<Option<String>> = result.rows.iter().map(country_of).collect();
    own.iter().flatten().next()?;
    // A scatter names those that lack one of its two measures itself.
    if context.spec.kind == ChartKind::Scatter {
        return None;
    }
    let mut countries: Vec<String> = context.asked_for();
    for country in rows.iter().filter_map(|row| country_of(row)) {
        // Rows of one country mostly follow each other, and each country is looked for among all rows.
        if countries.last() != Some(&country) {
            countries.push(country);
        }
    }
    let is_there = |country: &String| {
        let mut rows = result.rows.iter().zip(&own);
        rows.any(|(row, of)| {
            of.as_ref() == Some(country) && Absent::of(row) != Some(Absent::NoData)
        })
    };
    let mut names: Vec<String> = Vec::new();
    for country in &countries {
        if let Some(name) = country::name(country, context.locale)
            && !is_there(country)
            && !names.iter().any(|known| known == name)
        {
            names.push(name.to_string());
        }
    }
    insertion_sort(&mut names, |a, b| collate(a, b, context.locale));
    let names = joined(&names, ", ");
    (!names.is_empty()).then(|| context.tell(&say::MISSING_ARE, &[("names", &names)]))
}

/// Records behind the numbers that are drawn: one count, or from the fewest to the most where questions differ.
fn records(context: &Context, result: &QueryResult, rows: &[&Row]) -> Option<String> {
    // Its n counts countries, and its chart says so.
    if result.method.estimate == "policy_adoption" {
        return None;
    }
    let counts = answered(rows);
    let (low, high) = (*counts.iter().min()?, *counts.iter().max()?);
    if low == high {
        return Some(say::RECORDS.with(low, context.locale, &[]));
    }
    let (low, high) = (integer(low, context.locale), integer(high, context.locale));
    Some(context.tell(&say::RECORDS_BETWEEN, &[("low", &low), ("high", &high)]))
}

/// Valid answers to each question of some rows. Categories of one answer share their records, and so do quantiles: they count
/// once. What is withheld is not counted, and no average is.
pub(crate) fn answered(rows: &[&Row]) -> Vec<u64> {
    let mut cells: ShortMap<(&str, String), u64> = ShortMap::new();
    for row in rows.iter().filter(|row| !is_average(row)) {
        if let Some(n) = row.n {
            let mut keys: Vec<String> = Vec::new();
            for (name, code) in row.by.iter() {
                if name != PROB {
                    keys.push(key(code));
                }
            }
            let item = row.item.as_deref().unwrap_or_default();
            let cell = cells.or_default((item, joined(&keys, "\u{1f}")));
            *cell = n.max(*cell);
        }
    }
    let mut items: ShortMap<&str, u64> = ShortMap::new();
    for ((item, _), n) in cells {
        *items.or_default(item) += n;
    }
    items.values().copied().collect()
}
