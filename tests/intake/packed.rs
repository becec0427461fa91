//! Archives and compressed files.

use super::unpacked::{rows, taken, whole};
use crate::support::zip::{Around, gzip, part, xlsx, zip};

#[test]
fn the_main_table_of_an_archive_is_taken() {
    let bytes = zip(&[
        part("media/photo.csv", "x\n".repeat(1000)),
        part("visita.csv", "id,nombre\n1,\"a,b\"\n"),
        part("visita-hijos.csv", "id,hijo\n1,x\n1,y\n1,z\n1,w\n"),
        part("__MACOSX/._visita.csv", "rubbish"),
    ]);
    let found = taken(bytes.clone());
    assert_eq!(found.rows, rows(&[&["id", "nombre"], &["1", "a,b"]]));
    assert_eq!(found.about.format, "zip");
    assert_eq!(found.about.table.as_deref(), Some("visita.csv"));
    let names: Vec<&str> = found
        .about
        .tables
        .iter()
        .map(|table| table.name.as_str())
        .collect();
    assert_eq!(names, ["media/photo.csv", "visita.csv", "visita-hijos.csv"]);
    let other = whole(bytes.clone(), Some("visita-hijos.csv")).unwrap();
    assert_eq!(other.rows.len(), 5);
    let error = whole(bytes, Some("visita")).err().expect("no such file");
    assert_eq!(error.code, "unknown_table");
    assert_eq!(error.hint, ["visita.csv"]);
}

#[test]
fn the_largest_file_that_is_no_dictionary_is_taken() {
    let bytes = zip(&[
        part("Metadata_Indicator_API.csv", "code,note\n".repeat(100)),
        part("API_SE.csv", "country;year\nURY;2019\n"),
        part("README.txt", "words"),
    ]);
    assert_eq!(
        taken(bytes).rows,
        rows(&[&["country", "year"], &["URY", "2019"]])
    );
}

#[test]
fn a_workbook_may_be_packed() {
    let book = xlsx(
        "<row><c t=\"str\"><v>a</v></c></row><row><c><v>1</v></c></row>",
        &Around::default(),
    );
    let alone = taken(zip(&[part("datos.xlsx", &book)]));
    assert_eq!(alone.rows, rows(&[&["a"], &["1"]]));
    assert_eq!(alone.about.table.as_deref(), Some("Datos"));
    let among = zip(&[part("datos.xlsx", &book), part("x.csv", "b\n2\n")]);
    let among = whole(among, Some("datos.xlsx/Datos")).unwrap();
    assert_eq!(among.rows, rows(&[&["a"], &["1"]]));
}

#[test]
fn stored_parts_and_old_alphabets_are_read() {
    let mut old = part("", "a\n1\n");
    old.stored = true;
    old.flags = 0;
    // `año.csv` in code page 437 is no UTF-8; the writer takes text, so the byte is put in afterwards.
    old.name = "a?o.csv".into();
    let mut bytes = zip(&[old, part("z.csv", "b\n")]);
    while let Some(at) = bytes.windows(3).position(|window| window == b"a?o") {
        bytes[at + 1] = 0xA4;
    }
    let found = taken(bytes);
    assert_eq!(found.about.table.as_deref(), Some("año.csv"));
    assert_eq!(found.rows, rows(&[&["a"], &["1"]]));
}

#[test]
fn compressed_files_of_several_members_are_read() {
    let mut bytes = gzip(b"a,b\n1,2\n");
    bytes.extend(gzip(b"3,4\n"));
    bytes.extend([0; 512]);
    let found = taken(bytes);
    assert_eq!(found.rows, rows(&[&["a", "b"], &["1", "2"], &["3", "4"]]));
    assert_eq!(found.about.format, "gzip");
}

#[test]
fn a_wrong_sum_is_damage() {
    let mut bytes = gzip(b"a,b\n1,2\n");
    let at = bytes.len() - 8;
    bytes[at] ^= 1;
    assert_eq!(
        whole(bytes, None).err().expect("damaged").code,
        "damaged_file"
    );
}

#[test]
fn closed_archives_are_named() {
    let mut closed = part("a.csv", "a\n1\n");
    closed.flags |= 1;
    assert_eq!(
        whole(zip(&[closed]), None).err().expect("closed").code,
        "encrypted_file"
    );
    let none = zip(&[part("photo.png", "x")]);
    assert_eq!(whole(none, None).err().expect("no data").code, "no_table");
}
