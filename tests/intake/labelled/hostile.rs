//! Files that are damaged or made to harm: an error or a result, soon, and never a panic.

use super::write::Order;
use super::{dta, por, sav, xpt};
use crate::read::shared;
use proptest::prelude::*;
use pulso::error::Error;
use pulso::intake::{Choice, take};
use pulso::locale::catalogue::error::wording;

/// Takes a file in to its end, and throws away what comes.
fn through(bytes: Vec<u8>) -> Result<usize, Error> {
    let mut taken = take("file", bytes, &Choice::default())?.value;
    let mut length = 0;
    while let Some(piece) = taken.next()? {
        length += piece.len();
    }
    Ok(length)
}

fn harmless(bytes: Vec<u8>) {
    if let Err(error) = through(bytes) {
        assert!(wording(&error.code).is_some(), "{error}");
    }
}

/// Small files of every form.
fn made() -> Vec<Vec<u8>> {
    use sav::Packing;
    let mut files = vec![por::everything(), xpt::everything()];
    for order in [Order::Little, Order::Big] {
        for packing in [Packing::None, Packing::Bytecode, Packing::Zlib] {
            files.push(sav::everything(order, packing, order == Order::Little));
        }
    }
    for release in dta::RELEASES {
        files.push(dta::everything(release, Order::Little));
    }
    files
}

/// Cuts a file at so many places and turns bits of so many copies, mostly before the records.
fn spoil(file: &[u8], copies: usize, seed: u64) {
    for cut in (0..file.len()).step_by((file.len() / copies).max(1)) {
        harmless(file[..cut].to_vec());
    }
    let mut state = seed;
    let mut next = || {
        // Knuth's numbers for a linear congruence; the high bits are the better ones.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize
    };
    for copy in 0..copies {
        let mut spoilt = file.to_vec();
        let reach = if copy % 4 == 0 {
            file.len()
        } else {
            file.len().min(20_000)
        };
        for _ in 0..1 + copy % 3 {
            let at = next() % reach;
            spoilt[at] ^= 1 << (next() % 8);
        }
        // Lengths and counts: all ones, or the highest byte.
        if copy % 5 == 0 {
            let at = next() % reach;
            let end = (at + 4).min(spoilt.len());
            spoilt[at..end].fill(0xFF);
        }
        harmless(spoilt);
    }
}

#[test]
fn small_files_may_be_spoilt() {
    for (seed, file) in made().into_iter().enumerate() {
        spoil(&file, 400, seed as u64);
    }
}

#[test]
fn files_of_other_programs_may_be_spoilt() {
    for (seed, path) in super::vendor::FILES.iter().enumerate() {
        let Some(file) = shared(&format!("vendor_files/{path}")) else {
            return;
        };
        let copies = if file.len() > 50_000 { 6 } else { 150 };
        spoil(&file, copies, seed as u64);
    }
}

#[test]
fn counts_are_not_believed() {
    use sav::Packing;
    // As many records as can be counted, in a file that has three.
    let mut many = sav::everything(Order::Little, Packing::Bytecode, true);
    many[80..84].copy_from_slice(&i32::MAX.to_le_bytes());
    assert_eq!(through(many).unwrap_err().code, "too_many_rows");
    // Fifty million: an error at the fourth.
    let mut many = sav::everything(Order::Little, Packing::Bytecode, true);
    many[80..84].copy_from_slice(&50_000_000_i32.to_le_bytes());
    let error = through(many).unwrap_err();
    assert_eq!(
        (error.code.as_str(), error.place.row),
        ("damaged_file", Some(5))
    );
    let mut many = dta::everything(114, Order::Little);
    many[6..10].copy_from_slice(&50_000_000_i32.to_le_bytes());
    assert_eq!(through(many).unwrap_err().code, "damaged_file");
    // A block that is said to inflate to two gigabytes.
    let mut zlib = sav::everything(Order::Little, Packing::Zlib, true);
    let at = zlib.len() - 8;
    zlib[at..at + 4].copy_from_slice(&i32::MAX.to_le_bytes());
    assert_eq!(through(zlib).unwrap_err().code, "inflates_too_far");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_may_follow_the_first_bytes(
        kind in 0_usize..8,
        bytes in proptest::collection::vec(any::<u8>(), 0..2_000),
    ) {
        let begins: [&[u8]; 8] = [
            b"$FL2@(#) SPSS DATA FILE - MS Windows 25.0.0                  ",
            b"$FL3@(#) SPSS DATA FILE - MS Windows 25.0.0                  ",
            b"\x72\x02\x01\x00\x02\x00\x03\x00\x00\x00",
            b"\x69\x01\x01\x00\x00\x02\x00\x00\x00\x03",
            b"<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>",
            b"<stata_dta><header><release>117</release><byteorder>MSF</byteorder><K>\x00\x01</K><N>",
            b"HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!",
            b"ASCII SPSS PORT FILE",
        ];
        let mut file = begins[kind].to_vec();
        if kind == 7 {
            file = por::portable("A8/202501016/120000");
        }
        file.extend_from_slice(&bytes);
        harmless(file);
    }
}
