//! What is handed on: a report in one file, and the snippets that put a chart into another page.
//!
//! Both show their pictures and tables without script; script, where there is one, only adds interaction.

mod block;
mod embed;
mod figure;
mod html;
mod method;

pub use embed::{embed_element, embed_frame};

use crate::chart::ChartKind;
use crate::document::Published;
use crate::error::Result;
use crate::locale::Locale;
use crate::locale::catalogue::report as say;
use crate::shape::Shape;
use block::blocks;
use html::{escape, json_in_script, script_text};

/// Up to here a report is its first paint: all that it shows before any script runs.
pub const INTERACTION: &str = "<!-- interaction -->";

/// The file of the built page that makes charts of these kinds interactive: it holds the viewer that draws them.
pub fn script_of(kinds: impl IntoIterator<Item = ChartKind>) -> &'static str {
    match kinds.into_iter().all(ChartKind::is_common) {
        true => "report.js",
        false => "report-atlas.js",
    }
}

/// How a report is written.
#[derive(Debug, Clone, Default, PartialEq, Shape)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// Language and number habits.
    pub locale: Locale,
    /// An ES module without imports that registers `<pulso-chart>` and leaves the loader of the viewer as `scope.viewer`.
    /// Without it the report holds no script at all.
    #[serde(default)]
    pub script: Option<String>,
}

/// The report as one HTML file that opens by double-click and asks nothing of a network.
///
/// A chart that cannot be drawn says why in its place; the others stay.
///
/// # Errors
/// `unknown_chart` (value, options) and `theory_missing`, at the block that asks for it.
pub fn report(published: &Published, options: &Options) -> Result<String> {
    let shared = published.shared()?;
    let locale = &options.locale;
    let document = &shared.publication().document;
    let title = document
        .title
        .as_ref()
        .map_or(say::UNTITLED.get(locale), |title| title.get(locale));
    let scripts = options.script.as_deref();
    let page = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"generator\" content=\"Pulso {version}\">\n\
         <title>{title}</title>\n<style>\n{figures}{style}</style>\n</head>\n<body>\n{languages}\
         <main>\n<h1>{title}</h1>\n{blocks}</main>\n<footer>{made}</footer>\n{INTERACTION}\n\
         <script type=\"application/json\" id=\"publication\">{data}</script>\n{script}</body>\n</html>\n",
        lang = escape(&locale.0),
        policy = policy(scripts.is_some()),
        version = env!("CARGO_PKG_VERSION"),
        title = escape(title),
        style = include_str!("page.css"),
        figures = figure::STYLE,
        languages = scripts.map_or(String::new(), |_| languages(locale)),
        blocks = blocks(shared.publication(), locale)?,
        made = escape(&say::MADE_WITH.with(locale, &[("version", env!("CARGO_PKG_VERSION"))])),
        data = data(&shared),
        script = scripts.map_or(String::new(), script),
    );
    Ok(page)
}

/// The publication as JSON that may stand in a page.
fn data(published: &Published) -> String {
    json_in_script(&published.to_json())
}

/// Nothing may be fetched. Where there is a script it stands in the file itself and may start the module that it carries.
fn policy(with_script: bool) -> &'static str {
    if with_script {
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; img-src data: blob:; \
         connect-src 'none'; base-uri 'none'; form-action 'none'"
    } else {
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    }
}

/// One button a language. It is hidden until the script can serve it.
fn languages(locale: &Locale) -> String {
    let known = [
        ("es", "es-419", "Español"),
        ("pt", "pt-BR", "Português"),
        ("en", "en", "English"),
        ("fr", "fr", "Français"),
    ];
    let mut buttons = String::new();
    for (language, usual, name) in known {
        let chosen = locale.language() == language;
        // The reader's own country keeps its number habits.
        let locale = escape(if chosen { &locale.0 } else { usual });
        buttons += &format!(
            "<button type=\"button\" lang=\"{language}\" data-locale=\"{locale}\" aria-pressed=\"{chosen}\">{name}</button> "
        );
    }
    format!(
        "<nav hidden aria-label=\"{}\">{}</nav>\n",
        escape(say::LANGUAGE.get(locale)),
        buttons.trim_end()
    )
}

fn script(module: &str) -> String {
    format!(
        "<script type=\"module\">\n{}\n{}</script>\n",
        script_text(module),
        include_str!("languages.js")
    )
}
