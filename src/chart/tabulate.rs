//! The numbers behind a picture: in words for the reader, and as data for a program.

use super::context::{Context, column, key, label_of};
use super::figures::Figures;
use super::footer::level;
use super::rows::{drawn, item_label, keys, self_selected, value_label};
use super::scene::{Cell, TableData, Tidy};
use crate::codebook::Code;
use crate::estimate::{Flag, QueryResult, Row};
use crate::locale::catalogue::chart as say;
use crate::locale::format::integer;
use crate::locale::message::Message;
use crate::numeric::decimal::decimal;

/// The table for the reader: keys, estimate, interval, n, remarks. Columns that would be empty are left out.
pub(super) fn table(context: &Context, result: &QueryResult, figures: &Figures) -> TableData {
    let rows: Vec<&Row> = drawn(context, result).collect();
    let names = key_names(result, &rows);
    let with_ci = !self_selected(result) && rows.iter().any(|row| row.ci.is_some());
    let with_n = rows.iter().any(|row| row.n.is_some());
    let remarks: Vec<String> = rows.iter().map(|row| remark(context, row)).collect();
    let with_remark = remarks.iter().any(|text| !text.is_empty());

    let mut head: Vec<String> = names
        .iter()
        .map(|name| heading(context, result, name))
        .collect();
    let stage = result.method.unit == "stage";
    head.push(
        context
            .say(if stage { &say::STAGE } else { &say::ESTIMATE })
            .to_string(),
    );
    if with_ci {
        head.push(context.tell(&say::INTERVAL, &[("level", &level(context, result))]));
    }
    if with_n {
        head.push(context.say(&say::ANSWERS).to_string());
    }
    if with_remark {
        head.push(context.say(&say::REMARK).to_string());
    }
    let rows = rows
        .iter()
        .zip(remarks)
        .map(|(row, remark)| {
            let mut cells: Vec<String> = names
                .iter()
                .map(|name| cell(context, result, row, name))
                .collect();
            cells.push(estimate(context, result, row, figures));
            if with_ci {
                cells.push(interval(row, figures));
            }
            if with_n {
                cells.push(row.n.map_or(String::new(), |n| integer(n, context.locale)));
            }
            if with_remark {
                cells.push(remark);
            }
            cells
        })
        .collect();
    TableData { head, rows }
}

/// Numbers of a row, in the order in which tidy data give them.
const FIGURES: [&str; 11] = [
    "estimate",
    "se",
    "df",
    "ci_low",
    "ci_high",
    "n",
    "n_effective",
    "deff",
    "p",
    "unit",
    "flags",
];

/// The rows that a chart draws, for a program.
pub(super) fn tidy(context: &Context, result: &QueryResult) -> Tidy {
    let rows: Vec<&Row> = drawn(context, result).collect();
    let names = key_names(result, &rows);
    Tidy {
        head: names
            .iter()
            .map(String::as_str)
            .chain(FIGURES)
            .map(String::from)
            .collect(),
        rows: rows
            .iter()
            .map(|row| tidy_row(result, row, &names))
            .collect(),
    }
}

/// Every row of several results, for a program: the query first, then every key that any of them has.
pub fn tidy_results(results: &[QueryResult]) -> Tidy {
    let mut names: Vec<String> = Vec::new();
    for result in results {
        for name in key_names(result, &result.rows.iter().collect::<Vec<_>>()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let rows = results.iter().flat_map(|result| {
        let names = &names;
        result.rows.iter().map(move |row| {
            let mut cells = vec![Cell::Text(result.id.clone())];
            cells.extend(tidy_row(result, row, names));
            cells
        })
    });
    Tidy {
        head: ["query"]
            .into_iter()
            .chain(names.iter().map(String::as_str))
            .chain(FIGURES)
            .map(String::from)
            .collect(),
        rows: rows.collect(),
    }
}

fn tidy_row(result: &QueryResult, row: &Row, names: &[String]) -> Vec<Cell> {
    let number = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Number);
    let mut cells: Vec<Cell> = names
        .iter()
        .map(|name| raw(row, name).map_or(Cell::Empty, Cell::Text))
        .collect();
    let flags: Vec<String> = row.flags.iter().map(|flag| flag_name(*flag)).collect();
    cells.extend([
        number(row.estimate),
        number(row.se),
        number(row.df),
        number(row.ci.map(|ci| ci[0])),
        number(row.ci.map(|ci| ci[1])),
        number(row.n.map(|n| n as f64)),
        number(row.n_effective),
        number(row.deff),
        number(row.p),
        Cell::Text(result.method.unit.clone()),
        Cell::Text(flags.join(" ")),
    ]);
    cells
}

/// A flag as the results name it.
pub(super) fn flag_name(flag: Flag) -> String {
    match serde_json::to_value(flag) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

fn key_names(result: &QueryResult, rows: &[&Row]) -> Vec<String> {
    let mut names: Vec<String> = rows
        .first()
        .map(|row| keys(result, row).into_iter().map(String::from).collect())
        .unwrap_or_default();
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
        "item" => Some(&say::ITEM),
        "category" => Some(&say::ANSWER),
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
        ("category", Some(code)) => match code.as_str() {
            "net" => context.say(&say::NET).to_string(),
            "mean" => context.say(&say::MEAN).to_string(),
            _ => value_label(context, result, "category", &code),
        },
        (_, Some(code)) => value_label(context, result, name, &code),
    }
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
        return "–".into();
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
    Figures::new("value", std::iter::empty(), figures.locale)
}

fn part(row: &Row) -> Option<&str> {
    match &row.category {
        Some(Code::Text(text)) => Some(text),
        _ => None,
    }
}

fn remark(context: &Context, row: &Row) -> String {
    let texts: Vec<&str> = row
        .flags
        .iter()
        .map(|flag| context.say(message(*flag)))
        .collect();
    texts.join("; ")
}

fn message(flag: Flag) -> &'static Message {
    match flag {
        Flag::TooFew => &say::REMARK_TOO_FEW,
        Flag::NoData => &say::KEY_NO_DATA,
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
    }
}
