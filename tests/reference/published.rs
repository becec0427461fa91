//! Whole documents against numbers that others printed: a number agrees where it rounds to the printed digits. PISA 2006's tables are
//! here, and the examples of the manual of R's `survey` in `manual`.

use crate::support::data;
use pulso::document::{Document, Sources};
use pulso::estimate::{DegreesOfFreedom, Row};
use pulso::read::{Options, read};
use serde_json::{Value, json};

/// A file with its design, open for questions.
pub struct Survey {
    sources: Sources,
    file: &'static str,
    pub dataset: Value,
    pub variables: Value,
}

impl Survey {
    /// None where the shared data are absent. `dataset` holds the design, and what is missing.
    pub fn open(folder: &str, file: &'static str, dataset: Value) -> Option<Survey> {
        let bytes = std::fs::read(data::shared()?.join(folder).join(file)).unwrap();
        let mut sources = Sources::default();
        let table = read(file, bytes.as_slice(), Options::default()).unwrap();
        sources.hold(file, table);
        Some(Survey {
            sources,
            file,
            dataset,
            variables: json!([]),
        })
    }

    /// The rows that answer a query.
    pub fn ask(&self, query: &Value) -> Vec<Row> {
        let mut query = query.clone();
        query["id"] = json!("asked");
        query["dataset"] = json!("data");
        query["suppress"] = json!({"rule": "none"});
        let mut dataset = self.dataset.clone();
        dataset["id"] = json!("data");
        dataset["kind"] = json!("survey");
        dataset["source"] = json!(self.file);
        dataset["basis"] = json!("probability");
        let document = json!({
            "pulso": 1, "datasets": [dataset], "variables": self.variables, "queries": [query]
        });
        let document = Document::parse(&document.to_string()).unwrap();
        let mut results = self.sources.run(&document);
        assert_eq!(results.errors, vec![], "{query}");
        results.results.remove(0).rows
    }

    /// Holds the answer to a query against printed lines: under `columns` one number each, the row's key before them where
    /// there are several rows.
    #[track_caller]
    pub fn prints(&self, columns: &str, query: Value, lines: &[&str]) {
        let rows = self.ask(&query);
        for line in lines {
            let mut words = line.split_whitespace();
            let row = match rows.as_slice() {
                [only] => only,
                _ => find(&rows, words.next().unwrap()),
            };
            for (column, printed) in columns.split_whitespace().zip(words) {
                let got = number(row, column).unwrap_or(f64::NAN);
                assert!(
                    rounds_to(got, printed),
                    "{query}: {line}: {column} is {got}"
                );
            }
        }
    }
}

/// The values of a row's key, joined by dots.
fn key(row: &Row) -> String {
    let by = row.by.values().map(|code| code.to_text().to_string());
    let category = row.category.iter().map(|code| code.to_text().to_string());
    by.chain(category).collect::<Vec<_>>().join(".")
}

#[track_caller]
pub fn find<'r>(rows: &'r [Row], name: &str) -> &'r Row {
    let found = rows.iter().find(|row| key(row).replace(' ', "") == name);
    let keys = || rows.iter().map(key).collect::<Vec<_>>();
    found.unwrap_or_else(|| panic!("no row {name} among {:?}", keys()))
}

pub fn number(row: &Row, column: &str) -> Option<f64> {
    let df = |place: usize| match row.df? {
        DegreesOfFreedom::One(df) => Some(df),
        DegreesOfFreedom::Two(both) => Some(both[place]),
    };
    match column {
        "estimate" => row.estimate,
        "se" => row.se,
        "deff" => row.deff,
        "low" => Some(row.ci?[0]),
        "high" => Some(row.ci?[1]),
        "statistic" => row.statistic,
        "df" => df(0),
        "ddf" => df(1),
        "p" => row.p,
        "t" => Some(row.estimate? / row.se?),
        "cv" => Some(row.se? / row.estimate?),
        other => panic!("no column {other}"),
    }
}

/// Whether a number is the printed one at the digits that were printed.
pub fn rounds_to(got: f64, printed: &str) -> bool {
    let (digits, power) = printed.split_once('e').unwrap_or((printed, "0"));
    let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
    let half = 0.5 * 10_f64.powi(power.parse::<i32>().unwrap() - decimals as i32);
    (got - printed.parse::<f64>().unwrap()).abs() <= half * (1.0 + 1e-9)
}

/// OECD (2007), PISA 2006, volume 2, tables 2.1c and 4.7a: every cell for Uruguay that `published_oecd.csv` holds.
#[test]
fn pisa_2006_uruguay() {
    let dataset = json!({
        "design": {"preset": "pisa"},
        "missing": {"HISCED": ["N/A", "Invalid", "Missing"]}
    });
    let Some(survey) = Survey::open("pisa2006_uruguay", "students.csv", dataset) else {
        return;
    };
    let path = data::shared()
        .unwrap()
        .join("pisa2006_uruguay/published_oecd.csv");
    let (_, printed) = data::csv(path.to_str().unwrap());
    let mut wrong = Vec::new();
    for line in &printed {
        let (statistic, estimate, se) = (line[0].as_str(), &line[2], &line[3]);
        let percent = statistic.starts_with('%');
        let row = &survey.ask(&of_oecd(statistic))[0];
        let scale = if percent { 100.0 } else { 1.0 };
        // Scores are printed whole, shares to a tenth of a percent point, errors to a tenth.
        let estimate = match percent {
            true => estimate.as_str(),
            false => estimate.trim_end_matches(".0"),
        };
        let got = [row.estimate, row.se].map(|number| scale * number.unwrap());
        if !rounds_to(got[0], estimate) || !rounds_to(got[1], se) {
            wrong.push(format!("{statistic}: {got:?}, printed {estimate} ({se})"));
        }
    }
    assert_eq!(printed.len(), 14);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A line of the OECD's tables as a query. The higher education of both parents is `HISCED`.
fn of_oecd(statistic: &str) -> Value {
    let parents = |group: &str| match group {
        "parents ISCED 0-2" => json!(["None", "ISCED 1", "ISCED 2"]),
        "parents tertiary" => json!(["ISCED 5B", "ISCED 5A, 6"]),
        other => panic!("{other}: no such group"),
    };
    let values = |subject: &str| {
        let names = (1..=5).map(|value| format!("PV{value}{subject}"));
        json!({"plausible_values": names.collect::<Vec<_>>()})
    };
    if let Some(percentile) = statistic.strip_prefix("mean PV SCIE, percentile ") {
        let prob = percentile.parse::<f64>().unwrap() / 100.0;
        return json!({"estimate": "quantile", "of": values("SCIE"), "probs": [prob]});
    }
    if let Some(group) = statistic.strip_prefix("% ") {
        let of = json!({"variable": "HISCED", "is": parents(group)});
        return json!({"estimate": "proportion", "of": of});
    }
    let (subject, group) = statistic.split_once(", ").unwrap();
    json!({
        "estimate": "mean", "of": values(subject),
        "where": {"variable": "HISCED", "in": parents(group)}
    })
}
