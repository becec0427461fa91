//! Questions of several answers: which columns belong together.

use super::extension::Extensions;
use crate::codebook::Code;
use crate::intake::Multiple;
use crate::locale::Text;
use std::collections::BTreeMap;

/// Reads the sets, one a line: `$name=D1 1 15 What do you read? q1_1 q1_2`. What cannot be understood is left out: the data say the
/// same without it.
pub(super) fn read(said: &Extensions, names: &[String]) -> Vec<Multiple> {
    let lower = names.iter().map(|name| (name.to_lowercase(), name));
    let names: BTreeMap<String, &String> = lower.collect();
    let lines = said.sets.iter();
    let lines = lines.flat_map(|set| set.split(|byte| *byte == b'\n'));
    lines.filter_map(|line| set(line, said, &names)).collect()
}

fn set(line: &[u8], said: &Extensions, names: &BTreeMap<String, &String>) -> Option<Multiple> {
    let equals = line.iter().position(|byte| *byte == b'=')?;
    let name = line[..equals].strip_prefix(b"$").unwrap_or(&line[..equals]);
    let mut rest = &line[equals + 1..];
    let (kind, after) = rest.split_first()?;
    rest = after;
    let selected = match kind {
        b'C' => None,
        b'D' => Some(counted(&mut rest)?),
        b'E' => {
            // Whether labels come from the first label or from the counted value.
            until_blank(rest.strip_prefix(b" ")?, &mut rest);
            Some(counted(&mut rest)?)
        }
        _ => return None,
    };
    rest = rest.strip_prefix(b" ")?;
    let label = said.words.text(counted(&mut rest)?);
    let items = rest
        .split(|byte| *byte == b' ')
        .filter(|item| !item.is_empty());
    let items: Vec<String> = items
        .filter_map(|item| {
            // Short names in lower case, or long ones.
            let long = said.name(&item.to_ascii_uppercase());
            let known = names.get(&long.to_lowercase());
            let known = known.or_else(|| names.get(&said.words.text(item).to_lowercase()));
            known.map(|name| name.to_string())
        })
        .collect();
    (!items.is_empty()).then(|| Multiple {
        name: said.words.text(name),
        label: (!label.is_empty()).then_some(Text::Plain(label)),
        items,
        selected: selected.map(|value| Code::Text(said.words.text(value))),
        not_shown: Vec::new(),
    })
}

/// Bytes after their number and a blank: `3 Yes`.
fn counted<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let mut after: &[u8] = &[];
    let digits = until_blank(rest, &mut after);
    let length: usize = std::str::from_utf8(digits).ok()?.parse().ok()?;
    let counted = after.get(..length)?;
    *rest = &after[length..];
    Some(counted)
}

/// What stands before the next blank; what follows the blank goes into `after`.
fn until_blank<'a>(bytes: &'a [u8], after: &mut &'a [u8]) -> &'a [u8] {
    let end = bytes.iter().position(|byte| *byte == b' ');
    let end = end.unwrap_or(bytes.len());
    *after = bytes.get(end + 1..).unwrap_or_default();
    &bytes[..end]
}
