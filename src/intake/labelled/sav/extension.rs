//! The extension records of a system file: what its first layout had no room for.

use super::dictionary::Dictionary;
use crate::error::{Error, Result};
use crate::intake::labelled::bytes::Bytes;
use crate::intake::labelled::words::{Words, trimmed};
use std::collections::BTreeMap;

/// What the extension records say.
pub(super) struct Extensions<'a> {
    pub(super) words: Words,
    /// The value of a number that is not there.
    pub(super) absent: f64,
    /// Records, where there may be more than 32 bits can count.
    pub(super) cases: Option<u64>,
    /// Long names by short ones.
    pub(super) names: BTreeMap<String, String>,
    /// Bytes of texts that take several fields, by short name.
    pub(super) very_long: BTreeMap<String, usize>,
    /// Labels of long texts, by name: value and label.
    pub(super) labels: Vec<(String, &'a [u8], &'a [u8])>,
    /// Long texts that are no answer, by name.
    pub(super) missing: Vec<(String, &'a [u8])>,
    /// Questions of several answers, as they stand in the file.
    pub(super) sets: Vec<&'a [u8]>,
    pub(super) warnings: Vec<Error>,
}

impl<'a> Extensions<'a> {
    /// Reads the records that say something about the data.
    ///
    /// # Errors
    /// `damaged_file`.
    pub(super) fn read(
        dictionary: &Dictionary<'a>,
        chosen: Option<Words>,
    ) -> Result<Extensions<'a>> {
        let of = |wanted: i32| {
            let all = dictionary.extensions.iter();
            all.filter(move |(kind, _)| *kind == wanted)
                .map(|(_, bytes)| bytes.clone())
        };
        let mut extensions = Extensions {
            words: Words::Either,
            absent: -f64::MAX,
            cases: None,
            names: BTreeMap::new(),
            very_long: BTreeMap::new(),
            labels: Vec::new(),
            missing: Vec::new(),
            sets: Vec::new(),
            warnings: Vec::new(),
        };
        extensions.words = match (chosen, of(20).next(), of(3).next()) {
            (Some(words), _, _) => words,
            (None, Some(name), _) => extensions.named(&Words::Windows1252.text(name.rest())),
            (None, None, Some(mut numbers)) => {
                numbers.take(28)?;
                match numbers.i32()? {
                    // Characters of 7 or 8 bits, without saying which.
                    2 | 3 => Words::Either,
                    code => extensions.named(&code.to_string()),
                }
            }
            (None, None, None) => Words::Either,
        };
        if let Some(mut numbers) = of(4).next() {
            extensions.absent = numbers.f64()?;
        }
        if let Some(mut numbers) = of(16).next() {
            numbers.take(8)?;
            // -1 where it is not known.
            extensions.cases = Some(numbers.u64()?).filter(|cases| *cases <= i64::MAX as u64);
        }
        let words = extensions.words;
        for (name, long) in of(13).flat_map(|bytes| pairs(bytes.rest())) {
            extensions.names.insert(words.text(name), words.text(long));
        }
        for (name, width) in of(14).flat_map(|bytes| pairs(bytes.rest())) {
            let width = words.text(width).parse().unwrap_or(0);
            extensions.very_long.insert(words.text(name), width);
        }
        for mut bytes in of(21) {
            while !bytes.rest().is_empty() {
                extensions.long_labels(&mut bytes)?;
            }
        }
        for mut bytes in of(22) {
            while !bytes.rest().is_empty() {
                extensions.long_missing(&mut bytes)?;
            }
        }
        extensions.sets = of(7).chain(of(19)).map(|bytes| bytes.rest()).collect();
        Ok(extensions)
    }

    fn named(&mut self, name: &str) -> Words {
        let (words, warning) = Words::named(name);
        self.warnings.extend(warning);
        words
    }

    fn long_labels(&mut self, bytes: &mut Bytes<'a>) -> Result<()> {
        let name = self.words.text(counted(bytes)?);
        bytes.take(4)?;
        for _ in 0..bytes.size()? {
            let value = counted(bytes)?;
            let label = counted(bytes)?;
            self.labels.push((name.clone(), value, label));
        }
        Ok(())
    }

    fn long_missing(&mut self, bytes: &mut Bytes<'a>) -> Result<()> {
        let name = self.words.text(counted(bytes)?);
        let count = bytes.u8()?;
        let length = bytes.size()?;
        for _ in 0..count {
            self.missing.push((name.clone(), bytes.take(length)?));
        }
        Ok(())
    }

    /// The name of a column, by its short one.
    pub(super) fn name(&self, short: &[u8]) -> String {
        let short = self.words.text(short);
        self.names.get(&short).cloned().unwrap_or(short)
    }
}

/// Bytes after their number.
fn counted<'a>(bytes: &mut Bytes<'a>) -> Result<&'a [u8]> {
    let length = bytes.size()?;
    bytes.take(length)
}

/// `A=one\tB=two`.
fn pairs(bytes: &[u8]) -> Vec<(&[u8], &[u8])> {
    let entries = bytes.split(|byte| *byte == b'\t');
    let pairs = entries.filter_map(|entry| {
        let equals = entry.iter().position(|byte| *byte == b'=')?;
        Some((&entry[..equals], trimmed(&entry[equals + 1..])))
    });
    pairs.collect()
}
