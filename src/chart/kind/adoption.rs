//! How a policy spreads: the share of countries that have reached a stage, by date, as a curve of steps with its band.

use crate::chart::context::{Context, codes, key};
use crate::chart::figures::Figures;
use crate::chart::footer::level;
use crate::chart::frame::{Frame, Words, framed};
use crate::chart::guide::{Area, Key, Look, Placed};
use crate::chart::rows::{Datum, value_label};
use crate::chart::rows::{drawn, subject};
use crate::chart::scale::Scale;
use crate::chart::scene::{Anchor, Mark, Role, Scene, Stroke};
use crate::chart::sentence::{datum_group, end_of, ends};
use crate::chart::theme::{Colour, Palette};
use crate::chart::time::{Time, labels};
use crate::date::Date;
use crate::error::Result;
use crate::estimate::{QueryResult, Row};
use crate::locale::catalogue::chart as say;
use crate::locale::catalogue::error::QUOTED;
use crate::locale::format::{date, date_short, integer, list};
use crate::numeric::Within;
use crate::order::insertion_sort;

/// Numbers, words and flags; no pixels.
struct Series<'a> {
    curves: Vec<Curve>,
    figures: Figures<'a>,
    days: (i64, i64),
    /// The first date, as it is written.
    first: String,
}

/// The spread of one dimension.
struct Curve {
    code: String,
    name: String,
    steps: Vec<Step>,
}

/// A share from a date on.
struct Step {
    day: i64,
    date: String,
    datum: Datum,
}

impl Curve {
    /// The share before a step.
    fn before(&self, at: usize) -> f64 {
        match at.checked_sub(1).and_then(|at| self.steps.get(at)) {
            Some(step) => step.share(),
            None => 0.0,
        }
    }
}

impl Step {
    fn share(&self) -> f64 {
        self.datum.value.unwrap_or(0.0)
    }

    /// The ends of its band: the share itself where there is none.
    fn band(&self) -> [f64; 2] {
        self.datum.ci.unwrap_or([self.share(); 2])
    }
}

/// Draws the chart.
pub(in crate::chart) fn draw(context: &Context) -> Result<Scene> {
    let result = context.result()?;
    if result.method.estimate != "policy_adoption" {
        return Err(context.needs("policy_adoption"));
    }
    let rows = drawn(context, result);
    let series = resolve(context, result, &rows);
    let mut last: Vec<&Datum> = Vec::new();
    for curve in &series.curves {
        last.extend(curve.steps.last().map(|step| &step.datum));
    }
    let finding = finding(context, result, &series, &last);
    let finding = finding.unwrap_or_else(|| context.say(&say::NOTHING_TO_SHOW).to_string());
    let mut extra = vec![context.say(&say::ADOPTION_IS).to_string()];
    extra.extend(followed(context, &series));
    extra.extend(context.known_on());
    let words = Words {
        title: context.own_title().unwrap_or(finding),
        subtitle: context
            .subtitle(Some(result))
            .or_else(|| match series.curves.as_slice() {
                [only] => Some(only.name.clone()),
                // A sentence made here names the stage itself.
                _ => stage(context, result).filter(|_| context.spec.title.is_some()),
            }),
        legend: legend(context, result, &series),
        extra,
    };
    let frame = Frame::of_results(context, (result, &rows), &series.figures, &last, words);
    Ok(framed(context, frame, &|area| {
        place(context, &series, area)
    }))
}

fn resolve<'a>(context: &Context<'a>, result: &QueryResult, rows: &[&Row]) -> Series<'a> {
    let figures = context.figures(result);
    let mut curves: Vec<Curve> = Vec::new();
    let (mut first, mut last) = ((i64::MAX, String::new()), i64::MIN);
    for row in rows {
        let code = row.by.get("dimension").map(key).unwrap_or_default();
        let item = row.item.clone().unwrap_or_default();
        let Ok(when) = Date::parse(&item) else {
            continue;
        };
        let day = when.last_day();
        if day < first.0 {
            first = (day, item.clone());
        }
        last = last.max(day);
        let at = curves.iter().position(|curve| curve.code == code);
        let at = at.unwrap_or(curves.len());
        if at == curves.len() {
            curves.push(Curve {
                name: value_label(context, result, "dimension", &code),
                code,
                steps: Vec::new(),
            });
        }
        let subject = subject(context, result, row, None);
        curves[at].steps.push(Step {
            day,
            date: item,
            datum: Datum::new(result, row, subject, figures.unit),
        });
    }
    Series {
        curves,
        figures,
        days: (first.0.min(last), last.max(first.0)),
        first: first.1,
    }
}

/// The stage that counts, and beyond it where there is more.
fn stage(context: &Context, result: &QueryResult) -> Option<String> {
    let codes = codes(result, "stage");
    let stage = value_label(context, result, "stage", codes.first()?);
    Some(match codes.len() {
        1 => context.tell(&QUOTED, &[("name", &stage)]),
        _ => context.tell(&say::OR_BEYOND, &[("stage", &stage)]),
    })
}

/// Where a single curve ends, and when it passed one half; between what several end.
fn finding(
    context: &Context,
    result: &QueryResult,
    series: &Series,
    last: &[&Datum],
) -> Option<String> {
    let stage = stage(context, result).unwrap_or_default();
    let [curve] = series.curves.as_slice() else {
        let values: Vec<f64> = last.iter().filter_map(|datum| datum.value.ok()).collect();
        let (low, high) = ends(&values)?;
        let end = |at: usize| {
            let name = &series.curves.get(at)?.name;
            let value = series.figures.value(values[at]);
            Some(end_of(context, last, at, value, name))
        };
        let params = [
            ("low", &*end(low)?),
            ("high", &*end(high)?),
            ("stage", &stage),
        ];
        return Some(context.tell(&say::ADOPTION_RANGE, &params));
    };
    let last = curve.steps.last()?;
    let half = curve.steps.iter().find(|step| step.share() >= 0.5);
    let half = half.filter(|half| half.day < last.day);
    let in_words = |step: &Step| date(&step.date, context.locale);
    let params: [(&str, &str); 4] = [
        ("date", &in_words(last)),
        ("value", &series.figures.value(last.share())),
        ("stage", &stage),
        ("half", &half.map(in_words).unwrap_or_default()),
    ];
    let message = match half {
        Some(_) => &say::ADOPTION_WITH_HALF,
        None => &say::ADOPTION,
    };
    Some(context.tell(message, &params))
}

/// How many countries there were to begin with.
fn followed(context: &Context, series: &Series) -> Option<String> {
    let mut counts = Vec::new();
    for curve in &series.curves {
        let count = integer(curve.steps.first()?.datum.n?, context.locale);
        counts.push(match series.curves.len() {
            1 => count,
            _ => [&curve.name, "\u{a0}", &count].concat(),
        });
    }
    let counts = list(&counts, context.locale);
    Some(context.tell(&say::COUNTRIES_AT_FIRST, &[("counts", &counts)]))
}

fn legend(context: &Context, result: &QueryResult, series: &Series) -> Vec<(Key, String)> {
    let palette = &context.palette;
    let count = series.curves.len();
    let mut keys = Vec::new();
    if count > 1 {
        for (at, curve) in series.curves.iter().enumerate() {
            let stroke = Stroke::solid(colour(palette, at, count), 2.5 * context.sizes.mark);
            keys.push((Key::Line(stroke), curve.name.clone()));
        }
    } else {
        let level = level(context, result);
        let text = context.tell(&say::KEY_LINE, &[("level", &level)]);
        keys.push((Key::Swatch(soft(palette, palette.series[0])), text));
    }
    keys
}

/// Six curves have a colour each; of more, the first is in focus and the others step back.
fn colour(palette: &Palette, index: usize, count: usize) -> Colour {
    match palette.series.get(index) {
        Some(colour) if count <= palette.series.len() => *colour,
        _ if index == 0 => palette.highlight,
        _ => palette.grey,
    }
}

fn soft(palette: &Palette, colour: Colour) -> Colour {
    colour.between(palette.ground, 0.8)
}

fn place(context: &Context, series: &Series, area: Area) -> Placed {
    let (palette, sizes, figures) = (&context.palette, &context.sizes, &series.figures);
    let look = Look::plain(sizes.label, palette.second);
    let (gap, count) = (sizes.label * 0.5, series.curves.len());

    // Labels of the ends stand at the right: with their interval where that leaves the curves most of the width.
    let strong = Look::bold(sizes.label, palette.ink);
    let mut labelled: Vec<(usize, &Step, String)> = Vec::new();
    for spans in [true, false] {
        labelled.clear();
        for (at, curve) in series.curves.iter().enumerate() {
            if let Some(step) = curve.steps.last() {
                let ci = step.datum.ci.filter(|_| spans);
                labelled.push((at, step, figures.with_span(step.share(), ci)));
            }
        }
        let widest = widest(&strong, &labelled);
        if widest <= area.width * 0.2 {
            break;
        }
    }
    let right = area.x + area.width - widest(&strong, &labelled) - sizes.label * 1.6;

    let below = look.line() + sizes.label * 0.3;
    let least = sizes.label * 15.0;
    let height = match area.height {
        Some(height) => (height - below - gap).max(least),
        None => (area.width * 0.5).within(least, sizes.label * 28.0),
    };
    let (top, bottom) = (area.y + gap, area.y + gap + height);
    let mut highest = 0.0_f64;
    for step in series.curves.iter().flat_map(|curve| &curve.steps) {
        highest = highest.max(step.share()).max(match count {
            1 => step.band()[1],
            _ => 0.0,
        });
    }
    let ticks_wanted = (height / (sizes.label * 3.5)).within(2.0, 5.0);
    let shares = Scale::round(0.0, highest.max(0.1), ticks_wanted, (bottom, top));

    let mut marks = Vec::new();
    let mut axis = Vec::new();
    let ticks = shares.ticks();
    let mut tick_width = 0.0_f64;
    for tick in &ticks {
        tick_width = tick_width.max(look.width(&figures.tick(*tick, shares.decimals)));
    }
    let left = area.x + tick_width + gap;
    let grid = Stroke::solid(palette.grid, sizes.mark * 0.8);
    for tick in &ticks {
        let y = shares.at(*tick);
        axis.push(Mark::line((left, y), (right, y), grid));
        let text = figures.tick(*tick, shares.decimals);
        let look = look.anchored(Anchor::End);
        axis.push(look.centred_word(left - gap, y, &text));
    }
    let time = Time {
        days: series.days,
        range: (left, right.max(left + 1.0)),
    };
    let centred = look.anchored(Anchor::Middle);
    let dates = time.ticks(&look, &series.first, context.locale);
    for (x, _) in &dates {
        let stroke = Stroke::solid(palette.grey, sizes.mark * 0.8);
        axis.push(Mark::line((*x, bottom), (*x, bottom + gap * 0.5), stroke));
    }
    let ends_of_axis = (area.x, area.x + area.width);
    axis.extend(labels(
        &dates,
        bottom + sizes.label * 0.3,
        ends_of_axis,
        &centred,
    ));
    // One curve has its band, below the grid; several would hide each other.
    if let [curve] = series.curves.as_slice() {
        let fill = soft(palette, palette.series[0]);
        marks.extend(band(curve, &time, &shares, fill));
    }
    marks.push(Mark::group(Role::Axis, axis));

    for (at, curve) in series.curves.iter().enumerate() {
        let stroke = Stroke::solid(colour(palette, at, count), 2.5 * sizes.mark);
        for step in 0..curve.steps.len() {
            let marks_of = vec![line(curve, step, &time, &shares, stroke)];
            marks.push(group(context, series, curve, step, marks_of));
        }
    }
    marks.push(ends_of(
        context,
        labelled,
        &time,
        &shares,
        (top, bottom),
        count,
    ));
    Placed {
        marks,
        height: bottom + below - area.y,
    }
}

fn widest(look: &Look, ends: &[(usize, &Step, String)]) -> f64 {
    let widths = ends.iter().map(|(_, _, text)| look.width(text));
    widths.fold(0.0, f64::max)
}

/// From a step up and on to the next.
fn line(curve: &Curve, at: usize, time: &Time, shares: &Scale, stroke: Stroke) -> Mark {
    let step = &curve.steps[at];
    let x = time.at(step.day);
    let next = curve.steps.get(at + 1).map_or(x, |next| time.at(next.day));
    let (from, to) = (shares.at(curve.before(at)), shares.at(step.share()));
    // It begins within the line before it, so that the corner is whole.
    let back = if at > 0 { stroke.width_px / 2.0 } else { 0.0 };
    Mark::Polyline {
        points: vec![(x - back, from), (x, from), (x, to), (next.max(x), to)],
        stroke,
    }
}

fn group(context: &Context, series: &Series, curve: &Curve, at: usize, marks: Vec<Mark>) -> Mark {
    let step = &curve.steps[at];
    let when = date_short(&step.date, context.locale);
    let label = match series.curves.len() {
        1 => when,
        _ => [&curve.name, " · ", &when].concat(),
    };
    let mut group = datum_group(context, &label, &step.datum, &series.figures, marks);
    if let Mark::Group(group) = &mut group {
        group.data.push(("variable", curve.code.clone()));
        group.data.push(("date", step.date.clone()));
        if let (Some(label), Some(n)) = (&mut group.label, step.datum.n) {
            label.push_str(" · ");
            label.push_str(&say::COUNTRIES_LEFT.with(n, context.locale, &[]));
        }
    }
    group
}

/// The band around a curve: a rectangle from each step to the next.
fn band(curve: &Curve, time: &Time, shares: &Scale, fill: Colour) -> Vec<Mark> {
    let mut marks = Vec::new();
    for pair in curve.steps.windows(2) {
        let [low, high] = pair[0].band();
        let (left, right) = (time.at(pair[0].day), time.at(pair[1].day));
        let (top, bottom) = (shares.within(high), shares.within(low));
        if right > left && bottom > top {
            marks.push(Mark::filled(left, top, right - left, bottom - top, fill));
        }
    }
    marks
}

/// The last value of each curve at its end, one below the other where they would meet.
fn ends_of(
    context: &Context,
    mut ends: Vec<(usize, &Step, String)>,
    time: &Time,
    shares: &Scale,
    (top, bottom): (f64, f64),
    count: usize,
) -> Mark {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let look = Look::bold(sizes.label, palette.ink);
    insertion_sort(&mut ends, |a, b| b.1.share().total_cmp(&a.1.share()));
    let line = look.line();
    let all = ends.len() as f64 * line;
    let mut places: Vec<f64> = Vec::with_capacity(ends.len());
    for (_, step, _) in &ends {
        let wanted = shares.at(step.share());
        places.push(
            places
                .last()
                .map_or(wanted, |above| wanted.max(above + line)),
        );
    }
    // What was pushed below the plot moves up again.
    let mut most = bottom.max(top + all - line);
    for place in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - line;
    }
    let mut marks = Vec::new();
    for ((at, step, text), y) in ends.iter().zip(places) {
        let colour = colour(palette, *at, count);
        let end = time.range.1;
        let from = (time.at(step.day), shares.at(step.share()));
        let to = end + sizes.label * 1.2;
        marks.push(Mark::dot(from.0, from.1, 4.0 * sizes.mark, colour));
        if (from.1 - y).abs() > 1.0 || count > 1 {
            let stroke = Stroke::solid(colour, sizes.mark);
            marks.push(Mark::line(from, (to, y), stroke));
        }
        marks.push(look.centred_word(to + sizes.label * 0.3, y, text));
    }
    Mark::group(Role::Axis, marks)
}
