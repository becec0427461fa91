//! Secondary suppression: what published numbers give away about withheld ones, and which further ones to withhold.
//!
//! A margin is the sum of its parts: a reader who has the margin and all parts but one has that one too. Published numbers are
//! linear equations in the withheld ones; a withheld number that they determine is protected by withholding one more.

use crate::order::sort;
use std::collections::{BTreeMap, BTreeSet};

/// Part of the largest coefficient of an equation below which a coefficient is what elimination left of 0.
const ROUNDING: f64 = 1e-9;

/// Numbers and the equations that hold among them.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    entries: Vec<Entry>,
    /// Each says that its terms add up to something known.
    equations: Vec<Vec<(usize, f64)>>,
}

/// What is known of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Entry {
    /// Everybody can read it. Those of the fewest records are withheld first.
    Shown { n: u64, value: f64 },
    /// Everybody can read it, and it stays: nobody is in it, or its query lifted the rule.
    Fixed,
    /// Not shown, and not to be found out.
    Withheld,
    /// Not shown, and nobody's secret: a margin that no query printed.
    Unpublished,
}

impl Ledger {
    /// Takes a number and returns its place.
    pub(crate) fn enter(&mut self, entry: Entry) -> usize {
        self.entries.push(entry);
        self.entries.len() - 1
    }

    /// Takes an equation: terms of place and factor that add up to something known.
    pub(crate) fn equate(&mut self, terms: Vec<(usize, f64)>) {
        self.equations.push(terms);
    }

    /// Withholds further numbers until no withheld one can be worked out; returns their places. Where a withheld number follows
    /// from an equation, the shown one of the fewest records in it goes; the order is that in which they were entered.
    pub(crate) fn protect(&mut self) -> Vec<usize> {
        let mut further = Vec::new();
        // Most follow from a single equation, which is quick to see.
        while let Some(place) = self.alone().and_then(|equation| self.cheapest(&[equation])) {
            self.entries[place] = Entry::Withheld;
            further.push(place);
        }
        while let Some(place) = self.next() {
            self.entries[place] = Entry::Withheld;
            further.push(place);
        }
        further
    }

    /// An equation with a single unknown, which is withheld, and something left to withhold.
    fn alone(&self) -> Option<usize> {
        (0..self.equations.len()).find(|equation| {
            let unknown = || {
                self.equations[*equation]
                    .iter()
                    .filter(|(at, _)| self.hides(*at))
            };
            let alone = unknown().count() == 1;
            alone
                && unknown().all(|(at, _)| self.entries[*at] == Entry::Withheld)
                && self.cheapest(&[*equation]).is_some()
        })
    }

    /// What to withhold for the first number that can be worked out.
    fn next(&self) -> Option<usize> {
        for (determined, component) in self.determined() {
            let of = |equation: &&usize| {
                let terms = &self.equations[**equation];
                terms.iter().any(|(at, _)| *at == determined)
            };
            let own: Vec<usize> = component.iter().filter(of).copied().collect();
            // Its own equations first; where they have nothing left, any that led to it.
            let place = self.cheapest(&own).or_else(|| self.cheapest(&component));
            if place.is_some() {
                return place;
            }
        }
        None
    }

    /// The shown number of the fewest records in some equations.
    fn cheapest(&self, equations: &[usize]) -> Option<usize> {
        let terms = equations.iter().flat_map(|at| &self.equations[*at]);
        let cost = |place: usize| match self.entries[place] {
            Entry::Shown { n, value } => Some((n, value, place)),
            _ => None,
        };
        let least = |a: &(u64, f64, usize), b: &(u64, f64, usize)| {
            let by_value = a.1.abs().total_cmp(&b.1.abs());
            a.0.cmp(&b.0).then(by_value).then(a.2.cmp(&b.2))
        };
        let costs = terms.filter_map(|(place, _)| cost(*place));
        costs.min_by(least).map(|(_, _, place)| place)
    }

    fn hides(&self, place: usize) -> bool {
        matches!(self.entries[place], Entry::Withheld | Entry::Unpublished)
    }

    /// Withheld numbers that the equations determine, each with the equations that hang together with it.
    fn determined(&self) -> Vec<(usize, Vec<usize>)> {
        let mut found = Vec::new();
        for component in self.components() {
            let rows = component.iter().map(|equation| {
                let mut row: BTreeMap<usize, f64> = BTreeMap::new();
                for (place, factor) in &self.equations[*equation] {
                    if self.hides(*place) {
                        *row.entry(*place).or_default() += factor;
                    }
                }
                row
            });
            for place in solved(rows.collect()) {
                if self.entries[place] == Entry::Withheld {
                    found.push((place, component.clone()));
                }
            }
        }
        sort(&mut found, &|a, b| a.0.cmp(&b.0));
        found
    }

    /// Equations that hang together through unknown numbers; those without one are left out, and those with an unpublished
    /// number that stands nowhere else, which say nothing.
    fn components(&self) -> Vec<Vec<usize>> {
        let mut holders: Vec<Vec<usize>> = vec![Vec::new(); self.entries.len()];
        let mut kept: BTreeSet<usize> = BTreeSet::new();
        for (index, terms) in self.equations.iter().enumerate() {
            for (place, _) in terms.iter().filter(|(place, _)| self.hides(*place)) {
                holders[*place].push(index);
                kept.insert(index);
            }
        }
        let mut idle: Vec<usize> = (0..self.entries.len()).collect();
        while let Some(place) = idle.pop() {
            let free = self.entries[place] == Entry::Unpublished && holders[place].len() == 1;
            let Some(equation) = holders[place].first().copied().filter(|_| free) else {
                continue;
            };
            kept.remove(&equation);
            for (other, _) in &self.equations[equation] {
                holders[*other].retain(|holder| *holder != equation);
                idle.push(*other);
            }
        }
        let mut components = Vec::new();
        while let Some(first) = kept.pop_first() {
            let (mut component, mut open) = (BTreeSet::from([first]), vec![first]);
            while let Some(equation) = open.pop() {
                let terms = &self.equations[equation];
                for (place, _) in terms.iter().filter(|(place, _)| self.hides(*place)) {
                    for next in &holders[*place] {
                        if kept.remove(next) {
                            component.insert(*next);
                            open.push(*next);
                        }
                    }
                }
            }
            components.push(component.into_iter().collect());
        }
        components
    }
}

/// The unknowns that have one value only: those alone in a row after elimination (Gauss and Jordan).
fn solved(rows: Vec<BTreeMap<usize, f64>>) -> Vec<usize> {
    let mut reduced: Vec<(usize, BTreeMap<usize, f64>)> = Vec::new();
    for mut row in rows {
        for (pivot, known) in &reduced {
            if let Some(factor) = row.get(pivot).copied() {
                subtract(&mut row, known, factor);
            }
        }
        let largest = row.iter().max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()));
        let Some((pivot, size)) = largest.map(|(at, size)| (*at, *size)) else {
            continue;
        };
        row.values_mut().for_each(|value| *value /= size);
        for (_, other) in &mut reduced {
            if let Some(factor) = other.get(&pivot).copied() {
                subtract(other, &row, factor);
            }
        }
        reduced.push((pivot, row));
    }
    let alone = reduced.iter().filter(|(_, row)| row.len() == 1);
    alone.map(|(pivot, _)| *pivot).collect()
}

/// `row` less `factor` times `known`, without what rounding leaves.
fn subtract(row: &mut BTreeMap<usize, f64>, known: &BTreeMap<usize, f64>, factor: f64) {
    let largest =
        |row: &BTreeMap<usize, f64>| row.values().fold(0.0, |most: f64, x| most.max(x.abs()));
    let least = ROUNDING * largest(row).max(factor.abs() * largest(known));
    for (at, value) in known {
        *row.entry(*at).or_default() -= factor * value;
    }
    row.retain(|_, value| value.abs() > least);
}
