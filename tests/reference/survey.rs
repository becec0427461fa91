//! What this engine says of the designs and questions of the survey reference.

use super::record::{Computed, Table, each, one, parts, put, slug};
use super::study::{Answer, Study, design, open};
use super::{fits, plausible, replicates};
use crate::support::data;
use pulso::codebook::Code;
use pulso::design::ReplicateWeights;
use pulso::document::{Design, IntervalMethod, LonelyPsu, QuantileRule, SamplingVariance};
use pulso::estimate::{Comparing, DeffReference, Estimand, Measure, Part};

/// By the name of the record.
pub fn compute() -> Table {
    let mut table = Table::new();
    strata(&mut table);
    clusters(&mut table);
    two_stages(&mut table);
    textbook(&mut table);
    lonely(&mut table);
    health(&mut table);
    principals(&mut table);
    poll(&mut table);
    synthetic(&mut table);
    unweighted(&mut table);
    fits::compute(&mut table);
    plausible::compute(&mut table);
    replicates::compute(&mut table);
    quantiles(&mut table);
    percentile(&mut table);
    table
}

/// Type 2 of Hyndman and Fan is `school`.
fn quantiles(table: &mut Table) {
    let study = Study::new(
        open("api/apistrat.csv", API),
        &design("pw", &["stype"], &[], &["fpc"]),
    );
    let rules = [
        ("math", QuantileRule::Math),
        ("school", QuantileRule::School),
        ("hf2", QuantileRule::School),
        ("hf7", QuantileRule::Hf7),
    ];
    let of = study.measure("api00");
    let asked = |probs: &[f64], rule| Estimand::Quantile {
        of: &of,
        probs: probs.to_vec(),
        rule,
    };
    let probs = [0.25, 0.5, 0.75];
    for (name, rule) in rules {
        let answer = study.ask(&asked(&probs, rule), &[]);
        for (at, prob) in probs.iter().enumerate() {
            let id = format!("strat.q.{name}.api00.q{prob}");
            put(table, id, &answer.estimates, at);
        }
    }
    let medians = study.ask(&asked(&[0.5], QuantileRule::Math), &["stype"]);
    each(table, "strat.q.by", medians);
}

/// The ninetieth percentile of five plausible values under 80 replicate weights.
fn percentile(table: &mut Table) {
    let names = |stem: &str, count: usize, tail: &str| {
        let name = |number| format!("{stem}{number}{tail}");
        (1..=count).map(name).collect::<Vec<String>>()
    };
    let (values, replicates) = (names("PV", 5, "SCIE"), names("W_FSTR", 80, ""));
    let path = data::shared().unwrap();
    let (header, rows) = data::csv(path.join("pisa2006_uruguay/students.csv").to_str().unwrap());
    let place = |name: &String| header.iter().position(|known| known == name).unwrap();
    let places: Vec<usize> = replicates.iter().map(place).collect();
    let weights = rows
        .iter()
        .flat_map(|row| places.iter().map(|place| row[*place].parse().unwrap()));
    let fay = vec![1.0 / (80.0 * 0.25); 80];
    let weights = ReplicateWeights::new(weights.collect(), fay, true, None);
    let mut columns = vec!["W_FSTUWT"];
    columns.extend(values.iter().map(String::as_str));
    let file = data::table(&header, &rows, &columns);
    let mut study = Study::new(file, &design("W_FSTUWT", &[], &[], &[]));
    study.design = study.design.with_replicates(weights);
    let measures: Vec<Measure> = values.iter().map(|name| study.measure(name)).collect();
    let value = |of| Estimand::Quantile {
        of,
        probs: vec![0.9],
        rule: QuantileRule::Math,
    };
    let asked = Estimand::Plausible {
        values: measures.iter().map(value).collect(),
        sampling: SamplingVariance::All,
    };
    one(table, "ury.pv.p90", study.ask(&asked, &[]));
}

const API: &[&str] = &[
    "stype", "sch.wide", "comp.imp", "awards", "yr.rnd", "api00", "api99", "enroll", "meals",
    "ell", "api.stu", "pw", "dnum", "fpc",
];

fn mean_interval(mut study: Study) -> Study {
    study.options.interval = Some(IntervalMethod::Mean);
    study
}

fn strata(table: &mut Table) {
    let mut study = Study::new(
        open("api/apistrat.csv", API),
        &design("pw", &["stype"], &[], &["fpc"]),
    );
    one(table, "strat.mean.api00", study.mean("api00", &[]));
    one(table, "strat.total.enroll", study.total("enroll", &[]));
    one(table, "strat.ratio", study.ratio("api.stu", "enroll"));
    one(table, "strat.cip.logit", study.share("yr.rnd", "Yes", &[]));
    each(table, "strat.by.stype", study.mean("api00", &["stype"]));
    each(
        table,
        "strat.by.2way",
        study.mean("api00", &["comp.imp", "sch.wide"]),
    );
    let sizes = study.ask(&Estimand::Count, &["stype"]);
    for (at, name) in sizes.names.iter().enumerate() {
        put(
            table,
            format!("strat.total.stype.stype{name}"),
            &sizes.estimates,
            at,
        );
    }
    difference(table, &mut study);
    study = mean_interval(study);
    one(table, "strat.cip.mean", study.share("yr.rnd", "Yes", &[]));
    let of = study.measure("sch.wide");
    let shares = study.ask(&Estimand::Categories(&of), &[]);
    parts(table, "strat.prop.schwide", &of, shares, |level| {
        format!("sch.wide{level}")
    });
    drop(of);
    study.options.deff = Some(DeffReference::WithReplacement);
    for name in ["enroll", "meals", "ell"] {
        one(
            table,
            &format!("strat.mean.multi.{name}"),
            study.mean(name, &[]),
        );
    }
    let study = Study::new(
        open("api/apistrat.csv", API),
        &design("pw", &["stype"], &[], &[]),
    );
    one(table, "strat.mean.nofpc", study.mean("api00", &[]));
}

/// E less the average of E and H is half of E less H.
fn difference(table: &mut Table, study: &mut Study) {
    let of = study.measure("stype");
    let kept = |row: &usize| {
        of.category(*row)
            .is_some_and(|at| of.levels()[at as usize].text != "M")
    };
    study.domain = Some((0..study.table.rows()).map(|row| kept(&row)).collect());
    study.options.average_over = Some(0);
    study.options.compare = Some(Comparing::with_average(0));
    let answer = study.mean("api00", &["stype"]);
    let row = &answer.estimates.comparisons[0];
    let computed = Computed {
        estimate: 2.0 * row.estimate.unwrap(),
        se: row.se.map(|se| 2.0 * se),
        df: row.df,
        ci: row.ci.map(|ci| ci.map(|end| 2.0 * end)),
        deff: None,
        p: row.p,
    };
    table.insert("strat.subset.diff".into(), computed);
    study.domain = None;
    study.options.average_over = None;
    study.options.compare = None;
}

fn clusters(table: &mut Table) {
    let mut study = Study::new(
        open("api/apiclus1.csv", API),
        &design("pw", &[], &["dnum"], &["fpc"]),
    );
    one(table, "clus1.mean.api00", study.mean("api00", &[]));
    one(table, "clus1.total.enroll", study.total("enroll", &[]));
    one(table, "clus1.cip.logit", study.share("ell", "0", &[]));
    each(table, "clus1.by.total", study.total("enroll", &["stype"]));
    let counts = study.ask(&Estimand::Count, &["sch.wide", "stype"]);
    for (at, name) in counts.names.iter().enumerate() {
        put(table, format!("clus1.table.{name}"), &counts.estimates, at);
    }
    study = mean_interval(study);
    one(table, "clus1.cip.mean", study.share("ell", "0", &[]));
    let yes = |name: &str| {
        let of = study.measure(name);
        let yes = of.category_of(&Code::Text("Yes".into()));
        (0..study.table.rows())
            .map(|row| of.category(row) == yes)
            .collect::<Vec<bool>>()
    };
    let both = yes("sch.wide")
        .into_iter()
        .zip(yes("comp.imp"))
        .map(|(a, b)| a && b);
    study.domain = Some(both.collect());
    one(table, "clus1.subset.mean", study.mean("api00", &[]));
    let study = Study::new(
        open("api/apiclus1.csv", API),
        &design("pw", &[], &["dnum"], &[]),
    );
    one(table, "clus1.mean.nofpc", study.mean("api00", &[]));
}

fn two_stages(table: &mut Table) {
    let columns = &[
        "dnum", "snum", "fpc1", "fpc2", "pw", "api00", "enroll", "api.stu", "awards",
    ];
    let study = Study::new(
        open("api/apiclus2.csv", columns),
        &design("", &[], &["dnum", "snum"], &["fpc1", "fpc2"]),
    );
    one(table, "clus2.mean.api00", study.mean("api00", &[]));
    one(table, "clus2.total.enroll.narm", study.total("enroll", &[]));
    one(table, "clus2.ratio", study.ratio("api.stu", "enroll"));
    each(table, "clus2.by.mean", study.mean("api00", &["awards"]));
    let study = Study::new(
        open("api/apiclus2.csv", columns),
        &design("pw", &[], &["dnum"], &[]),
    );
    one(table, "clus2wr.mean.api00", study.mean("api00", &[]));
}

fn textbook(table: &mut Table) {
    let columns = &["stratid", "psuid", "weight", "Nh", "x"];
    let nested = |fpc: &[&str]| Design {
        nest: true,
        ..design("weight", &["stratid"], &["psuid"], fpc)
    };
    let study = Study::new(open("survey_small/fpc.csv", columns), &nested(&[]));
    one(table, "fpc.total.wr", study.total("x", &[]));
    let study = Study::new(open("survey_small/fpc.csv", columns), &nested(&["Nh"]));
    one(table, "fpc.total.fpc", study.total("x", &[]));
    one(table, "fpc.mean.fpc", study.mean("x", &[]));
}

/// The file without its first row: one of the three strata is left with a single unit.
fn lonely_study(rule: LonelyPsu) -> Study {
    let path = data::shared().unwrap().join("survey_small/scd.csv");
    let (header, rows) = data::csv(path.to_str().unwrap());
    let table = data::table(
        &header,
        &rows[1..],
        &["ESA", "ambulance", "arrests", "alive"],
    );
    let declared = Design {
        nest: true,
        lonely_psu: rule,
        ..design("", &["ESA"], &["ambulance"], &[])
    };
    Study::new(table, &declared)
}

fn lonely(table: &mut Table) {
    let rules = [
        ("adjust", LonelyPsu::Adjust),
        ("average", LonelyPsu::Average),
        ("remove", LonelyPsu::Remove),
        ("certainty", LonelyPsu::Certainty),
    ];
    for (name, rule) in rules {
        let study = lonely_study(rule);
        one(
            table,
            &format!("lonely.total.{name}"),
            study.total("arrests", &[]),
        );
        one(
            table,
            &format!("lonely.mean.{name}"),
            study.mean("alive", &[]),
        );
    }
}

#[test]
fn a_lonely_unit_fails_by_default() {
    if data::shared().is_none() {
        return;
    }
    let study = lonely_study(LonelyPsu::Fail);
    let cells = pulso::estimate::Cells::cross(&study.design, &[], None).unwrap();
    let of = study.measure("arrests");
    let asked = Estimand::Total(&of);
    let error =
        pulso::estimate::estimate(&study.design, &cells, &asked, &study.options).unwrap_err();
    assert_eq!(error.code, "lonely_psu");
    assert_eq!(study.design.lonely_strata().collect::<Vec<_>>(), ["1"]);
}

fn health(table: &mut Table) {
    let columns = &["SDMVPSU", "SDMVSTRA", "WTMEC2YR", "HI_CHOL", "agecat"];
    let declared = Design {
        nest: true,
        ..design("WTMEC2YR", &["SDMVSTRA"], &["SDMVPSU"], &[])
    };
    let study = Study::new(open("nhanes_chol/nhanes.csv", columns), &declared);
    one(table, "nh.mean", study.mean("HI_CHOL", &[]));
    each(table, "nh.by.age", study.mean("HI_CHOL", &["agecat"]));
    one(table, "nh.cip.logit", study.share("HI_CHOL", "1", &[]));
}

fn principals(table: &mut Table) {
    let columns = &[
        "IDCNTRY",
        "STRATA",
        "IDSCHOOL",
        "WT",
        "COUNTRY",
        "DDIT01",
        "DDIT02",
        "DDIT39_01",
        "LIDE6",
    ];
    let declared = Design {
        nest: true,
        lonely_psu: LonelyPsu::Adjust,
        ..design("WT", &["IDCNTRY", "STRATA"], &["IDSCHOOL"], &[])
    };
    let mut study = Study::new(
        open("erce2019_directors/erce2019_qd6.csv", columns),
        &declared,
    );
    let by = &["COUNTRY"];
    each(table, "erce.age", study.mean("DDIT02", by));
    each(table, "erce.lide", study.mean("LIDE6", by));
    one(table, "erce.region.lide", study.mean("LIDE6", &[]));
    let often = ["1", "2", "3", "4"].into_iter().zip([0.0, 0.0, 1.0, 1.0]);
    let often = often
        .map(|(old, new)| (old.into(), Code::Number(new)))
        .collect();
    let often = study.measure("DDIT39_01").recode(&often).unwrap();
    each(
        table,
        "erce.top2.obs",
        study.ask(&Estimand::Mean(&often), by),
    );
    drop(often);
    study = mean_interval(study);
    each(table, "erce.female", study.share("DDIT01", "2", by));
    let country = study.measure("COUNTRY");
    let uruguay = country.category_of(&Code::Text("URY".into()));
    let domain = (0..study.table.rows()).map(|row| country.category(row) == uruguay);
    let domain = domain.collect();
    drop(country);
    study.domain = Some(domain);
    let of = study.measure("DDIT39_01");
    let shares = study.ask(&Estimand::Categories(&of), &[]);
    parts(table, "erce.dist.URY", &of, shares, |level| {
        format!("URY:o1{level}")
    });
}

fn poll(table: &mut Table) {
    let columns = &["weight", "ppage", "educ", "voter_category", "Q2_1"];
    let mut study = mean_interval(Study::new(
        open("fivethirtyeight_nonvoters/nonvoters_data.csv", columns),
        &design("weight", &[], &[], &[]),
    ));
    each(
        table,
        "nv.age.by.cat",
        study.mean("ppage", &["voter_category"]),
    );
    kish(table, study.ask(&Estimand::Count, &[]));
    study.options.deff = Some(DeffReference::WithReplacement);
    let of = study.measure("educ");
    let shares = study.ask(&Estimand::Categories(&of), &[]);
    parts(table, "nv.educ", &of, shares, |level| {
        format!("educ{level}")
    });
    let of = study.measure("Q2_1");
    let shares = study.ask(&Estimand::Categories(&of), &[]);
    parts(table, "nv.Q2_1", &of, shares, |level| {
        format!("Q2_1f{level}")
    });
}

/// The design effect of the weights, and the records that are left after it.
fn kish(table: &mut Table, counted: Answer) {
    let row = &counted.estimates.cells[0];
    assert_eq!(counted.estimates.deff, Some(DeffReference::EqualWeights));
    for (id, number) in [
        ("nv.kish_deff", row.deff.unwrap()),
        ("nv.neff", row.n_effective.unwrap()),
    ] {
        let computed = Computed {
            estimate: number,
            se: None,
            df: None,
            ci: None,
            deff: None,
            p: None,
        };
        assert!(table.insert(id.into(), computed).is_none());
    }
}

fn synthetic(table: &mut Table) {
    let columns = &["psu", "stratum", "weight", "country_iso3", "A01", "C03"];
    let declared = Design {
        lonely_psu: LonelyPsu::Adjust,
        ..design("weight", &["stratum"], &["psu"], &[])
    };
    let mut study = Study::new(
        open("synthetic_small/SYNTHETIC_puls_5k.csv", columns),
        &declared,
    );
    study.missing = [97.0, 98.0, 99.0].map(Code::Number).to_vec();
    each(table, "syn.A01", study.mean("A01", &["country_iso3"]));
    one(table, "syn.region", study.mean("C03", &[]));
}

fn unweighted(table: &mut Table) {
    let study = Study::new(
        open("likert_pisa2009/pisa2009_ST24.csv", &["CNT", "ST24Q01"]),
        &Design::default(),
    );
    let of = study.measure("ST24Q01");
    let shares = study.ask(&Estimand::Categories(&of), &["CNT"]);
    for (at, (row, name)) in shares.estimates.cells.iter().zip(&shares.names).enumerate() {
        let Part::Category(category) = row.part else {
            panic!("{row:?}");
        };
        let id = format!(
            "lk.ST24Q01.{}.{}",
            slug(name),
            of.levels()[category as usize].text
        );
        put(table, id, &shares.estimates, at);
    }
    let means = study.mean("ST24Q01", &["CNT"]);
    for (at, name) in means.names.iter().enumerate() {
        put(
            table,
            format!("lk.ST24Q01.{}.mean", slug(name)),
            &means.estimates,
            at,
        );
    }
    // The reference takes the records with an answer as the sample.
    let path = data::shared().unwrap().join("bfi/bfi.csv");
    let (header, mut rows) = data::csv(path.to_str().unwrap());
    let place = header.iter().position(|name| name == "A2").unwrap();
    rows.retain(|row| !row[place].is_empty());
    let study = Study::new(data::table(&header, &rows, &["A2"]), &Design::default());
    one(table, "bfi.A2.mean", study.mean("A2", &[]));
}
