//! What a kind of chart needs in order to draw.

use super::entries;
use crate::locale::message::{Message, message};

entries! {
    "chart_needs" {
        es: "El gráfico «{chart}» no se puede dibujar como «{kind}»: necesita {needs}.",
        pt: "O gráfico “{chart}” não pode ser desenhado como “{kind}”: precisa de {needs}.",
        en: "The chart “{chart}” cannot be drawn as “{kind}”: it needs {needs}.",
        fr: "Le graphique «\u{a0}{chart}\u{a0}» ne peut pas être dessiné comme «\u{a0}{kind}\u{a0}»\u{a0}: il demande {needs}.",
    }
}

/// The words for what is needed.
pub fn need(code: &str) -> Option<&'static Message> {
    Some(match code {
        "of_and_by" => &OF_AND_BY,
        "key_of_panels" => &KEY_OF_PANELS,
        "kind_of_panels" => &KIND_OF_PANELS,
        "leverage" => &LEVERAGE,
        "network" => &NETWORK,
        "fewer_members" => &FEWER_MEMBERS,
        _ => return None,
    })
}

const OF_AND_BY: Message = message! {
    es: "el tipo de gráfico de cada panel («of») y la clave que los separa («by»)",
    pt: "o tipo de gráfico de cada painel (“of”) e a chave que os separa (“by”)",
    en: "the kind of chart of each panel (“of”) and the key that parts them (“by”)",
    fr: "le type de graphique de chaque panneau («\u{a0}of\u{a0}») et la clé qui les sépare («\u{a0}by\u{a0}»)",
};
const KEY_OF_PANELS: Message = message! {
    es: "en «by» una clave de los resultados: «country», otra variable de la consulta, «item» o «category»",
    pt: "em “by” uma chave dos resultados: “country”, outra variável da consulta, “item” ou “category”",
    en: "in “by” a key of the results: “country”, another variable of the query, “item” or “category”",
    fr: "dans «\u{a0}by\u{a0}» une clé des résultats\u{a0}: «\u{a0}country\u{a0}», une autre variable de la requête, «\u{a0}item\u{a0}» ou «\u{a0}category\u{a0}»",
};
const KIND_OF_PANELS: Message = message! {
    es: "en «of» un tipo de gráfico que quepa en un panel, como «ranking» o «likert»",
    pt: "em “of” um tipo de gráfico que caiba em um painel, como “ranking” ou “likert”",
    en: "in “of” a kind of chart that stands in a panel, such as “ranking” or “likert”",
    fr: "dans «\u{a0}of\u{a0}» un type de graphique qui tienne dans un panneau, comme «\u{a0}ranking\u{a0}» ou «\u{a0}likert\u{a0}»",
};
const LEVERAGE: Message = message! {
    es: "en la teoría, puntos de apalancamiento («leverage») con sus valoraciones",
    pt: "na teoria, pontos de alavancagem (“leverage”) com suas avaliações",
    en: "leverage points with their ratings in the theory (“leverage”)",
    fr: "dans la théorie, des points de levier («\u{a0}leverage\u{a0}») avec leurs évaluations",
};
const NETWORK: Message = message! {
    es: "los miembros de una red con sus vínculos (consulta «network»)",
    pt: "os membros de uma rede com seus vínculos (consulta “network”)",
    en: "members of a network with their ties (a “network” query)",
    fr: "les membres d’un réseau avec leurs liens (requête «\u{a0}network\u{a0}»)",
};
const FEWER_MEMBERS: Message = message! {
    es: "una red de 1000 miembros como máximo",
    pt: "uma rede de no máximo 1000 membros",
    en: "a network of 1000 members at most",
    fr: "un réseau de 1000 membres au plus",
};
