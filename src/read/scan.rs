//! Where a block of 64 bytes has a byte that may end a cell: SIMD where the target has it, 64-bit words elsewhere.
//!
//! Three tests are enough: the delimiter, the quote, and every control byte up to a carriage return, which covers both line
//! breaks and NUL. The splitter looks at the byte itself, so a false candidate (a tab that is no delimiter) costs little.

/// Bytes in a block.
pub(super) const BLOCK: usize = 64;

/// One bit a byte, the lowest for the first: set where the byte is `delimiter`, a quote, or at most a carriage return.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline(always)]
pub(super) fn candidates(block: &[u8; BLOCK], delimiter: u8) -> u64 {
    use core::arch::wasm32::{
        u8x16_bitmask, u8x16_eq, u8x16_lt, u8x16_splat, v128, v128_load, v128_or,
    };
    let (delimiter, quote, control) = (
        u8x16_splat(delimiter),
        u8x16_splat(b'"'),
        u8x16_splat(b'\r' + 1),
    );
    let mut bits = 0;
    for part in 0..BLOCK / 16 {
        // SAFETY: `part * 16 + 16` is at most the length of the block, and the load needs no alignment.
        let bytes = unsafe { v128_load(block.as_ptr().add(part * 16).cast::<v128>()) };
        let found = v128_or(
            v128_or(u8x16_eq(bytes, delimiter), u8x16_eq(bytes, quote)),
            u8x16_lt(bytes, control),
        );
        bits |= u64::from(u8x16_bitmask(found)) << (part * 16);
    }
    bits
}

/// One bit a byte, the lowest for the first: set where the byte is `delimiter`, a quote, or at most a carriage return.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline(always)]
pub(super) fn candidates(block: &[u8; BLOCK], delimiter: u8) -> u64 {
    let (delimiter, quote) = (LOW * u64::from(delimiter), LOW * u64::from(b'"'));
    let mut bits = 0;
    for (part, word) in block.chunks_exact(8).enumerate() {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(word);
        let word = u64::from_le_bytes(bytes);
        let found = zeros(word ^ delimiter) | zeros(word ^ quote) | controls(word);
        // Gathers the eight high bits into one byte, lowest byte first.
        bits |= (found.wrapping_mul(0x0002_0408_1020_4081) >> 56) << (part * 8);
    }
    bits
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
const LOW: u64 = 0x0101_0101_0101_0101;
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The high bit of every byte that is zero. No carry crosses a byte, so there is no false hit.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline(always)]
fn zeros(word: u64) -> u64 {
    !(((word & !HIGH) + !HIGH) | word) & HIGH
}

/// The high bit of every byte that is at most a carriage return.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline(always)]
fn controls(word: u64) -> u64 {
    !(((word & !HIGH) + LOW * (0x7F - b'\r' as u64)) | word) & HIGH
}
