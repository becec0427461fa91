//! Replicate weights, presets and calibrations that do not fit their data.

use crate::support::data::{self, column};
use pulso::design::SurveyDesign;
use pulso::document::{
    Calibrate, Design, LonelyPsu, Margin, Preset, Rake, ReplicateColumns, ReplicateMethod,
    Replicates, ReplicatesFromDesign,
};
use pulso::error::{Error, Param};
use pulso::table::Table;

fn table() -> Table {
    let columns: [(&str, [&str; 5]); 14] = [
        ("w", ["1", "2", "3", "4", ""]),
        ("r1", ["2", "0", "6", "0", ""]),
        ("r2", ["0", "4", "0", "8", ""]),
        ("r3", ["2", "4", "0", "0", "7"]),
        ("blank", ["2", "", "0", "0", "7"]),
        ("text", ["2", "x", "0", "0", "7"]),
        ("minus", ["2", "1", "-1", "0", "7"]),
        ("h", ["a", "a", "b", "b", ""]),
        ("odd", ["a", "a", "a", "b", ""]),
        ("sex", ["1", "2", "1", "2", ""]),
        ("gap", ["1", "2", "", "2", ""]),
        ("tchwgt", ["1", "2", "3", "4", ""]),
        ("JKZONE", ["1", "1", "2", "2", "2"]),
        ("size", ["4", "4", "8", "8", ""]),
    ];
    let columns = columns.map(|(name, texts)| (String::from(name), column(&texts)));
    Table::new(5, columns.into()).unwrap()
}

fn refused(design: Design) -> Error {
    match SurveyDesign::new(&table(), &design) {
        Ok(_) => panic!("accepted: {design:?}"),
        Err(error) => error,
    }
}

fn weighted() -> Design {
    Design {
        weight: Some("w".into()),
        ..Design::default()
    }
}

fn supplied(columns: &[&str], change: impl Fn(&mut Replicates)) -> Design {
    let mut replicates = Replicates {
        columns: ReplicateColumns::Names(columns.iter().map(|name| String::from(*name)).collect()),
        ..Replicates::default()
    };
    change(&mut replicates);
    Design {
        replicates: Some(replicates),
        ..weighted()
    }
}

#[test]
fn replicates_that_are_none() {
    let cases = [
        (["r1", "blank"], "replicate_not_numeric", Some(3)),
        (["r1", "text"], "replicate_not_numeric", Some(3)),
        (["r1", "r9"], "unknown_variable", None),
    ];
    for (columns, code, row) in cases {
        let error = refused(supplied(&columns, |_| {}));
        assert_eq!((error.code.as_str(), error.place.row), (code, row));
    }
    assert_eq!(
        refused(supplied(&["r1"], |_| {})).code,
        "too_few_replicates"
    );
    assert_eq!(refused(supplied(&[], |_| {})).code, "too_few_replicates");
    let patterns = [
        "r",
        "r{",
        "r{1..",
        "r}1..3{",
        "r{..3}",
        "r{x..3}",
        "r{3..1}",
        "r{1..9999999999}",
        "r{0..}",
        "r{-1..3}",
        "r{1..99999999999999999999999}",
        "q{1..}",
        "",
    ];
    for pattern in patterns {
        let columns = |replicates: &mut Replicates| {
            replicates.columns = ReplicateColumns::Pattern(pattern.into())
        };
        assert_eq!(
            refused(supplied(&[], columns)).code,
            "wrong_pattern",
            "{pattern}"
        );
    }
    let both = ["r1", "r2"];
    type Change = fn(&mut Replicates);
    let changes: [(Change, &str); 8] = [
        (|made| made.rho = Some(1.0), "rho_out_of_range"),
        (|made| made.rho = Some(-0.1), "rho_out_of_range"),
        (|made| made.rho = Some(f64::NAN), "rho_out_of_range"),
        (|made| made.method = ReplicateMethod::Jkn, "rscales_missing"),
        (|made| made.rscales = Some(vec![1.0]), "rscales_length"),
        (
            |made| made.rscales = Some(vec![1.0, -1.0]),
            "factor_not_positive",
        ),
        (|made| made.scale = Some(f64::NAN), "factor_not_positive"),
        (
            |made| made.scale = Some(f64::INFINITY),
            "factor_not_positive",
        ),
    ];
    for (change, code) in changes {
        assert_eq!(refused(supplied(&both, change)).code, code);
    }
}

#[test]
fn replicates_that_stand() {
    let two = SurveyDesign::new(&table(), &supplied(&["r1", "r2"], |_| {}))
        .unwrap()
        .value;
    assert_eq!(
        (
            two.replicates().unwrap().count(),
            two.replicates().unwrap().df()
        ),
        (2, 1.0)
    );
    // A blank weight is outside the sample, and so is its row of replicates.
    let pattern = |made: &mut Replicates| made.columns = ReplicateColumns::Pattern("r{1..}".into());
    let all = SurveyDesign::new(&table(), &supplied(&[], pattern))
        .unwrap()
        .value;
    assert_eq!(all.replicates().unwrap().count(), 3);
    let declared = |made: &mut Replicates| made.df = Some(12.5);
    let declared = SurveyDesign::new(&table(), &supplied(&["r1", "r2"], declared))
        .unwrap()
        .value;
    assert_eq!(declared.replicates().unwrap().df(), 12.5);
}

fn made(method: ReplicateMethod, strata: &str) -> Design {
    Design {
        strata: if strata.is_empty() {
            Vec::new()
        } else {
            vec![strata.into()]
        },
        replicates_from_design: Some(ReplicatesFromDesign {
            method,
            ..ReplicatesFromDesign::default()
        }),
        ..weighted()
    }
}

#[test]
fn designs_that_a_method_does_not_fit() {
    assert_eq!(
        refused(made(ReplicateMethod::Jk1, "h")).code,
        "jk1_with_strata"
    );
    for method in [ReplicateMethod::Brr, ReplicateMethod::Jk2] {
        let error = refused(made(method, "odd"));
        assert_eq!(error.code, "brr_needs_pairs");
        assert_eq!(
            error.params["strata"],
            Param::List(vec!["a".into(), "b".into()])
        );
    }
    let error = refused(made(ReplicateMethod::Jkn, "odd"));
    assert_eq!(error.code, "lonely_psu");
    assert_eq!(error.params["strata"], Param::List(vec!["b".into()]));
    for rule in [LonelyPsu::Remove, LonelyPsu::Adjust, LonelyPsu::Average] {
        let design = Design {
            lonely_psu: rule,
            ..made(ReplicateMethod::Jkn, "odd")
        };
        assert!(SurveyDesign::new(&table(), &design).is_ok());
    }
    let design = Design {
        lonely_psu: LonelyPsu::Adjust,
        ..made(ReplicateMethod::Bootstrap, "odd")
    };
    assert_eq!(refused(design).code, "lonely_psu");
    for (count, code) in [
        (0, "too_few_replicates"),
        (1, "too_few_replicates"),
        (u64::MAX, "too_many_replicates"),
    ] {
        let mut design = made(ReplicateMethod::Bootstrap, "h");
        design.replicates_from_design.as_mut().unwrap().replicates = Some(count);
        assert_eq!(refused(design).code, code);
    }
}

#[test]
fn a_seed_is_a_sample() {
    let with = |seed| {
        let mut design = made(ReplicateMethod::Bootstrap, "h");
        design.replicates_from_design.as_mut().unwrap().seed = Some(seed);
        let design = SurveyDesign::new(&table(), &design).unwrap().value;
        format!("{:?}", design.replicates())
    };
    assert_eq!(with(1), with(1));
    assert_ne!(with(1), with(2));
}

#[test]
fn presets_say_what_they_looked_for() {
    let preset = |preset, weight: Option<&str>| Design {
        preset: Some(preset),
        weight: weight.map(String::from),
        ..Design::default()
    };
    let cases = [
        (Preset::Pisa, None, "weight", "W_FSTUWT"),
        (Preset::Pisa, Some("w"), "replicates", "W_FSTURWT1"),
        (Preset::TalisTeacher, None, "replicates", "TRWGT1"),
        (Preset::TalisPrincipal, None, "weight", "SCHWGT"),
        // The table has a teacher's weight, which both studies know.
        (Preset::Timss, None, "clusters", "JKREP"),
        (Preset::Pirls, Some("w"), "clusters", "JKREP"),
        (Preset::Iccs, None, "weight", "TOTWGTS"),
        (Preset::Iccs, Some("w"), "replicates", "SRWGT1"),
        (Preset::Erce2019, None, "weight", "WT"),
        (Preset::Erce2019, Some("w"), "strata", "IDCNTRY"),
    ];
    for (study, weight, field, name) in cases {
        let error = refused(preset(study, weight));
        assert_eq!(error.code, "preset_column_missing");
        assert_eq!(error.params["field"], Param::Text(field.into()));
        let Param::List(names) = &error.params["value"] else {
            panic!("{error}");
        };
        assert_eq!(names[0], name);
    }
}

/// PISA's school weights have no replicates: whoever asks with one gets no error by the students' ones.
#[test]
fn a_weight_that_a_study_publishes_without_replicates() {
    let names = ["W_FSTUWT", "w_schgrnrabwt", "W_FSTURWT1", "W_FSTURWT2"];
    let row = |numbers: [&str; 4]| numbers.map(String::from).to_vec();
    let rows = [row(["1", "2", "1.5", "0.5"]), row(["1", "3", "0.5", "1.5"])];
    let declared = Design {
        preset: Some(Preset::Pisa),
        weight: Some("w_schgrnrabwt".into()),
        ..Design::default()
    };
    let table = data::table(&names.map(String::from), &rows, &names);
    let error = SurveyDesign::new(&table, &declared).unwrap_err();
    assert_eq!(error.code, "weight_without_replicates");
    assert_eq!(error.place.column.as_deref(), Some("w_schgrnrabwt"));
    assert_eq!(
        error.params["options"],
        Param::List(vec!["W_FSTUWT".into()])
    );
    // A file of schools has no other weight.
    let table = data::table(&names.map(String::from), &rows, &names[1..2]);
    let declared = Design {
        weight: None,
        ..declared
    };
    let error = SurveyDesign::new(&table, &declared).unwrap_err();
    assert_eq!(error.code, "weight_without_replicates");
}

/// A total over several countries ties their samples together.
#[test]
fn calibration_across_countries_makes_one_sample_of_them() {
    let names = ["CNT", "sex", "W_FSTUWT", "W_FSTURWT1", "W_FSTURWT2"];
    let rows: Vec<Vec<String>> = (0..8)
        .map(|row| {
            let country = if row < 4 { "A" } else { "B" };
            let (half, other) = if row % 2 == 0 {
                ("1.5", "0.5")
            } else {
                ("0.5", "1.5")
            };
            let sex = (row / 2 % 2).to_string();
            [country, &sex, "1", half, other].map(String::from).to_vec()
        })
        .collect();
    let df = |calibrate: Vec<Calibrate>| {
        let table = data::table(&names.map(String::from), &rows, &names);
        let declared = Design {
            preset: Some(Preset::Pisa),
            calibrate,
            ..Design::default()
        };
        let design = SurveyDesign::new(&table, &declared).unwrap().value;
        design.replicates().unwrap().df()
    };
    let margin = |by: &str, groups: [(&str, f64); 2]| {
        vec![Calibrate {
            poststratify: Some(totals(by, &groups)),
            rake: None,
        }]
    };
    assert_eq!(df(Vec::new()), 2.0);
    assert_eq!(df(margin("CNT", [("A", 10.0), ("B", 20.0)])), 2.0);
    assert_eq!(df(margin("sex", [("0", 10.0), ("1", 20.0)])), 1.0);
}

fn totals(by: &str, totals: &[(&str, f64)]) -> Margin {
    let totals = totals
        .iter()
        .map(|(group, total)| (String::from(*group), *total));
    Margin {
        by: vec![by.into()],
        totals: totals.collect(),
    }
}

fn stratified(margin: Margin) -> Design {
    Design {
        calibrate: vec![Calibrate {
            poststratify: Some(margin),
            rake: None,
        }],
        ..weighted()
    }
}

fn raked(margins: Vec<Margin>, trim: Option<[f64; 2]>) -> Design {
    Design {
        calibrate: vec![Calibrate {
            poststratify: None,
            rake: Some(Rake {
                margins,
                tolerance: 1e-10,
                trim,
            }),
        }],
        ..weighted()
    }
}

#[test]
fn totals_that_cannot_be_met() {
    let cases = [
        (totals("sex", &[("1", 10.0)]), "group_without_total"),
        (
            totals("sex", &[("1", 10.0), ("2", 10.0), ("3", 1.0)]),
            "group_without_records",
        ),
        (
            totals("sex", &[("1", 10.0), ("2", 0.0)]),
            "total_not_positive",
        ),
        (
            totals("sex", &[("1", 10.0), ("2", -3.0)]),
            "total_not_positive",
        ),
        (
            totals("sex", &[("1", 10.0), ("2", f64::NAN)]),
            "total_not_positive",
        ),
        (
            totals("sex", &[("1", 10.0), ("2", f64::INFINITY)]),
            "total_not_positive",
        ),
        (totals("gap", &[("1", 10.0), ("2", 10.0)]), "blank_margin"),
        (totals("nobody", &[("1", 10.0)]), "unknown_variable"),
        (Margin::default(), "no_margins"),
    ];
    for (margin, code) in cases {
        assert_eq!(refused(stratified(margin.clone())).code, code);
        assert_eq!(refused(raked(vec![margin], None)).code, code);
    }
    let error = refused(stratified(totals("sex", &[("1", 10.0)])));
    assert_eq!(error.params["value"], Param::Text("2".into()));
    let sexes = || totals("sex", &[("1", 10.0), ("2", 20.0)]);
    assert_eq!(refused(raked(vec![], None)).code, "no_margins");
    assert_eq!(
        refused(Design {
            calibrate: vec![Calibrate::default()],
            ..weighted()
        })
        .code,
        "no_margins"
    );
    let other = totals("h", &[("a", 10.0), ("b", 30.0)]);
    assert_eq!(
        refused(raked(vec![sexes(), other], None)).code,
        "margins_disagree"
    );
    for trim in [
        [1.0, 2.0],
        [0.5, 1.0],
        [2.0, 3.0],
        [-1.0, 2.0],
        [f64::NAN, 2.0],
    ] {
        assert_eq!(
            refused(raked(vec![sexes()], Some(trim))).code,
            "trim_excludes_one"
        );
    }
    let error = refused(raked(vec![sexes()], Some([0.9, 1.1])));
    assert_eq!(error.code, "calibration_not_converged");
    assert!(matches!(error.params["miss"], Param::Number(miss) if miss > 0.1 && miss < 1.0));
    // Records 1 and 4 would need what records 2 and 3 do not have: the totals leave them less than nothing.
    let never = raked(
        vec![
            totals("sex", &[("1", 10.0), ("2", 20.0)]),
            totals("JKZONE", &[("1", 29.0), ("2", 1.0)]),
        ],
        Some([0.5, 3.0]),
    );
    assert_eq!(refused(never).code, "calibration_not_converged");
}

#[test]
fn groups_are_named_as_the_file_or_the_document_writes_them() {
    for names in [["1", "2"], ["01", "2.0"]] {
        let margin = totals("sex", &[(names[0], 10.0), (names[1], 30.0)]);
        let design = SurveyDesign::new(&table(), &stratified(margin))
            .unwrap()
            .value;
        assert_eq!(design.weights(), [2.5, 10.0, 7.5, 20.0, 0.0]);
    }
    let crossed = Margin {
        by: vec!["h".into(), "sex".into()],
        ..totals(
            "",
            &[
                ("a / 1", 1.0),
                ("a / 2", 1.0),
                ("b / 1", 1.0),
                ("b / 2", 1.0),
            ],
        )
    };
    let design = SurveyDesign::new(&table(), &stratified(crossed))
        .unwrap()
        .value;
    assert_eq!(design.weights(), [1.0, 1.0, 1.0, 1.0, 0.0]);
    assert_eq!((design.weight(), design.contributing()), (4.0, 4));
}
