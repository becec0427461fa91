//! What keeps a chart from being drawn.

use super::entries;

entries! {
    "chart_without_query" {
        es: "El gráfico «{chart}» no dice de qué consulta son sus datos.",
        pt: "O gráfico “{chart}” não diz de que consulta são seus dados.",
        en: "The chart “{chart}” does not say which query its data come from.",
        fr: "Le graphique «\u{a0}{chart}\u{a0}» ne dit pas de quelle requête viennent ses données.",
    }
    "chart_without_results" {
        es: "El gráfico «{chart}» no tiene datos: la consulta «{query}» no dio resultados.",
        pt: "O gráfico “{chart}” não tem dados: a consulta “{query}” não deu resultados.",
        en: "The chart “{chart}” has no data: the query “{query}” gave no results.",
        fr: "Le graphique «\u{a0}{chart}\u{a0}» n’a pas de données\u{a0}: la requête «\u{a0}{query}\u{a0}» n’a pas donné de résultats.",
    }
    "size_out_of_range" {
        es: "El valor {value} de «{name}» está fuera de lo admitido, de {low} a {high}.",
        pt: "O valor {value} de “{name}” está fora do permitido, de {low} a {high}.",
        en: "The value {value} of “{name}” is out of range, {low} to {high}.",
        fr: "La valeur {value} de «\u{a0}{name}\u{a0}» est hors des limites, de {low} à {high}.",
    }
    "chart_without_theory" {
        es: "El gráfico «{chart}» muestra la teoría de cambio, pero el documento no tiene ninguna.",
        pt: "O gráfico “{chart}” mostra a teoria da mudança, mas o documento não tem nenhuma.",
        en: "The chart “{chart}” shows the theory of change, but the document has none.",
        fr: "Le graphique «\u{a0}{chart}\u{a0}» montre la théorie du changement, mais le document n’en a pas.",
    }
    "unknown_query" {
        es: "No existe ninguna consulta llamada «{value}».",
        pt: "Não existe nenhuma consulta chamada “{value}”.",
        en: "There is no query called “{value}”.",
        fr: "Il n’existe aucune requête nommée «\u{a0}{value}\u{a0}».",
    }
    "unknown_chart" {
        es: "No existe ningún gráfico llamado «{value}».",
        pt: "Não existe nenhum gráfico chamado “{value}”.",
        en: "There is no chart called “{value}”.",
        fr: "Il n’existe aucun graphique nommé «\u{a0}{value}\u{a0}».",
    }
}
