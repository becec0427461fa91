//! What a kind of chart needs of its query.

use super::entries;

entries! {
    "chart_needs_steps" {
        es: "El gráfico «{chart}» («{kind}») necesita una consulta con otra clave además del país, con dos valores o más: una ola, un año, un grupo.",
        pt: "O gráfico “{chart}” (“{kind}”) precisa de uma consulta com outra chave além do país, com dois valores ou mais: uma onda, um ano, um grupo.",
        en: "The chart “{chart}” (“{kind}”) needs a query with another key beside the country, of two values or more: a wave, a year, a group.",
        fr: "Le graphique «\u{a0}{chart}\u{a0}» («\u{a0}{kind}\u{a0}») demande une requête avec une autre clé que le pays, de deux valeurs ou plus\u{a0}: une vague, une année, un groupe.",
    }
    "chart_needs_two_steps" {
        es: "El gráfico «{chart}» («{kind}») compara dos valores de la segunda clave; la consulta da {count}, que no son fechas. Elija dos con «where».",
        pt: "O gráfico “{chart}” (“{kind}”) compara dois valores da segunda chave; a consulta dá {count}, que não são datas. Escolha dois com “where”.",
        en: "The chart “{chart}” (“{kind}”) compares two values of the second key; the query gives {count}, which are no dates. Choose two with “where”.",
        fr: "Le graphique «\u{a0}{chart}\u{a0}» («\u{a0}{kind}\u{a0}») compare deux valeurs de la seconde clé\u{a0}; la requête en donne {count}, qui ne sont pas des dates. Choisissez-en deux avec «\u{a0}where\u{a0}».",
    }
    "chart_needs_spread" {
        es: "El gráfico «{chart}» («{kind}») necesita una proporción de todas las respuestas (sin «is») o una consulta «quantile» con dos proporciones o más.",
        pt: "O gráfico “{chart}” (“{kind}”) precisa de uma proporção de todas as respostas (sem “is”) ou de uma consulta “quantile” com duas proporções ou mais.",
        en: "The chart “{chart}” (“{kind}”) needs a proportion of all answers (without “is”) or a “quantile” query with two shares or more.",
        fr: "Le graphique «\u{a0}{chart}\u{a0}» («\u{a0}{kind}\u{a0}») demande une proportion de toutes les réponses (sans «\u{a0}is\u{a0}») ou une requête «\u{a0}quantile\u{a0}» avec deux parts ou plus.",
    }
    "chart_needs_against" {
        es: "El gráfico «{chart}» («{kind}») necesita una segunda consulta («against»), con la misma clave que la primera.",
        pt: "O gráfico “{chart}” (“{kind}”) precisa de uma segunda consulta (“against”), com a mesma chave da primeira.",
        en: "The chart “{chart}” (“{kind}”) needs a second query (“against”), with the same key as the first.",
        fr: "Le graphique «\u{a0}{chart}\u{a0}» («\u{a0}{kind}\u{a0}») demande une seconde requête («\u{a0}against\u{a0}»), avec la même clé que la première.",
    }
}
