//! Every integration test in one binary: one link, one run, one place to look.

mod date;
mod document;
mod indicator;
mod locale;
mod read;
mod theory;
