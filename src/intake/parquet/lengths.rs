//! The lengths of texts, which some pages list before the texts: the library makes room for as many as they say.

use super::left::Left;
use parquet::basic::Encoding;

/// Whether a page's lists of lengths have no more than `most` each. `values` is what follows the levels, where that is known: pages
/// without such lists need not say.
pub(super) fn are_believable(values: Option<&[u8]>, encoding: Encoding, most: usize) -> bool {
    let lists = match encoding {
        Encoding::DELTA_LENGTH_BYTE_ARRAY => 1,
        // How much of the text before is taken over, then how much follows.
        Encoding::DELTA_BYTE_ARRAY => 2,
        _ => return true,
    };
    values.is_some_and(|values| {
        let mut left = Left(values);
        (0..lists).all(|_| left.lengths(most).is_some())
    })
}

impl Left<'_> {
    /// Leaves a list of differences out that has at most so many, in blocks of smaller blocks of as many bits a number.
    fn lengths(&mut self, most: usize) -> Option<()> {
        let (in_block, parts, count) = (self.number()?, self.number()?, self.number()?);
        let in_part = in_block.checked_div(parts)?;
        if count > most || in_part == 0 {
            return None;
        }
        // The first, from which the others differ.
        self.number()?;
        let mut still = count.saturating_sub(1);
        while still > 0 {
            // The least difference.
            self.number()?;
            let bits = self.0.get(..parts)?;
            self.skip(parts)?;
            for bits in bits {
                if still > 0 {
                    self.skip(in_part.checked_mul(usize::from(*bits))? / 8)?;
                }
                still = still.saturating_sub(in_part);
            }
        }
        Some(())
    }
}
