//! Variables that the document derives from columns: recoded, cut into bands, made an index, or one of several plausible values.

use super::question::labelled;
use super::{Question, Survey};
use crate::document::DerivedVariable;
use crate::error::{Error, Result};
use crate::estimate::Measure;

impl<'a> Survey<'a> {
    /// A derived variable with its values.
    pub(super) fn derive(&self, derived: &DerivedVariable) -> Result<Question<'a>> {
        let last = derived.plausible_values.len().saturating_sub(1);
        if let Some(name) = derived.plausible_values.get(self.draw.min(last)) {
            return Ok(Question {
                name: derived.id.clone(),
                label: derived.label.clone().or(self.question(name)?.label),
                ..self.question(name)?
            });
        }
        if let Some(bands) = derived
            .bands
            .as_ref()
            .filter(|bands| bands.from != derived.id)
        {
            let measure = self.question(&bands.from)?.measure.bands(&bands.cuts)?;
            return Ok(self.named(derived, measure));
        }
        let measure = match (&derived.recode, &derived.index) {
            (Some(recode), _) => {
                self.maps_answers_only(recode)?;
                self.column(&recode.from)?.recode(&recode.values)?
            }
            (None, Some(index)) => {
                let items = index
                    .items
                    .iter()
                    .map(|item| self.column(item))
                    .collect::<Result<Vec<_>>>()?;
                let reverse: Vec<bool> = index
                    .items
                    .iter()
                    .map(|item| index.reverse.contains(item))
                    .collect();
                for item in &index.items {
                    self.within_labels(item)?;
                }
                let scale = self.scale_of(index)?;
                Measure::index(&items, &reverse, scale, index.min_share, index.rescale)?
            }
            // A question of several answers is none of one.
            (None, None) => {
                return Err(Error::new("several_answers").with("value", derived.id.as_str()));
            }
        };
        Ok(self.named(derived, measure))
    }

    /// A derived variable with its labels.
    fn named(&self, derived: &DerivedVariable, measure: Measure<'a>) -> Question<'a> {
        let categories = labelled(&measure, |code| {
            derived.labels.get(&code.to_text()).cloned()
        });
        Question {
            name: derived.id.clone(),
            label: derived.label.clone(),
            measure,
            categories,
            possible: match &derived.recode {
                Some(recode) => recode.values.values().cloned().collect(),
                None => Vec::new(),
            },
        }
    }
}
