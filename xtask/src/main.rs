//! `cargo xtask …`: everything that is done to the house rather than in it.
//!
//! It has no dependency, so that it compiles in seconds: it is the first thing a newcomer waits for.

mod bench;
mod browser;
mod build;
mod fuzz;
mod generate;
mod package;
mod project;
mod replicated;
mod schema;
mod serve;
mod server;
mod setup;
mod size;
mod spss;
mod tally;
mod test;

use std::process::ExitCode;

/// What went wrong, as a sentence for the person at the terminal.
type Result<T> = std::result::Result<T, String>;

const USAGE: &str = "\
cargo xtask <verb>

  serve [--port N] [--no-open]   set up what is missing, build, and open the studio on the example
  test [step …]                  every check, or only the steps named (`cargo xtask test --list`)

  setup                          find or install what building and testing need
  build [--light] [--only NAME]  the modules for the browser into www/pkg, or one of them; --light is quick and unoptimised
  size                           the sizes that the README shows, against their budgets
  schema [--check]               the document's JSON Schema and TypeScript types from the Rust types
  bench [--rows N] [--runs N]    reading and tabulating beside Arquero and DuckDB-WASM, replicate weights beside R's survey,
                                 a file of SPSS, charts beside Vega-Embed, Plotly and ECharts
                                 (--only tables, replicates, sav or charts)
  fuzz [--target NAME] [--minutes N]  files that nobody would write, until a reader stumbles (10 minutes each)
  package [--out DIR]            a folder that any static host can serve

  serve --dir DIR                serves a folder as it is, builds nothing
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let verb = arguments.next().unwrap_or_default();
    let rest = Arguments(arguments.collect());
    let done = match verb.as_str() {
        "serve" => serve::run(rest),
        "test" => return test::run_verb(rest),
        "setup" => rest.finish().and_then(|()| setup::everything()),
        "build" => build::run_verb(rest),
        "size" => rest.finish().and_then(|()| size::run()),
        "schema" => schema::run_verb(rest),
        "bench" => bench::run_verb(rest),
        "fuzz" => fuzz::run_verb(rest),
        "package" => package::run(rest),
        "" | "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(())
        }
        other => Err(format!("There is no verb `{other}`.\n\n{USAGE}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\n{message}");
            ExitCode::FAILURE
        }
    }
}

/// What follows the verb.
struct Arguments(Vec<String>);

impl Arguments {
    /// Takes a switch, and says whether it was there.
    fn switch(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|argument| argument != name);
        self.0.len() < before
    }

    /// Takes an option with its value.
    fn option(&mut self, name: &str) -> Result<Option<String>> {
        let Some(at) = self.0.iter().position(|argument| argument == name) else {
            return Ok(None);
        };
        if at + 1 >= self.0.len() {
            return Err(format!("`{name}` needs a value."));
        }
        self.0.remove(at);
        Ok(Some(self.0.remove(at)))
    }

    /// Takes an option whose value is a number.
    fn number<T: std::str::FromStr>(&mut self, name: &str) -> Result<Option<T>> {
        self.option(name)?
            .map(|value| {
                value
                    .parse()
                    .map_err(|_| format!("`{name}` needs a number, not `{value}`."))
            })
            .transpose()
    }

    /// Refuses what nobody took.
    fn finish(self) -> Result<()> {
        match self.0.first() {
            None => Ok(()),
            Some(unknown) => Err(format!("`{unknown}` is not understood here.\n\n{USAGE}")),
        }
    }
}
