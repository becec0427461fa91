//! Encodings, found and given, with characters cut by chunk boundaries.

use super::{cells, codes, in_chunks, table};
use pulso::read::{Encoding, Options, read};

const TEXT: &str = "país,ciudad,n\nPerú,Ñuñoa – año,1\nBrasil,São Paulo,2\n";

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

/// Windows-1252 for the characters of the test text.
fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |character| match character {
        '–' => 0x96,
        '€' => 0x80,
        other => u8::try_from(u32::from(other)).expect("in Latin-1"),
    };
    text.chars().map(byte).collect()
}

#[test]
fn every_encoding_gives_the_same_cells() {
    let mut little = vec![0xFF, 0xFE];
    little.extend(utf16(TEXT, u16::to_le_bytes));
    let mut big = vec![0xFE, 0xFF];
    big.extend(utf16(TEXT, u16::to_be_bytes));
    let files = [
        (TEXT.as_bytes().to_vec(), Encoding::Utf8),
        (little, Encoding::Utf16Le),
        (big, Encoding::Utf16Be),
        (utf16(TEXT, u16::to_le_bytes), Encoding::Utf16Le),
        (utf16(TEXT, u16::to_be_bytes), Encoding::Utf16Be),
        (windows_1252(TEXT), Encoding::Windows1252),
    ];
    let expected = cells(&table(TEXT.as_bytes()).value);
    for (bytes, encoding) in files {
        for size in 1..bytes.len() {
            let read = in_chunks(&bytes, size).unwrap().value;
            assert_eq!(read.description.encoding, encoding);
            assert_eq!(cells(&read), expected, "{encoding:?} in chunks of {size}");
        }
    }
}

/// A first part of ASCII, longer than the first look.
fn ascii(rows: usize) -> Vec<u8> {
    let mut bytes = b"a,b\n".to_vec();
    (0..rows).for_each(|row| bytes.extend(format!("{},plain\n", row % 9).bytes()));
    bytes
}

#[test]
fn the_first_accent_may_come_late() {
    let mut bytes = ascii(20_000);
    bytes.extend(windows_1252("1,Perú €\n2,Ñ\n"));
    for size in [1, 1000, bytes.len()] {
        let read = in_chunks(&bytes, size).unwrap();
        assert_eq!(read.value.description.encoding, Encoding::Windows1252);
        assert_eq!(cells(&read.value)[20_000], ["1", "Perú €"]);
        assert_eq!(cells(&read.value)[20_001], ["2", "Ñ"]);
        assert!(codes(&read).is_empty());
    }
}

#[test]
fn a_stray_byte_in_utf8_is_read_and_said() {
    let mut bytes = ascii(20_000);
    bytes.extend("1,Perú ñ\n2,".bytes());
    bytes.extend([0x96, b'\n']);
    bytes.extend("3,🙂\n".bytes());
    for size in [1, 1000, bytes.len()] {
        let read = in_chunks(&bytes, size).unwrap();
        assert_eq!(read.value.description.encoding, Encoding::Utf8);
        assert_eq!(cells(&read.value)[20_001], ["2", "–"]);
        assert_eq!(cells(&read.value)[20_002], ["3", "🙂"]);
        assert_eq!(codes(&read), ["invalid_characters"]);
    }
}

#[test]
fn half_a_character_at_the_end() {
    let cut = &"a,b\nñ,1\n2,ñ".as_bytes()[..12];
    let read = table(&[cut, b"\xC3"].concat());
    assert_eq!(read.value.table.rows(), 2);
    let mut odd = vec![0xFF, 0xFE];
    odd.extend(utf16("a,b\n1,x", u16::to_le_bytes));
    odd.push(0x20);
    assert_eq!(codes(&table(&odd)), ["invalid_characters"]);
    let mut half = vec![0xFF, 0xFE];
    half.extend(utf16("a,b\n1,x", u16::to_le_bytes));
    half.extend([0x3D, 0xD8, 0x41, 0x00]);
    assert_eq!(cells(&table(&half).value)[0], ["1", "x\u{FFFD}A"]);
}

#[test]
fn a_given_encoding_holds() {
    let options = Options {
        encoding: Some(Encoding::Windows1252),
        ..Options::default()
    };
    let read = read("f.csv", "a\nñ\n".as_bytes(), options).unwrap().value;
    assert_eq!(cells(&read)[0], ["Ã±"]);
}
