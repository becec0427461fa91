//! From text to [`Value`]. A name stands once in an object: of two, most readers take the last and say nothing.

use super::Value;
use crate::error::{Error, Result};
use crate::host;

/// Lists and objects within one another. Deeper ones are refused before they exhaust the stack.
const DEPTH: usize = 128;

/// Reads JSON text (RFC 8259). An escape that stands for half a letter gives the replacement character.
///
/// # Errors
/// `invalid_json` {line, column}; `duplicate_field` {value, line, column}. Lines and columns count from 1.
pub(crate) fn read(text: &str) -> Result<Value> {
    let mut reader = Reader {
        text,
        at: 0,
        depth: 0,
        twice: None,
    };
    let value = reader.value();
    reader.space();
    match value.filter(|_| reader.at == text.len()) {
        Some(value) => Ok(value),
        None => Err(reader.failure()),
    }
}

/// Where reading stands. What cannot be read is `None`, and `at` stays where it is.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    twice: Option<String>,
}

impl Reader<'_> {
    fn failure(self) -> Error {
        let (before, rest) = self.text.as_bytes().split_at(self.at.min(self.text.len()));
        let column = before.iter().rev().take_while(|byte| **byte != b'\n');
        let error = match self.twice {
            Some(name) => Error::new("duplicate_field").with("value", name),
            None => Error::new("invalid_json"),
        };
        error
            .with(
                "line",
                1 + before.iter().filter(|byte| **byte == b'\n').count(),
            )
            .with("column", column.count() + usize::from(!rest.is_empty()))
    }

    /// The byte that comes next; 0 at the end.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// Goes past a byte if it comes next.
    fn past(&mut self, byte: u8) -> bool {
        let comes = self.peek() == byte;
        self.at += usize::from(comes);
        comes
    }

    /// Goes past a byte that has to come next.
    fn expect(&mut self, byte: u8) -> Option<()> {
        self.past(byte).then_some(())
    }

    fn space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    fn value(&mut self) -> Option<Value> {
        self.space();
        match self.peek() {
            b'"' => self.string().map(Value::Text),
            b'[' => self.list(),
            b'{' => self.object(),
            b'n' => self.word("null", Value::Null),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        for byte in word.bytes() {
            self.expect(byte)?;
        }
        Some(value)
    }

    /// Opens a list or an object; whether anything is inside.
    fn open(&mut self, close: u8) -> Option<bool> {
        self.at += 1;
        self.depth += 1;
        self.space();
        let empty = self.past(close);
        (self.depth < DEPTH).then(|| self.more(!empty))
    }

    /// Whether another element follows the one that was read.
    fn next(&mut self, close: u8) -> Option<bool> {
        self.space();
        let more = self.past(b',');
        if !more {
            self.expect(close)?;
        }
        Some(self.more(more))
    }

    fn more(&mut self, more: bool) -> bool {
        self.depth -= usize::from(!more);
        more
    }

    fn list(&mut self) -> Option<Value> {
        let mut elements = Vec::new();
        let mut more = self.open(b']')?;
        while more {
            elements.push(self.value()?);
            more = self.next(b']')?;
        }
        Some(Value::List(elements))
    }

    fn object(&mut self) -> Option<Value> {
        let mut fields: Vec<(String, Value)> = Vec::new();
        let mut more = self.open(b'}')?;
        while more {
            self.space();
            let name = self.string()?;
            if fields.iter().any(|(known, _)| *known == name) {
                self.twice = Some(name);
                return None;
            }
            self.space();
            self.expect(b':')?;
            let value = self.value()?;
            fields.push((name, value));
            more = self.next(b'}')?;
        }
        Some(Value::Object(fields))
    }

    fn string(&mut self) -> Option<String> {
        self.expect(b'"')?;
        let mut read = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), b'"' | b'\\' | 0..0x20) {
                self.at += 1;
            }
            read.push_str(self.text.get(start..self.at)?);
            if self.past(b'"') {
                return Some(read);
            }
            self.expect(b'\\')?;
            read.push(self.escaped()?);
        }
    }

    /// The letter after a backslash.
    fn escaped(&mut self) -> Option<char> {
        let letter = match self.peek() {
            byte @ (b'"' | b'\\' | b'/') => byte.into(),
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => return self.unit().map(|unit| self.letter(unit)),
            _ => return None,
        };
        self.at += 1;
        Some(letter)
    }

    /// The letter of a UTF-16 unit, and of the one after it where the two make a pair.
    fn letter(&mut self, unit: u32) -> char {
        let start = self.at;
        if (0xd800..0xdc00).contains(&unit) && self.past(b'\\') {
            if let Some(low @ 0xdc00..0xe000) = self.unit() {
                let letter = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                return char::from_u32(letter).unwrap_or(char::REPLACEMENT_CHARACTER);
            }
            self.at = start;
        }
        char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    /// `u` and four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        self.expect(b'u')?;
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + char::from(self.peek()).to_digit(16)?;
            self.at += 1;
        }
        Some(unit)
    }

    /// Goes past digits; whether there was one.
    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn number(&mut self) -> Option<Value> {
        let start = self.at;
        self.past(b'-');
        if !self.past(b'0') {
            self.digits()?;
        }
        if self.past(b'.') {
            self.digits()?;
        }
        if matches!(self.peek(), b'e' | b'E') {
            self.at += 1;
            if !self.past(b'-') {
                self.past(b'+');
            }
            self.digits()?;
        }
        let digits = self.text.get(start..self.at)?;
        if digits.len() > 4 && !host::number(digits).is_finite() {
            // It is too great; its last digit is where that shows.
            self.at -= 1;
            return None;
        }
        Some(Value::Number(digits.into()))
    }
}
