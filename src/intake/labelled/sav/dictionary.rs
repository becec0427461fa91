//! The dictionary of a system file: what stands before its records.
//!
//! Layout as GNU PSPP documents it ("System File Format" in its developers' guide).

use crate::error::Result;
use crate::intake::labelled::bytes::{Bytes, Order, damaged};

/// How the records are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    /// Not at all.
    None,
    /// A byte for a small number.
    Bytecode,
    /// The same, in blocks of zlib.
    Zlib,
}

/// The dictionary as it stands in the file.
pub(super) struct Dictionary<'a> {
    pub(super) order: Order,
    pub(super) packing: Packing,
    /// Records; none where the file does not say.
    pub(super) cases: Option<u64>,
    /// Eight bytes each that a record takes.
    pub(super) units: usize,
    /// What is taken off a byte of the bytecode.
    pub(super) bias: f64,
    /// The weight's unit, from 1; 0 for none.
    pub(super) weight: usize,
    pub(super) fields: Vec<Field<'a>>,
    pub(super) labels: Vec<Labels<'a>>,
    /// Extension records with the number of their kind.
    pub(super) extensions: Vec<(i32, Bytes<'a>)>,
    /// Where the records begin.
    pub(super) data: usize,
}

/// A field of a record: a number, a short text, or a part of a long one.
pub(super) struct Field<'a> {
    /// Its first unit.
    pub(super) unit: usize,
    /// Bytes of a text; 0 for a number.
    pub(super) width: usize,
    /// The kind of its print format.
    pub(super) format: u8,
    pub(super) name: &'a [u8],
    pub(super) label: &'a [u8],
    /// Whether the first two of `missing` are the ends of a range.
    pub(super) range: bool,
    pub(super) missing: Vec<[u8; 8]>,
}

/// Labels of values and the units of the fields that have them.
pub(super) struct Labels<'a> {
    pub(super) values: Vec<([u8; 8], &'a [u8])>,
    /// Units, from 1.
    pub(super) units: Vec<usize>,
}

impl<'a> Dictionary<'a> {
    /// # Errors
    /// `damaged_file`.
    pub(super) fn read(file: &'a [u8]) -> Result<Dictionary<'a>> {
        let mut bytes = Bytes::new(file, Order::Little, "header");
        bytes.take(64)?;
        let layout = bytes.array()?;
        bytes.order = match (u32::from_le_bytes(layout), u32::from_be_bytes(layout)) {
            (2 | 3, _) => Order::Little,
            (_, 2 | 3) => Order::Big,
            _ => return Err(bytes.damaged()),
        };
        bytes.take(4)?;
        let packing = match bytes.i32()? {
            0 => Packing::None,
            1 => Packing::Bytecode,
            2 => Packing::Zlib,
            _ => return Err(bytes.damaged()),
        };
        let weight = bytes.size()?;
        let cases = u64::try_from(bytes.i32()?).ok();
        let bias = bytes.f64()?;
        bytes.take(84)?;
        let mut dictionary = Dictionary {
            order: bytes.order,
            packing,
            cases,
            units: 0,
            bias,
            weight,
            fields: Vec::new(),
            labels: Vec::new(),
            extensions: Vec::new(),
            data: 0,
        };
        bytes.part = "dictionary";
        dictionary.records(&mut bytes)?;
        dictionary.data = bytes.at;
        Ok(dictionary)
    }

    fn records(&mut self, bytes: &mut Bytes<'a>) -> Result<()> {
        loop {
            match bytes.i32()? {
                2 => self.field(bytes)?,
                3 => self.values(bytes)?,
                6 => {
                    let lines = bytes.size()?;
                    bytes.entries(lines, 80)?;
                }
                7 => {
                    let (kind, size, count) = (bytes.i32()?, bytes.size()?, bytes.size()?);
                    let content = bytes.entries(count, size)?;
                    let content = Bytes::new(content, bytes.order, "dictionary");
                    self.extensions.push((kind, content));
                }
                999 => {
                    bytes.take(4)?;
                    return Ok(());
                }
                _ => return Err(bytes.damaged()),
            }
        }
    }

    fn field(&mut self, bytes: &mut Bytes<'a>) -> Result<()> {
        let width = bytes.i32()?;
        let labelled = bytes.i32()?;
        let missing = bytes.i32()?;
        let format = bytes.u32()?;
        bytes.take(4)?;
        let name = bytes.take(8)?;
        let mut label: &[u8] = &[];
        if labelled != 0 {
            let length = bytes.size()?;
            label = bytes.take(length)?;
            bytes.take(length.wrapping_neg() % 4)?;
        }
        if missing.unsigned_abs() > 3 {
            return Err(bytes.damaged());
        }
        let values: Result<Vec<[u8; 8]>> =
            (0..missing.unsigned_abs()).map(|_| bytes.array()).collect();
        let unit = self.units;
        self.units += 1;
        // A text of more than eight bytes takes further units, each with a record of its own that says nothing.
        if width >= 0 {
            self.fields.push(Field {
                unit,
                width: usize::try_from(width)
                    .ok()
                    .filter(|width| *width <= 255)
                    .ok_or_else(|| bytes.damaged())?,
                format: (format >> 16 & 0xFF) as u8,
                name,
                label,
                range: missing < -1,
                missing: values?,
            });
        }
        Ok(())
    }

    fn values(&mut self, bytes: &mut Bytes<'a>) -> Result<()> {
        let count = bytes.size()?;
        let mut values = Vec::new();
        for _ in 0..count {
            let value = bytes.array()?;
            let length = usize::from(bytes.u8()?);
            let label = bytes.take(length)?;
            // The length and the label fill whole units.
            bytes.take((length + 1).wrapping_neg() % 8)?;
            values.push((value, label));
        }
        if bytes.i32()? != 4 {
            return Err(bytes.damaged());
        }
        let count = bytes.size()?;
        let units = bytes.entries(count, 4)?;
        let order = bytes.order;
        let units = units.chunks_exact(4).map(|unit| {
            let mut index = [0; 4];
            index.copy_from_slice(unit);
            order.u32(index) as usize
        });
        let units = units.collect();
        self.labels.push(Labels { values, units });
        Ok(())
    }

    /// The field that begins at a unit, from 1.
    pub(super) fn field_at(&self, unit: usize) -> Option<usize> {
        let unit = unit.checked_sub(1)?;
        self.fields
            .binary_search_by_key(&unit, |field| field.unit)
            .ok()
    }

    /// Checks that every field lies within a record.
    ///
    /// # Errors
    /// `damaged_file`.
    pub(super) fn fits(&self) -> Result<()> {
        let ends = self.fields.iter().skip(1).map(|next| next.unit);
        let ends = ends.chain(std::iter::once(self.units));
        let mut fields = self.fields.iter().zip(ends);
        match fields.all(|(field, end)| field.unit + field.width.div_ceil(8).max(1) <= end) {
            true => Ok(()),
            false => Err(damaged("dictionary")),
        }
    }
}
