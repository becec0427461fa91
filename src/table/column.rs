//! A column of microdata, held in polars' typed arrays.
//!
//! Three shapes are enough for surveys. Kernels run over the slices, never over `Series`: dynamic dispatch costs half a
//! megabyte of module and ten times the time (measured).

use super::Texts;
use crate::codebook::Code;
use polars_core::prelude::{Float64Chunked, UInt8Chunked, UInt16Chunked};

/// One column.
#[derive(Debug, Clone)]
pub enum Column {
    /// Few distinct values, as text or numbers: answers, countries, strata.
    Coded(Coded),
    /// Many distinct numbers: weights, scales, ages. A blank is NaN and never leaves the engine.
    Number(Float64Chunked),
    /// Many distinct texts: identifiers, open answers. A blank is empty.
    Text(Texts),
}

/// A dictionary-coded column: code 0 is blank, code `k` stands for `levels[k - 1]`.
#[derive(Debug, Clone)]
pub struct Coded {
    /// One code a record.
    pub codes: Codes,
    /// The distinct values, sorted: numbers by value, then texts by code point.
    pub levels: Vec<Level>,
}

/// Codes in the narrowest type that holds the levels.
#[derive(Debug, Clone)]
pub enum Codes {
    /// At most 255 levels.
    Narrow(UInt8Chunked),
    /// At most 65,535 levels.
    Wide(UInt16Chunked),
}

/// A distinct value of a coded column.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// As it stood in the file, trimmed.
    pub text: String,
    /// Its value where it reads as a number in the file's dialect.
    pub number: Option<f64>,
}

impl Column {
    /// A column of numbers; NaN is blank.
    pub fn number(values: Vec<f64>) -> Self {
        Column::Number(Float64Chunked::from_vec("".into(), values))
    }

    /// The numbers of a [`Column::Number`] without a copy; `None` for the other shapes.
    pub fn numbers(&self) -> Option<&[f64]> {
        match self {
            Column::Number(values) => values.cont_slice().ok(),
            Column::Coded(_) | Column::Text(_) => None,
        }
    }

    /// A cell as text, trimmed; a blank is `None`. A number is written as people write it: `2014`, not `2014.0`.
    pub fn text(&self, index: usize) -> Option<String> {
        let text = match self {
            Column::Coded(coded) => {
                let code = match &coded.codes {
                    Codes::Narrow(codes) => usize::from(codes.get(index)?),
                    Codes::Wide(codes) => usize::from(codes.get(index)?),
                };
                coded.levels.get(code.checked_sub(1)?)?.text.clone()
            }
            Column::Number(numbers) => numbers
                .get(index)
                .filter(|number| !number.is_nan())?
                .to_string(),
            Column::Text(texts) => texts.get(index)?.to_string(),
        };
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_string())
    }

    /// Number of records.
    pub fn len(&self) -> usize {
        match self {
            Column::Coded(coded) => coded.codes.len(),
            Column::Number(values) => values.len(),
            Column::Text(values) => values.len(),
        }
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Level {
    /// The value as documents and codebooks name it: a number where it is one.
    pub fn code(&self) -> Code {
        match self.number {
            Some(number) => Code::Number(number),
            None => Code::Text(self.text.clone()),
        }
    }
}

impl Codes {
    /// Number of records.
    pub fn len(&self) -> usize {
        match self {
            Codes::Narrow(codes) => codes.len(),
            Codes::Wide(codes) => codes.len(),
        }
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The codes as they lie in memory.
#[derive(Debug, Clone, Copy)]
pub enum CodeSlice<'a> {
    /// See [`Codes::Narrow`].
    Narrow(&'a [u8]),
    /// See [`Codes::Wide`].
    Wide(&'a [u16]),
}

impl Codes {
    /// Holds codes in polars' typed arrays.
    pub fn narrow(codes: Vec<u8>) -> Self {
        Codes::Narrow(UInt8Chunked::from_vec("".into(), codes))
    }

    /// See [`Codes::narrow`].
    pub fn wide(codes: Vec<u16>) -> Self {
        Codes::Wide(UInt16Chunked::from_vec("".into(), codes))
    }

    /// The codes without a copy: they are built as one chunk without nulls.
    pub fn slice(&self) -> CodeSlice<'_> {
        match self {
            Codes::Narrow(codes) => CodeSlice::Narrow(codes.cont_slice().unwrap_or_default()),
            Codes::Wide(codes) => CodeSlice::Wide(codes.cont_slice().unwrap_or_default()),
        }
    }
}

impl CodeSlice<'_> {
    /// The code of one record; 0 is blank.
    pub fn get(self, row: usize) -> usize {
        match self {
            CodeSlice::Narrow(codes) => usize::from(codes[row]),
            CodeSlice::Wide(codes) => usize::from(codes[row]),
        }
    }
}
