//! What a query asks of a survey, and the answer in the words of the document: names, codes and labels.

use super::survey::{Question, Survey};
use super::{Basis, EstimateKind, IntervalMethod, LonelyPsu, Query};
use crate::codebook::Code;
use crate::error::{Error, Result};
use crate::estimate::{
    CellEstimate, Comparison, Estimand, Estimates, Flag, LabelledCode, Method, Options, Part, QueryResult, ResultColumn, Row,
};
use std::collections::BTreeMap;

/// Key of the regional average in the rows.
const AVERAGE: &str = "average";

/// One variable that a query asks about; a Likert battery asks about several.
pub(super) struct Asked<'a> {
    question: Question<'a>,
    shape: Shape<'a>,
    is_item: bool,
}

/// What is asked about it; categories by their index.
enum Shape<'a> {
    Mean,
    Total,
    Share(Vec<u32>),
    Categories,
    Ratio(Question<'a>),
    Likert { positive: Vec<u32>, neutral: Vec<u32>, negative: Vec<u32> },
    Count,
}

impl<'a> Asked<'a> {
    /// Everything that a query asks, in its order.
    ///
    /// # Errors
    /// `unknown_variable`, `unknown_value`, `missing_field`.
    pub fn all(survey: &Survey<'a>, query: &Query) -> Result<Vec<Asked<'a>>> {
        let name_of = |field: &str, name: Option<&str>| name.map(str::to_owned).ok_or_else(|| missing_field(field));
        let of = || name_of("of", query.of.as_ref().map(|of| of.variable.as_str()));
        let one = |name: String, shape| Ok(vec![Asked { question: survey.question(&name)?, shape, is_item: false }]);
        match query.estimate {
            EstimateKind::Mean => one(of()?, Shape::Mean),
            EstimateKind::Total => one(of()?, Shape::Total),
            EstimateKind::Count => one(of()?, Shape::Count),
            EstimateKind::Proportion => {
                let question = survey.question(&of()?)?;
                let is = query.of.as_ref().map_or(&[][..], |of| &of.is);
                let shape = if is.is_empty() { Shape::Categories } else { Shape::Share(categories(&question, is)?) };
                Ok(vec![Asked { question, shape, is_item: false }])
            }
            EstimateKind::Ratio => {
                let below = survey.question(&name_of("denominator", query.denominator.as_deref())?)?;
                one(name_of("numerator", query.numerator.as_deref())?, Shape::Ratio(below))
            }
            EstimateKind::Likert => query
                .items
                .iter()
                .map(|item| {
                    let question = survey.question(item)?;
                    let shape = Shape::Likert {
                        positive: categories(&question, &query.positive)?,
                        neutral: categories(&question, &query.neutral)?,
                        negative: categories(&question, &query.negative)?,
                    };
                    Ok(Asked { question, shape, is_item: true })
                })
                .collect(),
            EstimateKind::PolicyStatus => Err(Error::new("wrong_dataset_kind").with("value", "policy_status")),
        }
    }

    /// The estimand in the engine's terms.
    pub fn estimand(&self) -> Estimand<'_> {
        let of = &self.question.measure;
        match &self.shape {
            Shape::Mean => Estimand::Mean(of),
            Shape::Total => Estimand::Total(of),
            Shape::Share(is) => Estimand::Proportion { of, is: is.clone() },
            Shape::Categories => Estimand::Categories(of),
            Shape::Ratio(below) => Estimand::Ratio { numerator: of, denominator: &below.measure },
            Shape::Likert { positive, neutral, negative } => Estimand::Likert {
                of,
                positive: positive.clone(),
                neutral: neutral.clone(),
                negative: negative.clone(),
            },
            Shape::Count => Estimand::Count(of),
        }
    }
}

/// Category indices of answers. An answer that the codebook knows and nobody gave has none and adds nothing.
fn categories(question: &Question<'_>, codes: &[Code]) -> Result<Vec<u32>> {
    codes.iter().try_for_each(|code| question.knows(code))?;
    Ok(codes.iter().filter_map(|code| question.measure.category_of(code)).collect())
}

fn missing_field(field: &str) -> Error {
    Error::new("missing_field").with("field", field)
}

/// The answer while it is being put together.
pub(super) struct Answer<'q, 'a> {
    query: &'q Query,
    by: &'q [Question<'a>],
    items: Vec<LabelledCode>,
    categories: Vec<LabelledCode>,
    label: Option<ResultColumn>,
    rows: Vec<Row>,
    averages: Vec<Row>,
    comparisons: Vec<Comparison>,
    lonely_strata: u64,
    deff: Option<&'static str>,
}

impl<'q, 'a> Answer<'q, 'a> {
    pub fn new(query: &'q Query, by: &'q [Question<'a>]) -> Self {
        Answer {
            query,
            by,
            items: Vec::new(),
            categories: Vec::new(),
            label: None,
            rows: Vec::new(),
            averages: Vec::new(),
            comparisons: Vec::new(),
            lonely_strata: 0,
            deff: None,
        }
    }

    /// Takes the estimates of one variable.
    pub fn add(&mut self, asked: &Asked<'_>, estimates: Estimates) {
        let question = &asked.question;
        if asked.is_item {
            self.items.push(LabelledCode { code: Code::Text(question.name.clone()), label: question.label.clone() });
        }
        if matches!(asked.shape, Shape::Categories | Shape::Likert { .. }) && self.categories.is_empty() {
            self.categories = question.categories.clone();
        }
        self.label.get_or_insert_with(|| ResultColumn {
            name: question.name.clone(),
            label: question.label.clone(),
            values: question.categories.clone(),
        });
        let rows = |cells: &[CellEstimate]| cells.iter().map(|cell| self.row(asked, cell)).collect::<Vec<_>>();
        let (cells, averages) = (rows(&estimates.cells), rows(&estimates.averages));
        let comparisons = rows(&estimates.comparisons).into_iter().map(compared);
        self.comparisons.extend(comparisons);
        self.rows.extend(cells);
        self.averages.extend(averages);
        self.lonely_strata = self.lonely_strata.max(estimates.lonely_strata);
        self.deff = self.deff.or(estimates.deff);
    }

    /// The whole answer.
    pub fn finish(mut self, survey: &Survey<'_>, options: &Options) -> QueryResult {
        self.rows.append(&mut self.averages);
        let sampled = survey.basis == Basis::Probability;
        let share = matches!(self.query.estimate, EstimateKind::Proportion | EstimateKind::Likert);
        let logit = share && options.interval.unwrap_or(IntervalMethod::Logit) == IntervalMethod::Logit;
        let method = Method {
            estimate: name(&self.query.estimate),
            basis: Some(name(&survey.basis)),
            variance: sampled.then(|| "taylor".into()),
            interval: sampled.then(|| if logit { "logit" } else { "t" }.into()),
            level: sampled.then_some(options.level),
            lonely_psu: sampled.then(|| name(&survey.design.lonely_psu())),
            lonely_strata: self.lonely_strata,
            deff: self.deff.map(String::from),
            min_n: options.min_n,
            unit: if share { "share" } else { "value" }.into(),
        };
        let notes = self.notes(survey);
        let mut columns: Vec<ResultColumn> = self.by.iter().map(key).collect();
        if !self.items.is_empty() {
            columns.push(ResultColumn { name: "item".into(), label: None, values: self.items });
        }
        if !self.categories.is_empty() {
            columns.push(ResultColumn { name: "category".into(), label: None, values: self.categories });
        }
        // What was asked, so that a chart can say it: not a key of the rows.
        columns.extend(self.label.filter(|_| self.query.items.is_empty()).map(|asked| ResultColumn {
            name: "of".into(),
            label: asked.label.or(Some(crate::locale::Text::Plain(asked.name))),
            values: asked.values,
        }));
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

    fn notes(&self, survey: &Survey<'_>) -> Vec<Error> {
        let mut notes = Vec::new();
        if survey.basis == Basis::SelfSelected {
            notes.push(Error::new("self_selected"));
        }
        if self.lonely_strata > 0 && survey.design.lonely_psu() != LonelyPsu::Fail {
            let rule = name(&survey.design.lonely_psu());
            notes.push(Error::new("lonely_psu_rule").with("strata", self.lonely_strata).with("rule", rule));
        }
        let withheld = self.rows.iter().filter(|row| row.flags.contains(&Flag::TooFew)).count();
        if withheld > 0 {
            notes.push(Error::new("cells_suppressed").with("cells", withheld).with("least", self.query.least_n().unwrap_or(0)));
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
        let category = match cell.part {
            Part::Whole => None,
            Part::Category(index) => Some(asked.question.categories[index as usize].code.clone()),
            Part::Net => Some(Code::Text("net".into())),
            Part::Mean => Some(Code::Text("mean".into())),
        };
        Row {
            by: by.collect::<BTreeMap<_, _>>(),
            item: asked.is_item.then(|| asked.question.name.clone()),
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
    ResultColumn { name: question.name.clone(), label: question.label.clone(), values: question.categories.clone() }
}

/// The name that an option has in the document.
fn name<T: serde::Serialize>(option: &T) -> String {
    match serde_json::to_value(option) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}
