//! The Chromium that tests and benchmarks drive.

use crate::Result;
use crate::project::{answer, program, run};
use std::path::{Path, PathBuf};

const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const PLACES: [&str; 5] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

/// Its path: `CHROME`, the PATH, the usual places; Debian's package where we may install it.
pub fn find_or_install() -> Result<PathBuf> {
    if let Some(found) = find()? {
        return Ok(found);
    }
    if may_use_apt() {
        println!("Installing Chromium from Debian (one to two minutes) …");
        let apt = |arguments: &[&str]| {
            run(program("apt-get")
                .args(["-qq", "-o", "Dpkg::Use-Pty=0"])
                .args(arguments)
                .env("DEBIAN_FRONTEND", "noninteractive"))
        };
        apt(&["update"])?;
        apt(&["install", "--yes", "chromium", "fonts-liberation"])?;
        if let Some(found) = find()? {
            return Ok(found);
        }
    }
    Err(
        "No Chromium was found. Install Chromium or Google Chrome, or name one: CHROME=/path/to/chrome.\n\
         (On Debian and Ubuntu: sudo apt-get install chromium fonts-liberation)"
            .into(),
    )
}

fn find() -> Result<Option<PathBuf>> {
    if let Some(named) = std::env::var_os("CHROME").map(PathBuf::from) {
        return match named.is_file() {
            true => Ok(Some(named)),
            false => Err(format!("CHROME names no file: {}", named.display())),
        };
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|candidate| candidate.is_file());
    Ok(on_path.or_else(|| PLACES.map(PathBuf::from).into_iter().find(|p| p.is_file())))
}

fn may_use_apt() -> bool {
    Path::new("/etc/debian_version").exists()
        && answer(program("id").arg("-u")).as_deref() == Some("0")
}
