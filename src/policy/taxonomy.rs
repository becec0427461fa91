//! What is tracked: dimensions of policy, and the stages that they go through.

use crate::document::shape_of;
use crate::error::{Error, Result};
use crate::locale::Text;
use crate::order::sort;
use crate::shape::Shape;
use crate::short_map::ShortMap;

/// Dimensions and stages. Read from JSON in which every part carries its words by language: `{"id": "D01", "es": …}`.
#[derive(Debug, Clone, PartialEq)]
pub struct Taxonomy {
    /// What is tracked.
    pub dimensions: Vec<Dimension>,
    /// The scale, from the least to the greatest.
    pub stages: Vec<Stage>,
    /// Codes that are no stage: decided elsewhere, not coded yet.
    pub not_on_the_scale: Vec<Stage>,
}

/// A dimension of policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Dimension {
    /// Name by which events and queries call it.
    pub id: String,
    /// What it is called.
    pub label: Text,
    /// Its greatest stage, where it does not use the whole scale.
    pub max: Option<u8>,
}

/// A stage of the scale, or a code beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// As events write it.
    pub code: u8,
    /// What it means.
    pub label: Text,
}

impl Taxonomy {
    /// Reads a taxonomy. Fields that this engine does not know are left to whoever wrote them.
    ///
    /// # Errors
    /// Those of [`crate::document::Document::parse`] for its shape; `empty_list` for one without dimensions or stages;
    /// `duplicate_id` for a dimension or a code that stands twice. Places are pointers into the taxonomy.
    pub fn parse(text: &str) -> Result<Self> {
        let File {
            dimensions,
            stages,
            not_on_the_scale,
        } = shape_of(text)?;
        let ids: Vec<&str> = dimensions.iter().map(|known| known.id.as_str()).collect();
        for (name, count) in [("dimensions", ids.len()), ("stages", stages.len())] {
            if count == 0 {
                return Err(Error::new("empty_list")
                    .with("field", name)
                    .at(format!("/{name}")));
            }
        }
        let codes: Vec<String> = stages
            .iter()
            .chain(&not_on_the_scale)
            .map(|stage| stage.code.to_string())
            .collect();
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        let twice = Error::duplicates(&ids, "/dimensions")
            .into_iter()
            .chain(Error::duplicates(&codes, "/stages"));
        if let Some(error) = twice.into_iter().next() {
            return Err(error);
        }
        let mut taxonomy = Taxonomy {
            dimensions: dimensions.into_iter().map(NamedDimension::named).collect(),
            stages: stages.into_iter().map(NamedStage::named).collect(),
            not_on_the_scale: not_on_the_scale
                .into_iter()
                .map(NamedStage::named)
                .collect(),
        };
        sort(&mut taxonomy.stages, &|a, b| a.code.cmp(&b.code));
        Ok(taxonomy)
    }

    /// The dimension of this id.
    ///
    /// # Errors
    /// `unknown_dimension`, with every id as an option and the nearest as the hint.
    pub fn dimension(&self, id: &str) -> Result<&Dimension> {
        let ids = self.dimensions.iter().map(|known| known.id.as_str());
        self.dimensions
            .iter()
            .find(|known| known.id == id)
            .ok_or_else(|| Error::unknown("unknown_dimension", id, ids))
    }

    /// Whether a code is a stage of the scale; 8 and 9 usually are not.
    pub fn is_stage(&self, code: u8) -> bool {
        self.stages.iter().any(|stage| stage.code == code)
    }

    /// The codes that events of a dimension may carry.
    pub(super) fn codes<'a>(&'a self, dimension: &'a Dimension) -> impl Iterator<Item = u8> + 'a {
        let reachable = |stage: &&Stage| dimension.max.is_none_or(|max| stage.code <= max);
        self.stages
            .iter()
            .filter(reachable)
            .chain(&self.not_on_the_scale)
            .map(|stage| stage.code)
    }
}

/// The taxonomy as it is written.
#[derive(Shape)]
struct File {
    dimensions: Vec<NamedDimension>,
    stages: Vec<NamedStage>,
    #[serde(default)]
    not_on_the_scale: Vec<NamedStage>,
}

/// A part with one name for each language.
#[derive(Shape)]
struct NamedDimension {
    id: String,
    max: Option<u8>,
    es: Option<String>,
    pt: Option<String>,
    en: Option<String>,
    fr: Option<String>,
}

/// See [`NamedDimension`].
#[derive(Shape)]
struct NamedStage {
    code: u8,
    es: Option<String>,
    pt: Option<String>,
    en: Option<String>,
    fr: Option<String>,
}

impl NamedDimension {
    fn named(self) -> Dimension {
        Dimension {
            label: in_languages([self.es, self.pt, self.en, self.fr], &self.id),
            id: self.id,
            max: self.max,
        }
    }
}

impl NamedStage {
    fn named(self) -> Stage {
        let code = self.code;
        Stage {
            code,
            label: in_languages([self.es, self.pt, self.en, self.fr], &code.to_string()),
        }
    }
}

/// The words that exist; the id itself where there are none.
fn in_languages(words: [Option<String>; 4], id: &str) -> Text {
    let words: ShortMap<String, String> = ["es", "pt", "en", "fr"]
        .into_iter()
        .zip(words)
        .filter_map(|(language, word)| Some((language.into(), word?)))
        .collect();
    if words.is_empty() {
        Text::Plain(id.into())
    } else {
        Text::Languages(words)
    }
}
