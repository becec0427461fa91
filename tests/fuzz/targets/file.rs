//! Any file that is taken in, then read: survey tools' exports, archives, SPSS, Stata, JSON, Parquet.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pulso::intake::{Choice, take};
use pulso::read::{Options, Reader};

fuzz_target!(
    // libFuzzer ends the program at a panic. That of a library may be caught yet, and is no finding; what comes through is.
    init: std::panic::set_hook(Box::new(|_| {})),
    |data: &[u8]| {
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
    }
);
