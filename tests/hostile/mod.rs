//! Input that means harm, or was harmed: an error or a result, never a panic, and the reader works afterwards.

mod csv;
