//! What keeps an indicator from being judged.

use super::entries;

entries! {
    "target_not_later" {
        es: "La fecha de la meta, {value}, debe ser posterior a {after}.",
        pt: "A data da meta, {value}, deve ser posterior a {after}.",
        en: "The target’s date, {value}, must be later than {after}.",
        fr: "La date de la cible, {value}, doit être postérieure à {after}.",
    }
    "target_against_direction" {
        es: "La meta de {value} contradice la dirección «{direction}»: antes de ella está {before}.",
        pt: "A meta de {value} contradiz a direção “{direction}”: antes dela está {before}.",
        en: "The target of {value} contradicts the direction “{direction}”: before it stands {before}.",
        fr: "La cible de {value} contredit la direction «\u{a0}{direction}\u{a0}»\u{a0}: avant elle se trouve {before}.",
    }
    "unknown_row" {
        es: "La consulta no tiene la fila que pide el indicador.",
        pt: "A consulta não tem a linha que o indicador pede.",
        en: "The query has no such row as the indicator asks for.",
        fr: "La requête n’a pas la ligne que demande l’indicateur.",
    }
    "theory_missing" {
        es: "El documento no tiene teoría de cambio.",
        pt: "O documento não tem teoria da mudança.",
        en: "The document has no theory of change.",
        fr: "Le document n’a pas de théorie du changement.",
    }
}
