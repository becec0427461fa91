//! The document: one file that says what to read, what to compute, what to draw and how to publish.

#[cfg(feature = "complete")]
mod absence;
#[cfg(all(feature = "complete", feature = "viewer"))]
mod annotated;
#[cfg(feature = "engine")]
mod answer;
#[cfg(feature = "engine")]
mod asked;
#[cfg(feature = "engine")]
mod atom;
mod block;
mod check;
mod comparison;
#[cfg(feature = "engine")]
mod composite;
mod condition;
mod dataset;
mod design;
#[cfg(feature = "engine")]
mod domain;
mod either;
mod estimate_kind;
#[cfg(feature = "engine")]
mod estimates;
#[cfg(feature = "engine")]
mod group;
#[cfg(feature = "engine")]
mod hide;
#[cfg(feature = "engine")]
mod index;
#[cfg(feature = "complete")]
mod indicators;
mod interval;
#[cfg(feature = "engine")]
mod kept;
#[cfg(feature = "engine")]
mod letters;
#[cfg(feature = "engine")]
mod margin;
#[cfg(feature = "complete")]
mod network;
#[cfg(feature = "engine")]
mod number;
mod parse;
#[cfg(feature = "engine")]
mod pooled;
#[cfg(feature = "engine")]
mod propose;
mod prune;
mod publication;
mod query;
#[cfg(feature = "engine")]
mod reading;
#[cfg(feature = "engine")]
mod run;
#[cfg(feature = "engine")]
mod scale;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "engine")]
mod sheet;
#[cfg(feature = "engine")]
mod sources;
#[cfg(feature = "engine")]
mod space;
mod suppress;
#[cfg(feature = "engine")]
mod survey;
mod variable;
#[cfg(feature = "engine")]
mod view;
#[cfg(feature = "engine")]
mod withhold;

#[cfg(feature = "complete")]
pub use absence::{Absence, Reason};
pub use block::Block;
pub use comparison::{Adjust, Average, AverageWeights, Compare, Trend};
pub use condition::Condition;
pub use dataset::{Basis, Dataset, DatasetKind};
pub use design::{
    Calibrate, Design, LonelyPsu, Margin, Preset, Rake, ReplicateColumns, ReplicateMethod,
    Replicates, ReplicatesFromDesign,
};
pub use estimate_kind::{EstimateKind, Family, IndependenceTest, QuantileRule};
#[cfg(feature = "engine")]
pub use index::{Aggregation, Composite, CompositeIndicator, Normalisation};
pub use interval::{Interval, IntervalMethod};
#[cfg(feature = "engine")]
pub(crate) use parse::shape_of;
#[cfg(feature = "engine")]
pub use propose::Proposal;
pub use publication::{Publication, Published, SHARED};
#[cfg(feature = "complete")]
pub use query::Measure;
pub use query::{Of, Query, SamplingVariance};
#[cfg(feature = "schema")]
pub use schema::schema;
#[cfg(feature = "engine")]
pub use sources::{Sources, own_codebook};
pub use suppress::{Suppress, SuppressRule};
pub use variable::{Bands, Comparability, DerivedVariable, Index, Multiple, Recode};

use crate::chart::{Brand, Spec};
use crate::locale::{Locale, Text};
#[cfg(feature = "engine")]
use crate::shape::name;
use crate::shape::{Shape, Written};
use crate::theory::Theory;
use serde::Serialize;

/// A Pulso document, version 1. Unknown fields are refused: a misspelt option must not pass as a default.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Version of the format: 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1)))]
    pub pulso: u32,
    /// What the document is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The language and number habits it opens in.
    #[serde(default)]
    pub locale: Locale,
    /// What to read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub datasets: Vec<Dataset>,
    /// Variables derived from columns, once, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variables: Vec<DerivedVariable>,
    /// What to compute.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub queries: Vec<Query>,
    /// The theory of change that the results are held against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theory: Option<Theory>,
    /// What to draw.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub charts: Vec<Spec>,
    /// Colours and logo of whoever publishes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brand: Option<Brand>,
    /// The report: blocks in reading order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub report: Vec<Block>,
}
