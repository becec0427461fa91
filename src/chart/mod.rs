//! From results to a scene: Spec → Series → Placed → Scene.

mod spec;

pub use spec::{ChartKind, Likert, Order, Reference, Spec};
