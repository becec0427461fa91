//! Who is tied to whom: members as circles by their ties, coloured by group.

mod layout;
mod place;

use layout::{Point, layout};
use place::place;

use crate::chart::callout::noted;
use crate::chart::context::{Context, key};
use crate::chart::footer::footer;
use crate::chart::frame::{Frame, framed};
use crate::chart::guide::Key;
use crate::chart::rows::{drawn, keys, value_label};
use crate::chart::scene::{Scene, TableData};
use crate::chart::sentence::ends;
use crate::chart::tabulate::tidy;
use crate::chart::theme::Colour;
use crate::codebook::Code;
use crate::error::Result;
use crate::estimate::{QueryResult, Row};
use crate::locale::catalogue::chart as say;
use crate::locale::format::{integer, number};
use crate::order::insertion_sort;
use crate::text::joined;

/// Networks of more members are no picture.
const MOST: usize = 1000;

/// Numbers and words; places, but in no unit.
struct Series {
    nodes: Vec<Node>,
    ties: Vec<Tie>,
    /// Groups, the largest first; the first six have a colour each.
    groups: Vec<String>,
    /// Names of what is measured of each member.
    measures: Vec<String>,
    /// Measures of the whole.
    whole: Vec<(String, f64)>,
    /// Members who have ties, and where each stands.
    tied: Vec<usize>,
    places: Vec<Point>,
    /// Whether members have names.
    named: bool,
}

/// A member.
struct Node {
    code: String,
    label: String,
    /// Its group in words, and the place of that among the groups.
    group: Option<(String, usize)>,
    country: Option<String>,
    highlighted: bool,
    degree: f64,
    /// In the order of the series' measures.
    measures: Vec<Option<f64>>,
    /// What the document's author says of it.
    note: Option<String>,
}

struct Tie {
    from: usize,
    to: usize,
    weight: f64,
}

/// Draws the chart.
pub(in crate::chart) fn draw(context: &Context) -> Result<Scene> {
    let result = context.result()?;
    let rows = drawn(context, result);
    let mut series = resolve(context, result, &rows);
    if series.nodes.is_empty() {
        return Err(context.needs("network"));
    }
    if series.nodes.len() > MOST {
        return Err(context.needs("fewer_members"));
    }
    series.lay_out();
    let own = context.own_title();
    let title = own.unwrap_or_else(|| finding(context, &series));
    let whole = whole(context, &series);
    let mut extra = Vec::new();
    extra.extend(whole.clone());
    extra.push(context.say(&say::NETWORK_READS).to_string());
    if !series.named {
        extra.push(context.say(&say::MEMBERS_ARE_NUMBERS).to_string());
    }
    let mut sentences = vec![format!("{title}.")];
    sentences.extend(whole);
    for at in series.by_size().into_iter().take(5) {
        sentences.push(format!("{}.", series.told(context, &series.nodes[at])));
    }
    let frame = Frame {
        description: joined(&sentences, " "),
        title,
        subtitle: context.subtitle(None),
        legend: legend(context, &series),
        footer: footer(context, Some((result, &rows)), extra),
        table: table(context, &series),
        data: tidy(result, &rows),
    };
    Ok(framed(context, frame, &|area| {
        noted(context, area, &|area| place(context, &series, area))
    }))
}

fn resolve(context: &Context, result: &QueryResult, rows: &[&Row]) -> Series {
    let mut series = Series {
        nodes: Vec::new(),
        ties: Vec::new(),
        groups: Vec::new(),
        measures: Vec::new(),
        whole: Vec::new(),
        tied: Vec::new(),
        places: Vec::new(),
        named: false,
    };
    for row in rows {
        let item = row.item.as_deref().unwrap_or_default();
        match (row.by.get("node"), row.by.get("from"), row.by.get("to")) {
            (Some(node), ..) => series.measure(context, result, row, node, item),
            (None, Some(from), Some(to)) => {
                let place = |code: &Code| {
                    let code = key(code);
                    series.nodes.iter().position(|node| node.code == code)
                };
                if let (Some(from), Some(to)) = (place(from), place(to)) {
                    let weight = row.estimate.unwrap_or(1.0);
                    series.ties.push(Tie { from, to, weight });
                }
            }
            _ => series
                .whole
                .extend(row.estimate.map(|value| (item.to_string(), value))),
        }
    }
    series.count_ties();
    series.group();
    series
}

impl Series {
    /// Takes in a measure of a member.
    fn measure(
        &mut self,
        context: &Context,
        result: &QueryResult,
        row: &Row,
        node: &Code,
        item: &str,
    ) {
        self.named |= matches!(node, Code::Text(_));
        let code = key(node);
        let of = self.measures.iter().position(|known| known == item);
        let of = of.unwrap_or_else(|| {
            self.measures.push(item.to_string());
            self.measures.len() - 1
        });
        let at = self.nodes.iter().position(|known| known.code == code);
        let at = at.unwrap_or_else(|| {
            let country = row.by.get("country").map(key);
            let group = keys(result, row).into_iter().find(|name| *name != "node");
            let group = group
                .and_then(|name| Some(value_label(context, result, name, &key(row.by.get(name)?))));
            self.nodes.push(Node {
                label: value_label(context, result, "node", &code),
                code,
                group: group.map(|label| (label, 0)),
                highlighted: country
                    .as_deref()
                    .is_some_and(|country| context.is_highlighted(country)),
                country,
                degree: f64::NAN,
                measures: Vec::new(),
                note: None,
            });
            self.nodes.len() - 1
        });
        let node = &mut self.nodes[at];
        node.measures.resize(node.measures.len().max(of + 1), None);
        node.measures[of] = row.estimate;
        node.note = node.note.take().or_else(|| context.note_on(row));
        if let Some(degree) = row.estimate.filter(|_| item == "degree") {
            node.degree = degree;
        }
    }

    /// Counts the ties of members whose degree nobody asked for.
    fn count_ties(&mut self) {
        for (at, node) in self.nodes.iter_mut().enumerate() {
            if node.degree.is_nan() {
                let own = self
                    .ties
                    .iter()
                    .filter(|tie| tie.from == at || tie.to == at);
                node.degree = own.count() as f64;
            }
        }
    }

    /// Finds a place for whoever has ties.
    fn lay_out(&mut self) {
        for at in 0..self.nodes.len() {
            if self.ties.iter().any(|tie| tie.from == at || tie.to == at) {
                self.tied.push(at);
            }
        }
        let place = |node: usize| self.tied.iter().position(|tied| *tied == node);
        let mut pairs = Vec::with_capacity(self.ties.len());
        for tie in &self.ties {
            pairs.extend(place(tie.from).zip(place(tie.to)));
        }
        self.places = layout(self.tied.len(), &pairs);
    }

    /// Finds the groups, the largest first.
    fn group(&mut self) {
        let mut sizes: Vec<(String, usize)> = Vec::new();
        for (label, _) in self.nodes.iter().filter_map(|node| node.group.as_ref()) {
            match sizes.iter_mut().find(|(known, _)| known == label) {
                Some((_, size)) => *size += 1,
                None => sizes.push((label.clone(), 1)),
            }
        }
        insertion_sort(&mut sizes, |a, b| b.1.cmp(&a.1));
        self.groups = sizes.into_iter().map(|(label, _)| label).collect();
        for (label, at) in self.nodes.iter_mut().filter_map(|node| node.group.as_mut()) {
            let place = self.groups.iter().position(|group| group == label);
            *at = place.unwrap_or_default();
        }
    }

    /// Places of the members: whom the reader looks for, then by their ties.
    fn by_size(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.nodes.len()).collect();
        insertion_sort(&mut order, |a, b| {
            let (a, b) = (&self.nodes[*a], &self.nodes[*b]);
            let pinned = b.highlighted.cmp(&a.highlighted);
            pinned.then(b.degree.total_cmp(&a.degree))
        });
        order
    }

    fn colour(&self, context: &Context, node: &Node) -> Colour {
        let palette = &context.palette;
        let group = node.group.as_ref().map(|(_, at)| *at);
        match group {
            None if self.groups.is_empty() => palette.series[0],
            None => palette.grey,
            Some(at) => palette.series.get(at).copied().unwrap_or(palette.grey),
        }
    }

    /// What a reader is told of a member.
    fn told(&self, context: &Context, node: &Node) -> String {
        let mut told = node.label.clone();
        if let Some((group, _)) = &node.group {
            told = [&told, " · ", group].concat();
        }
        let mut parts = Vec::new();
        for (name, value) in self.measures.iter().zip(&node.measures) {
            if let Some(value) = value {
                parts.push([&word(context, name), " ", &figure(context, name, *value)].concat());
            }
        }
        [&told, ": ", &joined(&parts, "; ")].concat()
    }
}

fn word(context: &Context, measure: &str) -> String {
    say::measure_word(measure).map_or(measure.into(), |word| context.say(word).to_string())
}

/// A measure as it is written: counts whole, the others with two decimals.
fn figure(context: &Context, measure: &str, value: f64) -> String {
    let decimals = match measure {
        "betweenness" if value.abs() >= 10.0 => 1,
        "betweenness" | "density" | "transitivity" | "ei_index" | "blau" => 2,
        _ if value.fract() != 0.0 => 1,
        _ => 0,
    };
    number(value, decimals, context.locale)
}

fn finding(context: &Context, series: &Series) -> String {
    let (nodes, ties) = (series.nodes.len() as u64, series.ties.len() as u64);
    let (nodes, ties) = (
        integer(nodes, context.locale),
        integer(ties, context.locale),
    );
    let degrees: Vec<f64> = series.nodes.iter().map(|node| node.degree).collect();
    let most = ends(&degrees).map(|(_, most)| most);
    let most = most.filter(|most| {
        let as_many = degrees.iter().filter(|degree| **degree == degrees[*most]);
        series.named && as_many.count() == 1
    });
    let Some(most) = most else {
        return context.tell(&say::NETWORK_OF, &[("nodes", &nodes), ("ties", &ties)]);
    };
    let degree = figure(context, "degree", degrees[most]);
    let params = [
        ("nodes", nodes.as_str()),
        ("ties", &ties),
        ("name", &series.nodes[most].label),
        ("most", &degree),
    ];
    context.tell(&say::NETWORK_WITH_MOST, &params)
}

/// The measures of the whole, in one sentence.
fn whole(context: &Context, series: &Series) -> Option<String> {
    let mut parts = Vec::new();
    for (name, value) in &series.whole {
        parts.push([&word(context, name), " ", &figure(context, name, *value)].concat());
    }
    (!parts.is_empty()).then(|| joined(&parts, "; ") + ".")
}

fn legend(context: &Context, series: &Series) -> Vec<(Key, String)> {
    let palette = &context.palette;
    let mut keys: Vec<(Key, String)> = Vec::new();
    for (colour, group) in palette.series.iter().zip(&series.groups) {
        keys.push((Key::Dot(*colour), group.clone()));
    }
    let alone = series.nodes.iter().any(|node| node.group.is_none());
    if series.groups.len() > palette.series.len() || alone && !series.groups.is_empty() {
        let others = context.say(&say::OTHER_GROUPS).to_string();
        keys.push((Key::Dot(palette.grey), others));
    }
    keys
}

/// Members with their measures, the most ties first.
fn table(context: &Context, series: &Series) -> TableData {
    let grouped = !series.groups.is_empty();
    let mut head = vec![context.say(&say::MEMBER).to_string()];
    if grouped {
        head.push(context.say(&say::GROUP).to_string());
    }
    head.extend(series.measures.iter().map(|name| word(context, name)));
    let mut rows = Vec::new();
    for at in series.by_size() {
        let node = &series.nodes[at];
        let mut row = vec![node.label.clone()];
        if grouped {
            row.push(
                node.group
                    .as_ref()
                    .map_or(String::new(), |(label, _)| label.clone()),
            );
        }
        for (index, name) in series.measures.iter().enumerate() {
            let value = node.measures.get(index).copied().flatten();
            row.push(value.map_or("–".into(), |value| figure(context, name, value)));
        }
        rows.push(row);
    }
    TableData { head, rows }
}
