//! Numbers of a record, and the 27 ways in which one is missing.

use super::release::{Kind, Release};
use crate::intake::labelled::bytes::Order;

/// What stands for a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Value {
    Number(f64),
    /// `.`
    Absent,
    /// `.a` to `.z`: a reason that the file may label.
    Reason(u8),
}

/// How missing numbers of a double lie apart, and of a float.
const DOUBLE: u64 = 0x7FE0_0000_0000_0000;
const DOUBLE_STEP: u64 = 0x0000_0100_0000_0000;
const FLOAT: u32 = 0x7F00_0000;
const FLOAT_STEP: u32 = 0x0000_0800;
/// The missing double before 106: 2 to the power of 333.
const OLD_DOUBLE: u64 = 0x54C0_0000_0000_0000;

/// A number of a record; none for a text, or where the bytes do not suffice.
pub(super) fn value(kind: Kind, release: Release, order: Order, bytes: &[u8]) -> Option<Value> {
    Some(match kind {
        Kind::Byte => whole(
            i32::from((*bytes.first()?).cast_signed()),
            release,
            101,
            127,
        ),
        Kind::Int => {
            let number = order.u16(*bytes.first_chunk()?).cast_signed();
            whole(i32::from(number), release, 32_741, 32_767)
        }
        Kind::Long => {
            let number = order.u32(*bytes.first_chunk()?).cast_signed();
            whole(number, release, 2_147_483_621, 2_147_483_647)
        }
        Kind::Float => {
            let bits = order.u32(*bytes.first_chunk()?);
            let number = f32::from_bits(bits);
            match () {
                () if number.is_nan() || number == f32::NEG_INFINITY => Value::Absent,
                // What Stata computes with: 3.14 is 3.140000104904175.
                () if number < f32::from_bits(FLOAT) => Value::Number(f64::from(number)),
                () => reason(u64::from((bits - FLOAT) / FLOAT_STEP), release),
            }
        }
        Kind::Double => {
            let bits = order.u64(*bytes.first_chunk()?);
            let number = f64::from_bits(bits);
            match () {
                () if number.is_nan() || number == f64::NEG_INFINITY => Value::Absent,
                () if release.0 < 106 && bits == OLD_DOUBLE => Value::Absent,
                () if number < f64::from_bits(DOUBLE) => Value::Number(number),
                () => reason((bits - DOUBLE) / DOUBLE_STEP, release),
            }
        }
        Kind::Text(_) | Kind::LongText => return None,
    })
}

/// A whole number; from 113 on the last 27 of its type are missing, before only the last.
pub(super) fn whole(number: i32, release: Release, first: i32, last: i32) -> Value {
    match release.0 >= 113 {
        true if number >= first => reason(i64::from(number - first).unsigned_abs(), release),
        false if number == last => Value::Absent,
        _ => Value::Number(f64::from(number)),
    }
}

fn reason(steps: u64, release: Release) -> Value {
    match steps {
        1..=26 if release.0 >= 113 => Value::Reason(b'a' + (steps - 1) as u8),
        _ => Value::Absent,
    }
}
