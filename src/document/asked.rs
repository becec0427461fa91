//! What a query asks of a survey, in the engine's terms.

use super::survey::{Question, Survey};
use super::{EstimateKind, Family, QuantileRule, Query, SamplingVariance};
use crate::codebook::Code;
use crate::error::{Error, Result, needs_complete};
use crate::estimate::{Estimand, Measure, Part, Term};

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
    /// Everything that a query asks, in its order; of each plausible value where a variable has several.
    ///
    /// # Errors
    /// `unknown_variable`, `unknown_value`, `missing_field`.
    pub fn all(survey: &Survey<'a>, query: &Query) -> Result<Vec<Asked<'a>>> {
        let draws = draws(survey, query);
        if draws == 1 {
            return Asked::at(survey, &at_draw(query, 0));
        }
        needs_complete!("plausible_values");
        let each = (0..draws).map(|draw| Asked::at(&survey.at_draw(draw), &at_draw(query, draw)));
        let mut each = each.collect::<Result<Vec<_>>>()?.into_iter();
        let first = each.next().unwrap_or_default();
        let mut all: Vec<Vec<Asked>> = first.into_iter().map(|asked| vec![asked]).collect();
        for draw in each {
            for (values, asked) in all.iter_mut().zip(draw) {
                values.push(asked);
            }
        }
        let of = [&query.of, &query.outcome].into_iter().flatten();
        let sampling = of.filter_map(|of| of.sampling_variance).next();
        let plausible = |values| Asked::Plausible(values, sampling.unwrap_or_default());
        Ok(all.into_iter().map(plausible).collect())
    }

    /// What a query asks of one plausible value.
    fn at(survey: &Survey<'a>, query: &Query) -> Result<Vec<Asked<'a>>> {
        let named = |field: &str, name: Option<&String>| {
            let missing = || Error::new("missing_field").with("value", field);
            survey.question(name.ok_or_else(missing)?)
        };
        let number = |field: &str, name: Option<&String>| {
            let missing = || Error::new("missing_field").with("value", field);
            survey.number(name.ok_or_else(missing)?)
        };
        let of = query.of.as_ref();
        let variable = || number("of", of.map(|of| &of.variable));
        let one = |asked| Ok(vec![asked]);
        match query.estimate {
            EstimateKind::Mean => one(Asked::Mean(variable()?)),
            EstimateKind::Total => one(Asked::Total(variable()?)),
            EstimateKind::Variance => one(Asked::Variance(variable()?)),
            EstimateKind::Deviation => one(Asked::Deviation(variable()?)),
            EstimateKind::Count => match of {
                Some(of) => {
                    let mut question = survey.question(&of.variable)?;
                    question.measure = question.measure.answered();
                    one(Asked::Total(question))
                }
                None => one(Asked::Count),
            },
            EstimateKind::Proportion => {
                let is = of.map_or(&[][..], |of| &of.is);
                let name = of.map_or("", |of| of.variable.as_str());
                if let Some(answers) = survey.answers(name)? {
                    let answers = answers.into_iter();
                    return answers.map(|answer| answer_of(answer, is)).collect();
                }
                let question = named("of", of.map(|of| &of.variable))?.categorical()?;
                if is.is_empty() {
                    #[cfg(feature = "complete")]
                    let question = survey.with_answers_for(question, query);
                    return one(Asked::Categories(question));
                }
                let counted = categories(&question, is)?;
                one(Asked::Share(question, counted))
            }
            EstimateKind::Ratio => {
                let below = number("denominator", query.denominator.as_ref())?;
                let above = number("numerator", query.numerator.as_ref())?;
                one(Asked::Ratio(above, below))
            }
            EstimateKind::Quantile => {
                let rule = query.rule.unwrap_or_default();
                one(Asked::Quantile(variable()?, query.probs.clone(), rule))
            }
            EstimateKind::Likert => {
                let items = query.items.iter();
                items
                    .map(|item| item_of(survey.number(item)?, query))
                    .collect()
            }
            EstimateKind::Correlation => {
                let [x, y] = query.variables.as_slice() else {
                    let count = query.variables.len();
                    return Err(Error::new("two_variables").with("count", count));
                };
                one(Asked::Correlation(survey.number(x)?, survey.number(y)?))
            }
            EstimateKind::Regression => {
                let terms = query.terms.iter().map(|name| {
                    let term = survey.number(name)?;
                    #[cfg(feature = "complete")]
                    let term = survey.with_answers_for(term, query);
                    Ok(term)
                });
                one(Asked::Regression {
                    family: query.family.unwrap_or_default(),
                    outcome: number("outcome", query.outcome.as_ref().map(|of| &of.variable))?,
                    terms: terms.collect::<Result<_>>()?,
                })
            }
            EstimateKind::Alpha => {
                let items = query.items.iter().map(|item| survey.number(item));
                one(Asked::Reliability(items.collect::<Result<_>>()?))
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

    /// What a reader must know of it: answers that a battery names in no list and so leaves out of its shares.
    pub fn note(&self) -> Option<Error> {
        let Asked::Item(question, scale) = self else {
            return None;
        };
        let named = [&scale.positive, &scale.neutral, &scale.negative];
        let levels = question.measure.levels().iter().enumerate();
        let outside = levels.filter(|(place, _)| {
            let place = *place as u32;
            !named.iter().any(|list| list.contains(&place))
        });
        let outside: Vec<String> = outside.map(|(_, level)| level.text.clone()).collect();
        (!outside.is_empty()).then(|| Error::new("answers_outside").with("values", outside))
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

    /// The coefficients of a regression that are tested together, by their places: those of each term that has several, and those
    /// of all terms.
    pub fn joint(&self) -> Vec<(String, Vec<usize>)> {
        let Asked::Regression { terms, .. } = self else {
            return Vec::new();
        };
        let mut tests = Vec::new();
        let mut next = 1;
        for question in terms {
            let first = next;
            next += match term(question) {
                Term::Number(_) => 1,
                Term::Category(_) => question.categories.len() - 1,
            };
            if next > first + 1 {
                tests.push((question.name.clone(), (first..next).collect()));
            }
        }
        if terms.len() > 1 {
            tests.push((ALL_TERMS.into(), (1..next).collect()));
        }
        tests
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
            Part::Joint(place) => {
                let named = self.joint().into_iter().nth(place as usize);
                named.map(|(name, _)| name)
            }
            _ => None,
        }
    }
}

/// The name of the coefficient that stands for everybody.
const INTERCEPT: &str = "intercept";

/// The name of the test of all coefficients but the intercept.
const ALL_TERMS: &str = "all_terms";

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

/// Number of plausible values that a query has to be asked of.
fn draws(survey: &Survey<'_>, query: &Query) -> usize {
    let of = [&query.of, &query.outcome].into_iter().flatten();
    let listed = of.clone().map(|of| of.plausible_values.len());
    let single = [&query.numerator, &query.denominator];
    let names = of
        .clone()
        .map(|of| &of.variable)
        .chain(single.into_iter().flatten())
        .chain(&query.variables)
        .chain(&query.terms)
        .chain(&query.items);
    let named = names.map(|name| survey.draws(name));
    listed.chain(named).max().unwrap_or(1).max(1)
}

/// The query with the columns of one plausible value where it lists several.
fn at_draw(query: &Query, draw: usize) -> Query {
    let mut query = query.clone();
    for of in [&mut query.of, &mut query.outcome].into_iter().flatten() {
        let last = of.plausible_values.len().saturating_sub(1);
        if let Some(name) = of.plausible_values.get(draw.min(last)) {
            of.variable = name.clone();
        }
    }
    query
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
