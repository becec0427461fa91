//! Text made safe for HTML. Every label, answer and name comes from a file and may hold anything.

use crate::text::replace;

/// Text as it may stand between tags and inside a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// A whole document as the value of `srcdoc`, where only these two characters mean something.
pub(super) fn escape_document(html: &str) -> String {
    replace(&replace(html, "&", "&amp;"), "\"", "&quot;")
}

/// JSON inside a script element: no `<`, so neither `</script>` nor a comment can begin.
pub(super) fn json_in_script(json: &str) -> String {
    replace(json, "<", "\\u003c")
}

/// Program text inside a script element. In strings and patterns, where alone these can stand, the backslash changes nothing.
pub(super) fn script_text(script: &str) -> String {
    let mut parts = script.split('<');
    let mut out = String::from(parts.next().unwrap_or_default());
    for part in parts {
        let ends = ["/script", "/SCRIPT", "!--"];
        let means = ends.iter().any(|end| part.starts_with(end));
        out.push_str(if means { "<\\" } else { "<" });
        out.push_str(part);
    }
    out
}
