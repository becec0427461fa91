//! From text to a document: JSON, then the document's own shape.

mod strict;

use super::{Document, Publication};
use crate::error::{Error, Result};
use crate::shape::{Fault, Fields, Shape, type_of, wrong_type};
use crate::theory::Theory;
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
            let error = wrong_type("object", type_of(value));
            return Err(vec![error.at("")]);
        };
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
        let mut document = match frame(value) {
            Ok(document) => document,
            Err(fault) => {
                errors.push(fault.within(""));
                Document::default()
            }
        };
        document.datasets = each(fields, "datasets", "", &mut errors);
        document.variables = each(fields, "variables", "", &mut errors);
        document.queries = each(fields, "queries", "", &mut errors);
        document.charts = each(fields, "charts", "", &mut errors);
        document.report = each(fields, "report", "", &mut errors);
        if let Some(Value::Object(fields)) = fields.get("theory") {
            document.theory = Some(Theory {
                columns: each(fields, "columns", "/theory", &mut errors),
                nodes: each(fields, "nodes", "/theory", &mut errors),
                links: each(fields, "links", "/theory", &mut errors),
                indicators: each(fields, "indicators", "/theory", &mut errors),
            });
        }
        if errors.is_empty() {
            Ok(document)
        } else {
            Err(errors)
        }
    }
}

/// The document but for the elements of its lists.
fn frame(value: &Value) -> Result<Document, Fault> {
    let fields = Fields::strict(value, &DOCUMENT)?;
    let document = Document {
        pulso: fields.need("pulso")?,
        title: fields.get("title")?,
        locale: fields.get("locale")?,
        ..Document::default()
    };
    for list in ["datasets", "variables", "queries", "charts", "report"] {
        fields.list(list)?;
    }
    if let Some(theory) = fields.get::<Option<Value>>("theory")? {
        let lists = || {
            let fields = Fields::strict(&theory, &THEORY)?;
            THEORY.iter().try_for_each(|list| fields.list(list))
        };
        lists().map_err(|fault| fault.under("theory"))?;
    }
    Ok(document)
}

/// The fields of a document.
const DOCUMENT: [&str; 9] = [
    "pulso",
    "title",
    "locale",
    "datasets",
    "variables",
    "queries",
    "theory",
    "charts",
    "report",
];

/// The fields of a theory of change.
const THEORY: [&str; 4] = ["columns", "nodes", "links", "indicators"];

impl Publication {
    /// Reads a publication: a document with its results.
    ///
    /// # Errors
    /// Those of [`Document::parse`]. Places within the document are pointers into it; others are pointers into the
    /// publication.
    pub fn from_json(value: &Value) -> Result<Publication, Vec<Error>> {
        let in_publication = |fault: Fault| vec![fault.within("")];
        let fields = Fields::strict(value, &["document", "results"]).map_err(in_publication)?;
        let results = fields.need("results").map_err(in_publication)?;
        let Some(document) = value.get("document") else {
            return Err(vec![
                Error::new("missing_field").with("field", "document").at(""),
            ]);
        };
        Ok(Publication {
            document: Document::from_json(document)?,
            results,
        })
    }
}

/// Reads each element of a list. What is no list is named by the frame.
fn each<T: Shape>(
    fields: &Map<String, Value>,
    name: &str,
    at: &str,
    errors: &mut Vec<Error>,
) -> Vec<T> {
    let Some(Value::Array(elements)) = fields.get(name) else {
        return Vec::new();
    };
    let mut read = Vec::with_capacity(elements.len());
    for (index, element) in elements.iter().enumerate() {
        match T::read(element) {
            Ok(value) => read.push(value),
            Err(fault) => errors.push(fault.within(&format!("{at}/{name}/{index}"))),
        }
    }
    read
}

/// Reads a small companion file of a document with the same care.
///
/// # Errors
/// Those of [`Document::parse`]; places are pointers into the file.
#[cfg(feature = "engine")]
pub(crate) fn shape_of<T: Shape>(text: &str) -> Result<T> {
    let value = strict::read(text.trim_start_matches('\u{feff}'))?;
    T::read(&value).map_err(|fault| fault.within(""))
}
