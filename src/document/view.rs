//! Views: the combinations of some columns' atoms that somebody can be in.

use super::Condition;
use super::atom::{Atoms, Test, Values};
use std::collections::{BTreeMap, BTreeSet};

/// What one `by` and one `where` cut the records into.
pub(super) struct Cross<'d> {
    pub by: Vec<&'d str>,
    pub domain: Option<&'d Condition>,
    pub test: Option<Test>,
    /// Regions of the printed cells, by the numbers of their values.
    pub cells: BTreeMap<Vec<u32>, usize>,
    /// The view in which its cells are sets of combinations; none where that would have too many.
    pub view: Option<usize>,
    /// The region that each combination of the view lies in.
    pub lies_in: Vec<Option<usize>>,
}

/// The combinations of some columns' atoms that somebody can be in.
pub(super) struct View {
    /// The columns, in order.
    pub columns: Vec<usize>,
    /// An atom of each column.
    pub combinations: Vec<Vec<u32>>,
    places: BTreeMap<Vec<u32>, u32>,
}

/// What a cross says of combinations of some of its columns: in those that it does not print nobody is.
struct Rule<'s> {
    test: Option<&'s Test>,
    values: Vec<&'s Values>,
    printed: BTreeSet<Vec<u32>>,
}

impl Cross<'_> {
    /// Its columns, in order.
    pub fn columns(&self, atoms: &Atoms) -> Vec<usize> {
        let by = self.by.iter().filter_map(|name| atoms.values(name));
        let by = by.map(|values| values.column);
        let tested = self.test.iter().flat_map(Test::columns);
        let columns: BTreeSet<usize> = by.chain(tested).collect();
        columns.into_iter().collect()
    }

    /// The combinations of each of its cells.
    pub fn members(&self, view: &View, atoms: &Atoms) -> BTreeMap<Vec<u32>, Vec<u32>> {
        let rule = Rule {
            test: self.test.as_ref(),
            values: self
                .by
                .iter()
                .filter_map(|name| atoms.values(name))
                .collect(),
            printed: BTreeSet::new(),
        };
        let mut members: BTreeMap<Vec<u32>, Vec<u32>> = BTreeMap::new();
        for (combination, place) in view.combinations.iter().zip(0..) {
            if let Some(key) = rule.key(&view.columns, combination) {
                members.entry(key).or_default().push(place);
            }
        }
        members
    }

    /// What it says of the last of some columns together with those before; nothing where its condition asks for others.
    fn rule<'s>(&'s self, columns: &[usize], atoms: &'s Atoms) -> Option<Rule<'s>> {
        let tested = self.test.as_ref().map(Test::columns).unwrap_or_default();
        if !tested.iter().all(|column| columns.contains(column)) {
            return None;
        }
        let named = self.by.iter().map(|name| atoms.values(name));
        let named = named
            .enumerate()
            .filter_map(|(at, values)| Some((at, values?)));
        let named = named.filter(|(_, values)| columns.contains(&values.column));
        let (at, values): (Vec<usize>, Vec<&Values>) = named.unzip();
        let last = columns.last();
        let says = values.iter().any(|values| Some(&values.column) == last)
            || !values.is_empty() && last.is_some_and(|last| tested.contains(last));
        let project = |key: &Vec<u32>| at.iter().map(|at| key[*at]).collect();
        says.then(|| Rule {
            test: self.test.as_ref(),
            values,
            printed: self.cells.keys().map(project).collect(),
        })
    }
}

impl Rule<'_> {
    /// The values of a combination; none where the condition does not hold or one has no answer.
    fn key(&self, columns: &[usize], combination: &[u32]) -> Option<Vec<u32>> {
        let atom = |column: usize| {
            let at = columns.binary_search(&column);
            at.map_or(0, |at| combination[at])
        };
        if !self.test.is_none_or(|test| test.holds(&atom)) {
            return None;
        }
        let values = self.values.iter();
        let values = values.map(|values| values.of[atom(values.column) as usize]);
        values.collect()
    }

    fn allows(&self, columns: &[usize], combination: &[u32]) -> bool {
        let key = self.key(columns, combination);
        key.is_none_or(|key| self.printed.contains(&key))
    }
}

impl View {
    /// The view of some columns; none where more than `most` combinations remain. `counts` says which of them, whole or cut
    /// short, are looked at.
    pub fn new(
        columns: &[usize],
        atoms: &Atoms,
        crosses: &[Cross],
        most: usize,
        counts: &dyn Fn(&[usize], &[u32]) -> bool,
    ) -> Option<View> {
        let mut combinations: Vec<Vec<u32>> = vec![Vec::new()];
        for (depth, column) in columns.iter().enumerate() {
            let own = &columns[..=depth];
            let rules = crosses.iter().filter_map(|cross| cross.rule(own, atoms));
            let rules: Vec<Rule> = rules.collect();
            let mut longer = Vec::new();
            for combination in combinations {
                for atom in 0..atoms.count(*column) as u32 {
                    let mut next = combination.clone();
                    next.push(atom);
                    if counts(own, &next) && rules.iter().all(|rule| rule.allows(own, &next)) {
                        longer.push(next);
                    }
                }
                if longer.len() > most {
                    return None;
                }
            }
            combinations = longer;
        }
        let places = combinations.iter().cloned().zip(0..).collect();
        Some(View {
            columns: columns.to_vec(),
            combinations,
            places,
        })
    }

    /// Whether records of a combination have no value in a variable that results are printed by.
    pub fn is_blank(&self, at: usize, atoms: &Atoms) -> bool {
        let mut own = self.columns.iter().zip(&self.combinations[at]);
        own.any(|(column, atom)| atoms.is_blank(*column, *atom))
    }

    /// Whether each of its columns is one of another's.
    pub fn is_part_of(&self, finer: &View) -> bool {
        let mut columns = self.columns.iter();
        columns.all(|column| finer.columns.contains(column))
    }

    /// The combination of a coarser view that each of its own lies in.
    pub fn project(&self, coarser: &View) -> Vec<Option<u32>> {
        let kept = self.columns.iter();
        let kept: Vec<bool> = kept
            .map(|column| coarser.columns.contains(column))
            .collect();
        let of = |combination: &Vec<u32>| {
            let atoms = combination.iter().zip(&kept).filter(|(_, kept)| **kept);
            let atoms: Vec<u32> = atoms.map(|(atom, _)| *atom).collect();
            coarser.places.get(&atoms).copied()
        };
        self.combinations.iter().map(of).collect()
    }

    /// Whether a combination of another view and one of this may hold the same records.
    pub fn meets(&self, own: usize, other: &View, theirs: usize) -> bool {
        let own = self.columns.iter().zip(&self.combinations[own]);
        let theirs = &other.combinations[theirs];
        let mut own = own.map(|(column, atom)| (other.columns.binary_search(column), atom));
        own.all(|(at, atom)| at.is_err() || at.is_ok_and(|at| theirs[at] == *atom))
    }
}
