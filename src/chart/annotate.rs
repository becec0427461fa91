//! What the document's author says of single rows: beside the mark, below its lane, or numbered below the chart.

use super::context::Context;
use super::guide::{Look, Placed};
use super::lanes::{Lane, LaneText, Lanes};
use super::rows::Datum;
use super::scene::{Anchor, Mark, Role, Stroke};
use crate::codebook::Code;
use crate::estimate::Row;
use crate::text::joined;

impl Context<'_> {
    /// What the author says of a row.
    pub fn note_on(&self, row: &Row) -> Option<String> {
        self.note_where(&|name, code| match self.panel {
            Some((by, panel)) if by == name => code.key() == panel,
            _ => row.has(name, code),
        })
    }

    /// What the author says of what has one key only: a node of a theory.
    pub fn note_at(&self, name: &str, id: &str) -> Option<String> {
        self.note_where(&|key, code| key == name && code.has_key(id))
    }

    fn note_where(&self, holds: &dyn Fn(&str, &Code) -> bool) -> Option<String> {
        let mut texts: Vec<String> = Vec::new();
        for annotation in &self.spec.annotations {
            let mut keys = annotation.at.iter();
            if !annotation.at.is_empty() && keys.all(|(name, code)| holds(name, code)) {
                texts.push(annotation.text.get(self.locale).to_string());
            }
        }
        (!texts.is_empty()).then(|| joined(&texts, " "))
    }
}

/// The notes on the data of one lane, each once.
pub(super) fn note_of<'d>(data: impl Iterator<Item = &'d Datum>) -> Option<String> {
    each_once(data.filter_map(|datum| datum.note.as_ref()).collect())
}

/// Notes behind each other, each once.
pub(super) fn each_once(notes: Vec<&String>) -> Option<String> {
    let mut texts: Vec<String> = Vec::new();
    for note in notes {
        if !texts.contains(note) {
            texts.push(note.clone());
        }
    }
    (!texts.is_empty()).then(|| joined(&texts, " "))
}

/// Where a mark stands along the plot: its left end, its middle, its right end.
pub(super) type Reach = [f64; 3];

/// The notes of a chart's lanes.
pub(super) struct Notes {
    /// One a lane.
    notes: Vec<Option<String>>,
    /// Those that stand with their lane.
    placed: Vec<Option<Note>>,
}

/// A note with its lane.
struct Note {
    lines: Vec<String>,
    /// Where its leader begins, and whether it runs down first.
    from: f64,
    below: bool,
    x: f64,
    anchor: Anchor,
}

impl Notes {
    /// Notes on lanes. On a narrow picture each lane gets a number behind its name, before lanes share the width.
    pub fn new(
        notes: Vec<Option<String>>,
        texts: &mut [LaneText],
        lanes: &dyn Fn(&[LaneText]) -> bool,
    ) -> Self {
        if notes.iter().any(Option::is_some) && lanes(texts) {
            let noted = texts.iter_mut().zip(&notes);
            for (at, (text, _)) in noted.filter(|(_, note)| note.is_some()).enumerate() {
                text.label = format!("{}\u{a0}[{}]", text.label, at + 1);
            }
        }
        Notes {
            notes,
            placed: Vec::new(),
        }
    }

    /// Finds a place for each note that stands with its lane, and makes room where that is below it. `reach` says where the mark
    /// of a lane is, for a mark that has room at its side.
    pub fn fit(
        &mut self,
        context: &Context,
        texts: &mut [LaneText],
        lanes: &Lanes,
        reach: &dyn Fn(usize) -> (Reach, bool),
    ) {
        if lanes.stacked {
            return;
        }
        let look = look(context);
        for (at, text) in texts.iter_mut().enumerate() {
            let note = self.notes.get(at).and_then(Option::as_deref);
            let note = note.map(|note| {
                let (reach, beside) = reach(at);
                Note::fit(note, reach, beside, lanes.plot, &look)
            });
            if let Some(note) = note.as_ref().filter(|note| note.below) {
                text.below = note.lines.len() as f64 * look.line() + look.size * 0.3;
            }
            self.placed.push(note);
        }
    }

    /// Draws the notes: with their lanes, each with a line to its mark, or numbered from `bottom`. Gives the height that the numbered
    /// ones take.
    pub fn place(
        &self,
        context: &Context,
        lanes: &[Lane],
        (left, bottom, width): (f64, f64, f64),
    ) -> Placed {
        let look = look(context);
        let mut marks = Vec::new();
        for (lane, note) in lanes.iter().zip(&self.placed) {
            if let Some(note) = note {
                marks.extend(note.place(context, lane, &look));
            }
        }
        let mut height = 0.0;
        if self.placed.is_empty() {
            let mut below = Vec::new();
            for (at, note) in self.notes.iter().flatten().enumerate() {
                below.push((format!("[{}]", at + 1), note.clone()));
            }
            let list = numbered(&look, &below, (left, bottom, width));
            marks.extend(list.marks);
            height = list.height;
        }
        if !marks.is_empty() {
            marks = vec![Mark::group(Role::Axis, marks)];
        }
        Placed { marks, height }
    }
}

impl Note {
    fn fit(text: &str, reach: Reach, beside: bool, plot: (f64, f64), look: &Look) -> Note {
        let [start, middle, end] = reach;
        let (gap, leader) = (look.size * 0.4, look.size * 1.5);
        let width = look.width(text) + leader + gap;
        let (left, right) = (start - plot.0, plot.1 - end);
        if beside && width <= left.max(right) {
            let after = width <= right;
            return Note {
                lines: vec![text.to_string()],
                from: if after { end + gap } else { start - gap },
                below: false,
                x: if after { end + leader } else { start - leader },
                anchor: if after { Anchor::Start } else { Anchor::End },
            };
        }
        let after = plot.1 - middle >= middle - plot.0;
        let room = if after {
            plot.1 - middle
        } else {
            middle - plot.0
        };
        let indent = look.size * 0.9;
        Note {
            lines: look.wrap(text, room - indent),
            from: middle,
            below: true,
            x: if after {
                middle + indent
            } else {
                middle - indent
            },
            anchor: if after { Anchor::Start } else { Anchor::End },
        }
    }

    fn place(&self, context: &Context, lane: &Lane, look: &Look) -> Vec<Mark> {
        let look = look.anchored(self.anchor);
        let gap = look.size * 0.25;
        let after = self.anchor == Anchor::Start;
        let to = if after { self.x - gap } else { self.x + gap };
        let (middle, top) = match self.below {
            true => (lane.foot + look.line() / 2.0, lane.foot),
            false => (lane.middle(), lane.middle() - look.line() / 2.0),
        };
        let mut points = vec![(self.from, middle), (to, middle)];
        if self.below {
            let reach = 6.0 * context.sizes.mark;
            points.insert(
                0,
                (
                    self.from,
                    (lane.middle() + reach).max(lane.plot.0 + lane.plot.1),
                ),
            );
        }
        let width = look.widest(&self.lines);
        let placed = look.lines(self.x, top, &self.lines);
        let left = if after { self.x } else { self.x - width };
        // Paper behind the words, so that no line of the grid strikes them through.
        let paper = Mark::filled(left, top, width, placed.height, context.palette.ground);
        let stroke = Stroke::solid(context.palette.second, context.sizes.mark);
        let mut marks = vec![Mark::Polyline { points, stroke }, paper];
        marks.extend(placed.marks);
        marks
    }
}

/// Texts below each other, each behind its number.
pub(super) fn numbered(
    look: &Look,
    notes: &[(String, String)],
    (left, top, width): (f64, f64, f64),
) -> Placed {
    let mut marks = Vec::new();
    let mut y = top;
    for (at, (number, note)) in notes.iter().enumerate() {
        y += if at == 0 { look.size * 0.8 } else { 0.0 };
        let mut indent = 0.0;
        if !number.is_empty() {
            marks.push(look.word(left, y, number));
            indent = look.width("[00] ");
        }
        let placed = look.wrapped(left + indent, y, note, width - indent);
        marks.extend(placed.marks);
        y += placed.height + look.size * 0.2;
    }
    Placed {
        marks,
        height: y - top,
    }
}

fn look(context: &Context) -> Look {
    Look::plain(context.sizes.label, context.palette.ink)
}
