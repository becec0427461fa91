//! Where the viewer's memory comes from: blocks in powers of two, taken from lists of free ones.
//!
//! A picture needs a few megabytes for the blink of an eye. The standard library's allocator, which serves programs that run
//! for weeks, would be three kilobytes of the module that a reader waits for. The engine keeps it: it holds microdata.

use std::alloc::{GlobalAlloc, Layout};
use std::arch::wasm32::{memory_grow, memory_size};
use std::cell::Cell;
use std::ptr::null_mut;

#[global_allocator]
static HEAP: Heap = Heap {
    free: [const { Cell::new(null_mut()) }; 32],
    next: Cell::new(0),
    end: Cell::new(0),
};

/// WebAssembly's page.
const PAGE: usize = 1 << 16;

/// Strictest alignment that a block can have.
const ALIGN: usize = 16;

/// Memory of a module with one thread.
struct Heap {
    /// By the binary logarithm of their size, the first of the free blocks. Each holds the address of the one after it.
    free: [Cell<*mut u8>; 32],
    /// Memory that no block has been cut from yet.
    next: Cell<usize>,
    end: Cell<usize>,
}

// SAFETY: the module is built without threads.
unsafe impl Sync for Heap {}

// SAFETY: a block is as large as its class says and belongs to its holder until it is given back; a list holds blocks of one
// class only, and every block of a class is aligned to its size or to ALIGN.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let Some(class) = class(layout) else {
            return null_mut();
        };
        let first = self.free[class].get();
        if first.is_null() {
            return self.cut(1 << class);
        }
        // SAFETY: a block on the list is free, and its first word is the address of the next.
        self.free[class].set(unsafe { first.cast::<*mut u8>().read() });
        first
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        if let Some(class) = class(layout) {
            // SAFETY: the block is given back, and it is no smaller than an address.
            unsafe { block.cast::<*mut u8>().write(self.free[class].get()) };
            self.free[class].set(block);
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller promises that the new size is a valid one.
        let wanted = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        if class(wanted) == class(layout) {
            return block;
        }
        // SAFETY: both blocks hold at least as many bytes as are copied, and they are different blocks.
        unsafe {
            let moved = self.alloc(wanted);
            if !moved.is_null() {
                block.copy_to_nonoverlapping(moved, layout.size().min(size));
                self.dealloc(block, layout);
            }
            moved
        }
    }
}

impl Heap {
    /// A new block, or null where the browser gives no more memory.
    fn cut(&self, size: usize) -> *mut u8 {
        let align = size.min(ALIGN);
        let mut start = self.next.get().next_multiple_of(align);
        if start + size > self.end.get() {
            let pages = size.div_ceil(PAGE);
            if memory_grow(0, pages) == usize::MAX {
                return null_mut();
            }
            let end = memory_size(0) * PAGE;
            // What is left before the new pages is used on where they follow it.
            if end - pages * PAGE != self.end.get() {
                start = end - pages * PAGE;
            }
            self.end.set(end);
        }
        self.next.set(start + size);
        start as *mut u8
    }
}

/// The binary logarithm of the size of the block for a layout.
fn class(layout: Layout) -> Option<usize> {
    let size = layout.size().max(size_of::<*mut u8>());
    let fits = layout.align() <= ALIGN && size <= 1 << 30;
    fits.then(|| {
        size.max(layout.align())
            .next_power_of_two()
            .trailing_zeros() as usize
    })
}
