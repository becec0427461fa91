//! The sentence for an error.

use pulso::document::Document;
use pulso::error::Error;
use pulso::locale::{Locale, explain};

fn in_language(error: &Error, language: &str) -> String {
    explain(error, &Locale(language.into()))
}

#[test]
fn a_sentence_says_where_what_and_what_would_be_right() {
    let columns = ["DDIT01", "DDIT02", "WT"];
    let error = Error::unknown("unknown_variable", "DDIT1", columns)
        .at("/queries/0/of/variable")
        .in_file("erce.csv");
    assert_eq!(
        in_language(&error, "es-PE"),
        "No existe ninguna variable llamada «DDIT1» (consulta 1, campo «of.variable», archivo «erce.csv»). \
         Valores posibles: DDIT01, DDIT02, WT. ¿Quiso decir «DDIT01» o «DDIT02»?"
    );
    assert!(in_language(&error, "en").ends_with("Did you mean “DDIT01” or “DDIT02”?"));
    assert!(in_language(&error, "pt-BR").contains("Você quis dizer “DDIT01” ou “DDIT02”?"));
    assert!(in_language(&error, "fr").contains("Vouliez-vous dire «\u{a0}DDIT01\u{a0}» ou"));
}

#[test]
fn a_long_list_of_options_is_cut() {
    let columns: Vec<String> = (0..100).map(|index| format!("V{index:03}")).collect();
    let error = Error::unknown(
        "unknown_variable",
        "zzzzzzzz",
        columns.iter().map(String::as_str),
    );
    let text = in_language(&error, "en");
    assert!(text.contains("V007, …"), "{text}");
    assert!(!text.contains("V008"), "{text}");
    assert!(!text.contains("Did you mean"), "{text}");
}

#[test]
fn a_code_without_wording_is_still_said() {
    let error = Error::new("not_worded_yet")
        .with("value", 3_u64)
        .in_row(1204);
    assert_eq!(
        in_language(&error, "es-AR"),
        "Algo no está bien: not_worded_yet, value = 3 (fila 1.204)."
    );
}

#[test]
fn a_value_with_braces_is_not_read_as_a_parameter() {
    let error = Error::unknown("unknown_variable", "{options}", ["a"]);
    assert!(in_language(&error, "en").contains("called “{options}”"));
}

#[test]
fn a_pointer_that_is_no_path_is_said_as_it_is() {
    for pointer in [
        "",
        "/",
        "/queries",
        "/queries/x/of",
        "/theory/indicators/2/targets/0/date",
        "/a~1b/0",
        "//",
    ] {
        for language in ["es", "pt", "en", "fr"] {
            let text = in_language(
                &Error::unknown("unknown_variable", "x", []).at(pointer),
                language,
            );
            assert!(!text.contains("{number}"), "{text}");
        }
    }
    let error =
        Error::unknown("unknown_variable", "x", []).at("/theory/indicators/2/targets/0/date");
    assert!(
        in_language(&error, "es").contains("(teoría de cambio, indicador 3, meta 1, campo «date»)"),
        "{}",
        in_language(&error, "es")
    );
}

#[test]
fn a_field_that_is_missing_is_named() {
    let text = r#"{"pulso": 1, "queries": [{"id": "q", "dataset": "d"}]}"#;
    let errors = Document::parse(text).expect_err("a query without what is computed");
    assert_eq!(
        in_language(&errors[0], "en"),
        "The field “estimate” is missing (query 1)."
    );
    let text = r#"{"pulso": 1, "datasets": [{"id": "d", "kind": "survey", "source": "d.csv", "basis": "census"}],
        "queries": [{"id": "q", "dataset": "d", "estimate": "likert", "items": []}]}"#;
    for error in Document::parse(text).expect("a document").check() {
        let sentence = in_language(&error, "en");
        assert!(!sentence.contains("“–”"), "{sentence}");
    }
}
