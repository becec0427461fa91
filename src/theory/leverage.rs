//! Points of leverage: where a system can be moved, rated place by place with evidence.

use super::Column;
use crate::locale::Text;
use crate::shape::{Shape, Written};
use serde::Serialize;

/// The highest score of the rubric; the lowest is 0.
pub const HIGHEST: u8 = 4;

/// From how many points of difference on raters do not agree.
const DISPUTED: u8 = 2;

/// Points of leverage with their ratings.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Leverage {
    /// Headings of the attributes, in their order; an attribute that is not among them is headed by its id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<Column>,
    /// The points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<LeveragePoint>,
    /// Names of the places, in their order; a place that is not among them is a country's alpha-3 code, or named by its id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Column>,
    /// What raters found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ratings: Vec<Rating>,
}

/// A point of leverage.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeveragePoint {
    /// Name by which ratings call it.
    pub id: String,
    /// The attribute that it belongs to.
    pub attribute: String,
    /// What it is called.
    pub title: Text,
    /// What it means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<Text>,
}

/// What one rater found of one point in one place.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// The point.
    pub point: String,
    /// The place.
    pub place: String,
    /// From 0 to 4. Where there is no evidence there is no rating: that is never 0.
    pub score: u8,
    /// Who rated.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rater: String,
    /// When: `2024`, `2024-06`, `2024-06-30`. Of one rater's ratings the latest counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// What it rests on: an https address, or a citation.
    pub evidence: String,
}

/// Where a point stands in a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing<'l> {
    /// The rating of each rater, in the order of the document.
    pub ratings: Vec<&'l Rating>,
    /// Mean of their scores.
    pub mean: f64,
    /// Whether two of them differ by two points or more.
    pub disputed: bool,
}

/// The means of an attribute's points that have evidence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Means {
    /// A weak point can be made up for.
    pub arithmetic: f64,
    /// A weak point pulls the others down; 0 where one of them is 0.
    pub geometric: f64,
    /// Points with evidence.
    pub rated: usize,
}

/// How far two raters agree beyond chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// Cohen's kappa with linear weights: 1 − Σ w·observed / Σ w·expected, w = |i − j|. None where both always gave one score.
    pub kappa: Option<f64>,
    /// Points in places that both rated.
    pub pairs: usize,
}

impl Leverage {
    /// Ids of the attributes: those that are named, then others as points name them.
    pub fn attributes(&self) -> Vec<&str> {
        let used = self.points.iter().map(|point| point.attribute.as_str());
        named(&self.attributes, used)
    }

    /// Ids of the places: those that are named, then others as ratings name them.
    pub fn places(&self) -> Vec<&str> {
        let used = self.ratings.iter().map(|rating| rating.place.as_str());
        named(&self.places, used)
    }

    /// Where a point stands in a place; nothing where there is no evidence.
    pub fn standing(&self, point: &str, place: &str) -> Option<Standing<'_>> {
        let mut ratings: Vec<&Rating> = Vec::new();
        for rating in &self.ratings {
            if rating.point != point || rating.place != place {
                continue;
            }
            match ratings.iter_mut().find(|known| known.rater == rating.rater) {
                // Dates are written from the year down: their order is that of their letters.
                Some(known) if rating.date >= known.date => *known = rating,
                Some(_) => {}
                None => ratings.push(rating),
            }
        }
        let least = ratings.iter().map(|rating| rating.score).min()?;
        let most = ratings.iter().map(|rating| rating.score).max()?;
        let sum: f64 = ratings.iter().map(|rating| f64::from(rating.score)).sum();
        Some(Standing {
            mean: sum / ratings.len() as f64,
            disputed: most - least >= DISPUTED,
            ratings,
        })
    }

    /// The means of an attribute in the places named; nothing where none of its points has evidence there.
    pub fn means(&self, attribute: &str, places: &[&str]) -> Option<Means> {
        let (mut sum, mut logs, mut rated) = (0.0, 0.0, 0usize);
        for point in &self.points {
            if point.attribute != attribute {
                continue;
            }
            for place in places {
                if let Some(standing) = self.standing(&point.id, place) {
                    sum += standing.mean;
                    logs += libm::log(standing.mean);
                    rated += 1;
                }
            }
        }
        let count = rated as f64;
        (rated > 0).then(|| Means {
            arithmetic: sum / count,
            // The logarithm of 0 is minus infinity, and its exponential 0 again.
            geometric: libm::exp(logs / count),
            rated,
        })
    }

    /// How far the raters agree, where there are exactly two.
    pub fn agreement(&self) -> Option<Agreement> {
        let mut raters: Vec<&str> = Vec::new();
        for rating in &self.ratings {
            if !raters.contains(&rating.rater.as_str()) {
                raters.push(&rating.rater);
            }
        }
        let [one, other] = raters[..] else {
            return None;
        };
        let mut pairs: Vec<[u8; 2]> = Vec::new();
        for point in &self.points {
            for place in self.places() {
                let standing = self.standing(&point.id, place);
                let score = |rater: &str| {
                    let mut ratings = standing.iter().flat_map(|standing| &standing.ratings);
                    ratings
                        .find(|rating| rating.rater == rater)
                        .map(|rating| rating.score)
                };
                if let (Some(one), Some(other)) = (score(one), score(other)) {
                    pairs.push([one, other]);
                }
            }
        }
        Some(Agreement {
            kappa: kappa(&pairs),
            pairs: pairs.len(),
        })
    }
}

/// Cohen's kappa with linear weights (Cohen 1968). Without normalisation: weights and counts cancel.
fn kappa(pairs: &[[u8; 2]]) -> Option<f64> {
    let distance = |one: u8, other: u8| f64::from(one.abs_diff(other));
    let (mut observed, mut expected) = (0.0, 0.0);
    for [one, other] in pairs {
        observed += distance(*one, *other);
        for [_, any] in pairs {
            expected += distance(*one, *any);
        }
    }
    let expected = expected / pairs.len() as f64;
    (expected > 0.0).then(|| 1.0 - observed / expected)
}

/// Ids that have a name, and after them those that are only used.
fn named<'l>(named: &'l [Column], used: impl Iterator<Item = &'l str>) -> Vec<&'l str> {
    let mut ids: Vec<&str> = named.iter().map(|column| column.id.as_str()).collect();
    for id in used {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

#[cfg(feature = "complete")]
mod check {
    use super::{HIGHEST, Leverage};
    use crate::date::Date;
    use crate::error::Error;

    impl Leverage {
        /// What is wrong with it; places are pointers into the document that holds it as `theory/leverage`.
        ///
        /// Codes: `duplicate_id` {value}; `unknown_value` {value, options} for an attribute without a heading where others have
        /// one, and for a point; `out_of_range` {value, min, max}; `field_needed` {field, kind} for a rating without evidence;
        /// `invalid_date` {value}; `listed_twice` {value} for a rating that is given twice.
        pub(in crate::theory) fn check(&self) -> Vec<Error> {
            let ids = |columns: &[crate::theory::Column]| -> Vec<String> {
                columns.iter().map(|column| column.id.clone()).collect()
            };
            let (attributes, places) = (ids(&self.attributes), ids(&self.places));
            let points: Vec<String> = self.points.iter().map(|point| point.id.clone()).collect();
            let mut errors = Vec::new();
            for (ids, name) in [
                (&attributes, "attributes"),
                (&points, "points"),
                (&places, "places"),
            ] {
                let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
                errors.extend(Error::duplicates(&ids, &format!("/theory/leverage/{name}")));
            }
            let unknown = |value: &str, options: &[String], at: String| {
                let options = options.iter().map(String::as_str);
                Error::unknown("unknown_value", value, options).at(at)
            };
            for (index, point) in self.points.iter().enumerate() {
                if !attributes.is_empty() && !attributes.contains(&point.attribute) {
                    let at = format!("/theory/leverage/points/{index}/attribute");
                    errors.push(unknown(&point.attribute, &attributes, at));
                }
            }
            for (index, rating) in self.ratings.iter().enumerate() {
                let at = format!("/theory/leverage/ratings/{index}");
                if !points.contains(&rating.point) {
                    errors.push(unknown(&rating.point, &points, format!("{at}/point")));
                }
                if rating.score > HIGHEST {
                    let error = Error::new("out_of_range").with("value", f64::from(rating.score));
                    let error = error.with("min", 0.0).with("max", f64::from(HIGHEST));
                    errors.push(error.at(format!("{at}/score")));
                }
                if rating.evidence.trim().is_empty() {
                    let error = Error::new("field_needed").with("field", "evidence");
                    errors.push(error.with("kind", "leverage").at(&at));
                }
                let date = rating.date.as_ref().map(|date| Date::parse(date));
                if let Some(Err(error)) = date {
                    errors.push(error.at(format!("{at}/date")));
                }
                let key = (&rating.point, &rating.place, &rating.rater, &rating.date);
                let mut before = self.ratings[..index].iter();
                if before
                    .any(|known| (&known.point, &known.place, &known.rater, &known.date) == key)
                {
                    let error = Error::new("listed_twice").with("value", rating.point.as_str());
                    errors.push(error.at(at));
                }
            }
            errors
        }
    }
}
