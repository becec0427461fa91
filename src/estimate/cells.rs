//! Cells: what the `by` variables cut a domain into, laid out so that one pass over the records serves every cell.

use super::measure::Measure;
use crate::design::{OUTSIDE, SurveyDesign};
use crate::error::{Error, Result};
use crate::table::CodeSlice;
use std::ops::Range;

/// Combinations of categories above which a cross is refused.
const MOST_CELLS: usize = 1_000_000;

/// The cells of a cross that occur, sorted by key. Every record lies in at most one.
///
/// Records are held in the order of cell and sampling unit. A *segment* is a cell's part of one unit: sums over segments are
/// all that a variance needs, so a pass over the records ends there.
#[derive(Debug, Clone)]
pub struct Cells {
    rows: usize,
    dimensions: usize,
    keys: Vec<Vec<u32>>,
    /// First segment of each cell, and the end.
    first_segment: Vec<usize>,
    /// First place of each segment in `records`, and the end.
    first_record: Vec<usize>,
    /// Last-stage unit of each segment; rises within a cell.
    unit: Vec<u32>,
    /// Records of positive weight.
    records: Vec<u32>,
    /// Their weights.
    weights: Vec<f64>,
}

impl Cells {
    /// Crosses the categories of `by` within the domain; one cell for the whole domain without `by`.
    ///
    /// A record of weight zero, outside the domain, or with a missing value in `by` lies in no cell, but stays in the design.
    ///
    /// # Errors
    /// `not_coded` for numbers (see [`Measure::into_coded`]); `too_many_cells`; `length_mismatch` when `by` or the domain has
    /// another number of records than the design.
    pub fn cross(design: &SurveyDesign, by: &[&Measure], domain: Option<&[bool]>) -> Result<Cells> {
        let rows = design.rows();
        let lengths = by.iter().map(|measure| measure.len());
        if let Some(length) = lengths
            .chain(domain.map(<[bool]>::len))
            .find(|length| *length != rows)
        {
            return Err(Error::new("length_mismatch")
                .with("value", length)
                .with("rows", rows));
        }
        let sizes: Vec<usize> = by.iter().map(|measure| measure.levels().len()).collect();
        let product = sizes
            .iter()
            .try_fold(1_usize, |product, size| product.checked_mul(*size));
        let combinations = match product {
            Some(combinations) if combinations <= MOST_CELLS => combinations,
            _ => {
                return Err(Error::new("too_many_cells")
                    .with("count", product.unwrap_or(usize::MAX))
                    .with("limit", MOST_CELLS));
            }
        };
        let mut cell = in_play(design, domain);
        for measure in by {
            cross_with(&mut cell, measure)?;
        }
        let keys = number_cells(&mut cell, combinations, &sizes);
        let by_unit = counting_sort(0..rows as u32, design.units(), |row| {
            match cell[row as usize] {
                OUTSIDE => None,
                _ => Some(design.unit_of_records()[row as usize]),
            }
        });
        let records = counting_sort(by_unit.into_iter(), keys.len(), |row| {
            Some(cell[row as usize])
        });
        Ok(Cells::lay_out(design, by.len(), keys, &cell, records))
    }

    /// Number of cells.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether no record lies in any cell.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Category of each `by` variable.
    pub fn key(&self, cell: usize) -> &[u32] {
        &self.keys[cell]
    }

    /// Number of `by` variables.
    pub fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// Number of records of the design.
    pub fn rows(&self) -> usize {
        self.rows
    }

    pub(super) fn segments(&self, cell: usize) -> Range<usize> {
        self.first_segment[cell]..self.first_segment[cell + 1]
    }

    pub(super) fn segment_count(&self) -> usize {
        self.unit.len()
    }

    /// Last-stage unit of each segment of a cell.
    pub(super) fn units(&self, cell: usize) -> &[u32] {
        &self.unit[self.segments(cell)]
    }

    /// Records and weights of some segments in a row.
    #[inline]
    pub(super) fn members(&self, segments: Range<usize>) -> (&[u32], &[f64]) {
        let range = self.first_record[segments.start]..self.first_record[segments.end];
        (&self.records[range.clone()], &self.weights[range])
    }

    fn lay_out(
        design: &SurveyDesign,
        dimensions: usize,
        keys: Vec<Vec<u32>>,
        cell: &[u32],
        records: Vec<u32>,
    ) -> Cells {
        let mut first_segment = vec![0; keys.len() + 1];
        let (mut first_record, mut unit) = (Vec::new(), Vec::new());
        let mut last = None;
        for (place, &row) in records.iter().enumerate() {
            let here = (cell[row as usize], design.unit_of_records()[row as usize]);
            if last != Some(here) {
                last = Some(here);
                first_record.push(place);
                unit.push(here.1);
                first_segment[here.0 as usize + 1] = unit.len();
            }
        }
        first_record.push(records.len());
        let weights = records
            .iter()
            .map(|row| design.weights()[*row as usize])
            .collect();
        Cells {
            rows: design.rows(),
            dimensions,
            keys,
            first_segment,
            first_record,
            unit,
            records,
            weights,
        }
    }
}

/// 0 for each record that counts, [`OUTSIDE`] for the others.
fn in_play(design: &SurveyDesign, domain: Option<&[bool]>) -> Vec<u32> {
    let weighs = |row: usize| design.weights()[row] > 0.0;
    let inside = |row: usize| domain.is_none_or(|domain| domain[row]);
    let start = |row| {
        if weighs(row) && inside(row) {
            0
        } else {
            OUTSIDE
        }
    };
    (0..design.rows()).map(start).collect()
}

/// Refines the combinations by one more variable.
fn cross_with(cell: &mut [u32], measure: &Measure) -> Result<()> {
    let Measure::Coded {
        codes,
        category,
        levels,
    } = measure
    else {
        return Err(Error::new("not_coded"));
    };
    let size = levels.len() as u32;
    let refine = |cell: &mut u32, code: usize| {
        *cell = match category[code] {
            Some(category) if *cell != OUTSIDE => *cell * size + category,
            _ => OUTSIDE,
        };
    };
    match codes.slice() {
        CodeSlice::Narrow(codes) => {
            let codes = codes.iter().map(|code| usize::from(*code));
            cell.iter_mut()
                .zip(codes)
                .for_each(|(cell, code)| refine(cell, code));
        }
        CodeSlice::Wide(codes) => {
            let codes = codes.iter().map(|code| usize::from(*code));
            cell.iter_mut()
                .zip(codes)
                .for_each(|(cell, code)| refine(cell, code));
        }
    }
    Ok(())
}

/// Numbers the combinations that occur and returns their keys.
fn number_cells(cell: &mut [u32], combinations: usize, sizes: &[usize]) -> Vec<Vec<u32>> {
    let mut number = vec![OUTSIDE; combinations];
    for combination in cell.iter().filter(|combination| **combination != OUTSIDE) {
        number[*combination as usize] = 0;
    }
    let mut keys = Vec::new();
    for (combination, number) in number.iter_mut().enumerate() {
        if *number == OUTSIDE {
            continue;
        }
        *number = keys.len() as u32;
        let mut rest = combination;
        let mut key = vec![0; sizes.len()];
        for (category, size) in key.iter_mut().zip(sizes).rev() {
            *category = (rest % size) as u32;
            rest /= size;
        }
        keys.push(key);
    }
    for combination in cell
        .iter_mut()
        .filter(|combination| **combination != OUTSIDE)
    {
        *combination = number[*combination as usize];
    }
    keys
}

/// Sorts rows by a small number, keeping the order of equals and leaving out those without one.
fn counting_sort(
    rows: impl Iterator<Item = u32> + Clone,
    buckets: usize,
    bucket: impl Fn(u32) -> Option<u32>,
) -> Vec<u32> {
    let mut next = vec![0_usize; buckets + 1];
    for row in rows.clone() {
        if let Some(bucket) = bucket(row) {
            next[bucket as usize + 1] += 1;
        }
    }
    for index in 0..buckets {
        next[index + 1] += next[index];
    }
    let mut sorted = vec![0; next[buckets]];
    for row in rows {
        if let Some(bucket) = bucket(row) {
            let place = &mut next[bucket as usize];
            sorted[*place] = row;
            *place += 1;
        }
    }
    sorted
}
