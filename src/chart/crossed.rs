//! Estimates crossed by a second key or by the answers: a line for whom they speak of, a step for each value of the other.

use super::annotate::note_of;
use super::context::{Context, codes, key};
use super::figures::Figures;
use super::rows::{Datum, Subject, answer, subject, value_label};
use super::spec::Order;
use crate::estimate::{QueryResult, Row};

/// Numbers, words and flags; no pixels.
pub(super) struct Crossed<'a> {
    /// The key whose values are the steps; none where they are the answers.
    pub by: Option<&'a str>,
    /// The steps as rows name them.
    pub codes: Vec<String>,
    /// The steps in words.
    pub names: Vec<String>,
    pub lines: Vec<Line<'a>>,
    pub figures: Figures<'a>,
}

/// What is known of one subject, a place for each step. Each datum is labelled by its subject and its step.
pub(super) struct Line<'a> {
    pub subject: Subject,
    pub data: Vec<Option<Datum>>,
    pub rows: Vec<Option<&'a Row>>,
}

impl<'a> Crossed<'a> {
    /// Crosses the rows that are drawn by a key, or by their answers.
    pub fn new(
        context: &Context<'a>,
        result: &'a QueryResult,
        drawn: &[&'a Row],
        by: Option<&'a str>,
    ) -> Self {
        let figures = context.figures(result);
        let code_of = |row: &Row| match by {
            Some(name) => row.by.get(name).map(key),
            None => answer(row).map(|(_, code)| code),
        };
        let answers = result.rows.iter().find_map(answer);
        let name = by.or(answers.map(|(name, _)| name)).unwrap_or_default();
        let present: Vec<String> = result.rows.iter().filter_map(code_of).collect();
        let mut codes = codes(result, name);
        codes.retain(|code| present.contains(code));
        for code in present {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        if codes.is_empty() {
            codes.push(String::new());
        }
        let mut names = Vec::new();
        for code in &codes {
            names.push(value_label(context, result, name, code));
        }
        let mut lines: Vec<Line> = Vec::new();
        for row in drawn {
            let code = code_of(row).unwrap_or_default();
            let Some(index) = codes.iter().position(|known| *known == code) else {
                continue;
            };
            let mut subject = subject(context, result, row, by);
            if by.is_some()
                && let Some(answer) = &row.category
            {
                let answer = value_label(context, result, "category", &key(answer));
                subject.label = match row.by.len() {
                    1 => answer,
                    _ => [&subject.label, " · ", &answer].concat(),
                };
            }
            // What has no key of its own is named by the heading of its panel.
            let named = by.is_some() && row.category.is_some();
            let mut keys = row.by.keys();
            if context.part.is_some() && !named && keys.all(|key| by == Some(key.as_str())) {
                subject.label.clear();
            }
            let at = lines.iter().position(|line| line.subject == subject);
            let at = at.unwrap_or(lines.len());
            let of_step = subject.at(&names[index]);
            if at == lines.len() {
                lines.push(Line {
                    subject,
                    data: vec![None; codes.len()],
                    rows: vec![None; codes.len()],
                });
            }
            lines[at].data[index] = Some(Datum::noted(context, result, row, of_step, figures.unit));
            lines[at].rows[index] = Some(row);
        }
        Crossed {
            by,
            codes,
            names,
            lines,
            figures,
        }
    }

    /// Puts the lines in order, by what a function says of each.
    pub fn arrange(
        &mut self,
        context: &Context,
        order: Order,
        read: &dyn Fn(&Line) -> Option<f64>,
    ) {
        super::rows::arrange(&mut self.lines, order, context.locale, |line| {
            (&line.subject, read(line))
        });
    }

    /// What the author says of each line.
    pub fn notes(&self) -> Vec<Option<String>> {
        self.lines.iter().map(Line::note).collect()
    }

    /// Whether some subject stands out.
    pub fn has_focus(&self) -> bool {
        self.lines.iter().any(|line| line.subject.highlighted)
    }

    /// Every datum, line by line.
    pub fn data(&self) -> Vec<&Datum> {
        let mut data: Vec<&Datum> = Vec::new();
        for line in &self.lines {
            data.extend(line.data.iter().flatten());
        }
        data
    }

    /// What all subjects but the average have at one step, labelled by the subject alone.
    pub fn at(&self, step: usize) -> Vec<Datum> {
        let mut data = Vec::new();
        for line in self.lines.iter().filter(|line| !line.subject.average) {
            data.extend(line.datum(step).map(|datum| Datum {
                subject: line.subject.clone(),
                ..datum.clone()
            }));
        }
        data
    }

    /// Keeps these steps, in this order.
    pub fn keep(&mut self, steps: &[usize]) {
        fn kept<T: Clone>(all: &[T], steps: &[usize]) -> Vec<T> {
            let there = steps.iter().filter_map(|step| all.get(*step));
            there.cloned().collect()
        }
        self.codes = kept(&self.codes, steps);
        self.names = kept(&self.names, steps);
        for line in &mut self.lines {
            line.data = kept(&line.data, steps);
            line.rows = kept(&line.rows, steps);
        }
    }

    /// The rows behind what is kept, in the order of the results.
    pub fn rows(&self, drawn: &[&'a Row]) -> Vec<&'a Row> {
        let mut rows = drawn.to_vec();
        rows.retain(|row| {
            let is = |other: &Option<&Row>| other.is_some_and(|other| std::ptr::eq(other, *row));
            self.lines.iter().any(|line| line.rows.iter().any(is))
        });
        rows
    }
}

impl Line<'_> {
    /// What the author says of the line or of its data.
    fn note(&self) -> Option<String> {
        note_of(self.data.iter().flatten())
    }

    /// The value at a step, where there is one that may be shown.
    pub fn value(&self, step: usize) -> Option<f64> {
        self.datum(step)?.value.ok()
    }

    pub fn datum(&self, step: usize) -> Option<&Datum> {
        self.data.get(step)?.as_ref()
    }

    /// The first and the last step that have a value.
    pub fn ends(&self) -> Option<(usize, usize)> {
        let mut steps = (0..self.data.len()).filter(|step| self.value(*step).is_some());
        let first = steps.next()?;
        Some((first, steps.next_back().unwrap_or(first)))
    }
}
