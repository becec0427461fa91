use super::{page, publication};
use pulso::document::{Publication, SHARED};
use pulso::error::Error;
use pulso::locale::Locale;
use pulso::report::{INTERACTION, Options, report};

const LOCALES: [&str; 5] = ["es-PE", "es-AR", "pt-BR", "en", "fr"];

/// What a browser would load: the values of attributes that fetch, and addresses in styles.
fn loaded(html: &str) -> Vec<&str> {
    [" src=\"", " href=\"", " srcset=\"", " action=\"", "url("]
        .iter()
        .flat_map(|start| html.split(start).skip(1))
        .map(|rest| rest.split(['"', ')']).next().unwrap_or_default())
        .filter(|address| !address.starts_with('#'))
        .collect()
}

#[test]
fn nothing_has_to_be_fetched() {
    for locale in LOCALES {
        for script in [
            None,
            Some("customElements.define('pulso-chart', class extends HTMLElement {});"),
        ] {
            let html = page(locale, script);
            assert_eq!(loaded(&html), Vec::<&str>::new());
            assert!(html.contains("default-src 'none'"));
            assert!(!html.contains("@import"));
        }
    }
}

#[test]
fn labels_cannot_break_out() {
    for locale in LOCALES {
        let html = page(locale, None);
        for raw in [
            "<CINE-P",
            "<cita>",
            "<img",
            "<observa>",
            "<b>escolar",
            "<script>alert",
            "</script><script>",
        ] {
            assert!(!html.contains(raw), "{raw} in {locale}");
        }
    }
    let spanish = page("es-PE", None);
    assert!(spanish.contains("<h1>Liderazgo &lt;b&gt;escolar&lt;/b&gt; &amp; más</h1>"));
    assert!(spanish.contains("ERCE 2019 &lt;cita&gt;"));
    // One script element: the data, which come back as they were.
    assert_eq!(spanish.matches("<script").count(), 1);
    let data = spanish.split("id=\"publication\">").nth(1).expect("data");
    let data = data.split("</script>").next().expect("an end");
    let mut handed_on = publication();
    handed_on.results.errors.clear();
    let shared = |warning: &Error| SHARED.contains(&warning.code.as_str());
    handed_on.results.warnings.retain(shared);
    assert_eq!(
        serde_json::from_str::<Publication>(data).expect("JSON"),
        handed_on
    );
}

#[test]
fn the_first_paint_stands_before_the_mark_and_needs_no_script() {
    let html = page("es-PE", Some("const scope = {};"));
    let (first, rest) = html.split_once(INTERACTION).expect("the mark");
    assert!(!first.contains("<script"));
    assert_eq!(
        first.matches("<svg").count(),
        2,
        "a wide and a narrow picture"
    );
    assert!(first.contains("<table>"));
    assert!(first.contains("lang=\"es-PE\""));
    assert!(rest.contains("<script type=\"module\">"));
    assert!(!page("es-PE", None).contains("<script type=\"module\""));
}

#[test]
fn a_script_cannot_end_its_element() {
    let html = page("en", Some("const s = '</script><!-- </SCRIPT>';"));
    assert_eq!(html.matches("</script>").count(), 2);
    assert!(!html.contains("<!-- </"));
}

#[test]
fn what_is_withheld_stays_withheld() {
    let html = page("es-PE", None);
    assert!(
        html.contains("61.2") || html.contains("61%"),
        "Peru is shown"
    );
    let chile = html
        .split("<tr>")
        .find(|row| row.contains("Chile"))
        .expect("a row for Chile");
    let cells: String = chile.split("</th>").skip(1).collect();
    assert!(
        !cells.contains(|c: char| c.is_ascii_digit() && c != '1' && c != '0'),
        "{cells}"
    );
}

#[test]
fn the_method_says_how_the_numbers_were_made() {
    let html = page("es-PE", None);
    for said in [
        "Muestra probabilística",
        "Entre 31 y 2,208 respuestas válidas",
        "peso de muestreo (WT)",
        "linealización de Taylor; intervalos de confianza del 95%",
        "menos de 10 respuestas",
        "Condiciones de uso: CC BY 4.0",
        "junio de 2019",
        "«Observa clases» se obtiene de DDIT39_01",
        "Lo que encontramos en los datos",
        "Casos con peso cero en",
    ] {
        assert!(html.contains(said), "{said}");
    }
    // What failed may speak of records: it stays with the person who holds the data.
    assert!(!html.contains("other.csv»"));
    let once = "Resultados que no se muestran, con menos de 10 respuestas: 1.";
    assert!(html.matches(once).count() == 1, "a note is said once");
    assert!(page("es-AR", None).contains("Entre 31 y 2.208 respuestas"));
    assert!(page("fr", None).contains("à 95\u{a0}%"));
}

#[test]
fn a_self_selected_sample_is_disclosed() {
    let mut publication = publication();
    publication.document.datasets[1].basis = Some(pulso::document::Basis::SelfSelected);
    let html = report(
        &publication.into(),
        &Options {
            locale: Locale("en".into()),
            script: None,
        },
    )
    .expect("a report");
    assert!(html.contains("Self-selected sample: whoever wished to answer did."));
}

#[test]
fn a_chart_without_results_says_why_in_its_place() {
    let mut publication = publication();
    publication.document.report =
        serde_json::from_str(r#"[{"chart": "broken"}, {"chart": "c2"}]"#).expect("blocks");
    let html = report(&publication.clone().into(), &Options::default()).expect("a report");
    assert!(html.contains("<p class=\"problem\">El gráfico «broken» no tiene datos"));
    assert!(html.contains("<svg"));
}

#[test]
fn a_block_that_asks_for_what_is_not_there_is_an_error_with_its_place() {
    let mut publication = publication();
    publication.document.report =
        serde_json::from_str(r#"[{"heading": "A"}, {"chart": "c3"}]"#).expect("blocks");
    let error =
        report(&publication.clone().into(), &Options::default()).expect_err("no such chart");
    assert_eq!(error.code, "unknown_chart");
    assert_eq!(error.place.document.as_deref(), Some("/report/1"));
    assert!(error.hint.contains(&"c1".to_owned()));
    publication.document.theory = None;
    publication.document.report = serde_json::from_str(r#"[{"theory": true}]"#).expect("blocks");
    assert_eq!(
        report(&publication.clone().into(), &Options::default())
            .expect_err("no theory")
            .code,
        "theory_missing"
    );
}

#[test]
fn the_same_publication_gives_the_same_bytes() {
    assert_eq!(page("pt-BR", None), page("pt-BR", None));
}
