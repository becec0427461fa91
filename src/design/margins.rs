//! Margins with their totals, and the factors that meet them.

use super::ReplicateWeights;
use super::ids::{Ids, NONE, Units, file_row, text_of};
use crate::document::{Margin, Rake};
use crate::error::{Error, Result};
use crate::numeric::decimal::decimal;
use crate::table::Table;
use std::collections::BTreeMap;

/// Turns after which raking is given up.
pub(super) const MOST_TURNS: usize = 2_000;

/// Combinations of the groups of all margins.
#[derive(Debug, Clone)]
pub(super) struct Cells {
    /// Cell of each record; [`NONE`] outside the sample.
    pub(super) of: Vec<u32>,
    /// Group of each cell by margin.
    pub(super) groups: Vec<Vec<u32>>,
}

/// Margins with their totals.
pub(super) struct Margins {
    names: Vec<Vec<String>>,
    pub(super) groups: Vec<Vec<u32>>,
    totals: Vec<Vec<f64>>,
    tolerance: f64,
    trim: Option<[f64; 2]>,
}

impl Cells {
    pub(super) fn of(margins: &[Vec<u32>], rows: usize) -> Cells {
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
    pub(super) fn count(&self, margin: usize) -> usize {
        let groups = self.groups.iter().map(|groups| groups[margin] as usize + 1);
        groups.max().unwrap_or(0)
    }

    /// Adds each record's row of `count` weights to its cell's.
    pub(super) fn add(&self, rows: &[f64], count: usize, sums: &mut [f64]) {
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
    pub(super) fn multiply(&self, rows: &mut [f64], count: usize, factors: &[f64]) {
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
    /// Post-stratification is raking with a single margin.
    pub(super) fn one(table: &Table, weights: &[f64], margin: &Margin) -> Result<Margins> {
        let once = Rake {
            margins: vec![margin.clone()],
            tolerance: 1e-10,
            trim: None,
        };
        Margins::read(table, weights, &once)
    }

    /// # Errors
    /// See [`super::SurveyDesign::calibrated`].
    pub(super) fn read(table: &Table, weights: &[f64], rake: &Rake) -> Result<Margins> {
        if rake.margins.is_empty() {
            return Err(Error::new("no_margins"));
        }
        if let Some([least, greatest]) = rake.trim
            && !((0.0..1.0).contains(&least) && greatest > 1.0)
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
    pub(super) fn adjust(&self, cells: &Cells, replicates: &mut ReplicateWeights) -> Result<()> {
        let count = replicates.count();
        let mut sums = vec![0.0; cells.groups.len() * count];
        cells.add(replicates.weights(), count, &mut sums);
        let factors = self.factors(cells, &sums, count)?;
        cells.multiply(replicates.weights_mut(), count, &factors);
        Ok(())
    }

    /// The factor of each cell, for each of `count` sets of weights, from the sums of these by cell.
    pub(super) fn factors(&self, cells: &Cells, sums: &[f64], count: usize) -> Result<Vec<f64>> {
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
        if reached > 0.0 && (miss.is_nan() || miss.abs() > self.size) {
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
        Ok(number) if number.is_finite() => decimal(number),
        _ => value.into(),
    });
    values.collect::<Vec<String>>().join(" / ")
}
