//! Regressions, moments and tests against R's `survey`.

use super::record::{Table, one, put};
use super::study::{Answer, Study, design, open};
use pulso::codebook::Code;
use pulso::document::{Design, Family, IndependenceTest, IntervalMethod, LonelyPsu};
use pulso::estimate::{Cells, Estimand, Estimates, Measure, Term, independence};
use std::borrow::Cow;

pub fn compute(table: &mut Table) {
    strata(table);
    joint(table);
    clusters(table);
    two_stages(table);
    principals(table);
    synthetic(table);
    health(table);
}

/// The coefficients of a regression, by the names that R gives them.
fn coefficients(table: &mut Table, id: &str, names: &[&str], answer: Answer) {
    assert_eq!(answer.estimates.cells.len(), names.len(), "{id}");
    for (at, name) in names.iter().enumerate() {
        put(table, format!("{id}.{name}"), &answer.estimates, at);
    }
}

fn gaussian<'a>(outcome: &'a Measure<'a>, terms: Vec<Term<'a>>) -> Estimand<'a> {
    Estimand::Regression {
        family: Family::Gaussian,
        outcome,
        terms,
    }
}

/// The difference between the two categories of a variable, as R's `svyttest` finds it.
fn t_test(table: &mut Table, id: &str, study: &Study, outcome: &str, by: &str) {
    let (outcome, by) = (
        study.measure(outcome),
        study.measure(by).into_coded().unwrap(),
    );
    let answer = study.ask(&gaussian(&outcome, vec![Term::Category(&by)]), &[]);
    put(table, id.into(), &answer.estimates, 1);
}

fn test(study: &Study, variables: [&str; 2], test: IndependenceTest) -> Estimates {
    let of = variables.map(|name| study.measure(name).into_coded().unwrap());
    let cells = Cells::cross(&study.design, &[], study.domain.as_deref()).unwrap();
    let [row, column] = &of;
    independence(&study.design, &cells, [row, column], test, &study.options).unwrap()
}

fn strata(table: &mut Table) {
    let columns = &[
        "stype", "sch.wide", "comp.imp", "yr.rnd", "api00", "ell", "meals", "mobility", "pw", "fpc",
    ];
    let mut study = Study::new(
        open("api/apistrat.csv", columns),
        &design("pw", &["stype"], &[], &["fpc"]),
    );
    let [api, ell, meals, mobility] =
        ["api00", "ell", "meals", "mobility"].map(|name| study.measure(name));
    let terms = || [&ell, &meals, &mobility].map(Term::Number).to_vec();
    let names = &["_Intercept_", "ell", "meals", "mobility"];
    let answer = study.ask(&gaussian(&api, terms()), &[]);
    coefficients(table, "strat.glm", names, answer);
    let yes = [("No", 0.0), ("Yes", 1.0)].map(|(old, new)| (old.into(), Code::Number(new)));
    let wide = study.measure("sch.wide");
    let wide = wide.recode(&yes.into_iter().collect()).unwrap();
    let logit = Estimand::Regression {
        family: Family::Logit,
        outcome: &wide,
        terms: terms(),
    };
    coefficients(table, "strat.logit", names, study.ask(&logit, &[]));
    one(
        table,
        "strat.var.api00",
        study.ask(&Estimand::Variance(&api), &[]),
    );
    t_test(table, "strat.ttest.two", &study, "api00", "comp.imp");
    let pair = ["comp.imp", "stype"];
    let rao_scott = test(&study, pair, IndependenceTest::RaoScott);
    put(table, "strat.chisq.F".into(), &rao_scott, 0);
    let wald = test(&study, pair, IndependenceTest::AdjustedWald);
    put(table, "strat.chisq.adjWald".into(), &wald, 0);
    drop((api, ell, meals, mobility, wide));
    let all_year = ("yr.rnd", "Yes");
    share(
        table,
        "strat.cip.beta",
        &mut study,
        all_year,
        IntervalMethod::Beta,
    );
    share(
        table,
        "strat.cip.xlogit",
        &mut study,
        all_year,
        IntervalMethod::Logit,
    );
}

/// ell and mobility, held against 0 together beside meals.
fn joint(table: &mut Table) {
    let columns = &["stype", "api00", "ell", "meals", "mobility", "pw", "fpc"];
    let mut study = Study::new(
        open("api/apistrat.csv", columns),
        &design("pw", &["stype"], &[], &["fpc"]),
    );
    study.options.joint = vec![vec![1, 3]];
    let [api, ell, meals, mobility] =
        ["api00", "ell", "meals", "mobility"].map(|name| study.measure(name));
    let terms = [&ell, &meals, &mobility].map(Term::Number).to_vec();
    let mut answer = study.ask(&gaussian(&api, terms), &[]);
    answer.estimates.cells = answer.estimates.joint.clone();
    one(table, "strat.regterm.F", answer);
}

fn clusters(table: &mut Table) {
    let columns = &[
        "stype", "sch.wide", "api00", "api99", "meals", "ell", "pw", "dnum", "fpc",
    ];
    let mut study = Study::new(
        open("api/apiclus1.csv", columns),
        &design("pw", &[], &["dnum"], &["fpc"]),
    );
    let [api, meals, stype] = ["api00", "meals", "stype"].map(|name| study.measure(name));
    let terms = vec![Term::Category(&stype), Term::Number(&meals)];
    let names = &["_Intercept_", "stypeH", "stypeM", "meals"];
    let answer = study.ask(&gaussian(&api, terms), &[]);
    coefficients(table, "clus1.factor", names, answer);
    let pair = ["sch.wide", "stype"];
    let rao_scott = test(&study, pair, IndependenceTest::RaoScott);
    put(table, "clus1.chisq.F".into(), &rao_scott, 0);
    let wald = test(&study, pair, IndependenceTest::AdjustedWald);
    put(table, "clus1.chisq.adjWald".into(), &wald, 0);
    // A contrast of two means over the same records: the mean of the difference, and the ratio of the totals.
    let growth = difference(&study, "api00", "api99");
    one(
        table,
        "clus1.contrast",
        study.ask(&Estimand::Mean(&growth), &[]),
    );
    one(table, "clus1.contrast.nl", study.ratio("api00", "api99"));
    drop((api, meals, stype));
    let ell = ("ell", "0");
    share(
        table,
        "clus1.cip.beta",
        &mut study,
        ell,
        IntervalMethod::Beta,
    );
    share(
        table,
        "clus1.cip.xlogit",
        &mut study,
        ell,
        IntervalMethod::Logit,
    );
}

/// The share of an answer under an interval method.
fn share(table: &mut Table, id: &str, study: &mut Study, of: (&str, &str), method: IntervalMethod) {
    study.options.interval = Some(method);
    one(table, id, study.share(of.0, of.1, &[]));
    study.options.interval = None;
}

/// One column less another.
fn difference(study: &Study, one: &str, other: &str) -> Measure<'static> {
    let numbers = |name: &str| -> Vec<f64> {
        let measure = study.measure(name);
        let value = |row: usize| match &measure {
            Measure::Number(values) => values[row],
            coded => coded
                .category(row)
                .and_then(|at| coded.levels()[at as usize].number)
                .unwrap_or(f64::NAN),
        };
        (0..measure.len()).map(value).collect()
    };
    let pairs = numbers(one).into_iter().zip(numbers(other));
    let differences: Vec<f64> = pairs.map(|(one, other)| one - other).collect();
    Measure::Number(Cow::Owned(differences))
}

fn two_stages(table: &mut Table) {
    let columns = &[
        "api00", "api99", "ell", "meals", "mobility", "dnum", "snum", "fpc1", "fpc2",
    ];
    let study = Study::new(
        open("api/apiclus2.csv", columns),
        &design("", &[], &["dnum", "snum"], &["fpc1", "fpc2"]),
    );
    let [api, ell, meals, mobility] =
        ["api00", "ell", "meals", "mobility"].map(|name| study.measure(name));
    let terms = [&ell, &meals, &mobility].map(Term::Number).to_vec();
    let names = &["_Intercept_", "ell", "meals", "mobility"];
    let answer = study.ask(&gaussian(&api, terms), &[]);
    coefficients(table, "clus2.glm", names, answer);
}

fn principals(table: &mut Table) {
    let items = [1, 2, 3, 4, 5, 6].map(|item| format!("DDIT39_0{item}"));
    let mut columns = vec![
        "IDCNTRY", "STRATA", "IDSCHOOL", "WT", "COUNTRY", "DDIT01", "RURAL", "LIDE6",
    ];
    columns.extend(items.iter().map(String::as_str));
    let declared = Design {
        nest: true,
        lonely_psu: LonelyPsu::Adjust,
        ..design("WT", &["IDCNTRY", "STRATA"], &["IDSCHOOL"], &[])
    };
    let file = "erce2019_directors/erce2019_qd6.csv";
    let mut study = Study::new(open(file, &columns), &declared);
    let scale: Vec<Measure> = items.iter().map(|item| study.measure(item)).collect();
    let reliability = Estimand::Reliability(scale.iter().collect());
    let answer = study.ask(&reliability, &[]);
    put(table, "erce.alpha.weighted".into(), &answer.estimates, 0);
    drop(scale);
    study.domain = Some(of_country(&study, "PER"));
    t_test(table, "erce.ttest.rural", &study, "LIDE6", "RURAL");
    let tested = test(&study, ["DDIT39_01", "RURAL"], IndependenceTest::RaoScott);
    put(table, "erce.chisq".into(), &tested, 0);
    study.domain = Some(of_country(&study, "MEX"));
    let female = study.measure("DDIT01").into_coded().unwrap();
    let (leadership, rural) = (study.measure("LIDE6"), study.measure("RURAL"));
    let terms = vec![Term::Category(&female), Term::Category(&rural)];
    let answer = study.ask(&gaussian(&leadership, terms), &[]);
    coefficients(
        table,
        "erce.glm",
        &["_Intercept_", "female", "rural2"],
        answer,
    );
    // The same without weights and design.
    let plainly = Study::new(open(file, &columns), &Design::default());
    let scale: Vec<Measure> = items.iter().map(|item| plainly.measure(item)).collect();
    let reliability = Estimand::Reliability(scale.iter().collect());
    let answer = plainly.ask(&reliability, &[]);
    put(
        table,
        "erce.alpha.raw.listwise".into(),
        &answer.estimates,
        0,
    );
    let study = Study::new(open("bfi/bfi.csv", &["A2", "A3"]), &Design::default());
    let [x, y] = ["A2", "A3"].map(|name| study.measure(name));
    let answer = study.ask(&Estimand::Correlation { x: &x, y: &y }, &[]);
    put(table, "bfi.cor.A2A3".into(), &answer.estimates, 0);
}

fn of_country(study: &Study, iso3: &str) -> Vec<bool> {
    let country = study.measure("COUNTRY");
    let wanted = country.category_of(&Code::Text(iso3.into()));
    let rows = 0..study.table.rows();
    rows.map(|row| country.category(row) == wanted).collect()
}

fn synthetic(table: &mut Table) {
    let declared = Design {
        lonely_psu: LonelyPsu::Adjust,
        ..design("weight", &["stratum"], &["psu"], &[])
    };
    let columns = &["psu", "stratum", "weight", "area", "F02"];
    let mut study = Study::new(
        open("synthetic_small/SYNTHETIC_puls_5k.csv", columns),
        &declared,
    );
    study.missing = [97.0, 98.0, 99.0].map(Code::Number).to_vec();
    t_test(table, "syn.ttest", &study, "F02", "area");
}

fn health(table: &mut Table) {
    let columns = &["SDMVPSU", "SDMVSTRA", "WTMEC2YR", "HI_CHOL", "race"];
    let declared = Design {
        nest: true,
        ..design("WTMEC2YR", &["SDMVSTRA"], &["SDMVPSU"], &[])
    };
    let study = Study::new(open("nhanes_chol/nhanes.csv", columns), &declared);
    let tested = test(&study, ["HI_CHOL", "race"], IndependenceTest::RaoScott);
    put(table, "nh.chisq.F".into(), &tested, 0);
}
