//! What to draw, as the document says it.

#[cfg(feature = "viewer")]
use crate::codebook::Code;
use crate::locale::Text;
use crate::shape::{Shape, Written};
#[cfg(feature = "viewer")]
use crate::short_map::ShortMap;
use serde::Serialize;

/// A chart of the document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Spec {
    /// Name by which the report and the command line call it.
    pub id: String,
    /// What kind of chart.
    pub kind: ChartKind,
    /// The query whose results are drawn; a `theory` chart takes none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// `small_multiples`: the kind of chart of each panel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<ChartKind>,
    /// `small_multiples`: the key of the results that makes the panels: `country`, another variable of the query's `by`, `item` or
    /// `category`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Title; a sentence made from the data without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// What is measured, below the title; the variable's label without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<Text>,
    /// A note in the footer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// A line to compare with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Reference>,
    /// Countries that stand out, by ISO 3166-1 alpha-3 code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub highlight: Vec<String>,
    /// Countries that are drawn; all without it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<String>,
    /// Order of the rows.
    #[serde(default)]
    pub order: Order,
    /// `ranking`: bars instead of dots.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bars: bool,
    /// `likert`: where the neutral answer stands.
    #[serde(default)]
    pub likert: Likert,
    /// `scatter`: the query of the upright axis; `query` is that of the level one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<String>,
    /// What is to be said of single rows.
    #[serde(default, skip_serializing_if = "Annotations::is_empty")]
    pub annotations: Annotations,
}

/// What is said of the rows that have these keys.
#[cfg(feature = "viewer")]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Annotation {
    /// Keys of the results: `{"country": "PER"}`; `item` and `category` among them.
    pub at: ShortMap<String, Code>,
    /// A short text.
    pub text: Text,
}

#[cfg(feature = "viewer")]
type Annotations = Vec<Annotation>;
// The small engine draws nothing.
#[cfg(not(feature = "viewer"))]
type Annotations = crate::json::Value;

/// The kind of a chart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChartKind {
    /// Countries by value: a dot with its interval, or a bar.
    #[default]
    Ranking,
    /// Bars of several categories for each country.
    GroupedBars,
    /// Answers of a scale, diverging from the middle.
    Likert,
    /// A cell for each row and column: the stage of a policy by country and date, or a number by country and period, answer or group.
    Heatmap,
    /// The 33 states of the region as equal tiles, by class of a number or by stage of a policy.
    TileMap,
    /// The same by their boundaries.
    Map,
    /// A lane for each country with the stages of a policy from event to event.
    Timeline,
    /// The share of countries that have reached a stage, by date.
    Adoption,
    /// Columns of a theory of change with the status of each node.
    Theory,
    /// Points of leverage by place.
    Leverage,
    /// Who is tied to whom.
    Network,
    /// The numbers themselves.
    Table,
    /// Values over time: a line with its interval for each country.
    Trend,
    /// Two values of each country, joined between two axes.
    Slope,
    /// Two values of each country on one lane, joined.
    Dumbbell,
    /// How a population is spread: bars of ordered answers, or a box of quantiles, for each country.
    Distribution,
    /// Two queries' estimates of each country, one against the other.
    Scatter,
    /// Another kind once for each value of a key, on one axis.
    SmallMultiples,
}

impl ChartKind {
    /// Whether the small viewer draws it.
    pub fn is_common(self) -> bool {
        matches!(
            self,
            ChartKind::Ranking
                | ChartKind::GroupedBars
                | ChartKind::Likert
                | ChartKind::Heatmap
                | ChartKind::TileMap
                | ChartKind::Theory
                | ChartKind::Table
        )
    }
}

/// A line to compare with.
#[derive(Debug, Clone, PartialEq, Serialize, Written)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Reference {
    /// `average`, or the code of a country.
    Row(String),
    /// A fixed value, in the estimate's unit.
    Value(f64),
}

/// Order of the rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By value, the greatest first; a Likert by net agreement.
    #[default]
    Value,
    /// By name in the reader's language.
    Name,
    /// As the results give them.
    Given,
}

/// Where the neutral answer of a Likert chart stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Likert {
    /// Half on either side of the middle.
    #[default]
    Centred,
    /// Apart, at the right.
    Aside,
    /// All answers stacked from the left to 100%.
    Stacked,
}
