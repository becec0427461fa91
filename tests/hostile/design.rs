//! Designs that do not fit their data.

use crate::support::data::column;
use pulso::design::SurveyDesign;
use pulso::document::{Basis, Design};
use pulso::error::{Error, Param};
use pulso::estimate::{Cells, Comparing, Estimand, Measure, Options, estimate};
use pulso::table::Table;

fn table(columns: &[(&str, &[&str])]) -> Table {
    let rows = columns[0].1.len();
    let columns = columns
        .iter()
        .map(|(name, texts)| (String::from(*name), column(texts)));
    Table::new(rows, columns.collect()).unwrap()
}

fn refused(columns: &[(&str, &[&str])], design: Design) -> Error {
    match SurveyDesign::new(&table(columns), &design) {
        Ok(_) => panic!("accepted"),
        Err(error) => error,
    }
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| String::from(*name)).collect()
}

fn weighted() -> Design {
    Design {
        weight: Some("w".into()),
        ..Design::default()
    }
}

#[test]
fn weights_that_are_none() {
    let cases: [(&str, &[&str], Option<u64>); 5] = [
        ("negative_weight", &["1", "-2.5", "3"], Some(3)),
        ("weight_not_numeric", &["1", "2", "alta"], Some(4)),
        ("no_weights", &["0", "0", ""], None),
        ("no_weights", &["", "", ""], None),
        ("weight_not_numeric", &["inf", "1", "2"], Some(2)),
    ];
    for (code, weights, row) in cases {
        let error = refused(&[("w", weights)], weighted());
        assert_eq!(error.code, code);
        assert_eq!(error.place.column.as_deref(), Some("w"));
        assert_eq!(error.place.row, row);
    }
    let error = refused(&[("w", &["1", "-2.5", "3"])], weighted());
    assert_eq!(error.params["value"], Param::Text("-2.5".into()));
    let error = refused(&[("v", &["1"])], weighted());
    assert_eq!(error.code, "unknown_variable");
}

#[test]
fn blank_and_zero_weights_are_counted() {
    let table = table(&[
        ("w", &["1", "", "0", "", "2"]),
        ("y", &["1", "9", "9", "9", "4"]),
    ]);
    let design = SurveyDesign::new(&table, &weighted()).unwrap();
    let counted: Vec<(&str, &Param)> = design
        .warnings
        .iter()
        .map(|warning| (warning.code.as_str(), &warning.params["count"]))
        .collect();
    assert_eq!(
        counted,
        [
            ("blank_weights", &Param::Count(2)),
            ("zero_weights", &Param::Count(1))
        ]
    );
    assert_eq!(design.value.primary_units(), 3);
    let cells = Cells::cross(&design.value, &[], None).unwrap();
    let of = Measure::of(table.column("y").unwrap(), &[]).unwrap();
    let options = Options::new(Basis::Probability);
    let answer = estimate(&design.value, &cells, &Estimand::Mean(&of), &options).unwrap();
    assert_eq!(answer.cells[0].estimate, Some(3.0));
    assert_eq!(answer.cells[0].n, Some(2));
    assert_eq!(answer.cells[0].df, Some(1.0));
}

#[test]
fn strata_and_clusters() {
    let columns: &[(&str, &[&str])] = &[
        ("h", &["a", "a", "b", "b"]),
        ("psu", &["1", "2", "1", "3"]),
        ("gap", &["1", "", "1", "3"]),
    ];
    let design = |strata: &[&str], clusters: &[&str]| Design {
        strata: names(strata),
        clusters: names(clusters),
        ..Design::default()
    };
    let error = refused(columns, design(&["h"], &["psu"]));
    assert_eq!(
        (error.code.as_str(), error.place.row),
        ("clusters_cross_strata", Some(4))
    );
    assert_eq!(error.params["strata"], Param::List(names(&["a", "b"])));
    assert_eq!(error.hint, ["nest"]);
    let error = refused(columns, design(&["gap"], &[]));
    assert_eq!(
        (error.code.as_str(), error.place.row),
        ("blank_stratum", Some(3))
    );
    let error = refused(columns, design(&["h"], &["gap"]));
    assert_eq!(
        (error.code.as_str(), error.place.row),
        ("blank_cluster", Some(3))
    );
    let nested = Design {
        nest: true,
        ..design(&["h"], &["psu"])
    };
    let nested = SurveyDesign::new(&table(columns), &nested).unwrap().value;
    assert_eq!((nested.strata(), nested.primary_units()), (2, 4));
}

#[test]
fn corrections_for_finite_populations() {
    let columns: &[(&str, &[&str])] = &[
        ("h", &["a", "a", "b", "b"]),
        ("good", &["10", "10", "20", "20"]),
        ("varies", &["10", "11", "20", "20"]),
        ("small", &["10", "10", "1", "1"]),
        ("mixed", &["10", "10", "0.5", "0.5"]),
        ("zero", &["10", "10", "0", "0"]),
        ("text", &["10", "10", "x", "x"]),
    ];
    let design = |fpc: &[&str]| Design {
        strata: names(&["h"]),
        fpc: names(fpc),
        ..Design::default()
    };
    let cases = [
        ("varies", "fpc_varies", 3),
        ("small", "fpc_below_sample", 4),
        ("mixed", "fpc_mixed", 4),
        ("zero", "fpc_not_positive", 4),
        ("text", "fpc_not_positive", 4),
    ];
    for (name, code, row) in cases {
        let error = refused(columns, design(&[name]));
        assert_eq!(
            (error.code.as_str(), error.place.row),
            (code, Some(row)),
            "{error}"
        );
    }
    assert_eq!(
        refused(columns, design(&["good", "good"])).code,
        "too_many_fpc"
    );
    let from_counts = SurveyDesign::new(&table(columns), &design(&["good"]))
        .unwrap()
        .value;
    assert_eq!(from_counts.weights(), [5.0, 5.0, 10.0, 10.0]);
}

#[test]
fn a_lonely_unit_names_its_stratum_and_the_ways_out() {
    let table = table(&[("h", &["a", "a", "b"]), ("y", &["1", "2", "3"])]);
    let design = Design {
        strata: names(&["h"]),
        ..Design::default()
    };
    let design = SurveyDesign::new(&table, &design).unwrap().value;
    let of = Measure::of(table.column("y").unwrap(), &[]).unwrap();
    let mean = Estimand::Mean(&of);
    let options = Options::new(Basis::Probability);
    let cells = Cells::cross(&design, &[], None).unwrap();
    let error = estimate(&design, &cells, &mean, &options).unwrap_err();
    assert_eq!(error.code, "lonely_psu");
    assert_eq!(error.params["strata"], Param::List(names(&["b"])));
    let ways = ["remove", "certainty", "adjust", "average"];
    assert_eq!(error.params["options"], Param::List(names(&ways)));
    // A domain that does not need the stratum has its error.
    let cells = Cells::cross(&design, &[], Some(&[true, true, false])).unwrap();
    assert!(estimate(&design, &cells, &mean, &options).is_ok());
    // Where no error applies, nothing fails.
    let cells = Cells::cross(&design, &[], None).unwrap();
    assert!(estimate(&design, &cells, &mean, &Options::new(Basis::SelfSelected)).is_ok());
}

#[test]
fn questions_that_have_no_answer() {
    let table = table(&[("h", &["a", "a", "b"]), ("y", &["1", "2", "3"])]);
    let design = SurveyDesign::srs(3);
    let cells = Cells::cross(&design, &[], None).unwrap();
    let y = Measure::of(table.column("y").unwrap(), &[]).unwrap();
    let h = Measure::of(table.column("h").unwrap(), &[]).unwrap();
    let options = Options::new(Basis::Probability);
    let code = |estimand: &Estimand, options: &Options| {
        estimate(&design, &cells, estimand, options)
            .unwrap_err()
            .code
    };
    assert_eq!(code(&Estimand::Mean(&h), &options), "not_numeric");
    let beyond = Estimand::Proportion {
        of: &h,
        is: vec![7],
    };
    assert_eq!(code(&beyond, &options), "no_answers");
    let mean = Estimand::Mean(&y);
    let with = |change: &dyn Fn(&mut Options)| {
        let mut options = options.clone();
        change(&mut options);
        options
    };
    let logit = Some(pulso::document::IntervalMethod::Logit);
    assert_eq!(
        code(&mean, &with(&|options| options.level = 1.0)),
        "level_out_of_range"
    );
    assert_eq!(
        code(&mean, &with(&|options| options.interval = logit)),
        "interval_not_for_shares"
    );
    assert_eq!(
        code(
            &mean,
            &with(&|options| options.compare = Some(Comparing::with_average(0)))
        ),
        "no_average"
    );
    assert_eq!(
        code(&mean, &with(&|options| options.average_over = Some(0))),
        "no_average"
    );
    let short = SurveyDesign::srs(2);
    let error = estimate(&short, &cells, &mean, &options).unwrap_err();
    assert_eq!(error.code, "length_mismatch");
    assert_eq!(
        Cells::cross(&design, &[], Some(&[true])).unwrap_err().code,
        "length_mismatch"
    );
}
