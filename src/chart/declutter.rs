//! Labels that would lie over each other, moved apart.

use crate::numeric::Within;
use crate::order::insertion_sort;

/// Spans that touch and move as one: where they would like to begin, counted once for each.
struct Block {
    first: usize,
    count: usize,
    wish: f64,
    length: f64,
}

impl Block {
    fn start(&self, (from, to): (f64, f64)) -> f64 {
        let start = self.wish / self.count as f64;
        start.within(from, (to - self.length).max(from))
    }
}

/// The middles of spans that are moved apart, each as little as possible, within `room`. A span is the middle that it would like
/// and its length; they keep their order.
pub(super) fn apart(spans: &[(f64, f64)], room: (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    insertion_sort(&mut order, |a, b| spans[*a].0.total_cmp(&spans[*b].0));
    let mut blocks: Vec<Block> = Vec::new();
    for (first, index) in order.iter().enumerate() {
        let (middle, length) = spans[*index];
        let mut block = Block {
            first,
            count: 1,
            wish: middle - length / 2.0,
            length,
        };
        while let Some(before) =
            blocks.pop_if(|before| before.start(room) + before.length > block.start(room) + 1e-9)
        {
            block = Block {
                first: before.first,
                count: before.count + block.count,
                wish: before.wish + block.wish - before.length * block.count as f64,
                length: before.length + block.length,
            };
        }
        blocks.push(block);
    }
    let mut middles = vec![0.0; spans.len()];
    for block in &blocks {
        let mut start = block.start(room);
        for index in &order[block.first..block.first + block.count] {
            middles[*index] = start + spans[*index].1 / 2.0;
            start += spans[*index].1;
        }
    }
    middles
}
