//! A plotters backend that writes portable SVG.
//!
//! Its coordinates are tenths of a pixel: plotters speaks integers, and integers give the same bytes everywhere. Sizes of
//! text, widths of lines and radii are tenths too.

use crate::chart::metrics;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use std::convert::Infallible;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// SVG being written. Elements that are open are closed by [`Svg::finish`], so that tags always pair.
pub(super) struct Svg {
    out: String,
    open: Vec<&'static str>,
    size: (u32, u32),
    dashed: bool,
}

impl Svg {
    /// Opens a picture of this size in tenths of a pixel.
    pub fn new(width: i32, height: i32, language: &str) -> Self {
        let mut svg = Svg {
            out: String::new(),
            open: Vec::new(),
            size: (width.max(0) as u32, height.max(0) as u32),
            dashed: false,
        };
        let (w, h) = (pixels(width), pixels(height));
        svg.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("width", &w),
                ("height", &h),
                ("viewBox", &format!("0 0 {w} {h}")),
                ("role", "img"),
                ("lang", language),
                (
                    "font-family",
                    "Arial, Helvetica, \"Liberation Sans\", Arimo, sans-serif",
                ),
            ],
        );
        svg
    }

    /// Opens an element that holds others.
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.attribute(key, value);
        }
        self.out.push_str(">\n");
        self.open.push(name);
    }

    /// Closes the element opened last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push_str(">\n");
        }
    }

    /// An element that holds only text, such as `title`.
    pub fn words(&mut self, name: &str, text: &str) {
        self.out.push('<');
        self.out.push_str(name);
        self.out.push('>');
        escape(&mut self.out, text);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    /// An image within these edges, in tenths. Word and older readers know its address by the older name alone.
    pub fn image(&mut self, [x, y, width, height]: [i32; 4], address: &str) {
        self.begin("image");
        self.length("x", x);
        self.length("y", y);
        self.length("width", width);
        self.length("height", height);
        self.attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
        self.attribute("xlink:href", address);
        self.out.push_str("/>\n");
    }

    /// Whether the lines that follow are dashed.
    pub fn dash(&mut self, dashed: bool) {
        self.dashed = dashed;
    }

    /// Closes what is open and gives the text.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn attribute(&mut self, key: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(key);
        self.out.push_str("=\"");
        escape(&mut self.out, value);
        self.out.push('"');
    }

    fn length(&mut self, key: &str, tenths: i32) {
        self.attribute(key, &pixels(tenths));
    }

    fn begin(&mut self, name: &str) {
        self.out.push('<');
        self.out.push_str(name);
    }

    fn end(&mut self) -> Drawn {
        self.out.push_str("/>\n");
        Ok(())
    }

    fn fill(&mut self, colour: BackendColor) {
        self.attribute("fill", &hex(colour));
        if colour.alpha < 1.0 {
            self.length("fill-opacity", (colour.alpha * 10.0 + 0.5) as i32);
        }
    }

    fn stroke<S: BackendStyle>(&mut self, style: &S) {
        self.attribute("fill", "none");
        self.attribute("stroke", &hex(style.color()));
        self.length("stroke-width", style.stroke_width() as i32);
        if self.dashed {
            self.attribute("stroke-dasharray", "4 3");
        }
    }

    fn paint<S: BackendStyle>(&mut self, style: &S, fill: bool) {
        if fill {
            self.fill(style.color());
        } else {
            self.stroke(style);
        }
    }

    fn points(&mut self, points: &mut dyn Iterator<Item = BackendCoord>) {
        self.out.push_str(" points=\"");
        let mut space = "";
        for (x, y) in points {
            for part in [space, &pixels(x), ",", &pixels(y)] {
                self.out.push_str(part);
            }
            space = " ";
        }
        self.out.push('"');
    }
}

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &colour, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.begin("rect");
        self.length("x", upper_left.0);
        self.length("y", upper_left.1);
        self.length("width", bottom_right.0 - upper_left.0);
        self.length("height", bottom_right.1 - upper_left.1);
        self.paint(style, fill);
        self.end()
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.begin("polyline");
        self.points(&mut path.into_iter());
        self.stroke(style);
        self.end()
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.begin("circle");
        self.length("cx", center.0);
        self.length("cy", center.1);
        self.length("r", radius as i32);
        self.paint(style, fill);
        self.end()
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.begin("polygon");
        self.points(&mut corners.into_iter());
        self.fill(style.color());
        self.end()
    }

    fn draw_text<TStyle: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &TStyle,
        (x, y): BackendCoord,
    ) -> Drawn {
        self.begin("text");
        self.length("x", x);
        self.length("y", y);
        self.length("font-size", tenths(style.size()));
        if matches!(style.style(), FontStyle::Bold) {
            self.attribute("font-weight", "bold");
        }
        match style.anchor().h_pos {
            HPos::Left => {}
            HPos::Center => self.attribute("text-anchor", "middle"),
            HPos::Right => self.attribute("text-anchor", "end"),
        }
        self.fill(style.color());
        self.out.push('>');
        escape(&mut self.out, text);
        self.out.push_str("</text>\n");
        Ok(())
    }

    fn estimate_text_size<TStyle: BackendTextStyle>(
        &self,
        text: &str,
        style: &TStyle,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        let height = style.size() * (metrics::ASCENT + metrics::DESCENT);
        Ok((
            metrics::width(text, style.size(), bold).ceil() as u32,
            height.ceil() as u32,
        ))
    }
}

/// A length in tenths as pixels without needless zeros.
fn pixels(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, part) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    match part {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{part}"),
    }
}

fn hex(colour: BackendColor) -> String {
    let (r, g, b) = colour.rgb;
    format!("#{r:02X}{g:02X}{b:02X}")
}

fn tenths(size: f64) -> i32 {
    (size + 0.5) as i32
}

/// Text safe inside an element or a quoted attribute. Characters that XML forbids are dropped.
fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            control if control < ' ' => {}
            other => out.push(other),
        }
    }
}
