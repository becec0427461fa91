//! The records of a system file, unpacked one after the other.

use super::dictionary::{Dictionary, Packing};
use crate::error::{Error, Result};
use crate::intake::MAX_INFLATED;
use crate::intake::labelled::bytes::{Bytes, Order, damaged};
use crate::intake::labelled::described::{ends_early, rows};
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// Most bytes that a block of zlib may inflate to; programs write 4 MB.
const MAX_BLOCK: usize = 1 << 26;

/// Codes of the bytecode: nothing, the end, eight bytes as they are.
const NOTHING: u8 = 0;
const END: u8 = 252;
const AS_IT_IS: u8 = 253;

/// The records.
pub(super) struct Cases {
    /// The record that was unpacked last, in units of eight bytes as the file orders them.
    pub(super) case: Vec<[u8; 8]>,
    /// Records that were unpacked.
    read: u64,
    /// Records that the file declares.
    declared: Option<u64>,
    file: Vec<u8>,
    /// Where the records begin in the file.
    data: usize,
    packing: Packing,
    /// What the codes stand for.
    codes: Box<[[u8; 8]; 256]>,
    /// Eight codes, and how many of them are used up.
    octet: ([u8; 8], usize),
    /// Where the next eight bytes stand, in the file or in what was inflated.
    at: usize,
    blocks: Vec<Block>,
    next_block: usize,
    inflated: Vec<u8>,
}

/// A block of zlib in the file.
struct Block {
    at: usize,
    length: usize,
    inflated: usize,
}

/// What the dictionary says of the records.
pub(super) struct Layout {
    pub(super) order: Order,
    pub(super) packing: Packing,
    pub(super) units: usize,
    pub(super) bias: f64,
    pub(super) absent: f64,
    pub(super) declared: Option<u64>,
    pub(super) data: usize,
}

impl Layout {
    pub(super) fn of(dictionary: &Dictionary, absent: f64, cases: Option<u64>) -> Layout {
        Layout {
            order: dictionary.order,
            packing: dictionary.packing,
            units: dictionary.units,
            bias: dictionary.bias,
            absent,
            declared: cases.or(dictionary.cases),
            data: dictionary.data,
        }
    }
}

impl Cases {
    /// # Errors
    /// `damaged_file`, `too_many_rows`, `inflates_too_far`.
    pub(super) fn new(file: Vec<u8>, layout: &Layout) -> Result<Cases> {
        let blocks = match layout.packing {
            Packing::Zlib => blocks(&file, layout.order, layout.data)?,
            _ => Vec::new(),
        };
        let bytes = |number: f64| match layout.order {
            Order::Little => number.to_le_bytes(),
            Order::Big => number.to_be_bytes(),
        };
        let mut codes = Box::new([[0; 8]; 256]);
        for (code, stands_for) in codes.iter_mut().enumerate() {
            *stands_for = bytes(code as f64 - layout.bias);
        }
        codes[254] = *b"        ";
        codes[255] = bytes(layout.absent);
        let declared = layout.declared.map(rows).transpose()?;
        let left = file.len().saturating_sub(layout.data) as u64;
        let size = layout.units as u64 * 8;
        // Known before anything is read: a download that broke off.
        if layout.packing == Packing::None && declared.is_some_and(|cases| cases * size > left) {
            return Err(ends_early(left / size.max(1)));
        }
        Ok(Cases {
            case: vec![[0; 8]; layout.units],
            read: 0,
            declared,
            file,
            data: layout.data,
            packing: layout.packing,
            codes,
            octet: ([0; 8], 8),
            at: first(layout.packing, layout.data),
            blocks,
            next_block: 0,
            inflated: Vec::new(),
        })
    }

    /// Begins again at the first record.
    pub(super) fn rewind(&mut self) {
        self.read = 0;
        self.octet.1 = 8;
        self.at = first(self.packing, self.data);
        self.next_block = 0;
        self.inflated.clear();
    }

    /// Unpacks the next record; false after the last.
    ///
    /// # Errors
    /// `damaged_file` where the file ends before its last record, `too_many_rows`, `inflates_too_far`.
    pub(super) fn next(&mut self) -> Result<bool> {
        if self.declared == Some(self.read) {
            return Ok(false);
        }
        let filled = match self.packing {
            Packing::None => self.plain()?,
            Packing::Bytecode | Packing::Zlib => self.packed()?,
        };
        // A file without a number of records ends where one of them does.
        if filled < self.case.len() {
            return match self.declared {
                None if filled == 0 => Ok(false),
                _ => Err(ends_early(self.read)),
            };
        }
        self.read = rows(self.read + 1)?;
        Ok(true)
    }

    fn plain(&mut self) -> Result<usize> {
        for unit in 0..self.case.len() {
            match self.eight()? {
                Some(eight) => self.case[unit] = eight,
                None => return Ok(unit),
            }
        }
        Ok(self.case.len())
    }

    fn packed(&mut self) -> Result<usize> {
        let mut unit = 0;
        while unit < self.case.len() {
            if self.octet.1 == 8 {
                let Some(octet) = self.eight()? else {
                    return Ok(unit);
                };
                self.octet = (octet, 0);
            }
            let code = self.octet.0[self.octet.1];
            self.octet.1 += 1;
            self.case[unit] = match code {
                NOTHING => continue,
                END => {
                    // Nothing follows, whoever asks again.
                    self.octet.1 -= 1;
                    return Ok(unit);
                }
                AS_IT_IS => match self.eight()? {
                    Some(eight) => eight,
                    None => return Err(ends_early(self.read)),
                },
                _ => self.codes[usize::from(code)],
            };
            unit += 1;
        }
        Ok(unit)
    }

    /// The next eight bytes; none at the end.
    #[inline]
    fn eight(&mut self) -> Result<Option<[u8; 8]>> {
        loop {
            let from = match self.packing {
                Packing::Zlib => &self.inflated,
                _ => &self.file,
            };
            if let Some(Some(eight)) = from.get(self.at..).map(|rest| rest.first_chunk()) {
                self.at += 8;
                return Ok(Some(*eight));
            }
            if !self.inflate()? {
                // Not quite eight bytes are no record's end.
                return match from_left(self) {
                    0 => Ok(None),
                    _ => Err(ends_early(self.read)),
                };
            }
        }
    }

    /// Inflates the next block after what is left of the last; false where there is none.
    #[cold]
    fn inflate(&mut self) -> Result<bool> {
        let Some(block) = self.blocks.get(self.next_block) else {
            return Ok(false);
        };
        self.next_block += 1;
        let packed = self.file.get(block.at..block.at + block.length);
        let packed = packed.ok_or_else(|| damaged("zlib"))?;
        let fresh = decompress_to_vec_zlib_with_limit(packed, block.inflated)
            .map_err(|_| damaged("zlib").in_row(self.read + 2))?;
        self.inflated.drain(..self.at.min(self.inflated.len()));
        self.at = 0;
        self.inflated.extend_from_slice(&fresh);
        Ok(true)
    }
}

/// Bytes that are left and make no unit.
fn from_left(cases: &Cases) -> usize {
    match cases.packing {
        Packing::Zlib => cases.inflated.len().saturating_sub(cases.at),
        _ => cases.file.len().saturating_sub(cases.at),
    }
}

/// Where the first eight bytes stand.
fn first(packing: Packing, data: usize) -> usize {
    match packing {
        Packing::Zlib => 0,
        _ => data,
    }
}

/// The blocks, from the trailer that the header of the records names.
fn blocks(file: &[u8], order: Order, data: usize) -> Result<Vec<Block>> {
    let mut bytes = Bytes::new(file, order, "zlib");
    bytes.at = data;
    bytes.take(8)?;
    let trailer = bytes.u64()?;
    bytes.at = usize::try_from(trailer).map_err(|_| damaged("zlib"))?;
    bytes.take(20)?;
    let count = bytes.size()?;
    let mut list = Bytes::new(bytes.entries(count, 24)?, order, "zlib");
    let mut blocks = Vec::new();
    let mut whole = 0;
    for _ in 0..count {
        list.take(8)?;
        let at = usize::try_from(list.u64()?).map_err(|_| damaged("zlib"))?;
        let (inflated, length) = (list.size()?, list.size()?);
        let end = at.checked_add(length).filter(|end| *end <= file.len());
        end.ok_or_else(|| damaged("zlib"))?;
        whole += inflated as u64;
        if whole > MAX_INFLATED || inflated > MAX_BLOCK {
            let limit = if inflated > MAX_BLOCK {
                MAX_BLOCK as u64
            } else {
                MAX_INFLATED
            };
            return Err(Error::new("inflates_too_far").with("limit", limit >> 20));
        }
        blocks.push(Block {
            at,
            length,
            inflated,
        });
    }
    Ok(blocks)
}
