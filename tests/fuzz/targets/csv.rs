//! Delimited text, over and over until it is longer than the first look: whole, and in chunks whose size the first two bytes say.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pulso::read::{Description, Options, Reader};

/// Bytes beyond which chunks come to the reader as they are: more than the first look, which is 64 KB.
const BEYOND: usize = 66_000;

fuzz_target!(|data: &[u8]| {
    let Some((size, text)) = data.split_first_chunk::<2>() else {
        return;
    };
    let text = match text.len() {
        0 => Vec::new(),
        length => text.repeat(BEYOND.div_ceil(length)),
    };
    let size = usize::from(u16::from_le_bytes(*size)) + 1;
    // Chunks decide nothing.
    assert_eq!(described(&text, size), described(&text, text.len().max(1)));
    let _ = described(data, data.len());
});

/// What a file holds that comes in chunks, or what is wrong with it.
fn described(text: &[u8], size: usize) -> Result<Description, String> {
    let mut reader = Reader::new("fuzz.csv", Options::default());
    for chunk in text.chunks(size) {
        reader.push(chunk).map_err(|error| error.code)?;
    }
    let read = reader.finish().map_err(|error| error.code)?;
    Ok(read.value.description)
}
