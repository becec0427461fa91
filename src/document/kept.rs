//! What was costly to make, kept from one question to the next.

use crate::error::Result;
use crate::shape::Written;
use std::cell::RefCell;
use std::rc::Rc;

/// Records that the things kept may have together: some fifty megabytes.
const ROOM: usize = 4_000_000;

/// The things that were made last, each under all that it was made from.
pub(super) struct Kept<T>(RefCell<Vec<Thing<T>>>);

struct Thing<T> {
    key: String,
    records: usize,
    value: Rc<T>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Kept(RefCell::default())
    }
}

impl<T> Kept<T> {
    /// The thing under this key, made now if it is not kept. What was made last always stays; the oldest give way to it.
    ///
    /// # Errors
    /// Those of `make`; nothing is kept then.
    pub fn find_or(
        &self,
        key: String,
        records: usize,
        make: impl FnOnce() -> Result<T>,
    ) -> Result<Rc<T>> {
        let found = |thing: &&Thing<T>| thing.key == key;
        if let Some(thing) = self.0.borrow().iter().find(found) {
            return Ok(Rc::clone(&thing.value));
        }
        let value = Rc::new(make()?);
        let mut things = self.0.borrow_mut();
        let mut together: usize = records + things.iter().map(|thing| thing.records).sum::<usize>();
        while together > ROOM && !things.is_empty() {
            together -= things.remove(0).records;
        }
        things.push(Thing {
            key,
            records,
            value: Rc::clone(&value),
        });
        Ok(value)
    }

    /// Lets go of everything.
    pub fn clear(&mut self) {
        self.0.get_mut().clear();
    }
}

/// A key: everything that decides what is made.
pub(super) fn key(from: &[&dyn Written]) -> String {
    let mut key = String::new();
    for part in from {
        part.write(&mut key);
        key.push('\n');
    }
    key
}
