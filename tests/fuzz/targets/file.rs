//! Any file that is taken in, then read: survey tools' exports, archives, SPSS, Stata, JSON.
//!
//! Parquet is left out: its library asserts what a damaged file need not keep, which we catch and libFuzzer reports before we do, and
//! its pages may say that they inflate to two gigabytes. It is not ours to mend; `tests/intake/columns.rs` damages files of columns.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pulso::intake::{Choice, take};
use pulso::read::{Options, Reader};

fuzz_target!(|data: &[u8]| {
    let Ok(mut taken) = take("fuzz", data.to_vec(), &Choice::default()) else {
        return;
    };
    let mut reader = Reader::new("fuzz", Options::default());
    while let Ok(Some(piece)) = taken.value.next() {
        if reader.push(&piece).is_err() {
            return;
        }
    }
    let _ = reader.finish();
});
