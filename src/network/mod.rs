//! Networks: who is tied to whom, and what that says of each member and of the whole.

mod betweenness;
mod component;
mod graph;
mod mixing;
mod transitivity;

pub use betweenness::betweenness;
pub use component::components;
pub use graph::{Graph, Tie};
pub use mixing::{blau, ei_index};
pub use transitivity::transitivity;
