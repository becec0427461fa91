//! How cells are shown, as far as it says what their numbers stand for.

use super::date::Kind;
use super::xml::{Event, Xml};
use crate::error::Result;

/// Kinds by the place of a cell's format.
#[derive(Default)]
pub(super) struct Styles(Vec<Kind>);

impl Styles {
    /// From the part `styles.xml`.
    ///
    /// # Errors
    /// Those of XML.
    pub fn read(mut xml: Xml) -> Result<Styles> {
        let mut own = Vec::new();
        let mut kinds = Vec::new();
        let mut of_cells = false;
        loop {
            match xml.next()? {
                Event::Open(tag) => match tag.name() {
                    "numFmt" => {
                        let id = tag.value("numFmtId").and_then(|id| id.parse::<u32>().ok());
                        own.extend(id.zip(tag.value("formatCode").map(|code| kind(&code))));
                    }
                    "cellXfs" => of_cells = true,
                    "xf" if of_cells => {
                        let id = tag.value("numFmtId").and_then(|id| id.parse().ok());
                        kinds.push(id.unwrap_or(0));
                    }
                    _ => {}
                },
                Event::Close(name) if name.is("cellXfs") => of_cells = false,
                Event::End => break,
                _ => {}
            }
        }
        // By number, so that a file of many formats and many cells is not searched for each.
        own.sort_by_key(|(id, _)| *id);
        let known = |id: u32| match own.binary_search_by_key(&id, |(known, _)| *known) {
            Ok(place) => own[place].1,
            Err(_) => built_in(id),
        };
        Ok(Styles(kinds.into_iter().map(known).collect()))
    }

    /// What a number in this format stands for.
    pub fn kind(&self, style: usize) -> Kind {
        self.0.get(style).copied().unwrap_or(Kind::Number)
    }
}

/// Formats that are not written down (ECMA-376, part 1, 18.8.30), those of East Asia among them.
fn built_in(id: u32) -> Kind {
    match id {
        14..=17 | 22 | 27..=31 | 36 | 50..=58 => Kind::Day,
        18..=21 | 32..=35 | 45 | 47 => Kind::Time,
        46 => Kind::Span,
        _ => Kind::Number,
    }
}

/// What a format like `dd/mm/yyyy h:mm` makes of a number; its first part tells, which is for what is not negative.
fn kind(code: &str) -> Kind {
    let general = |start: &str| start.eq_ignore_ascii_case("general");
    if code.get(..7).is_some_and(general) {
        return Kind::Number;
    }
    let mut letters = code.chars();
    let (mut day, mut time, mut months) = (false, false, false);
    while let Some(letter) = letters.next() {
        match letter.to_ascii_lowercase() {
            ';' => break,
            // What follows is shown as it is, filled up with, or left out.
            '\\' | '_' | '*' => drop(letters.next()),
            '"' => drop(letters.by_ref().find(|letter| *letter == '"')),
            '[' => {
                let inside: String = letters
                    .by_ref()
                    .take_while(|letter| *letter != ']')
                    .collect();
                let inside = inside.to_ascii_lowercase();
                let mut units = inside.chars();
                if let Some(unit @ ('h' | 'm' | 's')) = units.next()
                    && units.all(|letter| letter == unit)
                {
                    return Kind::Span;
                }
            }
            'd' | 'y' => day = true,
            'h' | 's' => time = true,
            'm' => months = true,
            '0' | '#' | '?' if !day && !time && !months => return Kind::Number,
            _ => {}
        }
    }
    match (day, time) {
        (true, _) => Kind::Day,
        (false, true) => Kind::Time,
        (false, false) if months => Kind::Day,
        (false, false) => Kind::Number,
    }
}
