//! Atoms: the values of a column in as few classes as the results of a data set tell apart.

use super::domain::meets;
use super::reading::Reading;
use super::sheet::Sheet;
use super::{Condition, Dataset, Document};
use crate::codebook::Code;
use crate::order::sort;
use std::collections::{BTreeMap, BTreeSet};

/// Begins names that no column has.
const NO_COLUMN: &str = "\u{0}";

/// A value in no printed key.
const UNPRINTED: u32 = u32::MAX;

/// Which answers occur in a column of a data set, by the names of both; none of numbers.
pub(super) type Answers<'a> = dyn Fn(&str, &str) -> Vec<Code> + 'a;

/// What cuts a data set: variables with the values that keys name, and conditions.
pub(super) struct Cuts<'d> {
    by: BTreeMap<&'d str, BTreeSet<String>>,
    domains: Vec<&'d Condition>,
    /// Conditions taken as a whole: all that is known of them is whether they hold.
    pub whole: Vec<&'d Condition>,
}

impl<'d> Cuts<'d> {
    /// What cuts the sheets of a data set.
    pub fn of(sheets: &[Sheet<'d>]) -> Cuts<'d> {
        let mut cuts = Cuts {
            by: BTreeMap::new(),
            domains: Vec::new(),
            whole: Vec::new(),
        };
        for sheet in sheets {
            for (at, name) in sheet.by.iter().enumerate() {
                let keys = sheet.cells.iter().map(|cell| cell.key[at].clone());
                cuts.by.entry(name).or_default().extend(keys);
            }
            let domain = sheet.query.domain.as_ref();
            let domain = domain.filter(|domain| !cuts.domains.contains(domain));
            cuts.domains.extend(domain);
        }
        cuts
    }
}

/// The atoms of every column.
pub(super) struct Atoms<'d> {
    document: &'d Document,
    dataset: &'d Dataset,
    columns: Vec<Vec<Atom>>,
    names: BTreeMap<String, usize>,
    /// What variables of `by` say of their column's atoms.
    values: BTreeMap<&'d str, Values>,
    whole: Vec<&'d Condition>,
    knows_blank: bool,
}

/// Values between which no key and no condition makes a difference.
struct Atom {
    /// One of them; none for no answer.
    like: Option<Code>,
    /// Whether a reader is taken to know how many such records there are, because they have no value of a variable of `by`.
    known: bool,
}

/// The values of a variable of `by`.
pub(super) struct Values {
    pub column: usize,
    /// By atom; none for no answer.
    pub of: Vec<Option<u32>>,
    /// By what keys call them.
    pub printed: BTreeMap<String, u32>,
}

/// A condition in terms of atoms.
pub(super) enum Test {
    /// The column's value is in one of these atoms.
    In(usize, Vec<bool>),
    All(Vec<Test>),
    Any(Vec<Test>),
    Not(Box<Test>),
}

impl Test {
    /// Whether it holds where `atom` says the atom of each of its columns.
    pub fn holds(&self, atom: &dyn Fn(usize) -> u32) -> bool {
        match self {
            Test::In(column, atoms) => atoms[atom(*column) as usize],
            Test::All(parts) => parts.iter().all(|part| part.holds(atom)),
            Test::Any(parts) => parts.iter().any(|part| part.holds(atom)),
            Test::Not(part) => !part.holds(atom),
        }
    }

    /// Its columns.
    pub fn columns(&self) -> BTreeSet<usize> {
        match self {
            Test::In(column, _) => BTreeSet::from([*column]),
            Test::All(parts) | Test::Any(parts) => parts.iter().flat_map(Test::columns).collect(),
            Test::Not(part) => part.columns(),
        }
    }
}

impl<'d> Atoms<'d> {
    /// The atoms that some cuts make. `knows_blank` takes a reader to know who gave no answer.
    pub fn new(
        document: &'d Document,
        dataset: &'d Dataset,
        answers: &Answers,
        knows_blank: bool,
        cuts: &Cuts<'d>,
    ) -> Atoms<'d> {
        let mut leaves = Vec::new();
        for domain in cuts.domains.iter().filter(|at| !cuts.whole.contains(at)) {
            find_leaves(domain, &mut leaves);
        }
        // Whoever gave no answer meets no condition but these.
        let meets_blank = leaves
            .iter()
            .any(|leaf| leaf.not.is_some() || leaf.missing == Some(true));
        leaves.retain(|leaf| leaf.variable.is_some());
        let read = |name: &'d str| Reading::of(document, dataset, name);
        let tested = leaves
            .iter()
            .filter_map(|leaf| Some((leaf.variable.as_deref()?, *leaf)));
        let tested: Vec<(Reading, &Condition)> =
            tested.map(|(name, leaf)| (read(name), leaf)).collect();
        let by: Vec<(&str, Reading)> = cuts.by.keys().map(|name| (*name, read(name))).collect();
        let mut atoms = Atoms {
            document,
            dataset,
            columns: Vec::new(),
            names: BTreeMap::new(),
            values: BTreeMap::new(),
            whole: cuts.whole.clone(),
            knows_blank,
        };
        let named = by.iter().map(|(_, reading)| reading.column());
        let named = named.chain(tested.iter().map(|(reading, _)| reading.column()));
        for column in named.collect::<BTreeSet<&str>>() {
            let by = by.iter().filter(|(_, reading)| reading.column() == column);
            let by: Vec<&(&'d str, Reading)> = by.collect();
            let tested = tested
                .iter()
                .filter(|(reading, _)| reading.column() == column);
            let tested: Vec<&(Reading, &Condition)> = tested.collect();
            let mut samples: Vec<Option<Code>> =
                answers(&dataset.id, column).into_iter().map(Some).collect();
            if samples.is_empty() {
                samples = numbers(&by, &tested, cuts);
            }
            if by.is_empty() || meets_blank || !knows_blank {
                samples.push(None);
            }
            atoms.add(column, samples, &by, &tested, cuts);
        }
        for place in 0..cuts.whole.len() {
            let atom = |holds: bool| Atom {
                like: Some(Code::Number(f64::from(holds))),
                known: false,
            };
            atoms.names.insert(whole(place), atoms.columns.len());
            atoms.columns.push(vec![atom(false), atom(true)]);
        }
        atoms
    }

    /// Number of atoms of a column.
    pub fn count(&self, column: usize) -> usize {
        self.columns[column].len()
    }

    /// Whether a reader is taken to know how many records of this atom there are.
    pub fn is_known(&self, column: usize, atom: u32) -> bool {
        self.columns[column][atom as usize].known
    }

    /// Whether a reader is taken to know who gave no answer.
    pub fn knows_blank(&self) -> bool {
        self.knows_blank
    }

    /// The values of a variable of `by`.
    pub fn values(&self, name: &str) -> Option<&Values> {
        self.values.get(name)
    }

    /// A condition in terms of atoms.
    pub fn test(&self, condition: &Condition) -> Test {
        if let Some(place) = self.whole.iter().position(|known| *known == condition) {
            let column = self.names.get(&whole(place)).copied();
            return Test::In(column.unwrap_or_default(), vec![false, true]);
        }
        let parts = |parts: &[Condition]| parts.iter().map(|part| self.test(part)).collect();
        match (&condition.all, &condition.any, &condition.not) {
            (Some(all), ..) => Test::All(parts(all)),
            (_, Some(any), _) => Test::Any(parts(any)),
            (_, _, Some(part)) => Test::Not(Box::new(self.test(part))),
            _ => {
                let name = condition.variable.as_deref().unwrap_or_default();
                let reading = Reading::of(self.document, self.dataset, name);
                let column = self.names.get(reading.column()).copied();
                let column = column.unwrap_or_default();
                let atoms = self.columns[column].iter();
                let holds = atoms.map(|atom| holds(&reading, condition, atom.like.as_ref()));
                Test::In(column, holds.collect())
            }
        }
    }

    /// Puts values that nothing tells apart into one atom.
    fn add(
        &mut self,
        column: &str,
        samples: Vec<Option<Code>>,
        by: &[&(&'d str, Reading<'d>)],
        tested: &[&(Reading<'d>, &'d Condition)],
        cuts: &Cuts<'d>,
    ) {
        let place = self.columns.len();
        let printed = |name: &str| -> BTreeMap<String, u32> {
            let texts = cuts.by.get(name).into_iter().flatten();
            texts
                .zip(0..)
                .map(|(text, number)| (text.to_string(), number))
                .collect()
        };
        let mut values: Vec<Values> = by
            .iter()
            .map(|(name, _)| Values {
                column: place,
                of: Vec::new(),
                printed: printed(name),
            })
            .collect();
        let mut known = BTreeSet::new();
        let mut atoms = Vec::new();
        for like in samples {
            let said = by.iter().zip(&values).map(|((_, reading), values)| {
                let value = reading.value(like.as_ref()?)?.to_text();
                Some(values.printed.get(&value).copied().unwrap_or(UNPRINTED))
            });
            let said: Vec<Option<u32>> = said.collect();
            let met = tested
                .iter()
                .map(|(reading, leaf)| holds(reading, leaf, like.as_ref()));
            if known.insert((said.clone(), met.collect::<Vec<bool>>())) {
                let known = self.knows_blank && (like.is_none() || said.contains(&None));
                atoms.push(Atom { like, known });
                for (values, said) in values.iter_mut().zip(said) {
                    values.of.push(said);
                }
            }
        }
        self.names.insert(column.into(), place);
        self.columns.push(atoms);
        let names = by.iter().map(|(name, _)| *name);
        self.values.extend(names.zip(values));
    }
}

/// A number of every atom of a column of numbers, and more: those that are named, and others about them.
fn numbers(
    by: &[&(&str, Reading)],
    tested: &[&(Reading, &Condition)],
    cuts: &Cuts,
) -> Vec<Option<Code>> {
    let mut named = Vec::new();
    for (name, reading) in by {
        named.extend(reading.turns());
        let keys = cuts.by.get(name).into_iter().flatten();
        let keys = keys.map(|text| Code::Text(text.clone()));
        named.extend(keys.filter_map(|key| reading.named(&key)));
    }
    for (reading, leaf) in tested {
        named.extend(reading.turns());
        let codes = leaf.among.iter().flatten().chain(&leaf.eq).chain(&leaf.ne);
        named.extend(codes.filter_map(|code| reading.named(code)));
        let limits = [leaf.lt, leaf.le, leaf.gt, leaf.ge].into_iter().flatten();
        named.extend(limits.filter_map(|limit| reading.named(&Code::Number(limit))));
    }
    let mut numbers: Vec<f64> = named.iter().filter_map(Code::number).collect();
    sort(&mut numbers, &f64::total_cmp);
    let least = numbers.first().map_or(0.0, |least| least - 1.0);
    let most = numbers.last().map_or(0.0, |most| most + 1.0);
    let between = numbers.windows(2).map(|pair| (pair[0] + pair[1]) / 2.0);
    let others: Vec<f64> = between.chain([least, most]).collect();
    let all = numbers.into_iter().chain(others);
    all.map(|number| Some(Code::Number(number))).collect()
}

/// Whether a comparison holds where `raw` stands in its variable's column.
fn holds(reading: &Reading, leaf: &Condition, raw: Option<&Code>) -> bool {
    match raw.and_then(|raw| reading.value(raw)) {
        Some(value) => meets(leaf, &value),
        None => leaf.missing == Some(true),
    }
}

/// Comparisons and negations of a condition.
fn find_leaves<'c>(condition: &'c Condition, found: &mut Vec<&'c Condition>) {
    let parts = condition.all.iter().chain(&condition.any).flatten();
    for part in parts.chain(condition.not.as_deref()) {
        find_leaves(part, found);
    }
    if condition.variable.is_some() || condition.not.is_some() {
        found.push(condition);
    }
}

/// Name of the column of a condition that is taken as a whole.
fn whole(place: usize) -> String {
    format!("{NO_COLUMN}{place}")
}
