//! The examples from file to results: `erce` held against R, `region` against what Python says of its source.

mod region;

use pulso::chart::{ChartKind, Request, draw};
use pulso::document::{Document, Publication, Sources};
use pulso::error::Error;
use pulso::estimate::{Flag, QueryResult, Results, Row};
use pulso::locale::Locale;
use pulso::read::{Options, read};
use std::path::{Path, PathBuf};

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

fn text(file: &str) -> String {
    std::fs::read_to_string(examples().join(file)).expect("the example is in the tree")
}

fn document() -> Document {
    named("erce")
}

fn named(name: &str) -> Document {
    let file = format!("{name}.pulso.json");
    Document::parse(&text(&file)).expect("the example is a valid document")
}

fn run(document: &Document) -> Results {
    let mut sources = Sources::default();
    for dataset in &document.datasets {
        let table = read(
            &dataset.source,
            text(&dataset.source).as_bytes(),
            Options::default(),
        );
        sources.hold(
            &dataset.source,
            table.expect("the example's data can be read"),
        );
        if let Some(ties) = &dataset.ties {
            let table = read(ties, text(ties).as_bytes(), Options::default());
            sources.hold(ties, table.expect("the example's ties can be read"));
        }
        for companion in dataset.codebook.iter().chain(&dataset.taxonomy) {
            sources.attach(companion, &text(companion));
        }
    }
    sources.run(document)
}

/// An example with its results.
pub fn published(name: &str) -> Publication {
    let document = named(name);
    let results = run(&document);
    Publication { document, results }
}

fn result<'r>(results: &'r Results, id: &str) -> &'r QueryResult {
    results
        .results
        .iter()
        .find(|result| result.id == id)
        .expect("the query has a result")
}

fn of_country<'r>(result: &'r QueryResult, iso3: &str) -> &'r Row {
    let is = |row: &&Row| row.by["country"] == pulso::codebook::Code::Text(iso3.into());
    result.rows.iter().find(is).expect("the country has a row")
}

#[test]
fn every_query_of_the_example_has_a_result() {
    let document = document();
    let results = run(&document);
    assert_eq!(results.errors, Vec::<Error>::new());
    assert_eq!(results.results.len(), document.queries.len());
    let countries = result(&results, "observes_by_country").rows.len();
    assert_eq!(countries, 17, "sixteen countries and their average");
}

/// `erce.top2.obs` of the reference: `svyby(~obs_often, ~iso3, derce, svymean, na.rm = TRUE)` in R.
#[test]
fn shares_of_principals_who_observe_agree_with_r() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/reference/reference.json");
    let Ok(reference) = std::fs::read_to_string(path) else {
        println!("skipped: ../shared is absent");
        return;
    };
    let reference: serde_json::Value = serde_json::from_str(&reference).expect("JSON");
    let results = run(&document());
    let observes = result(&results, "observes_by_country");
    let mut compared = 0;
    for record in reference["records"].as_array().expect("records") {
        if !record["call"]
            .as_str()
            .is_some_and(|call| call.contains("~obs_often"))
        {
            continue;
        }
        let row = of_country(observes, record["group"].as_str().expect("a country"));
        for (ours, theirs) in [(row.estimate, &record["estimate"]), (row.se, &record["se"])] {
            let (ours, theirs) = (
                ours.expect("not withheld"),
                theirs.as_f64().expect("a number"),
            );
            assert!((ours / theirs - 1.0).abs() < 1e-8, "{record}: {ours}");
        }
        compared += 1;
    }
    assert_eq!(compared, 16);
}

#[test]
fn the_traps_of_the_file_are_found() {
    let codes: Vec<String> = run(&document())
        .warnings
        .into_iter()
        .map(|warning| warning.code)
        .collect();
    for code in ["country_mislabelled", "yes_no_reversed"] {
        assert!(
            codes.iter().any(|found| found == code),
            "{code} in {codes:?}"
        );
    }
}

#[test]
fn a_self_selected_sample_has_no_error_figure() {
    let mut document = document();
    document.datasets[0].basis = Some(pulso::document::Basis::SelfSelected);
    for result in &run(&document).results {
        for row in result.rows.iter().filter(|_| result.method.basis.is_some()) {
            assert_eq!(
                (row.se, row.ci, row.df, row.p, row.deff),
                (None, None, None, None, None)
            );
            assert!(row.flags.contains(&Flag::SelfSelected));
        }
        for difference in &result.comparisons {
            assert_eq!(
                (difference.se, difference.ci, difference.df, difference.p),
                (None, None, None, None)
            );
        }
    }
}

#[test]
fn a_failed_query_leaves_the_others_whole() {
    let mut document = document();
    document.queries[0]
        .of
        .as_mut()
        .expect("a variable")
        .variable = "observe".into();
    let results = run(&document);
    assert_eq!(results.errors.len(), 1);
    assert_eq!(results.errors[0].code, "unknown_variable");
    assert_eq!(
        results.errors[0].hint.first().map(String::as_str),
        Some("observes")
    );
    assert_eq!(results.results.len(), document.queries.len() - 1);
}

/// A phone, a page, a stage.
const WIDTHS: [f64; 3] = [320.0, 850.0, 1920.0];

#[test]
fn every_chart_of_the_examples_says_what_it_shows() {
    for name in ["erce", "region", "network"] {
        let document = named(name);
        assert_eq!(document.check(), vec![], "{name}");
        let results = run(&document);
        assert_eq!(results.errors, vec![], "{name}");
        let publication = Publication { document, results };
        for spec in &publication.document.charts {
            for locale in ["es-419", "pt-BR", "en", "fr"] {
                for width_px in WIDTHS {
                    let request = Request {
                        chart: spec.id.clone(),
                        locale: Locale(locale.into()),
                        width_px,
                        ..Request::default()
                    };
                    let scene = draw(&publication, &request).expect("the chart can be drawn");
                    for words in [&scene.title, &scene.description] {
                        let said = words.trim().len() > 10;
                        assert!(said, "{} in {locale}: {words:?}", spec.id);
                    }
                    assert!(!scene.table.rows.is_empty(), "{} in {locale}", spec.id);
                    assert!(!scene.data.rows.is_empty(), "{} in {locale}", spec.id);
                }
            }
        }
    }
}

#[test]
fn the_examples_show_every_kind_of_chart() {
    let shown: Vec<ChartKind> = ["erce", "region", "network"]
        .iter()
        .flat_map(|name| named(name).charts)
        .map(|chart| chart.kind)
        .collect();
    for kind in [
        ChartKind::Ranking,
        ChartKind::GroupedBars,
        ChartKind::Likert,
        ChartKind::Heatmap,
        ChartKind::TileMap,
        ChartKind::Map,
        ChartKind::Timeline,
        ChartKind::Adoption,
        ChartKind::Theory,
        ChartKind::Table,
        ChartKind::Trend,
        ChartKind::Slope,
        ChartKind::Dumbbell,
        ChartKind::Distribution,
        ChartKind::Scatter,
        ChartKind::SmallMultiples,
        ChartKind::Leverage,
        ChartKind::Network,
    ] {
        assert!(shown.contains(&kind), "{kind:?}");
    }
}
