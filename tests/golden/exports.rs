//! Tidy data, hostile texts, faults.

use crate::support::made_up::{self, SIXTEEN, Sample};
use pulso::chart::{Cell, ChartKind, Request, Tidy, draw};
use pulso::paint;

#[test]
fn a_formula_in_a_text_is_disarmed_and_a_number_is_not() {
    let data = Tidy {
        head: vec!["name".into(), "value".into()],
        rows: [
            "=1+1",
            "+1",
            "-1",
            "@x",
            "\tx",
            "\rx",
            "a,b",
            "say \"x\"",
            "plain",
        ]
        .map(|text| vec![Cell::Text(text.into()), Cell::Number(-1.5)])
        .to_vec(),
    };
    let expected = "name,value\r\n'=1+1,-1.5\r\n'+1,-1.5\r\n'-1,-1.5\r\n'@x,-1.5\r\n'\tx,-1.5\r\n\"'\rx\",-1.5\r\n\
                    \"a,b\",-1.5\r\n\"say \"\"x\"\"\",-1.5\r\nplain,-1.5\r\n";
    assert_eq!(paint::csv(&data), expected);
}

#[test]
fn a_withheld_country_has_its_flag_and_no_number() {
    let publication = made_up::shares(&SIXTEEN, Sample::Probability, &["CUB"], &[]);
    let scene = draw(&publication, &request()).expect("the picture can be drawn");
    let csv = paint::csv(&scene.data);
    let line = csv
        .lines()
        .find(|line| line.starts_with("CUB"))
        .expect("the country has its line");
    assert_eq!(line, "CUB,c,,,,,,,,,,share,too_few");
    let svg = paint::svg(&scene);
    assert!(svg.contains("data-country=\"CUB\""));
    assert!(scene.description.contains("Cuba"));
}

#[test]
fn a_self_selected_sample_has_no_error_figure() {
    let publication = made_up::shares(&SIXTEEN, Sample::SelfSelected, &[], &[]);
    let scene = draw(&publication, &request()).expect("the picture can be drawn");
    assert!(
        !scene
            .table
            .head
            .iter()
            .any(|name| name.starts_with("Intervalo"))
    );
    assert!(paint::svg(&scene).contains("Participación voluntaria"));
}

#[test]
fn hostile_texts_stay_text() {
    let mut publication = made_up::shares(&SIXTEEN[..3], Sample::Probability, &[], &[]);
    let nasty = "</text><script>alert(1)</script>\u{0}\u{8}&\"' 漢字 😀 العربية";
    publication.document.charts[0].title = Some(pulso::locale::Text::Plain(nasty.into()));
    publication.document.charts[0].note = Some(pulso::locale::Text::Plain("x".repeat(5000)));
    let svg = paint::svg(&draw(&publication, &request()).expect("the picture can be drawn"));
    assert!(!svg.contains("<script"));
    assert!(!svg.contains('\u{0}'));
}

#[test]
fn absurd_numbers_are_drawn_without_fear() {
    for value in [
        0.0,
        -0.0,
        1e300,
        -1e300,
        1e-300,
        f64::MAX,
        f64::INFINITY,
        f64::NAN,
    ] {
        let three = &SIXTEEN[..3];
        let waves = ["2019", "2023"];
        for mut publication in [
            made_up::means(three),
            made_up::steps::waves(three, &waves, "trend", &[]),
            made_up::steps::waves(three, &waves, "slope", &[]),
            made_up::steps::waves(three, &waves, "dumbbell", &[]),
            made_up::steps::two_measures(three, &waves, &[]),
            made_up::steps::quantiles(three, &[0.1, 0.5, 0.75], &[]),
            answers(three),
        ] {
            let row = &mut publication.results.results[0].rows[1];
            row.estimate = Some(value);
            row.ci = Some([value, value]);
            row.se = Some(value);
            draw(&publication, &request()).expect("the picture can be drawn");
            // A reader may choose countries of which nothing is known.
            publication.document.charts[0].countries = vec!["HTI".into()];
            let rows = &mut publication.results.results[0].rows;
            rows.retain(|row| row.by["country"] != pulso::codebook::Code::Text("average".into()));
            draw(&publication, &request()).expect("a chart without rows can be drawn");
        }
    }
    let mut publication = made_up::means(&SIXTEEN);
    publication.results.results[0].rows.clear();
    draw(&publication, &request()).expect("a chart without rows can be drawn");
}

#[test]
fn faults_have_codes_and_hints() {
    let publication = made_up::shares(&SIXTEEN, Sample::Probability, &[], &[]);
    let fault = |change: &dyn Fn(&mut pulso::document::Publication, &mut Request)| {
        let (mut publication, mut request) = (publication.clone(), request());
        change(&mut publication, &mut request);
        draw(&publication, &request)
            .expect_err("this cannot be drawn")
            .code
    };
    assert_eq!(
        fault(&|_, request| request.chart = "d".into()),
        "unknown_chart"
    );
    assert_eq!(
        fault(&|_, request| request.width_px = f64::NAN),
        "size_out_of_range"
    );
    assert_eq!(
        fault(&|_, request| request.height_px = Some(1e9)),
        "size_out_of_range"
    );
    assert_eq!(
        fault(&|publication, _| publication.document.charts[0].query = None),
        "chart_without_query"
    );
    assert_eq!(
        fault(&|publication, _| publication.document.charts[0].query = Some("x".into())),
        "unknown_query"
    );
    assert_eq!(
        fault(&|publication, _| publication.results.results.clear()),
        "chart_without_results"
    );
    assert_eq!(
        fault(
            &|publication, _| publication.document.charts[0].kind = pulso::chart::ChartKind::Theory
        ),
        "chart_without_theory"
    );
    let kind =
        |kind: ChartKind| fault(&move |publication, _| publication.document.charts[0].kind = kind);
    assert_eq!(kind(ChartKind::Trend), "chart_needs");
    assert_eq!(kind(ChartKind::Slope), "chart_needs");
    assert_eq!(kind(ChartKind::Dumbbell), "chart_needs");
    assert_eq!(kind(ChartKind::Distribution), "chart_needs");
    assert_eq!(kind(ChartKind::Scatter), "chart_needs");
    let areas = made_up::steps::waves(&SIXTEEN, &["north", "south", "west"], "slope", &[]);
    let error = draw(&areas, &request()).expect_err("three areas are no pair");
    assert_eq!(error.code, "chart_needs");
}

fn answers(countries: &[&str]) -> pulso::document::Publication {
    let mut publication = made_up::answers(countries, &[]);
    publication.document.charts[0].kind = ChartKind::Distribution;
    publication
}

#[test]
fn evidence_goes_into_the_words_the_table_and_the_data() {
    let publication = made_up::changes(&SIXTEEN[..4]);
    let scene = draw(&publication, &request()).expect("the picture can be drawn");
    let svg = paint::svg(&scene);
    assert!(svg.contains("data-evidence=\"https://example.org/"));
    assert!(svg.contains(" · https://example.org/"));
    assert_eq!(
        scene.table.head,
        [
            "País",
            "Fecha",
            "Cambio",
            "Etapa",
            "Evidencia",
            "Observación"
        ]
    );
    assert!(paint::csv(&scene.data).contains(",source\r\n"));
}

#[test]
fn a_timeline_needs_events_and_a_curve_needs_adoption() {
    use pulso::chart::ChartKind::{Adoption, Timeline};
    for kind in [Timeline, Adoption] {
        let mut publication = made_up::stages(&SIXTEEN, &["2020"]);
        publication.document.charts[0].kind = kind;
        let error = draw(&publication, &request()).expect_err("this cannot be drawn");
        assert_eq!(error.code, "chart_needs");
    }
}

#[test]
fn a_heatmap_needs_one_number_a_cell() {
    let mut publication = made_up::shares(&SIXTEEN[..3], Sample::Probability, &[], &[]);
    publication.document.charts[0].kind = pulso::chart::ChartKind::Heatmap;
    draw(&publication, &request()).expect("one column can be drawn");
    let rows = &mut publication.results.results[0].rows;
    rows.push(rows[0].clone());
    let error = draw(&publication, &request()).expect_err("this cannot be drawn");
    assert_eq!(error.code, "chart_needs");
}

#[test]
fn a_map_needs_one_number_a_country() {
    for publication in [
        made_up::by_sex(&SIXTEEN[..3]),
        made_up::answers(&SIXTEEN[..3], &[]),
        made_up::battery(1, &SIXTEEN[..3], Sample::Probability, &[]),
        made_up::battery(2, &[], Sample::Probability, &[]),
    ] {
        for kind in [
            pulso::chart::ChartKind::TileMap,
            pulso::chart::ChartKind::Map,
        ] {
            let mut publication = publication.clone();
            publication.document.charts[0].kind = kind;
            let error = draw(&publication, &request()).expect_err("this cannot be drawn");
            assert_eq!(error.code, "chart_needs");
        }
    }
}

fn request() -> Request {
    Request {
        chart: "c".into(),
        ..Request::default()
    }
}
