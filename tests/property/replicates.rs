//! Replicates made from a design, and calibrated ones, against what the design itself says.

use super::sample::{Record, agree, declared, survey, table};
use crate::support::data::numbers;
use proptest::prelude::*;
use pulso::design::SurveyDesign;
use pulso::document::{
    Basis, Calibrate, Design, Margin, Rake, ReplicateMethod, ReplicatesFromDesign,
};
use pulso::estimate::{CellEstimate, Cells, Estimand, Measure, Options, estimate};

fn made(method: ReplicateMethod, mse: bool) -> Option<ReplicatesFromDesign> {
    Some(ReplicatesFromDesign {
        method,
        mse,
        ..ReplicatesFromDesign::default()
    })
}

/// Total or mean of the number, by country.
fn asked(records: &[Record], design: &Design, total: bool) -> Vec<CellEstimate> {
    let table = table(records);
    let design = SurveyDesign::new(&table, design).unwrap().value;
    let measure = |name: &str| Measure::of(table.column(name).unwrap(), &[]).unwrap();
    let (of, country) = (measure("number"), measure("country"));
    let cells = Cells::cross(&design, &[&country], None).unwrap();
    let asked = if total {
        Estimand::Total(&of)
    } else {
        Estimand::Mean(&of)
    };
    estimate(&design, &cells, &asked, &Options::new(Basis::Probability))
        .unwrap()
        .cells
}

/// The same records with two clusters in every stratum.
fn paired(records: &[Record]) -> Vec<Record> {
    let pair = |record: &Record| Record {
        cluster: record.cluster % 2,
        ..record.clone()
    };
    records.iter().map(pair).collect()
}

/// Half-samples are balanced for every number of strata, whichever construction of the matrix reaches it.
#[test]
fn half_samples_are_balanced_whatever_the_number_of_strata() {
    for strata in (1..48).chain([70, 100]) {
        let number = |row: u64| ((row * 7_919 + strata * 104_729) % 1_013) as f64;
        let rows = || 0..2 * strata;
        let columns = vec![
            (
                "stratum".into(),
                numbers(rows().map(|row| (row / 2) as f64).collect()),
            ),
            ("number".into(), numbers(rows().map(number).collect())),
        ];
        let table = pulso::table::Table::new(2 * strata as usize, columns).unwrap();
        let error = |replicates| {
            let design = Design {
                strata: vec!["stratum".into()],
                replicates_from_design: replicates,
                ..Design::default()
            };
            let design = SurveyDesign::new(&table, &design).unwrap().value;
            let of = Measure::of(table.column("number").unwrap(), &[]).unwrap();
            let cells = Cells::cross(&design, &[], None).unwrap();
            let options = Options::new(Basis::Probability);
            estimate(&design, &cells, &Estimand::Total(&of), &options)
                .unwrap()
                .cells[0]
                .clone()
        };
        let (expected, got) = (error(None), error(made(ReplicateMethod::Brr, false)));
        assert!(
            agree(expected.se, got.se, 1e-12),
            "{strata}: {expected:?} {got:?}"
        );
        assert_eq!(expected.df, got.df);
    }
}

fn rake() -> Calibrate {
    let totals = |values: &[f64]| {
        let pairs = values.iter().enumerate();
        pairs
            .map(|(at, value)| ((at + 1).to_string(), *value))
            .collect()
    };
    Calibrate {
        rake: Some(Rake {
            margins: vec![
                Margin {
                    by: vec!["country".into()],
                    totals: totals(&[20.0, 30.0, 10.0]),
                },
                Margin {
                    by: vec!["stratum".into()],
                    totals: totals(&[25.0, 35.0]),
                },
            ],
            tolerance: 1e-12,
            trim: None,
        }),
        poststratify: None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn a_total_has_the_variance_of_its_strata_and_units(records in survey(), fpc in any::<bool>(), mse in any::<bool>()) {
        let fpc = if fpc { vec!["population".into()] } else { Vec::new() };
        let stratified = Design { fpc: fpc.clone(), ..declared() };
        let unstratified = Design { strata: Vec::new(), clusters: Vec::new(), fpc: Vec::new(), ..declared() };
        let pairs = paired(&records);
        let cases = [
            (&records, &stratified, ReplicateMethod::Jkn),
            (&records, &unstratified, ReplicateMethod::Jk1),
            (&pairs, &stratified, ReplicateMethod::Brr),
            (&pairs, &stratified, ReplicateMethod::Jk2),
        ];
        for (records, design, method) in cases {
            let replicated = Design { replicates_from_design: made(method, mse), ..design.clone() };
            let (expected, got) = (asked(records, design, true), asked(records, &replicated, true));
            for (expected, got) in expected.iter().zip(&got) {
                prop_assert!(agree(expected.estimate, got.estimate, 1e-12));
                prop_assert!(agree(expected.se, got.se, 1e-9), "{method:?}\n{expected:?}\n{got:?}");
            }
        }
    }

    #[test]
    fn replicates_do_not_depend_on_scale_or_order(records in survey(), factor in 0.01..1000.0) {
        let design = Design { replicates_from_design: made(ReplicateMethod::Jkn, true), ..declared() };
        let scaled: Vec<Record> = records
            .iter()
            .rev()
            .map(|record| Record { weight: record.weight * factor, ..record.clone() })
            .collect();
        let (one, other) = (asked(&records, &design, false), asked(&scaled, &design, false));
        for (one, other) in one.iter().zip(&other) {
            prop_assert!(agree(one.estimate, other.estimate, 1e-9));
            prop_assert!(agree(one.se, other.se, 1e-9));
            prop_assert_eq!(one.df, other.df);
        }
    }

    #[test]
    fn raked_weights_meet_their_totals_whatever_they_were(records in survey(), factor in 0.01..1000.0) {
        let design = Design { calibrate: vec![rake()], ..declared() };
        let data = table(&records);
        let raked = SurveyDesign::new(&data, &design).unwrap().value;
        let sum = |meets: &dyn Fn(&Record) -> bool| {
            let pairs = records.iter().zip(raked.weights());
            pairs.filter(|(record, _)| meets(record)).map(|(_, weight)| weight).sum::<f64>()
        };
        for (country, total) in [20.0, 30.0, 10.0].into_iter().enumerate() {
            prop_assert!((sum(&|record| usize::from(record.country) == country) - total).abs() < 1e-9);
        }
        prop_assert!((sum(&|record| record.stratum == 0) - 25.0).abs() < 1e-9);
        prop_assert!(raked.weights().iter().all(|weight| *weight > 0.0));
        let scaled: Vec<Record> = records
            .iter()
            .rev()
            .map(|record| Record { weight: record.weight * factor, ..record.clone() })
            .collect();
        let (one, other) = (asked(&records, &design, false), asked(&scaled, &design, false));
        for (one, other) in one.iter().zip(&other) {
            prop_assert!(agree(one.estimate, other.estimate, 1e-8));
            prop_assert!(agree(one.se, other.se, 1e-8), "{one:?}\n{other:?}");
        }
    }

    /// What the totals fix has no error.
    #[test]
    fn a_total_that_is_known_is_known(records in survey()) {
        let design = Design { calibrate: vec![rake()], ..declared() };
        let replicated = Design { replicates_from_design: made(ReplicateMethod::Jkn, true), ..design.clone() };
        let table = table(&records);
        for (design, tolerance) in [(&design, 1e-9), (&replicated, 1e-9)] {
            // A replicate may lose what a total needs; that is an error of its own.
            let Ok(design) = SurveyDesign::new(&table, design) else { continue };
            let design = design.value;
            let country = Measure::of(table.column("country").unwrap(), &[]).unwrap();
            let cells = Cells::cross(&design, &[&country], None).unwrap();
            let options = Options::new(Basis::Probability);
            let counts = estimate(&design, &cells, &Estimand::Count, &options).unwrap();
            for (row, total) in counts.cells.iter().zip([20.0, 30.0, 10.0]) {
                prop_assert!(agree(row.estimate, Some(total), 1e-9));
                prop_assert!(row.se.is_some_and(|se| se < tolerance * total), "{row:?}");
            }
        }
    }
}
