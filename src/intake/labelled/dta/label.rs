//! What stands after the records: long texts and sets of value labels.

use super::release::Release;
use super::value::{Value, whole};
use crate::error::Result;
use crate::intake::labelled::bytes::Bytes;
use crate::intake::labelled::words::{Words, before_zero};
use std::collections::BTreeMap;

/// Long texts by their variable and observation: where they stand in the file.
pub(super) type LongTexts = BTreeMap<(u64, u64), std::ops::Range<usize>>;

/// Reads the long texts; binary ones are left out.
///
/// # Errors
/// `damaged_file`.
pub(super) fn long_texts(bytes: &mut Bytes, release: Release) -> Result<LongTexts> {
    let mut texts = LongTexts::new();
    bytes.part = "strls";
    bytes.expect(b"<strls>")?;
    while bytes.word(b"GSO") {
        let variable = u64::from(bytes.u32()?);
        let observation = match release.0 {
            117 => u64::from(bytes.u32()?),
            _ => bytes.u64()?,
        };
        let kind = bytes.u8()?;
        let length = bytes.u32()? as usize;
        let start = bytes.at;
        bytes.take(length)?;
        // 130 is a text with a zero at its end, 129 anything at all.
        if kind == 130 {
            texts.insert((variable, observation), start..start + length);
        }
    }
    bytes.expect(b"</strls>")?;
    Ok(texts)
}

/// A set of labels: values with their labels.
pub(super) type Set = Vec<(Value, String)>;

/// Reads the sets of labels by name.
///
/// # Errors
/// `damaged_file`.
pub(super) fn sets(
    bytes: &mut Bytes,
    release: Release,
    words: Words,
) -> Result<BTreeMap<String, Set>> {
    let mut sets = BTreeMap::new();
    bytes.part = "value_labels";
    if release.tagged() {
        bytes.expect(b"<value_labels>")?;
        while bytes.word(b"<lbl>") {
            let (name, set) = set(bytes, release, words)?;
            sets.insert(name, set);
            bytes.expect(b"</lbl>")?;
        }
        bytes.expect(b"</value_labels>")?;
        return Ok(sets);
    }
    // Files of some programs end with a few more bytes.
    while bytes.rest().len() >= 4 {
        let (name, set) = match release.short_labels() {
            true => short_set(bytes, release, words)?,
            false => set(bytes, release, words)?,
        };
        sets.insert(name, set);
    }
    Ok(sets)
}

fn set(bytes: &mut Bytes, release: Release, words: Words) -> Result<(String, Set)> {
    let length = bytes.size()?;
    let name = words.until_zero(bytes.take(release.name())?);
    bytes.take(3)?;
    let mut table = Bytes::new(bytes.take(length)?, bytes.order, "value_labels");
    let (count, length) = (table.size()?, table.size()?);
    let mut places = Bytes::new(table.entries(count, 4)?, bytes.order, "value_labels");
    let mut values = Bytes::new(table.entries(count, 4)?, bytes.order, "value_labels");
    let texts = table.take(length)?;
    let mut set = Set::new();
    for _ in 0..count {
        let text = texts.get(places.size()?..);
        let text = before_zero(text.ok_or_else(|| places.damaged())?);
        let value = whole(values.i32()?, release, 2_147_483_621, 2_147_483_647);
        set.push((value, words.text(text)));
    }
    Ok((name, set))
}

/// Before 108: numbers of two bytes, then texts of eight.
fn short_set(bytes: &mut Bytes, release: Release, words: Words) -> Result<(String, Set)> {
    let count = usize::from(bytes.u16()?);
    let name = words.until_zero(bytes.take(release.name())?);
    bytes.take(1)?;
    let mut values = Bytes::new(bytes.entries(count, 2)?, bytes.order, "value_labels");
    let mut texts = Bytes::new(bytes.entries(count, 8)?, bytes.order, "value_labels");
    let mut set = Set::new();
    for _ in 0..count {
        let value = f64::from(values.u16()?.cast_signed());
        set.push((Value::Number(value), words.until_zero(texts.take(8)?)));
    }
    Ok((name, set))
}
