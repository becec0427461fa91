//! XML as events, one after the other: no tree, nothing from outside the file, names without their prefix.

use crate::error::{Error, Result};
use crate::intake::MAX_DEPTH;
use crate::intake::archive::{Inflating, failure};
use crate::read::MAX_CELL_BYTES;
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event as Raw};
use quick_xml::reader::Reader;
use quick_xml::{Error as Fault, XmlVersion};
use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, ErrorKind, Read};

/// Bytes that one event may take: a cell's text, with what stands around it.
const MAX_EVENT: usize = MAX_CELL_BYTES + (1 << 16);
/// Bytes that are inflated at a time.
const PIECE: usize = 1 << 16;

/// What comes next.
pub(super) enum Event<'a> {
    /// An element begins.
    Open(Tag<'a>),
    /// The element of this name ends.
    Close(Name<'a>),
    /// A piece of text; one text may come in several.
    Text(Cow<'a, str>),
    /// The part is at its end.
    End,
}

/// An element that ends.
pub(super) struct Name<'a> {
    tag: BytesEnd<'a>,
    /// Elements that are still open.
    pub depth: usize,
}

impl Name<'_> {
    /// Whether this is its name, without its prefix.
    pub fn is(&self, name: &str) -> bool {
        local(self.tag.name().0) == name
    }
}

/// An element that begins.
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// Its name, without its prefix.
    pub fn name(&self) -> &str {
        local(self.0.name().0)
    }

    /// Calls `each` with the prefix, the name and the value of each attribute; one that is malformed ends them.
    pub fn each(&self, mut each: impl FnMut(&str, &str, Cow<str>)) {
        // A doubled attribute is found in quadratic time; nothing depends on it.
        for attribute in self.0.attributes().with_checks(false) {
            let Ok(attribute) = attribute else { return };
            let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else {
                continue;
            };
            let name = local(attribute.key.0);
            let prefix = attribute.key.0.strip_suffix(name).unwrap_or_default();
            each(prefix.trim_end_matches(':'), name, value);
        }
    }

    /// The value of the first attribute of this name, whatever its prefix.
    pub fn value(&self, name: &str) -> Option<String> {
        let mut found = None;
        self.each(|_, known, value| {
            if known == name && found.is_none() {
                found = Some(value.into_owned());
            }
        });
        found
    }
}

/// A part as events.
pub(super) struct Xml {
    reader: Reader<Metered>,
    buffer: Vec<u8>,
    depth: usize,
    part: String,
}

impl Xml {
    /// From the beginning of a part.
    pub fn new(part: &str, reading: Inflating) -> Xml {
        let metered = Metered {
            inner: BufReader::with_capacity(PIECE, reading),
            run: 0,
        };
        let mut reader = Reader::from_reader(metered);
        reader.config_mut().expand_empty_elements = true;
        Xml {
            reader,
            buffer: Vec::new(),
            depth: 0,
            part: part.into(),
        }
    }

    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// What it says when the part holds something that it cannot.
    pub fn damaged(&self) -> Error {
        failure(ErrorKind::InvalidData, &self.part)
    }

    /// The next event.
    ///
    /// # Errors
    /// `damaged_file` {part}; `too_deep` {limit}; `cell_too_long` {limit}; `inflates_too_far` {limit}.
    pub fn next(&mut self) -> Result<Event<'_>> {
        self.buffer.clear();
        self.reader.get_mut().run = 0;
        let event = self.reader.read_event_into(&mut self.buffer);
        let damaged = || failure(ErrorKind::InvalidData, &self.part);
        match event {
            Ok(Raw::Start(_)) if self.depth == MAX_DEPTH => {
                Err(Error::new("too_deep").with("limit", MAX_DEPTH))
            }
            Ok(Raw::Start(tag)) => {
                self.depth += 1;
                Ok(Event::Open(Tag(tag)))
            }
            Ok(Raw::End(tag)) => {
                self.depth = self.depth.saturating_sub(1);
                Ok(Event::Close(Name {
                    tag,
                    depth: self.depth,
                }))
            }
            Ok(Raw::Text(text)) => Ok(Event::Text(text.xml10_content())),
            Ok(Raw::CData(text)) => Ok(Event::Text(text.into_inner())),
            Ok(Raw::GeneralRef(name)) => Ok(Event::Text(letter(&name).ok_or_else(damaged)?.into())),
            // The bytes end before the elements do.
            Ok(Raw::Eof) if self.depth > 0 => Err(damaged()),
            Ok(Raw::Eof) => Ok(Event::End),
            // Comments and instructions say nothing.
            Ok(_) => Ok(Event::Text("".into())),
            Err(Fault::Io(fault)) => Err(failure(fault.kind(), &self.part)),
            Err(_) => Err(damaged()),
        }
    }

    /// Passes over what is within the element that was opened last, and its end.
    ///
    /// # Errors
    /// Those of [`Xml::next`].
    pub fn skip(&mut self) -> Result<()> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }
}

/// Adds to a cell's text.
///
/// # Errors
/// `cell_too_long` {limit}; `nul_bytes`.
pub(super) fn add(text: &mut String, piece: &str) -> Result<()> {
    if text.len() + piece.len() > MAX_CELL_BYTES {
        return Err(failure(ErrorKind::QuotaExceeded, ""));
    }
    if piece.as_bytes().contains(&0) {
        return Err(Error::new("nul_bytes"));
    }
    text.push_str(piece);
    Ok(())
}

/// What `&name;` stands for. An entity that the file would define itself is none of XML's five, and means harm.
fn letter(name: &BytesRef) -> Option<String> {
    let letter = match name.as_ref() {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => name.resolve_char_ref().ok()??,
    };
    Some(letter.into())
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// What inflates, and how much of it one event took so far.
struct Metered {
    inner: BufReader<Inflating>,
    run: usize,
}

impl Read for Metered {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.inner.read(out)
    }
}

impl BufRead for Metered {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        match self.run > MAX_EVENT {
            true => Err(ErrorKind::QuotaExceeded.into()),
            false => self.inner.fill_buf(),
        }
    }

    fn consume(&mut self, bytes: usize) {
        self.run += bytes;
        self.inner.consume(bytes);
    }
}
