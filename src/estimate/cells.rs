//! Cells: what the `by` variables cut a domain into, laid out so that one pass over the records serves every cell.

use super::measure::Measure;
use super::result::Flag;
use crate::design::{OUTSIDE, SurveyDesign};
use crate::error::{Error, Result};
use crate::table::{CodeSlice, each_row};
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
    /// Place of each record in `records`; its length for a record in no cell.
    place: Vec<u32>,
    /// Why records of each cell are held out; empty where none are.
    reasons: Vec<Flag>,
}

/// One record in so many has to lie in a cell for a column to be read from end to end.
const SPARSE: usize = 8;

impl Cells {
    /// Crosses the categories of `by` within the domain; one cell for the whole domain without `by`.
    ///
    /// A record of weight zero, outside the domain, or with a missing value in `by` lies in no cell, but stays in the design.
    ///
    /// # Errors
    /// `not_coded` for numbers (see [`Measure::into_coded`]); `too_many_cells`; `length_mismatch` when `by` or the domain has
    /// another number of records than the design.
    pub fn cross(design: &SurveyDesign, by: &[&Measure], domain: Option<&[bool]>) -> Result<Cells> {
        let (keys, cell) = Cells::numbered(design, by, domain)?;
        Ok(Cells::lay_out(design, by.len(), keys, cell))
    }

    /// The same cells without the records that are declared absent. A cell in which nobody is left stays; of several reasons
    /// the first that holds for one of its records is its own.
    ///
    /// # Errors
    /// As [`Cells::cross`].
    #[cfg(feature = "complete")]
    pub fn cross_without(
        design: &SurveyDesign,
        by: &[&Measure],
        domain: Option<&[bool]>,
        absent: &[(Flag, &[bool])],
    ) -> Result<Cells> {
        let (keys, mut cell) = Cells::numbered(design, by, domain)?;
        let mut reasons = vec![None; keys.len()];
        for (flag, records) in absent {
            for (cell, _) in cell.iter().zip(*records).filter(|(_, absent)| **absent) {
                if let Some(reason) = reasons.get_mut(*cell as usize) {
                    reason.get_or_insert(*flag);
                }
            }
        }
        for (_, records) in absent {
            for (cell, _) in cell.iter_mut().zip(*records).filter(|(_, absent)| **absent) {
                *cell = OUTSIDE;
            }
        }
        let reasons = reasons
            .into_iter()
            .map(|reason| reason.unwrap_or(Flag::NoData));
        Ok(Cells {
            reasons: reasons.collect(),
            ..Cells::lay_out(design, by.len(), keys, cell)
        })
    }

    /// The keys of the cells that occur, and the cell of each record.
    fn numbered(
        design: &SurveyDesign,
        by: &[&Measure],
        domain: Option<&[bool]>,
    ) -> Result<(Vec<Vec<u32>>, Vec<u32>)> {
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
        Ok((keys, cell))
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

    /// Why a cell has no number in which nobody answered.
    pub(super) fn reason(&self, cell: usize) -> Flag {
        self.reasons.get(cell).copied().unwrap_or(Flag::NoData)
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

    /// Places, in the order of cell and unit, of the records of some segments in a row.
    #[inline]
    pub(super) fn places(&self, segments: Range<usize>) -> Range<usize> {
        self.first_record[segments.start]..self.first_record[segments.end]
    }

    /// The records at some places.
    pub(super) fn records(&self, places: Range<usize>) -> &[u32] {
        &self.records[places]
    }

    /// Number of records in a cell.
    pub(super) fn size(&self, cell: usize) -> usize {
        self.places(self.segments(cell)).len()
    }

    /// Records and weights of some segments in a row.
    #[inline]
    pub(super) fn members(&self, segments: Range<usize>) -> (&[u32], &[f64]) {
        let places = self.places(segments);
        (&self.records[places.clone()], &self.weights[places])
    }

    /// A column in the order of cell and unit, each value turned by `of`; blank as `T::default()` at the end.
    ///
    /// The column is read from end to end and each value put where its segment is: reading it in the order of the segments
    /// would wait for memory at every step. Where few records lie in cells, they alone are read.
    pub(super) fn in_order<S: Copy, T: Copy + Default>(
        &self,
        column: &[S],
        of: impl Fn(S) -> T,
    ) -> Vec<T> {
        let mut values = vec![T::default(); self.records.len() + 1];
        if self.records.len() * SPARSE < self.rows {
            each_row(self.records.len(), |place| {
                values[place] = of(column[self.records[place] as usize]);
            });
        } else {
            each_row(column.len(), |row| {
                values[self.place[row] as usize] = of(column[row]);
            });
        }
        values
    }

    fn lay_out(
        design: &SurveyDesign,
        dimensions: usize,
        keys: Vec<Vec<u32>>,
        cell: Vec<u32>,
    ) -> Cells {
        let layout = design.layout();
        let units = design.units();
        // The cells in the order of the units; from here on everything lies side by side.
        let mut order = vec![OUTSIDE; layout.records.len() + 1];
        each_row(cell.len(), |row| {
            order[layout.place[row] as usize] = cell[row]
        });
        let mut heads = vec![Head::default(); keys.len()];
        each_row(units, |unit| {
            let places = layout.first[unit] as usize..layout.first[unit + 1] as usize;
            for cell in &order[places] {
                if let Some(head) = heads.get_mut(*cell as usize) {
                    head.records += 1;
                    head.segments += usize::from(head.unit != unit as u32);
                    head.unit = unit as u32;
                }
            }
        });
        let mut first_segment = vec![0; keys.len() + 1];
        let mut all = Head::default();
        for (index, head) in heads.iter_mut().enumerate() {
            let own = std::mem::replace(head, all);
            all.records += own.records;
            all.segments += own.segments;
            first_segment[index + 1] = all.segments;
        }
        let mut records = vec![0; all.records as usize];
        let mut first_record = vec![all.records as usize; all.segments + 1];
        let mut unit_of = vec![0; all.segments];
        each_row(units, |unit| {
            let places = layout.first[unit] as usize..layout.first[unit + 1] as usize;
            for (cell, record) in order[places.clone()]
                .iter_mut()
                .zip(&layout.records[places])
            {
                let Some(head) = heads.get_mut(*cell as usize) else {
                    continue;
                };
                if head.unit != unit as u32 {
                    head.unit = unit as u32;
                    first_record[head.segments] = head.records as usize;
                    unit_of[head.segments] = unit as u32;
                    head.segments += 1;
                }
                records[head.records as usize] = *record;
                *cell = head.records;
                head.records += 1;
            }
        });
        let mut place = cell;
        each_row(place.len(), |row| {
            place[row] = order[layout.place[row] as usize].min(all.records);
        });
        let mut weights = vec![0.0; records.len() + 1];
        each_row(place.len(), |row| {
            weights[place[row] as usize] = design.weights()[row];
        });
        weights.pop();
        Cells {
            rows: design.rows(),
            dimensions,
            keys,
            first_segment,
            first_record,
            unit: unit_of,
            records,
            weights,
            place,
            reasons: Vec::new(),
        }
    }
}

/// How far a cell is filled.
#[derive(Clone, Copy)]
struct Head {
    records: u32,
    segments: usize,
    /// Unit of the last segment.
    unit: u32,
}

impl Default for Head {
    fn default() -> Self {
        Head {
            records: 0,
            segments: 0,
            unit: OUTSIDE,
        }
    }
}

/// 0 for each record that counts, [`OUTSIDE`] for the others.
fn in_play(design: &SurveyDesign, domain: Option<&[bool]>) -> Vec<u32> {
    let weights = design.weights();
    let mut cell = vec![OUTSIDE; weights.len()];
    each_row(cell.len(), |row| {
        if weights[row] > 0.0 && domain.is_none_or(|domain| domain[row]) {
            cell[row] = 0;
        }
    });
    cell
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
            each_row(codes.len(), |row| refine(&mut cell[row], codes[row].into()));
        }
        CodeSlice::Wide(codes) => {
            each_row(codes.len(), |row| refine(&mut cell[row], codes[row].into()));
        }
    }
    Ok(())
}

/// Numbers the combinations that occur and returns their keys.
fn number_cells(cell: &mut [u32], combinations: usize, sizes: &[usize]) -> Vec<Vec<u32>> {
    let mut number = vec![OUTSIDE; combinations];
    each_row(cell.len(), |row| {
        if cell[row] != OUTSIDE {
            number[cell[row] as usize] = 0;
        }
    });
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
    each_row(cell.len(), |row| {
        if cell[row] != OUTSIDE {
            cell[row] = number[cell[row] as usize];
        }
    });
    keys
}
