//! The command line as a person meets it: what it says of a file.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of our own for files that a test writes.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Small files that we made ourselves.
fn corpus(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fuzz/corpus")
        .join(file)
}

/// Runs the program as somebody in Lima does.
fn pulso(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pulso"));
    command.env("LC_ALL", "es_PE.UTF-8").args(arguments);
    command.output().expect("the program runs")
}

fn describe(file: &Path, format: &str) -> String {
    let output = pulso(&["describe", &file.to_string_lossy(), "--format", format]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{}: {said}", file.display());
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn a_codebook_is_described_as_one() {
    let text = describe(&corpus("codebook/own.json"), "text");
    let first = text.lines().next().expect("a line");
    assert!(first.starts_with("own.json: libro de códigos"), "{first}");
    for file in ["own.json", "package.json", "ddi.xml", "redcap.csv"] {
        let json = describe(&corpus(&format!("codebook/{file}")), "json");
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["codebook"], true, "{file}");
        let variables = json["variables"].as_array().expect("variables");
        assert!(!variables.is_empty(), "{file}");
    }
}

#[test]
fn a_questionnaire_shows_its_labels_in_each_language() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/data/vendor_files/kobo/I8n_lang_choicefilter.xlsx"
    );
    if !Path::new(path).exists() {
        println!("skipped: ../shared is absent");
        return;
    }
    let text = describe(Path::new(path), "text");
    assert!(text.contains("formato xlsform; idiomas: en, fr"), "{text}");
    assert!(text.contains("\n    0 · en: Yes · fr: Oui\n"), "{text}");
}

#[test]
fn a_codebook_is_no_data() {
    let folder = folder("codebook-as-data");
    std::fs::copy(corpus("codebook/own.json"), folder.join("libro.json")).expect("copied");
    let document = r#"{"pulso": 1, "datasets": [{"id": "d", "kind": "survey", "source": "libro.json", "basis": "census"}],
        "queries": [{"id": "q", "dataset": "d", "estimate": "mean", "of": {"variable": "x"}}]}"#;
    let path = folder.join("a.pulso.json");
    std::fs::write(&path, document).expect("written");
    let output = pulso(&["run", &path.to_string_lossy()]);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("«libro.json» es un libro de códigos"),
        "{said}"
    );
}

/// The engine is given CSV in UTF-8; nobody wants to hear of it.
#[test]
fn what_is_said_of_a_file_is_what_was_recognised() {
    let text = describe(&corpus("file/a.sav"), "text");
    let first = text.lines().next().expect("a line");
    assert!(
        first.contains("formato sav; hecho con spss; utf-8"),
        "{first}"
    );
    assert!(!first.contains("separador"), "{first}");
    let json: serde_json::Value =
        serde_json::from_str(&describe(&corpus("file/a.xlsx"), "json")).expect("JSON");
    assert_eq!(json["format"], "xlsx");
    assert!(json.get("encoding").is_none() && json.get("dialect").is_none());
    let text = describe(&corpus("file/kobo.csv"), "text");
    assert!(
        text.contains("hecho con kobo; utf-8; separador «;»"),
        "{text}"
    );
}

/// The library of Parquet asserts what a hostile file need not keep: that a column begins within the file, that levels have the length that is said.
#[test]
fn a_damaged_file_of_columns_is_refused_in_words() {
    let folder = folder("damaged-columns");
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/intake/parquet/none_v1.parquet");
    let whole = std::fs::read(whole).expect("a file");
    for (at, bit) in [(1758, 0), (137, 3)] {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << bit;
        let path = folder.join(format!("{at}.parquet"));
        std::fs::write(&path, bytes).expect("written");
        let output = pulso(&["describe", &path.to_string_lossy(), "--errors", "json"]);
        assert_eq!(output.status.code(), Some(1), "{at}: {output:?}");
        let said: serde_json::Value = serde_json::from_slice(&output.stderr).expect("JSON alone");
        assert_eq!(said[0]["code"], "damaged_file", "{at}");
        assert_eq!(said[0]["params"]["part"], "parquet", "{at}");
    }
}

/// Where a panic aborts, nothing is caught and the test above says nothing of the program that ships.
#[test]
fn the_program_that_ships_unwinds() {
    let manifest = include_str!("../Cargo.toml");
    let aborts = |line: &str| line.replace(' ', "") == "panic=\"abort\"";
    assert!(!manifest.lines().any(aborts));
}
