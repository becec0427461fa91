//! The rules of the house, read from the imports of the source.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A room, and the rooms that it may never name.
const RULES: [(&str, &[&str]); 12] = [
    // Charts and paint know results, never tables.
    (
        "chart",
        &[
            "table", "read", "design", "policy", "report", "wasm", "paint",
        ],
    ),
    (
        "paint",
        &[
            "table", "read", "design", "policy", "report", "wasm", "document",
        ],
    ),
    // Estimating knows no format and no chart.
    (
        "estimate",
        &[
            "read", "chart", "paint", "report", "policy", "theory", "wasm",
        ],
    ),
    (
        "design",
        &["read", "chart", "paint", "estimate", "report", "wasm"],
    ),
    // Reading knows no design.
    (
        "read",
        &[
            "design", "estimate", "chart", "paint", "document", "report", "wasm",
        ],
    ),
    (
        "table",
        &[
            "read", "design", "estimate", "document", "chart", "paint", "wasm",
        ],
    ),
    (
        "codebook",
        &[
            "read", "design", "estimate", "document", "chart", "paint", "wasm",
        ],
    ),
    (
        "indicator",
        &[
            "table", "read", "design", "chart", "paint", "theory", "wasm",
        ],
    ),
    (
        "theory",
        &["table", "read", "design", "chart", "paint", "wasm"],
    ),
    (
        "policy",
        &["chart", "paint", "report", "theory", "indicator", "wasm"],
    ),
    (
        "locale",
        &[
            "design", "estimate", "document", "chart", "paint", "report", "wasm",
        ],
    ),
    (
        "numeric",
        &[
            "table", "read", "design", "estimate", "document", "chart", "paint", "locale", "wasm",
        ],
    ),
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder of the source");
    let mut found: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    found.sort();
    found
}

/// The rooms that a file names as `crate::room`, comments left out.
fn named(path: &Path) -> BTreeSet<String> {
    let text = std::fs::read_to_string(path).expect("a source file");
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| {
        line.split("crate::").skip(1).map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                .collect::<String>()
        })
    })
    .collect()
}

#[test]
fn no_room_names_what_it_must_not_know() {
    let mut broken = Vec::new();
    for (room, forbidden) in RULES {
        let inside = files(&source().join(room));
        assert!(!inside.is_empty(), "there is no room {room}");
        for file in inside {
            let names = named(&file);
            for other in forbidden.iter().filter(|other| names.contains(**other)) {
                broken.push(format!("{} names crate::{other}", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn only_the_boundary_knows_javascript_and_only_the_door_transcendental_functions() {
    for file in files(&source()) {
        let text = std::fs::read_to_string(&file).expect("a source file");
        let inside = |room: &str| file.starts_with(source().join(room));
        if !inside("wasm") && !file.ends_with("host.rs") {
            assert!(!text.contains("wasm_bindgen"), "{}", file.display());
        }
        // A system's own logarithm differs from another's in the last digit.
        for function in [
            ".ln()",
            ".exp()",
            ".powf(",
            ".sin()",
            ".cos()",
            ".log10()",
            ".ln_1p()",
            ".exp_m1()",
        ] {
            assert!(
                !text.contains(function),
                "{} calls {function}",
                file.display()
            );
        }
    }
}

#[test]
fn nothing_reads_a_clock_or_the_network() {
    for file in files(&source()) {
        // The command line is no part of the core.
        if file.ends_with("main.rs") || file.starts_with(source().join("cli")) {
            continue;
        }
        let text = std::fs::read_to_string(&file).expect("a source file");
        for name in [
            "std::time",
            "std::net",
            "std::fs",
            "std::env::var",
            "HashMap::iter",
        ] {
            assert!(!text.contains(name), "{} uses {name}", file.display());
        }
    }
}
