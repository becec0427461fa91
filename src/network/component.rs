//! Components: parts of a network that no tie joins.

use super::Graph;

/// Count of components, whatever the direction of ties; a node without ties is one.
pub fn components(graph: &Graph) -> usize {
    let mut seen = vec![false; graph.nodes()];
    let mut count = 0;
    for first in 0..graph.nodes() {
        if seen[first] {
            continue;
        }
        count += 1;
        seen[first] = true;
        let mut open = vec![first];
        while let Some(node) = open.pop() {
            for &next in graph.around(node) {
                if !seen[next] {
                    seen[next] = true;
                    open.push(next);
                }
            }
        }
    }
    count
}
