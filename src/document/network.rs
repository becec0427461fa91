//! A network as the document asks for it: members from one file, ties from another.
//!
//! Members are organisations. A list of persons is microdata, and so is who knows whom: unless the document says that the list is
//! public, no name leaves this room, and members are numbers in the order of their ties.

use super::{Dataset, Measure, Query};
use crate::codebook::{Code, Codebook};
use crate::error::{Error, Result, Warned};
use crate::estimate::{Flag, LabelledCode, Method, QueryResult, ResultColumn, Row};
use crate::json;
use crate::locale::{Text, country};
use crate::network::{Graph, Tie, betweenness, blau, components, ei_index, transitivity};
use crate::numeric::decimal;
use crate::short_map::ShortMap;
use crate::table::Table;
use std::collections::BTreeMap;

/// Keys of rows.
const NODE: &str = "node";
const FROM: &str = "from";
const TO: &str = "to";

/// Names that a warning lists.
const LISTED: usize = 50;

/// A network that is open.
pub(super) struct Network<'a> {
    members: &'a Table,
    dataset: &'a Dataset,
    codebook: Codebook,
    ids: Vec<String>,
    graph: Graph,
}

impl<'a> Network<'a> {
    /// Reads members, by the column `id`, and ties, by the columns `from`, `to` and, where there is one, `weight`.
    ///
    /// # Errors
    /// `unknown_variable` for a column that is missing; `duplicate_id` {value} for a member who is there twice.
    ///
    /// # Warnings
    /// `unknown_members` {rows, values} for ties of somebody who is no member; `unread_ties` {rows} for ties of a member to itself, and
    /// for weights that are no positive numbers. They are left out.
    pub fn read(
        members: &'a Table,
        ties: &Table,
        dataset: &'a Dataset,
        codebook: Codebook,
    ) -> Result<Warned<Network<'a>>> {
        let column = members.column("id")?;
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut ids = Vec::with_capacity(members.rows());
        for row in 0..members.rows() {
            let id = column.text(row).unwrap_or_default();
            if places.insert(id.clone(), row).is_some() {
                return Err(Error::new("duplicate_id").with("value", id));
            }
            ids.push(id);
        }
        let (from, to) = (ties.column(FROM)?, ties.column(TO)?);
        let weight = ties.columns().find(|(name, _)| *name == "weight");
        let (mut unknown, mut unread) = ((0u64, Vec::new()), 0u64);
        let mut read = Vec::new();
        for row in 0..ties.rows() {
            let mut place = |text: Option<String>| {
                let text = text.unwrap_or_default();
                let place = places.get(&text).copied();
                if place.is_none() && unknown.1.len() < LISTED && !unknown.1.contains(&text) {
                    unknown.1.push(text);
                }
                place
            };
            let (Some(from), Some(to)) = (place(from.text(row)), place(to.text(row))) else {
                unknown.0 += 1;
                continue;
            };
            let weight = match weight.map(|(_, column)| column.text(row)) {
                None => Some(1.0),
                Some(text) => text.and_then(|text| decimal::parse(&text)),
            };
            match weight.filter(|weight| *weight > 0.0 && weight.is_finite() && from != to) {
                Some(weight) => read.push(Tie { from, to, weight }),
                None => unread += 1,
            }
        }
        let mut warnings = Vec::new();
        if unknown.0 > 0 {
            let warning = Error::new("unknown_members").with("rows", unknown.0);
            warnings.push(warning.with("values", unknown.1));
        }
        if unread > 0 {
            warnings.push(Error::new("unread_ties").with("rows", unread));
        }
        let graph = Graph::new(ids.len(), dataset.directed, read.into_iter());
        Ok(Warned {
            value: Network {
                members,
                dataset,
                codebook,
                ids,
                graph,
            },
            warnings,
        })
    }

    /// Answers a query: a row for each measure of each member, a row for each tie, a row for each measure of the whole, in this order;
    /// `item` says which measure, or `tie`. Members stand in the order of their ties, the most first. The first key of `by` makes the
    /// groups of the E-I index and of Blau's.
    ///
    /// # Errors
    /// `unknown_variable`; `field_needed` {field, kind} for a measure of groups without `by`.
    pub fn answer(&self, query: &Query) -> Result<QueryResult> {
        let mut keys = Vec::new();
        for name in &query.by {
            keys.push(self.key(name)?);
        }
        let all: Vec<Measure> = match query.measures.is_empty() {
            true => Measure::ALL.into(),
            false => query.measures.clone(),
        };
        let degrees = self.graph.degrees();
        let mut order: Vec<usize> = (0..self.ids.len()).collect();
        order.sort_by(|one, other| degrees[*other].total_cmp(&degrees[*one]));
        let mut names = vec![Code::Text(String::new()); self.ids.len()];
        for (at, node) in order.iter().enumerate() {
            names[*node] = match self.dataset.public {
                true => Code::Text(self.ids[*node].clone()),
                false => Code::Number((at + 1) as f64),
            };
        }
        let mut of_nodes: Vec<(Measure, Vec<f64>)> = Vec::new();
        let mut of_all: Vec<(Measure, Option<f64>)> = Vec::new();
        for measure in all {
            let groups = keys.first().map(|key| groups(&key.values));
            match (measure, groups) {
                (Measure::Degree, _) => of_nodes.push((measure, degrees.clone())),
                (Measure::Strength, _) => of_nodes.push((measure, self.graph.strengths())),
                (Measure::Betweenness, _) => of_nodes.push((measure, betweenness(&self.graph))),
                (Measure::Density, _) => of_all.push((measure, self.graph.density())),
                (Measure::Transitivity, _) => of_all.push((measure, transitivity(&self.graph))),
                (Measure::Components, _) => {
                    of_all.push((measure, Some(components(&self.graph) as f64)));
                }
                (Measure::EiIndex, Some(groups)) => {
                    of_all.push((measure, ei_index(&self.graph, &groups)));
                }
                (Measure::Blau, Some(groups)) => of_all.push((measure, blau(&groups))),
                (Measure::EiIndex | Measure::Blau, None) if query.measures.is_empty() => {}
                (Measure::EiIndex | Measure::Blau, None) => {
                    let error = Error::new("field_needed").with("field", "by");
                    return Err(error.with("kind", crate::shape::name(&measure)));
                }
            }
        }
        let mut rows = Vec::new();
        for node in order {
            for (measure, values) in &of_nodes {
                let mut by: ShortMap<String, Code> = ShortMap::new();
                by.insert(NODE.into(), names[node].clone());
                for key in &keys {
                    if let Some(code) = &key.values[node] {
                        by.insert(key.name.into(), code.clone());
                    }
                }
                rows.push(row(by, crate::shape::name(measure), Some(values[node])));
            }
        }
        for tie in &self.graph.ties {
            let ends = [(FROM, tie.from), (TO, tie.to)];
            let by = ends.map(|(name, node)| (name.to_string(), names[node].clone()));
            rows.push(row(by.into(), "tie".into(), Some(tie.weight)));
        }
        for (measure, value) in of_all {
            rows.push(row(ShortMap::new(), crate::shape::name(&measure), value));
        }
        Ok(QueryResult {
            id: query.id.clone(),
            query: json::of(query),
            method: Method::exact("network", "value"),
            columns: self.columns(&keys),
            rows,
            comparisons: Vec::new(),
            notes: Vec::new(),
        })
    }

    /// A key of the members; the country in any usual coding.
    fn key<'q>(&self, name: &'q str) -> Result<Key<'q>> {
        let country = name == "country";
        let of_country = self.dataset.country.as_deref().filter(|_| country);
        let column = self.members.column(of_country.unwrap_or(name))?;
        let code = |row: usize| {
            let text = column.text(row)?;
            if country {
                let mapped = self.dataset.countries.get(&text).unwrap_or(&text);
                return country::recognise(mapped).map(|iso3| Code::Text(iso3.into()));
            }
            Some(
                match decimal::parse(&text).filter(|number| number.is_finite()) {
                    Some(number) => Code::Number(number),
                    None => Code::Text(text),
                },
            )
        };
        Ok(Key {
            name,
            values: (0..self.members.rows()).map(code).collect(),
        })
    }

    fn columns(&self, keys: &[Key]) -> Vec<ResultColumn> {
        let plain = |name: &str| ResultColumn {
            name: name.into(),
            label: None,
            values: Vec::new(),
        };
        let mut node = plain(NODE);
        let names = self.members.columns().find(|(name, _)| *name == "name");
        if let Some((_, names)) = names.filter(|_| self.dataset.public) {
            for (row, id) in self.ids.iter().enumerate() {
                node.values.push(LabelledCode {
                    code: Code::Text(id.clone()),
                    label: names.text(row).map(Text::Plain),
                });
            }
        }
        let mut columns = vec![node];
        for key in keys {
            let variable = self.codebook.variable(key.name);
            let values = key.different().into_iter().map(|code| LabelledCode {
                label: variable
                    .and_then(|variable| variable.value_label(&code))
                    .cloned(),
                code,
            });
            columns.push(ResultColumn {
                label: variable.and_then(|variable| variable.label.clone()),
                values: values.collect(),
                ..plain(key.name)
            });
        }
        columns.extend([plain(FROM), plain(TO)]);
        columns
    }
}

/// A key of the members, with each one's value.
struct Key<'q> {
    name: &'q str,
    values: Vec<Option<Code>>,
}

impl Key<'_> {
    /// Its values, each once, in the order of the file.
    fn different(&self) -> Vec<Code> {
        let mut different: Vec<Code> = Vec::new();
        for code in self.values.iter().flatten() {
            if !different.contains(code) {
                different.push(code.clone());
            }
        }
        different
    }
}

/// Values as numbers of groups.
fn groups(values: &[Option<Code>]) -> Vec<Option<usize>> {
    let mut known: Vec<&Code> = Vec::new();
    let mut groups = Vec::with_capacity(values.len());
    for value in values {
        groups.push(value.as_ref().map(|code| {
            let at = known.iter().position(|known| *known == code);
            at.unwrap_or_else(|| {
                known.push(code);
                known.len() - 1
            })
        }));
    }
    groups
}

fn row(by: ShortMap<String, Code>, item: String, estimate: Option<f64>) -> Row {
    Row {
        by,
        item: Some(item),
        estimate,
        flags: match estimate {
            Some(_) => Vec::new(),
            None => vec![Flag::NoData],
        },
        ..Row::default()
    }
}
