//! `cargo xtask test`: every check, in an order that fails early, and one sum at the end.

use crate::build::Profile;
use crate::project::{cargo, program, root, run, run_and_keep, target};
use crate::server::Server;
use crate::tally::{Tally, of_cargo, of_node};
use crate::{Arguments, Result, browser, build, schema, serve, setup, size};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

/// One part of the whole.
struct Step {
    name: &'static str,
    heading: &'static str,
    work: fn() -> Result<Tally>,
    /// Whether it looks at the modules: without them there is nothing to run.
    needs_modules: bool,
}

const STEPS: [Step; 10] = [
    step("fmt", "Rust is formatted", fmt),
    step("clippy", "Lints: native, viewer, engine", clippy),
    step(
        "native",
        "Native tests and examples in the documentation",
        native,
    ),
    step("docs", "The documentation builds without a warning", docs),
    step("build", "The modules, as they ship", modules),
    after_build("size", "Sizes against their budgets", sizes),
    step(
        "schema",
        "The types of the document are those of its schema",
        schemas,
    ),
    after_build("types", "The page's types", types),
    after_build("node", "The modules in Node", node),
    after_build("e2e", "The page in Chromium", e2e),
];

const fn step(name: &'static str, heading: &'static str, work: fn() -> Result<Tally>) -> Step {
    Step {
        name,
        heading,
        work,
        needs_modules: false,
    }
}

const fn after_build(
    name: &'static str,
    heading: &'static str,
    work: fn() -> Result<Tally>,
) -> Step {
    Step {
        needs_modules: true,
        ..step(name, heading, work)
    }
}

/// How a step ended.
enum Outcome {
    Done(Tally),
    Failed(String),
    NotRun,
}

/// Runs the steps named, or all; the last line printed is `N passed, N failed`.
pub fn run_verb(mut arguments: Arguments) -> ExitCode {
    if arguments.switch("--list") {
        for step in &STEPS {
            println!("  {:8} {}", step.name, step.heading);
        }
        return ExitCode::SUCCESS;
    }
    let wanted = arguments.0;
    let known = |name: &String| STEPS.iter().any(|step| step.name == name);
    let prepared = match wanted.iter().find(|name| !known(name)) {
        Some(unknown) => Err(format!(
            "There is no step `{unknown}`: see `cargo xtask test --list`."
        )),
        None => setup::everything(),
    };
    if let Err(message) = prepared {
        eprintln!("\n{message}");
        println!("0 passed, 1 failed");
        return ExitCode::FAILURE;
    }

    let mut outcomes: Vec<(&Step, Outcome, Duration)> = Vec::new();
    let mut modules = true;
    for step in &STEPS {
        if !wanted.is_empty() && !wanted.iter().any(|name| name == step.name) {
            continue;
        }
        let start = Instant::now();
        let outcome = if step.needs_modules && !modules {
            Outcome::NotRun
        } else {
            println!("\n== {} ==", step.heading);
            match (step.work)() {
                Ok(tally) => Outcome::Done(tally),
                Err(message) => {
                    println!("{message}");
                    Outcome::Failed(message)
                }
            }
        };
        modules &= step.name != "build" || matches!(outcome, Outcome::Done(_));
        outcomes.push((step, outcome, start.elapsed()));
    }
    summary(&outcomes)
}

/// What happened, a line a step, and the sum. A step that is no test runner counts only when it fails.
fn summary(outcomes: &[(&Step, Outcome, Duration)]) -> ExitCode {
    let mut sum = Tally::default();
    println!("\n== Summary ==");
    for (step, outcome, took) in outcomes {
        let (word, counted, why) = match outcome {
            Outcome::Done(tally) if tally.failed == 0 => ("ok", *tally, ""),
            Outcome::Done(tally) => ("FAILED", *tally, ""),
            Outcome::Failed(message) => ("FAILED", Tally::one_failed(), message.as_str()),
            Outcome::NotRun => ("not run", Tally::one_failed(), "the modules were not built"),
        };
        let why = why.lines().next().unwrap_or_default();
        println!(
            "  {word:8} {:8} {:4} s  {}  {why}",
            step.name,
            took.as_secs(),
            counted.words()
        );
        sum.passed += counted.passed;
        sum.failed += counted.failed;
    }
    println!("\n{} passed, {} failed", sum.passed, sum.failed);
    match sum.failed {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// A check that is no test: it holds, or the step fails.
fn check(command: &mut Command) -> Result<Tally> {
    run(command).map(|()| Tally::default())
}

fn fmt() -> Result<Tally> {
    check(cargo().args(["fmt", "--all", "--check", "--", "--files-with-diff"]))
}

fn clippy() -> Result<Tally> {
    let lint = |arguments: &[&str]| {
        run(cargo()
            .args(["clippy"])
            .args(arguments)
            .args(["--", "-D", "warnings"]))
    };
    lint(&["--workspace", "--all-targets", "--features", "cli,schema"])?;
    for artifact in &build::ARTIFACTS {
        let target = [
            "--lib",
            "--target",
            "wasm32-unknown-unknown",
            "--no-default-features",
        ];
        lint(&[&target[..], &["--features", artifact.feature]].concat())?;
    }
    Ok(Tally::default())
}

/// Where the native tests leave the pictures that the browser measures again.
fn pictures() -> PathBuf {
    target().join("pictures")
}

fn native() -> Result<Tally> {
    let folder = pictures();
    // Pictures of kinds that are gone would be measured for ever.
    std::fs::remove_dir_all(&folder).ok();
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}.", folder.display()))?;
    let tests = [
        "test",
        "--workspace",
        "--no-fail-fast",
        "--features",
        "cli,schema",
    ];
    let (succeeded, output) = run_and_keep(cargo().args(tests).env("PULSO_PICTURES", &folder))?;
    of_cargo(&output).or_else_failed(succeeded)
}

fn docs() -> Result<Tally> {
    check(
        cargo()
            .args(["doc", "--no-deps", "--features", "cli,schema"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn modules() -> Result<Tally> {
    build::all(Profile::Release).map(|()| Tally::default())
}

fn sizes() -> Result<Tally> {
    size::check().map(|()| Tally::default())
}

fn schemas() -> Result<Tally> {
    schema::generate(schema::Mode::Check).map(|()| Tally::default())
}

fn types() -> Result<Tally> {
    check(program("tsc").args(["--noEmit", "--project", "www/jsconfig.json"]))
}

fn node() -> Result<Tally> {
    node_tests("tests/node", |_| {})
}

/// The page is served by the server that people use.
fn e2e() -> Result<Tally> {
    let server = Server::bind(0, serve::studio())?;
    let address = server.address()?;
    let chrome = browser::find_or_install()?;
    server.serve_in_background();
    node_tests("tests/e2e", |command| {
        command
            .env("PULSO_ADDRESS", &address)
            .env("CHROME", &chrome);
        if pictures().is_dir() {
            command.env("PULSO_PICTURES", pictures());
        }
    })
}

fn node_tests(folder: &str, prepare: impl FnOnce(&mut Command)) -> Result<Tally> {
    let mut files = test_files(&root().join(folder))?;
    files.sort();
    let mut command = program("node");
    command.args(["--test", "--test-reporter=spec"]).args(files);
    prepare(&mut command);
    let (succeeded, output) = run_and_keep(&mut command)?;
    of_node(&output).or_else_failed(succeeded)
}

fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}.", folder.display()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let files: Vec<PathBuf> = paths
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    // Without a file, Node would look for tests everywhere.
    match files.is_empty() {
        true => Err(format!("{} holds no *.test.mjs.", folder.display())),
        false => Ok(files),
    }
}
