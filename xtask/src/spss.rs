//! An invented survey as an SPSS system file, for speed tests: 120 columns, most of them answers on a scale with their labels, some
//! measured numbers, a few texts, compressed as SPSS compresses by default.
//!
//! The layout is that of PSPP's developers' guide, "System File Format": every value is a cell of eight bytes; of eight cells
//! the first bytes say which are whole numbers near zero, blanks or missing, and only the others are written out.

use crate::Result;
use crate::generate::{COUNTRIES, Random};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Answers on a scale of five.
const ITEMS: u64 = 104;
/// Measured numbers with a fraction.
const MEASURES: u64 = 10;
/// Bytes of each text, in cells of eight: a country, a name, a remark.
const TEXTS: [usize; 4] = [1, 2, 3, 1];
/// Labels of an item's answers; the last is no answer.
const LABELS: [(f64, &str); 6] = [
    (1.0, "Nunca"),
    (2.0, "Algunas veces"),
    (3.0, "A menudo"),
    (4.0, "Muy a menudo"),
    (5.0, "Siempre"),
    (99.0, "No responde"),
];
/// What is added to a whole number to make its byte.
const BIAS: f64 = 100.0;

/// Bytes that stand for a cell.
mod code {
    /// The cell is written out.
    pub const RAW: u8 = 253;
    /// Eight blanks.
    pub const BLANK: u8 = 254;
    /// No number.
    pub const MISSING: u8 = 255;
}

/// Writes `rows` records of 120 columns; the same seed gives the same bytes.
pub fn survey(path: &Path, rows: u64, seed: u64) -> Result<()> {
    let failed = |error: std::io::Error| format!("{}: {error}.", path.display());
    let file = File::create(path).map_err(failed)?;
    let mut out = BufWriter::with_capacity(1 << 20, file);
    write(&mut out, rows, &mut Random(seed)).map_err(failed)?;
    out.flush().map_err(failed)
}

fn write(out: &mut impl Write, rows: u64, random: &mut Random) -> std::io::Result<()> {
    out.write_all(&dictionary(rows))?;
    let mut cells = Cells::default();
    for row in 0..rows {
        record(&mut cells, row, random);
        if cells.done.len() > 1 << 16 {
            out.write_all(&cells.done)?;
            cells.done.clear();
        }
    }
    cells.end();
    out.write_all(&cells.done)
}

fn dictionary(rows: u64) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend(b"$FL2");
    padded(&mut out, "@(#) SPSS DATA FILE", 60);
    let width = 2 + ITEMS as i32 + MEASURES as i32 + TEXTS.iter().sum::<usize>() as i32;
    // The layout, cells of a record, compressed by bytecode, the place of the weight, records.
    for number in [2, width, 1, 2, rows as i32] {
        word(&mut out, number);
    }
    out.extend(BIAS.to_le_bytes());
    padded(&mut out, "22 Nov 26", 9);
    padded(&mut out, "09:00:00", 8);
    padded(&mut out, "Encuesta inventada", 64 + 3);

    numeric(&mut out, "ID", "Número de la encuesta", false);
    numeric(&mut out, "PESO", "Factor de expansión", false);
    for item in 1..=ITEMS {
        let label = format!("¿Con qué frecuencia ocurre lo que dice la afirmación {item}?");
        numeric(&mut out, &format!("P{item}"), &label, true);
    }
    for measure in 1..=MEASURES {
        numeric(&mut out, &format!("M{measure}"), "Medida", false);
    }
    for (place, cells) in TEXTS.iter().enumerate() {
        variable(
            &mut out,
            &format!("T{}", place + 1),
            "Texto",
            *cells as i32 * 8,
            false,
        );
        for _ in 1..*cells {
            variable(&mut out, "", "", -1, false);
        }
    }
    word(&mut out, 3);
    word(&mut out, LABELS.len() as i32);
    for (value, label) in LABELS {
        out.extend(value.to_le_bytes());
        out.push(label.len() as u8);
        padded(&mut out, label, (label.len() + 1).next_multiple_of(8) - 1);
    }
    word(&mut out, 4);
    word(&mut out, ITEMS as i32);
    // Variables are counted by their cells, from 1.
    for item in 0..ITEMS as i32 {
        word(&mut out, 3 + item);
    }
    // How its characters are written.
    for number in [7, 20, 1, 5] {
        word(&mut out, number);
    }
    out.extend(b"UTF-8");
    word(&mut out, 999);
    word(&mut out, 0);
    out
}

fn numeric(out: &mut Vec<u8>, name: &str, label: &str, is_item: bool) {
    variable(out, name, label, 0, is_item);
}

/// A variable: numeric where it has no width, -1 for the further cells of a text. An item has a value that is no answer.
fn variable(out: &mut Vec<u8>, name: &str, label: &str, width: i32, is_item: bool) {
    let format = match width {
        -1 => 0,
        0 => 5 << 16 | 8 << 8,
        width => 1 << 16 | width << 8,
    };
    let has_label = i32::from(!label.is_empty());
    for number in [2, width, has_label, i32::from(is_item), format, format] {
        word(out, number);
    }
    padded(out, name, 8);
    if has_label == 1 {
        word(out, label.len() as i32);
        padded(out, label, label.len().next_multiple_of(4));
    }
    if is_item {
        out.extend(99.0_f64.to_le_bytes());
    }
}

fn word(out: &mut Vec<u8>, number: i32) {
    out.extend(number.to_le_bytes());
}

/// A text filled up with blanks.
fn padded(out: &mut Vec<u8>, text: &str, length: usize) {
    out.extend(text.bytes());
    out.extend(std::iter::repeat_n(b' ', length - text.len()));
}

/// Cells on their way into the file, eight at a time.
#[derive(Default)]
struct Cells {
    codes: Vec<u8>,
    raw: Vec<u8>,
    done: Vec<u8>,
}

impl Cells {
    fn put(&mut self, code: u8, raw: &[u8]) {
        self.codes.push(code);
        self.raw.extend(raw);
        if self.codes.len() == 8 {
            self.done.append(&mut self.codes);
            self.done.append(&mut self.raw);
        }
    }

    fn number(&mut self, number: f64) {
        match number + BIAS {
            byte if number.fract() == 0.0 && (1.0..=251.0).contains(&byte) => {
                self.put(byte as u8, &[]);
            }
            _ => self.put(code::RAW, &number.to_le_bytes()),
        }
    }

    fn text(&mut self, text: &str, cells: usize) {
        let mut bytes = Vec::new();
        padded(&mut bytes, text, cells * 8);
        for cell in bytes.chunks(8) {
            match cell {
                b"        " => self.put(code::BLANK, &[]),
                cell => self.put(code::RAW, cell),
            }
        }
    }

    fn end(&mut self) {
        while !self.codes.is_empty() {
            self.put(0, &[]);
        }
    }
}

fn record(cells: &mut Cells, row: u64, random: &mut Random) {
    let country = random.below(COUNTRIES.len() as u64);
    cells.number(row as f64 + 1.0);
    cells.number((10_000 + random.below(400_000)) as f64 / 10_000.0);
    for item in 0..ITEMS {
        // One in twenty-five says nothing, and as many skip the question.
        match random.below(25) {
            0 => cells.number(99.0),
            1 => cells.put(code::MISSING, &[]),
            _ => {
                let lean = (country + item) % 5;
                cells.number((1 + ((random.below(13) + lean) / 4).min(4)) as f64);
            }
        }
    }
    for _ in 0..MEASURES {
        cells.number(random.below(1_000_000) as f64 / 1_000.0);
    }
    let [one, two, three, four] = TEXTS;
    cells.text(COUNTRIES[country as usize].0, one);
    cells.text(&format!("Escuela {}", random.below(9_000)), two);
    let remark = ["", "Sin comentarios", "Falta personal de apoyo"];
    cells.text(remark[random.below(3) as usize], three);
    cells.text(["Urbana", "Rural"][random.below(2) as usize], four);
}
