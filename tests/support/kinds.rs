//! One small survey asked for every kind of estimate, and whatever is drawn of the answers.

use pulso::chart::{Request, draw, tidy_results};
use pulso::document::{Document, EstimateKind, Publication, Published, Sources};
use pulso::estimate::Results;
use pulso::locale::Locale;
use pulso::paint;
use pulso::read::{Options, read};
use pulso::report;
use serde_json::{Value, json};
use std::fmt::Write;

/// Records as a file: three countries, two strata in each, clusters, a wave, a scale of five, 0 and 1, two plausible values.
#[derive(Debug, Clone)]
pub struct Record {
    pub country: usize,
    pub stratum: u8,
    pub cluster: u8,
    pub wave: u8,
    pub weight: f64,
    /// From 1 to 5; 0 is blank.
    pub answers: [u8; 3],
    pub number: f64,
}

pub const COUNTRIES: [&str; 3] = ["CHL", "PER", "URY"];

/// The survey as CSV.
pub fn file(records: &[Record]) -> String {
    let mut text =
        String::from("country,stratum,cluster,wave,weight,a1,a2,a3,yes,number,pv1,pv2\n");
    for record in records {
        let Record {
            stratum,
            cluster,
            wave,
            weight,
            number,
            ..
        } = record;
        let country = COUNTRIES[record.country];
        let answer = |at: usize| match record.answers[at] {
            0 => String::new(),
            answer => answer.to_string(),
        };
        let yes = u8::from(*number > 0.0);
        let values = [number + 1.5, number - f64::from(record.answers[1])];
        let _ = writeln!(
            text,
            "{country},s{stratum},c{cluster},{wave},{weight},{},{},{},{yes},{number},{},{}",
            answer(0),
            answer(1),
            answer(2),
            values[0],
            values[1],
        );
    }
    text
}

/// A query of every kind that a survey answers, with all that may stand beside it.
pub fn queries() -> Vec<Value> {
    let all = [
        json!({"estimate": "mean", "of": "number", "compare": {"with": "average", "adjust": "holm"}, "average": {"over": "country"}}),
        json!({"estimate": "mean", "of": "number", "compare": {"with": "pairs", "adjust": "bh"}, "average": {"over": "country"}}),
        json!({"estimate": "mean", "of": {"plausible_values": ["pv1", "pv2"]}, "average": {"over": "country"}}),
        json!({"estimate": "mean", "of": "number", "by": ["country", "wave"], "trend": {"over": "wave", "link_error": 0.5}}),
        json!({"estimate": "mean", "of": "scale"}),
        json!({"estimate": "total", "of": "number"}),
        json!({"estimate": "proportion", "of": "a1", "compare": {"with": "pairs"}}),
        json!({"estimate": "proportion", "of": {"variable": "a1", "is": [1, 2, 3]}, "ci": {"method": "beta"}}),
        json!({"estimate": "proportion", "of": {"variable": "yes", "is": [1]}, "ci": {"method": "wilson"}, "suppress": {"min_n": 5, "rule": "nchs"}}),
        json!({"estimate": "proportion", "of": "several"}),
        json!({"estimate": "ratio", "numerator": "number", "denominator": "weight"}),
        json!({"estimate": "quantile", "of": "number", "probs": [0.25, 0.5], "compare": {"with": "PER"}}),
        json!({"estimate": "quantile", "of": {"plausible_values": ["pv1", "pv2"]}, "probs": [0.5]}),
        json!({"estimate": "likert", "items": ["a1", "a2"], "positive": [4, 5], "neutral": [3], "negative": [1, 2], "average": {"over": "country"}, "compare": {"with": "average"}}),
        json!({"estimate": "variance", "of": "number"}),
        json!({"estimate": "sd", "of": "number"}),
        json!({"estimate": "correlation", "variables": ["number", "a2"]}),
        json!({"estimate": "regression", "outcome": "number", "terms": ["a1", "yes"]}),
        json!({"estimate": "regression", "family": "logit", "outcome": "yes", "terms": ["a2"]}),
        json!({"estimate": "independence", "variables": ["a1", "yes"]}),
        json!({"estimate": "independence", "variables": ["a1", "yes"], "test": "adjusted_wald"}),
        json!({"estimate": "difference", "queries": ["q0", "q4"], "by": []}),
        json!({"estimate": "alpha", "items": ["a1", "a2", "a3"]}),
        json!({"estimate": "count"}),
        json!({"estimate": "composite", "composite": {"simulations": 20, "indicators": [
            {"query": "q7"}, {"query": "q4", "direction": "down"}
        ]}}),
    ];
    let asked = all.into_iter().enumerate().map(|(at, mut query)| {
        query["id"] = json!(format!("q{at}"));
        query["dataset"] = json!("survey");
        if query.get("by").is_none() {
            query["by"] = json!(["country"]);
        }
        if query["estimate"] == "composite" {
            query["by"] = json!([]);
            return query;
        }
        if query["estimate"] == "difference" {
            query["by"] = json!([]);
        }
        if query.get("suppress").is_none() {
            query["suppress"] = json!({"min_n": 5});
        }
        query
    });
    asked.collect()
}

/// Every kind.
pub const KINDS: [EstimateKind; 20] = [
    EstimateKind::Mean,
    EstimateKind::Total,
    EstimateKind::Proportion,
    EstimateKind::Ratio,
    EstimateKind::Quantile,
    EstimateKind::Likert,
    EstimateKind::Variance,
    EstimateKind::Deviation,
    EstimateKind::Correlation,
    EstimateKind::Regression,
    EstimateKind::Independence,
    EstimateKind::Difference,
    EstimateKind::Alpha,
    EstimateKind::Count,
    EstimateKind::Composite,
    EstimateKind::PolicyStatus,
    EstimateKind::PolicyChanges,
    EstimateKind::PolicyAdoption,
    EstimateKind::Indicator,
    EstimateKind::Network,
];

/// Whether a survey answers queries of this kind. A new kind does not compile until somebody says so here.
pub fn is_of_surveys(kind: EstimateKind) -> bool {
    match kind {
        EstimateKind::Mean
        | EstimateKind::Total
        | EstimateKind::Proportion
        | EstimateKind::Ratio
        | EstimateKind::Quantile
        | EstimateKind::Likert
        | EstimateKind::Variance
        | EstimateKind::Deviation
        | EstimateKind::Correlation
        | EstimateKind::Regression
        | EstimateKind::Independence
        | EstimateKind::Difference
        | EstimateKind::Alpha
        | EstimateKind::Count
        | EstimateKind::Composite => true,
        EstimateKind::PolicyStatus
        | EstimateKind::PolicyChanges
        | EstimateKind::PolicyAdoption
        | EstimateKind::Indicator
        | EstimateKind::Network => false,
    }
}

/// A document with those queries, a table of each, a chart of those that have one, and a report of all.
pub fn document(basis: &str) -> Document {
    let queries = queries();
    let mut charts = Vec::new();
    for query in &queries {
        let id = query["id"].as_str().unwrap();
        if query["estimate"] == "proportion" && query["of"] == "a1" {
            charts.push(
                json!({"id": format!("{id}-distribution"), "kind": "distribution", "query": id}),
            );
        }
        let mut chart = |kind: &str| {
            charts.push(json!({"id": format!("{id}-{kind}"), "kind": kind, "query": id}));
        };
        chart("table");
        match query["estimate"].as_str().unwrap() {
            "mean" | "total" | "proportion" | "ratio" | "count" => {
                chart("ranking");
                chart("grouped_bars");
            }
            "likert" => chart("likert"),
            "quantile" if query["probs"].as_array().unwrap().len() > 1 => chart("distribution"),
            _ => {}
        }
    }
    charts.push(json!({"id": "scatter", "kind": "scatter", "query": "q0", "against": "q4"}));
    let report: Vec<Value> = charts
        .iter()
        .map(|chart| json!({"chart": chart["id"]}))
        .collect();
    let report = [
        report,
        vec![json!({"theory": true}), json!({"method": true})],
    ]
    .concat();
    charts.push(json!({"id": "theory", "kind": "theory"}));
    let document = json!({
        "pulso": 1,
        "locale": "en",
        "datasets": [{
            "id": "survey", "kind": "survey", "source": "survey.csv", "basis": basis, "country": "country",
            "design": {
                "weight": "weight", "strata": ["country", "stratum"], "clusters": ["cluster"], "nest": true,
                "lonely_psu": "adjust"
            },
            "date": "2024"
        }],
        "variables": [
            {"id": "scale", "dataset": "survey", "index": {"items": ["a1", "a2", "a3"], "scale": [1, 5]}},
            {"id": "several", "dataset": "survey", "multiple": {"items": ["yes", "wave"]}}
        ],
        "queries": queries,
        "charts": charts,
        "theory": {
            "columns": [{"id": "c", "title": "Column"}],
            "nodes": [{"id": "n", "column": "c", "level": "output", "title": "Node"}],
            "indicators": [{
                "id": "i", "node": "n", "title": "Indicator", "query": "q8", "row": {"country": "PER"},
                "baseline": {"value": 0.1, "date": "2014", "se": 0.01}, "targets": [{"value": 0.9, "date": "2034"}]
            }]
        },
        "report": report,
    });
    Document::parse(&document.to_string()).unwrap()
}

/// The document's answers on these records.
pub fn run(document: &Document, records: &[Record]) -> Results {
    let mut sources = Sources::default();
    let held = read("survey.csv", file(records).as_bytes(), Options::default()).unwrap();
    sources.hold("survey.csv", held);
    sources.run(document)
}

/// A text that a reader gets, and what it is.
pub struct Output {
    pub of: String,
    pub text: String,
}

/// Every picture with its words and its data, and the report.
pub fn outputs(document: &Document, results: &Results) -> Vec<Output> {
    let publication = Publication {
        document: document.clone(),
        results: results.clone(),
    };
    let mut outputs = Vec::new();
    for chart in &document.charts {
        let request = Request {
            chart: chart.id.clone(),
            locale: Locale("en".into()),
            ..Request::default()
        };
        let scene = draw(&publication, &request).unwrap();
        let text = [
            scene.title.clone(),
            scene.description.clone(),
            paint::svg(&scene),
            scene.table.head.join("\n"),
            scene.table.rows.concat().join("\n"),
        ];
        outputs.push(Output {
            of: chart.id.clone(),
            text: text.join("\n"),
        });
        outputs.push(Output {
            of: format!("{}.csv", chart.id),
            text: paint::csv(&scene.data),
        });
    }
    outputs.push(Output {
        of: "results.csv".into(),
        text: paint::csv(&tidy_results(&results.results)),
    });
    let options = report::Options {
        locale: Locale("en".into()),
        ..report::Options::default()
    };
    outputs.push(Output {
        of: "report".into(),
        text: report::report(&Published::from(publication), &options).unwrap(),
    });
    outputs
}
