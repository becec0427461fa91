//! Studies by their preset.

use super::study::{Study, open};
use crate::support::data;
use pulso::document::{Design, LonelyPsu, Preset, ReplicateMethod, ReplicatesFromDesign};

fn near(got: Option<f64>, expected: f64) {
    let got = got.unwrap();
    assert!(
        (got - expected).abs() <= 1e-12 * expected.abs(),
        "{got}, expected {expected}"
    );
}

fn preset(preset: Preset) -> Design {
    Design {
        preset: Some(preset),
        ..Design::default()
    }
}

fn table(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> pulso::table::Table {
    let names: Vec<String> = header.iter().map(|name| String::from(*name)).collect();
    data::table(&names, &rows.collect::<Vec<_>>(), header)
}

/// ```r
/// z <- expand.grid(i=1:3, r=0:1, z=1:5); z$w <- 1 + (z$i*7 + z$z*3 + z$r) %% 5; z$y <- (z$i*31 + z$r*17 + z$z*23) %% 29; z$y[7] <- NA
/// R <- do.call(cbind, lapply(1:5, function(k) cbind(ifelse(z$z!=k, 1, 2*z$r), ifelse(z$z!=k, 1, 2*(1-z$r))) * z$w))
/// d <- svrepdesign(data=z, weights=~w, repweights=R, type="other", scale=1, rscales=rep(.5,10), combined.weights=TRUE, mse=TRUE)
/// svymean(~y, d, na.rm=TRUE); degf(d)   # 12.2325581395349 3.11908469823839 5
/// ```
#[test]
fn timss_and_pirls_take_two_replicates_a_zone() {
    let mut rows = Vec::new();
    for zone in 1..=5 {
        for unit in 0..=1 {
            for i in 1..=3 {
                let y = ((i * 31 + unit * 17 + zone * 23) % 29).to_string();
                let y = if rows.len() == 6 { String::new() } else { y };
                let weight = 1 + (i * 7 + zone * 3 + unit) % 5;
                rows.push(vec![
                    zone.to_string(),
                    unit.to_string(),
                    weight.to_string(),
                    y,
                ]);
            }
        }
    }
    for study in [Preset::Timss, Preset::Pirls] {
        let table = table(
            &["jkzone", "JkRep", "TOTWGT", "y"],
            rows.clone().into_iter(),
        );
        let answer = Study::new(table, &preset(study)).mean("y", &[]);
        let row = &answer.estimates.cells[0];
        near(row.estimate, 12.2325581395349);
        near(row.se, 3.11908469823839);
        assert_eq!(row.df, Some(5.0));
    }
}

/// ```r
/// z <- expand.grid(i=1:2, r=0:1, z=1:6); z$w <- 1 + (z$i*7 + z$z*3 + z$r) %% 5; z$y <- (z$i*31 + z$r*17 + z$z*23) %% 29
/// R <- do.call(cbind, lapply(1:6, function(k) ifelse(z$z!=k, 1, 2*z$r) * z$w))
/// d <- svrepdesign(data=z, weights=~w, repweights=R, type="JK2", combined.weights=TRUE, mse=TRUE)
/// svymean(~y, d); degf(d)   # 12.7571428571429 2.82112676020706 5
/// ```
#[test]
fn iccs_takes_its_replicates() {
    let mut rows = Vec::new();
    for zone in 1..=6 {
        for unit in 0..=1 {
            for i in 1..=2 {
                let weight = 1 + (i * 7 + zone * 3 + unit) % 5;
                let mut row = vec![
                    weight.to_string(),
                    ((i * 31 + unit * 17 + zone * 23) % 29).to_string(),
                ];
                let replicate = |k: i32| if k == zone { 2 * unit * weight } else { weight };
                row.extend((1..=6).map(|k| replicate(k).to_string()));
                rows.push(row);
            }
        }
    }
    for (weight, stem) in [
        ("TOTWGTS", "SRWGT"),
        ("totwgtc", "CRWGT"),
        ("TOTWGTC", "CRWGT0"),
        ("TOTWGTT", "trwgt"),
    ] {
        let names: Vec<String> = (1..=6).map(|k| format!("{stem}{k}")).collect();
        let header: Vec<&str> = [weight, "y"]
            .into_iter()
            .chain(names.iter().map(String::as_str))
            .collect();
        let answer = Study::new(
            table(&header, rows.clone().into_iter()),
            &preset(Preset::Iccs),
        )
        .mean("y", &[]);
        let row = &answer.estimates.cells[0];
        near(row.estimate, 12.7571428571429);
        near(row.se, 2.82112676020706);
        assert_eq!(row.df, Some(5.0));
    }
}

/// The record `erce.region.lide`; what stands beside a preset takes its place.
#[test]
fn directors_of_erce() {
    if data::shared().is_none() {
        return;
    }
    let columns = &[
        "IDCNTRY", "STRATA", "IDSCHOOL", "WT", "WS", "COUNTRY", "LIDE6",
    ];
    let file = "erce2019_directors/erce2019_qd6.csv";
    let declared = Design {
        lonely_psu: LonelyPsu::Adjust,
        ..preset(Preset::Erce2019)
    };
    let study = Study::new(open(file, columns), &declared);
    let answer = study.mean("LIDE6", &[]);
    near(answer.estimates.cells[0].estimate, -0.178494476828393);
    near(answer.estimates.cells[0].se, 0.0429550393259493);
    let senate = Study::new(
        open(file, columns),
        &Design {
            weight: Some("WS".into()),
            ..declared
        },
    );
    assert!(
        (senate.design.weight() - 16_000.0).abs() < 1.0,
        "{}",
        senate.design.weight()
    );
    assert_eq!(senate.design.strata(), study.design.strata());
}

/// Rao and Wu's bootstrap has the error of the strata on average: R's SE(svymean(~api00, d)) is 9.40894 with the correction and
/// 9.53613 without. A variance of 4,000 replicates has itself an error of 2.2%.
#[test]
fn the_bootstrap_agrees_on_average() {
    if data::shared().is_none() {
        return;
    }
    for (fpc, expected) in [
        (vec!["fpc".into()], 9.40894080279),
        (Vec::new(), 9.53613229692516),
    ] {
        let declared = Design {
            weight: Some("pw".into()),
            strata: vec!["stype".into()],
            fpc,
            replicates_from_design: Some(ReplicatesFromDesign {
                method: ReplicateMethod::Bootstrap,
                replicates: Some(4000),
                seed: Some(2019),
                mse: false,
            }),
            ..Design::default()
        };
        let study = Study::new(
            open("api/apistrat.csv", &["pw", "stype", "fpc", "api00"]),
            &declared,
        );
        let answer = study.mean("api00", &[]);
        let se = answer.estimates.cells[0].se.unwrap();
        assert!((se / expected - 1.0).abs() < 0.035, "{se}");
        assert_eq!(answer.estimates.cells[0].df, Some(197.0));
    }
}
