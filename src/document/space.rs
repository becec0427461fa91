//! The records of a data set as its results cut them: every printed cell is a set of combinations of atoms.

use super::atom::{Answers, Atoms, Cuts};
use super::sheet::Sheet;
use super::view::{Cross, View};
use super::{Condition, Dataset, Document};
use std::collections::BTreeMap;

/// Combinations that a view may have. Where those of a cross and its condition would be more, the condition is taken as a
/// whole: the cross is held against those of the same condition alone.
const MOST: usize = 100_000;

/// The crosses of a data set and the regions of their cells. A region is a number that stands for a set of records.
pub(super) struct Space<'d> {
    atoms: Atoms<'d>,
    pub crosses: Vec<Cross<'d>>,
    views: Vec<View>,
    /// Views by columns; none where one would have too many combinations.
    known: BTreeMap<Vec<usize>, Option<usize>>,
    /// Regions by view and combinations.
    regions: BTreeMap<(usize, Vec<u32>), usize>,
    count: usize,
}

impl<'d> Space<'d> {
    /// The space of a data set's sheets, which are told their crosses and their cells' regions. `knows_blank` takes a reader to
    /// know who gave no answer.
    pub fn new(
        document: &'d Document,
        dataset: &'d Dataset,
        answers: &Answers,
        knows_blank: bool,
        sheets: &mut [Sheet<'d>],
    ) -> Space<'d> {
        let mut cuts = Cuts::of(sheets);
        loop {
            let mut space = Space {
                atoms: Atoms::new(document, dataset, answers, knows_blank, &cuts),
                crosses: Vec::new(),
                views: Vec::new(),
                known: BTreeMap::new(),
                regions: BTreeMap::new(),
                count: 0,
            };
            for sheet in sheets.iter_mut() {
                sheet.cross = space.cross(sheet);
            }
            let mut large: Vec<&Condition> = Vec::new();
            for at in 0..space.crosses.len() {
                let fits = space.lay_out(at);
                let domain = space.crosses[at].domain.filter(|_| !fits);
                large.extend(domain.filter(|domain| !large.contains(domain)));
            }
            large.retain(|domain| !cuts.whole.contains(domain));
            if large.is_empty() {
                for sheet in sheets {
                    space.tell(sheet);
                }
                return space;
            }
            cuts.whole.extend(large);
        }
    }

    /// A view by its number.
    pub fn at(&self, view: usize) -> &View {
        &self.views[view]
    }

    /// The view of some columns; none where it would have too many combinations.
    pub fn view(&mut self, columns: &[usize]) -> Option<usize> {
        if let Some(known) = self.known.get(columns) {
            return *known;
        }
        let view = View::new(columns, &self.atoms, &self.crosses, MOST, false);
        let view = view.map(|view| {
            self.views.push(view);
            self.views.len() - 1
        });
        self.known.insert(columns.to_vec(), view);
        view
    }

    /// The view of more columns than any result names; none where it would have more than `most` combinations.
    pub fn joint(&mut self, columns: &[usize], most: usize) -> Option<usize> {
        let view = View::new(columns, &self.atoms, &self.crosses, most, true)?;
        self.views.push(view);
        Some(self.views.len() - 1)
    }

    /// The region of some combinations of a view.
    pub fn region(&mut self, view: usize, combinations: Vec<u32>) -> usize {
        let count = &mut self.count;
        *self.regions.entry((view, combinations)).or_insert_with(|| {
            *count += 1;
            *count - 1
        })
    }

    /// Regions of a cross's cells that are part of another's cells, with those. None are found where the other asks for further
    /// columns.
    pub fn parts(&self, fine: usize, coarse: usize) -> Vec<(usize, usize)> {
        let (fine, coarse) = (&self.crosses[fine], &self.crosses[coarse]);
        let (Some(view), Some(onto)) = (fine.view, coarse.view) else {
            return Vec::new();
        };
        let (view, onto) = (&self.views[view], &self.views[onto]);
        if !onto.is_part_of(view) {
            return Vec::new();
        }
        let mut parts: BTreeMap<usize, Option<usize>> = BTreeMap::new();
        for (region, place) in fine.lies_in.iter().zip(view.project(onto)) {
            let Some(region) = region else { continue };
            let whole = place.and_then(|place| coarse.lies_in[place as usize]);
            let known = parts.entry(*region).or_insert(whole);
            *known = known.filter(|known| Some(*known) == whole);
        }
        let parts = parts.into_iter();
        parts
            .filter_map(|(part, whole)| Some((part, whole?)))
            .collect()
    }

    /// The cross of a sheet, which gets the sheet's cells.
    fn cross(&mut self, sheet: &Sheet<'d>) -> usize {
        let domain = sheet.query.domain.as_ref();
        let alike = |cross: &Cross| cross.by == sheet.by && cross.domain == domain;
        let at = self.crosses.iter().position(alike);
        let at = at.unwrap_or_else(|| {
            self.crosses.push(Cross {
                by: sheet.by.clone(),
                domain,
                test: domain.map(|domain| self.atoms.test(domain)),
                cells: BTreeMap::new(),
                view: None,
                lies_in: Vec::new(),
            });
            self.crosses.len() - 1
        });
        for cell in &sheet.cells {
            let numbers = self.numbers(&sheet.by, &cell.key);
            self.crosses[at].cells.insert(numbers, 0);
        }
        at
    }

    /// The numbers of a key's values.
    fn numbers(&self, by: &[&str], key: &[String]) -> Vec<u32> {
        let number = |(name, text): (&&str, &String)| {
            let values = self.atoms.values(name)?;
            values.printed.get(text).copied()
        };
        let numbers = by.iter().zip(key).map(number);
        numbers.map(Option::unwrap_or_default).collect()
    }

    /// Tells a sheet's cells their regions.
    fn tell(&self, sheet: &mut Sheet) {
        sheet.places.clear();
        for at in 0..sheet.cells.len() {
            let numbers = self.numbers(&sheet.by, &sheet.cells[at].key);
            let region = self.crosses[sheet.cross].cells.get(&numbers).copied();
            let region = region.unwrap_or_default();
            sheet.cells[at].region = region;
            sheet.places.insert(region, at);
        }
    }

    /// Finds a cross's view and its cells' regions; whether there is room for the view.
    fn lay_out(&mut self, at: usize) -> bool {
        let view = self.view(&self.crosses[at].columns(&self.atoms));
        let members = view.map(|view| self.crosses[at].members(&self.views[view], &self.atoms));
        let members = members.unwrap_or_default();
        let mut lies_in = vec![None; view.map_or(0, |view| self.views[view].combinations.len())];
        let keys: Vec<Vec<u32>> = self.crosses[at].cells.keys().cloned().collect();
        for key in keys {
            let region = match (view, members.get(&key)) {
                (Some(view), Some(members)) => {
                    let region = self.region(view, members.clone());
                    for place in members {
                        lies_in[*place as usize] = Some(region);
                    }
                    region
                }
                _ => {
                    self.count += 1;
                    self.count - 1
                }
            };
            self.crosses[at].cells.insert(key, region);
        }
        self.crosses[at].view = view;
        self.crosses[at].lies_in = lies_in;
        view.is_some()
    }
}
