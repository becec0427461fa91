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
    /// Whether a reader is taken to know how many are in each combination: only who has no value of a variable that results are
    /// printed by.
    pub known: Vec<bool>,
    places: BTreeMap<Vec<u32>, u32>,
}

/// What a cross says of combinations of some of its columns: in those that it does not print nobody is.
struct Rule<'s> {
    test: Option<&'s Test>,
    values: Vec<&'s Values>,
    printed: BTreeSet<Vec<u32>>,
    /// Whether nobody is there at all: not even who has no value of the cross's other variables.
    is_certain: bool,
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
            is_certain: true,
        };
        let mut members: BTreeMap<Vec<u32>, Vec<u32>> = BTreeMap::new();
        for (combination, place) in view.combinations.iter().zip(0..) {
            if let Some(key) = rule.key(&view.columns, combination) {
                members.entry(key).or_default().push(place);
            }
        }
        members
    }

    /// What it says of some columns; nothing where its condition asks for others.
    fn rule<'s>(&'s self, columns: &[usize], atoms: &'s Atoms) -> Option<Rule<'s>> {
        let known = |column: &usize| columns.contains(column);
        if !self
            .test
            .iter()
            .flat_map(Test::columns)
            .all(|at| known(&at))
        {
            return None;
        }
        let named = self.by.iter().map(|name| atoms.values(name));
        let named = named.enumerate();
        let named = named.filter_map(|(at, values)| Some((at, values?)));
        let (named, others): (Vec<_>, Vec<_>) =
            named.partition(|(_, values)| known(&values.column));
        let (at, values): (Vec<usize>, Vec<&Values>) = named.into_iter().unzip();
        let project = |key: &Vec<u32>| at.iter().map(|at| key[*at]).collect();
        (!values.is_empty()).then(|| Rule {
            test: self.test.as_ref(),
            values,
            printed: self.cells.keys().map(project).collect(),
            is_certain: !others.iter().any(|(_, values)| values.of.contains(&None)),
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
    /// The view of some columns; none where more than `most` combinations remain. With `open` only those of which a reader is not
    /// taken to know how many are in them.
    pub fn new(
        columns: &[usize],
        atoms: &Atoms,
        crosses: &[Cross],
        most: usize,
        open: bool,
    ) -> Option<View> {
        let within = |cross: &&Cross| {
            let own = cross.columns(atoms);
            own.iter().all(|column| columns.contains(column))
        };
        let (within, beyond): (Vec<&Cross>, Vec<&Cross>) = crosses.iter().partition(within);
        let mut combinations: Vec<Vec<u32>> = vec![Vec::new()];
        for (depth, column) in columns.iter().enumerate() {
            let own = &columns[..=depth];
            let rules = within
                .iter()
                .filter(|cross| cross.columns(atoms).contains(column));
            let rules = rules.filter_map(|cross| cross.rule(own, atoms));
            let rules: Vec<Rule> = rules.filter(|rule| rule.is_certain).collect();
            let mut longer = Vec::new();
            for combination in combinations {
                for atom in 0..atoms.count(*column) as u32 {
                    if open && atoms.is_known(*column, atom) {
                        continue;
                    }
                    let mut next = combination.clone();
                    next.push(atom);
                    if rules.iter().all(|rule| rule.allows(own, &next)) {
                        longer.push(next);
                    }
                }
                if longer.len() > most {
                    return None;
                }
            }
            combinations = longer;
        }
        let rules = beyond.iter().filter_map(|cross| cross.rule(columns, atoms));
        let rules: Vec<Rule> = rules.collect();
        let allowed = |combination: &Vec<u32>| {
            let mut rules = rules.iter();
            rules.all(|rule| rule.allows(columns, combination))
        };
        let is_known = |combination: &Vec<u32>| {
            let mut own = columns.iter().zip(combination);
            let known = own.any(|(column, atom)| atoms.is_known(*column, *atom));
            known || atoms.knows_blank() && !allowed(combination)
        };
        Some(View {
            columns: columns.to_vec(),
            known: combinations.iter().map(is_known).collect(),
            places: combinations.iter().cloned().zip(0..).collect(),
            combinations,
        })
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
}
