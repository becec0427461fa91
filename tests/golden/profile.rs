//! The portable SVG profile: what Word, LibreOffice, librsvg and browsers all draw alike.

use super::pictures::PICTURES;
use pulso::paint;

/// Elements that may occur, with the attributes that each may carry; `data-*` is allowed on groups.
const ALLOWED: [(&str, &[&str]); 9] = [
    (
        "svg",
        &[
            "xmlns",
            "width",
            "height",
            "viewBox",
            "role",
            "lang",
            "font-family",
        ],
    ),
    ("title", &[]),
    ("desc", &[]),
    ("g", &[]),
    (
        "rect",
        &[
            "x",
            "y",
            "width",
            "height",
            "fill",
            "stroke",
            "stroke-width",
            "stroke-dasharray",
        ],
    ),
    (
        "circle",
        &[
            "cx",
            "cy",
            "r",
            "fill",
            "stroke",
            "stroke-width",
            "stroke-dasharray",
        ],
    ),
    (
        "polyline",
        &[
            "points",
            "fill",
            "stroke",
            "stroke-width",
            "stroke-dasharray",
        ],
    ),
    ("polygon", &["points", "fill"]),
    (
        "text",
        &["x", "y", "font-size", "font-weight", "text-anchor", "fill"],
    ),
];

#[test]
fn every_picture_keeps_the_profile() {
    for (name, picture) in PICTURES {
        let svg = paint::svg(&picture());
        let mut open: Vec<String> = Vec::new();
        let mut rest = svg.as_str();
        let mut first = true;
        while let Some((_, after)) = rest.split_once('<') {
            let (tag, tail) = after.split_once('>').expect("a tag ends");
            rest = tail;
            if let Some(closed) = tag.strip_prefix('/') {
                assert_eq!(open.pop().as_deref(), Some(closed), "{name}: tags pair");
                continue;
            }
            let (element, attributes) = parse(tag.trim_end_matches('/'));
            if first {
                assert_eq!(element, "svg");
                assert!(
                    attributes.contains(&("role", "img")),
                    "{name}: the root is an image"
                );
                assert!(
                    tail.trim_start().starts_with("<title>"),
                    "{name}: the root has a title"
                );
                assert!(
                    tail.contains("<desc>"),
                    "{name}: the root has a description"
                );
                first = false;
            } else {
                assert_ne!(element, "svg", "{name}: no picture in a picture");
            }
            check(name, element, &attributes);
            if !tag.ends_with('/') {
                open.push(element.to_string());
            }
        }
        assert!(open.is_empty(), "{name}: tags pair");
        let marked = svg.matches("data-estimate=").count();
        assert!(
            marked > 0 || name.starts_with("table") || name.starts_with("theory"),
            "{name}: marks carry their data"
        );
    }
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    for (name, picture) in PICTURES {
        assert_eq!(paint::svg(&picture()), paint::svg(&picture()), "{name}");
    }
}

fn check(name: &str, element: &str, attributes: &[(&str, &str)]) {
    let allowed = ALLOWED.iter().find(|(known, _)| *known == element);
    let (_, allowed) = allowed.unwrap_or_else(|| panic!("{name}: <{element}> is not portable"));
    for (key, value) in attributes {
        assert!(
            allowed.contains(key) || element == "g" && key.starts_with("data-"),
            "{name}: {key} on <{element}> is not portable"
        );
        match *key {
            "x" | "y" | "width" | "height" | "cx" | "cy" | "r" | "font-size" | "stroke-width" => {
                number(name, value)
            }
            "points" => value.split([' ', ',']).for_each(|part| number(name, part)),
            "fill" | "stroke" => {
                let hex = value.strip_prefix('#').is_some_and(|hex| {
                    hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit())
                });
                assert!(*value == "none" || hex, "{name}: {key} is {value}");
            }
            _ => {}
        }
    }
    let negative = |key: &str| {
        attributes
            .iter()
            .any(|(name, value)| *name == key && value.starts_with('-'))
    };
    assert!(
        !negative("width") && !negative("height") && !negative("r"),
        "{name}: a size below zero in <{element}>"
    );
}

/// A number with at most two decimals.
fn number(name: &str, text: &str) {
    let value: f64 = text
        .parse()
        .unwrap_or_else(|_| panic!("{name}: {text} is no number"));
    assert!(value.is_finite());
    assert!(
        text.split_once('.')
            .is_none_or(|(_, decimals)| decimals.len() <= 2),
        "{name}: {text} has many decimals"
    );
}

fn parse(tag: &str) -> (&str, Vec<(&str, &str)>) {
    let (element, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while let Some((key, after)) = rest.split_once("=\"") {
        let (value, tail) = after.split_once('"').expect("a value ends");
        attributes.push((key.trim(), value));
        rest = tail;
    }
    (element, attributes)
}
