//! A derived variable.

use super::{
    empty_list, exactly_one, field_out_of_place, known, listed_twice, out_of_range, within,
};
use crate::document::{DerivedVariable, Document, Index};
use crate::error::Error;

impl DerivedVariable {
    /// See [`Document::check`]; places are relative to the variable.
    pub(super) fn check(&self, document: &Document) -> Vec<Error> {
        let mut errors = Vec::from_iter(document.known_dataset(&self.dataset, "/dataset".into()));
        errors.extend(exactly_one(&[
            ("recode", self.recode.is_some()),
            ("index", self.index.is_some()),
            ("multiple", self.multiple.is_some()),
            ("bands", self.bands.is_some()),
            ("plausible_values", !self.plausible_values.is_empty()),
        ]));
        errors.extend(listed_twice(&self.plausible_values, "/plausible_values"));
        if let Some(bands) = &self.bands {
            if bands.cuts.is_empty() {
                errors.push(empty_list("cuts").within("/bands"));
            }
            for (place, pair) in bands.cuts.windows(2).enumerate() {
                if pair[0] >= pair[1] {
                    let error = Error::new("range_not_ascending");
                    let error = error.with("min", pair[0]).with("max", pair[1]);
                    errors.push(error.at(format!("/bands/cuts/{}", place + 1)));
                }
            }
        }
        if let Some(multiple) = &self.multiple {
            let mut found = listed_twice(&multiple.items, "/items");
            for (name, is_empty) in [
                ("items", multiple.items.is_empty()),
                ("selected", multiple.selected.is_empty()),
            ] {
                found.extend(is_empty.then(|| empty_list(name)));
            }
            errors.extend(within("/multiple", found));
        }
        if self
            .recode
            .as_ref()
            .is_some_and(|recode| recode.values.is_empty())
        {
            errors.push(empty_list("values").within("/recode"));
        }
        if self.comparability.is_some() && self.index.is_none() {
            errors.push(field_out_of_place("comparability", "variable"));
        }
        if let Some(index) = &self.index {
            errors.extend(within("/index", index.check()));
        }
        errors
    }
}

impl Index {
    fn check(&self) -> Vec<Error> {
        let mut errors = listed_twice(&self.items, "/items");
        if self.items.is_empty() {
            errors.push(empty_list("items"));
        }
        for (index, item) in self.reverse.iter().enumerate() {
            let options = self.items.iter().map(String::as_str);
            errors.extend(known(
                "unknown_item",
                item,
                options,
                format!("/reverse/{index}"),
            ));
        }
        if !(self.min_share > 0.0 && self.min_share <= 1.0) {
            errors.push(out_of_range(self.min_share, 0.0, 1.0, "/min_share"));
        }
        for (name, range) in [("/scale", self.scale), ("/rescale", self.rescale)] {
            if let Some([min, max]) = range.filter(|[min, max]| min >= max) {
                let error = Error::new("range_not_ascending");
                errors.push(error.with("min", min).with("max", max).at(name));
            }
        }
        errors
    }
}
