//! A workbook whose parts are what the fuzzer made, in an archive that is whole: its bytes reach the XML, not the checksums.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pulso::intake::{Choice, take};

/// Parts of an Excel workbook in the order in which the input gives them; the last two are those of OpenDocument.
const EXCEL: [&str; 5] = [
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
];
const WORKBOOK: &[u8] = br#"<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &[u8] =
    br#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>"#;

fuzz_target!(|data: &[u8]| {
    let given: Vec<&[u8]> = data.split(|byte| *byte == 0xFF).collect();
    let given_or = |place: usize, usual: &'static [u8]| match given.get(place) {
        Some(part) if !part.is_empty() => *part,
        _ => usual,
    };
    let excel: Vec<(&str, &[u8])> = EXCEL
        .iter()
        .enumerate()
        .map(|(place, name)| {
            let usual: &[u8] = match place {
                3 => WORKBOOK,
                4 => RELATIONS,
                _ => b"",
            };
            (*name, given_or(place, usual))
        })
        .collect();
    drain(archive(&excel));
    let open: [(&str, &[u8]); 2] = [
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", given_or(0, b"")),
    ];
    drain(archive(&open));
});

fn drain(bytes: Vec<u8>) {
    if let Ok(mut taken) = take("fuzz", bytes, &Choice::default()) {
        while let Ok(Some(_)) = taken.value.next() {}
    }
}

/// A ZIP archive of parts that are stored as they are.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in parts {
        let offset = out.len() as u32;
        let sizes = [checksum(bytes), bytes.len() as u32, bytes.len() as u32];
        let sizes: Vec<u8> = sizes.iter().flat_map(|size| size.to_le_bytes()).collect();
        let lengths = [name.len() as u16, 0].map(u16::to_le_bytes).concat();
        out.extend(
            [
                b"PK\x03\x04".as_slice(),
                &[20, 0, 0, 0, 0, 0, 0, 0, 0, 0],
                &sizes,
                &lengths,
            ]
            .concat(),
        );
        out.extend(name.as_bytes());
        out.extend(*bytes);
        directory.extend(
            [
                b"PK\x01\x02".as_slice(),
                &[20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0],
                &sizes,
                &lengths,
            ]
            .concat(),
        );
        directory.extend([0; 10]);
        directory.extend([0; 2]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let count = (parts.len() as u16).to_le_bytes();
    let start = (out.len() as u32).to_le_bytes();
    let size = (directory.len() as u32).to_le_bytes();
    out.extend(directory);
    out.extend(
        [
            b"PK\x05\x06".as_slice(),
            &[0; 4],
            &count,
            &count,
            &size,
            &start,
            &[0; 2],
        ]
        .concat(),
    );
    out
}

/// CRC-32, as archives have it.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                (crc >> 1) ^ 0xEDB8_8320
            } else {
                crc >> 1
            }
        })
    };
    !bytes.iter().fold(!0, step)
}
