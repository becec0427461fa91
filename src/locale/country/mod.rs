//! The region's countries: their codes, their names, and how files write them.

mod list;

use super::Locale;
use super::fold::fold;
use list::COUNTRIES;

/// A state of Latin America and the Caribbean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-3 code, the key by which everything here goes.
    pub iso3: &'static str,
    /// ISO 3166-1 alpha-2 code.
    pub iso2: &'static str,
    /// UN M49 code, the same as ISO 3166-1 numeric, without leading zeros.
    pub m49: &'static str,
    /// Short names in Spanish, Portuguese, English and French.
    pub names: [&'static str; 4],
}

impl Country {
    /// A line of the list. An address for each of its parts would weigh as much as the names.
    fn of_line(line: &'static str) -> Self {
        let mut parts = line.split('\t');
        let mut next = || parts.next().unwrap_or_default();
        Country {
            iso3: next(),
            iso2: next(),
            m49: next(),
            names: [next(), next(), next(), next()],
        }
    }

    /// The short name in the locale's language; in Spanish where that is none of the four.
    pub fn name(&self, locale: &Locale) -> &'static str {
        match locale.language() {
            "pt" => self.names[1],
            "en" => self.names[2],
            "fr" => self.names[3],
            _ => self.names[0],
        }
    }
}

/// The 33 states, by their alpha-3 code.
pub fn all() -> impl Iterator<Item = Country> {
    COUNTRIES.into_iter().map(Country::of_line)
}

/// The short name of a country by its alpha-3 code.
pub fn name(iso3: &str, locale: &Locale) -> Option<&'static str> {
    // Asked for every mark of a picture: only the line that is meant is taken apart.
    let code: &[u8; 3] = iso3.as_bytes().try_into().ok()?;
    let mut lines = COUNTRIES.iter();
    let line = lines.find(|line| line.as_bytes().first_chunk() == Some(code))?;
    Some(Country::of_line(line).name(locale))
}

/// The alpha-3 code of a country as a file may write it: alpha-2, alpha-3, M49 with or without leading zeros, or a name in
/// one of the four languages, with or without accents, articles and form of state (`Bahamas, The`, `Venezuela, RB`).
pub fn recognise(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let country = by_code(text).or_else(|| by_name(text))?;
    Some(country.iso3)
}

fn by_code(text: &str) -> Option<Country> {
    // A numeric column of a statistics package may print 32 as 32.0.
    let digits = text.strip_suffix(".0").unwrap_or(text);
    if !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let m49 = digits.trim_start_matches('0');
        return all().find(|country| country.m49 == m49);
    }
    all().find(|country| {
        text.eq_ignore_ascii_case(country.iso3) || text.eq_ignore_ascii_case(country.iso2)
    })
}

fn by_name(text: &str) -> Option<Country> {
    let wanted = key(text);
    if wanted.is_empty() {
        return None;
    }
    all()
        .find(|country| country.names.iter().any(|name| key(name) == wanted))
        .or_else(|| {
            let (_, iso3) = OTHER_NAMES.iter().find(|(name, _)| *name == wanted)?;
            all().find(|country| country.iso3 == *iso3)
        })
}

/// Keys of names that no rule leads back to a name of the list.
const OTHER_NAMES: [(&str, &str); 8] = [
    ("united mexican states", "MEX"),
    ("unidos mexicanos", "MEX"),
    ("mejico", "MEX"),
    ("trinidad tabago", "TTO"),
    ("saint christopher nevis", "KNA"),
    ("sao cristovao neves", "KNA"),
    ("saint vincent", "VCT"),
    ("san vicente", "VCT"),
];

/// The words that tell one country from another, in lower-case base letters: `Venezuela, RB`, `República Bolivariana de
/// Venezuela` and `Venezuela (Bolivarian Republic of)` share the key `venezuela`.
fn key(text: &str) -> String {
    let folded: String = fold(text)
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .collect();
    let words: Vec<&str> = folded
        .split(' ')
        .filter(|word| !word.is_empty() && !FORM_WORDS.contains(word))
        .map(|word| if word == "st" { "saint" } else { word })
        .collect();
    words.join(" ")
}

/// Articles, conjunctions and forms of state.
const FORM_WORDS: [&str; 42] = [
    "a",
    "and",
    "bolivarian",
    "bolivariana",
    "bolivarienne",
    "commonwealth",
    "cooperative",
    "d",
    "da",
    "das",
    "de",
    "del",
    "do",
    "dos",
    "du",
    "e",
    "el",
    "estado",
    "estados",
    "et",
    "etat",
    "federativa",
    "l",
    "la",
    "las",
    "le",
    "les",
    "los",
    "o",
    "of",
    "os",
    "plurinacional",
    "plurinational",
    "rb",
    "rep",
    "republic",
    "republica",
    "republique",
    "state",
    "the",
    "y",
    "oriental",
];
