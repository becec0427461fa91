//! Standard output and standard error.

use super::arguments::ErrorFormat;
use super::files::cannot;
use pulso::error::Error;
use pulso::locale::{self, Locale};
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};

/// What Rust's programs end with when they panic.
const PANICKED: u8 = 101;

/// Runs the program. The library of Parquet panics on damaged files; that is caught where it is called, and the file refused in
/// words. Only a panic that nobody caught is told as it is: a fault of this program.
pub fn to_the_end(run: impl FnOnce() -> ExitCode) -> ExitCode {
    let last = Arc::new(Mutex::new(String::new()));
    let kept = last.clone();
    set_hook(Box::new(move |panic| {
        if let Ok(mut kept) = kept.lock() {
            *kept = panic.to_string();
        }
    }));
    // Nothing of the run is looked at afterwards.
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| {
        if let Ok(last) = last.lock() {
            eprintln!("{last}");
        }
        ExitCode::from(PANICKED)
    })
}

pub fn print(text: String) -> Result<(), Vec<Error>> {
    write_out(text.as_bytes())
}

pub fn write_out(bytes: &[u8]) -> Result<(), Vec<Error>> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        // A reader that has seen enough, such as `head`, closes the pipe: that is no failure of ours.
        Err(failure) if failure.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(vec![cannot("cannot_write", Path::new("-"), &failure)])
        }
        _ => Ok(()),
    }
}

pub fn complain(errors: &[Error], format: ErrorFormat) {
    match format {
        ErrorFormat::Json => eprintln!(
            "{}",
            serde_json::to_string_pretty(errors).unwrap_or_default()
        ),
        ErrorFormat::Text => errors
            .iter()
            .for_each(|error| eprintln!("{}", locale::explain(error, &system_locale()))),
    }
}

pub fn warn(warnings: &[Error], format: ErrorFormat) {
    // As JSON they stand in the results; standard error then holds errors alone.
    if matches!(format, ErrorFormat::Text) {
        complain(warnings, format);
    }
}

/// The language of the terminal, where it is one of ours.
pub fn system_locale() -> Locale {
    let spoken = std::env::var("LC_ALL")
        .or_else(|_| std::env::var("LANG"))
        .unwrap_or_default();
    let tag = spoken
        .split('.')
        .next()
        .unwrap_or_default()
        .replace('_', "-");
    let ours = ["es", "pt", "en", "fr"]
        .iter()
        .any(|language| tag.starts_with(language));
    Locale(if ours { tag } else { "en".into() })
}
