//! Countries taken together.

use super::survey::Survey;
use super::{Comparability, EstimateKind, Query};
use crate::codebook::Code;
use crate::error::{Error, Result};
use crate::estimate::{Estimand, Options, estimate};
use crate::locale::country;

/// Name under which queries ask for a data set's country.
const COUNTRY: &str = "country";

/// Name under which cells cut by the country's own column are kept: no column has it.
const AS_WRITTEN: &str = "\u{1f}country";

/// Share of the records, or of their weights, above which one country speaks for all.
const MOST: f64 = 1.0 / 3.0;

impl Survey<'_> {
    /// Holds a query against pooling: estimates over countries together, of which one holds more than a third of the records
    /// or of the weights, say little more than what that country says. Cells that lie in one country each pool nothing;
    /// counts and totals add up over countries.
    ///
    /// Gives the note of a query that asks to pool.
    ///
    /// # Errors
    /// `pooled_over_countries` (country, share; hint) where it does not ask.
    pub(super) fn pooled(&self, query: &Query) -> Result<Option<Error>> {
        let Some(column) = &self.dataset.country else {
            return Ok(None);
        };
        let is_country = |name: &String| name == COUNTRY || name == column;
        if query.by.iter().any(is_country)
            || matches!(query.estimate, EstimateKind::Count | EstimateKind::Total)
        {
            return Ok(None);
        }
        // The cells are those of the query, each cut by country as the file writes it: also one that nobody here recognises.
        let by = query.by.iter();
        let by = by.map(|name| self.question(name)?.categorical());
        let mut by = by.collect::<Result<Vec<_>>>()?;
        by.push(self.written(column)?.categorical()?);
        let mut cut = query.clone();
        cut.by.push(AS_WRITTEN.into());
        let cells = self.cells(&cut, &by)?;
        let options = Options::new(super::Basis::Census);
        let counted = estimate(self.design(), &cells, &Estimand::Count, &options)?.cells;
        let countries: Vec<String> = by[by.len() - 1]
            .categories
            .iter()
            .map(|category| {
                let written = category.code.to_text();
                country::recognise(&written).map_or(written, String::from)
            })
            .collect();
        let same = |name: &String| countries.iter().position(|country| country == name);
        let mut held = vec![[0.0; 2]; countries.len()];
        let mut mixed = false;
        let mut last: Option<(&[Option<u32>], usize)> = None;
        for cell in &counted {
            let (Some((Some(written), rest)), Some(n)) = (cell.key.split_last(), cell.n) else {
                continue;
            };
            // One country may be written in two ways.
            let country = same(&countries[*written as usize]).unwrap_or(*written as usize);
            let of = &mut held[country];
            *of = [of[0] + n as f64, of[1] + cell.estimate.unwrap_or(0.0)];
            // Cells come in the order of their keys: those of one cell of the query stand together.
            mixed |= last.is_some_and(|(other, before)| other == rest && before != country);
            last = Some((rest, country));
        }
        let most = (0..held.len()).filter_map(|country| {
            let share = |side: usize| {
                let all: f64 = held.iter().map(|of| of[side]).sum();
                held[country][side] / all
            };
            let share = share(0).max(share(1));
            share.is_finite().then_some((country, share))
        });
        let most = most.max_by(|a, b| a.1.total_cmp(&b.1));
        let Some((country, share)) = most.filter(|(_, share)| mixed && *share > MOST) else {
            return Ok(None);
        };
        let code = match query.pooled {
            true => Error::new("pooled"),
            false => Error::new("pooled_over_countries"),
        };
        let mut said = code
            .with("country", countries[country].as_str())
            .with("share", share);
        if query.pooled {
            return Ok(Some(said));
        }
        said.hint = [r#"by: ["country"]"#, "average", "pooled: true"]
            .map(String::from)
            .into();
        Err(said)
    }

    /// The note of numbers by country on a scale that does not mean the same everywhere, or of which nobody knows.
    pub(super) fn incomparable(&self, query: &Query) -> Option<Error> {
        let by_country = query.by.iter().any(|name| name == COUNTRY);
        let of_scale = matches!(query.estimate, EstimateKind::Mean | EstimateKind::Quantile);
        if !by_country || !of_scale {
            return None;
        }
        let of = &query.of.as_ref()?.variable;
        let derived = self.derived.iter().find(|derived| derived.id == *of)?;
        derived.index.as_ref()?;
        let level = derived.comparability.unwrap_or_default();
        (level != Comparability::Scalar).then(|| {
            Error::new("not_comparable")
                .with("variable", of.as_str())
                .with("level", super::name(&level))
        })
    }

    /// What a reader must know of the values that a query uses: numbers among them that look like codes of no answer.
    pub(super) fn doubtful(&self, query: &Query) -> Vec<Error> {
        let asks = |column: &&String| {
            let through = self.derived.iter().filter_map(|derived| {
                let recode = derived.recode.as_ref()?;
                (recode.from == **column && query.names(&derived.id)).then_some(recode)
            });
            // A recode takes up only what it names.
            let number = |value: &str| Code::Text(value.into()).number();
            let mut taken = through.flat_map(|recode| recode.values.keys());
            query.names(column)
                || taken.any(|value| number(value).is_some_and(crate::table::is_code_of_no_answer))
        };
        let names = self.columns_in_doubt().iter().filter(asks);
        names.filter_map(|name| self.undeclared(name)).collect()
    }
}
