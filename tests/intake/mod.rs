//! Files of every kind, taken in.

mod labelled;
