//! The viewer on the page: results in, pictures and words out.

use super::{from_js, json, parse, thrown, thrown_all, to_js};
use crate::chart;
use crate::document::Published;
use crate::locale::{self, Locale};
use crate::order::insertion_sort;
use crate::shape::Written;
use crate::{paint, report, theory};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A publication that is being looked at.
#[wasm_bindgen]
pub struct Viewer {
    published: Published,
}

/// A drawn chart: the picture, to which the boundary adds `svg`, and its message in words.
#[derive(Serialize, Written)]
struct Picture<'a> {
    width: f64,
    height: f64,
    title: &'a str,
    description: &'a str,
    /// Pixels that an image of it has for each of its own.
    density: f64,
}

#[wasm_bindgen]
impl Viewer {
    /// Takes `{document, results}`.
    #[wasm_bindgen(constructor)]
    pub fn new(publication: JsValue) -> Result<Viewer, JsValue> {
        let published = Published::from_json(json(&publication)?).map_err(thrown_all)?;
        Ok(Viewer { published })
    }

    /// Draws a chart.
    pub fn render(&self, request: JsValue) -> Result<JsValue, JsValue> {
        let scene = self.draw(&request, true)?;
        let picture = to_js(&Picture {
            width: scene.width_px,
            height: scene.height_px,
            title: &scene.title,
            description: &scene.description,
            density: scene.density,
        })?;
        // As text within JSON it would be written, read and taken apart once more.
        set(&picture, "svg", &paint::svg(&scene));
        Ok(picture)
    }

    /// The numbers behind a chart in words: `{head, rows}`.
    pub fn table(&self, request: JsValue) -> Result<JsValue, JsValue> {
        to_js(&self.draw(&request, false)?.table)
    }

    /// The numbers behind a chart, for a program: `csv` or `json`.
    pub fn data(&self, request: JsValue, format: &str) -> Result<String, JsValue> {
        let scene = self.draw(&request, false)?;
        Ok(match format {
            "json" => paint::json(&scene),
            _ => paint::csv(&scene.data),
        })
    }

    /// Where the theory of change stands.
    pub fn assess(&self) -> Result<JsValue, JsValue> {
        to_js(&theory::assess(self.published.publication()))
    }

    /// The report as one self-contained file.
    pub fn report(&self, options: JsValue) -> Result<String, JsValue> {
        report::report(&self.published, &from_js(&options)?).map_err(thrown)
    }

    /// The part of the publication that one chart needs.
    pub fn prune(&self, chart: &str) -> Result<JsValue, JsValue> {
        let pruned = self.published.prune(chart).map_err(thrown)?;
        parse(&pruned.to_json())
    }

    /// The `<pulso-chart>` snippet of a chart, with its picture and table inside.
    #[wasm_bindgen(js_name = embedElement)]
    pub fn embed_element(&self, chart: &str, locale: &str, base: &str) -> Result<String, JsValue> {
        report::embed_element(&self.published, chart, &Locale(locale.into()), base).map_err(thrown)
    }

    /// The `<iframe>` snippet of a chart, with its picture and table inside.
    #[wasm_bindgen(js_name = embedFrame)]
    pub fn embed_frame(&self, chart: &str, locale: &str, base: &str) -> Result<String, JsValue> {
        report::embed_frame(&self.published, chart, &Locale(locale.into()), base).map_err(thrown)
    }
}

impl Viewer {
    fn draw(&self, request: &JsValue, picture_only: bool) -> Result<chart::Scene, JsValue> {
        let mut request: chart::Request = from_js(request)?;
        request.picture_only = picture_only;
        chart::draw(self.published.publication(), &request).map_err(thrown)
    }
}

#[wasm_bindgen]
extern "C" {
    /// Sets a field of an object to a text.
    #[wasm_bindgen(js_namespace = Reflect)]
    fn set(object: &JsValue, name: &str, text: &str) -> bool;
}

/// The countries that Pulso knows, in the order of their names.
#[wasm_bindgen]
pub fn countries(locale: &str) -> Result<JsValue, JsValue> {
    #[derive(Serialize, Written)]
    struct Named {
        iso3: &'static str,
        name: &'static str,
    }
    let locale = Locale(locale.into());
    let mut named: Vec<Named> = locale::country::all()
        .map(|country| Named {
            iso3: country.iso3,
            name: country.name(&locale),
        })
        .collect();
    insertion_sort(&mut named, |a, b| locale::collate(a.name, b.name, &locale));
    to_js(&named)
}
