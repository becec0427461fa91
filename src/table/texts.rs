//! A column of texts: identifiers, times, open answers.
//!
//! An array of polars keeps sixteen bytes a record beside the text. Here it is four: of a file of a million interviews that is an
//! eighth of all memory, and memory that is new costs as much time as what is written to it.

/// Texts, one a record. A blank is empty.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    /// All full but the last.
    blocks: Vec<Block>,
    blank: usize,
}

/// Texts of at most [`RECORDS`] records.
#[derive(Debug, Clone, Default)]
struct Block {
    /// One after the other, in UTF-8, and room for more.
    bytes: Vec<u8>,
    /// Where each ends.
    ends: Vec<usize>,
    /// Where the last ends.
    end: usize,
}

/// Records of a block: new memory comes in large pieces.
const RECORDS: usize = 16_384;

impl Texts {
    /// Appends one record: a text in UTF-8, or nothing for a blank.
    pub fn push(&mut self, text: &[u8]) {
        if self.blocks.last().is_none_or(Block::is_full) {
            let next = Block::after(self.blocks.last());
            self.blocks.push(next);
        }
        self.blank += usize::from(text.is_empty());
        if let Some(block) = self.blocks.last_mut() {
            block.push(text);
        }
    }

    /// Appends blank records until there are this many.
    pub fn reach(&mut self, rows: usize) {
        for _ in self.len()..rows {
            self.push(&[]);
        }
    }

    /// Number of records.
    pub fn len(&self) -> usize {
        let last = self.blocks.last().map_or(0, |block| block.ends.len());
        self.blocks.len().saturating_sub(1) * RECORDS + last
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Blank records.
    pub fn blank(&self) -> usize {
        self.blank
    }

    /// The text of a record; `None` where it is blank.
    pub fn get(&self, row: usize) -> Option<&str> {
        self.blocks.get(row / RECORDS)?.get(row % RECORDS)
    }

    /// One for each record; `None` where it is blank.
    pub fn iter(&self) -> impl Iterator<Item = Option<&str>> {
        (0..self.len()).map(|row| self.get(row))
    }
}

impl<'a> FromIterator<Option<&'a str>> for Texts {
    fn from_iter<I: IntoIterator<Item = Option<&'a str>>>(all: I) -> Self {
        let mut texts = Texts::default();
        all.into_iter()
            .for_each(|text| texts.push(text.unwrap_or_default().as_bytes()));
        texts
    }
}

impl Block {
    /// One with room for texts like those of the block before it.
    fn after(before: Option<&Block>) -> Self {
        let Some(before) = before else {
            return Block::default();
        };
        Block {
            bytes: vec![0; before.end + before.end / 16],
            ends: Vec::with_capacity(RECORDS),
            end: 0,
        }
    }

    fn is_full(&self) -> bool {
        self.ends.len() == RECORDS
    }

    fn push(&mut self, text: &[u8]) {
        let end = self.end + text.len();
        if end > self.bytes.len() {
            self.bytes.resize(end + end / 2, 0);
        }
        copy(text, &mut self.bytes[self.end..end]);
        self.ends.push(end);
        self.end = end;
    }

    fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        let text = std::str::from_utf8(&self.bytes[start..end]).ok()?;
        (!text.is_empty()).then_some(text)
    }
}

/// Copies a text to a place of its length, by the word: in a browser, copying a number of bytes that is not known is a call.
fn copy(text: &[u8], to: &mut [u8]) {
    let Some(last) = text.last_chunk::<8>() else {
        to.iter_mut().zip(text).for_each(|(to, byte)| *to = *byte);
        return;
    };
    let words = text.as_chunks::<8>().0.iter();
    let places = to.as_chunks_mut::<8>().0.iter_mut();
    words.zip(places).for_each(|(word, place)| *place = *word);
    // The last eight bytes, some of which may be there already.
    if let Some(place) = to.last_chunk_mut::<8>() {
        *place = *last;
    }
}
