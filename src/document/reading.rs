//! A variable as a reading of a column: the country, a recoded value and a band say something of what stands there.

use super::survey::COUNTRY;
use super::{Dataset, Document, Recode};
use crate::codebook::Code;
use crate::locale::country;

/// How a variable's value follows from what stands in one column.
pub(super) enum Reading<'d> {
    /// It is what stands there.
    Value(&'d str),
    /// The country that it names.
    Country(&'d str),
    /// A new value for it.
    Recoded(&'d Recode),
    /// The band that another reading lies in, and where bands begin.
    Band(Box<Reading<'d>>, &'d [f64]),
}

impl<'d> Reading<'d> {
    /// How a data set's variable is read. What is made of several columns counts as a column of its own.
    pub fn of(document: &'d Document, dataset: &'d Dataset, name: &'d str) -> Reading<'d> {
        if let Some(column) = dataset.country.as_deref().filter(|_| name == COUNTRY) {
            return Reading::Country(column);
        }
        let mut derived = document.variables.iter();
        let derived = derived.find(|derived| derived.id == name && derived.dataset == dataset.id);
        match derived.map(|derived| (&derived.recode, &derived.bands)) {
            Some((Some(recode), _)) => Reading::Recoded(recode),
            Some((None, Some(bands))) if bands.from != name => {
                let from = Reading::of(document, dataset, &bands.from);
                Reading::Band(Box::new(from), &bands.cuts)
            }
            _ => Reading::Value(name),
        }
    }

    /// The column.
    pub fn column(&self) -> &'d str {
        match self {
            Reading::Value(column) | Reading::Country(column) => column,
            Reading::Recoded(recode) => &recode.from,
            Reading::Band(from, _) => from.column(),
        }
    }

    /// The variable's value where `raw` stands in the column; none where it has none.
    pub fn value(&self, raw: &Code) -> Option<Code> {
        match self {
            Reading::Value(_) => Some(raw.clone()),
            Reading::Country(_) => {
                country::recognise(&raw.to_text()).map(|iso3| Code::Text(iso3.into()))
            }
            Reading::Recoded(recode) => {
                let mut values = recode.values.iter();
                let named = values.find(|(old, _)| Code::Text(old.trim().into()).same(raw));
                named.map(|(_, new)| new.clone())
            }
            Reading::Band(from, cuts) => {
                let number = from.value(raw)?.number()?;
                let reached = cuts.iter().filter(|cut| number >= **cut);
                Some(Code::Number(reached.count() as f64))
            }
        }
    }

    /// What stands in the column where a value of the variable is named: the same, or nothing that could be said.
    pub fn named(&self, value: &Code) -> Option<Code> {
        match self {
            Reading::Value(_) | Reading::Country(_) => Some(value.clone()),
            Reading::Recoded(_) | Reading::Band(..) => None,
        }
    }

    /// Values of the column at which the variable's may change.
    pub fn turns(&self) -> Vec<Code> {
        match self {
            Reading::Value(_) | Reading::Country(_) => Vec::new(),
            Reading::Recoded(recode) => {
                let old = recode.values.iter().map(|(old, _)| old.trim());
                old.map(|old| Code::Text(old.into())).collect()
            }
            Reading::Band(from, cuts) => {
                let cuts = cuts.iter().copied().map(Code::Number);
                from.turns().into_iter().chain(cuts).collect()
            }
        }
    }
}
