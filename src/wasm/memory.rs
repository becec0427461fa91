//! Memory for the viewer, which holds a few megabytes for a picture: blocks of sixteen bytes, of thirty-two, and so on by powers
//! of two, each kept for its own size. It gives and takes back in a few steps, and is a tenth of the standard allocator's code,
//! which the engine keeps: that one joins and splits what surveys of all sizes leave behind.

use std::alloc::{GlobalAlloc, Layout};
use std::arch::wasm32::memory_grow;
use std::cell::Cell;
use std::ptr::{copy_nonoverlapping, null_mut};

/// The least block, and the greatest alignment: nothing here asks for more.
const LEAST: usize = 16;
/// Bytes of a page of memory.
const PAGE: usize = 1 << 16;
/// Sizes, as powers of two: a block of a gigabyte is the greatest.
const SIZES: usize = 31;

#[global_allocator]
static MEMORY: Memory = Memory {
    free: [const { Cell::new(null_mut()) }; SIZES],
    next: Cell::new(0),
    end: Cell::new(0),
};

struct Memory {
    /// The first free block of each size; it holds the address of the one after it.
    free: [Cell<*mut u8>; SIZES],
    /// Where memory begins that was never given away, and where it ends.
    next: Cell<usize>,
    end: Cell<usize>,
}

// SAFETY: the viewer is built without threads.
unsafe impl Sync for Memory {}

impl Memory {
    /// The first free block of a size.
    fn free(&self, size: usize) -> Option<&Cell<*mut u8>> {
        self.free.get(size.trailing_zeros() as usize)
    }

    /// A block that was never given away; null where there is no more memory.
    fn cut(&self, size: usize) -> *mut u8 {
        if self.end.get() - self.next.get() < size {
            let pages = size.div_ceil(PAGE);
            let before = memory_grow::<0>(pages);
            if before == usize::MAX {
                return null_mut();
            }
            // Where somebody else took the pages in between, a new stretch begins.
            if before * PAGE != self.end.get() {
                self.next.set(before * PAGE);
            }
            self.end.set((before + pages) * PAGE);
        }
        let block = self.next.get();
        self.next.set(block + size);
        block as *mut u8
    }
}

/// The size of the block that holds so many bytes.
fn block_size(bytes: usize) -> usize {
    bytes.max(LEAST).next_power_of_two()
}

// SAFETY: a block is either free or given away; blocks do not overlap, and each begins at a multiple of the least.
unsafe impl GlobalAlloc for Memory {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let size = block_size(layout.size());
        let Some(free) = self.free(size).filter(|_| layout.align() <= LEAST) else {
            return null_mut();
        };
        let block = free.get();
        if block.is_null() {
            return self.cut(size);
        }
        // SAFETY: the block is free, so it holds the address of the next.
        free.set(unsafe { *block.cast::<*mut u8>() });
        block
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        if let Some(free) = self.free(block_size(layout.size())) {
            // SAFETY: the block is at least sixteen bytes, and nobody else's any more.
            unsafe { *block.cast::<*mut u8>() = free.get() };
            free.set(block);
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, bytes: usize) -> *mut u8 {
        if block_size(bytes) == block_size(layout.size()) {
            return block;
        }
        // SAFETY: the alignment was accepted before; the caller keeps to the limits of a layout.
        let wanted = unsafe { Layout::from_size_align_unchecked(bytes, layout.align()) };
        // SAFETY: both blocks hold the bytes that are copied, and the old one is given back once.
        unsafe {
            let moved = self.alloc(wanted);
            if !moved.is_null() {
                copy_nonoverlapping(block, moved, layout.size().min(bytes));
                self.dealloc(block, layout);
            }
            moved
        }
    }
}
