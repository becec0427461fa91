//! Events of a policy: a lane for each country, a bar for each stage from its event to the next.

use crate::chart::annotate::{Notes, each_once};
use crate::chart::context::Context;
use crate::chart::figures::{Figures, Unit};
use crate::chart::frame::{Frame, Words};
use crate::chart::guide::{Area, Key, Look, Placed};
use crate::chart::kind::{Chart, Common};
use crate::chart::lanes::{LaneText, Lanes, pinned};
use crate::chart::rows::{Absent, Datum, Subject, arrange, drawn, subject};
use crate::chart::scene::{Mark, Stroke};
use crate::chart::sentence::noted_datum;
use crate::chart::shapes::{hatch, steps};
use crate::chart::stages::Stages;
use crate::chart::tabulate::category_words;
use crate::chart::time::Time;
use crate::codebook::Code;
use crate::date::Date;
use crate::error::Result;
use crate::estimate::{QueryResult, Row};
use crate::locale::catalogue::chart as say;
use crate::locale::format::{date, date_short, integer};

/// Numbers, words and flags; no pixels.
struct Series {
    stages: Stages,
    lanes: Vec<Track>,
    /// First and last day of the axis.
    days: (i64, i64),
    /// As dates.
    ends: (String, String),
    variable: String,
}

/// A country.
struct Track {
    subject: Subject,
    spans: Vec<Span>,
}

/// From an event to the next.
struct Span {
    days: (i64, i64),
    date: String,
    until: Option<String>,
    /// None where the stage is not known from that day on.
    stage: Option<usize>,
    /// What changed.
    change: String,
    source: Option<String>,
    /// What the document's author says of it.
    note: Option<String>,
}

/// The chart.
pub(in crate::chart) fn chart<'c>(context: &'c Context<'c>) -> Result<Chart<'c>> {
    let result = context.result()?;
    if result.method.estimate != "policy_changes" {
        return Err(context.needs("policy_changes"));
    }
    let rows = drawn(context, result);
    let series = resolve(context, result, &rows);
    let summaries: Vec<Datum> = series.lanes.iter().map(summary).collect();
    let data: Vec<&Datum> = summaries.iter().collect();
    let title = context.own_title();
    let words = Words {
        title: title.unwrap_or_else(|| finding(context, &series)),
        subtitle: context
            .subtitle(Some(result))
            .or_else(|| Stages::subject(context, result)),
        legend: legend(context, &series),
        extra: context.known_on(),
    };
    let figures = Figures {
        unit: Unit::Value,
        decimals: 0,
        locale: context.locale,
    };
    let frame = Frame::of_results(context, (result, &rows), &figures, &data, words);
    Ok(Chart {
        common: Common::over(series.days),
        frame,
        place: Box::new(move |area, common| place(context, &series, area, common)),
    })
}

/// The first and the last day that a date may be.
fn days(text: &str) -> Option<(i64, i64)> {
    let date = Date::parse(text).ok()?;
    Some((date.first_day(), date.last_day()))
}

fn resolve(context: &Context, result: &QueryResult, rows: &[&Row]) -> Series {
    let stages = Stages::of(context, result);
    let mut lanes: Vec<Track> = Vec::new();
    let (mut first, mut last) = ((i64::MAX, String::new()), (i64::MIN, String::new()));
    for row in rows {
        let subject = subject(context, result, row, None);
        let at = lanes.iter().position(|lane| lane.subject == subject);
        let at = at.unwrap_or(lanes.len());
        if at == lanes.len() {
            lanes.push(Track {
                subject,
                spans: Vec::new(),
            });
        }
        let Some((item, (_, day))) = row.item.as_ref().and_then(|it| Some((it, days(it)?))) else {
            continue;
        };
        if day < first.0 {
            first = (day, item.clone());
        }
        if day > last.0 {
            last = (day, item.clone());
        }
        if let Some(before) = lanes[at].spans.last_mut() {
            (before.days.1, before.until) = (day, Some(item.clone()));
        }
        lanes[at].spans.push(Span {
            days: (day, i64::MAX),
            date: item.clone(),
            until: None,
            stage: row.estimate.and_then(|stage| stages.at(stage)),
            change: category_words(context, result, row.category.as_ref().map(Code::key)),
            source: row.source.clone(),
            note: context.note_on(row),
        });
    }
    // The axis is that of the query; else it ends when the data set does.
    let query = context.query();
    if let Some(from) = query.and_then(|query| query.from.clone())
        && let Some((day, _)) = days(&from)
    {
        first = (day, from);
    }
    let ends = query.and_then(|query| query.to.clone()).into_iter();
    let dated = context.datasets().into_iter();
    let dated = dated.filter_map(|dataset| dataset.date.clone());
    for end in ends.chain(dated).take(1) {
        if let Some((_, day)) = days(&end).filter(|(_, day)| *day >= last.0) {
            last = (day, end);
        }
    }
    let stage = |track: &Track| Some(track.spans.last()?.stage? as f64);
    arrange(&mut lanes, context.order(), context.locale, |lane| {
        (&lane.subject, stage(lane))
    });
    Series {
        stages,
        lanes,
        days: (first.0.min(last.0), last.0.max(first.0)),
        ends: (first.1, last.1),
        variable: context.variable(),
    }
}

/// A country as a datum, for the words around the picture.
fn summary(track: &Track) -> Datum {
    let any = track.spans.iter().any(|span| span.stage.is_some());
    Datum::bare(
        track.subject.clone(),
        if any { Ok(0.0) } else { Err(Absent::NoData) },
    )
}

/// How many countries end higher than they began, and how many lower.
fn finding(context: &Context, series: &Series) -> String {
    let (mut higher, mut lower, mut total) = (0, 0, 0);
    for track in &series.lanes {
        let mut known = track.spans.iter().filter_map(|span| span.stage);
        let Some(first) = known.next() else { continue };
        let last = known.next_back().unwrap_or(first);
        total += 1;
        higher += u64::from(last > first);
        lower += u64::from(last < first);
    }
    if total == 0 {
        return context.say(&say::NOTHING_TO_SHOW).to_string();
    }
    let integer = |count: u64| integer(count, context.locale);
    let params: [(&str, &str); 5] = [
        ("from", &date(&series.ends.0, context.locale)),
        ("to", &date(&series.ends.1, context.locale)),
        ("higher", &integer(higher)),
        ("lower", &integer(lower)),
        ("total", &integer(total)),
    ];
    context.tell(&say::STAGES_MOVED, &params)
}

fn legend(context: &Context, series: &Series) -> Vec<(Key, String)> {
    let mut keys = series.stages.keys(&context.palette);
    let unknown = |track: &Track| {
        track.spans.is_empty() || track.spans.iter().any(|span| span.stage.is_none())
    };
    if series.lanes.iter().any(unknown) {
        keys.push((Key::Hatch(false), context.say(&say::KEY_NO_DATA).into()));
    }
    keys
}

fn place(context: &Context, series: &Series, area: Area, common: &Common) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let subjects: Vec<&Subject> = series.lanes.iter().map(|track| &track.subject).collect();
    let mut texts: Vec<LaneText> = common.named(pinned(&subjects));
    let lanes = |texts: &[LaneText]| Lanes::fit(texts, area, (0.28, 0.7), palette, *sizes);
    let own = series.lanes.iter().map(Track::note);
    let mut notes = Notes::new(own.collect(), &mut texts, &|texts| lanes(texts).stacked);
    let lanes = lanes(&texts);
    let below = sizes.line() + sizes.label * 0.2;
    let room = area.height.map(|height| height - below);
    let plots = vec![sizes.label * 1.35; texts.len()];
    let time = Time {
        days: common.days(),
        range: lanes.plot,
    };
    notes.fit(context, &mut texts, &lanes, &|at| {
        let mut spans = series.lanes[at].spans.iter();
        let of_one = spans.find(|span| span.note.is_some());
        let x = of_one.map_or(time.range.0, |span| time.at(span.days.0));
        ([x + sizes.label * 0.6; 3], false)
    });
    let mut placed = lanes.place(&texts, &plots, area.y, room);
    let look = Look::plain(sizes.label, palette.second);
    let ticks = time.ticks(&look, context.locale);
    let ends = (area.x, area.x + area.width);
    let foot = time.grid(&ticks, &lanes, &placed, ends, palette, sizes);
    let mut marks = foot.marks;
    for (track, lane) in series.lanes.iter().zip(&mut placed) {
        let mut inner = std::mem::take(&mut lane.marks);
        let (top, height) = lane.plot;
        if track.spans.is_empty() {
            let (left, right) = time.range;
            let area = [left, top, (right - left).min(sizes.label * 4.0), height];
            let label = words(context, &track.subject.label, context.say(&say::NO_DATA));
            let data = keys(series, track);
            inner.push(Mark::datum(Some(label), data, hatch(area, false, palette)));
        }
        for span in &track.spans {
            inner.push(bar(context, series, track, span, &time, (top, height)));
        }
        marks.push(Mark::datum(None, Vec::new(), inner));
    }
    marks.extend(lanes.rules(&texts, &placed));
    let bottom = placed.last().map_or(area.y, |lane| lane.bottom) + foot.height;
    let notes = notes.place(context, &placed, (area.x, bottom, area.width));
    marks.extend(notes.marks);
    Placed {
        marks,
        height: bottom + notes.height - area.y,
    }
}

impl Track {
    /// What the author says of the country or of its events.
    fn note(&self) -> Option<String> {
        let notes = self.spans.iter().filter_map(|span| span.note.as_ref());
        each_once(notes.collect())
    }
}

fn words(context: &Context, name: &str, value: &str) -> String {
    context.tell(&say::SINGLE, &[("name", name), ("value", value)])
}

fn keys(series: &Series, track: &Track) -> Vec<(&'static str, String)> {
    let mut keys = vec![("variable", series.variable.clone())];
    if let Some(country) = &track.subject.country {
        keys.insert(0, ("country", country.clone()));
    }
    keys
}

fn bar(
    context: &Context,
    series: &Series,
    track: &Track,
    span: &Span,
    time: &Time,
    (top, height): (f64, f64),
) -> Mark {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let (left, right) = (time.at(span.days.0), time.at(span.days.1));
    let width = (right - left - sizes.mark).max(2.0 * sizes.mark);
    let area = [left.min(time.range.1 - width), top, width, height];
    let mut data = keys(series, track);
    data.push(("date", span.date.clone()));
    data.extend(span.source.clone().map(|source| ("evidence", source)));
    let short = |text: &str| date_short(text, context.locale);
    let until = span.until.as_deref();
    let when = until.map(|until| [&short(&span.date), "–", &short(until)].concat());
    let when = when.unwrap_or_else(|| short(&span.date));
    let name = [&track.subject.label, " · ", &when].concat();
    let Some(stage) = span.stage else {
        let said = match span.change.is_empty() {
            true => context.say(&say::NO_DATA),
            false => &span.change,
        };
        let label = words(context, &name, said);
        return noted_datum(label, data, hatch(area, false, palette), &span.note);
    };
    data.push(("estimate", stage.to_string()));
    let said = &series.stages.labels[stage];
    let mut label = words(context, &name, said);
    for more in [Some(&span.change), span.source.as_ref()]
        .into_iter()
        .flatten()
    {
        if !more.is_empty() {
            label = [&label, " · ", more].concat();
        }
    }
    let fill = series.stages.colour(palette, stage);
    let ink = fill.text_on();
    let mut marks = vec![Mark::outlined(
        area,
        Some(fill),
        Stroke::solid(palette.grey, 1.0),
    )];
    // The icon where it has room, and the word where it has room too.
    let (icon, middle) = (sizes.label * 0.85, top + height / 2.0);
    let pad = sizes.label * 0.4;
    if width >= icon + pad {
        let x = area[0] + pad.min((width - icon) / 2.0);
        marks.push(steps(x, middle, icon, stage, series.stages.last(), ink));
        let look = Look::plain(sizes.label, ink);
        if width >= icon + 3.0 * pad + look.width(said) {
            marks.push(look.centred_word(x + icon + pad, middle, said));
        }
    }
    noted_datum(label, data, marks, &span.note)
}
