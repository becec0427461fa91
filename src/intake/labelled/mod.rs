//! Files whose columns carry labels: SPSS (`.sav`, `.zsav`, `.por`), Stata (`.dta`), SAS transport (`.xpt`).
//!
//! A file is kept as its bytes and unpacked record by record. Dates become ISO 8601; lengths of time stay seconds. Answers that are
//! missing for a reason stay in the data as their codes, and the codebook names them.

mod bytes;
mod cell;
mod described;
mod dta;
mod kind;
mod names;
mod por;
mod range;
mod sav;
mod time;
mod words;
mod xpt;

use super::{About, Choice, Format, Taken};
use crate::error::{Error, Result, Warned};

/// Takes a file of this room in.
///
/// # Errors
/// `damaged_file` with the `part`, `no_table`, `too_many_columns`, `too_many_rows`, `inflates_too_far`, `unknown_release`;
/// `not_a_table` for any other format.
pub(super) fn take(bytes: Vec<u8>, format: Format, choice: &Choice) -> Result<Warned<Taken>> {
    match format {
        Format::Sav => sav::take(bytes, choice),
        Format::Por => por::take(bytes, choice),
        Format::Dta => dta::take(bytes, choice),
        Format::Xpt => xpt::take(bytes, choice),
        other => Err(Error::new("not_a_table").with("looks_like", other.name())),
    }
}

/// What is always true of such a file.
fn about(format: &str, tool: &str) -> About {
    About {
        format: format.into(),
        tool: tool.into(),
        header_rows: 1,
        ..About::default()
    }
}
