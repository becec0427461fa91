//! What stands before the records: how many, which columns, their names, formats and labels.

use super::release::{Kind, Release};
use crate::error::Result;
use crate::intake::labelled::bytes::{Bytes, Order};
use crate::intake::labelled::names;
use crate::intake::labelled::words::{Words, before_zero};

/// The columns and where the records begin.
pub(super) struct Schema {
    pub(super) release: Release,
    pub(super) order: Order,
    pub(super) words: Words,
    pub(super) rows: u64,
    pub(super) columns: Vec<Given>,
    /// Where the records begin.
    pub(super) data: usize,
    /// Bytes of a record.
    pub(super) width: usize,
}

/// A column as the file describes it.
pub(super) struct Given {
    pub(super) kind: Kind,
    pub(super) name: String,
    pub(super) format: Vec<u8>,
    /// The set of labels of its values.
    pub(super) labels: String,
    pub(super) label: String,
    /// Where it begins in a record.
    pub(super) at: usize,
}

impl Schema {
    /// # Errors
    /// `damaged_file`, `unknown_release`, `no_table`, `too_many_columns`.
    pub(super) fn read(file: &[u8], chosen: Option<Words>) -> Result<Schema> {
        let mut bytes = Bytes::new(file, Order::Little, "header");
        let (release, columns, rows) = match bytes.word(b"<stata_dta>") {
            true => tagged_header(&mut bytes)?,
            false => plain_header(&mut bytes)?,
        };
        names::count(columns)?;
        let words = chosen.unwrap_or(match release.utf8() {
            true => Words::Utf8,
            false => Words::Either,
        });
        bytes.part = "variables";
        let tag = |bytes: &mut Bytes, word: &[u8]| match release.tagged() {
            true => bytes.expect(word),
            false => Ok(()),
        };
        tag(&mut bytes, b"<variable_types>")?;
        let kinds: Result<Vec<Kind>> = (0..columns).map(|_| release.kind(&mut bytes)).collect();
        let kinds = kinds?;
        tag(&mut bytes, b"</variable_types><varnames>")?;
        let names = bytes.entries(columns, release.name())?;
        tag(&mut bytes, b"</varnames><sortlist>")?;
        bytes.entries(columns + 1, release.sorted())?;
        tag(&mut bytes, b"</sortlist><formats>")?;
        let formats = bytes.entries(columns, release.format())?;
        tag(&mut bytes, b"</formats><value_label_names>")?;
        let sets = bytes.entries(columns, release.name())?;
        tag(&mut bytes, b"</value_label_names><variable_labels>")?;
        let labels = bytes.entries(columns, release.label())?;
        tag(&mut bytes, b"</variable_labels>")?;
        match release.tagged() {
            true => tagged_notes(&mut bytes)?,
            false => plain_notes(&mut bytes, release)?,
        }
        tag(&mut bytes, b"<data>")?;

        let text = |all: &[u8], size: usize, index: usize| {
            let entry = all.get(index * size..(index + 1) * size);
            words.until_zero(entry.unwrap_or_default())
        };
        let mut width = 0;
        let columns = kinds.into_iter().enumerate().map(|(index, kind)| {
            let at = width;
            width += kind.width();
            let format = formats.chunks(release.format()).nth(index);
            Given {
                kind,
                at,
                name: text(names, release.name(), index),
                format: before_zero(format.unwrap_or_default()).to_vec(),
                labels: text(sets, release.name(), index),
                label: text(labels, release.label(), index),
            }
        });
        let columns = columns.collect();
        Ok(Schema {
            release,
            order: bytes.order,
            words,
            rows,
            columns,
            data: bytes.at,
            width,
        })
    }
}

/// Release, columns and rows of a file without tags.
fn plain_header(bytes: &mut Bytes) -> Result<(Release, usize, u64)> {
    let release = Release::of(u32::from(bytes.u8()?))?;
    bytes.order = match bytes.u8()? {
        1 => Order::Big,
        2 => Order::Little,
        _ => return Err(bytes.damaged()),
    };
    bytes.take(2)?;
    let columns = usize::from(bytes.u16()?);
    let rows = u64::from(bytes.u32()?);
    bytes.take(release.file_label() + release.timestamp())?;
    Ok((release, columns, rows))
}

/// Release, columns and rows of a file with tags, up to its map.
fn tagged_header(bytes: &mut Bytes) -> Result<(Release, usize, u64)> {
    bytes.expect(b"<header><release>")?;
    let digits: [u8; 3] = bytes.array()?;
    let digits = digits.iter().try_fold(0, |number, digit| {
        let digit = char::from(*digit).to_digit(10)?;
        Some(number * 10 + digit)
    });
    let release = Release::of(digits.ok_or_else(|| bytes.damaged())?)?;
    if !release.tagged() {
        return Err(bytes.damaged());
    }
    bytes.expect(b"</release><byteorder>")?;
    bytes.order = match bytes.take(3)? {
        b"MSF" => Order::Big,
        b"LSF" => Order::Little,
        _ => return Err(bytes.damaged()),
    };
    bytes.expect(b"</byteorder><K>")?;
    let columns = match release.0 {
        119 => bytes.u32()? as usize,
        _ => usize::from(bytes.u16()?),
    };
    bytes.expect(b"</K><N>")?;
    let rows = match release.0 {
        117 => u64::from(bytes.u32()?),
        _ => bytes.u64()?,
    };
    bytes.expect(b"</N><label>")?;
    let length = match release.0 {
        117 => usize::from(bytes.u8()?),
        _ => usize::from(bytes.u16()?),
    };
    bytes.take(length)?;
    bytes.expect(b"</label><timestamp>")?;
    let length = usize::from(bytes.u8()?);
    bytes.take(length)?;
    bytes.expect(b"</timestamp></header><map>")?;
    // Fourteen places in the file. Its parts follow each other, so that nobody has to trust them.
    bytes.take(14 * 8)?;
    bytes.expect(b"</map>")?;
    Ok((release, columns, rows))
}

/// Notes and other characteristics, which say nothing that is asked here.
fn tagged_notes(bytes: &mut Bytes) -> Result<()> {
    bytes.expect(b"<characteristics>")?;
    while bytes.word(b"<ch>") {
        let length = bytes.u32()? as usize;
        bytes.take(length)?;
        bytes.expect(b"</ch>")?;
    }
    bytes.expect(b"</characteristics>")
}

fn plain_notes(bytes: &mut Bytes, release: Release) -> Result<()> {
    if release.0 < 105 {
        return Ok(());
    }
    loop {
        let kind = bytes.u8()?;
        let length = match release.0 {
            110.. => bytes.u32()? as usize,
            _ => usize::from(bytes.u16()?),
        };
        bytes.take(length)?;
        // Nothing of no length ends the list; anything else has bytes to go on with.
        match (kind, length) {
            (0, 0) => return Ok(()),
            (_, 0) => return Err(bytes.damaged()),
            _ => {}
        }
    }
}
