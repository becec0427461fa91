//! The fields of an object.

use super::{Fault, Shape, wrong_type};
use crate::error::Error;
use crate::json::Value;

/// The fields of an object that is being read. What is wrong with them goes to `fault`.
pub(crate) struct Fields<'a> {
    fields: &'a mut [(String, Value)],
    fault: &'a mut Fault,
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
    pub fn strict(value: &'a mut Value, known: &[&str], fault: &'a mut Fault) -> Self {
        let fields = Fields::of(value, fault);
        let unknown = |(name, _): &&(String, Value)| !known.contains(&name.as_str());
        if let Some((name, _)) = fields.fields.iter().find(unknown) {
            let stood = fields.fault.stands();
            let error = Error::unknown("unknown_field", name, known.iter().copied());
            fields.fault.say(error);
            fields.fault.under(stood, name);
        }
        fields
    }

    /// Fields of which those that are not known are dropped: what nobody here understands is not handed on.
    ///
    /// Faults: `wrong_type`.
    #[inline(never)]
    pub fn known(value: &'a mut Value, known: &[&str], fault: &'a mut Fault) -> Self {
        if let Value::Object(fields) = value {
            fields.retain(|(name, _)| known.contains(&name.as_str()));
        }
        Fields::of(value, fault)
    }

    fn of(value: &'a mut Value, fault: &'a mut Fault) -> Self {
        let fields = match value {
            Value::Object(fields) => fields.as_mut_slice(),
            other => {
                fault.say(wrong_type("object", other));
                &mut []
            }
        };
        Fields { fields, fault }
    }

    /// A field that has to be there, unless its type can do without.
    ///
    /// Faults: `missing_field`, and those of its type.
    pub fn need<T: Shape>(&mut self, name: &str) -> T {
        match self.enter(name) {
            Some(field) => field.read(),
            None => T::absent(name, self.fault),
        }
    }

    /// A field, or its type's default.
    ///
    /// Faults: those of its type.
    pub fn get<T: Shape + Default>(&mut self, name: &str) -> T {
        self.get_or(name, T::default)
    }

    /// A field, or what stands for it.
    ///
    /// Faults: those of its type.
    pub fn get_or<T: Shape>(&mut self, name: &str, usual: fn() -> T) -> T {
        match self.enter(name) {
            Some(field) => field.read(),
            None => usual(),
        }
    }

    #[inline(never)]
    fn enter(&mut self, name: &str) -> Option<Field<'_>> {
        let (name, value) = self.fields.iter_mut().find(|(known, _)| known == name)?;
        let stood = self.fault.stands();
        Some(Field {
            name,
            value,
            stood,
            fault: self.fault,
        })
    }

    #[inline(never)]
    fn find(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|(known, _)| known == name)
    }

    /// Whether a field is a list, or is not there.
    ///
    /// Faults: `wrong_type` where it is anything else.
    pub fn list(&mut self, name: &str) {
        let Some(place) = self.find(name) else {
            return;
        };
        let (_, value) = &self.fields[place];
        if !matches!(value, Value::List(_)) {
            let stood = self.fault.stands();
            self.fault.say(wrong_type("list", value));
            self.fault.under(stood, name);
        }
    }

    /// Which of two names a field goes by here.
    ///
    /// Faults: `duplicate_field` where both stand.
    #[cfg(feature = "viewer")]
    pub fn either<'n>(&mut self, name: &'n str, alias: &'n str) -> &'n str {
        let (usual, other) = (self.find(name), self.find(alias));
        if usual.is_some() && other.is_some() {
            let error = Error::new("duplicate_field").with("value", name);
            self.fault.say(error);
        }
        if other.is_some() { alias } else { name }
    }
}
