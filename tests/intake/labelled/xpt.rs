//! A transport file put together by hand.

use super::file;
use super::write::{Order, Out};
use pulso::codebook::MissingKind;

fn card(out: &mut Out, text: &str) {
    out.field(text.as_bytes(), 80, b' ');
}

/// A number, a day and a text in four records, and a second table.
pub fn everything() -> Vec<u8> {
    let mut out = Out::new(Order::Big);
    let header =
        |name: &str, end: &str| format!("HEADER RECORD*******{name:<8}HEADER RECORD!!!!!!!{end}");
    card(
        &mut out,
        &header("LIBRARY", "000000000000000000000000000000"),
    );
    (0..2).for_each(|_| card(&mut out, ""));
    card(
        &mut out,
        &header("MEMBER", "000000000000000001600000000140"),
    );
    card(
        &mut out,
        &header("DSCRPTR", "000000000000000000000000000000"),
    );
    (0..2).for_each(|_| card(&mut out, ""));
    card(
        &mut out,
        &header("NAMESTR", "000000000300000000000000000000"),
    );
    let columns = [
        (1, 8, "N", "", 0),
        (1, 4, "DAY", "DATE", 8),
        (2, 5, "TEXT", "$", 12),
    ];
    for (kind, width, name, format, at) in columns {
        out.u16(kind)
            .u16(0)
            .u16(width)
            .u16(0)
            .field(name.as_bytes(), 8, b' ')
            .field(b"label", 40, b' ');
        out.field(format.as_bytes(), 8, b' ')
            .field(b"", 20, 0)
            .i32(at)
            .field(b"", 52, 0);
    }
    out.field(b"", 60, b' ');
    card(&mut out, &header("OBS", "000000000000000000000000000000"));
    // 1, 118.625 below nought, missing for reason A, missing.
    let numbers: [u64; 4] = [0x4110 << 48, 0xC276_A000 << 32, 0x41 << 56, 0x2E << 56];
    let days: [u32; 4] = [0x4453_3E00, 0, 0x2E00_0000, 0xC110_0000];
    let texts: [&[u8]; 4] = [b"a", b"", b"caf\xE9", b"x"];
    for record in 0..4 {
        out.u64(numbers[record])
            .i32(days[record].cast_signed())
            .field(texts[record], 5, b' ');
    }
    out.field(b"", 12, b' ');
    card(
        &mut out,
        &header("MEMBER", "000000000000000001600000000140"),
    );
    out.bytes
}

#[test]
fn a_transport_file_is_read() {
    let file = file(everything()).expect("a transport file");
    assert_eq!(
        (file.about.format.as_str(), file.about.tool.as_str()),
        ("xpt", "sas")
    );
    assert_eq!(file.column("N"), ["1", "-118.625", ".a", ""]);
    assert_eq!(
        file.missing("N"),
        [(".a".to_owned(), MissingKind::Unspecified)]
    );
    assert_eq!(
        file.column("DAY"),
        ["2018-05-06", "1960-01-01", "", "1959-12-31"]
    );
    assert_eq!(file.column("TEXT"), ["a", "", "café", "x"]);
    assert_eq!(file.label("TEXT").as_deref(), Some("label"));
}

#[test]
fn version_8_is_named() {
    let mut bytes = everything();
    bytes[20..28].copy_from_slice(b"LIBV8   ");
    let error = file(bytes).err().expect("an error");
    assert_eq!(error.code, "not_a_table");
    assert_eq!(error.params["looks_like"], "xpt".into());
}
