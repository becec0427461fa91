//! Files of columns: Parquet. Its library asserts what a damaged file need not keep; that is caught where it is called, and is no
//! finding. What comes through is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pulso::intake::{Choice, take};

fuzz_target!(
    // libFuzzer ends the program at a panic, before it is caught.
    init: std::panic::set_hook(Box::new(|_| {})),
    |data: &[u8]| {
        if let Ok(mut taken) = take("fuzz", data.to_vec(), &Choice::default()) {
            while let Ok(Some(_)) = taken.value.next() {}
        }
    }
);
