//! Made-up policies: their stages, what changed, how they spread.

use super::{Dice, Sample, absent, labelled, publication, row, text, told};
use pulso::document::Publication;
use serde_json::{Value, json};

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
    let mut publication = told(query, columns, rows, "share", "adoption");
    publication.results.results[0].method.basis = None;
    publication
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
