//! What can be wrong with a table in memory.

use super::entries;

entries! {
    "unknown_variable" {
        es: "No existe ninguna variable llamada «{value}».",
        pt: "Não existe nenhuma variável chamada “{value}”.",
        en: "There is no variable called “{value}”.",
        fr: "Il n’existe aucune variable nommée «\u{a0}{value}\u{a0}».",
    }
    "ragged_table" {
        es: "La columna «{column}» tiene {value} valores, pero la tabla tiene {rows} filas.",
        pt: "A coluna “{column}” tem {value} valores, mas a tabela tem {rows} linhas.",
        en: "The column “{column}” has {value} values, but the table has {rows} rows.",
        fr: "La colonne «\u{a0}{column}\u{a0}» a {value} valeurs, mais le tableau a {rows} lignes.",
    }
}
