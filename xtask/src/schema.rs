//! `cargo xtask schema`: the document's JSON Schema and TypeScript types, made from the Rust types that define it.

use crate::project::{cargo, program, run};
use crate::{Arguments, Result, setup};

/// Whether the files are written or held against what the Rust types say now.
#[derive(Clone, Copy, PartialEq)]
pub enum Mode {
    /// Writes them.
    Write,
    /// Fails where they differ.
    Check,
}

/// `cargo xtask schema [--check]`.
pub fn run_verb(mut arguments: Arguments) -> Result<()> {
    let mode = match arguments.switch("--check") {
        true => Mode::Check,
        false => Mode::Write,
    };
    arguments.finish()?;
    setup::npm_packages(&crate::project::root())?;
    generate(mode)
}

/// The schema is Rust's to give; `schema.mjs` turns it into types.
pub fn generate(mode: Mode) -> Result<()> {
    let schema = crate::project::target().join("document.schema.json");
    let output = cargo()
        .args([
            "run",
            "--quiet",
            "--locked",
            "--package",
            "pulso",
            "--features",
            "cli,schema",
        ])
        .args(["--", "schema"])
        .output()
        .map_err(|error| format!("cargo does not start: {error}."))?;
    if !output.status.success() {
        return Err(format!(
            "`pulso schema` failed.\n{}",
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    crate::project::write(&schema, output.stdout)?;
    let mut command = program("node");
    command.arg("xtask/schema.mjs").arg(schema);
    if mode == Mode::Check {
        command.arg("--check");
    }
    run(&mut command)
}
