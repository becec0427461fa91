//! Lanes: rows with a label, a plot and a value. Side by side where there is room; on a narrow picture the label and the
//! value stand above the plot.

use super::guide::{Area, Look};
use super::scene::{Anchor, Mark};
use super::theme::{Palette, Sizes};

/// The words of one lane.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LaneText {
    pub label: String,
    pub value: String,
    pub bold: bool,
    /// Whether a gap parts it from the lane above.
    pub apart: bool,
    /// Whether the value is a word that stands in for a number.
    pub quiet: bool,
}

/// How the width is shared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lanes {
    /// Label above the plot.
    pub stacked: bool,
    /// Left and right end of the plot.
    pub plot: (f64, f64),
    area: Area,
    label_width: f64,
    value_width: f64,
}

/// Where one lane stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lane {
    pub top: f64,
    pub bottom: f64,
    /// Upper edge and height of the plot.
    pub plot: (f64, f64),
    /// Label and value.
    pub marks: Vec<Mark>,
}

impl Lane {
    /// Middle of the plot.
    pub fn middle(&self) -> f64 {
        self.plot.0 + self.plot.1 / 2.0
    }
}

impl Lanes {
    /// Shares the width. `label_share` is the largest part that labels may take beside a plot.
    pub fn fit(texts: &[LaneText], area: Area, label_share: f64, sizes: &Sizes) -> Self {
        let look = |bold| Look::weighted(sizes.label, super::theme::Colour(0, 0, 0), bold);
        let widest = |read: fn(&LaneText) -> &str| {
            texts
                .iter()
                .map(|text| look(text.bold).width(read(text)))
                .fold(0.0, f64::max)
        };
        let gap = sizes.label * 0.8;
        let value_width = widest(|text| &text.value).min(area.width);
        let label_width = widest(|text| &text.label).min(area.width * label_share);
        let longest_word = texts
            .iter()
            .flat_map(|text| {
                text.label
                    .split([' ', '-', '/'])
                    .map(|word| look(text.bold).width(word))
            })
            .fold(0.0, f64::max);
        let value_room = if value_width > 0.0 {
            value_width + gap
        } else {
            0.0
        };
        let plot = (area.x + label_width + gap, area.x + area.width - value_room);
        let stacked = plot.1 - plot.0 < (area.width * 0.36).max(sizes.label * 9.0)
            || longest_word > label_width + 0.01;
        Lanes {
            stacked,
            plot: if stacked {
                (area.x, area.x + area.width)
            } else {
                plot
            },
            area,
            label_width,
            value_width,
        }
    }

    /// Places the lanes below each other. Each plot is `plot_height` high; room to spare is shared out, within reason.
    pub fn place(
        &self,
        texts: &[LaneText],
        plot_height: impl Fn(usize) -> f64,
        top: f64,
        wished: Option<f64>,
        palette: &Palette,
        sizes: &Sizes,
    ) -> Vec<Lane> {
        let pad = if self.stacked {
            sizes.label * 0.75
        } else {
            sizes.label * 0.5
        };
        let heights: Vec<f64> = texts
            .iter()
            .enumerate()
            .map(|(index, text)| self.height(text, plot_height(index), sizes))
            .collect();
        let gaps = texts.iter().filter(|text| text.apart).count() as f64 * sizes.label;
        let natural = heights.iter().sum::<f64>() + pad * texts.len() as f64 + gaps;
        let spare = wished.map_or(0.0, |height| (height - natural) / texts.len().max(1) as f64);
        // A row may lose most of its padding, and gain at most two lines.
        let pad = pad + spare.clamp(-pad * 0.7, sizes.label * 2.2);
        let mut y = top;
        texts
            .iter()
            .zip(heights)
            .enumerate()
            .map(|(index, (text, height))| {
                y += if text.apart { sizes.label } else { 0.0 };
                let lane = self.lane(text, y, height + pad, plot_height(index), palette, sizes);
                y += height + pad;
                lane
            })
            .collect()
    }

    fn height(&self, text: &LaneText, plot_height: f64, sizes: &Sizes) -> f64 {
        let (label, value) = self.lines(text, sizes);
        let line = Look::plain(sizes.label, super::theme::Colour(0, 0, 0)).line();
        if self.stacked {
            let words = if self.value_below(sizes) {
                label + value
            } else {
                label.max(value)
            };
            return words as f64 * line + sizes.label * 0.2 + plot_height;
        }
        (label as f64 * line).max(plot_height)
    }

    fn lines(&self, text: &LaneText, sizes: &Sizes) -> (usize, usize) {
        let look = Look::weighted(sizes.label, super::theme::Colour(0, 0, 0), text.bold);
        let label = look.wrap(&text.label, self.label_room(sizes)).len();
        let value = if text.value.is_empty() {
            0
        } else {
            look.wrap(&text.value, self.area.width).len()
        };
        (label, value)
    }

    fn label_room(&self, sizes: &Sizes) -> f64 {
        if !self.stacked {
            self.label_width + 0.01
        } else if self.value_below(sizes) {
            self.area.width
        } else {
            self.area.width - self.value_width - sizes.label * 0.8
        }
    }

    /// Stacked, and the value has no room beside the label.
    fn value_below(&self, sizes: &Sizes) -> bool {
        self.area.width - self.value_width - sizes.label
            < (self.area.width * 0.4).max(sizes.label * 8.0)
    }

    fn lane(
        &self,
        text: &LaneText,
        top: f64,
        height: f64,
        plot_height: f64,
        palette: &Palette,
        sizes: &Sizes,
    ) -> Lane {
        let look = Look::weighted(sizes.label, palette.ink, text.bold);
        let value_look = Look {
            colour: if text.quiet {
                palette.second
            } else {
                palette.ink
            },
            ..look
        };
        let label = look.wrap(&text.label, self.label_room(sizes));
        let right = self.area.x + self.area.width;
        if !self.stacked {
            let middle = top + height / 2.0;
            let mut marks = look.centred(self.area.x, middle, &label);
            if !text.value.is_empty() {
                marks.extend(value_look.centred(right - self.value_width, middle, &[&text.value]));
            }
            return Lane {
                top,
                bottom: top + height,
                plot: (middle - plot_height / 2.0, plot_height),
                marks,
            };
        }
        let mut placed = look.lines(self.area.x, top, &label);
        if !text.value.is_empty() {
            let value = if self.value_below(sizes) {
                let lines = value_look.wrap(&text.value, self.area.width);
                let value = value_look.lines(self.area.x, top + placed.height, &lines);
                placed.height += value.height;
                value
            } else {
                value_look
                    .anchored(Anchor::End)
                    .lines(right, top, &[&text.value])
            };
            placed.marks.extend(value.marks);
        }
        let plot_top = top + placed.height + sizes.label * 0.2;
        Lane {
            top,
            bottom: top + height,
            plot: (plot_top, plot_height),
            marks: placed.marks,
        }
    }
}
