//! Three stages, each with a finite population correction, ids that repeat, and groups with a single unit.

use super::study::{Study, design};
use crate::support::data;
use pulso::document::{Design, LonelyPsu};

/// Strata of four and three primary units; three units within each, and two or three below, but for one that is alone.
///
/// ```r
/// g <- expand.grid(t=1:3, s=1:3, p=1:4, h=1:2)
/// g <- g[!(g$h==2 & g$p==4) & !(g$s==3 & g$t==3) & !(g$p==2 & g$s==2 & g$t>1),]
/// g$N1 <- c(20,9)[g$h]; g$N2 <- 5+g$p; g$N3 <- c(6,4,7)[g$s]
/// g$y <- (g$h*37 + g$p*11 + g$s*17 + g$t*29) %% 23; g$x <- (g$h*5 + g$p*7 + g$s*3 + g$t*13) %% 11 + 1
/// g$d <- (g$p + g$s + g$t) %% 2
/// d <- svydesign(id=~p+s+t, strata=~h, fpc=~N1+N2+N3, data=g, nest=TRUE)
/// ```
fn sample() -> pulso::table::Table {
    let header = ["h", "p", "s", "t", "N1", "N2", "N3", "y", "x", "d"];
    let mut rows = Vec::new();
    for h in 1..=2_usize {
        for p in 1..=4_usize {
            for s in 1..=3_usize {
                for t in 1..=3_usize {
                    if (h == 2 && p == 4) || (s == 3 && t == 3) || (p == 2 && s == 2 && t > 1) {
                        continue;
                    }
                    let y = (h * 37 + p * 11 + s * 17 + t * 29) % 23;
                    let x = (h * 5 + p * 7 + s * 3 + t * 13) % 11 + 1;
                    let (n1, n3) = ([20, 9][h - 1], [6, 4, 7][s - 1]);
                    let row = [h, p, s, t, n1, 5 + p, n3, y, x, (p + s + t) % 2];
                    rows.push(row.map(|value| value.to_string()).to_vec());
                }
            }
        }
    }
    data::table(&header.map(String::from), &rows, &header)
}

fn near(got: Option<f64>, expected: f64) {
    let got = got.unwrap();
    assert!(
        (got - expected).abs() <= 1e-12 * expected,
        "{got}, expected {expected}"
    );
}

#[test]
fn three_stages_with_corrections() {
    // svymean(~y, d), svytotal(~y, d), svyratio(~y, ~x, d) and svymean(~y, subset(d, d==1)) with each options(survey.lonely.psu);
    // degf(d) = degf(subset(d, d==1)) = 5.
    let printed = [
        (
            LonelyPsu::Remove,
            [
                0.910277561133265,
                1034.85919003982,
                0.212977858446987,
                1.11113701484355,
            ],
        ),
        (
            LonelyPsu::Certainty,
            [
                0.910277561133265,
                1034.85919003982,
                0.212977858446987,
                1.11113701484355,
            ],
        ),
        (
            LonelyPsu::Adjust,
            [
                0.914488474917263,
                1055.85867577526,
                0.213066522100089,
                1.12385363087446,
            ],
        ),
    ];
    for (rule, expected) in printed {
        let declared = Design {
            nest: true,
            lonely_psu: rule,
            ..design("", &["h"], &["p", "s", "t"], &["N1", "N2", "N3"])
        };
        let mut study = Study::new(sample(), &declared);
        let mut answers = vec![
            study.mean("y", &[]),
            study.total("y", &[]),
            study.ratio("y", "x"),
        ];
        let d = study.measure("d");
        let one = d.category_of(&pulso::codebook::Code::Number(1.0));
        let domain = (0..52).map(|row| d.category(row) == one).collect();
        drop(d);
        study.domain = Some(domain);
        answers.push(study.mean("y", &[]));
        let estimates = [
            10.2407253981405,
            12360.5555555556,
            1.73068546003298,
            10.162004764846,
        ];
        for ((answer, estimate), se) in answers.iter().zip(estimates).zip(expected) {
            let row = &answer.estimates.cells[0];
            near(row.estimate, estimate);
            near(row.se, se);
            assert_eq!(row.df, Some(5.0));
        }
    }
    // Two corrections: svydesign(id=~p+s, strata=~h, fpc=~N1+N2, data=g, nest=TRUE). Printed: 10.4742462311558 0.444982750216934.
    let declared = Design {
        nest: true,
        ..design("", &["h"], &["p", "s"], &["N1", "N2"])
    };
    let made = Design {
        replicates_from_design: Some(pulso::document::ReplicatesFromDesign {
            method: pulso::document::ReplicateMethod::Jkn,
            ..Default::default()
        }),
        ..declared.clone()
    };
    let made = pulso::design::SurveyDesign::new(&sample(), &made).unwrap();
    assert_eq!(made.warnings[0].code, "later_stages_left_out");
    let answer = Study::new(sample(), &declared).mean("y", &[]);
    near(answer.estimates.cells[0].estimate, 10.4742462311558);
    near(answer.estimates.cells[0].se, 0.444982750216934);
}
