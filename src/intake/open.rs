//! From a file to what reads its kind.

use super::format::{Format, of};
use super::{Choice, Taken};
use crate::error::{Error, Result, Warned};

/// Takes a file in, as far as this module knows its kind.
pub(super) fn open(bytes: Vec<u8>, choice: &Choice) -> Result<Warned<Taken>> {
    match of(&bytes) {
        #[cfg(feature = "labelled")]
        format @ (Format::Sav | Format::Por | Format::Dta | Format::Xpt) => {
            super::labelled::take(bytes, format, choice)
        }
        #[cfg(feature = "parquet")]
        Format::Parquet => super::parquet::take(bytes),
        #[cfg(feature = "tools")]
        _ => super::unpack::open(bytes, choice, 0),
        #[cfg(not(feature = "tools"))]
        format => Err(not_a_table(format)),
    }
}

/// What a file that holds no table looks like.
pub(super) fn not_a_table(format: Format) -> Error {
    Error::new("not_a_table").with("looks_like", format.name())
}
