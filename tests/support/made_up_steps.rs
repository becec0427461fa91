//! Made-up numbers along a second key: waves, years, two groups.

use super::made_up::{Dice, Sample, absent, labelled, publication, row, text};
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
            rows.push(row(
                by,
                None,
                Value::Null,
                value,
                se,
                n,
                Sample::Probability,
            ));
        }
    }
    for (wave, (sum, count)) in waves.iter().zip(sums) {
        let by = json!({"country": "average", "wave": wave});
        rows.push(row(
            by,
            None,
            Value::Null,
            sum / count,
            0.01,
            3000.0,
            Sample::Probability,
        ));
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
                false => row(by, None, Value::Null, value, 0.12, 1.0, Sample::Probability),
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
    let chart = json!({"kind": "trend"});
    publication(
        Sample::Probability,
        query,
        columns,
        rows,
        vec![],
        "value",
        chart,
    )
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
        rows.push(row(
            by(1),
            None,
            Value::Null,
            value,
            0.035,
            110.0,
            Sample::Probability,
        ));
        if hidden.contains(country) {
            rows.push(absent(by(2), None, Value::Null, "too_few"));
            continue;
        }
        rows.push(row(
            by(2),
            None,
            Value::Null,
            other,
            0.035,
            110.0,
            Sample::Probability,
        ));
        let change = other - value;
        comparisons.push(json!({
            "by": by(2), "category": null, "with": "1", "estimate": change, "se": 0.045, "df": 200.0,
            "ci": [change - 0.09, change + 0.09], "p": 0.04, "flags": []
        }));
    }
    let values = [
        text("Mujeres", "Mulheres", "Women", "Femmes"),
        text("Hombres", "Homens", "Men", "Hommes"),
    ];
    let columns = json!([
        {"name": "country"},
        {"name": "SEX", "label": text("Sexo", "Sexo", "Sex", "Sexe"), "values": labelled(&values, 1)},
        {"name": "TRAINED", "label": text("Recibió formación en gestión escolar", "Recebeu formação em gestão escolar", "Was trained in school management", "A suivi une formation en gestion scolaire")}
    ]);
    let query = json!({"id": "q", "dataset": "made_up", "estimate": "proportion", "of": {"variable": "TRAINED", "is": [1]}, "by": ["country", "SEX"]});
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
                true => absent(by, None, Value::Null, "too_few"),
                false => row(
                    by,
                    None,
                    Value::Null,
                    value,
                    0.5,
                    180.0,
                    Sample::Probability,
                ),
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
    let chart = json!({"kind": "distribution"});
    publication(
        Sample::Probability,
        query,
        columns,
        rows,
        vec![],
        "value",
        chart,
    )
}
