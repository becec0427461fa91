//! Documents and data files, from the disk into the engine.

use super::arguments::{ErrorFormat, Open};
use super::terminal::warn;
use pulso::codebook::Codebook;
use pulso::document::{Document, Publication, Sources, own_codebook};
use pulso::error::{Error, Warned};
use pulso::estimate::Results;
use pulso::intake::{About, Choice, Look, Several, look, take, take_with};
use pulso::read::{Description, Options, Read, Reader};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Reads a document.
pub fn parse(path: &Path) -> Result<Document, Vec<Error>> {
    Document::parse(&text(path)?)
}

/// A document with its results; a query that failed fails it.
pub fn publication(open: &Open, errors: ErrorFormat) -> Result<Publication, Vec<Error>> {
    let document = parse(&open.document)?;
    let results = results(open, &document, errors)?;
    if results.errors.is_empty() {
        Ok(Publication { document, results })
    } else {
        Err(results.errors)
    }
}

/// Reads every file that the document names and runs it.
pub fn results(
    open: &Open,
    document: &Document,
    errors: ErrorFormat,
) -> Result<Results, Vec<Error>> {
    let beside = open.document.parent().unwrap_or(Path::new(".")).to_owned();
    let folder = open.data.clone().unwrap_or(beside);
    let mut sources = Sources::default();
    for dataset in &document.datasets {
        let mut several = Vec::new();
        if let Some(codebook) = &dataset.codebook {
            let (text, questions) = read_codebook(&folder.join(codebook))?;
            sources.attach(codebook, &text);
            several = questions;
        }
        if let Some(ties) = &dataset.ties {
            open_into(&mut sources, ties, &folder.join(ties), Vec::new())?;
        }
        let path = folder.join(&dataset.source);
        open_into(&mut sources, &dataset.source, &path, several)?;
        if let Some(taxonomy) = &dataset.taxonomy {
            sources.attach(taxonomy, &text(&folder.join(taxonomy))?);
        }
    }
    let results = sources.run(document);
    warn(&results.warnings, errors);
    Ok(results)
}

/// What a file is.
pub enum File {
    /// Records.
    Data(Opened),
    /// What another file's columns mean: a questionnaire, a data dictionary. It holds no records.
    Codebook(Warned<(About, Codebook)>),
}

impl File {
    /// What was noticed on the way.
    pub fn warnings(&self) -> &[Error] {
        match self {
            File::Data(opened) => &opened.read.warnings,
            File::Codebook(book) => &book.warnings,
        }
    }
}

/// A data file, read.
pub struct Opened {
    pub read: Warned<Read>,
    /// What was recognised in it, and what it says of its columns; none for plain CSV.
    pub recognised: Option<(About, Codebook)>,
}

impl Opened {
    /// What the file holds, with the labels that it brings.
    pub fn description(&self) -> Description {
        let mut description = self.read.value.description.clone();
        if let Some((about, codebook)) = &self.recognised {
            description.label(codebook);
            description.tool.clone_from(&about.tool);
        }
        description
    }
}

/// Reads a data file and holds it with its own codebook.
fn open_into(
    sources: &mut Sources,
    source: &str,
    path: &Path,
    several: Vec<Several>,
) -> Result<(), Vec<Error>> {
    let opened = match read(path, several)? {
        File::Data(opened) => opened,
        File::Codebook(book) => {
            let format = book.value.0.format.as_str();
            let error = Error::new("codebook_is_no_data").in_file(source);
            return Err(vec![error.with("value", source).with("format", format)]);
        }
    };
    sources.hold(source, opened.read);
    if let Some((_, codebook)) = opened.recognised {
        let text = serde_json::to_string(&codebook).unwrap_or_default();
        sources.attach(&own_codebook(source), &text);
    }
    Ok(())
}

/// Reads a file: plain CSV as a stream, everything else taken in first. After `#` stands the name of a table in it.
/// `several` is what a codebook says of questions of several answers.
pub fn read(path: &Path, several: Vec<Several>) -> Result<File, Vec<Error>> {
    let (path, choice) = with_table(path);
    let choice = Choice { several, ..choice };
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let unreadable = |failure: std::io::Error| vec![cannot("cannot_read", &path, &failure)];
    let mut file = std::fs::File::open(&path).map_err(unreadable)?;
    let size = file.metadata().map_or(0, |metadata| metadata.len());
    let mut chunk = Vec::new();
    let mut next = |chunk: &mut Vec<u8>| {
        chunk.clear();
        let piece = file.by_ref().take(PIECE).read_to_end(chunk);
        piece.map_err(unreadable)
    };
    let mut length = next(&mut chunk)?;
    let mut reader = Reader::new(&name, Options::default()).expecting(size);
    let plain = choice.several.is_empty();
    if plain && look(&chunk, (length as u64) < PIECE) == Look::Plain {
        while length > 0 {
            reader.push(&chunk).map_err(one)?;
            length = next(&mut chunk)?;
        }
        let read = reader.finish().map_err(one)?;
        return Ok(File::Data(Opened {
            read,
            recognised: None,
        }));
    }
    let bytes = std::fs::read(&path).map_err(unreadable)?;
    let Warned {
        value: mut taken,
        warnings,
    } = take_with(&name, bytes, beside(&path).as_deref(), &choice).map_err(one)?;
    if taken.names.is_empty() {
        let value = (taken.about, taken.codebook);
        return Ok(File::Codebook(Warned { value, warnings }));
    }
    while let Some(piece) = taken.next().map_err(one)? {
        reader.push(&piece).map_err(one)?;
    }
    let mut read = reader.finish().map_err(one)?;
    read.warnings.extend(warnings);
    read.warnings.extend(taken.warnings());
    let recognised = Some((taken.about, taken.codebook));
    Ok(File::Data(Opened { read, recognised }))
}

/// What a publisher hands out beside a table: `hdi.metadata.json`, `hdi.datapackage.json`.
fn beside(path: &Path) -> Option<String> {
    let names = ["metadata.json", "datapackage.json"].into_iter();
    let mut texts = names.map(|end| std::fs::read_to_string(path.with_extension(end)).ok());
    texts.find_map(|text| text)
}

/// Bytes that are read at a time.
const PIECE: u64 = 1 << 20;

/// A path and the table that is named after it. A file may have `#` in its own name.
fn with_table(path: &Path) -> (PathBuf, Choice) {
    let text = path.to_string_lossy();
    match text.rsplit_once('#').filter(|_| !path.exists()) {
        Some((file, table)) => (
            file.into(),
            Choice {
                table: Some(table.into()),
                ..Choice::default()
            },
        ),
        None => (path.into(), Choice::default()),
    }
}

fn one(error: Error) -> Vec<Error> {
    vec![error]
}

/// A codebook of any kind as our own JSON, and its questions of several answers. Our own is left as it stands, so that what is wrong with
/// it has its place.
fn read_codebook(path: &Path) -> Result<(String, Vec<Several>), Vec<Error>> {
    let bytes =
        std::fs::read(path).map_err(|failure| vec![cannot("cannot_read", path, &failure)])?;
    let ours = bytes.trim_ascii_start().starts_with(b"{");
    match String::from_utf8(bytes) {
        Ok(text) if ours && !text.contains("\"resources\"") => Ok((text, Vec::new())),
        other => {
            let bytes = other.map_or_else(|error| error.into_bytes(), String::into_bytes);
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let taken = take(&name, bytes, &Choice::default()).map_err(one)?.value;
            if taken.codebook.variables.is_empty() {
                return Err(one(Error::new("no_codebook").in_file(name)));
            }
            let text = serde_json::to_string(&taken.codebook).unwrap_or_default();
            Ok((text, Several::of(&taken.about.multiple)))
        }
    }
}

/// Reads a small file.
pub fn text(path: &Path) -> Result<String, Vec<Error>> {
    std::fs::read_to_string(path).map_err(|failure| vec![cannot("cannot_read", path, &failure)])
}

/// An error of the file system.
pub fn cannot(code: &str, path: &Path, failure: &std::io::Error) -> Error {
    Error::new(code)
        .in_file(path.to_string_lossy())
        .with("value", failure.to_string())
}
