//! Which estimates are shown: the least number of records and schools, and how large an error may be.

use super::answer::CellEstimate;
use super::interval::Intervals;
use super::result::Flag;
use crate::document::{IntervalMethod, Suppress, SuppressRule};

/// Which estimates are shown.
///
/// | rule | withheld | marked |
/// |---|---|---|
/// | `talis` | fewer than 10 schools | |
/// | `talis_teacher` | fewer than 30 teachers or 10 schools (the OECD's tables of TALIS) | |
/// | `pisa` | fewer than 30 students or 5 schools (OECD, PISA 2018 Results, Volume III, Annex A5) | |
/// | `nchs` | shares: n or effective n below 30; Korn–Graubard interval 0.30 wide; wider than 0.05 and than 1.3 times the share (Parker et al. 2017, Series 2, Number 175) | below 8 degrees of freedom, or a share of 0 or 1: review |
/// | `statcan` | coefficient of variation above 33.3% | above 16.5% (Statistics Canada, quality guidelines) |
/// | `dhs` | n below 25 | n from 25 to 49 (Guide to DHS Statistics) |
///
/// Schools are primary sampling units: those that are declared or that a preset knows (in TIMSS and PIRLS the two units of a zone,
/// of which there are no more than schools). Every rule but `none` keeps the least n beside its own.
///
/// What is judged by what, wherever it is printed:
///
/// | number | `nchs` | `statcan` | `dhs` |
/// |---|---|---|---|
/// | a share: of answers, of a category, of an item's category | yes | yes | by n |
/// | a mean, a total, a count, a ratio, a quantile, a variance, a standard deviation; a Likert item's mean | | yes | by n |
/// | an average of cells | as the cells, by its own n, error and degrees of freedom | as the cells, by its own error | by its n |
/// | a net, a correlation, a coefficient, alpha; an average of such; a test | | | by n |
/// | a difference of any kind: from a cell, from an average, from wave to wave, of two queries | as its sides | as its sides | as its sides |
///
/// An average of shares is a share, so that Korn and Graubard's interval is its own; its n is that of its members together. An
/// average leaves out the members that are withheld, for whatever reason. NCHS's standards are for proportions and say nothing
/// of a mean. A coefficient of variation speaks of what is never about 0 (Statistics Canada): a net, a coefficient or a
/// difference that is 0, which may be the finding, would have an endless one, however small its error. Their error is printed
/// beside them, and the rules of least n, schools and records hold for them as for all. A difference is no more reliable than
/// what it is made of: it is withheld where a side is, and carries the marks of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suppression {
    least_n: u64,
    least_units: u64,
    rule: Option<SuppressRule>,
}

/// What a number is, as far as its reliability can be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quantity {
    /// A share of records: between 0 and 1.
    Share,
    /// Something whose error is small or large beside it: a mean, a total, a ratio, a quantile, a variance.
    Amount,
    /// What may lie about 0, or has no size to hold its error against: a net, a correlation, a coefficient, alpha, a test.
    Other,
}

/// What becomes of an estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Show,
    Mark(Flag),
    Hide(Flag),
}

/// What becomes of every part of every cell. Averages and differences need it: they leave out what is withheld.
pub(super) struct Judged {
    /// Parts of a cell.
    pub(super) parts: usize,
    /// Cells in their order, and the parts of each.
    pub(super) verdicts: Vec<Verdict>,
}

impl Judged {
    pub(super) fn of(&self, cell: usize, part: usize) -> Verdict {
        self.verdicts[cell * self.parts + part]
    }
}

impl Verdict {
    /// Why a number is not shown that rests on others.
    pub(super) fn hidden(of: &[Verdict]) -> Option<Flag> {
        of.iter().find_map(|verdict| match verdict {
            Verdict::Hide(flag) => Some(*flag),
            _ => None,
        })
    }
}

impl CellEstimate {
    /// As the verdicts say on what it rests on: without a number where one of them hides it, else with the marks of all.
    pub(super) fn under(mut self, verdicts: &[Verdict]) -> Self {
        if let Some(flag) = Verdict::hidden(verdicts) {
            return CellEstimate::empty(self.key, self.part).withheld(flag);
        }
        for verdict in verdicts {
            if let Verdict::Mark(flag) = verdict
                && !self.flags.contains(flag)
            {
                self.flags.push(*flag);
            }
        }
        self
    }
}

impl Suppression {
    /// Nothing is withheld.
    pub fn none() -> Self {
        Suppression {
            least_n: 0,
            least_units: 0,
            rule: None,
        }
    }

    /// Cells of fewer records are withheld.
    pub fn least(n: u64) -> Self {
        Suppression {
            least_n: n,
            ..Suppression::none()
        }
    }

    /// Least number of records of a cell that is shown; none where nothing is withheld.
    pub fn least_n(&self) -> Option<u64> {
        (self.least_n > 0).then_some(self.least_n)
    }

    /// Least number of schools of a cell that is shown.
    pub fn least_units(&self) -> u64 {
        self.least_units
    }

    /// Whether the rule looks at schools.
    pub fn counts_units(&self) -> bool {
        self.least_units > 0
    }

    /// Why a cell of `n` records from so many primary units is not shown; `nobody` where there is no record.
    pub(super) fn of_cell(&self, n: u64, primary: Option<u64>, nobody: Flag) -> Option<Flag> {
        match primary {
            _ if n == 0 => Some(nobody),
            _ if n < self.least_n => Some(Flag::TooFew),
            Some(primary) if primary < self.least_units => Some(Flag::FewUnits),
            _ => None,
        }
    }

    /// What becomes of a number of cells that are shown.
    pub(super) fn of_row(&self, row: &CellEstimate, quantity: Quantity) -> Verdict {
        match (self.rule, quantity) {
            (Some(SuppressRule::Nchs), Quantity::Share) => of_share(row),
            (Some(SuppressRule::Statcan), Quantity::Share | Quantity::Amount) => of_variation(row),
            (Some(SuppressRule::Dhs), _) if row.n.is_some_and(|n| n < 50) => {
                Verdict::Mark(Flag::FewRecords)
            }
            _ => Verdict::Show,
        }
    }
}

impl From<&Suppress> for Suppression {
    /// The rule of a query.
    fn from(suppress: &Suppress) -> Self {
        let (least_n, least_units) = match suppress.rule {
            Some(SuppressRule::None) => return Suppression::none(),
            None | Some(SuppressRule::Statcan) => (0, 0),
            Some(SuppressRule::Nchs) => (30, 0),
            Some(SuppressRule::Talis) => (0, 10),
            Some(SuppressRule::TalisTeacher) => (30, 10),
            Some(SuppressRule::Pisa) => (30, 5),
            Some(SuppressRule::Dhs) => (25, 0),
        };
        Suppression {
            least_n: suppress.min_n.max(least_n),
            least_units,
            rule: suppress.rule,
        }
    }
}

/// NCHS: the reliability of a share. Its interval is Korn and Graubard's at 95%, whatever the query prints.
fn of_share(row: &CellEstimate) -> Verdict {
    let (Some(share), Some(se), Some(n)) = (row.estimate, row.se, row.n) else {
        return Verdict::Show;
    };
    let n = n as f64;
    let varies = share > 0.0 && share < 1.0;
    let effective = if varies && se > 0.0 {
        (share * (1.0 - share) / (se * se)).min(n)
    } else {
        n
    };
    let df = row.df.unwrap_or(f64::INFINITY);
    let interval = Intervals::new(0.95).interval(IntervalMethod::Beta, share, se, df, n);
    let Some([low, high]) = interval else {
        return Verdict::Hide(Flag::Unreliable);
    };
    let width = high - low;
    let wide = width >= 0.30 || (width > 0.05 && width > 1.30 * share);
    if effective < 30.0 || wide {
        Verdict::Hide(Flag::Unreliable)
    } else if df < 8.0 || !varies {
        Verdict::Mark(Flag::Review)
    } else {
        Verdict::Show
    }
}

/// Statistics Canada: the error relative to the estimate.
fn of_variation(row: &CellEstimate) -> Verdict {
    let (Some(estimate), Some(se)) = (row.estimate, row.se) else {
        return Verdict::Show;
    };
    if se == 0.0 {
        return Verdict::Show;
    }
    match se / estimate.abs() {
        variation if variation <= 0.165 => Verdict::Show,
        variation if variation <= 0.333 => Verdict::Mark(Flag::UseWithCaution),
        _ => Verdict::Hide(Flag::Unreliable),
    }
}
