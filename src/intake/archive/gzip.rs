//! One compressed file (RFC 1952), of one or more members.

use super::inflate::{Budget, Inflating, failure};
use crate::error::{Error, Result};
use std::io::{ErrorKind, Read};
use std::rc::Rc;

/// What is at the end of a member: the sum and the length.
const TRAILER: usize = 8;

/// All that a file of gzip holds.
///
/// # Errors
/// `damaged_file` {part}; `inflates_too_far`.
pub(in crate::intake) fn whole(bytes: Vec<u8>) -> Result<Vec<u8>> {
    let bytes = Rc::new(bytes);
    let budget = Budget::whole();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(start) = member(&bytes, at) {
        let end = bytes.len();
        let mut reading = Inflating::deflated(bytes.clone(), start..end, budget.clone());
        if let Err(error) = reading.read_to_end(&mut out) {
            return Err(failure(error.kind(), "gzip"));
        }
        let trailer = bytes.get(reading.position()..).unwrap_or_default();
        let sum = trailer
            .first_chunk::<4>()
            .map(|sum| u32::from_le_bytes(*sum));
        if sum != Some(reading.sum()) || trailer.len() < TRAILER {
            return Err(failure(ErrorKind::InvalidData, "gzip"));
        }
        at = reading.position() + TRAILER;
    }
    // Tapes and some servers fill up with zeros; anything else after the members is passed over as gzip itself does.
    match at {
        0 => Err(Error::new("damaged_file").with("part", "gzip")),
        _ => Ok(out),
    }
}

/// Where the deflated bytes of the member at a place begin; none where there is no member.
fn member(bytes: &[u8], at: usize) -> Option<usize> {
    let head = bytes.get(at..)?;
    if !head.starts_with(b"\x1F\x8B\x08") {
        return None;
    }
    let flags = *head.get(3)?;
    let mut length = 10;
    if flags & 4 != 0 {
        let extra = head.get(length..)?.first_chunk::<2>()?;
        length += 2 + usize::from(u16::from_le_bytes(*extra));
    }
    // The name of the file, then a comment, each up to a null byte.
    for flag in [8, 16] {
        if flags & flag != 0 {
            length += 1 + head.get(length..)?.iter().position(|byte| *byte == 0)?;
        }
    }
    length += if flags & 2 != 0 { 2 } else { 0 };
    (at + length <= bytes.len()).then_some(at + length)
}
