//! Rows of results as data to draw: who they speak of, what is absent, what differs, in which order.

use super::context::{Context, column, key, label_of};
use super::figures::Unit;
use super::spec::Order;
use super::theme::Colour;
use crate::codebook::Code;
use crate::document::Query;
use crate::estimate::{Flag, QueryResult, Row};
use crate::locale::catalogue::chart as say;
use crate::locale::format::date_short;
use crate::locale::message::Message;
use crate::locale::{Locale, collate, country};
use crate::order::insertion_sort;
use crate::text::joined;
use std::cmp::Ordering;

/// The key of a published figure's rows.
const PERIOD: &str = "period";
/// The key of a quantile's rows.
pub(super) const PROB: &str = "prob";

/// Whom a row speaks of.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Subject {
    pub label: String,
    /// ISO 3166-1 alpha-3 code, or `average`.
    pub country: Option<String>,
    pub average: bool,
    pub highlighted: bool,
}

impl Subject {
    /// The same at a step; either may be without a name.
    pub fn at(&self, step: &str) -> Self {
        let gap = match self.label.is_empty() || step.is_empty() {
            true => "",
            false => ", ",
        };
        Subject {
            label: [&self.label, gap, step].concat(),
            ..self.clone()
        }
    }
}

/// Why a number is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Absent {
    TooFew,
    /// Too few schools, too large an error, or another number that it would give back.
    Withheld,
    NoData,
    NotApplicable,
    Withdrawn,
    NotComparable,
}

impl Absent {
    /// In the order in which a legend names them.
    pub const ALL: [Absent; 6] = [
        Absent::TooFew,
        Absent::Withheld,
        Absent::NoData,
        Absent::NotApplicable,
        Absent::Withdrawn,
        Absent::NotComparable,
    ];

    /// Whether there is a number that is not shown.
    pub fn is_withheld(self) -> bool {
        matches!(self, Absent::TooFew | Absent::Withheld)
    }

    /// Why a row has no number, where its flags say so.
    pub fn of(row: &Row) -> Option<Absent> {
        row.flags.iter().find_map(|flag| {
            Some(match flag {
                Flag::TooFew => Absent::TooFew,
                Flag::FewUnits | Flag::Unreliable | Flag::Secondary => Absent::Withheld,
                Flag::NoData => Absent::NoData,
                Flag::NotApplicable => Absent::NotApplicable,
                Flag::Withdrawn => Absent::Withdrawn,
                Flag::NotComparable => Absent::NotComparable,
                _ => return None,
            })
        })
    }

    /// What stands in the place of the number, as in the OECD's tables.
    pub fn letter(self) -> char {
        char::from(b"ccmawx"[self as usize])
    }

    /// As a legend says it.
    pub fn key(self) -> &'static Message {
        match self {
            Absent::TooFew => &say::KEY_TOO_FEW_UNSAID,
            Absent::Withheld => &say::KEY_WITHHELD,
            Absent::NoData => &say::KEY_NO_DATA,
            Absent::NotApplicable => &say::KEY_NOT_APPLICABLE,
            Absent::Withdrawn => &say::KEY_WITHDRAWN,
            Absent::NotComparable => &say::KEY_NOT_COMPARABLE,
        }
    }

    /// As it stands in a row.
    pub fn word(self) -> &'static Message {
        match self {
            Absent::TooFew | Absent::Withheld => &say::WITHHELD,
            Absent::NoData => &say::NO_DATA,
            other => other.key(),
        }
    }
}

/// One estimate, resolved.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Datum {
    pub subject: Subject,
    pub value: Result<f64, Absent>,
    /// The interval, where one applies.
    pub ci: Option<[f64; 2]>,
    /// The inner interval of 50%.
    pub band: Option<[f64; 2]>,
    pub n: Option<u64>,
    /// Whether it lies clearly above or below the average; none where nobody compared.
    pub differs: Option<Ordering>,
    /// Whether it has no sampling error: a census, or those who answered and nobody else.
    pub exact: bool,
    /// What the document's author says of it.
    pub note: Option<String>,
}

impl Datum {
    /// A datum without error or comparison.
    pub fn bare(subject: Subject, value: Result<f64, Absent>) -> Self {
        Datum {
            subject,
            value,
            ci: None,
            band: None,
            n: None,
            differs: None,
            exact: true,
            note: None,
        }
    }

    pub fn new(result: &QueryResult, row: &Row, subject: Subject, unit: Unit) -> Self {
        let value = match row.estimate {
            Some(value) if value.is_finite() => Ok(value),
            _ => Err(Absent::of(row).unwrap_or(Absent::NoData)),
        };
        let exact = self_selected(result) || row.flags.contains(&Flag::Census);
        let bare = exact || value.is_err();
        Datum {
            subject,
            value,
            ci: row.ci.filter(|_| !bare),
            band: if bare { None } else { inner_band(row, unit) },
            n: row.n,
            differs: if self_selected(result) {
                None
            } else {
                differs(result, row)
            },
            exact,
            note: None,
        }
    }

    /// As [`Self::new`], with what the document's author says of the row.
    pub fn noted(
        context: &Context,
        result: &QueryResult,
        row: &Row,
        subject: Subject,
        unit: Unit,
    ) -> Self {
        Datum {
            note: context.note_on(row),
            ..Datum::new(result, row, subject, unit)
        }
    }
}

impl Datum {
    /// Whether it is surely another than this one: their intervals do not meet. Values without sampling error differ where they
    /// are not the same.
    pub fn is_clear_of(&self, other: &Datum) -> bool {
        let (Ok(one), Ok(two)) = (self.value, other.value) else {
            return true;
        };
        if self.exact && other.exact {
            return one != two;
        }
        match (self.ci, other.ci) {
            (Some([low, high]), Some([least, most])) => high < least || most < low,
            _ => false,
        }
    }

    /// The value and the ends of its interval; not a number where there is none.
    pub fn ends(&self) -> [f64; 3] {
        let [low, high] = self.ci.unwrap_or([f64::NAN; 2]);
        [self.value.unwrap_or(f64::NAN), low, high]
    }
}

/// Whether the sample is self-selected: no error figure of any kind applies.
pub(super) fn self_selected(result: &QueryResult) -> bool {
    result.method.basis.as_deref() == Some("self_selected")
}

/// One colour for all; with a country in focus that one stands out and the others step back. The average is black.
pub(super) fn colour(context: &Context, focus: bool, subject: Option<&Subject>) -> Colour {
    let palette = &context.palette;
    match subject {
        Some(subject) if subject.average => palette.ink,
        Some(subject) if subject.highlighted => palette.highlight,
        _ if focus => palette.grey,
        _ => palette.series[0],
    }
}

/// Rows of the countries that are drawn.
pub(super) fn drawn<'r>(context: &Context, result: &'r QueryResult) -> Vec<&'r Row> {
    let rows = result.rows.iter().filter(|row| match country_of(row) {
        Some(country) => country == "average" || context.is_drawn(&country),
        None => true,
    });
    rows.collect()
}

/// Whether a row is an average over others.
pub(crate) fn is_average(row: &Row) -> bool {
    let average = |code: &Code| matches!(code, Code::Text(name) if name == "average");
    row.by.values().any(average)
}

/// The country of a row: its code, or `average`.
pub(super) fn country_of(row: &Row) -> Option<String> {
    row.by.get("country").map(key)
}

/// Whom a row speaks of, by all its keys but the one that is left out.
pub(super) fn subject(
    context: &Context,
    result: &QueryResult,
    row: &Row,
    without: Option<&str>,
) -> Subject {
    let country = country_of(row);
    let mut names: Vec<String> = Vec::new();
    // A country without a latest value has no period either.
    let asked = |query: &Query| query.by.iter().any(|name| name == PERIOD);
    let dated = row.estimate.is_some() || context.query().is_some_and(asked);
    for name in keys(result, row) {
        let left_out = without == Some(name) || (name == PERIOD && !dated);
        if let Some(code) = row.by.get(name).filter(|_| !left_out) {
            names.push(value_label(context, result, name, &key(code)));
        }
    }
    let label = match names.as_slice() {
        [] => context.say(&say::EVERYBODY).to_string(),
        names => joined(names, " · "),
    };
    let highlighted = country
        .as_deref()
        .is_some_and(|country| context.is_highlighted(country));
    Subject {
        label,
        country,
        average: is_average(row),
        highlighted,
    }
}

/// What a row counts besides its keys, as the column that names it and the code in it: an answer, or one of several that may be
/// given to one question.
pub(super) fn answer(row: &Row) -> Option<(&'static str, String)> {
    match &row.item {
        None => row.category.as_ref().map(|code| ("category", key(code))),
        Some(item) => Some(("item", item.clone())),
    }
}

/// Names of a row's keys, in the order of the result's columns.
pub(super) fn keys<'r>(result: &'r QueryResult, row: &'r Row) -> Vec<&'r str> {
    let known = result.columns.iter().map(|column| column.name.as_str());
    let mut names: Vec<&str> = known.filter(|name| row.by.contains_key(*name)).collect();
    for name in row.by.keys() {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names
}

/// A value of a key in words.
pub(super) fn value_label(
    context: &Context,
    result: &QueryResult,
    name: &str,
    code: &str,
) -> String {
    if code == "average" {
        let count = averaged(result);
        return match count {
            0 => context.say(&say::AVERAGE).to_string(),
            _ => say::AVERAGE_OF.with(count, context.locale, &[]),
        };
    }
    if name == "country"
        && let Some(known) = country::name(code, context.locale)
    {
        return known.into();
    }
    column(result, name)
        .and_then(|column| label_of(column, code, context.locale))
        .unwrap_or_else(|| code.to_string())
}

/// The label of an item: a question's, or a date in words.
pub(super) fn item_label(context: &Context, result: &QueryResult, item: &str) -> String {
    if let Some(measure) = say::measure_word(item)
        && result.method.estimate == "network"
    {
        return context.say(measure).to_string();
    }
    column(result, "item")
        .and_then(|column| label_of(column, item, context.locale))
        .unwrap_or_else(|| date_short(item, context.locale))
}

/// Puts rows in order: highlighted ones first, then by value, by name or as given; those without a number last, by name. The
/// average stands where its value puts it, and last in the other orders.
pub(super) fn arrange<T>(
    rows: &mut [T],
    order: Order,
    locale: &Locale,
    read: impl Fn(&T) -> (&Subject, Option<f64>),
) {
    insertion_sort(rows, |a, b| compare(order, locale, read(a), read(b)));
}

fn compare(
    order: Order,
    locale: &Locale,
    (a, x): (&Subject, Option<f64>),
    (b, y): (&Subject, Option<f64>),
) -> Ordering {
    let pinned = b.highlighted.cmp(&a.highlighted);
    let average = match order {
        Order::Value => Ordering::Equal,
        _ => a.average.cmp(&b.average),
    };
    let by_name = || collate(&a.label, &b.label, locale);
    pinned.then(average).then_with(|| match (order, x, y) {
        (Order::Given, ..) => Ordering::Equal,
        (Order::Value, Some(x), Some(y)) => y.total_cmp(&x).then_with(by_name),
        (Order::Value, Some(_), None) => Ordering::Less,
        (Order::Value, None, Some(_)) => Ordering::Greater,
        _ => by_name(),
    })
}

/// Number of countries that have an estimate.
pub(super) fn averaged(result: &QueryResult) -> u64 {
    let mut countries: Vec<String> = Vec::new();
    for row in result.rows.iter().filter(|row| row.estimate.is_some()) {
        let country = country_of(row).filter(|country| country != "average");
        countries.extend(country.filter(|country| !countries.contains(country)));
    }
    countries.len() as u64
}

/// Above or below the average where the interval of the difference leaves out zero; equal where it does not.
fn differs(result: &QueryResult, row: &Row) -> Option<Ordering> {
    let comparison = result.comparisons.iter().find(|comparison| {
        comparison.with == "average"
            && comparison.by == row.by
            && comparison.item == row.item
            && comparison.category == row.category
    })?;
    let [low, high] = comparison.ci?;
    Some(if low > 0.0 {
        Ordering::Greater
    } else if high < 0.0 {
        Ordering::Less
    } else {
        Ordering::Equal
    })
}

/// The interval of 50%, from the standard error: on the log-odds for a share, so that it stays inside the outer one.
fn inner_band(row: &Row, unit: Unit) -> Option<[f64; 2]> {
    let (value, se) = (row.estimate?, row.se.filter(|se| *se > 0.0)?);
    row.ci?;
    let half = upper_quartile_of_t(
        row.df
            .and_then(crate::estimate::DegreesOfFreedom::of_error)
            .unwrap_or(f64::INFINITY),
    ) * se;
    if unit == Unit::Share && value > 0.0 && value < 1.0 {
        let middle = libm::log(value / (1.0 - value));
        let half = half / (value * (1.0 - value));
        let back = |logit: f64| 1.0 / (1.0 + libm::exp(-logit));
        return Some([back(middle - half), back(middle + half)]);
    }
    Some([value - half, value + half])
}

/// The 0.75 quantile of Student's t by the Cornish–Fisher expansion (Abramowitz and Stegun 26.7.5): within 0.002 from one
/// degree of freedom on, which is far below a tenth of a pixel.
fn upper_quartile_of_t(df: f64) -> f64 {
    let z = 0.674_489_750_196_081_7_f64;
    let (z3, z5, z7) = (z * z * z, z * z * z * z * z, z * z * z * z * z * z * z);
    let df = df.max(1.0);
    z + (z3 + z) / (4.0 * df)
        + (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * df * df)
        + (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / (384.0 * df * df * df)
}
