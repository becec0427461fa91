//! Words for what a data file holds.

use crate::locale::message::{Message, message};

/// First words of a description.
pub const FILE: Message = message! {
    es: "{file}: {rows} registros, {columns} columnas",
    pt: "{file}: {rows} registros, {columns} colunas",
    en: "{file}: {rows} records, {columns} columns",
    fr: "{file}\u{a0}: {rows} enregistrements, {columns} colonnes",
};

/// First words of what a codebook says.
pub const CODEBOOK: Message = message! {
    es: "{file}: libro de códigos, sin registros; {variables} variables",
    pt: "{file}: dicionário de dados, sem registros; {variables} variáveis",
    en: "{file}: a codebook, without records; {variables} variables",
    fr: "{file}\u{a0}: dictionnaire de données, sans enregistrements\u{a0}; {variables} variables",
};

/// What kind of file it is.
pub const FORMAT: Message = message! {
    es: "formato {format}",
    pt: "formato {format}",
    en: "format {format}",
    fr: "format {format}",
};

/// The program that it comes from.
pub const TOOL: Message = message! {
    es: "hecho con {tool}",
    pt: "feito com {tool}",
    en: "made with {tool}",
    fr: "fait avec {tool}",
};

/// What parts its cells.
pub const DELIMITER: Message = message! {
    es: "separador «{delimiter}»",
    pt: "separador “{delimiter}”",
    en: "delimiter “{delimiter}”",
    fr: "séparateur «\u{a0}{delimiter}\u{a0}»",
};

/// What parts the units from the tenths.
pub const DECIMAL: Message = message! {
    es: "decimales «{decimal}»",
    pt: "decimais “{decimal}”",
    en: "decimals “{decimal}”",
    fr: "décimales «\u{a0}{decimal}\u{a0}»",
};

/// Which of its tables was read.
pub const TABLE: Message = message! {
    es: "tabla «{table}»",
    pt: "tabela “{table}”",
    en: "table “{table}”",
    fr: "table «\u{a0}{table}\u{a0}»",
};

/// Languages of its labels.
pub const LANGUAGES: Message = message! {
    es: "idiomas: {languages}",
    pt: "idiomas: {languages}",
    en: "languages: {languages}",
    fr: "langues\u{a0}: {languages}",
};

/// The column that it declares as the weight.
pub const WEIGHT: Message = message! {
    es: "peso: {weight}",
    pt: "peso: {weight}",
    en: "weight: {weight}",
    fr: "pondération\u{a0}: {weight}",
};

/// Blank cells of a column.
pub const BLANK: Message = message! {
    es: "{n} vacías",
    pt: "{n} vazias",
    en: "{n} blank",
    fr: "{n} vides",
};

/// A value that stands for a blank.
pub const NO_ANSWER: Message = message! {
    es: "sin respuesta",
    pt: "sem resposta",
    en: "no answer",
    fr: "sans réponse",
};

/// A value that says that the person does not know.
pub const DO_NOT_KNOW: Message = message! {
    es: "no sabe",
    pt: "não sabe",
    en: "does not know",
    fr: "ne sait pas",
};

/// A value that says that the person would not say.
pub const REFUSED: Message = message! {
    es: "no quiso responder",
    pt: "não quis responder",
    en: "refused",
    fr: "refus de répondre",
};

/// A value that says that the question does not apply.
pub const NOT_APPLICABLE: Message = message! {
    es: "no corresponde",
    pt: "não se aplica",
    en: "does not apply",
    fr: "sans objet",
};

/// A value that says that the question was not put.
pub const NOT_ASKED: Message = message! {
    es: "no se preguntó",
    pt: "não foi perguntado",
    en: "not asked",
    fr: "non posée",
};

/// A value that is declared missing without a reason.
pub const UNSPECIFIED: Message = message! {
    es: "valor perdido",
    pt: "valor ausente",
    en: "missing value",
    fr: "valeur manquante",
};
