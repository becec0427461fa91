//! Pictures with notes on keys: beside a mark, numbered, or in a list.

use super::super::notes::named;
use super::picture;
use pulso::chart::Scene;

pub fn trend_es_850() -> Scene {
    picture(&named("annotated trend"), "es", 850.0, |_| {})
}

pub fn map_pt_1200() -> Scene {
    picture(&named("annotated map"), "pt-BR", 1200.0, |_| {})
}

pub fn timeline_fr_320() -> Scene {
    picture(&named("annotated timeline"), "fr", 320.0, |_| {})
}

pub fn network_en_850() -> Scene {
    picture(&named("annotated network"), "en", 850.0, |_| {})
}
