//! A picture as pixels, natively: for Word, slides and social posts that are made in a build.

use crate::error::{Error, Result};
use resvg::{tiny_skia, usvg};
use std::sync::Arc;

/// Rasterises an SVG at `scale` pixels for each of its own, with the fonts of the system.
///
/// # Errors
/// `no_font` where the system has no font with the metrics that charts are laid out for; `picture_too_large`.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>> {
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
    let size = tree
        .size()
        .to_int_size()
        .scale_by(scale)
        .ok_or_else(too_large)?;
    let mut pixels = tiny_skia::Pixmap::new(size.width(), size.height()).ok_or_else(too_large)?;
    resvg::render(
        &tree,
        tiny_skia::Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels.encode_png().map_err(|_| too_large())
}
