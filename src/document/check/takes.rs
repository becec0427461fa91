//! Which fields of a query an estimate takes.

use crate::document::EstimateKind;

/// What an estimate takes besides `id`, `dataset`, `estimate` and `by`.
pub(super) struct Takes {
    /// Those that must stand.
    pub needed: &'static [&'static str],
    /// Those that may.
    pub optional: &'static [&'static str],
}

impl EstimateKind {
    /// What this estimate takes.
    pub(super) fn takes(self) -> Takes {
        let (needed, optional): (&[_], &[_]) = match self {
            EstimateKind::Mean => (
                &["of"],
                &[
                    "where", "pooled", "ci", "compare", "average", "trend", "suppress",
                ],
            ),
            // Countries add up to their total, whatever their size.
            EstimateKind::Total => (
                &["of"],
                &["where", "ci", "compare", "average", "trend", "suppress"],
            ),
            EstimateKind::Proportion => (
                &["of"],
                &[
                    "of/is",
                    "where",
                    "pooled",
                    "ci",
                    "ci/method",
                    "compare",
                    "average",
                    "trend",
                    "suppress",
                ],
            ),
            EstimateKind::Ratio => (
                &["numerator", "denominator"],
                &[
                    "where", "pooled", "ci", "compare", "average", "trend", "suppress",
                ],
            ),
            EstimateKind::Quantile => (
                &["of", "probs"],
                &[
                    "rule", "where", "pooled", "ci", "compare", "average", "trend", "suppress",
                ],
            ),
            EstimateKind::Variance | EstimateKind::Deviation => (
                &["of"],
                &[
                    "where", "pooled", "ci", "compare", "average", "trend", "suppress",
                ],
            ),
            EstimateKind::Correlation => (
                &["variables"],
                &[
                    "where", "pooled", "ci", "compare", "average", "trend", "suppress",
                ],
            ),
            EstimateKind::Independence => {
                (&["variables"], &["test", "where", "pooled", "suppress"])
            }
            EstimateKind::Regression => (
                &["outcome", "terms"],
                &["family", "where", "pooled", "ci", "suppress"],
            ),
            EstimateKind::Alpha => (&["items"], &["where", "pooled", "ci", "suppress"]),
            EstimateKind::Composite => (&["composite"], &["ci"]),
            EstimateKind::Difference => (&["queries"], &["ci", "suppress"]),
            EstimateKind::Likert => (
                &["items", "positive", "negative"],
                &[
                    "neutral",
                    "where",
                    "pooled",
                    "ci",
                    "ci/method",
                    "compare",
                    "average",
                    "trend",
                    "suppress",
                ],
            ),
            EstimateKind::Count => (&[], &["of", "where", "suppress"]),
            EstimateKind::PolicyStatus => (&["on", "dimension"], &["known_on"]),
            EstimateKind::PolicyChanges => (&["dimension"], &["known_on", "from", "to"]),
            EstimateKind::PolicyAdoption => (
                &[],
                &["dimension", "known_on", "from", "to", "target", "ci"],
            ),
            EstimateKind::Indicator => (&[], &["of", "on", "ci"]),
            EstimateKind::Network => (&[], &["measures"]),
        };
        Takes { needed, optional }
    }
}
