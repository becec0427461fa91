//! Studies whose design is known.

use crate::document::{
    Design, Preset, ReplicateColumns, ReplicateMethod, Replicates, ReplicatesFromDesign,
};
use crate::error::{Error, Result};
use crate::table::Table;
use std::borrow::Cow;

/// Zeros that may stand before the number of a replicate weight: `SRWGT1`, `SRWGT01`, `SRWGT001`.
const WIDTHS: [usize; 3] = [1, 2, 3];

/// A weight, and how its replicate weights begin.
type Weighted = (&'static str, &'static [&'static str]);

/// What a study calls its columns. Upper and lower case are the same.
enum Known {
    /// Replicate weights, by the first weight that the file has; squared deviations are taken from the full sample's estimate.
    Replicates {
        weights: &'static [Weighted],
        method: ReplicateMethod,
        rho: Option<f64>,
    },
    /// Zones of two units each.
    Zones {
        weight: &'static str,
        zone: &'static str,
        unit: &'static str,
    },
    /// Strata and clusters.
    Clusters {
        weight: &'static str,
        /// Each stratum column by its names.
        strata: &'static [&'static [&'static str]],
        cluster: &'static str,
    },
}

impl Preset {
    fn known(self) -> Known {
        // V = 4 mean((θ_r − θ)²) is Fay's method with ρ = 0.5 (OECD, PISA Data Analysis Manual; TALIS 2018
        // Technical Report).
        let fay = |weights| Known::Replicates {
            weights,
            method: ReplicateMethod::Fay,
            rho: Some(0.5),
        };
        match self {
            Preset::Pisa => fay(&[("W_FSTUWT", &["W_FSTURWT", "W_FSTR"])]),
            Preset::TalisTeacher => fay(&[("TCHWGT", &["TRWGT"])]),
            Preset::TalisPrincipal => fay(&[("SCHWGT", &["SRWGT"])]),
            // Two replicates a zone, of which 75 zones make V = 75 mean((θ_r − θ)²) (TIMSS 2019 Methods and Procedures).
            Preset::Timss | Preset::Pirls => Known::Zones {
                weight: "TOTWGT",
                zone: "JKZONE",
                unit: "JKREP",
            },
            // V = Σ (θ_r − θ)² (ICCS 2016 Technical Report).
            Preset::Iccs => Known::Replicates {
                weights: &[
                    ("TOTWGTS", &["SRWGT"]),
                    ("TOTWGTT", &["TRWGT"]),
                    ("TOTWGTC", &["CRWGT", "SRWGT"]),
                ],
                method: ReplicateMethod::Jk2,
                rho: None,
            },
            Preset::Erce2019 => Known::Clusters {
                weight: "WT",
                strata: &[&["IDCNTRY", "COUNTRY"], &["STRATA"]],
                cluster: "IDSCHOOL",
            },
        }
    }
}

/// The design with what its preset says of this file. What the document says itself stands.
///
/// # Errors
/// `preset_column_missing`: what was looked for, under which names.
pub(super) fn filled_in<'a>(table: &Table, design: &'a Design) -> Result<Cow<'a, Design>> {
    let Some(preset) = design.preset else {
        return Ok(Cow::Borrowed(design));
    };
    let mut filled = design.clone();
    let columns = Columns { table };
    match preset.known() {
        Known::Replicates {
            weights,
            method,
            rho,
        } => {
            let stems = columns.weight(weights, &mut filled)?;
            if has_no_error_of_its_own(design) {
                filled.replicates = Some(Replicates {
                    columns: ReplicateColumns::Names(columns.numbered(&stems)?),
                    method,
                    rho,
                    mse: true,
                    ..Replicates::default()
                });
            }
        }
        Known::Zones { weight, zone, unit } => {
            columns.weight(&[(weight, &[])], &mut filled)?;
            if has_no_error_of_its_own(design) {
                filled.strata = vec![columns.first("strata", &[zone])?];
                filled.clusters = vec![columns.first("clusters", &[unit])?];
                filled.nest = true;
                filled.replicates_from_design = Some(ReplicatesFromDesign {
                    method: ReplicateMethod::Jk2,
                    mse: true,
                    ..ReplicatesFromDesign::default()
                });
            }
        }
        Known::Clusters {
            weight,
            strata,
            cluster,
        } => {
            columns.weight(&[(weight, &[])], &mut filled)?;
            if design.replicates.is_none() {
                if design.strata.is_empty() {
                    let strata = strata.iter().map(|names| columns.first("strata", names));
                    filled.strata = strata.collect::<Result<_>>()?;
                }
                if design.clusters.is_empty() {
                    filled.clusters = vec![columns.first("clusters", &[cluster])?];
                }
                filled.nest = true;
            }
        }
    }
    Ok(Cow::Owned(filled))
}

/// Whether the document leaves the error to the preset: it names neither replicates nor sampling units.
fn has_no_error_of_its_own(design: &Design) -> bool {
    design.replicates.is_none()
        && design.replicates_from_design.is_none()
        && design.strata.is_empty()
        && design.clusters.is_empty()
}

/// The columns of a file, by names in upper or lower case.
struct Columns<'a> {
    table: &'a Table,
}

impl Columns<'_> {
    fn find(&self, name: &str) -> Option<&String> {
        let same = |known: &&String| known.eq_ignore_ascii_case(name);
        self.table.names().iter().find(same)
    }

    fn first(&self, what: &str, names: &[&str]) -> Result<String> {
        let found = names.iter().find_map(|name| self.find(name));
        found
            .cloned()
            .ok_or_else(|| missing(what, names.iter().copied()))
    }

    /// Sets the weight where the document names none, and says how its replicate weights begin: those of the weight that stands
    /// there, or all of the study's for another one.
    fn weight(&self, known: &[Weighted], design: &mut Design) -> Result<Vec<&'static str>> {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        let weight = match design.weight.take() {
            Some(own) => own,
            None => self.first("weight", &names)?,
        };
        let own = known
            .iter()
            .find(|(name, _)| weight.eq_ignore_ascii_case(name));
        design.weight = Some(weight);
        Ok(match own {
            Some((_, stems)) => stems.to_vec(),
            None => known
                .iter()
                .flat_map(|(_, stems)| stems.iter().copied())
                .collect(),
        })
    }

    /// Columns that are numbered from 1 after one of the stems, as many as there are.
    fn numbered(&self, stems: &[&str]) -> Result<Vec<String>> {
        for stem in stems {
            for width in WIDTHS {
                let name = |number: usize| self.find(&format!("{stem}{number:0width$}"));
                let names: Vec<String> = (1..).map_while(name).cloned().collect();
                if names.len() > 1 {
                    return Ok(names);
                }
            }
        }
        Err(missing("replicates", stems.iter().copied()))
    }
}

fn missing<'n>(what: &str, names: impl Iterator<Item = &'n str>) -> Error {
    let names: Vec<String> = match what {
        "replicates" => names.map(|stem| format!("{stem}1")).collect(),
        _ => names.map(String::from).collect(),
    };
    Error::new("preset_column_missing")
        .with("field", what)
        .with("value", names)
}
