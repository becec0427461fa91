//! A small writer of archives and workbooks, that shares nothing with the readers under test but the compression.

use miniz_oxide::deflate::compress_to_vec;

/// A part of an archive.
pub struct Part {
    pub name: String,
    pub bytes: Vec<u8>,
    /// How the bytes are deflated, where that was done already.
    pub packed: Option<Vec<u8>>,
    pub stored: bool,
    pub flags: u16,
    /// What the directory says of its size instead of the truth.
    pub said: Option<u32>,
}

/// A deflated part.
pub fn part(name: &str, bytes: impl AsRef<[u8]>) -> Part {
    Part {
        name: name.into(),
        bytes: bytes.as_ref().into(),
        packed: None,
        stored: false,
        flags: 1 << 11,
        said: None,
    }
}

/// A part that is mostly one ASCII letter, as often as is asked for: a bomb. Its sum is wrong, far beyond where readers stop.
pub fn bomb(name: &str, before: &str, letter: u8, times: usize, after: &str) -> Part {
    let mut bits = Bits::default();
    // One last block in the codes that RFC 1951 gives itself (3.2.6).
    bits.push(0b011, 3);
    let literal = |bits: &mut Bits, byte: u8| bits.code(0x30 + u32::from(byte), 8);
    before.bytes().for_each(|byte| literal(&mut bits, byte));
    literal(&mut bits, letter);
    for _ in 0..times / 258 {
        // The letter before, 258 times.
        bits.code(0b1100_0101, 8);
        bits.code(0, 5);
    }
    after.bytes().for_each(|byte| literal(&mut bits, byte));
    bits.code(0, 7);
    bits.push(0, 7);
    Part {
        packed: Some(bits.bytes),
        ..part(name, "")
    }
}

/// Bits in the order of deflate: the lowest of a byte first, the highest of a code.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    held: u32,
    count: u32,
}

impl Bits {
    fn code(&mut self, code: u32, length: u32) {
        for bit in (0..length).rev() {
            self.push(code >> bit & 1, 1);
        }
    }

    fn push(&mut self, bits: u32, length: u32) {
        self.held |= bits << self.count;
        self.count += length;
        while self.count >= 8 {
            self.bytes.push(self.held as u8);
            self.held >>= 8;
            self.count -= 8;
        }
    }
}

/// An archive of these parts.
pub fn zip(parts: &[Part]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for part in parts {
        let packed = match (&part.packed, part.stored) {
            (Some(packed), _) => packed.clone(),
            (None, true) => part.bytes.clone(),
            (None, false) => compress_to_vec(&part.bytes, 6),
        };
        let method: u16 = if part.stored { 0 } else { 8 };
        let start = out.len() as u32;
        let mut fields = Vec::new();
        for value in [20, part.flags, method, 0, 0x21] {
            fields.extend_from_slice(&value.to_le_bytes());
        }
        let size = part.said.unwrap_or(part.bytes.len() as u32);
        for value in [crc(&part.bytes), packed.len() as u32, size] {
            fields.extend_from_slice(&value.to_le_bytes());
        }
        fields.extend_from_slice(&(part.name.len() as u16).to_le_bytes());
        fields.extend_from_slice(&[0, 0]);
        out.extend_from_slice(b"PK\x03\x04");
        out.extend_from_slice(&fields);
        out.extend_from_slice(part.name.as_bytes());
        out.extend_from_slice(&packed);
        directory.extend_from_slice(b"PK\x01\x02\x14\x00");
        directory.extend_from_slice(&fields);
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&start.to_le_bytes());
        directory.extend_from_slice(part.name.as_bytes());
    }
    let (start, count) = (out.len() as u32, parts.len() as u16);
    out.extend_from_slice(&directory);
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    out.extend_from_slice(&count.to_le_bytes());
    out.extend_from_slice(&count.to_le_bytes());
    out.extend_from_slice(&(directory.len() as u32).to_le_bytes());
    out.extend_from_slice(&start.to_le_bytes());
    out.extend_from_slice(&[0, 0]);
    out
}

/// A compressed file.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = b"\x1F\x8B\x08\x08\0\0\0\0\0\x03data.csv\0".to_vec();
    out.extend(compress_to_vec(bytes, 6));
    out.extend_from_slice(&crc(bytes).to_le_bytes());
    out.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
    out
}

/// The sum of archives, bit by bit.
pub fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ if sum & 1 == 1 { 0xEDB8_8320 } else { 0 }
        })
    })
}

/// What stands around the rows of a workbook.
#[derive(Default)]
pub struct Around<'a> {
    /// The part of the shared texts.
    pub strings: &'a str,
    /// Attributes of `workbookPr`.
    pub properties: &'a str,
    /// What follows the rows.
    pub after: &'a str,
}

/// Excel's workbook of one sheet with these rows. Formats: 1 is a day, 2 a time, 3 hours beyond a day.
pub fn xlsx(rows: &str, around: &Around) -> Vec<u8> {
    zip(&xlsx_parts(rows, around))
}

/// Such a workbook whose cells are mostly one letter.
pub fn xlsx_bomb(before: &str, letter: u8, times: usize, after: &str) -> Vec<u8> {
    let mut parts = xlsx_parts("", &Around::default());
    let last = parts.pop().expect("the cells");
    parts.push(bomb(&last.name, before, letter, times, after));
    zip(&parts)
}

/// The parts of such a workbook.
pub fn xlsx_parts(rows: &str, around: &Around) -> Vec<Part> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |inside: &str| {
        format!(
            "<?xml version=\"1.0\"?>\n<Relationships xmlns=\"{RELATIONS}\">{inside}</Relationships>"
        )
    };
    vec![
        part("[Content_Types].xml", "<Types/>"),
        part(
            "_rels/.rels",
            relations(&relation("rId1", "officeDocument", "xl/workbook.xml")),
        ),
        part(
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><workbookPr {}/><sheets>\
                 <sheet name=\"Datos\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                around.properties
            ),
        ),
        part(
            "xl/_rels/workbook.xml.rels",
            relations(
                &[
                    relation("rId1", "worksheet", "/xl/worksheets/sheet1.xml"),
                    relation("rId2", "sharedStrings", "sharedStrings.xml"),
                    relation("rId3", "styles", "../xl/styles.xml"),
                ]
                .concat(),
            ),
        ),
        part(
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{MAIN}\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-C0A]dd\\-mmm\\-yyyy;@\"/>\
                 </numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>\
                 <xf numFmtId=\"164\"/><xf numFmtId=\"20\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>"
            ),
        ),
        part(
            "xl/sharedStrings.xml",
            format!("<sst xmlns=\"{MAIN}\">{}</sst>", around.strings),
        ),
        part(
            "xl/worksheets/sheet1.xml",
            format!(
                "<worksheet xmlns=\"{MAIN}\"><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData>{}</worksheet>",
                around.after
            ),
        ),
    ]
}

/// OpenDocument's spreadsheet with these tables.
pub fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles><style:style style:name=\"ta2\" style:family=\"table\">\
         <style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body>\
         <office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    let mut kind = part("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    kind.stored = true;
    zip(&[kind, part("content.xml", content)])
}
