use super::publication;
use pulso::locale::Locale;
use pulso::report::{embed_element, embed_frame};

fn spanish() -> Locale {
    Locale("es-PE".into())
}

#[test]
fn the_element_shows_its_picture_and_table_without_script() {
    let snippet = embed_element(
        &publication().into(),
        "c1",
        &spanish(),
        "https://example.org/pulso/",
    )
    .expect("a snippet");
    assert!(snippet.starts_with("<pulso-chart chart=\"c1\" locale=\"es-PE\">"));
    assert!(
        snippet.contains("<figure>") && snippet.contains("<svg") && snippet.contains("<table>")
    );
    assert!(snippet.contains("<script type=\"module\" src=\"https://example.org/pulso/elements/pulso-chart.js\"></script>"));
    assert!(!snippet.contains("Secret"));
    assert!(!snippet.contains("<CINE-P") && !snippet.contains("alert(1)</script>"));
}

#[test]
fn the_frame_holds_its_page_in_itself() {
    let snippet = embed_frame(
        &publication().into(),
        "c1",
        &spanish(),
        "https://example.org/pulso",
    )
    .expect("a snippet");
    let (tag, page) = snippet.split_once(" srcdoc=\"").expect("a page inside");
    assert!(tag.starts_with("<iframe title=\""));
    assert!(!tag.contains(" src="));
    // The attribute ends where the tag ends: nothing inside closes it early.
    assert_eq!(page.split('"').nth(1), Some("></iframe>\n"));
    assert!(
        page.contains("<svg")
            && page.contains("datawrapper-height")
            && page.contains("iframe.resize")
    );
}

#[test]
fn an_address_cannot_break_out() {
    for embed in [embed_element, embed_frame] {
        let snippet = embed(
            &publication().into(),
            "c1",
            &spanish(),
            "x\"><script>alert(2)</script>",
        )
        .expect("a snippet");
        assert!(!snippet.contains("<script>alert(2)"));
    }
    assert!(embed_element(&publication().into(), "nope", &spanish(), "").is_err());
}
