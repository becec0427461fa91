//! Codebooks: parsed, held against data, and what is odd about them.

use crate::read::{shared, table};
use pulso::codebook::{Code, Codebook, MissingKind, Occurring, oddities};
use pulso::error::{Error, Param};
use pulso::read::{ColumnType, guess};

/// Countries of the test data, as a codebook or a file may write them.
const COUNTRIES: [(&str, &[&str]); 16] = [
    ("ARG", &["32", "Argentina"]),
    ("BRA", &["76", "Brasil"]),
    ("COL", &["170", "Colombia"]),
    ("CRI", &["188", "Costa Rica"]),
    ("CUB", &["192", "Cuba"]),
    (
        "DOM",
        &["214", "República Dominicana", "Dominican Republic"],
    ),
    ("ECU", &["218", "Ecuador"]),
    ("GTM", &["320", "Guatemala"]),
    ("HND", &["340", "Honduras"]),
    ("MEX", &["484", "México", "Mexico"]),
    ("NIC", &["558", "Nicaragua"]),
    ("PAN", &["591", "Panamá", "Panama"]),
    ("PER", &["604", "Perú", "Peru"]),
    ("PRY", &["600", "Paraguay"]),
    ("SLV", &["222", "El Salvador"]),
    ("URY", &["858", "Uruguay"]),
];

fn recognise(text: &str) -> Option<&'static str> {
    let known = COUNTRIES
        .iter()
        .find(|(iso3, names)| *iso3 == text || names.contains(&text));
    known.map(|(iso3, _)| *iso3)
}

fn text(error: &Error, name: &str) -> String {
    match &error.params[name] {
        Param::Text(text) => text.clone(),
        other => panic!("{other:?}"),
    }
}

fn list<'a>(error: &'a Error, name: &str) -> &'a [String] {
    match &error.params[name] {
        Param::List(list) => list,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_codebook_is_parsed() {
    let codebook = Codebook::parse(
        r#"{"about": 1, "variables": [
            {"name": "A", "label": {"es": "Sexo", "en": "Sex"}, "type": "numeric",
             "values": [{"code": 1, "label": "Mujer"}, {"code": "x", "label": "Otro"}],
             "missing": [99, {"code": "NS", "kind": "do_not_know"}, {"code": 98}]},
            {"name": "B", "label": "", "missing_range": [95, 97], "missing_values": ["NA"]}
        ]}"#,
    )
    .unwrap();
    let a = codebook.variable("A").unwrap();
    assert!(a.value_label(&Code::Text("1".into())).is_some());
    assert!(a.value_label(&Code::Text("01".into())).is_none());
    assert_eq!(a.missing[1].kind, MissingKind::DoNotKnow);
    assert_eq!(a.missing[2].kind, MissingKind::Unspecified);
    let b = codebook.variable("B").unwrap();
    assert!(b.label.is_none());
    assert_eq!(b.missing.len(), 4);
}

#[test]
fn a_wrong_codebook_says_where() {
    let wrong = |text: &str| {
        let error = Codebook::parse(text).unwrap_err();
        (error.code, error.place.document.unwrap_or_default())
    };
    let cases = [
        ("{", "invalid_json", ""),
        ("[]", "wrong_shape", "/variables"),
        (r#"{"variables": [1]}"#, "wrong_shape", "/variables/0"),
        (r#"{"variables": [{}]}"#, "wrong_shape", "/variables/0/name"),
        (
            r#"{"variables": [{"name": "A"}, {"name": "A"}]}"#,
            "duplicate_variable",
            "/variables/1/name",
        ),
        (
            r#"{"variables": [{"name": "A", "values": [{"code": null, "label": "x"}]}]}"#,
            "wrong_shape",
            "/variables/0/values/0/code",
        ),
        (
            r#"{"variables": [{"name": "A", "missing": [{"code": 9, "kind": "refuse"}]}]}"#,
            "unknown_missing_kind",
            "/variables/0/missing/0/kind",
        ),
        (
            r#"{"variables": [{"name": "A", "missing_range": [0, 1e300]}]}"#,
            "wrong_shape",
            "/variables/0/missing_range",
        ),
    ];
    for (json, code, at) in cases {
        assert_eq!(wrong(json), (code.to_string(), at.to_string()), "{json}");
    }
}

#[test]
fn values_and_labels_are_held_against_each_other() {
    let codebook = Codebook::parse(
        r#"{"variables": [{"name": "A", "missing": [9], "values": [
            {"code": 1, "label": "a"}, {"code": 2, "label": "b"}, {"code": 3, "label": "c"}, {"code": 9, "label": "?"}]}]}"#,
    )
    .unwrap();
    let occurring = Occurring::from([("A".into(), [1.0, 2.0, 5.0].map(Code::Number).to_vec())]);
    let found = oddities(&codebook, &occurring, recognise);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].code, "unlabelled_values");
    assert_eq!(list(&found[0], "values"), ["5"]);
    assert_eq!(found[1].code, "unused_labels");
    assert_eq!(list(&found[1], "values"), ["3"]);
}

#[test]
fn a_scale_with_few_marks_is_not_odd() {
    let codebook = Codebook::parse(
        r#"{"variables": [{"name": "age", "values": [{"code": 18, "label": "18 or less"}]}]}"#,
    )
    .unwrap();
    let ages = (18..70).map(|age| Code::Number(f64::from(age)));
    let occurring = Occurring::from([("age".into(), ages.collect())]);
    assert!(oddities(&codebook, &occurring, recognise).is_empty());
}

#[test]
fn what_is_odd_in_erce_is_found() {
    let (Some(json), Some(bytes)) = (
        shared("erce2019_directors/codebook.json"),
        shared("erce2019_directors/erce2019_qd6.csv"),
    ) else {
        return;
    };
    let codebook = Codebook::parse(std::str::from_utf8(&json).unwrap()).unwrap();
    assert_eq!(codebook.variables.len(), 161);
    let mut read = table(&bytes).value;
    let found = oddities(&codebook, &read.table.occurring(), recognise);
    for finding in &found {
        println!("{finding}");
    }
    let of = |code: &str| -> Vec<&Error> {
        found
            .iter()
            .filter(|finding| finding.code == code)
            .collect()
    };
    let countries = of("country_mislabelled");
    assert_eq!(countries.len(), 2);
    assert_eq!(countries[0].place.column.as_deref(), Some("COUNTRY"));
    assert_eq!(text(countries[0], "value"), "GTM");
    assert_eq!(text(countries[0], "label"), "Argentina");
    assert_eq!(text(countries[1], "value"), "HND");
    assert_eq!(text(countries[1], "label"), "Guatemala");
    // The codebook says 0 urban, 1 rural; the data say 1 and 2.
    let rural = [of("unlabelled_values"), of("unused_labels")].concat();
    let places: Vec<_> = rural
        .iter()
        .map(|finding| finding.place.column.as_deref())
        .collect();
    assert_eq!(places, [Some("RURAL"); 2]);
    assert_eq!(list(rural[0], "values"), ["2"]);
    assert_eq!(list(rural[1], "values"), ["0"]);
    let [reversed] = of("yes_no_reversed")[..] else {
        panic!("one pair of codes");
    };
    assert_eq!(list(reversed, "codes"), ["1", "2"]);
    assert_eq!(list(reversed, "second"), ["DDIT08", "DDIT15", "DDIT34"]);
    assert_eq!(list(reversed, "first").len(), 33);

    read.description.label(&codebook);
    let country = read
        .description
        .columns
        .iter()
        .find(|column| column.name == "IDCNTRY");
    let country = country.unwrap();
    assert_eq!(country.type_, ColumnType::Integer);
    assert!(country.values.iter().all(|value| value.label.is_some()));
}

#[test]
fn a_design_is_guessed() {
    let guessed = |path: &str| {
        let read = table(&shared(path)?).value;
        let guess = guess(&read, recognise);
        Some((guess.weight, guess.strata, guess.clusters, guess.country))
    };
    let some = |name: &str| Some(name.to_string());
    let one = |name: &str| vec![name.to_string()];
    let cases = [
        (
            "erce2019_directors/erce2019_qd6.csv",
            (some("WT"), one("STRATA"), one("IDSCHOOL"), some("COUNTRY")),
        ),
        (
            "nhanes_chol/nhanes.csv",
            (some("WTMEC2YR"), one("SDMVSTRA"), one("SDMVPSU"), None),
        ),
        (
            "pisa2006_uruguay/students.csv",
            (
                some("W_FSTUWT"),
                one("STRATUM"),
                one("SCHOOLID"),
                some("CNT"),
            ),
        ),
        (
            "vendor_files/csv/erce_ury_per_excel_es_cp1252.csv",
            (
                some("Peso"),
                one("Estrato"),
                one("Id. escuela"),
                some("País"),
            ),
        ),
        ("bfi/bfi.csv", (None, vec![], vec![], None)),
    ];
    for (path, expected) in cases {
        match guessed(path) {
            Some(found) => assert_eq!(found, expected, "{path}"),
            None => return,
        }
    }
}
