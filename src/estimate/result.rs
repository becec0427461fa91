//! Results: plain data that leave the engine. Aggregates only; a suppressed row has its key and its flag and no number.

use crate::codebook::Code;
use crate::error::Error;
use crate::json::Value;
use crate::locale::Text;
use crate::numeric::decimal;
use crate::shape::{Shape, Written};
use crate::short_map::ShortMap;
use serde::Serialize;

/// What `pulso run` prints and what a report carries.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
pub struct Results {
    /// Version of this format: 1.
    pub pulso: u32,
    /// One entry a query that succeeded, in the document's order.
    pub results: Vec<QueryResult>,
    /// One entry a query or data set that failed; the others' results are whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Error>,
    /// What the reader should know about the data: shown beside the results.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Error>,
}

/// The answer to one query.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
pub struct QueryResult {
    /// The query's id.
    pub id: String,
    /// The query as it was asked.
    pub query: Value,
    /// How the numbers were made.
    pub method: Method,
    /// What the keys of the rows mean: one for each variable of `by`, then `category` where rows have one.
    pub columns: Vec<ResultColumn>,
    /// One a cell, in the order of the keys' levels; regional averages last.
    pub rows: Vec<Row>,
    /// Differences that the query asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparisons: Vec<Comparison>,
    /// What a reader of these numbers must know: a code with parameters, worded by the catalogue.
    pub notes: Vec<Error>,
}

/// How the numbers were made.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
pub struct Method {
    /// The estimand: `mean`, `total`, `proportion`, `likert`, `policy_status`.
    pub estimate: String,
    /// `probability`, `census` or `self_selected`; null for policies.
    pub basis: Option<String>,
    /// `taylor` or `replicates`, or null where there is no error to speak of.
    pub variance: Option<String>,
    /// Number of replicate weights, where errors come from them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replicates: Option<u64>,
    /// `mean` (estimate ± t · error), `logit`, `beta` or `wilson`; `woodruff` for a quantile.
    pub interval: Option<String>,
    /// Level of the interval, 0.95.
    pub level: Option<f64>,
    /// The lonely-PSU rule that was in force.
    pub lonely_psu: Option<String>,
    /// Strata with a single PSU that the rule had to serve.
    pub lonely_strata: u64,
    /// What the design effect compares with: `without_replacement` or `with_replacement`; `equal_weights` for a count (Kish's, of
    /// the weights alone).
    pub deff: Option<String>,
    /// Least n that is shown.
    pub min_n: Option<u64>,
    /// How probabilities of comparisons answer for being many: `holm` or `bh`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adjust: Option<String>,
    /// Unit of the estimate: `share` (0 to 1), `value` (the variable's own), `stage`.
    pub unit: String,
}

#[cfg(feature = "engine")]
impl Method {
    /// A number that is worked out, not sampled: nothing is said of error, level or rule.
    pub fn exact(estimate: &str, unit: &str) -> Self {
        Method {
            estimate: estimate.into(),
            basis: None,
            variance: None,
            replicates: None,
            interval: None,
            level: None,
            lonely_psu: None,
            lonely_strata: 0,
            deff: None,
            min_n: None,
            adjust: None,
            unit: unit.into(),
        }
    }
}

/// A key of the rows.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
pub struct ResultColumn {
    /// Name of the variable; `category` and `item` for the parts of a proportion or a Likert battery.
    pub name: String,
    /// What it means, in the codebook's languages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// Labels of its values, in the order in which they should be shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<LabelledCode>,
}

/// A value of a key with its label.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
pub struct LabelledCode {
    /// As rows name it.
    pub code: Code,
    /// What it means; absent where the codebook is silent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
}

/// One estimate. Numbers are full double precision; proportions go from 0 to 1.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
pub struct Row {
    /// Values of the `by` variables; `country` holds an ISO 3166-1 alpha-3 code, or `average` for the regional average.
    pub by: ShortMap<String, Code>,
    /// The item of a Likert battery, or the date of a policy's status or event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// The category of a proportion, or `net` for a Likert's net agreement and `mean` for its mean; the kind of a policy's change.
    pub category: Option<Code>,
    /// The estimate.
    pub estimate: Option<f64>,
    /// Its standard error.
    pub se: Option<f64>,
    /// Degrees of freedom: PSUs less strata among the cell's records; of a test, above and below the line.
    pub df: Option<DegreesOfFreedom>,
    /// Statistic of a test.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statistic: Option<f64>,
    /// Lower and upper end of the interval.
    pub ci: Option<[f64; 2]>,
    /// Records with a valid answer.
    pub n: Option<u64>,
    /// Valid answers over the records of the domain, without weights; absent where no variable is asked about, and beside cells
    /// that are withheld, whose records it would count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<f64>,
    /// Effective sample size, n over the design effect.
    pub n_effective: Option<f64>,
    /// Design effect.
    pub deff: Option<f64>,
    /// Probability under the null hypothesis, for tests.
    pub p: Option<f64>,
    /// Place among the rows, 1 the highest; only with its interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<u64>,
    /// Interval of the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank_ci: Option<[u64; 2]>,
    /// Letter of the row's column, where all pairs are compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<String>,
    /// Letters of the columns that the row exceeds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exceeds: Option<String>,
    /// Where a policy's event can be looked up.
    #[cfg(any(feature = "complete", feature = "viewer"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Why something is absent or doubtful.
    pub flags: Vec<Flag>,
}

impl Row {
    /// Whether the row has this key, among them `item` and `category`.
    pub(crate) fn has(&self, key: &str, wanted: &Code) -> bool {
        match key {
            "item" => self
                .item
                .as_ref()
                .is_some_and(|item| same(&Code::Text(item.clone()), wanted)),
            "category" => self
                .category
                .as_ref()
                .is_some_and(|category| same(category, wanted)),
            _ => self.by.get(key).is_some_and(|code| same(code, wanted)),
        }
    }
}

/// `3` and `"3"` are the same code.
fn same(a: &Code, b: &Code) -> bool {
    match (a, b) {
        (Code::Number(number), Code::Text(text)) | (Code::Text(text), Code::Number(number)) => {
            decimal::parse(text.trim()) == Some(*number)
        }
        _ => a == b,
    }
}

/// Degrees of freedom of an error, or of a test.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Written)]
#[serde(untagged)]
pub enum DegreesOfFreedom {
    /// Of an error.
    One(f64),
    /// Above and below the line, of a statistic that is held against an F distribution.
    Two([f64; 2]),
}

impl DegreesOfFreedom {
    /// Those of an error.
    pub fn of_error(self) -> Option<f64> {
        match self {
            DegreesOfFreedom::One(df) => Some(df),
            DegreesOfFreedom::Two(_) => None,
        }
    }
}

/// A difference between two rows.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
pub struct Comparison {
    /// Key of the row.
    pub by: ShortMap<String, Code>,
    /// The item, as in [`Row`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// The category, as in [`Row`].
    pub category: Option<Code>,
    /// What it is compared with: `average`, or the value of another row.
    pub with: String,
    /// Row less the other.
    pub estimate: Option<f64>,
    /// Standard error of the difference, with its covariance.
    pub se: Option<f64>,
    /// Degrees of freedom.
    pub df: Option<f64>,
    /// Interval of the difference.
    pub ci: Option<[f64; 2]>,
    /// Two-sided probability under no difference.
    pub p: Option<f64>,
    /// The same, answerable for all comparisons of its family.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p_adjusted: Option<f64>,
    /// Number of comparisons in the family: those of one part of the answer within one combination of the other variables.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<u64>,
    /// Why something is absent.
    pub flags: Vec<Flag>,
}

/// Why a number is absent or doubtful. Never a blank, never NaN.
///
/// In the place of an absent number tables and CSV print a letter, as the OECD's tables do: `a` not applicable, `c` withheld for
/// confidentiality or reliability, `m` missing, `w` withdrawn, `x` not comparable. A test has no such number; its reason has no
/// letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Written, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// `c`: fewer records than may be shown; every number is withheld.
    TooFew,
    /// `c`: fewer sampling units (schools) than may be shown; every number is withheld.
    FewUnits,
    /// `c`: the error is larger than the rule of publication allows; every number is withheld.
    Unreliable,
    /// `c`: withheld because a margin would otherwise give a withheld number back.
    Secondary,
    /// The error is large: to be used with caution.
    UseWithCaution,
    /// Few records, shown in parentheses.
    FewRecords,
    /// To be reviewed by a statistician before it is published: few degrees of freedom, or everybody gave the same answer.
    Review,
    /// The sample ends before the interval of the quantile does: no interval and no error.
    BeyondSample,
    /// `m`: no record has a valid answer.
    NoData,
    /// `a`: the question does not apply to these records, as the document declares.
    NotApplicable,
    /// `w`: the data were withdrawn, as the document declares.
    Withdrawn,
    /// `x`: the answers cannot be compared with the others, as the document declares.
    NotComparable,
    /// No degree of freedom is left: no interval.
    NoDegreesOfFreedom,
    /// Every record gave the same answer: the interval of a share of 0 or 1 cannot come from its error.
    AtBound,
    /// Self-selected sample: no error figure applies.
    SelfSelected,
    /// A census: there is no sampling error.
    Census,
    /// The variance needed the rule for strata with a single PSU.
    LonelyPsu,
    /// The average leaves out countries that are suppressed.
    PartialAverage,
    /// Fewer than three quarters of the records have a valid answer: † in tables.
    #[serde(rename = "coverage_below_75")]
    CoverageBelow75,
    /// Fewer than half of the records have a valid answer: ‡ in tables.
    #[serde(rename = "coverage_below_50")]
    CoverageBelow50,
}

impl Flag {
    /// Whether there is a number that is not shown.
    #[cfg(feature = "engine")]
    pub(crate) fn withholds(self) -> bool {
        matches!(
            self,
            Flag::TooFew | Flag::FewUnits | Flag::Unreliable | Flag::Secondary
        )
    }
}
