//! Languages as forms name them: `Español (es)`, `English`, `pt-BR`.

use crate::locale::{Text, plain};
use crate::short_map::ShortMap;

/// Languages by the names that people give them.
const NAMES: [(&str, &[&str]); 9] = [
    (
        "es",
        &["espanol", "spanish", "castellano", "espagnol", "espanhol"],
    ),
    ("pt", &["portugues", "portuguese", "portugais"]),
    ("en", &["english", "ingles", "anglais"]),
    ("fr", &["francais", "french", "frances"]),
    (
        "ht",
        &[
            "kreyol",
            "creole",
            "haitian creole",
            "creole haitiano",
            "kreyol ayisyen",
        ],
    ),
    ("qu", &["quechua", "runasimi"]),
    ("gn", &["guarani", "avane e"]),
    ("ay", &["aymara", "aimara"]),
    ("nl", &["nederlands", "dutch", "neerlandes", "holandes"]),
];

/// The code of a language: what stands in brackets, a code itself, or that of a known name; else its name as one word.
pub(in crate::intake) fn code(name: &str) -> String {
    let inner = name
        .trim()
        .strip_suffix(')')
        .and_then(|name| name.rsplit_once('('));
    let tag = inner.map_or(name.trim(), |(_, tag)| tag.trim());
    let language = tag.split(['-', '_']).next().unwrap_or(tag);
    if (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_alphabetic())
    {
        return language.to_ascii_lowercase();
    }
    let words = plain(name);
    let known = NAMES
        .iter()
        .find(|(code, names)| *code == words || names.contains(&words.as_str()));
    known.map_or_else(|| words.replace(' ', "_"), |(code, _)| code.to_string())
}

/// A text of several languages; a plain one where there is none, or only one without a name. Blank texts are left out.
pub(in crate::intake) fn text(
    texts: impl IntoIterator<Item = (Option<String>, String)>,
) -> Option<Text> {
    let mut named = ShortMap::new();
    let mut unnamed = None;
    for (language, text) in texts {
        if text.trim().is_empty() {
            continue;
        }
        match language {
            Some(language) => named.insert(language, text),
            None => unnamed = Some(text),
        }
    }
    match (named.is_empty(), unnamed) {
        (true, unnamed) => unnamed.map(Text::Plain),
        (false, _) => Some(Text::Languages(named)),
    }
}
