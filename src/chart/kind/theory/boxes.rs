//! A node as a box: statement, status, progress, and its indicators.

use super::series::Statement;
use crate::chart::context::Context;
use crate::chart::guide::{Look, Placed};
use crate::chart::scene::{Mark, Stroke};
use crate::chart::sentence::noted_datum;
use crate::chart::shapes;
use crate::chart::theme::Colour;
use crate::indicator::Status;
use crate::locale::catalogue::chart as say;
use crate::locale::format::percent;
use crate::numeric::Within;

/// Places a box of a given width from `(x, y)`, at least `least` high.
pub(super) fn place(
    context: &Context,
    node: &Statement,
    x: f64,
    y: f64,
    width: f64,
    least: f64,
) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let pad = sizes.label * 0.75;
    let (left, room) = (x + pad, width - 2.0 * pad);
    let strong = Look::bold(sizes.label, palette.ink);
    let plain = Look::plain(sizes.footer.max(sizes.label * 0.92), palette.ink);
    let quiet = Look {
        colour: palette.second,
        ..plain
    };
    let sign = sizes.label * 0.85;
    let indent = sign + sizes.label * 0.45;
    let mut marks = Vec::new();
    let mut at = y + pad;
    let mut write = |look: &Look, text: &str, indent: f64, at: &mut f64| {
        let placed = look.wrapped(left + indent, *at, text, room - indent);
        *at += placed.height;
        marks.extend(placed.marks);
    };

    write(&strong, &node.title, 0.0, &mut at);
    if node.context_only {
        at += sizes.label * 0.2;
        write(&quiet, context.say(&say::CONTEXT_ONLY), 0.0, &mut at);
    }
    at += sizes.label * 0.5;
    let mut signs: Vec<(Status, f64)> = Vec::new();
    let mut bar = None;
    if node.indicators.is_empty() {
        write(&quiet, &node.observed, 0.0, &mut at);
    } else {
        signs.push((node.status, at + strong.line() / 2.0));
        write(
            &strong,
            context.say(super::status_word(node.status)),
            indent,
            &mut at,
        );
        write(&quiet, &node.observed, 0.0, &mut at);
        if let Some(progress) = node.progress {
            let text = context.tell(
                &say::PROGRESS_IS,
                &[("progress", &percent(progress, 0, context.locale))],
            );
            write(&quiet, &text, 0.0, &mut at);
            at += sizes.label * 0.25;
            bar = Some((at, progress.within(0.0, 1.0)));
            at += sizes.label * 0.45;
        }
    }
    let mut rules = Vec::new();
    for indicator in &node.indicators {
        at += sizes.label * 0.55;
        rules.push(at);
        at += sizes.label * 0.55;
        signs.push((indicator.status, at + plain.line() / 2.0));
        write(&plain, &indicator.title, indent, &mut at);
        if !indicator.figures.is_empty() {
            write(&quiet, &indicator.figures, indent, &mut at);
        }
        write(&quiet, &indicator.words, indent, &mut at);
    }
    if let Some(note) = &node.note {
        at += sizes.label * 0.55;
        rules.push(at);
        at += sizes.label * 0.55;
        write(&plain, note, 0.0, &mut at);
    }
    at += pad;
    let height = (at - y).max(least);

    let outline = Stroke {
        colour: palette.grey,
        width_px: sizes.mark,
        dashed: node.context_only,
    };
    let frame = [x, y, width, height];
    let mut all = vec![Mark::outlined(frame, Some(palette.ground), outline)];
    all.extend(marks);
    for (status, middle) in signs {
        all.extend(shapes::status(
            status,
            left + sign / 2.0,
            middle,
            sign,
            palette,
        ));
    }
    if let Some((top, progress)) = bar {
        let tall = sizes.label * 0.4;
        all.push(Mark::filled(left, top, room, tall, palette.grid));
        if progress > 0.0 {
            all.push(Mark::filled(
                left,
                top,
                room * progress,
                tall,
                colour(context, node.status),
            ));
        }
    }
    let hairline = Stroke::solid(palette.grid, sizes.mark);
    for y in rules {
        all.push(Mark::line((left, y), (left + room, y), hairline));
    }
    let label = format!(
        "{}: {}",
        node.title,
        context.say(super::status_word(node.status))
    );
    let data = vec![("node", node.id.clone())];
    Placed {
        marks: vec![noted_datum(label, data, all, &node.note)],
        height,
    }
}

fn colour(context: &Context, status: Status) -> Colour {
    let palette = &context.palette;
    match status {
        Status::Achieved | Status::OnTrack => palette.good,
        Status::AtRisk => palette.caution,
        Status::OffTrack | Status::MovingAway => palette.bad,
        Status::NoData | Status::NotDue => palette.grey,
    }
}
