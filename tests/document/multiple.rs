//! A question of several answers: who chose, who did not, who said nothing, and who was not asked.

use pulso::chart::{self, Request};
use pulso::document::{Document, Publication, Sources};
use pulso::estimate::{QueryResult, Row};
use pulso::paint;
use pulso::read::{Options, read};
use serde_json::{Value, json};

/// Ten heads of schools and how they hear of courses; 96 was not shown, 99 refused. The last two ticked nothing.
const HEADS: &str = "radio,post,web
1,0,1
1,0,0
0,1,96
1,,1
,1,
0,1,1
99,1,0
1,0,96
0,0,0
,,
";

fn ask(variable: Value, queries: Value) -> Vec<QueryResult> {
    let mut sources = Sources::default();
    let held = read("heads.csv", HEADS.as_bytes(), Options::default()).unwrap();
    sources.hold("heads.csv", held);
    let document = json!({
        "pulso": 1,
        "datasets": [{
            "id": "heads", "kind": "survey", "source": "heads.csv", "basis": "probability",
            "missing": {"*": [99]}
        }],
        "variables": [variable],
        "queries": queries
    });
    let document = Document::parse(&document.to_string()).unwrap();
    let results = sources.run(&document);
    assert_eq!(results.errors, vec![]);
    results.results
}

fn channels(empty_is_an_answer: bool) -> Value {
    json!({
        "id": "channels", "dataset": "heads",
        "multiple": {
            "items": ["radio", "post", "web"], "not_shown": [96],
            "empty_is_an_answer": empty_is_an_answer
        }
    })
}

fn share(id: &str, is: Value) -> Value {
    json!({
        "id": id, "dataset": "heads", "estimate": "proportion",
        "of": {"variable": "channels", "is": is}, "suppress": {"rule": "none"}
    })
}

fn of(row: &Row) -> (&str, u64, f64) {
    let item = row.item.as_deref().unwrap();
    (item, row.n.unwrap(), row.estimate.unwrap())
}

#[test]
fn each_answer_is_counted_among_those_who_saw_it_and_answered() {
    let queries = json!([
        {
            "id": "chosen", "dataset": "heads", "estimate": "proportion", "of": "channels",
            "suppress": {"rule": "none"}
        },
        share("silent", json!(["unanswered"])),
        share("unseen", json!(["not_shown"])),
    ]);
    let results = ask(channels(false), queries.clone());
    let rows = |at: usize| results[at].rows.iter().map(of).collect::<Vec<_>>();
    // Eight chose something: a blank or a refusal beside a choice is an answer not chosen.
    assert_eq!(
        rows(0),
        [
            ("radio", 8, 4.0 / 8.0),
            ("post", 8, 4.0 / 8.0),
            ("web", 6, 3.0 / 6.0)
        ]
    );
    assert_eq!(
        rows(1),
        [("radio", 10, 0.2), ("post", 10, 0.2), ("web", 10, 0.2)]
    );
    assert_eq!(
        rows(2),
        [("radio", 10, 0.0), ("post", 10, 0.0), ("web", 10, 0.2)]
    );
    // Where nothing ticked is an answer, the ninth head answered; the tenth, who left it blank, did not.
    let results = ask(channels(true), queries);
    let rows = results[0].rows.iter().map(of).collect::<Vec<_>>();
    assert_eq!(
        rows,
        [
            ("radio", 9, 4.0 / 9.0),
            ("post", 9, 4.0 / 9.0),
            ("web", 7, 3.0 / 7.0)
        ]
    );
}

#[test]
fn a_question_of_several_answers_has_no_mean() {
    let mut sources = Sources::default();
    let held = read("heads.csv", HEADS.as_bytes(), Options::default()).unwrap();
    sources.hold("heads.csv", held);
    let document = json!({
        "pulso": 1,
        "datasets": [{
            "id": "heads", "kind": "survey", "source": "heads.csv", "basis": "census"
        }],
        "variables": [channels(false)],
        "queries": [{"id": "m", "dataset": "heads", "estimate": "mean", "of": "channels"}]
    });
    let document = Document::parse(&document.to_string()).unwrap();
    let errors = sources.run(&document).errors;
    assert_eq!(errors[0].code, "several_answers");
}

/// Each answer is a bar, or a dot, under its own name.
#[test]
fn every_answer_is_drawn() {
    for kind in ["ranking", "grouped_bars"] {
        let mut sources = Sources::default();
        let held = read("heads.csv", HEADS.as_bytes(), Options::default()).unwrap();
        sources.hold("heads.csv", held);
        let document = json!({
            "pulso": 1,
            "datasets": [{
                "id": "heads", "kind": "survey", "source": "heads.csv", "basis": "census"
            }],
            "variables": [channels(false)],
            "queries": [{
                "id": "q", "dataset": "heads", "estimate": "proportion", "of": "channels",
                "suppress": {"rule": "none"}
            }],
            "charts": [{"id": "c", "kind": kind, "query": "q"}]
        });
        let document = Document::parse(&document.to_string()).unwrap();
        let results = sources.run(&document);
        let request = Request {
            chart: "c".into(),
            ..Request::default()
        };
        let scene = chart::draw(&Publication { document, results }, &request).unwrap();
        let svg = paint::svg(&scene);
        for answer in ["radio", "post", "web"] {
            assert!(svg.contains(&format!(">{answer}<")), "{kind}: {answer}");
        }
    }
}
