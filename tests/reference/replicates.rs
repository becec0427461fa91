//! Replicate weights and calibration, against R's records.

use super::record::{Table, each, one, put};
use super::study::{Study, design, open};
use crate::support::data;
use pulso::codebook::Code;
use pulso::document::{
    Calibrate, Design, Family, IntervalMethod, LonelyPsu, Margin, Preset, Rake, ReplicateColumns,
    ReplicateMethod, Replicates, ReplicatesFromDesign, SamplingVariance,
};
use pulso::estimate::{Comparing, Estimand, Measure, Term};

/// Every record of these designs.
pub fn compute(table: &mut Table) {
    half_samples(table);
    health(table);
    schools(table);
    uruguay(table);
    pisa(table);
    teachers(table);
    calibrated(table);
}

fn supplied(weight: &str, columns: &str, method: ReplicateMethod) -> Design {
    Design {
        replicates: Some(Replicates {
            columns: ReplicateColumns::Pattern(columns.into()),
            method,
            ..Replicates::default()
        }),
        ..design(weight, &[], &[], &[])
    }
}

/// The columns of a file, and those of another beside them.
fn joined(file: &str, names: &[&str], other: &str) -> pulso::table::Table {
    let left = open(file, names);
    let path = data::shared().unwrap().join(other);
    let (header, rows) = data::csv(path.to_str().unwrap());
    let replicates: Vec<&str> = header.iter().map(String::as_str).collect();
    let right = data::table(&header, &rows, &replicates[1..]);
    // R keeps the records of a sample in their order, and so the files.
    let columns = left
        .columns()
        .filter(|(name, _)| *name != "pw")
        .chain(right.columns());
    let columns = columns.map(|(name, column)| (name.to_string(), column.clone()));
    pulso::table::Table::new(left.rows(), columns.collect()).unwrap()
}

fn half_samples(table: &mut Table) {
    let path = data::shared().unwrap().join("survey_small/scd.csv");
    let (mut header, mut rows) = data::csv(path.to_str().unwrap());
    let halves = [
        [1, 0, 1, 0, 1, 0],
        [1, 0, 0, 1, 0, 1],
        [0, 1, 1, 0, 0, 1],
        [0, 1, 0, 1, 1, 0],
    ];
    for (at, half) in halves.iter().enumerate() {
        header.push(format!("r{}", at + 1));
        for (row, whole) in rows.iter_mut().zip(half) {
            row.push((2 * whole).to_string());
        }
    }
    let names = ["arrests", "alive", "r1", "r2", "r3", "r4"];
    let declared = supplied("", "r{1..}", ReplicateMethod::Brr);
    let study = Study::new(data::table(&header, &rows, &names), &declared);
    one(table, "scd.brr.ratio", study.ratio("alive", "arrests"));
    one(table, "scd.brr.total", study.total("arrests", &[]));
}

/// The columns of a shared file whose names begin so.
fn columns_of(file: &str, beginnings: &[&str]) -> pulso::table::Table {
    let path = data::shared().unwrap().join(file);
    let (header, rows) = data::csv(path.to_str().unwrap());
    let names = header.iter().map(String::as_str);
    let wanted = |name: &&str| {
        beginnings
            .iter()
            .any(|beginning| name.starts_with(beginning))
    };
    data::table(&header, &rows, &names.filter(wanted).collect::<Vec<&str>>())
}

fn health(table: &mut Table) {
    let file = "replicate_weights_nhanes2/nhanes2brr_subset.csv";
    for (name, mse) in [("dbrr", false), ("dbrr_mse", true)] {
        let mut declared = supplied("finalwgt", "brr_{1..32}", ReplicateMethod::Brr);
        declared.replicates.as_mut().unwrap().mse = mse;
        let study = Study::new(columns_of(file, &[""]), &declared);
        for of in ["weight", "height"] {
            one(table, &format!("nh2.{name}.mean.{of}"), study.mean(of, &[]));
        }
        one(
            table,
            &format!("nh2.{name}.ratio"),
            study.ratio("weight", "height"),
        );
    }
    let mut declared = supplied("finalwgt", "jkw_{1..}", ReplicateMethod::Jkn);
    declared.replicates.as_mut().unwrap().rscales = Some(vec![0.5; 62]);
    let file = "replicate_weights_nhanes2/nhanes2jk_subset.csv";
    let study = Study::new(columns_of(file, &[""]), &declared);
    for of in ["weight", "height"] {
        one(table, &format!("nh2.jk.mean.{of}"), study.mean(of, &[]));
    }
}

fn made(method: ReplicateMethod, declared: Design) -> Design {
    Design {
        replicates_from_design: Some(ReplicatesFromDesign {
            method,
            ..ReplicatesFromDesign::default()
        }),
        ..declared
    }
}

fn schools(table: &mut Table) {
    let columns = &[
        "stype", "api00", "enroll", "api.stu", "meals", "ell", "pw", "dnum", "fpc",
    ];
    let declared = made(ReplicateMethod::Jk1, design("pw", &[], &["dnum"], &["fpc"]));
    let study = Study::new(open("api/apiclus1.csv", columns), &declared);
    one(table, "rjk1.mean", study.mean("api00", &[]));
    one(table, "rjk1.total", study.total("enroll", &[]));
    one(table, "rjk1.ratio", study.ratio("api.stu", "enroll"));
    let [api, meals, ell] = ["api00", "meals", "ell"].map(|name| study.measure(name));
    let regression = Estimand::Regression {
        family: Family::Gaussian,
        outcome: &api,
        terms: vec![Term::Number(&meals), Term::Number(&ell)],
    };
    let names = ["_Intercept_", "meals", "ell"];
    for (at, name) in names.iter().enumerate() {
        let answer = study.ask(&regression, &[]);
        put(table, format!("rjk1.glm.{name}"), &answer.estimates, at);
    }
    let declared = made(
        ReplicateMethod::Jkn,
        design("pw", &["stype"], &[], &["fpc"]),
    );
    let study = Study::new(open("api/apistrat.csv", columns), &declared);
    one(table, "rjkn.mean", study.mean("api00", &[]));
    one(table, "rjkn.total", study.total("enroll", &[]));
    each(table, "rjkn.by", study.mean("api00", &["stype"]));
    let declared = supplied("pw", "rep{1..}", ReplicateMethod::Bootstrap);
    let mut canty = declared.clone();
    // Canty and Davison's scale: 1 / (R − 1) times n / (n − 1) of the 15 districts.
    canty.replicates.as_mut().unwrap().scale = Some(15.0 / 14.0 / 99.0);
    let file = "reference/replicate_weights/apiclus1_bootstrap100.csv";
    let study = Study::new(joined("api/apiclus1.csv", columns, file), &canty);
    one(table, "rboot.mean", study.mean("api00", &[]));
    one(table, "rboot.total", study.total("enroll", &[]));
    one(table, "rboot.ratio", study.ratio("api.stu", "enroll"));
    let file = "reference/replicate_weights/apistrat_subbootstrap80.csv";
    let study = Study::new(joined("api/apistrat.csv", columns, file), &declared);
    one(table, "rsub.mean", study.mean("api00", &[]));
    one(table, "rsub.total", study.total("enroll", &[]));
}

/// The weights that R exported for the jackknife give what those made here give.
#[test]
fn the_jackknife_of_a_design_is_that_of_its_exported_weights() {
    if data::shared().is_none() {
        return;
    }
    let columns = &["stype", "api00", "enroll", "pw", "dnum", "fpc"];
    let cases = [
        (
            "apiclus1",
            "JK1",
            ReplicateMethod::Jk1,
            design("pw", &[], &["dnum"], &["fpc"]),
        ),
        (
            "apistrat",
            "JKn",
            ReplicateMethod::Jkn,
            design("pw", &["stype"], &[], &["fpc"]),
        ),
    ];
    for (file, name, method, declared) in cases {
        let folder = "reference/replicate_weights";
        let path = data::shared()
            .unwrap()
            .join(format!("{folder}/{file}_{name}_scales.csv"));
        let (_, scales) = data::csv(path.to_str().unwrap());
        let number = |row: &Vec<String>, at: usize| row[at].parse::<f64>().unwrap();
        let mut given = supplied("pw", "rep{1..}", ReplicateMethod::Custom);
        let replicates = given.replicates.as_mut().unwrap();
        replicates.scale = Some(number(&scales[0], 1));
        replicates.rscales = Some(scales.iter().map(|row| number(row, 2)).collect());
        let api = format!("api/{file}.csv");
        let weights = format!("{folder}/{file}_{name}.csv");
        let given = Study::new(joined(&api, columns, &weights), &given);
        let own = Study::new(open(&api, columns), &made(method, declared));
        let count = |study: &Study| study.design.replicates().unwrap().count();
        assert_eq!(count(&given), count(&own));
        for (given, own) in [
            (
                given.mean("api00", &["stype"]),
                own.mean("api00", &["stype"]),
            ),
            (given.total("enroll", &[]), own.total("enroll", &[])),
        ] {
            for (given, own) in given.estimates.cells.iter().zip(&own.estimates.cells) {
                assert_eq!(given.df, own.df);
                let (given, own) = (given.se.unwrap(), own.se.unwrap());
                assert!((given - own).abs() < 1e-10 * own, "{given} {own}");
            }
        }
    }
}

fn preset(preset: Preset) -> Design {
    Design {
        preset: Some(preset),
        ..Design::default()
    }
}

/// The means of plausible values, as one estimand.
fn plausible<'a>(values: &'a [Measure<'a>]) -> Estimand<'a> {
    Estimand::Plausible {
        values: values.iter().map(Estimand::Mean).collect(),
        sampling: SamplingVariance::All,
    }
}

fn uruguay(table: &mut Table) {
    let file = "pisa2006_uruguay/students.csv";
    let columns = ["W_FST", "PV", "ST04Q01", "ST16Q01", "HISCED", "ESCS"];
    let mut study = Study::new(columns_of(file, &columns), &preset(Preset::Pisa));
    assert_eq!(study.design.replicates().unwrap().count(), 80);
    study.options.interval = Some(IntervalMethod::Mean);
    let draws = |study: &Study, subject: &str| -> Vec<Measure<'static>> {
        let values = (1..=5).map(|draw| format!("PV{draw}{subject}"));
        values.map(|name| owned(study, &name)).collect()
    };
    for subject in ["SCIE", "READ", "MATH"] {
        let values = draws(&study, subject);
        one(
            table,
            &format!("ury.pv.{subject}"),
            study.ask(&plausible(&values), &[]),
        );
    }
    let values = draws(&study, "MATH");
    each(
        table,
        "ury.pv.MATH.sex",
        study.ask(&plausible(&values), &["ST04Q01"]),
    );
    gap(table, &mut study, &values);
    let education = study.measure("HISCED");
    let coded = |low: &[&str], all: &[&str]| -> Vec<Option<bool>> {
        let name = |row| {
            education
                .category(row)
                .map(|at| education.levels()[at as usize].text.clone())
        };
        let known = |name: &String| all.contains(&name.as_str());
        (0..study.table.rows())
            .map(|row| {
                name(row)
                    .filter(known)
                    .map(|name| low.contains(&name.as_str()))
            })
            .collect()
    };
    let levels = [
        "None",
        "ISCED 1",
        "ISCED 2",
        "ISCED 3A, ISCED 4",
        "ISCED 3B, C",
        "ISCED 5B",
        "ISCED 5A, 6",
    ];
    let known: Vec<&str> = education
        .levels()
        .iter()
        .map(|level| level.text.as_str())
        .filter(|text| !["N/A", "Missing", "Invalid"].contains(text))
        .collect();
    assert!(known.len() <= levels.len());
    let groups = [
        ("lo", coded(&["None", "ISCED 1", "ISCED 2"], &known)),
        ("hi", coded(&["ISCED 5B", "ISCED 5A, 6"], &known)),
    ];
    drop(education);
    for (name, group) in groups {
        let number = |value: &Option<bool>| value.map_or(f64::NAN, f64::from);
        let share = Measure::Number(group.iter().map(number).collect::<Vec<f64>>().into());
        let id = format!("ury.share.{name}edu");
        one(table, &id, study.ask(&Estimand::Mean(&share), &[]));
        study.domain = Some(group.iter().map(|value| *value == Some(true)).collect());
        for subject in ["SCIE", "READ", "MATH"] {
            let values = draws(&study, subject);
            let id = format!("ury.pv.{name}edu.{subject}");
            one(table, &id, study.ask(&plausible(&values), &[]));
        }
        study.domain = None;
    }
    let fun = [
        ("Strongly agree", 1.0),
        ("Agree", 1.0),
        ("Disagree", 0.0),
        ("Strongly disagree", 0.0),
    ];
    let fun = fun.map(|(old, new)| (old.into(), Code::Number(new)));
    let fun = study
        .measure("ST16Q01")
        .recode(&fun.into_iter().collect())
        .unwrap();
    each(
        table,
        "ury.fun.sex",
        study.ask(&Estimand::Mean(&fun), &["ST04Q01"]),
    );
    drop(fun);
    study.missing = [997.0, 999.0].map(Code::Number).to_vec();
    one(table, "ury.brr.escs", study.mean("ESCS", &[]));
    let about_the_mean = supplied("W_FSTUWT", "W_FSTR{1..80}", ReplicateMethod::Fay);
    let study = Study::new(columns_of(file, &["W_FST", "PV"]), &about_the_mean);
    let values = draws(&study, "SCIE");
    one(
        table,
        "ury.pv.SCIE.meanrep",
        study.ask(&plausible(&values), &[]),
    );
}

/// The numbers of a column, held apart from the study.
fn owned(study: &Study, name: &str) -> Measure<'static> {
    let of = study.measure(name);
    let numbers = match &of {
        Measure::Number(values) => values.to_vec(),
        Measure::Coded { levels, .. } => (0..study.table.rows())
            .map(|row| {
                let level = of.category(row).map(|at| &levels[at as usize]);
                level.and_then(|level| level.number).unwrap_or(f64::NAN)
            })
            .collect(),
    };
    Measure::Number(numbers.into())
}

/// Boys less girls: twice the difference to the mean of both.
fn gap(table: &mut Table, study: &mut Study, values: &[Measure]) {
    study.options.average_over = Some(0);
    study.options.compare = Some(Comparing::with_average(0));
    let mut answer = study.ask(&plausible(values), &["ST04Q01"]);
    study.options.average_over = None;
    study.options.compare = None;
    let row = &mut answer.estimates.comparisons[1];
    row.estimate = row.estimate.map(|value| 2.0 * value);
    row.se = row.se.map(|value| 2.0 * value);
    row.ci = row.ci.map(|ci| ci.map(|end| 2.0 * end));
    answer.estimates.cells = answer.estimates.comparisons.split_off(1);
    put(table, "ury.pv.MATH.gap".into(), &answer.estimates, 0);
}

fn pisa(table: &mut Table) {
    let file = "pisa2018_sample/df_pisa18.csv";
    let mut study = Study::new(
        columns_of(file, &["cnt", "w_fst", "pv"]),
        &preset(Preset::Pisa),
    );
    study.options.interval = Some(IntervalMethod::Mean);
    for subject in ["math", "read"] {
        let values = (1..=10).map(|draw| owned(&study, &format!("pv{draw}{subject}")));
        let values: Vec<Measure> = values.collect();
        each(
            table,
            &format!("p18.pv.{subject}"),
            study.ask(&plausible(&values), &["cnt"]),
        );
    }
}

fn teachers(table: &mut Table) {
    let file = "talis2018_sample/df_talis18.csv";
    let columns = ["cntry", "tchwgt", "trwgt", "tt3g01", "tt3g06a2"];
    let mut study = Study::new(columns_of(file, &columns), &preset(Preset::TalisTeacher));
    assert_eq!(study.design.replicates().unwrap().count(), 100);
    study.options.interval = Some(IntervalMethod::Mean);
    each(table, "tal.prep.wrong", study.mean("tt3g06a2", &["cntry"]));
    study.missing = [6.0, 7.0, 8.0, 9.0].map(Code::Number).to_vec();
    each(table, "tal.prep", study.mean("tt3g06a2", &["cntry"]));
    each(table, "tal.female", study.share("tt3g01", "1", &["cntry"]));
}

pub fn margin(by: &str, totals: &[(&str, f64)]) -> Margin {
    let totals = totals
        .iter()
        .map(|(group, total)| (String::from(*group), *total));
    Margin {
        by: vec![by.into()],
        totals: totals.collect(),
    }
}

pub fn poststratify(margin: Margin) -> Calibrate {
    Calibrate {
        poststratify: Some(margin),
        rake: None,
    }
}

pub fn rake(margins: Vec<Margin>, tolerance: f64, trim: Option<[f64; 2]>) -> Calibrate {
    Calibrate {
        poststratify: None,
        rake: Some(Rake {
            margins,
            tolerance,
            trim,
        }),
    }
}

fn calibrated(table: &mut Table) {
    let columns = &["stype", "sch.wide", "api00", "enroll", "pw", "dnum"];
    let types = || margin("stype", &[("E", 4421.0), ("H", 755.0), ("M", 1018.0)]);
    let schoolwide = margin("sch.wide", &[("No", 1072.0), ("Yes", 5122.0)]);
    let steps = [
        ("ps", poststratify(types())),
        ("rake", rake(vec![types(), schoolwide], 1e-12, None)),
    ];
    for (name, step) in steps {
        let declared = Design {
            calibrate: vec![step],
            ..design("pw", &[], &["dnum"], &[])
        };
        let study = Study::new(open("api/apiclus1.csv", columns), &declared);
        one(
            table,
            &format!("{name}.mean.api00"),
            study.mean("api00", &[]),
        );
        one(
            table,
            &format!("{name}.total.enroll"),
            study.total("enroll", &[]),
        );
    }
}

/// A stratum with a single unit adds to the jackknife what it adds to the linearised variance, by every rule. R's `as.svrepdesign`
/// agrees for `remove` and `certainty`; it leaves `average` unscaled and lets `adjust` delete across strata.
#[test]
fn the_jackknife_keeps_the_rules_for_single_units() {
    if data::shared().is_none() {
        return;
    }
    let path = data::shared().unwrap().join("survey_small/scd.csv");
    let (header, rows) = data::csv(path.to_str().unwrap());
    // SE(svytotal(~arrests, svydesign(id=~ambulance, strata=~ESA, data=scd[-1,], nest=TRUE, weights=~1))) by survey.lonely.psu.
    let printed = [
        (LonelyPsu::Remove, 146.454771175268),
        (LonelyPsu::Certainty, 146.454771175268),
        (LonelyPsu::Adjust, 165.930708429754),
        (LonelyPsu::Average, 179.369729887738),
    ];
    for (rule, expected) in printed {
        let declared = Design {
            nest: true,
            lonely_psu: rule,
            ..made(
                ReplicateMethod::Jkn,
                design("", &["ESA"], &["ambulance"], &[]),
            )
        };
        let table = data::table(&header, &rows[1..], &["ESA", "ambulance", "arrests"]);
        let answer = Study::new(table, &declared).total("arrests", &[]);
        let se = answer.estimates.cells[0].se.unwrap();
        assert!((se - expected).abs() < 1e-12 * expected, "{rule:?} {se}");
    }
}
