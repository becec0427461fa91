//! JSON for people: a line for each value.

/// The same JSON with line breaks and two spaces a level, as `serde_json::to_string_pretty` writes it.
pub fn pretty(text: &str) -> String {
    let mut lines = String::with_capacity(text.len() * 2);
    let mut level = 0;
    let (mut quoted, mut escaped) = (false, false);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if quoted {
            lines.push(character);
            quoted = escaped || character != '"';
            escaped = !escaped && character == '\\';
            continue;
        }
        match character {
            '{' | '[' => {
                lines.push(character);
                // What is empty stays on its line.
                if let Some(end) = characters.next_if(|next| matches!(next, '}' | ']')) {
                    lines.push(end);
                } else {
                    level += 1;
                    begin(&mut lines, level);
                }
            }
            '}' | ']' => {
                level -= 1;
                begin(&mut lines, level);
                lines.push(character);
            }
            ',' => {
                lines.push(character);
                begin(&mut lines, level);
            }
            ':' => lines.push_str(": "),
            other => {
                quoted = other == '"';
                lines.push(other);
            }
        }
    }
    lines
}

fn begin(lines: &mut String, level: usize) {
    lines.push('\n');
    (0..level).for_each(|_| lines.push_str("  "));
}
