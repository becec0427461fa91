//! Where a block of 64 bytes has a byte that may end a cell: SIMD where the target has it, 64-bit words elsewhere.
//!
//! Three tests are enough: the delimiter, the quote, and every control byte up to a carriage return, which covers both line
//! breaks and NUL. Delimiters come apart from the others, since nearly always all that happens in a block is that cells end. At
//! the others the splitter looks at the byte itself, so a false candidate (a tab that is no delimiter) costs little.

/// Bytes in a block.
pub(super) const BLOCK: usize = 64;

/// One bit a byte, the lowest for the first: set where the byte is `delimiter`; and where it is a quote, or at most a carriage
/// return and no delimiter.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline(always)]
pub(super) fn candidates(block: &[u8; BLOCK], delimiter: u8) -> (u64, u64) {
    use core::arch::wasm32::{
        u8x16_bitmask, u8x16_eq, u8x16_le, u8x16_splat, v128, v128_load, v128_or,
    };
    let (delimiter, quote, control) = (
        u8x16_splat(delimiter),
        u8x16_splat(b'"'),
        u8x16_splat(b'\r'),
    );
    let (mut delimiters, mut others) = (0, 0);
    for part in 0..BLOCK / 16 {
        // SAFETY: `part * 16 + 16` is at most the length of the block, and the load needs no alignment.
        let bytes = unsafe { v128_load(block.as_ptr().add(part * 16).cast::<v128>()) };
        let other = v128_or(u8x16_eq(bytes, quote), u8x16_le(bytes, control));
        delimiters |= u64::from(u8x16_bitmask(u8x16_eq(bytes, delimiter))) << (part * 16);
        others |= u64::from(u8x16_bitmask(other)) << (part * 16);
    }
    (delimiters, others & !delimiters)
}

/// One bit a byte, the lowest for the first: set where the byte is `delimiter`; and where it is a quote, or at most a carriage
/// return and no delimiter.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline(always)]
pub(super) fn candidates(block: &[u8; BLOCK], delimiter: u8) -> (u64, u64) {
    let (delimiter, quote) = (LOW * u64::from(delimiter), LOW * u64::from(b'"'));
    let (mut delimiters, mut others) = (0, 0);
    for (part, word) in block.chunks_exact(8).enumerate() {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(word);
        let word = u64::from_le_bytes(bytes);
        // Gathers the eight high bits into one byte, lowest byte first.
        let gathered = |found: u64| (found.wrapping_mul(0x0002_0408_1020_4081) >> 56) << (part * 8);
        delimiters |= gathered(zeros(word ^ delimiter));
        others |= gathered(zeros(word ^ quote) | controls(word));
    }
    (delimiters, others & !delimiters)
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
