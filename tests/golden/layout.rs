//! No two texts touch, none leaves the picture, none is smaller than 12 px, and no link of a theory crosses a box: over
//! kinds, widths, languages and text scales.

use super::pictures::{DATES, NINE, PROBS, WAVES, YEARS, annotate, panels};
use crate::support::made_up::{self, ALL, SIXTEEN, Sample};
use pulso::chart::{
    ASCENT, Anchor, ChartKind, DESCENT, Group, Label, Likert, Mark, Request, Scene, draw,
    text_width,
};
use pulso::document::Publication;
use pulso::locale::Locale;

const WIDTHS: [f64; 6] = [320.0, 360.0, 480.0, 850.0, 1200.0, 1920.0];
const LOCALES: [&str; 4] = ["es-CR", "pt-BR", "en", "fr"];
const TEXT_SCALES: [f64; 2] = [1.0, 2.0];

#[test]
fn texts_have_room() {
    let named = publications().into_iter();
    hold_room(named.map(|(name, publication)| (name.to_string(), publication)));
}

#[test]
fn texts_have_room_beside_notes() {
    let named = super::notes::every().into_iter();
    hold_room(named.map(|(name, publication)| (name.to_string(), publication)));
}

#[test]
fn texts_of_the_example_have_room() {
    let whole = crate::example::published("region");
    let charts = whole.document.charts.clone().into_iter();
    hold_room(charts.map(|mut chart| {
        let mut publication = whole.clone();
        let name = format!("region {}", chart.id);
        chart.id = "c".into();
        publication.document.charts = vec![chart];
        (name, publication)
    }));
}

fn hold_room(publications: impl Iterator<Item = (String, Publication)>) {
    let mut faults = Vec::new();
    for (name, publication) in publications {
        each_scene(&publication, |request, scene| {
            let texts = texts(&scene);
            assert!(!texts.is_empty());
            hand_on(&name, request, &scene);
            let at = format!(
                "{name} {} {} px ×{}",
                request.locale.0, request.width_px, request.text_scale
            );
            for (index, text) in texts.iter().enumerate() {
                let [left, top, right, bottom] = text.bounds;
                if left < -0.05
                    || top < -0.05
                    || right > scene.width_px + 0.05
                    || bottom > scene.height_px + 0.05
                {
                    faults.push(format!("{at}: «{}» leaves the picture", text.words));
                }
                if text.size_px < 12.0 {
                    faults.push(format!("{at}: «{}» is too small", text.words));
                }
                for other in &texts[index + 1..] {
                    if touch(text.bounds, other.bounds) {
                        faults.push(format!("{at}: «{}» touches «{}»", text.words, other.words));
                    }
                }
            }
        });
    }
    assert!(
        faults.is_empty(),
        "{} faults, among them:\n{}",
        faults.len(),
        faults[..faults.len().min(30)].join("\n")
    );
}

#[test]
fn marks_of_a_panel_are_named_by_it() {
    let named = publications().into_iter();
    for (name, publication) in named.filter(|(name, _)| name.starts_with("small")) {
        let request = Request {
            chart: "c".into(),
            locale: Locale("en".into()),
            ..Request::default()
        };
        let scene = draw(&publication, &request).expect("the picture can be drawn");
        each_group(&scene.root, &mut |group| {
            let label = group.label.as_deref().unwrap_or_default();
            assert!(!label.contains("Total"), "{name}: {label}");
        });
    }
}

#[test]
fn links_cross_no_box() {
    each_scene(&made_up::theory(), |request, scene| {
        let (mut boxes, mut lines) = (Vec::new(), Vec::new());
        each_group(&scene.root, &mut |group| {
            let has = |key: &str| group.data.iter().any(|(name, _)| *name == key);
            for mark in &group.marks {
                match mark {
                    Mark::Rect {
                        x,
                        y,
                        width,
                        height,
                        ..
                    } if has("node") => {
                        boxes.push([*x, *y, x + width, y + height]);
                    }
                    Mark::Polyline { points, .. } if has("from") => {
                        lines.extend(points.windows(2).map(|ends| (ends[0], ends[1])))
                    }
                    _ => {}
                }
            }
        });
        assert!(!lines.is_empty());
        for (from, to) in lines {
            let line = [
                from.0.min(to.0),
                from.1.min(to.1),
                from.0.max(to.0),
                from.1.max(to.1),
            ];
            for inside in &boxes {
                assert!(
                    !touch(line, *inside),
                    "{request:?}: a link from {from:?} to {to:?} crosses the box {inside:?}"
                );
            }
        }
    });
}

#[test]
fn steps_stand_where_they_are_in_time() {
    // Middles of a year, a quarter, half a year and three years; plain words follow each other at equal distances.
    for (steps, expected) in [
        (
            ["2019", "2020-Q3", "2021-S2", "2021-2023"],
            [0.0, 1.125, 2.25, 3.0],
        ),
        (["2023", "2020", "2019", "2022"], [0.0, 1.0, 3.0, 4.0]),
        (["a", "b", "c", "d"], [0.0, 1.0, 2.0, 3.0]),
    ] {
        let publication = made_up::steps::waves(&["PER"], &steps, "trend", &[]);
        let request = Request {
            chart: "c".into(),
            ..Request::default()
        };
        let scene = draw(&publication, &request).expect("the picture can be drawn");
        let mut xs = Vec::new();
        each_group(&scene.root, &mut |group| {
            for mark in &group.marks {
                if let Mark::Circle { x, .. } = mark {
                    xs.push(*x);
                }
            }
        });
        let unit = (xs[3] - xs[0]) / expected[3];
        for (x, expected) in xs.iter().zip(expected) {
            let years = (x - xs[0]) / unit;
            assert!((years - expected).abs() < 0.01, "{steps:?}: {xs:?}");
        }
    }
}

#[test]
fn a_height_is_kept_where_the_chart_fits() {
    let publication = made_up::shares(&SIXTEEN, Sample::Probability, &[], &[]);
    for (width_px, height) in [
        (850.0, 600.0),
        (1920.0, 1080.0),
        (1080.0, 1350.0),
        (1080.0, 1080.0),
    ] {
        let request = Request {
            chart: "c".into(),
            width_px,
            height_px: Some(height),
            ..Request::default()
        };
        let scene = draw(&publication, &request).expect("the picture can be drawn");
        assert_eq!((scene.width_px, scene.height_px), (width_px, height));
    }
}

fn publications() -> Vec<(&'static str, Publication)> {
    let with = |mut publication: Publication, change: &dyn Fn(&mut pulso::chart::Spec)| {
        change(&mut publication.document.charts[0]);
        publication
    };
    let withheld = ["DMA", "GRD"];
    let shares = || made_up::shares(&ALL, Sample::Probability, &withheld, &["VEN"]);
    vec![
        (
            "ranking",
            with(shares(), &|spec| spec.highlight = vec!["VCT".into()]),
        ),
        (
            "ranking of bars",
            with(
                made_up::shares(&SIXTEEN, Sample::SelfSelected, &["CUB"], &[]),
                &|spec| spec.bars = true,
            ),
        ),
        ("ranking of means", made_up::means(&SIXTEEN)),
        (
            "grouped bars",
            made_up::answers(&["ARG", "DOM", "KNA", "VCT"], &["KNA"]),
        ),
        (
            "grouped bars by sex",
            with(made_up::by_sex(&SIXTEEN), &|spec| {
                spec.highlight = vec!["PER".into()]
            }),
        ),
        ("likert", made_up::battery(5, &[], Sample::Probability, &[])),
        (
            "likert aside",
            with(
                made_up::battery(3, &[], Sample::Probability, &[]),
                &|spec| spec.likert = Likert::Aside,
            ),
        ),
        (
            "likert stacked",
            with(
                made_up::battery(3, &[], Sample::SelfSelected, &[]),
                &|spec| spec.likert = Likert::Stacked,
            ),
        ),
        (
            "likert of countries",
            made_up::battery(2, &["ARG", "KNA", "VCT"], Sample::Probability, &["KNA"]),
        ),
        (
            "trend",
            made_up::steps::waves(&SIXTEEN[..6], &WAVES, "trend", &[("BRA", "2019")]),
        ),
        (
            "trend of many",
            made_up::steps::waves(&ALL, &WAVES, "trend", &[("DMA", "2023")]),
        ),
        (
            "trend of years",
            with(made_up::steps::years(&SIXTEEN), &|spec| {
                spec.highlight = vec!["VCT".into(), "DOM".into()];
                spec.reference = Some(pulso::chart::Reference::Value(4.0));
            }),
        ),
        (
            "slope",
            made_up::steps::waves(&ALL, &WAVES[1..], "slope", &[("KNA", "2023")]),
        ),
        (
            "slope of groups",
            with(
                made_up::steps::women_and_men(&["ARG", "KNA", "VCT"], "slope", &["KNA"]),
                &|spec| spec.highlight = vec!["VCT".into()],
            ),
        ),
        (
            "dumbbell",
            with(
                made_up::steps::waves(&ALL, &WAVES, "dumbbell", &[("KNA", "2023")]),
                &|spec| {
                    spec.highlight = vec!["VCT".into()];
                    spec.reference = Some(pulso::chart::Reference::Row("average".into()));
                },
            ),
        ),
        (
            "dumbbell of groups",
            made_up::steps::women_and_men(&SIXTEEN[..5], "dumbbell", &["DOM", "BRA"]),
        ),
        (
            "distribution",
            with(made_up::answers(&SIXTEEN[..8], &["BRA"]), &|spec| {
                spec.kind = ChartKind::Distribution
            }),
        ),
        (
            "distribution of quantiles",
            with(made_up::steps::quantiles(&ALL, &PROBS, &["KNA"]), &|spec| {
                spec.highlight = vec!["VCT".into()]
            }),
        ),
        (
            "scatter",
            with(made_up::steps::two_measures(&ALL, &[], &["KNA"]), &|spec| {
                spec.highlight = vec!["VCT".into(), "DOM".into()]
            }),
        ),
        (
            "scatter of waves",
            made_up::steps::two_measures(&SIXTEEN, &WAVES, &["KNA"]),
        ),
        (
            "heatmap",
            with(made_up::stages(&ALL, &DATES), &|spec| {
                spec.highlight = vec!["LCA".into()]
            }),
        ),
        (
            "heatmap of numbers",
            with(made_up::indicators(&ALL, &YEARS), &|spec| {
                spec.highlight = vec!["VCT".into()]
            }),
        ),
        (
            "heatmap of answers",
            with(
                made_up::answers(&["ARG", "KNA", "VCT"], &["KNA"]),
                &|spec| spec.kind = ChartKind::Heatmap,
            ),
        ),
        (
            "heatmap of groups",
            with(made_up::by_sex(&SIXTEEN), &|spec| {
                spec.kind = ChartKind::Heatmap
            }),
        ),
        (
            "tile map",
            with(made_up::not_applicable(shares(), "KNA"), &|spec| {
                spec.kind = ChartKind::TileMap;
                spec.highlight = vec!["VCT".into()];
            }),
        ),
        (
            "tile map of means",
            with(made_up::means(&SIXTEEN), &|spec| {
                spec.kind = ChartKind::TileMap
            }),
        ),
        (
            "tile map of stages",
            with(made_up::stages(&ALL, &DATES), &|spec| {
                spec.kind = ChartKind::TileMap
            }),
        ),
        (
            "map",
            with(made_up::not_applicable(shares(), "KNA"), &|spec| {
                spec.kind = ChartKind::Map;
                spec.highlight = vec!["VCT".into()];
            }),
        ),
        (
            "map of stages",
            with(made_up::stages(&ALL, &DATES), &|spec| {
                spec.kind = ChartKind::Map
            }),
        ),
        (
            "timeline",
            with(made_up::changes(&ALL), &|spec| {
                spec.highlight = vec!["VCT".into()]
            }),
        ),
        ("adoption", made_up::adoption(1)),
        ("adoption of six", made_up::adoption(6)),
        ("theory", made_up::theory()),
        (
            "table",
            with(shares(), &|spec| spec.kind = ChartKind::Table),
        ),
        (
            "table of a battery",
            with(
                made_up::battery(2, &["ARG", "VCT"], Sample::Probability, &["VCT"]),
                &|spec| spec.kind = ChartKind::Table,
            ),
        ),
        ("leverage", made_up::leverage(&NINE[..3])),
        ("leverage in nine places", made_up::leverage(&NINE)),
        ("network", made_up::network(40)),
        ("network of few", made_up::network(3)),
        ("annotated ranking", annotated(shares())),
        (
            "annotated bars",
            annotated(made_up::answers(&["BRA", "CUB", "VCT"], &["VCT"])),
        ),
        (
            "annotated likert",
            annotated(made_up::battery(
                2,
                &["BRA", "CUB"],
                Sample::Probability,
                &["CUB"],
            )),
        ),
        (
            "annotated heatmap",
            annotated(made_up::stages(&SIXTEEN[..6], &DATES)),
        ),
        (
            "annotated small multiples",
            annotated(panelled(
                made_up::by_school(&["BRA", "CUB", "CRI"]),
                ChartKind::Ranking,
                "SCHOOL",
            )),
        ),
        (
            "small multiples by sex",
            panelled(
                made_up::by_sex(&["ARG", "DOM", "VCT"]),
                ChartKind::Ranking,
                "SEX",
            ),
        ),
        (
            "small multiples of answers",
            panelled(
                made_up::answers(&["ARG", "DOM", "KNA", "VCT"], &["KNA"]),
                ChartKind::Ranking,
                "category",
            ),
        ),
        (
            "small multiples of bars",
            panelled(
                made_up::answers(&["ARG", "DOM", "KNA", "VCT"], &["KNA"]),
                ChartKind::GroupedBars,
                "country",
            ),
        ),
        (
            "small multiples of batteries",
            panelled(
                made_up::battery(3, &["ARG", "KNA", "VCT"], Sample::Probability, &["KNA"]),
                ChartKind::Likert,
                "country",
            ),
        ),
        (
            "small multiples of stages",
            panelled(
                made_up::stages(&["ARG", "DOM", "KNA"], &DATES),
                ChartKind::Heatmap,
                "country",
            ),
        ),
        (
            "small multiples of trends",
            panelled(
                made_up::steps::waves(&SIXTEEN[..5], &WAVES, "trend", &[("BRA", "2019")]),
                ChartKind::Trend,
                "country",
            ),
        ),
        (
            "small multiples of trends by sex",
            panelled(
                made_up::steps::waves_by_sex(&["ARG", "BRA", "DOM", "VCT"], &WAVES),
                ChartKind::Trend,
                "country",
            ),
        ),
        (
            "small multiples of trends of countries",
            panelled(
                made_up::steps::waves_by_sex(&SIXTEEN[..5], &WAVES),
                ChartKind::Trend,
                "SEX",
            ),
        ),
        (
            "small multiples of tile maps",
            panelled(
                made_up::steps::waves(&SIXTEEN, &WAVES, "trend", &[("BRA", "2019")]),
                ChartKind::TileMap,
                "wave",
            ),
        ),
        (
            "small multiples of tile maps of stages",
            panelled(made_up::stages(&ALL, &DATES), ChartKind::TileMap, "item"),
        ),
        (
            "small multiples of maps",
            panelled(
                made_up::steps::waves(&SIXTEEN, &WAVES[1..], "trend", &[("KNA", "2023")]),
                ChartKind::Map,
                "wave",
            ),
        ),
        (
            "small multiples of numbers",
            panelled(
                made_up::indicators(&SIXTEEN[..4], &YEARS),
                ChartKind::Heatmap,
                "country",
            ),
        ),
        (
            "small multiples of timelines",
            panelled(
                made_up::changes(&SIXTEEN[..5]),
                ChartKind::Timeline,
                "country",
            ),
        ),
        (
            "small multiples of adoptions",
            panelled(made_up::adoption(5), ChartKind::Adoption, "dimension"),
        ),
        (
            "small multiples of scatters",
            panelled(
                made_up::steps::two_measures(&SIXTEEN[..7], &WAVES, &["KNA"]),
                ChartKind::Scatter,
                "wave",
            ),
        ),
        (
            "small multiples of slopes",
            panelled(
                made_up::steps::women_and_men(&["ARG", "KNA", "VCT"], "slope", &["KNA"]),
                ChartKind::Slope,
                "country",
            ),
        ),
        (
            "small multiples of dumbbells",
            panelled(
                made_up::steps::waves(&SIXTEEN[..4], &WAVES[1..], "dumbbell", &[]),
                ChartKind::Dumbbell,
                "country",
            ),
        ),
        (
            "small multiples of distributions",
            panelled(
                made_up::answers(&["ARG", "DOM", "KNA", "VCT"], &["KNA"]),
                ChartKind::Distribution,
                "country",
            ),
        ),
        (
            "small multiples of quantiles",
            panelled(
                made_up::steps::quantiles(&SIXTEEN[..4], &PROBS, &["KNA"]),
                ChartKind::Distribution,
                "country",
            ),
        ),
    ]
}

fn annotated(mut publication: Publication) -> Publication {
    annotate(&mut publication);
    publication
}

fn panelled(mut publication: Publication, of: ChartKind, by: &str) -> Publication {
    panels(&mut publication, of, by);
    publication
}

fn each_scene(publication: &Publication, mut look: impl FnMut(&Request, Scene)) {
    for width_px in WIDTHS {
        for locale in LOCALES {
            for text_scale in TEXT_SCALES {
                let request = Request {
                    chart: "c".into(),
                    locale: Locale(locale.into()),
                    width_px,
                    text_scale,
                    ..Request::default()
                };
                look(
                    &request,
                    draw(publication, &request).expect("the picture can be drawn"),
                );
            }
        }
    }
}

/// Leaves the picture for the browser, which measures its texts too, where `PULSO_PICTURES` names a folder.
fn hand_on(name: &str, request: &Request, scene: &Scene) {
    if let Some(folder) = std::env::var_os("PULSO_PICTURES") {
        let Request {
            locale,
            width_px,
            text_scale,
            ..
        } = request;
        let file = format!("{name}_{}_{width_px}_{text_scale}.svg", locale.0);
        let path = std::path::PathBuf::from(folder).join(file);
        std::fs::write(path, pulso::paint::svg(scene)).expect("the folder can be written");
    }
}

struct Placed {
    words: String,
    size_px: f64,
    /// Left, top, right, bottom.
    bounds: [f64; 4],
}

fn texts(scene: &Scene) -> Vec<Placed> {
    let mut found = Vec::new();
    each_group(&scene.root, &mut |group| {
        for mark in &group.marks {
            if let Mark::Text(label) = mark {
                found.push(Placed {
                    words: label.text.clone(),
                    size_px: label.size_px,
                    bounds: bounds(label),
                });
            }
        }
    });
    found
}

pub fn each_group(group: &Group, look: &mut dyn FnMut(&Group)) {
    look(group);
    for mark in &group.marks {
        if let Mark::Group(inner) = mark {
            each_group(inner, look);
        }
    }
}

fn bounds(label: &Label) -> [f64; 4] {
    let width = text_width(&label.text, label.size_px, label.bold);
    let left = match label.anchor {
        Anchor::Start => label.x,
        Anchor::Middle => label.x - width / 2.0,
        Anchor::End => label.x - width,
    };
    [
        left,
        label.y - label.size_px * ASCENT,
        left + width,
        label.y + label.size_px * DESCENT,
    ]
}

/// Whether two rectangles share more than a hair.
fn touch(a: [f64; 4], b: [f64; 4]) -> bool {
    let hair = 0.2;
    a[0] + hair < b[2] && b[0] + hair < a[2] && a[1] + hair < b[3] && b[1] + hair < a[3]
}
