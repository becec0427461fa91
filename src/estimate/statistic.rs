//! A number before its error: its value, and how it varies over the samples that could have been drawn.
//!
//! Averages, differences and contrasts are combinations of statistics, whatever the design: where two share sampling units or
//! replicates, their covariance is in the combination.

use std::rc::Rc;

/// A number before its error. It has one draw, or one for each plausible value.
#[derive(Debug, Clone)]
pub(super) struct Statistic {
    pub(super) draws: Vec<Draw>,
}

/// One value of a statistic with its spread.
#[derive(Debug, Clone)]
pub(super) struct Draw {
    pub(super) value: f64,
    pub(super) spread: Spread,
}

/// How a value varies from sample to sample.
#[derive(Debug, Clone)]
pub(super) enum Spread {
    /// No error figure applies.
    None,
    /// Influence of each last-stage unit with a valid answer; units rise.
    Units {
        units: Rc<[u32]>,
        influence: Vec<f64>,
        /// Units of the records that the value is of, where calibration lets it depend on others too.
        own: Option<Rc<[u32]>>,
    },
    /// The value under each replicate weight, sample by sample; NaN where nobody is left.
    Replicates {
        /// The samples whose replicates move the value; they rise.
        samples: Rc<[u32]>,
        values: Vec<f64>,
    },
}

impl Statistic {
    pub(super) fn of(value: f64, spread: Spread) -> Statistic {
        Statistic {
            draws: vec![Draw { value, spread }],
        }
    }

    /// The mean over the draws.
    pub(super) fn value(&self) -> f64 {
        let sum: f64 = self.draws.iter().map(|draw| draw.value).sum();
        sum / self.draws.len() as f64
    }

    /// Σ c θ. Statistics without plausible values join every draw of those that have them.
    pub(super) fn combine(terms: &[(f64, &Statistic)]) -> Statistic {
        let count = terms.iter().map(|(_, of)| of.draws.len()).max();
        let draw = |index: usize| {
            let terms = terms.iter().map(|(factor, of)| (*factor, of.draw(index)));
            Draw::combine(&terms.collect::<Vec<_>>())
        };
        Statistic {
            draws: (0..count.unwrap_or(0)).map(draw).collect(),
        }
    }

    /// A smooth function of statistics, by the delta method: `value` gives it and `gradient` its derivatives. Replicates are
    /// put through the function itself.
    pub(super) fn function(
        of: &[&Statistic],
        value: impl Fn(&[f64]) -> f64,
        gradient: impl Fn(&[f64]) -> Vec<f64>,
    ) -> Statistic {
        let count = of.iter().map(|of| of.draws.len()).max().unwrap_or(0);
        let draw = |index: usize| {
            let draws: Vec<&Draw> = of.iter().map(|of| of.draw(index)).collect();
            let at: Vec<f64> = draws.iter().map(|draw| draw.value).collect();
            let slopes = gradient(&at);
            let terms: Vec<(f64, &Draw)> = slopes.into_iter().zip(draws.iter().copied()).collect();
            let mut draw = Draw::combine(&terms);
            draw.value = value(&at);
            if let Spread::Replicates { samples, values } = &mut draw.spread {
                for (place, replicate) in places(samples, values.len()).zip(values) {
                    let at = draws.iter().map(|draw| draw.replicate(place));
                    *replicate = value(&at.collect::<Vec<f64>>());
                }
            }
            draw
        };
        Statistic {
            draws: (0..count).map(draw).collect(),
        }
    }

    fn draw(&self, index: usize) -> &Draw {
        &self.draws[index.min(self.draws.len() - 1)]
    }
}

impl Draw {
    fn combine(terms: &[(f64, &Draw)]) -> Draw {
        let value = terms.iter().map(|(factor, of)| factor * of.value).sum();
        let spread = match terms.first().map(|(_, of)| &of.spread) {
            Some(Spread::Units { units, .. }) => of_units(units, terms),
            Some(Spread::Replicates { samples, values }) => {
                let count = values.len() / samples.len().max(1);
                let samples = union(samples, terms, Draw::samples);
                let replicate = |place| {
                    let terms = terms.iter();
                    terms.map(|(factor, of)| factor * of.replicate(place)).sum()
                };
                let values = places(&samples, samples.len() * count);
                Spread::Replicates {
                    values: values.map(replicate).collect(),
                    samples,
                }
            }
            _ => Spread::None,
        };
        Draw { value, spread }
    }

    /// The value under a replicate of a sample: its own where that sample has no part in it.
    fn replicate(&self, (sample, place): (u32, usize)) -> f64 {
        let Spread::Replicates { samples, values } = &self.spread else {
            return self.value;
        };
        match samples.binary_search(&sample) {
            Ok(at) => values[at * (values.len() / samples.len()) + place],
            Err(_) => self.value,
        }
    }

    /// The samples whose replicates move the value; nothing where the spread is another.
    fn samples(&self) -> Option<&Rc<[u32]>> {
        match &self.spread {
            Spread::Replicates { samples, .. } => Some(samples),
            _ => None,
        }
    }

    /// The units that move the value; nothing where the spread is another.
    fn moved(&self) -> Option<&Rc<[u32]>> {
        match &self.spread {
            Spread::Units { units, .. } => Some(units),
            _ => None,
        }
    }

    /// Units and their influence; nothing where the spread is another.
    fn units(&self) -> (&[u32], &[f64]) {
        match &self.spread {
            Spread::Units {
                units, influence, ..
            } => (units, influence),
            _ => (&[], &[]),
        }
    }

    /// Units of the records that the value is of; nothing where the spread is another.
    fn own(&self) -> Option<&Rc<[u32]>> {
        match &self.spread {
            Spread::Units { own: Some(own), .. } => Some(own),
            _ => self.moved(),
        }
    }
}

/// Sample and place of each replicate of some samples.
fn places(samples: &[u32], replicates: usize) -> impl Iterator<Item = (u32, usize)> + use<> {
    let count = replicates / samples.len().max(1);
    let samples: Vec<u32> = samples.to_vec();
    samples
        .into_iter()
        .flat_map(move |sample| (0..count).map(move |place| (sample, place)))
}

/// The numbers of all terms in their order. Those of one cell share them.
fn union(
    first: &Rc<[u32]>,
    terms: &[(f64, &Draw)],
    numbers: impl Fn(&Draw) -> Option<&Rc<[u32]>>,
) -> Rc<[u32]> {
    let alike = |of: &Draw| numbers(of).is_some_and(|own| Rc::ptr_eq(own, first));
    if terms.iter().all(|(_, of)| alike(of)) {
        return Rc::clone(first);
    }
    let mut all: Vec<u32> = Vec::new();
    for own in terms.iter().filter_map(|(_, of)| numbers(of)) {
        all.extend_from_slice(own);
    }
    // Each term's numbers rise, and a sort that finds runs merges them.
    all.sort();
    all.dedup();
    all.into()
}

/// The combined influence over the units of all terms.
fn of_units(first: &Rc<[u32]>, terms: &[(f64, &Draw)]) -> Spread {
    let units = union(first, terms, Draw::moved);
    let own = match terms.first().map(|(_, of)| &of.spread) {
        Some(Spread::Units { own: Some(own), .. }) => Some(union(own, terms, Draw::own)),
        _ => None,
    };
    let mut influence = vec![0.0; units.len()];
    for (factor, of) in terms {
        let (own, values) = of.units();
        let mut place = 0;
        for (unit, value) in own.iter().zip(values) {
            while units[place] < *unit {
                place += 1;
            }
            influence[place] += factor * value;
        }
    }
    Spread::Units {
        units,
        influence,
        own,
    }
}
