//! What a series along two steps says, when the author gives no title.

use super::Steps;
use crate::chart::context::{Context, key};
use crate::chart::crossed::Line;
use crate::chart::rows::self_selected;
use crate::chart::sentence::range_at;
use crate::locale::catalogue::chart as say;
use crate::locale::format::integer;
use std::cmp::Ordering;

/// The later value less the earlier one of a line, with its interval, where the results have tested it.
pub(in crate::chart) fn change(
    steps: &Steps,
    line: &Line,
    (from, to): (usize, usize),
) -> Option<(f64, [f64; 2])> {
    let (one, two) = (line.rows.get(from)?.as_ref()?, line.rows.get(to)?.as_ref()?);
    let by = steps.crossed.by?;
    if self_selected(steps.result) {
        return None;
    }
    for comparison in &steps.result.comparisons {
        if comparison.item != one.item || comparison.category != one.category {
            continue;
        }
        let (Some(value), Some([low, high])) = (comparison.estimate, comparison.ci) else {
            continue;
        };
        let with = |row: &crate::estimate::Row| row.by.get(by).map(key);
        if comparison.by == two.by && with(one).as_ref() == Some(&comparison.with) {
            return Some((value, [low, high]));
        }
        if comparison.by == one.by && with(two).as_ref() == Some(&comparison.with) {
            return Some((-value, [-high, -low]));
        }
    }
    None
}

/// Which way a change goes, where its interval leaves out zero.
pub(in crate::chart) fn direction([low, high]: [f64; 2]) -> Ordering {
    if low > 0.0 {
        Ordering::Greater
    } else if high < 0.0 {
        Ordering::Less
    } else {
        Ordering::Equal
    }
}

/// The finding: the country in focus, how many rose and fell, the average, or the range at the last step.
pub(in crate::chart) fn finding(context: &Context, steps: &Steps) -> String {
    let lines = &steps.crossed.lines;
    let mut focus = lines.iter().filter(|line| line.subject.highlighted);
    if let (Some(line), None) = (focus.next(), focus.next())
        && let Some(said) = of_one(context, steps, line, &line.subject.label)
    {
        return said;
    }
    if let Some(said) = counted(context, steps) {
        return said;
    }
    // Each of several groups has an average of its own.
    let mut averages = lines.iter().filter(|line| line.subject.average);
    let average = averages.next().filter(|_| averages.next().is_none());
    let name = context.say(&say::AVERAGE);
    if let Some(said) = average.and_then(|line| of_one(context, steps, line, name)) {
        return said;
    }
    if let [line] = lines.as_slice()
        && let Some(said) = of_one(context, steps, line, &line.subject.label)
    {
        return said;
    }
    range(context, steps).unwrap_or_else(|| context.say(&say::NOTHING_TO_SHOW).to_string())
}

/// One line: its first and its last value.
fn of_one(context: &Context, steps: &Steps, line: &Line, name: &str) -> Option<String> {
    let (from, to) = line.ends().filter(|(from, to)| from < to)?;
    let figures = &steps.crossed.figures;
    let message = match change(steps, line, (from, to)).map(|(_, ci)| direction(ci)) {
        Some(Ordering::Equal) => &say::STEPS_ONE_FLAT,
        Some(Ordering::Greater) if steps.at.is_some() => &say::STEPS_ONE_UP,
        Some(Ordering::Less) if steps.at.is_some() => &say::STEPS_ONE_DOWN,
        _ => &say::STEPS_ONE,
    };
    let params: [(&str, &str); 5] = [
        ("name", name),
        ("a", &figures.value(line.value(from)?)),
        ("b", &figures.value(line.value(to)?)),
        ("first", &steps.crossed.names[from]),
        ("last", &steps.crossed.names[to]),
    ];
    Some(context.tell(message, &params))
}

/// Which way a line surely went from its first to its last step, where nobody has tested it: its intervals do not meet.
fn clear_way(steps: &Steps, line: &Line, last: usize) -> Option<Ordering> {
    let (one, two) = (line.datum(0)?, line.datum(last)?);
    let (from, to) = (one.value.ok()?, two.value.ok()?);
    if self_selected(steps.result) || one.ci.or(two.ci).is_none() {
        return None;
    }
    Some(match one.is_clear_of(two) {
        true => to.total_cmp(&from),
        false => Ordering::Equal,
    })
}

/// How many countries rose and fell, and who changed most, as far as the results have tested it.
fn counted(context: &Context, steps: &Steps) -> Option<String> {
    let last = steps.crossed.codes.len() - 1;
    let (mut tested, mut ways) = (Vec::new(), Vec::new());
    for line in &steps.crossed.lines {
        if line.subject.country.is_none() || line.subject.average {
            continue;
        }
        if let Some((value, ci)) = change(steps, line, (0, last)) {
            tested.push((line, value, ci));
        }
        ways.extend(clear_way(steps, line, last));
    }
    let untested = tested.is_empty();
    if !untested {
        ways = tested.iter().map(|(_, _, ci)| direction(*ci)).collect();
    }
    let count = |way: Ordering| ways.iter().filter(|own| **own == way).count() as u64;
    let (up, down) = (count(Ordering::Greater), count(Ordering::Less));
    // That intervals meet does not say that nothing changed.
    if ways.len() < 2 || (untested && up + down == 0) {
        return None;
    }
    let message = match (up, down, steps.at.is_some()) {
        (0, 0, _) => &say::STEPS_NONE,
        (0, _, true) => &say::STEPS_ONLY_FALL,
        (_, 0, true) => &say::STEPS_ONLY_RISE,
        (.., true) => &say::STEPS_RISE,
        (0, _, false) => &say::STEPS_ONLY_BELOW,
        (_, 0, false) => &say::STEPS_ONLY_ABOVE,
        (.., false) => &say::STEPS_ABOVE,
    };
    let number = |count: u64| integer(count, context.locale);
    let params: [(&str, &str); 5] = [
        ("first", &steps.crossed.names[0]),
        ("last", &steps.crossed.names[last]),
        ("up", &number(up)),
        ("down", &number(down)),
        ("total", &integer(ways.len() as u64, context.locale)),
    ];
    let finding = context.tell(message, &params);
    // Whose change is the largest is said only where its interval meets no other's.
    let size = |ci: [f64; 2]| match direction(ci) {
        Ordering::Less => [-ci[1], -ci[0]],
        _ => ci,
    };
    let largest = tested.iter().find(|(line, _, ci)| {
        let others = tested
            .iter()
            .filter(|(other, ..)| !std::ptr::eq(*other, *line));
        let [low, _] = size(*ci);
        direction(*ci) != Ordering::Equal
            && others
                .into_iter()
                .all(|(_, _, other)| low > other[1].max(-other[0]))
    });
    Some(match largest {
        Some((line, value, _)) => {
            let change = steps.crossed.figures.change(*value);
            let params: [(&str, &str); 3] = [
                ("finding", &finding),
                ("name", &line.subject.label),
                ("change", &change),
            ];
            context.tell(&say::STEPS_MOST, &params)
        }
        None => finding,
    })
}

/// The range at the last step that has values.
fn range(context: &Context, steps: &Steps) -> Option<String> {
    let crossed = &steps.crossed;
    for (step, name) in crossed.names.iter().enumerate().rev() {
        let said = range_at(context, name, &crossed.at(step), &crossed.figures);
        if said.is_some() {
            return said;
        }
    }
    None
}
