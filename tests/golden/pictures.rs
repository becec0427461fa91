//! The named pictures.

use crate::support::made_up::{self, ALL, SIXTEEN, Sample};
use pulso::chart::{ChartKind, Likert, Request, Scene, Theme, draw};
use pulso::document::Publication;
use pulso::locale::Locale;

/// A name with the function that draws it.
pub type Picture = (&'static str, fn() -> Scene);

/// The named pictures.
pub const PICTURES: &[Picture] = &[
    ("ranking_es_850", ranking_es_850),
    ("ranking_fr_320_withheld", ranking_fr_320_withheld),
    ("ranking_en_850_self_selected", ranking_en_850_self_selected),
    ("ranking_pt_480_33_countries", ranking_pt_480_33_countries),
    ("ranking_es_1920_stage", ranking_es_1920_stage),
    ("ranking_means_en_850_dark", ranking_means_en_850_dark),
    ("ranking_bars_es_700", ranking_bars_es_700),
    ("ranking_es_320_text_twice", ranking_es_320_text_twice),
    ("grouped_bars_es_850", grouped_bars_es_850),
    ("grouped_bars_pt_320_withheld", grouped_bars_pt_320_withheld),
    ("grouped_bars_by_sex_en_700", grouped_bars_by_sex_en_700),
    ("likert_es_850", likert_es_850),
    ("likert_fr_360", likert_fr_360),
    ("likert_aside_en_850", likert_aside_en_850),
    (
        "likert_stacked_pt_700_self_selected",
        likert_stacked_pt_700_self_selected,
    ),
    ("likert_countries_es_850", likert_countries_es_850),
    ("heatmap_es_850", heatmap_es_850),
    ("heatmap_fr_320", heatmap_fr_320),
    ("heatmap_en_1200_33_countries", heatmap_en_1200_33_countries),
    ("theory_es_850", theory_es_850),
    ("theory_en_1200", theory_en_1200),
    ("theory_pt_360", theory_pt_360),
    ("theory_fr_1920_dark", theory_fr_1920_dark),
    ("table_es_850", table_es_850),
    ("table_fr_320", table_fr_320),
    ("annotated_es_850", annotated_es_850),
    ("annotated_fr_320", annotated_fr_320),
    ("annotated_bars_pt_700", annotated_bars_pt_700),
    ("leverage_es_850", leverage_es_850),
    ("leverage_fr_320", leverage_fr_320),
    ("leverage_en_1920", leverage_en_1920),
    ("network_es_850", network_es_850),
    ("network_fr_320", network_fr_320),
    ("network_en_1920_stage", network_en_1920_stage),
    ("small_multiples_es_850", small_multiples_es_850),
    ("small_multiples_fr_320", small_multiples_fr_320),
    ("small_multiples_bars_en_480", small_multiples_bars_en_480),
    (
        "small_multiples_likert_pt_1920",
        small_multiples_likert_pt_1920,
    ),
];

fn ranking_es_850() -> Scene {
    let mut publication = made_up::shares(&SIXTEEN, Sample::Probability, &[], &[]);
    publication.document.charts[0].highlight = vec!["PER".into()];
    picture(&publication, "es-PE", 850.0, |_| {})
}

fn ranking_fr_320_withheld() -> Scene {
    let countries = ["ARG", "BRA", "DOM", "KNA", "MEX", "SLV", "VCT"];
    let publication = made_up::shares(&countries, Sample::Probability, &["VCT"], &["KNA"]);
    picture(&publication, "fr", 320.0, |_| {})
}

fn ranking_en_850_self_selected() -> Scene {
    let publication = made_up::shares(&SIXTEEN[..9], Sample::SelfSelected, &["CRI"], &[]);
    picture(&publication, "en", 850.0, |_| {})
}

fn ranking_pt_480_33_countries() -> Scene {
    let publication = made_up::shares(&ALL, Sample::Probability, &["DMA", "GRD"], &["VEN"]);
    picture(&publication, "pt-BR", 480.0, |_| {})
}

fn ranking_es_1920_stage() -> Scene {
    let publication = made_up::shares(&SIXTEEN, Sample::Probability, &["CUB"], &[]);
    picture(&publication, "es-419", 1920.0, |request| {
        request.height_px = Some(1080.0)
    })
}

fn ranking_means_en_850_dark() -> Scene {
    let publication = made_up::means(&SIXTEEN);
    picture(&publication, "en", 850.0, |request| {
        request.theme = Theme::Dark
    })
}

fn ranking_bars_es_700() -> Scene {
    let mut publication = made_up::shares(&SIXTEEN[..8], Sample::Probability, &["BRA"], &[]);
    publication.document.charts[0].bars = true;
    picture(&publication, "es-CL", 700.0, |_| {})
}

fn ranking_es_320_text_twice() -> Scene {
    let publication = made_up::shares(&SIXTEEN[..5], Sample::Probability, &["COL"], &[]);
    picture(&publication, "es-CR", 320.0, |request| {
        request.text_scale = 2.0
    })
}

fn grouped_bars_es_850() -> Scene {
    picture(
        &made_up::answers(&SIXTEEN[..6], &[]),
        "es-AR",
        850.0,
        |_| {},
    )
}

fn grouped_bars_pt_320_withheld() -> Scene {
    picture(
        &made_up::answers(&["BRA", "DOM", "VCT"], &["VCT"]),
        "pt-BR",
        320.0,
        |_| {},
    )
}

fn grouped_bars_by_sex_en_700() -> Scene {
    picture(&made_up::by_sex(&SIXTEEN[..6]), "en", 700.0, |_| {})
}

fn likert_es_850() -> Scene {
    picture(
        &made_up::battery(5, &[], Sample::Probability, &[]),
        "es-MX",
        850.0,
        |_| {},
    )
}

fn likert_fr_360() -> Scene {
    picture(
        &made_up::battery(3, &[], Sample::Probability, &[]),
        "fr",
        360.0,
        |_| {},
    )
}

fn likert_aside_en_850() -> Scene {
    let mut publication = made_up::battery(1, &SIXTEEN[..8], Sample::Probability, &["CRI"]);
    publication.document.charts[0].likert = Likert::Aside;
    publication.document.charts[0].highlight = vec!["DOM".into()];
    picture(&publication, "en", 850.0, |_| {})
}

fn likert_stacked_pt_700_self_selected() -> Scene {
    let mut publication = made_up::battery(4, &[], Sample::SelfSelected, &[]);
    publication.document.charts[0].likert = Likert::Stacked;
    picture(&publication, "pt-BR", 700.0, |_| {})
}

fn likert_countries_es_850() -> Scene {
    let publication = made_up::battery(
        2,
        &["ARG", "BRA", "DOM", "VCT"],
        Sample::Probability,
        &["BRA"],
    );
    picture(&publication, "es-419", 850.0, |_| {})
}

/// Dates of a policy's status.
pub const DATES: [&str; 6] = [
    "2020-03-01",
    "2020-04-01",
    "2020-09-01",
    "2021-03-01",
    "2021-09-01",
    "2022-03-01",
];

fn heatmap_es_850() -> Scene {
    picture(&made_up::stages(&SIXTEEN, &DATES), "es-419", 850.0, |_| {})
}

fn heatmap_fr_320() -> Scene {
    picture(
        &made_up::stages(&["ARG", "BRA", "KNA", "VCT", "URY"], &DATES),
        "fr",
        320.0,
        |_| {},
    )
}

fn heatmap_en_1200_33_countries() -> Scene {
    let mut publication = made_up::stages(&ALL, &DATES);
    publication.document.charts[0].highlight = vec!["JAM".into()];
    picture(&publication, "en", 1200.0, |_| {})
}

fn theory_es_850() -> Scene {
    picture(&made_up::theory(), "es-419", 850.0, |_| {})
}

fn theory_en_1200() -> Scene {
    picture(&made_up::theory(), "en", 1200.0, |_| {})
}

fn theory_pt_360() -> Scene {
    picture(&made_up::theory(), "pt-BR", 360.0, |_| {})
}

fn theory_fr_1920_dark() -> Scene {
    picture(&made_up::theory(), "fr", 1920.0, |request| {
        request.theme = Theme::Dark
    })
}

fn table_es_850() -> Scene {
    let mut publication = made_up::shares(&SIXTEEN, Sample::Probability, &["CUB"], &[]);
    publication.document.charts[0].kind = ChartKind::Table;
    publication.document.charts[0].highlight = vec!["ECU".into()];
    picture(&publication, "es-EC", 850.0, |_| {})
}

fn table_fr_320() -> Scene {
    let mut publication =
        made_up::shares(&["BRA", "TTO", "VCT"], Sample::Probability, &["TTO"], &[]);
    publication.document.charts[0].kind = ChartKind::Table;
    picture(&publication, "fr", 320.0, |_| {})
}

fn annotated_es_850() -> Scene {
    let mut publication = made_up::shares(&SIXTEEN, Sample::Probability, &["CUB"], &[]);
    annotate(&mut publication);
    publication.document.charts[0].highlight = vec!["PER".into()];
    picture(&publication, "es-PE", 850.0, |_| {})
}

fn annotated_fr_320() -> Scene {
    let mut publication = made_up::shares(&SIXTEEN[..8], Sample::Probability, &["CUB"], &[]);
    annotate(&mut publication);
    picture(&publication, "fr", 320.0, |request| {
        request.text_scale = 1.25
    })
}

fn annotated_bars_pt_700() -> Scene {
    let mut publication = made_up::answers(&["BRA", "CUB", "VCT"], &["VCT"]);
    annotate(&mut publication);
    picture(&publication, "pt-BR", 700.0, |_| {})
}

/// Notes on three countries, the second a long one, and one on a country that is in no picture.
pub fn annotate(publication: &mut Publication) {
    let notes = serde_json::json!([
        {"at": {"country": "CRI"}, "text": {"es": "Reforma de 2018", "pt": "Reforma de 2018", "en": "Reform of 2018", "fr": "Réforme de 2018"}},
        {"at": {"country": "BRA"}, "text": {
            "es": "La pregunta se hizo en otro orden: primero la frecuencia y después el motivo, como en el estudio piloto",
            "pt": "A pergunta foi feita em outra ordem: primeiro a frequência e depois o motivo, como no estudo piloto",
            "en": "The question was asked in another order: how often first, and then why, as in the pilot study",
            "fr": "La question a été posée dans un autre ordre : d’abord la fréquence, puis la raison, comme dans l’étude pilote"
        }},
        {"at": {"country": "CUB"}, "text": {"es": "Solo escuelas urbanas", "pt": "Só escolas urbanas", "en": "Urban schools only", "fr": "Écoles urbaines seulement"}},
        {"at": {"country": "HTI"}, "text": "nobody reads this"}
    ]);
    publication.document.charts[0].annotations =
        serde_json::from_value(notes).expect("the notes are well formed");
}

fn leverage_es_850() -> Scene {
    let mut publication = made_up::leverage(&NINE[..4]);
    publication.document.charts[0].highlight = vec!["PER".into()];
    picture(&publication, "es-PE", 850.0, |_| {})
}

fn leverage_fr_320() -> Scene {
    picture(&made_up::leverage(&NINE[..5]), "fr", 320.0, |_| {})
}

fn leverage_en_1920() -> Scene {
    picture(&made_up::leverage(&NINE), "en", 1920.0, |_| {})
}

/// Places of which some are countries.
pub const NINE: [&str; 9] = [
    "PER",
    "huari",
    "CHL",
    "cuetzalan",
    "apalaches",
    "KNA",
    "VCT",
    "DOM",
    "URY",
];

fn network_es_850() -> Scene {
    let mut publication = made_up::network(30);
    publication.document.charts[0].highlight = vec!["COL".into()];
    picture(&publication, "es-CO", 850.0, |_| {})
}

fn network_fr_320() -> Scene {
    picture(&made_up::network(24), "fr", 320.0, |_| {})
}

fn network_en_1920_stage() -> Scene {
    picture(&made_up::network(60), "en", 1920.0, |request| {
        request.height_px = Some(1080.0);
        request.theme = Theme::Dark;
    })
}

/// One kind of school a panel.
fn small_multiples_es_850() -> Scene {
    let mut publication = made_up::by_school(&SIXTEEN[..9]);
    panels(&mut publication, ChartKind::Ranking, "SCHOOL");
    publication.document.charts[0].highlight = vec!["DOM".into()];
    picture(&publication, "es-DO", 850.0, |_| {})
}

fn small_multiples_fr_320() -> Scene {
    let mut publication = made_up::by_sex(&["ARG", "DOM", "VCT"]);
    panels(&mut publication, ChartKind::Ranking, "SEX");
    picture(&publication, "fr", 320.0, |_| {})
}

/// One country a panel.
fn small_multiples_bars_en_480() -> Scene {
    let mut publication = made_up::answers(&["ARG", "DOM", "KNA", "VCT"], &["KNA"]);
    panels(&mut publication, ChartKind::GroupedBars, "country");
    picture(&publication, "en", 480.0, |_| {})
}

fn small_multiples_likert_pt_1920() -> Scene {
    let mut publication = made_up::battery(3, &SIXTEEN[..6], Sample::Probability, &["CRI"]);
    panels(&mut publication, ChartKind::Likert, "country");
    publication.document.charts[0].highlight = vec!["BRA".into()];
    picture(&publication, "pt-BR", 1920.0, |request| {
        request.height_px = Some(1080.0)
    })
}

/// Makes small multiples of a chart.
pub fn panels(publication: &mut Publication, of: ChartKind, by: &str) {
    let chart = &mut publication.document.charts[0];
    chart.kind = ChartKind::SmallMultiples;
    chart.of = Some(of);
    chart.by = Some(by.into());
}

fn picture(
    publication: &Publication,
    locale: &str,
    width_px: f64,
    wish: impl Fn(&mut Request),
) -> Scene {
    let mut request = Request {
        chart: "c".into(),
        locale: Locale(locale.into()),
        width_px,
        ..Request::default()
    };
    wish(&mut request);
    draw(publication, &request).expect("the picture can be drawn")
}
