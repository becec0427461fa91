//! The named pictures.

mod amounts;
mod notes;
mod panels;
mod places;
mod steps;
mod systems;

use pulso::chart::{ChartKind, Request, Scene, draw};
use pulso::document::Publication;
use pulso::locale::Locale;

/// A name with the function that draws it.
pub type Picture = (&'static str, fn() -> Scene);

/// The named pictures.
pub const PICTURES: &[Picture] = &[
    ("ranking_es_850", amounts::ranking_es_850),
    ("ranking_fr_320_withheld", amounts::ranking_fr_320_withheld),
    (
        "ranking_en_850_self_selected",
        amounts::ranking_en_850_self_selected,
    ),
    (
        "ranking_pt_480_33_countries",
        amounts::ranking_pt_480_33_countries,
    ),
    ("ranking_es_1920_stage", amounts::ranking_es_1920_stage),
    (
        "ranking_means_en_850_dark",
        amounts::ranking_means_en_850_dark,
    ),
    ("ranking_bars_es_700", amounts::ranking_bars_es_700),
    (
        "ranking_es_320_text_twice",
        amounts::ranking_es_320_text_twice,
    ),
    ("grouped_bars_es_850", amounts::grouped_bars_es_850),
    (
        "grouped_bars_pt_320_withheld",
        amounts::grouped_bars_pt_320_withheld,
    ),
    (
        "grouped_bars_by_sex_en_700",
        amounts::grouped_bars_by_sex_en_700,
    ),
    ("likert_es_850", amounts::likert_es_850),
    ("likert_fr_360", amounts::likert_fr_360),
    ("likert_aside_en_850", amounts::likert_aside_en_850),
    (
        "likert_stacked_pt_700_self_selected",
        amounts::likert_stacked_pt_700_self_selected,
    ),
    ("likert_countries_es_850", amounts::likert_countries_es_850),
    ("heatmap_es_850", amounts::heatmap_es_850),
    ("heatmap_fr_320", amounts::heatmap_fr_320),
    (
        "heatmap_en_1200_33_countries",
        amounts::heatmap_en_1200_33_countries,
    ),
    ("heatmap_numbers_es_850", amounts::heatmap_numbers_es_850),
    ("heatmap_numbers_pt_320", amounts::heatmap_numbers_pt_320),
    ("heatmap_answers_fr_480", amounts::heatmap_answers_fr_480),
    ("tile_map_es_850", places::tile_map_es_850),
    ("tile_map_fr_320_withheld", places::tile_map_fr_320_withheld),
    ("tile_map_pt_480_stages", places::tile_map_pt_480_stages),
    ("tile_map_en_1920_stage", places::tile_map_en_1920_stage),
    (
        "tile_map_es_320_text_twice",
        places::tile_map_es_320_text_twice,
    ),
    ("map_es_850", places::map_es_850),
    ("map_fr_320_withheld", places::map_fr_320_withheld),
    ("map_en_1200_stages", places::map_en_1200_stages),
    ("map_pt_1920_dark", places::map_pt_1920_dark),
    ("timeline_es_850", steps::timeline_es_850),
    ("timeline_fr_320", steps::timeline_fr_320),
    (
        "timeline_en_1200_33_countries",
        steps::timeline_en_1200_33_countries,
    ),
    ("adoption_es_850", steps::adoption_es_850),
    ("adoption_fr_320_several", steps::adoption_fr_320_several),
    ("adoption_en_1200_six", steps::adoption_en_1200_six),
    ("theory_es_850", systems::theory_es_850),
    ("theory_en_1200", systems::theory_en_1200),
    ("theory_pt_360", systems::theory_pt_360),
    ("theory_fr_1920_dark", systems::theory_fr_1920_dark),
    ("table_es_850", amounts::table_es_850),
    ("table_fr_320", amounts::table_fr_320),
    ("trend_es_850", steps::trend_es_850),
    ("trend_fr_320_withheld", steps::trend_fr_320_withheld),
    ("trend_en_1200_years", steps::trend_en_1200_years),
    ("trend_pt_1920_stage", steps::trend_pt_1920_stage),
    (
        "trend_es_700_33_countries",
        steps::trend_es_700_33_countries,
    ),
    ("slope_es_850", steps::slope_es_850),
    ("slope_pt_320_withheld", steps::slope_pt_320_withheld),
    (
        "slope_en_1200_women_and_men",
        steps::slope_en_1200_women_and_men,
    ),
    ("slope_fr_1920_dark", steps::slope_fr_1920_dark),
    ("dumbbell_es_850", steps::dumbbell_es_850),
    ("dumbbell_fr_320_withheld", steps::dumbbell_fr_320_withheld),
    (
        "dumbbell_en_1200_women_and_men",
        steps::dumbbell_en_1200_women_and_men,
    ),
    (
        "dumbbell_pt_1920_33_countries",
        steps::dumbbell_pt_1920_33_countries,
    ),
    ("distribution_es_850", amounts::distribution_es_850),
    (
        "distribution_pt_320_withheld",
        amounts::distribution_pt_320_withheld,
    ),
    (
        "distribution_en_1200_countries",
        amounts::distribution_en_1200_countries,
    ),
    (
        "distribution_boxes_es_850",
        amounts::distribution_boxes_es_850,
    ),
    (
        "distribution_boxes_fr_320_withheld",
        amounts::distribution_boxes_fr_320_withheld,
    ),
    (
        "distribution_boxes_pt_1920_dark",
        amounts::distribution_boxes_pt_1920_dark,
    ),
    ("scatter_es_850", amounts::scatter_es_850),
    ("scatter_fr_320_withheld", amounts::scatter_fr_320_withheld),
    (
        "scatter_en_1200_33_countries",
        amounts::scatter_en_1200_33_countries,
    ),
    ("scatter_pt_1920_waves", amounts::scatter_pt_1920_waves),
    ("scatter_es_700_waves", amounts::scatter_es_700_waves),
    ("annotated_es_850", amounts::annotated_es_850),
    ("annotated_fr_320", amounts::annotated_fr_320),
    ("annotated_bars_pt_700", amounts::annotated_bars_pt_700),
    ("annotated_trend_es_850", notes::trend_es_850),
    ("annotated_map_pt_1200", notes::map_pt_1200),
    ("annotated_timeline_fr_320", notes::timeline_fr_320),
    ("annotated_network_en_850", notes::network_en_850),
    ("leverage_es_850", systems::leverage_es_850),
    ("leverage_fr_320", systems::leverage_fr_320),
    ("leverage_en_1920", systems::leverage_en_1920),
    ("network_es_850", systems::network_es_850),
    ("network_fr_320", systems::network_fr_320),
    ("network_en_1920_stage", systems::network_en_1920_stage),
    ("small_multiples_es_850", panels::small_multiples_es_850),
    ("small_multiples_fr_320", panels::small_multiples_fr_320),
    (
        "small_multiples_bars_en_480",
        panels::small_multiples_bars_en_480,
    ),
    (
        "small_multiples_likert_pt_1920",
        panels::small_multiples_likert_pt_1920,
    ),
    (
        "small_multiples_trend_es_850",
        panels::small_multiples_trend_es_850,
    ),
    (
        "small_multiples_tile_map_en_1200",
        panels::small_multiples_tile_map_en_1200,
    ),
];

/// Dates of a policy's status.
pub const DATES: [&str; 6] = [
    "2020-03-01",
    "2020-04-01",
    "2020-09-01",
    "2021-03-01",
    "2021-09-01",
    "2022-03-01",
];

/// Years of a published figure.
pub const YEARS: [&str; 7] = ["2011", "2013", "2015", "2017", "2019", "2021", "2023"];

/// Waves of a study.
pub const WAVES: [&str; 3] = ["2013", "2019", "2023"];

/// Quantiles of a box with whiskers.
pub const PROBS: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];

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

/// Makes small multiples of a chart.
pub fn panels(publication: &mut Publication, of: ChartKind, by: &str) {
    let chart = &mut publication.document.charts[0];
    chart.kind = ChartKind::SmallMultiples;
    chart.of = Some(of);
    chart.by = Some(by.into());
}

/// A publication as another kind of chart.
fn places(mut publication: Publication, kind: ChartKind, locale: &str, width_px: f64) -> Scene {
    publication.document.charts[0].kind = kind;
    picture(&publication, locale, width_px, |_| {})
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
