//! Where something is wrong, in words.

use crate::locale::message::Message;

/// A data file.
pub const FILE: Message = Message {
    es: "archivo «{name}»",
    pt: "arquivo “{name}”",
    en: "file “{name}”",
    fr: "fichier «\u{a0}{name}\u{a0}»",
};

/// A row of a file.
pub const ROW: Message = Message {
    es: "fila {row}",
    pt: "linha {row}",
    en: "row {row}",
    fr: "ligne {row}",
};

/// A column of a file.
pub const COLUMN: Message = Message {
    es: "columna «{name}»",
    pt: "coluna “{name}”",
    en: "column “{name}”",
    fr: "colonne «\u{a0}{name}\u{a0}»",
};

/// A field of the document, as JSON names it.
pub const FIELD: Message = Message {
    es: "campo «{name}»",
    pt: "campo “{name}”",
    en: "field “{name}”",
    fr: "champ «\u{a0}{name}\u{a0}»",
};

/// A data set, by its place in the list.
pub const DATASET: Message = Message {
    es: "conjunto de datos {number}",
    pt: "conjunto de dados {number}",
    en: "data set {number}",
    fr: "jeu de données {number}",
};

/// A derived variable.
pub const VARIABLE: Message = Message {
    es: "variable {number}",
    pt: "variável {number}",
    en: "variable {number}",
    fr: "variable {number}",
};

/// A query.
pub const QUERY: Message = Message {
    es: "consulta {number}",
    pt: "consulta {number}",
    en: "query {number}",
    fr: "requête {number}",
};

/// A chart.
pub const CHART: Message = Message {
    es: "gráfico {number}",
    pt: "gráfico {number}",
    en: "chart {number}",
    fr: "graphique {number}",
};

/// A block of the report.
pub const BLOCK: Message = Message {
    es: "bloque {number} del informe",
    pt: "bloco {number} do relatório",
    en: "block {number} of the report",
    fr: "bloc {number} du rapport",
};

/// The theory of change.
pub const THEORY: Message = Message {
    es: "teoría de cambio",
    pt: "teoria da mudança",
    en: "theory of change",
    fr: "théorie du changement",
};

/// A node of the theory.
pub const NODE: Message = Message {
    es: "nodo {number}",
    pt: "nó {number}",
    en: "node {number}",
    fr: "nœud {number}",
};

/// A link of the theory.
pub const LINK: Message = Message {
    es: "vínculo {number}",
    pt: "ligação {number}",
    en: "link {number}",
    fr: "lien {number}",
};

/// An indicator of the theory.
pub const INDICATOR: Message = Message {
    es: "indicador {number}",
    pt: "indicador {number}",
    en: "indicator {number}",
    fr: "indicateur {number}",
};

/// A target of an indicator.
pub const TARGET: Message = Message {
    es: "meta {number}",
    pt: "meta {number}",
    en: "target {number}",
    fr: "cible {number}",
};
