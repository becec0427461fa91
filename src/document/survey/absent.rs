//! Answers that the document declares absent, held against the records.

use super::{COUNTRY, Question, Survey};
use crate::document::{Dataset, DerivedVariable, Document, Query, domain};
use crate::error::Result;
use crate::estimate::{Flag, Measure};

/// A declaration with what it comes to.
pub(super) struct Absent {
    /// What a cell carries in which nobody else answered.
    pub flag: Flag,
    /// Names under which queries speak of the variables, derived ones among them; none where it holds for all.
    names: Vec<String>,
    /// Which records it holds for.
    pub records: Vec<bool>,
}

impl<'a> Survey<'a> {
    /// The survey with what its data set declares absent.
    ///
    /// # Errors
    /// `unknown_variable`; those of the conditions.
    pub(super) fn without_absent(mut self, document: &Document) -> Result<Survey<'a>> {
        let same = |dataset: &Dataset| dataset.id == self.dataset.id;
        let index = document.datasets.iter().position(same).unwrap_or(0);
        let absent = self.declared_absent();
        let absent = absent.map_err(|error| error.within(&format!("/datasets/{index}")));
        self.absent = absent?.into();
        Ok(self)
    }

    /// Everything that is declared absent, in the document's order. Places of errors are relative to the data set.
    fn declared_absent(&self) -> Result<Vec<Absent>> {
        let mut found = Vec::new();
        for (index, absence) in self.dataset.absent.iter().flatten().enumerate() {
            for (place, name) in absence.variables.iter().enumerate() {
                let at = || format!("/absent/{index}/variables/{place}");
                self.knows(name).map_err(|error| error.at(at()))?;
            }
            let records = domain::members(self, &absence.domain)
                .map_err(|error| error.at(format!("/absent/{index}/where")))?;
            found.push(Absent {
                flag: absence.reason.into(),
                names: self.with_those_made_of(&absence.variables),
                records,
            });
        }
        Ok(found)
    }

    /// The declarations that hold for what a query speaks of, by their places.
    pub(super) fn absent_from(&self, query: &Query) -> Vec<u64> {
        let holds = |absent: &Absent| {
            let mut names = absent.names.iter();
            absent.names.is_empty() || names.any(|name| query.names(name))
        };
        let absent = self.absent.iter().zip(0..);
        let absent = absent.filter(|(absent, _)| holds(absent));
        absent.map(|(_, place)| place).collect()
    }

    /// A question of a query, without the answers that nobody gave but records which it holds out: as a term of a regression such an
    /// answer would have no coefficient, and as a row it would tell what they said.
    pub fn with_answers_for(&self, mut question: Question<'a>, query: &Query) -> Question<'a> {
        let absent = self.absent_from(query);
        let declared = |record| {
            let mut places = absent.iter().map(|place| &self.absent[*place as usize]);
            places.any(|of| of.records[record])
        };
        let coded = matches!(question.measure, Measure::Coded { .. });
        if coded && !absent.is_empty() {
            let held_out: Vec<bool> = (0..self.rows()).map(declared).collect();
            let kept = question.measure.categories_without(&held_out);
            let labels = kept.iter().map(|old| &question.categories[*old as usize]);
            question.categories = labels.cloned().collect();
            question.measure = question.measure.keep(&kept);
        }
        question
    }

    /// # Errors
    /// `unknown_variable`, with all that may be named.
    fn knows(&self, name: &str) -> Result<()> {
        let is_country = name == COUNTRY && self.dataset.country.is_some();
        let is_derived = self.derived.iter().any(|derived| derived.id == name);
        match self.table.column(name) {
            Err(error) if !is_country && !is_derived => Err(self.with_derived(error, name)),
            _ => Ok(()),
        }
    }

    /// Some variables and all that are derived from them, at any remove. The country goes by two names.
    fn with_those_made_of(&self, variables: &[String]) -> Vec<String> {
        let mut names = variables.to_vec();
        let column = self.dataset.country.as_deref();
        let mut place = 0;
        while let Some(name) = names.get(place).cloned() {
            let of_it = self
                .derived
                .iter()
                .filter(|derived| derived.is_made_of(&name));
            let mut more: Vec<&str> = of_it.map(|derived| derived.id.as_str()).collect();
            if column == Some(name.as_str()) {
                more.push(COUNTRY);
            } else if name == COUNTRY {
                more.extend(column);
            }
            for other in more {
                if !names.iter().any(|known| known == other) {
                    names.push(other.into());
                }
            }
            place += 1;
        }
        names
    }
}

impl DerivedVariable {
    fn is_made_of(&self, name: &str) -> bool {
        let single = [
            self.recode.as_ref().map(|recode| &recode.from),
            self.bands.as_ref().map(|bands| &bands.from),
        ];
        let lists = [
            self.index.as_ref().map(|index| &index.items),
            self.multiple.as_ref().map(|multiple| &multiple.items),
            Some(&self.plausible_values),
        ];
        let mut of = single.into_iter().flatten();
        let mut among = lists.into_iter().flatten().flatten();
        of.any(|of| of == name) || among.any(|of| of == name)
    }
}
