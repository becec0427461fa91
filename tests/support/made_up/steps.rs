//! Made-up numbers along a second key: waves, years, two groups.

use super::surveys::trained_by_sex;
use super::{Dice, Sample, absent, drawn, labelled, publication, sexes, text, told, withheld};
use pulso::document::Publication;
use serde_json::{Value, json};

/// What is asked in every wave.
fn observes() -> Value {
    text(
        "El director observa clases al menos una vez al mes",
        "O diretor observa aulas ao menos uma vez por mês",
        "The principal observes lessons at least once a month",
        "Le chef d’établissement observe des cours au moins une fois par mois",
    )
}

/// A share for each country and wave, the waves' average, and the change from the wave before. `hidden` cells have too few
/// records, and the last country begins with the second wave.
pub fn waves(
    countries: &[&str],
    waves: &[&str],
    kind: &str,
    hidden: &[(&str, &str)],
) -> Publication {
    let mut dice = Dice(29);
    let mut rows = Vec::new();
    let mut comparisons = Vec::new();
    let mut sums = vec![(0.0, 0.0); waves.len()];
    for (place, country) in countries.iter().enumerate() {
        let (mut value, mut before): (f64, Option<f64>) = (0.25 + 0.5 * dice.roll(), None);
        let lean = 0.16 * dice.roll() - 0.04;
        for (at, wave) in waves.iter().enumerate() {
            let by = json!({"country": country, "wave": wave});
            let n = (130.0 + 150.0 * dice.roll()).floor();
            value = (value + lean + 0.06 * dice.roll() - 0.03).clamp(0.04, 0.95);
            let se = (value * (1.0 - value) * 1.4 / n).sqrt();
            let late = place + 1 == countries.len() && at == 0 && countries.len() > 2;
            if late || hidden.contains(&(*country, *wave)) {
                let flag = if late { "no_data" } else { "too_few" };
                rows.push(absent(by, None, Value::Null, flag));
                before = None;
                continue;
            }
            if let Some(before) = before {
                let change = value - before;
                comparisons.push(json!({
                    "by": by, "category": null, "with": waves[at - 1], "estimate": change, "se": 1.4 * se, "df": 240.0,
                    "ci": [change - 2.8 * se, change + 2.8 * se], "p": 0.04, "flags": []
                }));
            }
            before = Some(value);
            sums[at] = (sums[at].0 + value, sums[at].1 + 1.0);
            rows.push(drawn(by, value, se, n));
        }
    }
    for (wave, (sum, count)) in waves.iter().zip(sums) {
        let by = json!({"country": "average", "wave": wave});
        rows.push(drawn(by, sum / count, 0.01, 3000.0));
    }
    let values: Vec<Value> = waves.iter().map(|wave| json!({"code": wave})).collect();
    let columns = json!([
        {"name": "country"},
        {"name": "wave", "label": text("Año", "Ano", "Year", "Année"), "values": values},
        {"name": "OBSERVES", "label": observes()}
    ]);
    let query = json!({
        "id": "q", "dataset": "made_up", "estimate": "proportion", "of": {"variable": "OBSERVES", "is": [1]},
        "by": ["country", "wave"], "average": {"over": "country"}, "trend": {"over": "wave"}
    });
    let chart = json!({"kind": kind});
    publication(
        Sample::Probability,
        query,
        columns,
        rows,
        comparisons,
        "share",
        chart,
    )
}

/// A share for women and for men in each country and wave.
pub fn waves_by_sex(countries: &[&str], waves: &[&str]) -> Publication {
    let mut publication = self::waves(countries, waves, "trend", &[]);
    let of = &mut publication.results.results[0];
    let mut rows = Vec::new();
    for row in of.rows.iter().filter(|row| row.estimate.is_some()) {
        for (sex, more) in [(1.0, 0.04), (2.0, -0.05)] {
            let mut row = row.clone();
            row.by
                .insert("SEX".into(), pulso::codebook::Code::Number(sex));
            row.estimate = row.estimate.map(|value| value + more);
            row.ci = row.ci.map(|ci| ci.map(|end| end + more));
            rows.push(row);
        }
    }
    of.rows = rows;
    of.comparisons.clear();
    let column = json!({"name": "SEX", "values": labelled(&sexes(), 1)});
    of.columns.insert(
        1,
        serde_json::from_value(column).expect("the column is well formed"),
    );
    publication
}

/// A figure that others publish, for every year from 2000 to 2023, with a gap here and there.
pub fn years(countries: &[&str]) -> Publication {
    let mut dice = Dice(41);
    let mut rows = Vec::new();
    for country in countries {
        let mut value = 2.4 + 2.6 * dice.roll();
        for year in 2000..2024 {
            value = (value + 0.5 * dice.roll() - 0.22_f64).max(0.6);
            let by = json!({"country": country, "period": year.to_string()});
            let mut cell = match dice.roll() < 0.06 {
                true => absent(by, None, Value::Null, "no_data"),
                false => drawn(by, value, 0.12, 1.0),
            };
            cell["n"] = Value::Null;
            rows.push(cell);
        }
    }
    let values: Vec<Value> = (2000..2024)
        .map(|year| json!({"code": year.to_string()}))
        .collect();
    let columns = json!([
        {"name": "country"},
        {"name": "period", "values": values},
        {"name": "of", "label": text("Gasto público en educación (% del PIB)", "Gasto público em educação (% do PIB)", "Public spending on education (% of GDP)", "Dépenses publiques d’éducation (% du PIB)")}
    ]);
    let query = json!({"id": "q", "dataset": "made_up", "estimate": "indicator", "of": "SPENDING", "by": ["country", "period"]});
    told(query, columns, rows, "value", "trend")
}

/// A share of women and of men for each country, with their difference. The countries in `hidden` have too few men.
pub fn women_and_men(countries: &[&str], kind: &str, hidden: &[&str]) -> Publication {
    let mut dice = Dice(13);
    let mut rows = Vec::new();
    let mut comparisons = Vec::new();
    for country in countries {
        let value = 0.3 + 0.45 * dice.roll();
        let other = value + 0.3 * dice.roll() - 0.1;
        let by = |sex: u32| json!({"country": country, "SEX": sex});
        rows.push(drawn(by(1), value, 0.035, 110.0));
        if hidden.contains(country) {
            rows.push(withheld(by(2)));
            continue;
        }
        rows.push(drawn(by(2), other, 0.035, 110.0));
        let change = other - value;
        comparisons.push(json!({
            "by": by(2), "category": null, "with": "1", "estimate": change, "se": 0.045, "df": 200.0,
            "ci": [change - 0.09, change + 0.09], "p": 0.04, "flags": []
        }));
    }
    trained_by_sex(rows, comparisons, kind)
}

/// Quantiles of the years that principals have worked, for each country.
pub fn quantiles(countries: &[&str], probs: &[f64], hidden: &[&str]) -> Publication {
    let mut dice = Dice(53);
    let mut rows = Vec::new();
    for country in countries {
        let (middle, spread) = (9.0 + 12.0 * dice.roll(), 5.0 + 6.0 * dice.roll());
        for prob in probs {
            let by = json!({"country": country, "prob": prob});
            let far: f64 = (prob - 0.5) * 2.0;
            let value = (middle + spread * (far + 0.4 * far.powi(3)) + far.max(0.0) * 3.0).max(0.5);
            rows.push(match hidden.contains(country) {
                true => withheld(by),
                false => drawn(by, value, 0.5, 180.0),
            });
        }
    }
    let values: Vec<Value> = probs.iter().map(|prob| json!({"code": prob})).collect();
    let columns = json!([
        {"name": "country"},
        {"name": "prob", "values": values},
        {"name": "of", "label": text("Años de experiencia como director o directora", "Anos de experiência como diretor ou diretora", "Years of experience as a principal", "Années d’expérience comme chef d’établissement")}
    ]);
    let query = json!({"id": "q", "dataset": "made_up", "estimate": "quantile", "of": "YEARS", "probs": probs, "by": ["country"]});
    told(query, columns, rows, "value", "distribution")
}

/// A share and a mean of each country, as two queries that a scatter sets against each other, with both averages; in several
/// waves where they are named. The countries in `hidden` have no mean.
pub fn two_measures(countries: &[&str], waves: &[&str], hidden: &[&str]) -> Publication {
    let mut dice = Dice(61);
    let (mut shares, mut means) = (Vec::new(), Vec::new());
    let (mut share_sum, mut mean_sum, mut count) = (0.0, 0.0, 0.0);
    let steps: &[&str] = if waves.is_empty() { &[""] } else { waves };
    let key = |country: &str, wave: &str| match wave {
        "" => json!({"country": country}),
        wave => json!({"country": country, "wave": wave}),
    };
    for country in countries {
        let (mut share, mut mean) = (0.2 + 0.6 * dice.roll(), 44.0 + 9.0 * dice.roll());
        mean += 6.0 * share;
        for wave in steps {
            let by = key(country, wave);
            let se = (share * (1.0 - share) / 160.0_f64).sqrt();
            shares.push(drawn(by.clone(), share, se, 180.0));
            means.push(match hidden.contains(country) {
                true => withheld(by),
                false => drawn(by, mean, 0.6, 180.0),
            });
            (share_sum, mean_sum, count) = (share_sum + share, mean_sum + mean, count + 1.0);
            share = (share + 0.14 * dice.roll() - 0.03).min(0.95);
            mean += 2.6 * dice.roll() - 0.6;
        }
    }
    let averages = [share_sum / count, mean_sum / count];
    let against = |rows: &[Value], average: f64| -> Vec<Value> {
        let estimates = rows.iter().filter(|row| !row["estimate"].is_null());
        let compared = estimates.map(|row| {
            let (change, se) = (row["estimate"].as_f64().unwrap() - average, row["se"].as_f64().unwrap());
            json!({
                "by": row["by"], "category": null, "with": "average", "estimate": change, "se": se, "df": 120.0,
                "ci": [change - 2.0 * se, change + 2.0 * se], "p": 0.04, "flags": []
            })
        });
        compared.collect()
    };
    let comparisons = [against(&shares, averages[0]), against(&means, averages[1])];
    for wave in steps {
        let [share, mean] = averages;
        let by = key("average", wave);
        shares.push(drawn(by.clone(), share, 0.008, 3000.0));
        means.push(drawn(by, mean, 0.2, 3000.0));
    }
    let by: Vec<&str> = if waves.is_empty() {
        vec!["country"]
    } else {
        vec!["country", "wave"]
    };
    let wave_values: Vec<Value> = waves.iter().map(|wave| json!({"code": wave})).collect();
    let wave_column = json!({"name": "wave", "label": text("Año", "Ano", "Year", "Année"), "values": wave_values});
    let columns = |column: Value| match waves {
        [] => json!([{"name": "country"}, column]),
        _ => json!([{"name": "country"}, wave_column, column]),
    };
    let average = json!({"over": "country"});
    let query = json!({
        "id": "q", "dataset": "made_up", "estimate": "proportion", "of": {"variable": "OBSERVES", "is": [1]},
        "by": by, "average": average
    });
    let second = json!({"id": "q", "dataset": "made_up", "estimate": "mean", "of": "LEAD", "by": by, "average": average});
    let lead = text(
        "Índice de liderazgo pedagógico (media regional: 50)",
        "Índice de liderança pedagógica (média regional: 50)",
        "Instructional leadership index (regional mean: 50)",
        "Indice de leadership pédagogique (moyenne régionale\u{a0}: 50)",
    );
    let [of_shares, of_means] = comparisons;
    let chart = json!({"kind": "scatter", "against": "r"});
    let column = columns(json!({"name": "OBSERVES", "label": observes()}));
    let mut first = publication(
        Sample::Probability,
        query,
        column,
        shares,
        of_shares,
        "share",
        chart.clone(),
    );
    let column = columns(json!({"name": "LEAD", "label": lead}));
    let other = publication(
        Sample::Probability,
        second,
        column,
        means,
        of_means,
        "value",
        chart,
    );
    for mut query in other.document.queries {
        query.id = "r".into();
        first.document.queries.push(query);
    }
    for mut result in other.results.results {
        result.id = "r".into();
        first.results.results.push(result);
    }
    first
}
