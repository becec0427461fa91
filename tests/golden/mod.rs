//! Pictures, one named function each, compared byte for byte with `tests/golden/NAME.svg`.
//!
//! `PULSO_BLESS=1 cargo test golden` rewrites them and the contact sheet `tests/golden/index.html`: look at it before you
//! commit. The numbers are made up.

mod colours;
mod exports;
mod layout;
mod media;
mod notes;
mod pictures;
mod profile;
mod real;
mod words;

use pictures::PICTURES;
use pulso::paint;
use std::fmt::Write;
use std::path::{Path, PathBuf};

#[test]
fn pictures_are_as_committed() {
    let bless = std::env::var_os("PULSO_BLESS").is_some();
    let mut wrong = Vec::new();
    for (name, picture) in PICTURES {
        let painted = paint::svg(&picture());
        let path = folder().join(format!("{name}.svg"));
        if bless {
            std::fs::write(&path, &painted).expect("the golden folder can be written");
        } else if std::fs::read_to_string(&path).ok().as_deref() != Some(painted.as_str()) {
            wrong.push(*name);
        }
    }
    let sheet = folder().join("index.html");
    if bless {
        std::fs::write(&sheet, contact_sheet()).expect("the contact sheet can be written");
    } else if std::fs::read_to_string(&sheet).ok() != Some(contact_sheet()) {
        wrong.push("index.html");
    }
    assert!(
        wrong.is_empty(),
        "pictures differ from the committed ones: {wrong:?}; see PULSO_BLESS in this file"
    );
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn contact_sheet() -> String {
    let mut html = String::from(
        "<!doctype html>\n<meta charset=\"utf-8\">\n<title>Pulso: every golden picture</title>\n<style>\n\
         body { font: 14px Arial, sans-serif; margin: 24px; background: #e9ecef }\n\
         main { display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start }\n\
         figure { margin: 0; background: #fff; padding: 8px } img { display: block; max-width: 900px }\n\
         figcaption { padding: 8px 4px 0; color: #555 }\n</style>\n\
         <h1>Every golden picture</h1>\n<p>All numbers are made up.</p>\n<main>\n",
    );
    for (name, _) in PICTURES {
        let _ = writeln!(
            html,
            "<figure><img src=\"{name}.svg\" alt=\"\"><figcaption>{name}</figcaption></figure>"
        );
    }
    html.push_str("</main>\n");
    html
}
