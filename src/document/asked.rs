//! What a query asks of a survey, in the engine's terms.

use super::survey::{Question, Survey};
use super::{EstimateKind, Family, Of, QuantileRule, Query, SamplingVariance};
use crate::codebook::Code;
use crate::error::{Error, Result};
use crate::estimate::{Estimand, Measure, Part, Term};

/// A statistic of a single variable.
type Of1<'a> = fn(Question<'a>) -> Asked<'a>;

/// One thing that a query asks; a Likert battery asks one for each item.
pub(super) enum Asked<'a> {
    Mean(Question<'a>),
    Total(Question<'a>),
    Share(Question<'a>, Vec<u32>),
    Categories(Question<'a>),
    Ratio(Question<'a>, Question<'a>),
    Item(Question<'a>, Scale),
    /// One of several answers, and the states that count.
    Answer(Question<'a>, Vec<u32>),
    Count,
    Variance(Question<'a>),
    Deviation(Question<'a>),
    Correlation(Question<'a>, Question<'a>),
    Regression {
        family: Family,
        outcome: Question<'a>,
        terms: Vec<Question<'a>>,
    },
    Reliability(Vec<Question<'a>>),
    Quantile(Question<'a>, Vec<f64>, QuantileRule),
    /// One for each plausible value.
    Plausible(Vec<Asked<'a>>, SamplingVariance),
}

/// The parts of a scale, by category.
pub(super) struct Scale {
    positive: Vec<u32>,
    neutral: Vec<u32>,
    negative: Vec<u32>,
}

impl<'a> Asked<'a> {
    /// Everything that a query asks, in its order.
    ///
    /// # Errors
    /// `unknown_variable`, `unknown_value`, `missing_field`.
    pub fn all(survey: &Survey<'a>, query: &Query) -> Result<Vec<Asked<'a>>> {
        let named = |field: &str, name: Option<&String>| {
            let missing = || Error::new("missing_field").with("value", field);
            survey.question(name.ok_or_else(missing)?)
        };
        let number = |field: &str, name: Option<&String>| {
            let missing = || Error::new("missing_field").with("value", field);
            survey.number(name.ok_or_else(missing)?)
        };
        let of = query.of.as_ref();
        let single = |asked: Of1<'a>| Ok(vec![of_each(survey, "of", of, asked)?]);
        let pair = || -> Result<[Question<'a>; 2]> {
            let [x, y] = query.variables.as_slice() else {
                return Err(Error::new("two_variables").with("count", query.variables.len()));
            };
            Ok([survey.number(x)?, survey.number(y)?])
        };
        match query.estimate {
            EstimateKind::Mean => single(Asked::Mean),
            EstimateKind::Total => single(Asked::Total),
            EstimateKind::Variance => single(Asked::Variance),
            EstimateKind::Deviation => single(Asked::Deviation),
            EstimateKind::Count => match of {
                Some(of) => {
                    let mut question = survey.question(&of.variable)?;
                    question.measure = question.measure.answered();
                    Ok(vec![Asked::Total(question)])
                }
                None => Ok(vec![Asked::Count]),
            },
            EstimateKind::Proportion => {
                let name = of.map_or("", |of| of.variable.as_str());
                if let Some(answers) = survey.answers(name)? {
                    let is = of.map_or(&[][..], |of| &of.is);
                    let answers = answers.into_iter();
                    return answers.map(|answer| answer_of(answer, is)).collect();
                }
                let question = named("of", of.map(|of| &of.variable))?.categorical()?;
                let is = of.map_or(&[][..], |of| &of.is);
                if is.is_empty() {
                    return Ok(vec![Asked::Categories(question)]);
                }
                let counted = categories(&question, is)?;
                Ok(vec![Asked::Share(question, counted)])
            }
            EstimateKind::Ratio => {
                let below = number("denominator", query.denominator.as_ref())?;
                let above = number("numerator", query.numerator.as_ref())?;
                Ok(vec![Asked::Ratio(above, below)])
            }
            EstimateKind::Quantile => {
                let rule = query.rule.unwrap_or_default();
                let probs = || query.probs.clone();
                let asked = |question| Asked::Quantile(question, probs(), rule);
                Ok(vec![of_each(survey, "of", of, asked)?])
            }
            EstimateKind::Likert => {
                let items = query.items.iter();
                items
                    .map(|item| item_of(survey.number(item)?, query))
                    .collect()
            }
            EstimateKind::Correlation => {
                let [x, y] = pair()?;
                Ok(vec![Asked::Correlation(x, y)])
            }
            EstimateKind::Regression => Ok(vec![regression(survey, query)?]),
            EstimateKind::Alpha => {
                let items = query.items.iter().map(|item| survey.number(item));
                Ok(vec![Asked::Reliability(items.collect::<Result<_>>()?)])
            }
            other => Err(Error::new("wrong_dataset_kind").with("value", super::name(&other))),
        }
    }

    /// The estimand in the engine's terms.
    pub fn estimand(&self) -> Estimand<'_> {
        match self {
            Asked::Mean(of) => Estimand::Mean(&of.measure),
            Asked::Total(of) => Estimand::Total(&of.measure),
            Asked::Share(of, is) | Asked::Answer(of, is) => Estimand::Proportion {
                of: &of.measure,
                is: is.clone(),
            },
            Asked::Categories(of) => Estimand::Categories(&of.measure),
            Asked::Ratio(above, below) => Estimand::Ratio {
                numerator: &above.measure,
                denominator: &below.measure,
            },
            Asked::Item(of, scale) => Estimand::Likert {
                of: &of.measure,
                positive: scale.positive.clone(),
                neutral: scale.neutral.clone(),
                negative: scale.negative.clone(),
            },
            Asked::Count => Estimand::Count,
            Asked::Quantile(of, probs, rule) => Estimand::Quantile {
                of: &of.measure,
                probs: probs.clone(),
                rule: *rule,
            },
            Asked::Variance(of) => Estimand::Variance(&of.measure),
            Asked::Deviation(of) => Estimand::Deviation(&of.measure),
            Asked::Correlation(x, y) => Estimand::Correlation {
                x: &x.measure,
                y: &y.measure,
            },
            Asked::Regression {
                family,
                outcome,
                terms,
            } => Estimand::Regression {
                family: *family,
                outcome: &outcome.measure,
                terms: terms.iter().map(term).collect(),
            },
            Asked::Reliability(items) => {
                Estimand::Reliability(items.iter().map(|item| &item.measure).collect())
            }
            Asked::Plausible(values, sampling) => Estimand::Plausible {
                values: values.iter().map(Asked::estimand).collect(),
                sampling: *sampling,
            },
        }
    }

    /// The variable that is asked about.
    pub fn question(&self) -> Option<&Question<'a>> {
        match self {
            Asked::Mean(of)
            | Asked::Total(of)
            | Asked::Share(of, _)
            | Asked::Categories(of)
            | Asked::Ratio(of, _)
            | Asked::Item(of, _)
            | Asked::Answer(of, _)
            | Asked::Variance(of)
            | Asked::Deviation(of)
            | Asked::Quantile(of, ..)
            | Asked::Correlation(of, _)
            | Asked::Regression { outcome: of, .. } => Some(of),
            Asked::Plausible(values, _) => values.first()?.question(),
            Asked::Count | Asked::Reliability(_) => None,
        }
    }

    /// Whether it is an item of a battery, which stands beside its category in a row's key.
    pub fn is_item(&self) -> bool {
        matches!(self, Asked::Item(..) | Asked::Answer(..))
    }

    /// Whether rows have categories.
    pub fn has_categories(&self) -> bool {
        matches!(self, Asked::Item(..) | Asked::Categories(_))
    }

    /// The items whose statistics a reliability gives.
    pub fn items(&self) -> &[Question<'a>] {
        match self {
            Asked::Reliability(items) => items,
            _ => &[],
        }
    }

    /// The names of a regression's coefficients, as [`Part::Term`] counts them.
    pub fn terms(&self) -> Vec<String> {
        match self {
            Asked::Plausible(values, _) => values.first().map(Asked::terms).unwrap_or_default(),
            Asked::Regression { terms, .. } => {
                let mut names = vec![String::from(INTERCEPT)];
                for question in terms {
                    match term(question) {
                        Term::Number(_) => names.push(question.name.clone()),
                        Term::Category(_) => {
                            names.extend(question.categories[1..].iter().map(|category| {
                                format!("{} = {}", question.name, category.code.to_text())
                            }))
                        }
                    }
                }
                names
            }
            _ => Vec::new(),
        }
    }

    /// The share below a part's quantile.
    pub fn prob(&self, part: Part) -> Option<f64> {
        match (self, part) {
            (Asked::Plausible(values, _), _) => values.first()?.prob(part),
            (Asked::Quantile(_, probs, _), Part::Quantile(place)) => {
                probs.get(place as usize).copied()
            }
            _ => None,
        }
    }

    /// The name of a part's coefficient.
    pub fn term(&self, part: Part) -> Option<String> {
        match part {
            Part::Term(place) => self.terms().into_iter().nth(place as usize),
            _ => None,
        }
    }
}

/// The name of the coefficient that stands for everybody.
const INTERCEPT: &str = "intercept";

/// A variable enters by category where its values are texts or have labels.
fn term<'q>(question: &'q Question<'_>) -> Term<'q> {
    let named = |level: &crate::table::Level| level.number.is_none();
    let labelled = question
        .categories
        .iter()
        .any(|category| category.label.is_some());
    match &question.measure {
        Measure::Coded { levels, .. } if labelled || levels.iter().any(named) => {
            Term::Category(&question.measure)
        }
        measure => Term::Number(measure),
    }
}

/// One statistic of a variable, or of each of its plausible values.
fn of_each<'a>(
    survey: &Survey<'a>,
    field: &str,
    of: Option<&Of>,
    asked: impl Fn(Question<'a>) -> Asked<'a>,
) -> Result<Asked<'a>> {
    let of = of.ok_or_else(|| Error::new("missing_field").with("value", field))?;
    if of.plausible_values.is_empty() {
        return Ok(asked(survey.number(&of.variable)?));
    }
    let values = of.plausible_values.iter();
    let values = values.map(|name| Ok(asked(survey.number(name)?)));
    Ok(Asked::Plausible(
        values.collect::<Result<_>>()?,
        of.sampling_variance.unwrap_or_default(),
    ))
}

/// A regression; `terms` are asked for again for each plausible value of the outcome.
fn regression<'a>(survey: &Survey<'a>, query: &Query) -> Result<Asked<'a>> {
    let terms = || {
        let terms = query.terms.iter().map(|name| survey.number(name));
        terms.collect::<Result<Vec<_>>>()
    };
    terms()?;
    let of = query.outcome.as_ref();
    of_each(survey, "outcome", of, |outcome| Asked::Regression {
        family: query.family.unwrap_or_default(),
        outcome,
        terms: terms().unwrap_or_default(),
    })
}

fn item_of<'a>(question: Question<'a>, query: &Query) -> Result<Asked<'a>> {
    let question = question.categorical()?;
    let scale = Scale {
        positive: categories(&question, &query.positive)?,
        neutral: categories(&question, &query.neutral)?,
        negative: categories(&question, &query.negative)?,
    };
    Ok(Asked::Item(question, scale))
}

/// One of several answers. Without states it counts who chose it among those who were shown it and answered; a state counts among
/// everybody.
fn answer_of<'a>(mut question: Question<'a>, is: &[Code]) -> Result<Asked<'a>> {
    if is.is_empty() {
        question.measure = question.measure.only(&[0, 1]);
        return Ok(Asked::Answer(question, vec![0]));
    }
    let counted = categories(&question, is)?;
    Ok(Asked::Answer(question, counted))
}

/// Category indices of answers. An answer that the codebook knows and nobody gave has none and adds nothing.
///
/// # Errors
/// `other_scale` where none of the answers is one of this question's: zeros and ones read as a scale from 1 to 5;
/// `unknown_value` for a single one.
fn categories(question: &Question<'_>, codes: &[Code]) -> Result<Vec<u32>> {
    if !codes.is_empty() && !codes.iter().any(|code| question.has(code)) {
        let texts = |codes: &mut dyn Iterator<Item = &Code>| -> Vec<String> {
            codes.map(Code::to_text).collect()
        };
        return Err(Error::new("other_scale")
            .in_column(&question.name)
            .with("answers", texts(&mut codes.iter()))
            .with(
                "options",
                texts(&mut question.categories.iter().map(|category| &category.code)),
            ));
    }
    codes.iter().try_for_each(|code| question.knows(code))?;
    Ok(codes
        .iter()
        .filter_map(|code| question.measure.category_of(code))
        .collect())
}
