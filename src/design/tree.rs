//! Sampling units within sampling units, grown from the strata stage by stage.

use super::ids::{Ids, Units, file_row, text_of};
use super::weights::numbers;
use super::{Group, Layout, Stage, SurveyDesign};
use crate::document::{Design, LonelyPsu};
use crate::error::{Error, Result};
use crate::numeric::sum;
use crate::table::{Table, each_row};
use std::collections::BTreeMap;

/// A sampling fraction this near to 1 leaves nothing to chance (as R's survey package decides it).
const TAKEN_WHOLE: f64 = 1e-7;

/// The sampling units, grown from the strata stage by stage.
pub(super) struct Tree<'a> {
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
    /// The strata, before anything grows within them.
    pub(super) fn new(
        table: &'a Table,
        design: &'a Design,
        sample: &'a [bool],
        strata: Units,
    ) -> Self {
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
    pub(super) fn grow(&mut self, stage: usize, weights: &mut [f64]) -> Result<()> {
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

    /// The design of what has grown.
    pub(super) fn finish(self, weights: Vec<f64>, lonely_psu: LonelyPsu) -> SurveyDesign {
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
pub(super) fn scale(sampled: u32, left: f64) -> f64 {
    let n = f64::from(sampled);
    if sampled > 1 {
        left * n / (n - 1.0)
    } else {
        left
    }
}

/// Name of the group of a stage in which a record lies: its strata, then its clusters above the stage.
pub(super) fn group_name(table: &Table, design: &Design, stage: usize, row: usize) -> String {
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
