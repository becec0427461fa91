//! A plotters backend that writes portable SVG.
//!
//! Its coordinates are tenths of a pixel: plotters speaks integers, and integers give the same bytes everywhere. Sizes of
//! text, widths of lines and radii are tenths too.

use super::lengths::Lengths;
use crate::chart::{Colour, Stroke, metrics};
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
    /// What stands between two elements: a line break, but within a mark nothing. A mark is one line, so that what is drawn again
    /// is compared mark by mark; and a browser makes a node of every line break.
    between: &'static str,
    size: (u32, u32),
    dashed: bool,
    /// The outline of the filled shapes that follow.
    outline: Option<Stroke>,
}

impl Svg {
    /// Opens a picture of this size in tenths of a pixel.
    pub fn new(width: i32, height: i32, language: &str) -> Self {
        let mut svg = Svg {
            out: String::new(),
            open: Vec::new(),
            between: "\n",
            size: (width.max(0) as u32, height.max(0) as u32),
            dashed: false,
            outline: None,
        };
        let [mut w, mut h] = [Lengths::new(), Lengths::new()];
        w.pixels(width);
        h.pixels(height);
        let (w, h) = (w.text(), h.text());
        svg.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("width", w),
                ("height", h),
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
        self.out.push('>');
        self.out.push_str(self.between);
        self.open.push(name);
    }

    /// From here to the next end of an element, all stands on one line.
    pub fn one_line(&mut self) {
        self.between = "";
    }

    /// Closes the element opened last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.between = "\n";
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
        self.out.push('>');
        self.out.push_str(self.between);
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
        let _ = self.end();
    }

    /// Whether the lines that follow are dashed.
    pub fn dash(&mut self, dashed: bool) {
        self.dashed = dashed;
    }

    /// The outline of the filled shapes that follow.
    pub fn outline(&mut self, outline: Option<Stroke>) {
        self.outline = outline;
    }

    /// Closes what is open and gives the text.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn attribute(&mut self, key: &str, value: &str) {
        self.key(key);
        escape(&mut self.out, value);
        self.out.push('"');
    }

    /// Begins an attribute whose value follows, and whose closing quote.
    fn key(&mut self, key: &str) {
        self.out.push(' ');
        self.out.push_str(key);
        self.out.push_str("=\"");
    }

    fn length(&mut self, key: &str, tenths: i32) {
        self.key(key);
        let mut length = Lengths::new();
        length.put(b'"');
        length.pixels(tenths);
        self.out.push_str(length.text());
    }

    fn colour(&mut self, key: &str, (r, g, b): (u8, u8, u8)) {
        self.key(key);
        let digit = |part: u8| b"0123456789ABCDEF"[usize::from(part & 15)];
        let digits = [r >> 4, r, g >> 4, g, b >> 4, b].map(digit);
        self.out.push('#');
        self.out
            .push_str(std::str::from_utf8(&digits).unwrap_or_default());
        self.out.push('"');
    }

    fn begin(&mut self, name: &str) {
        self.out.push('<');
        self.out.push_str(name);
    }

    fn end(&mut self) -> Drawn {
        self.out.push_str("/>");
        self.out.push_str(self.between);
        Ok(())
    }

    fn fill(&mut self, colour: BackendColor) {
        self.colour("fill", colour.rgb);
        if colour.alpha < 1.0 {
            self.length("fill-opacity", (colour.alpha * 10.0 + 0.5) as i32);
        }
    }

    fn line(&mut self, colour: (u8, u8, u8), width: i32) {
        self.colour("stroke", colour);
        // One pixel is what a line has of itself.
        if width != 10 {
            self.length("stroke-width", width);
        }
        if self.dashed {
            self.attribute("stroke-dasharray", "4 3");
        }
    }

    fn stroke<S: BackendStyle>(&mut self, style: &S) {
        self.attribute("fill", "none");
        self.line(style.color().rgb, style.stroke_width() as i32);
    }

    fn paint<S: BackendStyle>(&mut self, style: &S, fill: bool) {
        if !fill {
            return self.stroke(style);
        }
        self.fill(style.color());
        if let Some(Stroke {
            colour: Colour(r, g, b),
            width_px,
            ..
        }) = self.outline
        {
            self.line((r, g, b), super::svg::tenths(width_px).max(0));
        }
    }

    fn points(&mut self, points: &mut dyn Iterator<Item = BackendCoord>) {
        self.key("points");
        let mut first = true;
        for (x, y) in points {
            let mut point = Lengths::new();
            point.pixels(y);
            point.put(b',');
            point.pixels(x);
            if !first {
                point.put(b' ');
            }
            self.out.push_str(point.text());
            first = false;
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
        self.out.push_str("</text>");
        self.out.push_str(self.between);
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

fn tenths(size: f64) -> i32 {
    (size + 0.5) as i32
}

/// Text safe inside an element or a quoted attribute. Characters that XML forbids are dropped. What is safe as it is goes over
/// in one piece.
fn escape(out: &mut String, text: &str) {
    let (mut safe, mut next) = (0, 0);
    while let Some(byte) = text.as_bytes().get(next).copied() {
        let at = next;
        next += 1;
        let (instead, length) = match byte {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            b'\t' | b'\n' | b'\r' => (" ", 1),
            0..b' ' => ("", 1),
            // U+FFFE and U+FFFF.
            0xEF if matches!(
                text.as_bytes().get(at + 1..at + 3),
                Some([0xBF, 0xBE | 0xBF])
            ) =>
            {
                ("", 3)
            }
            _ => continue,
        };
        out.push_str(text.get(safe..at).unwrap_or_default());
        out.push_str(instead);
        safe = at + length;
    }
    out.push_str(text.get(safe..).unwrap_or_default());
}
