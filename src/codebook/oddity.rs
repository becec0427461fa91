//! What is odd about a codebook: findings that a researcher must see before a number is believed.

use super::{Code, Codebook, ValueLabel, Variable};
use crate::error::Error;
use crate::locale::plain;
use std::collections::BTreeMap;

/// Codes that one finding names.
const NAMED: usize = 20;

/// The distinct values that occur, by column.
pub type Occurring = BTreeMap<String, Vec<Code>>;

/// What is odd about a codebook, and about the data under it.
///
/// `recognise` turns a country's code or name into one key, whatever the coding. The findings, in the order of the codebook:
/// - `country_mislabelled` (`value`, `label`, `country`, `labelled`): a country's code carries another country's name;
/// - `unlabelled_values` (`values`, `n`): values that occur and have no label, where half of them or more have one;
/// - `unused_labels` (`values`, `n`): labels of values that never occur;
/// - `yes_no_reversed` (`codes`, `first`, `second`): yes is the first code in some items and the second in others;
/// - `scale_reversed` (`values`, `others`): items whose scale runs the other way from that of the items beside them; the complete
///   engine says it.
pub fn oddities(
    codebook: &Codebook,
    occurring: &Occurring,
    recognise: impl Fn(&str) -> Option<&'static str>,
) -> Vec<Error> {
    let mut found = Vec::new();
    for variable in &codebook.variables {
        found.extend(mislabelled_countries(variable, &recognise));
        if let Some(codes) = occurring.get(&variable.name) {
            found.extend(unlabelled(variable, codes));
            found.extend(unused(variable, codes));
        }
    }
    found.extend(yes_no(codebook));
    #[cfg(feature = "complete")]
    found.extend(reversed_scales(codebook));
    found
}

/// A variable holds countries when more of its codes agree with their labels than not: the others are slips.
fn mislabelled_countries(
    variable: &Variable,
    recognise: impl Fn(&str) -> Option<&'static str>,
) -> Vec<Error> {
    let pairs: Vec<(&ValueLabel, &'static str, &'static str)> = variable
        .values
        .iter()
        .filter_map(|value| {
            let country = recognise(&shown(&value.code))?;
            let labelled = texts(value).find_map(&recognise)?;
            Some((value, country, labelled))
        })
        .collect();
    let agree = |(_, country, labelled): &&(_, &'static str, &'static str)| country == labelled;
    let agreeing = pairs.iter().filter(agree).count();
    if agreeing * 2 <= pairs.len() {
        return Vec::new();
    }
    let wrong = pairs.iter().filter(|pair| !agree(pair));
    wrong
        .map(|(value, country, labelled)| {
            Error::new("country_mislabelled")
                .in_column(&variable.name)
                .with("value", shown(&value.code))
                .with("label", texts(value).next().unwrap_or_default())
                .with("country", *country)
                .with("labelled", *labelled)
        })
        .collect()
}

/// Values without a label, unless the labels are just a few marks on a scale of numbers.
fn unlabelled(variable: &Variable, codes: &[Code]) -> Option<Error> {
    let labelled = |code: &&Code| variable.value_label(code).is_some();
    let missing = |code: &&Code| variable.missing.iter().any(|entry| entry.code.same(code));
    let answers = codes.iter().filter(|code| !missing(code));
    let (with, without): (Vec<&Code>, Vec<&Code>) = answers.partition(labelled);
    (with.len() >= without.len() && !without.is_empty())
        .then(|| listed("unlabelled_values", variable, without.into_iter()))
}

/// Labels of values that never occur; those of missing answers may well stay unused.
fn unused(variable: &Variable, codes: &[Code]) -> Option<Error> {
    let unused: Vec<&Code> = variable
        .values
        .iter()
        .map(|value| &value.code)
        .filter(|code| !codes.iter().any(|occurs| occurs.same(code)))
        .filter(|code| !variable.missing.iter().any(|entry| entry.code.same(code)))
        .collect();
    (!unused.is_empty()).then(|| listed("unused_labels", variable, unused.into_iter()))
}

fn listed<'a>(
    code: &str,
    variable: &Variable,
    codes: impl ExactSizeIterator<Item = &'a Code>,
) -> Error {
    Error::new(code)
        .in_column(&variable.name)
        .with("n", codes.len())
        .with("values", codes.take(NAMED).map(shown).collect::<Vec<_>>())
}

/// Items of one pair of codes, by which of the two is yes.
#[derive(Default)]
struct YesNo {
    first: Vec<String>,
    second: Vec<String>,
}

fn yes_no(codebook: &Codebook) -> Vec<Error> {
    let mut pairs: BTreeMap<[String; 2], YesNo> = BTreeMap::new();
    for variable in &codebook.variables {
        let only = |answer: fn(&str) -> bool| {
            let mut values = variable
                .values
                .iter()
                .filter(|value| texts(value).any(answer));
            values.next().filter(|_| values.next().is_none())
        };
        if let (Some(yes), Some(no)) = (only(is_yes), only(is_no)) {
            let (yes, no) = (shown(&yes.code), shown(&no.code));
            let name = variable.name.clone();
            if yes < no {
                pairs.entry([yes, no]).or_default().first.push(name);
            } else {
                pairs.entry([no, yes]).or_default().second.push(name);
            }
        }
    }
    let reversed = pairs
        .into_iter()
        .filter(|(_, items)| !items.first.is_empty() && !items.second.is_empty());
    reversed
        .map(|(codes, items)| {
            Error::new("yes_no_reversed")
                .with("codes", codes.to_vec())
                .with("first", items.first)
                .with("second", items.second)
        })
        .collect()
}

/// Items of one battery stand beside each other and have the same labels. Where some of them give the labels their codes in the opposite
/// order, either they were coded so on purpose, or their labels are wrong: a person has to look.
#[cfg(feature = "complete")]
fn reversed_scales(codebook: &Codebook) -> Vec<Error> {
    let scales: Vec<Option<Vec<String>>> = codebook.variables.iter().map(scale).collect();
    let sorted = |scale: &Option<Vec<String>>| {
        let mut labels = scale.clone()?;
        labels.sort();
        Some(labels)
    };
    let items: Vec<usize> = (0..scales.len()).collect();
    let batteries =
        items.chunk_by(|a, b| scales[*a].is_some() && sorted(&scales[*a]) == sorted(&scales[*b]));
    let name = |item: &usize| codebook.variables[*item].name.clone();
    batteries
        .filter_map(|battery| {
            let first = scales[*battery.first()?].as_ref()?;
            let backwards: Vec<&String> = first.iter().rev().collect();
            let is_backwards = |item: &&usize| {
                let scale = scales[**item].as_ref();
                scale.is_some_and(|scale| scale.iter().eq(backwards.iter().copied()))
            };
            let same = |item: &&usize| scales[**item].as_ref() == Some(first);
            let (backward, forward): (Vec<String>, Vec<String>) = (
                battery.iter().filter(is_backwards).map(name).collect(),
                battery.iter().filter(same).map(name).collect(),
            );
            if backward.is_empty() {
                return None;
            }
            // The fewer are the odd ones; of as many, those that come later.
            let (mut values, mut others) = match backward.len() <= forward.len() {
                true => (backward, forward),
                false => (forward, backward),
            };
            values.truncate(NAMED);
            others.truncate(NAMED);
            Some(
                Error::new("scale_reversed")
                    .with("values", values)
                    .with("others", others),
            )
        })
        .collect()
}

/// The labels of a variable's answers in the order of their codes, where it is a scale: three answers or more with numbers.
#[cfg(feature = "complete")]
fn scale(variable: &Variable) -> Option<Vec<String>> {
    let missing = |code: &Code| variable.missing.iter().any(|entry| entry.code.same(code));
    let answers = variable.values.iter().filter(|value| !missing(&value.code));
    let coded = answers.map(|value| Some((value.code.number()?, plain(texts(value).next()?))));
    let mut coded = coded.collect::<Option<Vec<(f64, String)>>>()?;
    coded.sort_by(|a, b| a.0.total_cmp(&b.0));
    (coded.len() > 2).then(|| coded.into_iter().map(|(_, label)| label).collect())
}

fn is_yes(label: &str) -> bool {
    matches!(plain(label).as_str(), "si" | "sim" | "yes" | "oui")
}

fn is_no(label: &str) -> bool {
    matches!(plain(label).as_str(), "no" | "nao" | "non")
}

/// A label in each of its languages.
fn texts(value: &ValueLabel) -> impl Iterator<Item = &str> {
    use crate::locale::Text;
    let (one, many) = match &value.label {
        Text::Plain(text) => (Some(text), None),
        Text::Languages(texts) => (None, Some(texts)),
    };
    let many = many.into_iter().flat_map(|texts| texts.values());
    one.into_iter().chain(many).map(String::as_str)
}

/// A code as a person writes it: `3`, not `3.0`.
fn shown(code: &Code) -> String {
    match code {
        Code::Number(number) => number.to_string(),
        Code::Text(text) => text.clone(),
    }
}
