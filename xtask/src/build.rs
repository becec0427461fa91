//! The modules for the browser, through `wasm-pack`.

use crate::project::{answer, cargo, program, read, root, run, target, write};
use crate::{Arguments, Result, setup};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// What browsers run.
pub const TRIPLE: &str = "wasm32-unknown-unknown";

/// A module that the page loads.
pub struct Artifact {
    /// The cargo feature that makes it, and its folder in `www/pkg`.
    pub feature: &'static str,
    /// What rustc may use beyond WebAssembly's base. SIMD finds a file's quotes and line ends sixteen bytes at a time.
    target_features: &'static str,
    /// What rustc optimises for, as in a cargo profile. An embed waits for the viewer to arrive, and a survey for the engine to
    /// compute.
    opt_level: &'static str,
    /// What wasm-opt optimises for.
    wasm_opt: &'static [&'static str],
    /// The most it may weigh, compressed with brotli, in kilobytes of 1000 bytes.
    pub budget_kb: u64,
}

/// What wasm-opt does to the viewers. Functions that are called once stay where they are: pulled into one giant, they compress worse.
const VIEWER_OPT: &[&str] = &[
    "--generate-global-effects",
    "--one-caller-inline-max-function-size=0",
    "-Oz",
    "--converge",
    // Which tools made it, and what they were allowed to use.
    "--strip-producers",
    "--strip-target-features",
];

/// The modules: what an embed or a report loads, what opens data, what is asked for more, and what takes other files in.
pub const ARTIFACTS: [Artifact; 7] = [
    Artifact {
        feature: "viewer",
        target_features: "",
        opt_level: "z",
        wasm_opt: VIEWER_OPT,
        budget_kb: 150,
    },
    // The viewer with every kind of chart; a page loads it instead when its document asks for one of them.
    Artifact {
        feature: "atlas",
        target_features: "",
        opt_level: "z",
        wasm_opt: VIEWER_OPT,
        budget_kb: 230,
    },
    Artifact {
        feature: "engine",
        target_features: "+simd128",
        opt_level: "s",
        // By itself wasm-opt puts every function that has one caller into it: a few functions of enormous size, slower to
        // optimise in the browser and a tenth heavier.
        wasm_opt: &["-O3", "--one-caller-inline-max-function-size=0"],
        budget_kb: 305,
    },
    // The engine with what most documents do not ask; the worker loads it when one does.
    Artifact {
        feature: "complete",
        target_features: "+simd128",
        opt_level: "s",
        wasm_opt: &["-O3", "--one-caller-inline-max-function-size=0"],
        budget_kb: 445,
    },
    // Tools' exports, workbooks, archives and codebooks; the worker loads it when a file is opened. Repeated groups, joined to the
    // records that they belong to, took it beyond 220 KB.
    Artifact {
        feature: "tools",
        target_features: "",
        opt_level: "s",
        wasm_opt: &["-O3", "--one-caller-inline-max-function-size=0"],
        budget_kb: 230,
    },
    // SPSS, Stata and SAS; the worker loads it for such a file, and the next for a file of columns.
    Artifact {
        feature: "labelled",
        target_features: "",
        opt_level: "s",
        wasm_opt: &["-O3", "--one-caller-inline-max-function-size=0"],
        budget_kb: 130,
    },
    Artifact {
        feature: "parquet",
        target_features: "",
        opt_level: "s",
        wasm_opt: &["-O3", "--one-caller-inline-max-function-size=0"],
        budget_kb: 400,
    },
];

impl Artifact {
    /// Where cargo builds it. Viewer and engine differ in rustc's flags: in one folder each would undo the other's work. Both sizes
    /// of each share what they are made of.
    fn target(&self) -> PathBuf {
        let folder = match self.feature {
            "complete" => "engine",
            "atlas" => "viewer",
            "labelled" | "parquet" => "tools",
            feature => feature,
        };
        target().join("wasm").join(folder)
    }

    /// Where its files are.
    pub fn folder(&self) -> PathBuf {
        root().join("www").join("pkg").join(self.feature)
    }

    /// The module itself.
    pub fn module(&self) -> PathBuf {
        self.folder().join("pulso_bg.wasm")
    }
}

/// How a module is compiled.
#[derive(Clone, Copy, PartialEq)]
pub enum Profile {
    /// As it ships: minutes from a clean clone.
    Release,
    /// Hardly optimised, in a fraction of the time: for trying a change in the page.
    Light,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Profile::Release => "release",
            Profile::Light => "light",
        }
    }
}

/// `cargo xtask build`.
pub fn run_verb(mut arguments: Arguments) -> Result<()> {
    let profile = match arguments.switch("--light") {
        true => Profile::Light,
        false => Profile::Release,
    };
    let only = arguments.option("--only")?;
    arguments.finish()?;
    setup::for_building()?;
    let Some(only) = only else {
        return all(profile);
    };
    let known = ARTIFACTS.iter().find(|artifact| artifact.feature == only);
    let names = ARTIFACTS.map(|artifact| artifact.feature).join(", ");
    build(
        known.ok_or_else(|| format!("There is no module `{only}`: {names}."))?,
        profile,
    )?;
    bundle()
}

/// Builds what has changed of the modules.
pub fn all(profile: Profile) -> Result<()> {
    if ARTIFACTS.iter().any(|artifact| !artifact.target().exists()) {
        println!(
            "Building the modules. The first time takes five to eight minutes on two cores, later ones seconds."
        );
    }
    ARTIFACTS
        .iter()
        .try_for_each(|artifact| build(artifact, profile))?;
    bundle()
}

/// The script of a self-contained report: the chart element with the viewer inside.
fn bundle() -> Result<()> {
    run(program("node").arg("xtask/bundle.mjs"))
}

/// cargo decides whether anything changed. Only when its module differs from the last one do wasm-bindgen and wasm-opt,
/// which know no such thing, run again.
fn build(artifact: &Artifact, profile: Profile) -> Result<()> {
    let start = Instant::now();
    let features = ["--no-default-features", "--features", artifact.feature];
    run(in_its_place(&mut cargo(), artifact)
        .args(["build", "--lib", "--package", "pulso", "--target", TRIPLE])
        .args(["--profile", profile.name()])
        .args(features))?;

    let stamp = artifact
        .target()
        .join(format!("packed-from-{}", artifact.feature));
    let wanted = fingerprint(artifact, profile)?;
    let fresh = std::fs::read_to_string(&stamp).is_ok_and(|packed_from| packed_from == wanted);
    if fresh && artifact.module().exists() {
        println!("{}: nothing changed", artifact.feature);
        return Ok(());
    }

    // A module of an earlier build must not pass for this one if wasm-pack stops half way.
    std::fs::remove_file(&stamp).ok();
    run(in_its_place(&mut program("wasm-pack"), artifact)
        .args(["--log-level", "error", "build", "--target", "web"])
        .args(["--mode", "no-install", "--no-pack", "--out-name", "pulso"])
        .args(match profile {
            Profile::Release => vec!["--release"],
            Profile::Light => vec!["--profile", profile.name()],
        })
        // wasm-pack would treat the modules alike.
        .arg("--no-opt")
        .arg("--out-dir")
        .arg(artifact.folder())
        .args(features))?;
    if profile == Profile::Release {
        // wasm-opt reads in the module which features rustc used, and uses no other.
        run(program("wasm-opt")
            .args(artifact.wasm_opt)
            .arg(artifact.module())
            .arg("-o")
            .arg(artifact.module()))?;
    }
    write(&stamp, wanted)?;
    println!(
        "{}: built in {} s",
        artifact.feature,
        start.elapsed().as_secs()
    );
    Ok(())
}

/// Gives cargo, and the cargo that wasm-pack starts, the artifact's folder and flags.
fn in_its_place<'a>(command: &'a mut Command, artifact: &Artifact) -> &'a mut Command {
    command
        .env("CARGO_TARGET_DIR", artifact.target())
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", artifact.opt_level)
        .env("CARGO_ENCODED_RUSTFLAGS", rustc_flags(artifact))
}

/// Everything that decides what wasm-pack makes of cargo's module.
fn fingerprint(artifact: &Artifact, profile: Profile) -> Result<String> {
    let folder = artifact.target().join(TRIPLE).join(profile.name());
    let module = folder.join("pulso.wasm");
    let bytes = std::fs::read(&module)
        .map_err(|error| format!("cargo left no module at {}: {error}.", module.display()))?;
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    artifact.wasm_opt.hash(&mut hasher);
    read(&root().join("Cargo.toml"))?.hash(&mut hasher);
    for tool in ["wasm-pack", "wasm-bindgen", "wasm-opt"] {
        answer(program(tool).arg("--version")).hash(&mut hasher);
    }
    Ok(format!("{} {:016x}\n", profile.name(), hasher.finish()))
}

/// Flags of rustc, divided as cargo divides them. Paths are cut from panic messages: a module says nothing about the
/// machine that built it, and is the same wherever the sources lie.
fn rustc_flags(artifact: &Artifact) -> String {
    let mut flags = vec![
        format!("--remap-path-prefix={}=pulso", root().display()),
        format!("--remap-path-prefix={}=cargo", cargo_home().display()),
    ];
    // Where the standard library's sources are installed, rustc names their place.
    if let Some(sysroot) = answer(program("rustc").args(["--print", "sysroot"])) {
        let sources = Path::new(&sysroot).join("lib/rustlib/src/rust");
        flags.push(format!("--remap-path-prefix={}=rust", sources.display()));
    }
    if !artifact.target_features.is_empty() {
        flags.push(format!("-Ctarget-feature={}", artifact.target_features));
    }
    flags.join("\u{1f}")
}

fn cargo_home() -> PathBuf {
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
    std::env::var_os("CARGO_HOME").map_or_else(
        || Path::new(&home.unwrap_or_default()).join(".cargo"),
        PathBuf::from,
    )
}
