//! Words for what a data file holds.

use crate::locale::message::{Message, message};

/// First line of a description.
pub const FILE: Message = message! {
    es: "{file}: {rows} registros, {columns} columnas; {encoding}, separador «{delimiter}», decimales «{decimal}»",
    pt: "{file}: {rows} registros, {columns} colunas; {encoding}, separador “{delimiter}”, decimais “{decimal}”",
    en: "{file}: {rows} records, {columns} columns; {encoding}, delimiter “{delimiter}”, decimals “{decimal}”",
    fr: "{file} : {rows} enregistrements, {columns} colonnes ; {encoding}, séparateur « {delimiter} », décimales « {decimal} »",
};

/// Blank cells of a column.
pub const BLANK: Message = message! {
    es: "{n} vacías",
    pt: "{n} vazias",
    en: "{n} blank",
    fr: "{n} vides",
};
