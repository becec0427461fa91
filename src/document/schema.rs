//! The JSON Schema of the document, derived from its types.

use super::{Document, Of};
use crate::codebook::Code;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema, schema_for};
use std::borrow::Cow;

/// The schema of a document: JSON Schema, draft 2020-12. Editors and other programs read it; the engine itself reads
/// documents with [`Document::parse`], whose errors say more.
pub fn schema() -> serde_json::Value {
    schema_for!(Document).to_value()
}

impl JsonSchema for Of {
    fn schema_name() -> Cow<'static, str> {
        "Of".into()
    }

    /// A name alone, or with the answers that count: what its reader takes, where a derived schema would know the second only.
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let codes = generator.subschema_for::<Vec<Code>>();
        json_schema!({
            "description": "The variable of a query: its name alone, or with the answers that count.",
            "anyOf": [
                {"description": "Name of a column or of a derived variable.", "type": "string"},
                {
                    "type": "object",
                    "properties": {
                        "variable": {"description": "Name of a column or of a derived variable.", "type": "string"},
                        "is": codes,
                    },
                    "required": ["variable"],
                    "additionalProperties": false,
                },
            ],
        })
    }
}
