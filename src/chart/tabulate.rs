//! The numbers behind a picture: in words for the reader, and as data for a program.

use super::context::{Context, column, key, label_of};
use super::figures::Figures;
use super::footer::level;
use super::rows::{Absent, item_label, keys, self_selected, value_label};
use super::scene::{Cell, TableData, Tidy};
use crate::codebook::Code;
use crate::estimate::{Flag, QueryResult, Row};
use crate::locale::catalogue::chart as say;
use crate::locale::format::integer;
use crate::locale::message::Message;
use crate::numeric::decimal::decimal;
use crate::shape::name;
use crate::text::joined;

/// The table for the reader: keys, estimate, interval, n, remarks. Columns that would be empty are left out.
pub(super) fn table(
    context: &Context,
    result: &QueryResult,
    rows: &[&Row],
    figures: &Figures,
) -> TableData {
    let names = key_names(result, rows);
    let mut head = Vec::new();
    for name in &names {
        head.push(heading(context, result, name));
    }
    let stage = result.method.unit == "stage";
    let of = if stage { &say::STAGE } else { &say::ESTIMATE };
    head.push(context.say(of).to_string());
    let mut table = TableData {
        head,
        rows: Vec::new(),
    };
    for row in rows {
        let mut cells = Vec::new();
        for name in &names {
            cells.push(cell(context, result, row, name));
        }
        cells.push(estimate(context, result, row, figures));
        table.rows.push(cells);
    }
    let mut column = |heading: String, cell: &dyn Fn(&Row) -> String| {
        table.head.push(heading);
        for (cells, row) in table.rows.iter_mut().zip(rows) {
            cells.push(cell(row));
        }
    };
    if !self_selected(result) && rows.iter().any(|row| row.ci.is_some()) {
        let heading = context.tell(&say::INTERVAL, &[("level", &level(context, result))]);
        column(heading, &|row| interval(row, figures));
    }
    if rows.iter().any(|row| row.n.is_some()) {
        column(context.say(&say::ANSWERS).into(), &|row| match row.n {
            Some(n) => integer(n, context.locale),
            None => String::new(),
        });
    }
    if rows.iter().any(|row| row.source.is_some()) {
        column(context.say(&say::EVIDENCE).into(), &|row| {
            row.source.clone().unwrap_or_default()
        });
    }
    if rows.iter().any(|row| context.note_on(row).is_some()) {
        column(context.say(&say::AUTHORS_NOTE).into(), &|row| {
            context.note_on(row).unwrap_or_default()
        });
    }
    if rows.iter().any(|row| !row.flags.is_empty()) {
        column(context.say(&say::REMARK).into(), &|row| {
            remark(context, row)
        });
    }
    table
}

/// Numbers of a row, in the order in which tidy data give them.
const FIGURES: [&str; 12] = [
    "estimate",
    "se",
    "df",
    "ci_low",
    "ci_high",
    "n",
    "response",
    "n_effective",
    "deff",
    "p",
    "unit",
    "flags",
];

/// After them, where any row has one.
const SOURCE: &str = "source";

/// The rows that a chart draws, for a program.
pub(super) fn tidy(result: &QueryResult, rows: &[&Row]) -> Tidy {
    let names = key_names(result, rows);
    let mut data = Tidy {
        head: headed(&[], &names),
        rows: Vec::new(),
    };
    for row in rows {
        data.rows.push(tidy_row(Vec::new(), result, row, &names));
    }
    with_sources(&mut data, rows);
    data
}

/// Adds the sources of policy events, where there are any.
fn with_sources(data: &mut Tidy, rows: &[&Row]) {
    if rows.iter().any(|row| row.source.is_some()) {
        data.head.push(SOURCE.into());
        for (cells, row) in data.rows.iter_mut().zip(rows) {
            cells.push(row.source.clone().map_or(Cell::Empty, Cell::Text));
        }
    }
}

/// Every row of several results, for a program: the query first, then every key that any of them has.
pub fn tidy_results(results: &[QueryResult]) -> Tidy {
    let mut all = Vec::with_capacity(results.len());
    for result in results {
        all.push((result, result.rows.iter().collect()));
    }
    tidy_of(&all)
}

/// Rows of several results, for a program.
pub(super) fn tidy_of(results: &[(&QueryResult, Vec<&Row>)]) -> Tidy {
    let mut names: Vec<String> = Vec::new();
    for (result, rows) in results {
        for name in key_names(result, rows) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let mut data = Tidy {
        head: headed(&["query"], &names),
        rows: Vec::new(),
    };
    for (result, rows) in results {
        for row in rows {
            let first = vec![Cell::Text(result.id.clone())];
            data.rows.push(tidy_row(first, result, row, &names));
        }
    }
    let rows: Vec<&Row> = results
        .iter()
        .flat_map(|(_, rows)| rows.iter().copied())
        .collect();
    with_sources(&mut data, &rows);
    data
}

/// Names of the columns: the keys between the first ones and the figures.
fn headed(first: &[&str], names: &[String]) -> Vec<String> {
    let names = names.iter().map(String::as_str);
    let all = first.iter().copied().chain(names).chain(FIGURES);
    all.map(String::from).collect()
}

/// The cells of a row after the first ones.
fn tidy_row(mut cells: Vec<Cell>, result: &QueryResult, row: &Row, names: &[String]) -> Vec<Cell> {
    let number = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Number);
    for name in names {
        cells.push(raw(row, name).map_or(Cell::Empty, Cell::Text));
    }
    let flags: Vec<String> = row.flags.iter().map(|flag| flag_name(*flag)).collect();
    cells.extend([
        match (row.estimate, Absent::of(row)) {
            (None, Some(absent)) => Cell::Text(absent.letter().into()),
            (estimate, _) => number(estimate),
        },
        number(row.se),
        number(row.df.and_then(crate::estimate::DegreesOfFreedom::of_error)),
        number(row.ci.map(|ci| ci[0])),
        number(row.ci.map(|ci| ci[1])),
        number(row.n.map(|n| n as f64)),
        number(row.response),
        number(row.n_effective),
        number(row.deff),
        number(row.p),
        Cell::Text(result.method.unit.clone()),
        Cell::Text(joined(&flags, " ")),
    ]);
    cells
}

/// A flag as the results name it.
pub(super) fn flag_name(flag: Flag) -> String {
    name(&flag)
}

fn key_names(result: &QueryResult, rows: &[&Row]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for row in rows {
        for name in keys(result, row) {
            if !names.iter().any(|known| known == name) {
                names.push(name.to_string());
            }
        }
    }
    if rows.iter().any(|row| row.item.is_some()) {
        names.push("item".into());
    }
    if rows.iter().any(|row| row.category.is_some()) {
        names.push("category".into());
    }
    names
}

fn heading(context: &Context, result: &QueryResult, name: &str) -> String {
    let general = match name {
        "country" => Some(&say::COUNTRY),
        "item" if result.method.unit == "stage" => Some(&say::DATE),
        "item" if result.method.estimate == "network" => Some(&say::MEASURE),
        "item" => Some(&say::ITEM),
        "category" if result.method.unit == "stage" => Some(&say::CHANGE),
        "category" => Some(&say::ANSWER),
        "node" => Some(&say::MEMBER),
        "prob" => Some(&say::SHARE_BELOW),
        _ => None,
    };
    match general {
        Some(message) => context.say(message).to_string(),
        None => column(result, name)
            .and_then(|column| column.label.as_ref())
            .map_or(name, |label| label.get(context.locale))
            .to_string(),
    }
}

fn cell(context: &Context, result: &QueryResult, row: &Row, name: &str) -> String {
    match (name, raw(row, name)) {
        (_, None) => String::new(),
        ("item", Some(item)) => item_label(context, result, &item),
        ("category", code) => category_words(context, result, code),
        (_, Some(code)) => value_label(context, result, name, &code),
    }
}

/// An answer, a part of a battery or the kind of a change in words; nothing where there is none.
pub(super) fn category_words(
    context: &Context,
    result: &QueryResult,
    code: Option<String>,
) -> String {
    let Some(code) = code else {
        return String::new();
    };
    let said = match code.as_str() {
        "net" => &say::NET,
        "mean" => &say::MEAN,
        "new" => &say::CHANGE_NEW,
        "upgraded" => &say::CHANGE_UPGRADED,
        "downgraded" => &say::CHANGE_DOWNGRADED,
        "repealed" => &say::CHANGE_REPEALED,
        "recoded" => &say::CHANGE_RECODED,
        "first_assessed" => &say::CHANGE_FIRST,
        _ => return value_label(context, result, "category", &code),
    };
    context.say(said).to_string()
}

fn raw(row: &Row, name: &str) -> Option<String> {
    match row.by.get(name) {
        Some(code) => Some(key(code)),
        None if name == "item" => row.item.clone(),
        None if name == "category" => row.category.as_ref().map(key),
        None => None,
    }
}

fn estimate(context: &Context, result: &QueryResult, row: &Row, figures: &Figures) -> String {
    let Some(value) = row.estimate else {
        // A test has no such number.
        return Absent::of(row).map_or('–', Absent::letter).into();
    };
    if result.method.unit == "stage" {
        let code = decimal(value + 0.0);
        return column(result, "stage")
            .and_then(|column| label_of(column, &code, context.locale))
            .unwrap_or(code);
    }
    let text = match part(row) {
        Some("net") => figures.points(value),
        Some("mean") => mean_figures(figures).value(value),
        _ => figures.value(value),
    };
    let mut text = text;
    if row.flags.contains(&Flag::CoverageBelow75) {
        text.push('†');
    }
    if row.flags.contains(&Flag::CoverageBelow50) {
        text.push('‡');
    }
    // As the Demographic and Health Surveys print what rests on few records.
    match row.flags.contains(&Flag::FewRecords) {
        true => ["(", &text, ")"].concat(),
        false => text,
    }
}

fn interval(row: &Row, figures: &Figures) -> String {
    match (row.ci, part(row)) {
        (None, _) => String::new(),
        (Some(ci), Some("mean")) => mean_figures(figures).span(ci),
        (Some(ci), _) => figures.span(ci),
    }
}

/// A mean stands in the scale's own points among shares.
fn mean_figures<'a>(figures: &Figures<'a>) -> Figures<'a> {
    Figures::new("value", 0.0, figures.locale)
}

fn part(row: &Row) -> Option<&str> {
    match &row.category {
        Some(Code::Text(text)) => Some(text),
        _ => None,
    }
}

fn remark(context: &Context, row: &Row) -> String {
    let text = |flag: &Flag| context.say(message(*flag)).to_string();
    let texts: Vec<String> = row.flags.iter().map(text).collect();
    joined(&texts, "; ")
}

fn message(flag: Flag) -> &'static Message {
    match flag {
        Flag::TooFew => &say::KEY_TOO_FEW_UNSAID,
        Flag::NoData => &say::KEY_NO_DATA,
        Flag::NotApplicable => &say::KEY_NOT_APPLICABLE,
        Flag::Withdrawn => &say::KEY_WITHDRAWN,
        Flag::NotComparable => &say::KEY_NOT_COMPARABLE,
        Flag::NoDegreesOfFreedom => &say::REMARK_NO_INTERVAL,
        Flag::AtBound => &say::REMARK_AT_BOUND,
        Flag::SelfSelected => &say::REMARK_SELF_SELECTED,
        Flag::Census => &say::REMARK_CENSUS,
        Flag::LonelyPsu => &say::REMARK_LONELY,
        Flag::PartialAverage => &say::REMARK_PARTIAL,
        Flag::FewUnits => &say::REMARK_FEW_UNITS,
        Flag::Unreliable => &say::REMARK_UNRELIABLE,
        Flag::Secondary => &say::REMARK_SECONDARY,
        Flag::UseWithCaution => &say::REMARK_CAUTION,
        Flag::FewRecords => &say::REMARK_FEW_RECORDS,
        Flag::Review => &say::REMARK_REVIEW,
        Flag::BeyondSample => &say::REMARK_BEYOND_SAMPLE,
        Flag::CoverageBelow75 => &say::REMARK_COVERAGE_75,
        Flag::CoverageBelow50 => &say::REMARK_COVERAGE_50,
    }
}
