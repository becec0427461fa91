//! Words and numbers: against what Intl says, against the region's list of states, and against the codes that the source raises.

mod catalogue;
mod country;
mod explain;
mod format;
