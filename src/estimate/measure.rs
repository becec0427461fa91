//! A column as the estimates read it: a category for each code, or a number for each record.

use super::coding::{coded_numbers, coded_texts};
use super::level::{as_number, by_value, categories, level_of, names, same, stands_for};
use crate::codebook::Code;
use crate::error::{Error, Result};
use crate::order::sort;
use crate::short_map::ShortMap;
use crate::table::{CodeSlice, Column, Level};
use std::borrow::Cow;

/// Distinct values above which a column of texts or numbers is no set of categories.
pub const MOST_CATEGORIES: usize = 1000;

/// A variable ready to be estimated.
#[derive(Debug, Clone)]
pub enum Measure<'a> {
    /// Few distinct values. Recoding touches the table of categories only, never the records.
    Coded {
        /// One code a record, as the column holds them.
        codes: MeasureCodes<'a>,
        /// Category of each code; code 0 is blank, and a missing answer has no category.
        category: Vec<Option<u32>>,
        /// The value of each category: numbers by value, then texts.
        levels: Vec<Level>,
    },
    /// One number a record; NaN is missing.
    Number(Cow<'a, [f64]>),
}

/// Codes, borrowed from the column or made here from texts or numbers.
#[derive(Debug, Clone)]
pub enum MeasureCodes<'a> {
    /// As they lie in the column.
    Borrowed(CodeSlice<'a>),
    /// Made from a column that was not coded.
    Owned(Vec<u16>),
}

impl MeasureCodes<'_> {
    /// The codes as they lie in memory.
    pub fn slice(&self) -> CodeSlice<'_> {
        match self {
            MeasureCodes::Borrowed(CodeSlice::Narrow(codes)) => CodeSlice::Narrow(codes),
            MeasureCodes::Borrowed(CodeSlice::Wide(codes)) => CodeSlice::Wide(codes),
            MeasureCodes::Owned(codes) => CodeSlice::Wide(codes),
        }
    }
}

impl<'a> Measure<'a> {
    /// The column without the codes that are declared missing. A text column is coded.
    ///
    /// # Errors
    /// `too_many_values` for a text column of more than [`MOST_CATEGORIES`] distinct values.
    pub fn of(column: &'a Column, missing: &[Code]) -> Result<Self> {
        match column {
            Column::Coded(coded) => {
                let (category, levels) = categories(&coded.levels, missing);
                Ok(Measure::Coded {
                    codes: MeasureCodes::Borrowed(coded.codes.slice()),
                    category,
                    levels,
                })
            }
            Column::Number(values) => {
                let values = values.cont_slice().unwrap_or_default();
                let absent: Vec<f64> = missing.iter().filter_map(as_number).collect();
                if absent.is_empty() {
                    return Ok(Measure::Number(Cow::Borrowed(values)));
                }
                let kept = |value: &f64| {
                    if absent.contains(value) {
                        f64::NAN
                    } else {
                        *value
                    }
                };
                Ok(Measure::Number(values.iter().map(kept).collect()))
            }
            Column::Text(values) => {
                let coded = coded_texts(values)?;
                let Measure::Coded { codes, levels, .. } = coded else {
                    return Ok(coded);
                };
                let (category, levels) = categories(&levels, missing);
                Ok(Measure::Coded {
                    codes,
                    category,
                    levels,
                })
            }
        }
    }

    /// The same records as categories: what `by`, categories and recoding need.
    ///
    /// # Errors
    /// `too_many_values` above [`MOST_CATEGORIES`] distinct numbers.
    pub fn into_coded(self) -> Result<Measure<'a>> {
        match self {
            Measure::Coded { .. } => Ok(self),
            Measure::Number(values) => coded_numbers(&values),
        }
    }

    /// The number of cuts that each record reaches; cuts rise.
    ///
    /// # Errors
    /// `not_numeric` when a category is a text.
    pub fn bands(&self, cuts: &[f64]) -> Result<Measure<'static>> {
        let numbers = self.numbers()?;
        let band = |row| {
            let value = numbers.get(row);
            let reached = cuts.iter().filter(|cut| value >= **cut).count();
            (!value.is_nan()).then_some(reached as u32)
        };
        let bands: Vec<Option<u32>> = (0..self.len()).map(band).collect();
        let names: Vec<usize> = (0..=cuts.len()).collect();
        let mut measure = Measure::of_categories(bands.into_iter(), &names)?;
        if let Measure::Coded { levels, .. } = &mut measure {
            for (place, level) in levels.iter_mut().enumerate() {
                level.number = Some(place as f64);
            }
        }
        Ok(measure)
    }

    /// A category for each record, by its place in `names`.
    ///
    /// # Errors
    /// `too_many_values` above [`MOST_CATEGORIES`] categories.
    pub(super) fn of_categories<N: ToString>(
        records: impl Iterator<Item = Option<u32>>,
        names: &[N],
    ) -> Result<Measure<'static>> {
        if names.len() > MOST_CATEGORIES {
            return Err(Error::new("too_many_values")
                .with("count", names.len())
                .with("limit", MOST_CATEGORIES));
        }
        let level = |name: &N| Level {
            text: name.to_string(),
            number: None,
        };
        let code = |category: Option<u32>| category.map_or(0, |category| category as u16 + 1);
        Ok(Measure::Coded {
            codes: MeasureCodes::Owned(records.map(code).collect()),
            category: (0..=names.len() as u32)
                .map(|code| code.checked_sub(1))
                .collect(),
            levels: names.iter().map(level).collect(),
        })
    }

    /// New values for old ones. Values that are not named become missing.
    ///
    /// # Errors
    /// `too_many_values`, as [`Measure::into_coded`].
    pub fn recode(self, values: &ShortMap<String, Code>) -> Result<Self> {
        match self.into_coded()? {
            Measure::Coded {
                codes,
                category,
                levels,
            } => {
                let recoded: Vec<Option<Level>> = levels
                    .iter()
                    .map(|level| {
                        let found = values.iter().find(|(old, _)| names(old, level));
                        found.map(|(_, new)| level_of(new))
                    })
                    .collect();
                let mut levels: Vec<Level> = recoded.iter().flatten().cloned().collect();
                sort(&mut levels, &by_value);
                levels.dedup_by(|a, b| same(a, b));
                let place = |level: &Level| levels.iter().position(|known| same(known, level));
                let moved: Vec<Option<u32>> = recoded
                    .iter()
                    .map(|level| level.as_ref().and_then(place).map(|index| index as u32))
                    .collect();
                let category = category
                    .into_iter()
                    .map(|old| old.and_then(|old| moved[old as usize]))
                    .collect();
                Ok(Measure::Coded {
                    codes,
                    category,
                    levels,
                })
            }
            number => Ok(number),
        }
    }

    /// The mean of each record's valid items, those of `reverse` turned about the middle of `scale`; missing where less than
    /// `min_share` of the items is valid. A share is held against `min_share` in whole percent, so that 0.67 asks for two of
    /// three and four of six.
    ///
    /// With `rescale` the range of `scale` is stretched to it.
    ///
    /// # Errors
    /// `no_items`; `empty_scale` when the scale has no length; `outside_scale` for an answer that the scale does not hold:
    /// most often a code for a missing answer that nobody declared; `not_numeric` for a text among the answers.
    pub fn index(
        items: &[Measure],
        reverse: &[bool],
        scale: [f64; 2],
        min_share: f64,
        rescale: Option<[f64; 2]>,
    ) -> Result<Measure<'static>> {
        let [low, high] = scale;
        let rows = items.first().ok_or_else(|| Error::new("no_items"))?.len();
        if high.is_nan() || low.is_nan() || high <= low {
            return Err(Error::new("empty_scale")
                .with("low", low)
                .with("high", high));
        }
        let mut total = vec![0.0; rows];
        let mut valid = vec![0_u32; rows];
        for (index, item) in items.iter().enumerate() {
            let reversed = reverse.get(index).copied().unwrap_or(false);
            let values = item.numbers()?;
            for row in 0..rows {
                let value = values.get(row);
                if value.is_nan() {
                    continue;
                }
                if !(low..=high).contains(&value) {
                    return Err(Error::new("outside_scale")
                        .with("value", value)
                        .with("item", index)
                        .with("low", low)
                        .with("high", high));
                }
                total[row] += if reversed { low + high - value } else { value };
                valid[row] += 1;
            }
        }
        let [bottom, top] = rescale.unwrap_or(scale);
        let mean = |(total, valid): (f64, u32)| {
            if valid == 0 || f64::from(valid) / (items.len() as f64) + 0.005 < min_share {
                return f64::NAN;
            }
            let mean = total / f64::from(valid);
            match rescale {
                Some(_) => bottom + (mean - low) / (high - low) * (top - bottom),
                None => mean,
            }
        };
        let means = total.into_iter().zip(valid).map(mean).collect();
        Ok(Measure::Number(Cow::Owned(means)))
    }

    /// Number of records.
    pub fn len(&self) -> usize {
        match self {
            Measure::Coded { codes, .. } => match codes.slice() {
                CodeSlice::Narrow(codes) => codes.len(),
                CodeSlice::Wide(codes) => codes.len(),
            },
            Measure::Number(values) => values.len(),
        }
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The category that a value names; none for a value that does not occur, and for numbers that are not coded.
    pub fn category_of(&self, code: &Code) -> Option<u32> {
        let place = self
            .levels()
            .iter()
            .position(|level| stands_for(code, level));
        place.map(|index| index as u32)
    }

    /// The values of the categories; empty for numbers that are not coded.
    pub fn levels(&self) -> &[Level] {
        match self {
            Measure::Coded { levels, .. } => levels,
            Measure::Number(_) => &[],
        }
    }

    /// The category of one record; none where the answer is missing.
    pub fn category(&self, row: usize) -> Option<u32> {
        match self {
            Measure::Coded {
                codes, category, ..
            } => category[codes.slice().get(row)],
            Measure::Number(_) => None,
        }
    }

    /// A number for each record.
    ///
    /// # Errors
    /// `not_numeric` when a category is a text.
    pub(super) fn numbers(&self) -> Result<Numbers<'_>> {
        match self {
            Measure::Number(values) => Ok(Numbers::Direct(values)),
            Measure::Coded { levels, .. } => {
                let numbers: Result<Vec<f64>> = levels.iter().map(number_of).collect();
                self.scores(&numbers?)
            }
        }
    }

    /// The score of its category for each record.
    ///
    /// # Errors
    /// `not_coded` for numbers: they have no categories.
    pub(super) fn scores(&self, scores: &[f64]) -> Result<Numbers<'_>> {
        match self {
            Measure::Number(_) => Err(Error::new("not_coded")),
            Measure::Coded {
                codes, category, ..
            } => {
                let score =
                    |category: &Option<u32>| category.map_or(f64::NAN, |at| scores[at as usize]);
                Ok(Numbers::Coded {
                    codes: codes.slice(),
                    of: category.iter().map(score).collect(),
                })
            }
        }
    }
}

/// The number of a category.
///
/// # Errors
/// `not_numeric` when it is a text.
pub(super) fn number_of(level: &Level) -> Result<f64> {
    let text = || Error::new("not_numeric").with("value", level.text.as_str());
    level.number.ok_or_else(text)
}

/// A number for each record: its own, or that of its code. NaN is missing.
pub(super) enum Numbers<'a> {
    /// One a record.
    Direct(&'a [f64]),
    /// One a code.
    Coded {
        /// Codes of the records.
        codes: CodeSlice<'a>,
        /// Number of each code.
        of: Vec<f64>,
    },
}

impl Numbers<'_> {
    /// The number of one record.
    pub(super) fn get(&self, row: usize) -> f64 {
        match self {
            Numbers::Direct(values) => values[row],
            Numbers::Coded { codes, of } => of[codes.get(row)],
        }
    }
}
