//! Pictures of shares, means and other numbers side by side.

use super::{DATES, PROBS, WAVES, YEARS, annotate, picture, places};
use crate::support::made_up::{self, ALL, SIXTEEN, Sample};
use pulso::chart::{ChartKind, Likert, Scene, Theme};

pub fn ranking_es_850() -> Scene {
    let mut publication = made_up::shares(&SIXTEEN, Sample::Probability, &[], &[]);
    publication.document.charts[0].highlight = vec!["PER".into()];
    picture(&publication, "es-PE", 850.0, |_| {})
}

pub fn ranking_fr_320_withheld() -> Scene {
    let countries = ["ARG", "BRA", "DOM", "KNA", "MEX", "SLV", "VCT"];
    let publication = made_up::shares(&countries, Sample::Probability, &["VCT"], &["KNA"]);
    picture(&publication, "fr", 320.0, |_| {})
}

pub fn ranking_en_850_self_selected() -> Scene {
    let publication = made_up::shares(&SIXTEEN[..9], Sample::SelfSelected, &["CRI"], &[]);
    picture(&publication, "en", 850.0, |_| {})
}

pub fn ranking_pt_480_33_countries() -> Scene {
    let publication = made_up::shares(&ALL, Sample::Probability, &["DMA", "GRD"], &["VEN"]);
    picture(&publication, "pt-BR", 480.0, |_| {})
}

pub fn ranking_es_1920_stage() -> Scene {
    let publication = made_up::shares(&SIXTEEN, Sample::Probability, &["CUB"], &[]);
    picture(&publication, "es-419", 1920.0, |request| {
        request.height_px = Some(1080.0)
    })
}

pub fn ranking_means_en_850_dark() -> Scene {
    let publication = made_up::means(&SIXTEEN);
    picture(&publication, "en", 850.0, |request| {
        request.theme = Theme::Dark
    })
}

pub fn ranking_bars_es_700() -> Scene {
    let mut publication = made_up::shares(&SIXTEEN[..8], Sample::Probability, &["BRA"], &[]);
    publication.document.charts[0].bars = true;
    picture(&publication, "es-CL", 700.0, |_| {})
}

pub fn ranking_es_320_text_twice() -> Scene {
    let publication = made_up::shares(&SIXTEEN[..5], Sample::Probability, &["COL"], &[]);
    picture(&publication, "es-CR", 320.0, |request| {
        request.text_scale = 2.0
    })
}

pub fn grouped_bars_es_850() -> Scene {
    picture(
        &made_up::answers(&SIXTEEN[..6], &[]),
        "es-AR",
        850.0,
        |_| {},
    )
}

pub fn grouped_bars_pt_320_withheld() -> Scene {
    picture(
        &made_up::answers(&["BRA", "DOM", "VCT"], &["VCT"]),
        "pt-BR",
        320.0,
        |_| {},
    )
}

pub fn grouped_bars_by_sex_en_700() -> Scene {
    picture(&made_up::by_sex(&SIXTEEN[..6]), "en", 700.0, |_| {})
}

pub fn likert_es_850() -> Scene {
    picture(
        &made_up::battery(5, &[], Sample::Probability, &[]),
        "es-MX",
        850.0,
        |_| {},
    )
}

pub fn likert_fr_360() -> Scene {
    picture(
        &made_up::battery(3, &[], Sample::Probability, &[]),
        "fr",
        360.0,
        |_| {},
    )
}

pub fn likert_aside_en_850() -> Scene {
    let mut publication = made_up::battery(1, &SIXTEEN[..8], Sample::Probability, &["CRI"]);
    publication.document.charts[0].likert = Likert::Aside;
    publication.document.charts[0].highlight = vec!["DOM".into()];
    picture(&publication, "en", 850.0, |_| {})
}

pub fn likert_stacked_pt_700_self_selected() -> Scene {
    let mut publication = made_up::battery(4, &[], Sample::SelfSelected, &[]);
    publication.document.charts[0].likert = Likert::Stacked;
    picture(&publication, "pt-BR", 700.0, |_| {})
}

pub fn likert_countries_es_850() -> Scene {
    let publication = made_up::battery(
        2,
        &["ARG", "BRA", "DOM", "VCT"],
        Sample::Probability,
        &["BRA"],
    );
    picture(&publication, "es-419", 850.0, |_| {})
}

pub fn heatmap_es_850() -> Scene {
    picture(&made_up::stages(&SIXTEEN, &DATES), "es-419", 850.0, |_| {})
}

pub fn heatmap_fr_320() -> Scene {
    picture(
        &made_up::stages(&["ARG", "BRA", "KNA", "VCT", "URY"], &DATES),
        "fr",
        320.0,
        |_| {},
    )
}

pub fn heatmap_en_1200_33_countries() -> Scene {
    let mut publication = made_up::stages(&ALL, &DATES);
    publication.document.charts[0].highlight = vec!["JAM".into()];
    picture(&publication, "en", 1200.0, |_| {})
}

pub fn heatmap_numbers_es_850() -> Scene {
    let mut publication = made_up::indicators(&SIXTEEN, &YEARS);
    publication.document.charts[0].highlight = vec!["PER".into()];
    picture(&publication, "es-PE", 850.0, |_| {})
}

pub fn heatmap_numbers_pt_320() -> Scene {
    let publication = made_up::indicators(&["ARG", "BRA", "DOM", "KNA", "VCT"], &YEARS);
    picture(&publication, "pt-BR", 320.0, |_| {})
}

pub fn heatmap_answers_fr_480() -> Scene {
    let publication = made_up::answers(&["ARG", "BRA", "DOM", "VCT"], &["VCT"]);
    places(publication, ChartKind::Heatmap, "fr", 480.0)
}

pub fn table_es_850() -> Scene {
    let mut publication = made_up::shares(&SIXTEEN, Sample::Probability, &["CUB"], &[]);
    publication.document.charts[0].kind = ChartKind::Table;
    publication.document.charts[0].highlight = vec!["ECU".into()];
    picture(&publication, "es-EC", 850.0, |_| {})
}

pub fn table_fr_320() -> Scene {
    let mut publication =
        made_up::shares(&["BRA", "TTO", "VCT"], Sample::Probability, &["TTO"], &[]);
    publication.document.charts[0].kind = ChartKind::Table;
    picture(&publication, "fr", 320.0, |_| {})
}

pub fn distribution_es_850() -> Scene {
    let mut publication = made_up::answers(&SIXTEEN[..5], &[]);
    publication.document.charts[0].kind = ChartKind::Distribution;
    picture(&publication, "es-419", 850.0, |_| {})
}

pub fn distribution_pt_320_withheld() -> Scene {
    let mut publication = made_up::answers(&["BRA", "DOM", "VCT"], &["VCT"]);
    publication.document.charts[0].kind = ChartKind::Distribution;
    picture(&publication, "pt-BR", 320.0, |_| {})
}

pub fn distribution_en_1200_countries() -> Scene {
    let mut publication = made_up::answers(&SIXTEEN, &["CUB"]);
    publication.document.charts[0].kind = ChartKind::Distribution;
    publication.document.charts[0].highlight = vec!["PER".into()];
    picture(&publication, "en", 1200.0, |_| {})
}

pub fn distribution_boxes_es_850() -> Scene {
    let mut publication = made_up::steps::quantiles(&SIXTEEN, &PROBS, &[]);
    publication.document.charts[0].highlight = vec!["SLV".into()];
    picture(&publication, "es-SV", 850.0, |_| {})
}

pub fn distribution_boxes_fr_320_withheld() -> Scene {
    let countries = ["BRA", "DOM", "KNA", "VCT"];
    let publication = made_up::steps::quantiles(&countries, &PROBS[1..4], &["KNA"]);
    picture(&publication, "fr", 320.0, |_| {})
}

pub fn distribution_boxes_pt_1920_dark() -> Scene {
    let publication = made_up::steps::quantiles(&SIXTEEN[..8], &PROBS, &[]);
    picture(&publication, "pt-BR", 1920.0, |request| {
        request.theme = Theme::Dark;
    })
}

pub fn scatter_es_850() -> Scene {
    let publication = made_up::steps::two_measures(&SIXTEEN, &[], &["CUB"]);
    picture(&publication, "es-419", 850.0, |_| {})
}

pub fn scatter_fr_320_withheld() -> Scene {
    let countries = ["ARG", "BRA", "DOM", "KNA", "PER", "VCT"];
    let mut publication = made_up::steps::two_measures(&countries, &[], &["KNA", "BRA"]);
    publication.document.charts[0].highlight = vec!["VCT".into()];
    picture(&publication, "fr", 320.0, |_| {})
}

pub fn scatter_en_1200_33_countries() -> Scene {
    let mut publication = made_up::steps::two_measures(&ALL, &[], &[]);
    publication.document.charts[0].highlight = vec!["JAM".into(), "PER".into()];
    picture(&publication, "en", 1200.0, |_| {})
}

pub fn scatter_pt_1920_waves() -> Scene {
    let publication = made_up::steps::two_measures(&SIXTEEN[..9], &WAVES[1..], &[]);
    picture(&publication, "pt-BR", 1920.0, |request| {
        request.height_px = Some(1080.0)
    })
}

pub fn scatter_es_700_waves() -> Scene {
    let mut publication = made_up::steps::two_measures(&SIXTEEN, &WAVES, &["CUB"]);
    publication.document.charts[0].highlight = vec!["PER".into()];
    picture(&publication, "es-PE", 700.0, |request| {
        request.theme = Theme::Dark
    })
}

pub fn annotated_es_850() -> Scene {
    let mut publication = made_up::shares(&SIXTEEN, Sample::Probability, &["CUB"], &[]);
    annotate(&mut publication);
    publication.document.charts[0].highlight = vec!["PER".into()];
    picture(&publication, "es-PE", 850.0, |_| {})
}

pub fn annotated_fr_320() -> Scene {
    let mut publication = made_up::shares(&SIXTEEN[..8], Sample::Probability, &["CUB"], &[]);
    annotate(&mut publication);
    picture(&publication, "fr", 320.0, |request| {
        request.text_scale = 1.25
    })
}

pub fn annotated_bars_pt_700() -> Scene {
    let mut publication = made_up::answers(&["BRA", "CUB", "VCT"], &["VCT"]);
    annotate(&mut publication);
    picture(&publication, "pt-BR", 700.0, |_| {})
}
