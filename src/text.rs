//! Parts of texts that are found by comparing, and texts made of parts. The standard library's search, made for long ones, is a
//! thirtieth of the viewer.

/// A text with each `part`, which is not empty, replaced.
pub(crate) fn replace(text: &str, part: &str, by: &str) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text.chars();
    loop {
        if let Some(after) = rest.as_str().strip_prefix(part) {
            replaced.push_str(by);
            rest = after.chars();
        } else if let Some(letter) = rest.next() {
            replaced.push(letter);
        } else {
            return replaced;
        }
    }
}

/// Parts one after the other, with something between them.
pub(crate) fn joined(parts: &[String], between: &str) -> String {
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            text.push_str(between);
        }
        text.push_str(part);
    }
    text
}

/// Whether `part`, which is not empty, stands in a text.
pub(crate) fn holds(text: &str, part: &str) -> bool {
    let mut places = text.as_bytes().windows(part.len());
    places.any(|place| place == part.as_bytes())
}
