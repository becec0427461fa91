//! Composite indices: several indicators brought to one scale and averaged, with the uncertainty of their ranks.
//!
//! After OECD and JRC (2008), Handbook on Constructing Composite Indicators: normalisation 6, aggregation 8, uncertainty 7.

use crate::document::{Aggregation, Normalisation};
use crate::error::{Error, Result};
use crate::numeric::{Pcg32, normal_quantile};
use crate::order::sort;

/// An indicator over the units that are compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Value of each unit; none where it is missing.
    pub values: Vec<Option<f64>>,
    /// Standard error of each; none where it has no error figure. A census has 0.
    pub errors: Vec<Option<f64>>,
    /// Whether less is better.
    pub reversed: bool,
    /// Its share of the index, above 0.
    pub weight: f64,
    /// Values that stand for 0 and 1 under [`Normalisation::Goalposts`].
    pub goalposts: Option<[f64; 2]>,
}

/// How an index is made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Recipe {
    /// How indicators are brought to one scale.
    pub normalisation: Normalisation,
    /// How they are put together.
    pub aggregation: Aggregation,
    /// Share of the weights that a unit must have values for.
    pub min_share: f64,
    /// Number of simulated surveys.
    pub simulations: u64,
    /// Where chance starts.
    pub seed: u64,
    /// Level of the intervals, between 0 and 1.
    pub level: f64,
}

/// What becomes of a unit.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Standing {
    /// The index; none below the share of the weights that is asked for.
    pub index: Option<f64>,
    /// Interval of the index over the simulated surveys.
    pub interval: Option<[f64; 2]>,
    /// Place among the units, 1 the highest; units that tie share the better place.
    pub rank: Option<u64>,
    /// Interval of the place over the simulated surveys; without it a place says nothing.
    pub rank_interval: Option<[u64; 2]>,
    /// Indicators that the unit has a value for.
    pub indicators: u64,
}

/// Makes the index of every unit, and draws every value again from its error, normal and independent of the others, to see how
/// far index and place move.
///
/// # Errors
/// `no_indicators`; `weight_not_positive` with the value; `goalposts_missing`, `range_not_ascending` with min and max;
/// `geometric_of_z` where a geometric mean is asked of scores that may be negative.
pub fn composite(columns: &[Column], recipe: &Recipe) -> Result<Vec<Standing>> {
    check(columns, recipe)?;
    let units = columns.first().map_or(0, |column| column.values.len());
    let values: Vec<Vec<Option<f64>>> =
        columns.iter().map(|column| column.values.clone()).collect();
    let indices = indices(columns, &values, recipe);
    let places = places(&indices);
    let mut standings: Vec<Standing> = (0..units)
        .map(|unit| Standing {
            index: indices[unit],
            rank: places[unit],
            indicators: values
                .iter()
                .filter(|column| column[unit].is_some())
                .count() as u64,
            ..Standing::default()
        })
        .collect();
    // One value without an error leaves every place without its interval: it is compared with all others.
    let sampled = columns.iter().all(|column| {
        let pairs = column.values.iter().zip(&column.errors);
        pairs
            .into_iter()
            .all(|(value, error)| value.is_none() || error.is_some())
    });
    if sampled && recipe.simulations > 0 {
        simulate(columns, recipe, &mut standings);
    } else {
        // A place without its interval is not given.
        standings
            .iter_mut()
            .for_each(|standing| standing.rank = None);
    }
    Ok(standings)
}

fn check(columns: &[Column], recipe: &Recipe) -> Result<()> {
    if columns.is_empty() {
        return Err(Error::new("no_indicators"));
    }
    let geometric = recipe.aggregation == Aggregation::Geometric;
    if geometric && recipe.normalisation == Normalisation::Z {
        return Err(Error::new("geometric_of_z"));
    }
    for (place, column) in columns.iter().enumerate() {
        let at = format!("/indicators/{place}");
        if !(column.weight > 0.0 && column.weight.is_finite()) {
            let error = Error::new("weight_not_positive").with("value", column.weight);
            return Err(error.at(at + "/weight"));
        }
        match (recipe.normalisation, column.goalposts) {
            (Normalisation::Goalposts, None) => {
                return Err(Error::new("goalposts_missing").at(at + "/goalposts"));
            }
            (_, Some([min, max])) if min >= max || min.is_nan() || max.is_nan() => {
                let error = Error::new("range_not_ascending").with("min", min);
                return Err(error.with("max", max).at(at + "/goalposts"));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The index of each unit from the values of each indicator.
fn indices(columns: &[Column], values: &[Vec<Option<f64>>], recipe: &Recipe) -> Vec<Option<f64>> {
    let scaled: Vec<Vec<Option<f64>>> = columns
        .iter()
        .zip(values)
        .map(|(column, values)| normalised(column, values, recipe.normalisation))
        .collect();
    let whole: f64 = columns.iter().map(|column| column.weight).sum();
    let units = values.first().map_or(0, Vec::len);
    let index = |unit: usize| {
        let parts = columns.iter().zip(&scaled);
        let known: Vec<(f64, f64)> = parts
            .filter_map(|(column, scaled)| Some((column.weight, scaled[unit]?)))
            .collect();
        let weight: f64 = known.iter().map(|(weight, _)| weight).sum();
        // A share is held against the least in whole percent, so that 0.67 asks for two of three.
        if known.is_empty() || weight / whole + 0.005 < recipe.min_share {
            return None;
        }
        let of = |value: f64| match recipe.aggregation {
            Aggregation::Arithmetic => value,
            Aggregation::Geometric => libm::log(value),
        };
        let sum: f64 = known
            .iter()
            .map(|(weight, value)| weight * of(*value))
            .sum();
        Some(match recipe.aggregation {
            Aggregation::Arithmetic => sum / weight,
            Aggregation::Geometric => libm::exp(sum / weight),
        })
    };
    (0..units).map(index).collect()
}

/// One indicator on the common scale: 0 to 1, more is better; standard scores for `z`.
fn normalised(
    column: &Column,
    values: &[Option<f64>],
    normalisation: Normalisation,
) -> Vec<Option<f64>> {
    let known: Vec<f64> = values.iter().flatten().copied().collect();
    let count = known.len() as f64;
    let scale: Box<dyn Fn(f64) -> f64> = match normalisation {
        Normalisation::MinMax => {
            let low = known.iter().copied().fold(f64::INFINITY, f64::min);
            let high = known.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            between(low, high)
        }
        Normalisation::Goalposts => {
            let [low, high] = column.goalposts.unwrap_or([0.0, 1.0]);
            between(low, high)
        }
        Normalisation::Z => {
            let mean = known.iter().sum::<f64>() / count;
            let squares: f64 = known
                .iter()
                .map(|value| (value - mean) * (value - mean))
                .sum();
            let deviation = (squares / (count - 1.0)).sqrt();
            Box::new(move |value| match deviation > 0.0 {
                true => (value - mean) / deviation,
                false => 0.0,
            })
        }
        Normalisation::Rank => Box::new(move |value| {
            let below = known.iter().filter(|other| **other < value).count() as f64;
            let tied = known.iter().filter(|other| **other == value).count() as f64;
            // Those who tie stand in the middle of their places.
            match count > 1.0 {
                true => (below + 0.5 * (tied - 1.0)) / (count - 1.0),
                false => 0.5,
            }
        }),
    };
    let turned = |value: f64| match (column.reversed, normalisation) {
        (false, _) => scale(value),
        (true, Normalisation::Z) => -scale(value),
        (true, _) => 1.0 - scale(value),
    };
    values.iter().map(|value| value.map(turned)).collect()
}

/// Where a value lies between two others; outside it is cut, and between equal ones it is half way.
fn between(low: f64, high: f64) -> Box<dyn Fn(f64) -> f64> {
    Box::new(move |value| match high > low {
        true => ((value - low) / (high - low)).clamp(0.0, 1.0),
        false => 0.5,
    })
}

/// The place of each unit, 1 the highest.
fn places(indices: &[Option<f64>]) -> Vec<Option<u64>> {
    let place = |own: f64| {
        let above = indices.iter().flatten().filter(|other| **other > own);
        above.count() as u64 + 1
    };
    indices.iter().map(|own| own.map(place)).collect()
}

/// Draws the surveys again and writes the intervals.
fn simulate(columns: &[Column], recipe: &Recipe, standings: &mut [Standing]) {
    let mut chance = Pcg32::new(recipe.seed, 1);
    let mut drawn: Vec<Vec<f64>> = vec![Vec::new(); standings.len()];
    let mut ranked: Vec<Vec<f64>> = vec![Vec::new(); standings.len()];
    for _ in 0..recipe.simulations {
        let values: Vec<Vec<Option<f64>>> = columns
            .iter()
            .map(|column| {
                let pairs = column.values.iter().zip(&column.errors);
                pairs
                    .map(|(value, error)| {
                        let value = (*value)?;
                        Some(value + error.unwrap_or(0.0) * normal(&mut chance))
                    })
                    .collect()
            })
            .collect();
        let indices = indices(columns, &values, recipe);
        for (unit, place) in places(&indices).into_iter().enumerate() {
            drawn[unit].extend(indices[unit]);
            ranked[unit].extend(place.map(|place| place as f64));
        }
    }
    for ((standing, drawn), ranked) in standings.iter_mut().zip(drawn).zip(ranked) {
        standing.interval = middle(drawn, recipe.level);
        standing.rank_interval =
            middle(ranked, recipe.level).map(|[low, high]| [low as u64, high as u64]);
    }
}

/// A standard normal number.
fn normal(chance: &mut Pcg32) -> f64 {
    // Half a step up: 0 has no quantile.
    normal_quantile(1.0 - (chance.unit() + 0.5 / (1_u64 << 53) as f64))
}

/// The values between which the middle share of all lies; none of none.
fn middle(mut values: Vec<f64>, level: f64) -> Option<[f64; 2]> {
    sort(&mut values, &f64::total_cmp);
    let last = values.len().checked_sub(1)?;
    let outside = 0.5 * (1.0 - level) * values.len() as f64;
    let low = (outside.floor() as usize).min(last);
    Some([values[low], values[last - low]])
}
