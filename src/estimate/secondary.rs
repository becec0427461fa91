//! Secondary suppression: what published numbers give away about withheld ones, and which further ones to withhold.
//!
//! A margin is the sum of its parts: a reader who has the margin and all parts but one has that one too. Published numbers are
//! linear equations in the withheld ones; a withheld number that they determine is protected by withholding one more.

use std::collections::{BTreeMap, BTreeSet};

/// Part of the largest coefficient of an equation below which a coefficient is what elimination left of 0.
const ROUNDING: f64 = 1e-9;

/// Part of the largest coefficient of an equation from which on it may be solved for a number.
const SMALL: f64 = 0.1;

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

    /// Withholds further numbers until no withheld one can be worked out; returns their places. What a withheld number is worked
    /// out from loses the shown number of the fewest records; the order is that in which they were entered.
    pub(crate) fn protect(&mut self) -> Vec<usize> {
        let mut further = Vec::new();
        // Most follow from a single equation, which is quick to see.
        while let Some(place) = self.alone() {
            self.entries[place] = Entry::Withheld;
            further.push(place);
        }
        let mut system = System::of(self);
        while let Some(place) = self.next(&system) {
            self.entries[place] = Entry::Withheld;
            further.push(place);
            system.hide(place);
        }
        further
    }

    /// What to withhold in an equation with a single unknown, which is withheld.
    fn alone(&self) -> Option<usize> {
        self.equations.iter().find_map(|equation| {
            let mut unknown = equation.iter().filter(|(at, _)| self.hides(*at));
            let (first, second) = (unknown.next()?, unknown.next());
            let alone = second.is_none() && self.entries[first.0] == Entry::Withheld;
            self.cheapest(equation).filter(|_| alone)
        })
    }

    /// What to withhold for the first number that can be worked out.
    fn next(&self, system: &System) -> Option<usize> {
        let determined = system.rows.iter().filter_map(|row| {
            let [(place, _)] = row.unknown.as_slice() else {
                return None;
            };
            let cheapest = self.cheapest(&row.known)?;
            (self.entries[*place] == Entry::Withheld).then_some((*place, cheapest))
        });
        determined.min().map(|(_, cheapest)| cheapest)
    }

    /// The shown number of the fewest records among some terms.
    fn cheapest(&self, terms: &[(usize, f64)]) -> Option<usize> {
        let cost = |place: usize| match self.entries[place] {
            Entry::Shown { n, value } => Some((n, value, place)),
            _ => None,
        };
        let least = |a: &(u64, f64, usize), b: &(u64, f64, usize)| {
            let by_value = a.1.abs().total_cmp(&b.1.abs());
            a.0.cmp(&b.0).then(by_value).then(a.2.cmp(&b.2))
        };
        let costs = terms.iter().filter_map(|(place, _)| cost(*place));
        costs.min_by(least).map(|(_, _, place)| place)
    }

    fn hides(&self, place: usize) -> bool {
        matches!(self.entries[place], Entry::Withheld | Entry::Unpublished)
    }

    /// The equations that can say something: not those with an unpublished number that stands nowhere else, nor, these left out,
    /// those of which the same is true now.
    fn telling(&self) -> BTreeSet<usize> {
        let mut holders: Vec<Vec<usize>> = vec![Vec::new(); self.entries.len()];
        for (index, terms) in self.equations.iter().enumerate() {
            for (place, _) in terms {
                holders[*place].push(index);
            }
        }
        let mut kept: BTreeSet<usize> = (0..self.equations.len()).collect();
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
        kept
    }
}

/// Terms of place and factor, sorted by place.
type Terms = Vec<(usize, f64)>;

/// An equation: the terms that a reader does not know, and those that could be withheld yet.
#[derive(Debug, Default)]
struct Equation {
    unknown: Terms,
    known: Terms,
    /// The unknown that this equation was solved for, which stands in no other.
    pivot: Option<usize>,
}

/// Equations after elimination (Gauss and Jordan): an unknown that has one value only stands alone in one of them, and beside
/// it what it is worked out from.
#[derive(Debug)]
struct System {
    rows: Vec<Equation>,
}

impl System {
    fn of(ledger: &Ledger) -> System {
        let mut holders = vec![0_usize; ledger.entries.len()];
        let mut rows = Vec::new();
        for index in ledger.telling() {
            let mut terms: BTreeMap<usize, f64> = BTreeMap::new();
            for (place, factor) in &ledger.equations[index] {
                *terms.entry(*place).or_default() += factor;
            }
            let mut row = Equation::default();
            for (place, factor) in terms.into_iter().filter(|(_, factor)| *factor != 0.0) {
                match ledger.entries[place] {
                    Entry::Withheld | Entry::Unpublished => row.unknown.push((place, factor)),
                    Entry::Shown { .. } => row.known.push((place, factor)),
                    Entry::Fixed => {}
                }
                holders[place] += 1;
            }
            rows.push(row);
        }
        let mut system = System { rows };
        // The shortest first, solved for what stands in the fewest others: so the others stay short.
        while let Some(at) = system.shortest() {
            let unknown = &system.rows[at].unknown;
            let least = largest(unknown) * SMALL;
            let pivots = unknown.iter().filter(|(_, factor)| factor.abs() >= least);
            let pivot = pivots.map(|(place, _)| *place);
            if let Some(pivot) = pivot.min_by_key(|place| (holders[*place], *place)) {
                system.solve(at, pivot);
            }
        }
        system
    }

    /// The equation of the fewest unknowns that is not solved.
    fn shortest(&self) -> Option<usize> {
        let open = self.rows.iter().enumerate();
        let open = open.filter(|(_, row)| row.pivot.is_none() && !row.unknown.is_empty());
        open.min_by_key(|(_, row)| row.unknown.len())
            .map(|(at, _)| at)
    }

    /// Solves an equation for one of its unknowns, and puts what it is into the others.
    fn solve(&mut self, at: usize, pivot: usize) {
        let mut solved = std::mem::take(&mut self.rows[at]);
        if let Some(size) = factor_of(&solved.unknown, pivot) {
            for (_, factor) in solved.unknown.iter_mut().chain(&mut solved.known) {
                *factor /= size;
            }
        }
        solved.pivot = Some(pivot);
        for row in &mut self.rows {
            if let Some(factor) = factor_of(&row.unknown, pivot) {
                subtract(&mut row.unknown, &solved.unknown, factor);
                subtract(&mut row.known, &solved.known, factor);
                row.unknown.retain(|(place, _)| *place != pivot);
            }
        }
        self.rows[at] = solved;
    }

    /// A number that was known is known no more.
    fn hide(&mut self, place: usize) {
        for row in &mut self.rows {
            if let Ok(at) = row.known.binary_search_by_key(&place, |(known, _)| *known) {
                let term = row.known.remove(at);
                let to = row.unknown.partition_point(|(other, _)| *other < place);
                row.unknown.insert(to, term);
            }
        }
        // What follows from numbers that were all shown has to be withheld from now on.
        if let Some(at) = self.shortest() {
            self.solve(at, place);
        }
    }
}

fn factor_of(terms: &Terms, place: usize) -> Option<f64> {
    let at = terms.binary_search_by_key(&place, |(place, _)| *place);
    at.ok().map(|at| terms[at].1)
}

fn largest(terms: &Terms) -> f64 {
    let sizes = terms.iter().map(|(_, factor)| factor.abs());
    sizes.fold(0.0, f64::max)
}

/// `terms` less `factor` times `others`, without what rounding leaves.
fn subtract(terms: &mut Terms, others: &Terms, factor: f64) {
    let least = ROUNDING * largest(terms).max(factor.abs() * largest(others));
    let own = std::mem::take(terms);
    let (mut own, mut others) = (own.into_iter().peekable(), others.iter().peekable());
    loop {
        let place = match (own.peek(), others.peek()) {
            (Some(a), Some(b)) => a.0.min(b.0),
            (Some(a), None) => a.0,
            (None, Some(b)) => b.0,
            (None, None) => break,
        };
        let ours = own.next_if(|term| term.0 == place);
        let theirs = others.next_if(|term| term.0 == place);
        let value = ours.map_or(0.0, |term| term.1) - theirs.map_or(0.0, |term| factor * term.1);
        if value.abs() > least {
            terms.push((place, value));
        }
    }
}
