//! From text to a document: JSON, then the document's own shape.

use super::Document;
use crate::error::{Error, Result};
use crate::json::{self, Value};
use crate::shape::{Fault, Fields, Shape, wrong_type};
use crate::theory::Theory;

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
        let value = json::read(text.trim_start_matches('\u{feff}'));
        Document::from_json(&mut value.map_err(|error| vec![error])?)
    }

    /// Reads a document that is JSON already.
    ///
    /// # Errors
    /// Those of [`Document::parse`] but for the two of its text.
    pub fn from_json(value: &mut Value) -> Result<Document, Vec<Error>> {
        if !matches!(value, Value::Object(_)) {
            return Err(vec![wrong_type("object", value).at("")]);
        }
        if let Some(version) = value.get("pulso").and_then(Value::number)
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
        let mut fault = Fault::default();
        let mut document = frame(value, &mut fault);
        errors.extend(fault.result((), "").err());
        document.datasets = each(value, "datasets", "", &mut errors);
        document.variables = each(value, "variables", "", &mut errors);
        document.queries = each(value, "queries", "", &mut errors);
        document.charts = each(value, "charts", "", &mut errors);
        document.report = each(value, "report", "", &mut errors);
        if let Some(theory @ Value::Object(_)) = value.get_mut("theory") {
            let rest = document.theory.take().unwrap_or_default();
            document.theory = Some(Theory {
                columns: each(theory, "columns", "/theory", &mut errors),
                nodes: each(theory, "nodes", "/theory", &mut errors),
                links: each(theory, "links", "/theory", &mut errors),
                indicators: each(theory, "indicators", "/theory", &mut errors),
                ..rest
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
fn frame(value: &mut Value, fault: &mut Fault) -> Document {
    let mut fields = Fields::strict(value, DOCUMENT, fault);
    let mut document = Document {
        pulso: fields.need(0),
        title: fields.get(1),
        locale: fields.get(2),
        brand: fields.get(9),
        ..Document::default()
    };
    for list in 3..8 {
        fields.list(list);
    }
    if let Some(theory) = value.get_mut("theory")
        && *theory != Value::Null
    {
        let stood = fault.stands();
        let mut fields = Fields::strict(theory, THEORY, fault);
        for list in 0..4 {
            fields.list(list);
        }
        document.theory = Some(Theory {
            leverage: fields.get(4),
            ..Theory::default()
        });
        fault.under(stood, "theory");
    }
    document
}

/// The fields of a document: from the fourth to the eighth they are lists.
const DOCUMENT: &str = "pulso title locale datasets variables queries charts report theory brand";

/// The fields of a theory of change, of which the first four are lists.
const THEORY: &str = "columns nodes links indicators leverage";

/// Reads each element of a list. What is no list is named by the frame.
fn each<T: Shape>(fields: &mut Value, name: &str, at: &str, errors: &mut Vec<Error>) -> Vec<T> {
    let Some(Value::List(elements)) = fields.get_mut(name) else {
        return Vec::new();
    };
    let mut read = Vec::with_capacity(elements.len());
    for (index, element) in elements.iter_mut().enumerate() {
        let mut fault = Fault::default();
        read.push(T::read(element, &mut fault));
        keep(fault, [at, name], index, errors);
    }
    read
}

/// Keeps what is wrong with an element.
#[inline(never)]
fn keep(fault: Fault, [at, name]: [&str; 2], index: usize, errors: &mut Vec<Error>) {
    if fault.stands() {
        errors.extend(fault.result((), &format!("{at}/{name}/{index}")).err());
    }
}

/// Reads a small companion file of a document with the same care.
///
/// # Errors
/// Those of [`Document::parse`]; places are pointers into the file.
#[cfg(feature = "engine")]
pub(crate) fn shape_of<T: Shape>(text: &str) -> Result<T> {
    let mut value = json::read(text.trim_start_matches('\u{feff}'))?;
    crate::shape::read(&mut value)
}
