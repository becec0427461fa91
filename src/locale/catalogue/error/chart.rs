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
    "chart_kind_mismatch" {
        es: "Un gráfico «{kind}» no puede mostrar una consulta «{estimate}».",
        pt: "Um gráfico “{kind}” não pode mostrar uma consulta “{estimate}”.",
        en: "A chart of kind “{kind}” cannot show a query of kind “{estimate}”.",
        fr: "Un graphique «\u{a0}{kind}\u{a0}» ne peut pas montrer une requête «\u{a0}{estimate}\u{a0}».",
    }
    "reference_without_average" {
        es: "El gráfico pide una línea en el promedio, pero su consulta no lo calcula («average»).",
        pt: "O gráfico pede uma linha na média, mas sua consulta não a calcula (“average”).",
        en: "The chart asks for a line at the average, but its query does not compute it (“average”).",
        fr: "Le graphique demande une ligne à la moyenne, mais sa requête ne la calcule pas («\u{a0}average\u{a0}»).",
    }
    "chart_without_theory" {
        es: "El gráfico «{chart}» muestra la teoría de cambio, pero el documento no tiene ninguna.",
        pt: "O gráfico “{chart}” mostra a teoria da mudança, mas o documento não tem nenhuma.",
        en: "The chart “{chart}” shows the theory of change, but the document has none.",
        fr: "Le graphique «\u{a0}{chart}\u{a0}» montre la théorie du changement, mais le document n’en a pas.",
    }
    "no_font" {
        es: "Para hacer un PNG hace falta una de estas fuentes en el sistema: {options}.",
        pt: "Para fazer um PNG é preciso uma destas fontes no sistema: {options}.",
        en: "A PNG needs one of these fonts on the system: {options}.",
        fr: "Un PNG demande une de ces polices sur le système\u{a0}: {options}.",
    }
    "picture_too_large" {
        es: "La imagen es demasiado grande.",
        pt: "A imagem é grande demais.",
        en: "The picture is too large.",
        fr: "L’image est trop grande.",
    }
}
