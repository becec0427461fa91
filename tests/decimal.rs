//! Numbers as text, against the standard library and serde_json.

use proptest::prelude::*;
use pulso::numeric::decimal::{decimal, json_number, parse};

fn agrees(value: f64) {
    // Of two shortest texts that are as near, the standard library may take the other.
    let text = decimal(value);
    assert_eq!(text.parse(), Ok(value));
    assert_eq!(text.len(), value.to_string().len());
    assert_eq!(json_number(value), serde_json::to_string(&value).unwrap());
    assert_eq!(parse(&value.to_string()), Some(value));
}

#[test]
fn zeros_powers_and_edges() {
    for value in [
        0.0,
        -0.0,
        1.0,
        -1.5,
        f64::MAX,
        f64::MIN_POSITIVE,
        5e-324,
        0.1 + 0.2,
    ] {
        agrees(value);
    }
    for power in -30..30 {
        let value = 10f64.powi(power);
        agrees(value);
        agrees(-1.25 * value);
        agrees(value / 3.0);
    }
}

#[test]
fn what_is_no_number() {
    for text in ["", "inf", "NaN", " 1", "0x10", "1,5", "-", "e", "1e", "+"] {
        assert_eq!(parse(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn any_number(bits: u64) {
        let value = f64::from_bits(bits);
        prop_assume!(value.is_finite());
        agrees(value);
    }

    #[test]
    fn small_numbers(thousandths in -1_000_000i64..1_000_000) {
        agrees(thousandths as f64 / 1000.0);
    }
}
