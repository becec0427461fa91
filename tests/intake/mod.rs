//! Taking in what is no plain CSV.

mod indicators;
