//! Which files of an archive hold data, and which of them is meant.

use super::zip::{Part, Zip};
use crate::intake::TableName;

/// What files of data end with.
const DATA: [&str; 14] = [
    "csv", "tsv", "tab", "txt", "xlsx", "ods", "json", "jsonl", "sav", "zsav", "por", "dta",
    "parquet", "gz",
];
/// What files that speak of the data are called: the World Bank's, UNESCO's, those of survey tools.
const BESIDE: [&str; 7] = [
    "metadata",
    "codebook",
    "dictionary",
    "datapackage",
    "readme",
    "license",
    "audit",
];

/// The files of data, as tables.
pub(in crate::intake) fn tables(zip: &Zip) -> Vec<TableName> {
    let files = zip.parts().iter().filter(|part| is_data(part));
    let tables = files.map(|part| TableName {
        name: part.name.clone(),
        hidden: false,
    });
    tables.collect()
}

/// The file that is meant where nobody says which: the largest of data, or the one of which it is a repeated group, as ODK
/// names them (`visit.csv`, `visit-children.csv`).
pub(in crate::intake) fn main(zip: &Zip) -> Option<&Part> {
    let files = || zip.parts().iter().filter(|part| is_data(part));
    let data = || files().filter(|part| !is_beside(part));
    // Of two that are as large, the first.
    let largest = |best: &'_ Part, part: &'_ Part| part.size > best.size;
    let best = data().reduce(|best, part| if largest(best, part) { part } else { best });
    let best = best.or_else(|| files().next())?;
    let owner = data().filter(|part| {
        let rest = stem(&best.name).strip_prefix(stem(&part.name));
        rest.is_some_and(|rest| rest.starts_with('-')) && ending(best) == ending(part)
    });
    owner.min_by_key(|part| part.name.len()).or(Some(best))
}

fn is_data(part: &Part) -> bool {
    let name = part.name.rsplit('/').next().unwrap_or_default();
    let apart = part.name.starts_with("__MACOSX/") || name.starts_with('.');
    !apart
        && DATA
            .iter()
            .any(|end| ending(part).eq_ignore_ascii_case(end))
}

fn is_beside(part: &Part) -> bool {
    let name = part.name.to_ascii_lowercase();
    name.starts_with("media/") || BESIDE.iter().any(|word| name.contains(word))
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn ending(part: &Part) -> &str {
    part.name.rsplit_once('.').map_or("", |(_, end)| end)
}
