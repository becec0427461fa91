//! From what a file says of a column to the codebook.

use super::bytes::damaged;
use super::kind::kind;
use super::time::Shown;
use crate::codebook::{Code, MissingCode, ValueLabel, Variable};
use crate::error::{Error, Result};
use crate::locale::Text;

/// Most bytes that a file's value labels may take when each column has its own. A set of labels stands once in a file and may be
/// named by every column: without a limit a small file could fill the memory.
pub(super) const MAX_LABEL_BYTES: usize = 1 << 28;

/// How much of the labels' memory is left.
pub(super) struct Budget(usize);

impl Budget {
    pub(super) fn new() -> Budget {
        Budget(MAX_LABEL_BYTES)
    }

    /// # Errors
    /// `inflates_too_far` {limit}, in megabytes.
    fn spend(&mut self, label: &str) -> Result<()> {
        let bytes = label.len() + size_of::<ValueLabel>();
        let left = self.0.checked_sub(bytes);
        self.0 = left
            .ok_or_else(|| Error::new("inflates_too_far").with("limit", MAX_LABEL_BYTES >> 20))?;
        Ok(())
    }
}

/// What a file says of a column.
#[derive(Debug, Clone, Default)]
pub(super) struct Described {
    /// The question or the meaning; empty for none.
    pub(super) label: String,
    /// Labels of values.
    pub(super) values: Vec<ValueLabel>,
    /// Values that are no answer.
    pub(super) missing: Vec<Code>,
}

impl Described {
    /// Adds the label of a value; an empty one says nothing.
    pub(super) fn value(&mut self, code: Code, label: String, budget: &mut Budget) -> Result<()> {
        if !label.is_empty() {
            budget.spend(&label)?;
            let label = Text::Plain(label);
            self.values.push(ValueLabel { code, label });
        }
        Ok(())
    }

    /// Adds a value that is no answer, once.
    pub(super) fn missing(&mut self, code: Code) {
        if !self.missing.iter().any(|known| known.same(&code)) {
            self.missing.push(code);
        }
    }

    /// The codebook's entry; none for a column of which nothing is said. Why there is no answer follows from the value's label.
    pub(super) fn variable(self, name: &str) -> Option<Variable> {
        let label = (!self.label.is_empty()).then_some(Text::Plain(self.label));
        let mut variable = Variable {
            name: name.into(),
            label,
            values: self.values,
            missing: Vec::new(),
        };
        let missing = self.missing.into_iter().map(|code| {
            let kind = match variable.value_label(&code) {
                Some(Text::Plain(label)) => kind(label),
                _ => crate::codebook::MissingKind::Unspecified,
            };
            MissingCode { code, kind }
        });
        variable.missing = missing.collect();
        let said =
            variable.label.is_some() || !variable.values.is_empty() || !variable.missing.is_empty();
        said.then_some(variable)
    }
}

impl From<Shown> for Code {
    fn from(shown: Shown) -> Code {
        match shown {
            Shown::Text(text) => Code::Text(text),
            // A zero without its sign, as it is written in the data.
            Shown::Number(number) => Code::Number(number + 0.0),
        }
    }
}

/// A count of records within what the reader takes.
///
/// # Errors
/// `too_many_rows` {limit}.
pub(super) fn rows(count: u64) -> Result<u64> {
    match count <= crate::read::MAX_ROWS as u64 {
        true => Ok(count),
        false => Err(Error::new("too_many_rows").with("limit", crate::read::MAX_ROWS)),
    }
}

/// The error for records that end before the last one that the file declares.
pub(super) fn ends_early(read: u64) -> Error {
    damaged("data").in_row(read + 2)
}
