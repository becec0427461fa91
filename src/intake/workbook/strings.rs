//! The texts that the cells of a workbook share.

use super::xml::{Event, Xml, add};
use crate::error::Result;

/// Texts by their number, one after the other in one piece of memory.
#[derive(Default)]
pub(super) struct Strings {
    texts: String,
    ends: Vec<usize>,
}

impl Strings {
    /// From the part `sharedStrings.xml`.
    ///
    /// # Errors
    /// Those of XML; `cell_too_long` {limit}; `nul_bytes`.
    pub fn read(mut xml: Xml) -> Result<Strings> {
        let mut strings = Strings::default();
        loop {
            match xml.next()? {
                Event::Open(tag) if tag.name() == "si" => {
                    let text = rich(&mut xml)?;
                    strings.texts.push_str(&text);
                    strings.ends.push(strings.texts.len());
                }
                Event::End => return Ok(strings),
                _ => {}
            }
        }
    }

    /// A text.
    pub fn get(&self, place: usize) -> Option<&str> {
        let end = *self.ends.get(place)?;
        let start = match place {
            0 => 0,
            _ => self.ends[place - 1],
        };
        self.texts.get(start..end)
    }
}

/// The text of the element that was opened last, to its end: its runs, without how they are pronounced.
pub(super) fn rich(xml: &mut Xml) -> Result<String> {
    let outside = xml.depth().saturating_sub(1);
    let mut text = String::new();
    let mut inside = false;
    loop {
        match xml.next()? {
            Event::Open(tag) if tag.name() == "rPh" => xml.skip()?,
            Event::Open(tag) => inside = tag.name() == "t",
            Event::Text(piece) if inside => add(&mut text, &piece)?,
            Event::Text(_) => {}
            Event::Close(end) => {
                inside = false;
                if end.depth == outside {
                    return Ok(unescaped(text));
                }
            }
            Event::End => return Ok(unescaped(text)),
        }
    }
}

/// `_x000D_` stands for a character that XML cannot hold, and `_x005F_` for its own underscore (ECMA-376, ST_Xstring).
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let code = from
            .get(2..6)
            .filter(|_| from.as_bytes().get(6) == Some(&b'_'));
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let letter = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        match letter.and_then(char::from_u32) {
            // A null character is nothing that anybody typed.
            Some('\0') => rest = &from[7..],
            Some(letter) => {
                out.push(letter);
                rest = &from[7..];
            }
            None => {
                out.push_str("_x");
                rest = &from[2..];
            }
        }
    }
    out.push_str(rest);
    out
}
