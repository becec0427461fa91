//! The blocks of a report, in reading order.

use super::figure::Figure;
use super::html::escape;
use super::method::method;
use crate::chart::{ChartKind, Spec};
use crate::document::{Block, Publication};
use crate::error::{Error, Result};
use crate::locale::catalogue::report as say;
use crate::locale::{Locale, explain};
use crate::text::replace;
use crate::theory::Theory;

/// Every block as HTML.
pub(super) fn blocks(publication: &Publication, locale: &Locale) -> Result<String> {
    let mut html = String::new();
    for (index, item) in publication.document.report.iter().enumerate() {
        let block = block(publication, item, locale);
        html += &block.map_err(|error| error.at(format!("/report/{index}")))?;
    }
    Ok(html)
}

fn block(publication: &Publication, block: &Block, locale: &Locale) -> Result<String> {
    let mut html = String::new();
    if let Some(heading) = &block.heading {
        html += &format!("<h2>{}</h2>\n", escape(heading.get(locale)));
    }
    if let Some(text) = &block.text {
        html += &paragraphs(text.get(locale));
    }
    if let Some(chart) = &block.chart {
        html += &known_chart(publication, chart, locale)?;
    }
    if block.theory {
        html += &theory(publication, locale)?;
    }
    if block.method {
        html += &method(publication, locale);
    }
    Ok(html)
}

/// Blank lines part paragraphs; a line's end within one is kept.
fn paragraphs(text: &str) -> String {
    let mut html = String::new();
    let mut paragraph = String::new();
    // A blank line more than the text has ends its last paragraph.
    for line in text.lines().chain([""]) {
        if line.is_empty() && !paragraph.trim().is_empty() {
            let inside = replace(&escape(paragraph.trim()), "\n", "<br>");
            html += &format!("<p>{inside}</p>\n");
        }
        if line.is_empty() {
            paragraph.clear();
        } else {
            paragraph += line;
            paragraph.push('\n');
        }
    }
    html
}

fn known_chart(publication: &Publication, chart: &str, locale: &Locale) -> Result<String> {
    let charts = &publication.document.charts;
    if let Some(spec) = charts.iter().find(|spec| spec.id == chart) {
        return Ok(figure(publication, spec, locale));
    }
    let options = charts.iter().map(|spec| spec.id.as_str());
    Err(Error::unknown("unknown_chart", chart, options))
}

/// A chart's figure, or the reason why there is none.
fn figure(publication: &Publication, spec: &Spec, locale: &Locale) -> String {
    match Figure::of(publication, spec, locale) {
        Ok(figure) => format!(
            "<pulso-chart src=\"#publication\" chart=\"{}\" locale=\"{}\">{}</pulso-chart>\n",
            escape(&spec.id),
            escape(&locale.0),
            figure.html(locale)
        ),
        Err(error) => format!(
            "<p class=\"problem\">{}</p>\n",
            escape(&explain(&error, locale))
        ),
    }
}

/// The theory's picture, drawn as the document's own theory chart says or plainly, and what each indicator stands for.
fn theory(publication: &Publication, locale: &Locale) -> Result<String> {
    let document = &publication.document;
    let Some(theory) = &document.theory else {
        return Err(Error::new("theory_missing"));
    };
    let own = document
        .charts
        .iter()
        .find(|spec| spec.kind == ChartKind::Theory);
    let picture = match own {
        Some(spec) => figure(publication, spec, locale),
        None => {
            let plain = Spec {
                id: "theory".into(),
                kind: ChartKind::Theory,
                ..Spec::default()
            };
            figure(publication, &plain, locale)
        }
    };
    Ok(picture + &indicators(theory, locale))
}

fn indicators(theory: &Theory, locale: &Locale) -> String {
    let mut noted = String::new();
    for indicator in &theory.indicators {
        if let Some(note) = &indicator.note {
            let (title, note) = (indicator.title.get(locale), note.get(locale));
            noted += &format!("<dt>{}</dt><dd>{}</dd>", escape(title), escape(note));
        }
    }
    if noted.is_empty() {
        return noted;
    }
    format!(
        "<h3>{}</h3>\n<dl>{noted}</dl>\n",
        escape(say::INDICATORS.get(locale))
    )
}
