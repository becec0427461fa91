//! A scene as portable SVG: presentation attributes and absolute coordinates only, so that Word, LibreOffice and browsers
//! show the same picture.

use super::backend::Svg;
use crate::chart::{Anchor, Colour, Group, Label, Mark, Scene, Stroke};
use plotters::element::{Circle, Drawable, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend};

/// The picture. The same scene gives the same bytes everywhere.
pub fn svg(scene: &Scene) -> String {
    let mut svg = Svg::new(
        tenths(scene.width_px),
        tenths(scene.height_px),
        &scene.locale.0,
    );
    svg.words("title", &scene.title);
    svg.words("desc", &scene.description);
    group(&mut svg, &scene.root);
    svg.finish()
}

fn group(svg: &mut Svg, group: &Group) {
    let mut attributes = vec![("data-role", group.role.name())];
    let keys: Vec<String> = group
        .data
        .iter()
        .map(|(key, _)| format!("data-{key}"))
        .collect();
    for (key, (_, value)) in keys.iter().zip(&group.data) {
        attributes.push((key, value));
    }
    // A mark is one line: what is drawn again is compared mark by mark.
    let inner = |mark: &Mark| matches!(mark, Mark::Group(_));
    if group.label.is_some() && !group.marks.iter().any(inner) {
        svg.one_line();
    }
    svg.open("g", &attributes);
    if let Some(label) = &group.label {
        svg.words("title", label);
    }
    for item in &group.marks {
        mark(svg, item);
    }
    svg.close();
}

fn mark(svg: &mut Svg, item: &Mark) {
    match item {
        Mark::Group(inner) => group(svg, inner),
        Mark::Rect {
            x,
            y,
            width,
            height,
            fill,
            stroke,
        } => {
            let corners = [point((*x, *y)), point((x + width, y + height))];
            shape(svg, fill, stroke, |svg, style| {
                draw(svg, &Rectangle::new(corners, style), &corners);
            });
        }
        Mark::Polyline { points, stroke } => {
            let points: Vec<BackendCoord> = points.iter().copied().map(point).collect();
            svg.dash(stroke.dashed);
            draw(
                svg,
                &PathElement::new(points.clone(), stroked(stroke)),
                &points,
            );
            svg.dash(false);
        }
        Mark::Polygon { points, fill } => {
            let points: Vec<BackendCoord> = points.iter().copied().map(point).collect();
            draw(svg, &Polygon::new(points.clone(), filled(*fill)), &points);
        }
        Mark::Circle {
            x,
            y,
            radius,
            fill,
            stroke,
        } => {
            let centre = point((*x, *y));
            let radius = tenths(*radius);
            shape(svg, fill, stroke, |svg, style| {
                draw(svg, &Circle::new(centre, radius, style), &[centre]);
            });
        }
        Mark::Text(label) => text(svg, label),
        Mark::Image([x, y, width, height], address) => {
            svg.image([*x, *y, *width, *height].map(tenths), address);
        }
    }
}

/// plotters fills or outlines; a shape that has both is drawn once, and the backend adds the outline.
fn shape(
    svg: &mut Svg,
    fill: &Option<Colour>,
    stroke: &Option<Stroke>,
    paint: impl Fn(&mut Svg, ShapeStyle),
) {
    svg.dash(stroke.is_some_and(|stroke| stroke.dashed));
    match (fill, stroke) {
        (Some(fill), outline) => {
            svg.outline(*outline);
            paint(svg, filled(*fill));
            svg.outline(None);
        }
        (None, Some(stroke)) => paint(svg, stroked(stroke)),
        (None, None) => {}
    }
    svg.dash(false);
}

fn text(svg: &mut Svg, label: &Label) {
    let h_pos = match label.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let weight = if label.bold {
        FontStyle::Bold
    } else {
        FontStyle::Normal
    };
    let font = (FontFamily::SansSerif, label.size_px * 10.0, weight);
    let colour = rgb(label.colour);
    let style = TextStyle::from(FontDesc::from(font))
        .color(&colour)
        .pos(Pos::new(h_pos, VPos::Bottom));
    let at = point((label.x, label.y));
    draw(svg, &Text::new(label.text.as_str(), at, style), &[at]);
}

/// An element on the backend. Our backend writes to memory and cannot fail.
fn draw<E: Drawable<Svg>>(svg: &mut Svg, element: &E, points: &[BackendCoord]) {
    let size = svg.get_size();
    let _ = element.draw(points.iter().copied(), svg, size);
}

fn filled(colour: Colour) -> ShapeStyle {
    rgb(colour).filled()
}

fn stroked(stroke: &Stroke) -> ShapeStyle {
    rgb(stroke.colour).stroke_width(tenths(stroke.width_px).max(0) as u32)
}

fn rgb(Colour(r, g, b): Colour) -> RGBColor {
    RGBColor(r, g, b)
}

fn point((x, y): (f64, f64)) -> BackendCoord {
    (tenths(x), tenths(y))
}

/// Rounds half away from zero, with plain arithmetic so that every platform agrees.
pub(super) fn tenths(px: f64) -> i32 {
    let scaled = px * 10.0;
    if scaled < 0.0 {
        (scaled - 0.5) as i32
    } else {
        (scaled + 0.5) as i32
    }
}
