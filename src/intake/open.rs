//! From a file to what reads its kind.

use super::format::{Format, of};
use super::{Choice, Taken};
use crate::error::{Error, Result, Warned};

/// Takes a file in, as far as this module knows its kind. `beside` is what its publisher hands out beside it.
pub(super) fn open(bytes: Vec<u8>, beside: Option<&str>, choice: &Choice) -> Result<Warned<Taken>> {
    let format = of(&bytes);
    #[cfg(feature = "tools")]
    {
        let beside = beside.map(crate::json::read).transpose()?;
        if let Some(taken) = super::indicator::take(&bytes, format, beside.as_ref(), choice)? {
            return Ok(taken);
        }
    }
    #[cfg(not(feature = "tools"))]
    let _ = (beside, choice);
    match format {
        #[cfg(feature = "labelled")]
        Format::Sav | Format::Por | Format::Dta | Format::Xpt => {
            super::labelled::take(bytes, format, choice)
        }
        #[cfg(feature = "parquet")]
        Format::Parquet => super::parquet::take(bytes),
        #[cfg(feature = "tools")]
        _ => super::unpack::open(bytes, choice, 0),
        #[cfg(not(feature = "tools"))]
        _ => Err(not_a_table(format)),
    }
}

/// What a file that holds no table looks like.
pub(super) fn not_a_table(format: Format) -> Error {
    Error::new("not_a_table").with("looks_like", format.name())
}
