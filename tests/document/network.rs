//! A network as a document asks for it.

use pulso::chart::{Request, draw};
use pulso::codebook::Code;
use pulso::document::{Document, Publication, Sources};
use pulso::estimate::{Results, Row};
use pulso::paint;
use pulso::read::{Options, read};
use serde_json::{Value, json};

/// Five organisations, of which one has no tie.
const MEMBERS: &str = "id,name,type,place
o1,Escuelas del Sur,ngo,Chile
o2,Red Andina,network,Perú
o3,Ministerio,state,Peru
o4,Universidad,university,CHL
o5,Fundación,ngo,Uruguay
";

/// One tie twice, one of nobody, one of a member to itself, one without weight.
const TIES: &str = "from,to,weight
o1,o2,2
o2,o1,3
o2,o3,1
o1,o3,1
o3,o4,4
o4,o9,1
o4,o4,1
o1,o4,
";

fn run(dataset: Value, query: Value) -> (Document, Results) {
    let mut sources = Sources::default();
    for (name, text) in [("members.csv", MEMBERS), ("ties.csv", TIES)] {
        let held = read(name, text.as_bytes(), Options::default()).unwrap();
        sources.hold(name, held);
    }
    let mut whole = json!({"id": "n", "kind": "network", "source": "members.csv", "ties": "ties.csv", "country": "place"});
    for (name, value) in dataset.as_object().unwrap() {
        whole[name] = value.clone();
    }
    let mut asked = json!({"id": "q", "dataset": "n", "estimate": "network"});
    for (name, value) in query.as_object().unwrap() {
        asked[name] = value.clone();
    }
    let document = json!({
        "pulso": 1, "datasets": [whole], "queries": [asked],
        "charts": [{"id": "c", "kind": "network", "query": "q"}, {"id": "t", "kind": "table", "query": "q"}]
    });
    let document = Document::parse(&document.to_string()).unwrap();
    let results = sources.run(&document);
    (document, results)
}

fn rows<'r>(results: &'r Results, item: &str) -> Vec<&'r Row> {
    let rows = results.results[0].rows.iter();
    rows.filter(|row| row.item.as_deref() == Some(item))
        .collect()
}

#[test]
fn ties_of_a_pair_are_one_and_what_is_no_tie_is_said() {
    let (_, results) = run(json!({"public": true}), json!({"by": ["type", "country"]}));
    assert_eq!(results.errors, vec![]);
    let codes: Vec<&str> = results.warnings.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["unknown_members", "unread_ties"]);
    let ties: Vec<(String, String, f64)> = rows(&results, "tie")
        .iter()
        .map(|row| {
            (
                row.by["from"].key(),
                row.by["to"].key(),
                row.estimate.unwrap(),
            )
        })
        .collect();
    let tie = |from: &str, to: &str, weight: f64| (from.to_string(), to.to_string(), weight);
    assert_eq!(
        ties,
        [
            tie("o1", "o2", 5.0),
            tie("o1", "o3", 1.0),
            tie("o2", "o3", 1.0),
            tie("o3", "o4", 4.0)
        ]
    );
    let degrees: Vec<(String, f64, String)> = rows(&results, "degree")
        .iter()
        .map(|row| {
            (
                row.by["node"].key(),
                row.estimate.unwrap(),
                row.by["country"].key(),
            )
        })
        .collect();
    let degree = |node: &str, ties: f64, iso3: &str| (node.to_string(), ties, iso3.to_string());
    assert_eq!(
        degrees,
        [
            degree("o3", 3.0, "PER"),
            degree("o1", 2.0, "CHL"),
            degree("o2", 2.0, "PER"),
            degree("o4", 1.0, "CHL"),
            degree("o5", 0.0, "URY")
        ]
    );
    let whole = |item: &str| rows(&results, item)[0].estimate.unwrap();
    assert_eq!(whole("components"), 2.0);
    assert_eq!(whole("density"), 0.4);
    // One triangle, and three triples at the ministry, one at each of two others.
    assert_eq!(whole("transitivity"), 0.6);
    assert_eq!(whole("ei_index"), 1.0);
    assert!((whole("blau") - (1.0 - (4.0 + 1.0 + 1.0 + 1.0) / 25.0)).abs() < 1e-15);
}

/// A list of persons is microdata: unless the document says that it is public, no name leaves the engine.
#[test]
fn members_are_numbers_unless_their_list_is_public() {
    let (document, results) = run(json!({}), json!({"by": ["type"]}));
    let text = results.to_json();
    for name in ["Escuelas", "Red Andina", "Fundación", "o1", "o5"] {
        assert!(
            !text.contains(&format!("\"{name}")),
            "{name} is in the results"
        );
    }
    assert_eq!(rows(&results, "degree")[0].by["node"], Code::Number(1.0));
    let publication = Publication { document, results };
    let request = Request {
        chart: "c".into(),
        ..Request::default()
    };
    let svg = paint::svg(&draw(&publication, &request).unwrap());
    assert!(svg.contains("Los miembros se muestran con números, no con nombres."));

    let (document, results) = run(json!({"public": true}), json!({"by": ["type"]}));
    let publication = Publication { document, results };
    let scene = draw(&publication, &request).unwrap();
    let svg = paint::svg(&scene);
    assert!(svg.contains("Red Andina") && !svg.contains("se muestran con números"));
    assert_eq!(
        scene.title,
        "Ministerio tiene el mayor número de vínculos: 3 de los 4 que unen a 5 miembros"
    );
    assert_eq!(scene.table.rows.len(), 5);
}

#[test]
fn measures_are_those_that_were_asked_for() {
    let (document, results) = run(json!({}), json!({"measures": ["density"]}));
    assert_eq!(rows(&results, "degree").len(), 0);
    assert_eq!(rows(&results, "density").len(), 1);
    // There is nobody to draw; the table prints what there is.
    let publication = Publication { document, results };
    let chart = |chart: &str| Request {
        chart: chart.into(),
        ..Request::default()
    };
    let error = draw(&publication, &chart("c")).unwrap_err();
    assert_eq!(error.code, "chart_needs");
    let table = draw(&publication, &chart("t")).unwrap().table;
    assert!(
        table
            .rows
            .iter()
            .any(|row| row.contains(&"Densidad".to_string()))
    );
}

#[test]
fn what_is_wrong_is_said() {
    let code = |dataset: Value, query: Value| {
        let (_, results) = run(dataset, query);
        results
            .errors
            .iter()
            .map(|it| it.code.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        code(json!({}), json!({"measures": ["blau"]})),
        ["field_needed"]
    );
    assert_eq!(
        code(json!({}), json!({"by": ["kind"]})),
        ["unknown_variable"]
    );
    assert_eq!(
        code(json!({}), json!({"of": "type"})),
        ["field_out_of_place"]
    );
    assert_eq!(code(json!({"ties": null}), json!({}))[0], "field_needed");
    assert_eq!(
        code(json!({"ties": "members.csv"}), json!({})),
        ["unknown_variable"]
    );
    assert_eq!(
        code(json!({"basis": "census"}), json!({})),
        ["field_out_of_place"]
    );
    let survey = json!({
        "pulso": 1,
        "datasets": [{"id": "s", "kind": "survey", "source": "s.csv", "basis": "census", "ties": "ties.csv", "public": true}]
    });
    let document = Document::parse(&survey.to_string()).unwrap();
    let errors = document.check();
    let fields: Vec<&str> = errors
        .iter()
        .map(|error| error.place.document.as_deref().unwrap())
        .collect();
    assert_eq!(fields, ["/datasets/0/ties", "/datasets/0/public"]);
}
