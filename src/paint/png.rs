//! A picture as pixels, natively: for Word, slides and social posts that are made in a build.

use crate::error::{Error, Result};
use resvg::{tiny_skia, usvg};
use std::sync::Arc;

/// Inches of a metre, in which images say how densely their dots lie.
const INCHES: f64 = 1.0 / 0.0254;

/// Rasterises an SVG at `scale` pixels for each of its own, with the fonts of the system. `dots_per_inch` tells a program that
/// prints it how large it is on paper.
///
/// # Errors
/// `no_font` where the system has no font with the metrics that charts are laid out for; `picture_too_large`.
pub fn png(svg: &str, scale: f32, dots_per_inch: Option<u32>) -> Result<Vec<u8>> {
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_system_fonts();
    let families = ["Arial", "Helvetica", "Liberation Sans", "Arimo"];
    let wanted = families.map(usvg::fontdb::Family::Name);
    if fonts
        .query(&usvg::fontdb::Query {
            families: &wanted,
            ..Default::default()
        })
        .is_none()
    {
        return Err(Error::new("no_font").with("options", families.map(String::from).to_vec()));
    }
    let options = usvg::Options {
        fontdb: Arc::new(fonts),
        ..Default::default()
    };
    let too_large = || Error::new("picture_too_large");
    let tree = usvg::Tree::from_str(svg, &options).map_err(|_| too_large())?;
    let [width, height] =
        [tree.size().width(), tree.size().height()].map(|length| (length * scale).round() as u32);
    let mut pixels = tiny_skia::Pixmap::new(width, height).ok_or_else(too_large)?;
    resvg::render(
        &tree,
        tiny_skia::Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    let mut image = Vec::new();
    let mut encoder = png::Encoder::new(&mut image, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_pixel_dims(dots_per_inch.map(|dots| {
        let dots = (f64::from(dots) * INCHES).round() as u32;
        png::PixelDimensions {
            xppu: dots,
            yppu: dots,
            unit: png::Unit::Meter,
        }
    }));
    let mut writer = encoder.write_header().map_err(|_| too_large())?;
    let written = writer.write_image_data(&pixels.take_demultiplied());
    written
        .and_then(|()| writer.finish())
        .map_err(|_| too_large())?;
    Ok(image)
}
