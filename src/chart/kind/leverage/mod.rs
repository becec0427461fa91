//! Points of leverage by place: a score by shape, number and shade, and the means of each attribute.

mod cell;
mod data;
mod grid;

use data::{table, tidy};
use grid::place;

use crate::chart::context::Context;
use crate::chart::footer::footer;
use crate::chart::frame::{Frame, framed};
use crate::chart::guide::Key;
use crate::chart::scene::Scene;
use crate::chart::sentence::ends;
use crate::chart::shapes::shade;
use crate::error::Result;
use crate::locale::catalogue::chart as say;
use crate::locale::country;
use crate::locale::format::{integer, number};
use crate::order::insertion_sort;
use crate::text::joined;
use crate::theory::{Column, HIGHEST, Leverage, LeveragePoint, Means, Standing};

/// Numbers and words; no pixels.
struct Series<'l> {
    places: Vec<Place<'l>>,
    attributes: Vec<Attribute<'l>>,
    decimals: usize,
    /// What the document's author says of points, each behind its number.
    notes: Vec<(String, String)>,
}

/// A column.
struct Place<'l> {
    id: &'l str,
    label: String,
    /// Whether its id is a country's.
    country: bool,
    highlighted: bool,
}

/// An attribute with its points.
struct Attribute<'l> {
    title: String,
    points: Vec<Line<'l>>,
    /// In each place.
    means: Vec<Option<Means>>,
    /// Over all places that are drawn.
    overall: Option<Means>,
}

/// A point in each place.
struct Line<'l> {
    point: &'l LeveragePoint,
    title: String,
    cells: Vec<Option<Standing<'l>>>,
}

/// Draws the chart.
pub(in crate::chart) fn draw(context: &Context) -> Result<Scene> {
    let theory = context.publication.document.theory.as_ref();
    let leverage = theory.and_then(|theory| theory.leverage.as_ref());
    let leverage = leverage.filter(|leverage| !leverage.points.is_empty());
    let leverage = leverage.ok_or_else(|| context.needs("leverage"))?;
    let series = resolve(context, leverage);
    let own = context.own_title();
    let title = own.unwrap_or_else(|| finding(context, &series));
    let frame = Frame {
        description: describe(context, &title, &series),
        title,
        subtitle: context.subtitle(None),
        legend: legend(context, &series),
        footer: footer(context, None, explain(context, leverage, &series)),
        table: table(context, &series),
        data: tidy(&series),
    };
    Ok(framed(context, frame, &|area| {
        place(context, &series, area)
    }))
}

fn resolve<'l>(context: &Context, leverage: &'l Leverage) -> Series<'l> {
    let mut places = Vec::new();
    for id in leverage.places() {
        let country = country::name(id, context.locale);
        if country.is_some() && !context.is_drawn(id) {
            continue;
        }
        places.push(Place {
            label: title_of(context, &leverage.places, id).unwrap_or(country.unwrap_or(id).into()),
            country: country.is_some(),
            highlighted: context.is_highlighted(id),
            id,
        });
    }
    // Whoever stands out stands first.
    insertion_sort(&mut places, |a, b| b.highlighted.cmp(&a.highlighted));
    let ids: Vec<&str> = places.iter().map(|place| place.id).collect();
    let (mut attributes, mut notes) = (Vec::new(), Vec::new());
    for id in leverage.attributes() {
        let mut points = Vec::new();
        for point in leverage.points.iter().filter(|point| point.attribute == id) {
            let cells = ids.iter().map(|place| leverage.standing(&point.id, place));
            let mut title = point.title.get(context.locale).to_string();
            if let Some(note) = context.note_at("point", &point.id) {
                let number = ["[", &(notes.len() + 1).to_string(), "]"].concat();
                title = [&title, "\u{a0}", &number].concat();
                notes.push((number, note));
            }
            points.push(Line {
                point,
                title,
                cells: cells.collect(),
            });
        }
        if !points.is_empty() {
            attributes.push(Attribute {
                title: title_of(context, &leverage.attributes, id).unwrap_or(id.into()),
                means: ids
                    .iter()
                    .map(|place| leverage.means(id, &[place]))
                    .collect(),
                overall: leverage.means(id, &ids),
                points,
            });
        }
    }
    let mut series = Series {
        places,
        attributes,
        decimals: 0,
        notes,
    };
    // One decimal for all where raters differ somewhere.
    let parted = series
        .standings()
        .any(|standing| standing.mean.fract() != 0.0);
    series.decimals = usize::from(parted);
    series
}

fn title_of(context: &Context, columns: &[Column], id: &str) -> Option<String> {
    let column = columns.iter().find(|column| column.id == id)?;
    Some(column.title.get(context.locale).to_string())
}

impl<'l> Series<'l> {
    fn lines(&self) -> impl Iterator<Item = &Line<'l>> {
        self.attributes
            .iter()
            .flat_map(|attribute| &attribute.points)
    }

    fn standings(&self) -> impl Iterator<Item = &Standing<'l>> {
        self.lines().flat_map(|line| line.cells.iter().flatten())
    }

    /// A score as it is written: without decimals where every rater gave the same.
    fn score(&self, context: &Context, score: f64) -> String {
        let decimals = if score.fract() == 0.0 {
            0
        } else {
            self.decimals
        };
        number(score, decimals, context.locale)
    }
}

/// `2.3 | 1.9`: the arithmetic and the geometric mean.
fn means_text(context: &Context, means: &Means, between: &str) -> String {
    let text = |mean| number(mean, 1, context.locale);
    [&text(means.arithmetic), between, &text(means.geometric)].concat()
}

fn finding(context: &Context, series: &Series) -> String {
    let mut means: Vec<(&str, f64)> = Vec::new();
    for attribute in &series.attributes {
        if let Some(overall) = attribute.overall {
            means.push((&attribute.title, overall.arithmetic));
        }
    }
    let values: Vec<f64> = means.iter().map(|(_, mean)| *mean).collect();
    let Some((low, high)) = ends(&values) else {
        return context.say(&say::NOTHING_TO_SHOW).to_string();
    };
    let end = |at: usize| {
        let value = number(means[at].1, 1, context.locale);
        context.tell(&say::END_OF, &[("value", &value), ("name", means[at].0)])
    };
    let highest = integer(HIGHEST.into(), context.locale);
    let params: [(&str, &str); 3] = [
        ("low", &end(low)),
        ("high", &end(high)),
        ("highest", &highest),
    ];
    let message = match low == high {
        true => &say::LEVERAGE_OF_ONE,
        false => &say::LEVERAGE_RANGE,
    };
    context.tell(message, &params)
}

/// Cells with evidence, of how many.
fn coverage(context: &Context, series: &Series) -> String {
    let rated = integer(series.standings().count() as u64, context.locale);
    let total = series.lines().count() * series.places.len();
    let total = integer(total as u64, context.locale);
    context.tell(&say::RATED_OF, &[("rated", &rated), ("total", &total)])
}

fn describe(context: &Context, title: &str, series: &Series) -> String {
    let mut sentences = vec![format!("{title}."), coverage(context, series)];
    for attribute in &series.attributes {
        let means = match &attribute.overall {
            Some(means) => means_text(context, means, " | "),
            None => context.say(&say::NO_EVIDENCE).to_string(),
        };
        sentences.push(format!("{}: {means}.", attribute.title));
    }
    sentences.extend(series.notes.iter().map(|(_, note)| format!("{note}.")));
    joined(&sentences, " ")
}

fn legend(context: &Context, series: &Series) -> Vec<(Key, String)> {
    let mut keys = Vec::new();
    for score in 0..=HIGHEST {
        let share = f64::from(score) / f64::from(HIGHEST);
        let key = Key::Part(share, shade(&context.palette, share));
        keys.push((key, integer(score.into(), context.locale)));
    }
    if series
        .lines()
        .any(|line| line.cells.iter().any(Option::is_none))
    {
        let text = context.say(&say::NO_EVIDENCE);
        keys.push((Key::Hatch(false), text.to_string()));
    }
    keys
}

fn explain(context: &Context, leverage: &Leverage, series: &Series) -> Vec<String> {
    let mut lines = vec![coverage(context, series)];
    lines.push(context.say(&say::MEANS_ARE).to_string());
    if series.standings().any(|standing| standing.disputed) {
        lines.push(context.say(&say::DISPUTED_IS).to_string());
    }
    if let Some(agreement) = leverage.agreement()
        && let Some(kappa) = agreement.kappa
    {
        let pairs = integer(agreement.pairs as u64, context.locale);
        let kappa = number(kappa, 2, context.locale);
        lines.push(context.tell(&say::KAPPA_IS, &[("kappa", &kappa), ("pairs", &pairs)]));
    }
    lines
}
