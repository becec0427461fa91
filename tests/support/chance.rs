//! Numbers by chance that are the same each time.

/// Whole numbers below what is asked for, by G. Marsaglia's xorshift.
pub fn chance() -> impl FnMut(usize) -> usize {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    }
}
