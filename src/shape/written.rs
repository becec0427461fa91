//! Values as JSON text.

use crate::json::Value;
use crate::numeric::decimal;
use crate::short_map::ShortMap;

/// What can be written as JSON: the same bytes as `serde_json::to_string`.
pub trait Written {
    /// Appends the value.
    fn write(&self, out: &mut String);
}

/// A value as JSON text.
pub(crate) fn json(value: &dyn Written) -> String {
    let mut out = String::new();
    value.write(&mut out);
    out
}

/// The name of a choice as JSON has it: `no_data`.
pub(crate) fn name(choice: &dyn Written) -> String {
    json(choice).trim_matches('"').into()
}

/// An object that is being written.
pub(crate) struct Object<'a> {
    out: &'a mut String,
    first: bool,
}

impl<'a> Object<'a> {
    /// Opens it.
    pub fn begin(out: &'a mut String) -> Self {
        out.push('{');
        Object { out, first: true }
    }

    /// Its next field.
    pub fn field(&mut self, name: &str, value: &dyn Written) {
        if !self.first {
            self.out.push(',');
        }
        self.first = false;
        name.write(self.out);
        self.out.push(':');
        value.write(self.out);
    }

    /// Closes it.
    pub fn end(self) {
        self.out.push('}');
    }
}

impl Written for str {
    fn write(&self, out: &mut String) {
        out.push('"');
        // What needs no escape goes over in one piece: pictures are long texts.
        let (mut plain, mut at) = (0, 0);
        while let Some(byte) = self.as_bytes().get(at).copied() {
            at += 1;
            let instead = match byte {
                b'"' => "\\\"",
                b'\\' => "\\\\",
                b'\n' => "\\n",
                b'\r' => "\\r",
                b'\t' => "\\t",
                8 => "\\b",
                12 => "\\f",
                0..b' ' => "\\u00",
                _ => continue,
            };
            out.push_str(self.get(plain..at - 1).unwrap_or_default());
            out.push_str(instead);
            if instead.len() > 2 {
                for digit in [byte / 16, byte % 16] {
                    out.extend(char::from_digit(digit.into(), 16));
                }
            }
            plain = at;
        }
        out.push_str(self.get(plain..).unwrap_or_default());
        out.push('"');
    }
}

impl Written for String {
    fn write(&self, out: &mut String) {
        self.as_str().write(out);
    }
}

impl Written for char {
    fn write(&self, out: &mut String) {
        self.encode_utf8(&mut [0; 4]).write(out);
    }
}

impl Written for bool {
    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Written for f64 {
    fn write(&self, out: &mut String) {
        if self.is_finite() {
            out.push_str(&decimal::json_number(*self));
        } else {
            out.push_str("null");
        }
    }
}

macro_rules! whole {
    ($($number:ty),*) => {$(
        impl Written for $number {
            fn write(&self, out: &mut String) {
                out.push_str(&self.to_string());
            }
        }
    )*};
}

whole!(u8, u16, u32, u64, usize, i64);

impl<T: Written + ?Sized> Written for &T {
    fn write(&self, out: &mut String) {
        (**self).write(out);
    }
}

impl<T: Written> Written for Box<T> {
    fn write(&self, out: &mut String) {
        (**self).write(out);
    }
}

impl<T: Written> Written for Option<T> {
    fn write(&self, out: &mut String) {
        match self {
            Some(value) => value.write(out),
            None => out.push_str("null"),
        }
    }
}

impl<T: Written> Written for [T] {
    fn write(&self, out: &mut String) {
        out.push('[');
        for (index, element) in self.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            element.write(out);
        }
        out.push(']');
    }
}

impl<T: Written> Written for Vec<T> {
    fn write(&self, out: &mut String) {
        self.as_slice().write(out);
    }
}

impl<T: Written, const N: usize> Written for [T; N] {
    fn write(&self, out: &mut String) {
        self.as_slice().write(out);
    }
}

impl<K: Ord + AsRef<str>, V: Written> Written for ShortMap<K, V> {
    fn write(&self, out: &mut String) {
        let mut object = Object::begin(out);
        for (name, value) in self.iter() {
            object.field(name.as_ref(), value);
        }
        object.end();
    }
}

impl Written for Value {
    fn write(&self, out: &mut String) {
        match self {
            Value::Null => out.push_str("null"),
            Value::Bool(yes) => yes.write(out),
            Value::Number(digits) => out.push_str(digits),
            Value::Text(text) => text.write(out),
            Value::List(elements) => elements.write(out),
            Value::Object(fields) => {
                let mut object = Object::begin(out);
                for (name, value) in fields {
                    object.field(name, value);
                }
                object.end();
            }
        }
    }
}
