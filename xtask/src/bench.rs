//! `cargo xtask bench`: reading and tabulating beside Arquero and DuckDB-WASM, in one run of headless Chromium.

use crate::build::Profile;
use crate::project::{answer, program, root, run, target};
use crate::server::Server;
use crate::{Arguments, Result, browser, build, generate, setup};
use std::path::{Path, PathBuf};

/// Makes the data once, builds, measures; the report is `target/bench/report.md`.
pub fn run_verb(mut arguments: Arguments) -> Result<()> {
    let rows = arguments.number("--rows")?.unwrap_or(1_000_000);
    let runs: u32 = arguments.number("--runs")?.unwrap_or(3);
    let tools = arguments.option("--tools")?;
    arguments.finish()?;

    setup::for_building()?;
    setup::npm_packages(&root().join("tests/bench"))?;
    let chrome = browser::find_or_install()?;
    build::both(Profile::Release)?;
    let folder = target().join("bench");
    let data = data(&folder, rows)?;

    let server = Server::bind(0, routes())?;
    let address = server.address()?;
    server.serve_in_background();
    run(program("node")
        .arg("tests/bench/run.mjs")
        .args(["--address", &address, "--runs", &runs.to_string()])
        .arg("--data")
        .arg(data)
        .arg("--report")
        .arg(folder.join("report.md"))
        .args(tools.iter().flat_map(|tools| ["--tools", tools]))
        .env("CHROME", chrome))
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
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}.", folder.display()))?;
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
