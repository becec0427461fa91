//! The fields of an object.

use super::{Fault, Shape, wrong_type};
use crate::error::Error;
use crate::json::Value;

/// The fields of an object that is being read. What is wrong with them goes to `fault`.
///
/// A type's names are one text, parted by spaces, and a field goes by its place among them: an address for each name, and each
/// name where it is read, would be a fiftieth of the viewer.
pub(crate) struct Fields<'a> {
    names: &'static str,
    fields: &'a mut [(String, Value)],
    /// The place of the next name and the names from it on, and the field behind the last that was read: mostly fields are read
    /// in their order and stand in it, and results have thousands.
    next: (usize, &'static str),
    behind: usize,
    fault: &'a mut Fault,
    /// What is read where there is no field.
    nothing: Value,
}

/// A field that is there.
struct Field<'a> {
    name: &'a str,
    value: &'a mut Value,
    /// Whether anything was wrong before it.
    stood: bool,
    fault: &'a mut Fault,
}

impl Field<'_> {
    fn read<T: Shape>(self) -> T {
        let read = T::read(self.value, self.fault);
        self.fault.under(self.stood, self.name);
        read
    }
}

impl<'a> Fields<'a> {
    /// Fields that all have to be known: a misspelt option must not pass as a default.
    ///
    /// Faults: `wrong_type`; `unknown_field` for the first that is not known.
    #[inline(never)]
    pub fn strict(value: &'a mut Value, names: &'static str, fault: &'a mut Fault) -> Self {
        let fields = Fields::of(value, names, fault);
        let unknown = |(name, _): &&(String, Value)| !is_known(name, names);
        if let Some((name, _)) = fields.fields.iter().find(unknown) {
            let stood = fields.fault.stands();
            let error = Error::unknown("unknown_field", name, names.split(' '));
            fields.fault.say(error);
            fields.fault.under(stood, name);
        }
        fields
    }

    /// Fields of which those that are not known are dropped: what nobody here understands is not handed on.
    ///
    /// Faults: `wrong_type`.
    #[inline(never)]
    pub fn known(value: &'a mut Value, names: &'static str, fault: &'a mut Fault) -> Self {
        if let Value::Object(fields) = value {
            let mut rest = names;
            fields.retain(|(name, _)| goes_on(&mut rest, name) || is_known(name, names));
        }
        Fields::of(value, names, fault)
    }

    fn of(value: &'a mut Value, names: &'static str, fault: &'a mut Fault) -> Self {
        let fields = match value {
            Value::Object(fields) => fields.as_mut_slice(),
            other => {
                fault.say(wrong_type("object", other));
                &mut []
            }
        };
        Fields {
            names,
            fields,
            next: (0, names),
            behind: 0,
            fault,
            nothing: Value::Null,
        }
    }

    /// A field that has to be there, unless its type can do without.
    ///
    /// Faults: `missing_field`, and those of its type.
    pub fn need<T: Shape>(&mut self, place: usize) -> T {
        self.needed(place, T::OPTIONAL).read()
    }

    /// A field, or its type's default.
    ///
    /// Faults: those of its type.
    pub fn get<T: Shape + Default>(&mut self, place: usize) -> T {
        self.get_or(place, T::default)
    }

    /// A field, or what stands for it.
    ///
    /// Faults: those of its type.
    pub fn get_or<T: Shape>(&mut self, place: usize, usual: fn() -> T) -> T {
        match self.enter(place) {
            Some(field) => field.read(),
            None => usual(),
        }
    }

    #[inline(never)]
    fn enter(&mut self, place: usize) -> Option<Field<'_>> {
        let wanted = self.name(place);
        let at = self.find(wanted)?;
        let (name, value) = self.fields.get_mut(at)?;
        Some(Field {
            name,
            value,
            stood: self.fault.stands(),
            fault: self.fault,
        })
    }

    /// A field, or nothing in its place.
    #[inline(never)]
    fn needed(&mut self, place: usize, optional: bool) -> Field<'_> {
        let wanted = self.name(place);
        let at = self.find(wanted);
        let found = at.and_then(|at| self.fields.get_mut(at));
        if found.is_none() && !optional {
            let missing = Error::new("missing_field").with("field", wanted);
            self.fault.say(missing);
        }
        let stood = self.fault.stands();
        let (name, value) = found.map_or((wanted, &mut self.nothing), |(name, value)| {
            (name.as_str(), value)
        });
        Field {
            name,
            value,
            stood,
            fault: self.fault,
        }
    }

    fn name(&mut self, place: usize) -> &'static str {
        let (mut at, mut names) = self.next;
        if at > place {
            (at, names) = (0, self.names);
        }
        loop {
            let (name, rest) = first_of(names);
            (at, names) = (at + 1, rest);
            if at > place || rest.is_empty() {
                self.next = (at, names);
                return name;
            }
        }
    }

    /// The index of a field.
    fn find(&mut self, wanted: &str) -> Option<usize> {
        let (before, after) = self.fields.split_at_checked(self.behind)?;
        let is = |(name, _): &(String, Value)| name == wanted;
        let at = match after.iter().position(is) {
            Some(at) => self.behind + at,
            None => before.iter().position(is)?,
        };
        self.behind = at + 1;
        Some(at)
    }

    /// Says where a field, if it is there, is no list.
    ///
    /// Faults: `wrong_type`.
    pub fn list(&mut self, place: usize) {
        if let Some(field) = self.enter(place)
            && !matches!(field.value, Value::List(_))
        {
            field.fault.say(wrong_type("list", field.value));
            field.fault.under(field.stood, field.name);
        }
    }

    /// Which of two names a field goes by here.
    ///
    /// Faults: `duplicate_field` where both stand.
    #[cfg(feature = "viewer")]
    pub fn either(&mut self, usual: usize, alias: usize) -> usize {
        match (self.enter(usual).is_some(), self.enter(alias).is_some()) {
            (true, true) => {
                let error = Error::new("duplicate_field").with("value", self.name(usual));
                self.fault.say(error);
                usual
            }
            (false, true) => alias,
            _ => usual,
        }
    }
}

/// The first of some names, and the others.
fn first_of(names: &str) -> (&str, &str) {
    let end = names.bytes().position(|byte| byte == b' ');
    let end = end.unwrap_or(names.len());
    let rest = names.get(end + 1..).unwrap_or_default();
    (names.get(..end).unwrap_or_default(), rest)
}

fn is_known(name: &str, mut names: &str) -> bool {
    goes_on(&mut names, name)
}

/// Whether a name is one of some; if so, those behind it are left.
fn goes_on(names: &mut &str, name: &str) -> bool {
    let mut rest = *names;
    while !rest.is_empty() {
        let (known, others) = first_of(rest);
        rest = others;
        if known == name {
            *names = rest;
            return true;
        }
    }
    false
}
