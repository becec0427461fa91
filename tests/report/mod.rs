//! The report and the embeds: whole without a network and without script, and nothing in them that must not leave.

mod embed;
mod page;
mod prune;

use pulso::document::{Publication, Published};
use pulso::error::Error;
use pulso::report::{Options, report};
use serde_json::json;

/// Two countries, one of them withheld; labels that try to break out; a second query, a theory and a second data set that the
/// first chart does not need.
fn publication() -> Publication {
    let method = json!({
        "estimate": "proportion", "basis": "probability", "variance": "taylor", "interval": "logit", "level": 0.95,
        "lonely_psu": "adjust", "lonely_strata": 2, "deff": "without_replacement", "min_n": 10, "unit": "share"
    });
    let row = |country: &str, estimate: f64, n: u64| {
        json!({
            "by": {"country": country}, "category": null, "estimate": estimate, "se": 0.0193, "df": 214,
            "ci": [estimate - 0.04, estimate + 0.04], "n": n, "n_effective": 187.2, "deff": 1.23, "p": null, "flags": []
        })
    };
    let withheld = json!({
        "by": {"country": "CHL"}, "category": null, "estimate": null, "se": null, "df": null, "ci": null, "n": null,
        "n_effective": null, "deff": null, "p": null, "flags": ["too_few"]
    });
    let columns = json!([
        {"name": "country", "values": [{"code": "CHL"}, {"code": "PER"}, {"code": "URY"}]},
        {"name": "of", "label": "Estudios <CINE-P 3> & \"más\" </script><script>alert(1)</script>"}
    ]);
    let query = |id: &str, dataset: &str| json!({"id": id, "dataset": dataset, "estimate": "proportion", "of": "observes", "by": ["country"]});
    let result = |id: &str, rows: serde_json::Value, notes: serde_json::Value| {
        json!({
            "id": id, "query": query(id, "erce"), "method": method, "columns": columns, "rows": rows, "notes": notes
        })
    };
    let value = json!({
        "document": {
            "pulso": 1,
            "title": {"es": "Liderazgo <b>escolar</b> & más", "en": "School leadership"},
            "locale": "es-PE",
            "datasets": [
                {"id": "other", "kind": "survey", "source": "other.csv", "basis": "self_selected", "cite": "Secret citation"},
                {"id": "erce", "kind": "survey", "source": "erce.csv", "codebook": "erce.codebook.json", "basis": "probability",
                 "country": "COUNTRY", "design": {"weight": "WT", "strata": ["STRATA"], "clusters": ["IDSCHOOL"]},
                 "missing": {"*": [97]}, "cite": "ERCE 2019 <cita>", "licence": "CC BY 4.0", "date": "2019-06"}
            ],
            "variables": [
                {"id": "observes", "dataset": "erce", "label": {"es": "Observa clases", "en": "Observes lessons"},
                 "recode": {"from": "DDIT39_01", "values": {"1": 0, "4": 1}}},
                {"id": "unused", "dataset": "erce", "recode": {"from": "DDIT40", "values": {"1": 0}}}
            ],
            "queries": [query("elsewhere", "other"), query("q1", "erce"), query("q2", "erce")],
            "theory": {
                "columns": [{"id": "a", "title": "A"}],
                "nodes": [{"id": "N1", "column": "a", "level": "output", "title": "Nodo"}],
                "indicators": [{"id": "I1", "node": "N1", "title": "Indicador <1>", "query": "q2", "note": "Nota & aviso"}]
            },
            "charts": [
                {"id": "c1", "kind": "ranking", "query": "q1"},
                {"id": "c2", "kind": "ranking", "query": "q2"},
                {"id": "broken", "kind": "ranking", "query": "elsewhere"},
                {"id": "t", "kind": "theory"}
            ],
            "report": [
                {"heading": "¿Quién <observa>?"},
                {"text": "Primero.\n\nSegundo <img src=https://example.org/x.png>."},
                {"chart": "c1"},
                {"method": true}
            ]
        },
        "results": {
            "pulso": 1,
            "results": [
                result("q1", json!([withheld, row("PER", 0.612, 1231), row("URY", 0.4, 977)]), json!([
                    {"code": "cells_suppressed", "params": {"cells": 1, "least": 10}},
                    {"code": "cells_suppressed", "params": {"cells": 1, "least": 10}}
                ])),
                result("q2", json!([row("PER", 0.25, 31)]), json!([]))
            ],
            "errors": [{"code": "missing_file", "place": {"document": "/datasets/0"}, "params": {"value": "other.csv"}}],
            "warnings": [
                {"code": "zero_weights", "params": {"count": 2}, "place": {"document": "/datasets/1/source", "file": "erce.csv"}},
                {"code": "policy_coverage", "params": {"known": 1, "cells": 2}, "place": {"document": "/queries/1"}},
                {"code": "blank_weights", "params": {"count": 1}, "place": {"document": "/datasets/0"}},
                {"code": "no_records", "place": {"document": "/datasets/1/source", "file": "erce.csv"}}
            ]
        }
    });
    serde_json::from_value(value).expect("a publication")
}

fn page(locale: &str, script: Option<&str>) -> String {
    let options = Options {
        locale: pulso::locale::Locale(locale.into()),
        script: script.map(String::from),
    };
    report(&publication().into(), &options).expect("a report")
}

#[test]
fn nothing_handed_on_quotes_a_record() {
    let mut publication = publication();
    let quoting = |code: &str| Error::new(code).with("values", vec!["Ana Quispe".to_string()]);
    publication.results.warnings = vec![
        quoting("text_in_numbers")
            .in_column("edad")
            .at("/datasets/1"),
        quoting("unlabelled_values").at("/datasets/1"),
        Error::new("blank_weights")
            .with("count", 3_u64)
            .in_row(7)
            .at("/datasets/1"),
        Error::new("blank_weights")
            .with("count", 3_u64)
            .in_column("WT")
            .at("/datasets/1"),
    ];
    publication.results.errors = vec![quoting("negative_weight").in_row(12).at("/datasets/1")];
    let whole = report(&publication.clone().into(), &Options::default()).expect("a report");
    let pruned = Published::from(publication).prune("c1").expect("a chart");
    let carried = pruned.to_json();
    let pruned = pruned.publication();
    for handed in [&whole, &carried] {
        assert!(!handed.contains("Quispe"));
        assert!(handed.contains("blank_weights") && !handed.contains("\"row\":7"));
    }
    assert_eq!(
        (pruned.results.warnings.len(), pruned.results.errors.len()),
        (1, 0)
    );
}
