//! What is estimated, as a plan: which sums over the records it takes, and how its parts follow from them.

use super::fitted::Fitted;
use super::measure::{Measure, Numbers, number_of};
use super::moments::{Moment, Moments};
use super::regression::{Regression, Term};
use super::suppression::Quantity;
use crate::document::{Family, QuantileRule, SamplingVariance};
use crate::error::{Error, Result, needs_complete};
use crate::table::CodeSlice;

/// What is estimated in each cell. Categories are numbered as in [`Measure::levels`].
#[derive(Debug, Clone)]
pub enum Estimand<'a> {
    /// Weighted mean.
    Mean(&'a Measure<'a>),
    /// Weighted total.
    Total(&'a Measure<'a>),
    /// Weighted share of the answers `is` among the valid ones.
    Proportion {
        /// The variable.
        of: &'a Measure<'a>,
        /// Categories that count.
        is: Vec<u32>,
    },
    /// Weighted share of every category.
    Categories(&'a Measure<'a>),
    /// Ratio of two weighted totals, over the records where both are valid.
    Ratio {
        /// Above the line.
        numerator: &'a Measure<'a>,
        /// Below the line.
        denominator: &'a Measure<'a>,
    },
    /// Share of every category of a scale, net agreement (positive less negative), and the mean where the categories are
    /// numbers. Categories in none of the three lists are no answers on the scale.
    Likert {
        /// The item.
        of: &'a Measure<'a>,
        /// Categories that agree.
        positive: Vec<u32>,
        /// Categories in between.
        neutral: Vec<u32>,
        /// Categories that disagree.
        negative: Vec<u32>,
    },
    /// Values below which given shares of the population lie.
    Quantile {
        /// The variable.
        of: &'a Measure<'a>,
        /// The shares, each from 0 to 1.
        probs: Vec<f64>,
        /// How a value is read off.
        rule: QuantileRule,
    },
    /// Weighted number of records; n is the number itself.
    Count,
    /// Weighted variance.
    Variance(&'a Measure<'a>),
    /// Weighted standard deviation.
    Deviation(&'a Measure<'a>),
    /// Pearson's correlation.
    Correlation {
        /// One variable.
        x: &'a Measure<'a>,
        /// The other.
        y: &'a Measure<'a>,
    },
    /// Coefficients of a regression with an intercept.
    Regression {
        /// What the outcome is taken for.
        family: Family,
        /// What is explained.
        outcome: &'a Measure<'a>,
        /// What explains it.
        terms: Vec<Term<'a>>,
    },
    /// Cronbach's alpha with item statistics, over the records that answered every item.
    Reliability(Vec<&'a Measure<'a>>),
    /// The same estimand for each plausible value; their mean is the estimate (Rubin 1987).
    Plausible {
        /// One a plausible value.
        values: Vec<Estimand<'a>>,
        /// Which values the sampling variance comes from.
        sampling: SamplingVariance,
    },
}

/// Which part of an estimand a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The estimand has one part.
    Whole,
    /// The share of a category.
    Category(u32),
    /// Positive less negative answers.
    Net,
    /// The mean of the codes.
    Mean,
    /// A coefficient: the intercept is 0, then the terms' columns in their order.
    Term(u32),
    /// Several coefficients together, by their place in [`Options::joint`](super::Options::joint).
    Joint(u32),
    /// Alpha without an item.
    Without(u32),
    /// The correlation of an item with the sum of the others.
    ItemRest(u32),
    /// The quantile of a share, by its place among those asked for.
    Quantile(u32),
}

/// The sums that an estimand takes and the parts that follow from them.
pub(super) struct Plan<'a> {
    pub(super) records: Records<'a>,
    pub(super) parts: Vec<PartPlan>,
}

/// What a record adds to its segment. Column 0 of the sums is what ratios divide by.
pub(super) enum Records<'a> {
    /// Its weight, to the column of its category; column 0 holds all valid records.
    Categories {
        codes: CodeSlice<'a>,
        /// Column of each code; 0 is missing.
        column: Vec<u32>,
        columns: usize,
    },
    /// Weight (0) and weighted value (1) of a valid record.
    Values(Numbers<'a>),
    /// Weighted denominator (0) and weighted numerator (1) of a record where both are valid.
    Pairs {
        numerator: Numbers<'a>,
        denominator: Numbers<'a>,
    },
    /// Its weight (0 and 1).
    Ones,
}

/// A part: a linear form of the sums, alone or over column 0.
pub(super) struct PartPlan {
    pub(super) part: Part,
    pub(super) form: Form,
    /// Divided by column 0; a total is not.
    pub(super) ratio: bool,
    pub(super) quantity: Quantity,
}

/// A linear form of the columns after column 0.
pub(super) enum Form {
    /// One column.
    Column(usize),
    /// A score for each column, from column 1.
    Scores(Vec<f64>),
}

impl Form {
    /// Its value for one row of sums.
    #[inline]
    pub(super) fn of(&self, sums: &[f64]) -> f64 {
        match self {
            Form::Column(column) => sums[*column],
            Form::Scores(scores) => {
                let terms = scores.iter().zip(&sums[1..]);
                terms.fold(0.0, |sum, (score, value)| sum + score * value)
            }
        }
    }

    /// The score of a record that adds to one column.
    pub(super) fn score(&self, column: usize) -> f64 {
        match self {
            Form::Column(own) => f64::from(*own == column),
            Form::Scores(scores) => scores[column - 1],
        }
    }
}

impl<'a> Estimand<'a> {
    /// Number of records of its measures, to be held against the design's.
    pub(super) fn measures(&self) -> Vec<&'a Measure<'a>> {
        match self {
            Estimand::Mean(of) | Estimand::Total(of) | Estimand::Categories(of) => vec![of],
            Estimand::Proportion { of, .. }
            | Estimand::Likert { of, .. }
            | Estimand::Quantile { of, .. } => vec![of],
            Estimand::Ratio {
                numerator,
                denominator,
            } => vec![numerator, denominator],
            Estimand::Count => Vec::new(),
            Estimand::Variance(of) | Estimand::Deviation(of) => vec![of],
            Estimand::Correlation { x, y } => vec![x, y],
            Estimand::Reliability(items) => items.clone(),
            Estimand::Regression { outcome, terms, .. } => {
                let of = |term: &Term<'a>| match term {
                    Term::Number(of) | Term::Category(of) => *of,
                };
                std::iter::once(*outcome)
                    .chain(terms.iter().map(of))
                    .collect()
            }
            Estimand::Plausible { values, .. } => {
                values.iter().flat_map(Estimand::measures).collect()
            }
        }
    }

    /// Which plausible values the sampling variance comes from.
    pub(super) fn sampling_variance(&self) -> SamplingVariance {
        match self {
            Estimand::Plausible { sampling, .. } => *sampling,
            _ => SamplingVariance::All,
        }
    }

    /// What is fitted to the records of a cell; none for what is a sum over them.
    ///
    /// # Errors
    /// `not_numeric`, `not_coded`, `not_binary`, `one_category`, `too_few_items`.
    pub(super) fn fitted(&self) -> Result<Option<Box<dyn Fitted + '_>>> {
        let sums = matches!(
            self,
            Estimand::Mean(_)
                | Estimand::Total(_)
                | Estimand::Proportion { .. }
                | Estimand::Categories(_)
                | Estimand::Ratio { .. }
                | Estimand::Likert { .. }
                | Estimand::Count
        );
        if sums {
            return Ok(None);
        }
        needs_complete!("estimate");
        let moments = |moment, of: &[&'a Measure<'a>]| -> Result<Option<Box<dyn Fitted + '_>>> {
            Ok(Some(Box::new(Moments::new(moment, of)?)))
        };
        match self {
            Estimand::Variance(of) => moments(Moment::Variance, &[of]),
            Estimand::Deviation(of) => moments(Moment::Deviation, &[of]),
            Estimand::Correlation { x, y } => moments(Moment::Correlation, &[x, y]),
            Estimand::Reliability(items) => moments(Moment::Reliability, items),
            Estimand::Regression {
                family,
                outcome,
                terms,
            } => Ok(Some(Box::new(Regression::new(*family, outcome, terms)?))),
            _ => Ok(None),
        }
    }

    /// The sums it takes.
    ///
    /// # Errors
    /// `not_numeric`, `not_coded` as the measure says; `no_answers` when no answer is named that could count.
    pub(super) fn plan(&self) -> Result<Plan<'a>> {
        match self {
            Estimand::Mean(of) => Ok(whole(
                Records::Values(of.numbers()?),
                true,
                Quantity::Amount,
            )),
            Estimand::Total(of) => Ok(whole(
                Records::Values(of.numbers()?),
                false,
                Quantity::Amount,
            )),
            Estimand::Count => Ok(whole(Records::Ones, false, Quantity::Amount)),
            Estimand::Proportion { of, is } => counted(of, is),
            Estimand::Ratio {
                numerator,
                denominator,
            } => {
                let records = Records::Pairs {
                    numerator: numerator.numbers()?,
                    denominator: denominator.numbers()?,
                };
                Ok(whole(records, true, Quantity::Amount))
            }
            Estimand::Categories(of) => {
                let all: Vec<u32> = (0..of.levels().len() as u32).collect();
                shares(of, &all)
            }
            Estimand::Likert {
                of,
                positive,
                neutral,
                negative,
            } => likert(of, positive, neutral, negative),
            // Fitted, or a plan for each value: what is asked of them never comes here.
            _ => Err(Error::new("not_numeric")),
        }
    }
}

fn whole(records: Records<'_>, ratio: bool, quantity: Quantity) -> Plan<'_> {
    let part = PartPlan {
        part: Part::Whole,
        form: Form::Column(1),
        ratio,
        quantity,
    };
    Plan {
        records,
        parts: vec![part],
    }
}

/// The share of the answers that count, among the valid ones: two columns serve it, however many answers there are. Where
/// nobody gave an answer that counts, none is named and the share is 0.
fn counted<'a>(of: &'a Measure<'a>, is: &[u32]) -> Result<Plan<'a>> {
    let Measure::Coded {
        codes,
        category,
        levels,
    } = of
    else {
        return Err(Error::new("not_coded"));
    };
    if is.iter().any(|category| *category as usize >= levels.len()) {
        return Err(Error::new("no_answers"));
    }
    let column = |category: &Option<u32>| category.map_or(0, |at| 1 + u32::from(is.contains(&at)));
    let records = Records::Categories {
        codes: codes.slice(),
        column: category.iter().map(column).collect(),
        columns: 3,
    };
    let mut plan = whole(records, true, Quantity::Share);
    plan.parts[0].form = Form::Column(2);
    Ok(plan)
}

/// A share for each of the categories, among the records that lie in one of them.
fn shares<'a>(of: &'a Measure<'a>, kept: &[u32]) -> Result<Plan<'a>> {
    let Measure::Coded {
        codes, category, ..
    } = of
    else {
        return Err(Error::new("not_coded"));
    };
    let place = |category: u32| kept.iter().position(|kept| *kept == category);
    let column = |category: &Option<u32>| {
        let column = category.and_then(place).map_or(0, |place| place + 1);
        column as u32
    };
    let part = |(place, category): (usize, &u32)| PartPlan {
        part: Part::Category(*category),
        form: Form::Column(place + 1),
        ratio: true,
        quantity: Quantity::Share,
    };
    Ok(Plan {
        records: Records::Categories {
            codes: codes.slice(),
            column: category.iter().map(column).collect(),
            columns: kept.len() + 1,
        },
        parts: kept.iter().enumerate().map(part).collect(),
    })
}

fn likert<'a>(
    of: &'a Measure<'a>,
    positive: &[u32],
    neutral: &[u32],
    negative: &[u32],
) -> Result<Plan<'a>> {
    let levels = of.levels();
    let named = |category: &u32| {
        [positive, neutral, negative]
            .iter()
            .any(|list| list.contains(category))
    };
    let kept: Vec<u32> = (0..levels.len() as u32).filter(named).collect();
    if kept.is_empty() {
        return Err(Error::new("no_answers"));
    }
    let mut plan = shares(of, &kept)?;
    let net = |category: &u32| {
        f64::from(positive.contains(category)) - f64::from(negative.contains(category))
    };
    let combined = |part, quantity, scores| PartPlan {
        part,
        form: Form::Scores(scores),
        ratio: true,
        quantity,
    };
    let net = kept.iter().map(net).collect();
    plan.parts.push(combined(Part::Net, Quantity::Other, net));
    let numbers: Result<Vec<f64>> = kept
        .iter()
        .map(|at| number_of(&levels[*at as usize]))
        .collect();
    // A scale of words has no mean.
    if let Ok(numbers) = numbers {
        let mean = combined(Part::Mean, Quantity::Amount, numbers);
        plan.parts.push(mean);
    }
    Ok(plan)
}
