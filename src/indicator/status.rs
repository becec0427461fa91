//! Where an indicator stands.

use crate::estimate::Flag;
use serde::{Deserialize, Serialize};

/// Where an indicator stands against its baseline and targets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// Share of the way from the baseline to the last target; raw, so it may be negative or above 1.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
