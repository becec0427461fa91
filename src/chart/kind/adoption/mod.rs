//! How a policy spreads: the share of countries that have reached a stage, by date, as a curve of steps with its band.

mod place;

use place::{BANDS, colour, common, place, soft};

use crate::chart::callout::noted;
use crate::chart::context::{Context, codes, key};
use crate::chart::figures::Figures;
use crate::chart::footer::level;
use crate::chart::frame::{Frame, Words};
use crate::chart::guide::Key;
use crate::chart::kind::Chart;
use crate::chart::rows::{Datum, drawn, subject, value_label};
use crate::chart::scene::Stroke;
use crate::chart::sentence::{end_of, ends};
use crate::date::Date;
use crate::error::Result;
use crate::estimate::{QueryResult, Row};
use crate::locale::catalogue::chart as say;
use crate::locale::catalogue::error::QUOTED;
use crate::locale::format::{date, integer, list};

/// Half of the countries, as a product of shares may come out of rounding: twelve of 24, one after another, make 0.4999999999999999.
const HALF: f64 = 0.5 - 1e-9;

/// Numbers, words and flags; no pixels.
struct Series<'a> {
    curves: Vec<Curve>,
    figures: Figures<'a>,
    days: (i64, i64),
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

/// The chart.
pub(in crate::chart) fn chart<'c>(context: &'c Context<'c>) -> Result<Chart<'c>> {
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
    Ok(Chart {
        common: common(context, &series),
        frame,
        place: Box::new(move |area, common| {
            noted(context, area, &|area| place(context, &series, area, common))
        }),
    })
}

fn resolve<'a>(context: &Context<'a>, result: &QueryResult, rows: &[&Row]) -> Series<'a> {
    let figures = context.figures(result);
    let mut curves: Vec<Curve> = Vec::new();
    let (mut first, mut last) = (i64::MAX, i64::MIN);
    for row in rows {
        let code = row.by.get("dimension").map(key).unwrap_or_default();
        let item = row.item.clone().unwrap_or_default();
        let Ok(when) = Date::parse(&item) else {
            continue;
        };
        let day = when.last_day();
        first = first.min(day);
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
            datum: Datum::noted(context, result, row, subject, figures.unit),
        });
    }
    Series {
        curves,
        figures,
        days: (first.min(last), last.max(first)),
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
    let half = curve.steps.iter().find(|step| step.share() > HALF);
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
    }
    if count <= BANDS {
        let level = level(context, result);
        let text = context.tell(&say::KEY_LINE, &[("level", &level)]);
        keys.push((Key::Swatch(soft(palette, palette.series[0])), text));
    }
    keys
}
