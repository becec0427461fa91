//! What is copied into another page to show a chart there. Picture and table stand inside, for readers without script.

use super::data;
use super::figure::{Figure, STYLE};
use super::html::{escape, escape_document};
use crate::document::Published;
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::numeric::decimal::decimal;
use crate::text::replace;

/// Room below the picture for the line that opens the table.
const TABLE_LINE_PX: f64 = 60.0;

/// The `<pulso-chart>` of a chart, with its picture, its table and its own part of the publication inside. `base` is the
/// address where Pulso's page is published.
///
/// # Errors
/// `unknown_chart`, and those of drawing.
pub fn embed_element(
    published: &Published,
    chart: &str,
    locale: &Locale,
    base: &str,
) -> Result<String> {
    let pruned = published.prune(chart)?;
    let figure = only_figure(&pruned, locale)?;
    Ok(format!(
        "<pulso-chart chart=\"{}\" locale=\"{}\"><style>{}</style>{}<script type=\"application/json\">{}</script></pulso-chart>\n{}\n",
        escape(chart),
        escape(&locale.0),
        replace(STYLE, "\n", ""),
        figure.html(locale),
        data(&pruned),
        element_script(base),
    ))
}

/// The `<iframe>` of a chart. Its page stands in `srcdoc`, so that it shows without script and without a request; script, where
/// it may run, adds interaction and tells the host how high the chart is.
///
/// # Errors
/// `unknown_chart`, and those of drawing.
pub fn embed_frame(
    published: &Published,
    chart: &str,
    locale: &Locale,
    base: &str,
) -> Result<String> {
    let pruned = published.prune(chart)?;
    let figure = only_figure(&pruned, locale)?;
    let page = format!(
        "<!doctype html><html lang=\"{lang}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{title}</title><style>body{{margin:0}}{style}</style><body id=\"{id}\">\
         <pulso-chart src=\"#publication\" chart=\"{id}\" locale=\"{lang}\">{figure}</pulso-chart>\
         <script type=\"application/json\" id=\"publication\">{data}</script>{script}<script>{height}</script></body></html>",
        lang = escape(&locale.0),
        title = escape(figure.title()),
        style = replace(STYLE, "\n", ""),
        id = escape(chart),
        figure = figure.html(locale),
        data = data(&pruned),
        script = element_script(base),
        height = include_str!("height.js"),
    );
    Ok(format!(
        "<iframe title=\"{}\" width=\"100%\" height=\"{}\" style=\"border:0\" loading=\"lazy\" sandbox=\"allow-scripts\" srcdoc=\"{}\"></iframe>\n",
        escape(figure.title()),
        decimal((figure.height_px() + TABLE_LINE_PX).round_ties_even()),
        escape_document(&page),
    ))
}

/// The figure of a publication that was pruned to one chart.
fn only_figure(pruned: &Published, locale: &Locale) -> Result<Figure> {
    let publication = pruned.publication();
    let spec = publication.document.charts.first();
    spec.map_or_else(
        || Err(Error::new("unknown_chart")),
        |spec| Figure::of(publication, spec, locale),
    )
}

fn element_script(base: &str) -> String {
    let base = base.trim_end_matches('/');
    format!(
        "<script type=\"module\" src=\"{}/elements/pulso-chart.js\"></script>",
        escape(base)
    )
}
