//! What can be said of a theory without data.

use super::Theory;
use crate::error::Error;

impl Theory {
    /// What is wrong with it; places are pointers into the document that holds it as `theory`.
    ///
    /// Codes: `duplicate_id` {value}; `unknown_theory_column`, `unknown_node` {value, options}; `link_to_itself` {value};
    /// `out_of_range` {value, min, max} for a strength above 4; and those of [`crate::indicator::Indicator::check`]. Circles of
    /// several links are allowed: programmes know feedback, and nothing is summed along a link.
    pub fn check(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        let columns: Vec<&str> = self
            .columns
            .iter()
            .map(|column| column.id.as_str())
            .collect();
        let nodes: Vec<&str> = self.nodes.iter().map(|node| node.id.as_str()).collect();
        let indicators: Vec<&str> = self
            .indicators
            .iter()
            .map(|indicator| indicator.id.as_str())
            .collect();
        errors.extend(Error::duplicates(&columns, "/theory/columns"));
        errors.extend(Error::duplicates(&nodes, "/theory/nodes"));
        errors.extend(Error::duplicates(&indicators, "/theory/indicators"));

        let known = |code, name: &str, options: &[&str], at: String| {
            (!options.contains(&name))
                .then(|| Error::unknown(code, name, options.iter().copied()).at(at))
        };
        for (index, node) in self.nodes.iter().enumerate() {
            let at = format!("/theory/nodes/{index}/column");
            errors.extend(known("unknown_theory_column", &node.column, &columns, at));
        }
        for (index, link) in self.links.iter().enumerate() {
            let at = format!("/theory/links/{index}");
            for (name, end) in [(&link.from, "from"), (&link.to, "to")] {
                errors.extend(known("unknown_node", name, &nodes, format!("{at}/{end}")));
            }
            if link.from == link.to {
                errors.push(
                    Error::new("link_to_itself")
                        .with("value", link.from.as_str())
                        .at(&at),
                );
            }
            if let Some(strength) = link.strength.filter(|strength| *strength > 4) {
                errors.push(
                    Error::new("out_of_range")
                        .with("value", f64::from(strength))
                        .with("min", 0.0)
                        .with("max", 4.0)
                        .at(at + "/strength"),
                );
            }
        }
        #[cfg(all(feature = "complete", feature = "viewer"))]
        errors.extend(self.leverage.iter().flat_map(super::Leverage::check));
        for (index, indicator) in self.indicators.iter().enumerate() {
            let at = format!("/theory/indicators/{index}");
            errors.extend(known(
                "unknown_node",
                &indicator.node,
                &nodes,
                format!("{at}/node"),
            ));
            errors.extend(indicator.check().into_iter().map(|error| error.within(&at)));
        }
        errors
    }
}
