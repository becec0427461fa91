//! Microsoft Forms: number, two times, who answered, and questions as names; every answer of a question of several ends with a semicolon.
//!
//! Layout: as response workbooks are known to look; the headings of the four languages were not held against a file of each.

use super::Tool;
use super::google_forms::questions;
use super::table::{Table, Top};
use crate::host::lower;

/// Microsoft Forms.
pub(super) const TOOL: Tool = Tool {
    name: "microsoft_forms",
    knows: |top| {
        let names = top.row(0);
        top.begins(&["ID"])
            && names.get(1).is_some_and(|name| is(name, &START))
            && names.get(2).is_some_and(|name| is(name, &END))
    },
    header_rows: 1,
    plan: |table: &Table| {
        let own = own(&table.top);
        questions(table, own)
    },
};

const START: [&str; 4] = [
    "start time",
    "hora de inicio",
    "hora de início",
    "heure de début",
];
const END: [&str; 4] = [
    "completion time",
    "hora de finalización",
    "hora de conclusão",
    "heure de fin",
];
/// Who answered, and when the answer was changed last.
const WHO: [&str; 13] = [
    "email",
    "name",
    "last modified time",
    "language",
    "correo electrónico",
    "nombre",
    "hora de la última modificación",
    "idioma",
    "nome",
    "hora da última modificação",
    "adresse de messagerie",
    "nom",
    "heure de la dernière modification",
];

fn is(name: &str, words: &[&str]) -> bool {
    words.contains(&lower(name).as_str())
}

/// How many columns stand before the questions.
fn own(top: &Top) -> usize {
    let who = top.row(0).iter().skip(3);
    3 + who.take_while(|name| is(name, &WHO)).count()
}
