//! The answer to a query in the words of the document: names, codes and labels.

use super::asked::Asked;
use super::estimates::{AVERAGE, is_average};
use super::letters;
use super::name;
use super::survey::{Question, Survey};
use super::{Adjust, Basis, EstimateKind, IntervalMethod, LonelyPsu, Query};
use crate::codebook::Code;
use crate::design::SurveyDesign;
use crate::error::Error;
use crate::estimate::{
    CellEstimate, Comparing, Comparison, DeffReference, DegreesOfFreedom, Estimates, Flag,
    LabelledCode, Method, Options, Part, QueryResult, ResultColumn, Row,
};
use crate::json;
use crate::locale::Text;
use crate::short_map::ShortMap;

/// The interval of a quantile, where the design has no replicate weights.
const WOODRUFF: &str = "woodruff";

/// Key of a quantile: the share of the population that lies below.
const PROB: &str = "prob";

/// The answer while it is being put together.
pub(super) struct Answer<'q, 'a> {
    query: &'q Query,
    by: &'q [Question<'a>],
    items: Vec<LabelledCode>,
    /// Names of a regression's coefficients, and of the tests of several.
    terms: Vec<String>,
    categories: Vec<LabelledCode>,
    /// What was asked about, so that a chart can say it.
    of: Option<ResultColumn>,
    rows: Vec<Row>,
    averages: Vec<Row>,
    comparisons: Vec<Comparison>,
    lonely_strata: u64,
    interval: Option<IntervalMethod>,
    deff: Option<DeffReference>,
    comparing: Option<Comparing>,
    level: f64,
    basis: Basis,
    notes: Vec<Error>,
}

impl<'q, 'a> Answer<'q, 'a> {
    pub fn new(query: &'q Query, by: &'q [Question<'a>], options: &Options) -> Self {
        Answer {
            query,
            by,
            items: Vec::new(),
            terms: Vec::new(),
            categories: Vec::new(),
            of: None,
            rows: Vec::new(),
            averages: Vec::new(),
            comparisons: Vec::new(),
            lonely_strata: 0,
            interval: None,
            deff: None,
            comparing: options.compare,
            level: options.level,
            basis: options.basis,
            notes: Vec::new(),
        }
    }

    /// Takes what a reader must know of the question; the same once.
    pub fn note(&mut self, notes: Vec<Error>) {
        for note in notes {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
    }

    /// Takes the estimates of one thing that was asked.
    pub fn add(&mut self, asked: &Asked<'_>, estimates: Estimates) {
        if let Some(question) = asked.question() {
            if asked.is_item() {
                self.items.push(LabelledCode {
                    code: Code::Text(question.name.clone()),
                    label: question.label.clone(),
                });
            }
            if asked.has_categories() && self.categories.is_empty() {
                self.categories = question.categories.clone();
            }
            self.of.get_or_insert_with(|| key(question));
        }
        if self.terms.is_empty() {
            self.terms = asked.terms();
            self.terms
                .extend(asked.joint().into_iter().map(|(name, _)| name));
        }
        for item in asked.items() {
            self.items.push(LabelledCode {
                code: Code::Text(item.name.clone()),
                label: item.label.clone(),
            });
        }
        let rows = |cells: &[CellEstimate]| {
            cells
                .iter()
                .map(|cell| self.row(asked, cell))
                .collect::<Vec<_>>()
        };
        let (mut cells, averages) = (rows(&estimates.cells), rows(&estimates.averages));
        let joint = rows(&estimates.joint);
        let differences = estimates
            .comparisons
            .iter()
            .map(|cell| self.compared(asked, cell));
        let differences: Vec<Comparison> = differences.collect();
        // Letters say what differs, which only a probability sample can tell.
        if let Some(comparing) = self.comparing
            && self.basis == Basis::Probability
            && cfg!(feature = "complete")
        {
            letters::mark(&mut cells, &estimates, comparing, self.level);
        }
        self.rows.extend(cells);
        self.rows.extend(joint);
        self.averages.extend(averages);
        self.comparisons.extend(differences);
        self.lonely_strata = self.lonely_strata.max(estimates.lonely_strata);
        self.interval = self.interval.or(estimates.interval);
        self.deff = self.deff.or(estimates.deff);
    }

    /// The whole answer.
    pub fn finish(mut self, survey: &Survey<'_>, options: &Options) -> QueryResult {
        self.rows.append(&mut self.averages);
        let sampled = self.basis == Basis::Probability;
        let share = matches!(
            self.query.estimate,
            EstimateKind::Proportion | EstimateKind::Likert
        );
        let method = Method {
            estimate: name(&self.query.estimate),
            basis: Some(name(&self.basis)),
            variance: sampled.then(|| variance(survey.design()).into()),
            replicates: survey
                .design()
                .replicates()
                .filter(|_| sampled)
                .map(|replicates| replicates.count() as u64),
            interval: self.interval.map(|method| match self.query.estimate {
                EstimateKind::Quantile if survey.design().replicates().is_none() => WOODRUFF.into(),
                _ => name(&method),
            }),
            level: sampled.then_some(options.level),
            lonely_psu: sampled.then(|| name(&survey.design().lonely_psu())),
            lonely_strata: self.lonely_strata,
            deff: self.deff.map(deff_name),
            min_n: options.suppress.least_n(),
            adjust: options
                .compare
                .filter(|comparing| sampled && comparing.adjust != Adjust::None)
                .map(|comparing| name(&comparing.adjust)),
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
        if !self.terms.is_empty() {
            let term = |name: &String| LabelledCode {
                code: Code::Text(name.clone()),
                label: None,
            };
            columns.push(ResultColumn {
                name: "term".into(),
                label: None,
                values: self.terms.iter().map(term).collect(),
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
            query: json::of(self.query),
            method,
            columns,
            rows: self.rows,
            comparisons: self.comparisons,
            notes,
        }
    }

    fn notes(&self, survey: &Survey<'_>, options: &Options) -> Vec<Error> {
        let mut notes = self.notes.clone();
        if self.basis == Basis::SelfSelected {
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
            // An average has no records of its own that could be too few.
            let counts = |row: &&Row| flag == Flag::Unreliable || !row.by.values().any(is_average);
            let of_flag = self.rows.iter().filter(counts);
            let of_flag = of_flag.filter(|row| row.flags.contains(&flag));
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
        if options.suppress.counts_units() && !survey.design().is_clustered() {
            notes.push(Error::new("units_unknown").with("least", options.suppress.least_units()));
        }
        notes
    }

    /// A row that is a difference: to the average, or to another category of the variable that is compared.
    fn compared(&self, asked: &Asked<'_>, cell: &CellEstimate) -> Comparison {
        let row = self.row(asked, cell);
        let other = cell.with.zip(self.comparing).map(|(category, comparing)| {
            let categories = &self.by[comparing.over].categories;
            categories[category as usize].code.to_text()
        });
        Comparison {
            by: row.by,
            item: row.item,
            category: row.category,
            with: other.unwrap_or_else(|| AVERAGE.into()),
            estimate: row.estimate,
            se: row.se,
            df: cell.df,
            ci: row.ci,
            p: row.p,
            p_adjusted: cell.p_adjusted,
            family: cell.family,
            flags: row.flags,
        }
    }

    fn row(&self, asked: &Asked<'_>, cell: &CellEstimate) -> Row {
        let by = self.by.iter().zip(&cell.key).map(|(question, category)| {
            let code = match category {
                Some(category) => question.categories[*category as usize].code.clone(),
                None => Code::Text(AVERAGE.into()),
            };
            (question.name.clone(), code)
        });
        let mut by = by.collect::<ShortMap<_, _>>();
        if let Some(term) = asked.term(cell.part) {
            by.insert("term".into(), Code::Text(term));
        }
        let question = asked.question();
        let category = match cell.part {
            Part::Whole | Part::Quantile(_) => None,
            Part::Category(index) => {
                question.map(|question| question.categories[index as usize].code.clone())
            }
            Part::Net => Some(Code::Text("net".into())),
            Part::Mean => Some(Code::Text("mean".into())),
            Part::Without(_) => Some(Code::Text("alpha_without".into())),
            Part::ItemRest(_) => Some(Code::Text("item_rest".into())),
            Part::Term(_) | Part::Joint(_) => None,
        };
        if let Some(prob) = asked.prob(cell.part) {
            by.insert(PROB.into(), Code::Number(prob));
        }
        let item = match cell.part {
            Part::Without(item) | Part::ItemRest(item) => asked.items().get(item as usize),
            _ => question.filter(|_| asked.is_item()),
        }
        .map(|question| question.name.clone());
        Row {
            by,
            item,
            category,
            estimate: cell.estimate,
            se: cell.se,
            df: cell.df.map(|df| match cell.denominator_df {
                Some(denominator) => DegreesOfFreedom::Two([df, denominator]),
                None => DegreesOfFreedom::One(df),
            }),
            statistic: cell.statistic,
            rank: None,
            rank_ci: None,
            letter: None,
            exceeds: None,
            ci: cell.ci,
            n: cell.n,
            response: cell.response,
            n_effective: cell.n_effective,
            deff: cell.deff,
            p: cell.p,
            #[cfg(any(feature = "complete", feature = "viewer"))]
            source: None,
            flags: cell.flags.clone(),
        }
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
        DeffReference::EqualWeights => "equal_weights".into(),
    }
}

/// Where errors come from.
fn variance(design: &SurveyDesign) -> &'static str {
    match design.replicates() {
        Some(_) => "replicates",
        None => "taylor",
    }
}
