//! `cargo xtask package`: a folder that any static host can serve.

use crate::build::Profile;
use crate::project::root;
use crate::serve::studio;
use crate::{Arguments, Result, build, setup};
use std::path::{Path, PathBuf};

/// Copies the page, the modules and the examples, as `serve` lays them out.
pub fn run(mut arguments: Arguments) -> Result<()> {
    let out = arguments.option("--out")?;
    arguments.finish()?;
    let out = out.map_or_else(|| root().join("dist"), PathBuf::from);
    setup::for_building()?;
    build::all(Profile::Release)?;

    let mut files = 0;
    for (prefix, folder) in studio() {
        files += copy(&folder, &out.join(prefix.trim_matches('/')))?;
    }
    println!("{files} files in {}", out.display());
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<usize> {
    let failed = |error| format!("{}: {error}.", from.display());
    std::fs::create_dir_all(to).map_err(failed)?;
    let mut files = 0;
    for entry in std::fs::read_dir(from).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().unwrap_or_default();
        // Nothing of ours starts with a point; wasm-pack leaves a .gitignore that some hosts obey.
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        if path.is_dir() {
            files += copy(&path, &to.join(name))?;
        } else {
            std::fs::copy(&path, to.join(name)).map_err(failed)?;
            files += 1;
        }
    }
    Ok(files)
}
