//! Names of columns, whatever their case and marks: `Country Code`, `country_code`, `CountryCode`.

/// The names of a table.
pub(super) struct Names(Vec<String>);

impl Names {
    pub fn of(header: &[String]) -> Names {
        let plain = |name: &String| -> String {
            let letters = name.chars().filter(|letter| letter.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect()
        };
        Names(header.iter().map(plain).collect())
    }

    /// Where the first of these names stands that is there.
    pub fn find(&self, wanted: &[&str]) -> Option<usize> {
        let place = |wanted: &&str| self.0.iter().position(|name| name == wanted);
        wanted.iter().find_map(place)
    }

    pub fn has(&self, wanted: &[&str]) -> bool {
        self.find(wanted).is_some()
    }

    pub fn all(&self) -> &[String] {
        &self.0
    }
}

/// A country's code.
pub(super) const CODE: [&str; 13] = [
    "countrycode",
    "countryiso3",
    "countryiso3code",
    "iso3",
    "iso3c",
    "iso3code",
    "iso",
    "countryid",
    "refarea",
    "location",
    "code",
    "geounit",
    "wbcode",
];

/// A country's name, or whatever stands for it.
pub(super) const COUNTRY: [&str; 7] = [
    "countryname",
    "country",
    "entity",
    "pais",
    "país",
    "pays",
    "economy",
];
