//! How a file's characters are written as bytes.

use crate::error::Error;
use crate::intake::Choice;
use crate::read::Encoding;
use crate::read::windows_1252::single;

/// How characters are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    /// UTF-8; what is none is read as Windows-1252.
    Utf8,
    /// Windows-1252, and with it ISO-8859-1 and ASCII.
    Windows1252,
    /// ISO-8859-15: eight characters of ISO-8859-1 gave way to the euro and to letters of French and Finnish.
    Latin9,
    /// Not declared: UTF-8 where a text is that, Windows-1252 where it is not. Several letters beyond ASCII in a row that happen
    /// to be UTF-8 are never a word of Windows-1252.
    Either,
}

impl Words {
    /// What the person says, if it can be.
    pub(super) fn chosen(choice: &Choice) -> Option<Words> {
        match choice.encoding? {
            Encoding::Utf8 => Some(Words::Utf8),
            Encoding::Windows1252 => Some(Words::Windows1252),
            Encoding::Utf16Le | Encoding::Utf16Be => None,
        }
    }

    /// By the name that a file declares; `unknown_encoding` {value} as a warning where it is none of these, which is then read
    /// as if none had been declared.
    pub(super) fn named(name: &str) -> (Words, Option<Error>) {
        let plain: String = name
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
        match plain.as_str() {
            "utf8" | "unicode11utf8" | "65001" => (Words::Utf8, None),
            "windows1252" | "cp1252" | "1252" | "iso88591" | "latin1" | "28591" | "usascii"
            | "ascii" | "ansix341968" => (Words::Windows1252, None),
            "iso885915" | "latin9" | "28605" => (Words::Latin9, None),
            _ => {
                let warning = Error::new("unknown_encoding").with("value", name);
                (Words::Either, Some(warning))
            }
        }
    }

    /// Its name in descriptions; none where nothing was declared.
    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Words::Utf8 => Some("utf-8"),
            Words::Windows1252 => Some("windows-1252"),
            Words::Latin9 => Some("iso-8859-15"),
            Words::Either => None,
        }
    }

    /// Appends a text, without the blanks and zeros that fill its field.
    pub(super) fn push(self, bytes: &[u8], to: &mut String) {
        let bytes = trimmed(bytes);
        let utf8 = match self {
            Words::Utf8 | Words::Either => true,
            Words::Windows1252 | Words::Latin9 => bytes.is_ascii(),
        };
        match std::str::from_utf8(bytes) {
            Ok(text) if utf8 => to.push_str(text),
            // A field of fixed width may cut the last character of a text in two; one stray byte must not spoil the rest.
            Err(_) if self == Words::Utf8 => self.mixed(bytes, to),
            _ => to.extend(bytes.iter().map(|byte| self.single(*byte))),
        }
    }

    /// A text, without the blanks and zeros that fill its field.
    pub(super) fn text(self, bytes: &[u8]) -> String {
        let mut text = String::new();
        self.push(bytes, &mut text);
        text
    }

    /// A text that ends at its first zero byte.
    pub(super) fn until_zero(self, bytes: &[u8]) -> String {
        self.text(before_zero(bytes))
    }

    fn mixed(self, bytes: &[u8], to: &mut String) {
        for chunk in bytes.utf8_chunks() {
            to.push_str(chunk.valid());
            // Nothing follows what is cut off at the end; elsewhere it is a letter of Windows-1252.
            let end = std::ptr::eq(chunk.invalid().as_ptr_range().end, bytes.as_ptr_range().end);
            if !(end && chunk.invalid().len() < 4) {
                to.extend(chunk.invalid().iter().map(|byte| self.single(*byte)));
            }
        }
    }

    fn single(self, byte: u8) -> char {
        match (self, byte) {
            (Words::Latin9, 0xA4) => '€',
            (Words::Latin9, 0xA6) => 'Š',
            (Words::Latin9, 0xA8) => 'š',
            (Words::Latin9, 0xB4) => 'Ž',
            (Words::Latin9, 0xB8) => 'ž',
            (Words::Latin9, 0xBC) => 'Œ',
            (Words::Latin9, 0xBD) => 'œ',
            (Words::Latin9, 0xBE) => 'Ÿ',
            (Words::Latin9, _) => char::from(byte),
            _ => single(byte),
        }
    }
}

/// Bytes up to the first zero.
pub(super) fn before_zero(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|byte| *byte == 0);
    &bytes[..end.unwrap_or(bytes.len())]
}

/// Without the blanks and zeros at the end.
pub(super) fn trimmed(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| !matches!(byte, b' ' | 0));
    &bytes[..end.map_or(0, |last| last + 1)]
}
