//! What a tile map and a map share: one number or one stage for each country, its class, and the words around it.

use crate::chart::context::{Context, codes, key};
use crate::chart::figures::{Figures, Unit};
use crate::chart::footer::{absent_keys, level};
use crate::chart::frame::{Frame, Words};
use crate::chart::guide::{Area, Key, Placed};
use crate::chart::kind::{Chart, Common};
use crate::chart::rows::{Absent, Datum, country_of, drawn, is_average, item_label, keys, subject};
use crate::chart::scene::Mark;
use crate::chart::sentence::{noted_datum, title};
use crate::chart::shades::{Shades, is_policy};
use crate::chart::stages::Stages;
use crate::error::Result;
use crate::estimate::{QueryResult, Row};
use crate::locale::catalogue::chart as say;
use crate::locale::format::{date, integer, list};
use crate::locale::message::Message;
use crate::locale::{collate, country};
use crate::numeric::decimal::decimal;
use crate::order::insertion_sort;

/// Numbers, words and flags; no pixels.
pub(super) struct Choropleth<'a> {
    /// One for each of the 33 states.
    pub places: Vec<Place>,
    pub shades: Shades,
    pub figures: Figures<'a>,
    pub average: Option<(f64, String)>,
    pub keys: Vec<(Key, String)>,
    /// Name of the variable behind the numbers.
    variable: String,
}

/// A country.
pub(super) struct Place {
    pub iso3: &'static str,
    pub name: &'static str,
    pub highlighted: bool,
    /// What the results say of it; nothing where they do not speak of it.
    pub datum: Option<Datum>,
    /// Its stage or class.
    pub step: Option<usize>,
    /// Where it can be looked up.
    pub source: Option<String>,
    /// The classes below and above that its interval reaches.
    pub reach: (Option<usize>, Option<usize>),
}

impl Choropleth<'_> {
    /// What the colours say, the average, and whatever else there is to say.
    pub fn legend(&self, context: &Context, area: Area) -> Placed {
        let average = self.average.as_ref();
        let average = average.map(|(value, text)| (*value, text.as_str()));
        let keys = self.keys.clone();
        self.shades
            .legend(context, &self.figures, average, keys, area)
    }
}

impl Place {
    pub fn reaches(&self) -> bool {
        self.reach != (None, None)
    }

    /// What the document's author says of it.
    pub fn note(&self) -> Option<&String> {
        self.datum.as_ref()?.note.as_ref()
    }

    pub fn absent(&self) -> Option<Absent> {
        self.datum.as_ref().and_then(|datum| datum.value.err())
    }
}

/// Places the countries in a room.
type Placing = fn(&Context, &Choropleth, Area) -> Placed;

/// A chart of places. `corner` is the sign of an interval that reaches another class.
pub(super) fn resolve<'c>(
    context: &'c Context<'c>,
    corner: (Key, &'static Message),
    placing: Placing,
) -> Result<Chart<'c>> {
    let result = context.result()?;
    let (rows, when) = one_a_country(context, result)?;
    let policy = is_policy(result);
    let figures = match policy {
        true => Figures {
            unit: Unit::Value,
            decimals: 0,
            locale: context.locale,
        },
        false => context.figures(result),
    };
    let mut data = Vec::with_capacity(rows.len());
    for row in &rows {
        let subject = subject(context, result, row, None);
        data.push(Datum::noted(context, result, row, subject, figures.unit));
    }
    let members = data.iter().filter(|datum| !datum.subject.average);
    let shades = Shades::of(context, result, members);
    let average = data.iter().find(|datum| datum.subject.average);
    let average = average.and_then(|datum| {
        let value = datum.value.ok()?;
        let text = context.tell(&say::AVERAGE_LINE, &[("value", &figures.value(value))]);
        Some((value, text))
    });
    let mut places = Vec::new();
    for country in country::all() {
        let of = |datum: &&Datum| datum.subject.country.as_deref() == Some(country.iso3);
        // Of several the last in time.
        let at = data.iter().rposition(|datum| of(&datum));
        let datum = at.map(|at| data[at].clone());
        let source = at.and_then(|at| rows[at].source.clone());
        places.push(place(
            context,
            country.iso3,
            country.name(context.locale),
            (datum, source),
            &shades,
        ));
    }
    if places.iter().all(|place| place.datum.is_none()) && !rows.is_empty() {
        return Err(context.needs("country"));
    }
    insertion_sort(&mut places, |a, b| collate(a.name, b.name, context.locale));
    let references: Vec<&Datum> = data.iter().collect();
    let mut legend = Vec::new();
    if places.iter().any(Place::reaches) {
        let level = level(context, result);
        legend.push((corner.0, context.tell(corner.1, &[("level", &level)])));
    }
    legend.extend(absent_keys(context, result, &references));
    let mut subtitle = context.subtitle(Some(result));
    if policy {
        subtitle = subtitle.or_else(|| Stages::subject(context, result));
    }
    let latest = when.as_deref();
    // Panels of dates name them in their headings.
    let said = context.spec.subtitle.is_some() || context.split_by() == Some("item");
    if let (Some(when), false) = (latest, said) {
        let when = item_label(context, result, when);
        subtitle = Some(match subtitle {
            Some(subtitle) => [&subtitle, " · ", &when].concat(),
            None => when,
        });
    }
    let mut extra = context.known_on();
    extra.extend(missing(context, &places, &references));
    let finding = match &shades {
        Shades::Stages(stages) => finding(context, stages, &places, latest.unwrap_or_default()),
        Shades::Classes(_) => title(context, result, &references, &figures),
    };
    let words = Words {
        title: context.own_title().unwrap_or(finding),
        subtitle,
        legend: match context.part {
            Some(_) => shades.keys(context, &figures, None, legend.clone()),
            None => Vec::new(),
        },
        extra,
    };
    let frame = Frame::of_results(context, (result, &rows), &figures, &references, words);
    let choropleth = Choropleth {
        places,
        shades,
        figures,
        average,
        keys: legend,
        variable: context.variable(),
    };
    Ok(Chart {
        common: Common::default(),
        frame,
        place: Box::new(move |area, _| placing(context, &choropleth, area)),
    })
}

fn place(
    context: &Context,
    iso3: &'static str,
    name: &'static str,
    (datum, source): (Option<Datum>, Option<String>),
    shades: &Shades,
) -> Place {
    let value = datum.as_ref().and_then(|datum| datum.value.ok());
    let reach = match (shades, value, datum.as_ref().and_then(|datum| datum.ci)) {
        (Shades::Classes(classes), Some(value), Some(ci)) => classes.reach(value, ci),
        _ => (None, None),
    };
    Place {
        iso3,
        name,
        highlighted: context.is_highlighted(iso3),
        step: value.and_then(|value| shades.step(value)),
        datum,
        source,
        reach,
    }
}

/// The rows of one number for each country: those of the last date or period, where there are several, with that date. Panels
/// have one number each: all of them together may have more.
fn one_a_country<'r>(
    context: &Context,
    result: &'r QueryResult,
) -> Result<(Vec<&'r Row>, Option<String>)> {
    let mut rows = drawn(context, result);
    if rows.iter().any(|row| row.category.is_some()) && !is_policy(result) {
        return Err(context.needs("one_a_country"));
    }
    let by = context.split_by();
    let mut when = None;
    if is_policy(result) {
        when = rows.last().and_then(|row| row.item.clone());
        rows.retain(|row| row.item == when || by == Some("item"));
    } else if !are_single(&rows) && by != Some("period") {
        let last = codes(result, "period").pop();
        rows.retain(|row| row.by.get("period").map(key) == last);
        when = last;
    }
    if by.is_some() {
        return Ok((rows, when));
    }
    let others = |row: &&Row| {
        let mut others = keys(result, row).into_iter();
        others.any(|name| name != "country" && name != "period")
    };
    if !are_single(&rows) || rows.iter().any(|row| others(row) && !is_average(row)) {
        return Err(context.needs("one_a_country"));
    }
    Ok((rows, when))
}

/// Whether every row has a country of its own.
fn are_single(rows: &[&Row]) -> bool {
    let mut seen: Vec<String> = Vec::with_capacity(rows.len());
    for row in rows {
        match country_of(row) {
            Some(country) if !seen.contains(&country) => seen.push(country),
            _ => return false,
        }
    }
    true
}

/// Countries without a number, those of which the results say nothing, and those that stand on no map of the region.
fn missing(context: &Context, places: &[Place], data: &[&Datum]) -> Vec<String> {
    let (mut apart, mut beyond) = (Vec::new(), Vec::new());
    for place in places {
        if place.datum.is_none() && context.is_drawn(place.iso3) {
            apart.push(place.name.to_string());
        }
    }
    for datum in data.iter().filter(|datum| !datum.subject.average) {
        let country = datum.subject.country.as_deref().unwrap_or_default();
        if !places.iter().any(|place| place.iso3 == country) {
            beyond.push(datum.subject.label.clone());
        }
    }
    let mut lines = Vec::new();
    for (message, names) in [
        (&say::NOT_INCLUDED_ARE, apart),
        (&say::BEYOND_THE_MAP_ARE, beyond),
    ] {
        if !names.is_empty() {
            let names = list(&names, context.locale);
            lines.push(context.tell(message, &[("names", &names)]));
        }
    }
    lines
}

/// The stage that most countries share on that date, the farthest of several.
fn finding(context: &Context, stages: &Stages, places: &[Place], when: &str) -> String {
    let (mut best, mut total) = ((0, 0), 0);
    for (stage, _) in stages.labels.iter().enumerate() {
        let there = places.iter().filter(|place| place.step == Some(stage));
        let count = there.count();
        total += count;
        if count > 0 && count >= best.0 {
            best = (count, stage);
        }
    }
    let (count, stage) = best;
    if count == 0 {
        return context.say(&say::NOTHING_TO_SHOW).to_string();
    }
    let integer = |count: usize| integer(count as u64, context.locale);
    let params: [(&str, &str); 4] = [
        ("date", &date(when, context.locale)),
        ("count", &integer(count)),
        ("total", &integer(total)),
        ("stage", &stages.labels[stage]),
    ];
    context.tell(&say::STAGE_ON_DATE, &params)
}

/// The marks of a country, what a reader is told of it, and its keys.
pub(super) fn group(
    context: &Context,
    choropleth: &Choropleth,
    place: &Place,
    marks: Vec<Mark>,
) -> Mark {
    let mut data = vec![("country", place.iso3.to_string())];
    let Some(datum) = &place.datum else {
        let said = context.say(&say::NOT_INCLUDED);
        let label = context.tell(&say::SINGLE, &[("name", place.name), ("value", said)]);
        return Mark::datum(Some(label), data, marks);
    };
    data.push(("variable", choropleth.variable.clone()));
    if let Ok(value) = datum.value {
        data.push(("estimate", decimal(value)));
    }
    let said = choropleth.shades.words(context, datum, &choropleth.figures);
    let params = [("name", datum.subject.label.as_str()), ("value", &said)];
    let mut label = context.tell(&say::SINGLE, &params);
    if let Some(source) = &place.source {
        label = [&label, " · ", source].concat();
        data.push(("evidence", source.clone()));
    }
    noted_datum(label, data, marks, &datum.note)
}
