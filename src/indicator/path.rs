//! The way an indicator should go: from its baseline through its dated targets.

use super::{Direction, Indicator};
use crate::date::Date;
use crate::error::{Error, Result};
use crate::order::insertion_sort;

/// The line through the baseline and the targets, with its dates read and its direction settled.
#[derive(Debug, Clone)]
pub(super) struct Path {
    goal: Goal,
    baseline: f64,
    /// The baseline's date, then each target's with its value, in order of time.
    points: Vec<(Date, f64)>,
}

/// What counts as coming nearer.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Goal {
    /// From the baseline towards the last target, and beyond.
    Reach,
    /// Towards the last target from either side.
    Approach,
    /// To stay where it is: at least there, at most there, or right there.
    Keep(Direction),
}

/// The value that is due on a date, and how much of an error of the baseline it carries.
#[derive(Debug, Clone, Copy)]
pub(super) struct Expected {
    /// e(t).
    pub value: f64,
    /// ∂e/∂b: 1 − φ on the way to the first target, 0 after it.
    pub baseline_share: f64,
}

/// A border between two statuses, on the axis of the indicator's values.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cut {
    /// Where it lies.
    pub value: f64,
    /// How much of an error of the baseline it carries.
    pub baseline_share: f64,
}

impl Path {
    /// The path of an indicator, or `None` where it has no baseline, or no target to go to.
    ///
    /// # Errors
    /// `invalid_date`; `target_not_later` for a target that is not after the one before it; `target_against_direction`
    /// for one that lies on the wrong side of it. Places are relative to the indicator.
    pub fn of(indicator: &Indicator) -> Result<Option<Path>> {
        let dates = dated_targets(indicator)?;
        let Some(baseline) = &indicator.baseline else {
            return Ok(None);
        };
        let start = Date::parse(&baseline.date).map_err(|error| error.at("/baseline/date"))?;
        let mut points = vec![(start, baseline.value)];
        for (date, index) in dates {
            let value = indicator.targets[index].value;
            let at = format!("/targets/{index}");
            let (before, least) = points[points.len() - 1];
            if date.fraction(before, date).is_none() {
                return Err(Error::new("target_not_later")
                    .with("value", date.to_string())
                    .with("after", before.to_string())
                    .at(at + "/date"));
            }
            if contradicts(indicator.direction, least, value) {
                return Err(Error::new("target_against_direction")
                    .with("value", value)
                    .with("before", least)
                    .with("direction", indicator.direction.name())
                    .at(at + "/value"));
            }
            points.push((date, value));
        }
        let last = points[points.len() - 1].1;
        let goal = match indicator.direction {
            Direction::Maintain => Goal::Keep(Direction::Maintain),
            _ if points.len() == 1 => return Ok(None),
            direction if last == baseline.value => Goal::Keep(direction),
            Direction::Target => Goal::Approach,
            Direction::Up | Direction::Down => Goal::Reach,
        };
        Ok(Some(Path {
            goal,
            baseline: baseline.value,
            points,
        }))
    }

    /// Whether the indicator should stay where it is.
    pub fn is_kept(&self) -> bool {
        matches!(self.goal, Goal::Keep(_))
    }

    /// Whether the last target's date has come.
    pub fn is_over(&self, date: Date) -> bool {
        self.points.len() > 1 && self.last().0 <= date
    }

    /// e(t): linear from each dated value to the next, and constant after the last. `None` up to the baseline's date.
    pub fn expected(&self, date: Date) -> Option<Expected> {
        let (start, value) = self.points[0];
        // Whatever the first step's length, the date has to lie after the baseline.
        date.fraction(start, date)?;
        if self.is_kept() {
            return Some(Expected {
                value,
                baseline_share: 1.0,
            });
        }
        for (step, pair) in self.points.windows(2).enumerate() {
            let ((from, low), (to, high)) = (pair[0], pair[1]);
            let way = date.fraction(from, to)?;
            if way < 1.0 {
                return Some(Expected {
                    value: low + way * (high - low),
                    baseline_share: if step == 0 { 1.0 - way } else { 0.0 },
                });
            }
        }
        Some(Expected {
            value: self.last().1,
            baseline_share: 0.0,
        })
    }

    /// P = (y − b) / (T − b), raw: negative away from the target, above 1 beyond it. An indicator that should come near its
    /// target makes way towards it from either side: 1 − |y − T| / |T − b|. One that should stay has the share of its level
    /// that it kept: 1 − shortfall / |T|; at a level of zero that is 1, or nothing that could be divided.
    pub fn progress(&self, value: f64) -> Option<f64> {
        let target = self.last().1;
        let way = target - self.baseline;
        match self.goal {
            Goal::Reach => Some((value - self.baseline) / way),
            Goal::Approach => Some(1.0 - (value - target).abs() / way.abs()),
            Goal::Keep(_) if self.shortfall(value) == 0.0 => Some(1.0),
            Goal::Keep(_) if target == 0.0 => None,
            Goal::Keep(_) => Some(1.0 - self.shortfall(value) / target.abs()),
        }
    }

    /// R = (y − b) / (e(t) − b): way made over way expected. `None` where no way is expected yet.
    pub fn pace(&self, value: f64, expected: Expected) -> Option<f64> {
        if self.is_kept() {
            return self.progress(value);
        }
        let due = self.progress(expected.value)?;
        (due > 0.0).then(|| self.progress(value).map(|made| made / due))?
    }

    /// SE of the progress's part that comes from the baseline, for an error of the baseline of `error`:
    /// ∂P/∂b = −(1 − P) / (T − b); all of it where the level itself is to be kept.
    pub fn baseline_error(&self, progress: f64, error: f64) -> f64 {
        match self.goal {
            Goal::Keep(_) => error / self.last().1.abs(),
            _ => (1.0 - progress).abs() * error / (self.last().1 - self.baseline).abs(),
        }
    }

    /// Where a pace of `pace` lies: b + R (e(t) − b), and on the other side of the target for an indicator that may come
    /// from there.
    pub fn cuts(&self, pace: f64, expected: Expected) -> Vec<Cut> {
        let target = self.last().1;
        let cut = |value, baseline_share| Cut {
            value,
            baseline_share,
        };
        match self.goal {
            Goal::Keep(direction) => {
                let slack = (1.0 - pace) * target.abs();
                match direction {
                    Direction::Up => vec![cut(target - slack, 1.0)],
                    Direction::Down => vec![cut(target + slack, 1.0)],
                    _ => vec![cut(target - slack, 1.0), cut(target + slack, 1.0)],
                }
            }
            goal => {
                let value = self.baseline + pace * (expected.value - self.baseline);
                let share = 1.0 - pace * (1.0 - expected.baseline_share);
                let near = cut(value, share);
                match goal {
                    Goal::Approach => vec![near, cut(2.0 * target - value, share)],
                    _ => vec![near],
                }
            }
        }
    }

    /// Where the last target lies: a number that was agreed on, without error.
    pub fn target(&self) -> Cut {
        Cut {
            value: self.last().1,
            baseline_share: 0.0,
        }
    }

    fn last(&self) -> (Date, f64) {
        self.points[self.points.len() - 1]
    }

    /// How far a value is on the wrong side of the level that should be kept.
    fn shortfall(&self, value: f64) -> f64 {
        let lost = self.last().1 - value;
        match self.goal {
            Goal::Keep(Direction::Up) => lost.max(0.0),
            Goal::Keep(Direction::Down) => (-lost).max(0.0),
            _ => lost.abs(),
        }
    }
}

impl Indicator {
    /// Whether it should stay where it is: by its direction, or because its last target is its baseline.
    pub fn is_kept(&self) -> bool {
        matches!(Path::of(self), Ok(Some(path)) if path.is_kept())
    }
}

impl Direction {
    /// As documents write it.
    pub fn name(self) -> &'static str {
        match self {
            Direction::Up => "up",
            Direction::Down => "down",
            Direction::Maintain => "maintain",
            Direction::Target => "target",
        }
    }
}

/// The targets' dates with their places in the document, in order of time.
fn dated_targets(indicator: &Indicator) -> Result<Vec<(Date, usize)>> {
    let mut dates = Vec::with_capacity(indicator.targets.len());
    for (index, target) in indicator.targets.iter().enumerate() {
        let date = Date::parse(&target.date)
            .map_err(|error| error.at(format!("/targets/{index}/date")))?;
        dates.push((date, index));
    }
    insertion_sort(&mut dates, Ord::cmp);
    Ok(dates)
}

/// Whether a target lies on the wrong side of the value before it.
fn contradicts(direction: Direction, before: f64, target: f64) -> bool {
    match direction {
        Direction::Up => target < before,
        Direction::Down => target > before,
        Direction::Maintain => target != before,
        Direction::Target => false,
    }
}
