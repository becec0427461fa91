//! The parts of the command line: what is asked, what is read, what is said.

pub mod arguments;
pub mod codebook;
pub mod describe;
pub mod files;
pub mod terminal;
