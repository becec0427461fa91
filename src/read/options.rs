//! What the reader is told instead of finding it.

use crate::shape::{Shape, Written};
use serde::Serialize;

/// How to read a file. What is not given is found in its first 64 KB.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// What parts the cells: any ASCII character but a quote, a digit or a line break.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// How characters are written as bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Encoding>,
    /// What parts the units from the tenths: `.` or `,`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal: Option<char>,
}

/// How characters are written as bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
pub enum Encoding {
    /// UTF-8, and with it ASCII.
    #[default]
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16, the low byte first: what Excel calls "Unicode text".
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16, the high byte first.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// Windows-1252, and with it ISO-8859-1: what Excel writes in western Europe and Latin America.
    #[serde(rename = "windows-1252")]
    Windows1252,
}
