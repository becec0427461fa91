//! Countries against the region's list, and as files write them.

use pulso::locale::Locale;
use pulso::locale::country::{all, name, recognise};

#[test]
fn the_table_is_the_list_of_the_region() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/domain/lac_countries.csv"
    );
    let Ok(list) = std::fs::read_to_string(path) else {
        println!("skipped: ../shared is absent");
        return;
    };
    let mut lines = list.lines();
    let head: Vec<&str> = lines.next().expect("a header").split(',').collect();
    let mut count = 0;
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        let cell = |name: &str| cells[head.iter().position(|h| *h == name).expect("a column")];
        for (language, column) in [
            ("es", "name_es"),
            ("pt", "name_pt"),
            ("en", "name_en"),
            ("fr", "name_fr"),
        ] {
            assert_eq!(
                name(cell("iso3"), &Locale(language.into())),
                Some(cell(column))
            );
            assert_eq!(
                recognise(cell(column)),
                Some(cell("iso3")),
                "{}",
                cell(column)
            );
        }
        for code in ["iso3", "iso2", "m49"] {
            assert_eq!(recognise(cell(code)), Some(cell("iso3")));
        }
        count += 1;
    }
    assert_eq!(count, all().count());
}

#[test]
fn every_name_leads_to_one_country() {
    for country in all() {
        for name in country.names {
            assert_eq!(recognise(name), Some(country.iso3), "{name}");
            assert_eq!(
                recognise(&name.to_uppercase()),
                Some(country.iso3),
                "{name}"
            );
        }
    }
}

#[test]
fn usual_variants_are_recognised() {
    for (text, iso3) in [
        ("Venezuela, RB", "VEN"),
        ("Venezuela (República Bolivariana de)", "VEN"),
        ("Venezuela (Bolivarian Republic of)", "VEN"),
        ("Bolivia, Plurinational State of", "BOL"),
        ("Estado Plurinacional de Bolivia", "BOL"),
        ("Bahamas, The", "BHS"),
        ("las Bahamas", "BHS"),
        ("MEXICO", "MEX"),
        ("me\u{301}xico", "MEX"),
        ("Estados Unidos Mexicanos", "MEX"),
        ("Rep. Dominicana", "DOM"),
        ("Dominican Rep.", "DOM"),
        ("Dominica", "DMA"),
        ("Antigua and Barbuda", "ATG"),
        ("Saint Kitts and Nevis", "KNA"),
        ("St Vincent and the Grenadines", "VCT"),
        ("Trinidad and Tobago", "TTO"),
        ("República Oriental del Uruguay", "URY"),
        ("República Federativa do Brasil", "BRA"),
        (" per ", "PER"),
        ("pe", "PER"),
        ("32", "ARG"),
        ("032", "ARG"),
        ("32.0", "ARG"),
        ("604", "PER"),
    ] {
        assert_eq!(recognise(text), Some(iso3), "{text}");
    }
}

#[test]
fn what_is_no_country_of_the_region_is_not_guessed() {
    for text in [
        "",
        " ",
        "1",
        "33",
        "0320",
        "3.2",
        "-32",
        "Estados Unidos",
        "French Guiana",
        "República",
        "the",
        "X",
        "España",
        "99999999999",
    ] {
        assert_eq!(recognise(text), None, "{text}");
    }
    assert_eq!(name("ZZZ", &Locale::default()), None);
}
