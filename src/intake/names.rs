//! Where a table begins, and names for its columns.

use super::Cell;
use crate::locale::plain;
use std::collections::BTreeMap;

/// Rows that may stand above the names: titles, notes, dates.
const MAX_TITLES: usize = 40;
/// Letters of a name that is made of a question, about.
const LENGTH: usize = 32;

/// How many of the first rows stand above the names. They hold a cell or two where the table has many: a title, a date, a note.
pub(super) fn titles(head: &[Vec<Cell>]) -> usize {
    let filled: Vec<usize> = head
        .iter()
        .map(|row| row.iter().filter(|cell| !cell.is_blank()).count())
        .collect();
    let usual = usual_width(head);
    let alone = filled.iter().filter(|filled| **filled == 1).count();
    let title = |row: usize| match filled[row] {
        0 => true,
        // Two columns and one line with a single cell above them.
        1 if usual == 2 => row == 0 && alone == 1 && filled.len() > 3,
        1 => usual > 2,
        // A name and its value, unless the next row goes on with what stands above it, as SurveyMonkey's second does.
        2 => {
            let below = head.get(row + 1).filter(|_| filled.get(row + 1) > Some(&1));
            let goes_on = below
                .and_then(|below| below.first())
                .is_some_and(Cell::is_blank);
            let after_title = row > 0 && filled[row - 1] < 2;
            !goes_on && (usual > 4 || (usual == 4 && after_title))
        }
        _ => false,
    };
    let rows = (0..filled.len().min(MAX_TITLES))
        .take_while(|row| title(*row))
        .count();
    // Where nothing but such rows is seen, the first one names the columns.
    if rows == filled.len() {
        filled.iter().take_while(|filled| **filled == 0).count()
    } else {
        rows
    }
}

/// Up to which column most rows reach.
fn usual_width(head: &[Vec<Cell>]) -> usize {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for row in head {
        let width = row.iter().rposition(|cell| !cell.is_blank());
        if let Some(last) = width {
            *widths.entry(last + 1).or_default() += 1;
        }
    }
    let most = widths.iter().max_by_key(|(width, rows)| (**rows, **width));
    most.map_or(0, |(width, _)| *width)
}

/// Whether a row holds HXL hashtags: `#adm1+name`, `#affected+f`. They stand below the names and are no record.
pub(super) fn is_hxl(row: &[Cell]) -> bool {
    let mut cells = row.iter().filter(|cell| !cell.is_blank()).peekable();
    let tag = |cell: &Cell| {
        let text = cell.shown();
        let mut letters = text.chars();
        letters.next() == Some('#')
            && letters
                .next()
                .is_some_and(|next| next.is_ascii_alphabetic())
    };
    cells.peek().is_some() && cells.all(tag)
}

/// Whether a name can stand as it is: the codes that people give to questions, and paths of such codes.
pub(super) fn is_code(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 80
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || "_-./[]".contains(letter))
}

/// A short name for a question: `q7_docentes_con_titulo` of «7. ¿Cuántos docentes con título…?», where a number begins it.
/// `position` counts columns from 0 and names what has no letter.
pub(super) fn identifier(question: &str, position: usize) -> String {
    let words = plain(question);
    let mut name = String::new();
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        if name.is_empty() && word.starts_with(|first: char| first.is_ascii_digit()) {
            name.push('q');
        }
        if !name.is_empty() && name != "q" {
            if name.chars().count() + word.chars().count() >= LENGTH {
                break;
            }
            name.push('_');
        }
        name.extend(word.chars().take(LENGTH));
    }
    match name.as_str() {
        "" => format!("q{}", position + 1),
        _ => name,
    }
}

/// The same names, each once: a second `q` is `q_2`.
pub(super) fn unique(names: Vec<String>) -> Vec<String> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let given: std::collections::BTreeSet<String> = names.iter().cloned().collect();
    let mut unique: Vec<String> = Vec::with_capacity(names.len());
    for name in names {
        let seen = times.entry(name.clone()).or_default();
        *seen += 1;
        let mut other = name.clone();
        if *seen > 1 {
            other = format!("{name}_{seen}");
            while given.contains(&other) {
                *seen += 1;
                other = format!("{name}_{seen}");
            }
        }
        unique.push(other);
    }
    unique
}

/// A question without the marks that its tool wrote for the screen: tags and entities of HTML, line breaks.
pub(super) fn readable(text: &str) -> String {
    const TAGS: [&str; 25] = [
        "a", "b", "br", "center", "div", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i",
        "img", "li", "ol", "p", "script", "span", "strong", "sub", "sup", "u", "ul",
    ];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let name = tag[1..].trim_start_matches('/');
        let name: String = name
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
        // `<CINE-P 3>` and `x < 3` are words of the question.
        match tag.find('>').filter(|_| TAGS.contains(&name.as_str())) {
            Some(end) => {
                out.push(' ');
                rest = &tag[end + 1..];
            }
            None => {
                out.push('<');
                rest = &tag[1..];
            }
        }
    }
    out.push_str(rest);
    for (entity, letter) in [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        if out.contains(entity) {
            out = out.replace(entity, letter);
        }
    }
    let words: Vec<&str> = out.split_whitespace().collect();
    words.join(" ")
}
