//! What keeps a chart from being drawn.

use super::{Entry, Message};

/// The codes of this room.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: "chart_without_query",
        says: Message {
            es: "El gráfico «{chart}» no dice de qué consulta son sus datos.",
            pt: "O gráfico “{chart}” não diz de que consulta são seus dados.",
            en: "The chart “{chart}” does not say which query its data come from.",
            fr: "Le graphique «\u{a0}{chart}\u{a0}» ne dit pas de quelle requête viennent ses données.",
        },
    },
    Entry {
        code: "chart_without_results",
        says: Message {
            es: "El gráfico «{chart}» no tiene datos: la consulta «{query}» no dio resultados.",
            pt: "O gráfico “{chart}” não tem dados: a consulta “{query}” não deu resultados.",
            en: "The chart “{chart}” has no data: the query “{query}” gave no results.",
            fr: "Le graphique «\u{a0}{chart}\u{a0}» n’a pas de données\u{a0}: la requête «\u{a0}{query}\u{a0}» n’a pas donné de résultats.",
        },
    },
    Entry {
        code: "size_out_of_range",
        says: Message {
            es: "El valor {value} de «{name}» está fuera de lo admitido, de {low} a {high}.",
            pt: "O valor {value} de “{name}” está fora do permitido, de {low} a {high}.",
            en: "The value {value} of “{name}” is out of range, {low} to {high}.",
            fr: "La valeur {value} de «\u{a0}{name}\u{a0}» est hors des limites, de {low} à {high}.",
        },
    },
];
