//! The country of a survey's records, whatever its column is called and however it is coded.

use super::question::labelled;
use super::{Question, Survey};
use crate::codebook::Code;
use crate::error::{Error, Result};
use crate::estimate::Measure;
use crate::locale::country;
use crate::short_map::ShortMap;
use crate::table::Level;

/// Name under which queries ask for a data set's country, whatever its column is called.
pub(in crate::document) const COUNTRY: &str = "country";

impl<'a> Survey<'a> {
    /// The country as a variable.
    pub(super) fn country(&self) -> Result<Question<'a>> {
        let name = self.dataset.country.as_deref().unwrap_or_default();
        let measure = self.column(name)?;
        let recoded: ShortMap<String, Code> = levels(&measure, name)?
            .iter()
            .filter_map(|level| {
                let code = Code::Text(self.country_of(&level.text)?.into());
                Some((level.text.clone(), code))
            })
            .collect();
        let measure = measure.recode(&recoded)?;
        let categories = labelled(&measure, |_| None);
        Ok(Question {
            name: COUNTRY.into(),
            label: None,
            measure,
            categories,
            possible: Vec::new(),
        })
    }

    /// The country of a cell: as the document says, or as it is recognised.
    fn country_of(&self, text: &str) -> Option<&str> {
        let mapped = self.dataset.countries.get(text).map(String::as_str);
        mapped.or_else(|| country::recognise(text))
    }

    /// A warning of countries that nobody recognises.
    pub(super) fn unrecognised_countries(&self) -> Result<Option<Error>> {
        let Some(name) = self.dataset.country.as_deref() else {
            return Ok(None);
        };
        let measure = self.column(name)?;
        let unknown: Vec<String> = levels(&measure, name)?
            .iter()
            .filter(|level| self.country_of(&level.text).is_none())
            .map(|level| level.text.clone())
            .collect();
        Ok((!unknown.is_empty()).then(|| {
            Error::new("unknown_country")
                .in_column(name)
                .with("value", unknown)
        }))
    }
}

/// The levels of a coded variable.
fn levels<'m>(measure: &'m Measure<'_>, name: &str) -> Result<&'m [Level]> {
    match measure {
        Measure::Coded { levels, .. } => Ok(levels),
        Measure::Number(_) => Err(Error::new("not_categorical").in_column(name)),
    }
}
