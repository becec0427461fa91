//! Putting lists in order.

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

/// Sorts a list of any length, keeping equals in the order they have.
///
/// The places are sorted and the items follow: the standard library's sort is compiled once, not once for each type.
#[cfg(any(feature = "engine", feature = "tools"))]
pub fn sort<T>(items: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let order = sorted_places(items.len(), &|a, b| compare(&items[a], &items[b]));
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(
        order
            .into_iter()
            .filter_map(|place| taken[place as usize].take()),
    );
}

/// The places of a list's items in order; equals keep theirs.
#[cfg(any(feature = "engine", feature = "tools"))]
pub fn sorted_places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..count as u32).collect();
    places.sort_by(|a, b| compare(*a as usize, *b as usize));
    places
}
