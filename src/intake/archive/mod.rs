//! Archives and compressed files: what is in them is taken in as if it had come by itself.

mod files;
mod gzip;
mod inflate;
mod name;
mod sum;
mod zip;

pub(super) use files::{main, tables};
pub(super) use gzip::whole as gunzip;
pub(super) use inflate::{Inflating, failure};
pub(super) use zip::Zip;
