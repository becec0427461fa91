//! Studies made by rule, in one country and in two, against R's `survey` 4.1.1.
//!
//! ```r
//! k <- 0:47; h <- k%/%4; u <- (k%/%2)%%2; i <- k%%2
//! A <- data.frame(c="A", h, u, i, w=1+(7*i+3*h+u)%%5, y=(31*i+17*u+23*h+5)%%29, x=(11*i+5*u+3*h)%%13)
//! B <- data.frame(c="B", h, u, i, w=2+(5*i+h+2*u)%%4, y=(13*i+19*u+7*h+h*h)%%23, x=(3*i+8*u+h*h)%%17)
//! halves <- function(d, R) sapply(1:R, function(r)
//!   d$w * ifelse(((r*r+(2*d$h+3)*r+17*d$h)%%101 < 50) == (d$u==0), 1.5, .5))
//! zones <- function(d) do.call(cbind, lapply(0:11, function(z)
//!   cbind(ifelse(d$h!=z, 1, 2*d$u), ifelse(d$h!=z, 1, 2*(1-d$u))) * d$w))
//! # Two samples that were drawn apart: a replicate of one leaves the other as it is.
//! apart <- function(of, R) cbind(rbind(of(A), matrix(B$w,48,R)), rbind(matrix(A$w,48,R), of(B)))
//! ```

use super::study::Study;
use crate::support::data;
use pulso::design::SurveyDesign;
use pulso::document::{
    Design, Family, Preset, QuantileRule, ReplicateColumns, ReplicateMethod, Replicates, Suppress,
    SuppressRule,
};
use pulso::estimate::{CompareWith, Comparing, Estimand, Flag, Suppression, Term};
use pulso::table::Table;

/// A record of a study made by rule.
struct Made {
    country: &'static str,
    zone: i64,
    unit: i64,
    weight: i64,
    y: i64,
    x: i64,
}

fn made(country: &'static str) -> impl Iterator<Item = Made> {
    (0..48).map(move |k| {
        let (zone, unit, i) = (k / 4, k / 2 % 2, k % 2);
        let (weight, y, x) = match country {
            "A" => (
                1 + (7 * i + 3 * zone + unit) % 5,
                (31 * i + 17 * unit + 23 * zone + 5) % 29,
                (11 * i + 5 * unit + 3 * zone) % 13,
            ),
            _ => (
                2 + (5 * i + zone + 2 * unit) % 4,
                (13 * i + 19 * unit + 7 * zone + zone * zone) % 23,
                (3 * i + 8 * unit + zone * zone) % 17,
            ),
        };
        Made {
            country,
            zone,
            unit,
            weight,
            y,
            x,
        }
    })
}

fn table(names: &[String], rows: &[Vec<String>]) -> Table {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let header: Vec<String> = names.iter().map(|name| String::from(*name)).collect();
    data::table(&header, rows, &names)
}

/// A study that brings half-samples: its country's column, its weight, and how the replicates begin.
fn halves(columns: [&str; 3], count: i64, records: impl Iterator<Item = Made>) -> Table {
    let mut names: Vec<String> = [columns[0], columns[1], "y", "x"].map(String::from).into();
    names.extend((1..=count).map(|r| format!("{}{r}", columns[2])));
    let row = |of: Made| {
        let mut row: Vec<String> = vec![of.country.into()];
        row.extend([of.weight, of.y, of.x].map(|number| number.to_string()));
        row.extend((1..=count).map(|r| {
            let sign = (r * r + (2 * of.zone + 3) * r + 17 * of.zone) % 101 < 50;
            let factor = if sign == (of.unit == 0) { 1.5 } else { 0.5 };
            (of.weight as f64 * factor).to_string()
        }));
        row
    };
    table(&names, &records.map(row).collect::<Vec<_>>())
}

/// A study of zones and units: its country's column, its weight, zone and unit.
fn zones(columns: [&str; 4], records: impl Iterator<Item = Made>) -> Table {
    let [country, weight, zone, unit] = columns;
    let names = [country, weight, zone, unit, "y", "x"].map(String::from);
    let row = |of: Made| {
        let mut row: Vec<String> = vec![of.country.into()];
        let numbers = [of.weight, of.zone + 1, of.unit, of.y, of.x];
        row.extend(numbers.map(|number| number.to_string()));
        row
    };
    table(&names, &records.map(row).collect::<Vec<_>>())
}

/// Zones of students.
const STUDENTS: [&str; 4] = ["IDCNTRY", "TOTWGT", "JKZONE", "JKREP"];

fn both() -> impl Iterator<Item = Made> {
    made("A").chain(made("B"))
}

fn study(preset: Preset, table: Table) -> Study {
    let declared = Design {
        preset: Some(preset),
        ..Design::default()
    };
    Study::new(table, &declared)
}

fn near(got: Option<f64>, expected: f64) {
    let got = got.unwrap();
    assert!(
        (got - expected).abs() <= 2e-13 * expected.abs().max(1.0),
        "{got}, expected {expected}"
    );
}

/// Estimate, error and degrees of freedom of one row.
fn holds(row: &pulso::estimate::CellEstimate, [estimate, se, df]: [f64; 3]) {
    near(row.estimate, estimate);
    near(row.se, se);
    assert_eq!(row.df, Some(df));
}

/// ```r
/// d <- svrepdesign(data=A, weights=~w, repweights=halves(A,R), type="Fay", rho=.5, combined.weights=TRUE, mse=TRUE)
/// svymean(~y,d); svytotal(~y,d); svyratio(~y,~x,d); degf(d)
/// ```
#[test]
fn pisa_and_talis_bring_half_samples() {
    let hundred = [
        [15.9929577464789, 1.62324930588766],
        [2271.0, 250.953461821111],
        [2.30558375634518, 0.377082562607269],
    ];
    let eighty = [
        [15.9929577464789, 1.57384060815248],
        [2271.0, 243.33865290989],
        [2.30558375634518, 0.383568551530265],
    ];
    let cases = [
        (Preset::TalisTeacher, ["CNTRY", "TCHWGT", "TRWGT"], 100),
        (Preset::TalisPrincipal, ["IDCNTRY", "SCHWGT", "SRWGT"], 100),
        (Preset::Pisa, ["CNT", "W_FSTUWT", "W_FSTURWT"], 80),
        (Preset::Pisa, ["CNT", "W_FSTUWT", "W_FSTR"], 80),
    ];
    for (preset, columns, count) in cases {
        let study = study(preset, halves(columns, count, made("A")));
        let [mean, total, ratio] = if count == 100 { hundred } else { eighty };
        let answers = [
            (study.mean("y", &[]), mean),
            (study.total("y", &[]), total),
            (study.ratio("y", "x"), ratio),
        ];
        for (answer, [estimate, se]) in answers {
            holds(&answer.estimates.cells[0], [estimate, se, 12.0]);
        }
    }
}

/// ```r
/// H <- matrix(1,1,1); for (j in 1:3) H <- rbind(cbind(H,H), cbind(H,-H))
/// S <- sapply(1:8, function(r) A$w*(1 + 2^-1.5*H[k%%7+1,r] - 2^-1.5*H[(k+1)%%7+1,r]))
/// d <- svrepdesign(data=A, weights=~w, repweights=S, type="successive-difference", combined.weights=TRUE, mse=m)   # and "ACS"
/// svymean(~y,d); svytotal(~y,d); degf(d)
/// ```
#[test]
fn successive_differences() {
    let sign = |row: usize, column: usize| match (row & column).count_ones() % 2 {
        0 => 1.0,
        _ => -1.0,
    };
    let step = libm::pow(2.0, -1.5);
    let mut names: Vec<String> = ["w", "y"].map(String::from).into();
    names.extend((1..=8).map(|r| format!("s{r}")));
    let row = |(k, of): (usize, Made)| {
        let mut row: Vec<String> = [of.weight, of.y].map(|number| number.to_string()).into();
        row.extend((0..8).map(|r| {
            let factor = 1.0 + step * sign(k % 7, r) - step * sign((k + 1) % 7, r);
            (of.weight as f64 * factor).to_string()
        }));
        row
    };
    let rows: Vec<Vec<String>> = made("A").enumerate().map(row).collect();
    for (mse, mean, total) in [
        (true, 0.645312104784141, 223.439029715043),
        (false, 0.640596644254451, 223.277853805522),
    ] {
        let declared = Design {
            weight: Some("w".into()),
            replicates: Some(Replicates {
                columns: ReplicateColumns::Pattern("s{1..8}".into()),
                method: ReplicateMethod::Sdr,
                mse,
                ..Replicates::default()
            }),
            ..Design::default()
        };
        let study = Study::new(table(&names, &rows), &declared);
        let answer = study.mean("y", &[]);
        holds(&answer.estimates.cells[0], [15.9929577464789, mean, 6.0]);
        near(study.total("y", &[]).estimates.cells[0].se, total);
    }
}

/// A record may count less than nothing in a replicate, as in the American Community Survey; R takes such weights as they stand.
///
/// ```r
/// d <- data.frame(w=c(1,2,3,4), y=c(3,1,4,6)); r <- cbind(c(2,0,6,1), c(0,4,0,8), c(1.5,-.5,3,4.5))
/// s <- svrepdesign(data=d, weights=~w, repweights=r, type="successive-difference", combined.weights=TRUE, mse=TRUE)
/// svymean(~y,s); svytotal(~y,s); degf(s)
/// ```
#[test]
fn negative_replicate_weights_count_as_they_stand() {
    let names = ["w", "y", "r1", "r2", "r3"].map(String::from);
    let rows = [
        ["1", "3", "2", "0", "1.5"],
        ["2", "1", "0", "4", "-0.5"],
        ["3", "4", "6", "0", "3"],
        ["4", "6", "1", "8", "4.5"],
    ];
    let rows = rows.map(|row| row.map(String::from).to_vec());
    let declared = Design {
        weight: Some("w".into()),
        replicates: Some(Replicates {
            columns: ReplicateColumns::Pattern("r{1..}".into()),
            method: ReplicateMethod::Sdr,
            mse: true,
            ..Replicates::default()
        }),
        ..Design::default()
    };
    let warned = SurveyDesign::new(&table(&names, &rows), &declared).unwrap();
    let codes: Vec<&str> = warned.warnings.iter().map(|of| of.code.as_ref()).collect();
    assert_eq!(codes, ["negative_replicates"]);
    let study = Study::new(table(&names, &rows), &declared);
    let mean = study.mean("y", &[]);
    holds(&mean.estimates.cells[0], [4.1, 1.14530170988439, 2.0]);
    let total = study.total("y", &[]);
    holds(&total.estimates.cells[0], [41.0, 14.142135623731, 2.0]);
}

/// A study's schools are counted where its preset is all that is declared: 40 students of 4 schools are too few for PISA's rule.
#[test]
fn schools_of_a_study_are_counted() {
    let names = [
        "CNT",
        "CNTSCHID",
        "W_FSTUWT",
        "y",
        "W_FSTURWT1",
        "W_FSTURWT2",
    ];
    let rows = |schools: usize| -> Vec<Vec<String>> {
        let row = |k: usize| {
            let (half, other) = if k.is_multiple_of(2) {
                ("1.5", "0.5")
            } else {
                ("0.5", "1.5")
            };
            let school = (k % schools).to_string();
            let y = (k * k % 7).to_string();
            ["A", &school, "1", &y, half, other]
                .map(String::from)
                .to_vec()
        };
        (0..40).map(row).collect()
    };
    for (schools, shown) in [(4, false), (5, true)] {
        let mut study = study(
            Preset::Pisa,
            table(&names.map(String::from), &rows(schools)),
        );
        assert!(study.design.is_clustered());
        study.options.suppress = Suppression::from(&Suppress {
            rule: Some(SuppressRule::Pisa),
            ..Suppress::default()
        });
        let answer = study.mean("y", &[]);
        let row = &answer.estimates.cells[0];
        assert_eq!(row.estimate.is_some(), shown);
        assert_eq!(row.flags.contains(&Flag::FewUnits), !shown);
    }
}

/// Countries that number their replicates alike share no chance: each keeps the error that it has alone, and an average has
/// √(Σ se²) / N, a difference √(Σ se²).
fn apart(mut study: Study, country: &str, [one, other]: [[f64; 2]; 2]) {
    study.options.average_over = Some(0);
    study.options.compare = Some(Comparing {
        with: CompareWith::Pairs,
        ..Comparing::with_average(0)
    });
    let answer = study.mean("y", &[country]);
    for (row, [estimate, se]) in answer.estimates.cells.iter().zip([one, other]) {
        holds(row, [estimate, se, 12.0]);
    }
    let together = (one[1] * one[1] + other[1] * other[1]).sqrt();
    let average = &answer.estimates.averages[0];
    holds(average, [(one[0] + other[0]) / 2.0, together / 2.0, 24.0]);
    let difference = &answer.estimates.comparisons[0];
    holds(difference, [one[0] - other[0], together, 24.0]);
}

/// R's errors of each country alone. R's average over both with the columns shared is 0.92146 for the half-samples, which counts a
/// covariance that nobody drew; the OECD publishes √(Σ se²) / N.
#[test]
fn countries_are_drawn_apart() {
    let alone = [
        [15.9929577464789, 1.57384060815248],
        [10.9642857142857, 0.75265022217204],
    ];
    let columns = ["CNT", "W_FSTUWT", "W_FSTURWT"];
    apart(
        study(Preset::Pisa, halves(columns, 80, both())),
        "CNT",
        alone,
    );
    let alone = [
        [15.9929577464789, 1.67542739513507],
        [10.9642857142857, 0.723491414084165],
    ];
    for columns in [
        STUDENTS,
        ["idcntry", "MATWGT", "jkzone", "jkrep"],
        ["IDCNTRY", "SCHWGT", "JKCZONE", "JKCREP"],
    ] {
        for preset in [Preset::Timss, Preset::Pirls] {
            let study = study(preset, zones(columns, both()));
            apart(study, columns[0], alone);
        }
    }
}

/// A file may name the column otherwise; then the data set says which it is.
#[test]
fn a_data_set_names_its_countries() {
    let columns = ["pais", "TOTWGT", "JKZONE", "JKREP"];
    let declared = Design {
        preset: Some(Preset::Timss),
        ..Design::default()
    };
    let mut study = study(Preset::Timss, zones(columns, both()));
    let told = SurveyDesign::of_countries(&study.table, &declared, Some("pais"));
    study.design = told.unwrap().value;
    let alone = [
        [15.9929577464789, 1.67542739513507],
        [10.9642857142857, 0.723491414084165],
    ];
    apart(study, "pais", alone);
}

/// ```r
/// d <- svrepdesign(data=rbind(A,B), weights=~w, repweights=apart(function(d) halves(d,80), 80), type="other",
///   scale=1/20, rscales=rep(1,160), combined.weights=TRUE, mse=TRUE)   # zones: apart(zones, 24), scale=1, rscales=rep(.5,48)
/// svymean(~y,d); degf(d); svyratio(~y,~x,d); svyglm(y~x,d); svyglm(I(y>11)~x,d,family=quasibinomial)
/// q <- function(w) {o <- order(y); y[o][which(cumsum(w[o]) >= .5*sum(w))[1]]}   # the median, R has no error for it here
/// sqrt(sum((apply(weights(d),2,q) - q(w))^2)/20)
/// ```
#[test]
fn what_lies_in_several_countries_takes_the_replicates_of_each() {
    let columns = ["CNT", "W_FSTUWT", "W_FSTURWT"];
    let pisa = study(Preset::Pisa, halves(columns, 80, both()));
    let mean = pisa.mean("y", &[]);
    holds(
        &mean.estimates.cells[0],
        [13.2677419354839, 0.813478088645621, 24.0],
    );
    let ratio = pisa.ratio("y", "x");
    holds(
        &ratio.estimates.cells[0],
        [1.76599398883641, 0.186984582697682, 24.0],
    );
    let share = pisa.share("CNT", "A", &[]);
    holds(
        &share.estimates.cells[0],
        [0.458064516129032, 0.0213067708942543, 24.0],
    );
    let y = pisa.measure("y");
    let median = Estimand::Quantile {
        of: &y,
        probs: vec![0.5],
        rule: QuantileRule::Math,
    };
    let median = pisa.ask(&median, &[]);
    holds(&median.estimates.cells[0], [14.0, 2.23606797749979, 24.0]);

    let timss = study(Preset::Timss, zones(STUDENTS, both()));
    let mean = timss.mean("y", &[]);
    holds(
        &mean.estimates.cells[0],
        [13.2677419354839, 0.846646030482409, 24.0],
    );
    for (study, se) in [
        (&pisa, [1.85562349703103, 0.179480178842663]),
        (&timss, [1.89809291082363, 0.175231443902]),
    ] {
        let (y, x) = (study.measure("y"), study.measure("x"));
        let line = Estimand::Regression {
            family: Family::Gaussian,
            outcome: &y,
            terms: vec![Term::Number(&x)],
        };
        let answer = study.ask(&line, &[]);
        let expected = [14.4822511595211, -0.161656444590619].into_iter().zip(se);
        for (row, (estimate, se)) in answer.estimates.cells.iter().zip(expected) {
            near(row.estimate, estimate);
            near(row.se, se);
        }
    }
}
