//! A series along an ordered second key: waves, years, or two groups that are compared.

mod finding;
mod moment;

pub(super) use finding::{change, direction, finding};

use super::context::Context;
use super::crossed::Crossed;
use super::rows::{Absent, drawn, keys};
use crate::error::Result;
use crate::estimate::{QueryResult, Row};
use crate::locale::catalogue::chart as say;
use crate::locale::format::list;
use crate::text::joined;
use moment::moment;

/// Estimates step by step.
pub(super) struct Steps<'a> {
    pub crossed: Crossed<'a>,
    /// When each step was, in years or in the steps' own unit; none where they are no times.
    pub at: Option<Vec<f64>>,
    pub result: &'a QueryResult,
    /// The rows behind the steps.
    pub rows: Vec<&'a Row>,
}

impl<'a> Steps<'a> {
    /// The chart's results, step by step in the order of time, or in the codebook's where they are no times.
    ///
    /// # Errors
    /// Those of [`Context::result`]; `chart_needs` (chart, kind, needs: `steps`) where there are fewer than two.
    pub fn new(context: &Context<'a>) -> Result<Self> {
        let result = context.result()?;
        let drawn = drawn(context, result);
        let needs = || context.needs("steps");
        let by = step_key(context, result).ok_or_else(needs)?;
        let crossed = Crossed::new(context, result, &drawn, Some(by));
        let mut steps = Steps {
            at: times(context, &crossed),
            rows: drawn,
            crossed,
            result,
        };
        if steps.crossed.codes.len() < 2 {
            return Err(needs());
        }
        if let Some(at) = &steps.at {
            let mut order: Vec<usize> = (0..at.len()).collect();
            crate::order::insertion_sort(&mut order, |a, b| at[*a].total_cmp(&at[*b]));
            steps.keep(&order);
        }
        Ok(steps)
    }

    /// As [`Self::new`], with two steps: of more, the first and the last in time.
    ///
    /// # Errors
    /// Also `chart_needs` `two_steps` for more than two that are no times.
    pub fn pair(context: &Context<'a>) -> Result<Self> {
        let mut steps = Steps::new(context)?;
        let count = steps.crossed.codes.len();
        if count > 2 && steps.at.is_none() {
            return Err(context.needs("two_steps"));
        }
        steps.keep(&[0, count - 1]);
        Ok(steps)
    }

    fn keep(&mut self, order: &[usize]) {
        self.crossed.keep(order);
        self.rows = self.crossed.rows(&self.rows);
        if let Some(at) = &mut self.at {
            *at = order.iter().map(|step| at[*step]).collect();
        }
    }

    /// Names of what has no value to draw: whole lines, and single steps that are withheld.
    pub fn not_shown(&self, context: &Context) -> Option<String> {
        let mut names = Vec::new();
        for line in &self.crossed.lines {
            let whole = line.ends().is_none();
            let mut missing = Vec::new();
            for (datum, name) in line.data.iter().zip(&self.crossed.names) {
                let reason = datum.as_ref().and_then(|datum| datum.value.err());
                if reason.is_some_and(Absent::is_withheld) {
                    missing.push(name.clone());
                }
            }
            let label = &line.subject.label;
            if whole {
                names.push(label.clone());
            } else if !missing.is_empty() {
                names.push([label, " (", &joined(&missing, ", "), ")"].concat());
            }
        }
        let names = (!names.is_empty()).then(|| list(&names, context.locale))?;
        Some(context.tell(&say::NOT_SHOWN_ARE, &[("names", &names)]))
    }
}

/// The key along which a chart runs: the one of the query's trend, a period, the last one that is no country.
pub(super) fn step_key<'r>(context: &Context<'r>, result: &'r QueryResult) -> Option<&'r str> {
    let names = keys(result, result.rows.first()?);
    let trend = context.query().and_then(|query| query.trend.as_ref());
    let trend = trend.map_or("period", |trend| &trend.over);
    let named = names.iter().find(|name| **name == trend);
    let last = || names.iter().rev().find(|name| **name != "country");
    named.or_else(last).copied()
}

/// When the steps were, if all of them say so: in words, or by their codes. Plain numbers are times where the query says that
/// they follow each other.
fn times(context: &Context, crossed: &Crossed) -> Option<Vec<f64>> {
    let over = context.query().and_then(|query| query.trend.as_ref());
    let counted = over.is_some_and(|trend| Some(trend.over.as_str()) == crossed.by);
    let read = |steps: &[String], numbers: bool| -> Option<Vec<f64>> {
        let times = steps.iter().map(|step| moment(step, numbers));
        times.collect()
    };
    let dates = read(&crossed.names, false).or_else(|| read(&crossed.codes, false));
    dates.or_else(|| read(&crossed.codes, true).filter(|_| counted))
}
