//! Ratings of points of leverage. Kappas are scikit-learn's 1.9.1: `cohen_kappa_score(weights="linear", labels=[0, 1, 2, 3, 4])`.

use pulso::document::{Document, Publication, Published};
use pulso::theory::Leverage;
use serde_json::{Value, json};

fn rating(point: &str, place: &str, score: u8, rater: &str) -> Value {
    json!({"point": point, "place": place, "score": score, "rater": rater, "date": "2024", "evidence": "a report"})
}

fn leverage(ratings: Vec<Value>) -> Leverage {
    let point = |id: &str, attribute: &str| json!({"id": id, "attribute": attribute, "title": id});
    let points: Vec<Value> = (0..16).map(|at| point(&format!("P{at}"), "X")).collect();
    serde_json::from_value(json!({"points": points, "ratings": ratings})).unwrap()
}

fn close(value: f64, expected: f64) {
    assert!(
        (value - expected).abs() < 1e-12,
        "{value} is not {expected}"
    );
}

#[test]
fn two_raters_agree_as_scikit_learn_says() {
    let both = |one: &[u8], other: &[u8]| {
        let pairs = one.iter().zip(other).enumerate();
        let ratings = pairs.flat_map(|(at, (one, other))| {
            let point = format!("P{at}");
            [
                rating(&point, "PER", *one, "a"),
                rating(&point, "PER", *other, "b"),
            ]
        });
        leverage(ratings.collect()).agreement().unwrap()
    };
    let found = both(
        &[0, 1, 2, 2, 3, 4, 4, 1, 0, 3, 2, 2, 1, 4, 3, 0],
        &[0, 2, 2, 3, 3, 4, 2, 1, 1, 3, 1, 2, 0, 4, 4, 2],
    );
    assert_eq!(found.pairs, 16);
    close(found.kappa.unwrap(), 0.581151832460733);
    close(
        both(&[2, 3, 3, 2, 4, 3], &[3, 3, 2, 2, 4, 4])
            .kappa
            .unwrap(),
        0.4,
    );
    // Who always give one score could not have disagreed.
    assert_eq!(both(&[2, 2], &[2, 2]).kappa, None);
}

/// What only one of them rated says nothing of their agreement; three raters have none.
#[test]
fn only_what_both_rated_is_a_pair() {
    let mut ratings = vec![
        rating("P0", "PER", 1, "a"),
        rating("P0", "PER", 3, "b"),
        rating("P1", "PER", 4, "a"),
    ];
    let found = leverage(ratings.clone());
    assert_eq!(found.agreement().unwrap().pairs, 1);
    assert!(found.standing("P0", "PER").unwrap().disputed);
    assert!(!found.standing("P1", "PER").unwrap().disputed);
    ratings.push(rating("P1", "PER", 4, "c"));
    assert_eq!(leverage(ratings).agreement(), None);
}

#[test]
fn what_nobody_rated_is_no_zero() {
    let found = leverage(vec![
        rating("P0", "PER", 2, "a"),
        rating("P1", "PER", 4, "a"),
        rating("P1", "PER", 3, "b"),
        rating("P0", "CHL", 0, "a"),
        rating("P1", "CHL", 4, "a"),
    ]);
    assert_eq!(found.standing("P2", "PER"), None);
    let means = found.means("X", &["PER"]).unwrap();
    assert_eq!(means.rated, 2);
    close(means.arithmetic, 2.75);
    close(means.geometric, 7f64.sqrt());
    let means = found.means("X", &["CHL"]).unwrap();
    close(means.arithmetic, 2.0);
    close(means.geometric, 0.0);
    assert_eq!(found.means("X", &["URY"]), None);
    assert_eq!(found.means("Y", &["PER"]), None);
}

#[test]
fn the_latest_rating_of_a_rater_counts() {
    let mut later = rating("P0", "PER", 4, "a");
    later["date"] = json!("2024-07");
    let mut earlier = rating("P0", "PER", 1, "a");
    earlier["date"] = json!("2023");
    let found = leverage(vec![later, earlier]);
    let standing = found.standing("P0", "PER").unwrap();
    assert_eq!((standing.mean, standing.ratings.len()), (4.0, 1));
}

#[test]
fn the_document_is_checked() {
    let document = json!({
        "pulso": 1,
        "theory": {"leverage": {
            "attributes": [{"id": "X", "title": "X"}],
            "points": [{"id": "P", "attribute": "Z", "title": "P"}],
            "ratings": [
                {"point": "Q", "place": "PER", "score": 5, "evidence": " ", "date": "yesterday"},
                {"point": "P", "place": "PER", "score": 1, "evidence": "a report"},
                {"point": "P", "place": "PER", "score": 2, "evidence": "a report"}
            ]
        }},
        "charts": [{"id": "c", "kind": "leverage"}]
    });
    let document = Document::parse(&document.to_string()).unwrap();
    let errors = document.check();
    let found: Vec<(&str, &str)> = errors
        .iter()
        .map(|error| {
            (
                error.code.as_str(),
                error.place.document.as_deref().unwrap(),
            )
        })
        .collect();
    let at = |index: usize| format!("/theory/leverage/ratings/{index}");
    assert_eq!(
        found,
        [
            ("unknown_value", "/theory/leverage/points/0/attribute"),
            ("unknown_value", &format!("{}/point", at(0))),
            ("out_of_range", &format!("{}/score", at(0))),
            ("field_needed", &at(0)),
            ("invalid_date", &format!("{}/date", at(0))),
            ("listed_twice", &at(2)),
        ]
    );
    let bare = json!({"pulso": 1, "theory": {}, "charts": [{"id": "c", "kind": "leverage"}]});
    let errors = Document::parse(&bare.to_string()).unwrap().check();
    assert_eq!(errors[0].code, "field_needed");
}

/// An embed of the chart carries the ratings, and nothing else of the theory.
#[test]
fn an_embed_carries_the_ratings() {
    let publication: Publication = serde_json::from_value(json!({
        "document": {
            "pulso": 1,
            "theory": {
                "columns": [{"id": "c", "title": "C"}],
                "leverage": {"points": [{"id": "P", "attribute": "X", "title": "P"}], "ratings": [rating("P", "PER", 3, "a")]}
            },
            "charts": [{"id": "c", "kind": "leverage"}]
        },
        "results": {"pulso": 1, "results": []}
    }))
    .unwrap();
    let pruned = Published::from(publication).prune("c").unwrap();
    let theory = pruned.publication().document.theory.as_ref().unwrap();
    assert!(theory.columns.is_empty());
    assert_eq!(theory.leverage.as_ref().unwrap().ratings.len(), 1);
}
