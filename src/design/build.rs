//! A design from the columns that the document names.

use super::ids::{Ids, NONE, Units};
use super::tree::{Tree, group_name, scale};
use super::weights::weights;
use super::{Group, Layout, ReplicateWeights, Stage, SurveyDesign, preset};
use crate::document::{Design, LonelyPsu};
use crate::error::{Error, Result, Warned, needs_complete};
use crate::table::{Table, each_row};
use std::collections::BTreeMap;

impl SurveyDesign {
    /// The design that the document declares.
    ///
    /// A record whose weight is blank is outside the sample. A weight of zero keeps the record in the sample, where it counts
    /// for the number of units and for nothing else. Without a weight column every record weighs 1, or, where finite
    /// population corrections are given, the inverse of its sampling fraction.
    ///
    /// Stages after the first add their variance only where a correction is given for them: without one the first stage is
    /// taken with replacement and holds it all.
    ///
    /// # Errors
    /// `unknown_variable`; `weight_not_numeric`, `negative_weight`, `infinite_weight` with row and value; `no_weights` when
    /// no record weighs anything; `blank_stratum`, `blank_cluster` with the row; `clusters_cross_strata` when an id lies in
    /// two strata and `nest` is false; `too_many_fpc`, `fpc_not_positive`, `fpc_mixed`, `fpc_varies`, `fpc_below_sample`; those
    /// of the preset, of the replicate weights and of the calibration.
    ///
    /// # Warnings
    /// `blank_weights`, `zero_weights`, `negative_replicates`: a count each; `later_stages_left_out` where replicates are made from the first stage.
    pub fn new(table: &Table, design: &Design) -> Result<Warned<SurveyDesign>> {
        SurveyDesign::of_countries(table, design, None)
    }

    /// The same, told which column holds the country: studies draw each country's sample apart, and number its replicate weights
    /// and zones as they number every other's. Without it the study's own name for the column is looked for.
    ///
    /// # Errors
    /// Those of [`SurveyDesign::new`].
    pub fn of_countries(
        table: &Table,
        design: &Design,
        country: Option<&str>,
    ) -> Result<Warned<SurveyDesign>> {
        let plain = design.preset.is_none()
            && design.replicates.is_none()
            && design.replicates_from_design.is_none()
            && design.calibrate.is_empty();
        if !plain {
            needs_complete!("design");
            return SurveyDesign::elaborate(table, design, country);
        }
        SurveyDesign::plain(table, design)
    }

    /// A design whose weights and errors come from more than strata and units.
    fn elaborate(
        table: &Table,
        design: &Design,
        country: Option<&str>,
    ) -> Result<Warned<SurveyDesign>> {
        let known = preset::filled_in(table, design, country)?;
        let design = &*known.design;
        let Warned {
            mut value,
            mut warnings,
        } = SurveyDesign::plain(table, design)?;
        if let Some(supplied) = &design.replicates {
            let samples = known.samples(table, &value.weights)?;
            let replicates = ReplicateWeights::supplied(table, supplied, &value.weights, samples)?;
            warnings.extend(replicates.warnings);
            value.replicates = Some(replicates.value);
        } else if let Some(asked) = &design.replicates_from_design {
            let stages = design.fpc.len().max(1);
            if stages > 1 {
                warnings.push(Error::new("later_stages_left_out").with("stages", stages));
            }
            let name = |stratum: usize| group_name(table, design, 0, value.record_of(stratum));
            let samples = known.samples(table, &value.weights)?;
            let replicates = ReplicateWeights::resampled(&value, asked, samples, name)?;
            value.replicates = Some(replicates);
        }
        if !design.calibrate.is_empty() {
            value = value.calibrated(table, &design.calibrate)?;
        }
        Ok(Warned { value, warnings })
    }

    /// A record of a stratum.
    pub(super) fn record_of(&self, stratum: usize) -> usize {
        let group = |primary: &u32| self.stages[0].group[*primary as usize] as usize;
        let unit = self.primary.iter().position(|own| group(own) == stratum);
        let place = self.layout.first[unit.unwrap_or(0)];
        self.layout.records[place as usize] as usize
    }

    /// A design of weights, strata and units.
    fn plain(table: &Table, design: &Design) -> Result<Warned<SurveyDesign>> {
        let (mut weights, warnings) = weights(table, design.weight.as_deref())?;
        let sample: Vec<bool> = weights.iter().map(|weight| !weight.is_nan()).collect();
        let strata = strata(table, &design.strata, &sample)?;
        let stages = design.clusters.len().max(1);
        if design.fpc.len() > stages {
            return Err(Error::new("too_many_fpc")
                .with("value", design.fpc.len())
                .with("stages", stages));
        }
        for name in design.clusters.iter().skip(1) {
            table.column(name)?;
        }
        // Without a correction the first stage holds all the variance.
        let stages = design.fpc.len().max(1);
        let mut tree = Tree::new(table, design, &sample, strata);
        for stage in 0..stages {
            tree.grow(stage, &mut weights)?;
        }
        each_row(weights.len(), |row| {
            if weights[row].is_nan() {
                weights[row] = 0.0;
            }
        });
        let value = tree.finish(weights, design.lonely_psu);
        Ok(Warned { value, warnings })
    }

    /// A simple random sample with replacement: no weights, no strata, each record its own unit.
    pub fn srs(rows: usize) -> SurveyDesign {
        let group = Group {
            sampled: rows as u32,
            scale: scale(rows as u32, 1.0),
        };
        SurveyDesign {
            weights: vec![1.0; rows],
            weight: rows as f64,
            contributing: rows,
            layout: Layout::new((0..rows as u32).collect(), rows),
            stages: vec![Stage {
                group: vec![0; rows],
                groups: vec![group],
            }],
            primary: (0..rows as u32).collect(),
            clustered: false,
            lonely_psu: LonelyPsu::Fail,
            lonely: BTreeMap::new(),
            replicates: None,
            explained: Vec::new(),
        }
    }
}

/// The crossed strata; [`NONE`] outside the sample.
fn strata(table: &Table, names: &[String], sample: &[bool]) -> Result<Units> {
    let everybody = |inside: &bool| if *inside { 0 } else { NONE };
    let mut crossed = Units {
        of: sample.iter().map(everybody).collect(),
        group: vec![0],
        example: sample
            .iter()
            .position(|inside| *inside)
            .map(|row| row as u32)
            .into_iter()
            .collect(),
    };
    for name in names {
        let ids = Ids::read(table.column(name)?).without_blank(sample, "blank_stratum", name)?;
        crossed = Units::nested(&crossed.of, &ids);
    }
    Ok(crossed)
}
