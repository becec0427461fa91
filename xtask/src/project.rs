//! Where things are, and how other programs are started.

use crate::Result;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The repository's root.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// Cargo's target folder: the one in force, or the repository's own.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// Tools that setup installs for this repository alone. `cargo clean` takes them along.
pub fn tools() -> PathBuf {
    target().join("tools")
}

/// A program to run in the root, with the repository's own tools first on the PATH.
pub fn program(name: impl Into<OsString>) -> Command {
    let mut path = vec![
        tools().join("bin"),
        root().join("node_modules").join(".bin"),
    ];
    path.extend(std::env::split_paths(
        &std::env::var_os("PATH").unwrap_or_default(),
    ));
    // On Windows, npm's programs are scripts that only the shell finds.
    let name = name.into();
    let mut command = if cfg!(windows) && (name == "npm" || name == "tsc") {
        let mut shell = Command::new("cmd");
        shell.arg("/c").arg(name);
        shell
    } else {
        Command::new(name)
    };
    command.current_dir(root());
    if let Ok(path) = std::env::join_paths(path) {
        command.env("PATH", path);
    }
    command
}

/// The cargo that runs us.
pub fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a program to its end; its output goes to the terminal.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .map_err(|error| format!("`{}` does not start: {error}.", line(command)))?;
    match status.success() {
        true => Ok(()),
        false => Err(format!("`{}` failed ({status}).", line(command))),
    }
}

/// Runs a program and gives what it printed, or nothing when it is absent or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_string();
    output.status.success().then_some(text)
}

/// Runs a program, passing its output on line by line, and gives whether it succeeded with all that it printed.
pub fn run_and_keep(command: &mut Command) -> Result<(bool, String)> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("`{}` does not start: {error}.", line(command)))?;
    let mut kept = String::new();
    if let Some(output) = child.stdout.take() {
        for text in BufReader::new(output).lines().map_while(|line| line.ok()) {
            println!("{text}");
            kept.push_str(&text);
            kept.push('\n');
        }
    }
    std::io::stdout().flush().ok();
    let status = child
        .wait()
        .map_err(|error| format!("`{}` was lost: {error}.", line(command)))?;
    Ok((status.success(), kept))
}

/// Reads a text file of the repository.
pub fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}.", path.display()))
}

/// Writes a file, making its folder.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)
            .map_err(|error| format!("{}: {error}.", folder.display()))?;
    }
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}.", path.display()))
}

/// The version of a package in Cargo.lock.
pub fn locked_version(package: &str) -> Result<String> {
    let lock = read(&root().join("Cargo.lock"))?;
    let wanted = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted);
    lines
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \""))
        .and_then(|rest| rest.strip_suffix('"'))
        .map(String::from)
        .ok_or_else(|| format!("Cargo.lock names no `{package}`."))
}

/// The program and its arguments, as one would type them.
fn line(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    if let Some(name) = Path::new(&words[0]).file_stem() {
        words[0] = name.to_string_lossy().into_owned();
    }
    words.join(" ")
}
