//! A graph: nodes by number, and the ties between them.

/// A tie, with its weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tie {
    /// The node that it leaves; of an undirected tie the one of the lower number.
    pub from: usize,
    /// The node that it reaches.
    pub to: usize,
    /// How strong it is.
    pub weight: f64,
}

/// Nodes and ties, each pair tied once; no node is tied to itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Graph {
    /// Whether a tie has a direction.
    pub directed: bool,
    /// The ties, in order of their ends.
    pub ties: Vec<Tie>,
    /// Nodes that a tie from each node reaches.
    next: Vec<Vec<usize>>,
    /// Nodes that each node is tied to, whatever the direction, in order.
    around: Vec<Vec<usize>>,
}

impl Graph {
    /// A graph of so many nodes. Ties of one pair become one, whose weight is their sum; a tie of a node to itself is left out.
    pub fn new(nodes: usize, directed: bool, ties: impl Iterator<Item = Tie>) -> Self {
        let mut given: Vec<Tie> = Vec::new();
        for tie in ties {
            if tie.from != tie.to && tie.from < nodes && tie.to < nodes {
                let turned = !directed && tie.from > tie.to;
                let (from, to) = if turned {
                    (tie.to, tie.from)
                } else {
                    (tie.from, tie.to)
                };
                given.push(Tie { from, to, ..tie });
            }
        }
        given.sort_by_key(|tie| (tie.from, tie.to));
        let mut ties: Vec<Tie> = Vec::new();
        for tie in given {
            match ties.last_mut() {
                Some(last) if (last.from, last.to) == (tie.from, tie.to) => {
                    last.weight += tie.weight
                }
                _ => ties.push(tie),
            }
        }
        let mut next = vec![Vec::new(); nodes];
        let mut around = vec![Vec::new(); nodes];
        for tie in &ties {
            next[tie.from].push(tie.to);
            around[tie.from].push(tie.to);
            around[tie.to].push(tie.from);
            if !directed {
                next[tie.to].push(tie.from);
            }
        }
        for nodes in &mut around {
            nodes.sort_unstable();
            nodes.dedup();
        }
        Graph {
            directed,
            ties,
            next,
            around,
        }
    }

    /// Count of nodes.
    pub fn nodes(&self) -> usize {
        self.next.len()
    }

    /// Nodes that a tie from this one reaches.
    pub fn next(&self, node: usize) -> &[usize] {
        &self.next[node]
    }

    /// Nodes that this one is tied to, whatever the direction, in order.
    pub fn around(&self, node: usize) -> &[usize] {
        &self.around[node]
    }

    /// Ties that leave or reach each node.
    pub fn degrees(&self) -> Vec<f64> {
        self.summed(|_| 1.0)
    }

    /// Sum of the weights of the ties that leave or reach each node.
    pub fn strengths(&self) -> Vec<f64> {
        self.summed(|tie| tie.weight)
    }

    /// Ties as a share of those that could be; none for fewer than two nodes.
    pub fn density(&self) -> Option<f64> {
        let nodes = self.nodes() as f64;
        let pairs = nodes * (nodes - 1.0) / if self.directed { 1.0 } else { 2.0 };
        (pairs > 0.0).then(|| self.ties.len() as f64 / pairs)
    }

    fn summed(&self, part: fn(&Tie) -> f64) -> Vec<f64> {
        let mut sums = vec![0.0; self.nodes()];
        for tie in &self.ties {
            sums[tie.from] += part(tie);
            sums[tie.to] += part(tie);
        }
        sums
    }
}
