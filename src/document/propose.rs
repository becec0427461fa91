//! A first document for a file just read: a proposal to a person, who knows what the file is.

use super::{Dataset, Design, Document, LonelyPsu, Sources};
use crate::error::{Error, Result};
use crate::locale::country;
use crate::read::{Description, guess};
use crate::shape::Written;
use serde::Serialize;

/// A first document, with what was found on the way.
#[derive(Debug, Clone, PartialEq, Serialize, Written)]
pub struct Proposal {
    /// The document. It declares no basis: how the records came into the sample stands in no file.
    pub document: Document,
    /// What reading found.
    pub found: Vec<Error>,
}

impl Sources {
    /// Proposes a document with the design columns that the file seems to have, and no question yet.
    ///
    /// # Errors
    /// `missing_file`.
    pub fn propose(&self, name: &str) -> Result<Proposal> {
        let read = self.table(name)?;
        let guess = guess(&read.value, country::recognise);
        let dataset = Dataset {
            id: "data".into(),
            source: name.into(),
            country: guess.country.clone(),
            design: Some(Design {
                weight: guess.weight,
                // Schemes of strata often begin anew in each country.
                strata: if guess.strata.is_empty() {
                    Vec::new()
                } else {
                    guess.country.into_iter().chain(guess.strata).collect()
                },
                nest: !guess.clusters.is_empty(),
                clusters: guess.clusters,
                lonely_psu: LonelyPsu::Adjust,
                ..Design::default()
            }),
            ..Dataset::default()
        };
        let document = Document {
            pulso: 1,
            datasets: vec![dataset],
            ..Document::default()
        };
        Ok(Proposal {
            document,
            found: read.warnings.clone(),
        })
    }

    /// What a file holds, with the labels of an attached codebook.
    ///
    /// # Errors
    /// `missing_file`, and what is wrong with the codebook.
    pub fn describe(&self, name: &str, codebook: Option<&str>) -> Result<Description> {
        let mut description = self.table(name)?.value.description.clone();
        description.label(&self.codebook(name, codebook)?);
        Ok(description)
    }
}
