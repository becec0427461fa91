//! Standard output and standard error.

use super::arguments::ErrorFormat;
use super::files::cannot;
use pulso::error::Error;
use pulso::locale::{self, Locale};
use std::io::Write as _;
use std::path::Path;

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
