//! Delimited text, in chunks whose size the first byte says.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pulso::read::{Options, Reader};

fuzz_target!(|data: &[u8]| {
    let Some((size, text)) = data.split_first() else {
        return;
    };
    let mut reader = Reader::new("fuzz.csv", Options::default());
    for chunk in text.chunks(usize::from(*size) + 1) {
        if reader.push(chunk).is_err() {
            return;
        }
    }
    let _ = reader.finish();
});
