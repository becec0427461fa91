//! Studies whose design is known.

use super::ids::{Ids, NONE, Units};
use crate::document::{
    Design, Preset, ReplicateColumns, ReplicateMethod, Replicates, ReplicatesFromDesign,
};
use crate::error::{Error, Result};
use crate::table::Table;
use std::borrow::Cow;

/// Zeros that may stand before the number of a replicate weight: `SRWGT1`, `SRWGT01`, `SRWGT001`.
const WIDTHS: [usize; 3] = [1, 2, 3];

/// A weight, and how its replicate weights begin; none where the study publishes none for it.
type Weighted = (&'static str, &'static [&'static str]);

/// A weight, and the columns of the zones and of the units within them that belong to it.
type Zoned = (&'static str, (&'static str, &'static str));

/// What a study calls its columns. Upper and lower case are the same.
enum Known {
    /// Replicate weights, by the first weight that the file has; squared deviations are taken from the full sample's estimate.
    Replicates {
        weights: &'static [Weighted],
        method: ReplicateMethod,
        rho: Option<f64>,
        countries: Names,
        /// Schools, so that they can be counted.
        schools: Names,
    },
    /// Zones of two units each, by the first weight that the file has.
    Zones {
        weights: &'static [Zoned],
        countries: Names,
    },
    /// Strata and clusters.
    Clusters {
        weight: &'static str,
        /// Each stratum column by its names.
        strata: &'static [Names],
        cluster: &'static str,
    },
}

/// Names of one column.
type Names = &'static [&'static str];

/// A design with what is known of its study.
pub(super) struct FilledIn<'a> {
    pub(super) design: Cow<'a, Design>,
    /// Column of the countries, of which each has a sample of its own.
    pub(super) country: Option<String>,
}

impl FilledIn<'_> {
    /// The sample of each record where every country has its own; empty for a single one.
    ///
    /// # Errors
    /// `unknown_variable`; `blank_stratum` with column and row.
    pub(super) fn samples(&self, table: &Table, weights: &[f64]) -> Result<Vec<u32>> {
        let Some(name) = &self.country else {
            return Ok(Vec::new());
        };
        let inside: Vec<bool> = weights.iter().map(|weight| *weight > 0.0).collect();
        let ids = Ids::read(table.column(name)?).without_blank(&inside, "blank_stratum", name)?;
        let everybody = inside.iter().map(|own| if *own { 0 } else { NONE });
        let countries = Units::nested(&everybody.collect::<Vec<u32>>(), &ids);
        if countries.example.len() < 2 {
            return Ok(Vec::new());
        }
        // A record without a weight takes part in none of them.
        let sample = |own: u32| if own == NONE { 0 } else { own };
        Ok(countries.of.into_iter().map(sample).collect())
    }
}

impl Preset {
    /// Names of columns as the packages Rrepest (OECD) and RALSA have them for every cycle.
    fn known(self) -> Known {
        // V = 4 mean((θ_r − θ)²) is Fay's method with ρ = 0.5 (OECD, PISA Data Analysis Manual; TALIS 2018
        // Technical Report).
        let fay = |weights, countries, schools| Known::Replicates {
            weights,
            method: ReplicateMethod::Fay,
            rho: Some(0.5),
            countries,
            schools,
        };
        // In TIMSS since 2015 and PIRLS since 2016 two replicates a zone make V = Σ (θ_r − θ)² / 2, which for 75 zones is
        // 75 mean((θ_r − θ)²) (Methods and Procedures: TIMSS 2019 Technical Report). Earlier cycles printed errors from one
        // replicate a zone; the same zones serve here.
        match self {
            Preset::Pisa => fay(
                &[
                    ("W_FSTUWT", &["W_FSTURWT", "W_FSTR"]),
                    ("W_SCHGRNRABWT", &[]),
                    ("W_FSCHWT", &[]),
                ],
                &["CNT", "COUNTRY"],
                &["CNTSCHID", "SCHOOLID"],
            ),
            Preset::TalisTeacher => fay(
                &[("TCHWGT", &["TRWGT"])],
                &["IDCNTRY", "CNTRY"],
                &["IDSCHOOL"],
            ),
            Preset::TalisPrincipal => fay(
                &[("SCHWGT", &["SRWGT"])],
                &["IDCNTRY", "CNTRY"],
                &["IDSCHOOL"],
            ),
            Preset::Timss | Preset::Pirls => Known::Zones {
                weights: &[
                    ("TOTWGT", ("JKZONE", "JKREP")),
                    ("TCHWGT", ("JKZONE", "JKREP")),
                    ("MATWGT", ("JKZONE", "JKREP")),
                    ("SCIWGT", ("JKZONE", "JKREP")),
                    ("SCHWGT", ("JKCZONE", "JKCREP")),
                ],
                countries: &["IDCNTRY"],
            },
            // V = Σ (θ_r − θ)² (ICCS 2016 Technical Report).
            Preset::Iccs => Known::Replicates {
                weights: &[
                    ("TOTWGTS", &["SRWGT"]),
                    ("TOTWGTT", &["TRWGT"]),
                    ("TOTWGTC", &["CRWGT"]),
                ],
                method: ReplicateMethod::Jk2,
                rho: None,
                countries: &["IDCNTRY"],
                schools: &["IDSCHOOL"],
            },
            Preset::Erce2019 => Known::Clusters {
                weight: "WT",
                strata: &[&["IDCNTRY", "COUNTRY"], &["STRATA"]],
                cluster: "IDSCHOOL",
            },
        }
    }
}

/// The design with what its preset says of this file. What the document says itself stands. `country` is the column of the
/// countries where the document names one; the study's own stands before it.
///
/// # Errors
/// `preset_column_missing`: what was looked for, under which names. `weight_without_replicates` for a weight whose study
/// publishes no replicate weights for it, and those that have some.
pub(super) fn filled_in<'a>(
    table: &Table,
    design: &'a Design,
    country: Option<&str>,
) -> Result<FilledIn<'a>> {
    let Some(preset) = design.preset else {
        return Ok(FilledIn {
            design: Cow::Borrowed(design),
            country: None,
        });
    };
    let mut filled = design.clone();
    let columns = Columns { table };
    let own_country = |names: Names| {
        let known = names.iter().find_map(|name| columns.find(name).cloned());
        known.or_else(|| country.map(String::from))
    };
    let mut countries = None;
    match preset.known() {
        Known::Replicates {
            weights,
            method,
            rho,
            countries: names,
            schools,
        } => {
            let known: Vec<&str> = weights.iter().map(|(name, _)| *name).collect();
            let place = columns.weight(&known, &mut filled)?;
            if has_no_error_of_its_own(design) {
                // Another weight takes the replicates of any: the study's weights brought to another sum.
                let stems: Vec<&str> = match place {
                    Some(place) => weights[place].1.to_vec(),
                    None => weights
                        .iter()
                        .flat_map(|(_, stems)| *stems)
                        .copied()
                        .collect(),
                };
                if stems.is_empty() {
                    return Err(without_replicates(&filled, weights));
                }
                filled.replicates = Some(Replicates {
                    columns: ReplicateColumns::Names(columns.numbered(&stems)?),
                    method,
                    rho,
                    mse: true,
                    ..Replicates::default()
                });
            }
            countries = own_country(names);
            let school = schools.iter().find_map(|name| columns.find(name).cloned());
            if let Some(school) = school.filter(|_| has_no_error_of_its_own(design)) {
                filled.strata = countries.iter().cloned().collect();
                filled.clusters = vec![school];
                filled.nest = true;
            }
        }
        Known::Zones {
            weights,
            countries: names,
        } => {
            let known: Vec<&str> = weights.iter().map(|(name, _)| *name).collect();
            let place = columns.weight(&known, &mut filled)?;
            countries = own_country(names);
            if has_no_error_of_its_own(design) {
                let (zone, unit) = weights[place.unwrap_or(0)].1;
                filled.strata = countries.iter().cloned().collect();
                filled.strata.push(columns.first("strata", &[zone])?);
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
            columns.weight(&[weight], &mut filled)?;
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
    Ok(FilledIn {
        design: Cow::Owned(filled),
        country: countries,
    })
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

    /// Sets the weight where the document names none, and says which of the study's it is; none for another one.
    fn weight(&self, known: &[&str], design: &mut Design) -> Result<Option<usize>> {
        let weight = match design.weight.take() {
            Some(own) => own,
            None => self.first("weight", known)?,
        };
        let is_it = |name: &&str| weight.eq_ignore_ascii_case(name);
        let place = known.iter().position(is_it);
        design.weight = Some(weight);
        Ok(place)
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

fn without_replicates(design: &Design, known: &[Weighted]) -> Error {
    let weight = design.weight.as_deref().unwrap_or_default();
    let with = known.iter().filter(|(_, stems)| !stems.is_empty());
    let options: Vec<String> = with.map(|(name, _)| String::from(*name)).collect();
    Error::new("weight_without_replicates")
        .in_column(weight)
        .with("value", weight)
        .with("options", options)
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
