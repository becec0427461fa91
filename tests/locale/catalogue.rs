//! Every code that the source raises has a sentence, and every sentence says the same in the four languages.

use pulso::document::SHARED;
use pulso::locale::catalogue::error::{OF_THE_VIEWER, all, entries_of, wording};
use std::collections::BTreeSet;
use std::path::Path;

/// What the viewer runs that can raise a code. That nothing else is in its module, `tests/node/words.test.mjs` holds.
const IN_THE_VIEWER: [&str; 10] = [
    "chart",
    "date.rs",
    "document/parse.rs",
    "document/prune.rs",
    "document/publication.rs",
    "indicator/path.rs",
    "json",
    "report",
    "shape",
    "theory/assess.rs",
];

/// The text of a Rust file, or of those below a folder.
fn sources(folder: &Path, found: &mut Vec<String>) {
    if folder.is_file() {
        found.push(std::fs::read_to_string(folder).expect("a source file"));
        return;
    }
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(std::fs::read_to_string(&path).expect("a source file"));
        }
    }
}

/// Codes written where errors, warnings and notes are made: the literals given to `Error::new`, to `Error::unknown`, and to
/// the functions and closures of any file whose first parameter is `code: &str`.
fn codes(places: &[&str]) -> BTreeSet<String> {
    let mut texts = Vec::new();
    for place in places {
        let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
        sources(&folder.join(place), &mut texts);
    }
    let mut calls: BTreeSet<String> = ["Error::new(".into(), "Error::unknown(".into()].into();
    for text in &texts {
        for (start, _) in text.match_indices("code: &str") {
            let before = text[..start]
                .trim_end()
                .trim_end_matches(['(', '|', ' ', '=']);
            let before = before
                .split('<')
                .next_back()
                .filter(|_| before.ends_with('>'))
                .map_or(before, |generic| {
                    &before[..before.len() - generic.len() - 1]
                });
            let name = before.rsplit([' ', '\n']).next().unwrap_or_default();
            if !name.is_empty() && !["new", "unknown"].contains(&name) {
                calls.insert(format!("{name}("));
            }
        }
    }
    let mut codes = BTreeSet::new();
    for text in &texts {
        // What has a receiver and an argument before its code.
        for (start, _) in text.match_indices(".without_blank(") {
            let literal = text[start..].split('"').nth(1);
            codes.extend(literal.map(String::from));
        }
        for call in &calls {
            for (start, _) in text.match_indices(call.as_str()) {
                // `cannot(` is no call of `not(`.
                let joined = text[..start]
                    .ends_with(|before: char| before.is_alphanumeric() || before == '_');
                let argument = text[start + call.len()..].trim_start();
                let literal = argument
                    .strip_prefix('"')
                    .and_then(|rest| rest.split_once('"'));
                codes.extend(literal.filter(|_| !joined).map(|(code, _)| code.to_owned()));
            }
        }
    }
    codes
}

/// The names in braces, sorted.
fn params(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}').map(|(name, _)| name))
        .collect()
}

#[test]
fn every_code_has_a_sentence() {
    let mute: Vec<String> = codes(&[""])
        .into_iter()
        .filter(|code| wording(code).is_none())
        .collect();
    assert!(
        mute.is_empty(),
        "add a sentence in src/locale/catalogue/error for: {mute:?}"
    );
}

#[test]
fn the_viewer_has_words_for_what_it_raises_and_what_it_is_given() {
    let words: BTreeSet<String> = OF_THE_VIEWER
        .iter()
        .flat_map(|room| entries_of(room))
        .map(|(code, _)| code.into())
        .collect();
    let shared = SHARED.map(String::from);
    let needed: BTreeSet<String> = codes(&IN_THE_VIEWER).into_iter().chain(shared).collect();
    // Nothing is missing, and nothing is carried in vain.
    assert_eq!(words, needed);
}

#[test]
fn a_sentence_names_the_same_parameters_in_every_language() {
    for (code, says) in all() {
        let wordings: Vec<_> = says.languages().collect();
        assert_eq!(wordings.len(), 4, "{code}");
        let spanish = params(wordings[0].1);
        for (language, text) in wordings {
            assert!(!text.trim().is_empty(), "{code} in {language}");
            assert_eq!(params(text), spanish, "{code} in {language}");
        }
    }
}

#[test]
fn every_message_of_the_catalogue_is_consistent() {
    // Messages outside the lists are read from the source, so that none escapes.
    let mut texts = Vec::new();
    sources(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/locale/catalogue")),
        &mut texts,
    );
    let mut count = 0;
    for text in &texts {
        for (start, _) in text.match_indices("message! {\n") {
            let block = text[start..].split("\n    }").next().unwrap_or_default();
            let block = block.split("\n};").next().unwrap_or_default();
            let wordings: Vec<&str> = ["es: \"", "pt: \"", "en: \"", "fr: \""]
                .iter()
                .filter_map(|language| block.split_once(language))
                .map(|(_, after)| after.split("\",\n").next().unwrap_or_default())
                .map(|wording| wording.strip_suffix("\",").unwrap_or(wording))
                .collect();
            if wordings.len() == 4 {
                let placeholders = |text: &str| -> BTreeSet<String> {
                    params(&text.replace("\\u{a0}", "").replace("\\u{202f}", ""))
                        .into_iter()
                        .map(String::from)
                        .collect()
                };
                for wording in &wordings[1..] {
                    assert_eq!(placeholders(wording), placeholders(wordings[0]), "{block}");
                }
                count += 1;
            }
        }
    }
    assert!(count > 10, "{count} messages found");
}

#[test]
fn a_code_is_worded_once() {
    let mut seen = BTreeSet::new();
    for (code, _) in all() {
        assert!(seen.insert(code), "{code} twice");
    }
}
