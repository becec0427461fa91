//! Numbers, dates, lists and plurals against `intl.json`, which Node's Intl (CLDR 48) wrote.

use pulso::locale::format::{date, date_short, integer, list, list_or, number, percent};
use pulso::locale::{Locale, collate, plural};
use serde_json::Value;

fn intl(section: &str) -> Vec<Value> {
    let fixture: Value = serde_json::from_str(include_str!("intl.json")).expect("the fixture");
    fixture[section].as_array().expect("a list").clone()
}

fn locale(name: &str) -> Locale {
    Locale(name.into())
}

/// A row's parts: the locale, what is written, and the rest.
fn parts(row: &Value) -> (Locale, &Value, &Value) {
    (locale(row[0].as_str().expect("a locale")), &row[1], &row[2])
}

/// Intl writes a hyphen where print has a minus.
fn with_minus(text: &Value) -> String {
    text.as_str().expect("a text").replace('-', "\u{2212}")
}

#[test]
fn numbers_are_written_as_intl_writes_them() {
    for row in intl("numbers") {
        let (locale, value, decimals) = parts(&row);
        let decimals = decimals.as_u64().expect("a count") as usize;
        let written = number(value.as_f64().expect("a number"), decimals, &locale);
        assert_eq!(written, with_minus(&row[3]), "{row}");
    }
}

#[test]
fn percents_are_written_as_intl_writes_them() {
    for row in intl("percents") {
        let (locale, share, decimals) = parts(&row);
        let decimals = decimals.as_u64().expect("a count") as usize;
        let written = percent(share.as_f64().expect("a number"), decimals, &locale);
        assert_eq!(written, with_minus(&row[3]), "{row}");
    }
}

#[test]
fn counts_are_written_as_intl_writes_them() {
    for row in intl("integers") {
        let (locale, value, expected) = parts(&row);
        assert_eq!(
            integer(value.as_u64().expect("a count"), &locale),
            *expected,
            "{row}"
        );
    }
}

#[test]
fn dates_are_written_as_intl_writes_them() {
    for row in intl("dates") {
        let (locale, text, long) = parts(&row);
        let text = text.as_str().expect("a date");
        assert_eq!(date(text, &locale), *long, "{row}");
        // Countries of one language differ in the short form by a dot or a preposition; these are the ones we follow.
        if matches!(locale.0.as_str(), "es-MX" | "en" | "en-GB" | "fr") {
            assert_eq!(date_short(text, &locale), row[3], "{row}");
        }
    }
}

#[test]
fn lists_are_joined_as_intl_joins_them() {
    for row in intl("lists") {
        let (locale, items, and) = parts(&row);
        let items: Vec<String> = serde_json::from_value(items.clone()).expect("names");
        assert_eq!(list(&items, &locale), *and, "{row}");
        assert_eq!(list_or(&items, &locale), row[3], "{row}");
    }
}

#[test]
fn plurals_are_those_of_cldr() {
    for row in intl("plurals") {
        let (locale, count, form) = parts(&row);
        let one = plural::is_one(count.as_u64().expect("a count"), &locale);
        assert_eq!(one, *form == "one", "{row}");
    }
}

#[test]
fn the_first_of_a_month_is_an_ordinal_where_people_say_so() {
    for (name, expected) in [
        ("fr", "1er juin 2019"),
        ("pt-BR", "1º de junho de 2019"),
        ("pt-PT", "1 de junho de 2019"),
        ("es-PE", "1 de junio de 2019"),
    ] {
        assert_eq!(date("2019-06-01", &locale(name)), expected);
    }
}

#[test]
fn what_is_no_date_stays_as_it_is() {
    for text in [
        "",
        "2019",
        "2019-13",
        "2019-00-01",
        "19-06",
        "hoy",
        "2019-06-32",
        "ñ-á-é",
        "2019-06-30T00",
    ] {
        assert_eq!(date(text, &Locale::default()), text);
    }
}

#[test]
fn spanish_conjunctions_follow_the_sound() {
    let spanish = Locale::default();
    let pair = |last: &str| list(&["A".into(), last.into()], &spanish);
    assert_eq!(pair("Ícaro"), "A e Ícaro");
    assert_eq!(pair("Hiato"), "A y Hiato");
    assert_eq!(pair("Haití"), "A y Haití");
    let either = |last: &str| list_or(&["A".into(), last.into()], &spanish);
    assert_eq!(either("8"), "A u 8");
    assert_eq!(either("11"), "A u 11");
    assert_eq!(either("110"), "A o 110");
    assert_eq!(either("Honduras"), "A u Honduras");
}

#[test]
fn no_number_is_written_for_what_is_none() {
    for value in [f64::NAN, f64::INFINITY] {
        assert_eq!(number(value, 1, &Locale::default()), "–");
    }
    assert_eq!(number(f64::MAX, 0, &locale("en")).len(), 309 + 102);
}

#[test]
fn names_are_ordered_as_the_alphabet_orders_them() {
    let sorted = |name: &str, mut names: Vec<&'static str>| {
        names.sort_by(|a, b| collate(a, b, &locale(name)));
        names
    };
    let words = vec![
        "Perú",
        "Ñuble",
        "Nuevo",
        "oso",
        "Panamá",
        "nz",
        "Año",
        "anz",
        "ano",
        "El Salvador",
        "Elbe",
        "10",
    ];
    assert_eq!(
        sorted("es", words.clone()),
        [
            "10",
            "ano",
            "anz",
            "Año",
            "El Salvador",
            "Elbe",
            "Nuevo",
            "nz",
            "Ñuble",
            "oso",
            "Panamá",
            "Perú"
        ]
    );
    assert_eq!(sorted("en", words)[1..4], ["ano", "Año", "anz"]);
}
