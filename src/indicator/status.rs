//! Where an indicator stands.

use super::path::{Cut, Path};
use super::{Indicator, Measured};
use crate::error::Result;
use crate::estimate::Flag;
use crate::shape::{Shape, Written};
use serde::Serialize;

/// Where an indicator stands against its baseline and targets.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
pub struct IndicatorStatus {
    /// The indicator's id.
    pub id: String,
    /// The node it speaks of.
    pub node: String,
    /// Its latest value, in its unit.
    pub value: Option<f64>,
    /// Standard error of the value.
    pub se: Option<f64>,
    /// Interval of the value.
    pub ci: Option<[f64; 2]>,
    /// Records behind the value.
    pub n: Option<u64>,
    /// Date of the value.
    pub date: Option<String>,
    /// Value expected on that date, on the line through the baseline and the targets.
    pub expected: Option<f64>,
    /// Share of the way from the baseline to the last target; raw, so it may be negative or above 1. Of an indicator that
    /// should stay where it is, the share of its level that it kept.
    pub progress: Option<f64>,
    /// Interval of the progress.
    pub progress_ci: Option<[f64; 2]>,
    /// Way made over way expected by the date.
    pub pace: Option<f64>,
    /// The status.
    pub status: Status,
    /// Whether the whole interval lies on one side of the cut that the status needs; null where no interval applies.
    pub firm: Option<bool>,
    /// Whether the baseline or a target is made up.
    pub illustrative: bool,
    /// Why something is absent or doubtful.
    pub flags: Vec<Flag>,
}

/// The status of an indicator, by its pace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Written, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The last target is reached.
    Achieved,
    /// Pace of at least 0.95.
    OnTrack,
    /// Pace from 0.60 to 0.95.
    AtRisk,
    /// Pace below 0.60.
    OffTrack,
    /// Farther from the target than the baseline was.
    MovingAway,
    /// No value.
    NoData,
    /// A value, but no target to hold it against.
    NotDue,
}

/// Least pace of [`Status::OnTrack`].
pub const ON_TRACK: f64 = 0.95;
/// Least pace of [`Status::AtRisk`].
pub const AT_RISK: f64 = 0.60;

/// Where an indicator stands with this value.
///
/// Progress P = (y − b) / (T − b); pace R = (y − b) / (e(t) − b), with e(t) linear through the baseline and the targets. The
/// status follows from R at [`ON_TRACK`] and [`AT_RISK`]. It is firm where the interval of y − cut, which carries the
/// baseline's error in the part that the cut does, lies on one side of zero: for the cut e(t) itself that is
/// Var = se_y² + (1 − φ)² se_b². Half-widths add in quadrature (Zou and Donner 2008, doi:10.1002/sim.3095), so that an
/// interval that is not symmetric stays so. Value and baseline are taken as independent.
///
/// # Errors
/// Of the baseline and the targets, with places relative to the indicator: `invalid_date`, `target_not_later`,
/// `target_against_direction`.
pub fn status(indicator: &Indicator, measured: &Measured) -> Result<IndicatorStatus> {
    let path = Path::of(indicator)?;
    let mut standing = unjudged(indicator, measured);
    let measured = measured.with_honest_error();
    let (Some(path), Some(value)) = (path, measured.value) else {
        return Ok(standing);
    };
    let expected = measured.date.and_then(|date| path.expected(date));
    standing.expected = expected.map(|expected| expected.value);
    standing.progress = path.progress(value);
    standing.pace = expected.and_then(|expected| path.pace(value, expected));

    let over = measured.date.is_some_and(|date| path.is_over(date));
    standing.status = judge(&path, &standing, over);

    let Some(half_widths) = measured.half_widths() else {
        return Ok(standing);
    };
    let baseline_half_width = match indicator.baseline.as_ref().and_then(|baseline| baseline.se) {
        None => 0.0,
        Some(se) => match measured.multiplier() {
            Some(multiplier) => multiplier * se,
            None => return Ok(standing),
        },
    };
    standing.progress_ci = progress_interval(&path, value, half_widths, baseline_half_width);
    let cuts = match (standing.status, expected) {
        (Status::NoData | Status::NotDue, _) => return Ok(standing),
        (Status::Achieved, Some(expected)) if path.is_kept() => path.cuts(1.0, expected),
        (Status::Achieved, _) => vec![path.target()],
        (_, None) => return Ok(standing),
        (Status::OnTrack, Some(expected)) => path.cuts(ON_TRACK, expected),
        (Status::AtRisk, Some(expected)) => {
            let mut cuts = path.cuts(ON_TRACK, expected);
            cuts.extend(path.cuts(AT_RISK, expected));
            cuts
        }
        (Status::OffTrack, Some(expected)) => path.cuts(AT_RISK, expected),
        (Status::MovingAway, Some(expected)) => path.cuts(0.0, expected),
    };
    standing.firm = Some(
        cuts.iter()
            .all(|cut| is_clear_of(*cut, value, half_widths, baseline_half_width)),
    );
    Ok(standing)
}

/// The indicator with its value, held against nothing.
pub(crate) fn unjudged(indicator: &Indicator, measured: &Measured) -> IndicatorStatus {
    let measured = measured.with_honest_error();
    let illustrative = indicator
        .baseline
        .iter()
        .any(|baseline| baseline.illustrative)
        || indicator.targets.iter().any(|target| target.illustrative);
    IndicatorStatus {
        id: indicator.id.clone(),
        node: indicator.node.clone(),
        value: measured.value,
        se: measured.se,
        ci: measured
            .value
            .zip(measured.half_widths())
            .map(|(value, [below, above])| [value - below, value + above]),
        n: measured.n,
        date: measured.date.map(|date| date.to_string()),
        expected: None,
        progress: None,
        progress_ci: None,
        pace: None,
        status: if measured.value.is_some() {
            Status::NotDue
        } else {
            Status::NoData
        },
        firm: None,
        illustrative,
        flags: measured.flags,
    }
}

/// The status of an indicator that has a value and a path.
fn judge(path: &Path, standing: &IndicatorStatus, over: bool) -> Status {
    let due = standing.expected.is_some();
    match standing.progress {
        // A level of zero that was left: there is no share of it that could have been kept.
        None if due => Status::MovingAway,
        Some(progress) if reaches(progress, 1.0) && (over || !path.is_kept()) => Status::Achieved,
        Some(progress) if due && !path.is_kept() && progress < 0.0 => Status::MovingAway,
        _ => match standing.pace {
            Some(pace) if reaches(pace, ON_TRACK) => Status::OnTrack,
            Some(pace) if reaches(pace, AT_RISK) => Status::AtRisk,
            Some(_) => Status::OffTrack,
            None => Status::NotDue,
        },
    }
}

/// At least `cut`, but for the rounding of a division: 0.38 of 0.4 is 0.95.
fn reaches(share: f64, cut: f64) -> bool {
    share >= cut - 1e-9
}

/// The interval of the progress: its range over the value's interval, widened by the baseline's error.
fn progress_interval(
    path: &Path,
    value: f64,
    [below, above]: [f64; 2],
    baseline_half_width: f64,
) -> Option<[f64; 2]> {
    let progress = path.progress(value)?;
    let (low, high) = (value - below, value + above);
    let target = path.target().value;
    let turn = if low < target && target < high {
        target
    } else {
        value
    };
    let mut range = [progress; 2];
    for end in [low, high, turn] {
        let there = path.progress(end)?;
        range = [range[0].min(there), range[1].max(there)];
    }
    let from_baseline = path.baseline_error(progress, baseline_half_width);
    let interval = [
        progress - quadrature(progress - range[0], from_baseline),
        progress + quadrature(range[1] - progress, from_baseline),
    ];
    interval
        .iter()
        .all(|end| end.is_finite())
        .then_some(interval)
}

/// Whether the interval of value less cut lies on one side of zero.
fn is_clear_of(cut: Cut, value: f64, [below, above]: [f64; 2], baseline_half_width: f64) -> bool {
    let distance = value - cut.value;
    let towards = if distance > 0.0 { below } else { above };
    distance.abs() > quadrature(towards, cut.baseline_share * baseline_half_width)
}

fn quadrature(a: f64, b: f64) -> f64 {
    (a * a + b * b).sqrt()
}
