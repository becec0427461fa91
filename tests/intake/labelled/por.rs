//! A portable file put together by hand.

use super::file;
use pulso::codebook::MissingKind;

/// A portable file: `text` from the version on, in lines.
pub fn portable(text: &str) -> Vec<u8> {
    let mut whole = vec![b' '; 200];
    whole[..20].copy_from_slice(b"ASCII SPSS PORT FILE");
    let mut table = vec![b'0'; 256];
    let known = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz .<(+|&[]!$*);^-/|,%_>?`:#@'=\"";
    table[64..64 + known.len()].copy_from_slice(known.as_bytes());
    whole.extend_from_slice(&table);
    whole.extend_from_slice(b"SPSSPORT");
    whole.extend_from_slice(text.as_bytes());
    let mut lines = Vec::new();
    for line in whole.chunks(80) {
        // Blanks at the end of a line may be lost.
        lines.extend_from_slice(line.trim_ascii_end());
        lines.extend_from_slice(b"\r\n");
    }
    lines
}

/// Three columns and three records.
pub fn everything() -> Vec<u8> {
    portable(
        "A8/202501016/12000011/P43/5B/61/W70/1/W5/8/2/5/8/2/B1/A/C4/Peso\
         70/1/DK/8/0/K/8/0/75/4/TEXT1/5/0/1/5/0/82/NSD1/4/TEXT1/2/NS7/No sabe\
         F1.F/IPJ2+3/5/abcde-2.F/*.2/NS*.0/0/Z",
    )
}

#[test]
fn a_portable_file_is_read() {
    let file = file(everything()).expect("a portable file");
    assert_eq!(file.about.format, "por");
    assert_eq!(file.about.weight.as_deref(), Some("W"));
    assert_eq!(file.names, ["W", "D", "TEXT"]);
    assert_eq!(file.label("W").as_deref(), Some("Peso"));
    // From 1 to 10: 1.5 occurs.
    assert_eq!(
        file.missing("W"),
        [("1.5".to_owned(), MissingKind::Unspecified)]
    );
    assert_eq!(file.column("W"), ["1.5", "-2.5", ""]);
    assert_eq!(file.column("D"), ["2018-05-06", "", "1582-10-14"]);
    assert_eq!(file.column("TEXT"), ["abcde", "NS", ""]);
    assert_eq!(
        file.labels("TEXT"),
        [("NS".to_owned(), "No sabe".to_owned())]
    );
    assert_eq!(
        file.missing("TEXT"),
        [("NS".to_owned(), MissingKind::DoNotKnow)]
    );
}
