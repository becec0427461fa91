//! Numbers as decimal digits, and back. Text goes the same way in every build, so that its bytes agree.

use crate::host;

/// The shortest decimal digits that stand for a finite value without its sign, and where the point is: 0.0125 is
/// (`125`, -1), 12.5 is (`125`, 2).
pub fn digits(value: f64) -> (String, i32) {
    let text = host::shortest(value.abs());
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let digits = all.trim_start_matches('0');
    let leading = (all.len() - digits.len()) as i32;
    let exponent: i32 = exponent.parse().unwrap_or(0);
    match digits.trim_end_matches('0') {
        "" => ("0".into(), 1),
        digits => (digits.into(), whole.len() as i32 - leading + exponent),
    }
}

/// A number in its shortest digits and without an exponent: `0.0125`, `-3`, `1000000`. It is what `Display` of the standard
/// library writes, whose code for it would be twenty kilobytes of the viewer.
pub fn decimal(value: f64) -> String {
    if !value.is_finite() {
        return if value.is_nan() {
            "NaN"
        } else if value > 0.0 {
            "inf"
        } else {
            "-inf"
        }
        .into();
    }
    // Stages and counts are asked for at every mark of a picture, and the platform is slow to call.
    let whole = value as i32;
    if f64::from(whole) == value && (whole != 0 || value.is_sign_positive()) {
        return whole.to_string();
    }
    let (digits, point) = digits(value);
    let mut text = String::from(if value.is_sign_negative() { "-" } else { "" });
    place(&mut text, &digits, point);
    text
}

/// Digits with their point, at least one before it.
fn place(text: &mut String, digits: &str, point: i32) {
    let length = digits.len() as i32;
    if point <= 0 && digits != "0" {
        text.push_str("0.");
        (point..0).for_each(|_| text.push('0'));
        text.push_str(digits);
    } else if point >= length {
        text.push_str(digits);
        (length..point).for_each(|_| text.push('0'));
    } else {
        let (whole, fraction) = parted(digits, point as usize);
        text.push_str(whole);
        text.push('.');
        text.push_str(fraction);
    }
}

/// Digits before a place and from it on. Not `split_at`: what a panic says of a text is five kilobytes of the viewer.
pub fn parted(digits: &str, place: usize) -> (&str, &str) {
    digits.split_at_checked(place).unwrap_or((digits, ""))
}

/// A number that a text holds in decimal digits: `3`, `-0.5`, `1e3`. Names such as `inf` are none.
pub fn parse(text: &str) -> Option<f64> {
    let digits = |byte: u8| byte.is_ascii_digit() || b"+-.eE".contains(&byte);
    let plain = text.bytes().all(digits) && text.bytes().any(|byte| byte.is_ascii_digit());
    let value = plain.then(|| host::number(text))?;
    (!value.is_nan()).then_some(value)
}

/// A finite number as JSON: a whole one keeps its point, and one of many zeros has an exponent, as serde_json writes it.
pub fn json_number(value: f64) -> String {
    let (digits, point) = digits(value);
    let mut text = String::from(if value.is_sign_negative() { "-" } else { "" });
    if digits == "0" || (-4..=16).contains(&point) {
        place(&mut text, &digits, point);
        if point >= digits.len() as i32 {
            text.push_str(".0");
        }
    } else {
        let (first, rest) = parted(&digits, 1);
        text.push_str(first);
        if !rest.is_empty() {
            text.push('.');
            text.push_str(rest);
        }
        text.push_str(if point > 0 { "e+" } else { "e" });
        text.push_str(&(point - 1).to_string());
    }
    text
}
