//! `cargo xtask serve`: from a clean clone to the studio.

use crate::build::Profile;
use crate::project::{program, root};
use crate::server::{Routes, Server};
use crate::{Arguments, Result, build, setup};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::Stdio;

const PORT: u16 = 8080;

/// Sets up, builds, serves and opens.
pub fn run(mut arguments: Arguments) -> Result<()> {
    let port = arguments.number("--port")?;
    let open = !arguments.switch("--no-open");
    let light = arguments.switch("--light");
    let build = !arguments.switch("--no-build");
    let folder = arguments.option("--dir")?;
    arguments.finish()?;

    let routes = match folder {
        Some(folder) => vec![("/", PathBuf::from(folder))],
        None => {
            if build {
                setup::for_building()?;
                build::all(if light {
                    Profile::Light
                } else {
                    Profile::Release
                })?;
            }
            studio()
        }
    };
    let server = match port {
        Some(port) => Server::bind(port, routes)?,
        // Somebody else's port is no reason not to start.
        None => Server::bind(PORT, routes.clone()).or_else(|_| Server::bind(0, routes))?,
    };
    let address = server.address()?;
    println!("\nPulso is at {address}/ (Ctrl+C ends it)");
    if open && std::io::stdout().is_terminal() {
        open_in_browser(&address);
    }
    server.serve();
    Ok(())
}

/// What the studio is made of: the page and, beside it, the examples.
pub fn studio() -> Routes {
    vec![
        ("/examples/", root().join("examples")),
        ("/", root().join("www")),
    ]
}

/// Opens the person's browser, where there is one; the address stands in the terminal in any case.
fn open_in_browser(address: &str) {
    let mut command = if cfg!(target_os = "macos") {
        program("open")
    } else if cfg!(windows) {
        program("explorer")
    } else {
        let has_screen = |name| std::env::var_os(name).is_some();
        if !has_screen("DISPLAY") && !has_screen("WAYLAND_DISPLAY") {
            return;
        }
        program("xdg-open")
    };
    command
        .arg(format!("{address}/"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok();
}
