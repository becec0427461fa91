//! What a reader asks of a chart, and the one way to get it.

use super::context::Context;
use super::kind;
use super::spec::{ChartKind, Order, Spec};
use super::{Scene, Theme};
use crate::document::Publication;
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::shape::Shape;

/// Which chart, for whom, and how large.
#[derive(Debug, Clone, PartialEq, Shape)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Id of a chart of the document.
    pub chart: String,
    /// Language and number habits.
    #[serde(default)]
    pub locale: Locale,
    /// Width of the picture, from 280 to 4,000.
    #[serde(default = "page_width", alias = "width")]
    pub width_px: f64,
    /// Height wished for. A chart that needs more is taller, and never cut; without it the chart takes what it needs.
    #[serde(default, alias = "height")]
    pub height_px: Option<f64>,
    /// Colours.
    #[serde(default)]
    pub theme: Theme,
    /// Countries that stand out, instead of those of the document.
    #[serde(default)]
    pub highlight: Option<Vec<String>>,
    /// Countries that are drawn, instead of those of the document.
    #[serde(default)]
    pub countries: Option<Vec<String>>,
    /// Order of the rows, instead of the document's.
    #[serde(default)]
    pub order: Option<Order>,
    /// How many times larger text is drawn, from 0.75 to 4.
    #[serde(default = "one")]
    pub text_scale: f64,
}

impl Default for Request {
    fn default() -> Self {
        Request {
            chart: String::new(),
            locale: Locale::default(),
            width_px: page_width(),
            height_px: None,
            theme: Theme::default(),
            highlight: None,
            countries: None,
            order: None,
            text_scale: one(),
        }
    }
}

fn page_width() -> f64 {
    850.0
}

fn one() -> f64 {
    1.0
}

/// Draws a chart of a publication.
///
/// # Errors
/// `unknown_chart` (value, options), `chart_without_query` (chart), `unknown_query` (value, options),
/// `chart_without_results` (chart, query), `chart_without_theory` (chart), `size_out_of_range` (name, value, low, high);
/// `chart_needs_steps`, `chart_needs_spread`, `chart_needs_against` (chart, kind), `chart_needs_two_steps` (chart, kind, count).
pub fn draw(publication: &Publication, request: &Request) -> Result<Scene> {
    let charts = &publication.document.charts;
    let spec = charts
        .iter()
        .find(|spec| spec.id == request.chart)
        .ok_or_else(|| {
            let options = charts.iter().map(|spec| spec.id.as_str());
            Error::unknown("unknown_chart", &request.chart, options)
        })?;
    draw_spec(publication, spec, request)
}

/// Draws a chart that need not be one of the document's.
///
/// # Errors
/// Those of [`draw`] but for `unknown_chart`.
pub fn draw_spec(publication: &Publication, spec: &Spec, request: &Request) -> Result<Scene> {
    within("width_px", request.width_px, 280.0, 4000.0)?;
    within("text_scale", request.text_scale, 0.75, 4.0)?;
    if let Some(height) = request.height_px {
        within("height_px", height, 100.0, 8000.0)?;
    }
    let context = Context::new(publication, spec, request);
    match spec.kind {
        ChartKind::Ranking => kind::ranking::draw(&context),
        ChartKind::GroupedBars => kind::grouped_bars::draw(&context),
        ChartKind::Likert => kind::likert::draw(&context),
        ChartKind::Heatmap => kind::heatmap::draw(&context),
        ChartKind::Theory => kind::theory::draw(&context),
        ChartKind::Table => kind::table::draw(&context),
        ChartKind::Trend => kind::trend::draw(&context),
        ChartKind::Slope => kind::slope::draw(&context),
        ChartKind::Dumbbell => kind::dumbbell::draw(&context),
        ChartKind::Distribution => kind::distribution::draw(&context),
        ChartKind::Scatter => kind::scatter::draw(&context),
    }
}

fn within(name: &str, value: f64, low: f64, high: f64) -> Result<()> {
    if value >= low && value <= high {
        return Ok(());
    }
    Err(Error::new("size_out_of_range")
        .with("name", name)
        .with("value", value)
        .with("low", low)
        .with("high", high))
}
