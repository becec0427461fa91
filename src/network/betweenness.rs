//! Betweenness: on how many of the shortest ways between others a node lies.

use super::Graph;

/// Freeman's betweenness of each node: the shortest ways between each two others that pass through it, as a share of all that are
/// as short. Weights do not count, directions do; an undirected pair counts once.
///
/// Brandes (2001), "A faster algorithm for betweenness centrality".
pub fn betweenness(graph: &Graph) -> Vec<f64> {
    let nodes = graph.nodes();
    let mut between = vec![0.0; nodes];
    for source in 0..nodes {
        let mut ways = vec![0.0; nodes];
        let mut steps = vec![usize::MAX; nodes];
        let mut before: Vec<Vec<usize>> = vec![Vec::new(); nodes];
        let mut reached = vec![source];
        (ways[source], steps[source]) = (1.0, 0);
        let mut at = 0;
        while let Some(&node) = reached.get(at) {
            at += 1;
            for &next in graph.next(node) {
                if steps[next] == usize::MAX {
                    steps[next] = steps[node] + 1;
                    reached.push(next);
                }
                if steps[next] == steps[node] + 1 {
                    ways[next] += ways[node];
                    before[next].push(node);
                }
            }
        }
        let mut share = vec![0.0; nodes];
        for &node in reached.iter().rev() {
            for &earlier in &before[node] {
                share[earlier] += ways[earlier] / ways[node] * (1.0 + share[node]);
            }
            if node != source {
                between[node] += share[node];
            }
        }
    }
    if !graph.directed {
        // Each pair was walked from both ends.
        between.iter_mut().for_each(|value| *value /= 2.0);
    }
    between
}
