//! What pictures say beside their marks: countries that are missing, panels, what a kind needs.

use super::pictures::{annotate, panels};
use crate::support::made_up::{self, SIXTEEN, Sample};
use pulso::chart::{ChartKind, Request, Scene, draw};
use pulso::document::Publication;
use pulso::locale::{Locale, explain};
use pulso::paint;

fn drawn(publication: &Publication, locale: &str) -> Scene {
    let request = Request {
        chart: "c".into(),
        locale: Locale(locale.into()),
        ..Request::default()
    };
    draw(publication, &request).expect("the picture can be drawn")
}

#[test]
fn the_footer_names_the_countries_that_are_missing_and_no_other() {
    let mut publication = made_up::shares(&SIXTEEN, Sample::Probability, &["CUB"], &["PAN", "MEX"]);
    let svg = paint::svg(&drawn(&publication, "es-419"));
    assert!(svg.contains("Sin datos: México, Panamá."), "{svg}");
    // Asked for, and in no row.
    publication.document.charts[0].highlight = vec!["JAM".into(), "PER".into()];
    publication.document.charts[0].countries =
        ["HTI", "PER", "CUB", "MEX"].map(String::from).into();
    for (locale, sentence) in [
        ("es-419", "Sin datos: Haití, Jamaica, México."),
        ("pt-BR", "Sem dados: Haiti, Jamaica, México."),
        ("en", "No data: Haiti, Jamaica, Mexico."),
        ("fr", "Pas de données\u{a0}: Haïti, Jamaïque, Mexique."),
    ] {
        let svg = paint::svg(&drawn(&publication, locale));
        assert!(svg.contains(sentence), "{locale}: {svg}");
    }
    let publication = made_up::shares(&SIXTEEN, Sample::Probability, &["CUB"], &[]);
    let svg = paint::svg(&drawn(&publication, "es-419"));
    assert!(!svg.contains("Sin datos"));
}

/// Results without countries have none that are missing.
#[test]
fn no_country_is_missing_where_nobody_asks_by_country() {
    let mut publication = made_up::battery(2, &[], Sample::Probability, &[]);
    publication.document.charts[0].highlight = vec!["PER".into()];
    let svg = paint::svg(&drawn(&publication, "es-419"));
    assert!(!svg.contains("Sin datos"));
}

#[test]
fn an_annotation_is_drawn_told_and_in_the_table_and_only_where_its_row_is() {
    let mut publication = made_up::shares(&SIXTEEN, Sample::Probability, &["CUB"], &[]);
    annotate(&mut publication);
    let scene = drawn(&publication, "en");
    let svg = paint::svg(&scene);
    assert!(svg.contains(">Reform of 2018</text>"), "drawn");
    assert!(svg.contains("). Reform of 2018</title>"), "told");
    let column = scene.table.head.iter().position(|name| name == "Note");
    let column = column.expect("the table has a column of notes");
    let noted: Vec<&Vec<String>> = scene
        .table
        .rows
        .iter()
        .filter(|row| !row[column].is_empty())
        .collect();
    assert_eq!(noted.len(), 3);
    assert!(!svg.contains("nobody reads this"));
    // Numbered where labels stand above their plots.
    let request = Request {
        chart: "c".into(),
        locale: Locale("en".into()),
        width_px: 320.0,
        ..Request::default()
    };
    let narrow = paint::svg(&draw(&publication, &request).expect("the picture can be drawn"));
    assert!(
        narrow.contains("[1]</text>") && narrow.contains("[3]</text>"),
        "{narrow}"
    );
}

#[test]
fn panels_have_the_same_rows_in_the_same_order() {
    let mut publication = made_up::by_school(&["ARG", "PER", "URY"]);
    panels(&mut publication, ChartKind::Ranking, "SCHOOL");
    let scene = drawn(&publication, "en");
    let mut rows: Vec<(String, String)> = Vec::new();
    for mark in &scene.root.marks {
        let pulso::chart::Mark::Group(group) = mark else {
            continue;
        };
        let of = |key: &str| {
            let found = group.data.iter().find(|(name, _)| *name == key);
            found.map(|(_, value)| value.clone())
        };
        if let (Some(panel), Some(country)) = (of("panel"), of("country")) {
            rows.push((panel, country));
        }
    }
    let countries = |panel: &str| -> Vec<&String> {
        rows.iter()
            .filter(|(of, _)| of == panel)
            .map(|(_, country)| country)
            .collect()
    };
    assert_eq!(rows.len(), 9);
    assert_eq!(countries("1"), countries("2"));
    assert_eq!(countries("1"), countries("3"));
    // What one panel lacks is there without data.
    assert!(paint::svg(&scene).contains("Private · Uruguay: no data"));
    assert!(
        scene
            .description
            .contains("Panels: Rural public, Urban public, and Private.")
    );
}

#[test]
fn small_multiples_say_what_they_need() {
    let mut publication = made_up::by_school(&["ARG", "PER"]);
    let mut needs = |of: Option<ChartKind>, by: Option<&str>| {
        let chart = &mut publication.document.charts[0];
        chart.kind = ChartKind::SmallMultiples;
        chart.of = of;
        chart.by = by.map(String::from);
        let request = Request {
            chart: "c".into(),
            ..Request::default()
        };
        let error = draw(&publication, &request).expect_err("nothing can be drawn");
        explain(&error, &Locale("en".into()))
    };
    assert_eq!(
        needs(None, Some("SCHOOL")),
        "The chart “c” cannot be drawn as “small_multiples”: it needs the kind of chart of each panel (“of”) and the key that \
         parts them (“by”)."
    );
    assert!(needs(Some(ChartKind::Ranking), Some("WAVE")).contains("a key of the results"));
    for kind in [ChartKind::SmallMultiples, ChartKind::Theory] {
        assert!(
            needs(Some(kind), Some("SCHOOL")).contains("a kind of chart that stands in a panel")
        );
    }
}

/// Twelve of 24 that adopt one after another are half of them, though the product of their shares falls short by the last digit.
#[test]
fn half_is_half_whatever_the_last_digit_says() {
    let mut publication = made_up::adoption(1);
    let rows = &mut publication.results.results[0].rows;
    let (first, mut left) = (rows[0].clone(), 1.0);
    *rows = Vec::new();
    for at in 0..16 {
        left *= 1.0 - 1.0 / f64::from(24 - at);
        let mut row = first.clone();
        row.estimate = Some(1.0 - left);
        row.item = Some((2000 + at).to_string());
        rows.push(row);
    }
    let half = rows[11].estimate.unwrap();
    assert!(half < 0.5, "{half}");
    let title = drawn(&publication, "en").title;
    assert!(title.ends_with("half of them earlier (2011)"), "{title}");
}
