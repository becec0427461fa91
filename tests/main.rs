//! Every integration test in one binary: one link, one run, one place to look.

mod hostile;
mod property;
mod reference;
mod support;
