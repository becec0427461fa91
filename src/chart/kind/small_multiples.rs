//! Another kind of chart once for each value of a key: panels on one axis, with the same rows in the same order.

use super::{Chart, Common};
use crate::chart::context::{Context, key};
use crate::chart::frame::framed;
use crate::chart::guide::{Area, Key, Look, Placed};
use crate::chart::request::Request;
use crate::chart::rows::{Subject, arrange, drawn, item_label, keys, subject, value_label};
use crate::chart::scene::{Mark, Role, Scene};
use crate::chart::spec::{ChartKind, Order, Spec};
use crate::codebook::Code;
use crate::error::Result;
use crate::estimate::{Comparison, Flag, QueryResult, Row};
use crate::json::Value;
use crate::locale::catalogue::chart as say;
use crate::locale::format::list;
use crate::short_map::ShortMap;

/// One value of the key, with its rows.
struct Panel {
    code: String,
    subject: Subject,
    result: QueryResult,
    /// What a scatter draws against it; none where that has no such key, and is the same for all.
    against: Option<QueryResult>,
}

/// Draws the chart.
pub(in crate::chart) fn draw(context: &Context) -> Result<Scene> {
    let (Some(of), Some(by)) = (context.spec.of, &context.spec.by) else {
        return Err(context.needs("of_and_by"));
    };
    let spec = Spec {
        kind: of,
        ..context.spec.clone()
    };
    let whole = Context {
        spec: &spec,
        ..context.clone()
    };
    let panels = panels(&whole, by)?;
    if panels.is_empty() {
        return Err(context.needs("key_of_panels"));
    }
    // The order of the rows is made here, once for all panels.
    let request = Request {
        order: Some(Order::Given),
        ..context.request.clone()
    };
    let parts: Vec<Context> = panels
        .iter()
        .map(|panel| whole.part(by, panel, &request))
        .collect();

    // Title, table and footer are those of all rows together; what signs mean is said once.
    let needs = || context.needs("kind_of_panels");
    let Chart {
        common, mut frame, ..
    } = super::chart(&whole)?.ok_or_else(needs)?;
    let mut common = Common {
        value_width: 0.0,
        unnamed: panels.iter().all(|panel| {
            panel
                .result
                .rows
                .iter()
                .all(|row| is_unnamed(&panel.result, row))
        }),
        ..common
    };
    let mut legend: Vec<(Key, String)> = Vec::new();
    let mut charts = Vec::with_capacity(parts.len());
    for part in &parts {
        let Some(mut chart) = super::chart(part)? else {
            continue;
        };
        common = common.and(chart.common);
        for (sign, word) in std::mem::take(&mut chart.frame.legend) {
            if !legend.iter().any(|(_, known)| *known == word) {
                legend.push((sign, word));
            }
        }
        charts.push(chart);
    }
    let names: Vec<String> = panels
        .iter()
        .map(|panel| panel.subject.label.clone())
        .collect();
    let names = list(&names, context.locale);
    frame.legend = legend;
    frame.description += " ";
    frame.description += &context.tell(&say::PANELS_ARE, &[("names", &names)]);
    Ok(framed(context, frame, &|area| {
        place(context, (&panels, &charts), &common, area)
    }))
}

impl Context<'_> {
    /// The context of a panel.
    fn part<'p>(&'p self, by: &'p str, panel: &'p Panel, request: &'p Request) -> Context<'p> {
        Context {
            part: Some(&panel.result),
            part_against: panel.against.as_ref(),
            panel: Some((by, &panel.code)),
            request,
            ..self.clone()
        }
    }
}

/// The panels, each with every row that any of them has.
fn panels(context: &Context, by: &str) -> Result<Vec<Panel>> {
    let whole = context.whole()?;
    let mut panels: Vec<Panel> = Vec::new();
    for row in drawn(context, whole) {
        let mut row = row.clone();
        let Some(code) = take(&mut row.by, (&mut row.item, &mut row.category), by) else {
            continue;
        };
        let known = panels.iter().position(|panel| panel.code == code);
        let at = known.unwrap_or(panels.len());
        if known.is_none() {
            panels.push(Panel {
                subject: heading(context, whole, by, &code),
                result: part(whole, by, &code),
                against: against(context, by, &code)?,
                code,
            });
        }
        panels[at].result.rows.push(row);
    }
    // Countries are ordered as rows would be; waves, groups and questions have an order of their own.
    let by_rows = match by {
        "country" => context.order(),
        _ => Order::Given,
    };
    arrange(&mut panels, by_rows, context.locale, |panel| {
        (&panel.subject, worth(&panel.result.rows))
    });
    let order = order(context, whole, &panels);
    // What happened in one panel did not happen in another: its dates are its own.
    let dated = matches!(
        &*whole.method.estimate,
        "policy_changes" | "policy_adoption"
    );
    for panel in &mut panels {
        let rows = &mut panel.result.rows;
        let mut ordered = Vec::with_capacity(order.len());
        for wanted in &order {
            let before = ordered.len();
            let is_own = |row: &Row| is_same(row, wanted) || (dated && row.by == wanted.by);
            while let Some(own) = rows.iter().position(is_own) {
                ordered.push(rows.remove(own));
            }
            if ordered.len() == before {
                ordered.push(without_data(wanted, dated));
            }
        }
        *rows = ordered;
    }
    Ok(panels)
}

/// The results of a panel, as yet without rows.
fn part(whole: &QueryResult, by: &str, code: &str) -> QueryResult {
    QueryResult {
        id: whole.id.clone(),
        query: Value::Null,
        method: whole.method.clone(),
        columns: whole.columns.clone(),
        rows: Vec::new(),
        comparisons: comparisons(whole, by, code),
        notes: Vec::new(),
    }
}

/// What a scatter draws against a panel.
fn against(context: &Context, by: &str, code: &str) -> Result<Option<QueryResult>> {
    let Some(id) = context.spec.against.as_deref() else {
        return Ok(None);
    };
    let whole = context.result_of(id)?;
    let mut part = part(whole, by, code);
    let mut split = false;
    for row in &whole.rows {
        let mut row = row.clone();
        let own = take(&mut row.by, (&mut row.item, &mut row.category), by);
        split |= own.is_some();
        if own.as_deref() == Some(code) {
            part.rows.push(row);
        }
    }
    Ok(split.then_some(part))
}

/// Takes the value of the panels' key out of a row's keys.
fn take(
    by: &mut ShortMap<String, Code>,
    (item, category): (&mut Option<String>, &mut Option<Code>),
    name: &str,
) -> Option<String> {
    match name {
        "item" => item.take(),
        "category" => category.take().as_ref().map(key),
        _ => by.remove(name).as_ref().map(key),
    }
}

fn heading(context: &Context, whole: &QueryResult, by: &str, code: &str) -> Subject {
    let country = by == "country";
    Subject {
        label: match by {
            "item" => item_label(context, whole, code),
            _ => value_label(context, whole, by, code),
        },
        country: country.then(|| code.to_string()),
        average: country && code == "average",
        highlighted: country && context.is_highlighted(code),
    }
}

/// Differences that speak of a panel's rows.
fn comparisons(whole: &QueryResult, by: &str, code: &str) -> Vec<Comparison> {
    let mut own = Vec::new();
    for comparison in &whole.comparisons {
        let mut comparison = comparison.clone();
        let parts = (&mut comparison.item, &mut comparison.category);
        if take(&mut comparison.by, parts, by).as_deref() == Some(code) {
            own.push(comparison);
        }
    }
    own
}

/// Every row of any panel, once, in the order in which all panels show them: subjects by their values in the first panel, by name
/// or as given, and the rows of each subject as given.
fn order(context: &Context, whole: &QueryResult, panels: &[Panel]) -> Vec<Row> {
    let mut groups: Vec<(Subject, Vec<Row>)> = Vec::new();
    let stages = whole.method.unit == "stage";
    for row in panels.iter().flat_map(|panel| &panel.result.rows) {
        // What stands at the head of a row: its first key, or the question.
        let first = keys(whole, row).into_iter().next();
        let of_one = |(_, rows): &&mut (Subject, Vec<Row>)| {
            let same_key = first.is_none_or(|first| rows[0].by.get(first) == row.by.get(first));
            same_key && (stages || rows[0].item == row.item)
        };
        match groups.iter_mut().find(of_one) {
            Some((_, rows)) if rows.iter().any(|known| is_same(known, row)) => {}
            Some((_, rows)) => rows.push(row.clone()),
            None => groups.push((subject(context, whole, row, None), vec![row.clone()])),
        }
    }
    arrange(&mut groups, context.order(), context.locale, |group| {
        (&group.0, worth(&group.1))
    });
    groups.into_iter().flat_map(|(_, rows)| rows).collect()
}

/// What rows are ordered by: the mean of their net agreements, or else of those rows that are like the first.
fn worth(rows: &[Row]) -> Option<f64> {
    let net = |row: &&Row| row.category == Some(Code::Text("net".into()));
    let first = rows.iter().find(net).or(rows.first())?;
    let (mut sum, mut count) = (0.0, 0.0);
    for row in rows {
        if let Some(value) = row.estimate
            && row.category == first.category
        {
            (sum, count) = (sum + value, count + 1.0);
        }
    }
    (count > 0.0).then(|| sum / count)
}

fn is_same(row: &Row, other: &Row) -> bool {
    row.by == other.by && row.item == other.item && row.category == other.category
}

/// Whether nothing but its panel tells whom a row speaks of.
fn is_unnamed(result: &QueryResult, row: &Row) -> bool {
    row.by.is_empty() && (row.item.is_none() || is_dated(result))
}

/// Whether rows are what happened, each on a date of its own: what happened in one panel did not happen in another.
fn is_dated(result: &QueryResult) -> bool {
    ["policy_changes", "policy_adoption"].contains(&&*result.method.estimate)
}

/// The row of another panel that this one lacks.
fn without_data(row: &Row, dated: bool) -> Row {
    Row {
        by: row.by.clone(),
        item: row.item.clone().filter(|_| !dated),
        category: row.category.clone().filter(|_| !dated),
        flags: vec![Flag::NoData],
        ..Row::default()
    }
}

/// Panels side by side, as many as have room, in rows of about the same length.
fn place(
    context: &Context,
    (panels, charts): (&[Panel], &[Chart]),
    common: &Common,
    area: Area,
) -> Placed {
    let (palette, sizes) = (&context.palette, &context.sizes);
    let gap = sizes.label * 1.8;
    let least = sizes.label * least_width(context.spec.of);
    let room = ((area.width + gap) / (least + gap)) as usize;
    let rows = charts.len().div_ceil(room.clamp(1, 4));
    let columns = charts.len().div_ceil(rows.max(1)).max(1);
    let width = (area.width - gap * (columns - 1) as f64) / columns as f64;
    let wished = |height: f64| (height - gap * (rows - 1) as f64) / rows as f64;
    // What has no name of its own has its panel's.
    let everybody = context.say(&say::EVERYBODY);
    let mut every = panels.iter().flat_map(|panel| &panel.result.rows);
    let everybody = match every.all(|row| row.by.is_empty()) {
        true => everybody,
        false => "",
    };
    let mut marks = Vec::new();
    let mut y = area.y;
    let mut all = panels.iter().zip(charts);
    for row in 0..rows {
        let top = y + if row > 0 { gap } else { 0.0 };
        let mut line = Vec::with_capacity(columns);
        let mut head = 0.0_f64;
        for (panel, chart) in all.by_ref().take(columns) {
            let colour = match panel.subject.highlighted {
                true => palette.highlight,
                false => palette.ink,
            };
            let look = Look::bold(sizes.label, colour);
            let lines = look.wrap(&panel.subject.label, width);
            head = head.max(lines.len() as f64 * look.line());
            line.push((panel, chart, look, lines));
        }
        // Headings stand on one line, and what is below begins on one.
        let below = top + head + sizes.label * 0.4;
        for (column, (panel, chart, look, lines)) in line.into_iter().enumerate() {
            let x = area.x + column as f64 * (width + gap);
            let first = top + head - lines.len() as f64 * look.line();
            marks.push(Mark::group(Role::Axis, look.lines(x, first, &lines).marks));
            let room = Area {
                x,
                y: below,
                width,
                height: area.height.map(|height| wished(height) - (below - top)),
            };
            let placed = (chart.place)(room, common);
            y = y.max(below + placed.height);
            for mut mark in placed.marks {
                belongs(&mut mark, panel, everybody);
                marks.push(mark);
            }
        }
    }
    Placed {
        marks,
        height: y - area.y,
    }
}

/// What a panel needs to be read, in heights of its labels.
fn least_width(of: Option<ChartKind>) -> f64 {
    match of {
        Some(ChartKind::TileMap | ChartKind::Map) => 26.0,
        Some(ChartKind::Dumbbell | ChartKind::Timeline | ChartKind::Adoption) => 23.0,
        Some(ChartKind::Scatter) => 20.0,
        _ => 16.0,
    }
}

/// Says of every mark which panel it stands in, instead of `everybody`.
fn belongs(mark: &mut Mark, panel: &Panel, everybody: &str) {
    let Mark::Group(group) = mark else {
        return;
    };
    if let Some(label) = &mut group.label {
        let own = label.strip_prefix(everybody);
        *label = match own.filter(|_| !everybody.is_empty()) {
            Some(rest) => [&panel.subject.label, rest].concat(),
            None => [&panel.subject.label, " · ", label].concat(),
        };
        group.data.push(("panel", panel.code.clone()));
        if let Some(country) = &panel.subject.country {
            group.data.push(("country", country.clone()));
        }
    }
    for inner in &mut group.marks {
        belongs(inner, panel, everybody);
    }
}
