//! Answers to the queries of a survey: variables → domain → cells → estimates → rows.

use super::answer::Answer;
use super::asked::Asked;
use super::survey::{Question, Survey};
use super::{EstimateKind, IntervalMethod, Query, SuppressRule};
use crate::codebook::Code;
use crate::error::{Error, Result, needs_complete};
use crate::estimate::{
    self, Cells, CompareWith, Comparing, Options, QueryResult, Side, Suppression,
};
use std::rc::Rc;

/// Row key of the average, and what `compare` calls it.
pub(super) const AVERAGE: &str = "average";
/// What `compare` calls all pairs.
const PAIRS: &str = "pairs";

/// Whether a key is that of an average.
pub(super) fn is_average(code: &Code) -> bool {
    matches!(code, Code::Text(text) if text == AVERAGE)
}

/// Answers one query.
///
/// # Errors
/// `pooled_over_countries`; `unknown_variable`, `unknown_value`, `other_scale`, `unknown_row`; those of the estimands, of the cells and of the design.
pub(super) fn answer(survey: &Survey<'_>, query: &Query) -> Result<QueryResult> {
    let notes = notes(survey, query)?;
    let by = by(survey, query)?;
    let cells = survey.cells(query, &by)?;
    let options = options(survey, query, &by)?;
    let mut answer = Answer::new(query, &by, &options);
    answer.note(notes);
    if query.estimate == EstimateKind::Independence {
        needs_complete!("independence");
        let [row, column] = query.variables.as_slice() else {
            return Err(Error::new("two_variables").with("count", query.variables.len()));
        };
        let row = survey.certain(row)?.categorical()?;
        let column = survey.certain(column)?.categorical()?;
        let variables = [&row.measure, &column.measure];
        let test = query.test.unwrap_or_default();
        let tests = estimate::independence(survey.design(), &cells, variables, test, &options)?;
        answer.add(&Asked::Count, tests);
        return Ok(answer.finish(survey, &options));
    }
    for asked in &Asked::all(survey, query)? {
        let estimand = asked.estimand();
        let joint = asked.joint().into_iter().map(|(_, parts)| parts).collect();
        let options = Options {
            joint,
            ..options.clone()
        };
        let cells = cells_of(survey, query, &by, asked)?.unwrap_or(Rc::clone(&cells));
        let estimates = estimate::estimate(survey.design(), &cells, &estimand, &options)?;
        answer.note(asked.note().into_iter().collect());
        answer.add(asked, estimates);
    }
    Ok(answer.finish(survey, &options))
}

/// Answers a difference of two queries: rows of the same key, the first query's less the second's.
///
/// # Errors
/// As [`answer`]; `parts_differ` where the queries have other parts, `keys_differ` where they are cut by other variables.
pub(super) fn difference(
    query: &Query,
    surveys: [&Survey<'_>; 2],
    queries: [&Query; 2],
) -> Result<QueryResult> {
    needs_complete!("difference");
    let [one, other] = queries;
    let bys = [by(surveys[0], one)?, by(surveys[1], other)?];
    if one.by != other.by {
        return Err(Error::new("keys_differ")
            .with("value", one.by.clone())
            .with("other", other.by.clone()));
    }
    let cells = [
        surveys[0].cells(one, &bys[0])?,
        surveys[1].cells(other, &bys[1])?,
    ];
    let mut pairs = Vec::new();
    let codes = |side: usize, cell: usize| -> Vec<String> {
        let key = cells[side].key(cell).iter().zip(&bys[side]);
        key.map(|(category, question)| question.categories[*category as usize].code.to_text())
            .collect()
    };
    for cell in 0..cells[0].len() {
        let own = codes(0, cell);
        let with = (0..cells[1].len()).find(|with| codes(1, *with) == own);
        pairs.extend(with.map(|with| (cell, with)));
    }
    // Intervals, levels and least counts are the difference's own.
    let options = Options {
        basis: surveys[0].basis.and(surveys[1].basis),
        ..options(surveys[0], query, &[])?
    };
    let asked = [Asked::all(surveys[0], one)?, Asked::all(surveys[1], other)?];
    let mut answer = Answer::new(query, &bys[0], &options);
    for (survey, query) in surveys.into_iter().zip(queries) {
        answer.note(notes(survey, query)?);
    }
    let same_sample = one.dataset == other.dataset;
    for (one, other) in asked[0].iter().zip(&asked[1]) {
        let estimands = [one.estimand(), other.estimand()];
        let own = [
            cells_of(surveys[0], queries[0], &bys[0], one)?,
            cells_of(surveys[1], queries[1], &bys[1], other)?,
        ];
        let side = |place: usize| Side {
            design: surveys[place].design(),
            cells: own[place].as_ref().unwrap_or(&cells[place]),
            estimand: &estimands[place],
            basis: surveys[place].basis,
            suppress: rule(queries[place]),
        };
        let sides = [&side(0), &side(1)];
        answer.add(
            one,
            estimate::difference(sides, &pairs, same_sample, &options)?,
        );
    }
    Ok(answer.finish(surveys[0], &options))
}

/// The cells of one item of a battery, where they may be others than those of the battery: of the same keys, without the records
/// whose answers to this item are declared absent.
fn cells_of(
    survey: &Survey<'_>,
    query: &Query,
    by: &[Question<'_>],
    asked: &Asked<'_>,
) -> Result<Option<Rc<Cells>>> {
    let item = asked.question();
    let own = item.and_then(|item| survey.for_item(query, &item.name));
    own.map(|query| survey.cells(&query, by)).transpose()
}

/// What a reader must know of whom and what a query asks.
///
/// # Errors
/// `pooled_over_countries`.
fn notes(survey: &Survey<'_>, query: &Query) -> Result<Vec<Error>> {
    let mut notes = Vec::from_iter(survey.pooled(query)?);
    notes.extend(survey.incomparable(query));
    notes.extend(survey.doubtful(query));
    Ok(notes)
}

fn by<'a>(survey: &Survey<'a>, query: &Query) -> Result<Vec<Question<'a>>> {
    let names = query.by.iter();
    names
        .map(|name| survey.certain(name)?.categorical())
        .collect()
}

fn options(survey: &Survey<'_>, query: &Query, by: &[Question<'_>]) -> Result<Options> {
    let nchs =
        query.suppress.as_ref().and_then(|suppress| suppress.rule) == Some(SuppressRule::Nchs);
    let interval = query.ci.as_ref().and_then(|ci| ci.method);
    if nchs || interval == Some(IntervalMethod::Beta) {
        needs_complete!("beta");
    }
    let place = |name: &String| by.iter().position(|question| question.name == *name);
    let average_over = query
        .average
        .as_ref()
        .and_then(|average| place(&average.over));
    Ok(Options {
        level: query.ci.clone().unwrap_or_default().level,
        interval,
        suppress: rule(query),
        average_over,
        compare: comparing(query, by, average_over)?,
        ..Options::new(survey.basis)
    })
}

/// Which of a query's estimates are shown.
fn rule(query: &Query) -> Suppression {
    (&query.suppress.clone().unwrap_or_default()).into()
}

/// What a query compares.
fn comparing(
    query: &Query,
    by: &[Question<'_>],
    average_over: Option<usize>,
) -> Result<Option<Comparing>> {
    let place = |name: &String| by.iter().position(|question| question.name == *name);
    if let Some(trend) = &query.trend {
        let over = place(&trend.over);
        return Ok(over.map(|over| Comparing {
            over,
            with: CompareWith::Earlier {
                link_error: trend.link_error,
            },
            adjust: Default::default(),
        }));
    }
    let Some(compare) = &query.compare else {
        return Ok(None);
    };
    let over = compare.over.as_ref().and_then(place);
    let over = over.or(average_over).unwrap_or(0);
    let with = match compare.against.as_str() {
        AVERAGE => CompareWith::Average,
        PAIRS => CompareWith::Pairs,
        key => {
            let Some(question) = by.get(over) else {
                return Err(Error::new("no_average"));
            };
            let category = question.measure.category_of(&Code::Text(key.into()));
            CompareWith::Category(category.ok_or_else(|| {
                let codes: Vec<String> = question
                    .categories
                    .iter()
                    .map(|category| category.code.to_text().to_string())
                    .collect();
                let options = [AVERAGE, PAIRS].into_iter();
                let options = options.chain(codes.iter().map(String::as_str));
                Error::unknown("unknown_row", key, options).at("/compare/with")
            })?)
        }
    };
    Ok(Some(Comparing {
        with,
        over,
        adjust: compare.adjust,
    }))
}
