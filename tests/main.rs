//! Every integration test in one binary: one link, one run, one place to look.

mod date;
mod document;
mod golden;
mod report;
mod indicator;
mod locale;
mod policy;
mod hostile;
mod property;
mod codebook;
mod hostile;
mod read;
mod reference;
mod support;
mod theory;
