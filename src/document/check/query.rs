//! A query: which fields its estimate takes, and what they may hold.

use super::takes::Takes;
use super::{
    dated, field_needed, field_out_of_place, known, listed_twice, name, out_of_range, within,
};
use crate::codebook::Code;
use crate::document::{
    Compare, Dataset, DatasetKind, Document, EstimateKind, IntervalMethod, Query, SuppressRule,
};
use crate::error::Error;
use crate::numeric::decimal::decimal;

impl Query {
    /// See [`Document::check`]; places are relative to the query.
    pub(super) fn check(&self, document: &Document) -> Vec<Error> {
        let mut errors = Vec::from_iter(document.known_dataset(&self.dataset, "/dataset".into()));
        errors.extend(self.check_dataset_kind(document));
        #[cfg(feature = "engine")]
        if let Some(composite) = &self.composite {
            errors.extend(within("/composite", composite.check(document, &self.id)));
        }
        for (index, id) in self.queries.iter().enumerate() {
            let others = document.queries.iter().map(|query| query.id.as_str());
            let others = others.filter(|id| *id != self.id);
            errors.extend(known(
                "unknown_query",
                id,
                others,
                format!("/queries/{index}"),
            ));
        }
        let estimate = name(self.estimate);
        let Takes { needed, optional } = self.estimate.takes();
        for (field, stands) in self.fields() {
            if stands && !needed.contains(&field) && !optional.contains(&field) {
                errors.push(field_out_of_place(field, &estimate));
            }
            if !stands && needed.contains(&field) {
                errors.push(field_needed(field, &estimate));
            }
        }
        errors.extend(listed_twice(&self.by, "/by"));
        errors.extend(listed_twice(&self.items, "/items"));
        errors.extend(listed_twice(&self.on, "/on"));
        errors.extend(self.check_answers());
        errors.extend(self.check_probs());
        errors.extend(self.check_policy());
        errors.extend(self.check_options());
        if let Some(domain) = &self.domain {
            errors.extend(within("/where", domain.check()));
        }
        errors
    }

    /// Every field that some estimate takes, and whether it stands.
    fn fields(&self) -> [(&'static str, bool); 31] {
        [
            ("of", self.of.is_some()),
            (
                "of/is",
                self.of.as_ref().is_some_and(|of| !of.is.is_empty()),
            ),
            ("numerator", self.numerator.is_some()),
            ("denominator", self.denominator.is_some()),
            ("probs", !self.probs.is_empty()),
            ("rule", self.rule.is_some()),
            ("variables", !self.variables.is_empty()),
            ("test", self.test.is_some()),
            ("family", self.family.is_some()),
            ("outcome", self.outcome.is_some()),
            ("terms", !self.terms.is_empty()),
            ("queries", !self.queries.is_empty()),
            ("trend", self.trend.is_some()),
            ("composite", self.composite.is_some()),
            ("items", !self.items.is_empty()),
            ("positive", !self.positive.is_empty()),
            ("neutral", !self.neutral.is_empty()),
            ("negative", !self.negative.is_empty()),
            ("on", !self.on.is_empty()),
            ("known_on", self.known_on.is_some()),
            ("from", self.from.is_some()),
            ("to", self.to.is_some()),
            ("target", self.target.is_some()),
            ("dimension", self.dimension.is_some()),
            ("where", self.domain.is_some()),
            ("ci", self.ci.is_some()),
            // All but ± t · se are made for shares.
            (
                "ci/method",
                self.ci
                    .as_ref()
                    .and_then(|ci| ci.method)
                    .is_some_and(IntervalMethod::is_of_shares),
            ),
            ("compare", self.compare.is_some()),
            ("average", self.average.is_some()),
            ("pooled", self.pooled),
            ("measures", !self.measures.is_empty()),
        ]
    }

    fn check_dataset_kind(&self, document: &Document) -> Option<Error> {
        let dataset = document
            .datasets
            .iter()
            .find(|known| known.id == self.dataset)?;
        let wanted = match self.estimate {
            EstimateKind::PolicyStatus
            | EstimateKind::PolicyChanges
            | EstimateKind::PolicyAdoption => DatasetKind::PolicyEvents,
            EstimateKind::Indicator => DatasetKind::Indicators,
            EstimateKind::Network => DatasetKind::Network,
            _ => DatasetKind::Survey,
        };
        let would_do = |known: &&Dataset| known.kind == wanted;
        let options: Vec<String> = document
            .datasets
            .iter()
            .filter(would_do)
            .map(|known| known.id.clone())
            .collect();
        (dataset.kind != wanted).then(|| {
            Error::new("wrong_dataset_kind")
                .with("value", name(self.estimate))
                .with("kind", name(dataset.kind))
                .with("options", options)
                .at("/dataset")
        })
    }

    /// An answer agrees, disagrees or stands in between, once.
    fn check_answers(&self) -> Vec<Error> {
        let groups = [
            ("positive", &self.positive),
            ("neutral", &self.neutral),
            ("negative", &self.negative),
        ];
        let mut seen: Vec<String> = Vec::new();
        let mut errors = Vec::new();
        for (group, codes) in groups {
            for (index, code) in codes.iter().enumerate() {
                let code = written(code);
                if seen.contains(&code) {
                    errors.push(
                        Error::new("listed_twice")
                            .with("value", code)
                            .at(format!("/{group}/{index}")),
                    );
                } else {
                    seen.push(code);
                }
            }
        }
        errors
    }

    /// A share lies between 0 and 1, and is asked for once.
    fn check_probs(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        for (index, prob) in self.probs.iter().enumerate() {
            let at = format!("/probs/{index}");
            if !(*prob > 0.0 && *prob < 1.0) {
                errors.push(out_of_range(*prob, 0.0, 1.0, &at));
            }
            if self.probs[..index].contains(prob) {
                errors.push(Error::new("listed_twice").with("value", *prob).at(at));
            }
        }
        errors
    }

    /// Reliability has a rule for shares, and one for what is never about 0.
    fn check_rule(&self) -> Option<Error> {
        let rule = self.suppress.as_ref()?.rule?;
        let options: &[EstimateKind] = match rule {
            SuppressRule::Nchs => &[EstimateKind::Proportion, EstimateKind::Likert],
            SuppressRule::Statcan => &[
                EstimateKind::Mean,
                EstimateKind::Total,
                EstimateKind::Proportion,
                EstimateKind::Ratio,
                EstimateKind::Quantile,
                EstimateKind::Likert,
                EstimateKind::Variance,
                EstimateKind::Deviation,
                EstimateKind::Count,
            ],
            _ => return None,
        };
        (!options.contains(&self.estimate)).then(|| {
            let options: Vec<String> = options.iter().map(|kind| name(*kind)).collect();
            Error::new("rule_out_of_place")
                .with("value", name(rule))
                .with("kind", name(self.estimate))
                .with("options", options)
                .at("/suppress/rule")
        })
    }

    fn check_policy(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        // Periods of an indicator may be quarters: they are read when it is asked for.
        let dates = self.on.iter().enumerate();
        for (index, date) in dates.filter(|_| self.estimate != EstimateKind::Indicator) {
            errors.extend(dated(date, format!("/on/{index}")));
        }
        for (field, date) in [
            ("/known_on", &self.known_on),
            ("/from", &self.from),
            ("/to", &self.to),
        ] {
            errors.extend(date.iter().filter_map(|date| dated(date, field.into())));
        }
        let keys: &[&str] = match self.estimate {
            EstimateKind::PolicyStatus | EstimateKind::PolicyChanges => &["country"],
            EstimateKind::PolicyAdoption => &["dimension"],
            EstimateKind::Indicator => &["country", "period"],
            _ => &[],
        };
        if !keys.is_empty() {
            for (index, by) in self.by.iter().enumerate() {
                let options = keys.iter().copied();
                errors.extend(known(
                    "unknown_variable",
                    by,
                    options,
                    format!("/by/{index}"),
                ));
            }
            if self.suppress.is_some() {
                errors.push(field_out_of_place("suppress", &name(self.estimate)));
            }
        }
        errors
    }

    /// What is compared is one of `by`, and there is one comparison.
    fn check_comparisons(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        let over = self
            .compare
            .as_ref()
            .and_then(|compare| compare.over.as_ref());
        let trend = self.trend.as_ref().map(|trend| &trend.over);
        for (name, place) in [(over, "/compare/over"), (trend, "/trend/over")] {
            let by = self.by.iter().map(String::as_str);
            errors.extend(
                name.and_then(|name| known("average_over_unknown", name, by, place.into())),
            );
        }
        let without_average = |compare: &Compare| compare.against != "average";
        if self.compare.as_ref().is_some_and(without_average) && self.by.is_empty() {
            errors.push(field_needed("by", "compare"));
        }
        if let Some(trend) = &self.trend {
            if !(trend.link_error >= 0.0 && trend.link_error.is_finite()) {
                errors.push(out_of_range(
                    trend.link_error,
                    0.0,
                    f64::INFINITY,
                    "/trend/link_error",
                ));
            }
            if self.compare.is_some() {
                errors.push(field_out_of_place("trend", "compare"));
            }
        }
        if self.variables.len() != 2 && self.estimate.takes().needed.contains(&"variables") {
            let count = self.variables.len();
            errors.push(
                Error::new("two_variables")
                    .with("count", count)
                    .at("/variables"),
            );
        }
        if self.queries.len() != 2 && self.estimate == EstimateKind::Difference {
            let count = self.queries.len();
            errors.push(
                Error::new("two_queries")
                    .with("count", count)
                    .at("/queries"),
            );
        }
        errors.extend(listed_twice(&self.variables, "/variables"));
        errors.extend(listed_twice(&self.terms, "/terms"));
        errors
    }

    fn check_options(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        if let Some(ci) = self
            .ci
            .as_ref()
            .filter(|ci| !(ci.level > 0.0 && ci.level < 1.0))
        {
            errors.push(out_of_range(ci.level, 0.0, 1.0, "/ci/level"));
        }
        errors.extend(self.check_rule());
        if let Some(average) = &self.average {
            let by = self.by.iter().map(String::as_str);
            errors.extend(known(
                "average_over_unknown",
                &average.over,
                by,
                "/average/over".into(),
            ));
        } else if self
            .compare
            .as_ref()
            .is_some_and(|compare| compare.against == "average")
        {
            errors.push(Error::new("compare_without_average").at("/compare"));
        }
        errors.extend(self.check_comparisons());
        if let Some(suppress) = self
            .suppress
            .as_ref()
            .filter(|suppress| !(5..=30).contains(&suppress.min_n))
        {
            errors.push(out_of_range(
                suppress.min_n as f64,
                5.0,
                30.0,
                "/suppress/min_n",
            ));
        }
        errors
    }
}

/// As it stands in a file: `3` and `"3"` are the same code.
fn written(code: &Code) -> String {
    match code {
        Code::Number(number) => decimal(*number),
        Code::Text(text) => text.trim().to_string(),
    }
}
