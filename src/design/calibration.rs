//! Weights brought to known totals.

use super::ids::{Ids, NONE, Units, file_row, text_of};
use super::{ReplicateWeights, SurveyDesign};
use crate::document::{Calibrate, Margin, Rake};
use crate::error::{Error, Result};
use crate::numeric::Sum;
use crate::table::Table;
use std::collections::BTreeMap;

/// Turns after which raking is given up.
const MOST_TURNS: usize = 2_000;
/// Relative change below which the shares of a residual are settled.
const SETTLED: f64 = 1e-15;

/// One step of a calibration as the variance needs it: what the groups explain of the weights before it.
#[derive(Debug, Clone)]
pub(super) struct Explained {
    /// Group of each record by margin; [`NONE`] outside the sample.
    margins: Vec<Vec<u32>>,
    /// Records whose groups are all the same make one cell.
    cells: Cells,
    /// Weight of each record before the step.
    weights: Vec<f64>,
    /// Sum of these by cell.
    cell_weights: Vec<f64>,
}

/// Combinations of the groups of all margins.
#[derive(Debug, Clone)]
struct Cells {
    /// Cell of each record; [`NONE`] outside the sample.
    of: Vec<u32>,
    /// Group of each cell by margin.
    groups: Vec<Vec<u32>>,
}

/// Margins with their totals.
struct Margins {
    names: Vec<Vec<String>>,
    groups: Vec<Vec<u32>>,
    totals: Vec<Vec<f64>>,
    tolerance: f64,
    trim: Option<[f64; 2]>,
}

impl SurveyDesign {
    /// The same sample with its weights, and those of every replicate, brought to known totals, one step after the other.
    ///
    /// Post-stratification multiplies the weights of a group by its total over their sum. Raking does so for one margin after
    /// the other until all totals are met to the tolerance (Deming and Stephan 1940); under `trim` the product of a record's
    /// factors is cut at the bounds in every turn, which leads to Deville and Särndal's (1992) truncated multiplicative method.
    /// No weight turns negative. A replicate in which a group has no weight cannot meet that group's total and is left without.
    ///
    /// # Errors
    /// `unknown_variable`; `blank_margin` with column and row; `group_without_total`, `group_without_records` with the group
    /// and the column; `total_not_positive`; `margins_disagree`; `trim_excludes_one`; `no_margins`;
    /// `calibration_not_converged` with how far from a total it stopped.
    pub(super) fn calibrated(mut self, table: &Table, steps: &[Calibrate]) -> Result<SurveyDesign> {
        for step in steps {
            let margins = match (&step.poststratify, &step.rake) {
                (Some(margin), _) => Margins::read(table, &self.weights, &once(margin))?,
                (None, Some(rake)) => Margins::read(table, &self.weights, rake)?,
                (None, None) => return Err(Error::new("no_margins")),
            };
            let cells = Cells::of(&margins.groups, self.weights.len());
            let mut sums = vec![0.0; cells.groups.len()];
            cells.add(&self.weights, 1, &mut sums);
            let factors = margins.factors(&cells, &sums, 1)?;
            let explained = Explained {
                weights: self.weights.clone(),
                cell_weights: sums,
                margins: margins.groups.clone(),
                cells,
            };
            explained.cells.multiply(&mut self.weights, 1, &factors);
            if let Some(replicates) = &mut self.replicates {
                margins.adjust(&explained.cells, replicates)?;
            }
            self.explained.push(explained);
        }
        self.count_weights();
        Ok(self)
    }

    /// Whether the weights were calibrated to known totals.
    pub(crate) fn is_calibrated(&self) -> bool {
        !self.explained.is_empty()
    }

    /// Takes out of the records' influence values, weight included, what the calibration explains: their regression on the
    /// groups of the margins, weighted by the weights before each step (Deville and Särndal 1992; for raking R's
    /// `calibrate(calfun = "raking")`). The last step is undone first, since it was made of the others' weights.
    pub(crate) fn take_out_calibration(&self, influence: &mut [f64]) {
        for step in self.explained.iter().rev() {
            step.take_out(influence, &self.weights);
        }
    }
}

/// Post-stratification is raking with a single margin.
fn once(margin: &Margin) -> Rake {
    Rake {
        margins: vec![margin.clone()],
        tolerance: 1e-10,
        trim: None,
    }
}

impl Explained {
    /// `influence` is w z for the final weight w and a value z a unit of weight.
    fn take_out(&self, influence: &mut [f64], weights: &[f64]) {
        let mut sums = vec![Sum::default(); self.cells.groups.len()];
        for (row, cell) in self.cells.of.iter().enumerate() {
            if *cell != NONE && influence[row] != 0.0 {
                sums[*cell as usize].add(influence[row] * self.weights[row] / weights[row]);
            }
        }
        let sums: Vec<f64> = sums.into_iter().map(Sum::total).collect();
        let explained = self.regression(&sums);
        for (row, cell) in self.cells.of.iter().enumerate() {
            if *cell != NONE {
                influence[row] -= weights[row] * explained[*cell as usize];
            }
        }
    }

    /// The regression's value in each cell, from the cells' weighted sums: one margin's means of what the others leave, in turn
    /// until they are settled.
    fn regression(&self, sums: &[f64]) -> Vec<f64> {
        let margins = self.margins.len();
        let mut value = vec![0.0; sums.len()];
        let size = sums
            .iter()
            .zip(&self.cell_weights)
            .map(|(sum, weight)| (sum / weight).abs());
        let size = size.fold(0.0, f64::max);
        for _ in 0..MOST_TURNS {
            let mut moved = 0.0_f64;
            for margin in 0..margins {
                let count = self.cells.count(margin);
                let (mut left, mut weight) = (vec![0.0; count], vec![0.0; count]);
                for (cell, groups) in self.cells.groups.iter().enumerate() {
                    let group = groups[margin] as usize;
                    left[group] += sums[cell] - self.cell_weights[cell] * value[cell];
                    weight[group] += self.cell_weights[cell];
                }
                for (cell, groups) in self.cells.groups.iter().enumerate() {
                    let group = groups[margin] as usize;
                    let mean = left[group] / weight[group];
                    moved = moved.max(mean.abs());
                    value[cell] += mean;
                }
            }
            if margins == 1 || moved <= SETTLED * size {
                break;
            }
        }
        value
    }
}

impl Cells {
    fn of(margins: &[Vec<u32>], rows: usize) -> Cells {
        let mut number: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
        let mut groups = Vec::new();
        let mut of = vec![NONE; rows];
        let mut key = Vec::with_capacity(margins.len());
        for (row, cell) in of.iter_mut().enumerate() {
            key.clear();
            key.extend(margins.iter().map(|margin| margin[row]));
            if key.contains(&NONE) {
                continue;
            }
            *cell = match number.get(&key) {
                Some(known) => *known,
                None => {
                    let new = groups.len() as u32;
                    groups.push(key.clone());
                    number.insert(key.clone(), new);
                    new
                }
            };
        }
        Cells { of, groups }
    }

    /// Number of groups of a margin.
    fn count(&self, margin: usize) -> usize {
        let groups = self.groups.iter().map(|groups| groups[margin] as usize + 1);
        groups.max().unwrap_or(0)
    }

    /// Adds each record's row of `count` weights to its cell's.
    fn add(&self, rows: &[f64], count: usize, sums: &mut [f64]) {
        for (row, cell) in rows.chunks_exact(count).zip(&self.of) {
            if *cell != NONE {
                let sums = &mut sums[*cell as usize * count..][..count];
                sums.iter_mut()
                    .zip(row)
                    .for_each(|(sum, weight)| *sum += weight);
            }
        }
    }

    /// Multiplies each record's row of `count` weights by its cell's factors.
    fn multiply(&self, rows: &mut [f64], count: usize, factors: &[f64]) {
        for (row, cell) in rows.chunks_exact_mut(count).zip(&self.of) {
            if *cell != NONE {
                let factors = &factors[*cell as usize * count..][..count];
                row.iter_mut()
                    .zip(factors)
                    .for_each(|(weight, factor)| *weight *= factor);
            }
        }
    }
}

impl Margins {
    fn read(table: &Table, weights: &[f64], rake: &Rake) -> Result<Margins> {
        if rake.margins.is_empty() {
            return Err(Error::new("no_margins"));
        }
        if let Some([least, greatest]) = rake.trim
            && !(least >= 0.0 && least < 1.0 && greatest > 1.0)
        {
            return Err(Error::new("trim_excludes_one")
                .with("low", least)
                .with("high", greatest));
        }
        let mut margins = Margins {
            names: Vec::new(),
            groups: Vec::new(),
            totals: Vec::new(),
            tolerance: rake.tolerance.max(1e-14),
            trim: rake.trim,
        };
        for margin in &rake.margins {
            margins.add(table, weights, margin)?;
        }
        let sum = |totals: &Vec<f64>| totals.iter().sum::<f64>();
        let first = sum(&margins.totals[0]);
        let agrees = |other: &f64| (other - first).abs() <= margins.tolerance.max(1e-9) * first;
        match margins.totals.iter().map(sum).find(|other| !agrees(other)) {
            None => Ok(margins),
            Some(other) => Err(Error::new("margins_disagree")
                .with("value", first)
                .with("other", other)),
        }
    }

    /// The groups of one margin, each with its total.
    fn add(&mut self, table: &Table, weights: &[f64], margin: &Margin) -> Result<()> {
        if margin.by.is_empty() {
            return Err(Error::new("no_margins"));
        }
        let sample: Vec<bool> = weights.iter().map(|weight| *weight > 0.0).collect();
        let mut of: Vec<u32> = sample
            .iter()
            .map(|inside| if *inside { 0 } else { NONE })
            .collect();
        let mut example = Vec::new();
        for name in &margin.by {
            let ids =
                Ids::read(table.column(name)?).without_blank(&sample, "blank_margin", name)?;
            let crossed = Units::nested(&of, &ids);
            (of, example) = (crossed.of, crossed.example);
        }
        let columns = margin.by.join(" / ");
        if let Some((group, total)) = margin
            .totals
            .iter()
            .find(|(_, total)| !(total.is_finite() && **total > 0.0))
        {
            return Err(Error::new("total_not_positive")
                .in_column(columns)
                .with("group", group.as_str())
                .with("value", *total));
        }
        let mut names = Vec::with_capacity(example.len());
        let mut totals = Vec::with_capacity(example.len());
        let mut met = vec![false; margin.totals.iter().count()];
        for row in example {
            let text = name_of(table, &margin.by, row as usize)?;
            let known = || margin.totals.iter().map(|(name, _)| name.as_str());
            let place = known()
                .position(|name| name == text)
                .or_else(|| known().position(|name| plain(name) == plain(&text)));
            let Some(place) = place else {
                return Err(Error::unknown("group_without_total", &text, known())
                    .in_column(columns)
                    .in_row(file_row(row as usize)));
            };
            met[place] = true;
            totals.extend(margin.totals.iter().nth(place).map(|(_, total)| *total));
            names.push(text);
        }
        if let Some(place) = met.iter().position(|met| !met) {
            let group = margin
                .totals
                .iter()
                .nth(place)
                .map(|(name, _)| name.as_str());
            return Err(Error::unknown(
                "group_without_records",
                group.unwrap_or_default(),
                names.iter().map(String::as_str),
            )
            .in_column(columns));
        }
        self.names.push(names);
        self.groups.push(of);
        self.totals.push(totals);
        Ok(())
    }

    /// Brings every replicate to the totals.
    fn adjust(&self, cells: &Cells, replicates: &mut ReplicateWeights) -> Result<()> {
        let count = replicates.count();
        let mut sums = vec![0.0; cells.groups.len() * count];
        cells.add(replicates.weights(), count, &mut sums);
        let factors = self.factors(cells, &sums, count)?;
        cells.multiply(replicates.weights_mut(), count, &factors);
        Ok(())
    }

    /// The factor of each cell, for each of `count` sets of weights, from the sums of these by cell.
    fn factors(&self, cells: &Cells, sums: &[f64], count: usize) -> Result<Vec<f64>> {
        let mut raw = vec![1.0; sums.len()];
        let cut = |factor: f64| match self.trim {
            Some([least, greatest]) => factor.clamp(least, greatest),
            None => factor,
        };
        let mut miss = Miss::default();
        for _ in 0..MOST_TURNS {
            miss = Miss::default();
            for (margin, totals) in self.totals.iter().enumerate() {
                let mut reached = vec![0.0; totals.len() * count];
                for (cell, groups) in cells.groups.iter().enumerate() {
                    let reached = &mut reached[groups[margin] as usize * count..][..count];
                    for (set, reached) in reached.iter_mut().enumerate() {
                        *reached += sums[cell * count + set] * cut(raw[cell * count + set]);
                    }
                }
                for (place, reached) in reached.iter().enumerate() {
                    let (group, set) = (place / count, place % count);
                    miss.note(reached / totals[group] - 1.0, *reached, margin, group, set);
                }
                for (cell, groups) in cells.groups.iter().enumerate() {
                    let group = groups[margin] as usize;
                    for (set, raw) in raw[cell * count..][..count].iter_mut().enumerate() {
                        let reached = reached[group * count + set];
                        if reached > 0.0 {
                            *raw *= totals[group] / reached;
                        }
                    }
                }
            }
            // One margin without bounds is met at once.
            if miss.size <= self.tolerance || (self.totals.len() == 1 && self.trim.is_none()) {
                return Ok(raw.into_iter().map(cut).collect());
            }
        }
        let group = &self.names[miss.margin][miss.group];
        let mut error = Error::new("calibration_not_converged")
            .with("group", group.as_str())
            .with("miss", miss.size)
            .with("count", MOST_TURNS);
        if count > 1 {
            error = error.with("replicate", miss.set + 1);
        }
        Err(error)
    }
}

/// The total that is furthest from being met.
#[derive(Default)]
struct Miss {
    size: f64,
    margin: usize,
    group: usize,
    set: usize,
}

impl Miss {
    fn note(&mut self, miss: f64, reached: f64, margin: usize, group: usize, set: usize) {
        // A replicate may have nobody in a group.
        if reached > 0.0 && !(miss.abs() <= self.size) {
            *self = Miss {
                size: miss.abs(),
                margin,
                group,
                set,
            };
        }
    }
}

/// A record's group as its file says it: values of several columns are joined by ` / `.
fn name_of(table: &Table, by: &[String], row: usize) -> Result<String> {
    let texts = by.iter().map(|name| Ok(text_of(table.column(name)?, row)));
    Ok(texts.collect::<Result<Vec<String>>>()?.join(" / "))
}

/// The same name with its numbers written in one way: `01` and `1.0` are 1.
fn plain(name: &str) -> String {
    let values = name.split(" / ").map(|value| match value.parse::<f64>() {
        Ok(number) if number.is_finite() => number.to_string(),
        _ => value.into(),
    });
    values.collect::<Vec<String>>().join(" / ")
}
