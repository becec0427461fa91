//! Links as arrows that cross no box: they run in the gutters between columns, in the gap between two boxes of a column, and
//! below all boxes. On a narrow picture they run on a rail at the left.

use super::series::{Arrow, Series, strength_text};
use crate::chart::context::Context;
use crate::chart::guide::{Area, Look, Placed};
use crate::chart::scene::{Anchor, Mark, Stroke};
use crate::chart::shapes::arrow_head;
use crate::order::insertion_sort;
use crate::theory::Reading;

/// How the width is shared between boxes and links.
pub(super) struct Plan {
    pub stacked: bool,
    pub column_width: f64,
    /// Room between two boxes of a column.
    pub box_gap: f64,
    /// Least height of a box, so that its ports stand apart.
    pub least_height: f64,
    /// Left edge and width of each gutter; the last one is at the right of all columns. Stacked, there is only the rail.
    gutters: Vec<(f64, f64)>,
    /// Distance between parallel lines.
    lane: f64,
    badge: (f64, f64),
    head: f64,
}

/// The way of a link.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Way {
    /// Through one gutter, into the left side of the box; the second says whether it leaves by the left side as well.
    Gutter(usize, bool),
    /// Straight up or down to the next box of the column.
    Beside,
    /// Down one gutter, along below all boxes, up another.
    Around(usize, usize),
}

/// How a link's line looks: its reading shows in weight and dashes, not in colour alone.
pub(super) fn stroke(context: &Context, reading: Reading) -> Stroke {
    let (palette, mark) = (&context.palette, context.sizes.mark);
    match reading {
        Reading::Supported => Stroke::solid(palette.ink, 2.6 * mark),
        Reading::Plausible => Stroke::solid(palette.ink, 1.3 * mark),
        Reading::Untested => Stroke {
            colour: palette.grey,
            width_px: 1.3 * mark,
            dashed: true,
        },
        Reading::Contradicted => Stroke {
            colour: palette.bad,
            width_px: 2.6 * mark,
            dashed: true,
        },
    }
}

impl Plan {
    pub fn new(context: &Context, series: &Series, area: Area) -> Self {
        let sizes = &context.sizes;
        let look = Look::bold(sizes.footer, context.palette.ink);
        let widest = series
            .links
            .iter()
            .map(|link| look.width(&badge_text(link)))
            .fold(0.0, f64::max);
        let badge = (widest + sizes.footer * 0.7, look.line());
        let (lane, head) = (sizes.label * 0.6, 9.0 * sizes.mark);
        let count = series.columns.len().max(1);
        let side = |stacked: bool| {
            let mut lines = vec![0usize; count + 1];
            for link in &series.links {
                match way(series, link, stacked) {
                    Way::Gutter(gutter, _) => lines[gutter] += 1,
                    Way::Around(first, second) => {
                        lines[first] += 1;
                        lines[second] += 1;
                    }
                    Way::Beside => {}
                }
            }
            lines
        };
        let width = |lines: usize| match lines {
            0 => 0.0,
            lines => (lines as f64 + 1.0) * lane + badge.0 + 1.6 * head,
        };
        let ports = |stacked: bool| side(stacked).into_iter().max().unwrap_or(0) as f64;
        let beside = series
            .links
            .iter()
            .any(|link| way(series, link, false) == Way::Beside);
        let lines = side(false);
        let mut widths: Vec<f64> = lines.iter().map(|lines| width(*lines)).collect();
        for inner in widths.iter_mut().take(count).skip(1) {
            *inner = inner.max(sizes.label * 1.5);
        }
        let column_width = (area.width - widths.iter().sum::<f64>()) / count as f64;
        let stacked =
            column_width < sizes.label * 10.5 && count > 1 || column_width < sizes.label * 6.0;
        if stacked {
            let rail = width(side(true)[0].min(6));
            return Plan {
                stacked,
                column_width: area.width - rail,
                box_gap: sizes.label,
                least_height: badge.1 * (ports(true) + 1.0).min(4.0),
                gutters: vec![(area.x, rail)],
                lane,
                badge,
                head,
            };
        }
        let mut gutters = Vec::new();
        let mut x = area.x;
        for width in widths {
            gutters.push((x, width));
            x += width + column_width;
        }
        let box_gap = if beside {
            badge.1 + head + sizes.label * 0.6
        } else {
            sizes.label
        };
        Plan {
            stacked,
            column_width,
            box_gap,
            least_height: badge.1 * (ports(false) + 1.0),
            gutters,
            lane,
            badge,
            head,
        }
    }

    /// Left edge of a column's boxes.
    pub fn column_x(&self, column: usize) -> f64 {
        let (x, width) = self.gutters[if self.stacked { 0 } else { column }];
        x + width
    }

    /// The arrows around the boxes' frames (x, y, width, height); the height is what they take below `bottom`.
    pub fn route(
        &self,
        context: &Context,
        series: &Series,
        frames: &[[f64; 4]],
        bottom: f64,
    ) -> Placed {
        let ways: Vec<Way> = series
            .links
            .iter()
            .map(|link| way(series, link, self.stacked))
            .collect();
        let ports = Ports::new(series, &ways, frames);
        let mut used = vec![0usize; self.gutters.len()];
        let mut below = 0usize;
        let mut upright = |gutter: usize| {
            let (x, width) = self.gutters[gutter];
            used[gutter] += 1;
            // A gutter with more lines than it was made for lets them share.
            let lanes =
                ((width - self.badge.0 - 1.6 * self.head) / self.lane - 0.5).max(1.0) as usize;
            x + (1 + (used[gutter] - 1) % lanes) as f64 * self.lane
        };
        let mut marks = Vec::new();
        for (index, (link, way)) in series.links.iter().zip(&ways).enumerate() {
            let (from, to) = (frames[link.from], frames[link.to]);
            let (leaves, enters) = (ports.leaves[index], ports.enters[index]);
            let points = match *way {
                Way::Beside => {
                    let x = from[0] + from[2] / 2.0;
                    let down = to[1] > from[1];
                    let ends = if down {
                        (from[1] + from[3], to[1])
                    } else {
                        (from[1], to[1] + to[3])
                    };
                    vec![(x, ends.0), (x, ends.1)]
                }
                Way::Gutter(gutter, left) => {
                    let x = upright(gutter);
                    let start = if left { from[0] } else { from[0] + from[2] };
                    vec![(start, leaves), (x, leaves), (x, enters), (to[0], enters)]
                }
                Way::Around(first, second) => {
                    let (x, back) = (upright(first), upright(second));
                    below += 1;
                    let y = bottom + below as f64 * self.lane + context.sizes.label * 0.4;
                    vec![
                        (from[0] + from[2], leaves),
                        (x, leaves),
                        (x, y),
                        (back, y),
                        (back, enters),
                        (to[0], enters),
                    ]
                }
            };
            marks.push(self.arrow(context, link, &points, series));
        }
        let height = if below > 0 {
            (below as f64 + 0.5) * self.lane + context.sizes.label * 0.4
        } else {
            0.0
        };
        Placed { marks, height }
    }

    fn arrow(
        &self,
        context: &Context,
        link: &Arrow,
        points: &[(f64, f64)],
        series: &Series,
    ) -> Mark {
        let (palette, sizes) = (&context.palette, &context.sizes);
        let stroke = stroke(context, link.reading);
        let (before, end) = (points[points.len() - 2], points[points.len() - 1]);
        let upright = (before.0 - end.0).abs() < 0.1;
        let short = |to: f64, from: f64| {
            if to > from {
                to - self.head * 0.8
            } else {
                to + self.head * 0.8
            }
        };
        let mut line = points.to_vec();
        let last = line.len() - 1;
        line[last] = if upright {
            (end.0, short(end.1, before.1))
        } else {
            (short(end.0, before.0), end.1)
        };
        // A line that turns nowhere needs no corners.
        line.dedup_by(|a, b| (a.0 - b.0).abs() < 0.05 && (a.1 - b.1).abs() < 0.05);
        let mut marks = vec![
            Mark::Polyline {
                points: line,
                stroke,
            },
            arrow_head(before, end, self.head, stroke.colour),
        ];
        let (width, height) = self.badge;
        let (x, middle) = if upright {
            (end.0 + self.head, (before.1 + end.1) / 2.0)
        } else {
            (end.0 - 1.6 * self.head - width, end.1)
        };
        marks.push(Mark::filled(
            x,
            middle - height / 2.0,
            width,
            height,
            palette.ground,
        ));
        let look = Look::bold(sizes.footer, palette.ink).anchored(Anchor::Middle);
        marks.push(look.centred_word(x + width / 2.0, middle, &badge_text(link)));
        let data = vec![
            ("from", series.boxes[link.from].id.clone()),
            ("to", series.boxes[link.to].id.clone()),
            (
                "strength",
                link.strength
                    .map_or(String::new(), |strength| strength.to_string()),
            ),
        ];
        Mark::datum(Some(link.label.clone()), data, marks)
    }
}

/// Heights at which links leave and enter boxes: ports of one side of a box stand apart.
struct Ports {
    leaves: Vec<f64>,
    enters: Vec<f64>,
}

impl Ports {
    fn new(series: &Series, ways: &[Way], frames: &[[f64; 4]]) -> Self {
        // A port: whether it is at the left side, the box, the link, whether it is the link's end, the height of the other box.
        let mut ports: Vec<(bool, usize, usize, bool, f64)> = Vec::new();
        let middle = |index: usize| frames[index][1] + frames[index][3] / 2.0;
        for (index, (link, way)) in series.links.iter().zip(ways).enumerate() {
            if *way == Way::Beside {
                continue;
            }
            let left = matches!(way, Way::Gutter(_, true));
            ports.push((left, link.from, index, false, middle(link.to)));
            ports.push((true, link.to, index, true, middle(link.from)));
        }
        let mut found = Ports {
            leaves: vec![0.0; ways.len()],
            enters: vec![0.0; ways.len()],
        };
        for left in [false, true] {
            for (node, frame) in frames.iter().enumerate() {
                let mut here: Vec<_> = ports
                    .iter()
                    .filter(|port| port.0 == left && port.1 == node)
                    .collect();
                insertion_sort(&mut here, |a, b| a.4.total_cmp(&b.4));
                let pitch = frame[3] / (here.len() as f64 + 1.0);
                for (place, (_, _, link, end, _)) in here.iter().enumerate() {
                    let y = frame[1] + (place as f64 + 1.0) * pitch;
                    if *end {
                        found.enters[*link] = y
                    } else {
                        found.leaves[*link] = y
                    }
                }
            }
        }
        found
    }
}

fn badge_text(link: &Arrow) -> String {
    let strength = strength_text(link.strength);
    match link.reading {
        Reading::Contradicted => format!("×\u{a0}{strength}"),
        _ => strength,
    }
}

fn way(series: &Series, link: &Arrow, stacked: bool) -> Way {
    if stacked {
        return Way::Gutter(0, true);
    }
    let find = |node: usize| {
        let columns = series.columns.iter().enumerate();
        columns
            .filter_map(|(column, (_, nodes))| {
                Some((column, nodes.iter().position(|other| *other == node)?))
            })
            .next()
            .unwrap_or_default()
    };
    let ((from, from_place), (to, to_place)) = (find(link.from), find(link.to));
    if from == to && from_place.abs_diff(to_place) == 1 && alone(series, link) {
        Way::Beside
    } else if from == to {
        Way::Gutter(from, true)
    } else if to == from + 1 {
        Way::Gutter(to, false)
    } else {
        Way::Around(from + 1, to)
    }
}

/// Whether no link runs the other way between the same boxes: two arrows would lie on each other.
fn alone(series: &Series, link: &Arrow) -> bool {
    let between = |other: &&Arrow| {
        (other.from, other.to) == (link.from, link.to)
            || (other.from, other.to) == (link.to, link.from)
    };
    series.links.iter().filter(between).count() == 1
}
