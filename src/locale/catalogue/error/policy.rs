//! What can be wrong with policy events.

use super::entries;

entries! {
    "blank_cell" {
        es: "Falta un valor necesario: la fila no se usa.",
        pt: "Falta um valor necessário: a linha não é usada.",
        en: "A value that is needed is blank: the row is not used.",
        fr: "Il manque une valeur nécessaire\u{a0}: la ligne n’est pas utilisée.",
    }
    "unknown_dimension" {
        es: "No existe ninguna dimensión de política llamada «{value}».",
        pt: "Não existe nenhuma dimensão de política chamada “{value}”.",
        en: "There is no policy dimension called “{value}”.",
        fr: "Il n’existe aucune dimension de politique nommée «\u{a0}{value}\u{a0}».",
    }
    "unknown_stage" {
        es: "«{value}» no es un nivel de esta política.",
        pt: "“{value}” não é um nível desta política.",
        en: "“{value}” is not a stage of this policy.",
        fr: "«\u{a0}{value}\u{a0}» n’est pas un niveau de cette politique.",
    }
    "unknown_event" {
        es: "El registro corrige a otro, «{value}», que no está en el archivo.",
        pt: "O registro corrige outro, “{value}”, que não está no arquivo.",
        en: "The record corrects another, “{value}”, which is not in the file.",
        fr: "L’enregistrement en corrige un autre, «\u{a0}{value}\u{a0}», qui n’est pas dans le fichier.",
    }
    "conflicting_events" {
        es: "{country}: dos registros del mismo día ({date}) se contradicen en «{dimension}».",
        pt: "{country}: dois registros do mesmo dia ({date}) se contradizem em “{dimension}”.",
        en: "{country}: two records of the same day ({date}) contradict each other in “{dimension}”.",
        fr: "{country}\u{a0}: deux enregistrements du même jour ({date}) se contredisent pour «\u{a0}{dimension}\u{a0}».",
    }
    "further_rows" {
        es: "Avisos parecidos sobre otras filas: {rows}.",
        pt: "Avisos parecidos sobre outras linhas: {rows}.",
        en: "Similar notices about further rows: {rows}.",
        fr: "Avis semblables sur d’autres lignes\u{a0}: {rows}.",
    }
}
