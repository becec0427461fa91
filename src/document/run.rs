//! From queries to results: the only place where a document meets data.

#[cfg(feature = "complete")]
use super::Dataset;
#[cfg(feature = "complete")]
use super::indicators::Indicators;
#[cfg(feature = "complete")]
use super::network::Network;
use super::survey::Survey;
use super::withhold::withhold;
use super::{DatasetKind, Document, EstimateKind, Query, Sources};
use super::{composite, estimates};
use crate::codebook::Code;
use crate::error::{Error, Result, Warned};
use crate::estimate::{QueryResult, Results, Row};
use crate::indicator::{Indicator, Unit};
use crate::json;
use crate::order::sort;
use crate::policy::{self, Events, Taxonomy};
#[cfg(feature = "complete")]
use crate::read::Read;
use crate::shape;
use std::collections::BTreeMap;

/// A data set that is open, or why it is not.
enum Opened<'a> {
    Survey(Survey<'a>),
    Policies(Events, Taxonomy),
    #[cfg(feature = "complete")]
    Indicators(Indicators),
    #[cfg(feature = "complete")]
    Network(Network<'a>),
}

impl Sources {
    /// Runs every query of a document. A data set or a query that fails leaves the others' results whole.
    pub fn run(&self, document: &Document) -> Results {
        let mut results = Results {
            pulso: 1,
            results: Vec::new(),
            errors: document.check(),
            warnings: Vec::new(),
        };
        let mut opened: BTreeMap<&str, Option<Opened>> = BTreeMap::new();
        for (index, dataset) in document.datasets.iter().enumerate() {
            if !document
                .queries
                .iter()
                .any(|query| query.dataset == dataset.id)
            {
                continue;
            }
            let pointer = format!("/datasets/{index}");
            // What is to be held out must be known before anything is counted.
            if cfg!(feature = "complete") && !sound(&results, &format!("{pointer}/absent")) {
                continue;
            }
            let data = self
                .open(document, index)
                .map_err(|error| placed(error, &pointer));
            let data = keep(data, &mut results.errors).map(|Warned { value, warnings }| {
                results.warnings.extend(
                    warnings
                        .into_iter()
                        .map(|warning| placed(warning, &pointer)),
                );
                value
            });
            opened.insert(&dataset.id, data);
        }
        for (index, query) in document.queries.iter().enumerate() {
            let pointer = format!("/queries/{index}");
            let Some(Some(data)) = opened.get(query.dataset.as_str()) else {
                continue;
            };
            if query.estimate == EstimateKind::Composite || !sound(&results, &pointer) {
                continue;
            }
            let answer =
                answer(document, &opened, data, query).map_err(|error| placed(error, &pointer));
            results.results.extend(keep(answer, &mut results.errors));
        }
        for (index, indicator) in document.indicators().enumerate() {
            let wrong = score_as_share(document, &opened, indicator);
            let at = format!("/theory/indicators/{index}/unit");
            results.errors.extend(wrong.map(|error| error.at(at)));
        }
        if cfg!(feature = "complete") {
            let answers = |dataset: &str, column: &str| match opened.get(dataset) {
                Some(Some(Opened::Survey(survey))) => survey.occurring(column),
                _ => Vec::new(),
            };
            withhold(document, &answers, &mut results.results);
        } else if let Some(error) = unprotected(&results.results) {
            // What is withheld could be had by subtraction: only the complete engine knows what else must go.
            results.results.clear();
            results.errors.push(error);
        }
        // An index is made of what may be published.
        for (index, query) in document.queries.iter().enumerate() {
            let pointer = format!("/queries/{index}");
            if query.estimate == EstimateKind::Composite && sound(&results, &pointer) {
                let answer = composite::answer(query, &results.results);
                let answer = answer.map_err(|error| placed(error.within(&pointer), &pointer));
                results.results.extend(keep(answer, &mut results.errors));
            }
        }
        let place = |result: &QueryResult| {
            let ids = document.queries.iter().map(|query| &query.id);
            ids.into_iter().position(|id| *id == result.id)
        };
        sort(&mut results.results, &|a, b| place(a).cmp(&place(b)));
        #[cfg(all(feature = "complete", feature = "viewer"))]
        results
            .warnings
            .extend(super::annotated::unmatched(document, &results.results));
        results
    }

    fn open<'a>(&'a self, document: &'a Document, index: usize) -> Result<Warned<Opened<'a>>> {
        let dataset = &document.datasets[index];
        match dataset.kind {
            DatasetKind::Survey => {
                let survey = Survey::open(self, document, dataset)?;
                Ok(Warned {
                    value: Opened::Survey(survey.value),
                    warnings: survey.warnings,
                })
            }
            DatasetKind::PolicyEvents => {
                let file = dataset
                    .taxonomy
                    .as_deref()
                    .ok_or_else(|| Error::new("missing_field").with("field", "taxonomy"))?;
                let taxonomy =
                    Taxonomy::parse(self.text(file)?).map_err(|error| error.in_file(file))?;
                let read = self.table(&dataset.source)?;
                let events = Events::read(&read.value.table, &taxonomy, dataset.country.as_deref())
                    .map_err(|error| error.in_file(&dataset.source))?;
                let warnings = read.warnings.iter().cloned().chain(events.warnings);
                let warnings = warnings
                    .map(|warning| warning.in_file(&dataset.source))
                    .collect();
                Ok(Warned {
                    value: Opened::Policies(events.value, taxonomy),
                    warnings,
                })
            }
            #[cfg(not(feature = "complete"))]
            DatasetKind::Indicators | DatasetKind::Network => {
                Err(Error::new("needs_complete_engine").with("value", "indicators"))
            }
            #[cfg(feature = "complete")]
            DatasetKind::Network => self.open_network(dataset),
            #[cfg(feature = "complete")]
            DatasetKind::Indicators => {
                let source = dataset.source.as_str();
                let read = self.table(source)?;
                let codebook = self.codebook(source, dataset.codebook.as_deref())?;
                let indicators = Indicators::read(&read.value.table, dataset, &codebook)
                    .map_err(|error| error.in_file(source))?;
                let warnings = read.warnings.iter().cloned().chain(indicators.warnings);
                Ok(Warned {
                    value: Opened::Indicators(indicators.value),
                    warnings: warnings.map(|warning| warning.in_file(source)).collect(),
                })
            }
        }
    }
}

#[cfg(feature = "complete")]
impl Sources {
    fn open_network<'a>(&'a self, dataset: &'a Dataset) -> Result<Warned<Opened<'a>>> {
        let needed = || Error::new("missing_field").with("field", "ties");
        let (source, ties) = (dataset.source.as_str(), dataset.ties.as_deref());
        let ties = ties.ok_or_else(needed)?;
        let (members, tied) = (self.table(source)?, self.table(ties)?);
        let codebook = self.codebook(source, dataset.codebook.as_deref())?;
        let network = Network::read(&members.value.table, &tied.value.table, dataset, codebook)
            .map_err(|error| error.in_file(source))?;
        let odd = |read: &Warned<Read>, file: &str| -> Vec<Error> {
            let warnings = read.warnings.iter().cloned();
            warnings.map(|warning| warning.in_file(file)).collect()
        };
        let of_ties = network.warnings.into_iter();
        let of_ties = of_ties.map(|warning| warning.in_file(ties)).collect();
        Ok(Warned {
            value: Opened::Network(network.value),
            warnings: [odd(members, source), odd(tied, ties), of_ties].concat(),
        })
    }
}

impl Results {
    /// The bytes that `pulso run` prints, the same on every platform.
    pub fn to_json(&self) -> String {
        json::pretty(&shape::json(self))
    }
}

fn answer(
    document: &Document,
    opened: &BTreeMap<&str, Option<Opened<'_>>>,
    data: &Opened<'_>,
    query: &Query,
) -> Result<QueryResult> {
    match data {
        Opened::Survey(_) if query.estimate == EstimateKind::Difference => {
            let [one, other] = query.queries.as_slice() else {
                return Err(Error::new("two_queries").with("count", query.queries.len()));
            };
            let [one, other] = [document.query(one)?, document.query(other)?];
            let survey = |query: &Query| match opened.get(query.dataset.as_str()) {
                Some(Some(Opened::Survey(survey))) => Ok(survey),
                _ => Err(Error::new("query_without_answer").with("value", query.id.as_str())),
            };
            estimates::difference(query, [survey(one)?, survey(other)?], [one, other])
        }
        Opened::Survey(survey) => estimates::answer(survey, query),
        Opened::Policies(events, taxonomy) => policy::run(query, events, taxonomy),
        #[cfg(feature = "complete")]
        Opened::Indicators(indicators) => {
            let place = document.queries.iter().position(|it| it.id == query.id);
            let pointer = format!("/queries/{}", place.unwrap_or_default());
            let answer = indicators.answer(query);
            answer.map_err(|error| error.within(&pointer))
        }
        #[cfg(feature = "complete")]
        Opened::Network(network) => network.answer(query),
    }
}

/// An indicator in percent whose query gives something else than a share: a mean score would be read as a percentage.
fn score_as_share(
    document: &Document,
    opened: &BTreeMap<&str, Option<Opened<'_>>>,
    indicator: &Indicator,
) -> Option<Error> {
    let query = document.query(indicator.query.as_ref()?).ok()?;
    let Some(Some(Opened::Survey(survey))) = opened.get(query.dataset.as_str()) else {
        return None;
    };
    let of_scores = indicator.row.get("category").map(Code::to_text) == Some("mean".into());
    let is_share = match query.estimate {
        EstimateKind::Likert => !of_scores,
        EstimateKind::Mean | EstimateKind::Quantile => survey.is_between_0_and_1(query),
        EstimateKind::Proportion | EstimateKind::Ratio | EstimateKind::Difference => true,
        _ => false,
    };
    (indicator.unit == Unit::Share && !is_share).then(|| {
        Error::new("score_as_share")
            .with("indicator", indicator.id.as_str())
            .with("query", query.id.as_str())
    })
}

impl Document {
    fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.theory.iter().flat_map(|theory| &theory.indicators)
    }

    /// # Errors
    /// `unknown_query`, with those that there are.
    fn query(&self, id: &str) -> Result<&Query> {
        let found = self.queries.iter().find(|query| query.id == id);
        let known = || self.queries.iter().map(|query| query.id.as_str());
        found.ok_or_else(|| Error::unknown("unknown_query", id, known()))
    }
}

/// The value of a success; a failure joins the others.
fn keep<T>(result: Result<T>, errors: &mut Vec<Error>) -> Option<T> {
    result.map_err(|error| errors.push(error)).ok()
}

/// Puts an error's place inside this part of the document, unless it already says where it is.
fn placed(error: Error, pointer: &str) -> Error {
    if error.place.document.is_some() {
        error
    } else {
        error.at(pointer)
    }
}

/// What an engine that cannot protect withheld numbers says of results that hold some; nothing where all may be shown.
fn unprotected(results: &[QueryResult]) -> Option<Error> {
    let withheld = |row: &Row| row.flags.iter().any(|flag| flag.withholds());
    let rows = results.iter().flat_map(|result| &result.rows);
    let found = rows.into_iter().any(withheld);
    found.then(|| Error::new("needs_complete_engine").with("value", "suppress"))
}

/// Whether nothing is wrong with a part of the document.
fn sound(results: &Results, pointer: &str) -> bool {
    let errors = &results.errors;
    !errors.iter().any(|error| is_within(error, pointer))
}

fn is_within(error: &Error, pointer: &str) -> bool {
    let Some(place) = error.place.document.as_deref() else {
        return false;
    };
    place
        .strip_prefix(pointer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
