//! What every picture says below itself: note, how to read the uncertainty, source, n and dates, licence.

use super::context::{Context, bare, key};
use super::guide::Key;
use super::rows::{Absent, Datum, drawn, self_selected};
use crate::codebook::Code;
use crate::estimate::{Flag, QueryResult};
use crate::locale::catalogue::chart as say;
use crate::locale::format::{date, integer, percent};
use crate::short_map::ShortMap;

/// Lines of the footer. `extra` holds what the kind of chart has to explain.
pub(super) fn footer(
    context: &Context,
    result: Option<&QueryResult>,
    extra: Vec<String>,
) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(note) = &context.spec.note {
        lines.push(context.tell(&say::NOTE, &[("note", note.get(context.locale))]));
    }
    let mut reading: Vec<String> = Vec::new();
    if let Some(result) = result {
        reading.extend(basis(context, result));
    }
    reading.extend(extra);
    if let Some(result) = result {
        reading.extend(average(context, result));
    }
    if !reading.is_empty() {
        lines.push(reading.join(" "));
    }
    // n belongs to the one data set that a query has; a theory may rest on several.
    for dataset in context.datasets() {
        let mut source = Vec::new();
        let text = |text: &crate::locale::Text| bare(text.get(context.locale));
        if let Some(cite) = dataset.cite.as_ref().map(text) {
            source.push(context.tell(&say::SOURCE, &[("source", &cite)]));
        }
        source.extend(result.and_then(|result| records(context, result)));
        source.extend(dataset.date.as_ref().map(|when| date(when, context.locale)));
        if let Some(licence) = dataset.licence.as_ref().map(text) {
            source.push(context.tell(&say::LICENCE, &[("licence", &licence)]));
        }
        if !source.is_empty() {
            lines.push(source.join(" · "));
        }
    }
    lines
}

/// The level of the result's intervals in percent.
pub(super) fn level(context: &Context, result: &QueryResult) -> String {
    percent(result.method.level.unwrap_or(0.95), 0, context.locale)
}

/// Legend items for what is absent.
pub(super) fn absent_keys<'d>(
    context: &Context,
    result: &QueryResult,
    data: impl Iterator<Item = &'d Datum> + Clone,
) -> Vec<(Key, String)> {
    let has = |reason| data.clone().any(|datum| datum.value == Err(reason));
    let mut items = Vec::new();
    if has(Absent::TooFew) {
        let text = match result.method.min_n {
            Some(n) => say::KEY_TOO_FEW.with(n, context.locale, &[]),
            None => context.say(&say::KEY_TOO_FEW_UNSAID).to_string(),
        };
        items.push((Key::Hatch(true), text));
    }
    if has(Absent::Withheld) {
        items.push((
            Key::Hatch(true),
            context.say(&say::KEY_WITHHELD).to_string(),
        ));
    }
    if has(Absent::NoData) {
        items.push((
            Key::Hatch(false),
            context.say(&say::KEY_NO_DATA).to_string(),
        ));
    }
    items
}

fn basis(context: &Context, result: &QueryResult) -> Option<String> {
    if self_selected(result) {
        return Some(context.say(&say::SELF_SELECTED).to_string());
    }
    if result.method.basis.as_deref() == Some("census") {
        return Some(context.say(&say::CENSUS).to_string());
    }
    let level = level(context, result);
    let any = drawn(context, result).any(|row| row.ci.is_some());
    any.then(|| context.tell(&say::INTERVALS_ARE, &[("level", &level)]))
}

fn average(context: &Context, result: &QueryResult) -> Vec<String> {
    let is_average = |row: &&crate::estimate::Row| {
        row.by
            .values()
            .any(|code| *code == Code::Text("average".into()))
    };
    let mut lines = Vec::new();
    if let Some(row) = result.rows.iter().find(is_average) {
        lines.push(context.say(&say::AVERAGE_IS_EQUAL).to_string());
        if row.flags.contains(&Flag::PartialAverage) {
            lines.push(context.say(&say::AVERAGE_IS_PARTIAL).to_string());
        }
    }
    lines
}

/// Records behind the numbers that are drawn: one count, or from the fewest to the most where questions differ.
fn records(context: &Context, result: &QueryResult) -> Option<String> {
    // Categories of one answer share their records: they count once.
    let mut cells: ShortMap<(String, String), u64> = ShortMap::new();
    for row in drawn(context, result) {
        let average = row
            .by
            .values()
            .any(|code| *code == Code::Text("average".into()));
        if let Some(n) = row.n.filter(|_| !average) {
            let keys: Vec<String> = row.by.values().map(key).collect();
            let cell =
                cells.or_default((row.item.clone().unwrap_or_default(), keys.join("\u{1f}")));
            *cell = n.max(*cell);
        }
    }
    let mut items: ShortMap<&str, u64> = ShortMap::new();
    for ((item, _), n) in cells.iter() {
        *items.or_default(item) += n;
    }
    let (low, high) = (*items.values().min()?, *items.values().max()?);
    if low == high {
        return Some(say::RECORDS.with(low, context.locale, &[]));
    }
    let (low, high) = (integer(low, context.locale), integer(high, context.locale));
    Some(context.tell(&say::RECORDS_BETWEEN, &[("low", &low), ("high", &high)]))
}
