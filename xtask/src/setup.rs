//! Finds what building and testing need, and installs what is missing into the repository's own folders.

use crate::build::TRIPLE;
use crate::project::{
    answer, cargo, locked_version, program, read, root, run, target, tools, write,
};
use crate::{Result, browser};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::time::Instant;

/// What any build needs.
pub fn for_building() -> Result<()> {
    node()?;
    wasm_target()?;
    wasm_bindgen()?;
    wasm_pack()?;
    npm_packages(&root())
}

/// What any test needs on top.
pub fn everything() -> Result<()> {
    for_building()?;
    browser::find_or_install().map(|_| ())
}

/// Node's own packages of a folder, as its lock file says; nothing is done when they already are.
pub fn npm_packages(folder: &Path) -> Result<()> {
    let mut hasher = DefaultHasher::new();
    read(&folder.join("package-lock.json"))?.hash(&mut hasher);
    let wanted = format!("{:016x}\n", hasher.finish());
    let stamp = folder.join("node_modules").join(".installed-from");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    installing("packages from npm", "under a minute", || {
        run(program("npm")
            .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            .current_dir(folder))
    })?;
    write(&stamp, wanted)
}

fn node() -> Result<()> {
    let version = answer(program("node").arg("--version"));
    let major = version.as_deref().and_then(|version| {
        let digits = version.trim_start_matches('v').split('.').next()?;
        digits.parse::<u32>().ok()
    });
    match (major, version) {
        (Some(20..), _) => Ok(()),
        (_, Some(old)) => Err(format!(
            "Node {old} is too old: version 20 or newer is needed. See https://nodejs.org."
        )),
        (_, None) => Err("Node 20 or newer is needed, with npm. See https://nodejs.org.".into()),
    }
}

fn wasm_target() -> Result<()> {
    let sysroot = answer(program("rustc").args(["--print", "sysroot"]))
        .ok_or("`rustc` is not on the PATH. See https://rustup.rs.")?;
    if Path::new(&sysroot)
        .join("lib/rustlib")
        .join(TRIPLE)
        .is_dir()
    {
        return Ok(());
    }
    if answer(program("rustup").arg("--version")).is_none() {
        return Err(format!(
            "This Rust cannot build for the browser: its target {TRIPLE} is missing and there is no rustup to add it.\n\
             Install Rust from https://rustup.rs, or add your system's package of the target."
        ));
    }
    installing("Rust's target for the browser", "under a minute", || {
        run(program("rustup").args(["target", "add", TRIPLE]))
    })
}

/// The glue's generator must be of exactly the version of the library that the module was compiled with.
fn wasm_bindgen() -> Result<()> {
    let wanted = locked_version("wasm-bindgen")?;
    let found = answer(program("wasm-bindgen").arg("--version"));
    if found.is_some_and(|found| found.split_whitespace().nth(1) == Some(&wanted)) {
        return Ok(());
    }
    cargo_install("wasm-bindgen-cli", Some(&wanted))
}

fn wasm_pack() -> Result<()> {
    match answer(program("wasm-pack").arg("--version")) {
        Some(_) => Ok(()),
        None => cargo_install("wasm-pack", None),
    }
}

fn cargo_install(name: &str, version: Option<&str>) -> Result<()> {
    let install = |locked: bool| {
        let mut command = cargo();
        // A folder of its own: these builds share nothing with ours, and a second try finds the first one's work.
        command.args(["install", "--quiet", "--force", name, "--root"]);
        command.arg(tools()).arg("--target-dir").arg(building());
        if let Some(version) = version {
            command.args(["--version", version]);
        }
        if locked {
            command.arg("--locked");
        }
        run(&mut command)
    };
    installing(name, "two to four minutes", || {
        // A registry's mirror may lag behind the versions that a lock file names.
        install(true).or_else(|_| {
            println!("  trying again with the newest versions that are compatible");
            install(false)
        })
    })?;
    std::fs::remove_dir_all(building()).ok();
    Ok(())
}

fn building() -> std::path::PathBuf {
    target().join("tools-build")
}

fn installing(what: &str, how_long: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("Installing {what} ({how_long}) …");
    let start = Instant::now();
    work()?;
    println!("  done in {} s", start.elapsed().as_secs());
    Ok(())
}
