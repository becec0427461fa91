//! From the bytes of a file to UTF-8, across any chunk boundary. The same small tables natively and in the browser.

use super::options::Encoding;
use super::windows_1252::single;

/// Turns chunks into UTF-8.
pub(crate) struct Decoder {
    /// The encoding. UTF-8 becomes Windows-1252 when the first byte that is not ASCII is no UTF-8.
    pub(crate) encoding: Encoding,
    /// Bytes that were no character: read as Windows-1252, or replaced in UTF-16.
    pub(crate) invalid: u64,
    /// The encoding was given, and is not to be changed.
    fixed: bool,
    /// A character beyond ASCII was seen.
    proven: bool,
    /// The first bytes of a character whose others are still to come; at most three.
    begun: Vec<u8>,
    /// The first half of a UTF-16 pair.
    high: Option<u16>,
}

impl Decoder {
    pub(crate) fn new(encoding: Encoding, fixed: bool) -> Self {
        Decoder {
            encoding,
            invalid: 0,
            fixed,
            proven: false,
            begun: Vec::new(),
            high: None,
        }
    }

    /// How many of the first bytes are whole characters of UTF-8 as they stand; 0 where they are to be decoded.
    #[cfg(feature = "engine")]
    pub(crate) fn whole(&mut self, bytes: &[u8]) -> usize {
        if self.encoding != Encoding::Utf8 || !self.begun.is_empty() {
            return 0;
        }
        let whole = match std::str::from_utf8(bytes) {
            Ok(_) => bytes.len(),
            Err(error) => error.valid_up_to(),
        };
        self.proven = self.proven || !bytes[..whole].is_ascii();
        whole
    }

    /// How many of the bytes to decode at once. In UTF-8 what follows a line can most likely stay where it lies.
    #[cfg(feature = "engine")]
    pub(crate) fn piece(&self, bytes: &[u8]) -> usize {
        let line = match self.encoding {
            Encoding::Utf8 => bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')),
            _ => None,
        };
        line.map_or(bytes.len(), |line| line + 1)
    }

    /// Appends a chunk as UTF-8.
    pub(crate) fn decode(&mut self, chunk: &[u8], to: &mut Vec<u8>) {
        match self.encoding {
            Encoding::Utf8 => self.utf8(chunk, to),
            Encoding::Utf16Le => self.utf16(chunk, to, u16::from_le_bytes),
            Encoding::Utf16Be => self.utf16(chunk, to, u16::from_be_bytes),
            Encoding::Windows1252 => chunk.iter().for_each(|byte| push(single(*byte), to)),
        }
    }

    /// The file is at its end: a character that was begun will not be completed.
    pub(crate) fn finish(&mut self, to: &mut Vec<u8>) {
        let begun = std::mem::take(&mut self.begun);
        match self.encoding {
            Encoding::Utf8 if !begun.is_empty() => {
                if !self.proven && !self.fixed {
                    self.encoding = Encoding::Windows1252;
                } else {
                    self.invalid += begun.len() as u64;
                }
                begun.iter().for_each(|byte| push(single(*byte), to));
            }
            Encoding::Utf16Le | Encoding::Utf16Be
                if !begun.is_empty() || self.high.take().is_some() =>
            {
                self.replace(to);
            }
            _ => {}
        }
    }

    fn utf8(&mut self, chunk: &[u8], to: &mut Vec<u8>) {
        let mut rest = chunk;
        // Complete the character that the last chunk began.
        while !self.begun.is_empty() {
            let Some((next, after)) = rest.split_first() else {
                return;
            };
            let mut joined = std::mem::take(&mut self.begun);
            joined.push(*next);
            match std::str::from_utf8(&joined) {
                Ok(_) => {
                    to.extend_from_slice(&joined);
                    self.proven = true;
                    rest = after;
                }
                Err(error) if error.error_len().is_none() => {
                    self.begun = joined;
                    rest = after;
                }
                // The last byte may begin another character: leave it to what follows.
                Err(_) => {
                    joined.pop();
                    for byte in joined {
                        self.stray(byte, to);
                    }
                    if self.encoding != Encoding::Utf8 {
                        return self.decode(rest, to);
                    }
                }
            }
        }
        loop {
            match std::str::from_utf8(rest) {
                Ok(text) => {
                    self.proven = self.proven || !text.is_ascii();
                    to.extend_from_slice(rest);
                    return;
                }
                Err(error) => {
                    let (valid, after) = rest.split_at(error.valid_up_to());
                    self.proven = self.proven || !valid.is_ascii();
                    to.extend_from_slice(valid);
                    let Some(wrong) = error.error_len() else {
                        self.begun = after.to_vec();
                        return;
                    };
                    let (wrong, after) = after.split_at(wrong);
                    for byte in wrong {
                        self.stray(*byte, to);
                    }
                    if self.encoding != Encoding::Utf8 {
                        return self.decode(after, to);
                    }
                    rest = after;
                }
            }
        }
    }

    /// A byte that is no UTF-8: either the file is Windows-1252 after all, or a program mixed the two.
    fn stray(&mut self, byte: u8, to: &mut Vec<u8>) {
        if self.encoding == Encoding::Utf8 && !self.proven && !self.fixed {
            self.encoding = Encoding::Windows1252;
        } else if self.encoding == Encoding::Utf8 {
            self.invalid += 1;
        }
        push(single(byte), to);
    }

    fn utf16(&mut self, chunk: &[u8], to: &mut Vec<u8>, unit: fn([u8; 2]) -> u16) {
        let mut rest = chunk;
        if let ([first], Some((second, after))) = (self.begun.as_slice(), rest.split_first()) {
            let joined = unit([*first, *second]);
            self.begun.clear();
            rest = after;
            self.unit(joined, to);
        }
        let pairs = rest.chunks_exact(2);
        self.begun.extend_from_slice(pairs.remainder());
        for pair in pairs {
            self.unit(unit([pair[0], pair[1]]), to);
        }
    }

    fn unit(&mut self, unit: u16, to: &mut Vec<u8>) {
        match (self.high.take(), unit) {
            (Some(high), 0xDC00..=0xDFFF) => {
                let pair = 0x10000 + ((u32::from(high) - 0xD800) << 10) + u32::from(unit) - 0xDC00;
                push(
                    char::from_u32(pair).unwrap_or(char::REPLACEMENT_CHARACTER),
                    to,
                );
            }
            (high, unit) => {
                if high.is_some() {
                    self.replace(to);
                }
                match unit {
                    0xD800..=0xDBFF => self.high = Some(unit),
                    _ => match char::from_u32(u32::from(unit)) {
                        Some(character) => push(character, to),
                        None => self.replace(to),
                    },
                }
            }
        }
    }

    fn replace(&mut self, to: &mut Vec<u8>) {
        self.invalid += 1;
        push(char::REPLACEMENT_CHARACTER, to);
    }
}

fn push(character: char, to: &mut Vec<u8>) {
    let mut bytes = [0; 4];
    to.extend_from_slice(character.encode_utf8(&mut bytes).as_bytes());
}
