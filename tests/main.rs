//! Every integration test in one binary: one link, one run, one place to look.

mod codebook;
mod command;
mod date;
mod decimal;
mod document;
mod example;
mod golden;
mod hostile;
mod house;
mod indicator;
mod intake;
mod limits;
mod locale;
mod policy;
mod property;
mod random;
mod read;
mod reference;
mod refusals;
mod report;
mod support;
mod theory;
