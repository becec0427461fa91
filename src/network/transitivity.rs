//! Transitivity: how often two who are tied to a third are tied to each other.

use super::Graph;

/// Closed triples as a share of all connected triples, whatever the direction of ties (Newman, Watts and Strogatz 2002); none where
/// no node has two ties.
pub fn transitivity(graph: &Graph) -> Option<f64> {
    let (mut closed, mut triples) = (0usize, 0usize);
    for node in 0..graph.nodes() {
        let around = graph.around(node);
        triples += around.len() * around.len().saturating_sub(1) / 2;
        for (at, one) in around.iter().enumerate() {
            let others = &around[at + 1..];
            closed += others
                .iter()
                .filter(|other| graph.around(*one).binary_search(other).is_ok())
                .count();
        }
    }
    (triples > 0).then(|| closed as f64 / triples as f64)
}
