//! Every integration test in one binary: one link, one run, one place to look.

mod locale;

mod golden;
mod report;
mod support;
