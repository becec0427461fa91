//! System files put together byte by byte.

use super::file;
use super::write::{Order, Out, stored};
use pulso::codebook::{Code, MissingKind};
use pulso::locale::Text;

/// How a file is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    None = 0,
    Bytecode = 1,
    Zlib = 2,
}

const LOWEST: f64 = -1.797_693_134_862_315_5e308;

/// A field's record: width, name, label, format, and missing values after their count.
fn field(
    out: &mut Out,
    width: i32,
    name: &[u8],
    label: &[u8],
    format: i32,
    missing: (i32, &[f64]),
) {
    out.i32(2)
        .i32(width)
        .i32(i32::from(!label.is_empty()))
        .i32(missing.0);
    out.i32(format << 16 | 8 << 8)
        .i32(format << 16)
        .field(name, 8, b' ');
    if !label.is_empty() {
        out.i32(label.len() as i32);
        out.field(label, label.len().next_multiple_of(4), b' ');
    }
    for value in missing.1 {
        out.f64(*value);
    }
    for _ in 1..(width as usize).div_ceil(8) {
        out.i32(2)
            .i32(-1)
            .i32(0)
            .i32(0)
            .i32(0)
            .i32(0)
            .field(b"", 8, b' ');
    }
}

fn extension(out: &mut Out, kind: i32, size: i32, content: &[u8]) {
    out.i32(7)
        .i32(kind)
        .i32(size)
        .i32(content.len() as i32 / size)
        .raw(content);
}

/// Labels of values, and the units that have them.
fn labels(out: &mut Out, values: &[([u8; 8], &[u8])], units: &[i32]) {
    out.i32(3).i32(values.len() as i32);
    for (value, label) in values {
        out.raw(value).raw(&[label.len() as u8]);
        out.field(label, (label.len() + 1).next_multiple_of(8) - 1, b' ');
    }
    out.i32(4).i32(units.len() as i32);
    for unit in units {
        out.i32(*unit);
    }
}

fn bytes(order: Order, number: f64) -> [u8; 8] {
    let mut out = Out::new(order);
    out.f64(number);
    out.bytes.try_into().expect("eight bytes")
}

/// Units of eight bytes as bytecode: small whole numbers, blanks and absent numbers in a byte, others as they are.
fn bytecode(order: Order, units: &[[u8; 8]]) -> Vec<u8> {
    let (mut codes, mut raw, mut out) = (Vec::new(), Vec::new(), Vec::new());
    let small: Vec<[u8; 8]> = (0..252)
        .map(|code| bytes(order, f64::from(code) - 100.0))
        .collect();
    for unit in units.iter().map(Some).chain([None]) {
        let code = match unit {
            None => 252,
            Some(b"        ") => 254,
            Some(unit) if *unit == bytes(order, -f64::MAX) => 255,
            Some(unit) => small
                .iter()
                .position(|one| one == unit)
                .filter(|at| *at > 0)
                .unwrap_or(253) as u8,
        };
        if code == 253 {
            raw.extend_from_slice(unit.expect("a unit"));
        }
        codes.push(code);
        if codes.len() == 8 || unit.is_none() {
            codes.resize(8, 0);
            out.append(&mut codes);
            out.append(&mut raw);
        }
    }
    out
}

/// A system file of three records that has something of everything.
pub fn everything(order: Order, packing: Packing, declared: bool) -> Vec<u8> {
    let mut out = Out::new(order);
    out.raw(if packing == Packing::Zlib {
        b"$FL3"
    } else {
        b"$FL2"
    });
    out.field(b"@(#) SPSS DATA FILE", 60, b' ');
    out.i32(2)
        .i32(0)
        .i32(packing as i32)
        .i32(3)
        .i32(if declared { 3 } else { -1 });
    out.f64(100.0)
        .field(b"01 Jan 2512:00:00", 17, b' ')
        .field(b"", 64, b' ')
        .raw(&[0; 3]);
    let said = "¿Está de acuerdo?";
    field(&mut out, 0, b"V1", said.as_bytes(), 5, (2, &[98.0, 99.0]));
    field(&mut out, 0, b"V2", b"", 22, (0, &[]));
    field(&mut out, 0, b"PESO", b"", 5, (-2, &[LOWEST, -1.0]));
    field(&mut out, 0, b"V4", b"", 5, (-3, &[90.0, f64::MAX, 77.5]));
    field(
        &mut out,
        5,
        b"V5",
        b"",
        1,
        (
            1,
            &[f64::from_bits(match order {
                Order::Little => u64::from_le_bytes(*b"NA      "),
                Order::Big => u64::from_be_bytes(*b"NA      "),
            })],
        ),
    );
    field(&mut out, 12, b"V6", b"", 1, (0, &[]));
    // A text of 300 bytes: fields of 255 and of 48.
    field(&mut out, 255, b"V7", b"", 1, (0, &[]));
    field(&mut out, 48, b"V71", b"", 1, (0, &[]));
    field(&mut out, 0, b"V8", b"", 20, (0, &[]));
    let one = |number| bytes(order, number);
    labels(
        &mut out,
        &[
            (one(1.0), "Sí".as_bytes()),
            (one(98.0), "No sabe".as_bytes()),
            (one(99.0), "Rechaza responder".as_bytes()),
        ],
        &[1],
    );
    labels(&mut out, &[(one(95.0), b"Not administered")], &[4]);
    labels(&mut out, &[(*b"a       ", b"first")], &[5]);
    out.i32(6).i32(1).field(b"a note", 80, b' ');
    let mut numbers = Out::new(order);
    numbers
        .i32(20)
        .i32(0)
        .i32(0)
        .i32(-1)
        .i32(1)
        .i32(1)
        .i32(2)
        .i32(65_001);
    extension(&mut out, 3, 4, &numbers.bytes);
    let mut numbers = Out::new(order);
    numbers.f64(-f64::MAX).f64(f64::MAX).f64(LOWEST);
    extension(&mut out, 4, 8, &numbers.bytes);
    let sets = "$lee=D1 1 11 ¿Qué lee? v1 v4\n$c=C 0  v2 peso\n$d=E 11 2 98 1 x v1 v4\nspoilt=D9\n";
    extension(&mut out, 7, 1, sets.as_bytes());
    extension(
        &mut out,
        13,
        1,
        "V1=acuerdo\tV2=cuándo\tV6=V5\tV7=opinión".as_bytes(),
    );
    extension(&mut out, 14, 1, b"V7=00300\0\t");
    extension(&mut out, 20, 1, b"UTF-8");
    let mut long = Out::new(order);
    long.i32(4)
        .raw(b"V5_2")
        .i32(12)
        .i32(1)
        .i32(12)
        .raw(b"0123456789ab")
        .i32(4)
        .raw(b"long");
    extension(&mut out, 21, 1, &long.bytes);
    let mut long = Out::new(order);
    long.i32(4).raw(b"V5_2").raw(&[1]).i32(8).raw(b"refused ");
    extension(&mut out, 22, 1, &long.bytes);
    extension(&mut out, 12_345, 1, b"of a later program");
    out.i32(999).i32(0);

    let mut records = Out::new(order);
    for record in 0..3_u8 {
        let at = usize::from(record);
        records
            .f64([1.0, 99.0, -f64::MAX][at])
            .f64([13_744_980_610.5, 0.0, -f64::MAX][at]);
        records
            .f64([-5.0, 1.25, -1.0][at])
            .f64([95.0, 77.5, 4.14][at]);
        records.field([&b"a"[..], b"NA", b""][at], 8, b' ');
        records.field(
            [&b"0123456789ab"[..], b"refused", b" in, \"quote\""][at],
            16,
            b' ',
        );
        let text = [
            "x".repeat(254) + "é" + &"y".repeat(40),
            String::new(),
            "z".into(),
        ][at]
            .clone();
        let text = text.as_bytes();
        let (first, second) = text.split_at(text.len().min(255));
        records.field(first, 256, b' ').field(second, 48, b' ');
        records.f64([13_744_944_000.0, -86_400.0, -f64::MAX][at]);
    }
    let units: Vec<[u8; 8]> = records
        .bytes
        .chunks(8)
        .map(|unit| unit.try_into().expect("eight"))
        .collect();
    match packing {
        Packing::None => out.raw(&records.bytes),
        Packing::Bytecode => out.raw(&bytecode(order, &units)),
        Packing::Zlib => zlib(&mut out, &bytecode(order, &units)),
    };
    out.bytes
}

/// Two blocks, parted within a unit, with their trailer.
fn zlib<'a>(out: &'a mut Out, plain: &[u8]) -> &'a mut Out {
    let (first, second) = plain.split_at(plain.len() / 2 + 3);
    let blocks = [stored(first), stored(second)];
    let start = out.bytes.len() + 24;
    let trailer = start + blocks[0].len() + blocks[1].len();
    out.u64(start as u64 - 24).u64(trailer as u64).u64(24 + 48);
    out.raw(&blocks[0]).raw(&blocks[1]);
    out.u64(-100_i64 as u64).u64(0).i32(0x3F_F000).i32(2);
    out.u64(0)
        .u64(start as u64)
        .i32(first.len() as i32)
        .i32(blocks[0].len() as i32);
    out.u64(0).u64((start + blocks[0].len()) as u64);
    out.i32(second.len() as i32).i32(blocks[1].len() as i32)
}

#[test]
fn a_system_file_is_read_whatever_its_form() {
    for order in [Order::Little, Order::Big] {
        for packing in [Packing::None, Packing::Bytecode, Packing::Zlib] {
            for declared in [true, false] {
                check(everything(order, packing, declared));
            }
        }
    }
}

fn check(bytes: Vec<u8>) {
    let file = file(bytes).expect("a system file");
    assert_eq!(
        (file.about.format.as_str(), file.about.tool.as_str()),
        ("sav", "spss")
    );
    assert_eq!(file.about.encoding.as_deref(), Some("utf-8"));
    assert_eq!(file.about.weight.as_deref(), Some("PESO"));
    // The second long name is that of another column.
    let names = [
        "acuerdo", "cuándo", "PESO", "V4", "V5", "V5_2", "opinión", "V8",
    ];
    assert_eq!(file.names, names);
    assert_eq!(file.warnings.len(), 1);
    assert_eq!(file.warnings[0].code, "duplicate_column");

    assert_eq!(file.column("acuerdo"), ["1", "99", ""]);
    assert_eq!(file.label("acuerdo").as_deref(), Some("¿Está de acuerdo?"));
    let kinds = [
        ("98".to_owned(), MissingKind::DoNotKnow),
        ("99".to_owned(), MissingKind::Refused),
    ];
    assert_eq!(file.missing("acuerdo"), kinds);
    assert_eq!(
        file.column("cuándo"),
        ["2018-05-06T10:10:10.500", "1582-10-14T00:00:00", ""]
    );
    // From the lowest to -1: what occurs.
    assert_eq!(file.column("PESO"), ["-5", "1.25", "-1"]);
    let both = [
        ("-5".to_owned(), MissingKind::Unspecified),
        ("-1".to_owned(), MissingKind::Unspecified),
    ];
    assert_eq!(file.missing("PESO"), both);
    assert_eq!(file.column("V4"), ["95", "77.5", "4.14"]);
    let both = [
        ("77.5".to_owned(), MissingKind::Unspecified),
        ("95".to_owned(), MissingKind::NotAsked),
    ];
    assert_eq!(file.missing("V4"), both);
    assert_eq!(file.column("V5"), ["a", "NA", ""]);
    assert_eq!(file.labels("V5"), [("a".to_owned(), "first".to_owned())]);
    assert_eq!(
        file.missing("V5"),
        [("NA".to_owned(), MissingKind::Unspecified)]
    );
    assert_eq!(
        file.column("V5_2"),
        ["0123456789ab", "refused", " in, \"quote\""]
    );
    assert_eq!(
        file.labels("V5_2"),
        [("0123456789ab".to_owned(), "long".to_owned())]
    );
    assert_eq!(
        file.missing("V5_2"),
        [("refused".to_owned(), MissingKind::Unspecified)]
    );
    let long = "x".repeat(254) + "é" + &"y".repeat(40);
    assert_eq!(file.column("opinión"), [long.as_str(), "", "z"]);
    assert_eq!(file.column("V8"), ["2018-05-06", "1582-10-13", ""]);

    let sets = &file.about.multiple;
    assert_eq!(sets.len(), 3);
    assert_eq!(sets[0].name, "lee");
    assert_eq!(sets[0].label, Some(Text::Plain("¿Qué lee?".into())));
    assert_eq!(sets[0].items, ["acuerdo", "V4"]);
    assert_eq!(sets[0].selected, Some(Code::Text("1".into())));
    assert_eq!(sets[1].items, ["cuándo", "PESO"]);
    assert_eq!(sets[1].selected, None);
    assert_eq!(sets[2].selected, Some(Code::Text("98".into())));
}

#[test]
fn an_unknown_encoding_is_named() {
    let mut bytes = everything(Order::Little, Packing::None, true);
    let at = bytes
        .windows(5)
        .position(|window| window == b"UTF-8")
        .expect("its name");
    bytes[at..at + 5].copy_from_slice(b"KLING");
    let file = file(bytes).expect("a system file");
    assert_eq!(file.warnings[0].code, "unknown_encoding");
    assert_eq!(file.about.encoding, None);
    assert_eq!(file.label("acuerdo").as_deref(), Some("¿Está de acuerdo?"));
}

#[test]
fn a_file_that_breaks_off_says_so() {
    for packing in [Packing::None, Packing::Bytecode, Packing::Zlib] {
        let bytes = everything(Order::Little, packing, true);
        for left in [100, 500, bytes.len() - 60] {
            let error = file(bytes[..left].to_vec()).err().expect("an error");
            assert_eq!(error.code, "damaged_file", "{packing:?} {left}");
        }
    }
}
