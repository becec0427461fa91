//! One question's answers less another's.

use super::answer::{CellEstimate, Estimates};
use super::cells::Cells;
use super::estimand::Estimand;
use super::estimator::Estimator;
use super::options::Options;
use super::result::Flag;
use super::statistic::Statistic;
use super::statistics::Statistics;
use super::suppression::{Quantity, Suppression, Verdict};
use super::uncertainty::Uncertainty;
use crate::design::SurveyDesign;
use crate::document::Basis;
use crate::error::{Error, Result};

/// A question: whom it is put to, and what is estimated.
pub struct Side<'a> {
    /// The sample.
    pub design: &'a SurveyDesign,
    /// The cells of its cross.
    pub cells: &'a Cells,
    /// What is estimated.
    pub estimand: &'a Estimand<'a>,
    /// How its records came into the sample.
    pub basis: Basis,
    /// Which of its own estimates are shown: what a side withholds, no difference gives back.
    pub suppress: Suppression,
}

/// The first side less the second, in each pair of cells. In one sample the covariance counts: units and replicates are shared;
/// errors of two samples add. A census adds none, and a side that chose itself leaves none: `options.basis` is that of both
/// together, [`Basis::and`]. A difference is withheld where its own rule or a side's says so, and carries the marks of both.
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
    let [own, its] = sides.map(|side| Options {
        basis: side.basis,
        suppress: side.suppress,
        ..options.clone()
    });
    let statistics = [(one, &own), (other, &its)].map(|(side, own)| {
        // Schools are counted where either rule asks for them.
        let counting = match options.suppress.counts_units() {
            true => options.suppress,
            false => side.suppress,
        };
        let counting = Options {
            suppress: counting,
            ..own.clone()
        };
        Statistics::of(side.design, side.cells, side.estimand, &counting)
    });
    let [statistics, others] = statistics;
    let (statistics, others) = (statistics?, others?);
    if statistics.parts.len() != others.parts.len() {
        return Err(Error::new("parts_differ")
            .with("count", statistics.parts.len())
            .with("other", others.parts.len()));
    }
    let mut first = Estimator::of(one.design, one.cells, one.estimand, &statistics, options)?;
    let with = Options {
        basis: other.basis,
        ..options.clone()
    };
    let second = Estimator::of(other.design, other.cells, other.estimand, &others, &with)?;
    let lonely_strata = first.lonely_strata()?.max(second.lonely_strata()?);
    let mut judges = [
        Estimator::of(one.design, one.cells, one.estimand, &statistics, &own)?,
        Estimator::of(other.design, other.cells, other.estimand, &others, &its)?,
    ];
    let judged = judges.each_mut().map(|side| side.cells().1);
    let mut rows = Vec::new();
    for (cell, with) in pairs {
        for part in 0..statistics.parts.len() {
            let bases = (!same_sample).then_some([one.basis, other.basis]);
            let sides = [judged[0].of(*cell, part), judged[1].of(*with, part)];
            rows.push(row(&mut first, &second, part, [*cell, *with], bases, sides));
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

/// `bases` are those of two samples; none for one.
fn row(
    first: &mut Estimator,
    second: &Estimator,
    part: usize,
    [cell, with]: [usize; 2],
    bases: Option<[Basis; 2]>,
    sides: [Verdict; 2],
) -> CellEstimate {
    let mut row = CellEstimate::empty(first.key(cell), first.statistics.parts[part].part);
    let by_own_rule = first.withheld(cell).or_else(|| second.withheld(with));
    if let Some(flag) = by_own_rule.or_else(|| Verdict::hidden(&sides)) {
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
    let error = match bases {
        None => {
            let difference = Statistic::combine(&[(1.0, own), (-1.0, other)]);
            first.uncertainty(&difference, size)
        }
        Some([Basis::Census, Basis::Census]) => None,
        Some(bases) => {
            let error = |estimator: &Estimator, of: &Statistic, basis| match basis {
                Basis::Census => Some(Uncertainty::certain(0.0)),
                _ => estimator.uncertainty(of, of.value()),
            };
            error(first, own, bases[0])
                .zip(error(second, other, bases[1]))
                .map(|(own, other)| own.and_independent(other))
        }
    };
    first.finish(&mut row, false, error);
    first.test(&mut row);
    let own = first.options.suppress.of_row(&row, Quantity::Other);
    row.under(&[sides[0], sides[1], own])
}
