//! What can be wrong with a theory of change and its indicators.

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
    "missing_baseline" {
        es: "El indicador tiene metas, pero no línea de base: no se puede medir el avance.",
        pt: "O indicador tem metas, mas não linha de base: não se pode medir o avanço.",
        en: "The indicator has targets but no baseline: progress cannot be measured.",
        fr: "L’indicateur a des cibles, mais pas de situation de référence\u{a0}: l’avancement ne peut pas être mesuré.",
    }
    "unknown_theory_column" {
        es: "No existe ninguna columna de la teoría llamada «{value}».",
        pt: "Não existe nenhuma coluna da teoria chamada “{value}”.",
        en: "The theory has no column called “{value}”.",
        fr: "La théorie n’a aucune colonne nommée «\u{a0}{value}\u{a0}».",
    }
    "unknown_node" {
        es: "No existe ningún nodo llamado «{value}».",
        pt: "Não existe nenhum nó chamado “{value}”.",
        en: "There is no node called “{value}”.",
        fr: "Il n’existe aucun nœud nommé «\u{a0}{value}\u{a0}».",
    }
    "unknown_row" {
        es: "La consulta no tiene la fila que pide el indicador.",
        pt: "A consulta não tem a linha que o indicador pede.",
        en: "The query has no such row as the indicator asks for.",
        fr: "La requête n’a pas la ligne que demande l’indicateur.",
    }
    "link_to_itself" {
        es: "Un vínculo no puede unir un nodo consigo mismo.",
        pt: "Uma ligação não pode unir um nó a si mesmo.",
        en: "A link cannot join a node to itself.",
        fr: "Un lien ne peut pas relier un nœud à lui-même.",
    }
    "theory_missing" {
        es: "El documento no tiene teoría de cambio.",
        pt: "O documento não tem teoria da mudança.",
        en: "The document has no theory of change.",
        fr: "Le document n’a pas de théorie du changement.",
    }
}
