//! What results must be for a kind of chart to draw them.

use super::entries;
use crate::locale::message::{Message, message};

entries! {
    "needs_atlas" {
        es: "El gráfico «{chart}» («{kind}») necesita el visor completo (atlas).",
        pt: "O gráfico “{chart}” (“{kind}”) precisa do visualizador completo (atlas).",
        en: "The chart “{chart}” (“{kind}”) needs the complete viewer (atlas).",
        fr: "Le graphique «\u{a0}{chart}\u{a0}» («\u{a0}{kind}\u{a0}») demande la visionneuse complète (atlas).",
    }
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
        "country" => &COUNTRY,
        "one_a_country" => &ONE_A_COUNTRY,
        "policy_changes" => &POLICY_CHANGES,
        "policy_adoption" => &POLICY_ADOPTION,
        "cells" => &CELLS,
        "against" => &AGAINST,
        "spread" => &SPREAD,
        "steps" => &STEPS,
        "two_steps" => &TWO_STEPS,
        "of_and_by" => &OF_AND_BY,
        "key_of_panels" => &KEY_OF_PANELS,
        "kind_of_panels" => &KIND_OF_PANELS,
        "leverage" => &LEVERAGE,
        "network" => &NETWORK,
        "fewer_members" => &FEWER_MEMBERS,
        _ => return None,
    })
}

const COUNTRY: Message = message! {
    es: "resultados por país de América Latina y el Caribe",
    pt: "resultados por país da América Latina e do Caribe",
    en: "results by country of Latin America and the Caribbean",
    fr: "des résultats par pays d’Amérique latine et des Caraïbes",
};
const ONE_A_COUNTRY: Message = message! {
    es: "un solo número o una sola etapa por país, sin otros grupos ni respuestas",
    pt: "um único número ou uma única etapa por país, sem outros grupos nem respostas",
    en: "a single number or stage for each country, without other groups or answers",
    fr: "un seul chiffre ou une seule étape par pays, sans autres groupes ni réponses",
};
const POLICY_CHANGES: Message = message! {
    es: "los eventos de una política con su fecha (consulta «policy_changes»)",
    pt: "os eventos de uma política com sua data (consulta “policy_changes”)",
    en: "the events of a policy with their dates (a “policy_changes” query)",
    fr: "les événements d’une politique avec leur date (requête «\u{a0}policy_changes\u{a0}»)",
};
const POLICY_ADOPTION: Message = message! {
    es: "la proporción de países por fecha (consulta «policy_adoption»)",
    pt: "a proporção de países por data (consulta “policy_adoption”)",
    en: "the share of countries by date (a “policy_adoption” query)",
    fr: "la part des pays par date (requête «\u{a0}policy_adoption\u{a0}»)",
};
const CELLS: Message = message! {
    es: "un número o una etapa por fila y columna: país y fecha, período, pregunta o grupo",
    pt: "um número ou uma etapa por linha e coluna: país e data, período, pergunta ou grupo",
    en: "a number or stage for each row and column: country and date, period, question or group",
    fr: "un chiffre ou une étape par ligne et colonne\u{a0}: pays et date, période, question ou groupe",
};
const AGAINST: Message = message! {
    es: "una segunda consulta («against») con la misma clave que la primera",
    pt: "uma segunda consulta (“against”) com a mesma chave da primeira",
    en: "a second query (“against”) with the same key as the first",
    fr: "une seconde requête («\u{a0}against\u{a0}») avec la même clé que la première",
};
const SPREAD: Message = message! {
    es: "una proporción de todas las respuestas (sin «is») o una consulta «quantile» con dos proporciones o más",
    pt: "uma proporção de todas as respostas (sem “is”) ou uma consulta “quantile” com duas proporções ou mais",
    en: "a proportion of all answers (without “is”) or a “quantile” query with two shares or more",
    fr: "une proportion de toutes les réponses (sans «\u{a0}is\u{a0}») ou une requête «\u{a0}quantile\u{a0}» avec deux parts ou plus",
};
const STEPS: Message = message! {
    es: "una consulta con otra clave además del país, con dos valores o más: una ola, un año, un grupo",
    pt: "uma consulta com outra chave além do país, com dois valores ou mais: uma onda, um ano, um grupo",
    en: "a query with another key beside the country, of two values or more: a wave, a year, a group",
    fr: "une requête avec une autre clé que le pays, de deux valeurs ou plus\u{a0}: une vague, une année, un groupe",
};
const TWO_STEPS: Message = message! {
    es: "dos valores de la segunda clave, o fechas: elija dos con «where»",
    pt: "dois valores da segunda chave, ou datas: escolha dois com “where”",
    en: "two values of the second key, or dates: choose two with “where”",
    fr: "deux valeurs de la seconde clé, ou des dates\u{a0}: choisissez-en deux avec «\u{a0}where\u{a0}»",
};
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
