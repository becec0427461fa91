//! The named pictures.

use crate::support::made_up::{self, ALL, SIXTEEN, Sample};
use pulso::chart::{Request, Scene, Theme, draw};
use pulso::document::Publication;
use pulso::locale::Locale;

/// Name and picture.
pub const PICTURES: &[(&str, fn() -> Scene)] = &[
    ("ranking_es_850", ranking_es_850),
    ("ranking_fr_320_withheld", ranking_fr_320_withheld),
    ("ranking_en_850_self_selected", ranking_en_850_self_selected),
    ("ranking_pt_480_33_countries", ranking_pt_480_33_countries),
    ("ranking_es_1920_stage", ranking_es_1920_stage),
    ("ranking_means_en_850_dark", ranking_means_en_850_dark),
    ("ranking_bars_es_700", ranking_bars_es_700),
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
