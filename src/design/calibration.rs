//! Weights brought to known totals.

use super::SurveyDesign;
use super::ids::NONE;
use super::margins::{Cells, MOST_TURNS, Margins};
use crate::document::Calibrate;
use crate::error::{Error, Result};
use crate::numeric::Sum;
use crate::table::Table;

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

impl SurveyDesign {
    /// The same sample with its weights, and those of every replicate, brought to known totals, one step after the other.
    ///
    /// Post-stratification multiplies the weights of a group by its total over their sum. Raking does so for one margin after
    /// the other until all totals are met to the tolerance (Deming and Stephan 1940); under `trim` the product of a record's
    /// factors is cut at the bounds in every turn. That leads to the weights nearest to those before within the bounds, by the
    /// distance Σ d (g log g − g + 1) (Deville and Särndal 1992; R's `calibrate(calfun = "raking", bounds = …)`).
    /// No weight turns negative. A replicate in which a group has no weight cannot meet that group's total and is left without.
    ///
    /// # Errors
    /// `unknown_variable`; `blank_margin` with column and row; `group_without_total`, `group_without_records` with the group
    /// and the column; `total_not_positive`; `margins_disagree`; `trim_excludes_one`; `no_margins`;
    /// `calibration_not_converged` with how far from a total it stopped.
    pub(super) fn calibrated(mut self, table: &Table, steps: &[Calibrate]) -> Result<SurveyDesign> {
        for step in steps {
            let margins = match (&step.poststratify, &step.rake) {
                (Some(margin), _) => Margins::one(table, &self.weights, margin)?,
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
                let groups = explained.margins.iter();
                groups.for_each(|groups| replicates.tie(groups));
                margins.adjust(&explained.cells, replicates)?;
            }
            self.explained.push(explained);
        }
        self.count_weights();
        Ok(self)
    }

    /// Whether the weights were calibrated to known totals.
    pub(crate) fn is_calibrated(&self) -> bool {
        cfg!(feature = "complete") && !self.explained.is_empty()
    }

    /// Takes out of the records' influence values, weight included, what the calibration explains: their regression on the
    /// groups of the margins, weighted by the weights before each step (Deville and Särndal 1992; for raking R's
    /// `calibrate(calfun = "raking")`). The last step is undone first, since it was made of the others' weights. Weights that
    /// `trim` cut take part like the others, as in R: the error of many samples, in which the bounds matter little.
    pub(crate) fn take_out_calibration(&self, influence: &mut [f64]) {
        for step in self.explained.iter().rev() {
            step.take_out(influence, &self.weights);
        }
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
