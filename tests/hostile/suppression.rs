//! The rules of publication at their limits.

use crate::support::data::numbers;
use pulso::design::SurveyDesign;
use pulso::document::{Basis, Design, LonelyPsu, Suppress, SuppressRule};
use pulso::estimate::{
    CellEstimate, Cells, Estimand, Flag, Measure, Options, Suppression, estimate,
};
use pulso::table::Table;

/// Records in clusters of one size; `yes` of them say 1, spread evenly, the others 0.
fn ask(
    records: usize,
    cluster: usize,
    yes: usize,
    rule: SuppressRule,
    share: bool,
) -> CellEstimate {
    let answer = |row: usize| f64::from((row + 1) * yes / records > row * yes / records);
    let columns = vec![
        ("x".into(), numbers((0..records).map(answer).collect())),
        (
            "school".into(),
            numbers((0..records).map(|row| (row / cluster) as f64).collect()),
        ),
    ];
    let table = Table::new(records, columns).unwrap();
    let declared = Design {
        clusters: vec!["school".into()],
        lonely_psu: LonelyPsu::Adjust,
        ..Design::default()
    };
    let design = SurveyDesign::new(&table, &declared).unwrap().value;
    let cells = Cells::cross(&design, &[], None).unwrap();
    let of = Measure::of(table.column("x").unwrap(), &[]).unwrap();
    let of = if share { of.into_coded().unwrap() } else { of };
    let asked = match share {
        true => Estimand::Proportion {
            of: &of,
            is: vec![of.levels().len() as u32 - 1],
        },
        false => Estimand::Mean(&of),
    };
    let suppress = Suppress {
        rule: Some(rule),
        ..Suppress::default()
    };
    let options = Options {
        suppress: Suppression::from(&suppress),
        ..Options::new(Basis::Probability)
    };
    estimate(&design, &cells, &asked, &options)
        .unwrap()
        .cells
        .remove(0)
}

fn flags(records: usize, cluster: usize, yes: usize, rule: SuppressRule, share: bool) -> Vec<Flag> {
    let row = ask(records, cluster, yes, rule, share);
    let hidden = [Flag::TooFew, Flag::FewUnits, Flag::Unreliable];
    let is_hidden = row.flags.iter().any(|flag| hidden.contains(flag));
    assert_eq!(row.estimate.is_none(), is_hidden, "{row:?}");
    assert_eq!(row.n.is_none(), is_hidden, "{row:?}");
    row.flags
}

#[test]
fn studies_count_records_and_schools() {
    let of = |records, cluster, rule| flags(records, cluster, records / 2, rule, false);
    assert_eq!(of(10, 1, SuppressRule::Talis), []);
    assert_eq!(of(18, 2, SuppressRule::Talis), [Flag::FewUnits]);
    assert_eq!(of(30, 3, SuppressRule::TalisTeacher), []);
    assert_eq!(of(29, 1, SuppressRule::TalisTeacher), [Flag::TooFew]);
    assert_eq!(of(36, 4, SuppressRule::TalisTeacher), [Flag::FewUnits]);
    assert_eq!(of(30, 6, SuppressRule::Pisa), []);
    assert_eq!(of(28, 4, SuppressRule::Pisa), [Flag::TooFew]);
    assert_eq!(of(32, 8, SuppressRule::Pisa), [Flag::FewUnits]);
}

#[test]
fn few_records_of_a_household_survey_stand_in_parentheses() {
    let of = |records| flags(records, 1, records / 2, SuppressRule::Dhs, false);
    assert_eq!(of(24), [Flag::TooFew]);
    assert_eq!(of(25), [Flag::FewRecords]);
    assert_eq!(of(49), [Flag::FewRecords]);
    assert_eq!(of(50), []);
}

#[test]
fn a_share_is_shown_where_its_interval_is_narrow() {
    let of = |records, cluster, yes| flags(records, cluster, yes, SuppressRule::Nchs, true);
    assert_eq!(of(29, 1, 14), [Flag::TooFew]);
    // 30 records: about 0.37 wide.
    assert_eq!(of(30, 1, 15), [Flag::Unreliable]);
    assert_eq!(of(100, 1, 50), []);
    // 2 in 100: 0.068 wide, more than 1.3 times the share.
    assert_eq!(of(100, 1, 2), [Flag::Unreliable]);
    // 3 in 1,000: wide beside the share, but not 0.05.
    assert_eq!(of(1000, 1, 3), []);
    // Eight schools leave seven degrees of freedom.
    assert_eq!(of(4000, 500, 2000), [Flag::Review]);
    assert!(of(1000, 1, 1000).contains(&Flag::Review));
}

#[test]
fn a_mean_is_held_against_its_error() {
    let of = |records, yes| flags(records, 1, yes, SuppressRule::Statcan, false);
    // The coefficient of variation is √((1 − p) / (p (n − 1))).
    assert_eq!(of(101, 50), []);
    assert_eq!(of(101, 20), [Flag::UseWithCaution]);
    assert_eq!(of(101, 5), [Flag::Unreliable]);
    assert_eq!(of(9, 5), [Flag::TooFew]);
}
