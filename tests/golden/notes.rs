//! What the author says of data keys, on every kind of chart that has some.

use super::pictures::{NINE, PROBS, WAVES, annotate, panels};
use crate::support::made_up::{self, ALL, SIXTEEN, Sample};
use pulso::chart::{ChartKind, Request, draw};
use pulso::document::Publication;
use pulso::locale::Locale;
use serde_json::json;

/// Pictures with notes, by their names.
pub fn every() -> Vec<(&'static str, Publication)> {
    let shares = |kind: ChartKind| {
        let mut publication = made_up::shares(&ALL, Sample::Probability, &["DMA"], &["VEN"]);
        publication.document.charts[0].kind = kind;
        of_countries(publication)
    };
    let answers = |countries: &[&str]| {
        let mut publication = made_up::answers(countries, &["CUB"]);
        publication.document.charts[0].kind = ChartKind::Distribution;
        of_countries(publication)
    };
    let mut small_trends = made_up::steps::waves(&SIXTEEN[..6], &WAVES, "trend", &[]);
    panels(&mut small_trends, ChartKind::Trend, "country");
    let mut small_maps = made_up::steps::waves(&ALL, &WAVES[1..], "trend", &[]);
    panels(&mut small_maps, ChartKind::TileMap, "wave");
    vec![
        (
            "annotated trend",
            of_countries(made_up::steps::waves(
                &SIXTEEN[..6],
                &WAVES,
                "trend",
                &[("BRA", "2019")],
            )),
        ),
        (
            "annotated trend of a step",
            of_steps(made_up::steps::waves(&SIXTEEN[..4], &WAVES, "trend", &[])),
        ),
        (
            "annotated trend of years",
            of_countries(made_up::steps::years(&SIXTEEN)),
        ),
        (
            "annotated slope",
            of_countries(made_up::steps::waves(&SIXTEEN, &WAVES[1..], "slope", &[])),
        ),
        (
            "annotated dumbbell",
            of_countries(made_up::steps::waves(
                &SIXTEEN[..8],
                &WAVES[1..],
                "dumbbell",
                &[("CUB", "2023")],
            )),
        ),
        ("annotated distribution", answers(&["BRA", "CRI", "CUB"])),
        ("annotated distribution of many", answers(&SIXTEEN[..9])),
        (
            "annotated quantiles",
            of_countries(made_up::steps::quantiles(&SIXTEEN[..7], &PROBS, &["CUB"])),
        ),
        (
            "annotated scatter",
            of_countries(made_up::steps::two_measures(&ALL, &[], &["KNA"])),
        ),
        (
            "annotated scatter of waves",
            of_countries(made_up::steps::two_measures(&SIXTEEN, &WAVES, &[])),
        ),
        ("annotated tile map", shares(ChartKind::TileMap)),
        ("annotated map", shares(ChartKind::Map)),
        ("annotated table", shares(ChartKind::Table)),
        (
            "annotated timeline",
            of_countries(made_up::changes(&SIXTEEN[..9])),
        ),
        ("annotated adoption", of_dimensions(made_up::adoption(1))),
        (
            "annotated adoption of several",
            of_dimensions(made_up::adoption(3)),
        ),
        ("annotated network", of_members(made_up::network(30))),
        (
            "annotated theory",
            with(
                made_up::theory(),
                &[json!({"node": "N1"}), json!({"node": "N3b"})],
            ),
        ),
        (
            "annotated leverage",
            with(
                made_up::leverage(&NINE[..4]),
                &[json!({"point": "L1"}), json!({"point": "L2"})],
            ),
        ),
        (
            "annotated small multiples of trends",
            of_countries(small_trends),
        ),
        (
            "annotated small multiples of tile maps",
            of_countries(small_maps),
        ),
    ]
}

/// One of them.
pub fn named(name: &str) -> Publication {
    let mut every = every().into_iter();
    let (_, publication) = every
        .find(|(known, _)| *known == name)
        .expect("there is such a picture");
    publication
}

fn of_countries(mut publication: Publication) -> Publication {
    annotate(&mut publication);
    publication
}

fn of_steps(publication: Publication) -> Publication {
    with(
        publication,
        &[
            json!({"country": "BRA", "wave": "2019"}),
            json!({"wave": "2023"}),
        ],
    )
}

fn of_dimensions(publication: Publication) -> Publication {
    with(
        publication,
        &[json!({"dimension": "D01"}), json!({"dimension": "D03"})],
    )
}

fn of_members(publication: Publication) -> Publication {
    with(publication, &[json!({"node": "m0"}), json!({"node": "m9"})])
}

/// A short note on the first key, a long one on the second.
fn with(mut publication: Publication, at: &[serde_json::Value; 2]) -> Publication {
    annotate(&mut publication);
    let notes = &mut publication.document.charts[0].annotations;
    notes.truncate(2);
    for (note, at) in notes.iter_mut().zip(at) {
        let own = json!({"at": at, "text": note.text});
        *note = serde_json::from_value(own).expect("the note is well formed");
    }
    publication
}

#[test]
fn every_note_is_said_once_in_the_picture_and_to_the_reader() {
    for (name, publication) in every() {
        for width_px in [320.0, 850.0, 1920.0] {
            let request = Request {
                chart: "c".into(),
                locale: Locale("en".into()),
                width_px,
                ..Request::default()
            };
            let scene = draw(&publication, &request).expect("the picture can be drawn");
            let (mut written, mut told) = (String::new(), scene.description.clone() + "\n");
            super::layout::each_group(&scene.root, &mut |group| {
                told.extend(group.label.clone().map(|label| label + "\n"));
                for mark in &group.marks {
                    if let pulso::chart::Mark::Text(label) = mark {
                        written.push_str(&label.text);
                        written.push(' ');
                    }
                }
            });
            let count = |text: &str| written.replace('\u{a0}', " ").matches(text).count();
            let said = publication.document.charts[0].annotations.iter();
            let said = said.filter(|note| told.contains(note.text.get(&request.locale)));
            let mut any = 0;
            for note in said {
                any += 1;
                let text = note.text.get(&request.locale);
                let first = text.split(',').next().unwrap_or(text);
                let panels = match name.ends_with("tile maps") {
                    true => 2,
                    false => 1,
                };
                assert_eq!(
                    count(first),
                    panels,
                    "{name} {width_px} px: «{text}»\n{written}"
                );
            }
            assert!(any > 0, "{name} {width_px} px: no note is told");
        }
    }
}
