//! A condition: one form, and one comparison of a variable.

use super::{empty_list, exactly_one, field_needed, within};
use crate::document::Condition;
use crate::error::Error;

impl Condition {
    /// See [`crate::document::Document::check`]; places are relative to the condition.
    pub(super) fn check(&self) -> Vec<Error> {
        let forms = [
            ("all", self.all.is_some()),
            ("any", self.any.is_some()),
            ("not", self.not.is_some()),
            ("variable", self.variable.is_some()),
        ];
        let comparisons = [
            ("in", self.among.is_some()),
            ("eq", self.eq.is_some()),
            ("ne", self.ne.is_some()),
            ("lt", self.lt.is_some()),
            ("le", self.le.is_some()),
            ("gt", self.gt.is_some()),
            ("ge", self.ge.is_some()),
            ("missing", self.missing.is_some()),
        ];
        let mut errors = Vec::from_iter(exactly_one(&forms));
        if self.variable.is_some() {
            errors.extend(exactly_one(&comparisons));
        } else if comparisons.iter().any(|(_, stands)| *stands) {
            errors.push(field_needed("variable", "where"));
        }
        if self.among.as_ref().is_some_and(Vec::is_empty) {
            errors.push(empty_list("in"));
        }
        for (form, parts) in [("all", &self.all), ("any", &self.any)] {
            if parts.as_ref().is_some_and(Vec::is_empty) {
                errors.push(empty_list(form));
            }
            for (index, part) in parts.iter().flatten().enumerate() {
                errors.extend(within(&format!("/{form}/{index}"), part.check()));
            }
        }
        if let Some(part) = &self.not {
            errors.extend(within("/not", part.check()));
        }
        errors
    }
}
