//! Records as JSON.

use super::unpacked::{codes, rows, taken, whole};

#[test]
fn lists_of_objects_are_records() {
    let text = br#"[{"id": 1, "group": {"name": "x", "deep": {"yes": true}}, "tags": ["a", "b"]},
        {"id": 12345678901234567890, "group": {"name": null}, "late": "2019", "kids": [{"a": 1}]}]"#;
    let found = taken(text.to_vec());
    assert_eq!(
        found.rows,
        rows(&[
            &["id", "group/name", "group/deep/yes", "tags", "late"],
            &["1", "x", "true", "a;b", ""],
            &["12345678901234567890", "", "", "", "2019"],
        ])
    );
    assert_eq!(codes(&found.warnings), ["records_within_records"]);
}

#[test]
fn lists_within_an_object_are_tables() {
    let text = br#"{"count": 1, "other": [{"x": 1}], "results": [{"a": 1}]}"#;
    let found = taken(text.to_vec());
    assert_eq!(found.rows, rows(&[&["a"], &["1"]]));
    assert_eq!(found.about.table.as_deref(), Some("results"));
    let other = whole(text.to_vec(), Some("other")).unwrap();
    assert_eq!(other.rows, rows(&[&["x"], &["1"]]));
    assert_eq!(
        whole(text.to_vec(), Some("result")).err().unwrap().hint,
        ["results"]
    );
}

#[test]
fn the_world_bank_gives_pages() {
    let text = br#"[{"page":1,"pages":1},[{"indicator":{"id":"SE.ADT","value":"Literacy"},"country":{"id":"UY","value":"Uruguay"},"date":"2019","value":98.7,"decimal":1}]]"#;
    let long = [
        "iso3",
        "period",
        "indicator",
        "value",
        "se",
        "status",
        "source",
    ];
    let uruguay = ["URY", "2019", "SE.ADT", "98.7", "", "", "World Bank"];
    assert_eq!(taken(text.to_vec()).rows, rows(&[&long, &uruguay]));
}

#[test]
fn an_object_a_line_is_a_record() {
    let found = taken(b"{\"a\": 1}\n\n{\"b\": \"x\"}\r\n".to_vec());
    assert_eq!(found.rows, rows(&[&["a", "b"], &["1", ""], &["", "x"]]));
    let error = whole(b"{\"a\": 1}\n{\"b\": }\n".to_vec(), None)
        .err()
        .unwrap();
    assert_eq!(error.code, "invalid_json");
    assert_eq!(error.params["line"], 2_u64.into());
}

#[test]
fn other_json_is_no_table() {
    for text in [
        "{}",
        "[]",
        "[1, 2]",
        "{\"a\": [1]}",
        "[{\"page\": 0}, null]",
    ] {
        // The last is what the World Bank answers where it has nothing.
        let error = whole(text.into(), None).err();
        assert_eq!(
            error.unwrap_or_else(|| panic!("{text}")).code,
            "no_table",
            "{text}"
        );
    }
    let deep = "[".repeat(100_000);
    assert_eq!(whole(deep.into(), None).err().unwrap().code, "invalid_json");
    let deep = format!("[{}1{}]", "{\"a\":".repeat(100), "}".repeat(100));
    assert_eq!(whole(deep.into(), None).err().unwrap().code, "too_deep");
}
