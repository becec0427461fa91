//! A survey design.

use super::{exactly_one, listed_twice, name, out_of_range, within};
use crate::document::{Calibrate, Design, Margin, Rake, ReplicateMethod, Replicates};
use crate::error::Error;

/// Methods by which replicate weights are made from strata and clusters.
const MADE: [ReplicateMethod; 5] = [
    ReplicateMethod::Jk1,
    ReplicateMethod::Jkn,
    ReplicateMethod::Jk2,
    ReplicateMethod::Brr,
    ReplicateMethod::Bootstrap,
];

impl Design {
    /// See [`crate::document::Document::check`]; places are relative to the design.
    pub(super) fn check(&self) -> Vec<Error> {
        let mut errors = listed_twice(&self.strata, "/strata");
        errors.extend(listed_twice(&self.clusters, "/clusters"));
        // A design without clusters has one stage: the records themselves. A preset may bring clusters.
        let stages = self.clusters.len().max(1);
        if self.fpc.len() > stages && self.preset.is_none() {
            errors.push(
                Error::new("fpc_without_stage")
                    .with("value", self.fpc.len())
                    .with("stages", stages)
                    .at("/fpc"),
            );
        }
        let replicates = [
            ("replicates", self.replicates.is_some()),
            (
                "replicates_from_design",
                self.replicates_from_design.is_some(),
            ),
        ];
        if replicates.iter().all(|(_, stands)| *stands) {
            errors.extend(exactly_one(&replicates));
        }
        if let Some(replicates) = &self.replicates {
            errors.extend(within("/replicates", replicates.check()));
        }
        if let Some(made) = &self.replicates_from_design {
            if !MADE.contains(&made.method) {
                let options = MADE.map(name);
                errors.push(
                    Error::unknown(
                        "unknown_value",
                        &name(made.method),
                        options.iter().map(String::as_str),
                    )
                    .at("/replicates_from_design/method"),
                );
            }
            if let Some(count) = made
                .replicates
                .filter(|count| !(2..=100_000).contains(count))
            {
                let at = "/replicates_from_design/replicates";
                errors.push(out_of_range(count as f64, 2.0, 100_000.0, at));
            }
        }
        for (index, step) in self.calibrate.iter().enumerate() {
            errors.extend(within(&format!("/calibrate/{index}"), step.check()));
        }
        errors
    }
}

impl Replicates {
    fn check(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        if let Some(rho) = self.rho.filter(|rho| !(0.0..1.0).contains(rho)) {
            errors.push(out_of_range(rho, 0.0, 1.0, "/rho"));
        }
        if self.method == ReplicateMethod::Jkn && self.rscales.is_none() {
            errors.push(Error::new("rscales_missing").at("/rscales"));
        }
        errors
    }
}

impl Calibrate {
    fn check(&self) -> Vec<Error> {
        let mut errors = Vec::from_iter(exactly_one(&[
            ("poststratify", self.poststratify.is_some()),
            ("rake", self.rake.is_some()),
        ]));
        if let Some(margin) = &self.poststratify {
            errors.extend(within("/poststratify", margin.check()));
        }
        if let Some(rake) = &self.rake {
            errors.extend(within("/rake", rake.check()));
        }
        errors
    }
}

impl Margin {
    fn check(&self) -> Vec<Error> {
        let mut errors = listed_twice(&self.by, "/by");
        if self.by.is_empty() {
            errors.push(super::empty_list("by"));
        }
        for (group, total) in self.totals.iter() {
            if !(total.is_finite() && *total > 0.0) {
                errors.push(
                    Error::new("total_not_positive")
                        .with("group", group.as_str())
                        .with("value", *total)
                        .at("/totals"),
                );
            }
        }
        errors
    }
}

impl Rake {
    fn check(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        if self.margins.is_empty() {
            errors.push(super::empty_list("margins"));
        }
        for (index, margin) in self.margins.iter().enumerate() {
            errors.extend(within(&format!("/margins/{index}"), margin.check()));
        }
        if !(self.tolerance > 0.0 && self.tolerance < 1.0) {
            errors.push(out_of_range(self.tolerance, 0.0, 1.0, "/tolerance"));
        }
        if let Some([low, high]) = self.trim
            && !((0.0..1.0).contains(&low) && high > 1.0)
        {
            errors.push(
                Error::new("trim_excludes_one")
                    .with("low", low)
                    .with("high", high)
                    .at("/trim"),
            );
        }
        errors
    }
}
