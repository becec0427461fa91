//! Stata's files put together byte by byte, in every release.

use super::file;
use super::write::{Order, Out};
use pulso::codebook::MissingKind;

/// Every release that Stata has written.
pub const RELEASES: [u8; 13] = [
    104, 105, 108, 110, 111, 112, 113, 114, 115, 117, 118, 119, 106,
];

struct Column {
    name: &'static [u8],
    /// `b` byte, `i`, `l`, `f`, `d`, `s` text of four bytes, `L` long text.
    kind: u8,
    format: &'static [u8],
    labels: &'static [u8],
    label: &'static [u8],
}

const fn column(name: &'static [u8], kind: u8, format: &'static [u8]) -> Column {
    Column {
        name,
        kind,
        format,
        labels: b"",
        label: b"",
    }
}

const COLUMNS: [Column; 9] = [
    Column {
        name: b"answer",
        kind: b'b',
        format: b"%8.0g",
        labels: b"yesno",
        label: b"A question",
    },
    column(b"day", b'l', b"%td"),
    column(b"moment", b'd', b"%tc"),
    column(b"month", b'i', b"%tm"),
    column(b"week", b'i', b"%tw"),
    column(b"clock", b'd', b"%tcHH:MM"),
    column(b"real", b'f', b"%9.0g"),
    column(b"text", b's', b"%4s"),
    column(b"long", b'L', b"%9s"),
];

fn kind(out: &mut Out, release: u8, kind: u8) {
    if release >= 117 {
        out.u16(match kind {
            b'b' => 65_530,
            b'i' => 65_529,
            b'l' => 65_528,
            b'f' => 65_527,
            b'd' => 65_526,
            b'L' => 32_768,
            _ => 4,
        });
    } else {
        out.raw(&[match (release, kind) {
            (111.., b'b') => 251,
            (111.., b'i') => 252,
            (111.., b'l') => 253,
            (111.., b'f') => 254,
            (111.., b'd') => 255,
            (111.., _) => 4,
            (_, b's') => 0x7F + 4,
            _ => kind,
        }]);
    }
}

/// A file of three records.
pub fn everything(release: u8, order: Order) -> Vec<u8> {
    let tagged = release >= 117;
    let columns: Vec<&Column> = COLUMNS
        .iter()
        .filter(|column| tagged || column.kind != b'L')
        .collect();
    let mut out = Out::new(order);
    let tag = |out: &mut Out, word: &str| {
        if tagged {
            out.raw(word.as_bytes());
        }
    };
    if tagged {
        out.raw(b"<stata_dta><header><release>")
            .raw(release.to_string().as_bytes());
        out.raw(b"</release><byteorder>")
            .raw(if order == Order::Big { b"MSF" } else { b"LSF" });
        out.raw(b"</byteorder><K>");
        match release {
            119 => out.i32(columns.len() as i32),
            _ => out.u16(columns.len() as u16),
        };
        out.raw(b"</K><N>");
        match release {
            117 => out.i32(3),
            _ => out.u64(3),
        };
        out.raw(b"</N><label>");
        match release {
            117 => out.raw(&[2]),
            _ => out.u16(2),
        };
        out.raw(b"Hi</label><timestamp>\x00</timestamp></header><map>")
            .raw(&[0; 112])
            .raw(b"</map>");
    } else {
        out.raw(&[release, if order == Order::Big { 1 } else { 2 }, 1, 0]);
        out.u16(columns.len() as u16).i32(3);
        out.field(b"Hi", if release >= 108 { 81 } else { 32 }, 0);
        out.field(b"", if release >= 105 { 18 } else { 0 }, 0);
    }
    let (name, format, label) = match release {
        118.. => (129, 57, 321),
        114.. => (33, 49, 81),
        110.. => (33, 12, 81),
        108.. => (9, 12, 81),
        105.. => (9, 12, 32),
        _ => (9, 7, 32),
    };
    tag(&mut out, "<variable_types>");
    columns
        .iter()
        .for_each(|column| kind(&mut out, release, column.kind));
    tag(&mut out, "</variable_types><varnames>");
    columns.iter().for_each(|column| {
        out.field(column.name, name, 0);
    });
    tag(&mut out, "</varnames><sortlist>");
    out.raw(&vec![
        0;
        (columns.len() + 1)
            * if release >= 119 { 4 } else { 2 }
    ]);
    tag(&mut out, "</sortlist><formats>");
    columns.iter().for_each(|column| {
        // The oldest formats are too short for a clock.
        out.field(
            &column.format[..column.format.len().min(format - 1)],
            format,
            0,
        );
    });
    tag(&mut out, "</formats><value_label_names>");
    columns.iter().for_each(|column| {
        out.field(column.labels, name, 0);
    });
    tag(&mut out, "</value_label_names><variable_labels>");
    columns.iter().for_each(|column| {
        out.field(column.label, label, 0);
    });
    tag(&mut out, "</variable_labels><characteristics><ch>");
    match release {
        117.. => out.i32(3).raw(b"abc</ch></characteristics><data>"),
        110.. => out.raw(&[1]).i32(3).raw(b"abc").raw(&[0]).i32(0),
        105.. => out.raw(&[1]).u16(3).raw(b"abc").raw(&[0]).u16(0),
        _ => &mut out,
    };
    records(&mut out, release);
    tag(&mut out, "</data><strls>");
    if tagged {
        out.raw(b"GSO").i32(9);
        match release {
            117 => out.i32(1),
            _ => out.u64(1),
        };
        let text = "una respuesta muy larga, con «letras»".as_bytes();
        out.raw(&[130])
            .i32(text.len() as i32 + 1)
            .raw(text)
            .raw(&[0]);
    }
    tag(&mut out, "</strls><value_labels><lbl>");
    labels(&mut out, release, name);
    tag(&mut out, "</lbl></value_labels></stata_dta>");
    out.bytes
}

fn records(out: &mut Out, release: u8) {
    let reasons = release >= 113;
    // An answer; refused, or nothing where a release knows no reasons; nothing.
    out.raw(&[1])
        .i32(21_310)
        .f64(1_841_220_610_000.0)
        .u16(714)
        .u16(3_172)
        .f64(36_610_000.0)
        .f32(0.5);
    out.raw(b"ab\0x");
    long(out, release, 9, 1);
    out.raw(&[if reasons { 102 } else { 127 }])
        .i32(-1)
        .f64(-1_000.0)
        .u16(0)
        .u16(0)
        .f64(0.0)
        .f32(-2.0);
    out.raw(b"caf\xE9");
    long(out, release, 0, 0);
    out.raw(&[if reasons { 101 } else { 127 }]);
    out.i32(if reasons { 2_147_483_621 } else { i32::MAX });
    out.f64(if release < 106 {
        f64::from_bits(0x54C0 << 48)
    } else {
        f64::from_bits(0x7FE0 << 48)
    });
    out.u16(if reasons { 32_741 } else { 32_767 }).u16(32_767);
    out.f64(if release < 106 {
        f64::from_bits(0x54C0 << 48)
    } else {
        f64::from_bits(0x7FE0 << 48)
    });
    out.f32(f32::from_bits(if reasons {
        0x7F00_D000
    } else {
        0x7F00_0000
    }));
    out.raw(b"\0\0\0\0");
    long(out, release, 0, 0);
}

fn long(out: &mut Out, release: u8, variable: u64, observation: u64) {
    let bits = match release {
        117 => 32,
        118 => 16,
        119 => 24,
        _ => return,
    };
    out.u64(match out.order {
        Order::Little => observation << bits | variable,
        Order::Big => variable << (64 - bits) | observation,
    });
}

fn labels(out: &mut Out, release: u8, name: usize) {
    if release < 108 {
        out.u16(2).field(b"yesno", name, 0).raw(&[0]);
        out.u16(1).u16(2).field(b"Yes", 8, 0).field(b"No", 8, 0);
        return;
    }
    let texts = b"Yes\0No\0Refused\0";
    out.i32(8 + 24 + texts.len() as i32)
        .field(b"yesno", name, 0)
        .raw(&[0; 3]);
    out.i32(3).i32(texts.len() as i32).i32(0).i32(4).i32(7);
    // The third is `.a`.
    out.i32(1).i32(2).i32(2_147_483_622).raw(texts);
}

#[test]
fn every_release_is_read() {
    for release in RELEASES {
        for order in [Order::Little, Order::Big] {
            check(release, order);
        }
    }
}

fn check(release: u8, order: Order) {
    let file =
        file(everything(release, order)).unwrap_or_else(|error| panic!("{release}: {error}"));
    assert_eq!(
        (file.about.format.as_str(), file.about.tool.as_str()),
        ("dta", "stata")
    );
    let reasons = release >= 113;
    assert_eq!(
        file.column("answer"),
        ["1", if reasons { ".a" } else { "" }, ""],
        "{release}"
    );
    assert_eq!(file.label("answer").as_deref(), Some("A question"));
    let yes_no = [
        ("1".to_owned(), "Yes".to_owned()),
        ("2".to_owned(), "No".to_owned()),
    ];
    assert_eq!(file.labels("answer")[..2], yes_no);
    if reasons {
        assert_eq!(
            file.labels("answer")[2],
            (".a".to_owned(), "Refused".to_owned())
        );
        assert_eq!(
            file.missing("answer"),
            [(".a".to_owned(), MissingKind::Refused)]
        );
        assert_eq!(file.column("real"), ["0.5", "-2", ".z"]);
        assert_eq!(
            file.missing("real"),
            [(".z".to_owned(), MissingKind::Unspecified)]
        );
        assert_eq!(file.column("week"), ["2021-01-01", "1960-01-01", ".z"]);
    }
    assert_eq!(file.column("day"), ["2018-05-06", "1959-12-31", ""]);
    assert_eq!(
        file.column("moment"),
        ["2018-05-06T10:10:10", "1959-12-31T23:59:59", ""]
    );
    assert_eq!(file.column("month"), ["2019-07", "1960-01", ""]);
    assert_eq!(file.column("clock"), ["36610", "0", ""], "{release}");
    let text = if release >= 118 { "caf" } else { "café" };
    assert_eq!(file.column("text"), ["ab", text, ""]);
    if release >= 117 {
        assert_eq!(
            file.column("long"),
            ["una respuesta muy larga, con «letras»", "", ""]
        );
    }
}

#[test]
fn a_file_that_breaks_off_says_so() {
    for release in [105, 114, 118] {
        let bytes = everything(release, Order::Little);
        for left in [60, bytes.len() / 2, bytes.len() - 60] {
            let error = file(bytes[..left].to_vec()).err().expect("an error");
            assert_eq!(error.code, "damaged_file", "{release} {left}");
        }
    }
    let mut later = everything(118, Order::Little);
    later[28..31].copy_from_slice(b"120");
    assert_eq!(file(later).err().expect("an error").code, "unknown_release");
}
