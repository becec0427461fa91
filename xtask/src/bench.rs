//! `cargo xtask bench`: reading and tabulating beside Arquero and DuckDB-WASM, replicate weights beside R's `survey`, a file of SPSS,
//! and charts beside Vega-Embed, Plotly and ECharts, in headless Chromium.

use crate::build::Profile;
use crate::project::{answer, program, root, run, target};
use crate::replicated::{self, Answers};
use crate::server::Server;
use crate::{Arguments, Result, browser, build, generate, setup, spss};
use std::path::{Path, PathBuf};

/// Names of the parts, as `--only` takes them.
const PARTS: [&str; 4] = ["tables", "replicates", "sav", "charts"];

/// Makes the data once, builds, measures; the reports are `target/bench/PART.md`.
pub fn run_verb(mut arguments: Arguments) -> Result<()> {
    let rows = arguments.number("--rows")?.unwrap_or(1_000_000);
    let runs: u32 = arguments.number("--runs")?.unwrap_or(3);
    let tools = arguments.option("--tools")?;
    let only = arguments.option("--only")?;
    arguments.finish()?;
    if let Some(other) = only.as_deref().filter(|part| !PARTS.contains(part)) {
        return Err(format!("--only {other}: there are {}.", PARTS.join(", ")));
    }

    setup::for_building()?;
    setup::npm_packages(&root().join("tests/bench"))?;
    let chrome = browser::find_or_install()?;
    build::all(Profile::Release)?;
    let folder = target().join("bench");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}.", folder.display()))?;

    let server = Server::bind(0, routes())?;
    let address = server.address()?;
    server.serve_in_background();
    let wanted = |part: &str| only.as_deref().is_none_or(|only| only == part);
    if wanted("tables") {
        run(program("node")
            .arg("tests/bench/run.mjs")
            .args(["--address", &address, "--runs", &runs.to_string()])
            .arg("--data")
            .arg(data(&folder, rows)?)
            .arg("--report")
            .arg(folder.join("tables.md"))
            .args(tools.iter().flat_map(|tools| ["--tools", tools]))
            .env("CHROME", &chrome))?;
    }
    if wanted("replicates") {
        run(program("node")
            .arg("tests/bench/replicates.mjs")
            .args(["--address", &address, "--runs", &runs.to_string()])
            .arg("--items")
            .arg(with_replicates(&folder, "items", 100_000, Answers::Items)?)
            .arg("--values")
            .arg(with_replicates(
                &folder,
                "values",
                500_000,
                Answers::PlausibleValues,
            )?)
            .arg("--report")
            .arg(folder.join("replicates.md"))
            .env("CHROME", &chrome))?;
    }
    if wanted("sav") {
        run(program("node")
            .arg("tests/bench/sav.mjs")
            .args(["--address", &address, "--runs", &runs.to_string()])
            .arg("--data")
            .arg(statistics_file(&folder, 60_000)?)
            .arg("--report")
            .arg(folder.join("sav.md"))
            .env("CHROME", &chrome))?;
    }
    if wanted("charts") {
        run(program("node")
            .arg("tests/bench/charts.mjs")
            .args(["--address", &address, "--runs", &runs.to_string()])
            .arg("--report")
            .arg(folder.join("charts.md"))
            .env("CHROME", chrome))?;
    }
    Ok(())
}

fn routes() -> crate::server::Routes {
    vec![
        ("/bench/", root().join("tests/bench")),
        ("/", root().join("www")),
    ]
}

/// The survey that is read: the project's generator where its data and Python's numpy and polars are there, otherwise our
/// own, of the same columns.
fn data(folder: &Path, rows: u64) -> Result<PathBuf> {
    const SEED: u64 = 7;
    let generator = root().join("../shared/data/generate/generate_puls.py");
    let python = || answer(program("python3").args(["-c", "import numpy, polars"])).is_some();
    let by_python = generator.exists() && python();
    let kind = if by_python { "puls" } else { "survey" };
    let file = folder.join(format!("{kind}-{rows}.csv"));
    if file.exists() {
        return Ok(file);
    }

    println!("Making {rows} records (seed {SEED}) …");
    // Under its name only when it is whole.
    let partial = folder.join(format!("{kind}-{rows}.partial.csv"));
    if by_python {
        let (rows, seed) = (rows.to_string(), SEED.to_string());
        run(program("python3")
            .arg(generator)
            .args(["--rows", &rows, "--seed", &seed, "--out"])
            .arg(&partial))?;
    } else {
        generate::survey(&partial, rows, SEED)?;
    }
    std::fs::rename(&partial, &file).map_err(|error| format!("{}: {error}.", file.display()))?;
    Ok(file)
}

/// A survey as a file of SPSS.
fn statistics_file(folder: &Path, rows: u64) -> Result<PathBuf> {
    const SEED: u64 = 13;
    let file = folder.join(format!("survey-{rows}.sav"));
    if file.exists() {
        return Ok(file);
    }
    println!("Making a file of SPSS with {rows} records (seed {SEED}) …");
    let partial = folder.join(format!("survey-{rows}.partial.sav"));
    spss::survey(&partial, rows, SEED)?;
    std::fs::rename(&partial, &file).map_err(|error| format!("{}: {error}.", file.display()))?;
    Ok(file)
}

/// A survey with replicate weights.
fn with_replicates(folder: &Path, name: &str, rows: u64, answers: Answers) -> Result<PathBuf> {
    const SEED: u64 = 11;
    let file = folder.join(format!("replicates-{name}-{rows}.csv"));
    if file.exists() {
        return Ok(file);
    }
    println!("Making {rows} records with replicate weights (seed {SEED}) …");
    let partial = folder.join(format!("replicates-{name}-{rows}.partial.csv"));
    replicated::survey(&partial, rows, SEED, answers)?;
    std::fs::rename(&partial, &file).map_err(|error| format!("{}: {error}.", file.display()))?;
    Ok(file)
}
