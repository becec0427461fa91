//! A design from the columns that the document names.

use super::ids::{Ids, NONE, Units, file_row, text_of};
use super::{Group, Layout, ReplicateWeights, Stage, SurveyDesign, preset};
use crate::document::{Design, LonelyPsu};
use crate::error::{Error, Result, Warned, needs_complete};
use crate::numeric::sum;
use crate::table::{Column, Table, each_row};
use std::collections::BTreeMap;

/// A sampling fraction this near to 1 leaves nothing to chance (as R's survey package decides it).
const TAKEN_WHOLE: f64 = 1e-7;

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

/// A weight for each record, NaN outside the sample, and what is odd about them.
fn weights(table: &Table, name: Option<&str>) -> Result<(Vec<f64>, Vec<Error>)> {
    let Some(name) = name else {
        return Ok((vec![1.0; table.rows()], Vec::new()));
    };
    let column = table.column(name)?;
    let weights = numbers(column, |row, text| {
        Error::new("weight_not_numeric")
            .in_column(name)
            .in_row(file_row(row))
            .with("value", text)
    })?;
    let wrong = |code: &str, row: usize| {
        Error::new(code)
            .in_column(name)
            .in_row(file_row(row))
            .with("value", text_of(column, row))
    };
    let (mut negative, mut infinite) = (false, false);
    let (mut blank, mut zero) = (0_usize, 0_usize);
    each_row(weights.len(), |row| {
        let weight = weights[row];
        negative |= weight < 0.0;
        infinite |= weight.is_infinite();
        blank += usize::from(weight.is_nan());
        zero += usize::from(weight == 0.0);
    });
    if negative && let Some(row) = weights.iter().position(|weight| *weight < 0.0) {
        return Err(wrong("negative_weight", row));
    }
    if infinite && let Some(row) = weights.iter().position(|weight| weight.is_infinite()) {
        return Err(wrong("infinite_weight", row));
    }
    if blank + zero == weights.len() {
        return Err(Error::new("no_weights").in_column(name));
    }
    let mut warnings = Vec::new();
    for (code, count) in [("blank_weights", blank), ("zero_weights", zero)] {
        if count > 0 {
            warnings.push(Error::new(code).in_column(name).with("count", count));
        }
    }
    Ok((weights, warnings))
}

/// The numbers of a column; NaN where it is blank.
pub(super) fn numbers(
    column: &Column,
    not_numeric: impl Fn(usize, &str) -> Error,
) -> Result<Vec<f64>> {
    match column {
        Column::Number(values) => Ok(values.cont_slice().unwrap_or_default().to_vec()),
        Column::Coded(coded) => {
            let codes = coded.codes.slice();
            let number = |row: usize| match codes.get(row) {
                0 => Ok(f64::NAN),
                code => {
                    let level = &coded.levels[code - 1];
                    level.number.ok_or_else(|| not_numeric(row, &level.text))
                }
            };
            (0..column.len()).map(number).collect()
        }
        Column::Text(values) => {
            let number = |(row, text): (usize, Option<&str>)| match text {
                None => Ok(f64::NAN),
                Some(text) => Err(not_numeric(row, text)),
            };
            values.into_iter().enumerate().map(number).collect()
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

/// The sampling units, grown from the strata stage by stage.
struct Tree<'a> {
    table: &'a Table,
    design: &'a Design,
    sample: &'a [bool],
    stages: Vec<Stage>,
    /// Units of the stage grown last; the strata at first.
    units: Units,
    /// n / N of all stages above, for each group of the stage to come.
    fraction: Vec<f64>,
    lonely: BTreeMap<(usize, u32), String>,
}

impl<'a> Tree<'a> {
    fn new(table: &'a Table, design: &'a Design, sample: &'a [bool], strata: Units) -> Self {
        Tree {
            table,
            design,
            sample,
            stages: Vec::new(),
            fraction: vec![1.0; strata.example.len()],
            units: strata,
            lonely: BTreeMap::new(),
        }
    }

    /// Adds the units of one stage within those of the stage before.
    fn grow(&mut self, stage: usize, weights: &mut [f64]) -> Result<()> {
        let units = self.units_within(stage)?;
        let mut sampled = vec![0_u32; self.units.example.len()];
        units
            .group
            .iter()
            .for_each(|group| sampled[*group as usize] += 1);
        let population = match self.design.fpc.get(stage) {
            Some(name) => Some(self.population(name, &sampled)?),
            None => None,
        };
        let mut groups = Vec::with_capacity(sampled.len());
        for (index, &sampled) in sampled.iter().enumerate() {
            let drawn = population
                .as_ref()
                .map_or(0.0, |of| f64::from(sampled) / of[index]);
            let left = if 1.0 - drawn < TAKEN_WHOLE {
                0.0
            } else {
                1.0 - drawn
            };
            if sampled == 1 && left > 0.0 {
                let name = self.group_name(stage, self.units.example[index] as usize);
                self.lonely.insert((stage, index as u32), name);
            }
            groups.push(Group {
                sampled,
                scale: self.fraction[index] * scale(sampled, left),
            });
        }
        if let (None, Some(of)) = (&self.design.weight, &population) {
            for (weight, group) in weights.iter_mut().zip(&self.units.of) {
                *weight *= of[*group as usize] / f64::from(sampled[*group as usize]);
            }
        }
        let fraction_of = |group: &u32| {
            let drawn = population.as_ref().map_or(0.0, |of| {
                f64::from(sampled[*group as usize]) / of[*group as usize]
            });
            self.fraction[*group as usize] * drawn
        };
        self.fraction = units.group.iter().map(fraction_of).collect();
        self.stages.push(Stage {
            group: units.group.clone(),
            groups,
        });
        self.units = units;
        Ok(())
    }

    fn units_within(&self, stage: usize) -> Result<Units> {
        let Some(name) = self.design.clusters.get(stage) else {
            // Every record lies in one group, so its own number never crosses two.
            let ids = Ids::records(self.sample.len());
            return Ok(Units::of_one_group(&self.units.of, &ids)
                .unwrap_or_else(|_| Units::nested(&self.units.of, &ids)));
        };
        let column = self.table.column(name)?;
        let ids = Ids::read(column).without_blank(self.sample, "blank_cluster", name)?;
        match Units::of_one_group(&self.units.of, &ids) {
            Ok(units) => Ok(units),
            Err((one, other)) if stage == 0 && !self.design.nest => {
                let strata = vec![self.group_name(0, one), self.group_name(0, other)];
                let mut error = Error::new("clusters_cross_strata")
                    .in_column(name)
                    .in_row(file_row(other))
                    .with("value", text_of(column, other))
                    .with("strata", strata);
                error.hint = vec!["nest".into()];
                Err(error)
            }
            Err(_) => Ok(Units::nested(&self.units.of, &ids)),
        }
    }

    /// Population of each group: counts as they stand, or from sampling fractions.
    fn population(&self, name: &str, sampled: &[u32]) -> Result<Vec<f64>> {
        let column = self.table.column(name)?;
        let wrong = |code: &str, row: usize| {
            Error::new(code)
                .in_column(name)
                .in_row(file_row(row))
                .with("value", text_of(column, row))
        };
        let values = numbers(column, |row, _| wrong("fpc_not_positive", row))?;
        let inside = |row: &usize| self.sample[*row];
        let rows = || (0..self.sample.len()).filter(inside);
        if let Some(row) = rows().find(|row| values[*row].is_nan() || values[*row] <= 0.0) {
            return Err(wrong("fpc_not_positive", row));
        }
        let counts = rows().any(|row| values[row] > 1.0);
        if let Some(row) = rows().find(|row| counts && values[*row] < 1.0) {
            return Err(wrong("fpc_mixed", row));
        }
        let first = |group: usize| values[self.units.example[group] as usize];
        let differs = |row: &usize| values[*row] != first(self.units.of[*row] as usize);
        let stratum = |row: usize| self.group_name(self.stages.len(), row);
        if let Some(row) = rows().find(differs) {
            return Err(wrong("fpc_varies", row)
                .with("stratum", stratum(row))
                .with("other", first(self.units.of[row] as usize)));
        }
        let mut population = Vec::with_capacity(sampled.len());
        for (group, &sampled) in sampled.iter().enumerate() {
            let value = first(group);
            let of = if counts {
                value
            } else {
                f64::from(sampled) / value
            };
            if of < f64::from(sampled) {
                let row = self.units.example[group] as usize;
                return Err(wrong("fpc_below_sample", row)
                    .with("stratum", stratum(row))
                    .with("sampled", u64::from(sampled)));
            }
            population.push(of);
        }
        Ok(population)
    }

    fn group_name(&self, stage: usize, row: usize) -> String {
        group_name(self.table, self.design, stage, row)
    }

    fn finish(self, weights: Vec<f64>, lonely_psu: LonelyPsu) -> SurveyDesign {
        let last = self.units.group.len() as u32;
        let mut primary: Vec<u32> = (0..last).collect();
        for stage in self.stages.iter().skip(1).rev() {
            primary
                .iter_mut()
                .for_each(|unit| *unit = stage.group[*unit as usize]);
        }
        let mut contributing = 0;
        each_row(weights.len(), |row| {
            contributing += usize::from(weights[row] > 0.0);
        });
        SurveyDesign {
            weight: sum(&weights),
            contributing,
            weights,
            layout: Layout::new(self.units.of, self.units.group.len()),
            stages: self.stages,
            primary,
            clustered: !self.design.clusters.is_empty(),
            lonely_psu,
            lonely: self.lonely,
            replicates: None,
            explained: Vec::new(),
        }
    }
}

/// (1 − f) n / (n − 1), with the part of the population that was not drawn, 1 − f.
fn scale(sampled: u32, left: f64) -> f64 {
    let n = f64::from(sampled);
    if sampled > 1 {
        left * n / (n - 1.0)
    } else {
        left
    }
}

/// Name of the group of a stage in which a record lies: its strata, then its clusters above the stage.
fn group_name(table: &Table, design: &Design, stage: usize, row: usize) -> String {
    let strata = design.strata.iter();
    let values: Vec<String> = strata
        .chain(design.clusters.iter().take(stage))
        .filter_map(|name| table.column(name).ok())
        .map(|column| text_of(column, row))
        .collect();
    match values.is_empty() {
        true => "*".into(),
        false => values.join(" / "),
    }
}
