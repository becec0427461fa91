//! Two numbers that are computed side by side: in one instruction where the target has it, with the same result elsewhere.

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
use core::arch::wasm32::{f64x2, f64x2_add, f64x2_extract_lane, f64x2_mul, f64x2_splat, v128};

/// Two numbers.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[derive(Debug, Clone, Copy)]
pub struct Pair(v128);

/// Two numbers.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[derive(Debug, Clone, Copy)]
pub struct Pair([f64; 2]);

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
impl Pair {
    /// Both numbers.
    #[inline(always)]
    pub fn new(one: f64, other: f64) -> Pair {
        Pair(f64x2(one, other))
    }

    /// The sum with another pair.
    #[inline(always)]
    pub fn plus(self, more: Pair) -> Pair {
        Pair(f64x2_add(self.0, more.0))
    }

    /// Each times the same factor.
    #[inline(always)]
    pub fn times(self, factor: f64) -> Pair {
        Pair(f64x2_mul(self.0, f64x2_splat(factor)))
    }

    /// One after the other.
    #[inline(always)]
    pub fn numbers(self) -> [f64; 2] {
        [
            f64x2_extract_lane::<0>(self.0),
            f64x2_extract_lane::<1>(self.0),
        ]
    }
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
impl Pair {
    /// Both numbers.
    #[inline(always)]
    pub fn new(one: f64, other: f64) -> Pair {
        Pair([one, other])
    }

    /// The sum with another pair.
    #[inline(always)]
    pub fn plus(self, more: Pair) -> Pair {
        Pair([self.0[0] + more.0[0], self.0[1] + more.0[1]])
    }

    /// Each times the same factor.
    #[inline(always)]
    pub fn times(self, factor: f64) -> Pair {
        Pair([self.0[0] * factor, self.0[1] * factor])
    }

    /// One after the other.
    #[inline(always)]
    pub fn numbers(self) -> [f64; 2] {
        self.0
    }
}
