//! One question's answers less another's.

use super::answer::{CellEstimate, Estimates};
use super::cells::Cells;
use super::estimand::Estimand;
use super::estimator::Estimator;
use super::options::Options;
use super::result::Flag;
use super::statistic::Statistic;
use super::statistics::Statistics;
use crate::design::SurveyDesign;
use crate::error::{Error, Result};

/// A question: whom it is put to, and what is estimated.
pub struct Side<'a> {
    /// The sample.
    pub design: &'a SurveyDesign,
    /// The cells of its cross.
    pub cells: &'a Cells,
    /// What is estimated.
    pub estimand: &'a Estimand<'a>,
}

/// The first side less the second, in each pair of cells. In one sample the covariance counts: units and replicates are shared;
/// errors of two samples add.
///
/// # Errors
/// Those of the estimands; `parts_differ` where the sides have other parts; `level_out_of_range`; `lonely_psu` under the rule
/// `fail`.
pub fn difference(
    sides: [&Side; 2],
    pairs: &[(usize, usize)],
    same_sample: bool,
    options: &Options,
) -> Result<Estimates> {
    let [one, other] = sides;
    let statistics = Statistics::of(one.design, one.cells, one.estimand, options)?;
    let others = Statistics::of(other.design, other.cells, other.estimand, options)?;
    if statistics.parts.len() != others.parts.len() {
        return Err(Error::new("parts_differ")
            .with("count", statistics.parts.len())
            .with("other", others.parts.len()));
    }
    let mut first = Estimator::of(one.design, one.cells, one.estimand, &statistics, options)?;
    let second = Estimator::of(other.design, other.cells, other.estimand, &others, options)?;
    let lonely_strata = first.lonely_strata()?.max(second.lonely_strata()?);
    let mut rows = Vec::new();
    for (cell, with) in pairs {
        for part in 0..statistics.parts.len() {
            rows.push(row(&mut first, &second, part, *cell, *with, same_sample));
        }
    }
    Ok(Estimates {
        cells: rows,
        averages: Vec::new(),
        comparisons: Vec::new(),
        joint: Vec::new(),
        lonely_strata,
        interval: None,
        deff: None,
    })
}

fn row(
    first: &mut Estimator,
    second: &Estimator,
    part: usize,
    cell: usize,
    with: usize,
    same_sample: bool,
) -> CellEstimate {
    let mut row = CellEstimate::empty(first.key(cell), first.statistics.parts[part].part);
    if let Some(flag) = first.withheld(cell).or_else(|| second.withheld(with)) {
        return row.withheld(flag);
    }
    let (of_cell, of_other) = (
        &first.statistics.cells[cell],
        &second.statistics.cells[with],
    );
    let own = of_cell.parts[part].statistic.as_ref();
    let (Some(own), Some(other)) = (own, of_other.parts[part].statistic.as_ref()) else {
        return row.withheld(Flag::NoData);
    };
    row.n = Some(of_cell.n.min(of_other.n));
    row.estimate = Some(own.value() - other.value());
    let size = own.value().abs().max(other.value().abs());
    let error = if same_sample {
        let difference = Statistic::combine(&[(1.0, own), (-1.0, other)]);
        first.uncertainty(&difference, size)
    } else {
        let own = first.uncertainty(own, own.value());
        let other = second.uncertainty(other, other.value());
        own.zip(other)
            .map(|(own, other)| own.and_independent(other))
    };
    first.finish(&mut row, false, error);
    first.test(&mut row);
    row
}
