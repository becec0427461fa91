//! Lanes: rows with a label, a plot and a value. Side by side where there is room; on a narrow picture the label and the
//! value stand above the plot.

use super::context::Context;
use super::guide::{Area, Look, Placed};
use super::rows::Subject;
use super::scene::{Anchor, Mark, Role, Stroke};
use super::theme::{Palette, Sizes};
use crate::numeric::Within;

/// The words of one lane.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct LaneText {
    pub label: String,
    pub value: String,
    pub bold: bool,
    /// Whether a gap parts it from the lane above.
    pub apart: bool,
    /// Whether the value is a word that stands in for a number.
    pub quiet: bool,
    /// Whether it is a heading over the lanes that follow: no plot, and the whole width for its words.
    pub heading: bool,
    /// Room that is kept below the lane, for a note on it.
    pub below: f64,
}

/// The words of lanes in their order: what stands out is bold, and what follows it stands apart.
pub(super) fn pinned(subjects: &[&Subject]) -> Vec<LaneText> {
    let mut last = false;
    let mut texts = Vec::with_capacity(subjects.len());
    for subject in subjects {
        texts.push(LaneText {
            label: subject.label.clone(),
            bold: subject.highlighted || subject.average,
            apart: last && !subject.highlighted,
            ..LaneText::default()
        });
        last = subject.highlighted;
    }
    texts
}

/// Room that the values of lanes need.
pub(super) fn widest_value(texts: &[LaneText], context: &Context) -> f64 {
    let mut widest = 0.0_f64;
    for text in texts {
        let look = Look::weighted(context.sizes.label, context.palette.ink, text.bold);
        widest = widest.max(look.width(&text.value));
    }
    widest
}

/// How the width is shared.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lanes<'a> {
    /// Label above the plot.
    pub stacked: bool,
    /// Left and right end of the plot.
    pub plot: (f64, f64),
    area: Area,
    label_width: f64,
    value_width: f64,
    palette: &'a Palette,
    sizes: Sizes,
}

/// Where one lane stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lane {
    pub top: f64,
    pub bottom: f64,
    /// Where the row itself ends, above the room that is kept below it.
    pub foot: f64,
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

impl<'a> Lanes<'a> {
    /// Shares the width. `label_share` is the largest part that labels may take beside a plot, `plot_share` the least that a
    /// plot needs to stand beside them.
    pub fn fit(
        texts: &[LaneText],
        area: Area,
        shares: (f64, f64),
        palette: &'a Palette,
        sizes: Sizes,
    ) -> Self {
        Lanes::beside(texts, area, shares, 0.0, palette, sizes)
    }

    /// As [`Self::fit`], with at least so much room for values as the panels beside this one need.
    pub fn beside(
        texts: &[LaneText],
        area: Area,
        (label_share, plot_share): (f64, f64),
        least_value: f64,
        palette: &'a Palette,
        sizes: Sizes,
    ) -> Self {
        let gap = sizes.label * 0.8;
        let (mut label_width, mut value_width, mut longest_word) = (0.0_f64, 0.0_f64, 0.0_f64);
        for text in texts.iter().filter(|text| !text.heading) {
            let look = Look::weighted(sizes.label, palette.ink, text.bold);
            label_width = label_width.max(look.width(&text.label));
            value_width = value_width.max(look.width(&text.value));
            longest_word = longest_word.max(look.longest_word(&text.label));
        }
        let value_width = value_width.max(least_value).min(area.width);
        let label_width = label_width.min(area.width * label_share);
        let value_room = if value_width > 0.0 {
            value_width + gap
        } else {
            0.0
        };
        let plot = (area.x + label_width + gap, area.x + area.width - value_room);
        let least = (area.width * plot_share).max(sizes.label * 9.0);
        let stacked = plot.1 - plot.0 < least || longest_word > label_width + 0.01;
        let plot = if stacked {
            (area.x, area.x + area.width)
        } else {
            plot
        };
        Lanes {
            stacked,
            plot,
            area,
            label_width,
            value_width,
            palette,
            sizes,
        }
    }

    /// Places the lanes below each other from `top`. `plots` are the heights of their plots; room to spare within the height
    /// wished for is shared out, within reason.
    pub fn place(
        &self,
        texts: &[LaneText],
        plots: &[f64],
        top: f64,
        wished: Option<f64>,
    ) -> Vec<Lane> {
        let label = self.sizes.label;
        let pad = if self.stacked {
            label * 0.75
        } else {
            label * 0.5
        };
        let rows = texts.iter().zip(plots);
        let heights: Vec<f64> = rows.map(|(text, plot)| self.height(text, *plot)).collect();
        let gaps = texts.iter().filter(|text| text.apart).count() as f64 * label;
        let below = texts.iter().map(|text| text.below).sum::<f64>();
        let natural = heights.iter().sum::<f64>() + pad * texts.len() as f64 + gaps + below;
        let spare = wished.map_or(0.0, |height| (height - natural) / texts.len().max(1) as f64);
        // A row may lose most of its padding, and gain at most two lines.
        let pad = pad + spare.within(-pad * 0.7, label * 2.2);
        let mut y = top;
        let mut lanes = Vec::with_capacity(texts.len());
        for ((text, height), plot) in texts.iter().zip(heights).zip(plots) {
            y += if text.apart { label } else { 0.0 };
            lanes.push(self.lane(text, y, height + pad, *plot));
            y += height + pad + text.below;
        }
        lanes
    }

    /// A line above each lane that stands apart.
    pub fn rules(&self, texts: &[LaneText], placed: &[Lane]) -> Vec<Mark> {
        let stroke = Stroke::solid(self.palette.grid, self.sizes.mark);
        let (left, right) = (self.area.x, self.area.x + self.area.width);
        let mut rules = Vec::new();
        for (text, lane) in texts.iter().zip(placed) {
            if text.apart && !text.heading {
                let y = lane.top - self.sizes.label / 2.0;
                let line = Mark::line((left, y), (right, y), stroke);
                rules.push(Mark::group(Role::Axis, vec![line]));
            }
        }
        rules
    }

    fn height(&self, text: &LaneText, plot_height: f64) -> f64 {
        if text.heading {
            self.above(text, 0.0).height
        } else if self.stacked {
            self.above(text, 0.0).height + self.sizes.label * 0.2 + plot_height
        } else {
            let look = self.look(text);
            (look.wrap(&text.label, self.label_width + 0.01).len() as f64 * look.line())
                .max(plot_height)
        }
    }

    fn lane(&self, text: &LaneText, top: f64, height: f64, plot_height: f64) -> Lane {
        let foot = top + height;
        let bottom = foot + text.below;
        if text.heading || self.stacked {
            let placed = self.above(text, top);
            let plot = if text.heading {
                (top + placed.height, 0.0)
            } else {
                (top + placed.height + self.sizes.label * 0.2, plot_height)
            };
            return Lane {
                top,
                bottom,
                foot,
                plot,
                marks: placed.marks,
            };
        }
        let look = self.look(text);
        let middle = top + height / 2.0;
        let mut marks = look.centred(
            self.area.x,
            middle,
            &look.wrap(&text.label, self.label_width + 0.01),
        );
        if !text.value.is_empty() {
            let x = self.area.x + self.area.width - self.value_width;
            marks.push(self.value_look(text).centred_word(x, middle, &text.value));
        }
        Lane {
            top,
            bottom,
            foot,
            plot: (middle - plot_height / 2.0, plot_height),
            marks,
        }
    }

    /// Label and value above a plot: on one line where both have room, else the value below the label.
    fn above(&self, text: &LaneText, top: f64) -> Placed {
        let (look, value_look) = (self.look(text), self.value_look(text));
        let gap = self.sizes.label * 0.8;
        let room = self.area.width - self.value_width - gap;
        let below = room < (self.area.width * 0.4).max(self.sizes.label * 8.0);
        let label_room = if text.heading || below {
            self.area.width
        } else {
            room
        };
        let mut placed = look.wrapped(self.area.x, top, &text.label, label_room);
        if text.heading || text.value.is_empty() {
            return placed;
        }
        if below {
            let (left, below) = (self.area.x, top + placed.height);
            let value = value_look.wrapped(left, below, &text.value, self.area.width);
            placed.height += value.height;
            placed.marks.extend(value.marks);
        } else {
            let right = self.area.x + self.area.width;
            let look = value_look.anchored(Anchor::End);
            placed.marks.push(look.word(right, top, &text.value));
        }
        placed
    }

    fn look(&self, text: &LaneText) -> Look {
        Look::weighted(
            self.sizes.label,
            self.palette.ink,
            text.bold || text.heading,
        )
    }

    fn value_look(&self, text: &LaneText) -> Look {
        let colour = if text.quiet {
            self.palette.second
        } else {
            self.palette.ink
        };
        Look {
            colour,
            ..self.look(text)
        }
    }
}
