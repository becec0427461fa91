//! Estimates keep their meaning however the records come.

use super::sample::{Record, Sample, agree, everything, figures, likert, rows, survey};
use crate::support::data::numbers;
use proptest::prelude::*;
use pulso::document::{Basis, QuantileRule};
use pulso::estimate::{Estimand, Estimates, Flag, Measure, Options, Part, Suppression};
use std::borrow::Cow;

const PROBABILITY: Basis = Basis::Probability;

fn same(a: &Estimates, b: &Estimates, tolerance: f64) -> Result<(), TestCaseError> {
    prop_assert_eq!(rows(a).count(), rows(b).count());
    for (a, b) in rows(a).zip(rows(b)) {
        prop_assert_eq!(&a.key, &b.key);
        prop_assert_eq!(a.n, b.n);
        prop_assert_eq!(&a.flags, &b.flags);
        for (x, y) in figures(a).into_iter().zip(figures(b)) {
            prop_assert!(agree(x, y, tolerance), "{a:?}\n{b:?}");
        }
    }
    Ok(())
}

/// The records in another order, by a seed.
fn shuffled(records: &[Record], seed: u64) -> Vec<Record> {
    let mut state = seed | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let mut keyed: Vec<(u64, Record)> = records
        .iter()
        .map(|record| (next(), record.clone()))
        .collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, record)| record).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn rescaled_weights_change_no_mean(records in survey(), factor in 0.01..1000.0) {
        let scaled: Vec<Record> = records
            .iter()
            .map(|record| Record { weight: record.weight * factor, ..record.clone() })
            .collect();
        let (one, other) = (Sample::of(&records), Sample::of(&scaled));
        let mut options = everything(PROBABILITY);
        options.deff = Some(pulso::estimate::DeffReference::WithReplacement);
        let (a, b) = (one.measure("answer"), other.measure("answer"));
        let (a, b) = (one.ask(&likert(&a), true, None, &options), other.ask(&likert(&b), true, None, &options));
        same(&a, &b, 1e-9)?;
        let (a, b) = (one.measure("number"), other.measure("number"));
        let total = |sample: &Sample, of: &Measure| sample.ask(&Estimand::Total(of), true, None, &options);
        for (a, b) in total(&one, &a).cells.iter().zip(&total(&other, &b).cells) {
            prop_assert!(agree(a.estimate.map(|x| x * factor), b.estimate, 1e-9));
            prop_assert!(agree(a.se.map(|x| x * factor), b.se, 1e-9));
        }
    }

    #[test]
    fn the_order_of_records_does_not_matter(records in survey(), seed in any::<u64>()) {
        let (one, other) = (Sample::of(&records), Sample::of(&shuffled(&records, seed)));
        let options = everything(PROBABILITY);
        let (a, b) = (one.measure("answer"), other.measure("answer"));
        same(
            &one.ask(&likert(&a), true, None, &options),
            &other.ask(&likert(&b), true, None, &options),
            1e-12,
        )?;
        let (a, b) = (one.measure("number"), other.measure("number"));
        same(
            &one.ask(&Estimand::Mean(&a), true, None, &options),
            &other.ask(&Estimand::Mean(&b), true, None, &options),
            // A mean near 0 keeps the error of its terms.
            1e-11,
        )?;
    }

    #[test]
    fn a_domain_that_selects_all_is_the_whole(records in survey()) {
        let sample = Sample::of(&records);
        let of = sample.measure("answer");
        let all = vec![true; records.len()];
        let options = everything(PROBABILITY);
        let whole = sample.ask(&likert(&of), true, None, &options);
        prop_assert_eq!(whole, sample.ask(&likert(&of), true, Some(&all), &options));
    }

    #[test]
    fn a_cell_is_the_domain_of_its_records(records in survey(), country in 0..3_u8) {
        let sample = Sample::of(&records);
        let of = sample.measure("number");
        let domain: Vec<bool> = records.iter().map(|record| record.country == country).collect();
        let options = Options::new(PROBABILITY);
        let cell = sample.ask(&Estimand::Mean(&of), true, None, &options);
        let alone = sample.ask(&Estimand::Mean(&of), false, Some(&domain), &options);
        let (cell, alone) = (&cell.cells[country as usize], &alone.cells[0]);
        prop_assert_eq!(figures(cell), figures(alone));
    }

    #[test]
    fn outside_a_domain_values_are_zero(records in survey(), cut in -40.0..40.0) {
        let sample = Sample::of(&records);
        let of = sample.measure("number");
        let domain: Vec<bool> = records.iter().map(|record| record.number > cut).collect();
        prop_assume!(domain.contains(&true));
        let kept = |record: &Record| if record.number > cut { record.number } else { 0.0 };
        let zeroed = Measure::Number(Cow::Owned(records.iter().map(kept).collect()));
        let options = Options::new(PROBABILITY);
        let inside = sample.ask(&Estimand::Total(&of), false, Some(&domain), &options);
        let whole = sample.ask(&Estimand::Total(&zeroed), false, None, &options);
        prop_assert!(agree(inside.cells[0].estimate, whole.cells[0].estimate, 1e-11));
        prop_assert!(agree(inside.cells[0].se, whole.cells[0].se, 1e-11));
    }

    #[test]
    fn parts_of_a_likert_fit_together(records in survey()) {
        let sample = Sample::of(&records);
        let of = sample.measure("answer");
        let options = Options::new(PROBABILITY);
        let parts = sample.ask(&likert(&of), true, None, &options);
        let mean = sample.ask(&Estimand::Mean(&of), true, None, &options);
        let agreeing = Estimand::Proportion { of: &of, is: vec![3, 4] };
        let agreeing = sample.ask(&agreeing, true, None, &options);
        for (at, cell) in parts.cells.chunks(7).enumerate() {
            let Some(net) = cell[5].estimate else { continue };
            let shares: Vec<f64> = cell[..5].iter().filter_map(|row| row.estimate).collect();
            prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert_eq!(cell[5].part, Part::Net);
            prop_assert!((net - (shares[3] + shares[4] - shares[0] - shares[1])).abs() < 1e-12);
            for (a, b) in figures(&cell[6]).into_iter().zip(figures(&mean.cells[at])) {
                prop_assert!(agree(a, b, 1e-9), "{:?}\n{:?}", cell[6], mean.cells[at]);
            }
            prop_assert!(agree(agreeing.cells[at].estimate, Some(shares[3] + shares[4]), 1e-12));
        }
    }

    #[test]
    fn countries_that_share_no_stratum_are_independent(records in survey()) {
        let sample = Sample::of(&records);
        let of = sample.measure("number");
        let answer = sample.ask(&Estimand::Mean(&of), true, None, &everything(PROBABILITY));
        let se: Vec<f64> = answer.cells.iter().filter_map(|row| row.se).collect();
        let n = se.len() as f64;
        let squares = |skip: Option<usize>| {
            let kept = se.iter().enumerate().filter(|(at, _)| Some(*at) != skip);
            kept.map(|(_, se)| se * se).sum::<f64>()
        };
        prop_assert!(agree(answer.averages[0].se, Some(squares(None).sqrt() / n), 1e-10));
        for (at, row) in answer.comparisons.iter().enumerate() {
            let own = ((n - 1.0) / n).powi(2) * se[at] * se[at];
            let expected = (own + squares(Some(at)) / (n * n)).sqrt();
            prop_assert!(agree(row.se, Some(expected), 1e-10), "{row:?} {expected}");
        }
    }

    /// The stretched influence of a share makes the standard error of its quantile, in an average too.
    #[test]
    fn medians_of_countries_average_as_other_numbers_do(records in survey()) {
        let sample = Sample::of(&records);
        let of = sample.measure("number");
        let asked = Estimand::Quantile { of: &of, probs: vec![0.5], rule: QuantileRule::Hf7 };
        let answer = sample.ask(&asked, true, None, &everything(PROBABILITY));
        for row in &answer.cells {
            let beyond = row.flags.contains(&Flag::BeyondSample);
            prop_assert!(row.ci.is_none() || !beyond);
            prop_assert_eq!(row.se.is_none(), beyond);
        }
        let squares: Option<f64> = answer.cells.iter().map(|row| row.se.map(|se| se * se)).sum();
        let expected = squares.map(|sum| sum.sqrt() / answer.cells.len() as f64);
        prop_assert!(agree(answer.averages[0].se, expected, 1e-9), "{:?} {expected:?}", answer.averages[0]);
    }

    #[test]
    fn a_withheld_cell_holds_no_number(records in survey(), min_n in 5..30_u64) {
        let sample = Sample::of(&records);
        let of = sample.measure("answer");
        let options = Options { suppress: Suppression::least(min_n), ..everything(PROBABILITY) };
        let answer = sample.ask(&likert(&of), true, None, &options);
        let open = sample.ask(&likert(&of), true, None, &everything(PROBABILITY));
        for (row, full) in answer.cells.iter().zip(&open.cells) {
            if full.n < Some(min_n) && full.n > Some(0) {
                prop_assert_eq!(&row.flags, &[Flag::TooFew]);
            } else {
                prop_assert_eq!(row, full);
            }
        }
        for row in rows(&answer).filter(|row| row.flags.contains(&Flag::TooFew)) {
            prop_assert_eq!(figures(row), [None; 8]);
            prop_assert_eq!(row.n, None);
        }
        let shown = answer.cells.chunks(7).filter(|cell| cell[0].estimate.is_some()).count();
        for average in &answer.averages {
            prop_assert_eq!(average.averaged, Some(shown as u64));
            let partial = average.flags.contains(&Flag::PartialAverage);
            prop_assert_eq!(partial, (1..answer.cells.len() / 7).contains(&shown));
            prop_assert_eq!(average.estimate.is_none(), shown == 0);
        }
    }

    #[test]
    fn only_a_probability_sample_has_errors(records in survey()) {
        let sample = Sample::of(&records);
        let of = sample.measure("answer");
        let drawn = sample.ask(&likert(&of), true, None, &everything(PROBABILITY));
        for (basis, flag) in [(Basis::SelfSelected, Flag::SelfSelected), (Basis::Census, Flag::Census)] {
            let answer = sample.ask(&likert(&of), true, None, &everything(basis));
            for (row, with_error) in rows(&answer).zip(rows(&drawn)) {
                prop_assert!(agree(row.estimate, with_error.estimate, 1e-12));
                prop_assert_eq!(figures(row)[1..].to_vec(), vec![None; 7]);
                let coverage = [Flag::CoverageBelow75, Flag::CoverageBelow50];
                let flags = row.flags.iter().filter(|flag| !coverage.contains(flag));
                prop_assert!(row.estimate.is_none() || flags.eq([&flag]));
            }
            prop_assert_eq!((answer.interval, answer.deff), (None, None));
        }
    }

    #[test]
    fn every_number_is_one(records in survey(), weightless in any::<bool>()) {
        let zero = |record: &Record| if weightless && record.cluster == 1 { 0.0 } else { record.weight };
        let records: Vec<Record> = records
            .iter()
            .map(|record| Record { weight: zero(record), ..record.clone() })
            .collect();
        let sample = Sample::of(&records);
        let of = sample.measure("answer");
        for row in rows(&sample.ask(&likert(&of), true, None, &everything(PROBABILITY))) {
            for figure in figures(row).into_iter().flatten() {
                prop_assert!(figure.is_finite(), "{row:?}");
            }
            prop_assert!(row.se.is_none_or(|se| se >= 0.0));
            prop_assert!(row.p.is_none_or(|p| (0.0..=1.0).contains(&p)));
        }
    }
}

#[test]
fn a_number_column_has_no_categories_until_it_is_coded() {
    let column = numbers(vec![2.0, f64::NAN, 1.5, 2.0]);
    let measure = Measure::of(&column, &[]).unwrap();
    assert!(measure.levels().is_empty());
    let coded = measure.into_coded().unwrap();
    let categories: Vec<Option<u32>> = (0..4).map(|row| coded.category(row)).collect();
    assert_eq!(categories, [Some(1), None, Some(0), Some(1)]);
}
