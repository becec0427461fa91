//! A chart on a page without script: the picture for a wide and for a narrow place, and its numbers as a table.

use super::html::escape;
use crate::chart::{Request, Scene, TableData, draw};
use crate::document::Publication;
use crate::error::Result;
use crate::locale::Locale;
use crate::locale::catalogue::report as say;
use crate::paint;

/// Widths for which a picture is drawn. A picture that is scaled down is hard to read, and one that is laid out for a phone is
/// another picture: so both stand in the page, and a container query shows the one that fits. The second costs about a third
/// of the first once compressed, because they share their words.
const WIDE_PX: f64 = 850.0;
const NARROW_PX: f64 = 360.0;

/// What every page with a figure needs: which picture shows. A wide picture may shrink to 0.85, where its text is 12 px.
pub(super) const STYLE: &str = include_str!("figure.css");

/// A chart that is drawn for both widths.
pub(super) struct Figure {
    wide: Scene,
    narrow: Scene,
}

impl Figure {
    /// Draws a chart. This is the only place where a page asks for a picture.
    ///
    /// # Errors
    /// Those of [`draw`].
    pub fn of(publication: &Publication, chart: &str, locale: &Locale) -> Result<Self> {
        let drawn = |width_px| {
            let request = Request {
                chart: chart.into(),
                locale: locale.clone(),
                width_px,
                ..Request::default()
            };
            draw(publication, &request)
        };
        Ok(Figure {
            wide: drawn(WIDE_PX)?,
            narrow: drawn(NARROW_PX)?,
        })
    }

    /// The finding, as a sentence.
    pub fn title(&self) -> &str {
        &self.wide.title
    }

    /// Height of the wide picture.
    pub fn height_px(&self) -> f64 {
        self.wide.height_px
    }

    /// Pictures and table, ready for the page.
    pub fn html(&self, locale: &Locale) -> String {
        format!(
            "<figure><div class=\"pulso-narrow\">{}</div><div class=\"pulso-wide\">{}</div>\
             <details><summary>{}</summary>{}</details></figure>",
            paint::svg(&self.narrow),
            paint::svg(&self.wide),
            escape(say::TABLE.get(locale)),
            table(&self.wide.table, self.title()),
        )
    }
}

/// A table whose first column heads its rows; its place scrolls by itself, and by keyboard.
fn table(data: &TableData, caption: &str) -> String {
    let cells = |row: &[String], first: &str, other: &str| -> String {
        row.iter()
            .enumerate()
            .map(|(index, cell)| {
                let tag = if index == 0 { first } else { other };
                let name = tag.split(' ').next().unwrap_or(tag);
                format!("<{tag}>{}</{name}>", escape(cell))
            })
            .collect()
    };
    let head = cells(&data.head, "th scope=\"col\"", "th scope=\"col\"");
    let rows: String = data
        .rows
        .iter()
        .map(|row| format!("<tr>{}</tr>", cells(row, "th scope=\"row\"", "td")))
        .collect();
    format!(
        "<div class=\"pulso-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\"><table><thead><tr>{head}</tr></thead>\
         <tbody>{rows}</tbody></table></div>",
        escape(caption)
    )
}
