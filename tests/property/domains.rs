//! What results of different domains take from each other: as much as protects what is withheld, and no more.

use super::subtraction::{Asked, Person, Where, run};
use pulso::document::{Document, Sources};
use pulso::estimate::{Flag, QueryResult, Results, Row};
use pulso::read::{Options, read};
use serde_json::{Value, json};

/// Where further cells are withheld, by query.
fn further(results: &Results) -> Vec<usize> {
    let withheld = |row: &&Row| row.flags == [Flag::Secondary];
    let of = |result: &QueryResult| result.rows.iter().filter(withheld).count();
    results.results.iter().map(of).collect()
}

/// Groups of 20, 10 and 4 with the first value of c, and of 20, 10 and 8 with the second.
fn groups() -> Vec<Person> {
    let sizes = [[20, 10, 4], [20, 10, 8]];
    let cells = (0..2).flat_map(|c| (0..3).map(move |a| (a, c)));
    let people = cells.flat_map(|(a, c)| (0..sizes[c][a]).map(move |i| [a, i % 3, c, i % 3]));
    people.collect()
}

fn count(by: &[usize], domain: Option<Where>) -> Asked {
    Asked {
        by: by.to_vec(),
        domain,
        what: 0,
    }
}

fn held(asked: &[Asked]) -> Vec<usize> {
    further(&run(&groups(), asked, "census", &json!({"min_n": 5})))
}

#[test]
fn a_domain_that_does_not_meet_the_withheld_cell_loses_nothing() {
    let one = || Some(Where::Eq(2, 0));
    let other = || Some(Where::Eq(2, 1));
    let apart = [
        count(&[0], one()),
        count(&[0], other()),
        count(&[], other()),
        count(
            &[1],
            Some(Where::All(vec![Where::Eq(2, 1), Where::Ne(0, 2)])),
        ),
        count(&[], Some(Where::Not(Box::new(Where::In(2, vec![0]))))),
        count(&[], Some(Where::AtLeast(2, 1))),
    ];
    assert_eq!(held(&apart), [0; 6]);
}

#[test]
fn a_whole_and_all_but_one_do_not_give_the_one() {
    let few = || Where::All(vec![Where::Eq(2, 0), Where::Eq(0, 2)]);
    let whole = || count(&[], Some(Where::Eq(2, 0)));
    let alone = count(&[], Some(few()));
    // 34 less 30 are the 4: the 30 go.
    let others = [
        Where::Ne(0, 2),
        Where::In(0, vec![0, 1]),
        Where::Less(0, 2),
        Where::Not(Box::new(Where::Eq(0, 2))),
    ];
    for other in others {
        let other = count(&[], Some(Where::All(vec![other, Where::Ne(2, 1)])));
        assert_eq!(
            held(&[alone.clone(), whole(), other.clone()]),
            [0, 0, 1],
            "{other:?}"
        );
        assert_eq!(held(&[alone.clone(), other]), [0, 0]);
    }
    // A cell of a cross is the same as a domain.
    assert_eq!(held(&[count(&[0, 2], None), whole()]), [1, 0]);
    assert_eq!(
        held(&[alone, count(&[0, 2], Some(Where::Ne(0, 2))), whole()]),
        [0, 1, 0]
    );
}

/// Runs counts of the groups as a survey of countries: a document of other variables.
fn of_countries(queries: Value) -> Results {
    let mut text = String::from("pais,edad\n");
    for [a, ..] in groups() {
        text += &format!("{},{}\n", ["Perú", "Chile", "Cuba"][a], [15, 25, 65][a]);
    }
    let mut sources = Sources::default();
    let table = read("people.csv", text.as_bytes(), Options::default()).unwrap();
    sources.hold("people.csv", table);
    let mut queries = queries;
    for (index, query) in queries.as_array_mut().unwrap().iter_mut().enumerate() {
        query["id"] = json!(format!("q{index}"));
        query["dataset"] = json!("people");
        query["estimate"] = json!("count");
        query["suppress"] = json!({"min_n": 15});
    }
    let document = json!({"pulso": 1, "queries": queries, "variables": [
        {"id": "side", "dataset": "people", "recode": {"from": "pais", "values": {"Perú": "west", "Chile": "west", "Cuba": "east"}}},
        {"id": "age", "dataset": "people", "bands": {"from": "edad", "cuts": [20, 60]}}],
        "datasets": [{"id": "people", "kind": "survey", "source": "people.csv", "basis": "census", "country": "pais"}]});
    let results = sources.run(&Document::parse(&document.to_string()).unwrap());
    assert_eq!(results.errors, vec![]);
    results
}

#[test]
fn a_variable_made_of_another_says_something_of_it() {
    // Cuba has 12 of 72, Chile 20 and Peru 40.
    let held = |queries: Value| further(&of_countries(queries));
    let only = |condition: Value| json!({"where": condition});
    let (countries, ages, whole) = (
        json!({"by": ["country"]}),
        json!({"by": ["age"]}),
        json!({}),
    );
    let south = only(json!({"variable": "pais", "in": ["Chile", "Cuba"]}));
    assert_eq!(held(json!([countries, south])), [1, 0]);
    let east = only(json!({"not": {"variable": "side", "eq": "west"}}));
    assert_eq!(held(json!([countries, east, whole])), [1, 0, 0]);
    let west = only(json!({"variable": "side", "eq": "west"}));
    assert_eq!(held(json!([countries, west, whole])), [1, 1, 0]);
    let grown = only(json!({"variable": "edad", "gt": 22}));
    assert_eq!(held(json!([ages, grown])), [1, 0]);
    let young = only(json!({"variable": "edad", "lt": 60}));
    assert_eq!(held(json!([ages, young, whole])), [1, 1, 0]);
    let cuba = json!({"by": ["age"], "where": {"variable": "country", "eq": "CUB"}});
    assert_eq!(held(json!([cuba, west, whole])), [0, 1, 0]);
}
