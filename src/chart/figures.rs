//! Numbers as words: one way for estimates, intervals and points.

use crate::locale::Locale;
use crate::locale::catalogue::chart as say;
use crate::locale::format::{number, percent};
use crate::numeric::Within;
use crate::text::replace;

/// What the numbers count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// From 0 to 1, shown in percent.
    Share,
    /// The variable's own unit.
    Value,
}

/// How a chart writes its numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figures<'a> {
    pub unit: Unit,
    pub decimals: usize,
    pub locale: &'a Locale,
}

impl<'a> Figures<'a> {
    /// Whole percent for shares. Other values have as many decimals as three digits of the `largest` need.
    pub fn new(unit: &str, largest: f64, locale: &'a Locale) -> Self {
        if unit == "share" {
            return Figures {
                unit: Unit::Share,
                decimals: 0,
                locale,
            };
        }
        let decimals = match largest.abs() {
            size if size >= 100.0 => 0,
            size if size >= 10.0 => 1,
            _ => 2,
        };
        Figures {
            unit: Unit::Value,
            decimals,
            locale,
        }
    }

    /// `54%`, or `3.2`. A share above 0 and below half a percent is not written as none, nor one below 1 as all.
    pub fn value(&self, value: f64) -> String {
        match self.unit {
            Unit::Share if value > 0.0 && value < 0.005 => {
                format!("<{}", percent(0.01, 0, self.locale))
            }
            Unit::Share if (0.995..1.0).contains(&value) => {
                format!(">{}", percent(0.99, 0, self.locale))
            }
            Unit::Share => percent(value, self.decimals, self.locale),
            Unit::Value => number(value, self.decimals, self.locale),
        }
    }

    /// `49–59`, without the unit's sign.
    pub fn span(&self, [low, high]: [f64; 2]) -> String {
        let factor = if self.unit == Unit::Share { 100.0 } else { 1.0 };
        let text = |value: f64| number(value * factor, self.decimals, self.locale);
        self.joined(low, text(low), text(high))
    }

    /// `54% (49–59)`.
    pub fn with_span(&self, value: f64, ci: Option<[f64; 2]>) -> String {
        match ci {
            Some(ci) => format!("{}\u{a0}({})", self.value(value), self.span(ci)),
            None => self.value(value),
        }
    }

    /// Points of a difference between shares, with their sign: `+42`.
    pub fn points(&self, value: f64) -> String {
        let text = number(value * 100.0, 0, self.locale);
        if value * 100.0 >= 0.5 {
            format!("+{text}")
        } else {
            text
        }
    }

    /// A difference with its sign: points between shares, the variable's own unit otherwise.
    pub fn change(&self, value: f64) -> String {
        if self.unit == Unit::Share {
            return self.points(value);
        }
        let text = number(value, self.decimals, self.locale);
        match value > 0.0 && text != number(0.0, self.decimals, self.locale) {
            true => ["+", &text].concat(),
            false => text,
        }
    }

    /// `+42 (38–46)`.
    pub fn points_with_span(&self, value: f64, ci: Option<[f64; 2]>) -> String {
        match ci {
            Some([low, high]) => {
                // A symmetric interval may reach beyond what a difference of shares can be.
                let text = |value: f64| number(value.within(-1.0, 1.0) * 100.0, 0, self.locale);
                let span = self.joined(low, text(low), text(high));
                format!("{}\u{a0}({span})", self.points(value))
            }
            None => self.points(value),
        }
    }

    /// A tick of the axis.
    pub fn tick(&self, value: f64, decimals: usize) -> String {
        match self.unit {
            Unit::Share => percent(value, decimals.saturating_sub(2), self.locale),
            Unit::Value => number(value, decimals, self.locale),
        }
    }

    /// A dash between numbers; a word where a minus would meet it.
    fn joined(&self, low_value: f64, low: String, high: String) -> String {
        if low_value < 0.0 {
            let said = say::FROM_TO.with(self.locale, &[("low", &low), ("high", &high)]);
            replace(&said, " ", "\u{a0}")
        } else {
            format!("{low}–{high}")
        }
    }
}
