//! Two measures of each country, one against the other, each with its interval; two waves of a country are joined.

mod label;
mod place;

use crate::chart::axis;
use crate::chart::callout::noted;
use crate::chart::context::Context;
use crate::chart::crossed::{Crossed, Line};
use crate::chart::footer::{footer, interval_key, level, notes};
use crate::chart::frame::Frame;
use crate::chart::guide::Key;
use crate::chart::kind::{Chart, Common};
use crate::chart::rows::{self, Datum, Subject, drawn, self_selected};
use crate::chart::scene::TableData;
use crate::chart::sentence::{described, value_text};
use crate::chart::steps::step_key;
use crate::chart::tabulate::tidy_of;
use crate::chart::theme::Colour;
use crate::error::Result;
use crate::estimate::{QueryResult, Row};
use crate::locale::catalogue::chart as say;
use crate::locale::collate;
use crate::locale::format::{integer, list, number};
use crate::numeric::Within;
use crate::order::insertion_sort;
use place::place;
use std::cmp::Ordering;

/// Numbers, words and flags; no pixels.
struct Series<'a> {
    x: Measure<'a>,
    y: Measure<'a>,
    points: Vec<Point>,
    /// The averages of both measures.
    average: Option<(Datum, Datum)>,
    /// Names of the first and the last step, where points are joined.
    steps: Option<(String, String)>,
    /// Who has no value on one side.
    absent: Vec<String>,
}

/// One axis.
struct Measure<'a> {
    result: &'a QueryResult,
    rows: Vec<&'a Row>,
    crossed: Crossed<'a>,
    label: String,
}

/// One subject, from step to step: what both measures say of it.
struct Point {
    subject: Subject,
    path: Vec<(Datum, Datum)>,
    /// Whether it ends before the last step of the others.
    early: bool,
}

impl Point {
    /// Whether both measures have been compared with their averages.
    fn is_tested(&self) -> bool {
        let (one, two) = self.last();
        one.differs.is_some() && two.differs.is_some()
    }

    /// The last step.
    fn last(&self) -> &(Datum, Datum) {
        &self.path[self.path.len() - 1]
    }
}

/// The chart.
pub(in crate::chart) fn chart<'c>(context: &'c Context<'c>) -> Result<Chart<'c>> {
    let series = resolve(context)?;
    let title = match context.own_title() {
        Some(title) => title,
        None => finding(context, &series),
    };
    let own = context.spec.subtitle.as_ref();
    let subtitle = own.map(|text| text.get(context.locale).to_string());
    let subtitle = subtitle.filter(|text| !text.is_empty());
    let count = series.points.len();
    let frame = Frame {
        description: described(context, &title, subtitle.as_deref(), count, &series.absent),
        title,
        subtitle,
        legend: legend(context, &series),
        footer: foot(context, &series),
        table: table(context, &series),
        data: tidy_of(&[
            (series.x.result, series.x.rows.clone()),
            (series.y.result, series.y.rows.clone()),
        ]),
    };
    let [across, up] = place::extents(&series);
    Ok(Chart {
        common: Common {
            across: Some(across),
            ..Common::of(up)
        },
        frame,
        place: Box::new(move |area, common| {
            noted(context, area, &|area| place(context, &series, area, common))
        }),
    })
}

fn resolve<'a>(context: &Context<'a>) -> Result<Series<'a>> {
    let needs = || context.needs("against");
    let against = context.spec.against.as_deref().ok_or_else(needs)?;
    let x = measure(context, context.result()?, context.spec.query.as_deref());
    let y = match context.part_against {
        Some(part) => part,
        None => context.result_of(against)?,
    };
    let y = measure(context, y, Some(against));
    let (mut points, mut absent) = (Vec::new(), Vec::new());
    let (mut average, mut matched) = (None, false);
    // The first and the last step that lines run between.
    let mut span: Option<(usize, usize)> = None;
    let mut ends = Vec::new();
    for line in &x.crossed.lines {
        let same = |other: &&Line| match line.subject.average {
            true => other.subject.average,
            false => other.subject.label == line.subject.label,
        };
        let Some(other) = y.crossed.lines.iter().find(same) else {
            absent.push(line.subject.label.clone());
            continue;
        };
        matched = true;
        let path = path(&x.crossed, line, &y.crossed, other);
        let subject = line.subject.clone();
        match path.last() {
            None => absent.push(subject.label),
            Some((_, one, two)) if subject.average => average = Some((one.clone(), two.clone())),
            Some((last, ..)) => {
                if let (Some(from), Some(to), true) = (path[0].0, *last, path.len() > 1) {
                    let (first, last) = span.unwrap_or((from, to));
                    span = Some((first.min(from), last.max(to)));
                }
                ends.push(*last);
                let path = path.into_iter().map(|(_, one, two)| (one, two)).collect();
                points.push(Point {
                    subject,
                    path,
                    early: false,
                });
            }
        }
    }
    for (point, end) in points.iter_mut().zip(ends) {
        point.early = end < span.map(|(_, last)| last);
    }
    let name = |step: usize| x.crossed.names[step].clone();
    let steps = span.map(|(first, last)| (name(first), name(last)));
    for line in &y.crossed.lines {
        let label = &line.subject.label;
        let known = |other: &Line| other.subject.label == *label || line.subject.average;
        if !x.crossed.lines.iter().any(known) {
            absent.push(label.clone());
        }
    }
    let any = |measure: &Measure| !measure.crossed.lines.is_empty();
    if !matched && any(&x) && any(&y) {
        return Err(needs());
    }
    insertion_sort(&mut absent, |a, b| collate(a, b, context.locale));
    Ok(Series {
        x,
        y,
        points,
        average,
        steps,
        absent,
    })
}

fn measure<'a>(context: &Context<'a>, result: &'a QueryResult, id: Option<&str>) -> Measure<'a> {
    let rows = drawn(context, result);
    // Without a second key every subject has one value.
    let by = step_key(context, result).unwrap_or("period");
    let query = id.and_then(|id| context.query_of(id));
    let label = query.and_then(|query| context.measured(query, Some(result)));
    Measure {
        crossed: Crossed::new(context, result, &rows, Some(by)),
        label: label.unwrap_or_else(|| result.id.clone()),
        result,
        rows,
    }
}

/// The steps at which both measures have a value; of measures with different steps the last value of each.
fn path(x: &Crossed, line: &Line, y: &Crossed, other: &Line) -> Vec<(Option<usize>, Datum, Datum)> {
    let mut path = Vec::new();
    let mut add = |step: Option<usize>, one: usize, two: usize| {
        if let (Some(one), Some(two)) = (line.datum(one), other.datum(two))
            && one.value.is_ok()
            && two.value.is_ok()
        {
            path.push((step, one.clone(), two.clone()));
        }
    };
    for (step, code) in x.codes.iter().enumerate() {
        if let Some(at) = y.codes.iter().position(|known| known == code) {
            add(Some(step), step, at);
        }
    }
    let single = |line: &Line| line.data.iter().flatten().count() < 2;
    if path.is_empty()
        && single(line)
        && single(other)
        && let (Some((_, one)), Some((_, two))) = (line.ends(), other.ends())
        && let (Some(one), Some(two)) = (line.datum(one), other.datum(two))
    {
        path.push((None, one.clone(), two.clone()));
    }
    path
}

/// The country in focus; how many lie clearly above and below both averages; or what is compared.
fn finding(context: &Context, series: &Series) -> String {
    let (x, y) = (&series.x.crossed.figures, &series.y.crossed.figures);
    let value = |datum: &Datum| datum.value.unwrap_or_default();
    let mut focus = series
        .points
        .iter()
        .filter(|point| point.subject.highlighted);
    if let (Some(point), None) = (focus.next(), focus.next()) {
        let (one, two) = point.last();
        let params: [(&str, &str); 3] = [
            ("name", &point.subject.label),
            ("x", &x.value(value(one))),
            ("y", &y.value(value(two))),
        ];
        return context.tell(&say::SCATTER_ONE, &params);
    }
    let side = |way: Ordering| {
        let both = series.points.iter().filter(|point| {
            let (one, two) = point.last();
            one.differs == Some(way) && two.differs == Some(way)
        });
        both.count() as u64
    };
    let total = integer(series.points.len() as u64, context.locale);
    if series.points.is_empty() {
        return context.say(&say::NOTHING_TO_SHOW).to_string();
    }
    if series.points.iter().all(Point::is_tested) {
        let params: [(&str, &str); 3] = [
            ("up", &integer(side(Ordering::Greater), context.locale)),
            ("down", &integer(side(Ordering::Less), context.locale)),
            ("total", &total),
        ];
        return context.tell(&say::SCATTER_SIDES, &params);
    }
    let params: [(&str, &str); 3] = [
        ("x", &series.x.label),
        ("y", &series.y.label),
        ("total", &total),
    ];
    let message = match relation(context, series) {
        None => &say::SCATTER_OF,
        Some([_, low, _]) if low > 0.0 => &say::SCATTER_TOGETHER,
        Some([.., high]) if high < 0.0 => &say::SCATTER_OPPOSED,
        Some(_) => &say::SCATTER_UNCLEAR,
    };
    context.tell(message, &params)
}

/// Spearman's rank correlation of the last values with its interval of 95%: on Fisher's scale, with the variance 1.06 / (n − 3) of
/// Fieller, Hartley and Pearson (1957). None for fewer than ten points, for panels, and for those who answered and nobody else.
fn relation(context: &Context, series: &Series) -> Option<[f64; 3]> {
    let n = series.points.len();
    let asked = self_selected(series.x.result) || self_selected(series.y.result);
    // Other titles say other things.
    let other = has_focus(series) || series.points.iter().all(Point::is_tested);
    if n < 10 || asked || other || context.split_by().is_some() {
        return None;
    }
    let (mut xs, mut ys) = (Vec::new(), Vec::new());
    for point in &series.points {
        let (one, two) = point.last();
        xs.push(one.value.ok()?);
        ys.push(two.value.ok()?);
    }
    // Ranks around their middle; those of equals are alike.
    let ranks = |values: &[f64]| -> Vec<f64> {
        let rank = |value: &f64| {
            let below = values.iter().filter(|other| *other < value).count();
            let above = values.iter().filter(|other| *other > value).count();
            (below as f64 - above as f64) / 2.0
        };
        values.iter().map(rank).collect()
    };
    let (xs, ys) = (ranks(&xs), ranks(&ys));
    let sum = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let r = sum(&xs, &ys) / (sum(&xs, &xs) * sum(&ys, &ys)).sqrt();
    if !r.is_finite() {
        return None;
    }
    let inner = r.within(-0.999, 0.999);
    // Twice Fisher's z.
    let z = libm::log((1.0 + inner) / (1.0 - inner));
    let half = 2.0 * 1.959_963_985 * (1.06 / (n as f64 - 3.0)).sqrt();
    let back = |z: f64| 1.0 - 2.0 / (libm::exp(z) + 1.0);
    Some([r, back(z - half), back(z + half)])
}

fn legend(context: &Context, series: &Series) -> Vec<(Key, String)> {
    let main = colour(context, series, None);
    let mut keys = Vec::new();
    if let Some((first, last)) = &series.steps {
        keys.push((Key::Ring(main), first.clone()));
        keys.push((Key::Dot(main), last.clone()));
    }
    for measure in [&series.x, &series.y] {
        let data = measure.crossed.data();
        let soft = place::soft(context, main);
        let key = interval_key(context, measure.result, &data, soft);
        keys.extend(key.filter(|key| !keys.contains(key)));
    }
    keys
}

/// See [`rows::colour`].
fn colour(context: &Context, series: &Series, point: Option<&Point>) -> Colour {
    rows::colour(
        context,
        has_focus(series),
        point.map(|point| &point.subject),
    )
}

/// Whether some point stands out.
fn has_focus(series: &Series) -> bool {
    let mut points = series.points.iter();
    points.any(|point| point.subject.highlighted)
}

fn foot(context: &Context, series: &Series) -> Vec<String> {
    let (x, y) = (&series.x, &series.y);
    let mut extra = vec![context.say(&say::NOT_CAUSE).to_string()];
    if context.own_title().is_none()
        && let Some(relation) = relation(context, series)
    {
        let [value, low, high] = relation.map(|value| number(value, 2, context.locale));
        let params: [(&str, &str); 3] = [("value", &value), ("low", &low), ("high", &high)];
        extra.push(context.tell(&say::RANKS_ARE, &params));
    }
    if place::extents(series).iter().any(|(low, _)| *low > 0.0) {
        extra.push(context.say(&say::AXIS_CUT).to_string());
    }
    if self_selected(y.result) && !self_selected(x.result) {
        extra.push(context.say(&say::SELF_SELECTED).to_string());
    }
    let sure = |measure: &Measure| measure.rows.iter().any(|row| row.ci.is_some());
    if sure(y) && !sure(x) {
        let level = level(context, y.result);
        extra.push(context.tell(&say::INTERVALS_ARE, &[("level", &level)]));
    }
    notes(context, y.result, &mut extra);
    if !series.absent.is_empty() {
        let names = list(&series.absent, context.locale);
        extra.push(context.tell(&say::NOT_SHOWN_ARE, &[("names", &names)]));
    }
    // Records are counted where both measures come from one data set.
    let one = context.datasets().len() < 2;
    let mut rows: Vec<Row> = Vec::new();
    for row in &x.rows {
        rows.push(Row {
            n: row.n.filter(|_| one),
            ..(*row).clone()
        });
    }
    let rows: Vec<&Row> = rows.iter().collect();
    footer(context, Some((x.result, &rows)), extra)
}

/// For the reader: who, and both measures with their intervals and their records.
fn table(context: &Context, series: &Series) -> TableData {
    let (x, y) = (&series.x, &series.y);
    let mut table = TableData {
        head: vec![context.say(&say::COUNTRY).to_string()],
        rows: Vec::new(),
    };
    for measure in [x, y] {
        table.head.push(measure.label.clone());
        table.head.push(context.say(&say::ANSWERS).to_string());
    }
    let points = series.points.iter().flat_map(|point| &point.path);
    for (one, two) in points.chain(&series.average) {
        let mut cells = vec![one.subject.label.clone()];
        for (datum, measure) in [(one, x), (two, y)] {
            cells.push(value_text(context, datum, &measure.crossed.figures));
            let n = datum.n.map(|n| integer(n, context.locale));
            cells.push(n.unwrap_or_default());
        }
        table.rows.push(cells);
    }
    for name in &series.absent {
        let blank = || String::from("–");
        let cells = vec![name.clone(), blank(), String::new(), blank(), String::new()];
        table.rows.push(cells);
    }
    table
}
