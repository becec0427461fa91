//! Where something is wrong, in words.

use crate::locale::message::{Message, message};

/// A data file.
pub const FILE: Message = message! {
    es: "archivo «{name}»",
    pt: "arquivo “{name}”",
    en: "file “{name}”",
    fr: "fichier «\u{a0}{name}\u{a0}»",
};

/// A row of a file.
pub const ROW: Message = message! {
    es: "fila {row}",
    pt: "linha {row}",
    en: "row {row}",
    fr: "ligne {row}",
};

/// A column of a file.
pub const COLUMN: Message = message! {
    es: "columna «{name}»",
    pt: "coluna “{name}”",
    en: "column “{name}”",
    fr: "colonne «\u{a0}{name}\u{a0}»",
};

/// A field of the document, as JSON names it.
pub const FIELD: Message = message! {
    es: "campo «{name}»",
    pt: "campo “{name}”",
    en: "field “{name}”",
    fr: "champ «\u{a0}{name}\u{a0}»",
};

/// A data set, by its place in the list.
pub const DATASET: Message = message! {
    es: "conjunto de datos {number}",
    pt: "conjunto de dados {number}",
    en: "data set {number}",
    fr: "jeu de données {number}",
};

/// A derived variable.
pub const VARIABLE: Message = message! {
    es: "variable {number}",
    pt: "variável {number}",
    en: "variable {number}",
    fr: "variable {number}",
};

/// A query.
pub const QUERY: Message = message! {
    es: "consulta {number}",
    pt: "consulta {number}",
    en: "query {number}",
    fr: "requête {number}",
};

/// A chart.
pub const CHART: Message = message! {
    es: "gráfico {number}",
    pt: "gráfico {number}",
    en: "chart {number}",
    fr: "graphique {number}",
};

/// A block of the report.
pub const BLOCK: Message = message! {
    es: "bloque {number} del informe",
    pt: "bloco {number} do relatório",
    en: "block {number} of the report",
    fr: "bloc {number} du rapport",
};

/// The theory of change.
pub const THEORY: Message = message! {
    es: "teoría de cambio",
    pt: "teoria da mudança",
    en: "theory of change",
    fr: "théorie du changement",
};

/// A node of the theory.
pub const NODE: Message = message! {
    es: "nodo {number}",
    pt: "nó {number}",
    en: "node {number}",
    fr: "nœud {number}",
};

/// A link of the theory.
pub const LINK: Message = message! {
    es: "vínculo {number}",
    pt: "ligação {number}",
    en: "link {number}",
    fr: "lien {number}",
};

/// An indicator of the theory.
pub const INDICATOR: Message = message! {
    es: "indicador {number}",
    pt: "indicador {number}",
    en: "indicator {number}",
    fr: "indicateur {number}",
};

/// A target of an indicator.
pub const TARGET: Message = message! {
    es: "meta {number}",
    pt: "meta {number}",
    en: "target {number}",
    fr: "cible {number}",
};
