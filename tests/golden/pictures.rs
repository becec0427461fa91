//! The named pictures.

use crate::support::made_up::{self, ALL, SIXTEEN, Sample};
use crate::support::made_up_steps;
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
    ("heatmap_numbers_es_850", heatmap_numbers_es_850),
    ("heatmap_numbers_pt_320", heatmap_numbers_pt_320),
    ("heatmap_answers_fr_480", heatmap_answers_fr_480),
    ("tile_map_es_850", tile_map_es_850),
    ("tile_map_fr_320_withheld", tile_map_fr_320_withheld),
    ("tile_map_pt_480_stages", tile_map_pt_480_stages),
    ("tile_map_en_1920_stage", tile_map_en_1920_stage),
    ("tile_map_es_320_text_twice", tile_map_es_320_text_twice),
    ("map_es_850", map_es_850),
    ("map_fr_320_withheld", map_fr_320_withheld),
    ("map_en_1200_stages", map_en_1200_stages),
    ("map_pt_1920_dark", map_pt_1920_dark),
    ("timeline_es_850", timeline_es_850),
    ("timeline_fr_320", timeline_fr_320),
    (
        "timeline_en_1200_33_countries",
        timeline_en_1200_33_countries,
    ),
    ("adoption_es_850", adoption_es_850),
    ("adoption_fr_320_several", adoption_fr_320_several),
    ("adoption_en_1200_six", adoption_en_1200_six),
    ("theory_es_850", theory_es_850),
    ("theory_en_1200", theory_en_1200),
    ("theory_pt_360", theory_pt_360),
    ("theory_fr_1920_dark", theory_fr_1920_dark),
    ("table_es_850", table_es_850),
    ("table_fr_320", table_fr_320),
    ("trend_es_850", trend_es_850),
    ("trend_fr_320_withheld", trend_fr_320_withheld),
    ("trend_en_1200_years", trend_en_1200_years),
    ("trend_pt_1920_stage", trend_pt_1920_stage),
    ("trend_es_700_33_countries", trend_es_700_33_countries),
    ("slope_es_850", slope_es_850),
    ("slope_pt_320_withheld", slope_pt_320_withheld),
    ("slope_en_1200_women_and_men", slope_en_1200_women_and_men),
    ("slope_fr_1920_dark", slope_fr_1920_dark),
    ("dumbbell_es_850", dumbbell_es_850),
    ("dumbbell_fr_320_withheld", dumbbell_fr_320_withheld),
    (
        "dumbbell_en_1200_women_and_men",
        dumbbell_en_1200_women_and_men,
    ),
    (
        "dumbbell_pt_1920_33_countries",
        dumbbell_pt_1920_33_countries,
    ),
    ("distribution_es_850", distribution_es_850),
    ("distribution_pt_320_withheld", distribution_pt_320_withheld),
    (
        "distribution_en_1200_countries",
        distribution_en_1200_countries,
    ),
    ("distribution_boxes_es_850", distribution_boxes_es_850),
    (
        "distribution_boxes_fr_320_withheld",
        distribution_boxes_fr_320_withheld,
    ),
    (
        "distribution_boxes_pt_1920_dark",
        distribution_boxes_pt_1920_dark,
    ),
    ("scatter_es_850", scatter_es_850),
    ("scatter_fr_320_withheld", scatter_fr_320_withheld),
    ("scatter_en_1200_33_countries", scatter_en_1200_33_countries),
    ("scatter_pt_1920_waves", scatter_pt_1920_waves),
    ("scatter_es_700_waves", scatter_es_700_waves),
    ("annotated_es_850", annotated_es_850),
    ("annotated_fr_320", annotated_fr_320),
    ("annotated_bars_pt_700", annotated_bars_pt_700),
    ("annotated_trend_es_850", annotated_trend_es_850),
    ("annotated_map_pt_1200", annotated_map_pt_1200),
    ("annotated_timeline_fr_320", annotated_timeline_fr_320),
    ("annotated_network_en_850", annotated_network_en_850),
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
    ("small_multiples_trend_es_850", small_multiples_trend_es_850),
    (
        "small_multiples_tile_map_en_1200",
        small_multiples_tile_map_en_1200,
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

/// Years of a published figure.
pub const YEARS: [&str; 7] = ["2011", "2013", "2015", "2017", "2019", "2021", "2023"];

fn heatmap_numbers_es_850() -> Scene {
    let mut publication = made_up::indicators(&SIXTEEN, &YEARS);
    publication.document.charts[0].highlight = vec!["PER".into()];
    picture(&publication, "es-PE", 850.0, |_| {})
}

fn heatmap_numbers_pt_320() -> Scene {
    let publication = made_up::indicators(&["ARG", "BRA", "DOM", "KNA", "VCT"], &YEARS);
    picture(&publication, "pt-BR", 320.0, |_| {})
}

fn heatmap_answers_fr_480() -> Scene {
    let publication = made_up::answers(&["ARG", "BRA", "DOM", "VCT"], &["VCT"]);
    places(publication, ChartKind::Heatmap, "fr", 480.0)
}

fn tile_map_es_850() -> Scene {
    let mut publication = made_up::shares(&SIXTEEN, Sample::Probability, &[], &[]);
    publication.document.charts[0].highlight = vec!["PER".into()];
    places(publication, ChartKind::TileMap, "es-PE", 850.0)
}

fn tile_map_fr_320_withheld() -> Scene {
    let publication = made_up::shares(&ALL, Sample::Probability, &["DMA", "GRD"], &["VEN"]);
    let publication = made_up::not_applicable(publication, "BHS");
    places(publication, ChartKind::TileMap, "fr", 320.0)
}

fn tile_map_pt_480_stages() -> Scene {
    let publication = made_up::stages(&ALL, &DATES);
    places(publication, ChartKind::TileMap, "pt-BR", 480.0)
}

fn tile_map_en_1920_stage() -> Scene {
    let mut publication = made_up::shares(&ALL, Sample::SelfSelected, &["CUB"], &[]);
    publication.document.charts[0].kind = ChartKind::TileMap;
    publication.document.charts[0].highlight = vec!["JAM".into()];
    picture(&publication, "en", 1920.0, |request| {
        request.height_px = Some(1080.0)
    })
}

fn tile_map_es_320_text_twice() -> Scene {
    let mut publication = made_up::shares(&ALL, Sample::Probability, &["DMA"], &["VEN"]);
    publication.document.charts[0].kind = ChartKind::TileMap;
    picture(&publication, "es-CR", 320.0, |request| {
        request.text_scale = 2.0
    })
}

fn map_es_850() -> Scene {
    let mut publication = made_up::shares(&SIXTEEN, Sample::Probability, &[], &[]);
    publication.document.charts[0].highlight = vec!["PER".into()];
    places(publication, ChartKind::Map, "es-PE", 850.0)
}

fn map_fr_320_withheld() -> Scene {
    let withheld = ["DMA", "BOL"];
    let publication = made_up::shares(&ALL, Sample::Probability, &withheld, &["VEN"]);
    let publication = made_up::not_applicable(publication, "ARG");
    places(publication, ChartKind::Map, "fr", 320.0)
}

fn map_en_1200_stages() -> Scene {
    places(made_up::stages(&ALL, &DATES), ChartKind::Map, "en", 1200.0)
}

fn map_pt_1920_dark() -> Scene {
    let mut publication = made_up::shares(&ALL, Sample::SelfSelected, &["CUB"], &[]);
    publication.document.charts[0].kind = ChartKind::Map;
    publication.document.charts[0].highlight = vec!["LCA".into()];
    picture(&publication, "pt-BR", 1920.0, |request| {
        request.theme = Theme::Dark
    })
}

fn timeline_es_850() -> Scene {
    let mut publication = made_up::changes(&SIXTEEN);
    publication.document.charts[0].highlight = vec!["PER".into()];
    picture(&publication, "es-PE", 850.0, |_| {})
}

fn timeline_fr_320() -> Scene {
    picture(
        &made_up::changes(&["ARG", "DOM", "KNA", "VCT", "URY"]),
        "fr",
        320.0,
        |_| {},
    )
}

fn timeline_en_1200_33_countries() -> Scene {
    picture(&made_up::changes(&ALL), "en", 1200.0, |_| {})
}

fn adoption_es_850() -> Scene {
    picture(&made_up::adoption(1), "es-419", 850.0, |_| {})
}

fn adoption_fr_320_several() -> Scene {
    picture(&made_up::adoption(3), "fr", 320.0, |_| {})
}

fn adoption_en_1200_six() -> Scene {
    picture(&made_up::adoption(6), "en", 1200.0, |_| {})
}

/// A publication as another kind of chart.
fn places(mut publication: Publication, kind: ChartKind, locale: &str, width_px: f64) -> Scene {
    publication.document.charts[0].kind = kind;
    picture(&publication, locale, width_px, |_| {})
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

/// Waves of a study.
pub const WAVES: [&str; 3] = ["2013", "2019", "2023"];

fn trend_es_850() -> Scene {
    let mut publication = made_up_steps::waves(&SIXTEEN[..9], &WAVES, "trend", &[]);
    publication.document.charts[0].highlight = vec!["CRI".into(), "ECU".into()];
    picture(&publication, "es-419", 850.0, |_| {})
}

fn trend_fr_320_withheld() -> Scene {
    let countries = ["BRA", "DOM", "PER", "VCT"];
    let waves = ["2006", "2013", "2019", "2023"];
    let hidden = [("BRA", "2013"), ("PER", "2023")];
    let publication = made_up_steps::waves(&countries, &waves, "trend", &hidden);
    picture(&publication, "fr", 320.0, |_| {})
}

fn trend_en_1200_years() -> Scene {
    let mut publication = made_up_steps::years(&SIXTEEN);
    publication.document.charts[0].highlight = vec!["URY".into()];
    picture(&publication, "en", 1200.0, |_| {})
}

fn trend_pt_1920_stage() -> Scene {
    let publication = made_up_steps::years(&["BRA", "MEX", "PER"]);
    picture(&publication, "pt-BR", 1920.0, |request| {
        request.height_px = Some(1080.0)
    })
}

fn trend_es_700_33_countries() -> Scene {
    let publication = made_up_steps::waves(&ALL, &WAVES, "trend", &[("ARG", "2019")]);
    picture(&publication, "es-CR", 700.0, |_| {})
}

fn slope_es_850() -> Scene {
    let mut publication = made_up_steps::waves(&SIXTEEN, &WAVES[1..], "slope", &[]);
    publication.document.charts[0].highlight = vec!["PER".into()];
    picture(&publication, "es-PE", 850.0, |_| {})
}

fn slope_pt_320_withheld() -> Scene {
    let countries = ["BRA", "DOM", "PER", "URY", "VCT"];
    let publication = made_up_steps::waves(&countries, &WAVES[1..], "slope", &[("PER", "2019")]);
    picture(&publication, "pt-BR", 320.0, |_| {})
}

fn slope_en_1200_women_and_men() -> Scene {
    let publication = made_up_steps::women_and_men(&SIXTEEN[..5], "slope", &[]);
    picture(&publication, "en", 1200.0, |_| {})
}

fn slope_fr_1920_dark() -> Scene {
    let publication = made_up_steps::waves(&SIXTEEN, &WAVES[1..], "slope", &[("CUB", "2023")]);
    picture(&publication, "fr", 1920.0, |request| {
        request.theme = Theme::Dark
    })
}

fn dumbbell_es_850() -> Scene {
    let mut publication = made_up_steps::waves(&SIXTEEN, &WAVES[1..], "dumbbell", &[]);
    publication.document.charts[0].highlight = vec!["COL".into()];
    picture(&publication, "es-CO", 850.0, |_| {})
}

fn dumbbell_fr_320_withheld() -> Scene {
    let countries = ["BRA", "DOM", "KNA", "PER", "VCT"];
    let hidden = [("BRA", "2023"), ("KNA", "2019"), ("KNA", "2023")];
    let publication = made_up_steps::waves(&countries, &WAVES[1..], "dumbbell", &hidden);
    picture(&publication, "fr", 320.0, |_| {})
}

fn dumbbell_en_1200_women_and_men() -> Scene {
    let publication = made_up_steps::women_and_men(&SIXTEEN, "dumbbell", &["CUB"]);
    picture(&publication, "en", 1200.0, |_| {})
}

fn dumbbell_pt_1920_33_countries() -> Scene {
    let publication = made_up_steps::waves(&ALL, &WAVES, "dumbbell", &[("BRA", "2019")]);
    picture(&publication, "pt-BR", 1920.0, |_| {})
}

fn distribution_es_850() -> Scene {
    let mut publication = made_up::answers(&SIXTEEN[..5], &[]);
    publication.document.charts[0].kind = ChartKind::Distribution;
    picture(&publication, "es-419", 850.0, |_| {})
}

fn distribution_pt_320_withheld() -> Scene {
    let mut publication = made_up::answers(&["BRA", "DOM", "VCT"], &["VCT"]);
    publication.document.charts[0].kind = ChartKind::Distribution;
    picture(&publication, "pt-BR", 320.0, |_| {})
}

fn distribution_en_1200_countries() -> Scene {
    let mut publication = made_up::answers(&SIXTEEN, &["CUB"]);
    publication.document.charts[0].kind = ChartKind::Distribution;
    publication.document.charts[0].highlight = vec!["PER".into()];
    picture(&publication, "en", 1200.0, |_| {})
}

/// Quantiles of a box with whiskers.
pub const PROBS: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];

fn distribution_boxes_es_850() -> Scene {
    let mut publication = made_up_steps::quantiles(&SIXTEEN, &PROBS, &[]);
    publication.document.charts[0].highlight = vec!["SLV".into()];
    picture(&publication, "es-SV", 850.0, |_| {})
}

fn distribution_boxes_fr_320_withheld() -> Scene {
    let countries = ["BRA", "DOM", "KNA", "VCT"];
    let publication = made_up_steps::quantiles(&countries, &PROBS[1..4], &["KNA"]);
    picture(&publication, "fr", 320.0, |_| {})
}

fn distribution_boxes_pt_1920_dark() -> Scene {
    let publication = made_up_steps::quantiles(&SIXTEEN[..8], &PROBS, &[]);
    picture(&publication, "pt-BR", 1920.0, |request| {
        request.theme = Theme::Dark;
    })
}

fn scatter_es_850() -> Scene {
    let publication = made_up_steps::two_measures(&SIXTEEN, &[], &["CUB"]);
    picture(&publication, "es-419", 850.0, |_| {})
}

fn scatter_fr_320_withheld() -> Scene {
    let countries = ["ARG", "BRA", "DOM", "KNA", "PER", "VCT"];
    let mut publication = made_up_steps::two_measures(&countries, &[], &["KNA", "BRA"]);
    publication.document.charts[0].highlight = vec!["VCT".into()];
    picture(&publication, "fr", 320.0, |_| {})
}

fn scatter_en_1200_33_countries() -> Scene {
    let mut publication = made_up_steps::two_measures(&ALL, &[], &[]);
    publication.document.charts[0].highlight = vec!["JAM".into(), "PER".into()];
    picture(&publication, "en", 1200.0, |_| {})
}

fn scatter_pt_1920_waves() -> Scene {
    let publication = made_up_steps::two_measures(&SIXTEEN[..9], &WAVES[1..], &[]);
    picture(&publication, "pt-BR", 1920.0, |request| {
        request.height_px = Some(1080.0)
    })
}

fn scatter_es_700_waves() -> Scene {
    let mut publication = made_up_steps::two_measures(&SIXTEEN, &WAVES, &["CUB"]);
    publication.document.charts[0].highlight = vec!["PER".into()];
    picture(&publication, "es-PE", 700.0, |request| {
        request.theme = Theme::Dark
    })
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

fn annotated_trend_es_850() -> Scene {
    picture(&super::notes::named("annotated trend"), "es", 850.0, |_| {})
}

fn annotated_map_pt_1200() -> Scene {
    picture(
        &super::notes::named("annotated map"),
        "pt-BR",
        1200.0,
        |_| {},
    )
}

fn annotated_timeline_fr_320() -> Scene {
    picture(
        &super::notes::named("annotated timeline"),
        "fr",
        320.0,
        |_| {},
    )
}

fn annotated_network_en_850() -> Scene {
    picture(
        &super::notes::named("annotated network"),
        "en",
        850.0,
        |_| {},
    )
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

fn small_multiples_trend_es_850() -> Scene {
    let mut publication = made_up_steps::waves(&SIXTEEN[..6], &WAVES, "trend", &[("BRA", "2019")]);
    panels(&mut publication, ChartKind::Trend, "country");
    publication.document.charts[0].highlight = vec!["CHL".into()];
    picture(&publication, "es-CL", 850.0, |_| {})
}

fn small_multiples_tile_map_en_1200() -> Scene {
    let mut publication = made_up_steps::waves(&ALL, &WAVES, "trend", &[("BRA", "2019")]);
    panels(&mut publication, ChartKind::TileMap, "wave");
    picture(&publication, "en", 1200.0, |_| {})
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
