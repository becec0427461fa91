//! A zip archive, by its central directory (PKWARE's APPNOTE 6.3.10): stored and deflated parts, zip64.

use super::inflate::{Budget, Inflating, failure};
use super::name;
use crate::error::{Error, Result};
use crate::intake::MAX_INFLATED;
use std::io::{ErrorKind, Read};
use std::rc::Rc;

/// Most parts that an archive may have: a workbook with many pictures has hundreds.
const MAX_PARTS: usize = 65_535;
/// Most bytes that a deflated byte may become (zlib's technical details).
const MAX_RATIO: u64 = 1_032;
/// The end of the directory, with no comment.
const END: usize = 22;
/// What says in a field of 32 bits that the value stands elsewhere, in 64.
const ELSEWHERE: u64 = 0xFFFF_FFFF;

/// An archive whose directory was read.
pub(in crate::intake) struct Zip {
    bytes: Rc<Vec<u8>>,
    parts: Vec<Part>,
    budget: Budget,
}

/// A part as the directory lists it.
pub(in crate::intake) struct Part {
    /// Its path, with `/`.
    pub name: String,
    /// Bytes that it inflates to, as the directory says.
    pub size: u64,
    method: u16,
    encrypted: bool,
    sum: u32,
    compressed: u64,
    /// Where its own header stands.
    header: u64,
}

impl Zip {
    /// Reads the directory.
    ///
    /// # Errors
    /// `damaged_file` {part}; `too_many_tables` {value, limit}.
    pub fn open(bytes: Vec<u8>) -> Result<Zip> {
        let damaged = || Error::new("damaged_file").with("part", "zip");
        let (count, start) = directory(&bytes).ok_or_else(damaged)?;
        if count > MAX_PARTS as u64 {
            return Err(Error::new("too_many_tables")
                .with("value", count)
                .with("limit", MAX_PARTS));
        }
        let mut at = usize::try_from(start).map_err(|_| damaged())?;
        let mut parts = Vec::new();
        for _ in 0..count {
            let (part, next) = part(&bytes, at).ok_or_else(damaged)?;
            parts.push(part);
            at = next;
        }
        Ok(Zip {
            bytes: Rc::new(bytes),
            parts,
            budget: Budget::whole(),
        })
    }

    /// Its parts, in the order of the directory; folders among them.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The part of a path; of two, the last. Case does not count, nor on which side the strokes lean.
    pub fn find(&self, path: &str) -> Option<&Part> {
        let path = path.trim_start_matches('/');
        let mut parts = self.parts.iter().rev();
        parts.find(|part| part.name.eq_ignore_ascii_case(path))
    }

    /// A part as it inflates.
    ///
    /// # Errors
    /// `encrypted_file`; `unknown_compression` {value}; `damaged_file` {part}.
    pub fn read(&self, part: &Part) -> Result<Inflating> {
        if part.encrypted {
            return Err(Error::new("encrypted_file"));
        }
        let damaged = || Error::new("damaged_file").with("part", part.name.as_str());
        let stretch = self.stretch(part).ok_or_else(damaged)?;
        let (bytes, budget) = (self.bytes.clone(), self.budget.clone());
        let reading = match part.method {
            0 => Inflating::stored(bytes, stretch, budget),
            8 => Inflating::deflated(bytes, stretch, budget),
            other => {
                let method = method(other).map_or_else(|| other.to_string(), String::from);
                return Err(Error::new("unknown_compression").with("value", method));
            }
        };
        Ok(reading.expecting(part.sum))
    }

    /// A part as a whole.
    ///
    /// # Errors
    /// Those of [`Zip::read`]; `inflates_too_far`; `memory_exhausted`.
    pub fn whole(&self, part: &Part) -> Result<Vec<u8>> {
        let mut reading = self.read(part)?;
        let failed = |kind| failure(kind, &part.name);
        // Growing by doubling would take three times the size. What the directory says of it may be a lie: no more is set aside
        // than so many bytes can inflate to.
        let most = part.compressed.saturating_mul(MAX_RATIO);
        let most = most.min(part.size).min(MAX_INFLATED);
        let mut whole = Vec::new();
        whole
            .try_reserve_exact(most as usize)
            .map_err(|_| failed(ErrorKind::OutOfMemory))?;
        match reading.read_to_end(&mut whole) {
            Ok(_) => Ok(whole),
            Err(error) => Err(failed(error.kind())),
        }
    }

    /// A part as a whole, once more: what was inflated before does not count.
    ///
    /// # Errors
    /// Those of [`Zip::whole`].
    pub fn anew(&self, part: &Part) -> Result<Vec<u8>> {
        let zip = Zip {
            bytes: self.bytes.clone(),
            parts: Vec::new(),
            budget: Budget::whole(),
        };
        zip.whole(part)
    }

    /// Where the bytes of a part stand: after its own header, whose fields may be longer than the directory's.
    fn stretch(&self, part: &Part) -> Option<std::ops::Range<usize>> {
        let header = usize::try_from(part.header).ok()?;
        let bytes = self.bytes.get(header..)?;
        if !bytes.starts_with(b"PK\x03\x04") {
            return None;
        }
        let fields = usize::from(short(bytes, 26)?) + usize::from(short(bytes, 28)?);
        let start = header.checked_add(30)?.checked_add(fields)?;
        let end = start.checked_add(usize::try_from(part.compressed).ok()?)?;
        (end <= self.bytes.len()).then_some(start..end)
    }
}

/// How many parts the directory has, and where it starts.
fn directory(bytes: &[u8]) -> Option<(u64, u64)> {
    let last = bytes.len().checked_sub(END)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    let found = |at: &usize| bytes[*at..].starts_with(b"PK\x05\x06");
    let at = (first..=last).rev().find(found)?;
    let (count, start) = (u64::from(short(bytes, at + 10)?), word(bytes, at + 16)?);
    let locator = at.checked_sub(20).and_then(|at| bytes.get(at..));
    match locator.filter(|locator| locator.starts_with(b"PK\x06\x07")) {
        Some(locator) => {
            let at = usize::try_from(long(locator, 8)?).ok()?;
            let end = bytes.get(at..)?;
            let known = end.starts_with(b"PK\x06\x06");
            known.then_some(())?;
            Some((long(end, 32)?, long(end, 48)?))
        }
        None => Some((count, start)),
    }
}

/// The part that the directory lists at a place, and where the next one stands.
fn part(bytes: &[u8], at: usize) -> Option<(Part, usize)> {
    let entry = bytes.get(at..)?;
    if !entry.starts_with(b"PK\x01\x02") {
        return None;
    }
    let flags = short(entry, 8)?;
    let length = |at| short(entry, at).map(usize::from);
    let (name_length, extra_length) = (length(28)?, length(30)?);
    let extra_at = 46 + name_length;
    let written = entry.get(46..extra_at)?;
    let extra = entry.get(extra_at..extra_at + extra_length)?;
    let mut wide = wide(extra);
    let mut field = |at| match word(entry, at)? {
        ELSEWHERE => {
            let (value, rest) = wide.split_first_chunk::<8>()?;
            wide = rest;
            Some(u64::from_le_bytes(*value))
        }
        value => Some(value),
    };
    let size = field(24)?;
    let part = Part {
        name: name::text(written, flags & 1 << 11 != 0),
        size,
        method: short(entry, 10)?,
        encrypted: flags & 1 != 0,
        sum: word(entry, 16)? as u32,
        compressed: field(20)?,
        header: field(42)?,
    };
    Some((part, at + extra_at + extra_length + length(32)?))
}

/// The values of 64 bits among the extra fields of an entry; empty where there are none.
fn wide(mut extra: &[u8]) -> &[u8] {
    while let (Some(id), Some(length)) = (short(extra, 0), short(extra, 2)) {
        let Some(value) = extra.get(4..4 + usize::from(length)) else {
            break;
        };
        if id == 1 {
            return value;
        }
        extra = &extra[4 + value.len()..];
    }
    &[]
}

fn method(number: u16) -> Option<&'static str> {
    let known = [
        (9, "deflate64"),
        (12, "bzip2"),
        (14, "lzma"),
        (93, "zstd"),
        (95, "xz"),
        (99, "aes"),
    ];
    let found = known.iter().find(|(known, _)| *known == number);
    found.map(|(_, name)| *name)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let value = bytes.get(at..)?.first_chunk::<2>()?;
    Some(u16::from_le_bytes(*value))
}

fn word(bytes: &[u8], at: usize) -> Option<u64> {
    let value = bytes.get(at..)?.first_chunk::<4>()?;
    Some(u64::from(u32::from_le_bytes(*value)))
}

fn long(bytes: &[u8], at: usize) -> Option<u64> {
    let value = bytes.get(at..)?.first_chunk::<8>()?;
    Some(u64::from_le_bytes(*value))
}
