//! The committed schema and the committed TypeScript types, held to the Rust types.

use std::path::{Path, PathBuf};

fn committed(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

/// The schema's file is what the types say. With `PULSO_BLESS=1` it is written anew; the TypeScript types then have to follow,
/// with `node xtask/schema.mjs`.
#[test]
fn the_schema_is_that_of_the_types() {
    let schema = serde_json::to_string_pretty(&pulso::document::schema()).unwrap() + "\n";
    let file = committed("www/data/pulso.schema.json");
    if std::env::var_os("PULSO_BLESS").is_some() {
        std::fs::write(&file, &schema).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        written == schema,
        "www/data/pulso.schema.json is not what the types say: run the tests with PULSO_BLESS=1"
    );
}

/// The types carry the hash of the schema that they were made from.
#[test]
fn the_typescript_types_are_those_of_the_schema() {
    let schema = std::fs::read(committed("www/data/pulso.schema.json")).unwrap();
    let types = std::fs::read_to_string(committed("www/engine/document.d.ts")).unwrap_or_default();
    let hash = format!("{:016x}", fnv_1a(&schema));
    assert!(
        types.contains(&hash),
        "www/engine/document.d.ts is not of this schema ({hash}): node xtask/schema.mjs"
    );
}

/// FNV-1a, 64 bits: enough to notice a change, and short in both languages.
fn fnv_1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
