//! A question of several answers as a column for each answer: `q/a`, `q_1`, `q___1`.

use super::table::Table;

/// Columns that belong to one question.
pub(super) struct Split {
    /// The question, as the columns' names begin.
    pub(super) stem: String,
    /// The column with all answers, if there is one.
    pub(super) summary: Option<usize>,
    /// Columns, each with the code or the label of its answer.
    pub(super) items: Vec<(usize, String)>,
}

/// Finds the columns of questions of several answers: those named as another column, `mark` and an answer; and, where no column has
/// all answers, columns with one stem that hold yes and no alone and are blank in as many records.
pub(super) fn find(names: &[String], mark: &str, table: &Table) -> Vec<Split> {
    let mut splits: Vec<Split> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        if !table.profile(at).at_most(|value| flag(value).is_some()) {
            continue;
        }
        let Some((stem, answer, summary)) = parted(name, mark, names) else {
            continue;
        };
        let same = |split: &&mut Split| split.stem == stem && split.summary == summary;
        match splits.iter_mut().rev().find(same) {
            Some(split) => split.items.push((at, answer.into())),
            None => splits.push(Split {
                stem: stem.into(),
                summary,
                items: vec![(at, answer.into())],
            }),
        }
    }
    splits.retain(|split| {
        let filled = |item: &(usize, String)| table.profile(item.0).filled;
        let first = split.items.first().map_or(0, filled);
        split.summary.is_some()
            || (split.items.len() > 1
                && first > 0
                && split.items.iter().all(|item| filled(item) == first))
    });
    splits
}

/// A name's question and answer. Of several marks that may part them the last decides after which stands a column's name.
fn parted<'a>(
    name: &'a str,
    mark: &str,
    names: &[String],
) -> Option<(&'a str, &'a str, Option<usize>)> {
    let mut last = None;
    for (at, _) in name.rmatch_indices(mark) {
        let (stem, answer) = (&name[..at], &name[at + mark.len()..]);
        if stem.is_empty() || answer.is_empty() {
            continue;
        }
        if let Some(summary) = names.iter().position(|known| known == stem) {
            return Some((stem, answer, Some(summary)));
        }
        last = last.or(Some((stem, answer, None)));
    }
    last
}

/// Whether a cell says that an answer was chosen; none where it says neither.
pub(super) fn flag(value: &str) -> Option<bool> {
    const YES: [&str; 9] = ["1", "true", "yes", "y", "sí", "si", "sim", "oui", "checked"];
    const NO: [&str; 7] = ["0", "false", "no", "n", "não", "non", "unchecked"];
    let value = crate::host::lower(value.trim());
    match () {
        () if YES.contains(&value.as_str()) => Some(true),
        () if NO.contains(&value.as_str()) => Some(false),
        () => None,
    }
}
