//! Putting short lists in order.

use std::cmp::Ordering;

/// Sorts a short list, keeping equals in the order they have.
///
/// By insertion: the lists of a chart have tens of items, and the standard library's sort is ten kilobytes of module for each
/// type that it sorts. Records are sorted with the library's.
pub fn insertion_sort<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    for end in 1..items.len() {
        let mut place = end;
        while place > 0 && compare(&items[place - 1], &items[place]) == Ordering::Greater {
            items.swap(place - 1, place);
            place -= 1;
        }
    }
}
