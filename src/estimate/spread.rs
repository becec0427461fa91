//! Spreads from the influence of each record.

use super::cells::Cells;
use super::statistic::Spread;
use crate::design::SurveyDesign;

/// The spread of a cell's number from the influence of each of its members, weight included; none for a record without a valid
/// answer. Where the weights were calibrated, what the calibration explains is taken out.
pub(super) fn of_records(
    design: &SurveyDesign,
    cells: &Cells,
    cell: usize,
    influence: &[Option<f64>],
) -> Spread {
    let known = units_of_members(cells, cell).zip(influence);
    let known = known.filter_map(|(unit, value)| Some((unit, (*value)?)));
    let (own, sums) = by_unit(known);
    if !design.is_calibrated() {
        return Spread::Units {
            units: own.into(),
            influence: sums,
            own: None,
        };
    }
    let (members, _) = cells.members(cells.segments(cell));
    let mut all = vec![0.0; design.rows()];
    for (member, value) in members.iter().zip(influence) {
        all[*member as usize] = value.unwrap_or(0.0);
    }
    design.take_out_calibration(&mut all);
    let layout = design.layout();
    let units = layout.first.windows(2).enumerate();
    let reached = units.flat_map(|(unit, ends)| {
        let records = &layout.records[ends[0] as usize..ends[1] as usize];
        let values = records.iter().map(|record| all[*record as usize]);
        values
            .filter(|value| *value != 0.0)
            .map(move |value| (unit as u32, value))
    });
    let (reached, influence) = by_unit(reached);
    Spread::Units {
        units: reached.into(),
        influence,
        own: Some(own.into()),
    }
}

/// The last-stage unit of each member of a cell, in their order.
pub(super) fn units_of_members(cells: &Cells, cell: usize) -> impl Iterator<Item = u32> {
    let segments = cells.segments(cell).zip(cells.units(cell));
    segments.flat_map(|(segment, unit)| {
        let count = cells.members(segment..segment + 1).0.len();
        std::iter::repeat_n(*unit, count)
    })
}

/// Adds up values in the order of their units.
fn by_unit(values: impl Iterator<Item = (u32, f64)>) -> (Vec<u32>, Vec<f64>) {
    let (mut units, mut influence): (Vec<u32>, Vec<f64>) = (Vec::new(), Vec::new());
    for (unit, value) in values {
        match influence.last_mut() {
            Some(sum) if units.last() == Some(&unit) => *sum += value,
            _ => {
                units.push(unit);
                influence.push(value);
            }
        }
    }
    (units, influence)
}
