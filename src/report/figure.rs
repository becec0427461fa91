//! A chart on a page without script: the picture for a wide and for a narrow place, and its numbers as a table.

use super::html::escape;
use crate::chart::{Group, Mark, Request, Scene, Spec, TableData, draw_spec};
use crate::document::Publication;
use crate::error::Result;
use crate::locale::Locale;
use crate::locale::catalogue::report as say;
use crate::paint;

/// Widths for which a picture is drawn. A picture that is scaled down is hard to read, and one that is laid out for a phone is
/// another picture: so both stand in the page, and a container query shows the one that fits.
const WIDE_PX: f64 = 850.0;
const NARROW_PX: f64 = 360.0;

/// A picture of more marks than this stands in the page once, wide, and scrolls sideways on a phone until script redraws it:
/// the second would cost a heatmap of 29 countries 6 KB of a first paint that has 30. Of the points of a boundary six weigh as
/// much as another mark.
const MOST_MARKS_TWICE: usize = 500;
const POINTS_OF_A_MARK: usize = 6;

/// What every page with a figure needs: which picture shows. A wide picture may shrink to 0.85, where its text is 12 px.
pub(super) const STYLE: &str = include_str!("figure.css");

/// A chart that is drawn for the page.
pub(super) struct Figure {
    wide: Scene,
    narrow: Option<Scene>,
}

impl Figure {
    /// Draws a chart. This is the only place where a page asks for a picture.
    ///
    /// # Errors
    /// Those of [`crate::chart::draw`].
    pub fn of(publication: &Publication, spec: &Spec, locale: &Locale) -> Result<Self> {
        let drawn = |width_px| {
            let request = Request {
                chart: spec.id.clone(),
                locale: locale.clone(),
                width_px,
                ..Request::default()
            };
            draw_spec(publication, spec, &request).map(still)
        };
        let wide = drawn(WIDE_PX)?;
        let narrow = match wide.root.marks.iter().map(weight).sum() {
            0..=MOST_MARKS_TWICE => Some(drawn(NARROW_PX)?),
            _ => None,
        };
        Ok(Figure { wide, narrow })
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
        let wide = paint::svg(&self.wide);
        let pictures = match &self.narrow {
            Some(narrow) => format!(
                "<div class=\"pulso-narrow\">{}</div><div class=\"pulso-wide\">{wide}</div>",
                paint::svg(narrow)
            ),
            None => scrolling("pulso-only", self.title(), &wide),
        };
        let table = scrolling("pulso-scroll", self.title(), &table(&self.wide.table));
        format!(
            "<figure>{pictures}<details><summary>{}</summary>{table}</details></figure>",
            escape(say::TABLE.get(locale)),
        )
    }
}

/// The picture for a page that nobody has touched yet. What interaction needs, the keys and the words of each mark, comes
/// with the picture that the viewer draws, and so do tenths of a pixel: here they would be a third of the bytes.
fn still(mut scene: Scene) -> Scene {
    let mut marks = Vec::new();
    flatten(scene.root, &mut marks);
    scene.root = Group {
        marks,
        ..Group::default()
    };
    scene
}

/// How many marks a mark counts as.
fn weight(mark: &Mark) -> usize {
    match mark {
        Mark::Polyline { points, .. } | Mark::Polygon { points, .. } => {
            1 + points.len() / POINTS_OF_A_MARK
        }
        _ => 1,
    }
}

fn flatten(group: Group, into: &mut Vec<Mark>) {
    for mark in group.marks {
        match mark {
            Mark::Group(inner) => flatten(inner, into),
            mut other => {
                to_whole_pixels(&mut other);
                into.push(other);
            }
        }
    }
}

/// Moves edges, not sizes, so that neighbours stay neighbours. A radius stays what it is.
fn to_whole_pixels(mark: &mut Mark) {
    match mark {
        Mark::Group(_) | Mark::Image(..) => {}
        Mark::Rect {
            x,
            y,
            width,
            height,
            ..
        } => {
            let (right, bottom) = ((*x + *width).round(), (*y + *height).round());
            (*x, *y) = (x.round(), y.round());
            // A segment that is thinner than a pixel stays visible.
            (*width, *height) = ((right - *x).max(1.0), (bottom - *y).max(1.0));
        }
        Mark::Polyline { points, .. } | Mark::Polygon { points, .. } => {
            for (x, y) in &mut *points {
                (*x, *y) = (x.round(), y.round());
            }
            points.dedup();
        }
        Mark::Circle { x, y, .. } => (*x, *y) = (x.round(), y.round()),
        Mark::Text(label) => (label.x, label.y) = (label.x.round(), label.y.round()),
    }
}

/// A place that scrolls sideways, also by keyboard.
fn scrolling(class: &str, name: &str, inside: &str) -> String {
    format!(
        "<div class=\"{class}\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">{inside}</div>",
        escape(name)
    )
}

/// A table whose first column heads its rows.
fn table(data: &TableData) -> String {
    let (mut head, mut rows) = (String::new(), String::new());
    for cell in &data.head {
        head += &format!("<th scope=\"col\">{}</th>", escape(cell));
    }
    for (name, cells) in data.rows.iter().filter_map(|row| row.split_first()) {
        rows += &format!("<tr><th scope=\"row\">{}</th>", escape(name));
        for cell in cells {
            rows += &format!("<td>{}</td>", escape(cell));
        }
        rows += "</tr>";
    }
    format!("<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
}
