//! Made-up systems: a theory of change, points of leverage, a network.

use super::{Dice, SIXTEEN, Sample, absent, labelled, shares, text, told};
use pulso::document::Publication;
use serde_json::{Value, json};

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
    told(query, columns, rows, "value", "network")
}
