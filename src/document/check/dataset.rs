//! A data set.

#[cfg(feature = "complete")]
use super::listed_twice;
use super::{dated, field_needed, field_out_of_place, name, within};
use crate::document::{Dataset, DatasetKind};
use crate::error::Error;
#[cfg(feature = "engine")]
use crate::locale::country;

impl Dataset {
    /// See [`crate::document::Document::check`]; places are relative to the data set.
    pub(super) fn check(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        let kind = name(self.kind);
        let survey = [
            ("basis", self.basis.is_some()),
            ("codebook", self.codebook.is_some()),
            ("design", self.design.is_some()),
            ("missing", !self.missing.is_empty()),
            #[cfg(feature = "engine")]
            ("absent", self.absent.is_some()),
        ];
        #[cfg(feature = "complete")]
        errors.extend(self.check_network(&kind));
        let policy = [("taxonomy", self.taxonomy.is_some())];
        let out_of_place: &[(&str, bool)] = match self.kind {
            DatasetKind::Survey => {
                if self.basis.is_none() {
                    let options = ["probability", "census", "self_selected"].map(String::from);
                    errors.push(
                        Error::new("missing_basis")
                            .with("value", self.id.as_str())
                            .with("options", Vec::from(options)),
                    );
                }
                &policy
            }
            DatasetKind::PolicyEvents => {
                if self.taxonomy.is_none() {
                    errors.push(field_needed("taxonomy", &kind));
                }
                &survey
            }
            // A codebook may name the indicators.
            DatasetKind::Indicators | DatasetKind::Network => {
                &[survey[0], survey[2], survey[3], policy[0]]
            }
        };
        errors.extend(
            out_of_place
                .iter()
                .filter(|(_, stands)| *stands)
                .map(|(field, _)| field_out_of_place(field, &kind)),
        );
        #[cfg(feature = "engine")]
        errors.extend(self.unknown_countries());
        #[cfg(feature = "complete")]
        for (index, absence) in self.absent.iter().flatten().enumerate() {
            let at = format!("/absent/{index}");
            errors.extend(within(&at, listed_twice(&absence.variables, "/variables")));
            errors.extend(within(&format!("{at}/where"), absence.domain.check()));
        }
        if let Some(date) = &self.date {
            errors.extend(dated(date, "/date".into()));
        }
        if let Some(design) = &self.design {
            errors.extend(within("/design", design.check()));
        }
        errors
    }

    /// A network has a file of ties; nothing else has.
    #[cfg(feature = "complete")]
    fn check_network(&self, kind: &str) -> Vec<Error> {
        if self.kind == DatasetKind::Network {
            let missing = self.ties.is_none().then(|| field_needed("ties", kind));
            return missing.into_iter().collect();
        }
        let fields = [
            ("ties", self.ties.is_some()),
            ("directed", self.directed),
            ("public", self.public),
        ];
        let stands = fields.iter().filter(|(_, stands)| *stands);
        stands
            .map(|(field, _)| field_out_of_place(field, kind))
            .collect()
    }

    /// Codes that are no country's.
    #[cfg(feature = "engine")]
    fn unknown_countries(&self) -> Vec<Error> {
        let codes = || country::all().map(|known| known.iso3);
        let unknown = self.countries.iter();
        let unknown = unknown.filter(|(_, code)| !codes().any(|known| known == code.as_str()));
        let said = unknown.map(|(text, code)| {
            let name = text.replace('~', "~0").replace('/', "~1");
            Error::unknown("unknown_value", code, codes()).at(format!("/countries/{name}"))
        });
        said.collect()
    }
}
