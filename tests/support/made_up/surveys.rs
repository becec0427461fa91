//! Made-up answers of one survey, and published figures beside them.

use super::{Dice, Sample, absent, drawn, labelled, publication, row, sexes, text, told};
use pulso::document::Publication;
use serde_json::{Value, json};

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

/// The same, with a country to which the question does not apply.
pub fn not_applicable(mut publication: Publication, country: &str) -> Publication {
    for row in &mut publication.results.results[0].rows {
        if row.by.get("country") == Some(&pulso::codebook::Code::Text(country.into())) {
            let keys = (row.by.clone(), vec![pulso::estimate::Flag::NotApplicable]);
            *row = pulso::estimate::Row::default();
            (row.by, row.flags) = keys;
        }
    }
    publication
}

/// Means of a scale, far from zero.
pub fn means(countries: &[&str]) -> Publication {
    let mut dice = Dice(21);
    let rows = countries
        .iter()
        .map(|country| {
            let value = 46.0 + 11.0 * dice.roll();
            drawn(
                json!({"country": country}),
                value,
                0.4 + 0.4 * dice.roll(),
                210.0,
            )
        })
        .collect();
    let columns = json!([{"name": "country"}, {"name": "LEAD", "label": text("Índice de liderazgo pedagógico (media regional: 50)", "Índice de liderança pedagógica (média regional: 50)", "Instructional leadership index (regional mean: 50)", "Indice de leadership pédagogique (moyenne régionale\u{a0}: 50)")}]);
    let query = json!({"id": "q", "dataset": "made_up", "estimate": "mean", "of": "LEAD", "by": ["country"]});
    told(query, columns, rows, "value", "ranking")
}

/// Shares of four answers for each country.
pub fn answers(countries: &[&str], withheld: &[&str]) -> Publication {
    let mut dice = Dice(5);
    let mut rows = Vec::new();
    for country in countries {
        let n = (120.0 + 150.0 * dice.roll()).floor();
        let weights: Vec<f64> = (0..4)
            .map(|index| (0.15 + dice.roll()) * [0.6, 1.0, 1.6, 0.8][index])
            .collect();
        let sum: f64 = weights.iter().sum();
        for (index, weight) in weights.iter().enumerate() {
            let (by, code) = (json!({"country": country}), json!(index + 1));
            rows.push(match withheld.contains(country) {
                true => absent(by, None, code, "too_few"),
                false => row(by, None, code, weight / sum, 0.028, n, Sample::Probability),
            });
        }
    }
    let values = [
        text("Nunca", "Nunca", "Never", "Jamais"),
        text(
            "Una o dos veces al año",
            "Uma ou duas vezes por ano",
            "Once or twice a year",
            "Une ou deux fois par an",
        ),
        text("Cada mes", "Todo mês", "Every month", "Chaque mois"),
        text("Cada semana", "Toda semana", "Every week", "Chaque semaine"),
    ];
    let columns = json!([
        {"name": "country"},
        {"name": "category", "label": text("¿Con qué frecuencia observa clases?", "Com que frequência observa aulas?", "How often do you observe lessons?", "À quelle fréquence observez-vous des cours\u{a0}?"), "values": labelled(&values, 1)}
    ]);
    let query = json!({"id": "q", "dataset": "made_up", "estimate": "proportion", "of": "DDIT39", "by": ["country"]});
    told(query, columns, rows, "share", "grouped_bars")
}

/// One share for women and one for men in each country.
pub fn by_sex(countries: &[&str]) -> Publication {
    let mut dice = Dice(3);
    let mut rows = Vec::new();
    for country in countries {
        for sex in [1, 2] {
            let by = json!({"country": country, "SEX": sex});
            rows.push(drawn(by, 0.3 + 0.5 * dice.roll(), 0.035, 110.0));
        }
    }
    trained_by_sex(rows, vec![], "grouped_bars")
}

/// Shares of women and of men who were trained.
pub(super) fn trained_by_sex(rows: Vec<Value>, comparisons: Vec<Value>, kind: &str) -> Publication {
    let columns = json!([
        {"name": "country"},
        {"name": "SEX", "label": text("Sexo", "Sexo", "Sex", "Sexe"), "values": labelled(&sexes(), 1)},
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

/// One share for each kind of school in each country; the last country has no private schools.
pub fn by_school(countries: &[&str]) -> Publication {
    let mut dice = Dice(13);
    let mut rows = Vec::new();
    for (place, country) in countries.iter().enumerate() {
        for school in [1, 2, 3] {
            let (value, n) = (0.14 + 0.5 * dice.roll() + 0.1 * f64::from(school), 90.0);
            if school == 3 && place + 1 == countries.len() {
                continue;
            }
            let by = json!({"country": country, "SCHOOL": school});
            rows.push(drawn(by, value, 0.04, n));
        }
    }
    let values = [
        text(
            "Públicas rurales",
            "Públicas rurais",
            "Rural public",
            "Publiques rurales",
        ),
        text(
            "Públicas urbanas",
            "Públicas urbanas",
            "Urban public",
            "Publiques urbaines",
        ),
        text("Privadas", "Privadas", "Private", "Privées"),
    ];
    let columns = json!([
        {"name": "country"},
        {"name": "SCHOOL", "label": text("Tipo de escuela", "Tipo de escola", "Kind of school", "Type d’établissement"), "values": labelled(&values, 1)},
        {"name": "COACHED", "label": text("Recibió acompañamiento o mentoría", "Recebeu acompanhamento ou mentoria", "Was coached or mentored", "A été accompagné ou parrainé")}
    ]);
    let query = json!({"id": "q", "dataset": "made_up", "estimate": "proportion", "of": {"variable": "COACHED", "is": [1]}, "by": ["country", "SCHOOL"]});
    told(query, columns, rows, "share", "grouped_bars")
}

/// A battery of items on a scale of five answers, for no country in particular or for several.
pub fn battery(items: usize, countries: &[&str], sample: Sample, withheld: &[&str]) -> Publication {
    let mut dice = Dice(11);
    let mut rows = Vec::new();
    let names = ["IT1", "IT2", "IT3", "IT4", "IT5"];
    let all: Vec<Option<&str>> = match countries {
        [] => vec![None],
        some => some.iter().copied().map(Some).collect(),
    };
    for item in &names[..items] {
        for country in &all {
            let by = country.map_or(json!({}), |country| json!({"country": country}));
            let n = (1800.0 + 300.0 * dice.roll()).floor();
            let lean = dice.roll();
            let weights: Vec<f64> = (0..5)
                .map(|at| {
                    0.06 + (1.0 - (at as f64 / 4.0 - lean).abs()).powi(3)
                        * (0.7 + 0.3 * dice.roll())
                })
                .collect();
            let sum: f64 = weights.iter().sum();
            let shares: Vec<f64> = weights.iter().map(|weight| weight / sum).collect();
            let net = shares[3] + shares[4] - shares[0] - shares[1];
            let hidden = country.is_some_and(|country| withheld.contains(&country));
            let mut push = |category: Value, value: f64, se: f64| {
                rows.push(match hidden {
                    true => absent(by.clone(), Some(item), category, "too_few"),
                    false => row(by.clone(), Some(item), category, value, se, n, sample),
                });
            };
            for (at, share) in shares.iter().enumerate() {
                push(json!(at + 1), *share, 0.011);
            }
            push(json!("net"), net, 0.02);
            push(
                json!("mean"),
                shares
                    .iter()
                    .enumerate()
                    .map(|(at, share)| share * (at + 1) as f64)
                    .sum(),
                0.03,
            );
        }
    }
    let scale = [
        text(
            "Muy en desacuerdo",
            "Discordo totalmente",
            "Strongly disagree",
            "Pas du tout d’accord",
        ),
        text("En desacuerdo", "Discordo", "Disagree", "Pas d’accord"),
        text(
            "Ni de acuerdo ni en desacuerdo",
            "Nem concordo nem discordo",
            "Neither agree nor disagree",
            "Ni d’accord ni pas d’accord",
        ),
        text("De acuerdo", "Concordo", "Agree", "D’accord"),
        text(
            "Muy de acuerdo",
            "Concordo totalmente",
            "Strongly agree",
            "Tout à fait d’accord",
        ),
    ];
    let questions = [
        text(
            "Tengo autonomía para organizar el trabajo de los docentes de mi escuela",
            "Tenho autonomia para organizar o trabalho dos docentes da minha escola",
            "I am free to organise the work of the teachers in my school",
            "Je suis libre d’organiser le travail des enseignants de mon établissement",
        ),
        text(
            "La carga administrativa me deja tiempo para el liderazgo pedagógico",
            "A carga administrativa me deixa tempo para a liderança pedagógica",
            "Administrative work leaves me time for instructional leadership",
            "La charge administrative me laisse du temps pour le leadership pédagogique",
        ),
        text(
            "Recibo acompañamiento de la supervisión",
            "Recebo acompanhamento da supervisão",
            "I am coached by the supervisor",
            "Je suis accompagné par l’inspection",
        ),
        text(
            "Las familias participan en las decisiones",
            "As famílias participam das decisões",
            "Families take part in decisions",
            "Les familles participent aux décisions",
        ),
        text(
            "Estoy satisfecho con mi trabajo",
            "Estou satisfeito com meu trabalho",
            "I am satisfied with my work",
            "Je suis satisfait de mon travail",
        ),
    ];
    let items: Vec<Value> = names
        .iter()
        .zip(&questions)
        .take(items)
        .map(|(name, label)| json!({"code": name, "label": label}))
        .collect();
    let columns = json!([
        {"name": "country"},
        {"name": "item", "label": text("Condiciones de trabajo de los directores", "Condições de trabalho dos diretores", "Working conditions of principals", "Conditions de travail des chefs d’établissement"), "values": items},
        {"name": "category", "values": labelled(&scale, 1)}
    ]);
    let query = json!({
        "id": "q", "dataset": "made_up", "estimate": "likert", "items": names, "negative": [1, 2], "neutral": [3], "positive": [4, 5],
        "by": if countries.is_empty() { json!([]) } else { json!(["country"]) }
    });
    publication(
        sample,
        query,
        columns,
        rows,
        vec![],
        "share",
        json!({"kind": "likert"}),
    )
}

/// A published figure for each country and year: thousands in most countries, millions in a few; some are missing.
pub fn indicators(countries: &[&str], years: &[&str]) -> Publication {
    let mut dice = Dice(13);
    let mut rows = Vec::new();
    for country in countries {
        let (mut value, missing) = (20.0 + 60.0 * dice.roll(), dice.roll() < 0.2);
        for (at, year) in years.iter().enumerate() {
            let by = json!({"country": country, "period": year});
            value += 9.0 * (dice.roll() - 0.4);
            if missing && at % 3 == 1 {
                rows.push(absent(by, None, Value::Null, "no_data"));
                continue;
            }
            let mut cell = drawn(by, value, 0.0, 0.0);
            for name in ["se", "df", "ci", "n", "n_effective", "deff"] {
                cell[name] = Value::Null;
            }
            rows.push(cell);
        }
    }
    let periods: Vec<Value> = years.iter().map(|year| json!({"code": year})).collect();
    let columns = json!([
        {"name": "country"},
        {"name": "period", "values": periods},
        {"name": "of", "label": text("Niños de 10 años que no leen un texto sencillo (%)", "Crianças de 10 anos que não leem um texto simples (%)", "10-year-olds who cannot read a simple text (%)", "Enfants de 10 ans qui ne lisent pas un texte simple (%)")}
    ]);
    let query = json!({"id": "q", "dataset": "made_up", "estimate": "indicator", "of": "poverty", "by": ["country", "period"]});
    told(query, columns, rows, "value", "heatmap")
}
