//! DDI-Codebook: `dataDscr/var` with its label and categories, as the World Bank's catalogue (NADA) and the statistical offices
//! that use it write them.

use super::{Book, languages};
use crate::codebook::{Code, MissingCode, MissingKind, ValueLabel, Variable};
use crate::error::{Error, Result};
use crate::intake::MAX_DEPTH;
use crate::intake::names::readable;
use crate::intake::tool::missing_kind;
use crate::locale::Text;
use crate::read::Encoding;
use crate::read::decode::Decoder;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Most variables that a codebook may have.
const MAX_VARIABLES: usize = 200_000;

/// A category that is being read.
#[derive(Default)]
struct Category {
    missing: bool,
    value: String,
    labels: Vec<(Option<String>, String)>,
}

/// A variable that is being read.
#[derive(Default)]
struct Open {
    name: String,
    labels: Vec<(Option<String>, String)>,
    question: String,
    categories: Vec<Category>,
    invalid: Vec<String>,
}

/// Reads DDI-Codebook.
///
/// # Errors
/// `damaged_file`; `too_deep`; `too_many_rows`; `not_a_table` for XML that describes no variable.
pub(in crate::intake) fn read(bytes: &[u8]) -> Result<Book> {
    let text = decoded(bytes);
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut book = Book {
        format: "ddi",
        ..Book::default()
    };
    // Names of the elements that are open, the text since the last one began, and its language.
    let mut path: Vec<String> = Vec::new();
    let mut words = String::new();
    let mut language: Option<String> = None;
    let mut open: Option<Open> = None;
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(start) => {
                if path.len() == MAX_DEPTH {
                    return Err(Error::new("too_deep").with("limit", MAX_DEPTH));
                }
                words.clear();
                language = attribute(&start, "lang").map(|tag| languages::code(&tag));
                path.push(begin(&start, &path, &mut open));
            }
            Event::Empty(start) => {
                begin(&start, &path, &mut open);
            }
            Event::Text(part) => words.push_str(&part.xml10_content()),
            Event::CData(part) => words.push_str(&part.xml10_content()),
            Event::GeneralRef(entity) => {
                let name: &str = &entity;
                match entity.resolve_char_ref() {
                    Ok(Some(letter)) => words.push(letter),
                    _ => words.push_str(match name {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        "quot" => "\"",
                        "apos" => "'",
                        _ => " ",
                    }),
                }
            }
            Event::End(_) => {
                let Some(name) = path.pop() else {
                    return Err(damaged());
                };
                if name == "var" {
                    book.codebook
                        .variables
                        .extend(open.take().and_then(Open::variable));
                    if book.codebook.variables.len() > MAX_VARIABLES {
                        return Err(Error::new("too_many_rows").with("limit", MAX_VARIABLES));
                    }
                } else if let Some(open) = &mut open {
                    open.end(
                        &name,
                        path.last().map_or("", String::as_str),
                        &words,
                        &language,
                    );
                }
                words.clear();
            }
            Event::Eof if path.is_empty() => break,
            Event::Eof => return Err(damaged()),
            _ => {}
        }
    }
    if book.codebook.variables.is_empty() {
        return Err(Error::new("not_a_table").with("looks_like", "xml"));
    }
    for variable in &book.codebook.variables {
        if let Some(Text::Languages(texts)) = &variable.label {
            for language in texts
                .keys()
                .filter(|known| !book.languages.contains(known))
                .collect::<Vec<_>>()
            {
                book.languages.push(language.clone());
            }
        }
    }
    Ok(book)
}

/// The text of a file. Its mark says that it is UTF-16; what is no UTF-8 is Windows-1252.
fn decoded(bytes: &[u8]) -> String {
    let (encoding, fixed) = match bytes {
        [0xFF, 0xFE, ..] => (Encoding::Utf16Le, true),
        [0xFE, 0xFF, ..] => (Encoding::Utf16Be, true),
        _ => (Encoding::Utf8, false),
    };
    let mut decoder = Decoder::new(encoding, fixed);
    let mut text = Vec::with_capacity(bytes.len());
    decoder.decode(bytes, &mut text);
    decoder.finish(&mut text);
    // The decoder writes UTF-8 alone.
    String::from_utf8(text).unwrap_or_default()
}

fn damaged() -> Error {
    Error::new("damaged_file").with("part", "XML")
}

/// An element's name without its prefix.
fn local(start: &BytesStart) -> String {
    let name = start.local_name();
    let name: &str = name.into_inner();
    name.into()
}

fn attribute(start: &BytesStart, wanted: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|attribute| {
        let name: &str = attribute.key.local_name().into_inner();
        name == wanted
    })?;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.trim().into())
}

/// What begins with an element; its name.
fn begin(start: &BytesStart, path: &[String], open: &mut Option<Open>) -> String {
    let name = local(start);
    match (name.as_str(), open.as_mut()) {
        ("var", None) if path.last().is_some_and(|parent| parent == "dataDscr") => {
            let name = attribute(start, "name").or_else(|| attribute(start, "ID"));
            *open = Some(Open {
                name: name.unwrap_or_default(),
                ..Open::default()
            });
        }
        ("catgry", Some(open)) => {
            let missing = attribute(start, "missing");
            open.categories.push(Category {
                missing: missing.is_some_and(|missing| missing.starts_with(['Y', 'y'])),
                ..Category::default()
            });
        }
        ("item", Some(open)) if path.last().is_some_and(|parent| parent == "invalrng") => {
            open.invalid.extend(attribute(start, "VALUE"));
        }
        _ => {}
    }
    name
}

impl Open {
    /// An element within the variable has ended.
    fn end(&mut self, name: &str, parent: &str, words: &str, language: &Option<String>) {
        let label = || (language.clone(), readable(words));
        let category = self.categories.last_mut();
        match (parent, name) {
            ("var", "labl") => self.labels.push(label()),
            ("qstn", "qstnLit") if self.question.is_empty() => self.question = readable(words),
            ("catgry", "catValu") => {
                if let Some(category) = category {
                    category.value = words.trim().into();
                }
            }
            ("catgry", "labl") => {
                if let Some(category) = category {
                    category.labels.push(label());
                }
            }
            _ => {}
        }
    }

    fn variable(self) -> Option<Variable> {
        if self.name.is_empty() {
            return None;
        }
        let told = self
            .labels
            .iter()
            .any(|(_, label)| !label.is_empty() && *label != self.name);
        let question = Some(self.question).filter(|question| !question.is_empty());
        let label = match told {
            true => languages::text(self.labels),
            false => question
                .filter(|question| *question != self.name)
                .map(Text::Plain),
        };
        let mut variable = Variable {
            name: self.name,
            label,
            values: Vec::new(),
            missing: Vec::new(),
        };
        for category in self.categories {
            // `Sysmiss` and blank categories count records, and are no value.
            if category.value.is_empty() || category.value.eq_ignore_ascii_case("sysmiss") {
                continue;
            }
            let code = Code::Text(category.value);
            let kind = category
                .labels
                .iter()
                .find_map(|(_, label)| missing_kind(label));
            if category.missing || kind.is_some() {
                variable.missing.push(MissingCode {
                    code: code.clone(),
                    kind: kind.unwrap_or(MissingKind::Unspecified),
                });
            }
            if let Some(label) = languages::text(category.labels) {
                variable.values.push(ValueLabel { code, label });
            }
        }
        for value in self.invalid {
            let code = Code::Text(value);
            if !variable
                .missing
                .iter()
                .any(|missing| missing.code.same(&code))
            {
                variable.missing.push(MissingCode {
                    code,
                    kind: MissingKind::Unspecified,
                });
            }
        }
        Some(variable)
    }
}
