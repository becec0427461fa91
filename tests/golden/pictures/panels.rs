//! Pictures of several charts in one.

use super::{WAVES, panels, picture};
use crate::support::made_up::{self, ALL, SIXTEEN, Sample};
use pulso::chart::{ChartKind, Scene};

/// One kind of school a panel.
pub fn small_multiples_es_850() -> Scene {
    let mut publication = made_up::by_school(&SIXTEEN[..9]);
    panels(&mut publication, ChartKind::Ranking, "SCHOOL");
    publication.document.charts[0].highlight = vec!["DOM".into()];
    picture(&publication, "es-DO", 850.0, |_| {})
}

pub fn small_multiples_fr_320() -> Scene {
    let mut publication = made_up::by_sex(&["ARG", "DOM", "VCT"]);
    panels(&mut publication, ChartKind::Ranking, "SEX");
    picture(&publication, "fr", 320.0, |_| {})
}

/// One country a panel.
pub fn small_multiples_bars_en_480() -> Scene {
    let mut publication = made_up::answers(&["ARG", "DOM", "KNA", "VCT"], &["KNA"]);
    panels(&mut publication, ChartKind::GroupedBars, "country");
    picture(&publication, "en", 480.0, |_| {})
}

pub fn small_multiples_likert_pt_1920() -> Scene {
    let mut publication = made_up::battery(3, &SIXTEEN[..6], Sample::Probability, &["CRI"]);
    panels(&mut publication, ChartKind::Likert, "country");
    publication.document.charts[0].highlight = vec!["BRA".into()];
    picture(&publication, "pt-BR", 1920.0, |request| {
        request.height_px = Some(1080.0)
    })
}

pub fn small_multiples_trend_es_850() -> Scene {
    let mut publication = made_up::steps::waves(&SIXTEEN[..6], &WAVES, "trend", &[("BRA", "2019")]);
    panels(&mut publication, ChartKind::Trend, "country");
    publication.document.charts[0].highlight = vec!["CHL".into()];
    picture(&publication, "es-CL", 850.0, |_| {})
}

pub fn small_multiples_tile_map_en_1200() -> Scene {
    let mut publication = made_up::steps::waves(&ALL, &WAVES, "trend", &[("BRA", "2019")]);
    panels(&mut publication, ChartKind::TileMap, "wave");
    picture(&publication, "en", 1200.0, |_| {})
}
