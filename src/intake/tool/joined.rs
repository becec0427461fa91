//! Several answers in one cell: `Radio;TV;` and `Radio, TV`, where an answer may hold a comma itself.

use crate::intake::profile::Profile;
use std::collections::{BTreeMap, BTreeSet};

/// Most answers that a question of several may have.
const MAX_OPTIONS: usize = 60;
/// Answers beyond which those that occur once are a person's own words.
const MANY_OPTIONS: usize = 25;
/// Most parts of a cell.
const MAX_PARTS: usize = 100;
/// Values that are named where they can be read in two ways.
const NAMED: usize = 5;

/// How the answers of a question are told apart.
pub(super) struct Joined {
    /// The answers.
    pub(super) options: Vec<String>,
    /// There are answers beside them, in a person's own words: they count as one more.
    pub(super) other: bool,
    between: &'static str,
}

/// Answers that were found, and values that can be read in two ways.
pub(super) struct Solved {
    pub(super) joined: Joined,
    pub(super) ambiguous: Vec<String>,
}

impl Joined {
    /// The answers of a column each of whose cells ends with a semicolon, as Microsoft's forms write them.
    pub(super) fn semicolons(profile: &Profile) -> Option<Joined> {
        if !profile.only(|value| value.ends_with(';') && value.len() > 1) {
            return None;
        }
        let mut options = Vec::new();
        for value in profile.values.keys() {
            for part in value
                .split(';')
                .map(str::trim)
                .filter(|part| !part.is_empty())
            {
                if !options.iter().any(|known| known == part) {
                    options.push(part.to_string());
                }
            }
        }
        (options.len() <= MAX_OPTIONS).then_some(Joined {
            options,
            other: false,
            between: ";",
        })
    }

    /// The answers of a column whose cells list them by blanks, as forms write their codes, where it holds no others. Beyond the values
    /// that are kept, whoever says so is believed.
    pub(super) fn blanks(profile: &Profile, options: &[String]) -> Option<Joined> {
        let known = |part: &str| options.iter().any(|option| option == part);
        let values = profile.values.keys();
        let parts = values.flat_map(|value| value.split_ascii_whitespace());
        (parts.into_iter().all(known)).then(|| Joined {
            options: options.to_vec(),
            other: false,
            between: " ",
        })
    }

    /// The answers of a column whose cells join them by a comma and a space, as Google's forms do, if it is such a column.
    ///
    /// An answer given alone is known. What only ever follows one other part, and goes on in lower case where answers begin with
    /// capitals, belongs to it: «Sí, siempre». Nothing else is joined; values that could be read otherwise are listed.
    pub(super) fn commas(profile: &Profile) -> Option<Solved> {
        if profile.many || profile.values.len() < 2 {
            return None;
        }
        let counts = Parts::of(profile)?;
        let mut known: BTreeSet<String> =
            counts.alone.iter().map(|part| part.to_string()).collect();
        let given_alone = known.len();
        let glued = counts.glued();
        for value in profile.values.keys() {
            let parts: Vec<&str> = value.split(", ").collect();
            let mut open = String::new();
            for (at, part) in parts.iter().enumerate() {
                if at > 0 && glued.contains(&(parts[at - 1], *part)) {
                    open.push_str(", ");
                } else if !open.is_empty() {
                    known.insert(std::mem::take(&mut open));
                }
                open.push_str(part);
            }
            known.insert(open);
        }
        let mut joined = Joined {
            options: known.into_iter().collect(),
            other: false,
            between: ", ",
        };
        let mut uses: Vec<u64> = vec![0; joined.options.len()];
        let mut several = 0;
        for (value, n) in &profile.values {
            let chosen = joined.chosen(value);
            let count = chosen.iter().filter(|chosen| **chosen).count();
            several += u64::from(count > 1);
            for (uses, _) in uses.iter_mut().zip(&chosen).filter(|(_, chosen)| **chosen) {
                *uses += n;
            }
        }
        let options = joined.options.len();
        let total: u64 = uses.iter().sum();
        // A person's own sentences have commas too, but their parts do not come again, and are not given alone.
        let answers = several > 0
            && total * 2 >= options as u64 * 3
            && given_alone * 3 >= options
            && options <= MAX_OPTIONS;
        if !answers {
            return None;
        }
        let ambiguous = profile
            .values
            .keys()
            .filter(|value| joined.readings(value) > 1 || counts.inseparable(value, &glued));
        let ambiguous = ambiguous.take(NAMED).cloned().collect();
        if options > MANY_OPTIONS {
            let mut often = uses.iter().map(|uses| *uses > 1);
            joined.options.retain(|_| often.next().unwrap_or(true));
            joined.other = true;
        }
        Some(Solved { joined, ambiguous })
    }

    /// Which answers a cell holds; the last tells of others, where there are such.
    pub(super) fn chosen(&self, value: &str) -> Vec<bool> {
        let mut chosen = vec![false; self.options.len() + usize::from(self.other)];
        let ends = self.ends(value);
        // The fewest unknown parts from each part on, then the fewest answers: the longest answer that leaves nothing over.
        let mut best: Vec<(usize, usize, usize, Option<usize>)> =
            vec![(0, 0, ends.len(), None); ends.len() + 1];
        for from in (0..ends.len()).rev() {
            let (unknown, answers, ..) = best[from + 1];
            best[from] = (unknown + 1, answers + 1, from + 1, None);
            for to in from + 1..=ends.len() {
                let Some(option) = self.option(&value[ends[from].0..ends[to - 1].1]) else {
                    continue;
                };
                let (unknown, answers, ..) = best[to];
                if (unknown, answers + 1) <= (best[from].0, best[from].1) {
                    best[from] = (unknown, answers + 1, to, Some(option));
                }
            }
        }
        let mut at = 0;
        while at < ends.len() {
            let (_, _, next, option) = best[at];
            let place = option.unwrap_or(self.options.len());
            if let Some(chosen) = chosen.get_mut(place) {
                *chosen = true;
            }
            at = next;
        }
        chosen
    }

    /// In how many ways a value is made of known answers; no more than 2 are counted.
    fn readings(&self, value: &str) -> u64 {
        let ends = self.ends(value);
        let mut ways = vec![0u64; ends.len() + 1];
        ways[ends.len()] = 1;
        for from in (0..ends.len()).rev() {
            let to = (from + 1..=ends.len())
                .filter(|to| self.option(&value[ends[from].0..ends[to - 1].1]).is_some());
            ways[from] = to.map(|to| ways[to]).sum::<u64>().min(2);
        }
        ways[0]
    }

    fn option(&self, text: &str) -> Option<usize> {
        self.options.iter().position(|option| option == text)
    }

    /// Where the parts of a value begin and end.
    fn ends(&self, value: &str) -> Vec<(usize, usize)> {
        let parts = value.split(self.between).take(MAX_PARTS);
        let start = |part: &str| part.as_ptr() as usize - value.as_ptr() as usize;
        parts
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| (start(part), start(part) + part.len()))
            .collect()
    }
}

/// The parts of a column's values: which stand alone, and what stands before and after each.
struct Parts<'a> {
    alone: BTreeSet<&'a str>,
    before: BTreeMap<&'a str, BTreeSet<Option<&'a str>>>,
    after: BTreeMap<&'a str, BTreeSet<Option<&'a str>>>,
    times: BTreeMap<&'a str, u64>,
    /// Some answer begins in lower case.
    small: bool,
}

impl<'a> Parts<'a> {
    fn of(profile: &'a Profile) -> Option<Parts<'a>> {
        let mut parts = Parts {
            alone: BTreeSet::new(),
            before: BTreeMap::new(),
            after: BTreeMap::new(),
            times: BTreeMap::new(),
            small: false,
        };
        for (value, n) in &profile.values {
            let list: Vec<&str> = value.split(", ").collect();
            if list.len() > MAX_PARTS {
                return None;
            }
            if let [only] = list.as_slice() {
                parts.alone.insert(only);
            }
            parts.small |= begins_small(list[0]);
            for (at, part) in list.iter().enumerate() {
                let before = at.checked_sub(1).map(|at| list[at]);
                parts.before.entry(part).or_default().insert(before);
                let after = list.get(at + 1).copied();
                parts.after.entry(part).or_default().insert(after);
                *parts.times.entry(part).or_default() += n;
            }
        }
        Some(parts)
    }

    /// Pairs of parts that are one answer.
    fn glued(&self) -> BTreeSet<(&'a str, &'a str)> {
        let mut glued = BTreeSet::new();
        if self.small {
            return glued;
        }
        for (part, before) in &self.before {
            if let [Some(first)] = Vec::from_iter(before.iter().copied())[..]
                && begins_small(part)
                && !self.alone.contains(part)
            {
                glued.insert((first, *part));
            }
        }
        glued
    }

    /// Whether a value has two parts that always come together, more than once, and that nothing tells to be one answer or two.
    fn inseparable(&self, value: &str, glued: &BTreeSet<(&str, &str)>) -> bool {
        let parts: Vec<&str> = value.split(", ").collect();
        parts.windows(2).any(|pair| {
            let (first, second) = (pair[0], pair[1]);
            let after = self.after.get(first).is_some_and(|after| after.len() == 1);
            let before = self
                .before
                .get(second)
                .is_some_and(|before| before.len() == 1);
            let times = self.times.get(first).is_some_and(|times| *times > 1);
            after && before && times && !glued.contains(&(first, second))
        })
    }
}

fn begins_small(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}
