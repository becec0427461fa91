//! What leaves the engine: the document with its results. Embeds, links and reports carry this and nothing else.

use super::Document;
use crate::error::{Error, Result};
use crate::estimate::Results;
use crate::json::{self, Value};
use crate::shape::{self, Fault, Fields, Shape, Written};
use serde::Serialize;

/// The warnings and notes that are handed on with a result. They speak of the sample as a whole or of a published figure, and
/// quote no cell of the data but what looks like a code for no answer. A new one belongs here only if that is true of it; the viewer must then have words for it
/// (`locale/catalogue/error/shared.rs`).
pub const SHARED: [&str; 17] = [
    "self_selected",
    "lonely_psu_rule",
    "cells_suppressed",
    "cells_of_few_units",
    "cells_unreliable",
    "cells_secondary",
    "composite_simulated",
    "pooled",
    "answers_outside",
    "undeclared_missing",
    "not_comparable",
    "blank_weights",
    "zero_weights",
    "policy_coverage",
    "policy_date_uncertain",
    "policy_undated_records",
    "indicator_source",
];

/// A document with its aggregated results: all that drawing needs.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// The document.
    pub document: Document,
    /// Its results.
    pub results: Results,
}

/// A publication with the JSON that it was read from. What is handed on is cut out of that JSON, so that the viewer needs no
/// second description of every type. Reading took out of it what nobody here understands.
#[derive(Debug, PartialEq)]
pub struct Published {
    pub(super) json: Value,
    pub(super) read: Publication,
}

impl Published {
    /// Reads a publication: a document with its results.
    ///
    /// # Errors
    /// Those of [`Document::parse`]. Places within the document are pointers into it; others are pointers into the
    /// publication.
    pub fn from_json(mut json: Value) -> Result<Published, Vec<Error>> {
        let mut fault = Fault::default();
        let mut fields = Fields::strict(&mut json, "document results", &mut fault);
        let results = fields.need(1);
        let results = fault.result(results, "").map_err(|error| vec![error])?;
        let Some(document) = json.get_mut("document") else {
            let missing = Error::new("missing_field").with("field", "document");
            return Err(vec![missing.at("")]);
        };
        keep_absent_back(document);
        let document = Document::from_json(document)?;
        Ok(Published {
            read: Publication { document, results },
            json,
        })
    }

    /// The publication.
    pub fn publication(&self) -> &Publication {
        &self.read
    }

    /// The publication as JSON text.
    pub fn to_json(&self) -> String {
        shape::json(&self.json)
    }

    /// What may be handed on: of all that was noticed, only what [`SHARED`] names. The rest may speak of records, and stays with
    /// the person who holds the data. Errors stay too: a chart without its result says so itself.
    ///
    /// # Errors
    /// None: what was read once is read again.
    #[cfg(feature = "viewer")]
    pub(crate) fn shared(&self) -> Result<Published> {
        Published::again(Value::Object(vec![
            ("document".into(), self.part("document").clone()),
            ("results".into(), self.results(|_| true, |_, _| true)),
        ]))
    }

    /// Reads JSON that was made of what was read already.
    pub(super) fn again(json: Value) -> Result<Published> {
        let first = |errors: Vec<Error>| errors.into_iter().next();
        Published::from_json(json)
            .map_err(|errors| first(errors).unwrap_or(Error::new("wrong_type")))
    }

    /// The results that are kept by their query's id, with their notes, and the warnings that are kept; no errors.
    pub(super) fn results(
        &self,
        wanted: impl Fn(&str) -> bool,
        keep: impl Fn(&Error, &mut Value) -> bool,
    ) -> Value {
        let mut results = self.part("results").clone();
        let read = &self.read.results;
        retain(&mut results, "results", &read.results, |result, value| {
            retain(value, "notes", &result.notes, |note, _| may_be_shared(note));
            wanted(&result.id)
        });
        retain(&mut results, "errors", &read.errors, |_, _| false);
        retain(
            &mut results,
            "warnings",
            &read.warnings,
            |warning, value| may_be_shared(warning) && keep(warning, value),
        );
        results
    }

    /// The document or the results as JSON.
    pub(super) fn part(&self, name: &str) -> &Value {
        self.json.get(name).unwrap_or(&Value::Null)
    }
}

/// Takes out what data sets declare absent: its conditions may speak of a school or a person, and whoever draws needs the cells'
/// reasons only.
fn keep_absent_back(document: &mut Value) {
    if let Some(Value::List(datasets)) = document.get_mut("datasets") {
        for dataset in datasets {
            if let Value::Object(fields) = dataset {
                fields.retain(|(name, _)| name != "absent");
            }
        }
    }
}

/// Keeps those elements of a list, read as `read`, that are to be kept.
fn retain<T>(object: &mut Value, list: &str, read: &[T], keep: impl Fn(&T, &mut Value) -> bool) {
    if let Some(Value::List(values)) = object.get_mut(list) {
        let mut read = read.iter();
        values.retain_mut(|value| read.next().is_some_and(|read| keep(read, value)));
    }
}

/// For what was made here, and not read.
impl From<Publication> for Published {
    fn from(publication: Publication) -> Self {
        // What is written here can be read.
        let mut json = json::read(&shape::json(&publication)).unwrap_or_default();
        if let Some(document) = json.get_mut("document") {
            keep_absent_back(document);
        }
        Published {
            json,
            read: publication,
        }
    }
}

fn may_be_shared(noticed: &Error) -> bool {
    SHARED.contains(&noticed.code.as_str()) && noticed.place.row.is_none()
}
