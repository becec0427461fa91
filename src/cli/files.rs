//! Documents and data files, from the disk into the engine.

use super::arguments::{ErrorFormat, Open};
use super::terminal::warn;
use pulso::document::{Document, Publication, Sources};
use pulso::error::{Error, Warned};
use pulso::estimate::Results;
use pulso::read::{Options, Read, Reader};
use std::io::Read as _;
use std::path::Path;

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
        sources.hold(&dataset.source, read(&folder.join(&dataset.source))?);
        for companion in dataset.codebook.iter().chain(&dataset.taxonomy) {
            sources.attach(companion, &text(&folder.join(companion))?);
        }
    }
    let results = sources.run(document);
    warn(&results.warnings, errors);
    Ok(results)
}

/// Streams a data file through the reader.
pub fn read(path: &Path) -> Result<Warned<Read>, Vec<Error>> {
    let unreadable = |failure: &std::io::Error| vec![cannot("cannot_read", path, failure)];
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut file = std::fs::File::open(path).map_err(|failure| unreadable(&failure))?;
    let bytes = file.metadata().map_or(0, |metadata| metadata.len());
    let mut reader = Reader::new(&name, Options::default()).expecting(bytes);
    let mut chunk = vec![0; 1 << 20];
    loop {
        let length = file
            .read(&mut chunk)
            .map_err(|failure| unreadable(&failure))?;
        if length == 0 {
            return reader.finish().map_err(|error| vec![error]);
        }
        reader.push(&chunk[..length]).map_err(|error| vec![error])?;
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
