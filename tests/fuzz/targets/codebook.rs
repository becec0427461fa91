//! Codebooks: our own JSON, and those of other tools.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pulso::codebook::Codebook;

fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data) {
        let _ = Codebook::parse(text);
    }
    let _ = pulso::intake::codebook("fuzz", data.to_vec());
});
