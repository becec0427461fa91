//! The command line: converts, never computes.

fn main() {}
