//! Answers of a scale, diverging from the middle, with net agreement.

mod answers;
mod spread;

use crate::numeric::Within;
use crate::numeric::decimal::decimal;
use answers::{Answer, Side, answers};
use spread::Spread;

use crate::chart::context::{Context, bare, column, key};
use crate::chart::figures::Figures;
use crate::chart::footer::{absent_keys, footer};
use crate::chart::frame::{Frame, framed};
use crate::chart::guide::{Area, Key, Look, Placed};
use crate::chart::lanes::{Lane, LaneText, Lanes};
use crate::chart::rows::{Absent, Datum, Subject, arrange, drawn, item_label, subject};
use crate::chart::scene::{Anchor, Group, Mark, Role, Scene, Stroke};
use crate::chart::sentence::describe;
use crate::chart::shapes::hatch;
use crate::chart::spec;
use crate::chart::tabulate::{table, tidy};
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

/// Draws the chart.
pub(in crate::chart) fn draw(context: &Context) -> Result<Scene> {
    let result = context.result()?;
    let series = resolve(context, result);
    let data: Vec<Datum> = series.rows.iter().map(|bar| bar.net.clone()).collect();
    let title = match &context.spec.title {
        Some(title) => title.get(context.locale).to_string(),
        None => finding(context, &series),
    };
    let subtitle = subtitle(context, result);
    let mut legend: Vec<(Key, String)> = series
        .answers
        .iter()
        .map(|answer| (Key::Swatch(answer.colour), answer.label.clone()))
        .collect();
    legend.extend(absent_keys(context, result, data.iter()));
    let extra = if has_net(&series) {
        vec![context.say(&say::NET_IS).to_string()]
    } else {
        Vec::new()
    };
    let frame = Frame {
        description: describe(context, &title, subtitle.as_deref(), &data),
        title,
        subtitle,
        legend,
        footer: footer(context, Some(result), extra),
        table: table(context, result, &series.figures),
        data: tidy(context, result),
    };
    Ok(framed(context, frame, |area| place(context, &series, area)))
}

fn subtitle(context: &Context, result: &QueryResult) -> Option<String> {
    let own = context.subtitle(Some(result));
    own.or_else(|| {
        let label = column(result, "item")?.label.as_ref()?;
        Some(label.get(context.locale).to_string()).filter(|text| !text.is_empty())
    })
}

fn resolve<'a>(context: &Context<'a>, result: &QueryResult) -> Series<'a> {
    let figures = context.figures(result);
    let answers = answers(context, result);
    let mut rows: Vec<Bar> = Vec::new();
    for row in drawn(context, result) {
        let at = match rows
            .iter()
            .position(|bar| bar.item == row.item && same(&bar.subject, context, result, row))
        {
            Some(at) => at,
            None => {
                rows.push(empty(context, result, row, answers.len(), &figures));
                rows.len() - 1
            }
        };
        let code = row.category.as_ref().map(key).unwrap_or_default();
        if let Some(index) = answers.iter().position(|answer| answer.code == code) {
            rows[at].shares[index] = row.estimate;
        } else if code == "net" {
            let subject = rows[at].subject.clone();
            rows[at].net = Datum::new(context, result, row, subject, figures.unit);
        }
    }
    let items = distinct(rows.iter().map(|bar| bar.item.clone()));
    let subjects = distinct(rows.iter().map(|bar| Some(bar.subject.label.clone())));
    let headed = items > 1 && subjects > 1;
    if !headed && items > 1 {
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
fn order(context: &Context, result: &QueryResult, rows: &mut Vec<Bar>, headed: bool) {
    let read = |bar: &Bar| bar.net.value.ok();
    arrange(rows, context.order(), context.locale, |bar| {
        (&bar.subject, read(bar))
    });
    if headed {
        let given: Vec<Option<String>> = result.rows.iter().map(|row| row.item.clone()).collect();
        let place = |bar: &Bar| given.iter().position(|item| *item == bar.item);
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

fn distinct(values: impl Iterator<Item = Option<String>>) -> usize {
    let mut seen: Vec<Option<String>> = Vec::new();
    for value in values {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen.len()
}

fn same(found: &Subject, context: &Context, result: &QueryResult, row: &Row) -> bool {
    *found == subject(context, result, row, &[])
}

fn empty(
    context: &Context,
    result: &QueryResult,
    row: &Row,
    answers: usize,
    figures: &Figures,
) -> Bar {
    let subject = subject(context, result, row, &[]);
    // Until a row of net agreement comes, the first row says whether anything may be shown.
    let first = Datum::new(context, result, row, subject.clone(), figures.unit);
    let value = match first.value {
        Err(reason) => Err(reason),
        Ok(_) => Err(Absent::NoData),
    };
    let net = Datum {
        value,
        ci: None,
        band: None,
        differs: None,
        ..first
    };
    Bar {
        question: row.item.as_deref().map_or(String::new(), |item| {
            bare(&item_label(context, result, item))
        }),
        item: row.item.clone(),
        subject,
        shares: vec![None; answers],
        net,
    }
}

fn has_neutral(series: &Series) -> bool {
    series
        .answers
        .iter()
        .any(|answer| answer.side == Side::Between)
}

fn has_net(series: &Series) -> bool {
    series.rows.iter().any(|bar| bar.net.value.is_ok())
}

fn finding(context: &Context, series: &Series) -> String {
    let focus = if series.headed {
        widest_question(series)
    } else {
        None
    };
    // An average says nothing beside its countries, and everything where it stands alone.
    let alone = series.rows.iter().all(|bar| bar.subject.average);
    let shown: Vec<(&Datum, f64)> = series
        .rows
        .iter()
        .filter(|bar| alone || !bar.subject.average)
        .filter(|bar| focus.is_none_or(|question| bar.question == question))
        .filter_map(|bar| Some((&bar.net, bar.net.value.ok()?)))
        .collect();
    let (Some(low), Some(high)) = (
        shown.iter().min_by(|a, b| a.1.total_cmp(&b.1)),
        shown.iter().max_by(|a, b| a.1.total_cmp(&b.1)),
    ) else {
        return match series
            .rows
            .iter()
            .any(|bar| bar.shares.iter().any(Option::is_some))
        {
            true => context.subtitle(None).unwrap_or_default(),
            false => context.say(&say::NOTHING_TO_SHOW).to_string(),
        };
    };
    let points = |value: f64| series.figures.points(value);
    if shown.len() == 1 {
        let params = [
            ("name", high.0.subject.label.as_str()),
            ("value", &points(high.1)),
        ];
        return context.tell(&say::NET_ONE, &params);
    }
    // Under a heading the question is named once, and not beside each country.
    let name = |datum: &Datum| match focus {
        Some(question) => datum.subject.label.replace(&format!(" · {question}"), ""),
        None => datum.subject.label.clone(),
    };
    let params = [
        ("item", focus.unwrap_or_default().to_string()),
        ("low", points(low.1)),
        ("lowest", name(low.0)),
        ("high", points(high.1)),
        ("highest", name(high.0)),
    ];
    let params: Vec<(&str, &str)> = params
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    context.tell(
        if focus.is_some() {
            &say::NET_RANGE_OF_ITEM
        } else {
            &say::NET_RANGE
        },
        &params,
    )
}

/// The question on which countries differ most.
fn widest_question<'s>(series: &'s Series) -> Option<&'s str> {
    let spread = |question: &str| {
        let nets = series
            .rows
            .iter()
            .filter(|bar| bar.question == question && !bar.subject.average);
        let nets = nets.filter_map(|bar| bar.net.value.ok());
        let (low, high) = nets.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), net| {
            (low.min(net), high.max(net))
        });
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

fn place(context: &Context, series: &Series, area: Area) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let (texts, bars) = words(context, series);
    let lanes = Lanes::fit(&texts, area, (0.38, 0.4), palette, *sizes);
    let head = Look::plain(sizes.label, palette.second);
    let spread = Spread::new(series, lanes.plot, sizes.label * 1.5);
    let mut marks = Vec::new();
    let mut top = area.y;
    if has_net(series) {
        let look = head.anchored(Anchor::End);
        let heading = look.lines(
            area.x + area.width,
            top,
            &look.wrap(context.say(&say::NET), area.width * 0.45),
        );
        let net = look.wrap(context.say(&say::NET), area.width * 0.45);
        let net_left =
            area.x + area.width - net.iter().map(|line| look.width(line)).fold(0.0, f64::max);
        let apart = context.say(&say::NEUTRAL_ASIDE);
        let mut inner = heading.marks;
        let has_room = |x: &f64| !lanes.stacked && x + head.width(apart) + sizes.label < net_left;
        if let Some(x) = spread
            .aside
            .filter(has_room)
            .filter(|_| has_neutral(series))
        {
            let line = top + heading.height - head.line();
            inner.extend(head.lines(x, line, &[apart]).marks);
        }
        marks.push(Mark::Group(Group {
            role: Role::Axis,
            marks: inner,
            ..Group::default()
        }));
        top += heading.height + sizes.label * 0.2;
    }
    let bar_height = sizes.label * 1.7;
    let room = area.height.map(|height| height - (top - area.y));
    let plot_height = |index: usize| {
        if bars[index].is_some() {
            bar_height
        } else {
            0.0
        }
    };
    let placed = lanes.place(&texts, plot_height, top, room);
    if series.layout != spec::Likert::Stacked {
        marks.push(centre_line(context, &placed, spread.middle));
    }
    for (lane, bar) in placed.iter().zip(&bars) {
        match bar {
            Some(bar) => marks.push(row(context, series, bar, lane, &lanes, &spread)),
            None => marks.push(Mark::Group(Group {
                role: Role::Axis,
                marks: lane.marks.clone(),
                ..Group::default()
            })),
        }
    }
    let bottom = placed.last().map_or(top, |lane| lane.bottom);
    Placed {
        marks,
        height: bottom - area.y,
    }
}

/// The middle. It runs behind the bars: the neutral answer's number stands on it.
fn centre_line(context: &Context, placed: &[Lane], x: f64) -> Mark {
    let reach = context.sizes.label * 0.25;
    let stroke = Stroke::solid(context.palette.ink, context.sizes.mark);
    let plots = placed.iter().filter(|lane| lane.plot.1 > 0.0);
    let line = |lane: &Lane| {
        let (from, to) = (lane.plot.0 - reach, lane.plot.0 + lane.plot.1 + reach);
        Mark::line((x, from), (x, to), stroke)
    };
    Mark::Group(Group {
        role: Role::Axis,
        marks: plots.map(line).collect(),
        ..Group::default()
    })
}

/// Words of the lanes and the bar of each; a heading has none.
fn words<'s>(context: &Context, series: &'s Series) -> (Vec<LaneText>, Vec<Option<&'s Bar>>) {
    let (mut texts, mut bars) = (Vec::new(), Vec::new());
    let mut item: Option<&Option<String>> = None;
    let mut last_pinned = false;
    for bar in &series.rows {
        if series.headed && item != Some(&bar.item) {
            texts.push(LaneText {
                label: bar.question.clone(),
                heading: true,
                apart: item.is_some(),
                ..LaneText::default()
            });
            bars.push(None);
            item = Some(&bar.item);
            last_pinned = false;
        }
        let pinned = bar.subject.highlighted;
        let value = match bar.net.value {
            Ok(value) => series.figures.points_with_span(value, bar.net.ci),
            Err(_) if bar.shares.iter().any(Option::is_some) => String::new(),
            Err(absent) if absent.is_withheld() => context.say(&say::WITHHELD).to_string(),
            Err(_) => context.say(&say::NO_DATA).to_string(),
        };
        texts.push(LaneText {
            label: bar.subject.label.clone(),
            value,
            bold: pinned || bar.subject.average,
            apart: last_pinned && !pinned,
            quiet: bar.net.value.is_err(),
            heading: false,
        });
        bars.push(Some(bar));
        last_pinned = pinned;
    }
    (texts, bars)
}

fn row(
    context: &Context,
    series: &Series,
    bar: &Bar,
    lane: &Lane,
    lanes: &Lanes,
    spread: &Spread,
) -> Mark {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let mut marks = lane.marks.clone();
    let (top, height) = lane.plot;
    if bar.shares.iter().all(Option::is_none) {
        let withheld = bar.net.value.is_err_and(Absent::is_withheld);
        let width = (lanes.plot.1 - lanes.plot.0).min(sizes.label * 6.0);
        let left = (spread.middle - width / 2.0).within(lanes.plot.0, lanes.plot.1 - width);
        marks.extend(hatch([left, top, width, height], withheld, palette));
    }
    let outline = Stroke::solid(palette.grey, 1.0);
    for ((answer, share), segment) in series
        .answers
        .iter()
        .zip(&bar.shares)
        .zip(spread.segments(series, bar))
    {
        let (Some(share), Some((x, width))) = (share, segment) else {
            continue;
        };
        let mut inner = vec![Mark::Rect {
            x,
            y: top,
            width,
            height,
            fill: Some(answer.colour),
            stroke: Some(outline),
        }];
        let text = series.figures.value(*share);
        let look = Look::plain(sizes.label, answer.colour.text_on()).anchored(Anchor::Middle);
        if look.width(&text) + sizes.label * 0.5 <= width {
            inner.extend(look.centred(x + width / 2.0, lane.middle(), std::slice::from_ref(&text)));
        }
        let label = format!("{} · {}: {text}", bar.net.subject.label, answer.label);
        let data = vec![
            ("category", answer.code.clone()),
            ("estimate", decimal(*share)),
        ];
        marks.push(Mark::Group(Group {
            role: Role::Datum,
            label: Some(label),
            data,
            marks: inner,
        }));
    }
    let mut data = Vec::new();
    data.extend(
        bar.subject
            .country
            .clone()
            .map(|country| ("country", country)),
    );
    data.extend(bar.item.clone().map(|item| ("variable", item)));
    Mark::Group(Group {
        role: Role::Datum,
        label: None,
        data,
        marks,
    })
}
