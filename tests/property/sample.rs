//! Small surveys made at random.

use crate::support::data::numbers;
use proptest::collection::vec;
use proptest::prelude::*;
use pulso::design::SurveyDesign;
use pulso::document::{Basis, Design, LonelyPsu};
use pulso::estimate::{
    CellEstimate, Cells, Comparing, Estimand, Estimates, Measure, Options, estimate,
};
use pulso::table::{Coded, Codes, Column, Level, Table};

/// One record: country, stratum within it, cluster within the stratum, weight, answer from 1 to 5 or 0, a number.
#[derive(Debug, Clone)]
pub struct Record {
    pub country: u8,
    pub stratum: u8,
    pub cluster: u8,
    pub weight: f64,
    pub answer: u8,
    pub number: f64,
}

/// A survey of 12 to 80 records. The first ones see to it that every stratum has two clusters.
pub fn survey() -> impl Strategy<Value = Vec<Record>> {
    let record = (0..3_u8, 0..2_u8, 0..4_u8, 0.25..8.0, 0..6_u8, -50.0..50.0);
    vec(record, 12..80).prop_map(|records| {
        let record = |(row, drawn): (usize, (u8, u8, u8, f64, u8, f64))| {
            let (country, stratum, cluster, weight, answer, number) = drawn;
            let row = row as u8;
            let (country, stratum, cluster) = match row {
                0..12 => (row % 3, row / 3 % 2, row / 6),
                _ => (country, stratum, cluster),
            };
            Record {
                country,
                stratum,
                cluster,
                weight,
                answer,
                number,
            }
        };
        records.into_iter().enumerate().map(record).collect()
    })
}

fn coded(codes: Vec<u8>, levels: u8) -> Column {
    let level = |number: u8| Level {
        text: number.to_string(),
        number: Some(f64::from(number)),
    };
    Column::Coded(Coded {
        codes: Codes::narrow(codes),
        levels: (1..=levels).map(level).collect(),
    })
}

/// The records as a table.
pub fn table(records: &[Record]) -> Table {
    let of = |value: &dyn Fn(&Record) -> u8| records.iter().map(value).collect::<Vec<u8>>();
    let number = |value: &dyn Fn(&Record) -> f64| numbers(records.iter().map(value).collect());
    let columns = vec![
        ("country".into(), coded(of(&|record| record.country + 1), 3)),
        ("stratum".into(), coded(of(&|record| record.stratum + 1), 2)),
        (
            "cluster".into(),
            number(&|record| f64::from(record.cluster)),
        ),
        ("weight".into(), number(&|record| record.weight)),
        ("answer".into(), coded(of(&|record| record.answer), 5)),
        ("number".into(), number(&|record| record.number)),
        ("population".into(), number(&|_| 100.0)),
    ];
    Table::new(records.len(), columns).unwrap()
}

/// Countries crossed with strata, clusters within them.
pub fn declared() -> Design {
    Design {
        weight: Some("weight".into()),
        strata: vec!["country".into(), "stratum".into()],
        clusters: vec!["cluster".into()],
        nest: true,
        lonely_psu: LonelyPsu::Adjust,
        ..Design::default()
    }
}

/// A table with its design.
pub struct Sample {
    pub table: Table,
    pub design: SurveyDesign,
}

impl Sample {
    pub fn of(records: &[Record]) -> Sample {
        let table = table(records);
        let design = SurveyDesign::new(&table, &declared()).unwrap().value;
        Sample { table, design }
    }

    pub fn measure(&self, name: &str) -> Measure<'_> {
        Measure::of(self.table.column(name).unwrap(), &[]).unwrap()
    }

    /// Estimates by country, or of the whole.
    pub fn ask(
        &self,
        estimand: &Estimand,
        by_country: bool,
        domain: Option<&[bool]>,
        options: &Options,
    ) -> Estimates {
        let country = self.measure("country");
        let by: &[&Measure] = if by_country { &[&country] } else { &[] };
        let cells = Cells::cross(&self.design, by, domain).unwrap();
        estimate(&self.design, &cells, estimand, options).unwrap()
    }
}

/// Errors, averages and comparisons over countries.
pub fn everything(basis: Basis) -> Options {
    Options {
        average_over: Some(0),
        compare: Some(Comparing::with_average(0)),
        ..Options::new(basis)
    }
}

/// A Likert over the five answers.
pub fn likert<'a>(of: &'a Measure<'a>) -> Estimand<'a> {
    Estimand::Likert {
        of,
        positive: vec![3, 4],
        neutral: vec![2],
        negative: vec![0, 1],
    }
}

/// All rows of an answer.
pub fn rows(estimates: &Estimates) -> impl Iterator<Item = &CellEstimate> {
    let Estimates {
        cells,
        averages,
        comparisons,
        ..
    } = estimates;
    cells.iter().chain(averages).chain(comparisons)
}

/// Every number of a row but n.
pub fn figures(row: &CellEstimate) -> [Option<f64>; 8] {
    let [low, high] = row.ci.map_or([None; 2], |ci| ci.map(Some));
    [
        row.estimate,
        row.se,
        row.df,
        low,
        high,
        row.n_effective,
        row.deff,
        row.p,
    ]
}

/// Whether two numbers agree to a relative tolerance, or are both absent.
pub fn agree(a: Option<f64>, b: Option<f64>, tolerance: f64) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= tolerance * a.abs().max(b.abs()).max(1e-3),
        (None, None) => true,
        _ => false,
    }
}
