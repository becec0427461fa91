//! Pictures on the map.

use super::{DATES, picture, places};
use crate::support::made_up::{self, ALL, SIXTEEN, Sample};
use pulso::chart::{ChartKind, Scene, Theme};

pub fn tile_map_es_850() -> Scene {
    let mut publication = made_up::shares(&SIXTEEN, Sample::Probability, &[], &[]);
    publication.document.charts[0].highlight = vec!["PER".into()];
    places(publication, ChartKind::TileMap, "es-PE", 850.0)
}

pub fn tile_map_fr_320_withheld() -> Scene {
    let publication = made_up::shares(&ALL, Sample::Probability, &["DMA", "GRD"], &["VEN"]);
    let publication = made_up::not_applicable(publication, "BHS");
    places(publication, ChartKind::TileMap, "fr", 320.0)
}

pub fn tile_map_pt_480_stages() -> Scene {
    let publication = made_up::stages(&ALL, &DATES);
    places(publication, ChartKind::TileMap, "pt-BR", 480.0)
}

pub fn tile_map_en_1920_stage() -> Scene {
    let mut publication = made_up::shares(&ALL, Sample::SelfSelected, &["CUB"], &[]);
    publication.document.charts[0].kind = ChartKind::TileMap;
    publication.document.charts[0].highlight = vec!["JAM".into()];
    picture(&publication, "en", 1920.0, |request| {
        request.height_px = Some(1080.0)
    })
}

pub fn tile_map_es_320_text_twice() -> Scene {
    let mut publication = made_up::shares(&ALL, Sample::Probability, &["DMA"], &["VEN"]);
    publication.document.charts[0].kind = ChartKind::TileMap;
    picture(&publication, "es-CR", 320.0, |request| {
        request.text_scale = 2.0
    })
}

pub fn map_es_850() -> Scene {
    let mut publication = made_up::shares(&SIXTEEN, Sample::Probability, &[], &[]);
    publication.document.charts[0].highlight = vec!["PER".into()];
    places(publication, ChartKind::Map, "es-PE", 850.0)
}

pub fn map_fr_320_withheld() -> Scene {
    let withheld = ["DMA", "BOL"];
    let publication = made_up::shares(&ALL, Sample::Probability, &withheld, &["VEN"]);
    let publication = made_up::not_applicable(publication, "ARG");
    places(publication, ChartKind::Map, "fr", 320.0)
}

pub fn map_en_1200_stages() -> Scene {
    places(made_up::stages(&ALL, &DATES), ChartKind::Map, "en", 1200.0)
}

pub fn map_pt_1920_dark() -> Scene {
    let mut publication = made_up::shares(&ALL, Sample::SelfSelected, &["CUB"], &[]);
    publication.document.charts[0].kind = ChartKind::Map;
    publication.document.charts[0].highlight = vec!["LCA".into()];
    picture(&publication, "pt-BR", 1920.0, |request| {
        request.theme = Theme::Dark
    })
}
