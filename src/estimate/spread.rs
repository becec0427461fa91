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
    influence: Vec<Option<f64>>,
) -> Spread {
    let (members, _) = cells.members(cells.segments(cell));
    let of_unit = design.unit_of_records();
    if !design.is_calibrated() {
        let known = members.iter().zip(influence);
        let known = known.filter_map(|(member, value)| Some((of_unit[*member as usize], value?)));
        return by_unit(known);
    }
    let mut all = vec![0.0; design.rows()];
    for (member, value) in members.iter().zip(influence) {
        all[*member as usize] = value.unwrap_or(0.0);
    }
    design.take_out_calibration(&mut all);
    // Calibration reaches nearly every unit.
    let mut sums = vec![None; design.units()];
    for (unit, value) in of_unit.iter().zip(all) {
        if value != 0.0 {
            *sums[*unit as usize].get_or_insert(0.0) += value;
        }
    }
    let reached = sums.into_iter().enumerate();
    by_unit(reached.filter_map(|(unit, sum)| Some((unit as u32, sum?))))
}

/// Adds up values in the order of their units.
fn by_unit(values: impl Iterator<Item = (u32, f64)>) -> Spread {
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
    Spread::Units {
        units: units.into(),
        influence,
    }
}
