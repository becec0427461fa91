//! A cell as a number, exactly.

/// The marks of a file's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marks {
    /// `.` or `,`.
    pub decimal: u8,
    /// What groups the thousands, where the file shows it without doubt.
    pub thousands: Option<u8>,
}

/// What a cell reads as.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Reading {
    /// A finite number.
    Number(f64),
    /// Digits that a number would change: leading zeros, or more digits than a double holds.
    Identifier,
    /// Anything else.
    Text,
}

/// Most digits of a whole number that a double holds whatever they are.
const EXACT_DIGITS: usize = 15;

/// Powers of ten that a double holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// Reads a trimmed cell: `-12`, `3.5`, `.5`, `1e-5`, and `1,234.5` where the file groups thousands.
///
/// A mantissa up to 2^53 and a power of ten up to 22 are both exact doubles, so one multiplication or division rounds once
/// and correctly (Clinger 1990); the rest goes to the standard library's parser, which is correct too and slower.
#[inline]
pub(crate) fn read(cell: &[u8], marks: Marks) -> Reading {
    let (negative, body) = match cell {
        [b'-', body @ ..] => (true, body),
        _ => (false, cell),
    };
    let mut mantissa = 0u64;
    let whole = digits(body, &mut mantissa);
    let mut at = whole;
    let mut fraction = 0;
    if body.get(at) == Some(&marks.decimal) {
        fraction = digits(&body[at + 1..], &mut mantissa);
        at += 1 + fraction;
    }
    if whole + fraction == 0 {
        return Reading::Text;
    }
    let mut exponent = -(fraction as i32);
    let scientific = matches!(body.get(at), Some(b'e' | b'E'));
    if scientific {
        let (below, power) = match &body[at + 1..] {
            [b'-', power @ ..] => (true, power),
            [b'+', power @ ..] => (false, power),
            power => (false, power),
        };
        let mut value = 0u64;
        let count = digits(power, &mut value);
        if count == 0 || count > 3 || count != power.len() {
            return Reading::Text;
        }
        exponent += if below { -(value as i32) } else { value as i32 };
        at = body.len();
    }
    if at != body.len() {
        return match marks.thousands {
            Some(mark) if body.contains(&mark) => grouped(cell, negative, mark, marks.decimal),
            _ => Reading::Text,
        };
    }
    if whole > 1 && body[0] == b'0' {
        return Reading::Identifier;
    }
    if whole > EXACT_DIGITS && at == whole {
        return Reading::Identifier;
    }
    let value = if whole + fraction <= 19 && mantissa <= 1 << 53 {
        match (exponent, POWERS.get(exponent.unsigned_abs() as usize)) {
            (..0, Some(power)) => mantissa as f64 / power,
            (0.., Some(power)) => mantissa as f64 * power,
            _ => return parse(cell, marks.decimal),
        }
    } else {
        return parse(cell, marks.decimal);
    };
    Reading::Number(if negative { -value } else { value })
}

/// Reads leading digits onto `value` and counts them. Beyond 19 digits `value` wraps, and the caller does not use it.
#[inline(always)]
fn digits(bytes: &[u8], value: &mut u64) -> usize {
    let mut count = 0;
    while let Some(digit) = bytes.get(count).map(|byte| byte.wrapping_sub(b'0'))
        && digit < 10
    {
        *value = value.wrapping_mul(10).wrapping_add(u64::from(digit));
        count += 1;
    }
    count
}

/// The standard library's reading of a cell whose syntax is already known.
#[cold]
fn parse(cell: &[u8], decimal: u8) -> Reading {
    let Ok(text) = std::str::from_utf8(cell) else {
        return Reading::Text;
    };
    let parsed = if decimal == b'.' {
        text.parse::<f64>()
    } else {
        text.replace(decimal as char, ".").parse()
    };
    match parsed {
        Ok(value) if value.is_finite() => Reading::Number(value),
        _ => Reading::Text,
    }
}

/// Reads `1,234,567.8`: a first group of one to three digits, then groups of three.
#[cold]
fn grouped(cell: &[u8], negative: bool, mark: u8, decimal: u8) -> Reading {
    if !is_grouped(&cell[usize::from(negative)..], mark, decimal) {
        return Reading::Text;
    }
    let plain: Vec<u8> = cell.iter().copied().filter(|byte| *byte != mark).collect();
    read(
        &plain,
        Marks {
            decimal,
            thousands: None,
        },
    )
}

/// Whether an unsigned number has its thousands grouped by `mark`, at least once and everywhere.
pub(crate) fn is_grouped(body: &[u8], mark: u8, decimal: u8) -> bool {
    let mut parts = body.splitn(2, |byte| *byte == decimal);
    let whole = parts.next().unwrap_or_default();
    let fraction = parts.next();
    let mut groups = whole.split(|byte| *byte == mark);
    let first = groups.next().unwrap_or_default();
    let all_digits = |group: &[u8]| group.iter().all(u8::is_ascii_digit);
    let mut count = 0;
    (1..=3).contains(&first.len())
        && first[0] != b'0'
        && all_digits(first)
        && groups.all(|group| {
            count += 1;
            group.len() == 3 && all_digits(group)
        })
        && count > 0
        && fraction.is_none_or(|fraction| !fraction.is_empty() && all_digits(fraction))
}
