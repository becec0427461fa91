//! A data set with its design, asked in few words.

use crate::support::data;
use pulso::codebook::Code;
use pulso::design::SurveyDesign;
use pulso::document::{Basis, Design};
use pulso::estimate::{CellEstimate, Cells, Estimand, Estimates, Measure, Options, estimate};
use pulso::table::Table;

/// A data set with its design.
pub struct Study {
    pub table: Table,
    pub design: SurveyDesign,
    pub options: Options,
    /// A condition on records: column and value.
    pub domain: Option<Vec<bool>>,
    /// Declared missing.
    pub missing: Vec<Code>,
}

impl Study {
    pub fn new(table: Table, design: &Design) -> Study {
        let design = SurveyDesign::new(&table, design).unwrap().value;
        Study {
            table,
            design,
            options: Options::new(Basis::Probability),
            domain: None,
            missing: Vec::new(),
        }
    }

    /// A measure of a column.
    pub fn measure(&self, name: &str) -> Measure<'_> {
        Measure::of(self.table.column(name).unwrap(), &self.missing).unwrap()
    }

    /// The estimates of an estimand, with the name that each cell's values make.
    pub fn ask(&self, estimand: &Estimand, by: &[&str]) -> Answer {
        let by: Vec<Measure> = by
            .iter()
            .map(|name| self.measure(name).into_coded().unwrap())
            .collect();
        let measures: Vec<&Measure> = by.iter().collect();
        let cells = Cells::cross(&self.design, &measures, self.domain.as_deref()).unwrap();
        let estimates = estimate(&self.design, &cells, estimand, &self.options).unwrap();
        let name = |row: &CellEstimate| {
            let texts = row.key.iter().zip(&by).map(|(at, measure)| match at {
                Some(at) => measure.levels()[*at as usize].text.clone(),
                None => "average".into(),
            });
            texts.collect::<Vec<String>>().join(".")
        };
        let names = estimates.cells.iter().map(name).collect();
        Answer { estimates, names }
    }

    pub fn mean(&self, name: &str, by: &[&str]) -> Answer {
        self.ask(&Estimand::Mean(&self.measure(name)), by)
    }

    pub fn total(&self, name: &str, by: &[&str]) -> Answer {
        self.ask(&Estimand::Total(&self.measure(name)), by)
    }

    pub fn ratio(&self, numerator: &str, denominator: &str) -> Answer {
        let (numerator, denominator) = (self.measure(numerator), self.measure(denominator));
        self.ask(
            &Estimand::Ratio {
                numerator: &numerator,
                denominator: &denominator,
            },
            &[],
        )
    }

    pub fn share(&self, name: &str, is: &str, by: &[&str]) -> Answer {
        let of = self.measure(name);
        let is = vec![of.category_of(&Code::Text(is.into())).unwrap()];
        self.ask(&Estimand::Proportion { of: &of, is }, by)
    }
}

/// Estimates with the names of their cells.
pub struct Answer {
    pub estimates: Estimates,
    pub names: Vec<String>,
}

/// A design in one line.
pub fn design(weight: &str, strata: &[&str], clusters: &[&str], fpc: &[&str]) -> Design {
    let names = |names: &[&str]| names.iter().map(|name| String::from(*name)).collect();
    Design {
        weight: (!weight.is_empty()).then(|| weight.into()),
        strata: names(strata),
        clusters: names(clusters),
        fpc: names(fpc),
        ..Design::default()
    }
}

/// A table of some columns of a shared file.
pub fn open(file: &str, names: &[&str]) -> Table {
    let path = data::shared().unwrap().join(file);
    let (header, rows) = data::csv(path.to_str().unwrap());
    data::table(&header, &rows, names)
}
