//! `cargo xtask schema`: the document's JSON Schema and TypeScript types, made from the Rust types that define it.

use crate::project::{cargo, program, root, run};
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
    setup::npm_packages(&root())?;
    generate(mode)
}

/// The native tests hold the schema to the Rust types, and write it when told to; `schema.mjs` makes the types from it.
pub fn generate(mode: Mode) -> Result<()> {
    let mut types = program("node");
    types.arg("xtask/schema.mjs");
    if mode == Mode::Check {
        return run(types.arg("--check"));
    }
    run(cargo()
        .args(["test", "--quiet", "--features", "cli,schema"])
        .args(["--test", "tests", "the_schema_is_that_of_the_types"])
        .env("PULSO_BLESS", "1"))?;
    run(&mut types)
}
