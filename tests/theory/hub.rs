//! The Hub's theory of change, as the studio offers it, against its source.

use pulso::locale::{Locale, Text};
use pulso::theory::Theory;

const HUB: &str = include_str!("../../www/data/theory_hub.json");

#[test]
fn it_is_a_sound_theory_in_four_languages() {
    let hub: Theory = serde_json::from_str(HUB).unwrap();
    assert_eq!(hub.check(), []);
    let titles = hub
        .columns
        .iter()
        .map(|column| &column.title)
        .chain(hub.nodes.iter().map(|node| &node.title))
        .chain(hub.indicators.iter().map(|indicator| &indicator.title));
    for title in titles {
        let Text::Languages(texts) = title else {
            panic!("{title:?} is in one language");
        };
        assert_eq!(texts.keys().collect::<Vec<_>>(), ["en", "es", "fr", "pt"]);
        assert!(texts.values().all(|text| !text.trim().is_empty()));
    }
}

#[test]
fn it_says_what_its_source_says() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/domain/theory_hub.json"
    );
    let Ok(source) = std::fs::read_to_string(path) else {
        println!("skipped: ../shared is absent");
        return;
    };
    let source: serde_json::Value = serde_json::from_str(&source).unwrap();
    let hub: Theory = serde_json::from_str(HUB).unwrap();
    let spanish = Locale("es".into());
    for (node, wanted) in hub.nodes.iter().zip(source["nodes"].as_array().unwrap()) {
        assert_eq!(wanted["id"], node.id);
        assert_eq!(wanted["column"], node.column);
        assert_eq!(wanted["es"], node.title.get(&spanish));
        assert_eq!(
            wanted["context_only"].as_bool().unwrap_or(false),
            node.context_only
        );
    }
    let links: Vec<_> = hub
        .links
        .iter()
        .map(|link| serde_json::json!([link.from, link.to]))
        .collect();
    assert_eq!(source["links"], serde_json::json!(links));
    let indicators: Vec<_> = hub
        .indicators
        .iter()
        .map(|known| [known.id.as_str(), &known.node, known.direction.name()])
        .collect();
    let wanted = source["indicators"].as_array().unwrap();
    let wanted: Vec<_> = wanted
        .iter()
        .map(|known| ["id", "node", "direction"].map(|key| known[key].as_str().unwrap()))
        .collect();
    assert_eq!(indicators, wanted);
}
