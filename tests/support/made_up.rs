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
pub(super) struct Dice(pub u64);

impl Dice {
    pub(super) fn roll(&mut self) -> f64 {
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
            let mut cell = row(by, None, Value::Null, value, 0.0, 0.0, Sample::Probability);
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
    publication(
        Sample::Probability,
        query,
        columns,
        rows,
        vec![],
        "value",
        json!({"kind": "heatmap"}),
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
    publication(
        Sample::Probability,
        query,
        columns,
        rows,
        vec![],
        "share",
        json!({"kind": "grouped_bars"}),
    )
}

/// One share for women and one for men in each country.
pub fn by_sex(countries: &[&str]) -> Publication {
    let mut dice = Dice(3);
    let mut rows = Vec::new();
    for country in countries {
        for sex in [1, 2] {
            let value = 0.3 + 0.5 * dice.roll();
            rows.push(row(
                json!({"country": country, "SEX": sex}),
                None,
                Value::Null,
                value,
                0.035,
                110.0,
                Sample::Probability,
            ));
        }
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
    publication(
        Sample::Probability,
        query,
        columns,
        rows,
        vec![],
        "share",
        json!({"kind": "grouped_bars"}),
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
            rows.push(row(
                by,
                None,
                Value::Null,
                value,
                0.04,
                n,
                Sample::Probability,
            ));
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
    publication(
        Sample::Probability,
        query,
        columns,
        rows,
        vec![],
        "share",
        json!({"kind": "grouped_bars"}),
    )
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

/// Stages of a policy on several dates; the last country of the list is not covered.
pub fn stages(countries: &[&str], dates: &[&str]) -> Publication {
    let mut dice = Dice(17);
    let mut rows = Vec::new();
    for (place, country) in countries.iter().enumerate() {
        for (at, when) in dates.iter().enumerate() {
            let peak = [0.0, 3.0, 2.6, 1.8, 0.9, 0.3];
            let stage = (peak[at.min(5)] + 1.4 * dice.roll() - 0.5)
                .round()
                .clamp(0.0, 3.0);
            let by = json!({"country": country});
            let mut cell = match place + 1 == countries.len() && at < 2 {
                true => absent(by, Some(when), Value::Null, "no_data"),
                false => row(
                    by,
                    Some(when),
                    Value::Null,
                    stage,
                    0.0,
                    0.0,
                    Sample::Probability,
                ),
            };
            for name in ["se", "df", "ci", "n", "n_effective", "deff"] {
                cell[name] = Value::Null;
            }
            rows.push(cell);
        }
    }
    let query = json!({"id": "q", "dataset": "made_up", "estimate": "policy_status", "dimension": "C1", "on": dates, "by": ["country"]});
    publication(
        Sample::Probability,
        query,
        stage_columns(),
        rows,
        vec![],
        "stage",
        json!({"kind": "heatmap"}),
    )
}

/// Events of a policy: several in each country, the last of which nothing is known of; some with a source.
pub fn changes(countries: &[&str]) -> Publication {
    let mut dice = Dice(29);
    let mut rows = Vec::new();
    for (place, country) in countries.iter().enumerate() {
        let by = json!({"country": country});
        if place + 1 == countries.len() {
            let mut row = absent(by, None, Value::Null, "no_data");
            row["item"] = Value::Null;
            rows.push(row);
            continue;
        }
        let (mut year, mut before) = (2008.0 + 4.0 * dice.roll(), None);
        while year < 2024.0 {
            let stage = (4.0 * dice.roll()).floor();
            let month = (year.fract() * 12.0).floor() + 1.0;
            let when = format!("{:04}-{month:02}-15", year.floor());
            let change = match before {
                None => "first_assessed",
                Some(0.0) => "new",
                Some(_) if stage == 0.0 => "repealed",
                Some(before) if stage > before => "upgraded",
                Some(_) => "downgraded",
            };
            if before != Some(stage) {
                let mut cell = row(
                    by.clone(),
                    Some(&when),
                    json!(change),
                    stage,
                    0.0,
                    0.0,
                    Sample::Probability,
                );
                for name in ["se", "df", "ci", "n", "n_effective", "deff"] {
                    cell[name] = Value::Null;
                }
                if dice.roll() > 0.4 {
                    cell["source"] = json!(format!("https://example.org/{country}/{when}"));
                }
                rows.push(cell);
            }
            before = Some(stage);
            year += 0.3 + 6.0 * dice.roll();
        }
    }
    let query = json!({"id": "q", "dataset": "made_up", "estimate": "policy_changes", "dimension": "C1", "to": "2024-06-30", "by": ["country"]});
    publication(
        Sample::Probability,
        query,
        stage_columns(),
        rows,
        vec![],
        "stage",
        json!({"kind": "timeline"}),
    )
}

/// How some dimensions of policy spread.
pub fn adoption(dimensions: usize) -> Publication {
    let mut dice = Dice(31);
    let mut rows = Vec::new();
    let labels = [
        text(
            "Marco normativo del liderazgo escolar",
            "Marco normativo da liderança escolar",
            "Legal framework for school leadership",
            "Cadre légal de la direction d’école",
        ),
        text(
            "Concurso público",
            "Concurso público",
            "Open competition",
            "Concours public",
        ),
        text(
            "Formación inicial",
            "Formação inicial",
            "Preparation",
            "Formation initiale",
        ),
        text(
            "Inducción y mentoría",
            "Indução e mentoria",
            "Induction and mentoring",
            "Insertion et mentorat",
        ),
        text(
            "Evaluación de desempeño",
            "Avaliação de desempenho",
            "Appraisal",
            "Évaluation professionnelle",
        ),
        text(
            "Tiempo protegido para lo pedagógico",
            "Tempo protegido para o pedagógico",
            "Protected time for instruction",
            "Temps réservé au pédagogique",
        ),
    ];
    for code in 1..=dimensions {
        let by = json!({"dimension": format!("D{code:02}")});
        let (mut year, mut share, mut left) = (2004.0 + 3.0 * dice.roll(), 0.0, 33.0);
        while year < 2024.0 && left > 4.0 {
            let when = format!(
                "{:04}-{:02}",
                year.floor(),
                (year.fract() * 12.0).floor() + 1.0
            );
            let step = (1.0 + 2.0 * dice.roll()).floor();
            share += (1.0 - share) * step / left;
            let se: f64 = (share * (1.0_f64 - share) / left).sqrt();
            let mut cell = row(
                by.clone(),
                Some(&when),
                Value::Null,
                share,
                se,
                left,
                Sample::Probability,
            );
            cell["ci"] = json!([(share - 1.7 * se).max(0.0), (share + 1.8 * se).min(1.0)]);
            cell["df"] = Value::Null;
            rows.push(cell);
            left -= step + (1.4 * dice.roll()).floor();
            year += 0.4 + 3.0 * dice.roll();
        }
    }
    let values: Vec<Value> = labels
        .iter()
        .take(dimensions)
        .enumerate()
        .map(|(at, label)| json!({"code": format!("D{:02}", at + 1), "label": label}))
        .collect();
    let mut columns = stage_columns();
    columns[1]["values"] = json!([{"code": 2, "label": text("Adoptada", "Adotada", "Adopted", "Adoptée")}, {"code": 3}]);
    columns[0] = json!({"name": "dimension", "values": values});
    let query = json!({"id": "q", "dataset": "made_up", "estimate": "policy_adoption", "by": ["dimension"]});
    let mut publication = publication(
        Sample::Probability,
        query,
        columns,
        rows,
        vec![],
        "share",
        json!({"kind": "adoption"}),
    );
    publication.results.results[0].method.basis = None;
    publication
}

fn stage_columns() -> Value {
    let words = [
        text("Abiertas", "Abertas", "Open", "Ouvertes"),
        text(
            "Cierre recomendado",
            "Fechamento recomendado",
            "Closing recommended",
            "Fermeture conseillée",
        ),
        text(
            "Cierre parcial",
            "Fechamento parcial",
            "Some closed",
            "Fermeture partielle",
        ),
        text(
            "Cierre total",
            "Fechamento total",
            "All closed",
            "Fermeture totale",
        ),
    ];
    json!([
        {"name": "country"},
        {"name": "stage", "label": text("Cierre de escuelas", "Fechamento de escolas", "School closures", "Fermeture des écoles"), "values": labelled(&words, 0)}
    ])
}

/// The four columns of a hub's theory, with indicators in every status.
pub fn theory() -> Publication {
    let mut publication = shares(&SIXTEEN, Sample::Probability, &[], &[]);
    let node = |id: &str, column: &str, level: &str, title: Value| json!({"id": id, "column": column, "level": level, "title": title});
    let mut last = node(
        "N4",
        "students",
        "impact",
        text(
            "Mejores resultados para los estudiantes de la región",
            "Melhores resultados para os estudantes da região",
            "Better outcomes for students in the region",
            "De meilleurs résultats pour les élèves de la région",
        ),
    );
    last["context_only"] = json!(true);
    let indicator = |id: &str, node: &str, title: Value, values: [f64; 3], se: Value| {
        json!({
            "id": id, "node": node, "title": title, "unit": "share",
            "baseline": {"value": values[0], "date": "2019", "illustrative": true},
            "targets": [{"value": values[2], "date": "2025", "illustrative": true}],
            "observations": [{"value": values[1], "date": "2022", "se": se, "df": 200, "n": 400}]
        })
    };
    let resources = json!({
        "id": "I1", "node": "N1", "title": text("Recursos publicados", "Recursos publicados", "Resources published", "Ressources publiées"), "unit": "count",
        "baseline": {"value": 0.0, "date": "2019"}, "targets": [{"value": 40.0, "date": "2025"}],
        "observations": [{"value": 44.0, "date": "2022"}]
    });
    let theory = json!({
        "columns": [
            {"id": "do", "title": text("Lo que hacemos", "O que fazemos", "What we do", "Ce que nous faisons")},
            {"id": "members", "title": text("Impacto en los miembros", "Impacto nos membros", "Impact on members", "Effets sur les membres")},
            {"id": "leaders", "title": text("Impacto en el liderazgo escolar", "Impacto na liderança escolar", "Impact on school leadership", "Effets sur la direction d’établissement")},
            {"id": "students", "title": text("Impacto en los estudiantes", "Impacto nos estudantes", "Impact on students", "Effets sur les élèves")}
        ],
        "nodes": [
            node("N1", "do", "output", text("El hub genera conocimiento y recursos", "O hub gera conhecimento e recursos", "The hub generates knowledge and resources", "Le hub produit des connaissances et des ressources")),
            node("N2", "members", "outcome", text("Las organizaciones usan la red para generar cambio sistémico", "As organizações usam a rede para gerar mudança sistêmica", "Organizations use the network to create system change", "Les organisations utilisent le réseau pour changer le système")),
            node("N3a", "leaders", "outcome", text("Los líderes escolares reciben apoyo y su trabajo se fortalece", "Os líderes escolares recebem apoio e seu trabalho se fortalece", "School leaders are supported and their work is strengthened", "Les chefs d’établissement sont soutenus et leur travail est renforcé")),
            node("N3b", "leaders", "outcome", text("Se implementan políticas públicas de liderazgo escolar basadas en evidencia", "São implementadas políticas públicas de liderança escolar baseadas em evidências", "Evidence-based public policy for school leadership is implemented", "Des politiques publiques fondées sur des preuves sont mises en œuvre")),
            last
        ],
        "links": [
            {"from": "N1", "to": "N2", "strength": 2}, {"from": "N2", "to": "N3a"}, {"from": "N2", "to": "N3b", "strength": 1},
            {"from": "N3b", "to": "N3a", "strength": 3}, {"from": "N3a", "to": "N4", "strength": 3}
        ],
        "indicators": [
            resources,
            indicator("I2", "N2", text("Organizaciones que usan un recurso", "Organizações que usam um recurso", "Organizations that use a resource", "Organisations qui utilisent une ressource"), [0.2, 0.28, 0.6], json!(0.03)),
            indicator("I3", "N3a", text("Formación en gestión", "Formação em gestão", "Trained in management", "Formation en gestion"), [0.3, 0.47, 0.6], json!(0.02)),
            indicator("I4", "N3a", text("Observación de clases", "Observação de aulas", "Lesson observation", "Observation de classe"), [0.4, 0.47, 0.6], json!(0.025)),
            indicator("I5", "N3b", text("Inducción en los primeros dos años", "Indução nos primeiros dois anos", "Induction in the first two years", "Insertion pendant les deux premières années"), [0.35, 0.31, 0.6], json!(0.012)),
            {"id": "I6", "node": "N3b", "title": text("Evaluación de desempeño", "Avaliação de desempenho", "Appraisal", "Évaluation professionnelle")}
        ]
    });
    publication.document.theory =
        Some(serde_json::from_value(theory).expect("the theory is well formed"));
    publication.document.charts = vec![
        serde_json::from_value(json!({"id": "c", "kind": "theory"}))
            .expect("the chart is well formed"),
    ];
    publication
}

/// Twelve points of leverage in some places, by two raters who differ now and then; some cells nobody rated.
pub fn leverage(places: &[&str]) -> Publication {
    let mut publication = theory();
    let mut dice = Dice(29);
    let attributes = [
        text("Propósito", "Propósito", "Purpose", "Finalité"),
        text("Poder", "Poder", "Power", "Pouvoir"),
        text("Aprendizaje", "Aprendizagem", "Learning", "Apprentissage"),
        text("Ejecución", "Execução", "Delivery", "Mise en œuvre"),
    ];
    let points = [
        text("Paradigmas", "Paradigmas", "Paradigms", "Paradigmes"),
        text("Mentalidades", "Mentalidades", "Mindsets", "Mentalités"),
        text("Metas", "Metas", "Goals", "Objectifs"),
        text("Agencia", "Agência", "Agency", "Pouvoir d’agir"),
        text("Confianza", "Confiança", "Trust", "Confiance"),
        text(
            "Colaboración",
            "Colaboração",
            "Collaboration",
            "Collaboration",
        ),
        text("Reflexión", "Reflexão", "Reflection", "Réflexion"),
        text(
            "Retroalimentación",
            "Retroalimentação",
            "Feedback",
            "Rétroaction",
        ),
        text("Innovación", "Inovação", "Innovation", "Innovation"),
        text("Prácticas", "Práticas", "Practices", "Pratiques"),
        text(
            "Infraestructura",
            "Infraestrutura",
            "Infrastructure",
            "Infrastructures",
        ),
        text("Recursos", "Recursos", "Resources", "Ressources"),
    ];
    let attribute = |at: usize| format!("A{at}");
    let mut ratings = Vec::new();
    for at in 0..points.len() {
        for place in places {
            if dice.roll() < 0.15 {
                continue;
            }
            let score = (4.99 * dice.roll()).floor();
            let other = (score + (3.0 * dice.roll()).floor() - 1.0).clamp(0.0, 4.0);
            let other = if dice.roll() < 0.08 {
                4.0 - score
            } else {
                other
            };
            for (rater, score) in [("A. Ríos", score), ("B. Paz", other)] {
                ratings.push(json!({
                    "point": format!("L{at}"), "place": place, "score": score as u8, "rater": rater, "date": "2024-06",
                    "evidence": format!("https://example.org/{place}/{at}")
                }));
            }
        }
    }
    let headings = attributes.iter().enumerate();
    let headings: Vec<Value> = headings
        .map(|(at, title)| json!({"id": attribute(at), "title": title}))
        .collect();
    let points = points.iter().enumerate();
    let points: Vec<Value> = points
        .map(|(at, title)| {
            json!({"id": format!("L{at}"), "attribute": attribute(at / 3), "title": title})
        })
        .collect();
    let named = [
        ("huari", "Huari, Áncash"),
        ("cuetzalan", "Cuetzalan del Progreso, Puebla"),
        (
            "apalaches",
            "Apalaches (Kentucky, Virginia Occidental, Tennessee, Virginia)",
        ),
    ];
    let named = named.iter().filter(|(id, _)| places.contains(id));
    let named: Vec<Value> = named
        .map(|(id, title)| json!({"id": id, "title": title}))
        .collect();
    let leverage =
        json!({"attributes": headings, "points": points, "places": named, "ratings": ratings});
    let theory = publication.document.theory.as_mut();
    theory.expect("the theory is there").leverage =
        Some(serde_json::from_value(leverage).expect("the ratings are well formed"));
    publication.document.charts = vec![
        serde_json::from_value(json!({"id": "c", "kind": "leverage"}))
            .expect("the chart is well formed"),
    ];
    publication
}

/// Organisations of several kinds and countries, tied at random but more within their country; every fifth of another kind.
pub fn network(members: usize) -> Publication {
    let mut dice = Dice(41);
    let kinds = [
        text(
            "Organización civil",
            "Organização civil",
            "Civil society",
            "Société civile",
        ),
        text("Universidad", "Universidade", "University", "Université"),
        text(
            "Ministerio o secretaría",
            "Ministério ou secretaria",
            "Ministry",
            "Ministère",
        ),
        text(
            "Red de escuelas",
            "Rede de escolas",
            "School network",
            "Réseau d’écoles",
        ),
    ];
    let names = [
        "Fundación Aprender",
        "Red Andina de Directores",
        "Instituto de Liderazgo Escolar y Políticas Educativas",
        "Escuelas que Crecen",
        "Universidad del Valle",
        "Ministerio de Educación",
        "Enseña Juntos",
        "Centro Puente",
    ];
    let countries = ["ARG", "BRA", "CHL", "COL", "MEX", "PER"];
    let mut degrees = vec![0; members];
    let mut ties = Vec::new();
    for from in 0..members {
        for to in from + 1..members {
            let near = if from % 6 == to % 6 { 0.45 } else { 0.06 };
            // Two know more than others.
            let near = if from < 2 { near + 0.25 } else { near };
            if dice.roll() < near && to + 2 < members {
                let weight = (1.0 + 8.0 * dice.roll()).floor();
                degrees[from] += 1;
                degrees[to] += 1;
                ties.push((from, to, weight));
            }
        }
    }
    let plain = |by: Value, item: &str, value: f64| {
        let mut row = absent(by, Some(item), Value::Null, "no_data");
        row["estimate"] = json!(value);
        row["flags"] = json!([]);
        row
    };
    let node = |at: usize| format!("m{at}");
    let mut order: Vec<usize> = (0..members).collect();
    order.sort_by_key(|at| std::cmp::Reverse(degrees[*at]));
    let mut rows = Vec::new();
    for at in &order {
        let by = json!({"node": node(*at), "kind": at % 5 % 4, "country": countries[at % 6]});
        rows.push(plain(by.clone(), "degree", f64::from(degrees[*at])));
        rows.push(plain(by, "betweenness", 40.0 * dice.roll()));
    }
    for (from, to, weight) in &ties {
        rows.push(plain(
            json!({"from": node(*from), "to": node(*to)}),
            "tie",
            *weight,
        ));
    }
    for (item, value) in [
        ("density", 0.15),
        ("transitivity", 0.31),
        ("components", 3.0),
        ("ei_index", -0.12),
    ] {
        rows.push(plain(json!({}), item, value));
    }
    let labels: Vec<Value> = (0..members)
        .map(|at| {
            let name = names[at % names.len()];
            let label = if at < names.len() {
                name.to_string()
            } else {
                format!("{name} {}", at / names.len() + 1)
            };
            json!({"code": node(at), "label": label})
        })
        .collect();
    let columns = json!([
        {"name": "node", "values": labels},
        {"name": "kind", "label": text("Tipo", "Tipo", "Kind", "Type"), "values": labelled(&kinds, 0)},
        {"name": "country"}, {"name": "from"}, {"name": "to"}
    ]);
    let query =
        json!({"id": "q", "dataset": "made_up", "estimate": "network", "by": ["kind", "country"]});
    publication(
        Sample::Probability,
        query,
        columns,
        rows,
        vec![],
        "value",
        json!({"kind": "network"}),
    )
}

/// Labels for the codes from `first` on.
pub(super) fn labelled(texts: &[Value], first: usize) -> Value {
    let values = texts.iter().enumerate();
    values
        .map(|(index, label)| json!({"code": index + first, "label": label}))
        .collect()
}

pub(super) fn publication(
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

pub(super) fn row(
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

pub(super) fn absent(by: Value, item: Option<&str>, category: Value, flag: &str) -> Value {
    json!({
        "by": by, "item": item, "category": category, "estimate": null, "se": null, "df": null, "ci": null, "n": null,
        "n_effective": null, "deff": null, "p": null, "flags": [flag]
    })
}

pub(super) fn text(es: &str, pt: &str, en: &str, fr: &str) -> Value {
    json!({"es": es, "pt": pt, "en": en, "fr": fr})
}
