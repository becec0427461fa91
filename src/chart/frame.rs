//! The frame that every chart shares: paper, title, subtitle, legend, the chart, footer.

use super::context::Context;
use super::figures::Figures;
use super::footer::footer;
use super::guide::{Area, Key, Look, Placed, legend};
use super::metrics::wrap_evenly;
use super::rows::Datum;
use super::scene::{Group, Mark, Role, Scene, TableData, Tidy};
use super::sentence::describe;
use super::tabulate::{table, tidy};
use crate::estimate::{QueryResult, Row};

/// What stands around a chart, in words.
pub(super) struct Frame {
    pub title: String,
    pub subtitle: Option<String>,
    pub legend: Vec<(Key, String)>,
    pub footer: Vec<String>,
    pub description: String,
    pub table: TableData,
    pub data: Tidy,
}

/// What a kind of chart says of results in its own way.
pub(super) struct Words {
    pub title: String,
    pub subtitle: Option<String>,
    pub legend: Vec<(Key, String)>,
    /// What it has to explain in the footer.
    pub extra: Vec<String>,
}

impl Frame {
    /// What stands around results: the words of the kind, and what every kind says of the rows that are drawn.
    pub fn of_results(
        context: &Context,
        (result, rows): (&QueryResult, &[&Row]),
        figures: &Figures,
        data: &[&Datum],
        words: Words,
    ) -> Self {
        let (table, data_of_rows) = match context.request.picture_only {
            true => (TableData::default(), Tidy::default()),
            false => (table(context, result, rows, figures), tidy(result, rows)),
        };
        Frame {
            description: describe(context, &words.title, words.subtitle.as_deref(), data),
            title: words.title,
            subtitle: words.subtitle,
            legend: words.legend,
            footer: footer(context, Some((result, rows)), words.extra),
            table,
            data: data_of_rows,
        }
    }
}

/// Puts the frame around a chart. `body` places the chart in the room that is left.
pub(super) fn framed(context: &Context, frame: Frame, body: &dyn Fn(Area) -> Placed) -> Scene {
    let (sizes, palette) = (&context.sizes, &context.palette);
    let width = context.request.width_px;
    let inner = width - 2.0 * sizes.margin;
    let x = sizes.margin;
    let mut y = sizes.margin;

    let mut header = Vec::new();
    let logo = logo(context, &mut header);
    // A narrow picture has the logo above its title, a wide one beside it.
    let beside = if width < 480.0 {
        y += logo.1;
        0.0
    } else {
        logo.0
    };
    let look = Look::bold(sizes.title, palette.ink);
    // A line longer than about seventy letters is hard to read.
    let measure = (inner - beside).min(sizes.title * 38.0);
    let title = look.lines(x, y, &wrap_evenly(&frame.title, sizes.title, true, measure));
    y += title.height;
    header.extend(title.marks);
    if let Some(subtitle) = &frame.subtitle {
        let look = Look::plain(sizes.subtitle, palette.second);
        y += sizes.subtitle * 0.25;
        let placed = look.wrapped(x, y, subtitle, (inner - beside).min(sizes.subtitle * 48.0));
        y += placed.height;
        header.extend(placed.marks);
    }
    if beside > 0.0 {
        y = y.max(sizes.margin + logo.1);
    }
    y += sizes.label * 0.9;

    let room = Area {
        x,
        y,
        width: inner,
        height: None,
    };
    let key = legend(&frame.legend, room, palette, sizes);
    if !frame.legend.is_empty() {
        y += key.height + sizes.label * 0.9;
    }

    let look = Look::plain(sizes.footer, palette.second);
    let mut lines = Vec::new();
    for line in &frame.footer {
        lines.extend(look.wrap(line, inner.min(sizes.footer * 75.0)));
    }
    let foot_height = lines.len() as f64 * look.line() + sizes.label * 0.9;

    let wished = context
        .request
        .height_px
        .map(|height| height - y - foot_height - sizes.margin);
    let chart = body(Area {
        x,
        y,
        width: inner,
        height: wished.filter(|height| *height > 0.0),
    });
    y += chart.height;

    let needed = y + foot_height + sizes.margin;
    let height = (context.request.height_px.unwrap_or(0.0).max(needed) * 10.0).ceil() / 10.0;
    let foot = look.lines(
        x,
        height - sizes.margin - lines.len() as f64 * look.line(),
        &lines,
    );

    let ground = Mark::filled(0.0, 0.0, width, height, palette.ground);
    let mut marks = Vec::new();
    if context.request.theme.has_ground() {
        marks.push(Mark::group(Role::Ground, vec![ground]));
    }
    marks.push(Mark::group(Role::Header, header));
    if !key.marks.is_empty() {
        marks.push(Mark::group(Role::Legend, key.marks));
    }
    marks.extend(chart.marks);
    marks.push(Mark::group(Role::Footer, foot.marks));
    Scene {
        width_px: width,
        height_px: height,
        density: 2.0,
        title: frame.title,
        description: frame.description,
        locale: context.locale.clone(),
        root: Group {
            role: Role::Chart,
            marks,
            ..Group::default()
        },
        table: frame.table,
        data: frame.data,
    }
}

/// Draws the partner's logo at the upper right; gives the room that it takes at the right and above.
fn logo(context: &Context, marks: &mut Vec<Mark>) -> (f64, f64) {
    let brand = context.publication.document.brand.as_ref();
    let Some(logo) = brand
        .and_then(|brand| brand.logo.as_ref())
        .filter(|logo| logo.is_drawn())
    else {
        return (0.0, 0.0);
    };
    let sizes = &context.sizes;
    let inner = context.request.width_px - 2.0 * sizes.margin;
    let scale = (sizes.title * 2.0 / logo.height).min(inner * 0.3 / logo.width);
    let (width, height) = (logo.width * scale, logo.height * scale);
    let left = sizes.margin + inner - width;
    let address = logo.src.clone();
    marks.push(Mark::Image([left, sizes.margin, width, height], address));
    (width + sizes.label, height + sizes.label * 0.5)
}
