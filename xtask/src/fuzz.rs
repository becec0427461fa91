//! Files that nobody would write, until a reader stumbles: libFuzzer, guided by coverage, on the stable compiler.

use crate::project::{cargo, program, root, run, target};
use crate::{Arguments, Result};
use std::path::PathBuf;
use std::process::Command;

/// What is fuzzed, the longest input that is tried, and where the first inputs lie.
const TARGETS: [(&str, u32, &str); 5] = [
    ("csv", 4096, "corpus/csv"),
    ("file", 16384, "corpus/file"),
    ("workbook", 8192, "corpus/workbook"),
    ("codebook", 8192, "corpus/codebook"),
    ("columns", 8192, "../intake/parquet"),
];

/// What makes rustc count the branches that an input takes, as cargo-fuzz asks for it.
const COVERAGE: [&str; 7] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "--cfg=fuzzing",
];

/// `cargo xtask fuzz [--target NAME] [--minutes N]`: each target in turn. What made one stumble stays under `target/fuzz`.
pub fn run_verb(mut arguments: Arguments) -> Result<()> {
    let only = arguments.option("--target")?;
    let minutes: u32 = arguments.number("--minutes")?.unwrap_or(10);
    arguments.finish()?;
    let names = TARGETS.map(|(name, ..)| name).join(", ");
    if let Some(name) = only
        .as_ref()
        .filter(|name| TARGETS.iter().all(|(known, ..)| known != name))
    {
        return Err(format!("There is no target `{name}`: {names}."));
    }
    println!("Building with coverage counters. The first time takes ten minutes on two cores.");
    let host = host()?;
    run(cargo()
        .args(["build", "--release", "--target", &host, "--manifest-path"])
        .arg(folder().join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", made())
        .env("CARGO_ENCODED_RUSTFLAGS", COVERAGE.join("\u{1f}")))?;
    for (name, longest, inputs) in TARGETS {
        if only.as_ref().is_some_and(|only| only != name) {
            continue;
        }
        println!("{name}: {minutes} min");
        run(&mut fuzzer(name, longest, inputs, minutes, &host)?)?;
        println!("{name}: no finding");
    }
    Ok(())
}

/// The fuzzer of a target: it starts from the inputs of the tree, and keeps new ones outside of it.
fn fuzzer(name: &str, longest: u32, inputs: &str, minutes: u32, host: &str) -> Result<Command> {
    let found = made().join("corpus").join(name);
    let findings = made().join("findings");
    for folder in [&found, &findings] {
        std::fs::create_dir_all(folder)
            .map_err(|error| format!("{}: {error}.", folder.display()))?;
    }
    let mut command = program(made().join(host).join("release").join(name));
    command
        .arg(&found)
        .arg(folder().join(inputs))
        .arg(format!("-max_total_time={}", minutes * 60))
        .arg(format!("-max_len={longest}"))
        .arg(format!("-artifact_prefix={}/{name}-", findings.display()))
        // An input that takes longer than ten seconds or two gigabytes is a finding too.
        .args([
            "-timeout=10",
            "-rss_limit_mb=2048",
            "-print_final_stats=1",
            "-verbosity=0",
        ]);
    Ok(command)
}

fn folder() -> PathBuf {
    root().join("tests").join("fuzz")
}

fn made() -> PathBuf {
    target().join("fuzz")
}

/// What this machine runs.
fn host() -> Result<String> {
    let says = crate::project::answer(program("rustc").arg("-vV")).unwrap_or_default();
    let host = says.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(String::from)
        .ok_or_else(|| "rustc does not say what this machine is.".into())
}
