//! What a reader asks of a chart, and the one way to get it.

use super::context::Context;
use super::kind;
use super::preset::Preset;
use super::spec::{Order, Spec};
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
    /// The medium that it is for: its width and height instead of those above. A chart that needs more height is laid out wider,
    /// as long as its text stays legible there, and then taller.
    #[serde(default)]
    pub preset: Option<Preset>,
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
    /// Leaves the scene without its table and its data: a picture that follows a reader's hand is drawn twice as fast.
    #[serde(default)]
    pub picture_only: bool,
}

impl Default for Request {
    fn default() -> Self {
        Request {
            chart: String::new(),
            locale: Locale::default(),
            width_px: page_width(),
            height_px: None,
            preset: None,
            theme: Theme::default(),
            highlight: None,
            countries: None,
            order: None,
            text_scale: one(),
            picture_only: false,
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
/// `chart_without_results` (chart, query), `chart_without_theory` (chart), `chart_needs` (chart, kind, needs),
/// `size_out_of_range` (name, value, low, high).
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
    let Some(preset) = request.preset else {
        return laid_out(publication, spec, request);
    };
    let medium = preset.medium();
    let mut step = 0;
    loop {
        let wider = WIDER[step];
        let mut scene = laid_out(
            publication,
            spec,
            &Request {
                width_px: medium.width_px * wider,
                height_px: medium.height_px.map(|height| height * wider),
                ..request.clone()
            },
        )?;
        step += 1;
        scene.density = medium.density / wider;
        let fits = medium
            .height_px
            .is_none_or(|height| scene.height_px <= height * wider + 0.1);
        if fits || step == WIDER.len() {
            return Ok(scene);
        }
    }
}

/// How much wider a chart is laid out for a medium in which it does not fit: what was 24 pixels of a slide is 15 at the least.
const WIDER: [f64; 5] = [1.0, 1.12, 1.25, 1.4, 1.6];

/// Lays a chart out for the request's own width.
fn laid_out(publication: &Publication, spec: &Spec, request: &Request) -> Result<Scene> {
    within("width_px", request.width_px, 280.0, 4000.0)?;
    within("text_scale", request.text_scale, 0.75, 4.0)?;
    if let Some(height) = request.height_px {
        within("height_px", height, 100.0, 8000.0)?;
    }
    let context = Context::new(publication, spec, request);
    kind::draw(&context)
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
