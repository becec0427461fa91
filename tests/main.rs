//! Every integration test in one binary: one link, one run, one place to look.

mod codebook;
mod hostile;
mod read;
