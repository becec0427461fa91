//! Suppression over results of different `where`: a solver that knows nothing of how it is done looks at every combination of
//! traits and answers, and tries to work out what is withheld.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::subsequence;
use pulso::codebook::Code;
use pulso::document::{Document, Sources};
use pulso::estimate::{Flag, Results, Row};
use pulso::read::{Options, read};
use serde_json::{Value, json};
use std::ops::Range;

/// Three traits and an answer; the last value of each stands for none.
pub(super) type Person = [usize; 4];

const NAMES: [&str; 4] = ["a", "b", "c", "y"];
/// Values of each trait and of the answer.
const LEVELS: [usize; 4] = [3, 3, 2, 3];

fn everybody() -> impl Iterator<Item = Person> {
    let sizes = LEVELS.map(|levels| levels + 1);
    let [a, b, c, y] = sizes;
    (0..a * b * c * y).map(move |at| [at / (b * c * y), at / (c * y) % b, at / y % c, at % y])
}

fn value(person: &Person, name: usize) -> Option<usize> {
    Some(person[name]).filter(|value| *value < LEVELS[name])
}

/// A condition, with an own idea of what it means.
#[derive(Debug, Clone)]
pub(super) enum Where {
    Eq(usize, usize),
    Ne(usize, usize),
    In(usize, Vec<usize>),
    Less(usize, usize),
    AtLeast(usize, usize),
    Missing(usize, bool),
    Not(Box<Where>),
    Any(Vec<Where>),
    All(Vec<Where>),
}

impl Where {
    fn holds(&self, person: &Person) -> bool {
        let is =
            |name: &usize, test: &dyn Fn(usize) -> bool| value(person, *name).is_some_and(test);
        match self {
            Where::Eq(name, own) => is(name, &|value| value == *own),
            Where::Ne(name, own) => is(name, &|value| value != *own),
            Where::In(name, own) => is(name, &|value| own.contains(&value)),
            Where::Less(name, limit) => is(name, &|value| value < *limit),
            Where::AtLeast(name, limit) => is(name, &|value| value >= *limit),
            Where::Missing(name, missing) => value(person, *name).is_none() == *missing,
            Where::Not(part) => !part.holds(person),
            Where::Any(parts) => parts.iter().any(|part| part.holds(person)),
            Where::All(parts) => parts.iter().all(|part| part.holds(person)),
        }
    }

    fn json(&self) -> Value {
        let list = |parts: &[Where]| parts.iter().map(Where::json).collect::<Vec<Value>>();
        match self {
            Where::Eq(name, own) => json!({"variable": NAMES[*name], "eq": own}),
            Where::Ne(name, own) => json!({"variable": NAMES[*name], "ne": own}),
            Where::In(name, own) => json!({"variable": NAMES[*name], "in": own}),
            Where::Less(name, limit) => json!({"variable": NAMES[*name], "lt": limit}),
            Where::AtLeast(name, limit) => json!({"variable": NAMES[*name], "ge": limit}),
            Where::Missing(name, missing) => json!({"variable": NAMES[*name], "missing": missing}),
            Where::Not(part) => json!({"not": part.json()}),
            Where::Any(parts) => json!({"any": list(parts)}),
            Where::All(parts) => json!({"all": list(parts)}),
        }
    }
}

/// What a query crosses, for whom, and what it asks: 0 records, 1 a mean, 2 shares.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub by: Vec<usize>,
    pub domain: Option<Where>,
    pub what: usize,
}

fn comparison() -> impl Strategy<Value = Where> {
    (0..3_usize, 0..6_usize, 0..3_usize, 1..7_usize).prop_map(|(name, kind, value, several)| {
        let value = value % LEVELS[name];
        let among = (0..LEVELS[name]).filter(|value| several >> value & 1 == 1);
        match kind {
            0 => Where::Eq(name, value),
            1 => Where::Ne(name, value),
            2 => Where::In(
                name,
                Some(among.collect())
                    .filter(|among: &Vec<_>| !among.is_empty())
                    .unwrap_or(vec![0]),
            ),
            3 => Where::Less(name, value + 1),
            4 => Where::AtLeast(name, value),
            _ => Where::Missing(name, value == 0),
        }
    })
}

fn condition() -> impl Strategy<Value = Where> {
    let pair = || vec(comparison(), 2);
    prop_oneof![
        4 => comparison(),
        2 => comparison().prop_map(|part| Where::Not(Box::new(part))),
        1 => pair().prop_map(Where::Any),
        1 => pair().prop_map(Where::All),
        1 => pair().prop_map(|parts| Where::Not(Box::new(Where::Any(parts)))),
    ]
}

fn asked() -> impl Strategy<Value = Vec<Asked>> {
    let by = subsequence(vec![0, 1, 2], 0..=3);
    let domain = proptest::option::weighted(0.6, condition());
    let one = (by, domain, 0..3_usize);
    vec(
        one.prop_map(|(by, domain, what)| Asked { by, domain, what }),
        1..8,
    )
}

/// People, few of whom have the last values; `gaps` leaves values out. Every value occurs.
fn people(gaps: bool, count: Range<usize>) -> impl Strategy<Value = Vec<Person>> {
    let skewed = move |levels: usize| {
        let levels = levels + usize::from(gaps);
        (0.0..1.0_f64).prop_map(move |x| (x * x * levels as f64) as usize)
    };
    let person = (skewed(3), skewed(3), skewed(2), skewed(3));
    vec(person, count).prop_map(|drawn| {
        let first = (0..3).map(|at| [at, at, at.min(1), at]);
        let drawn = drawn.into_iter().map(|(a, b, c, y)| [a, b, c, y]);
        first.chain(drawn).collect()
    })
}

pub(super) fn run(people: &[Person], asked: &[Asked], basis: &str, suppress: &Value) -> Results {
    let mut text = String::from("a,b,c,y\n");
    for person in people {
        let cells = (0..4).map(|name| value(person, name).map(|value| value.to_string()));
        text += &cells
            .map(Option::unwrap_or_default)
            .collect::<Vec<_>>()
            .join(",");
        text += "\n";
    }
    let mut sources = Sources::default();
    let table = read("people.csv", text.as_bytes(), Options::default()).unwrap();
    sources.hold("people.csv", table);
    let query = |(index, asked): (usize, &Asked)| {
        let by: Vec<&str> = asked.by.iter().map(|name| NAMES[*name]).collect();
        let estimates = ["count", "mean", "proportion"];
        let mut query = json!({"id": format!("q{index}"), "dataset": "people", "by": by,
            "estimate": estimates[asked.what], "suppress": suppress});
        if asked.what > 0 {
            query["of"] = json!({"variable": "y"});
        }
        if let Some(domain) = &asked.domain {
            query["where"] = domain.json();
        }
        query
    };
    let queries: Vec<Value> = asked.iter().enumerate().map(query).collect();
    let document = json!({"pulso": 1, "queries": queries, "datasets": [
        {"id": "people", "kind": "survey", "source": "people.csv", "basis": basis}]});
    let results = sources.run(&Document::parse(&document.to_string()).unwrap());
    assert_eq!(results.errors, vec![]);
    results
}

/// Numbers modulo a prime: elimination without rounding.
const PRIME: i64 = 2_147_483_629;

fn inverse(base: i64) -> i64 {
    let (mut base, mut exponent, mut result) = (base.rem_euclid(PRIME), PRIME - 2, 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    result
}

/// What published numbers say, in echelon form over the number of people of each combination.
struct Solver {
    rows: Vec<(usize, Vec<i64>)>,
    /// Combinations of which the solver does not know that nobody is in them.
    open: Vec<Person>,
}

impl Solver {
    /// Looks at which cells are printed, and whom they leave out. `complete` knows that everybody answered everything.
    fn new(asked: &[Asked], results: &Results, complete: bool) -> Solver {
        let mut open: Vec<Person> = everybody().collect();
        open.retain(|person| !complete || (0..4).all(|name| value(person, name).is_some()));
        for (asked, result) in asked.iter().zip(&results.results) {
            open.retain(|person| {
                let answers = asked.by.iter().all(|name| value(person, *name).is_some());
                let counted = answers && asked.domain.as_ref().is_none_or(|at| at.holds(person));
                let rows = || result.rows.iter().filter(|row| is_in(asked, row, person));
                let nobody = |row: &Row| row.n == Some(0) && is_valid(asked, person);
                !counted || rows().next().is_some() && !rows().any(nobody)
            });
        }
        Solver {
            rows: Vec::new(),
            open,
        }
    }

    fn form(&self, of: &dyn Fn(&Person) -> i64) -> Vec<i64> {
        self.open.iter().map(of).collect()
    }

    fn reduce(&self, mut form: Vec<i64>) -> Vec<i64> {
        for (pivot, row) in &self.rows {
            let factor = form[*pivot];
            if factor != 0 {
                for (value, known) in form.iter_mut().zip(row) {
                    *value = (*value - factor * known).rem_euclid(PRIME);
                }
            }
        }
        form
    }

    fn learn(&mut self, form: Vec<i64>) {
        let mut form = self.reduce(form);
        if let Some(pivot) = form.iter().position(|value| *value != 0) {
            let inverse = inverse(form[pivot]);
            form.iter_mut()
                .for_each(|value| *value = *value * inverse % PRIME);
            self.rows.push((pivot, form));
        }
    }

    fn knows(&self, form: Vec<i64>) -> bool {
        self.reduce(form).iter().all(|value| *value == 0)
    }
}

/// Whether a person is one of those whom a row speaks of.
fn is_in(asked: &Asked, row: &Row, person: &Person) -> bool {
    let named = |name: &usize| {
        let own = value(person, *name).map(|value| Code::Number(value as f64));
        own.is_some() && row.by.get(NAMES[*name]) == own.as_ref()
    };
    asked
        .domain
        .as_ref()
        .is_none_or(|domain| domain.holds(person))
        && asked.by.iter().all(named)
}

/// Whether a person answered what is asked.
fn is_valid(asked: &Asked, person: &Person) -> bool {
    asked.what == 0 || value(person, 3).is_some()
}

/// What a person adds to n, and to n times the estimate.
fn adds(asked: &Asked, row: &Row, person: &Person) -> [i64; 2] {
    let counts = is_in(asked, row, person) && is_valid(asked, person);
    let score = match &row.category {
        Some(category) => i64::from(*category == Code::Number(person[3] as f64)),
        None if asked.what == 1 => person[3] as i64,
        None => 1,
    };
    [i64::from(counts), if counts { score } else { 0 }]
}

fn rows<'r>(
    asked: &'r [Asked],
    results: &'r Results,
) -> impl Iterator<Item = (&'r Asked, &'r Row)> {
    let pairs = asked.iter().zip(&results.results);
    pairs.flat_map(|(asked, result)| result.rows.iter().map(move |row| (asked, row)))
}

/// Tries to work out every number that is withheld.
fn attack(people: &[Person], asked: &[Asked], complete: bool) -> Result<(), TestCaseError> {
    let results = run(people, asked, "census", &json!({"min_n": 5}));
    let mut solver = Solver::new(asked, &results, complete);
    for (asked, row) in rows(asked, &results).filter(|(_, row)| row.n.is_some()) {
        prop_assert!(row.n == Some(0) || row.n >= Some(5), "{row:?}");
        solver.learn(solver.form(&|person| adds(asked, row, person)[0]));
        solver.learn(solver.form(&|person| adds(asked, row, person)[1]));
    }
    for (asked, row) in rows(asked, &results).filter(|(_, row)| row.n.is_none()) {
        prop_assert!(
            [[Flag::TooFew], [Flag::Secondary]]
                .iter()
                .any(|flags| row.flags == flags)
        );
        prop_assert_eq!((row.estimate, row.se, row.response), (None, None, None));
        let [n, sum] = [0, 1].map(|at| solver.form(&|person| adds(asked, row, person)[at]));
        prop_assert!(!solver.knows(n), "n of {row:?} of {asked:?}");
        prop_assert!(!solver.knows(sum), "{row:?} of {asked:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    /// Everybody answered, and the solver knows it; some combinations have nobody.
    #[test]
    fn no_withheld_number_follows_from_other_domains(people in people(false, 5..120), asked in asked()) {
        attack(&people, &asked, true)?;
    }

    /// A trait that follows from another, as a country from its region: crosses of which neither is part of the other say more.
    #[test]
    fn nor_from_crosses_that_do_not_nest(people in people(false, 5..120), what in 0..3_usize, asked in asked()) {
        let nested: Vec<Person> = people.iter().map(|[a, b, _, y]| [*a, *b, b % 2, *y]).collect();
        let pairs = [[0, 1], [0, 2], [1, 2]].map(|by| Asked { by: by.to_vec(), domain: None, what });
        attack(&nested, &[pairs.to_vec(), asked].concat(), true)?;
    }

    /// Single shares are withheld for their errors, while the others of their cell stand.
    #[test]
    fn no_unreliable_share_follows_from_other_domains(people in people(false, 100..600), asked in asked()) {
        let asked: Vec<Asked> = asked.into_iter().map(|asked| Asked { what: 2, ..asked }).collect();
        let results = run(&people, &asked, "probability", &json!({"rule": "nchs"}));
        let mut solver = Solver::new(&asked, &results, true);
        for (asked, row) in rows(&asked, &results).filter(|(_, row)| row.n.is_some()) {
            solver.learn(solver.form(&|person| adds(asked, row, person)[0]));
            solver.learn(solver.form(&|person| adds(asked, row, person)[1]));
        }
        for (asked, row) in rows(&asked, &results).filter(|(_, row)| row.n.is_none()) {
            let sum = solver.form(&|person| adds(asked, row, person)[1]);
            prop_assert!(!solver.knows(sum), "{row:?} of {asked:?}");
        }
    }

    /// Some did not answer.
    #[test]
    fn nor_where_answers_are_missing(people in people(true, 5..120), asked in asked()) {
        attack(&people, &asked, false)?;
    }

    #[test]
    fn nothing_is_withheld_for_another_domain_where_nothing_is_at_all(people in people(true, 5..120), asked in asked()) {
        let all = run(&people, &asked, "census", &json!({"rule": "none"}));
        let least = all.results.iter().flat_map(|result| &result.rows).filter_map(|row| row.n).min();
        if least.is_none_or(|least| least >= 5) {
            let held = run(&people, &asked, "census", &json!({"min_n": 5}));
            let flagged = |results: &Results| -> Vec<Vec<Flag>> { results.results.iter().flat_map(|result| &result.rows).map(|row| row.flags.clone()).collect() };
            prop_assert_eq!(flagged(&held), flagged(&all));
        }
    }
}
