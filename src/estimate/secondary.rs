//! Secondary suppression: what published numbers give away about withheld ones, and which further ones to withhold.
//!
//! A margin is the sum of its parts: a reader who has the margin and all parts but one has that one too. Published numbers are
//! linear equations in the withheld ones; a withheld number that they determine is protected by withholding one more.

use crate::order::sort;
use std::cmp::Ordering;
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

/// What protects the numbers of a ledger.
#[derive(Debug)]
pub(crate) struct Protected {
    /// Places of the numbers that are withheld besides.
    pub further: BTreeSet<usize>,
    /// Whether some withheld number can be worked out all the same.
    pub exposed: bool,
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

    /// Withholds further numbers until no withheld one can be worked out, unless nothing can protect it. What a withheld number is worked
    /// out from loses the shown number of the fewest records. Then every one of them that is not needed is shown again, those of
    /// the most records first.
    pub(crate) fn protect(&mut self) -> Protected {
        let shown = self.entries.clone();
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
        sort(&mut further, &|a, b| fewer(*b, &shown[*b], *a, &shown[*a]));
        let found_out = |system: &System| -> BTreeSet<usize> {
            let alone = system.alone();
            alone
                .filter(|place| shown[*place] == Entry::Withheld)
                .collect()
        };
        // What nothing can protect is found out in any case.
        let given = found_out(&system);
        further.retain(|place| {
            system.show(*place);
            let needed = !found_out(&system).is_subset(&given);
            if needed {
                system.hide(*place);
            } else {
                self.entries[*place] = shown[*place];
            }
            needed
        });
        Protected {
            further: further.into_iter().collect(),
            exposed: !given.is_empty(),
        }
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
            let place = row.alone()?;
            let cheapest = self.cheapest(&row.known)?;
            (self.entries[place] == Entry::Withheld).then_some((place, cheapest))
        });
        determined.min().map(|(_, cheapest)| cheapest)
    }

    /// The shown number of the fewest records among some terms.
    fn cheapest(&self, terms: &[(usize, f64)]) -> Option<usize> {
        let places = terms.iter().map(|(place, _)| *place);
        let shown = places.filter(|at| matches!(self.entries[*at], Entry::Shown { .. }));
        shown.min_by(|a, b| fewer(*a, &self.entries[*a], *b, &self.entries[*b]))
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

/// Which of two shown numbers is of fewer records, or else the smaller, or else entered first.
fn fewer(a: usize, first: &Entry, b: usize, second: &Entry) -> Ordering {
    let (Entry::Shown { n, value }, Entry::Shown { n: m, value: other }) = (first, second) else {
        return a.cmp(&b);
    };
    let by_value = value.abs().total_cmp(&other.abs());
    n.cmp(m).then(by_value).then(a.cmp(&b))
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

impl Equation {
    /// Its only unknown.
    fn alone(&self) -> Option<usize> {
        match self.unknown.as_slice() {
            [(place, _)] => Some(*place),
            _ => None,
        }
    }
}

/// Equations after elimination (Gauss and Jordan): an unknown that has one value only stands alone in one of them, and beside
/// it what it is worked out from.
#[derive(Debug)]
struct System {
    rows: Vec<Equation>,
    /// Equations not solved that hold an unknown, by the number of their unknowns.
    open: BTreeSet<(usize, usize)>,
    /// Equations that hold, or held, each number.
    holders: Vec<Vec<usize>>,
}

impl System {
    fn of(ledger: &Ledger) -> System {
        let mut system = System {
            rows: Vec::new(),
            open: BTreeSet::new(),
            holders: vec![Vec::new(); ledger.entries.len()],
        };
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
                system.holders[place].push(system.rows.len());
            }
            if !row.unknown.is_empty() {
                system.open.insert((row.unknown.len(), system.rows.len()));
            }
            system.rows.push(row);
        }
        system.settle();
        system
    }

    /// The unknowns that have one value only.
    fn alone(&self) -> impl Iterator<Item = usize> {
        self.rows.iter().filter_map(Equation::alone)
    }

    /// Solves what is open: the shortest first, for what stands in the fewest others, so that the others stay short.
    fn settle(&mut self) {
        while let Some((_, at)) = self.open.first().copied() {
            let unknown = &self.rows[at].unknown;
            let least = largest(unknown) * SMALL;
            let pivots = unknown.iter().filter(|(_, factor)| factor.abs() >= least);
            let pivots = pivots.map(|(place, _)| (self.holders[*place].len(), *place));
            if let Some((_, pivot)) = pivots.min() {
                self.solve(at, pivot);
            }
        }
    }

    /// Solves an equation for one of its unknowns, and puts what it is into the others.
    fn solve(&mut self, at: usize, pivot: usize) {
        let mut solved = std::mem::take(&mut self.rows[at]);
        self.open.remove(&(solved.unknown.len(), at));
        if let Some(size) = factor_of(&solved.unknown, pivot) {
            for (_, factor) in solved.unknown.iter_mut().chain(&mut solved.known) {
                *factor /= size;
            }
        }
        solved.pivot = Some(pivot);
        for other in std::mem::replace(&mut self.holders[pivot], vec![at]) {
            let row = &mut self.rows[other];
            let Some(factor) = factor_of(&row.unknown, pivot) else {
                continue;
            };
            self.open.remove(&(row.unknown.len(), other));
            for (place, _) in solved.unknown.iter().chain(&solved.known) {
                let holds = |terms| factor_of(terms, *place).is_some();
                if !holds(&row.unknown) && !holds(&row.known) {
                    self.holders[*place].push(other);
                }
            }
            subtract(&mut row.unknown, &solved.unknown, factor);
            subtract(&mut row.known, &solved.known, factor);
            row.unknown.retain(|(place, _)| *place != pivot);
            if row.pivot.is_none() && !row.unknown.is_empty() {
                self.open.insert((row.unknown.len(), other));
            }
        }
        self.rows[at] = solved;
    }

    /// A number that was known is known no more.
    fn hide(&mut self, place: usize) {
        for at in self.holders[place].clone() {
            let row = &mut self.rows[at];
            if let Some(term) = taken(&mut row.known, place) {
                let to = row.unknown.partition_point(|(other, _)| *other < place);
                row.unknown.insert(to, term);
                // What follows from numbers that were all shown has to be withheld from now on.
                if row.pivot.is_none() {
                    self.open.insert((row.unknown.len(), at));
                }
            }
        }
        self.settle();
    }

    /// A number that was hidden is known again.
    fn show(&mut self, place: usize) {
        for at in self.holders[place].clone() {
            let row = &mut self.rows[at];
            if let Some(term) = taken(&mut row.unknown, place) {
                let to = row.known.partition_point(|(other, _)| *other < place);
                row.known.insert(to, term);
                if row.pivot == Some(place) {
                    row.pivot = None;
                    if !row.unknown.is_empty() {
                        self.open.insert((row.unknown.len(), at));
                    }
                }
            }
        }
        self.settle();
    }
}

/// Takes a place's term out.
fn taken(terms: &mut Terms, place: usize) -> Option<(usize, f64)> {
    let at = terms.binary_search_by_key(&place, |(place, _)| *place);
    at.ok().map(|at| terms.remove(at))
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
