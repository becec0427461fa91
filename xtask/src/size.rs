//! What the page weighs, against its budgets.

use crate::build::{ARTIFACTS, Profile};
use crate::project::{self, answer, cargo, program, read, target};
use crate::{Result, build, setup};
use std::path::{Path, PathBuf};

/// Where, in a report, the picture ends and what makes it move begins.
const INTERACTION: &str = "<!-- interaction -->";
/// The most that a report may weigh up to there, in kilobytes of 1000 bytes.
const FIRST_PAINT_KB: u64 = 30;

/// Something that is loaded.
struct Weight {
    name: &'static str,
    bytes: usize,
    compressed: usize,
    budget_kb: u64,
}

/// `cargo xtask size`: builds, prints the table.
pub fn run() -> Result<()> {
    setup::for_building()?;
    build::all(Profile::Release)?;
    check()
}

/// Prints the table of the README; an error when something is above its budget.
pub fn check() -> Result<()> {
    let weights = weigh()?;
    println!("| | bytes | brotli | budget |\n|---|---:|---:|---:|");
    for weight in &weights {
        println!(
            "| {} | {} | {:.1} KB | {} KB |",
            weight.name,
            weight.bytes,
            weight.compressed as f64 / 1000.0,
            weight.budget_kb
        );
    }
    let heavy: Vec<&str> = weights
        .iter()
        .filter(|weight| weight.compressed as u64 > weight.budget_kb * 1000)
        .map(|weight| weight.name)
        .collect();
    match heavy.is_empty() {
        true => Ok(()),
        false => Err(format!("Above its budget: {}.", heavy.join(", "))),
    }
}

fn weigh() -> Result<Vec<Weight>> {
    let mut weights = Vec::new();
    for artifact in &ARTIFACTS {
        let module = artifact.module();
        let bytes = std::fs::read(&module).map_err(|error| {
            format!(
                "{}: {error}. `cargo xtask build` makes it.",
                module.display()
            )
        })?;
        weights.push(Weight {
            name: artifact.feature,
            bytes: bytes.len(),
            compressed: brotli(&module, bytes.len())?,
            budget_kb: artifact.budget_kb,
        });
    }
    let report = example_report()?;
    let text = read(&report)?;
    let bytes = text
        .find(INTERACTION)
        .ok_or("The example's report has no mark between its picture and its script.")?;
    weights.push(Weight {
        name: "first paint of a report",
        bytes,
        compressed: brotli(&report, bytes)?,
        budget_kb: FIRST_PAINT_KB,
    });
    Ok(weights)
}

/// The report of the example, as the command line writes it.
fn example_report() -> Result<PathBuf> {
    let report = target().join("example-report.html");
    project::run(
        cargo()
            .args([
                "run",
                "--quiet",
                "--package",
                "pulso",
                "--features",
                "cli,schema",
                "--",
            ])
            .args([
                "report",
                "examples/erce.pulso.json",
                "--page",
                "www",
                "--out",
            ])
            .arg(&report),
    )?;
    Ok(report)
}

/// The size of the first `bytes` of a file under brotli's strongest setting, which Node brings along.
fn brotli(file: &Path, bytes: usize) -> Result<usize> {
    const SCRIPT: &str = "\
        const {readFileSync} = require('fs'), zlib = require('zlib');\
        const [file, bytes] = process.argv.slice(1);\
        const text = readFileSync(file).subarray(0, Number(bytes));\
        console.log(zlib.brotliCompressSync(text, {params: {[zlib.constants.BROTLI_PARAM_QUALITY]: 11,\
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: text.length}}).length);";
    answer(
        program("node")
            .args(["-e", SCRIPT])
            .arg(file)
            .arg(bytes.to_string()),
    )
    .and_then(|size| size.parse().ok())
    .ok_or_else(|| format!("{} could not be compressed.", file.display()))
}
