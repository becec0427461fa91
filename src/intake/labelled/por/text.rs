//! The characters of a portable file, its texts and its numbers.

use crate::error::Result;
use crate::intake::labelled::bytes::damaged;

/// Characters of a line.
const LINE: usize = 80;
/// Bytes before the table of characters, and of the table.
const SPLASH: usize = 200;
const TABLE: usize = 256;
/// What the table's places from 64 on stand for.
const CHARACTERS: &[u8] =
    b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz .<(+|&[]!$*);^-/|,%_>?`:#@'=\"";

/// A portable file's characters from the version on.
pub(super) struct Text {
    bytes: Vec<u8>,
    at: usize,
}

impl Text {
    /// Joins the lines, puts every character in its place, and goes to the first record.
    ///
    /// # Errors
    /// `damaged_file`, here and below, where the file ends too early or holds something else.
    pub(super) fn new(file: &[u8]) -> Result<Text> {
        let mut bytes = joined(file)?;
        let header = bytes.get(SPLASH..SPLASH + TABLE);
        let characters = own(header.ok_or_else(|| damaged("header"))?);
        for byte in bytes.iter_mut().skip(SPLASH + TABLE) {
            *byte = characters[usize::from(*byte)];
        }
        let mut text = Text {
            bytes,
            at: SPLASH + TABLE,
        };
        for expected in b"SPSSPORTA" {
            if text.byte() != Some(*expected) {
                return Err(damaged("header"));
            }
        }
        // Day and time at which it was written.
        text.string()?;
        text.string()?;
        Ok(text)
    }

    /// Where it stands.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Goes to where it stood.
    pub(super) fn go(&mut self, at: usize) {
        self.at = at;
    }

    /// The next character; none at the end.
    pub(super) fn byte(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += usize::from(byte.is_some());
        byte
    }

    /// Whether the records are at their end: `Z` until the line is full.
    pub(super) fn ended(&self) -> bool {
        matches!(self.bytes.get(self.at), None | Some(b'Z'))
    }

    /// A text after its length.
    pub(super) fn string(&mut self) -> Result<Vec<u8>> {
        let length = self.count()?;
        let end = self.at.checked_add(length);
        let string = end.and_then(|end| self.bytes.get(self.at..end));
        let string = string.ok_or_else(|| damaged("data"))?.to_vec();
        self.at += length;
        Ok(string)
    }

    /// A whole number that is not negative.
    pub(super) fn count(&mut self) -> Result<usize> {
        let number = self.number()?;
        let whole = number.filter(|n| n.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(n));
        whole
            .map(|number| number as usize)
            .ok_or_else(|| damaged("data"))
    }

    /// A number: digits to the base of 30 around a point, a power of 30, and a slash. None for `*.`, a number that is absent.
    pub(super) fn number(&mut self) -> Result<Option<f64>> {
        let mut byte = self.more()?;
        while byte == b' ' {
            byte = self.more()?;
        }
        if byte == b'*' {
            self.more()?;
            return Ok(None);
        }
        let negative = byte == b'-';
        if negative {
            byte = self.more()?;
        }
        let (mut mantissa, mut power, mut seen, mut point) = (0_u128, 0_i32, false, false);
        loop {
            match digit(byte) {
                Some(digit) => {
                    seen = true;
                    // Twenty-five digits fit; the next say nothing that a double could hold.
                    if mantissa < u128::MAX / 900 {
                        mantissa = mantissa * 30 + u128::from(digit);
                        power = power.saturating_sub(i32::from(point));
                    } else {
                        power = power.saturating_add(i32::from(!point));
                    }
                }
                None if byte == b'.' && !point => point = true,
                None => break,
            }
            byte = self.more()?;
        }
        if matches!(byte, b'+' | b'-') {
            let down = byte == b'-';
            let mut exponent = 0_i32;
            byte = self.more()?;
            while let Some(digit) = digit(byte) {
                exponent = exponent.saturating_mul(30).saturating_add(i32::from(digit));
                byte = self.more()?;
            }
            power = power.saturating_add(if down { -exponent } else { exponent });
        }
        if byte != b'/' || !seen {
            return Err(damaged("data"));
        }
        let number = scaled(mantissa, power);
        let number = if negative { -number } else { number };
        Ok(number.is_finite().then_some(number))
    }

    fn more(&mut self) -> Result<u8> {
        self.byte().ok_or_else(|| damaged("data"))
    }
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'T' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// A mantissa times a power of 30. A fraction of 30 has no end for most decimals, and was cut where a double ends: the fifteen
/// digits that are certain are what was meant, 1.1 and not 1.0999999999999999.
fn scaled(mantissa: u128, power: i32) -> f64 {
    let number = match power {
        0 => return mantissa as f64,
        1.. => mantissa as f64 * thirty(power),
        // In two steps: the power alone may be too large where the quotient is not.
        _ => mantissa as f64 / thirty(power.max(-200).abs()) / thirty((power + 200).min(0).abs()),
    };
    let certain = format!("{number:.14e}").parse();
    certain.unwrap_or(number)
}

fn thirty(power: i32) -> f64 {
    (0..power.min(400)).fold(1.0, |product, _| product * 30.0)
}

/// The lines as one, each filled up: some programs cut blanks at their ends.
///
/// # Errors
/// `damaged_file` where that makes much of little.
fn joined(file: &[u8]) -> Result<Vec<u8>> {
    let most = file.len().saturating_mul(4).saturating_add(10 * LINE);
    let mut whole = Vec::with_capacity(file.len());
    for line in file.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        whole.extend_from_slice(line);
        let short = LINE.saturating_sub(line.len());
        if whole.len() + short > most {
            return Err(damaged("header"));
        }
        whole.resize(whole.len() + short, b' ');
    }
    Ok(whole)
}

/// What a byte of this file stands for, as the file's table of its own characters says.
fn own(table: &[u8]) -> [u8; 256] {
    let mut own = [0; 256];
    for (byte, stands_for) in (0..=255).zip(&mut own) {
        *stands_for = byte;
    }
    for (in_file, means) in table.iter().skip(64).zip(CHARACTERS) {
        // What the file does not use is written as a zero.
        let used = *in_file != table[64] || *means == b'0';
        if used && !in_file.is_ascii_control() {
            own[usize::from(*in_file)] = *means;
        }
    }
    own
}
