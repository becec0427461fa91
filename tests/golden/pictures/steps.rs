//! Pictures along time, waves and two groups.

use super::{WAVES, picture};
use crate::support::made_up::{self, ALL, SIXTEEN};
use pulso::chart::{Scene, Theme};

pub fn timeline_es_850() -> Scene {
    let mut publication = made_up::changes(&SIXTEEN);
    publication.document.charts[0].highlight = vec!["PER".into()];
    picture(&publication, "es-PE", 850.0, |_| {})
}

pub fn timeline_fr_320() -> Scene {
    picture(
        &made_up::changes(&["ARG", "DOM", "KNA", "VCT", "URY"]),
        "fr",
        320.0,
        |_| {},
    )
}

pub fn timeline_en_1200_33_countries() -> Scene {
    picture(&made_up::changes(&ALL), "en", 1200.0, |_| {})
}

pub fn adoption_es_850() -> Scene {
    picture(&made_up::adoption(1), "es-419", 850.0, |_| {})
}

pub fn adoption_fr_320_several() -> Scene {
    picture(&made_up::adoption(3), "fr", 320.0, |_| {})
}

pub fn adoption_en_1200_six() -> Scene {
    picture(&made_up::adoption(6), "en", 1200.0, |_| {})
}

pub fn trend_es_850() -> Scene {
    let mut publication = made_up::steps::waves(&SIXTEEN[..9], &WAVES, "trend", &[]);
    publication.document.charts[0].highlight = vec!["CRI".into(), "ECU".into()];
    picture(&publication, "es-419", 850.0, |_| {})
}

pub fn trend_fr_320_withheld() -> Scene {
    let countries = ["BRA", "DOM", "PER", "VCT"];
    let waves = ["2006", "2013", "2019", "2023"];
    let hidden = [("BRA", "2013"), ("PER", "2023")];
    let publication = made_up::steps::waves(&countries, &waves, "trend", &hidden);
    picture(&publication, "fr", 320.0, |_| {})
}

pub fn trend_en_1200_years() -> Scene {
    let mut publication = made_up::steps::years(&SIXTEEN);
    publication.document.charts[0].highlight = vec!["URY".into()];
    picture(&publication, "en", 1200.0, |_| {})
}

pub fn trend_pt_1920_stage() -> Scene {
    let publication = made_up::steps::years(&["BRA", "MEX", "PER"]);
    picture(&publication, "pt-BR", 1920.0, |request| {
        request.height_px = Some(1080.0)
    })
}

pub fn trend_es_700_33_countries() -> Scene {
    let publication = made_up::steps::waves(&ALL, &WAVES, "trend", &[("ARG", "2019")]);
    picture(&publication, "es-CR", 700.0, |_| {})
}

pub fn slope_es_850() -> Scene {
    let mut publication = made_up::steps::waves(&SIXTEEN, &WAVES[1..], "slope", &[]);
    publication.document.charts[0].highlight = vec!["PER".into()];
    picture(&publication, "es-PE", 850.0, |_| {})
}

pub fn slope_pt_320_withheld() -> Scene {
    let countries = ["BRA", "DOM", "PER", "URY", "VCT"];
    let publication = made_up::steps::waves(&countries, &WAVES[1..], "slope", &[("PER", "2019")]);
    picture(&publication, "pt-BR", 320.0, |_| {})
}

pub fn slope_en_1200_women_and_men() -> Scene {
    let publication = made_up::steps::women_and_men(&SIXTEEN[..5], "slope", &[]);
    picture(&publication, "en", 1200.0, |_| {})
}

pub fn slope_fr_1920_dark() -> Scene {
    let publication = made_up::steps::waves(&SIXTEEN, &WAVES[1..], "slope", &[("CUB", "2023")]);
    picture(&publication, "fr", 1920.0, |request| {
        request.theme = Theme::Dark
    })
}

pub fn dumbbell_es_850() -> Scene {
    let mut publication = made_up::steps::waves(&SIXTEEN, &WAVES[1..], "dumbbell", &[]);
    publication.document.charts[0].highlight = vec!["COL".into()];
    picture(&publication, "es-CO", 850.0, |_| {})
}

pub fn dumbbell_fr_320_withheld() -> Scene {
    let countries = ["BRA", "DOM", "KNA", "PER", "VCT"];
    let hidden = [("BRA", "2023"), ("KNA", "2019"), ("KNA", "2023")];
    let publication = made_up::steps::waves(&countries, &WAVES[1..], "dumbbell", &hidden);
    picture(&publication, "fr", 320.0, |_| {})
}

pub fn dumbbell_en_1200_women_and_men() -> Scene {
    let publication = made_up::steps::women_and_men(&SIXTEEN, "dumbbell", &["CUB"]);
    picture(&publication, "en", 1200.0, |_| {})
}

pub fn dumbbell_pt_1920_33_countries() -> Scene {
    let publication = made_up::steps::waves(&ALL, &WAVES, "dumbbell", &[("BRA", "2019")]);
    picture(&publication, "pt-BR", 1920.0, |_| {})
}
