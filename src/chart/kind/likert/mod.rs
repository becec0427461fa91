//! Answers of a scale, diverging from the middle, with net agreement.

mod answers;
mod finding;
mod place;
mod spread;

use answers::{Answer, answers};
use finding::finding;
use place::{common, place};

use crate::chart::context::{Context, bare, column, key};
use crate::chart::figures::Figures;
use crate::chart::footer::absent_keys;
use crate::chart::frame::{Frame, Words};
use crate::chart::guide::Key;
use crate::chart::kind::Chart;
use crate::chart::rows::{Absent, Datum, Subject, arrange, drawn, item_label, subject};
use crate::chart::spec;
use crate::error::Result;
use crate::estimate::{QueryResult, Row};
use crate::locale::catalogue::chart as say;
use crate::order::insertion_sort;

/// Numbers, words and flags; no pixels.
struct Series<'a> {
    /// From the strongest no to the strongest yes.
    answers: Vec<Answer>,
    rows: Vec<Bar>,
    /// Whether rows stand below headings: several items and several countries.
    headed: bool,
    layout: spec::Likert,
    figures: Figures<'a>,
}

/// One item of one country.
struct Bar {
    item: Option<String>,
    /// The item in words.
    question: String,
    /// Whose label is the row's: the item's, or the country's.
    subject: Subject,
    /// A share for each answer.
    shares: Vec<Option<f64>>,
    /// Net agreement.
    net: Datum,
}

impl Bar {
    fn has_shares(&self) -> bool {
        self.shares.iter().any(Option::is_some)
    }
}

/// The chart.
pub(in crate::chart) fn chart<'c>(context: &'c Context<'c>) -> Result<Chart<'c>> {
    let result = context.result()?;
    let rows = drawn(context, result);
    let series = resolve(context, result, &rows);
    let data: Vec<&Datum> = series.rows.iter().map(|bar| &bar.net).collect();
    let mut legend: Vec<(Key, String)> = Vec::new();
    for answer in &series.answers {
        legend.push((Key::Swatch(answer.colour), answer.label.clone()));
    }
    legend.extend(absent_keys(context, result, &data));
    let mut extra = Vec::new();
    if has_net(&series) {
        extra.push(context.say(&say::NET_IS).to_string());
    }
    let title = context.own_title();
    let words = Words {
        title: title.unwrap_or_else(|| finding(context, &series)),
        subtitle: subtitle(context, result),
        legend,
        extra,
    };
    let frame = Frame::of_results(context, (result, &rows), &series.figures, &data, words);
    Ok(Chart {
        common: common(context, &series),
        frame,
        place: Box::new(move |area, common| place(context, &series, area, common)),
    })
}

fn subtitle(context: &Context, result: &QueryResult) -> Option<String> {
    let own = context.subtitle(Some(result));
    own.or_else(|| {
        let label = column(result, "item")?.label.as_ref()?;
        Some(label.get(context.locale).to_string()).filter(|text| !text.is_empty())
    })
}

fn resolve<'a>(context: &Context<'a>, result: &QueryResult, drawn: &[&Row]) -> Series<'a> {
    let figures = context.figures(result);
    let answers = answers(context, result);
    let mut rows: Vec<Bar> = Vec::new();
    for row in drawn {
        let subject = subject(context, result, row, None);
        let of_row = |bar: &Bar| bar.item == row.item && bar.subject == subject;
        let at = rows.iter().position(of_row).unwrap_or(rows.len());
        let datum = Datum::noted(context, result, row, subject, figures.unit);
        if at == rows.len() {
            rows.push(empty(context, result, row, answers.len(), &datum));
        }
        let code = row.category.as_ref().map(key).unwrap_or_default();
        if let Some(index) = answers.iter().position(|answer| answer.code == code) {
            rows[at].shares[index] = row.estimate;
        } else if code == "net" {
            rows[at].net = datum;
        }
    }
    let several = |same: &dyn Fn(&Bar, &Bar) -> bool| {
        let mut pairs = rows.windows(2);
        pairs.any(|pair| !same(&pair[0], &pair[1]))
    };
    let items = several(&|a, b| a.item == b.item);
    let headed = items && several(&|a, b| a.subject.label == b.subject.label);
    if items && !headed {
        for bar in &mut rows {
            bar.subject.label = bar.question.clone();
        }
    }
    order(context, result, &mut rows, headed);
    Series {
        answers,
        rows,
        headed,
        layout: context.spec.likert,
        figures,
    }
}

/// Rows by net agreement. Under headings, items keep their order and countries are ordered within each.
fn order(context: &Context, result: &QueryResult, rows: &mut [Bar], headed: bool) {
    let read = |bar: &Bar| bar.net.value.ok();
    arrange(rows, context.order(), context.locale, |bar| {
        (&bar.subject, read(bar))
    });
    if headed {
        let place = |bar: &Bar| result.rows.iter().position(|row| row.item == bar.item);
        insertion_sort(rows, |a, b| place(a).cmp(&place(b)));
        for bar in rows {
            bar.net.subject.label = format!("{} · {}", bar.subject.label, bar.question);
        }
    } else {
        for bar in rows {
            bar.net.subject = bar.subject.clone();
        }
    }
}

/// A bar without answers. Until a row of net agreement comes, the first row says whether anything may be shown.
fn empty(context: &Context, result: &QueryResult, row: &Row, answers: usize, first: &Datum) -> Bar {
    let item = row.item.as_deref();
    Bar {
        question: item.map_or(String::new(), |item| {
            bare(&item_label(context, result, item))
        }),
        item: row.item.clone(),
        subject: first.subject.clone(),
        shares: vec![None; answers],
        net: Datum {
            subject: first.subject.clone(),
            value: Err(first.value.err().unwrap_or(Absent::NoData)),
            ci: None,
            band: None,
            n: first.n,
            differs: None,
            exact: first.exact,
            note: first.note.clone(),
        },
    }
}

fn has_net(series: &Series) -> bool {
    series.rows.iter().any(|bar| bar.net.value.is_ok())
}
