//! From codes of appearance to final codes, where they lie, with a count of each.

/// Gives every record its final code, where it lies, and counts how often each occurs.
pub(super) fn put_in_order<C>(mut codes: Vec<C>, place: &[C], rows: usize) -> (Vec<C>, Vec<u64>)
where
    C: Copy + Default + Into<usize>,
{
    codes.resize(rows, C::default());
    codes.shrink_to_fit();
    let mut seen = vec![[0; TURNS]; place.len()];
    for some in codes.chunks_mut(CALL) {
        replace(some, place, &mut seen);
    }
    let mut counts = vec![0; place.len()];
    for (place, seen) in place.iter().zip(&seen) {
        counts[(*place).into()] = seen.iter().map(|seen| u64::from(*seen)).sum();
    }
    (codes, counts)
}

/// The same for codes of one byte: sixteen at a time where the target can and there are no more, as in most questions.
pub(super) fn put_bytes_in_order(codes: Vec<u8>, place: &[u8], rows: usize) -> (Vec<u8>, Vec<u64>) {
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    if place.len() <= few::MOST {
        return few::put_in_order(codes, place, rows);
    }
    put_in_order(codes, place, rows)
}

/// Counts that take turns, so that equal answers in a row need not wait for each other.
const TURNS: usize = 4;
/// Records that one call takes: a browser puts better code in place from one call to the next.
const CALL: usize = 16_384;

#[inline(never)]
fn replace<C: Copy + Into<usize>>(codes: &mut [C], place: &[C], seen: &mut [[u32; TURNS]]) {
    for turn in codes.chunks_mut(TURNS) {
        for (at, code) in turn.iter_mut().enumerate() {
            let held: usize = (*code).into();
            seen[held][at] += 1;
            *code = place[held];
        }
    }
}

/// Codes of a few values, sixteen at a time: a count is what a comparison leaves, and a place is looked up in a register.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod few {
    use core::arch::wasm32::{
        u8x16_eq, u8x16_splat, u8x16_sub, u8x16_swizzle, v128, v128_load, v128_store,
    };

    /// Values with the blank: as many as a register has bytes.
    pub(super) const MOST: usize = 16;
    /// Registers that are counted at a time: a byte holds no higher count.
    const BLOCK: usize = 255;

    type Sixteen = [u8; MOST];

    pub(super) fn put_in_order(
        mut codes: Vec<u8>,
        place: &[u8],
        rows: usize,
    ) -> (Vec<u8>, Vec<u64>) {
        codes.resize(rows, 0);
        codes.shrink_to_fit();
        let mut table = [0; MOST];
        for (entry, place) in table.iter_mut().zip(place) {
            *entry = *place;
        }
        let mut seen = vec![0; place.len()];
        let (sixteens, rest) = codes.as_chunks_mut::<MOST>();
        for block in sixteens.chunks_mut(BLOCK) {
            replace(block, load(&table), &mut seen);
        }
        for code in rest {
            let held = usize::from(*code);
            seen[held] += 1;
            *code = table[held];
        }
        let mut counts = vec![0; place.len()];
        for (place, seen) in place.iter().zip(seen) {
            counts[usize::from(*place)] = seen;
        }
        (codes, counts)
    }

    #[inline(never)]
    fn replace(block: &mut [Sixteen], table: v128, seen: &mut [u64]) {
        for (code, seen) in seen.iter_mut().enumerate() {
            let code = u8x16_splat(code as u8);
            let mut counts = u8x16_splat(0);
            for codes in block.iter() {
                // Where they are equal all bits are set, which is less than nothing by one.
                counts = u8x16_sub(counts, u8x16_eq(load(codes), code));
            }
            let mut each = [0; MOST];
            store(&mut each, counts);
            *seen += each.iter().map(|count| u64::from(*count)).sum::<u64>();
        }
        for codes in block {
            store(codes, u8x16_swizzle(table, load(codes)));
        }
    }

    #[inline(always)]
    fn load(bytes: &Sixteen) -> v128 {
        // SAFETY: sixteen bytes are there, and the load needs no alignment.
        unsafe { v128_load(bytes.as_ptr().cast::<v128>()) }
    }

    #[inline(always)]
    fn store(bytes: &mut Sixteen, value: v128) {
        // SAFETY: as above.
        unsafe { v128_store(bytes.as_mut_ptr().cast::<v128>(), value) }
    }
}
