//! Publications from made-up numbers. They look like the real thing and mean nothing: no figure here may be quoted.

use pulso::document::{Document, Publication};
use pulso::estimate::{QueryResult, Results};
use serde_json::{Value, json};

/// The sixteen countries of a regional study.
pub const SIXTEEN: [&str; 16] = [
    "ARG", "BRA", "COL", "CRI", "CUB", "DOM", "ECU", "GTM", "HND", "MEX", "NIC", "PAN", "PER",
    "PRY", "SLV", "URY",
];

/// The thirty-three states of the region.
pub const ALL: [&str; 33] = [
    "ARG", "ATG", "BHS", "BLZ", "BOL", "BRA", "BRB", "CHL", "COL", "CRI", "CUB", "DMA", "DOM",
    "ECU", "GRD", "GTM", "GUY", "HND", "HTI", "JAM", "KNA", "LCA", "MEX", "NIC", "PAN", "PER",
    "PRY", "SLV", "SUR", "TTO", "URY", "VCT", "VEN",
];

/// How a made-up survey was taken.
#[derive(Clone, Copy, PartialEq)]
pub enum Sample {
    Probability,
    SelfSelected,
}

/// Numbers that look drawn, the same each time: a linear congruential step.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / f64::from(1u32 << 31)
    }
}

/// One share a country, with the average and each country's difference from it. `withheld` countries have too few records;
/// `empty` ones have none.
pub fn shares(
    countries: &[&str],
    sample: Sample,
    withheld: &[&str],
    empty: &[&str],
) -> Publication {
    let mut dice = Dice(7);
    let mut rows = Vec::new();
    let mut comparisons = Vec::new();
    let mut sum = (0.0, 0.0);
    for country in countries {
        let (value, n) = (0.12 + 0.76 * dice.roll(), 140.0 + 160.0 * dice.roll());
        let se = (value * (1.0 - value) * 1.4 / n).sqrt();
        if withheld.contains(country) || empty.contains(country) {
            let flag = if withheld.contains(country) {
                "too_few"
            } else {
                "no_data"
            };
            rows.push(absent(json!({"country": country}), None, Value::Null, flag));
            continue;
        }
        sum = (sum.0 + value, sum.1 + 1.0);
        rows.push(row(
            json!({"country": country}),
            None,
            Value::Null,
            value,
            se,
            n.floor(),
            sample,
        ));
    }
    let average = sum.0 / sum.1;
    for row in &rows {
        if let (Some(value), Some(se)) = (row["estimate"].as_f64(), row["se"].as_f64()) {
            let difference = value - average;
            comparisons.push(json!({
                "by": row["by"], "category": null, "with": "average", "estimate": difference, "se": se, "df": 120.0,
                "ci": [difference - 2.0 * se, difference + 2.0 * se], "p": 0.04, "flags": []
            }));
        }
    }
    let mut last = row(
        json!({"country": "average"}),
        None,
        Value::Null,
        average,
        0.009,
        3000.0,
        sample,
    );
    if !withheld.is_empty() {
        last["flags"] = json!(["partial_average"]);
    }
    rows.push(last);
    let columns = json!([
        {"name": "country"},
        {"name": "OBSERVES", "label": text("El director observa clases al menos una vez al mes", "O diretor observa aulas ao menos uma vez por mês", "The principal observes lessons at least once a month", "Le chef d’établissement observe des cours au moins une fois par mois")}
    ]);
    let query = json!({
        "id": "q", "dataset": "made_up", "estimate": "proportion", "of": {"variable": "OBSERVES", "is": [1]},
        "by": ["country"], "average": {"over": "country"}
    });
    publication(
        sample,
        query,
        columns,
        rows,
        comparisons,
        "share",
        json!({"kind": "ranking", "reference": "average"}),
    )
}

/// Means of a scale, far from zero.
pub fn means(countries: &[&str]) -> Publication {
    let mut dice = Dice(21);
    let rows = countries
        .iter()
        .map(|country| {
            let value = 46.0 + 11.0 * dice.roll();
            row(
                json!({"country": country}),
                None,
                Value::Null,
                value,
                0.4 + 0.4 * dice.roll(),
                210.0,
                Sample::Probability,
            )
        })
        .collect();
    let columns = json!([{"name": "country"}, {"name": "LEAD", "label": text("Índice de liderazgo pedagógico (media regional: 50)", "Índice de liderança pedagógica (média regional: 50)", "Instructional leadership index (regional mean: 50)", "Indice de leadership pédagogique (moyenne régionale\u{a0}: 50)")}]);
    let query = json!({"id": "q", "dataset": "made_up", "estimate": "mean", "of": "LEAD", "by": ["country"]});
    publication(
        Sample::Probability,
        query,
        columns,
        rows,
        vec![],
        "value",
        json!({"kind": "ranking"}),
    )
}

fn publication(
    sample: Sample,
    query: Value,
    columns: Value,
    rows: Vec<Value>,
    comparisons: Vec<Value>,
    unit: &str,
    chart: Value,
) -> Publication {
    let basis = match sample {
        Sample::Probability => "probability",
        Sample::SelfSelected => "self_selected",
    };
    let mut chart = chart;
    chart["id"] = json!("c");
    chart["query"] = json!("q");
    let document = json!({
        "pulso": 1,
        "datasets": [{
            "id": "made_up", "kind": "survey", "source": "made_up.csv", "basis": basis, "date": "2019",
            "cite": text("cifras inventadas para probar el dibujo", "números inventados para testar o desenho", "figures made up to test the drawing", "chiffres inventés pour tester le dessin"),
            "licence": "CC BY 4.0"
        }],
        "queries": [query],
        "charts": [chart]
    });
    let probability = sample == Sample::Probability;
    let result = json!({
        "id": "q", "query": query,
        "method": {
            "estimate": query["estimate"], "basis": basis, "variance": probability.then_some("taylor"),
            "interval": probability.then_some("logit"), "level": probability.then_some(0.95),
            "lonely_psu": "fail", "lonely_strata": 0, "deff": "without_replacement", "min_n": 10, "unit": unit
        },
        "columns": columns, "rows": rows, "comparisons": comparisons, "notes": []
    });
    let document: Document = serde_json::from_value(document).expect("the document is well formed");
    let result: QueryResult = serde_json::from_value(result).expect("the result is well formed");
    Publication {
        document,
        results: Results {
            pulso: 1,
            results: vec![result],
            errors: vec![],
            warnings: vec![],
        },
    }
}

fn row(
    by: Value,
    item: Option<&str>,
    category: Value,
    value: f64,
    se: f64,
    n: f64,
    sample: Sample,
) -> Value {
    let probability = sample == Sample::Probability;
    json!({
        "by": by, "item": item, "category": category, "estimate": value, "se": probability.then_some(se),
        "df": probability.then_some(n - 20.0),
        "ci": probability.then_some([value - 1.97 * se, value + 1.97 * se]), "n": n as u64,
        "n_effective": probability.then_some(n / 1.4), "deff": probability.then_some(1.4), "p": null,
        "flags": if probability { json!([]) } else { json!(["self_selected"]) }
    })
}

fn absent(by: Value, item: Option<&str>, category: Value, flag: &str) -> Value {
    json!({
        "by": by, "item": item, "category": category, "estimate": null, "se": null, "df": null, "ci": null, "n": null,
        "n_effective": null, "deff": null, "p": null, "flags": [flag]
    })
}

fn text(es: &str, pt: &str, en: &str, fr: &str) -> Value {
    json!({"es": es, "pt": pt, "en": en, "fr": fr})
}
