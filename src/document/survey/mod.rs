//! A survey made ready: its table, its codebook, its design, and its variables by name.

#[cfg(feature = "complete")]
mod absent;
mod countries;
mod derived;
mod question;
mod several;

pub(super) use countries::COUNTRY;
pub(super) use question::Question;

use super::kept::key;
use super::{Basis, Dataset, DerivedVariable, Document, EstimateKind, Query, Sources, domain};
use crate::codebook::{self, Code, Codebook};
use crate::design::SurveyDesign;
use crate::error::{Error, Result, Warned, needs_complete};
use crate::estimate::{Cells, Measure};
use crate::locale::country;
use crate::read::Read;
use crate::table::{Column, Table};
use question::labelled;
use std::rc::Rc;

/// A survey made ready for queries.
#[derive(Clone)]
pub(super) struct Survey<'a> {
    sources: &'a Sources,
    table: &'a Table,
    /// What the document declares of it.
    pub dataset: &'a Dataset,
    /// Its derived variables.
    pub derived: Vec<&'a DerivedVariable>,
    prepared: Rc<Prepared>,
    /// What the document declares absent.
    #[cfg(feature = "complete")]
    absent: Rc<[absent::Absent]>,
    /// Which of a variable's plausible values is looked at.
    draw: usize,
    /// How the records came into the sample.
    pub basis: Basis,
}

/// What a survey's files and its declaration decide, whatever is asked.
pub(super) struct Prepared {
    codebook: Codebook,
    design: SurveyDesign,
    /// What there is to know about the file, the design and the codebook.
    warnings: Vec<Error>,
    /// Columns that hold what looks like undeclared codes of no answer.
    in_doubt: Vec<String>,
}

impl Prepared {
    /// # Errors
    /// A codebook that cannot be read, a design that does not fit the table.
    fn new(sources: &Sources, read: &Warned<Read>, dataset: &Dataset) -> Result<Prepared> {
        let table = &read.value.table;
        let codebook = sources.codebook(&dataset.source, dataset.codebook.as_deref())?;
        let declared = dataset.design.clone().unwrap_or_default();
        let design = SurveyDesign::of_countries(table, &declared, dataset.country.as_deref())
            .map_err(|error| error.in_file(&dataset.source))?;
        // The file says what looks like a code of no answer; whether it is declared, the document says.
        let (doubts, mut warnings): (Vec<_>, Vec<_>) = read
            .warnings
            .iter()
            .cloned()
            .partition(|warning| warning.code == "undeclared_missing");
        let in_doubt = doubts.into_iter().filter_map(|doubt| doubt.place.column);
        warnings.extend(design.warnings);
        warnings.extend(codebook::oddities(
            &codebook,
            &table.occurring(),
            country::recognise,
        ));
        Ok(Prepared {
            codebook,
            design: design.value,
            warnings,
            in_doubt: in_doubt.collect(),
        })
    }
}

impl<'a> Survey<'a> {
    /// Opens a data set of the document.
    ///
    /// # Errors
    /// A file that is not open, a codebook that cannot be read, a design that does not fit the table, no basis; an unknown variable
    /// or answer in what is declared absent.
    pub fn open(
        sources: &'a Sources,
        document: &'a Document,
        dataset: &'a Dataset,
    ) -> Result<Warned<Survey<'a>>> {
        let read = sources.table(&dataset.source)?;
        let table = &read.value.table;
        let basis = dataset.basis.ok_or_else(|| Error::new("missing_basis"))?;
        if dataset.absent.is_some() {
            needs_complete!("absent");
        }
        let prepare = || Prepared::new(sources, read, dataset);
        let prepared = sources
            .surveys
            .find_or(key(&[dataset]), table.rows(), prepare)?;
        let derived = document
            .variables
            .iter()
            .filter(|variable| variable.dataset == dataset.id)
            .collect();
        let survey = Survey {
            sources,
            table,
            dataset,
            derived,
            prepared,
            #[cfg(feature = "complete")]
            absent: Rc::new([]),
            draw: 0,
            basis,
        };
        #[cfg(feature = "complete")]
        let survey = survey.without_absent(document)?;
        let warnings = survey.prepared.warnings.iter().cloned();
        let in_doubt = survey.prepared.in_doubt.iter();
        let warnings = warnings
            .chain(in_doubt.filter_map(|name| survey.undeclared(name)))
            .chain(survey.unrecognised_countries()?)
            .map(|warning| warning.in_file(&dataset.source))
            .collect();
        Ok(Warned {
            value: survey,
            warnings,
        })
    }

    /// Weights, strata and sampling units.
    pub fn design(&self) -> &SurveyDesign {
        &self.prepared.design
    }

    /// What its columns mean.
    pub fn codebook(&self) -> &Codebook {
        &self.prepared.codebook
    }

    /// Columns that hold what looks like codes of no answer; some may be declared.
    pub fn columns_in_doubt(&self) -> &[String] {
        &self.prepared.in_doubt
    }

    /// A column of the file by name.
    pub fn found(&self, name: &str) -> Option<&'a Column> {
        self.table.column(name).ok()
    }

    /// The cells that a query's `by` and `where` cut the survey into. Queries that cut alike share them.
    ///
    /// # Errors
    /// Those of [`domain::members`] and [`Cells::cross`].
    pub fn cells(&self, query: &Query, by: &[Question]) -> Result<Rc<Cells>> {
        let key = key(&[self.dataset, &self.derived, &query.by, &query.domain]);
        #[cfg(feature = "complete")]
        let absent = self.absent_from(query);
        #[cfg(feature = "complete")]
        let key = key + &super::kept::key(&[&absent]);
        self.sources.crosses.find_or(key, self.rows(), || {
            let domain = query
                .domain
                .as_ref()
                .map(|condition| domain::members(self, condition))
                .transpose()?;
            let by: Vec<&Measure> = by.iter().map(|question| &question.measure).collect();
            #[cfg(feature = "complete")]
            if !absent.is_empty() {
                let absent = absent.iter().map(|place| &self.absent[*place as usize]);
                let absent: Vec<_> = absent.map(|of| (of.flag, &of.records[..])).collect();
                return Cells::cross_without(self.design(), &by, domain.as_deref(), &absent);
            }
            Cells::cross(self.design(), &by, domain.as_deref())
        })
    }

    /// A battery's query as if it asked for one item only, where answers to it may be declared absent and those to the others not.
    pub fn for_item(&self, query: &Query, item: &str) -> Option<Query> {
        let declares = cfg!(feature = "complete") && self.dataset.absent.is_some();
        (declares && query.estimate == EstimateKind::Likert).then(|| Query {
            items: vec![item.into()],
            ..query.clone()
        })
    }

    /// Number of records.
    pub fn rows(&self) -> usize {
        self.table.rows()
    }

    /// A variable by name: the country, a derived variable or a column.
    ///
    /// # Errors
    /// `unknown_variable`, with all that may be named.
    pub fn question(&self, name: &str) -> Result<Question<'a>> {
        if name == COUNTRY && self.dataset.country.is_some() {
            return self.country();
        }
        if let Some(derived) = self.derived.iter().find(|derived| derived.id == name) {
            return self.derive(derived);
        }
        self.written(name)
    }

    /// A column of the file as a variable, whatever else its name may stand for.
    ///
    /// # Errors
    /// `unknown_variable`, with all that may be named.
    pub fn written(&self, name: &str) -> Result<Question<'a>> {
        let measure = self.column(name)?;
        let variable = self.prepared.codebook.variable(name);
        let label_of = |code: &Code| variable?.value_label(code).cloned();
        let categories = labelled(&measure, label_of);
        Ok(Question {
            name: name.into(),
            label: variable.and_then(|v| v.label.clone()),
            measure,
            categories,
            possible: self.named_answers(name),
        })
    }

    /// The answers that occur in a column of the file; none of a column of numbers, or of what is no column.
    pub fn occurring(&self, column: &str) -> Vec<Code> {
        let categories = self.written(column).map(|question| question.categories);
        let codes = categories.unwrap_or_default().into_iter();
        codes.map(|category| category.code).collect()
    }

    /// A variable that is the same in every plausible value: what cuts a survey into cells and domains.
    ///
    /// # Errors
    /// As [`Survey::question`]; `plausible_cannot_cut`.
    pub fn certain(&self, name: &str) -> Result<Question<'a>> {
        match self.draws(name) {
            1 => self.question(name),
            _ => Err(Error::new("plausible_cannot_cut").with("value", name)),
        }
    }

    /// Number of plausible values that a variable has; 1 for any other.
    pub fn draws(&self, name: &str) -> usize {
        let derived = self.derived.iter().find(|derived| derived.id == name);
        match derived.map(|derived| (&derived.plausible_values, &derived.bands)) {
            Some((values, _)) if !values.is_empty() => values.len(),
            // What is cut has the values of what it is cut from; of itself it has none.
            Some((_, Some(bands))) if bands.from != name => self.draws(&bands.from),
            _ => 1,
        }
    }

    /// The same survey at another of its plausible values.
    pub fn at_draw(&self, draw: usize) -> Survey<'a> {
        Survey {
            draw,
            ..self.clone()
        }
    }

    /// A variable to count with.
    ///
    /// # Errors
    /// Those of [`Survey::question`] and [`Survey::within_labels`].
    pub fn number(&self, name: &str) -> Result<Question<'a>> {
        let question = self.question(name)?;
        if !self.derived.iter().any(|derived| derived.id == name) {
            self.within_labels(name)?;
        }
        Ok(question)
    }

    /// A column of the file with its missing codes taken out.
    fn column(&self, name: &str) -> Result<Measure<'a>> {
        self.measured(name, &self.missing(name))
    }

    /// A column of the file with all that stands in it.
    fn as_in_file(&self, name: &str) -> Result<Measure<'a>> {
        self.measured(name, &[])
    }

    fn measured(&self, name: &str, missing: &[Code]) -> Result<Measure<'a>> {
        let column = self
            .table
            .column(name)
            .map_err(|error| self.with_derived(error, name))?;
        Measure::of(column, missing).map_err(|error| error.in_column(name))
    }

    /// An unknown name may be near a derived variable as well as near a column.
    fn with_derived(&self, error: Error, name: &str) -> Error {
        if error.code != "unknown_variable" {
            return error;
        }
        let derived = self.derived.iter().map(|derived| derived.id.as_str());
        let own = self
            .dataset
            .country
            .as_ref()
            .map(|_| COUNTRY)
            .into_iter()
            .chain(derived);
        let names = own.chain(self.table.names().iter().map(String::as_str));
        Error::unknown("unknown_variable", name, names).in_file(&self.dataset.source)
    }
}
