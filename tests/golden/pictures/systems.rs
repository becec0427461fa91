//! Pictures of a theory of change, points of leverage and networks.

use super::{NINE, picture};
use crate::support::made_up::{self};
use pulso::chart::{Scene, Theme};

pub fn theory_es_850() -> Scene {
    picture(&made_up::theory(), "es-419", 850.0, |_| {})
}

pub fn theory_en_1200() -> Scene {
    picture(&made_up::theory(), "en", 1200.0, |_| {})
}

pub fn theory_pt_360() -> Scene {
    picture(&made_up::theory(), "pt-BR", 360.0, |_| {})
}

pub fn theory_fr_1920_dark() -> Scene {
    picture(&made_up::theory(), "fr", 1920.0, |request| {
        request.theme = Theme::Dark
    })
}

pub fn leverage_es_850() -> Scene {
    let mut publication = made_up::leverage(&NINE[..4]);
    publication.document.charts[0].highlight = vec!["PER".into()];
    picture(&publication, "es-PE", 850.0, |_| {})
}

pub fn leverage_fr_320() -> Scene {
    picture(&made_up::leverage(&NINE[..5]), "fr", 320.0, |_| {})
}

pub fn leverage_en_1920() -> Scene {
    picture(&made_up::leverage(&NINE), "en", 1920.0, |_| {})
}

pub fn network_es_850() -> Scene {
    let mut publication = made_up::network(30);
    publication.document.charts[0].highlight = vec!["COL".into()];
    picture(&publication, "es-CO", 850.0, |_| {})
}

pub fn network_fr_320() -> Scene {
    picture(&made_up::network(24), "fr", 320.0, |_| {})
}

pub fn network_en_1920_stage() -> Scene {
    picture(&made_up::network(60), "en", 1920.0, |request| {
        request.height_px = Some(1080.0);
        request.theme = Theme::Dark;
    })
}
