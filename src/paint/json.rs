//! A picture's message and its numbers as JSON, for other programs.

use crate::chart::{Cell, Scene, Tidy};
use crate::shape::{Object, Written};

/// `{"title", "description", "locale", "rows"}`: each row an object, in full precision; what does not apply is `null`, and the
/// row's flags say why.
pub fn json(scene: &Scene) -> String {
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.field("title", &scene.title);
    object.field("description", &scene.description);
    object.field("locale", &scene.locale);
    object.field("rows", &Rows(&scene.data));
    object.end();
    out
}

struct Rows<'a>(&'a Tidy);

struct Row<'a> {
    head: &'a [String],
    cells: &'a [Cell],
}

impl Written for Rows<'_> {
    fn write(&self, out: &mut String) {
        let head = &self.0.head;
        let rows: Vec<Row> = self
            .0
            .rows
            .iter()
            .map(|cells| Row { head, cells })
            .collect();
        rows.write(out);
    }
}

impl Written for Row<'_> {
    fn write(&self, out: &mut String) {
        let mut object = Object::begin(out);
        for (name, cell) in self.head.iter().zip(self.cells) {
            object.field(name, cell);
        }
        object.end();
    }
}

impl Written for Cell {
    fn write(&self, out: &mut String) {
        match self {
            Cell::Empty => out.push_str("null"),
            Cell::Number(number) => number.write(out),
            Cell::Text(text) => text.write(out),
        }
    }
}
