//! From text to a document: JSON, then the document's own shape.

mod fault;
mod reader;
mod strict;

use super::{Document, Publication};
use crate::error::{Error, Result};
use crate::estimate::Results;
use crate::theory::Theory;
use fault::Fault;
use reader::Reader;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// The version that this engine reads.
const VERSION: u64 = 1;

impl Document {
    /// Reads a document.
    ///
    /// # Errors
    /// Every data set, variable, query, chart, block and part of the theory is read for itself, so that each tells its own
    /// first error. Places are JSON pointers.
    ///
    /// | code | params |
    /// |---|---|
    /// | `invalid_json` | `line`, `column` where the text stops being JSON |
    /// | `duplicate_field` | `value`: a field that stands twice; `line`, `column` |
    /// | `unsupported_version` | `value`, `options` |
    /// | `unknown_field` | `value`, `options`, with the nearest as the hint |
    /// | `unknown_value` | `value`, `options`, with the nearest as the hint |
    /// | `missing_field` | `field` |
    /// | `wrong_type` | `expected` and `found`, each the name of a type |
    /// | `wrong_length` | `expected`, `found` |
    /// | `out_of_range` | `value`, `min`, `max` |
    ///
    /// Names of types: `text`, `text_or_texts` (one text, or one for each language), `number`, `whole_number`,
    /// `number_or_text`, `yes_no`, `list`, `object`, `variable` (a name, or an object with `variable` and `is`), `null`.
    pub fn parse(text: &str) -> Result<Document, Vec<Error>> {
        let value =
            strict::read(text.trim_start_matches('\u{feff}')).map_err(|error| vec![error])?;
        Document::from_json(&value)
    }

    /// Reads a document that is JSON already.
    ///
    /// # Errors
    /// Those of [`Document::parse`] but for the two of its text.
    pub fn from_json(value: &Value) -> Result<Document, Vec<Error>> {
        let Value::Object(fields) = value else {
            let error = fault::wrong_type("object", fault::type_of(value));
            return Err(vec![error.at("")]);
        };
        let mut fields = fields.clone();
        if let Some(version) = fields.get("pulso").and_then(Value::as_f64)
            && version != VERSION as f64
        {
            return Err(vec![
                Error::new("unsupported_version")
                    .with("value", version)
                    .with("options", vec![VERSION.to_string()])
                    .at("/pulso"),
            ]);
        }
        let mut errors = Vec::new();
        let datasets = each(&mut fields, "datasets", "", &mut errors);
        let variables = each(&mut fields, "variables", "", &mut errors);
        let queries = each(&mut fields, "queries", "", &mut errors);
        let charts = each(&mut fields, "charts", "", &mut errors);
        let report = each(&mut fields, "report", "", &mut errors);
        let mut parts = Theory::default();
        if let Some(Value::Object(theory)) = fields.get_mut("theory") {
            parts.columns = each(theory, "columns", "/theory", &mut errors);
            parts.nodes = each(theory, "nodes", "/theory", &mut errors);
            parts.links = each(theory, "links", "/theory", &mut errors);
            parts.indicators = each(theory, "indicators", "/theory", &mut errors);
        }
        let rest = shape::<Document>(&Value::Object(fields)).map_err(|fault| fault.within(""));
        match rest {
            Ok(rest) if errors.is_empty() => Ok(Document {
                datasets,
                variables,
                queries,
                charts,
                report,
                theory: rest.theory.is_some().then_some(parts),
                ..rest
            }),
            Ok(_) => Err(errors),
            Err(error) => {
                errors.insert(0, error);
                Err(errors)
            }
        }
    }
}

impl Publication {
    /// Reads a publication: a document with its results.
    ///
    /// # Errors
    /// Those of [`Document::parse`]. Places within the document are pointers into it; others are pointers into the
    /// publication.
    pub fn from_json(value: &Value) -> Result<Publication, Vec<Error>> {
        let parts: Parts = shape(value).map_err(|fault| vec![fault.within("")])?;
        Ok(Publication {
            document: Document::from_json(&parts.document)?,
            results: parts.results,
        })
    }
}

/// A publication whose document is still to be read with its own care.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    document: Value,
    results: Results,
}

/// Takes a list out of an object and reads each of its elements. What is no list stays, for the whole to complain of.
fn each<T: DeserializeOwned>(
    fields: &mut Map<String, Value>,
    name: &str,
    at: &str,
    errors: &mut Vec<Error>,
) -> Vec<T> {
    let Some(Value::Array(elements)) = fields.get(name) else {
        return Vec::new();
    };
    let mut read = Vec::with_capacity(elements.len());
    for (index, element) in elements.iter().enumerate() {
        match shape(element) {
            Ok(value) => read.push(value),
            Err(fault) => errors.push(fault.within(&format!("{at}/{name}/{index}"))),
        }
    }
    fields.remove(name);
    read
}

/// Reads a small companion file of a document with the same care.
///
/// # Errors
/// Those of [`Document::parse`]; places are pointers into the file.
#[cfg(feature = "engine")]
pub(crate) fn shape_of<T: DeserializeOwned>(text: &str) -> Result<T> {
    let value = strict::read(text.trim_start_matches('\u{feff}'))?;
    shape(&value).map_err(|fault| fault.within(""))
}

/// Reads a value of any shape of ours.
///
/// # Errors
/// Those of [`Document::parse`]; places are pointers into the value.
#[cfg(target_arch = "wasm32")]
pub(crate) fn shape_of_value<T: DeserializeOwned>(value: &Value) -> Result<T> {
    shape(value).map_err(|fault| fault.within(""))
}

fn shape<T: DeserializeOwned>(value: &Value) -> Result<T, Fault> {
    T::deserialize(Reader(value))
}
