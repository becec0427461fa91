//! Mixing: how far ties cross from group to group, and how diverse the groups are.

use super::Graph;

/// Krackhardt and Stern's E-I index: ties between groups less ties within, over both; from −1, all within, to 1, all between. A node
/// without a group is left out with its ties. None without ties.
pub fn ei_index(graph: &Graph, groups: &[Option<usize>]) -> Option<f64> {
    let (mut external, mut internal) = (0.0, 0.0);
    for tie in &graph.ties {
        match (groups.get(tie.from)?, groups.get(tie.to)?) {
            (Some(one), Some(other)) if one == other => internal += 1.0,
            (Some(_), Some(_)) => external += 1.0,
            _ => {}
        }
    }
    let ties: f64 = external + internal;
    (ties > 0.0).then(|| (external - internal) / ties)
}

/// Blau's index of diversity: one less the sum of the squared shares of the groups; 0 where all are of one. Nodes without a group are
/// left out; none where nobody has one.
pub fn blau(groups: &[Option<usize>]) -> Option<f64> {
    let mut counts: Vec<f64> = Vec::new();
    for group in groups.iter().flatten() {
        counts.resize(counts.len().max(group + 1), 0.0);
        counts[*group] += 1.0;
    }
    let all: f64 = counts.iter().sum();
    (all > 0.0).then(|| {
        1.0 - counts
            .iter()
            .map(|count| (count / all) * (count / all))
            .sum::<f64>()
    })
}
