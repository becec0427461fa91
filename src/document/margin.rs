//! Margins: which regions add up to which.

use super::sheet::{Seen, Sheet};
use super::space::Space;
use crate::estimate::QueryResult;
use std::collections::{BTreeMap, BTreeSet};

/// Combinations of all columns of a group that are looked at together.
const MOST_TOGETHER: usize = 1_000;

/// A region and its parts.
pub(super) type Margin = (usize, Vec<usize>);

/// Every region that a group prints or implies, with its parts.
///
/// A printed cell is the sum of the combinations in it; views share the margins of the columns that they have in common, printed or
/// not. Where every combination may have somebody, nothing else holds among the cells (functions of the columns in a view are
/// sums of parts, one for each set of its columns, and each part stands by itself). Where a cross does not print some, nobody is
/// in them, and more may hold: then all columns of the group are looked at together, unless their combinations would be more
/// than [`MOST_TOGETHER`]; beyond that, what only empty combinations say is not found.
pub(super) fn margins(space: &mut Space, group: &[&Sheet], results: &[QueryResult]) -> Vec<Margin> {
    let crosses: BTreeSet<usize> = group.iter().map(|sheet| sheet.cross).collect();
    let own: BTreeSet<usize> = crosses
        .iter()
        .filter_map(|cross| space.crosses[*cross].view)
        .collect();
    let mut finder = Finder {
        printed: group
            .iter()
            .flat_map(|sheet| sheet.places.keys().copied())
            .collect(),
        nobody: nobody(group, results),
        crosses: crosses.iter().copied().collect(),
        space,
        unknown: BTreeMap::new(),
        found: Vec::new(),
    };
    for cross in crosses {
        finder.cells(cross);
    }
    finder.chains(&own);
    if let Some(together) = finder.together(&own) {
        for view in &own {
            finder.sums(together, *view, false);
        }
    }
    finder.found
}

/// Printed regions that nobody is in.
fn nobody(group: &[&Sheet], results: &[QueryResult]) -> BTreeSet<usize> {
    let regions = group.iter().flat_map(|sheet| {
        let regions = sheet.places.keys();
        regions.filter(|region| sheet.seen(results, **region) == Some(Seen::Nobody))
    });
    regions.copied().collect()
}

/// Looks for margins in the views of a group.
struct Finder<'s, 'd> {
    space: &'s mut Space<'d>,
    /// Crosses of the group.
    crosses: Vec<usize>,
    /// Printed regions.
    printed: BTreeSet<usize>,
    /// Those that nobody is in.
    nobody: BTreeSet<usize>,
    /// Which combinations of a view a reader does not know.
    unknown: BTreeMap<usize, Vec<bool>>,
    found: Vec<Margin>,
}

impl Finder<'_, '_> {
    /// Printed cells as sums of the combinations in them.
    fn cells(&mut self, cross: usize) {
        let Some(view) = self.space.crosses[cross].view else {
            return;
        };
        self.look_at(view);
        let mut members: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        let lies_in = self.space.crosses[cross].lies_in.iter();
        for ((region, unknown), place) in lies_in.zip(&self.unknown[&view]).zip(0..) {
            if let Some(region) = region {
                let members = members.entry(*region).or_default();
                members.extend(Some(place).filter(|_| *unknown));
            }
        }
        for (region, members) in members {
            let parts = self.regions(view, members);
            if parts != [region] {
                self.found.push((region, parts));
            }
        }
    }

    /// Each view as sums of the next finer ones. Of those finer still the same follows; it is said again where all parts are
    /// printed, because what follows from one equation loses the number that stands nearest.
    fn chains(&mut self, own: &BTreeSet<usize>) {
        let views = self.shared(own);
        for fine in &views {
            let coarser = views.iter().copied();
            let coarser: Vec<usize> = coarser
                .filter(|view| self.is_coarser(*view, *fine))
                .collect();
            for view in &coarser {
                let mut between = coarser.iter();
                let next = !between.any(|between| self.is_coarser(*view, *between));
                if next || own.contains(fine) {
                    self.sums(*fine, *view, !next);
                }
            }
        }
    }

    /// Whether every column of a view is one of another's, and not all of those.
    fn is_coarser(&self, view: usize, than: usize) -> bool {
        view != than && self.space.at(view).is_part_of(self.space.at(than))
    }

    /// The combinations of a view as sums of those of a finer one; only where those are printed, if `printed` says so.
    fn sums(&mut self, fine: usize, coarse: usize, printed: bool) {
        self.look_at(fine);
        self.look_at(coarse);
        let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let onto = self.space.at(fine).project(self.space.at(coarse));
        for ((whole, unknown), place) in onto.into_iter().zip(&self.unknown[&fine]).zip(0..) {
            if let Some(whole) = whole {
                let members = members.entry(whole).or_default();
                members.extend(Some(place).filter(|_| *unknown));
            }
        }
        for (whole, members) in members {
            if self.unknown[&coarse][whole as usize] {
                let whole = self.space.region(coarse, vec![whole]);
                let parts = self.regions(fine, members);
                if !printed || parts.iter().all(|part| self.printed.contains(part)) {
                    self.found.push((whole, parts));
                }
            }
        }
    }

    fn regions(&mut self, view: usize, places: Vec<u32>) -> Vec<usize> {
        let places = places.into_iter();
        places
            .map(|place| self.space.region(view, vec![place]))
            .collect()
    }

    /// Finds out which combinations of a view a reader does not know: not those that nobody is in.
    fn look_at(&mut self, view: usize) {
        if self.unknown.contains_key(&view) {
            return;
        }
        let known = self.space.at(view).known.iter();
        let mut unknown: Vec<bool> = known.map(|known| !known).collect();
        for cross in self.crosses.iter().map(|cross| &self.space.crosses[*cross]) {
            let Some(own) = cross.view.filter(|_| !self.nobody.is_empty()) else {
                continue;
            };
            let (fine, coarse) = (self.space.at(view), self.space.at(own));
            if coarse.is_part_of(fine) {
                for (unknown, place) in unknown.iter_mut().zip(fine.project(coarse)) {
                    let region = place.and_then(|place| cross.lies_in[place as usize]);
                    *unknown &= region.is_none_or(|region| !self.nobody.contains(&region));
                }
            }
        }
        self.unknown.insert(view, unknown);
    }

    /// Number of combinations of a view that a reader does not know.
    fn open(&mut self, view: usize) -> usize {
        self.look_at(view);
        self.unknown[&view]
            .iter()
            .filter(|unknown| **unknown)
            .count()
    }

    /// The views of the group with those of the columns that they have in common.
    fn shared(&mut self, own: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut views = own.clone();
        loop {
            let columns: BTreeSet<Vec<usize>> = views
                .iter()
                .map(|view| self.space.at(*view).columns.clone())
                .collect();
            let pairs = columns
                .iter()
                .flat_map(|a| columns.iter().map(move |b| (a, b)));
            let common =
                pairs.map(|(a, b)| a.iter().filter(|at| b.contains(at)).copied().collect());
            let common: BTreeSet<Vec<usize>> = common.collect();
            let more = common
                .difference(&columns)
                .filter_map(|common| self.space.view(common));
            let more: BTreeSet<usize> = more.collect();
            if more.is_subset(&views) {
                return views;
            }
            views.extend(more);
        }
    }

    /// The view of all columns of the group, where some combinations are known to be empty and the others are not too many.
    fn together(&mut self, own: &BTreeSet<usize>) -> Option<usize> {
        let columns = own
            .iter()
            .flat_map(|view| self.space.at(*view).columns.clone());
        let columns: BTreeSet<usize> = columns.collect();
        let mut open: BTreeMap<usize, usize> = BTreeMap::new();
        for column in &columns {
            let view = self.space.view(&[*column])?;
            open.insert(*column, self.open(view));
        }
        let mut gaps = false;
        for view in own {
            let columns = self.space.at(*view).columns.iter();
            let all = columns.fold(1, |all: usize, column| all.saturating_mul(open[column]));
            gaps |= self.open(*view) < all;
        }
        let columns: Vec<usize> = columns.into_iter().collect();
        if gaps {
            self.space.joint(&columns, MOST_TOGETHER)
        } else {
            None
        }
    }
}
