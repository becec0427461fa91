//! Publications from made-up numbers. They look like the real thing and mean nothing: no figure here may be quoted.

mod policies;
pub mod steps;
mod surveys;
mod systems;

pub use policies::{adoption, changes, stages};
pub use surveys::{answers, battery, by_school, by_sex, indicators, means, not_applicable, shares};
pub use systems::{leverage, network, theory};

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
struct Dice(pub u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / f64::from(1u32 << 31)
    }
}

/// Labels for the codes from `first` on.
fn labelled(texts: &[Value], first: usize) -> Value {
    let values = texts.iter().enumerate();
    values
        .map(|(index, label)| json!({"code": index + first, "label": label}))
        .collect()
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

/// What a probability sample says, without comparisons.
fn told(query: Value, columns: Value, rows: Vec<Value>, unit: &str, kind: &str) -> Publication {
    let chart = json!({"kind": kind});
    publication(
        Sample::Probability,
        query,
        columns,
        rows,
        vec![],
        unit,
        chart,
    )
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

/// A number of a probability sample, with its error and the records behind it.
fn drawn(by: Value, value: f64, se: f64, n: f64) -> Value {
    row(by, None, Value::Null, value, se, n, Sample::Probability)
}

fn absent(by: Value, item: Option<&str>, category: Value, flag: &str) -> Value {
    json!({
        "by": by, "item": item, "category": category, "estimate": null, "se": null, "df": null, "ci": null, "n": null,
        "n_effective": null, "deff": null, "p": null, "flags": [flag]
    })
}

/// A number that too few records stand behind.
fn withheld(by: Value) -> Value {
    absent(by, None, Value::Null, "too_few")
}

fn text(es: &str, pt: &str, en: &str, fr: &str) -> Value {
    json!({"es": es, "pt": pt, "en": en, "fr": fr})
}

/// Women and men, in this order.
fn sexes() -> [Value; 2] {
    [
        text("Mujeres", "Mulheres", "Women", "Femmes"),
        text("Hombres", "Homens", "Men", "Hommes"),
    ]
}
