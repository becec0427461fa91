//! What a query asks of a survey, and the answer in the words of the document: names, codes and labels.

use super::survey::{Question, Survey};
use super::{Basis, EstimateKind, IntervalMethod, LonelyPsu, QuantileRule, Query};
use crate::codebook::Code;
use crate::error::{Error, Result};
use crate::estimate::{
    CellEstimate, Comparison, DeffReference, Estimand, Estimates, Flag, LabelledCode, Method,
    Options, Part, QueryResult, ResultColumn, Row,
};
use crate::locale::Text;
use crate::short_map::ShortMap;

/// Key of the regional average in the rows.
const AVERAGE: &str = "average";

/// The interval of a quantile, where the design has no replicate weights.
const WOODRUFF: &str = "woodruff";

/// Key of a quantile: the share of the population that lies below.
const PROB: &str = "prob";

/// One thing that a query asks; a Likert battery asks one for each item.
pub(super) enum Asked<'a> {
    Mean(Question<'a>),
    Total(Question<'a>),
    Share(Question<'a>, Vec<u32>),
    Categories(Question<'a>),
    Ratio(Question<'a>, Question<'a>),
    Quantile(Question<'a>, Vec<f64>, QuantileRule),
    Item(Question<'a>, Scale),
    Count,
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
        let named = |field: &str, name: Option<&str>| {
            survey.question(name.ok_or_else(|| Error::new("missing_field").with("value", field))?)
        };
        let of = || named("of", query.of.as_ref().map(|of| of.variable.as_str()));
        let one = |asked| Ok(vec![asked]);
        match query.estimate {
            EstimateKind::Mean => one(Asked::Mean(of()?)),
            EstimateKind::Total => one(Asked::Total(of()?)),
            EstimateKind::Count => one(Asked::Count),
            EstimateKind::Proportion => {
                let question = of()?.categorical()?;
                let is = query.of.as_ref().map_or(&[][..], |of| &of.is);
                if is.is_empty() {
                    return one(Asked::Categories(question));
                }
                let counted = categories(&question, is)?;
                one(Asked::Share(question, counted))
            }
            EstimateKind::Ratio => {
                let below = named("denominator", query.denominator.as_deref())?;
                one(Asked::Ratio(
                    named("numerator", query.numerator.as_deref())?,
                    below,
                ))
            }
            EstimateKind::Quantile => {
                let rule = query.rule.unwrap_or_default();
                one(Asked::Quantile(of()?, query.probs.clone(), rule))
            }
            EstimateKind::Likert => query
                .items
                .iter()
                .map(|item| item_of(survey.question(item)?, query))
                .collect(),
            other => Err(Error::new("wrong_dataset_kind").with("value", name(&other))),
        }
    }

    /// The estimand in the engine's terms.
    pub fn estimand(&self) -> Estimand<'_> {
        match self {
            Asked::Mean(of) => Estimand::Mean(&of.measure),
            Asked::Total(of) => Estimand::Total(&of.measure),
            Asked::Share(of, is) => Estimand::Proportion {
                of: &of.measure,
                is: is.clone(),
            },
            Asked::Categories(of) => Estimand::Categories(&of.measure),
            Asked::Ratio(above, below) => Estimand::Ratio {
                numerator: &above.measure,
                denominator: &below.measure,
            },
            Asked::Quantile(of, probs, rule) => Estimand::Quantile {
                of: &of.measure,
                probs: probs.clone(),
                rule: *rule,
            },
            Asked::Item(of, scale) => Estimand::Likert {
                of: &of.measure,
                positive: scale.positive.clone(),
                neutral: scale.neutral.clone(),
                negative: scale.negative.clone(),
            },
            Asked::Count => Estimand::Count,
        }
    }

    /// The variable that is asked about.
    fn question(&self) -> Option<&Question<'a>> {
        match self {
            Asked::Mean(of)
            | Asked::Total(of)
            | Asked::Share(of, _)
            | Asked::Categories(of)
            | Asked::Ratio(of, _)
            | Asked::Quantile(of, ..) => Some(of),
            Asked::Item(of, _) => Some(of),
            Asked::Count => None,
        }
    }
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

/// Category indices of answers. An answer that the codebook knows and nobody gave has none and adds nothing.
fn categories(question: &Question<'_>, codes: &[Code]) -> Result<Vec<u32>> {
    codes.iter().try_for_each(|code| question.knows(code))?;
    Ok(codes
        .iter()
        .filter_map(|code| question.measure.category_of(code))
        .collect())
}

/// The answer while it is being put together.
pub(super) struct Answer<'q, 'a> {
    query: &'q Query,
    by: &'q [Question<'a>],
    items: Vec<LabelledCode>,
    categories: Vec<LabelledCode>,
    /// What was asked about, so that a chart can say it.
    of: Option<ResultColumn>,
    rows: Vec<Row>,
    averages: Vec<Row>,
    comparisons: Vec<Comparison>,
    lonely_strata: u64,
    interval: Option<IntervalMethod>,
    deff: Option<DeffReference>,
}

impl<'q, 'a> Answer<'q, 'a> {
    pub fn new(query: &'q Query, by: &'q [Question<'a>]) -> Self {
        Answer {
            query,
            by,
            items: Vec::new(),
            categories: Vec::new(),
            of: None,
            rows: Vec::new(),
            averages: Vec::new(),
            comparisons: Vec::new(),
            lonely_strata: 0,
            interval: None,
            deff: None,
        }
    }

    /// Takes the estimates of one thing that was asked.
    pub fn add(&mut self, asked: &Asked<'_>, estimates: Estimates) {
        if let Some(question) = asked.question() {
            if matches!(asked, Asked::Item(..)) {
                self.items.push(LabelledCode {
                    code: Code::Text(question.name.clone()),
                    label: question.label.clone(),
                });
            }
            if matches!(asked, Asked::Item(..) | Asked::Categories(_)) && self.categories.is_empty()
            {
                self.categories = question.categories.clone();
            }
            self.of.get_or_insert_with(|| key(question));
        }
        let rows = |cells: &[CellEstimate]| {
            cells
                .iter()
                .map(|cell| self.row(asked, cell))
                .collect::<Vec<_>>()
        };
        let (cells, averages, differences) = (
            rows(&estimates.cells),
            rows(&estimates.averages),
            rows(&estimates.comparisons),
        );
        self.rows.extend(cells);
        self.averages.extend(averages);
        self.comparisons
            .extend(differences.into_iter().map(compared));
        self.lonely_strata = self.lonely_strata.max(estimates.lonely_strata);
        self.interval = self.interval.or(estimates.interval);
        self.deff = self.deff.or(estimates.deff);
    }

    /// The whole answer.
    pub fn finish(mut self, survey: &Survey<'_>, options: &Options) -> QueryResult {
        self.rows.append(&mut self.averages);
        let sampled = survey.basis == Basis::Probability;
        let share = matches!(
            self.query.estimate,
            EstimateKind::Proportion | EstimateKind::Likert
        );
        let method = Method {
            estimate: name(&self.query.estimate),
            basis: Some(name(&survey.basis)),
            variance: sampled.then(|| "taylor".into()),
            interval: self.interval.map(|method| match self.query.estimate {
                EstimateKind::Quantile if survey.design().replicates().is_none() => WOODRUFF.into(),
                _ => name(&method),
            }),
            level: sampled.then_some(options.level),
            lonely_psu: sampled.then(|| name(&survey.design().lonely_psu())),
            lonely_strata: self.lonely_strata,
            deff: self.deff.map(deff_name),
            min_n: options.suppress.least_n(),
            unit: if share { "share" } else { "value" }.into(),
        };
        let notes = self.notes(survey, options);
        let mut columns: Vec<ResultColumn> = self.by.iter().map(key).collect();
        if !self.query.probs.is_empty() {
            columns.push(ResultColumn {
                name: PROB.into(),
                label: None,
                values: self.query.probs.iter().copied().map(prob_code).collect(),
            });
        }
        if !self.items.is_empty() {
            columns.push(ResultColumn {
                name: "item".into(),
                label: None,
                values: self.items,
            });
        }
        if !self.categories.is_empty() {
            columns.push(ResultColumn {
                name: "category".into(),
                label: None,
                values: self.categories,
            });
        }
        // Not a key of the rows, but what they speak of.
        columns.extend(
            self.of
                .filter(|_| self.query.items.is_empty())
                .map(|of| ResultColumn {
                    label: of.label.or(Some(Text::Plain(of.name))),
                    name: "of".into(),
                    values: of.values,
                }),
        );
        QueryResult {
            id: self.query.id.clone(),
            query: serde_json::to_value(self.query).unwrap_or_default(),
            method,
            columns,
            rows: self.rows,
            comparisons: self.comparisons,
            notes,
        }
    }

    fn notes(&self, survey: &Survey<'_>, options: &Options) -> Vec<Error> {
        let mut notes = Vec::new();
        if survey.basis == Basis::SelfSelected {
            notes.push(Error::new("self_selected"));
        }
        if self.lonely_strata > 0 && survey.design().lonely_psu() != LonelyPsu::Fail {
            let rule = name(&survey.design().lonely_psu());
            notes.push(
                Error::new("lonely_psu_rule")
                    .with("strata", self.lonely_strata)
                    .with("rule", rule),
            );
        }
        let withheld = |flag: Flag| {
            let of_flag = self.rows.iter().filter(|row| row.flags.contains(&flag));
            Some(of_flag.count()).filter(|count| *count > 0)
        };
        if let Some(cells) = withheld(Flag::TooFew) {
            notes.push(
                Error::new("cells_suppressed")
                    .with("cells", cells)
                    .with("least", options.suppress.least_n().unwrap_or(0)),
            );
        }
        if let Some(cells) = withheld(Flag::FewUnits) {
            notes.push(
                Error::new("cells_of_few_units")
                    .with("cells", cells)
                    .with("least", options.suppress.least_units()),
            );
        }
        if let Some(cells) = withheld(Flag::Unreliable) {
            notes.push(Error::new("cells_unreliable").with("cells", cells));
        }
        if options.suppress.counts_units() && !survey.has_clusters() {
            notes.push(Error::new("units_unknown").with("least", options.suppress.least_units()));
        }
        notes
    }

    fn row(&self, asked: &Asked<'_>, cell: &CellEstimate) -> Row {
        let by = self.by.iter().zip(&cell.key).map(|(question, category)| {
            let code = match category {
                Some(category) => question.categories[*category as usize].code.clone(),
                None => Code::Text(AVERAGE.into()),
            };
            (question.name.clone(), code)
        });
        let question = asked.question();
        let category = match cell.part {
            Part::Whole | Part::Quantile(_) => None,
            Part::Category(index) => {
                question.map(|question| question.categories[index as usize].code.clone())
            }
            Part::Net => Some(Code::Text("net".into())),
            Part::Mean => Some(Code::Text("mean".into())),
        };
        let prob = match (cell.part, asked) {
            (Part::Quantile(index), Asked::Quantile(_, probs, _)) => {
                Some((PROB.into(), Code::Number(probs[index as usize])))
            }
            _ => None,
        };
        let item = question
            .filter(|_| matches!(asked, Asked::Item(..)))
            .map(|question| question.name.clone());
        Row {
            by: by.chain(prob).collect::<ShortMap<_, _>>(),
            item,
            category,
            estimate: cell.estimate,
            se: cell.se,
            df: cell.df,
            ci: cell.ci,
            n: cell.n,
            n_effective: cell.n_effective,
            deff: cell.deff,
            p: cell.p,
            flags: cell.flags.clone(),
        }
    }
}

/// A row that is a difference to the average.
fn compared(row: Row) -> Comparison {
    Comparison {
        by: row.by,
        item: row.item,
        category: row.category,
        with: AVERAGE.into(),
        estimate: row.estimate,
        se: row.se,
        df: row.df,
        ci: row.ci,
        p: row.p,
        flags: row.flags,
    }
}

fn key(question: &Question<'_>) -> ResultColumn {
    ResultColumn {
        name: question.name.clone(),
        label: question.label.clone(),
        values: question.categories.clone(),
    }
}

/// The share of a quantile as rows name it.
fn prob_code(prob: f64) -> LabelledCode {
    LabelledCode {
        code: Code::Number(prob),
        label: None,
    }
}

fn deff_name(reference: DeffReference) -> String {
    match reference {
        DeffReference::WithoutReplacement => "without_replacement".into(),
        DeffReference::WithReplacement => "with_replacement".into(),
    }
}

/// The name that an option has in the document.
fn name<T: serde::Serialize>(option: &T) -> String {
    match serde_json::to_value(option) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}
